//! From page to page (/rec/core/fc-next-*, /per/core/fc-prev).

use crate::{href, links, only_link};
use karigar_e2e::{Server, ids, number};
use std::collections::BTreeSet;

/// Follows `next` from an address until there is none; `change` is done to every address first.
fn walk(start: &str, change: impl Fn(&str) -> String) -> Vec<Vec<String>> {
    let server = Server::shared();
    let mut pages = Vec::new();
    let mut address = start.to_owned();
    loop {
        let page = server.json(&address);
        pages.push(ids(&page));
        assert!(pages.len() < 1000, "no end from {start}");
        let next = links(&page, "next");
        assert!(next.len() < 2, "{page}");
        let Some(next) = next.first() else { return pages };
        assert_eq!(next["type"], "application/geo+json");
        let (_, query) = href(next).split_once('?').unwrap();
        assert!(query.split('&').all(|pair| pair.contains('=')), "{query}");
        address = change(href(next));
    }
}

#[test]
fn next_walks_all_features_exactly_once() {
    for (layer, limit) in
        [("clusters", 100), ("clusters", 37), ("centres", 64), ("products", 5), ("regions", 200)]
    {
        let all: Vec<String> = Server::shared().features(layer, "").iter().map(karigar_e2e::id).collect();
        let pages = walk(&format!("/api/collections/{layer}/items?limit={limit}"), str::to_owned);
        assert!(pages[..pages.len() - 1].iter().all(|page| page.len() == limit), "{layer}");
        assert_eq!(pages.concat(), all, "{layer}");
    }
}

#[test]
fn next_walks_on_when_the_client_replaces_the_limit_by_the_maximum() {
    let pages =
        walk("/api/collections/clusters/items?limit=10", |next| next.replace("limit=10", "limit=10000"));
    assert_eq!(pages.len(), 2);
    let seen: BTreeSet<String> = pages.concat().into_iter().collect();
    assert_eq!((pages.concat().len(), seen.len()), (552, 552));
}

#[test]
fn a_walk_keeps_the_query_and_the_order() {
    let pages =
        walk("/api/collections/clusters/items?limit=11&family=pottery,metal&sortby=-gi_year", str::to_owned);
    let whole = Server::shared()
        .json("/api/collections/clusters/items?limit=10000&family=pottery,metal&sortby=-gi_year");
    assert_eq!(pages.concat(), ids(&whole));
    assert_eq!(pages.concat().len() as u64, number(&whole["numberMatched"]));
    assert!(pages.len() > 3);
}

#[test]
fn the_last_page_and_an_empty_one_have_no_next() {
    let server = Server::shared();
    for query in
        ["limit=552", "limit=10000", "offset=551&limit=1", "offset=552", "offset=99999", "q=nobodywritesthis"]
    {
        let page = server.json(&format!("/api/collections/clusters/items?{query}"));
        assert!(links(&page, "next").is_empty(), "{query}");
    }
}

#[test]
fn pages_by_offset_are_pages_by_cursor() {
    let server = Server::shared();
    for sort in ["id", "-name", "gi_year", "-precision"] {
        let by_cursor =
            walk(&format!("/api/collections/clusters/items?limit=50&sortby={sort}"), str::to_owned);
        for (page, expected) in by_cursor.iter().enumerate() {
            let address =
                format!("/api/collections/clusters/items?limit=50&sortby={sort}&offset={}", page * 50);
            assert_eq!(ids(&server.json(&address)), *expected, "{address}");
        }
    }
}

#[test]
fn prev_leads_back() {
    let server = Server::shared();
    let first = server.json("/api/collections/clusters/items?limit=5");
    assert!(links(&first, "prev").is_empty());
    let second = server.json("/api/collections/clusters/items?limit=5&offset=5");
    assert_eq!(ids(&server.json(href(only_link(&second, "prev")))), ids(&first));
}

#[test]
fn a_cursor_of_another_query_or_of_nobody_is_refused() {
    let server = Server::shared();
    let next = server.json("/api/collections/clusters/items?limit=5");
    let next = href(only_link(&next, "next")).to_owned();
    for wrong in [
        format!("{next}&family=metal"),
        format!("{next}&sortby=name"),
        next.replace("/clusters/", "/centres/"),
    ] {
        assert_eq!(server.get(&wrong).parameter_error()["parameter"], "cursor", "{wrong}");
    }
    for cursor in ["x", "WzFd", "%00"] {
        let answer = server.get(&format!("/api/collections/clusters/items?cursor={cursor}"));
        assert_eq!(answer.parameter_error()["parameter"], "cursor", "{cursor}");
    }
    assert_eq!(server.get(&format!("{next}&offset=5")).parameter_error()["parameter"], "cursor");
}
