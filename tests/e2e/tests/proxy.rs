//! Behind nginx with the shipped example: a host of its own, and below a path of another.
#![expect(clippy::unwrap_used, reason = "a story ends where it meets what it did not expect")]

use karigar_e2e::{Nginx, Server, free_port, list, seen, texts_under};
use std::io::Read;

/// A server that believes a proxy on this machine, and the proxy.
fn on_a_host_of_its_own() -> (Server, Nginx) {
    let server = Server::start(&["--trust-proxy", "loopback"]);
    let nginx = Nginx::start(free_port(), "crafts.example.org", &server.address);
    (server, nginx)
}

fn below_a_path() -> (Server, Nginx, String) {
    let port = free_port();
    let public = format!("http://127.0.0.1:{port}/crafts-atlas");
    let server = Server::behind(&public);
    let nginx = Nginx::start(port, "www.example.org", &server.address);
    (server, nginx, public)
}

/// Addresses in a page: every attribute that begins with a slash, and every link.
fn addresses(html: &str) -> Vec<String> {
    let attributes = html.split("=\"/").skip(1).map(|rest| format!("/{}", rest.split('"').next().unwrap()));
    let mut all: Vec<String> =
        attributes.chain(seen(html).links).map(|one| one.replace("&amp;", "&")).collect();
    all.retain(|one| !one.starts_with('#') && !one.contains("{id}"));
    all.sort();
    all.dedup();
    all
}

/// Asks for everything that a page leads to, if it is ours; gives how much that was.
fn walk(nginx: &Nginx, page: &str, public: &str) -> usize {
    let path = public.strip_prefix(&nginx.address).unwrap();
    let html = nginx.get(page, &[("accept", "text/html")]).expect(200).text();
    let canonical = html.split("rel=\"canonical\" href=\"").nth(1).unwrap().split('"').next().unwrap();
    assert!(canonical.starts_with(&format!("{public}/")), "{page}: {canonical}");
    let own: Vec<String> = addresses(&html)
        .into_iter()
        .filter(|one| {
            assert!(!one.starts_with('/') || one.starts_with(&format!("{path}/")), "{page} leads to {one}");
            assert!(!one.starts_with(&nginx.address) || one.starts_with(public), "{page} leads to {one}");
            one.starts_with('/') || one.starts_with(public)
        })
        .collect();
    for address in &own {
        let status = nginx.get(address, &[("accept", "text/html,*/*;q=0.5")]).status;
        assert!(matches!(status, 200 | 307), "{page}: {address}: {status}");
    }
    own.len()
}

/// The API's links, from the landing page over all pages of a list to a download, equal to those asked directly.
fn read_the_api(nginx: &Nginx, server: &Server, public: &str) {
    let path = public.strip_prefix(&nginx.address).unwrap();
    let json = |address: &str| nginx.get(address, &[]).expect(200).json();
    for document in
        ["/api", "/api/collections", "/api/collections/clusters", "/api/conformance", "/api/regions/IN"]
    {
        for href in texts_under(&json(&format!("{path}{document}")), "href") {
            let ours = href.contains("127.0.0.1");
            assert!(!ours || href.starts_with(&format!("{public}/")), "{document}: {href}");
        }
    }
    assert_eq!(json(&format!("{path}/api/openapi.json"))["servers"][0]["url"], format!("{public}/api"));
    let mut next = Some(format!("{public}/api/collections/clusters/items?limit=200&country=IN"));
    let mut found = 0;
    while let Some(address) = next {
        let page = nginx.get(&address, &[]).expect(200);
        found += list(&page.json()["features"]).len() as u64;
        let link = list(&page.json()["links"]).iter().find(|link| link["rel"] == "next").cloned();
        next = link.map(|link| link["href"].as_str().unwrap().to_owned());
        assert_eq!(page.link("next"), next);
        assert!(next.iter().all(|next| next.starts_with(&format!("{public}/api/"))), "{next:?}");
    }
    assert_eq!(found, server.matched("clusters", "country=IN"));
    let file = "/api/collections/regions/download?f=csv";
    let (through, direct) = (nginx.get(&format!("{path}{file}"), &[]), server.get(file));
    let (through, direct) = (through.expect(200), direct.expect(200));
    assert_eq!(through.header("content-disposition"), direct.header("content-disposition"));
    assert_eq!(
        through.text().replace(public, ""),
        direct.text().replace(public, "").replace(&server.address, "")
    );
}

