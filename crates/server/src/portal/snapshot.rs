//! Everything that is published, in one view, immutable and swapped as a whole.

use super::also::{Also, also};
use super::completeness::Completeness;
use super::district_products::merged;
use super::drawing::Drawing;
use super::region_counts::RegionCounts;
use super::{Error, Gazetteer};
use karigar_index::{LayerSnapshot, RegionLocator};
use karigar_ingest::{AtlasMeta, Geography, Split};
use karigar_model::privacy::publish;
use karigar_model::reference::{Name, Reference, Translation};
use karigar_model::{Layer, Record, RegionCode, RegionTree, View};
use karigar_store::Store;
use std::collections::{BTreeMap, HashMap};
use std::sync::{Arc, OnceLock};

/// What is published.
pub struct Snapshot {
    /// Which boundaries are shown.
    pub view: View,
    /// Counts up with every change of the database.
    pub generation: u64,
    /// Which atlas is loaded.
    pub atlas: AtlasMeta,
    /// Regions of the view.
    pub tree: Arc<RegionTree>,
    /// Districts that were split off after the jurisdictions were stated.
    pub splits: BTreeMap<RegionCode, Split>,
    /// Which region a point lies in.
    pub locator: Arc<RegionLocator>,
    /// The layers, in the order of the atlas, then those added.
    pub layers: Vec<Arc<LayerSnapshot>>,
    /// Rows that are no layer.
    pub reference: Arc<Reference>,
    /// Outlines for drawn maps.
    pub drawing: Drawing,
    /// Names of everything that has one.
    pub gazetteer: Gazetteer,
    /// How many features lie in each region.
    pub region_counts: RegionCounts,
    /// Records that are made in a region, but counted in another.
    pub also: Also,
    pub(super) completeness: OnceLock<Completeness>,
    names: HashMap<(String, String), Vec<usize>>,
    translations: HashMap<(String, String), Vec<usize>>,
}

impl Snapshot {
    /// Publishes what the database holds, in the view of the settings.
    pub async fn build(
        store: &Store,
        geography: &Geography,
        view: View,
        atlas: AtlasMeta,
        mut layers: Vec<Layer>,
        drawing: Drawing,
    ) -> Result<Self, Error> {
        let internal = |error: karigar_store::Error| Error::Internal(error.to_string());
        let tree = geography.trees[&view].clone();
        let locator = Arc::new(RegionLocator::new(geography.shapes[&view].shapes(0.0)));
        layers.extend(store.added_layers().await.map_err(internal)?);
        let mut snapshots = Vec::with_capacity(layers.len());
        for layer in layers {
            let generation = store.generation(&layer.id).await.map_err(internal)?;
            let records = if layer.id == REGIONS {
                geography.region_records(view)
            } else {
                store.records(&layer.id).await.map_err(internal)?
            };
            snapshots.push(Arc::new(publish_layer(layer, records, &tree, generation)));
        }
        let mut reference = store.reference().await.map_err(internal)?;
        reference.district_products = merged(reference.district_products);
        let reference = Arc::new(reference);
        let gazetteer = Gazetteer::build(&snapshots, &tree, geography, &reference.translations);
        let also = also(&snapshots, geography, view);
        let region_counts = RegionCounts::new(&snapshots, &tree);
        let names = positions(reference.names.iter().map(|name| (&name.layer, &name.id)));
        let translations = positions(reference.translations.iter().map(|text| (&text.layer, &text.id)));
        Ok(Self {
            view,
            generation: store.latest_generation().await.map_err(internal)?,
            atlas,
            splits: geography.splits.iter().map(|split| (split.code.clone(), split.clone())).collect(),
            tree,
            locator,
            layers: snapshots,
            reference,
            drawing,
            gazetteer,
            region_counts,
            also,
            completeness: OnceLock::new(),
            names,
            translations,
        })
    }

    /// Names of a record in other scripts and spellings.
    pub fn names(&self, layer: &str, id: &str) -> impl Iterator<Item = &Name> {
        let found = self.names.get(&(layer.to_owned(), id.to_owned()));
        found.into_iter().flatten().map(|position| &self.reference.names[*position])
    }

    /// What a field of a record is in another language, and how that came about.
    pub fn translation(&self, layer: &str, id: &str, field: &str, language: &str) -> Option<&Translation> {
        let found = self.translations.get(&(layer.to_owned(), id.to_owned()))?;
        let mut texts = found.iter().map(|position| &self.reference.translations[*position]);
        texts.find(|text| text.field == field && text.lang == language)
    }
}

/// The layer that is made from the atlas's outlines and not stored in the database.
pub const REGIONS: &str = "regions";

fn publish_layer(
    layer: Layer,
    records: Vec<Record>,
    tree: &Arc<RegionTree>,
    generation: u64,
) -> LayerSnapshot {
    let features = records.into_iter().filter_map(|record| publish(&layer, record, tree)).collect();
    LayerSnapshot::build(Arc::new(layer), features, tree.clone(), generation)
}

fn positions<'a>(
    keys: impl Iterator<Item = (&'a String, &'a String)>,
) -> HashMap<(String, String), Vec<usize>> {
    let mut found: HashMap<(String, String), Vec<usize>> = HashMap::new();
    for (position, (layer, id)) in keys.enumerate() {
        found.entry((layer.clone(), id.clone())).or_default().push(position);
    }
    found
}
