//! From the names that sources use to the codes of regions, in each view.
//!
//! A country is found by its name. A state or province is found by its name inside the country, else by an
//! alias of the country. A district is found by its name inside the state, else by an alias of the state;
//! where the state exists only in the other view (Azad Kashmir in the view `india`), by an alias that hangs
//! on the state's code of that other view; failing all that, by an alias of the country.

use crate::RowError;
use crate::regions::{CodeRow, Views, code};
use crate::table::{Row, Table};
use karigar_model::{RegionCode, View, closest};
use std::collections::{BTreeSet, HashMap, HashSet};
use unicode_normalization::UnicodeNormalization;

/// Columns of `region_aliases.csv` that are read.
pub(crate) const ALIAS_COLUMNS: &[&str] =
    &["name", "country", "parent", "code", "view", "kind", "valid_from", "source"];

/// How far a name led.
#[derive(Clone, Debug, PartialEq)]
pub struct Resolution {
    /// The most exact region that was found.
    pub code: Option<RegionCode>,
    /// The first part that led nowhere, or to several regions.
    pub problem: Option<Unresolved>,
}

/// A name that is not the name of exactly one region.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unresolved {
    /// 0 when the country is unknown, 1 the state, 2 the district.
    pub level: u8,
    /// Why, continuing "value …".
    pub reason: String,
}

#[derive(Clone, Debug)]
struct Named {
    code: RegionCode,
    views: Views,
}

/// Finds regions by name.
#[derive(Clone, Debug, Default)]
pub struct Resolver {
    /// By code of the parent (empty for a country) and folded name.
    names: HashMap<(String, String), Vec<Named>>,
    /// By country, code of the parent (may be empty) and folded name.
    aliases: HashMap<(String, String, String), Vec<Named>>,
    /// Groups of regions, by folded name.
    groups: HashMap<String, Vec<RegionCode>>,
}

fn key(name: &str) -> String {
    name.trim().nfc().flat_map(char::to_lowercase).collect()
}

impl Resolver {
    pub(crate) fn new(codes: &[CodeRow]) -> Self {
        let mut resolver = Self::default();
        for row in codes {
            let parent = row.region.code.parent().map(String::from).unwrap_or_default();
            let named = Named { code: row.region.code.clone(), views: row.views };
            resolver.names.entry((parent, key(&row.region.name))).or_default().push(named);
        }
        resolver
    }

    /// Adds the rows of `region_aliases.csv`; gives the search names of each region.
    pub(crate) fn add_aliases(
        &mut self,
        table: &Table,
        codes: &[CodeRow],
        errors: &mut Vec<RowError>,
    ) -> HashMap<RegionCode, Vec<String>> {
        let known: HashMap<&str, &CodeRow> =
            codes.iter().map(|row| (row.region.code.as_str(), row)).collect();
        table.unique(&["name", "country", "parent", "view", "code"], errors);
        check_aliases(table, errors);
        let mut spoken: HashMap<RegionCode, Vec<String>> = HashMap::new();
        for row in table.rows() {
            let views = Views::parse(row, errors);
            for column in ["country", "parent", "code"] {
                if !row.get(column).is_empty() && !known.contains_key(row.get(column)) {
                    errors.push(row.error(
                        column,
                        "is not in region_codes.csv",
                        "correct it or add the region",
                    ));
                }
            }
            row.filled(&["name", "country", "kind", "source"], errors);
            let Some(code) = code(row, "code", errors) else { continue };
            let parts = (row.get("country").into(), row.get("parent").into(), key(row.get("name")));
            self.aliases.entry(parts).or_default().push(Named { code: code.clone(), views });
            // Words of a table ("nation-wide"), towns inside, and wholes that lie elsewhere are no names of
            // the region itself.
            let is_own = known.get(code.as_str()).is_some_and(|own| own.region.name == row.get("name"));
            if !is_own && !matches!(row.get("kind"), "text" | "town" | "view") {
                let names = spoken.entry(code).or_default();
                if !names.iter().any(|name| name == row.get("name")) {
                    names.push(row.get("name").into());
                }
            }
        }
        spoken
    }