/// Compressed once, tags as they were, and 304 for who holds an answer.
fn cached_and_compressed_once(nginx: &Nginx, path: &str) {
    for what in [
        "/api/collections/clusters/items?limit=50",
        "/explore",
        "/api/collections/clusters/items/gi-bidriware",
    ] {
        let answer = nginx.get(&format!("{path}{what}"), &[("accept-encoding", "gzip")]).expect(200);
        let tag = answer.header("etag").to_owned();
        let strong = what.ends_with("gi-bidriware");
        assert_eq!(!tag.starts_with("W/"), strong, "{what}: {tag}");
        assert_eq!(answer.header("content-encoding"), if strong { "" } else { "gzip" }, "{what}");
        if !strong {
            let mut plain = String::new();
            flate2::read::GzDecoder::new(&answer.body[..]).read_to_string(&mut plain).unwrap();
            assert!(plain.starts_with(['{', '<']), "{what}: {plain:.20}");
        }
        let held = [("accept-encoding", "gzip"), ("if-none-match", tag.as_str())];
        let again = nginx.get(&format!("{path}{what}"), &held).expect(304);
        assert!(again.body.is_empty() && again.header("etag") == tag, "{what}");
    }
    let page = nginx.get(&format!("{path}/explore"), &[]).expect(200).text();
    let script = page.split("src=\"").find(|rest| rest.split('"').next().unwrap().contains("/explore-"));
    let script = script.unwrap().split('"').next().unwrap();
    let script = nginx.get(script, &[("accept-encoding", "br")]).expect(200);
    assert_eq!(script.header("content-encoding"), "br");
    assert!(script.header("cache-control").contains("immutable"));
}

#[test]
fn on_a_host_of_its_own_every_address_is_that_of_the_proxy() {
    let (server, nginx) = on_a_host_of_its_own();
    let public = nginx.address.clone();
    assert!(walk(&nginx, "/explore", &public) > 40);
    assert!(walk(&nginx, "/r/IN/UP", &public) > 40);
    assert!(walk(&nginx, "/api/docs", &public) > 40);
    let home = nginx.get("/", &[]).expect(307);
    assert_eq!(home.header("location"), "/explore");
    read_the_api(&nginx, &server, &public);
    cached_and_compressed_once(&nginx, "");
}

#[test]
fn below_a_path_every_address_is_below_it() {
    let (server, nginx, public) = below_a_path();
    let slash = nginx.get("/crafts-atlas", &[]).expect(308);
    assert!(slash.header("location").ends_with("/crafts-atlas/"), "{slash:?}");
    let home = nginx.get("/crafts-atlas/", &[]).expect(307);
    assert!(home.header("location").ends_with("/crafts-atlas/explore"), "{home:?}");
    for page in ["/explore", "/cluster/gi-bidriware", "/near?q=Jodhpur", "/hi/explore", "/api/docs"] {
        assert!(walk(&nginx, &format!("/crafts-atlas{page}"), &public) > 20, "{page}");
    }
    let sitemap = nginx.get("/crafts-atlas/sitemap.xml", &[]).expect(200).text();
    assert!(sitemap.matches("<loc>").count() > 500);
    assert_eq!(sitemap.matches("<loc>").count(), sitemap.matches(&format!("<loc>{public}/")).count());
    read_the_api(&nginx, &server, &public);
    cached_and_compressed_once(&nginx, "/crafts-atlas");
}

#[test]
fn nobody_but_a_trusted_proxy_says_under_which_address_we_are_seen() {
    let forged = [
        ("x-forwarded-host", "evil.example"),
        ("x-forwarded-proto", "https"),
        ("forwarded", "host=evil.example"),
    ];
    let landing = Server::shared().ask("GET", "/api", &forged).expect(200).text();
    assert!(!landing.contains("evil.example") && !landing.contains("https://127"), "{landing}");
    let (server, nginx) = on_a_host_of_its_own();
    let landing = nginx.get("/api", &forged).expect(200).text();
    assert!(landing.contains(&nginx.address) && !landing.contains("evil.example"), "{landing}");
    // The proxy is on this machine; so is this client, and it can say what a proxy with TLS says.
    let said = [("x-forwarded-host", "crafts.example.org"), ("x-forwarded-proto", "https")];
    let landing = server.ask("GET", "/api", &said).expect(200).text();
    assert!(landing.contains("\"https://crafts.example.org/api"), "{landing}");
}
