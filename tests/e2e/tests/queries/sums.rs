//! Counts that must add up.

use karigar_e2e::{Server, as_code, encoded, id, list, number, point, shown, table, text};
use serde_json::Value;
use std::collections::BTreeSet;

const QUERIES: &[&str] = &[
    "",
    "within=IN-UP",
    "placed=true&bbox=70,20,80,30",
    "q=silk",
    "near=77.2,28.6&radius=300000",
    "country=PK",
];

fn count_of(value: &Value) -> u64 {
    number(&value["count"])
}

#[test]
fn the_atlas_is_there_to_the_last_record() {
    let server = Server::shared();
    for (layer, count) in
        [("clusters", 552), ("centres", 369), ("products", 16), ("events", 30), ("artisans", 0)]
    {
        assert_eq!(server.matched(layer, ""), count, "{layer}");
    }
}

#[test]
fn with_geometry_and_without_are_all() {
    let server = Server::shared();
    for layer in server.layers() {
        for query in QUERIES {
            let all = server.matched(&layer, query);
            if query.contains("placed") {
                continue;
            }
            let with = server.matched(&layer, &format!("{query}&placed=true"));
            let without = server.matched(&layer, &format!("{query}&placed=false"));
            assert_eq!(with + without, all, "{layer}?{query}");
        }
        let features = server.features(&layer, "");
        let placed = features.iter().filter(|feature| !feature["geometry"].is_null()).count() as u64;
        assert_eq!(server.matched(&layer, "placed=true"), placed, "{layer}");
    }
}

#[test]
fn the_counts_of_every_facet_and_what_is_missing_add_up_to_the_list() {
    let server = Server::shared();
    for layer in server.layers() {
        let many = many_valued(&layer);
        for query in QUERIES {
            let facets = server.json(&format!("/api/collections/{layer}/facets?{query}"));
            let matched = server.matched(&layer, query);
            assert_eq!(number(&facets["numberMatched"]), matched);
            for (name, counts) in facets["facets"].as_object().unwrap() {
                if many.contains(name) || query.starts_with(&format!("{name}=")) {
                    continue;
                }
                let counted: u64 = list(counts).iter().map(count_of).sum();
                let missing = number(&facets["missing"][name]);
                assert_eq!(counted + missing, matched, "{layer}?{query}: {name}");
            }
        }
    }
}

