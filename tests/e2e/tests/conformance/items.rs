//! Items and one item (/req/core/fc-*, /req/core/f-*, /req/geojson/*).

use crate::{href, links, only_link};
use karigar_e2e::{Server, as_code, encoded, id, ids, list, number};
use time::OffsetDateTime;
use time::format_description::well_known::Rfc3339;

const ITEMS: &str = "/api/collections/clusters/items";
const CRS84: &str = "<http://www.opengis.net/def/crs/OGC/1.3/CRS84>";

#[test]
fn every_layer_answers_a_feature_collection_with_exact_counts() {
    let server = Server::shared();
    for layer in server.layers() {
        let answer = server.get(&format!("/api/collections/{layer}/items?limit=7")).expect(200);
        assert_eq!(answer.header("content-type"), "application/geo+json");
        let items = answer.json();
        assert_eq!(items["type"], "FeatureCollection");
        let features = list(&items["features"]);
        assert_eq!(number(&items["numberReturned"]), features.len() as u64, "{layer}");
        assert!(features.len() <= 7, "{layer}");
        assert_eq!(number(&items["numberMatched"]), server.features(&layer, "").len() as u64, "{layer}");
        assert_eq!(answer.header("ogc-numbermatched"), items["numberMatched"].to_string());
        assert_eq!(answer.header("ogc-numberreturned"), items["numberReturned"].to_string());
        assert_eq!(answer.header("content-crs"), CRS84);
    }
}

#[test]
fn the_time_stamp_is_of_rfc_3339_in_utc() {
    let items = Server::shared().json(&format!("{ITEMS}?limit=1"));
    let stamp = items["timeStamp"].as_str().unwrap();
    assert!(stamp.ends_with('Z'), "{stamp}");
    assert!(OffsetDateTime::parse(stamp, &Rfc3339).is_ok(), "{stamp}");
}

#[test]
fn without_a_limit_there_are_a_hundred() {
    assert_eq!(ids(&Server::shared().json(ITEMS)).len(), 100);
}

#[test]
fn a_limit_is_kept_and_one_above_the_maximum_is_cut_to_it() {
    let server = Server::shared();
    for limit in [1, 2, 99, 551] {
        assert_eq!(ids(&server.json(&format!("{ITEMS}?limit={limit}"))).len(), limit);
    }
    for limit in ["552", "10000", "10001", "99999999999999999999999"] {
        assert_eq!(ids(&server.json(&format!("{ITEMS}?limit={limit}"))).len(), 552, "{limit}");
    }
}

#[test]
fn a_limit_that_is_no_whole_number_of_one_or_more_is_refused() {
    for limit in ["0", "-1", "unlimited", "1.5", "%2B5", "1e3"] {
        let answer = Server::shared().get(&format!("{ITEMS}?limit={limit}"));
        let error = answer.parameter_error();
        assert_eq!(
            (&error["parameter"], &error["allowed"]),
            (&"limit".into(), &"1 to 10000".into()),
            "{limit}"
        );
    }
}

#[test]
fn a_list_links_to_itself_and_to_its_other_formats() {
    let server = Server::shared();
    let items = server.json(&format!("{ITEMS}?family=metal&limit=3"));
    assert_eq!(only_link(&items, "self")["type"], "application/geo+json");
    let alternates: Vec<_> = links(&items, "alternate").iter().map(|link| link["type"].clone()).collect();
    assert_eq!(alternates, ["text/html", "text/csv"]);
    for link in list(&items["links"]) {
        let answer = server.get(href(link)).expect(200);
        assert_eq!(answer.media_type(), link["type"], "{link}");
        assert_eq!(answer.header("ogc-numbermatched"), items["numberMatched"].to_string(), "{link}");
    }
    assert_eq!(ids(&server.json(href(only_link(&items, "self")))), ids(&items));
}

#[test]
fn the_header_link_says_the_same_as_the_links_of_the_body() {
    let answer = Server::shared().get(&format!("{ITEMS}?limit=3")).expect(200);
    for relation in ["self", "next"] {
        assert_eq!(
            answer.link(relation).as_deref(),
            Some(href(only_link(&answer.json(), relation))),
            "{relation}"
        );
    }
}

#[test]
fn a_feature_is_found_under_its_id_and_is_the_one_of_the_list() {
    let server = Server::shared();
    for layer in server.layers() {
        let path = format!("/api/collections/{layer}/items");
        for listed in list(&server.json(&format!("{path}?limit=20"))["features"]) {
            let answer = server.get(&format!("{path}/{}", id(listed))).expect(200);
            assert_eq!(answer.header("content-type"), "application/geo+json");
            assert_eq!(answer.header("content-crs"), CRS84);
            let alone = answer.json();
            for member in ["type", "id", "geometry", "properties"] {
                assert_eq!(alone[member], listed[member], "{layer}/{}", id(listed));
            }
        }
    }
}

