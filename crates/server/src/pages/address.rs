//! The address of a page: a path and its parameters, sorted and minimal, so that one state of the
//! portal has one address.

use karigar_model::query::{escape_code, split_codes};
use std::collections::BTreeMap;
use std::fmt;

/// Parameters that hold one value; of several, the first counts.
const SINGLE: &[&str] = &[
    "bbox", "cursor", "datetime", "f", "help", "layer", "limit", "near", "offset", "place", "placed",
    "point", "q", "radius", "sortby", "view", "within",
];

/// An address within the portal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Address {
    path: String,
    pairs: BTreeMap<String, String>,
}

impl Address {
    /// From what a browser sent. Checkboxes of one name arrive as several pairs and become one list;
    /// empty fields of forms vanish, and the language stands in the path.
    pub fn new(path: &str, pairs: &[(String, String)]) -> Self {
        let mut merged: BTreeMap<String, String> = BTreeMap::new();
        for (name, value) in pairs.iter().filter(|(name, value)| !value.is_empty() && name != "lang") {
            let held = merged.entry(name.clone()).or_default();
            if held.is_empty() {
                held.push_str(value);
            } else if !SINGLE.contains(&name.as_str()) && !held.split(',').any(|known| known == value) {
                held.push(',');
                held.push_str(value);
            }
        }
        Self { path: path.to_owned(), pairs: merged }
    }

    /// The value of a parameter.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.pairs.get(name).map(String::as_str)
    }

    /// All parameters.
    pub fn pairs(&self) -> Vec<(String, String)> {
        self.pairs.clone().into_iter().collect()
    }

    /// With a parameter set, from the first page on.
    #[must_use]
    pub fn with(&self, name: &str, value: &str) -> Self {
        let mut changed = self.without(name);
        if !value.is_empty() {
            changed.pairs.insert(name.to_owned(), value.to_owned());
        }
        changed
    }

    /// Without a parameter, from the first page on.
    #[must_use]
    pub fn without(&self, name: &str) -> Self {
        let mut changed = self.clone();
        changed.pairs.remove(name);
        changed.pairs.remove("offset");
        changed
    }

    /// From an offset on.
    #[must_use]
    pub fn with_offset(&self, offset: usize) -> Self {
        let mut changed = self.clone();
        changed.pairs.insert("offset".to_owned(), offset.to_string());
        changed
    }

    /// Without one code of a list parameter.
    #[must_use]
    pub fn without_code(&self, name: &str, code: &str) -> Self {
        let held = split_codes(self.get(name).unwrap_or_default());
        let rest: Vec<String> =
            held.iter().filter(|held| *held != code).map(|held| escape_code(held)).collect();
        self.with(name, &rest.join(","))
    }

    /// Only the parameters that `keep` accepts.
    #[must_use]
    pub fn only(&self, keep: impl Fn(&str) -> bool) -> Self {
        let pairs = self.pairs.iter().filter(|(name, _)| keep(name));
        Self { path: self.path.clone(), pairs: pairs.map(|(n, v)| (n.clone(), v.clone())).collect() }
    }

    /// The same parameters under another path.
    #[must_use]
    pub fn at(&self, path: &str) -> Self {
        Self { path: path.to_owned(), pairs: self.pairs.clone() }
    }
}

impl fmt::Display for Address {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.path)?;
        for (position, (name, value)) in self.pairs.iter().enumerate() {
            formatter.write_str(if position == 0 { "?" } else { "&" })?;
            // A comma parts codes and stays readable.
            let encoded = |text: &str| form_urlencoded::byte_serialize(text.as_bytes()).collect::<String>();
            write!(formatter, "{}={}", encoded(name), encoded(value).replace("%2C", ","))?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn address(pairs: &[(&str, &str)]) -> Address {
        let pairs: Vec<_> = pairs.iter().map(|(n, v)| ((*n).to_owned(), (*v).to_owned())).collect();
        Address::new("/explore", &pairs)
    }

    #[test]
    fn one_state_has_one_address() {
        let one = address(&[("q", ""), ("within", "IN-UP"), ("family", "metal"), ("family", "wood")]);
        let other = address(&[("family", "metal,wood"), ("within", "IN-UP")]);
        assert_eq!(one.to_string(), "/explore?family=metal,wood&within=IN-UP");
        assert_eq!(one, other);
    }

    #[test]
    fn taking_a_code_away_goes_back_to_the_first_page() {
        let held = address(&[("family", "metal,wood"), ("offset", "20")]);
        assert_eq!(held.without_code("family", "metal").to_string(), "/explore?family=wood");
        assert_eq!(
            held.without_code("family", "metal").without_code("family", "wood").to_string(),
            "/explore"
        );
    }

    #[test]
    fn a_name_stays_a_name() {
        let one = address(&[("a&family=metal\r\n", "1")]);
        assert_eq!(one.to_string(), "/explore?a%26family%3Dmetal%0D%0A=1");
    }
}
