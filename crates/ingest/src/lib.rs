//! Bytes of files become records, reference rows and row errors: pure, no I/O of its own.
//!
//! Start with [`Geography`] (regions, their outlines, towns and PIN codes), then [`Atlas`] (the tables of
//! the bundled atlas, read by the layer descriptors) and [`read_layer_file`] (an operator's own layer).
//! Reading never stops half way: whatever cannot be used becomes a [`RowError`] that says where it stands,
//! why it is wrong and what to do.

mod atlas;
mod cell;
mod files;
#[cfg(test)]
mod fixture;
mod geography;
mod layers;
mod organisation;
mod placing;
mod points;
mod reference;
mod regions;
mod resolver;
mod row_error;
mod scheme_names;
mod schemes;
mod statistics;
mod table;
mod table_layer;
mod topology;
mod upload;
mod words;

pub use atlas::{Atlas, AtlasMeta};
pub use files::Files;
pub use geography::Geography;
pub use layers::Descriptors;
pub use organisation::organisation_id;
pub use placing::{Locators, TOLERANCE};
pub use points::{Pin, Place};
pub use regions::Split;
pub use resolver::{Resolution, Resolver, Unresolved};
pub use row_error::RowError;
pub use topology::Topology;
pub use upload::{LayerFile, read_layer_file};
