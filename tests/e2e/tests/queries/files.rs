//! The same features as a list, as CSV and as GeoJSON.

use karigar_e2e::{Server, encoded, id, ids, rows_of, shown};

const QUERIES: &[&str] =
    &["", "within=IN-UP", "family=metal,wood", "placed=false", "q=silk&bbox=70,20,80,30"];

#[test]
fn csv_geojson_and_items_hold_the_same_features() {
    let server = Server::shared();
    for query in QUERIES {
        let items = ids(&server.json(&format!("/api/collections/clusters/items?limit=10000&{query}")));
        let geojson =
            server.get(&format!("/api/collections/clusters/download?f=geojson&{query}")).expect(200);
        let csv = server.get(&format!("/api/collections/clusters/download?f=csv&{query}")).expect(200);
        assert_eq!(ids(&geojson.json()), items, "{query}");
        assert_eq!(geojson.json()["numberMatched"], items.len());
        let rows: Vec<String> = rows_of(&csv.body).into_iter().map(|row| row["id"].clone()).collect();
        assert_eq!(rows, items, "{query}");
        assert_eq!((geojson.media_type(), csv.media_type()), ("application/geo+json", "text/csv"));
    }
}

#[test]
fn a_download_is_named_after_layer_question_and_edition() {
    let server = Server::shared();
    let edition = server.json("/api")["atlas"]["version"].as_str().unwrap().to_owned();
    for (query, asked) in [
        ("", ""),
        ("within=IN-UP", "-in-up"),
        ("within=IN-UP-197&family=wood,metal", "-in-up-197-metal-wood"),
        ("family=metal,wood&within=IN-UP-197", "-in-up-197-metal-wood"),
        ("state=PK-PB", "-pk-pb"),
        ("q=बिदरी", "-bidri"),
        ("q=\"block print\"", "-block-print"),
        ("ids=gi-bidriware", "-gi-bidriware"),
        ("ids=gi-bidriware,gi-channapatna-toys-and-dolls", "-selection"),
        ("bbox=70,20,80,30&placed=true", "-area"),
        ("placed=false", "-not-placed"),
        ("near=82.97,25.32&radius=1000", "-near"),
        ("gi_number=99", "-gi-number-99"),
        ("within=IN&family=metal,wood,pottery,terracotta,stone,glass,leather", "-in-selection"),
        ("q=../..//etc/\r\n\";x", "-etc-x"),
        ("q=中文", "-selection"),
    ] {
        for form in ["csv", "geojson"] {
            let query: String = form_encoded(query);
            let path = format!("/api/collections/clusters/download?f={form}&{query}");
            let answer = server.get(&path).expect(200);
            let name = format!("attachment; filename=\"karigar-clusters{asked}-{edition}.{form}\"");
            assert_eq!(answer.header("content-disposition"), name, "{query}");
        }
    }
}

/// Parameters as a client sends them.
fn form_encoded(query: &str) -> String {
    let pairs: Vec<(&str, &str)> = query.split('&').filter_map(|pair| pair.split_once('=')).collect();
    encoded(&pairs)
}

#[test]
fn every_cell_of_the_csv_is_the_value_of_the_geojson() {
    let server = Server::shared();
    for layer in ["clusters", "centres", "products", "events", "organisations"] {
        let features = server.features(layer, "");
        let csv = server.get(&format!("/api/collections/{layer}/download?f=csv")).expect(200);
        assert!(csv.body.starts_with("\u{feff}id,".as_bytes()), "{layer}");
        let rows = rows_of(&csv.body);
        assert_eq!(rows.len(), features.len());
        for (row, feature) in rows.iter().zip(&features) {
            for (name, value) in feature["properties"].as_object().unwrap() {
                let value = shown(value);
                let neutral =
                    if value.starts_with(['=', '+', '-', '@']) { format!("'{value}") } else { value };
                assert_eq!(row[name], neutral, "{layer}/{} {name}", row["id"]);
            }
            let at = |axis: usize| shown(&feature["geometry"]["coordinates"][axis]);
            assert_eq!(
                (row["longitude"].as_str(), row["latitude"].as_str()),
                (at(0).as_str(), at(1).as_str())
            );
        }
    }
}