#[test]
fn a_feature_links_to_itself_its_page_and_its_collection() {
    let server = Server::shared();
    let path = format!("{ITEMS}/gi-adilabad-dokra");
    let feature = server.json(&path);
    assert_eq!(only_link(&feature, "self")["type"], "application/geo+json");
    assert_eq!(only_link(&feature, "alternate")["type"], "text/html");
    assert_eq!(
        href(only_link(&feature, "collection")),
        format!("{}/api/collections/clusters", server.address)
    );
    for relation in ["self", "alternate", "collection"] {
        let link = only_link(&feature, relation);
        assert_eq!(server.get(href(link)).expect(200).media_type(), link["type"], "{relation}");
    }
    let about = only_link(&feature, "about");
    assert_eq!(server.page(href(about)).expect(200).media_type(), "text/html");
}

#[test]
fn an_id_that_is_not_there_is_not_found() {
    for layer in Server::shared().layers() {
        let answer =
            Server::shared().get(&format!("/api/collections/{layer}/items/there-is-no-such-id")).expect(404);
        assert_eq!(answer.header("content-type"), "application/problem+json");
        let problem = answer.json();
        assert_eq!((&problem["status"], &problem["title"]), (&404.into(), &"Not Found".into()));
        assert!(problem["detail"].as_str().unwrap().contains("there-is-no-such-id"), "{problem}");
    }
}

#[test]
fn chosen_ids_properties_and_no_geometry_shape_the_answer() {
    let server = Server::shared();
    let items = server.json(&format!(
        "{ITEMS}?ids=gi-adilabad-dokra,pk-hala-pottery,nobody&properties=name,family&skipGeometry=true"
    ));
    assert_eq!(ids(&items), ["gi-adilabad-dokra", "pk-hala-pottery"]);
    for feature in list(&items["features"]) {
        assert!(feature["geometry"].is_null());
        let names: Vec<&String> = feature["properties"].as_object().unwrap().keys().collect();
        assert_eq!(names, ["name", "family"]);
    }
}

#[test]
fn a_value_is_found_however_it_is_written() {
    let server = Server::shared();
    for (written, plain) in [
        ("state=in-up", "state=IN-UP"),
        ("country=in,Pk", "country=IN,PK"),
        ("region=in-up-197", "region=IN-UP-197"),
        ("gi_year=%2B2008", "gi_year=2008"),
    ] {
        let expected = server.matched("clusters", plain);
        assert!(expected > 0, "{plain}");
        assert_eq!(server.matched("clusters", written), expected, "{written}");
    }
}

#[test]
fn a_value_with_a_comma_is_one_value_where_the_layer_has_it_and_else_a_list() {
    let server = Server::shared();
    let matched = |value: &str| server.matched("centres", &encoded(&[("organisation", value)]));
    let [kashmir, ministry] =
        ["Department of Handicrafts and Handloom, Kashmir", "Ministry of Textiles, Government of India"];
    let held = |name: &str| {
        let all = server.features("centres", "");
        all.iter().filter(|one| one["properties"]["organisation"] == name).count() as u64
    };
    for name in [kashmir, ministry] {
        assert!(held(name) > 0, "{name}");
        assert_eq!((matched(name), matched(&as_code(name))), (held(name), held(name)), "{name}");
    }
    let both = [kashmir, ministry].map(as_code).join(",");
    assert_eq!(matched(&both), held(kashmir) + held(ministry));
    assert_eq!(
        server.matched("clusters", "family=metal,wood"),
        server.matched("clusters", "family=wood,metal")
    );
    assert!(server.matched("clusters", "family=metal,wood") > server.matched("clusters", "family=metal"));
}

#[test]
fn sorting_goes_by_the_field_and_then_by_id() {
    let server = Server::shared();
    let sorted = |key: &str| server.json(&format!("{ITEMS}?limit=10000&sortby={key}"));
    let keys = |key: &str| -> Vec<(String, String)> {
        let found = sorted(key);
        list(&found["features"])
            .iter()
            .map(|one| (one["properties"]["precision"].as_str().unwrap().to_owned(), id(one)))
            .collect()
    };
    let up = keys("precision");
    assert!(up.is_sorted(), "{up:?}");
    assert_eq!(keys("%2Bprecision"), up);
    assert_eq!(keys("+precision"), up);
    let years = |key: &str| -> Vec<i64> {
        list(&sorted(key)["features"])
            .iter()
            .filter_map(|one| one["properties"]["gi_year"].as_i64())
            .collect()
    };
    assert!(years("gi_year").is_sorted());
    assert!(years("-gi_year").is_sorted_by(|a, b| a >= b));
    assert!(ids(&sorted("-id")).is_sorted_by(|a, b| a > b));
}
