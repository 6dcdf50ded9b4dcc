//! What leaves the portal: pictures for links, lists in other sites' pages, prints; and what must not leave it,
//! where somebody is.
#![expect(clippy::unwrap_used, reason = "a story ends where it meets what it did not expect")]

use karigar_e2e::{Answer, Running, Server, karigar};
use std::fs::{self, File};
use std::io::{Read, Write};
use std::net::TcpStream;

/// Most bytes of a picture.
const HEAVIEST: usize = 120_000;

/// The content of a `<meta property=…>` or `<meta name=…>`.
fn meta(page: &Answer, name: &str) -> String {
    let text = page.text();
    let rest = text.split(&format!("=\"{name}\" content=\"")).nth(1);
    rest.unwrap_or_else(|| panic!("{}: no {name}", page.asked)).split('"').next().unwrap().to_owned()
}

/// Width and height of a PNG.
fn size(png: &[u8]) -> (u32, u32) {
    assert_eq!(&png[..8], b"\x89PNG\r\n\x1a\n");
    let number = |at: usize| u32::from_be_bytes(png[at..at + 4].try_into().unwrap());
    (number(16), number(20))
}

#[test]
fn every_page_names_a_picture_of_itself() {
    let server = Server::shared();
    let own = [
        ("/cluster/gi-bidriware", "/en/share/cluster/gi-bidriware.png"),
        ("/hi/r/IN/UP/197", "/hi/share/r/IN/UP/197.png"),
        ("/ur/r/PK/PB", "/ur/share/r/PK/PB.png"),
        ("/craft/bell-metal", "/en/share/craft/bell-metal.png"),
        ("/centre/hsc-jodhpur", "/en/share/centre/hsc-jodhpur.png"),
        ("/explore?family=metal", "/en/share/karigar.png"),
        ("/hi/near?point=73.02,26.29", "/hi/share/karigar.png"),
    ];
    for (path, picture) in own {
        let page = server.page(path).expect(200);
        let address = meta(&page, "og:image");
        assert_eq!(address, format!("{}{picture}", server.address), "{path}");
        assert_eq!(meta(&page, "twitter:card"), "summary_large_image");
        assert!(!meta(&page, "og:image:alt").is_empty());
        let drawn = server.get(&address).expect(200);
        assert_eq!((drawn.media_type(), size(&drawn.body)), ("image/png", (1200, 630)), "{path}");
        assert_eq!(meta(&page, "og:image:width"), "1200");
        assert!(drawn.body.len() <= HEAVIEST, "{path}: {} bytes", drawn.body.len());
    }
}

#[test]
fn a_picture_is_fetched_once() {
    let path = "/en/share/cluster/gi-bidriware.png";
    let first = Server::shared().get(path).expect(200);
    assert_eq!(first.header("cache-control"), "public, max-age=86400");
    let tag = first.header("etag").to_owned();
    let again = Server::shared().ask("GET", path, &[("if-none-match", &tag)]).expect(304);
    assert!(again.body.is_empty());
    assert_ne!(Server::shared().get("/hi/share/cluster/gi-bidriware.png").expect(200).header("etag"), tag);
}

#[test]
fn there_is_no_picture_of_what_is_not_there() {
    for path in [
        "/share/cluster/no-such.png",
        "/share/nothing/x.png",
        "/share/r/IN/XX.png",
        "/share/karigar.gif",
        "/share/explore.png",
    ] {
        let _ = Server::shared().get(path).expect(404);
    }
}

#[test]
fn only_an_embedded_list_may_stand_in_another_site_s_page() {
    let server = Server::shared();
    let policy = |path: &str| server.page(path).expect(200).header("content-security-policy").to_owned();
    let embedded = policy("/embed?family=metal");
    assert!(embedded.contains("frame-ancestors *") && embedded.contains("script-src 'none'"), "{embedded}");
    for path in ["/explore", "/r/IN/UP", "/print", "/near", "/cluster/gi-bidriware"] {
        assert!(policy(path).contains("frame-ancestors 'self'"), "{path}");
    }
}

