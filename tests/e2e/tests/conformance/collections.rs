//! The layers as collections (/req/core/fc-md-*, /req/core/sfc-md-*).

use crate::{href, links, only_link};
use karigar_e2e::{Server, id, list};

const CRS84: &str = "http://www.opengis.net/def/crs/OGC/1.3/CRS84";
const QUERYABLES: &str = "http://www.opengis.net/def/rel/ogc/1.0/queryables";

#[test]
fn the_layers_of_the_atlas_are_there_in_their_order() {
    let layers = Server::shared().layers();
    let expected = ["clusters", "centres", "products", "organisations", "events", "artisans", "regions"];
    assert_eq!(layers, expected);
}

#[test]
fn a_collection_alone_equals_its_entry_in_the_list_to_the_last_digit() {
    let server = Server::shared();
    let all = server.get("/api/collections").expect(200);
    for entry in list(&all.json()["collections"]) {
        let alone = server.get(&format!("/api/collections/{}", id(entry))).expect(200);
        assert!(all.text().contains(&alone.text()), "{}", alone.text());
        assert_eq!(*entry, alone.json());
    }
}

#[test]
fn a_collection_has_what_clients_need_to_read_it() {
    let server = Server::shared();
    for collection in list(&server.json("/api/collections")["collections"]) {
        let layer = id(collection);
        assert_eq!(collection["itemType"], "feature");
        assert_eq!(collection["itemCount"], server.matched(&layer, ""), "{layer}");
        assert_eq!(collection["crs"][0], CRS84);
        assert!(list(&collection["crs"]).contains(&collection["storageCrs"]));
        assert!(collection["title"].as_str().is_some_and(|title| !title.is_empty()));
        assert!(collection["description"].as_str().is_some_and(|text| !text.is_empty()), "{layer}");
        assert_eq!(only_link(collection, QUERYABLES)["type"], "application/schema+json");
        assert_eq!(only_link(collection, "self")["type"], "application/json");
        assert_eq!(only_link(collection, "alternate")["type"], "text/html");
        let items: Vec<_> = links(collection, "items").iter().map(|link| link["type"].clone()).collect();
        assert_eq!(items, ["application/geo+json", "text/html", "text/csv"], "{layer}");
        for link in list(&collection["links"]).iter().filter(|link| link["rel"] != "license") {
            let answer = server.get(href(link)).expect(200);
            assert_eq!(answer.media_type(), link["type"], "{link}");
        }
    }
}

#[test]
fn the_extent_is_one_box_of_four_numbers_that_holds_every_feature() {
    let server = Server::shared();
    for collection in list(&server.json("/api/collections")["collections"]) {
        let layer = id(collection);
        let placed = server.matched(&layer, "placed=true");
        if placed == 0 {
            assert!(collection["extent"]["spatial"].is_null(), "{layer} has no position and yet an extent");
            continue;
        }
        let boxes = list(&collection["extent"]["spatial"]["bbox"]);
        assert_eq!((boxes.len(), list(&boxes[0]).len()), (1, 4), "{layer}");
        let edges: Vec<f64> = list(&boxes[0]).iter().map(|edge| edge.as_f64().unwrap()).collect();
        let as_printed: Vec<String> = edges.iter().map(|edge| format!("{edge:.7}")).collect();
        let bbox = format!("placed=true&bbox={}", as_printed.join(","));
        assert_eq!(server.matched(&layer, &bbox), placed, "{layer}: {bbox}");
    }
}

#[test]
fn a_layer_that_is_not_there_is_not_found_and_a_near_name_is_offered() {
    let answer = Server::shared().get("/api/collections/cluster").expect(404);
    assert_eq!(answer.media_type(), "application/problem+json");
    let detail = answer.json()["detail"].as_str().unwrap().to_owned();
    assert!(detail.contains("did you mean `clusters`?"), "{detail}");
    for rest in [
        "/items",
        "/items/x",
        "/queryables",
        "/nearest?point=1,1",
        "/aggregate?group-by=state",
        "/facets",
        "/download",
    ] {
        let answer = Server::shared().get(&format!("/api/collections/nothing{rest}")).expect(404);
        assert_eq!(answer.media_type(), "application/problem+json", "{rest}");
    }
}
