//! Region by region: what is known of a region and of each one below it.

use super::Snapshot;
use karigar_model::{Region, RegionCode};
use serde::Serialize;

/// Counts by layer, in the order of layers.
pub type Counts = Vec<(String, usize)>;

/// Counts of a region, or of everything, and of each region right below it. For every layer, the
/// children's counts and `not_placed` add up to `counts`.
#[derive(Debug)]
pub struct Tally<'a> {
    /// Features by layer.
    pub counts: Counts,
    /// The regions right below.
    pub children: Vec<Child<'a>>,
    /// Features that are known to lie in the region but not in which child.
    pub not_placed: Counts,
}

/// A region with its counts.
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
        let counts = self.region_counts.of(&self.tree, within);
        counts.map(|(layer, count)| (layer.to_owned(), count)).collect()
    }

    /// Features by layer in a region, or everywhere, and in each region right below.
    pub fn tally(&self, within: Option<&RegionCode>) -> Tally<'_> {
        let counts = self.counts(within);
        let children = self.tree.children(within).into_iter();
        let children: Vec<Child<'_>> =
            children.map(|region| Child { region, counts: self.counts(Some(&region.code)) }).collect();
        let rest = counts.iter().enumerate().map(|(layer, (id, all))| {
            let placed: usize = children.iter().map(|child| child.counts[layer].1).sum();
            (id.clone(), all - placed)
        });
        let not_placed = rest.collect();
        Tally { counts, children, not_placed }
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
