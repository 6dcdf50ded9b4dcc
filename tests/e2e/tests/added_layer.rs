//! The promise that a layer is data: one that is added while the program is installed has everything that
//! the shipped layers have, and no line of code knows it. The fixtures are invented and say so.
#![expect(clippy::unwrap_used, reason = "a story ends where it meets what it did not expect")]

use geo::Point;
use karigar_e2e::{
    Finished, Server, command, distance, encoded, fixture, id, ids, list, point, rows_of, text,
};
use serde_json::{Value, json};
use std::path::Path;
use std::sync::OnceLock;
use tempfile::TempDir;

fn add(data_dir: &Path, descriptor: &str, file: &str) -> Finished {
    let (descriptor, file) = (fixture(descriptor), fixture(file));
    command(data_dir, &["layer", "add", descriptor.to_str().unwrap(), file.to_str().unwrap()])
}

/// A server with both layers, which all stories share that only read.
fn server() -> &'static Server {
    static SHARED: OnceLock<Server> = OnceLock::new();
    SHARED.get_or_init(|| {
        let data = tempfile::tempdir().unwrap().keep();
        let added = add(&data, "test-wells.toml", "test-wells.csv").well();
        assert!(added.out.contains("layer `test-wells`: 5 features"), "{}", added.out);
        let added = add(&data, "test-plots.toml", "test-plots.geojson").well();
        assert!(added.out.contains("layer `test-plots`: 3 features"), "{}", added.out);
        Server::started_over(&data)
    })
}

fn wells(query: &str) -> Value {
    server().json(&format!("/api/collections/test-wells/items?{query}"))
}

#[test]
fn it_is_a_collection_among_the_others() {
    let layers = server().layers();
    assert!(
        layers.contains(&"test-wells".to_owned()) && layers.contains(&"test-plots".to_owned()),
        "{layers:?}"
    );
    let collection = server().json("/api/collections/test-wells");
    assert_eq!((&collection["title"], &collection["itemCount"]), (&"Test wells".into(), &5.into()));
    assert_eq!(collection["extent"]["spatial"]["bbox"], json!([[73.02, 12.97, 82.99, 26.29]]));
    assert_eq!(collection["license"], "CC0-1.0");
}

#[test]
fn its_values_have_their_types() {
    let features = wells("limit=10");
    assert_eq!(ids(&features), ["tw-1", "tw-2", "tw-3", "tw-4", "tw-5"]);
    let first = &features["features"][0]["properties"];
    assert_eq!(
        (&first["name"], &first["depth"], &first["ropes"], &first["covered"]),
        (&json!("Quibblewick well"), &json!(12.5), &json!(2), &json!(true))
    );
    let unknown = &features["features"][3];
    assert!(unknown["geometry"].is_null());
    assert!(unknown["properties"]["depth"].is_null() && unknown["properties"]["region"].is_null());
    let alone = server().json("/api/collections/test-wells/items/tw-1");
    assert_eq!(alone["properties"], *first);
}

#[test]
fn its_features_are_placed_in_regions() {
    let features = wells("limit=10");
    let regions: Vec<&str> = list(&features["features"]).iter().map(|one| text(one, "region")).collect();
    assert_eq!(regions[0], "IN-UP-197");
    assert!(regions[1].starts_with("IN-RJ-") && regions[4].starts_with("IN-KA-"), "{regions:?}");
    assert_eq!(ids(&wells("within=IN-UP")), ["tw-1", "tw-3"]);
    let summary = server().json("/api/regions/IN-UP-197/summary");
    assert_eq!(summary["counts"]["test-wells"], 2);
    assert_eq!(summary["counts"]["test-plots"], 1);
}

