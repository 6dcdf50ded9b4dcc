//! Lines and areas: whether they meet a box or hold a point, and their edges.

use geo::{BoundingRect, Intersects};
use geo_types::{Coord, Geometry, Line, LineString, Polygon, Rect};
use karigar_model::{Bbox, Point};

/// The box of a shape; nothing when the shape has no coordinates.
pub(crate) fn box_of(shape: &Geometry<f64>) -> Option<Bbox> {
    let rect = shape.bounding_rect()?;
    Some(Bbox { west: rect.min().x, south: rect.min().y, east: rect.max().x, north: rect.max().y })
}

/// Whether a shape and a box that does not cross the antimeridian share a point; the box may have no area.
pub(crate) fn meets(shape: &Geometry<f64>, bbox: &Bbox) -> bool {
    let (low, high) = (Coord { x: bbox.west, y: bbox.south }, Coord { x: bbox.east, y: bbox.north });
    if low == high {
        shape.intersects(&low)
    } else if low.x == high.x || low.y == high.y {
        shape.intersects(&Line::new(low, high))
    } else {
        shape.intersects(&Rect::new(low, high))
    }
}

/// Whether a point lies in a shape or on its edge. Longitudes −180 and 180 are the same meridian.
pub(crate) fn area_holds(shape: &Geometry<f64>, point: Point) -> bool {
    let at = |x: f64| shape.intersects(&Coord { x, y: point.lat });
    at(point.lon) || point.lon.abs() >= 180.0 && at(-point.lon)
}

/// Gives every edge of a shape to `visit`; a lone position is an edge from itself to itself.
pub(crate) fn edges(shape: &Geometry<f64>, visit: &mut dyn FnMut(Line<f64>)) {
    match shape {
        Geometry::Point(point) => visit(Line::new(point.0, point.0)),
        Geometry::MultiPoint(points) => points.iter().for_each(|point| visit(Line::new(point.0, point.0))),
        Geometry::Line(line) => visit(*line),
        Geometry::LineString(string) => string_edges(string, visit),
        Geometry::MultiLineString(strings) => strings.iter().for_each(|string| string_edges(string, visit)),
        Geometry::Polygon(polygon) => polygon_edges(polygon, visit),
        Geometry::MultiPolygon(polygons) => polygons.iter().for_each(|polygon| polygon_edges(polygon, visit)),
        Geometry::Rect(rect) => rect.to_lines().into_iter().for_each(visit),
        Geometry::Triangle(triangle) => triangle.to_lines().into_iter().for_each(visit),
        Geometry::GeometryCollection(parts) => {
            parts.iter().for_each(|part| edges(part, visit));
        }
    }
}

fn string_edges(string: &LineString<f64>, visit: &mut dyn FnMut(Line<f64>)) {
    if let [single] = string.0[..] {
        visit(Line::new(single, single));
    }
    string.lines().for_each(visit);
}

fn polygon_edges(polygon: &Polygon<f64>, visit: &mut dyn FnMut(Line<f64>)) {
    polygon.exterior().lines().for_each(&mut *visit);
    polygon.interiors().iter().flat_map(LineString::lines).for_each(visit);
}

#[cfg(test)]
mod tests {
    use super::*;
    use geo_types::polygon;

    #[test]
    fn a_shape_meets_boxes_of_any_area() {
        let triangle: Geometry<f64> = polygon![(x: 0.0, y: 0.0), (x: 10.0, y: 0.0), (x: 0.0, y: 10.0)].into();
        let meets = |west, south, east, north| meets(&triangle, &Bbox { west, south, east, north });
        assert!(meets(1.0, 1.0, 2.0, 2.0), "inside");
        assert!(meets(-5.0, -5.0, 50.0, 50.0), "around");
        assert!(meets(5.0, 5.0, 9.0, 9.0), "touching the slope");
        assert!(!meets(6.0, 6.0, 9.0, 9.0), "in the box of the triangle only");
        assert!(meets(1.0, 1.0, 1.0, 1.0), "a point inside");
        assert!(meets(10.0, 0.0, 10.0, 0.0), "a corner");
        assert!(!meets(9.0, 9.0, 9.0, 9.0), "a point outside");
        assert!(meets(1.0, -5.0, 1.0, 20.0), "a line through");
        assert!(!meets(9.0, 2.0, 9.0, 20.0), "a line beside");
    }
}
