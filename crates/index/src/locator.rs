//! Which region a point lies in, by outlines.

use crate::shape::{area_holds, edges};
use geo::{BoundingRect, Closest, ClosestPoint};
use geo_types::{Geometry, Line, MultiPolygon};
use karigar_model::{Locate, Point, RegionCode};
use rstar::primitives::{GeomWithData, Rectangle};
use rstar::{AABB, RTree};

/// Outlines of the regions of one view.
#[derive(Debug)]
pub struct RegionLocator {
    outlines: Vec<(RegionCode, Geometry<f64>)>,
    boxes: RTree<GeomWithData<Rectangle<[f64; 2]>, usize>>,
}

impl RegionLocator {
    /// Takes outlines in degrees, none of which crosses the antimeridian. Empty ones are left out.
    pub fn new(shapes: Vec<(RegionCode, MultiPolygon<f64>)>) -> Self {
        let (mut outlines, mut boxes) = (Vec::new(), Vec::new());
        for (code, shape) in shapes {
            let Some(bbox) = shape.bounding_rect() else { continue };
            let corners = Rectangle::from_corners([bbox.min().x, bbox.min().y], [bbox.max().x, bbox.max().y]);
            boxes.push(GeomWithData::new(corners, outlines.len()));
            outlines.push((code, shape.into()));
        }
        Self { outlines, boxes: RTree::bulk_load(boxes) }
    }

    fn holding(&self, point: Point, inside: Option<&RegionCode>) -> Option<&RegionCode> {
        self.boxes
            .locate_all_at_point([point.lon, point.lat])
            .map(|entry| &self.outlines[entry.data])
            .filter(|(code, shape)| counts(code, inside) && area_holds(shape, point))
            .map(|(code, _)| code)
            .min_by(|one, other| finest_first(one, other))
    }

    fn nearest(&self, point: Point, inside: Option<&RegionCode>, tolerance: f64) -> Option<&RegionCode> {
        let narrowing = narrowing(point);
        let across = (tolerance / narrowing).min(360.0);
        let around = AABB::from_corners(
            [point.lon - across, point.lat - tolerance],
            [point.lon + across, point.lat + tolerance],
        );
        self.boxes
            .locate_in_envelope_intersecting(around)
            .map(|entry| &self.outlines[entry.data])
            .filter(|(code, _)| counts(code, inside))
            .map(|(code, shape)| (code, degrees_to(point, narrowing, shape)))
            .filter(|(_, distance)| *distance <= tolerance)
            .min_by(|(one, near), (other, far)| near.total_cmp(far).then_with(|| finest_first(one, other)))
            .map(|(code, _)| code)
    }
}

impl Locate for RegionLocator {
    /// Where outlines overlap, the finest region counts, then the first by code. A point on an outline is
    /// inside. Degrees of longitude are as long as at the point's latitude.
    fn locate(&self, point: Point, inside: Option<&RegionCode>, tolerance: f64) -> Option<RegionCode> {
        self.holding(point, inside).or_else(|| self.nearest(point, inside, tolerance)).cloned()
    }
}

fn counts(code: &RegionCode, inside: Option<&RegionCode>) -> bool {
    inside.is_none_or(|outer| code.is_within(outer))
}

fn finest_first(one: &RegionCode, other: &RegionCode) -> std::cmp::Ordering {
    other.level().cmp(&one.level()).then_with(|| one.cmp(other))
}

/// How much shorter a degree of longitude is than one of latitude; never nothing.
fn narrowing(point: Point) -> f64 {
    point.lat.to_radians().cos().max(1e-6)
}

/// Degrees from a point to the nearest edge of a shape, longitude scaled.
fn degrees_to(point: Point, narrowing: f64, shape: &Geometry<f64>) -> f64 {
    let mut nearest = f64::INFINITY;
    edges(shape, &mut |line| {
        let scaled = |x: f64| (x - point.lon) * narrowing;
        let line = Line::new(
            (scaled(line.start.x), line.start.y - point.lat),
            (scaled(line.end.x), line.end.y - point.lat),
        );
        let foot = match line.closest_point(&geo_types::Point::new(0.0, 0.0)) {
            Closest::Intersection(foot) | Closest::SinglePoint(foot) => foot,
            Closest::Indeterminate => line.start.into(),
        };
        nearest = nearest.min(foot.x().hypot(foot.y()));
    });
    nearest
}

#[cfg(test)]
mod tests {
    use super::*;
    use geo_types::Rect;

    fn code(text: &str) -> RegionCode {
        RegionCode::parse(text).unwrap()
    }

    fn locator() -> RegionLocator {
        let area = |text, west: f64, south: f64, east: f64, north: f64| {
            let rect = Rect::new((west, south), (east, north));
            (code(text), MultiPolygon::new(vec![rect.to_polygon()]))
        };
        RegionLocator::new(vec![
            area("IN", 70.0, 60.0, 80.0, 70.0),
            area("IN-UP", 74.0, 60.0, 80.0, 70.0),
            area("IN-UP-197", 76.0, 62.0, 78.0, 64.0),
            area("PK", 60.0, 60.0, 70.0, 70.0),
            (code("LK"), MultiPolygon::new(vec![])),
        ])
    }

    fn at(lon: f64, lat: f64, inside: Option<&str>, tolerance: f64) -> Option<String> {
        let inside = inside.map(code);
        locator().locate(Point { lon, lat }, inside.as_ref(), tolerance).map(String::from)
    }

    #[test]
    fn the_finest_region_that_holds_the_point_is_found() {
        assert_eq!(at(77.0, 63.0, None, 0.0).as_deref(), Some("IN-UP-197"));
        assert_eq!(at(75.0, 63.0, None, 0.0).as_deref(), Some("IN-UP"));
        assert_eq!(at(71.0, 63.0, None, 0.0).as_deref(), Some("IN"));
        assert_eq!(at(70.0, 63.0, None, 0.0).as_deref(), Some("IN"), "on the border");
        assert_eq!(at(70.0, 63.0, Some("PK"), 0.0).as_deref(), Some("PK"));
        assert_eq!(at(71.0, 63.0, Some("IN-UP"), 0.0), None);
    }

    #[test]
    fn off_the_coast_the_nearest_outline_counts() {
        assert_eq!(at(81.0, 65.0, None, 0.3), None);
        // At 65° north a degree of longitude is 0.42 of one of latitude.
        assert_eq!(at(81.0, 65.0, None, 0.43).as_deref(), Some("IN-UP"));
        assert_eq!(at(65.0, 59.8, None, 0.3).as_deref(), Some("PK"));
        assert_eq!(at(77.0, 61.9, Some("IN-UP-197"), 0.2).as_deref(), Some("IN-UP-197"));
    }
}
