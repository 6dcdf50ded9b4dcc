//! Published features in memory, one immutable snapshot a layer.
//!
//! Start with [`LayerSnapshot`]: it is built from public features only, and answers counts, pages, facets,
//! groups and nearest features for any [`karigar_model::Query`]. [`FeatureRef`] is what it hands out.
//! [`NameIndex`] finds names however they are spelt, [`RegionLocator`] the region of a point.

mod aggregate;
mod answer;
mod bound;
mod build;
mod codes;
mod column;
mod dictionary;
mod distance;
mod feature;
mod hash;
mod hilbert;
mod ids;
mod items;
mod locator;
mod mentions;
mod names;
mod nearest;
mod order;
mod places;
mod plan;
mod search;
mod search_text;
mod shape;
mod snapshot;
mod table;
mod tally;
mod times;
mod tree;
mod typo;
mod walk;
mod words;

pub use answer::{Facet, FacetCount, Group, Items, Neighbour};
pub use distance::geodesic_distance;
pub use feature::FeatureRef;
pub use locator::RegionLocator;
pub use mentions::{Mention, Mentions};
pub use names::{NameIndex, NameMatch};
pub use snapshot::LayerSnapshot;
