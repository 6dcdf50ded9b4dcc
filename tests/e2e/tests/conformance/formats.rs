//! Which representation (/req/core/http, /req/html/*, RFC 9110).

use karigar_e2e::Server;

const PATHS: &[&str] = &[
    "/api",
    "/api/conformance",
    "/api/collections",
    "/api/collections/clusters",
    "/api/collections/clusters/items?limit=2",
    "/api/collections/clusters/items/gi-adilabad-dokra",
    "/api/collections/clusters/queryables",
    "/api/openapi.json",
    "/api/regions/IN",
    "/api/search?q=hala",
];

fn media_type(path: &str, accept: &str) -> String {
    let answer = Server::shared().ask("GET", path, &[("accept", accept)]).expect(200);
    answer.media_type().to_owned()
}

fn with(path: &str, pair: &str) -> String {
    format!("{path}{}{pair}", if path.contains('?') { '&' } else { '?' })
}

#[test]
fn a_tool_never_gets_a_page_and_a_browser_does() {
    for path in PATHS {
        assert!(media_type(path, "*/*").ends_with("json"), "{path}");
        assert!(media_type(path, "").ends_with("json"), "{path}");
        assert!(media_type(path, "application/json").ends_with("json"), "{path}");
        assert!(media_type(path, "application/*;q=0.5, image/png").ends_with("json"), "{path}");
        let browser = "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8";
        assert_eq!(media_type(path, browser), "text/html", "{path}");
    }
}

#[test]
fn f_wins_over_accept() {
    for path in PATHS {
        assert_eq!(media_type(&with(path, "f=html"), "application/json"), "text/html", "{path}");
        assert!(media_type(&with(path, "f=json"), "text/html").ends_with("json"), "{path}");
    }
    let items = "/api/collections/clusters/items?limit=2&f=csv";
    assert_eq!(media_type(items, "text/html"), "text/csv");
    assert_eq!(
        media_type("/api/collections/clusters/items?limit=2&f=geojson", "text/html"),
        "application/geo+json"
    );
}

#[test]
fn an_unknown_f_is_refused_and_names_what_there_is() {
    for path in PATHS {
        let error = Server::shared().get(&with(path, "f=shp")).parameter_error();
        assert_eq!((&error["parameter"], &error["value"]), (&"f".into(), &"shp".into()), "{path}");
        let allowed = error["allowed"].as_str().unwrap();
        assert!(allowed.contains("json") && allowed.contains("html"), "{path}: {allowed}");
    }
}

#[test]
fn what_nobody_can_give_is_not_acceptable() {
    for path in PATHS {
        for accept in ["image/png", "application/xml", "text/html;q=0"] {
            let answer = Server::shared().ask("GET", path, &[("accept", accept)]).expect(406);
            assert_eq!(answer.media_type(), "application/problem+json", "{path}");
            assert!(answer.json()["detail"].as_str().unwrap().contains("text/html"), "{path}");
        }
    }
}

#[test]
fn the_better_quality_wins() {
    let items = "/api/collections/clusters/items?limit=2";
    assert_eq!(media_type(items, "text/csv;q=0.9, text/html;q=0.1"), "text/csv");
    assert_eq!(media_type(items, "application/geo+json;q=0.1, text/html;q=0.9"), "text/html");
    assert_eq!(media_type(items, "application/vnd.geo+json"), "application/geo+json");
}

#[test]
fn a_page_of_items_shows_the_same_features_as_the_json() {
    let server = Server::shared();
    let json = server.json("/api/collections/products/items");
    let page = server.page("/api/collections/products/items").expect(200).text();
    for id in karigar_e2e::ids(&json) {
        assert!(page.contains(&id), "{id}");
    }
    assert_eq!(karigar_e2e::ids(&json).len(), 16);
}