#[test]
fn an_embedded_list_and_a_print_stand_for_the_page_they_were_made_from() {
    let server = Server::shared();
    let asked = "family=metal&within=IN";
    for (path, whole) in [
        (format!("/embed?{asked}&view=map"), format!("/en/explore?{asked}")),
        (format!("/print?{asked}"), format!("/en/explore?{asked}")),
        ("/print?form=poster&within=IN-UP-197".to_owned(), "/en/r/IN/UP/197".to_owned()),
        ("/print?form=poster&ids=gi-bidriware".to_owned(), "/en/cluster/gi-bidriware".to_owned()),
    ] {
        let page = server.page(&path).expect(200).text();
        let whole = format!("{}{whole}", server.address).replace('&', "&#38;");
        // English needs not be said where nobody chose it.
        let plain = whole.replace("/en/", "/");
        let canonical = |address: &str| format!("<link rel=\"canonical\" href=\"{address}\">");
        assert!(
            page.contains(&canonical(&whole)) || page.contains(&canonical(&plain)),
            "{path}: {page:.900}"
        );
        assert!(page.contains("content=\"noindex\""), "{path}");
    }
}

#[test]
fn a_form_of_print_that_is_not_there_is_said_with_those_that_are() {
    let page = Server::shared().page("/print?form=booklet").expect(400).text();
    assert!(page.contains("booklet") && page.contains("list, catalogue, poster"), "{page}");
}

/// Where somebody is: as exactly as a device knows it, and as the page rounds it.
const EXACT: &str = "73.0212345,26.2912345";
const COARSE: &str = "73.02,26.29";

#[test]
fn a_position_is_rounded_before_a_page_is_made_of_it() {
    let answer = Server::shared().page(&format!("/hi/near?help=training&point={EXACT}")).expect(303);
    assert_eq!(answer.header("location"), format!("/hi/near?help=training&point={COARSE}"));
    assert_eq!(answer.header("referrer-policy"), "no-referrer");
}

#[test]
fn what_others_get_of_a_page_with_a_position_does_not_hold_it() {
    let page = Server::shared().page(&format!("/near?point={COARSE}")).expect(200);
    assert_eq!(page.header("referrer-policy"), "no-referrer");
    let text = page.text();
    let with_position: Vec<&str> = text.split('<').filter(|tag| tag.contains("73.02")).collect();
    assert!(!with_position.is_empty());
    for tag in with_position {
        // The reader's own way on: another language, another kind of help.
        let own = tag.starts_with("a ") && (tag.contains("hreflang=") || tag.contains("class=\"chip"));
        assert!(own && !tag.contains("data-copy"), "{tag}");
    }
}

#[test]
fn a_position_never_stands_in_the_log_at_any_level() {
    let folder = tempfile::tempdir().unwrap();
    let log = folder.path().join("log");
    let mut serve = karigar(&folder.path().join("data"));
    serve
        .args(["serve", "--listen", "127.0.0.1:0"])
        .env("RUST_LOG", "trace")
        .stderr(File::create(&log).unwrap());
    let (server, line) = Running::start(&mut serve);
    let host =
        line.split("http://").nth(1).unwrap().split('/').next().unwrap().split_whitespace().next().unwrap();
    let (lon, lat) = EXACT.split_once(',').unwrap();
    let paths = [
        format!("/near?point={EXACT}"),
        format!("/near?point={COARSE}"),
        format!("/near?point=999,{lat}"),
        format!("/near?point={EXACT}&q=%ff"),
        format!("/explore?near={EXACT}&radius=many"),
        format!("/api/collections/centres/nearest?point={EXACT}"),
        format!("/api/collections/centres/nearest?point={lon},x"),
        format!("/share/nothing.png?point={EXACT}"),
    ];
    for path in paths {
        let mut stream = TcpStream::connect(host).unwrap();
        write!(stream, "GET {path} HTTP/1.1\r\nhost: {host}\r\nconnection: close\r\n\r\n").unwrap();
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).unwrap();
        assert!(answer.starts_with(b"HTTP/1.1 "), "{path}");
    }
    server.signal("TERM");
    assert_eq!(server.wait().0, Some(0));
    let said = fs::read_to_string(&log).unwrap();
    assert!(
        said.contains("TRACE") || said.contains("DEBUG"),
        "the log is not at its most talkative: {said:.500}"
    );
    for part in ["73.02", "26.29"] {
        let lines: Vec<&str> =
            said.lines().filter(|line| line.contains(part) && !line.contains("db.statement")).collect();
        assert!(lines.is_empty(), "{lines:?}");
    }
}
