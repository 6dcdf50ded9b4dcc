//! The portal in the reader's language: addresses, names, order, and what stays in its own language.
#![expect(clippy::unwrap_used, reason = "a story ends where it meets what it did not expect")]

use karigar_e2e::{Server, seen, table};

/// Pages of every kind.
const PAGES: &[&str] = &[
    "/explore",
    "/explore?view=map",
    "/explore?layer=centres&within=IN-UP",
    "/regions",
    "/r/IN/UP/197",
    "/cluster/gi-bidriware",
    "/centre/hsc-jodhpur",
    "/craft/ajrak",
    "/near?q=Hala",
    "/nothing/here",
];

/// Whether most letters of a text are Devanagari.
fn is_devanagari(text: &str) -> bool {
    let letters = text.chars().filter(|letter| letter.is_alphabetic()).count();
    let own = text.chars().filter(|letter| ('\u{900}'..='\u{97f}').contains(letter)).count();
    letters > 0 && own * 2 > letters
}

/// The names in a list, in its order.
fn names(page: &str) -> Vec<String> {
    let rows = page.split("<h3><a href=\"").skip(1);
    rows.map(|row| row[row.find('>').unwrap() + 1..row.find("</a>").unwrap()].to_owned()).collect()
}

#[test]
fn every_link_of_a_page_stays_in_its_language() {
    let server = Server::shared();
    for path in PAGES {
        let page = server.page(&format!("/hi{path}")).text();
        assert!(page.contains("<html lang=\"hi\" dir=\"ltr\">"), "{path}");
        let strays: Vec<String> = seen(&page)
            .links
            .into_iter()
            .filter(|link| link.starts_with('/'))
            .filter(|link| !["/hi/", "/api", "/assets/"].iter().any(|start| link.starts_with(start)))
            // The choice of another language leads to the same page in it.
            .filter(|link| !["/en", "/ur"].iter().any(|root| link.strip_prefix(root) == Some(*path)))
            .collect();
        assert_eq!(strays, [""; 0], "{path}");
    }
}

#[test]
fn a_slash_too_many_leads_to_the_page_and_never_elsewhere() {
    let server = Server::shared();
    let location = |path: &str| server.page(path).header("location").to_owned();
    assert_eq!(location("/hi/near/?q=Hala"), "/hi/near?q=Hala");
    assert_eq!(location("/events/"), "/events");
    assert_eq!(location("/hi/"), "/hi/explore");
    assert_eq!(location("//elsewhere.example/"), "/elsewhere.example");
}

#[test]
fn the_choice_of_a_language_keeps_the_place() {
    let page = Server::shared().page("/hi/explore?family=metal,wood&within=IN-UP&lang=en").text();
    for root in ["/en", "/ur"] {
        assert!(
            page.contains(&format!("href=\"{root}/explore?family=metal,wood&#38;within=IN-UP\"")),
            "{root}"
        );
    }
}

#[test]
fn search_engines_find_each_page_in_each_language() {
    let server = Server::shared();
    for path in ["/r/IN/UP", "/hi/r/IN/UP", "/en/r/IN/UP"] {
        let page = server.page(path).text();
        for (tag, root) in [("en", ""), ("hi", "/hi"), ("ur", "/ur"), ("x-default", "")] {
            let link = format!(
                "<link rel=\"alternate\" hreflang=\"{tag}\" href=\"{}{root}/r/IN/UP\">",
                server.address
            );
            assert!(page.contains(&link), "{path}: {link}");
        }
        let own = if path.starts_with("/hi") { "/hi" } else { "" };
        let canonical = format!("<link rel=\"canonical\" href=\"{}{own}/r/IN/UP\">", server.address);
        assert!(page.contains(&canonical), "{path}: {canonical}");
    }
}

#[test]
fn the_browser_s_language_is_taken_where_none_is_chosen() {
    let server = Server::shared();
    let asked =
        |path: &str, accept: &str| server.ask("GET", path, &[("accept-language", accept)]).expect(200);
    let hindi = asked("/regions", "hi-IN,hi;q=0.9,en;q=0.8");
    assert!(hindi.text().contains("<html lang=\"hi\""));
    assert!(hindi.header("vary").contains("Accept-Language"));
    assert!(asked("/regions", "fr").text().contains("<html lang=\"en\""));
    assert!(asked("/en/regions", "hi").text().contains("<html lang=\"en\""));
    assert!(asked("/regions?lang=hi", "en").text().contains("<html lang=\"hi\""));
}

#[test]
fn lists_stand_in_the_order_of_the_names_that_the_reader_sees() {
    let page = Server::shared().page("/hi/explore?within=IN-UP&family=metal").text();
    let names = names(&page);
    assert!(names.len() > 5 && names.iter().all(|name| is_devanagari(name)), "{names:?}");
    // What a source only registered stands behind what somebody described; each part has its order.
    let falls = names.windows(2).filter(|pair| pair[0] > pair[1]).count();
    assert!(falls <= 1, "{names:?}");
}

#[test]
fn our_words_stand_beside_those_of_the_source() {
    let server = Server::shared();
    let row = table("tables/texts_hi.csv").into_iter();
    let row = row.filter(|row| {
        row["table"] == "clusters" && row["field"] == "name" && row["kind"] == "transliteration"
    });
    let row = row.take(1).next().unwrap();
    let original = table("tables/clusters.csv").into_iter().find(|one| one["id"] == row["id"]).unwrap();
    let page = server.page(&format!("/hi/cluster/{}", row["id"])).text();
    let told = seen(&page).text.join(" ");
    assert!(told.contains(&row["text"]) && told.contains("संपादकों का लिप्यंतरण"), "{told}");
    assert!(page.contains("<bdi lang=\"en\">") && told.contains(&original["craft_name"]), "{told}");
    // In English there is nothing to say.
    assert!(!server.page(&format!("/cluster/{}", row["id"])).text().contains(&row["text"]));
}

#[test]
fn hindi_words_find_what_has_hindi_words_and_the_api_gives_them() {
    let server = Server::shared();
    let found = server.json("/api/collections/clusters/items?q=बिदरी&properties=name,name_hi");
    let names: Vec<&str> = found["features"]
        .as_array()
        .unwrap()
        .iter()
        .filter_map(|feature| feature["properties"]["name"].as_str())
        .collect();
    assert!(names.contains(&"Bidriware"), "{names:?}");
    let sorted = server.json("/api/collections/clusters/items?sortby=name_hi&limit=1");
    let first = sorted["features"][0]["properties"]["name_hi"].as_str().unwrap();
    assert!(is_devanagari(first), "{first}");
}

#[test]
fn urdu_runs_from_right_to_left_and_shows_what_it_lacks_in_english() {
    let page = Server::shared().page("/ur/privacy").text();
    assert!(page.contains("<html lang=\"ur\" dir=\"rtl\">"));
    assert!(page.contains("\u{2068}Privacy\u{2069}"), "an English message keeps its own direction");
    let list = Server::shared().page("/ur/explore?within=PK-SD").text();
    let urdu = |name: &String| name.chars().any(|letter| ('\u{600}'..='\u{6ff}').contains(&letter));
    let names = names(&list);
    let translated = names.iter().take_while(|name| urdu(name)).count();
    assert!(translated > 5, "{names:?}");
    assert!(names[translated..].iter().all(|name| name.starts_with("<bdi lang=\"en\">")), "{names:?}");
}
