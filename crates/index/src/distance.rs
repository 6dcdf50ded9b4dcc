//! Geodesic distances on WGS 84, to points and to shapes.

use crate::bound;
use crate::shape::{area_holds, edges};
use geo::{Distance, Geodesic};
use geo_types::{Coord, Geometry, Line};
use karigar_model::{Bbox, Point};

/// The length of the shortest way on the WGS 84 ellipsoid, metres.
pub fn geodesic_distance(a: Point, b: Point) -> f64 {
    Geodesic.distance(geo_types::Point::new(a.lon, a.lat), geo_types::Point::new(b.lon, b.lat))
}

/// Geodesic metres from a point to a shape: 0 inside an area, else to the nearest edge, where an edge is
/// straight in longitude and latitude (RFC 7946, 3.1.1).
pub(crate) fn distance_to_shape(point: Point, shape: &Geometry<f64>) -> f64 {
    if area_holds(shape, point) {
        return 0.0;
    }
    let mut lines: Vec<(f64, Line<f64>)> = Vec::new();
    edges(shape, &mut |line| lines.push((bound::nearest(point, &box_of(line)), line)));
    lines.sort_unstable_by(|one, other| one.0.total_cmp(&other.0));
    let mut nearest = f64::INFINITY;
    for (bound, line) in lines {
        if bound > nearest {
            break;
        }
        nearest = nearest.min(distance_to_edge(point, line));
    }
    nearest
}

fn box_of(line: Line<f64>) -> Bbox {
    Bbox {
        west: line.start.x.min(line.end.x),
        south: line.start.y.min(line.end.y),
        east: line.start.x.max(line.end.x),
        north: line.start.y.max(line.end.y),
    }
}

fn point_of(coord: Coord<f64>) -> Point {
    Point { lon: coord.x, lat: coord.y }
}

/// Parts that a long edge is cut into, so that each has one nearest position.
const PART_DEGREES: f64 = 5.0;

/// A position on an edge is known to this: about a micrometre.
const END_DEGREES: f64 = 1e-11;

fn distance_to_edge(point: Point, line: Line<f64>) -> f64 {
    let ends = |line: Line<f64>| {
        geodesic_distance(point, point_of(line.start)).min(geodesic_distance(point, point_of(line.end)))
    };
    if line.start == line.end {
        return geodesic_distance(point, point_of(line.start));
    }
    let length = line.dx().abs().max(line.dy().abs());
    let parts = (length / PART_DEGREES).ceil().max(1.0) as u32;
    let at = |share: f64| line.start + line.delta() * share;
    let mut nearest = f64::INFINITY;
    for part in 0..parts {
        let share = |step: u32| f64::from(step) / f64::from(parts);
        let end = if part + 1 == parts { line.end } else { at(share(part + 1)) };
        let piece = Line::new(at(share(part)), end);
        if bound::nearest(point, &box_of(piece)) <= nearest {
            nearest = nearest.min(ends(piece)).min(distance_inside(point, piece));
        }
    }
    nearest
}

/// The smallest distance between the ends of a short line, by golden sections.
fn distance_inside(point: Point, line: Line<f64>) -> f64 {
    const GOLDEN: f64 = 0.618_033_988_749_894_9;
    let at = |share: f64| geodesic_distance(point, point_of(line.start + line.delta() * share));
    let enough = END_DEGREES / line.dx().abs().max(line.dy().abs()).max(END_DEGREES);
    let (mut low, mut high) = (0.0, 1.0);
    let (mut left, mut right) = (high - GOLDEN * (high - low), low + GOLDEN * (high - low));
    let (mut at_left, mut at_right) = (at(left), at(right));
    while high - low > enough {
        if at_left <= at_right {
            (high, right, at_right) = (right, left, at_left);
            left = high - GOLDEN * (high - low);
            at_left = at(left);
        } else {
            (low, left, at_left) = (left, right, at_right);
            right = low + GOLDEN * (high - low);
            at_right = at(right);
        }
    }
    at_left.min(at_right)
}

#[cfg(test)]
mod tests {
    use super::*;
    use geo_types::{LineString, Polygon, polygon};

    fn point(lon: f64, lat: f64) -> Point {
        Point { lon, lat }
    }

    #[test]
    fn a_degree_of_the_equator_is_longer_than_one_of_the_meridian() {
        let along = geodesic_distance(point(0.0, 0.0), point(1.0, 0.0));
        let up = geodesic_distance(point(0.0, 0.0), point(0.0, 1.0));
        assert!((along - 111_319.491).abs() < 0.001 && (up - 110_574.389).abs() < 0.001);
    }

    #[test]
    fn an_area_is_near_at_its_edge_and_here_inside() {
        let area: Geometry<f64> = Polygon::new(
            LineString::from(vec![(10.0, 10.0), (20.0, 10.0), (20.0, 20.0), (10.0, 20.0)]),
            vec![LineString::from(vec![(14.0, 14.0), (16.0, 14.0), (16.0, 16.0), (14.0, 16.0)])],
        )
        .into();
        assert_eq!(distance_to_shape(point(12.0, 12.0), &area), 0.0);
        assert_eq!(distance_to_shape(point(10.0, 15.0), &area), 0.0);
        let hole = distance_to_shape(point(15.0, 15.5), &area);
        let expected = geodesic_distance(point(15.0, 15.5), point(15.0, 16.0));
        assert!(hole <= expected && hole > expected - 1.0, "{hole} {expected}");
        let west = distance_to_shape(point(9.0, 15.0), &area);
        let sampled = (0..=100_000)
            .map(|step| geodesic_distance(point(9.0, 15.0), point(10.0, 14.5 + f64::from(step) * 1e-5)))
            .fold(f64::INFINITY, f64::min);
        assert!((west - sampled).abs() < 1e-3, "{west} {sampled}");
    }

    #[test]
    fn the_short_way_may_cross_the_antimeridian() {
        let area: Geometry<f64> =
            polygon![(x: -180.0, y: 0.0), (x: -170.0, y: 0.0), (x: -170.0, y: 1.0), (x: -180.0, y: 1.0)]
                .into();
        let expected = geodesic_distance(point(179.0, 0.0), point(-180.0, 0.0));
        assert!((distance_to_shape(point(179.0, 0.0), &area) - expected).abs() < 0.01);
        assert_eq!(distance_to_shape(point(180.0, 0.5), &area), 0.0);
    }
}