#[test]
fn every_kind_of_query_finds_in_it() {
    for (query, expected) in [
        ("bbox=82,25,83,26", &["tw-1", "tw-3", "tw-4"][..]),
        ("placed=true&bbox=82,25,83,26", &["tw-1", "tw-3"]),
        ("water=sweet", &["tw-1", "tw-3", "tw-5"]),
        ("water=sweet,salt&covered=true", &["tw-1", "tw-3"]),
        ("depth=40", &["tw-2"]),
        ("ropes=0", &["tw-5"]),
        ("covered=false", &["tw-2", "tw-5"]),
        ("q=zandermoor", &["tw-2"]),
        ("q=nobody", &["tw-4"]),
        ("near=82.99,25.32&radius=10000", &["tw-1", "tw-3"]),
        ("ids=tw-5,tw-1", &["tw-1", "tw-5"]),
        ("sortby=-depth&limit=3", &["tw-2", "tw-1", "tw-3"]),
    ] {
        assert_eq!(ids(&wells(query)), expected, "{query}");
    }
    for (query, parameter) in [
        ("water=bitter", "water"),
        ("depth=deep", "depth"),
        ("ropes=1.5", "ropes"),
        ("covered=maybe", "covered"),
        ("watr=salt", "watr"),
    ] {
        let answer = server().get(&format!("/api/collections/test-wells/items?{query}"));
        assert_eq!(answer.parameter_error()["parameter"], parameter, "{query}");
    }
}

#[test]
fn a_stretch_of_time_holds_both_its_ends_and_what_has_no_time() {
    for (datetime, expected) in [
        ("2001-05-17", &["tw-1", "tw-4"][..]),
        ("2001-05-17T12:00:00Z", &["tw-1", "tw-4"]),
        ("2001-05-16", &["tw-4"]),
        ("2001-05-17/2005-03-01", &["tw-1", "tw-3", "tw-4"]),
        ("2001-05-18/2005-03-01T00:00:00Z", &["tw-3", "tw-4"]),
        ("2001-05-18/2005-02-28", &["tw-4"]),
        ("../2010-01-01", &["tw-1", "tw-2", "tw-3", "tw-4"]),
        ("/2009-12-31", &["tw-1", "tw-3", "tw-4"]),
        ("2010-12-31/..", &["tw-2", "tw-4", "tw-5"]),
        ("2020-11-30/", &["tw-4", "tw-5"]),
        ("2020-12-01/", &["tw-4"]),
        ("2001-05-18T03:00:00%2B05:30", &["tw-1", "tw-4"]),
    ] {
        assert_eq!(ids(&wells(&format!("datetime={datetime}"))), expected, "{datetime}");
    }
}

#[test]
fn areas_are_found_by_what_they_touch() {
    let plots = |query: &str| ids(&server().json(&format!("/api/collections/test-plots/items?{query}")));
    assert_eq!(plots(""), ["plot-a", "plot-b", "plot-c"]);
    assert_eq!(plots("placed=true&bbox=83.05,25.35,84,26"), ["plot-a"]);
    assert_eq!(plots("placed=true&bbox=83,25.3,83,25.3"), ["plot-a"], "a point inside");
    assert_eq!(
        plots("placed=true&bbox=72.91,26.35,72.92,26.36"),
        Vec::<String>::new(),
        "in the box of plot-b, not in its area"
    );
    assert_eq!(plots("placed=true&near=73.25,26.22&radius=100"), ["plot-b"]);
    let shape = server().json("/api/collections/test-plots/items/plot-b");
    assert_eq!(shape["geometry"]["type"], "MultiPolygon");
    assert_eq!(list(&shape["geometry"]["coordinates"]).len(), 2);
    let nearest = server().json("/api/collections/test-plots/nearest?point=82.9,26.3&k=5");
    assert_eq!(ids(&nearest), ["plot-a", "plot-b"]);
}

#[test]
fn facets_and_aggregates_count_it() {
    let facets = server().json("/api/collections/test-wells/facets");
    assert_eq!(facets["numberMatched"], 5);
    let water: Vec<(&str, &str, u64)> = list(&facets["facets"]["water"])
        .iter()
        .map(|one| {
            (one["value"].as_str().unwrap(), one["label"].as_str().unwrap(), one["count"].as_u64().unwrap())
        })
        .collect();
    assert!(
        water.contains(&("sweet", "Sweet water", 3)) && water.contains(&("salt", "Salt water", 2)),
        "{water:?}"
    );
    let groups = server().json("/api/collections/test-wells/aggregate?group-by=water,state");
    let sum: u64 = list(&groups["groups"]).iter().map(|group| group["count"].as_u64().unwrap()).sum();
    assert_eq!(sum, 5);
}

