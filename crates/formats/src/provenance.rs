//! Where a feature comes from, as every export says it.

use karigar_model::{Feature, Layer, Role, written};
use std::borrow::Cow;
use std::collections::BTreeMap;

/// What all features of an export say about their origin, and what each adds of its own.
#[derive(Clone, Copy, Debug)]
pub struct Provenance<'a> {
    /// Address of a record's page up to its id.
    pub record_url: &'a str,
    /// Version of the atlas.
    pub atlas_version: &'a str,
    /// Licence of the layer; empty where none is stated.
    pub license: &'a str,
    /// Words in the source of a position, and the credit that this source asks for.
    pub credits: &'a BTreeMap<String, String>,
}

impl<'a> Provenance<'a> {
    /// Names of what [`Self::of`] gives, in its order.
    pub const NAMES: [&'static str; 4] =
        [written::RECORD_URL, written::ATLAS_VERSION, written::LICENSE, written::CREDIT];

    /// What is said of one feature of `layer`; empty where there is nothing to say.
    pub fn of(&self, layer: &Layer, feature: &impl Feature) -> [Cow<'a, str>; 4] {
        let url = format!("{}{}", self.record_url, feature.id());
        [url.into(), self.atlas_version.into(), self.license.into(), self.credit(layer, feature).into()]
    }

    /// The credits of the sources of its position, joined by "; ".
    fn credit(&self, layer: &Layer, feature: &impl Feature) -> String {
        let Some(field) = layer.role(Role::PositionSource) else { return String::new() };
        let source = feature.value(field).display();
        let mut credits: Vec<&str> = Vec::new();
        for (_, credit) in self.credits.iter().filter(|(words, _)| source.contains(words.as_str())) {
            if !credits.contains(&credit.as_str()) {
                credits.push(credit);
            }
        }
        credits.join("; ")
    }
}
