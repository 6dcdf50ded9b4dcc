//! A layer of lines and areas answers as a scan over its shapes does.

use crate::scan::{Draft, FIELDS, layer, matching, published, tree};
use geo::{Distance, Geodesic, Intersects};
use geo_types::{Coord, Geometry, LineString, MultiPolygon, Point as GeoPoint, Polygon};
use karigar_index::{LayerSnapshot, Neighbour, geodesic_distance};
use karigar_model::query::Circle;
use karigar_model::{Bbox, GeometryRef, Point, Query, Value};
use proptest::prelude::*;
use std::sync::Arc;

fn shape() -> impl Strategy<Value = Geometry<f64>> {
    let corner = (-30..=30i32, -30..=30i32);
    let center = prop_oneof![Just((0.0, 0.0)), Just((177.0, 10.0)), Just((-177.0, 85.0)), Just((75.0, 25.0))];
    let triangle = (center, corner.clone(), corner.clone(), corner).prop_map(|((lon, lat), a, b, c)| {
        let at = |(x, y): (i32, i32)| Coord { x: lon + f64::from(x) / 10.0, y: lat + f64::from(y) / 10.0 };
        [at(a), at(b), at(c)]
    });
    (triangle, 0..4u8).prop_map(|(corners, kind)| {
        let string = LineString::new(corners.to_vec());
        match kind {
            0 => string.into(),
            1 => MultiPolygon::new(vec![Polygon::new(string, vec![])]).into(),
            2 => GeoPoint(corners[0]).into(),
            _ => Polygon::new(string, vec![]).into(),
        }
    })
}

fn snapshot(shapes: &[Option<Geometry<f64>>]) -> (Vec<karigar_model::PublicFeature>, LayerSnapshot) {
    let draft = |geometry: &Option<Geometry<f64>>| Draft {
        geometry: geometry.clone(),
        region: None,
        values: vec![Value::Null; FIELDS.len()],
        aliases: vec![],
    };
    let layer = Arc::new(layer("polygon"));
    let drafts: Vec<Draft> = shapes.iter().map(draft).collect();
    let features = published(&layer, &drafts, &tree());
    let snapshot = LayerSnapshot::build(layer, features.clone(), Arc::new(tree()), 1);
    (features, snapshot)
}

/// Metres to a shape by many positions on its edges: never less than the true distance, and near it.
fn sampled(shape: &Geometry<f64>, from: Point) -> f64 {
    let here = GeoPoint::new(from.lon, from.lat);
    if shape.intersects(&here) {
        return 0.0;
    }
    let lines: Vec<geo_types::Line<f64>> = match shape {
        Geometry::LineString(string) => string.lines().collect(),
        Geometry::Polygon(polygon) => polygon.exterior().lines().collect(),
        Geometry::MultiPolygon(polygons) => {
            polygons.iter().flat_map(|polygon| polygon.exterior().lines()).collect()
        }
        Geometry::Point(point) => vec![geo_types::Line::new(point.0, point.0)],
        _ => vec![],
    };
    lines.iter().map(|line| sampled_line(here, *line)).fold(f64::INFINITY, f64::min)
}

/// The smallest distance at 200 positions of a line, and then at 200 around the nearest of them.
fn sampled_line(here: GeoPoint<f64>, line: geo_types::Line<f64>) -> f64 {
    let nearest = |low: f64, high: f64| {
        let shares = (0..=200).map(|step| (low + (high - low) * f64::from(step) / 200.0).clamp(0.0, 1.0));
        let distance = |share: f64| Geodesic.distance(here, GeoPoint(line.start + line.delta() * share));
        shares.map(|share| (distance(share), share)).min_by(|one, other| one.0.total_cmp(&other.0)).unwrap()
    };
    let (_, share) = nearest(0.0, 1.0);
    nearest(share - 0.005, share + 0.005).0
}

fn position() -> impl Strategy<Value = Point> {
    let near = (-35..=35i32, -35..=35i32, 0..4usize).prop_map(|(x, y, center)| {
        let (lon, lat) = [(0.0, 0.0), (177.0, 10.0), (-177.0, 85.0), (75.0, 25.0)][center];
        let lon = lon + f64::from(x) / 10.0;
        Point {
            lon: if lon.abs() > 180.0 { lon - 360.0 * lon.signum() } else { lon },
            lat: lat + f64::from(y) / 10.0,
        }
    });
    prop_oneof![3 => near, 1 => (-180.0..=180.0f64, -90.0..=90.0f64).prop_map(|(lon, lat)| Point { lon, lat })]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn a_box_finds_the_shapes_that_it_touches(
        shapes in prop::collection::vec(prop::option::weighted(0.9, shape()), 0..200),
        boxes in prop::collection::vec((position(), position()), 8),
    ) {
        let (features, snapshot) = snapshot(&shapes);
        let layer = snapshot.layer().clone();
        for (one, other) in boxes {
            let (south, north) = (one.lat.min(other.lat), one.lat.max(other.lat));
            let bbox = Bbox { west: one.lon, south, east: other.lon, north };
            let query = Query { bbox: Some(bbox), ..Query::default() };

            let found: Vec<&str> = snapshot.all(&query).map(|feature| feature.id()).collect();
            let expected: Vec<&str> = matching(&layer, &features, &query).iter().map(|f| f.id()).collect();
            prop_assert_eq!(found, expected);
        }
    }

    #[test]
    fn the_distance_is_that_to_the_nearest_edge(
        shapes in prop::collection::vec(shape(), 1..60), from in position(), radius in 0.0..600_000.0f64,
    ) {
        let shapes: Vec<Option<Geometry<f64>>> = shapes.into_iter().map(Some).collect();
        let (_, snapshot) = snapshot(&shapes);
        let found = snapshot.nearest(&Query::default(), from, shapes.len(), None);
        prop_assert_eq!(found.len(), shapes.len());
        let before = |one: &Neighbour<'_>, other: &Neighbour<'_>| {
            (one.distance, one.feature.id()) < (other.distance, other.feature.id())
        };
        prop_assert!(found.is_sorted_by(before));
        for near in &found {
            let by_samples = match near.feature.geometry() {
                Some(GeometryRef::Shape(shape)) => sampled(shape, from),
                Some(GeometryRef::Point(point)) => geodesic_distance(from, point),
                None => f64::NAN,
            };
            prop_assert!(near.distance <= by_samples + 1e-5);
            prop_assert!(near.distance >= by_samples - 20.0, "{} {by_samples}", near.distance);
        }
        let circle = Query { circle: Some(Circle { center: from, radius }), ..Query::default() };
        prop_assert_eq!(snapshot.count(&circle), found.iter().filter(|near| near.distance <= radius).count());
        for k in [1, 5, 20] {
            let first: Vec<&str> = snapshot.nearest(&Query::default(), from, k, None).iter().map(|n| n.feature.id()).collect();
            let expected: Vec<&str> = found.iter().take(k).map(|near| near.feature.id()).collect();
            prop_assert_eq!(first, expected);
        }
    }
}