    /// Adds the rows of `region_groups.csv`.
    pub(crate) fn add_groups(&mut self, table: &Table, codes: &[CodeRow], errors: &mut Vec<RowError>) {
        let known: HashSet<&str> = codes.iter().map(|row| row.region.code.as_str()).collect();
        table.unique(&["name"], errors);
        for row in table.rows() {
            row.filled(&["name"], errors);
            for member in row.list("members").filter(|member| !known.contains(member)) {
                let reason = format!("names {member}, which is not in region_codes.csv");
                errors.push(row.error("members", reason, "correct the code"));
            }
            let members: Vec<RegionCode> = row.list("members").filter_map(RegionCode::parse).collect();
            if members.is_empty() {
                errors.push(row.error("members", "names no region", "list its codes, parted by `; `"));
            }
            self.groups.insert(key(row.get("name")), members);
        }
    }

    fn child(&self, view: View, parent: &str, name: &str) -> BTreeSet<&RegionCode> {
        let found = self.names.get(&(parent.to_owned(), key(name)));
        found.into_iter().flatten().filter(|named| named.views.fits(view)).map(|named| &named.code).collect()
    }

    fn alias(&self, view: View, country: &str, parent: &str, name: &str) -> BTreeSet<&RegionCode> {
        let found = self.aliases.get(&(country.to_owned(), parent.to_owned(), key(name)));
        found.into_iter().flatten().filter(|named| named.views.fits(view)).map(|named| &named.code).collect()
    }

    /// The region that a country, a state and a district lead to; state and district may be empty.
    pub fn resolve(&self, view: View, country: &str, state: &str, district: &str) -> Resolution {
        let top = match self.one(view, 0, "", country, self.child(view, "", country)) {
            Ok(code) => code,
            Err(problem) => return Resolution { code: None, problem: Some(problem) },
        };
        let mut code = top.clone();
        if !state.is_empty() {
            let mut found = self.child(view, top.as_str(), state);
            if found.is_empty() {
                found = self.alias(view, top.as_str(), "", state);
            }
            code = match self.one(view, 1, top.as_str(), state, found) {
                Ok(code) => code,
                Err(problem) => return Resolution { code: Some(top), problem: Some(problem) },
            };
        }
        if !district.is_empty() {
            let found = self.district(view, &top, &code, state, district);
            match self.one(view, 2, code.as_str(), district, found) {
                Ok(district) => code = district,
                Err(problem) => return Resolution { code: Some(code), problem: Some(problem) },
            }
        }
        Resolution { code: Some(code), problem: None }
    }

    fn district(
        &self,
        view: View,
        country: &RegionCode,
        state: &RegionCode,
        stated: &str,
        name: &str,
    ) -> BTreeSet<&RegionCode> {
        let named = self.names.get(&(country.to_string(), key(stated)));
        let in_any_view: Vec<&RegionCode> = named.into_iter().flatten().map(|named| &named.code).collect();
        let mut found = if in_any_view.is_empty() || in_any_view.contains(&state) {
            self.child(view, state.as_str(), name)
        } else {
            BTreeSet::new()
        };
        if found.is_empty() {
            let parents = if in_any_view.is_empty() || in_any_view.contains(&state) {
                vec![state]
            } else {
                in_any_view
            };
            found = parents
                .into_iter()
                .flat_map(|parent| self.alias(view, country.as_str(), parent.as_str(), name))
                .collect();
        }
        if found.is_empty() {
            found = self.alias(view, country.as_str(), "", name);
        }
        found
    }

    fn one(
        &self,
        view: View,
        level: u8,
        parent: &str,
        name: &str,
        found: BTreeSet<&RegionCode>,
    ) -> Result<RegionCode, Unresolved> {
        let what = ["country", "state or province", "district"][usize::from(level)];
        let mut found = found.into_iter();
        match (found.next(), found.next()) {
            (Some(code), None) => Ok(code.clone()),
            (Some(a), Some(b)) => Err(Unresolved {
                level,
                reason: format!("is the name of several regions in the view `{view}` ({a}, {b})"),
            }),
            (None, _) => {
                let inside = if parent.is_empty() { String::new() } else { format!(" of {parent}") };
                let near = closest(name, self.names_in(view, parent));
                let hint = near.map(|near| format!(" (did you mean “{near}”?)")).unwrap_or_default();
                Err(Unresolved {
                    level,
                    reason: format!("is not the name of a {what}{inside} in the view `{view}`{hint}"),
                })
            }
        }
    }

