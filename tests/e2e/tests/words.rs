//! No word of the interface stands outside the language files. The pseudo language `en-XA` puts every message
//! in brackets ⟦…⟧; what a page shows outside of them must be data.
#![expect(clippy::unwrap_used, reason = "a story ends where it meets what it did not expect")]

use karigar_e2e::{Server, id, only_folder, repository, seen, shown, table};
use serde_json::Value;
use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

/// Names that are the same in every language: of the portal, of formats, of the pseudo language.
const NAMES: &[&str] = &[
    "Karigar",
    "CSV",
    "GeoJSON",
    "JSON",
    "OpenAPI",
    "OpenAPI 3.0",
    "OGC API",
    "Features",
    "iCalendar",
    "[Pseudo]",
    "GET",
    "English",
    "हिन्दी",
    "اردو",
];

/// Every value of the atlas and of the layers that are made from it, one a line.
fn data(server: &Server) -> String {
    let mut values = NAMES.join("\n");
    for feature in server.layers().iter().flat_map(|layer| server.features(layer, "skipGeometry=true")) {
        feature["properties"]
            .as_object()
            .unwrap()
            .values()
            .for_each(|value| values.extend(["\n", &shown(value)]));
    }
    description(&server.json("/api/openapi.json"), &mut values);
    let folder = repository().join("data");
    for path in ["", "tables", "geo", "layers"].iter().flat_map(|inside| only_folder(&folder.join(inside))) {
        let relative = path.strip_prefix(&folder).unwrap().to_str().unwrap().to_owned();
        match path.extension().and_then(|ending| ending.to_str()) {
            Some("csv") => {
                let cells =
                    table(&relative).into_iter().flat_map(|row| row.into_values().collect::<Vec<_>>());
                cells.for_each(|cell| values.extend(["\n", &cell]));
            }
            Some("toml") => {
                let descriptor: toml::Table = fs::read_to_string(&path).unwrap().parse().unwrap();
                strings(&toml::Value::Table(descriptor), &mut values);
            }
            _ => {}
        }
    }
    values
}

/// Names and texts of the service description.
fn description(value: &Value, into: &mut String) {
    match value {
        Value::String(text) => into.extend(["\n", text]),
        Value::Array(values) => values.iter().for_each(|one| description(one, into)),
        Value::Object(members) => members.iter().for_each(|(name, one)| {
            into.extend(["\n", name]);
            description(one, into);
        }),
        _ => {}
    }
}

/// Every text of a TOML value.
fn strings(value: &toml::Value, into: &mut String) {
    match value {
        toml::Value::String(text) => into.extend(["\n", text]),
        toml::Value::Array(values) => values.iter().for_each(|one| strings(one, into)),
        toml::Value::Table(members) => members.values().for_each(|one| strings(one, into)),
        _ => {}
    }
}

/// What is left of pieces of text that follow each other without the messages in them. A message may hold
/// others, and may reach over several pieces when parts of it are emphasised.
fn outside(pieces: &[String]) -> Vec<String> {
    let mut depth = 0;
    let mut parts = Vec::new();
    for piece in pieces {
        parts.push(String::new());
        for letter in piece.chars() {
            match letter {
                '⟦' => depth += 1,
                '⟧' => {
                    depth -= 1;
                    parts.push(String::new());
                }
                _ if depth == 0 => parts.last_mut().unwrap().push(letter),
                _ => {}
            }
        }
    }
    assert_eq!(depth, 0, "a message does not end: {pieces:?}");
    parts
}

/// The names and sentences in a text: what stands between the marks that join them.
fn phrases(text: &str) -> impl Iterator<Item = &str> {
    let joined = |letter: char| {
        matches!(letter, ',' | ';' | '·' | '|' | '(' | ')' | '›' | '–' | '—' | '/' | '…' | ':')
    };
    let trimmed =
        |part: &str| -> usize { part.len() - part.trim_start_matches(|c: char| !c.is_alphanumeric()).len() };
    text.split(joined)
        .map(move |part| part[trimmed(part)..].trim_end_matches(|letter: char| !letter.is_alphanumeric()))
        .filter(|part| part.split(|letter: char| !letter.is_alphabetic()).any(|run| run.chars().count() >= 2))
}

/// A page without its examples of code, which are no words.
fn without_examples(html: &str) -> String {
    let mut parts = html.split("<pre class=\"codeblock\"");
    let first = parts.next().unwrap().to_owned();
    parts.fold(first, |page, part| page + part.split_once("</pre>").unwrap().1)
}

/// Whether the phrase stands in the data, not inside a longer word; its first letter may have been raised.
fn is_data(phrase: &str, data: &str) -> bool {
    // Dates are set so that no line parts them.
    let phrase = &phrase.replace('\u{a0}', " ").replace('\u{2060}', "");
    let mut letters = phrase.chars();
    let lowered: String = letters.next().into_iter().flat_map(char::to_lowercase).chain(letters).collect();
    stands_in(phrase, data) || stands_in(&lowered, data)
}

fn stands_in(phrase: &str, data: &str) -> bool {
    data.match_indices(phrase).any(|(at, _)| {
        let before = data[..at].chars().next_back();
        let after = data[at + phrase.len()..].chars().next();
        !before.is_some_and(char::is_alphanumeric) && !after.is_some_and(char::is_alphanumeric)
    })
}

