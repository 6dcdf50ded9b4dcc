//! A feature of a snapshot, without a copy.

use crate::LayerSnapshot;
use karigar_model::{Feature, GeometryRef, RegionCode, ValueRef};
use std::fmt;

/// One feature, borrowed from its snapshot. As small as two words, so copy it freely.
#[derive(Clone, Copy)]
pub struct FeatureRef<'a> {
    snapshot: &'a LayerSnapshot,
    record: u32,
}

impl<'a> FeatureRef<'a> {
    pub(crate) fn new(snapshot: &'a LayerSnapshot, record: u32) -> Self {
        Self { snapshot, record }
    }

    /// Its id.
    pub fn id(&self) -> &'a str {
        self.snapshot.ids.id(self.record)
    }

    /// Counts up with every change.
    pub fn version(&self) -> u32 {
        self.snapshot.versions.get(self.record)
    }

    /// Where it is drawn; nothing when its place is not known or may not be shown.
    pub fn geometry(&self) -> Option<GeometryRef<'a>> {
        self.snapshot.place_of(self.record).map(|place| self.snapshot.places.geometry(place))
    }

    /// The value of the field at this position of the layer's fields.
    pub fn value(&self, field: usize) -> ValueRef<'a> {
        self.snapshot.columns[field].value(self.record)
    }

    /// The text of a text field, or nothing when it is null or no text.
    pub fn text(&self, field: usize) -> Option<&'a str> {
        self.value(field).as_text()
    }

    /// Other names it is found by.
    pub fn aliases(&self) -> impl Iterator<Item = &'a str> {
        match self.snapshot.aliases.value(self.record) {
            ValueRef::List(names) => Some(names.iter()),
            _ => None,
        }
        .into_iter()
        .flatten()
    }

    /// The most exact region it lies in, in the view of the snapshot.
    pub fn region(&self) -> Option<&'a RegionCode> {
        self.snapshot.region_of(self.record)
    }
}

impl Feature for FeatureRef<'_> {
    fn id(&self) -> &str {
        FeatureRef::id(self)
    }

    fn version(&self) -> u32 {
        FeatureRef::version(self)
    }

    fn geometry(&self) -> Option<GeometryRef<'_>> {
        FeatureRef::geometry(self)
    }

    fn value(&self, field: usize) -> ValueRef<'_> {
        FeatureRef::value(self, field)
    }
}

impl fmt::Debug for FeatureRef<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_tuple("FeatureRef").field(&self.id()).finish()
    }
}
