//! What a feature looks like to whoever writes it out.

use crate::{GeometryRef, ValueRef};

/// A public feature of some layer, borrowed from wherever it lives. Field positions are those of the
/// layer's `fields`.
pub trait Feature {
    /// Its id.
    fn id(&self) -> &str;
    /// Counts up with every change.
    fn version(&self) -> u32;
    /// Where it is, if that may be shown.
    fn geometry(&self) -> Option<GeometryRef<'_>>;
    /// The value of a field.
    fn value(&self, field: usize) -> ValueRef<'_>;
}
