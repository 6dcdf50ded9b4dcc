//! Methods, caches, compression, other origins.

use karigar_e2e::{Answer, Server};
use serde_json::Value;
use std::io::{Read, Write};
use std::net::TcpStream;

const ITEMS: &str = "/api/collections/clusters/items?limit=50";
const ITEM: &str = "/api/collections/clusters/items/gi-adilabad-dokra";
const PATHS: &[&str] = &[
    "/api",
    "/api/collections",
    "/api/collections/clusters/queryables",
    ITEMS,
    ITEM,
    "/api/regions/IN/summary",
    "/api/search?q=hala",
];

fn ask(method: &str, path: &str, headers: &[(&str, &str)]) -> Answer {
    Server::shared().ask(method, path, headers)
}

/// Everything that the server sends for one request, byte by byte.
fn raw(method: &str, path: &str) -> String {
    let host = Server::shared().address.strip_prefix("http://").unwrap();
    let mut stream = TcpStream::connect(host).unwrap();
    write!(stream, "{method} {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n").unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    answer
}

#[test]
fn head_is_get_without_a_body() {
    for path in PATHS {
        let answer = raw("HEAD", path);
        let (head, body) = answer.split_once("\r\n\r\n").unwrap();
        assert!(head.starts_with("HTTP/1.1 200"), "{path}: {head}");
        assert_eq!(body, "", "{path}");
        let (get, head) = (ask("GET", path, &[]), ask("HEAD", path, &[]));
        for name in
            ["content-type", "content-length", "content-crs", "etag", "link", "vary", "ogc-numbermatched"]
        {
            assert_eq!(head.header(name), get.header(name), "{path}: {name}");
        }
    }
    assert!(raw("HEAD", "/api/collections/nothing").starts_with("HTTP/1.1 404"));
}

#[test]
fn options_says_which_methods_there_are() {
    for path in PATHS {
        let answer = ask("OPTIONS", path, &[]).expect(200);
        assert_eq!(answer.header("allow"), "GET, HEAD, OPTIONS", "{path}");
        let preflight = [("origin", "https://map.test"), ("access-control-request-method", "GET")];
        let answer = ask("OPTIONS", path, &preflight).expect(200);
        assert_eq!(answer.header("access-control-allow-origin"), "*", "{path}");
        for method in ["GET", "HEAD", "OPTIONS"] {
            assert!(answer.header("access-control-allow-methods").contains(method), "{path}");
        }
    }
}

#[test]
fn scripts_of_other_sites_may_read_answers_and_their_headers() {
    for path in PATHS {
        let answer = ask("GET", path, &[("origin", "https://map.test")]).expect(200);
        assert_eq!(answer.header("access-control-allow-origin"), "*", "{path}");
        let exposed = answer.header("access-control-expose-headers").to_lowercase();
        for name in ["link", "content-crs", "etag", "ogc-numbermatched", "ogc-numberreturned"] {
            assert!(exposed.split(',').any(|one| one.trim() == name), "{path}: {exposed}");
        }
    }
    let wrong = ask("GET", "/api/collections/nothing", &[("origin", "https://map.test")]).expect(404);
    assert_eq!(wrong.header("access-control-allow-origin"), "*");
}

#[test]
fn another_method_is_not_allowed_and_a_problem() {
    for method in ["PUT", "DELETE", "PATCH"] {
        let answer = ask(method, ITEM, &[]).expect(405);
        assert_eq!(answer.media_type(), "application/problem+json");
        assert!(answer.header("allow").contains("GET"), "{method}");
    }
}

#[test]
fn a_list_carries_a_weak_tag_and_is_not_sent_again() {
    for path in PATHS.iter().filter(|path| **path != ITEM) {
        let first = ask("GET", path, &[]).expect(200);
        let tag = first.header("etag").to_owned();
        assert!(tag.starts_with("W/\"") && tag.ends_with('"'), "{path}: {tag}");
        for held in [tag.clone(), format!("\"other\", {tag}")] {
            let again = ask("GET", path, &[("if-none-match", &held)]).expect(304);
            assert_eq!((again.body.len(), again.header("etag")), (0, tag.as_str()), "{path}");
        }
        assert_eq!(ask("GET", path, &[("if-none-match", "W/\"other\"")]).expect(200).header("etag"), tag);
    }
}