/// An address of every page that is no record.
const PAGES: &[&str] = &[
    "/explore",
    "/explore?view=map",
    "/explore?view=pictures",
    "/explore?layer=centres&view=pictures",
    "/events",
    "/events?within=IN-RJ",
    "/event/handicrafts-week",
    "/event/nauchandi.ics",
    "/crafts",
    "/crafts?by=letter",
    "/data",
    "/sources",
    "/about",
    "/privacy",
    "/accessibility",
    "/explore?layer=centres",
    "/explore?layer=products&placed=false",
    "/explore?q=nothingiscalledthis",
    "/explore?within=IN-UP&family=metal,wood",
    "/regions",
    "/r/IN",
    "/r/IN/UP",
    "/r/IN/UP/197",
    "/r/PK/SD",
    "/r/IN?show=centres",
    "/r/IN?show=centres-per-lakh",
    "/r/IN?show=handloom-workers",
    "/r/PK/PB?show=clusters",
    "/r/IN/UP?show=nothing",
    "/r/IN/complete",
    "/r/IN/UP/complete",
    "/r/IN/UP/197/complete",
    "/r/MM/complete",
    "/compare",
    "/compare?regions=IN-UP",
    "/compare?regions=IN-UP,IN-LA,PK-PB,IN-UP-197",
    "/r/IN/facts",
    "/r/IN/JK",
    "/r/IN/JK/facts",
    "/craft/ajrak",
    "/schemes",
    "/schemes?on=2016-10-31",
    "/schemes?need=credit&within=IN-JK",
    "/scheme/ahvy",
    "/services",
    "/services?kind=service-centre",
    "/training",
    "/near",
    "/near?q=Hala",
    "/near?q=221001",
    "/near?point=82.99,25.32",
    "/near?q=Punjab",
    "/near?q=pata",
    "/near?q=Imphal",
    "/near?q=201303",
    "/near?q=70080",
    "/near?q=nothingiscalledthis",
    "/embed?within=IN-UP-197",
    "/embed?q=nothingiscalledthis",
    "/print?within=IN-UP-197",
    "/print?form=catalogue&family=metal",
    "/print?form=poster&within=IN-UP-197",
    "/nothing/here",
    "/explore?layer=nothing",
    "/api/docs",
];

/// The pages, and some of every kind of record.
fn screens(server: &Server) -> Vec<String> {
    let mut screens: Vec<String> = PAGES.iter().map(|page| (*page).to_owned()).collect();
    for layer in ["clusters", "centres", "products", "organisations", "events"] {
        let features = server.features(layer, "");
        let placed = features.iter().find(|one| !one["geometry"].is_null());
        let unplaced = features.iter().find(|one| one["geometry"].is_null());
        for feature in placed.into_iter().chain(unplaced) {
            let own = server.json(&format!("/api/collections/{layer}/items/{}", id(feature)));
            let about = own["links"].as_array().unwrap().iter().find(|link| link["rel"] == "about").unwrap();
            screens.push(about["href"].as_str().unwrap().strip_prefix(&server.address).unwrap().to_owned());
        }
    }
    screens
}

#[test]
fn every_word_of_every_screen_is_a_message_or_data() {
    let server = Server::shared();
    let data = data(server);
    let mut wrong = BTreeSet::new();
    let mut messages = 0;
    for screen in screens(server) {
        let page = server.page(&format!("/en-XA{screen}"));
        assert!(matches!(page.status, 200 | 400 | 404), "{}", page.asked);
        let seen = seen(&without_examples(&page.text()));
        let attributes = seen.attributes.iter().flat_map(|one| outside(std::slice::from_ref(one)));
        messages += seen.text.iter().map(|piece| piece.matches('⟦').count()).sum::<usize>();
        for part in outside(&seen.text).into_iter().chain(attributes) {
            // An address on paper is the same in every language.
            if part.trim().starts_with(&server.address) {
                continue;
            }
            let unknown = phrases(&part).filter(|phrase| !is_data(phrase, &data));
            wrong.extend(unknown.map(|phrase| format!("{screen}: “{phrase}” in “{}”", part.trim())));
        }
    }
    assert!(messages > 500, "{messages} messages are too few for the pseudo language");
    assert!(
        wrong.is_empty(),
        "{} words are no messages:\n{}",
        wrong.len(),
        wrong.into_iter().collect::<Vec<_>>().join("\n")
    );
}

fn templates() -> Vec<PathBuf> {
    let folder = repository().join("web/templates");
    let inside: Vec<PathBuf> =
        [folder.clone(), folder.join("parts")].iter().flat_map(|one| only_folder(one)).collect();
    assert!(inside.len() > 8, "{inside:?}");
    inside
}

/// A template without what is computed.
fn without_code(template: &str) -> String {
    let mut text = template.to_owned();
    for (begin, end) in [("{#", "#}"), ("{{", "}}"), ("{%", "%}")] {
        while let Some(start) = text.find(begin) {
            let length = text[start..].find(end).map_or(text.len() - start, |at| at + end.len());
            text.replace_range(start..start + length, "");
        }
    }
    text
}

#[test]
fn templates_hold_no_words() {
    for path in templates() {
        let template = fs::read_to_string(&path).unwrap();
        let seen = seen(&without_code(&template));
        let named = seen.text.iter().all(|text| NAMES.contains(&text.trim()));
        assert!(named && seen.attributes.is_empty(), "{}: {seen:?}", path.display());
    }
}
