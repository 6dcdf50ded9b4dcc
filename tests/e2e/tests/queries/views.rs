//! The same record in the two views of the boundaries: other regions, the same id, position and source.

use karigar_e2e::{Server, id, list, text};
use serde_json::Value;
use std::collections::BTreeMap;

fn records(server: &Server, layer: &str) -> BTreeMap<String, Value> {
    server.features(layer, "").into_iter().map(|feature| (id(&feature), feature)).collect()
}

#[test]
fn a_record_of_azad_kashmir_or_gilgit_baltistan_has_a_region_in_each_view() {
    for (record, india, neutral, words) in [
        ("pk-kotli-gabba", "IN-JK", "PK-JK", "Azad Kashmir"),
        ("pk-ajk-handicrafts", "IN-JK", "PK-JK", "Azad Kashmir"),
        ("pk-hunza-wood", "IN-LA", "PK-GB", "Gilgit-Baltistan"),
        ("pk-shigar", "IN-LA", "PK-GB", "Gilgit-Baltistan"),
    ] {
        let path = format!("/api/collections/clusters/items/{record}");
        let (here, there) = (Server::shared().json(&path), Server::neutral().json(&path));
        assert_eq!((text(&here, "state"), text(&here, "country")), (india, "IN"), "{record}");
        assert_eq!((text(&there, "state"), text(&there, "country")), (neutral, "PK"), "{record}");
        for view in [&here, &there] {
            assert!(text(view, "region").starts_with(text(view, "state")), "{record}");
            assert!(text(view, "stated_place").contains(words), "{record}");
        }
        assert_eq!(here["geometry"], there["geometry"]);
    }
}

#[test]
fn only_the_regions_differ_between_the_views() {
    let of_the_server = ["region", "region_name", "country", "state", "district", "record_url"];
    for layer in ["clusters", "centres", "products", "events"] {
        let (here, there) = (records(Server::shared(), layer), records(Server::neutral(), layer));
        assert_eq!(here.keys().collect::<Vec<_>>(), there.keys().collect::<Vec<_>>(), "{layer}");
        for (record, feature) in &here {
            let other = &there[record];
            assert_eq!(feature["geometry"], other["geometry"], "{layer}/{record}");
            for (name, value) in feature["properties"].as_object().unwrap() {
                if !of_the_server.contains(&name.as_str()) {
                    assert_eq!(*value, other["properties"][name], "{layer}/{record} {name}");
                }
            }
        }
    }
}

#[test]
fn each_view_knows_its_own_regions_only() {
    let (india, neutral) = (Server::shared(), Server::neutral());
    for code in ["PK-JK", "PK-GB"] {
        let _ = india.get(&format!("/api/regions/{code}")).expect(404);
        let _ = neutral.get(&format!("/api/regions/{code}")).expect(200);
    }
    for code in ["IN-JK-x-muzaffarabad", "IN-JK-x-mirpur"] {
        let _ = india.get(&format!("/api/regions/{code}")).expect(200);
        let _ = neutral.get(&format!("/api/regions/{code}")).expect(404);
    }
}

#[test]
fn the_neutral_view_draws_no_frontier_where_the_indian_one_does() {
    let lines = |server: &Server, view: &str| {
        let base = server.json(&format!("/geo/base-{view}.json"));
        list(&base["features"])
            .iter()
            .filter(|one| one["properties"]["k"] == "border")
            .cloned()
            .collect::<Vec<_>>()
    };
    let (india, neutral) = (lines(Server::shared(), "india"), lines(Server::neutral(), "neutral"));
    let inside = |lines: &[Value]| lines.iter().flat_map(positions).filter(in_kashmir).count();
    assert!(inside(&india) > 0);
    assert_eq!(inside(&neutral), 0);
}

/// All positions of a line, which is sent as steps in ten-thousandths of a degree.
fn positions(feature: &Value) -> Vec<(f64, f64)> {
    fn gather(value: &Value, found: &mut Vec<(f64, f64)>) {
        let parts = value.as_array().unwrap();
        if !parts[0].is_number() {
            return parts.iter().for_each(|inner| gather(inner, found));
        }
        let (mut x, mut y) = (0.0, 0.0);
        for step in parts.chunks(2) {
            x += step[0].as_f64().unwrap();
            y += step[1].as_f64().unwrap();
            found.push((x / 10_000.0, y / 10_000.0));
        }
    }
    let mut found = Vec::new();
    gather(&feature["geometry"]["coordinates"], &mut found);
    found
}

/// The valleys around the line of control and Siachen, away from every undisputed frontier.
fn in_kashmir((x, y): &(f64, f64)) -> bool {
    (74.2..77.5).contains(x) && (34.0..35.6).contains(y)
}