#[test]
fn the_nearest_are_measured() {
    let from = Point::new(83.0, 25.3);
    let nearest = server().json("/api/collections/test-wells/nearest?point=83.0,25.3&k=2");
    assert_eq!(ids(&nearest), ["tw-1", "tw-3"]);
    for feature in list(&nearest["features"]) {
        let metres = distance(from, point(feature).unwrap());
        assert!((feature["distance"].as_f64().unwrap() - metres).abs() <= 0.0051, "{feature}");
    }
}

#[test]
fn its_queryables_and_the_openapi_document_describe_it() {
    let schema = server().json("/api/collections/test-wells/queryables");
    let kind = |name: &str| schema["properties"][name]["type"].clone();
    assert_eq!(
        (kind("depth"), kind("ropes"), kind("covered")),
        ("number".into(), "integer".into(), "boolean".into())
    );
    assert_eq!(schema["properties"]["water"]["enum"], json!(["sweet", "salt"]));
    let plots = server().json("/api/collections/test-plots/queryables");
    assert_eq!(plots["properties"]["geometry"]["format"], "geometry-multipolygon");
    let document = server().json("/api/openapi.json");
    let _: openapiv3::OpenAPI = serde_json::from_value(document.clone()).unwrap();
    for rest in
        ["", "/items", "/items/{featureId}", "/queryables", "/nearest", "/aggregate", "/facets", "/download"]
    {
        assert!(document["paths"][format!("/collections/test-wells{rest}")].is_object(), "{rest}");
    }
    let parameters = list(&document["paths"]["/collections/test-wells/items"]["get"]["parameters"]);
    assert!(parameters.iter().any(|parameter| parameter["name"] == "depth"), "{parameters:?}");
}

#[test]
fn the_search_finds_its_names() {
    for (typed, found) in [
        ("Quibblewick", "test-wells:tw-1"),
        ("fennelstrp well", "test-wells:tw-3"),
        ("plot snodwick", "test-plots:plot-b"),
    ] {
        let answer = server().json(&format!("/api/search?{}", encoded(&[("q", typed)])));
        assert_eq!(answer["features"][0]["id"], found, "{typed}");
    }
}

#[test]
fn it_has_pages() {
    let record = server().page("/test-well/tw-1").expect(200);
    assert_eq!(record.media_type(), "text/html");
    let page = record.text();
    for words in ["Quibblewick well", "Sweet water", "12.5", "invented for tests", "Varanasi"] {
        assert!(page.contains(words), "the page of a record lacks {words}");
    }
    let area = server().page("/test-plot/plot-b").expect(200).text();
    assert!(area.contains("Plot Snodwick"));
    let list = server().page("/explore?layer=test-wells").expect(200).text();
    for words in ["Test wells", "Zandermoor well", "Wimblethorpe well", "Salt water", "/test-well/tw-2"] {
        assert!(list.contains(words), "the list lacks {words}");
    }
    let some = server().page("/explore?layer=test-wells&water=salt").expect(200).text();
    assert!(some.contains("Zandermoor well") && !some.contains("Quibblewick well"));
    assert_eq!(server().page("/test-well/tw-9").status, 404);
    let plots = server().page("/explore?layer=test-plots").expect(200).text();
    assert!(plots.contains("Plot Grumbleton"));
}

#[test]
fn it_is_downloaded_without_formulas() {
    let csv = server().get("/api/collections/test-wells/download?f=csv").expect(200);
    let rows = rows_of(&csv.body);
    assert_eq!(rows.len(), 5);
    assert_eq!(rows[4]["name"], "'=SUM(1)");
    assert_eq!((rows[0]["license"].as_str(), rows[0]["depth"].as_str()), ("CC0-1.0", "12.5"));
    let features = server().features("test-wells", "");
    assert_eq!(features.iter().map(id).collect::<Vec<_>>(), ["tw-1", "tw-2", "tw-3", "tw-4", "tw-5"]);
}

fn empty() -> TempDir {
    tempfile::tempdir().unwrap()
}