/// Fields of a layer that hold several values.
fn many_valued(layer: &str) -> BTreeSet<String> {
    let fields = karigar_e2e::descriptor(layer)["fields"].as_array().unwrap().clone();
    let many =
        fields.iter().filter(|field| field.get("many").is_some_and(|many| many.as_bool() == Some(true)));
    many.map(|field| field["id"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn the_count_of_a_facet_s_value_is_the_length_of_its_list() {
    let server = Server::shared();
    let query = "within=IN-RJ";
    let facets = server.json(&format!("/api/collections/clusters/facets?{query}"));
    let mut asked = 0;
    for (name, counts) in facets["facets"].as_object().unwrap() {
        for one in list(counts).iter().filter(|one| count_of(one) > 0) {
            let value = as_code(&shown(&one["value"]));
            let filter = encoded(&[("within", "IN-RJ"), (name, &value)]);
            assert_eq!(server.matched("clusters", &filter), count_of(one), "{filter}");
            asked += 1;
        }
    }
    assert!(asked > 20, "{asked}");
}

#[test]
fn within_a_facet_the_other_choices_stay_as_they_were() {
    let server = Server::shared();
    let counts = |query: &str, facet: &str| {
        server.json(&format!("/api/collections/clusters/facets?{query}"))["facets"][facet].clone()
    };
    assert_eq!(counts("family=metal", "family"), counts("", "family"));
    assert_ne!(counts("family=metal", "state"), counts("", "state"));
    let states: u64 = list(&counts("family=metal", "state")).iter().map(count_of).sum();
    assert!(states <= server.matched("clusters", "family=metal"));
}

#[test]
fn facets_have_labels_for_people() {
    let facets = Server::shared().json("/api/collections/clusters/facets?");
    let label = |facet: &str, value: &str| {
        let counts = list(&facets["facets"][facet]);
        counts.iter().find(|one| one["value"] == value).unwrap()["label"].as_str().unwrap().to_owned()
    };
    assert_eq!(label("state", "IN-UP"), "Uttar Pradesh");
    assert_eq!(label("family", "textile-weaving"), "Weaving");
    assert_eq!(label("country", "PK"), "Pakistan");
}

#[test]
fn groups_of_an_aggregate_add_up() {
    let server = Server::shared();
    for (layer, fields) in [
        ("clusters", "family"),
        ("clusters", "state"),
        ("clusters", "district"),
        ("clusters", "state,family"),
        ("clusters", "gi_status,precision"),
        ("centres", "kind,country"),
        ("products", "product"),
        ("regions", "level"),
    ] {
        for query in QUERIES {
            let answer =
                server.json(&format!("/api/collections/{layer}/aggregate?group-by={fields}&{query}"));
            let groups = list(&answer["groups"]);
            let sum: u64 = groups.iter().map(count_of).sum();
            assert_eq!(sum, number(&answer["numberMatched"]), "{layer} by {fields}?{query}");
            assert_eq!(sum, server.matched(layer, query), "{layer} by {fields}?{query}");
            assert!(groups.iter().map(count_of).is_sorted_by(|a, b| a >= b), "{layer} by {fields}");
            assert!(answer["multiValued"].is_null());
        }
    }
}

#[test]
fn an_aggregate_by_a_field_of_several_values_says_so() {
    let answer = Server::shared().json("/api/collections/clusters/aggregate?group-by=materials");
    assert_eq!(answer["multiValued"], true);
    let sum: u64 = list(&answer["groups"]).iter().map(count_of).sum();
    assert!(sum > number(&answer["numberMatched"]));
}

#[test]
fn groups_are_what_a_scan_counts() {
    let server = Server::shared();
    let features = server.features("clusters", "");
    let answer = server.json("/api/collections/clusters/aggregate?group-by=state,family");
    for group in list(&answer["groups"]) {
        let fits = |feature: &&Value| {
            feature["properties"]["state"] == group["state"]
                && feature["properties"]["family"] == group["family"]
        };
        assert_eq!(features.iter().filter(fits).count() as u64, count_of(group), "{group}");
    }
}

#[test]
fn the_report_s_list_gives_eleven_products_of_sixteen_origins() {
    let server = Server::shared();
    let products = server.features("products", "");
    let names: BTreeSet<&str> = products.iter().map(|one| text(one, "product")).collect();
    assert_eq!((names.len(), products.len()), (11, 16));
    let (placed, by_province): (Vec<&Value>, Vec<&Value>) =
        products.iter().partition(|one| !one["geometry"].is_null());
    assert_eq!((placed.len(), by_province.len()), (11, 5));
    for one in by_province {
        let state = text(one, "state");
        assert!(state.starts_with("PK-"), "{}", id(one));
        assert_eq!((text(one, "precision"), text(one, "region")), ("state", state), "{}", id(one));
        assert!(one["properties"]["district"].is_null(), "{}", id(one));
    }
}

#[test]
fn every_position_is_the_one_that_the_table_states() {
    let server = Server::shared();
    let mut placed = 0;
    for layer in ["clusters", "centres", "products", "events"] {
        let rows = table(&format!("tables/{layer}.csv"));
        let features = server.features(layer, "");
        assert_eq!(features.len(), rows.len(), "{layer}");
        for row in rows {
            let feature = features.iter().find(|one| one["id"] == row["id"]).unwrap();
            let exact = !matches!(row["coord_precision"].as_str(), "state" | "country");
            let stated = row["lon"].parse().ok().zip(row["lat"].parse().ok()).filter(|_| exact);
            let shown = point(feature).map(|at| (at.x(), at.y()));
            assert_eq!(shown, stated, "{layer}/{}", row["id"]);
            placed += usize::from(shown.is_some());
        }
    }
    assert!(placed > 800, "{placed}");
}

#[test]
fn what_is_known_to_the_state_only_is_never_a_pin() {
    let server = Server::shared();
    let mut coarse = 0;
    for layer in ["clusters", "centres", "products", "events"] {
        for feature in server.features(layer, "") {
            if matches!(text(&feature, "precision"), "state" | "country") {
                assert!(feature["geometry"].is_null(), "{layer}/{}", id(&feature));
                coarse += 1;
            }
        }
        assert_eq!(server.matched(layer, "placed=true&precision=state,country"), 0, "{layer}");
        let near = server
            .json(&format!("/api/collections/{layer}/nearest?point=77,25&k=1000&precision=state,country"));
        assert_eq!(near["features"], serde_json::json!([]), "{layer}");
    }
    assert!(coarse > 40, "{coarse}");
}