    fn names_in(&self, view: View, parent: &str) -> impl Iterator<Item = &str> {
        self.names
            .iter()
            .filter(move |((own, _), named)| own == parent && named.iter().any(|n| n.views.fits(view)))
            .map(|((_, name), _)| name.as_str())
    }

    /// The regions that a name alone stands for: the members of a group, else a country, a state or a
    /// district of India, an alias of India, then the same of the other countries. Empty when no step or
    /// more than one region answers.
    pub fn resolve_name(&self, view: View, name: &str) -> Vec<RegionCode> {
        let folded = key(name);
        if let Some(members) = self.groups.get(&folded) {
            return members.clone();
        }
        let named: Vec<&RegionCode> = self
            .names
            .iter()
            .filter(|((_, own), _)| *own == folded)
            .flat_map(|(_, named)| named.iter().filter(|n| n.views.fits(view)).map(|n| &n.code))
            .collect();
        let aliased: Vec<(&str, &RegionCode)> = self
            .aliases
            .iter()
            .filter(|((_, _, own), _)| *own == folded)
            .flat_map(|((country, ..), named)| {
                named.iter().filter(|n| n.views.fits(view)).map(|n| (country.as_str(), &n.code))
            })
            .collect();
        let at = |level: u8, home: bool| -> BTreeSet<&RegionCode> {
            let fits = |code: &&RegionCode| code.level() == level && is_home(code) == home;
            named.iter().copied().filter(fits).collect()
        };
        let mut steps = vec![named.iter().copied().filter(|code| code.level() == 0).collect()];
        for home in [true, false] {
            steps.extend([at(1, home), at(2, home)]);
            steps.push(
                aliased.iter().filter(|(country, _)| (*country == HOME) == home).map(|(_, c)| *c).collect(),
            );
        }
        let first = steps.into_iter().find(|step: &BTreeSet<&RegionCode>| !step.is_empty());
        first.filter(|step| step.len() == 1).into_iter().flatten().cloned().collect()
    }
}

/// Reports aliases that lead to two regions in one view.
fn check_aliases(table: &Table, errors: &mut Vec<RowError>) {
    let mut before: HashMap<(View, &str, &str, String), Row<'_>> = HashMap::new();
    for row in table.rows() {
        // A view that is none is reported where the row is used.
        let views = Views::parse(row, &mut Vec::new());
        let same = |view| (view, row.get("country"), row.get("parent"), key(row.get("name")));
        let earlier: Vec<Row<'_>> = View::ALL
            .into_iter()
            .filter(|view| views.fits(*view))
            .filter_map(|view| before.insert(same(view), row))
            .filter(|other| other.get("code") != row.get("code"))
            .collect();
        if let Some(other) = earlier.first() {
            let reason = format!(
                "leads to {} here and to {} in row {}",
                row.get("code"),
                other.get("code"),
                other.line
            );
            errors.push(row.error("name", reason, "give it a parent or a view of its own, or remove a row"));
        }
    }
}

/// The country whose names come first where a table names no country.
const HOME: &str = "IN";

