//! `bbox` and `datetime` (/req/core/fc-bbox-*, /req/core/fc-time-*).

use karigar_e2e::{Server, ids, point};
use serde_json::Value;

fn items(layer: &str, query: &str) -> Value {
    Server::shared().json(&format!("/api/collections/{layer}/items?limit=10000&{query}"))
}

#[test]
fn six_numbers_are_a_box_with_heights_and_heights_do_not_matter() {
    let four = ids(&items("clusters", "bbox=70,20,80,30"));
    assert!(four.len() > 10 && four.len() < 552, "{}", four.len());
    assert_eq!(ids(&items("clusters", "bbox=70,20,-100,80,30,9000")), four);
    assert_eq!(ids(&items("clusters", "bbox=70,20,5000,80,30,5001")), four);
}

#[test]
fn a_box_finds_exactly_what_lies_in_it_and_what_has_no_position() {
    for layer in ["clusters", "centres", "products", "events", "organisations"] {
        let expected = |feature: &Value| {
            point(feature).is_none_or(|at| (70.0..=80.0).contains(&at.x()) && (20.0..=30.0).contains(&at.y()))
        };
        let all = Server::shared().features(layer, "");
        let scanned: Vec<String> =
            all.iter().filter(|feature| expected(feature)).map(karigar_e2e::id).collect();
        assert_eq!(ids(&items(layer, "bbox=70,20,80,30")), scanned, "{layer}");
    }
}

#[test]
fn features_without_a_geometry_match_every_box() {
    let server = Server::shared();
    for layer in ["clusters", "centres", "products", "events", "organisations", "regions"] {
        let unplaced = server.matched(layer, "placed=false");
        assert!(unplaced > 0, "{layer}");
        assert_eq!(server.matched(layer, "bbox=-10,-10,-9,-9"), unplaced, "{layer}");
    }
}

#[test]
fn a_box_of_no_area_touches_the_point_it_is() {
    let server = Server::shared();
    let feature = server.json("/api/collections/clusters/items/gi-adilabad-dokra");
    let at = point(&feature).unwrap();
    let (x, y) = (at.x(), at.y());
    let found = ids(&items("clusters", &format!("placed=true&bbox={x},{y},{x},{y}")));
    assert!(found.contains(&"gi-adilabad-dokra".to_owned()), "{found:?}");
    let line = ids(&items("clusters", &format!("placed=true&bbox={x},-90,{x},90")));
    assert!(line.contains(&"gi-adilabad-dokra".to_owned()), "{line:?}");
}

#[test]
fn a_box_that_crosses_the_antimeridian_is_the_world_without_its_middle() {
    let server = Server::shared();
    let whole = server.matched("clusters", "placed=true");
    let between = server.matched("clusters", "placed=true&bbox=75,-90,80,90");
    let across = server.matched("clusters", "placed=true&bbox=80.00005,-90,74.99995,90");
    assert!(between > 0 && across > 0);
    assert_eq!(between + across, whole);
    assert_eq!(server.matched("clusters", "placed=true&bbox=177,65,-177,70"), 0);
}

#[test]
fn the_poles_and_eighteen_digits_are_no_trouble() {
    let server = Server::shared();
    assert_eq!(server.matched("clusters", "placed=true&bbox=-180,85,180,90"), 0);
    assert_eq!(server.matched("clusters", "bbox=-180,-90,180,90"), 552);
    let long = "bbox=70.0000000000000142,20.0000000000000036,80.0000000000000142,30.0000000000000036";
    assert_eq!(ids(&items("clusters", long)), ids(&items("clusters", "bbox=70,20,80,30")));
}

#[test]
fn a_box_that_is_none_is_refused_with_what_is_allowed() {
    for bbox in [
        "1,2,3",
        "1,2,3,4,5",
        "1,2,3,4,5,6,7",
        "a,b,c,d",
        "1,2,,4",
        "NaN,0,1,1",
        "inf,0,1,1",
        "-181,0,1,1",
        "0,-91,1,1",
        "0,0,181,1",
        "0,0,1,90.1",
        "0,10,1,5",
    ] {
        let answer = Server::shared().get(&format!("/api/collections/clusters/items?bbox={bbox}"));
        let error = answer.parameter_error();
        assert_eq!((&error["parameter"], &error["value"]), (&"bbox".into(), &bbox.into()));
        assert!(error["allowed"].as_str().unwrap().contains("4 numbers"), "{error}");
    }
}

#[test]
fn every_form_of_time_is_taken_and_features_without_a_time_match() {
    for datetime in [
        "2020-01-01",
        "2020-01-01T00:00:00Z",
        "2020-01-01T00:00:00.123Z",
        "2020-01-01T05:30:00%2B05:30",
        "2020-01-01/2021-01-01",
        "2020-01-01T00:00:00Z/2020-12-31T23:59:59Z",
        "../2020-01-01",
        "2020-01-01/..",
        "/2020-01-01",
        "2020-01-01/",
        "2020-01-01T",
        "0000-01-01T00:00:00Z/9999-12-31T23:59:59Z",
        "1800-01-01",
    ] {
        assert_eq!(Server::shared().matched("events", &format!("datetime={datetime}")), 30, "{datetime}");
    }
}

#[test]
fn what_is_no_time_is_refused() {
    for datetime in [
        "yesterday",
        "2020-13-01",
        "2020-02-30",
        "01-02-2020",
        "2020-01-01T25:00:00Z",
        "../..",
        "/",
        "2021-01-01/2020-01-01",
        "2020-01-01/2021-01-01/2022-01-01",
    ] {
        let answer = Server::shared().get(&format!("/api/collections/events/items?datetime={datetime}"));
        let error = answer.parameter_error();
        assert_eq!((&error["parameter"], &error["value"]), (&"datetime".into(), &datetime.into()));
    }
}
