//! A record as the database holds it.

use crate::{RegionCode, Value, View};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// In which region a record lies, in both views. Nothing where its place is not known even by country.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Placement {
    /// Most exact region in the official Indian view.
    pub india: Option<RegionCode>,
    /// Most exact region in the de-facto view.
    pub neutral: Option<RegionCode>,
}

impl Placement {
    /// The region in `view`.
    pub fn in_view(&self, view: View) -> Option<&RegionCode> {
        match view {
            View::India => self.india.as_ref(),
            View::Neutral => self.neutral.as_ref(),
        }
    }
}

/// A record of a layer, with everything that is known, public or not.
#[derive(Clone, Debug, PartialEq)]
pub struct Record {
    /// Layer it belongs to.
    pub layer: String,
    /// Id, unique in its layer, never used again.
    pub id: String,
    /// Counts up with every change, from 1.
    pub version: u32,
    /// Where it is, as exactly as is known (not what may be shown).
    pub geometry: Option<geo_types::Geometry<f64>>,
    /// Values by field id; a field that is missing is not known.
    pub properties: BTreeMap<String, Value>,
    /// Its region in both views.
    pub placement: Placement,
    /// Other names it is found by, in any script.
    pub aliases: Vec<String>,
}
