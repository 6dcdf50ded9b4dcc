//! How complete the records of a region are: a weighted score of each record, and what the atlas lacks.
//!
//! The score of a record is what it has of [`PARTS`], by weight, in hundredths. A part that its layer has no
//! field for is left out of both sides, so that layers can be set side by side. The score of a region is the
//! mean of its records. It says how much is known of what is in the atlas, never how much is not in it.

use super::Snapshot;
use super::snapshot::REGIONS;
use karigar_index::{FeatureRef, LayerSnapshot};
use karigar_model::{Layer, Precision, RegionCode, RegionTree, Role};
use std::collections::BTreeMap;
use std::sync::Arc;

/// What a record should have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// Where it is. A place that is known to its district counts half, one known to its state not at all.
    Place,
    /// Who says so.
    Source,
    /// Since when that is known.
    Date,
    /// What kind of thing it is.
    Kind,
    /// A sentence about it.
    Words,
    /// What it is made of.
    Materials,
    /// How to reach it: telephone, mail or website.
    Contact,
}

/// All parts with their weights: what a reader needs to go there and to judge the record weighs most. A name is
/// no part, as nothing is listed without one.
pub const PARTS: [(Part, u64); 7] = [
    (Part::Place, 4),
    (Part::Source, 3),
    (Part::Date, 2),
    (Part::Kind, 1),
    (Part::Words, 1),
    (Part::Materials, 1),
    (Part::Contact, 3),
];

/// Fields by which a part without a role is known.
const CONTACT: [&str; 3] = ["phone", "email", "website"];
/// Scores below this are low: less than half of what should be known is.
pub const LOW: u64 = 50;

impl Part {
    /// Its name in answers and messages.
    pub fn code(self) -> &'static str {
        match self {
            Self::Place => "place",
            Self::Source => "source",
            Self::Date => "date",
            Self::Kind => "kind",
            Self::Words => "words",
            Self::Materials => "materials",
            Self::Contact => "contact",
        }
    }

    /// The fields of a layer that state it.
    fn fields(self, layer: &Layer) -> Vec<usize> {
        let role = |role| layer.role(role).into_iter().collect();
        let named = |names: &[&str]| names.iter().filter_map(|name| layer.field_index(name)).collect();
        match self {
            Self::Place => role(Role::Precision),
            Self::Source => role(Role::Source),
            Self::Date => role(Role::AsOf),
            Self::Kind => role(Role::Category),
            Self::Words => role(Role::Summary),
            Self::Materials => named(&["materials"]),
            Self::Contact => named(&CONTACT),
        }
    }

    /// How much of it a record has, in halves.
    fn halves(self, feature: FeatureRef<'_>, fields: &[usize]) -> u64 {
        if self == Self::Place {
            let precision = feature.text(fields[0]).and_then(|text| text.parse().ok());
            return place_halves(precision, feature.geometry().is_some());
        }
        if fields.iter().any(|field| !feature.value(*field).is_null()) { 2 } else { 0 }
    }
}

/// A place known to its district is half a place; one of a layer that does not say how exact it is, a whole.
fn place_halves(precision: Option<Precision>, placed: bool) -> u64 {
    match precision {
        _ if !placed => 0,
        Some(Precision::District) => 1,
        _ => 2,
    }
}

/// The score of a record, 0 to 100, from weights and halves of each part that its layer has. Half a hundredth
/// counts up.
fn score(parts: &[(u64, u64)]) -> u64 {
    let most: u64 = parts.iter().map(|(weight, _)| 2 * weight).sum();
    let has: u64 = parts.iter().map(|(weight, halves)| weight * halves).sum();
    (has * 100 + most / 2).checked_div(most).unwrap_or(0)
}

/// What is known of the records of a layer in a region.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Known {
    /// Records.
    pub records: u64,
    /// Those with a place on the map.
    pub placed: u64,
    /// Those that name a source.
    pub sourced: u64,
    /// Those that say since when.
    pub dated: u64,
    scores: u64,
}

impl Known {
    /// The mean score of the records, 0 to 100; nothing without records.
    pub fn score(&self) -> Option<u64> {
        (self.records > 0).then(|| (self.scores + self.records / 2) / self.records)
    }

    /// With those of another layer or region.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        Self {
            records: self.records + other.records,
            placed: self.placed + other.placed,
            sourced: self.sourced + other.sourced,
            dated: self.dated + other.dated,
            scores: self.scores + other.scores,
        }
    }
}

/// What is known in every region, by layer.
pub struct Completeness {
    layers: Vec<(String, Vec<Known>)>,
}

