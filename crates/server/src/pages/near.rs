//! Near me: a place typed or a position, the office that serves its district, and the nearest centres.

mod cards;
mod serves;

use super::PageError;
use super::address::Address;
use super::frame::{Frame, respond};
use super::position::no_place;
use super::said::{Said, place_label};
use crate::api::Ask;
use crate::app::App;
use crate::i18n::Language;
use crate::portal::near::{By, Choice, HELP, Help, Here, Meant, Named};
use crate::portal::serving::Serving;
use crate::portal::{Error, Snapshot};
use askama::Template;
use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};
use cards::office_tag;
use karigar_index::Neighbour;
use karigar_model::Point;
use karigar_model::fold::fold;
use karigar_model::query::readable_text;
use serves::{First, Serves, serves};
use std::sync::Arc;

pub use cards::{CentreCard, OfficeCard, centre_card, office_card};
pub use serves::{administers, none_note};

/// Centres listed as nearest.
const NEAREST: usize = 8;
/// Metres beyond which a centre is near nobody whose region is not known.
const FAR: f64 = 300_000.0;
/// Other places of the same name that are offered.
const OTHERS: usize = 6;

struct HelpChip {
    icon: &'static str,
    text: String,
    url: String,
    on: bool,
}

struct PlaceLink {
    label: Said,
    url: String,
}

/// A country or state whose parts are to be chosen from.
struct PartsView {
    name: String,
    title: String,
    parts: Vec<PlaceLink>,
}

#[derive(Template)]
#[template(path = "near.html")]
struct NearPage<'a> {
    t: &'a Language,
    typed: &'a str,
    help_code: &'a str,
    here: Option<HereView>,
    parts: Option<PartsView>,
    /// That nothing is called as was typed, and what is shown instead; empty where something is.
    inexact: String,
    helps: Vec<HelpChip>,
    serves: Serves,
    /// Whether the nearest stand first, as the office for the district does not give the help that is looked for.
    closest_first: bool,
    nearest_title: String,
    nearest: Vec<CentreCard>,
    nearest_none: String,
    others: Vec<PlaceLink>,
    not_found: bool,
    postcode: bool,
    /// Whether a PIN code was typed that is not in the list.
    pin_unknown: bool,
}

struct HereView {
    label: Said,
    /// The first word of the label: the place itself.
    name: String,
    /// What stands in the field; empty for a position.
    field: String,
    how: String,
    region_url: String,
    share_url: String,
}

/// `GET /near?q=…|place=…|point=lon,lat&help=…`
pub async fn page(State(app): State<Arc<App>>, ask: Ask) -> Result<Response, PageError> {
    let near = format!("{}/near", ask.language.root());
    if let Some(coarse) = coarse(&ask) {
        return Ok(
            Redirect::to(&Address::new(&near, &ask.pairs).with("point", &coarse).to_string()).into_response()
        );
    }
    respond(&app, &ask, |language| near_page(&app, &ask.snapshot, language, &ask))
        .map_err(|error| error.retry(near))
}

/// The position of a request to about a kilometre, where it is said more exactly: nothing finer stays in an
/// address, in the history of the browser or in a link to the page in another language.
fn coarse(ask: &Ask) -> Option<String> {
    let said = ask.get("point")?;
    let point = Point::parse("point", said).ok()?;
    let round = |degrees: f64| (degrees * 100.0).round() / 100.0 + 0.0;
    let coarse = format!("{},{}", round(point.lon), round(point.lat));
    (coarse != said).then_some(coarse)
}

