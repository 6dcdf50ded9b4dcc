//! One layer, published, in memory: built once, read by all, never changed.
//!
//! Records stand in storage order: those with a place along the Hilbert curve, and by id where they share
//! one; then those without, by region and id. Every column, and each node of the two trees, speaks of them by
//! their position in that order.

use crate::FeatureRef;
use crate::aggregate::Aggregates;
use crate::build::Arrangement;
use crate::codes::Codes;
use crate::column::Column;
use crate::ids::Ids;
use crate::places::Places;
use crate::search_text::{self, Around, Found, Searchable};
use crate::times::Times;
use crate::tree::Tree;
use crate::walk::Block;
use crate::words::Sought;
use karigar_model::query::Test;
use karigar_model::{Bbox, Layer, PublicFeature, RegionCode, RegionTree, Role};
use std::sync::Arc;

/// The public features of one layer in one view.
#[derive(Debug)]
pub struct LayerSnapshot {
    layer: Arc<Layer>,
    region_tree: Arc<RegionTree>,
    generation: u64,
    pub(crate) ids: Ids,
    pub(crate) versions: Codes,
    /// Position in the region tree and one; 0 where the region is not known.
    pub(crate) regions: Codes,
    /// One a field of the layer.
    pub(crate) columns: Vec<Column>,
    pub(crate) aliases: Column,
    /// Fields to search, by position; none for the aliases.
    searchable: Vec<(Option<usize>, Searchable)>,
    around: Around,
    pub(crate) times: Option<Times>,
    pub(crate) places: Places,
    placed: u32,
    pub(crate) placed_block: Block,
    pub(crate) unplaced_block: Block,
}

impl LayerSnapshot {
    /// Builds the snapshot of `layer` from its features, which are consumed. Regions are those of `tree`.
    /// Takes O(n log n) time.
    ///
    /// # Panics
    /// When there are 2³² features or more, or 4 GiB of ids or of values of one field.
    pub fn build(
        layer: Arc<Layer>,
        features: Vec<PublicFeature>,
        tree: Arc<RegionTree>,
        generation: u64,
    ) -> Self {
        let arrangement = Arrangement::new(&features, &tree);
        let columns: Vec<Column> = layer
            .fields
            .iter()
            .enumerate()
            .map(|(at, field)| arrangement.column(field, |feature| &feature.values()[at]))
            .collect();
        let aliases = arrangement.aliases();
        let versions = arrangement.versions();
        let Arrangement { ids, regions, places, .. } = arrangement;
        drop(features);
        let placed = places.records_in_all();
        let count = ids.len() as u32;
        let block = |tree: Tree| {
            let aggregates = Aggregates::build(&tree, &layer.fields, &columns, &regions);
            Block { tree, aggregates }
        };
        let placed_block = block(Tree::build(
            places.len() as u32,
            |place| places.records(place),
            |place| Some(places.bbox(place)),
        ));
        let unplaced_block =
            block(Tree::build(count - placed, |record| placed + record..placed + record + 1, |_| None));
        let times = layer.role(Role::Time).map(|field| Times::build(field, &columns[field]));
        let searched = layer.fields.iter().enumerate().filter(|(_, field)| search_text::is_searched(field));
        let mut searchable: Vec<(Option<usize>, Searchable)> = searched
            .map(|(at, field)| {
                let worded = |text| search_text::worded(&layer, field, text);
                (Some(at), Searchable::build(&columns[at], count, worded))
            })
            .collect();
        searchable.push((None, Searchable::build(&aliases, count, Into::into)));
        let around = Around::build(&tree);
        Self {
            layer,
            region_tree: tree,
            generation,
            ids,
            versions,
            regions,
            columns,
            aliases,
            searchable,
            around,
            times,
            places,
            placed,
            placed_block,
            unplaced_block,
        }
    }

    /// The layer.
    pub fn layer(&self) -> &Arc<Layer> {
        &self.layer
    }

    /// The generation of the layer's last change.
    pub fn generation(&self) -> u64 {
        self.generation
    }

    /// How many features.
    pub fn len(&self) -> usize {
        self.ids.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// How many features have a geometry.
    pub fn placed(&self) -> usize {
        self.placed as usize
    }

    /// The smallest box around all geometries that does not cross the antimeridian; nothing when no feature
    /// is placed.
    pub fn extent(&self) -> Option<Bbox> {
        let tree = &self.placed_block.tree;
        tree.bbox(tree.root()?.index).copied()
    }

    /// The feature with this id.
    pub fn get(&self, id: &str) -> Option<FeatureRef<'_>> {
        self.ids.find(id).map(|record| FeatureRef::new(self, record))
    }

    /// Whether a feature has `text` as its value of the field at this position in the layer's fields, or
    /// as one of them.
    pub fn has_value(&self, field: usize, text: &str) -> bool {
        !self.columns[field].accept(&Test::AnyOf(vec![text.to_owned()])).is_nothing()
    }

    pub(crate) fn region_tree(&self) -> &RegionTree {
        &self.region_tree
    }

    /// The place of a record, unless it has none.
    pub(crate) fn place_of(&self, record: u32) -> Option<u32> {
        (record < self.placed).then(|| self.places.of_record(record))
    }

    pub(crate) fn region_of(&self, record: u32) -> Option<&RegionCode> {
        let position = self.regions.get(record).checked_sub(1)?;
        Some(&self.region_tree.regions()[position as usize].code)
    }

    /// Where a word or a phrase occurs: in texts, and in the names of the regions around.
    pub(crate) fn find_text(&self, sought: Sought<'_>) -> Found<'_> {
        let columns = self.searchable.iter().map(|(field, searchable)| {
            (field.map_or(&self.aliases, |field| &self.columns[field]), searchable)
        });
        let around = self.around.find(sought, &self.region_tree).map(|accept| (&self.regions, accept));
        search_text::find(columns, sought, around, self.len())
    }
}
