//! OGC API Common and Features Part 1, and the queryables of Part 3, as GIS clients and the test suites of
//! the OGC meet them. Each module holds one topic; `landing` says which classes they cover.
#![expect(clippy::unwrap_used, reason = "a story ends where it meets what it did not expect")]

mod boxes;
mod collections;
mod docs;
mod formats;
mod http;
mod items;
mod landing;
mod openapi;
mod paging;
mod problems;
mod queryables;

use karigar_e2e::list;
use serde_json::Value;

/// The links with a relation.
fn links<'a>(document: &'a Value, relation: &str) -> Vec<&'a Value> {
    list(&document["links"]).iter().filter(|link| link["rel"] == relation).collect()
}

/// The only link with a relation.
fn only_link<'a>(document: &'a Value, relation: &str) -> &'a Value {
    let links = links(document, relation);
    assert_eq!(links.len(), 1, "{relation}: {document}");
    links[0]
}

/// Where a link leads to.
fn href(link: &Value) -> &str {
    link["href"].as_str().unwrap()
}
