//! Countries, states and districts, and the two views of where they end.

use crate::Bbox;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, HashMap};
use std::fmt;
use std::str::FromStr;

/// Which boundaries are shown. Ids and sources of records never depend on it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum View {
    /// The official Indian depiction.
    #[default]
    India,
    /// De-facto areas; a disputed line is not drawn.
    Neutral,
}

impl View {
    /// Both views.
    pub const ALL: [Self; 2] = [Self::India, Self::Neutral];

    /// The name that stands in settings, tables and answers.
    pub fn code(self) -> &'static str {
        match self {
            Self::India => "india",
            Self::Neutral => "neutral",
        }
    }
}

impl fmt::Display for View {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.code())
    }
}

impl FromStr for View {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        Self::ALL
            .into_iter()
            .find(|view| view.code() == text)
            .ok_or_else(|| format!("`{text}` is not a view; use `india` or `neutral`"))
    }
}

/// A region's code: `IN` (ISO 3166-1), `IN-UP` (ISO 3166-2), `IN-UP-197` (with a census code) or
/// `PK-PB-x-multan` (no official code).
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct RegionCode(String);

impl RegionCode {
    /// Reads a code; letters may be of either case.
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.splitn(3, '-');
        let country = parts.next()?.to_ascii_uppercase();
        if country.len() != 2 || !country.bytes().all(|b| b.is_ascii_uppercase()) {
            return None;
        }
        let mut code = country;
        if let Some(state) = parts.next() {
            let state = state.to_ascii_uppercase();
            if !(1..=3).contains(&state.len()) || !state.bytes().all(|b| b.is_ascii_alphanumeric()) {
                return None;
            }
            code = format!("{code}-{state}");
        }
        if let Some(district) = parts.next() {
            let district = district.to_ascii_lowercase();
            let census = district.len() == 3 && district.bytes().all(|b| b.is_ascii_digit());
            let slug = district.strip_prefix("x-").is_some_and(|slug| {
                !slug.is_empty()
                    && slug.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
            });
            if !census && !slug {
                return None;
            }
            code = format!("{code}-{district}");
        }
        Some(Self(code))
    }

    /// The code as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// 0 for a country, 1 for a state or province, 2 for a district.
    pub fn level(&self) -> u8 {
        self.0.splitn(3, '-').count() as u8 - 1
    }

    /// The code of the region around it.
    pub fn parent(&self) -> Option<Self> {
        self.at_level(self.level().checked_sub(1)?)
    }

    /// The code cut to `level`, or nothing where it is coarser than that.
    pub fn at_level(&self, level: u8) -> Option<Self> {
        if level > self.level() {
            return None;
        }
        let parts: Vec<&str> = self.0.splitn(3, '-').take(usize::from(level) + 1).collect();
        Some(Self(parts.join("-")))
    }

    /// Whether `self` is `other` or lies inside it.
    pub fn is_within(&self, other: &Self) -> bool {
        self.at_level(other.level()).as_ref() == Some(other)
    }

    /// The path of its page below `/r/`: `IN/UP/197`.
    pub fn path(&self) -> String {
        self.0.splitn(3, '-').collect::<Vec<_>>().join("/")
    }
}

impl fmt::Display for RegionCode {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

impl TryFrom<String> for RegionCode {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        Self::parse(&text).ok_or_else(|| {
            format!("`{text}` is not a region code such as IN, IN-UP, IN-UP-197 or PK-PB-x-multan")
        })
    }
}

impl From<RegionCode> for String {
    fn from(code: RegionCode) -> Self {
        code.0
    }
}

/// How a name in another language came about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum NameKind {
    /// Read in a source.
    Source,
    /// The usual name in that language, by the editors.
    Usual,
    /// By pronunciation, by the editors.
    Transliteration,
    /// A translation by the editors.
    Translation,
}

/// A name in another language than English.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LocalName {
    /// The name.
    pub text: String,
    /// How it came about.
    pub kind: NameKind,
}

/// One country, state or district of one view.
#[derive(Clone, Debug, PartialEq)]
pub struct Region {
    /// Its code.
    pub code: RegionCode,
    /// Usual English name.
    pub name: String,
    /// Names by BCP 47 language.
    pub names: BTreeMap<String, LocalName>,
    /// Other names it is searched by: former, variant, split-off districts.
    pub aliases: Vec<String>,
    /// Its box, where its outline is known.
    pub bbox: Option<Bbox>,
    /// Where code and name come from.
    pub source: String,
    /// Remark of the editors.
    pub note: String,
}

impl Region {
    /// Its names by BCP 47 language, the English one first.
    pub fn all_names(&self) -> impl Iterator<Item = (&str, &str)> {
        let local = self.names.iter().map(|(tag, name)| (tag.as_str(), name.text.as_str()));
        std::iter::once(("en", self.name.as_str())).chain(local)
    }

    /// Name in `language`, else in English.
    pub fn name_in(&self, language: &str) -> &str {
        self.names.get(language).map_or(&self.name, |name| &name.text)
    }
}

