//! The nearest features against a full sort by geodesic distance.

use geo::Point;
use karigar_e2e::{Random, Server, distance, id, ids, list, point, text};
use serde_json::Value;

/// What a full sort says: distance in metres and id, nearest first, ties by id.
fn sorted(features: &[Value], from: Point<f64>) -> Vec<(f64, String)> {
    let mut all: Vec<(f64, String)> =
        features.iter().filter_map(|one| Some((distance(from, point(one)?), id(one)))).collect();
    all.sort_by(|a, b| a.0.total_cmp(&b.0).then_with(|| a.1.cmp(&b.1)));
    all
}

fn agrees(layer: &str, from: Point<f64>, k: usize, filter: &str, features: &[Value]) {
    let asked = format!("/api/collections/{layer}/nearest?point={},{}&k={k}&{filter}", from.x(), from.y());
    let answer = Server::shared().json(&asked);
    let expected = sorted(features, from);
    let expected = &expected[..k.min(expected.len())];
    let found: Vec<(f64, String)> =
        list(&answer["features"]).iter().map(|one| (one["distance"].as_f64().unwrap(), id(one))).collect();
    assert_eq!(found.len(), expected.len(), "{asked}");
    for (found, expected) in found.iter().zip(expected) {
        assert_eq!(found.1, expected.1, "{asked}");
        assert!((found.0 - expected.0).abs() <= 0.0051, "{asked}: {found:?} {expected:?}");
    }
    for one in list(&answer["features"]) {
        assert_eq!(one["distance"], one["properties"]["distance_m"], "{asked}");
    }
}

#[test]
fn the_nearest_are_the_first_of_a_full_sort() {
    let server = Server::shared();
    let mut random = Random::new(7);
    for layer in ["clusters", "centres", "products", "events"] {
        let features = server.features(layer, "");
        for _ in 0..12 {
            let from = Point::new(random.between(62.0, 97.0), random.between(6.0, 37.0));
            agrees(layer, from, 1 + random.below(30), "", &features);
        }
        for from in [
            Point::new(-179.9, 10.0),
            Point::new(0.0, 90.0),
            Point::new(10.0, -89.0),
            Point::new(-100.0, -25.0),
        ] {
            agrees(layer, from, 5, "", &features);
        }
    }
}

#[test]
fn a_filter_leaves_the_nearest_of_what_it_lets_through() {
    let server = Server::shared();
    let mut random = Random::new(11);
    for (layer, filter) in [
        ("clusters", "family=pottery,terracotta"),
        ("clusters", "country=PK&gi_status=none"),
        ("clusters", "q=silk"),
        ("clusters", "bbox=70,20,80,30"),
        ("centres", "kind=haat-market"),
        ("centres", "within=IN-TN"),
    ] {
        let features = server.features(layer, filter);
        for _ in 0..6 {
            let from = Point::new(random.between(62.0, 97.0), random.between(6.0, 37.0));
            agrees(layer, from, 1 + random.below(20), filter, &features);
        }
    }
}

#[test]
fn the_nearest_laboratory_and_raw_material_bank_are_those_of_a_scan() {
    let server = Server::shared();
    let all = server.features("centres", "");
    for kind in ["testing-lab", "raw-material-bank"] {
        let of_kind: Vec<Value> = all.iter().filter(|one| text(one, "kind") == kind).cloned().collect();
        assert!(of_kind.len() >= 4, "{kind}");
        for (x, y) in [(82.99, 25.32), (73.02, 26.29), (74.8, 34.08), (77.59, 12.97), (91.73, 26.14)] {
            agrees("centres", Point::new(x, y), 3, &format!("kind={kind}"), &of_kind);
        }
    }
    let nearest =
        server.json("/api/collections/centres/nearest?point=82.99,25.32&k=1&kind=raw-material-bank");
    assert_eq!(ids(&nearest), ["nhdc-varanasi"]);
    let nearest = server.json("/api/collections/centres/nearest?point=80.2,13&k=1&kind=testing-lab");
    assert_eq!(ids(&nearest), ["clri"]);
}

#[test]
fn a_farthest_distance_cuts_and_k_has_a_default() {
    let server = Server::shared();
    let features = server.features("clusters", "");
    let from = Point::new(82.99, 25.32);
    let near = sorted(&features, from).iter().filter(|(metres, _)| *metres <= 100_000.0).count();
    let cut = server.json("/api/collections/clusters/nearest?point=82.99,25.32&k=1000&max_distance=100000");
    assert!(near > 0);
    assert_eq!(ids(&cut).len(), near);
    assert_eq!(ids(&server.json("/api/collections/clusters/nearest?point=82.99,25.32")).len(), 10);
    let all = server.matched("clusters", "placed=true");
    assert_eq!(
        ids(&server.json("/api/collections/clusters/nearest?point=82.99,25.32&k=1000")).len() as u64,
        all
    );
}

#[test]
fn a_circle_around_another_point_narrows_what_is_in_reach() {
    let (own, other) = (Point::new(76.9, 28.6), Point::new(77.2, 28.9));
    let features = Server::shared().features("clusters", "");
    for (radius, reach) in [(200_000.0, 300_000.0), (90_000.0, 60_000.0), (1_000_000.0, 1_000.0)] {
        let expected = features.iter().filter_map(point);
        let expected =
            expected.filter(|at| distance(own, *at) <= reach && distance(other, *at) <= radius).count();
        let asked = format!(
            "/api/collections/clusters/nearest?point=76.9,28.6&near=77.2,28.9&radius={radius}&max_distance={reach}&k=3"
        );
        let answer = Server::shared().json(&asked);
        assert_eq!(answer["numberMatched"], expected, "{asked}");
        assert_eq!(list(&answer["features"]).len(), expected.min(3), "{asked}");
    }
}
