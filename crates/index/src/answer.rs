//! What the snapshot answers, borrowed from it.

use crate::FeatureRef;
use karigar_model::ValueRef;
use karigar_model::query::Cursor;

/// One page of a result.
#[derive(Clone, Debug)]
pub struct Items<'a> {
    /// How many features match in all, counted exactly.
    pub number_matched: usize,
    /// The features of this page, in the order that was asked for.
    pub features: Vec<FeatureRef<'a>>,
    /// Where the next page starts; nothing on the last page.
    pub next: Option<Cursor>,
}

/// How often each value of one field occurs among the matches of a query.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Facet<'a> {
    /// Position in the layer's fields.
    pub field: usize,
    /// Every value that the layer holds, also those that do not occur; largest count first, then by
    /// bytes of the value.
    pub counts: Vec<FacetCount<'a>>,
    /// Matches without a value.
    pub missing: usize,
}

/// How often one value occurs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FacetCount<'a> {
    /// The value as it stands in data and in a URL.
    pub value: &'a str,
    /// How many matches have it.
    pub count: usize,
}

/// Matches that share their values of some fields.
#[derive(Clone, Debug)]
pub struct Group<'a> {
    /// One value a field, in the order the fields were named; null is a value here.
    pub values: Vec<ValueRef<'a>>,
    /// How many matches.
    pub count: usize,
}

/// A feature and how far it is.
#[derive(Clone, Copy, Debug)]
pub struct Neighbour<'a> {
    /// The feature.
    pub feature: FeatureRef<'a>,
    /// Geodesic metres; 0 inside an area.
    pub distance: f64,
}
