//! Landing page and conformance (/req/core/root-success, /req/core/conformance-success).

use crate::{href, links, only_link};
use karigar_e2e::{Server, list, seen};
use std::collections::BTreeSet;

/// The classes that the modules beside this one test.
const TESTED: &[(&str, &str)] = &[
    ("ogcapi-common-1/1.0/conf/core", "landing, http, problems"),
    ("ogcapi-common-1/1.0/conf/landing-page", "landing"),
    ("ogcapi-common-1/1.0/conf/json", "openapi, formats"),
    ("ogcapi-common-1/1.0/conf/html", "openapi, formats"),
    ("ogcapi-common-1/1.0/conf/oas30", "openapi"),
    ("ogcapi-common-2/1.0/conf/collections", "collections"),
    ("ogcapi-features-1/1.0/conf/core", "collections, items, boxes, paging, problems"),
    ("ogcapi-features-1/1.0/conf/oas30", "openapi, problems"),
    ("ogcapi-features-1/1.0/conf/html", "openapi, formats, items"),
    ("ogcapi-features-1/1.0/conf/geojson", "items"),
    ("ogcapi-features-3/1.0/conf/queryables", "queryables"),
    ("ogcapi-features-3/1.0/conf/queryables-query-parameters", "queryables"),
];

#[test]
fn exactly_the_classes_that_are_tested_are_declared() {
    let declared = Server::shared().json("/api/conformance");
    let declared: BTreeSet<String> =
        list(&declared["conformsTo"]).iter().map(|class| class.as_str().unwrap().to_owned()).collect();
    let tested = TESTED.iter().map(|(class, _)| format!("http://www.opengis.net/spec/{class}")).collect();
    assert_eq!(declared, tested);
}

#[test]
fn the_landing_page_leads_to_everything_with_the_types_that_clients_compare() {
    let server = Server::shared();
    let landing = server.json("/api");
    for (relation, media_type) in [
        ("self", "application/json"),
        ("alternate", "text/html"),
        ("service-desc", "application/vnd.oai.openapi+json;version=3.0"),
        ("service-doc", "text/html"),
        ("conformance", "application/json"),
        ("data", "application/json"),
    ] {
        let link = only_link(&landing, relation);
        assert_eq!(link["type"], media_type, "{relation}");
        let followed = server.get(href(link)).expect(200);
        let sent = followed.header("content-type");
        assert!(sent.starts_with(media_type), "{relation}: {sent}");
    }
}

#[test]
fn every_link_of_the_landing_page_has_an_absolute_address_and_a_type() {
    let server = Server::shared();
    for link in list(&server.json("/api")["links"]) {
        assert!(href(link).starts_with(&format!("{}/api", server.address)), "{link}");
        assert!(link["type"].as_str().is_some_and(|kind| kind.contains('/')), "{link}");
    }
}

#[test]
fn the_landing_page_says_what_this_is_and_whose_data_it_is() {
    let landing = Server::shared().json("/api");
    for member in ["title", "description", "attribution"] {
        assert!(landing[member].as_str().is_some_and(|text| !text.is_empty()), "{member}");
    }
    assert_eq!(landing["worldview"], "india");
    assert_eq!(Server::neutral().json("/api")["worldview"], "neutral");
}

#[test]
fn behind_a_proxy_every_address_starts_with_the_public_one() {
    let public = "https://x.test/karigar";
    let server = Server::behind(public);
    let id = server.json("/api/collections/clusters/items?limit=1")["features"][0]["id"].clone();
    let item = format!("/api/collections/clusters/items/{}", id.as_str().unwrap());
    let collections = "/api/collections/clusters";
    for path in [
        "/api",
        "/api/conformance",
        "/api/collections",
        collections,
        "/api/collections/clusters/items?limit=2",
        &item,
    ] {
        let document = server.json(path);
        for link in list(&document["links"]) {
            assert!(href(link).starts_with(&format!("{public}/")), "{path}: {link}");
        }
    }
    assert_eq!(server.json("/api/openapi.json")["servers"][0]["url"], format!("{public}/api"));
    let schema = server.json("/api/collections/clusters/queryables");
    assert_eq!(schema["$id"], format!("{public}/api/collections/clusters/queryables"));
    let items = server.get("/api/collections/clusters/items?limit=2").expect(200);
    assert!(items.link("next").is_some_and(|next| next.starts_with(public)), "{items:?}");
    let links = seen(&server.page("/explore").expect(200).text()).links;
    assert!(links.len() > 20, "{links:?}");
    for address in links {
        assert!(!address.starts_with('/') || address.starts_with("/karigar/"), "{address}");
    }
}

#[test]
fn the_page_of_a_layer_s_list_leads_to_its_json() {
    let answer = Server::shared().page("/api/collections").expect(200);
    assert_eq!(answer.media_type(), "text/html");
    assert!(answer.text().contains("/api/collections?f=json"), "{}", answer.text());
    assert_eq!(links(&Server::shared().json("/api/collections"), "self").len(), 1);
}
