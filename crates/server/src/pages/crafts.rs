//! All crafts, by family or by letter.

use super::PageError;
use super::address::Address;
use super::frame::{Frame, respond};
use super::record::encoded;
use super::said::{Said, craft_name};
use crate::api::Ask;
use crate::app::App;
use crate::i18n::Language;
use crate::portal::crafts::{CLUSTERS, Craft};
use crate::portal::{Error, Snapshot};
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use karigar_model::fold::fold;
use karigar_model::layer::text_in;
use karigar_model::{Layer, Role};
use std::collections::BTreeMap;
use std::sync::Arc;

#[derive(Template)]
#[template(path = "crafts.html")]
struct CraftsPage<'a> {
    t: &'a Language,
    answer: String,
    by_letter: bool,
    family_url: String,
    letter_url: String,
    groups: Vec<Group<'a>>,
}

/// Crafts of a family, or of a letter.
struct Group<'a> {
    /// Part of the address.
    id: String,
    title: String,
    /// The family's code; empty for a letter.
    family: &'a str,
    crafts: Vec<Entry<'a>>,
}

struct Entry<'a> {
    name: Said,
    url: String,
    place: String,
    /// The family's code.
    family: &'a str,
}

/// `GET /crafts`, `GET /crafts?by=letter`
pub async fn page(State(app): State<Arc<App>>, ask: Ask) -> Result<Response, PageError> {
    respond(&app, &ask, |language| crafts(&app, language, &ask))
}

fn crafts(app: &App, language: &Language, ask: &Ask) -> Result<String, Error> {
    let root = language.root();
    let all = ask.snapshot.crafts();
    let layer = ask.snapshot.layer(CLUSTERS)?.layer();
    let entries = all.iter().map(|craft| Entry {
        name: craft_name(language, craft),
        url: format!("{root}/craft/{}", encoded(&craft.id)),
        place: states(&ask.snapshot, language, craft),
        family: craft.family.as_deref().unwrap_or_default(),
    });
    let by_letter = ask.get("by") == Some("letter");
    let groups =
        if by_letter { by_letters(entries) } else { by_families(entries.collect(), layer, language) };
    let address = Address::new(&format!("{root}/crafts"), &[]);
    let page = CraftsPage {
        t: language,
        answer: super::region::marked(&language.count_with(
            "crafts-answer",
            all.len(),
            [("groups", &language.number(groups.len()))],
        )),
        by_letter,
        family_url: address.to_string(),
        letter_url: address.with("by", "letter").to_string(),
        groups,
    };
    let body = page.render().map_err(|error| Error::Internal(error.to_string()))?;
    let title = language.text("crafts-title");
    let frame = Frame::new(app, ask, language, &title).section("crafts").with_query();
    Ok(frame.description(&language.text("crafts-description")).render(&body))
}

/// The states where a craft is at home, as a reader calls them.
fn states(snapshot: &Snapshot, language: &Language, craft: &Craft) -> String {
    let regions = craft.states.iter().filter_map(|code| snapshot.tree.get(code));
    regions.map(|region| region.name_in(language.tag)).collect::<Vec<_>>().join(language.comma())
}

fn by_families<'a>(mut rest: Vec<Entry<'a>>, layer: &'a Layer, language: &Language) -> Vec<Group<'a>> {
    let codes = layer.role(Role::Category).map_or(&[][..], |field| layer.codes(&layer.fields[field]));
    let groups = codes.iter().map(|code| Group {
        id: code.value.clone(),
        title: text_in(&code.titles, language.tag).to_owned(),
        family: &code.value,
        crafts: rest.extract_if(.., |craft| craft.family == code.value).collect(),
    });
    let mut groups: Vec<Group<'_>> = groups.filter(|group| !group.crafts.is_empty()).collect();
    if !rest.is_empty() {
        let title = language.text("crafts-no-family");
        groups.push(Group { id: "no-family".to_owned(), title, family: "other", crafts: rest });
    }
    groups
}

fn by_letters<'a>(all: impl Iterator<Item = Entry<'a>>) -> Vec<Group<'a>> {
    let mut letters: BTreeMap<char, Vec<Entry<'a>>> = BTreeMap::new();
    for craft in all {
        let first = fold(&craft.name).chars().next().unwrap_or('#').to_ascii_uppercase();
        letters.entry(first).or_default().push(craft);
    }
    let groups = letters.into_iter().map(|(letter, crafts)| Group {
        id: format!("letter-{letter}"),
        title: letter.to_string(),
        family: "",
        crafts,
    });
    groups.collect()
}
