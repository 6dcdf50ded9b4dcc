//! The words of the domain, as pure data and parsing: no I/O, no async.
//!
//! Start with [`layer`] (a layer is described once, and that description is data), then [`query`]
//! (what can be asked of a layer), [`region`] (countries, states, districts in two views) and
//! [`privacy`] (the only way from a stored record to a public feature).

pub mod collation;
pub mod error;
pub mod feature;
pub mod fold;
pub mod geometry;
pub mod jurisdiction;
pub mod layer;
pub mod locate;
pub mod measure;
pub mod pattern;
pub mod position;
pub mod precision;
pub mod privacy;
pub mod query;
pub mod record;
pub mod recurrence;
pub mod reference;
pub mod region;
pub mod strings;
pub mod toml_text;
pub mod translated;
pub mod value;
pub mod written;
pub mod years;

pub use error::{ParameterError, closest};
pub use feature::Feature;
pub use geometry::{Bbox, GeometryRef, Point};
pub use layer::{Field, FieldType, GeometryType, Layer, Role};
pub use locate::Locate;
pub use pattern::Pattern;
pub use precision::Precision;
pub use privacy::PublicFeature;
pub use query::{Page, Query, Sort};
pub use record::Record;
pub use region::{Region, RegionCode, RegionTree, View};
pub use value::{Value, ValueRef};
