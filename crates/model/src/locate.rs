//! Which region a point lies in: asked by whoever places records, answered by whoever knows outlines.

use crate::{Point, RegionCode};

/// Finds regions by position, in one view.
pub trait Locate {
    /// The most exact region at `point`. With `inside`, only that region and what lies in it counts.
    /// Where no outline holds the point, the nearest one no farther than `tolerance` degrees does.
    fn locate(&self, point: Point, inside: Option<&RegionCode>, tolerance: f64) -> Option<RegionCode>;
}
