//! How many features of each layer lie in each region: counted once for a snapshot, so that a page about
//! regions costs the same however large the layers are.

use super::snapshot::REGIONS;
use karigar_index::LayerSnapshot;
use karigar_model::{Query, RegionCode, RegionTree, Role};
use std::sync::Arc;

/// Counts by layer and region.
pub struct RegionCounts {
    layers: Vec<LayerCounts>,
}

struct LayerCounts {
    id: String,
    all: usize,
    /// By position in the tree of regions.
    regions: Vec<u32>,
}

impl RegionCounts {
    /// Counts the features of every layer but that of the regions themselves.
    pub fn new(layers: &[Arc<LayerSnapshot>], tree: &RegionTree) -> Self {
        let counted = layers.iter().filter(|layer| layer.layer().id != REGIONS);
        let layers = counted.map(|layer| LayerCounts {
            id: layer.layer().id.clone(),
            all: layer.len(),
            regions: in_regions(layer, tree),
        });
        Self { layers: layers.collect() }
    }

    /// Features by layer in a region of the tree, or everywhere.
    pub fn of(&self, tree: &RegionTree, within: Option<&RegionCode>) -> impl Iterator<Item = (&str, usize)> {
        let position = within.map(|code| tree.position(code));
        self.layers.iter().map(move |layer| {
            let count = match position {
                None => layer.all,
                Some(position) => position.map_or(0, |position| layer.regions[position as usize] as usize),
            };
            (layer.id.as_str(), count)
        })
    }
}

/// The features of a layer in each region: those known to lie in it alone, and those of the regions inside it.
fn in_regions(layer: &LayerSnapshot, tree: &RegionTree) -> Vec<u32> {
    let mut counts = vec![0_u32; tree.regions().len()];
    let Some(field) = layer.layer().role(Role::Region) else { return counts };
    for group in layer.aggregate(&Query::default(), &[field]) {
        let Some(code) = group.values[0].as_text().and_then(RegionCode::parse) else { continue };
        for position in (0..=code.level()).filter_map(|level| tree.position(&code.at_level(level)?)) {
            counts[position as usize] += group.count as u32;
        }
    }
    counts
}
