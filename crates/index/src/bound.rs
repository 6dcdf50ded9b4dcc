//! Bounds of geodesic distances that cost a few sines and are right at every latitude and across the
//! antimeridian.
//!
//! Take geographic latitude for the latitude of a sphere. Along any path an ellipsoid's element of arc is
//! ds² = M²dφ² + N²cos²φ dλ², where the radii of curvature M and N both lie between the meridian's radius at
//! the equator, a(1 − e²), and the polar radius, a/√(1 − e²). So a geodesic is never shorter than the
//! first times the central angle of the sphere, and never longer than the second times it.

use karigar_model::{Bbox, Point};

/// a(1 − e²) of WGS 84, metres: the smallest radius of curvature.
const SMALLEST_RADIUS: f64 = 6_335_439.327;
/// a/√(1 − e²) of WGS 84, metres: the largest radius of curvature.
const LARGEST_RADIUS: f64 = 6_399_593.626;
/// Room for rounding, as a share and in metres.
const SHARE: f64 = 1e-9;
const METRES: f64 = 1e-5;
/// An angle near π is known to some 10⁻⁸ only.
const NEAR_PI: f64 = 1e-7;

/// A distance in metres that no point of `bbox`, which does not cross the antimeridian, is nearer than.
pub(crate) fn nearest(point: Point, bbox: &Bbox) -> f64 {
    (angle_to_box(point, bbox) * SMALLEST_RADIUS * (1.0 - SHARE) - METRES).max(0.0)
}

/// A distance in metres that no point of `bbox`, which does not cross the antimeridian, is farther than.
pub(crate) fn farthest(point: Point, bbox: &Bbox) -> f64 {
    let lon = if point.lon > 0.0 { point.lon - 180.0 } else { point.lon + 180.0 };
    let antipode = Point { lon, lat: -point.lat };
    let angle = std::f64::consts::PI - angle_to_box(antipode, bbox);
    (angle + NEAR_PI) * LARGEST_RADIUS
}

/// Metres that two points are at least and at most apart.
pub(crate) fn between(one: Point, other: Point) -> (f64, f64) {
    let gap = (one.lon - other.lon).abs();
    let angle = angle(one.lat, other.lat, gap.min(360.0 - gap));
    let low = (angle * SMALLEST_RADIUS * (1.0 - SHARE) - METRES).max(0.0);
    let unsure = if angle > 3.0 { NEAR_PI } else { 0.0 };
    (low, (angle * (1.0 + SHARE) + unsure) * LARGEST_RADIUS + METRES)
}

/// The smallest central angle between a point and a box, radians.
fn angle_to_box(point: Point, bbox: &Bbox) -> f64 {
    let gap = longitude_gap(point.lon, bbox);
    if gap == 0.0 {
        return (bbox.south - point.lat).max(point.lat - bbox.north).max(0.0).to_radians();
    }
    let ends = angle(point.lat, bbox.south, gap).min(angle(point.lat, bbox.north, gap));
    // The latitude where the edge's meridian is nearest: the foot of the perpendicular.
    let (sine, cosine) = point.lat.to_radians().sin_cos();
    let foot = sine.atan2(cosine * gap.to_radians().cos()).to_degrees();
    if foot > bbox.south && foot < bbox.north { ends.min(angle(point.lat, foot, gap)) } else { ends }
}

/// Degrees of longitude between a meridian and the nearer edge of a box, the short way round; 0 inside.
fn longitude_gap(lon: f64, bbox: &Bbox) -> f64 {
    if lon >= bbox.west && lon <= bbox.east {
        return 0.0;
    }
    let around = |degrees: f64| degrees.abs().min(360.0 - degrees.abs());
    around(bbox.west - lon).min(around(lon - bbox.east))
}

/// The central angle between two latitudes that lie `gap` degrees of longitude apart, radians.
fn angle(one: f64, other: f64, gap: f64) -> f64 {
    let half = |degrees: f64| (degrees.to_radians() / 2.0).sin().powi(2);
    let haversine = half(one - other) + one.to_radians().cos() * other.to_radians().cos() * half(gap);
    2.0 * haversine.min(1.0).sqrt().asin()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::distance::geodesic_distance;
    use proptest::prelude::*;

    fn coordinate(limit: f64) -> impl Strategy<Value = f64> {
        prop_oneof![
            4 => -limit..=limit,
            1 => prop::sample::select(vec![-limit, 0.0, limit]),
            1 => (limit - 1e-3)..=limit,
        ]
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(3000))]

        #[test]
        fn no_point_of_a_box_is_outside_its_bounds(
            (lon, lat) in (coordinate(180.0), coordinate(90.0)),
            (a, b) in (coordinate(180.0), coordinate(180.0)),
            (c, d) in (coordinate(90.0), coordinate(90.0)),
            inside in prop::collection::vec((0.0..=1.0f64, 0.0..=1.0f64), 8),
        ) {
            let point = Point { lon, lat };
            let bbox = Bbox { west: a.min(b), south: c.min(d), east: a.max(b), north: c.max(d) };
            let (low, high) = (nearest(point, &bbox), farthest(point, &bbox));
            let corners = [(0.0, 0.0), (0.0, 1.0), (1.0, 0.0), (1.0, 1.0)];
            for (x, y) in inside.into_iter().chain(corners) {
                let lon = (bbox.west + x * (bbox.east - bbox.west)).clamp(bbox.west, bbox.east);
                let lat = (bbox.south + y * (bbox.north - bbox.south)).clamp(bbox.south, bbox.north);
                let distance = geodesic_distance(point, Point { lon, lat });
                prop_assert!(low <= distance, "{low} > {distance} at {lon} {lat}");
                prop_assert!(high >= distance, "{high} < {distance} at {lon} {lat}");
                let (low, high) = between(point, Point { lon, lat });
                prop_assert!(low <= distance && distance <= high, "{low} {distance} {high} at {lon} {lat}");
            }
        }
    }

    #[test]
    fn the_bound_is_tight_across_the_antimeridian() {
        let bbox = Bbox { west: -179.9, south: -1.0, east: -170.0, north: 1.0 };
        let distance = geodesic_distance(Point { lon: 179.9, lat: 0.0 }, Point { lon: -179.9, lat: 0.0 });
        let bound = nearest(Point { lon: 179.9, lat: 0.0 }, &bbox);
        assert!(bound <= distance && bound > 0.99 * distance, "{bound} {distance}");
    }
}
