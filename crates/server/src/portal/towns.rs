//! Towns and villages that a typed place leads to: those of the gazetteer, and those that records name.

use super::described::Places;
use super::serving::position;
use karigar_index::{LayerSnapshot, geodesic_distance};
use karigar_ingest::{Geography, Place};
use karigar_model::fold::{fold, other_spelling, same_sound};
use karigar_model::reference::Translation;
use karigar_model::{Point, Precision, Query, RegionCode, RegionTree, Role};
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

/// A town or village.
#[derive(Clone, Debug, PartialEq)]
pub struct Town {
    /// Id in the answers of the search.
    pub id: String,
    /// Usual name, in plain Latin letters.
    pub name: String,
    /// Names by BCP 47 language.
    pub names: BTreeMap<String, String>,
    /// Most exact region, in the view shown.
    pub region: Option<RegionCode>,
    /// Inhabitants, 0 where not known.
    pub population: u64,
    /// Where it is.
    pub point: Point,
    /// How exactly that is known.
    pub precision: Precision,
}

/// Towns of one name that are no farther apart, in metres, are one, whatever the districts say.
const ONE_TOWN: f64 = 15_000.0;

/// Towns, and all the names that each is found by.
#[derive(Default)]
pub struct Towns {
    /// The towns.
    pub all: Vec<Town>,
    /// Names of each, its own before others.
    pub spellings: Vec<Vec<String>>,
    /// Towns by folded name.
    named: HashMap<String, Vec<usize>>,
}

/// A town as a record names it.
struct Named<'a> {
    id: String,
    name: &'a str,
    stated: &'a str,
    /// Its names in other languages.
    translated: Vec<&'a Translation>,
    region: &'a RegionCode,
    point: Point,
    precision: Precision,
}

impl Towns {
    /// Gathers the towns of the gazetteer, then those that only records name, the most exact record first. A
    /// district that a record names as its town is none.
    pub fn gather(
        layers: &[Arc<LayerSnapshot>],
        tree: &RegionTree,
        geography: &Geography,
        places: &Places<'_>,
    ) -> Self {
        let mut towns = Self::default();
        for place in &geography.places {
            towns.add_place(place, tree);
        }
        let named = layers.iter().filter(|layer| !layer.layer().persons);
        let mut named: Vec<Named<'_>> = named.flat_map(|layer| towns_of(layer, places)).collect();
        named.sort_by_key(|named| named.precision);
        for named in &named {
            towns.add_named(named, tree);
        }
        towns
    }

    fn add_place(&mut self, place: &Place, tree: &RegionTree) {
        let name = if place.ascii_name.is_empty() { &place.name } else { &place.ascii_name };
        let town = Town {
            id: place.id.clone(),
            name: name.clone(),
            names: place.names.clone(),
            region: place.placement.in_view(tree.view()).cloned(),
            population: place.population,
            point: place.point,
            precision: Precision::Town,
        };
        let others = std::iter::once(&place.name).chain(place.names.values()).chain(&place.alt_names);
        let spellings = std::iter::once(name).chain(others).cloned().collect();
        self.add(town, spellings);
    }

    fn add_named(&mut self, named: &Named<'_>, tree: &RegionTree) {
        let spelling = other_spelling(named.name, named.stated).into_iter();
        let spelling =
            spelling.chain(named.translated.iter().map(|name| name.text.as_str())).map(str::to_owned);
        let known = self.named.get(&fold(named.name)).into_iter().flatten().copied();
        let one = known.min_by(|a, b| {
            let far = |at: &usize| geodesic_distance(self.all[*at].point, named.point);
            far(a).total_cmp(&far(b))
        });
        if let Some(at) = one.filter(|at| named.is(&self.all[*at])) {
            self.spellings[at].extend(spelling);
            for name in &named.translated {
                self.all[at].names.entry(name.lang.clone()).or_insert_with(|| name.text.clone());
            }
            return;
        }
        let district = tree.get(named.region).map_or("", |region| &region.name);
        if named.precision == Precision::District && same_sound(named.name, district) {
            return;
        }
        let town = Town {
            id: named.id.clone(),
            name: named.name.to_owned(),
            names: named.translated.iter().map(|name| (name.lang.clone(), name.text.clone())).collect(),
            region: Some(named.region.clone()),
            population: 0,
            point: named.point,
            precision: named.precision,
        };
        self.add(town, std::iter::once(named.name.to_owned()).chain(spelling).collect());
    }

    fn add(&mut self, town: Town, spellings: Vec<String>) {
        for name in &spellings {
            let known = self.named.entry(fold(name)).or_default();
            if known.last() != Some(&self.all.len()) {
                known.push(self.all.len());
            }
        }
        self.all.push(town);
        self.spellings.push(spellings);
    }
}

impl Named<'_> {
    /// Whether this is a town that is known already by this name.
    fn is(&self, town: &Town) -> bool {
        let same_district = self.region.level() == 2 && town.region.as_ref() == Some(self.region);
        same_district || geodesic_distance(town.point, self.point) <= ONE_TOWN
    }
}

/// The towns that the records of a layer name and whose position is known.
fn towns_of<'a>(layer: &'a LayerSnapshot, places: &Places<'a>) -> Vec<Named<'a>> {
    let described = layer.layer();
    let Some(town) = described.role(Role::Town) else { return Vec::new() };
    let (stated, precision) = (described.role(Role::Place), described.role(Role::Precision));
    let named = layer.all(&Query::default()).filter_map(|feature| {
        Some(Named {
            id: format!("{}.{}", described.id, feature.id()),
            name: feature.text(town)?,
            stated: stated.and_then(|field| feature.text(field)).unwrap_or_default(),
            translated: places.of(&described.id, feature.id()).collect(),
            region: feature.region()?,
            point: position(feature)?,
            precision: feature.text(precision?)?.parse().ok()?,
        })
    });
    named.collect()
}
