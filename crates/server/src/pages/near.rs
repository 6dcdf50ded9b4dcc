//! Near me: a place typed or a position, the office that serves its district, and the nearest centres.

use super::PageError;
use super::address::Address;
use super::frame::{Frame, respond};
use super::view::{field_of, name, place, row, text_of};
use crate::api::Ask;
use crate::app::App;
use crate::i18n::Language;
use crate::portal::near::{By, Choice, HELP, Help, Here, Meant, Named};
use crate::portal::serving::{CENTRES, Office, position};
use crate::portal::{Error, Snapshot};
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use karigar_index::FeatureRef;
use karigar_model::fold::fold;
use karigar_model::jurisdiction::{Grade, Remit};
use karigar_model::query::readable_text;
use karigar_model::{Point, RegionCode, Role};
use std::sync::Arc;

/// Centres listed as nearest.
const NEAREST: usize = 8;
/// Other places of the same name that are offered.
const OTHERS: usize = 6;

/// A centre on a card.
pub struct CentreCard {
    /// Address of its page.
    pub url: String,
    /// Its name.
    pub name: String,
    /// Icon of its kind.
    pub icon: String,
    /// What it does.
    pub services: String,
    /// Place in words.
    pub place: String,
    /// Distance in words; empty when not known.
    pub distance: String,
    /// First telephone number as shown; empty when none is known.
    pub phone: String,
    /// The same as a `tel:` address.
    pub tel: String,
    /// A `geo:` address; empty when its place is not known.
    pub route: String,
}

/// An office that serves a region, and why we say so.
pub struct OfficeCard {
    /// The centre.
    pub centre: CentreCard,
    /// "Serves Pali district", "Serves all of Meghalaya".
    pub tag: String,
    /// How well that is known, in a sentence.
    pub grade: String,
    /// Who says so, since when.
    pub source: Vec<super::view::Source>,
    /// Date of the statement; empty when the page has none.
    pub as_of: String,
}

struct HelpChip {
    icon: &'static str,
    text: String,
    url: String,
    on: bool,
}

struct PlaceLink {
    label: String,
    url: String,
}

/// A country or state whose parts are to be chosen from.
struct PartsView {
    title: String,
    parts: Vec<PlaceLink>,
}

struct RemitGroup {
    title: String,
    offices: Vec<OfficeCard>,
}

/// Who serves the district.
#[derive(Default)]
struct Serves {
    yours: Option<OfficeCard>,
    note: String,
    /// What the next office is, where none is known to serve the district.
    next_title: String,
    next: Option<OfficeCard>,
    groups: Vec<RemitGroup>,
}

#[derive(Template)]
#[template(path = "near.html")]
struct NearPage<'a> {
    t: &'a Language,
    root: &'a str,
    typed: &'a str,
    help_code: &'a str,
    here: Option<HereView>,
    parts: Option<PartsView>,
    /// That nothing is called as was typed, and what is shown instead; empty where something is.
    inexact: String,
    helps: Vec<HelpChip>,
    serves: Serves,
    nearest_title: String,
    nearest: Vec<CentreCard>,
    others: Vec<PlaceLink>,
    not_found: bool,
    postcode: bool,
}

struct HereView {
    label: String,
    how: String,
    region_url: String,
    share_url: String,
}

/// `GET /near?q=…|place=…|point=lon,lat&help=…`
pub async fn page(State(app): State<Arc<App>>, ask: Ask) -> Result<Response, PageError> {
    let near = format!("{}/near", app.portal.config.root());
    respond(&app, &ask, |language| near_page(&app, &ask.snapshot, language, &ask))
        .map_err(|error| error.retry(near))
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
    readable_text("q", text)?;
    Ok(snapshot.here_named(text, language.tag, OTHERS))
}