#[test]
fn every_row_says_where_it_comes_from() {
    let server = Server::shared();
    let edition = server.json("/api")["atlas"]["version"].as_str().unwrap().to_owned();
    let csv = server
        .get("/api/collections/clusters/download?f=csv&properties=name,source,coordinate_source")
        .expect(200);
    let rows = rows_of(&csv.body);
    for row in &rows {
        let (from, credit) = (&row["coordinate_source"], &row["credit"]);
        assert_eq!(credit.contains("GeoNames (CC BY 4.0)"), from.contains("GeoNames"), "{from}: {credit}");
        let by_post = ["post office", "India Post", "PIN "].iter().any(|words| from.contains(words));
        assert_eq!(credit.contains("India Post"), by_post, "{from}: {credit}");
        assert_eq!(row["record_url"], format!("{}/cluster/{}", server.address, row["id"]));
        assert_eq!((row["atlas_version"].as_str(), row["license"].as_str()), (edition.as_str(), "CC-BY-4.0"));
        assert!(!row["source"].is_empty(), "{}", row["id"]);
    }
    for (feature, row) in server.features("clusters", "properties=name").iter().zip(&rows) {
        for name in ["name", "record_url", "atlas_version", "license", "credit"] {
            assert_eq!(shown(&feature["properties"][name]), row[name], "{}", row["id"]);
        }
    }
}

#[test]
fn beside_the_code_of_a_region_stands_its_name() {
    let csv = Server::shared().get("/api/collections/clusters/download?f=csv&within=IN-UP-197").expect(200);
    let text = String::from_utf8(csv.body.clone()).unwrap();
    assert!(text.contains(",country,country_name,state,state_name,district,district_name,"), "{text}");
    for row in rows_of(&csv.body) {
        let names = ["country_name", "state_name", "district_name"].map(|name| row[name].as_str());
        assert_eq!(names, ["India", "Uttar Pradesh", "Varanasi"]);
    }
}

#[test]
fn no_cell_is_a_formula() {
    let server = Server::shared();
    let mut escaped = 0;
    for layer in ["clusters", "centres", "products", "events"] {
        let csv = server.get(&format!("/api/collections/{layer}/download?f=csv")).expect(200);
        for row in rows_of(&csv.body) {
            for (name, value) in &row {
                let number = value.parse::<f64>().is_ok();
                assert!(
                    number || !value.starts_with(['=', '+', '-', '@', '\t', '\r']),
                    "{layer}/{} {name}",
                    row["id"]
                );
                escaped += usize::from(value.starts_with("'+"));
            }
        }
    }
    assert!(escaped > 0, "the telephone numbers of the atlas start with a plus");
}

#[test]
fn a_page_of_items_as_csv_has_the_counts_and_the_way_on_in_its_headers() {
    let server = Server::shared();
    let first = server.get("/api/collections/clusters/items?f=csv&limit=300").expect(200);
    assert_eq!((first.header("ogc-numbermatched"), first.header("ogc-numberreturned")), ("552", "300"));
    let second = server.get(&first.link("next").unwrap()).expect(200);
    assert_eq!(second.media_type(), "text/csv");
    assert_eq!(second.link("next"), None);
    let all: Vec<String> =
        [first, second].iter().flat_map(|page| rows_of(&page.body)).map(|row| row["id"].clone()).collect();
    let expected: Vec<String> = server.features("clusters", "").iter().map(id).collect();
    assert_eq!(all, expected);
}

#[test]
fn areas_stand_in_the_csv_as_text() {
    let csv = Server::shared().get("/api/collections/regions/items?f=csv&ids=IN-UP-197").expect(200);
    let rows = rows_of(&csv.body);
    let wkt = &rows[0]["geometry_wkt"];
    assert!(wkt.starts_with("POLYGON") || wkt.starts_with("MULTIPOLYGON"), "{wkt}");
}
