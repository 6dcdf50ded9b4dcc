//! Programmes as a tree on a day. A programme's names, and the umbrella it stood under, have years of their own, so
//! what was done in 2016 is found under the name of 2016.

use super::{Error, Snapshot};
use karigar_model::fold::fold;
use karigar_model::reference::{NEEDS, Scheme, SchemeName, Service};
use karigar_model::years::{first_day, last_day};
use karigar_model::{ParameterError, RegionCode};
use time::Date;

/// A programme as it was on a day.
#[derive(Clone, Debug)]
pub struct Node<'a> {
    /// The programme.
    pub scheme: &'a Scheme,
    /// Its name on that day.
    pub name: &'a str,
    /// Its umbrella on that day.
    pub parent: Option<&'a str>,
    /// The years that this is known of; empty where no source states any.
    pub years: Years<'a>,
    /// Which statement the name rests on; nothing where it is the programme's own row.
    pub version: Option<&'a SchemeName>,
}

/// First and last year of a name or a programme, as the tables write them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Years<'a> {
    /// First year; empty when not stated.
    pub from: &'a str,
    /// Last year; empty when not stated.
    pub to: &'a str,
}

impl Years<'_> {
    /// Whether neither is stated.
    pub fn is_unknown(self) -> bool {
        self.from.is_empty() && self.to.is_empty()
    }

    /// Whether a day lies in them; an end that is not stated is open.
    fn hold(self, on: Date, country: &str) -> bool {
        let begun = first_day(self.from, country).is_none_or(|first| first <= on);
        begun && last_day(self.to, country).is_none_or(|last| on <= last)
    }
}

/// Which programmes are asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wanted {
    /// What they are to help with.
    pub need: Option<&'static str>,
    /// Where they are to help.
    pub within: Option<RegionCode>,
}

impl Wanted {
    /// Reads the parameters `need` and `within`; an empty one counts as absent.
    pub fn read<'a>(snapshot: &Snapshot, get: impl Fn(&str) -> Option<&'a str>) -> Result<Self, Error> {
        let given = |name| get(name).filter(|text| !text.is_empty());
        let need = |text| {
            let known = NEEDS.iter().copied().find(|need| *need == text);
            known.ok_or_else(|| {
                ParameterError::new("need", text, "is nothing that programmes help with")
                    .one_of(NEEDS.iter().copied())
            })
        };
        let within = |text| match snapshot.region(text) {
            Ok(region) => Ok(region.code.clone()),
            Err(Error::NotFound(reason)) => {
                let error = ParameterError::new("within", text, format!("is not known: {reason}"));
                Err(error.allowed("a code from /api/regions").into())
            }
            Err(error) => Err(error),
        };
        Ok(Self {
            need: given("need").map(need).transpose()?,
            within: given("within").map(within).transpose()?,
        })
    }

    /// Whether a programme helps with it there. One that names no state may help in each of its country.
    pub fn holds(&self, scheme: &Scheme) -> bool {
        let needed = self.need.is_none_or(|need| scheme.helps.contains_key(need));
        let here = self.within.as_ref().is_none_or(|within| {
            let of_state = |state: &RegionCode| within.level() == 0 || within.is_within(state);
            within.is_within(&scheme.country) && scheme.state.as_ref().is_none_or(of_state)
        });
        needed && here
    }
}

/// Leaves out the programmes that are not wanted; a part whose umbrella is left out stands by itself.
pub fn narrow(nodes: &mut Vec<Node<'_>>, wanted: &Wanted) {
    nodes.retain(|node| wanted.holds(node.scheme));
    orphan(nodes);
}

/// Takes away the umbrellas that are not among the programmes.
fn orphan(nodes: &mut [Node<'_>]) {
    let ids: Vec<String> = nodes.iter().map(|node| node.scheme.id.clone()).collect();
    for node in nodes {
        node.parent = node.parent.filter(|parent| ids.iter().any(|id| id == parent));
    }
}

impl Snapshot {
    /// The services whose words name a programme, in the order of the table.
    pub fn services_under(&self, scheme: &str) -> Vec<&Service> {
        let all = self.reference.services.iter();
        all.filter(|service| service.scheme.as_deref() == Some(scheme)).collect()
    }

    /// A programme by its id.
    pub fn scheme(&self, id: &str) -> Option<&Scheme> {
        self.reference.schemes.iter().find(|scheme| scheme.id == id)
    }

    /// The names of a programme with years, oldest first, then the others.
    pub fn names_of_scheme(&self, id: &str) -> Vec<&SchemeName> {
        let mut names: Vec<&SchemeName> =
            self.reference.scheme_names.iter().filter(|name| name.scheme == id).collect();
        names.sort_by_key(|name| (name.valid_from.is_empty(), &name.valid_from));
        names
    }

    /// A programme on a day, or whenever it was last known; nothing when it did not run on that day.
    pub fn scheme_on<'a>(&'a self, scheme: &'a Scheme, on: Option<Date>) -> Option<Node<'a>> {
        let country = scheme.country.as_str();
        let official: Vec<&SchemeName> =
            self.names_of_scheme(&scheme.id).into_iter().filter(|name| name.kind == "official").collect();
        let own = Years { from: &scheme.start_year, to: &scheme.end_year };
        let version = match on {
            None => official.last().copied(),
            Some(on) => official.iter().copied().find(|name| years(name).hold(on, country)),
        };
        if let Some(version) = version {
            let parent = version.parent.as_deref();
            return Some(Node {
                scheme,
                name: &version.name,
                parent,
                years: years(version),
                version: Some(version),
            });
        }
        let holds = on.is_none_or(|on| own.hold(on, country));
        // Where names have years, a programme without years of its own is known only in theirs.
        if !holds || own.is_unknown() && !official.is_empty() {
            return None;
        }
        let parent = scheme.parent.as_deref();
        Some(Node { scheme, name: &scheme.name, parent, years: own, version: None })
    }

    /// All programmes on a day, or as they were last known. A part without years of its own goes with its
    /// umbrella; one whose umbrella is not there on that day stands by itself only if it has years.
    pub fn schemes_on(&self, on: Option<Date>) -> Vec<Node<'_>> {
        let nodes = self.reference.schemes.iter().filter_map(|scheme| self.scheme_on(scheme, on));
        let mut nodes: Vec<Node<'_>> = nodes.collect();
        loop {
            let ids: Vec<&str> = nodes.iter().map(|node| node.scheme.id.as_str()).collect();
            let lost = |node: &Node<'_>| {
                node.years.is_unknown() && node.parent.is_some_and(|parent| !ids.contains(&parent))
            };
            let keep: Vec<Node<'_>> = nodes.iter().filter(|node| !lost(node)).cloned().collect();
            if keep.len() == nodes.len() {
                break;
            }
            nodes = keep;
        }
        orphan(&mut nodes);
        nodes
    }

    /// The programmes that are or were called so, in any spelling of case and accents: by their own name, by
    /// the short one, by a name of their past or by an alias.
    pub fn schemes_called(&self, name: &str) -> Vec<&Scheme> {
        let wanted = fold(name);
        let called = |scheme: &&Scheme| {
            let names = self.reference.scheme_names.iter().filter(|name| name.scheme == scheme.id);
            let mut all = names.map(|name| &name.name).chain([&scheme.name, &scheme.short_name]);
            all.any(|name| !name.is_empty() && fold(name) == wanted)
        };
        self.reference.schemes.iter().filter(called).collect()
    }
}

/// The years of a name.
pub fn years(name: &SchemeName) -> Years<'_> {
    Years { from: &name.valid_from, to: &name.valid_to }
}
