//! The search by a judged list: what people type, and what must come first.

use karigar_e2e::{Server, encoded, fixture, list, text};
use serde_json::Value;
use std::fmt::Write as _;

/// The share of a list whose first answer must be right.
const WANTED: f64 = 0.95;
/// How far, in degrees, a position may lie from the judged one: the cell of a short code.
const NEAR: f64 = 0.001;

/// A row of the list.
struct Judged {
    query: String,
    /// Answers that are right as the first, parted by `|`: `layer:id`, `label:…`, `at:lat,lon`; or `none`, or
    /// `refused` where the answer must be 400 with a remedy.
    first: String,
}

fn judged(name: &str) -> Vec<Judged> {
    let rows = std::fs::read_to_string(fixture(name)).unwrap();
    let cells = rows.lines().skip(1).map(|row| row.split('\t').map(str::to_owned).collect::<Vec<_>>());
    cells
        .map(|cells| {
            let [query, _script, _about, first, _why] = <[String; 5]>::try_from(cells).unwrap();
            Judged { query, first }
        })
        .collect()
}

/// Whether an answer is one of those that are right.
fn is_right(first: &str, answer: &Value) -> bool {
    first.split('|').any(|wanted| match wanted.split_once(':') {
        Some(("label", label)) => text(answer, "label") == label,
        Some(("at", position)) => text(answer, "layer") == "positions" && is_at(position, answer),
        _ => answer["id"] == wanted,
    })
}

fn is_at(position: &str, answer: &Value) -> bool {
    let (lat, lon) = position.split_once(',').unwrap();
    let near = |axis: usize, degrees: &str| {
        let own = answer["geometry"]["coordinates"][axis].as_f64().unwrap();
        (own - degrees.parse::<f64>().unwrap()).abs() < NEAR
    };
    near(0, lon) && near(1, lat)
}

/// Whether the first answer is right, and whether one of the first five is; and what was answered.
fn outcome(judged: &Judged) -> (bool, bool, String) {
    let path = format!("/api/search?{}", encoded(&[("q", &judged.query), ("limit", "5")]));
    let answer = Server::shared().get(&path);
    if judged.first == "refused" {
        let right = answer.status == 400 && answer.json()["errors"][0]["allowed"].is_string();
        return (right, right, answer.status.to_string());
    }
    let found = answer.expect(200).json();
    let answers = list(&found["features"]);
    let ids = answers.iter().map(|one| one["id"].to_string()).collect::<Vec<_>>().join(" ");
    if judged.first == "none" {
        return (answers.is_empty(), answers.is_empty(), ids);
    }
    let right = |one: &Value| is_right(&judged.first, one);
    (answers.first().is_some_and(right), answers.iter().any(right), ids)
}

/// Asks every query of a list, prints how many are right and which are not.
fn rates(name: &str) -> f64 {
    let judged = judged(name);
    let (mut first, mut five, mut misses) = (0, 0, String::new());
    for one in &judged {
        let (right, among, answered) = outcome(one);
        first += u32::from(right);
        five += u32::from(among);
        if !right {
            writeln!(misses, "  {}: {answered} instead of {}", one.query, one.first).unwrap();
        }
    }
    let share = |count: u32| f64::from(count) / judged.len() as f64;
    let (all, first, five) = (judged.len(), share(first), share(five));
    println!(
        "{name}: of {all} queries {:.1} % first, {:.1} % in five\n{misses}",
        100.0 * first,
        100.0 * five
    );
    first
}

#[test]
fn what_people_type_finds_what_they_mean() {
    assert!(judged("searches.tsv").len() >= 140);
    assert!(rates("searches.tsv") >= WANTED);
}

/// These were never looked at while the search was made.
#[test]
fn so_does_what_the_search_was_not_made_for() {
    assert!(judged("searches-unseen.tsv").len() >= 25);
    assert!(rates("searches-unseen.tsv") >= WANTED);
}

#[test]
fn a_mistake_in_a_position_says_what_is_wrong_and_what_to_type() {
    for (typed, reason, allowed) in [
        ("39J-49L-L8TA", "`A` stands in no DIGIPIN", "39J-49L-L8T4"),
        ("28.6139, 277.209", "277.209 is no longitude", "latitude −90 to 90"),
        ("8FVC+J2", "`8FVC+J2` is the end of a plus code", "WQ6P+XW Jaipur"),
        ("8FVC+J2 Xyzabad", "no place is called so", "WQ6P+XW Jaipur"),
        ("https://maps.app.goo.gl/AbC", "does not tell the position", "long address"),
    ] {
        let answer =
            Server::shared().get(&format!("/api/search?{}", encoded(&[("q", typed)]))).expect(400).json();
        let error = &answer["errors"][0];
        assert_eq!(error["parameter"], "q");
        assert!(error["reason"].as_str().unwrap().contains(reason), "{typed}: {error}");
        assert!(error["allowed"].as_str().unwrap().contains(allowed), "{typed}: {error}");
    }
}