#[test]
fn layers_are_listed_replaced_and_removed() {
    let data = empty();
    assert_eq!(command(data.path(), &["layer", "list"]).well().out, "");
    let _ = add(data.path(), "test-wells.toml", "test-wells.csv").well();
    assert_eq!(command(data.path(), &["layer", "list"]).well().out, "test-wells\tTest wells\n");
    let again = add(data.path(), "test-wells.toml", "test-wells.csv").well();
    assert!(again.out.contains("5 features"), "{}", again.out);
    assert!(again.out.contains("0 added, 0 updated, 5 unchanged, 0 removed"), "{}", again.out);
    assert_eq!(command(data.path(), &["layer", "list"]).well().out.lines().count(), 1);
    let said = command(data.path(), &["migrate"]).well().out;
    for line in ["atlas: not loaded", "test-wells: 5 records", "edited by hand: 0"] {
        assert!(said.contains(line), "{said}");
    }
    let removed = command(data.path(), &["layer", "remove", "test-wells"]).well();
    assert!(removed.out.contains("removed"), "{}", removed.out);
    assert_eq!(command(data.path(), &["layer", "list"]).well().out, "");
    let failed = command(data.path(), &["layer", "remove", "test-wells"]);
    assert!(failed.sentence().contains("karigar layer list"), "{failed:?}");
    let failed = command(data.path(), &["export", "test-wells"]);
    assert!(failed.sentence().contains("there is no layer `test-wells`"), "{failed:?}");
}

#[test]
fn a_shipped_layer_is_neither_replaced_nor_removed() {
    let data = empty();
    let failed = command(data.path(), &["layer", "remove", "clusters"]);
    assert!(failed.sentence().contains("no layer `clusters` was added"), "{failed:?}");
    let text = std::fs::read_to_string(fixture("test-wells.toml")).unwrap();
    for (from, to) in [
        ("id = \"test-wells\"", "id = \"clusters\""),
        ("page = \"test-well\"", "page = \"cluster\""),
        ("page = \"test-well\"", "page = \"api\""),
    ] {
        let descriptor = data.path().join("own.toml");
        std::fs::write(&descriptor, text.replacen(from, to, 1)).unwrap();
        let file = fixture("test-wells.csv");
        let failed =
            command(data.path(), &["layer", "add", descriptor.to_str().unwrap(), file.to_str().unwrap()]);
        assert!(failed.sentence().contains("taken"), "{to}: {failed:?}");
    }
}

#[test]
fn a_file_with_bad_rows_adds_nothing_and_names_each_row() {
    let data = empty();
    let failed = add(data.path(), "test-wells.toml", "test-wells-bad.csv");
    assert!(failed.sentence().contains("nothing was added"), "{failed:?}");
    for (row, column, value) in
        [(3, "lon", "200"), (4, "water", "bitter"), (5, "depth", "deep"), (6, "id", "tw-1")]
    {
        let start = format!("test-wells-bad.csv row {row}, column `{column}`: \"{value}\" ");
        let line = failed.err.lines().find(|line| line.contains(&start));
        let line = line.unwrap_or_else(|| panic!("nothing says {start:?} in\n{}", failed.err));
        assert!(line.contains("; "), "no remedy: {line}");
    }
    assert!(!failed.err.contains("test-wells-bad.csv row 2"), "{}", failed.err);
    assert_eq!(command(data.path(), &["layer", "list"]).well().out, "");
}

#[test]
fn files_that_do_not_fit_are_refused_in_words() {
    let data = empty();
    let failed = add(data.path(), "test-plots.toml", "test-wells.csv");
    assert_eq!(failed.code, Some(1));
    assert!(failed.err.contains("points only"), "{failed:?}");
    let failed = add(data.path(), "test-wells.toml", "test-plots.geojson");
    assert!(failed.err.contains("row 1") && failed.err.contains("no point"), "{failed:?}");
    let failed = add(data.path(), "test-wells.csv", "test-wells.csv");
    assert_eq!(failed.code, Some(1));
    assert!(failed.err.contains("test-wells.csv"), "{failed:?}");
    let failed = add(data.path(), "nothing.toml", "test-wells.csv");
    assert!(failed.sentence().contains("nothing.toml"), "{failed:?}");
    assert_eq!(command(data.path(), &["layer", "list"]).well().out, "");
}