/// What a request speaks of.
fn named(snapshot: &Snapshot, language: &Language, ask: &Ask) -> Result<Option<Named>, Error> {
    let sure = |meant| Some(Named { meant: Some(meant), exact: true, others: Vec::new() });
    if let Some(point) = ask.get("point") {
        let point = Point::parse("point", point)?;
        return Ok(sure(Meant::Here(snapshot.here_at(point, language.tag))));
    }
    if let Some(id) = ask.get("place") {
        return Ok(sure(snapshot.meant_by_id(id, language.tag)?));
    }
    let Some(text) = ask.get("q") else { return Ok(None) };
    if let Some(written) = snapshot.here_written(text, language.tag) {
        // What is wrong is said on the page.
        return Ok(Some(written.unwrap_or(Named { meant: None, exact: false, others: Vec::new() })));
    }
    readable_text("q", text)?;
    if let Some((_, others)) = snapshot.unknown_pin(text, language.tag, OTHERS) {
        return Ok(Some(Named { meant: None, exact: false, others }));
    }
    Ok(snapshot.here_named(text, language.tag, OTHERS))
}

fn near_page(app: &App, snapshot: &Snapshot, language: &Language, ask: &Ask) -> Result<String, Error> {
    let root = language.root();
    let help = HELP.iter().find(|help| Some(help.code) == ask.get("help")).unwrap_or(&HELP[0]);
    let typed = ask.get("q").unwrap_or_default();
    let named = named(snapshot, language, ask)?;
    let exact = named.as_ref().is_none_or(|named| named.exact);
    let link = |place: &Choice| place_link(language, root, *help, place);
    let (here, parts) = match named.as_ref().and_then(|named| named.meant.as_ref()) {
        Some(Meant::Here(here)) => (Some(here), None),
        Some(Meant::Parts { name, states, parts }) => {
            let title = if *states { "near-choose-state" } else { "near-choose-district" };
            let title = language.with(title, [("place", name)]);
            (None, Some(PartsView { name: name.clone(), title, parts: parts.iter().map(link).collect() }))
        }
        None => (None, None),
    };
    let code = here.and_then(|here| here.region.as_ref());
    let serving = here.zip(code).map(|(here, code)| snapshot.serving(code, Some(here.point)));
    let first = serving.as_ref().map(|serving| First::of(snapshot, serving)).unwrap_or_default();
    let found = here.map(|here| nearest(snapshot, here, *help, &first)).unwrap_or_default();
    let address = Address::new(&format!("{root}/near"), &ask.pairs);
    let page = NearPage {
        t: language,
        typed,
        help_code: help.code,
        here: here.map(|here| here_view(language, root, here, exact)),
        parts,
        inexact: named.as_ref().map_or_else(String::new, |named| inexact(language, snapshot, typed, named)),
        helps: HELP.iter().map(|each| help_chip(language, &address, each, help)).collect(),
        serves: here.map_or_else(Serves::default, |here| {
            serves(app, language, snapshot, here, serving.as_ref(), &first, &found)
        }),
        closest_first: !first.gives(snapshot, *help),
        nearest_title: language.text(&format!("near-nearest-{}", help.code)),
        nearest: found
            .iter()
            .map(|found| near_card(app, language, snapshot, serving.as_ref(), found))
            .collect(),
        nearest_none: language.text(if code.is_some() { "near-none" } else { "near-none-far" }),
        others: named.iter().flat_map(|named| &named.others).map(link).collect(),
        not_found: named.is_none() && ask.get("q").is_some(),
        postcode: is_postcode(typed),
        pin_unknown: snapshot.unknown_pin(typed, language.tag, 0).is_some(),
    };
    let body = page.render().map_err(|error| Error::Internal(error.to_string()))?;
    let title = language.text("near-title");
    Ok(Frame::new(app, ask, language, &title)
        .section("near")
        .description(&language.text("near-description"))
        .render(&body))
}

/// What to say where nothing is called as was typed.
fn inexact(language: &Language, snapshot: &Snapshot, typed: &str, named: &Named) -> String {
    let shown = match &named.meant {
        _ if named.exact => return String::new(),
        Some(Meant::Here(here)) => &here.label,
        Some(Meant::Parts { name, .. }) => name,
        None => {
            if let Some((pin, _)) = snapshot.unknown_pin(typed, language.tag, 0) {
                return language.count_with("near-pin-unknown", snapshot.gazetteer.pins(), [("pin", &pin)]);
            }
            let not_found = || language.with("near-not-found", [("text", typed)]);
            return no_place(language, snapshot, typed).unwrap_or_else(not_found);
        }
    };
    language.with("near-inexact", [("text", typed), ("place", shown)])
}

