//! When something fails inside: the reader gets a page that says what works, a client a problem.
#![expect(clippy::unwrap_used, reason = "a story ends where it meets what it did not expect")]

use karigar_e2e::{Server, atlas_copy};

/// A portal whose calendar file cannot be made: the edition of its atlas has no date to count days from.
fn failing() -> Server {
    let atlas = atlas_copy();
    let file = atlas.path().join("atlas.toml");
    let text = std::fs::read_to_string(&file).unwrap();
    let at = text.find("released = ").unwrap();
    let end = at + text[at..].find('\n').unwrap();
    std::fs::write(&file, format!("{}released = \"soon\"{}", &text[..at], &text[end..])).unwrap();
    Server::with_atlas(atlas.path())
}

#[test]
fn a_failure_says_what_happened_what_works_and_one_next_step_and_tells_nothing_of_its_cause() {
    let server = failing();
    let page = server.page("/events.ics").expect(500);
    assert_eq!((page.media_type(), page.header("cache-control")), ("text/html", "no-store"));
    let text = page.text();
    for part in [
        "Something failed here",
        "Nothing of yours is lost",
        "href=\"/events.ics\">Try again</a>",
        "href=\"/crafts\"",
    ] {
        assert!(text.contains(part), "no {part} in {text}");
    }
    assert!(!text.contains("the date `"), "{text}");
    let problem = server.get("/api/events.ics").expect(500);
    assert_eq!(problem.media_type(), "application/problem+json");
    assert_eq!(problem.json()["detail"], "something failed here; it was logged");
    let _ = server.page("/explore").expect(200);
}
