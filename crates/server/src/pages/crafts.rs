//! All crafts, by family or by letter.

use super::PageError;
use super::address::Address;
use super::frame::{Frame, respond};
use super::record::{encoded, explore};
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
use karigar_model::{Layer, RegionCode, Role};
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
    /// The family's clusters as a list; empty for a letter.
    url: String,
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

/// The states where a craft is at home, as a reader calls them; with the country where several have a state of
/// that name: "Punjab, Pakistan · Sindh".
fn states(snapshot: &Snapshot, language: &Language, craft: &Craft) -> String {
    let name = |code: &RegionCode| snapshot.tree.get(code).map(|region| region.name_in(language.tag));
    let named = craft.states.iter().filter_map(|code| {
        let state = name(code)?;
        let country = code.parent().filter(|_| snapshot.gazetteer.is_shared(state));
        Some(match country.as_ref().and_then(name) {
            Some(country) => format!("{state}{}{country}", language.comma()),
            None => state.to_owned(),
        })
    });
    named.collect::<Vec<_>>().join(" · ")
}

fn by_families<'a>(mut rest: Vec<Entry<'a>>, layer: &'a Layer, language: &Language) -> Vec<Group<'a>> {
    let category = layer.role(Role::Category).map(|field| &layer.fields[field]);
    let codes = category.map_or(&[][..], |field| layer.codes(field));
    let field = category.map_or("", |field| field.id.as_str());
    let groups = codes.iter().map(|code| Group {
        id: code.value.clone(),
        title: code.title(language.tag).to_owned(),
        family: &code.value,
        url: explore(language.root(), CLUSTERS, &[(field, &code.value)]),
        crafts: rest.extract_if(.., |craft| craft.family == code.value).collect(),
    });
    let mut groups: Vec<Group<'_>> = groups.filter(|group| !group.crafts.is_empty()).collect();
    if !rest.is_empty() {
        let title = language.text("crafts-no-family");
        groups.push(Group {
            id: "no-family".to_owned(),
            title,
            family: "other",
            url: String::new(),
            crafts: rest,
        });
    }
    groups
}

/// The letter that a name stands under: a Latin one as a capital without its accents, one of another script as it
/// is written, without the vowel signs that hang on it; `#` for what is no letter.
fn initial(name: &str) -> char {
    let Some(first) = name.chars().find(|letter| letter.is_alphanumeric()) else { return '#' };
    if !first.is_alphabetic() {
        return '#';
    }
    let latin = first < '\u{250}' || ('\u{1e00}'..'\u{1f00}').contains(&first);
    let plain = fold(&first.to_string()).chars().next().filter(|_| latin);
    plain.map_or(first, |letter| letter.to_ascii_uppercase())
}

fn by_letters<'a>(all: impl Iterator<Item = Entry<'a>>) -> Vec<Group<'a>> {
    let mut letters: BTreeMap<char, Vec<Entry<'a>>> = BTreeMap::new();
    for craft in all {
        letters.entry(initial(&craft.name)).or_default().push(craft);
    }
    let groups = letters.into_iter().map(|(letter, crafts)| Group {
        id: format!("letter-{letter}"),
        title: letter.to_string(),
        family: "",
        url: String::new(),
        crafts,
    });
    groups.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_stands_under_its_first_letter_in_any_script() {
        let initials =
            ["Ajrak", "ébéniste", "“Kani” shawl", "बिदरी", "क्षेत्रीय", "ਫੁਲਕਾਰੀ", "اجرک", "1001 knots", "—"];
        let initials: String = initials.into_iter().map(initial).collect();
        assert_eq!(initials, "AEKबकਫا##");
    }
}