/// Whether this looks like a postcode of Pakistan, of which none is known: five digits.
fn is_postcode(text: &str) -> bool {
    let text = fold(text);
    text.len() == 5 && text.bytes().all(|letter| letter.is_ascii_digit())
}

/// One of the nearest centres, with whom it serves where it serves this place.
fn near_card(
    app: &App,
    language: &Language,
    snapshot: &Snapshot,
    serving: Option<&Serving<'_>>,
    found: &Neighbour<'_>,
) -> CentreCard {
    let mut offices = serving.iter().flat_map(|serving| &serving.groups).flat_map(|group| &group.offices);
    let same = offices.find(|office| office.centre.id() == found.feature.id());
    CentreCard {
        tag: same.map_or_else(String::new, |office| office_tag(language, snapshot, office)),
        ..centre_card(app, language, snapshot, found.feature, Some(found.distance))
    }
}

/// The nearest centres without the offices that stand first on the page.
fn nearest<'a>(snapshot: &'a Snapshot, here: &Here, help: Help, first: &First<'_, '_>) -> Vec<Neighbour<'a>> {
    let mut found = snapshot.nearest_help(here, help, NEAREST + 2);
    found.retain(|found| !first.has(found.feature.id()) && (here.region.is_some() || found.distance < FAR));
    found.truncate(NEAREST);
    found
}

fn here_view(language: &Language, root: &str, here: &Here, exact: bool) -> HereView {
    let how = match here.by {
        // What is shown instead of what was typed is said above it.
        By::Place if !exact => "",
        By::Place => "near-by-place",
        By::Around => "near-by-around",
        By::Pin => "near-by-pin",
        By::DoubtfulPin => "near-by-doubtful-pin",
        By::Region => "near-by-region",
        By::LargestTown => "near-by-largest-town",
        By::Written => "near-by-written",
        By::Position => "near-by-position",
    };
    // A link to share carries the place and never the position of a person.
    let share_url = match (here.by, &here.region) {
        (By::Position | By::Written, Some(code)) if code.level() == 2 => {
            format!("{root}/near?place=regions:{code}")
        }
        (By::Position | By::Written, _) => String::new(),
        _ => format!("{root}/near?{}={}", here.query.0, here.query.1),
    };
    let label = if here.label.is_empty() { language.text("near-outside") } else { here.label.clone() };
    HereView {
        name: label.split(", ").next().unwrap_or_default().to_owned(),
        field: if here.by == By::Position { String::new() } else { here.label.clone() },
        label: place_label(language, &label),
        how: if how.is_empty() { String::new() } else { language.text(how) },
        region_url: here.region.as_ref().map_or_else(String::new, |code| format!("{root}/r/{}", code.path())),
        share_url,
    }
}

fn help_chip(language: &Language, address: &Address, each: &Help, current: &Help) -> HelpChip {
    let url =
        if each.code == HELP[0].code { address.without("help") } else { address.with("help", each.code) };
    HelpChip {
        icon: each.icon,
        text: language.text(&format!("help-{}", each.code)),
        url: url.to_string(),
        on: each.code == current.code,
    }
}

fn place_link(language: &Language, root: &str, help: Help, place: &Choice) -> PlaceLink {
    let help = if help.code == HELP[0].code { String::new() } else { format!("&help={}", help.code) };
    let label = place_label(language, &place.label);
    PlaceLink {
        label: if place.is_district { label.within(language, "near-district", "place") } else { label },
        url: format!("{root}/near?{}={}{help}", place.query.0, place.query.1),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_postcode_of_pakistan_has_five_digits_in_any_script() {
        assert!(is_postcode("70080") && is_postcode("۷۰۰۸۰"));
        assert!(!is_postcode("700800") && !is_postcode("Hala1") && !is_postcode(""));
    }
}