#[test]
fn two_plain_numbers_are_latitude_first_and_the_other_reading_is_offered() {
    let found = |typed: &str| {
        let answer = Server::shared().json(&format!("/api/search?{}", encoded(&[("q", typed)])));
        list(&answer["features"]).iter().map(|one| one["id"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(found("26.9124, 75.7873"), ["positions:75.7873,26.9124", "regions:IN-RJ-110"]);
    assert_eq!(
        found("75.7873, 26.9124"),
        ["positions:26.9124,75.7873", "positions:75.7873,26.9124", "regions:IN-RJ-110"]
    );
    assert_eq!(found("48.8566, 2.3522"), ["positions:2.3522,48.8566"], "beyond the atlas");
}

#[test]
fn a_point_puts_the_nearer_of_equals_first() {
    let first = |point: &str| {
        let query = encoded(&[("q", "Dilli Haat"), ("point", point), ("limit", "1")]);
        Server::shared().json(&format!("/api/search?{query}"))["features"][0]["id"].clone()
    };
    assert_eq!(first("77.209,28.574"), "centres:dilli-haat-ina");
    assert_eq!(first("77.133,28.697"), "centres:dilli-haat-pitampura");
}

#[test]
fn labels_are_in_the_language_asked_for() {
    let query = encoded(&[("q", "बीदर"), ("lang", "hi"), ("limit", "1")]);
    let answer = Server::shared().json(&format!("/api/search?{query}"));
    assert_eq!(text(&answer["features"][0], "label"), "बीदर, कर्नाटक, भारत");
    let first = |typed: &str| {
        let query = encoded(&[("q", typed), ("lang", "hi"), ("limit", "1")]);
        text(&Server::shared().json(&format!("/api/search?{query}"))["features"][0], "label").to_owned()
    };
    assert_eq!(first("Khurja Pottery"), "खुर्जा पॉटरी, बुलंदशहर, उत्तर प्रदेश, भारत");
    assert_eq!(first("Nirona"), "निरोना, कच्छ, गुजरात, भारत");
}

/// The main part of Explore for words.
fn explored(pairs: &[(&str, &str)]) -> String {
    let page = Server::shared().page(&format!("/explore?{}", encoded(pairs))).expect(200).text();
    page[page.find("<main").unwrap()..page.find("</main>").unwrap()].to_owned()
}

#[test]
fn words_that_name_a_region_lead_to_it_before_all_else() {
    for (words, code, said) in [
        ("Uttar Pradesh", "IN-UP", "57 craft clusters in Uttar Pradesh"),
        ("UP", "IN-UP", "57 craft clusters in Uttar Pradesh"),
        ("Orissa", "IN-OD", "24 craft clusters in Odisha"),
        ("J&K", "IN-JK", "24 craft clusters in Jammu and Kashmir"),
        ("उत्तर प्रदेश", "IN-UP", "57 craft clusters in Uttar Pradesh"),
    ] {
        let main = explored(&[("q", words)]);
        let before = &main[..main.find("<h1").unwrap()];
        assert!(before.contains(&format!("href=\"/explore?within={code}\">{said}")), "{words}: {before}");
    }
    assert!(!explored(&[("q", "silk")]).contains("class=\"btn\" href=\"/explore?within="));
}

#[test]
fn nothing_found_tells_what_was_meant_in_the_scope_and_what_each_filter_keeps_away() {
    let main = explored(&[("q", "chikn"), ("within", "IN-UP")]);
    let meant = main.split("class=\"meant\"").nth(1).unwrap();
    let first = meant.split("<a href=\"").nth(1).unwrap();
    assert!(first.starts_with("/cluster/gi-lucknow-chikan-craft\""), "{first}");
    let without = main.split("Found without:").nth(1).unwrap().split("</p>").next().unwrap();
    assert!(without.contains("href=\"/explore?within=IN-UP\">“chikn” (57)"), "{without}");
    let meant = explored(&[("q", "Uttar Prdesh")]);
    let meant = meant.split("class=\"meant\"").nth(1).unwrap();
    assert!(meant.split("<a href=\"").nth(1).unwrap().starts_with("/explore?within=IN-UP\""), "{meant}");
}
