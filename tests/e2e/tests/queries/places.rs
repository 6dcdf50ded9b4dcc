//! The search box: names in any script, spelling or with a slip of the finger.

use karigar_e2e::{Server, encoded, list, number, text};
use serde_json::Value;

fn search(query: &str) -> Vec<Value> {
    let answer = Server::shared().json(&format!("/api/search?{}", encoded(&[("q", query)])));
    let features = list(&answer["features"]).clone();
    assert_eq!(number(&answer["numberReturned"]), features.len() as u64);
    features
}

fn position(found: &[Value], wanted: &str) -> Option<usize> {
    found.iter().position(|one| one["id"] == wanted)
}

#[test]
fn hala_is_found_however_it_is_written() {
    let hala = search("Hala")[0]["id"].as_str().unwrap().to_owned();
    for spelling in ["Hala", "hala", "Halla", "ہالا", "هالا"] {
        let found = search(spelling);
        let at = position(&found, &hala);
        assert!(
            at.is_some_and(|at| at < 3),
            "{spelling}: {:?}",
            found.iter().map(|one| &one["id"]).collect::<Vec<_>>()
        );
        let place = &found[at.unwrap()];
        assert_eq!(text(place, "region"), "PK-SD-x-matiari", "{spelling}");
        assert_eq!(text(place, "label"), "Hala, Matiari, Sindh, Pakistan");
    }
}

#[test]
fn one_typo_still_finds() {
    for (typed, meant) in [
        ("Moradbad", "regions:IN-UP-135"),
        ("Varansi", "regions:IN-UP-197"),
        ("Jodhpr", "regions:IN-RJ-113"),
        ("Jaipurr", "regions:IN-RJ-110"),
        ("Peshwar", "regions:PK-KP-x-peshawar"),
    ] {
        let found = search(typed);
        assert!(position(&found, meant).is_some_and(|at| at < 3), "{typed}: {found:?}");
    }
}

#[test]
fn slips_are_forgiven_beside_what_sounds_alike() {
    for (typed, meant) in [("pata", "Patna"), ("karal", "Karnal"), ("Hela", "Hala"), ("Bhadoli", "Bhadohi")] {
        let found = search(typed);
        let at = |name: &str| found.iter().position(|one| text(one, "name") == name);
        assert!(at(meant).is_some() && at(meant) < at("Badulla").or(Some(usize::MAX)), "{typed}: {found:?}");
    }
    let exact = search("Delhi");
    assert!(exact.iter().all(|one| !text(one, "matched").contains("Deli")), "{exact:?}");
}

#[test]
fn a_latin_name_is_told_before_others_that_fit_as_well() {
    assert_eq!(text(&search("Khurja")[0], "matched"), "Khurja");
    assert_eq!(text(&search("Jodhpur")[0], "matched"), "Jodhpur");
}

#[test]
fn a_pin_code_is_found_in_its_district() {
    for (typed, pin, district) in [
        ("221001", "221001", "IN-UP-197"),
        ("302 001", "302001", "IN-RJ-110"),
        ("pin 221001", "221001", "IN-UP-197"),
        ("342001 Jodhpur", "342001", "IN-RJ-113"),
        ("३४२००१", "342001", "IN-RJ-113"),
        ("201303", "201303", "IN-UP-141"),
    ] {
        let found = search(typed);
        assert_eq!(found[0]["id"], format!("pins:{pin}"), "{typed}");
        assert_eq!(text(&found[0], "region"), district, "{typed}");
        assert!(found[0]["geometry"].is_object(), "{typed}");
    }
}

#[test]
fn every_answer_says_what_it_is_and_which_name_matched() {
    for query in ["blue pottery", "Jodhpur", "वाराणसी", "sari", "221001"] {
        let found = search(query);
        assert!(!found.is_empty(), "{query}");
        for one in &found {
            let layer = text(one, "layer");
            assert_eq!(one["id"], format!("{layer}:{}", text(one, "id")), "{query}");
            for field in ["name", "label", "matched"] {
                assert!(!text(one, field).is_empty(), "{query}: {one}");
            }
            if layer != "places" && layer != "pins" {
                let path = format!("/api/collections/{layer}/items/{}", text(one, "id"));
                let _ = Server::shared().get(&path).expect(200);
            }
        }
    }
}

#[test]
fn nothing_is_found_for_nonsense_and_limits_hold() {
    assert_eq!(search("qqzzxxqqzzxx"), Vec::<Value>::new());
    let server = Server::shared();
    let answer = server.json("/api/search?q=ja&limit=5");
    assert_eq!(list(&answer["features"]).len(), 5);
    let answer = server.json("/api/search?q=ja&limit=100000");
    assert!(list(&answer["features"]).len() <= 100);
}

#[test]
fn among_equals_the_nearest_comes_first() {
    let server = Server::shared();
    let first = |point: &str| {
        let answer = server.json(&format!("/api/search?q=Aurangabad&limit=10&point={point}"));
        let regions = list(&answer["features"]).iter().filter(|one| text(one, "layer") == "regions");
        regions.map(|one| text(one, "id").to_owned()).next().unwrap()
    };
    assert_eq!(first("75.3,19.9"), "IN-MH-515");
    assert_eq!(first("84.4,24.7"), "IN-BR-235");
}