#[test]
fn other_parameters_and_formats_have_other_tags() {
    let tag = |path: &str| ask("GET", path, &[]).header("etag").to_owned();
    let tags = [
        tag(ITEMS),
        tag("/api/collections/clusters/items?limit=51"),
        tag(&format!("{ITEMS}&f=html")),
        tag(&format!("{ITEMS}&f=csv")),
        tag("/api/collections/centres/items?limit=50"),
    ];
    for (position, one) in tags.iter().enumerate() {
        assert!(!tags[..position].contains(one), "{tags:?}");
    }
}

#[test]
fn a_feature_carries_a_strong_tag_and_is_sent_as_it_is() {
    let first = ask("GET", ITEM, &[("accept-encoding", "gzip, br, zstd")]).expect(200);
    let tag = first.header("etag").to_owned();
    assert!(tag.starts_with('"'), "{tag}");
    assert_eq!(first.header("content-encoding"), "");
    assert_eq!(first.body, ask("GET", ITEM, &[]).body);
    let again = ask("GET", ITEM, &[("if-none-match", &tag)]).expect(304);
    assert_eq!((again.body.len(), again.header("etag")), (0, tag.as_str()));
}

#[test]
fn caches_are_told_what_an_answer_depends_on() {
    for path in PATHS {
        let vary = ask("GET", path, &[]).header("vary").to_lowercase();
        for name in ["accept", "accept-encoding", "accept-language"] {
            assert!(vary.split(',').any(|one| one.trim() == name), "{path}: {vary}");
        }
        assert_ne!(ask("GET", path, &[]).header("cache-control"), "", "{path}");
    }
}

#[test]
fn lists_are_compressed_as_the_client_wishes() {
    let without_time = |bytes: &[u8]| {
        let mut items: Value = serde_json::from_slice(bytes).unwrap();
        items["timeStamp"].take();
        items
    };
    let plain = ask("GET", ITEMS, &[]).expect(200);
    assert_eq!(plain.header("content-encoding"), "");
    for encoding in ["gzip", "br", "zstd"] {
        let answer = ask("GET", ITEMS, &[("accept-encoding", encoding)]).expect(200);
        assert_eq!(answer.header("content-encoding"), encoding);
        assert!(answer.body.len() * 3 < plain.body.len(), "{encoding}: {}", answer.body.len());
        let mut body = Vec::new();
        match encoding {
            "gzip" => flate2::read::MultiGzDecoder::new(&answer.body[..]).read_to_end(&mut body).map(drop),
            "br" => brotli::BrotliDecompress(&mut &answer.body[..], &mut body),
            _ => zstd::stream::copy_decode(&answer.body[..], &mut body),
        }
        .unwrap();
        assert_eq!(without_time(&body), without_time(&plain.body), "{encoding}");
    }
}

#[test]
fn pages_and_answers_forbid_foreign_code() {
    for path in ["/api", "/explore", "/api/collections/nothing", "/nothing/here"] {
        let answer = ask("GET", path, &[]);
        assert!(answer.header("content-security-policy").contains("default-src 'self'"), "{path}");
        assert_eq!(answer.header("x-content-type-options"), "nosniff", "{path}");
    }
}

#[test]
fn a_client_that_never_says_what_it_wants_is_let_go() {
    let host = Server::shared().address.strip_prefix("http://").unwrap();
    let mut slow = TcpStream::connect(host).unwrap();
    slow.set_read_timeout(Some(std::time::Duration::from_mins(1))).unwrap();
    write!(slow, "GET /explore HTTP/1.1\r\nHost: {host}\r\nX-").unwrap();
    let mut answer = String::new();
    slow.read_to_string(&mut answer).unwrap();
    assert!(!answer.starts_with("HTTP/1.1 200"), "{answer}");
}