fn near_page(app: &App, snapshot: &Snapshot, language: &Language, ask: &Ask) -> Result<String, Error> {
    let root = app.portal.config.root();
    let help = HELP.iter().find(|help| Some(help.code) == ask.get("help")).unwrap_or(&HELP[0]);
    let typed = ask.get("q").unwrap_or_default();
    let named = named(snapshot, language, ask)?;
    let (here, parts) = match named.as_ref().and_then(|named| named.meant.as_ref()) {
        Some(Meant::Here(here)) => (Some(here), None),
        Some(Meant::Parts { name, states, parts }) => {
            let title = if *states { "near-choose-state" } else { "near-choose-district" };
            let parts = parts.iter().map(|part| place_link(language, root, *help, part)).collect();
            (None, Some(PartsView { title: language.with(title, [("place", name)]), parts }))
        }
        None => (None, None),
    };
    let address = Address::new(&format!("{root}/near"), &ask.pairs);
    let serves = here.map(|here| serves(app, language, snapshot, here)).unwrap_or_default();
    let found = here.map(|here| snapshot.nearest_help(here, *help, NEAREST)).unwrap_or_default();
    let others = named.iter().flat_map(|named| &named.others);
    let page = NearPage {
        t: language,
        root,
        typed,
        help_code: help.code,
        here: here
            .map(|here| here_view(language, root, here, named.as_ref().is_some_and(|named| named.exact))),
        parts,
        inexact: named.as_ref().filter(|named| !named.exact).map_or_else(String::new, |named| {
            let shown = match &named.meant {
                Some(Meant::Here(here)) => &here.label,
                Some(Meant::Parts { name, .. }) => name,
                None => return language.with("near-not-found", [("text", typed)]),
            };
            language.with("near-inexact", [("text", typed), ("place", shown)])
        }),
        helps: HELP.iter().map(|each| help_chip(language, &address, each, help)).collect(),
        serves,
        nearest_title: language.text(&format!("near-nearest-{}", help.code)),
        nearest: found
            .iter()
            .map(|found| centre_card(app, language, snapshot, found.feature, Some(found.distance)))
            .collect(),
        others: others.map(|other| place_link(language, root, *help, other)).collect(),
        not_found: named.is_none() && ask.get("q").is_some(),
        postcode: is_postcode(typed),
    };
    let body = page.render().map_err(|error| Error::Internal(error.to_string()))?;
    let title = language.text("near-title");
    Ok(Frame::new(app, ask, language, &title)
        .section("near")
        .description(&language.text("near-description"))
        .render(&body))
}

/// Whether this looks like a postcode of Pakistan, of which none is known: five digits.
fn is_postcode(text: &str) -> bool {
    let text = fold(text);
    text.len() == 5 && text.bytes().all(|letter| letter.is_ascii_digit())
}

/// Who serves the district of a place: "your office" before all, or what is known instead of it.
fn serves(app: &App, language: &Language, snapshot: &Snapshot, here: &Here) -> Serves {
    let Some(code) = &here.region else {
        return Serves { note: language.text("serving-outside"), ..Serves::default() };
    };
    let serving = snapshot.serving(code, Some(here.point));
    let card = |office: &Office<'_>| office_card(app, language, snapshot, office);
    let yours = serving.your_office();
    let your_id = yours.map(|office| office.centre.id());
    let groups = serving.groups.iter().filter_map(|group| {
        let offices = group.offices.iter().filter(|office| Some(office.centre.id()) != your_id);
        let offices: Vec<OfficeCard> = offices.take(3).map(card).collect();
        let wanted = !offices.is_empty() && group.remit != Remit::Administration;
        wanted.then(|| RemitGroup { title: language.text(&format!("remit-{}", group.remit.code())), offices })
    });
    let groups: Vec<RemitGroup> = groups.collect();
    let name = |code: &RegionCode| snapshot.tree.get(code).map_or("", |region| region.name_in(language.tag));
    let next = if yours.is_none() { snapshot.nearest_office(code, here.point) } else { None };
    let note = match (&serving.taken_from, yours) {
        (Some(from), _) => {
            language.with("serving-taken-from", [("district", name(code)), ("parent", name(from))])
        }
        (None, None) => none_note(language, code, name(code), !groups.is_empty()),
        (None, Some(_)) => String::new(),
    };
    let next_title = next
        .as_ref()
        .and_then(|_| code.at_level(1))
        .map_or_else(String::new, |state| language.with("serving-next", [("state", name(&state))]));
    Serves { yours: yours.map(card), note, next_title, next: next.as_ref().map(card), groups }
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
        By::Position => "near-by-position",
    };
    // A link to share carries the place and never the position of a person.
    let share_url = match here.by {
        By::Position => String::new(),
        _ => format!("{root}/near?{}={}", here.query.0, here.query.1),
    };
    let label = if here.label.is_empty() { language.text("near-outside") } else { here.label.clone() };
    HereView {
        label,
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
    let label = &place.label;
    PlaceLink {
        label: if place.is_district {
            language.with("near-district", [("place", label)])
        } else {
            label.clone()
        },
        url: format!("{root}/near?{}={}{help}", place.query.0, place.query.1),
    }
}

