//! Region by region: what is known of a region and of each one below it.

use super::Snapshot;
use super::snapshot::REGIONS;
use karigar_model::{Query, Region, RegionCode};
use serde::Serialize;

/// Counts by layer, in the order of layers.
pub type Counts = Vec<(String, usize)>;

/// A region with its counts and those of its children. For every layer, the children's counts and
/// `not_placed` add up to `counts`.
#[derive(Debug)]
pub struct Summary<'a> {
    /// The region.
    pub region: &'a Region,
    /// Features in it, by layer.
    pub counts: Counts,
    /// The regions right below it.
    pub children: Vec<Child<'a>>,
    /// Features that are known to lie in it but not in which child.
    pub not_placed: Counts,
}

/// A child of a summary.
#[derive(Debug)]
pub struct Child<'a> {
    /// The region.
    pub region: &'a Region,
    /// Features in it, by layer.
    pub counts: Counts,
}

/// A region in a list or a breadcrumb.
#[derive(Clone, Debug, Serialize)]
pub struct Crumb {
    /// Its code.
    pub code: RegionCode,
    /// Its name.
    pub name: String,
}

impl Snapshot {
    /// Features by layer in a region, or everywhere.
    pub fn counts(&self, within: Option<&RegionCode>) -> Counts {
        let query = Query { within: within.cloned(), ..Query::default() };
        let counted = self.layers.iter().filter(|layer| layer.layer().id != REGIONS);
        counted.map(|layer| (layer.layer().id.clone(), layer.count(&query))).collect()
    }

    /// What is known of a region of this view.
    pub fn summary(&self, code: &RegionCode) -> Option<Summary<'_>> {
        let region = self.tree.get(code)?;
        let counts = self.counts(Some(code));
        let children: Vec<Child<'_>> = self
            .tree
            .children(Some(code))
            .into_iter()
            .map(|region| Child { region, counts: self.counts(Some(&region.code)) })
            .collect();
        let not_placed = counts
            .iter()
            .enumerate()
            .map(|(layer, (id, all))| {
                let placed: usize = children.iter().map(|child| child.counts[layer].1).sum();
                (id.clone(), all - placed)
            })
            .collect();
        Some(Summary { region, counts, children, not_placed })
    }

    /// From the country down to the region.
    pub fn crumbs(&self, code: &RegionCode, language: &str) -> Vec<Crumb> {
        let ancestry = self.tree.ancestry(code).into_iter();
        ancestry.map(|r| Crumb { code: r.code.clone(), name: r.name_in(language).to_owned() }).collect()
    }
}

/// The count of one layer.
pub fn count_of(counts: &Counts, layer: &str) -> usize {
    counts.iter().find(|(id, _)| id == layer).map_or(0, |(_, count)| *count)
}