impl Completeness {
    /// Looks at every record once.
    fn new(layers: &[Arc<LayerSnapshot>], tree: &RegionTree) -> Self {
        let counted = layers.iter().filter(|layer| layer.layer().id != REGIONS);
        Self { layers: counted.map(|layer| (layer.layer().id.clone(), in_regions(layer, tree))).collect() }
    }

    /// What is known of each layer with records in a region.
    pub fn of<'a>(&'a self, tree: &RegionTree, code: &RegionCode) -> Vec<(&'a str, Known)> {
        let position = tree.position(code);
        let known = |regions: &[Known]| position.map_or_else(Known::default, |at| regions[at as usize]);
        let layers = self.layers.iter().map(|(id, regions)| (id.as_str(), known(regions)));
        layers.filter(|(_, known)| known.records > 0).collect()
    }
}

fn in_regions(layer: &LayerSnapshot, tree: &RegionTree) -> Vec<Known> {
    let mut regions = vec![Known::default(); tree.regions().len()];
    let described = layer.layer();
    let fields = PARTS.map(|(part, weight)| (part, weight, part.fields(described)));
    for feature in layer.all(&karigar_model::Query::default()) {
        let Some(code) = feature.region() else { continue };
        let own = fields.iter().filter(|(_, _, fields)| !fields.is_empty());
        let halves: Vec<(Part, u64, u64)> =
            own.map(|(part, weight, fields)| (*part, *weight, part.halves(feature, fields))).collect();
        let has = |wanted: Part| halves.iter().any(|(part, _, halves)| *part == wanted && *halves > 0).into();
        let parts: Vec<(u64, u64)> = halves.iter().map(|(_, weight, halves)| (*weight, *halves)).collect();
        let known = Known {
            records: 1,
            placed: has(Part::Place),
            sourced: has(Part::Source),
            dated: has(Part::Date),
            scores: score(&parts),
        };
        for level in 0..=code.level() {
            if let Some(at) = code.at_level(level).and_then(|code| tree.position(&code)) {
                regions[at as usize] = regions[at as usize].and(known);
            }
        }
    }
    regions
}

impl Snapshot {
    /// What is known in every region; looked at when it is asked for first.
    pub fn completeness(&self) -> &Completeness {
        self.completeness.get_or_init(|| Completeness::new(&self.layers, &self.tree))
    }
}

/// Records of a layer in a region by how exactly their place is known, exact first.
pub fn by_precision(layer: &LayerSnapshot, code: &RegionCode) -> BTreeMap<Precision, usize> {
    let Some(field) = layer.layer().role(Role::Precision) else { return BTreeMap::new() };
    let query = karigar_model::Query { within: Some(code.clone()), ..Default::default() };
    let groups = layer.aggregate(&query, &[field]).into_iter();
    groups.filter_map(|group| Some((group.values[0].as_text()?.parse().ok()?, group.count))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_score_is_what_a_record_has_of_what_its_layer_could_say() {
        for (what, parts, expected) in [
            ("everything", vec![(4, 2), (3, 2), (2, 2), (1, 2)], 100),
            ("nothing", vec![(4, 0), (3, 0), (2, 0), (1, 0)], 0),
            ("a source and a kind alone", vec![(4, 0), (3, 2), (2, 0), (1, 2)], 40),
            ("known to its district", vec![(4, 1), (3, 2), (2, 0), (1, 2)], 60),
            ("a layer without place", vec![(3, 2), (2, 0)], 60),
            ("half a hundredth", vec![(4, 2), (3, 0), (1, 0)], 50),
            ("a layer that says nothing", vec![], 0),
        ] {
            assert_eq!(score(&parts), expected, "{what}");
        }
    }

    #[test]
    fn a_place_known_to_its_state_is_none() {
        for (precision, placed, expected) in [
            (Some(Precision::Exact), true, 2),
            (Some(Precision::Town), true, 2),
            (Some(Precision::Pin), true, 2),
            (Some(Precision::District), true, 1),
            (Some(Precision::State), false, 0),
            (Some(Precision::Country), false, 0),
            (None, true, 2),
            (None, false, 0),
        ] {
            assert_eq!(place_halves(precision, placed), expected, "{precision:?}");
        }
    }

    #[test]
    fn the_score_of_a_region_is_the_mean_of_its_records() {
        let one = Known { records: 1, scores: 100, ..Known::default() };
        let other = Known { records: 2, scores: 61, ..Known::default() };
        assert_eq!(one.and(other).score(), Some(54));
        assert_eq!(Known::default().score(), None);
    }
}