/// What to say of a region where no office of the central handicrafts service is known. Only India has that
/// service; abroad nothing is missing where `others` stand on the page.
pub fn none_note(language: &Language, code: &RegionCode, name: &str, others: bool) -> String {
    match (code.as_str().starts_with("IN"), others) {
        (true, _) => language.with("serving-none", [("place", name)]),
        (false, false) => language.with("serving-none-abroad", [("place", name)]),
        (false, true) => String::new(),
    }
}

/// A centre as a card.
pub fn centre_card(
    app: &App,
    language: &Language,
    snapshot: &Snapshot,
    centre: FeatureRef<'_>,
    distance: Option<f64>,
) -> CentreCard {
    let Ok(centres) = snapshot.layer(CENTRES) else { return CentreCard::empty() };
    let layer = centres.layer();
    let phone = first_phone(field_of(layer, centre, "phone"));
    let entry = row(language, app.portal.config.root(), snapshot, layer, centre);
    CentreCard {
        url: entry.url,
        name: name(layer, centre).to_owned(),
        icon: if app.assets.has_icon(&entry.category) { entry.category } else { "service-centre".to_owned() },
        services: text_of(layer, centre, Role::Summary).to_owned(),
        place: place(language, snapshot, layer, centre),
        distance: distance.map_or_else(String::new, |metres| language.distance(metres)),
        tel: phone.chars().filter(|letter| letter.is_ascii_digit() || *letter == '+').collect(),
        phone,
        route: position(centre).map_or_else(String::new, |p| format!("geo:{0},{1}?q={0},{1}", p.lat, p.lon)),
    }
}

impl CentreCard {
    fn empty() -> Self {
        let nothing = String::new;
        Self {
            url: nothing(),
            name: nothing(),
            icon: nothing(),
            services: nothing(),
            place: nothing(),
            distance: nothing(),
            phone: nothing(),
            tel: nothing(),
            route: nothing(),
        }
    }
}

/// The first of several numbers; tables part them by `;` or `,`.
pub fn first_phone(numbers: &str) -> String {
    numbers
        .split([';', ',', '/'])
        .map(str::trim)
        .find(|number| number.contains(|c: char| c.is_ascii_digit()))
        .unwrap_or_default()
        .to_owned()
}

/// An office that serves `code`, with the claim in words.
pub fn office_card(app: &App, language: &Language, snapshot: &Snapshot, office: &Office<'_>) -> OfficeCard {
    let region = snapshot.tree.get(&office.region).map_or("", |region| region.name_in(language.tag));
    let tag = match office.region.level() {
        _ if office.claim.grade == Grade::Seen => language.with("serves-seen", [("name", region)]),
        _ if office.claim.grade == Grade::Seat => language.with("serves-seat", [("name", region)]),
        2 => language.with("serves-district", [("name", region)]),
        _ if office.claim.grade == Grade::Shared => language.with("serves-shared", [("name", region)]),
        _ => language.with("serves-all", [("name", region)]),
    };
    OfficeCard {
        centre: centre_card(app, language, snapshot, office.centre, office.distance),
        tag,
        grade: language.text(&format!("grade-{}", office.claim.grade.code())),
        source: super::view::sources(&office.claim.source),
        as_of: office.claim.as_of.clone(),
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

    #[test]
    fn the_first_number_is_the_one_to_call() {
        assert_eq!(first_phone("+91-11-26106902; toll free 1800-208-4800"), "+91-11-26106902");
        assert_eq!(first_phone(""), "");
    }
}