/// All regions of one view, parents before children, each with its whole subtree behind it; so
/// "within a region" is a range of positions.
#[derive(Clone, Debug, Default)]
pub struct RegionTree {
    view: View,
    regions: Vec<Region>,
    /// Per region, the position after its last descendant.
    ends: Vec<u32>,
    positions: HashMap<RegionCode, u32>,
}

impl RegionTree {
    /// Orders the regions of a view. A region whose parent is missing is an error.
    pub fn new(view: View, mut regions: Vec<Region>) -> Result<Self, String> {
        regions.sort_by(|a, b| a.code.as_str().split('-').cmp(b.code.as_str().split('-')));
        let mut positions = HashMap::with_capacity(regions.len());
        for (position, region) in regions.iter().enumerate() {
            if positions.insert(region.code.clone(), position as u32).is_some() {
                return Err(format!("region {} stands twice in the view `{view}`", region.code));
            }
            if let Some(parent) = region.code.parent()
                && !positions.contains_key(&parent)
            {
                return Err(format!(
                    "region {}: its parent {parent} is not in the view `{view}`",
                    region.code
                ));
            }
        }
        let ends = (0..regions.len())
            .map(|start| {
                let inside =
                    regions[start..].iter().take_while(|r| r.code.is_within(&regions[start].code)).count();
                (start + inside) as u32
            })
            .collect();
        Ok(Self { view, regions, ends, positions })
    }

    /// Which view this is.
    pub fn view(&self) -> View {
        self.view
    }

    /// All regions, parents before children.
    pub fn regions(&self) -> &[Region] {
        &self.regions
    }

    /// The region with this code.
    pub fn get(&self, code: &RegionCode) -> Option<&Region> {
        self.position(code).map(|position| &self.regions[position as usize])
    }

    /// Position in [`Self::regions`].
    pub fn position(&self, code: &RegionCode) -> Option<u32> {
        self.positions.get(code).copied()
    }

    /// Positions of the region and all its descendants.
    pub fn span(&self, code: &RegionCode) -> Option<std::ops::Range<u32>> {
        self.position(code).map(|start| start..self.ends[start as usize])
    }

    /// The regions right below `code`, or the countries when `code` is nothing.
    pub fn children(&self, code: Option<&RegionCode>) -> Vec<&Region> {
        let (range, level) = match code {
            None => (0..self.regions.len() as u32, 0),
            Some(code) => (self.span(code).unwrap_or_default(), code.level() + 1),
        };
        self.regions[range.start as usize..range.end as usize]
            .iter()
            .filter(|r| r.code.level() == level)
            .collect()
    }

    /// From the country down to the region itself.
    pub fn ancestry(&self, code: &RegionCode) -> Vec<&Region> {
        (0..=code.level()).filter_map(|level| self.get(&code.at_level(level)?)).collect()
    }

    /// Name with its parents: "Varanasi, Uttar Pradesh, India".
    pub fn label(&self, code: &RegionCode, language: &str) -> String {
        let names: Vec<&str> =
            self.ancestry(code).iter().rev().map(|region| region.name_in(language)).collect();
        names.join(", ")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn region(code: &str, name: &str) -> Region {
        Region {
            code: RegionCode::parse(code).unwrap(),
            name: name.into(),
            names: BTreeMap::new(),
            aliases: Vec::new(),
            bbox: None,
            source: String::new(),
            note: String::new(),
        }
    }

    #[test]
    fn codes_know_their_parents_and_paths() {
        let code = RegionCode::parse("pk-pb-X-Dera-Ghazi-Khan").unwrap();
        assert_eq!(code.as_str(), "PK-PB-x-dera-ghazi-khan");
        assert_eq!(code.level(), 2);
        assert_eq!(code.parent().unwrap().as_str(), "PK-PB");
        assert_eq!(code.path(), "PK/PB/x-dera-ghazi-khan");
        for wrong in ["", "I", "IND", "IN-", "IN-UP-19", "IN-UP-x-", "IN-UP-x", "IN UP"] {
            assert_eq!(RegionCode::parse(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn a_subtree_is_a_range() {
        let tree = RegionTree::new(
            View::India,
            vec![
                region("IN-UP-197", "Varanasi"),
                region("IN-U", "Other"),
                region("PK", "Pakistan"),
                region("IN", "India"),
                region("IN-UP", "Uttar Pradesh"),
            ],
        )
        .unwrap();
        let within = |code: &str| tree.span(&RegionCode::parse(code).unwrap()).unwrap().len();
        assert_eq!([within("IN"), within("IN-UP"), within("IN-U"), within("PK")], [4, 2, 1, 1]);
        assert_eq!(
            tree.label(&RegionCode::parse("IN-UP-197").unwrap(), "en"),
            "Varanasi, Uttar Pradesh, India"
        );
        assert_eq!(tree.children(None).len(), 2);
        let orphan = RegionTree::new(View::India, vec![region("IN-UP", "Uttar Pradesh")]);
        assert!(orphan.unwrap_err().contains("parent IN"));
    }
}