fn is_home(code: &RegionCode) -> bool {
    code.at_level(0).is_some_and(|country| country.as_str() == HOME)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::regions::read_codes;

    const CODES: &str = "code,parent,level,view,name,name_hi,name_ur,kind_hi,kind_ur,census_code,has_geometry,source,note\n\
        IN,,0,both,India,भारत,,usual,,,1,s,\n\
        PK,,0,both,Pakistan,पाकिस्तान,,usual,,,1,s,\n\
        IN-PB,IN,1,both,Punjab,पंजाब,,usual,,,1,s,\n\
        PK-PB,PK,1,both,Punjab,पंजाब,,usual,,,1,s,\n\
        IN-JK,IN,1,both,Jammu and Kashmir,जम्मू और कश्मीर,,usual,,,1,s,\n\
        PK-JK,PK,1,neutral,Azad Kashmir,आज़ाद कश्मीर,,usual,,,1,s,\n\
        IN-JK-x-mirpur,IN-JK,2,india,Mirpur,मीरपुर,,usual,,,1,s,\n\
        PK-JK-x-mirpur,PK-JK,2,neutral,Mirpur,मीरपुर,,usual,,,0,s,\n\
        IN-PB-049,IN-PB,2,both,Amritsar,अमृतसर,,usual,,049,1,s,\n";
    const ALIASES: &str = "name,country,parent,code,view,kind,valid_from,note,source\n\
        Azad Kashmir,PK,,IN-JK,india,view,,,s\n\
        Mirpur,PK,PK-JK,IN-JK-x-mirpur,india,view,,,s\n\
        Umbarsar,IN,IN-PB,IN-PB-049,both,spelling,,,s\n\
        \"Punjab, Pakistan\",PK,,PK-PB,both,variant,,,s\n\
        nation-wide,IN,,IN,both,text,,,s\n";

    fn resolver() -> (Resolver, HashMap<RegionCode, Vec<String>>) {
        let mut errors = Vec::new();
        let codes = read_codes(&Table::read("c", CODES.as_bytes(), &mut errors), &mut errors);
        let mut resolver = Resolver::new(&codes);
        let aliases = Table::read("a", ALIASES.as_bytes(), &mut errors);
        let spoken = resolver.add_aliases(&aliases, &codes, &mut errors);
        let groups = "id,name,members,note\nnorth,The North,IN-PB; IN-JK,\n";
        resolver.add_groups(&Table::read("g", groups.as_bytes(), &mut errors), &codes, &mut errors);
        assert_eq!(errors, []);
        (resolver, spoken)
    }

    #[test]
    fn a_record_lies_in_the_region_of_each_view() {
        let (resolver, _) = resolver();
        let found = |view, state, district| {
            let resolution = resolver.resolve(view, "Pakistan", state, district);
            assert_eq!(resolution.problem, None);
            resolution.code.unwrap().to_string()
        };
        assert_eq!(found(View::India, "Azad Kashmir", "Mirpur"), "IN-JK-x-mirpur");
        assert_eq!(found(View::Neutral, "Azad Kashmir", "Mirpur"), "PK-JK-x-mirpur");
        assert_eq!(found(View::India, "punjab ", ""), "PK-PB");
    }

    #[test]
    fn a_wrong_name_leads_as_far_as_it_is_right_and_names_the_nearest() {
        let (resolver, _) = resolver();
        let resolution = resolver.resolve(View::India, "India", "Punjab", "Amritsr");
        assert_eq!(resolution.code.unwrap().as_str(), "IN-PB");
        let problem = resolution.problem.unwrap();
        assert_eq!(problem.level, 2);
        assert!(problem.reason.contains("did you mean “amritsar”?"), "{}", problem.reason);
    }

    #[test]
    fn an_alias_that_leads_to_two_regions_of_one_view_names_both_rows() {
        let mut errors = Vec::new();
        let text = "name,country,parent,code,view\n\
            Mirpur,PK,,IN-JK,india\nmirpur,PK,,PK-JK,neutral\nMIRPUR,PK,,PK-PB,both\nMirpur,PK,PK-PB,IN-PB,both\n";
        check_aliases(&Table::read("a", text.as_bytes(), &mut errors), &mut errors);
        assert_eq!(errors.len(), 1, "{errors:?}");
        let told = errors[0].to_string();
        assert!(told.starts_with("a row 4, column `name`: \"MIRPUR\" leads to PK-PB here and to "), "{told}");
        assert!(told.contains(" in row 2;"), "{told}");
    }

    #[test]
    fn a_name_alone_is_sought_in_india_first() {
        let (resolver, spoken) = resolver();
        let codes = |name| -> Vec<String> {
            resolver.resolve_name(View::India, name).iter().map(ToString::to_string).collect()
        };
        assert_eq!(codes("Punjab"), ["IN-PB"]);
        assert_eq!(codes("Punjab, Pakistan"), ["PK-PB"]);
        assert_eq!(codes("the north"), ["IN-PB", "IN-JK"]);
        assert!(codes("Atlantis").is_empty());
        assert_eq!(spoken[&RegionCode::parse("IN-PB-049").unwrap()], ["Umbarsar"]);
        assert_eq!(spoken.len(), 2, "a word of a table is no search name");
    }
}
