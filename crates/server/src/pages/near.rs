//! Near me: a place typed or a position, the office that serves its district, and the nearest centres.

use super::PageError;
use super::address::Address;
use super::frame::{Frame, respond};
use super::view::{field_of, name, place, row, text_of};
use crate::api::Ask;
use crate::app::App;
use crate::i18n::Language;
use crate::portal::near::{By, HELP, Help, Here};
use crate::portal::serving::{CENTRES, Office, position};
use crate::portal::{Error, Snapshot};
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use karigar_index::FeatureRef;
use karigar_model::jurisdiction::{Grade, Remit};
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

struct OtherPlace {
    label: String,
    url: String,
}

struct RemitGroup {
    title: String,
    offices: Vec<OfficeCard>,
}

#[derive(Template)]
#[template(path = "near.html")]
struct NearPage<'a> {
    t: &'a Language,
    root: &'a str,
    typed: &'a str,
    help_code: &'a str,
    here: Option<HereView>,
    helps: Vec<HelpChip>,
    yours: Option<OfficeCard>,
    yours_note: String,
    groups: Vec<RemitGroup>,
    nearest_title: String,
    nearest: Vec<CentreCard>,
    others: Vec<OtherPlace>,
    not_found: bool,
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

/// The places that a request speaks of, best first.
fn places(snapshot: &Snapshot, language: &Language, ask: &Ask) -> Result<Vec<Here>, Error> {
    if let Some(point) = ask.get("point") {
        return Ok(vec![snapshot.here_at(Point::parse("point", point)?, language.tag)]);
    }
    if let Some(id) = ask.get("place") {
        return Ok(vec![snapshot.here_by_id(id, language.tag)?]);
    }
    Ok(ask.get("q").map_or_else(Vec::new, |text| snapshot.here_named(text, language.tag, OTHERS + 1)))
}

fn near_page(app: &App, snapshot: &Snapshot, language: &Language, ask: &Ask) -> Result<String, Error> {
    let root = app.portal.config.root();
    let help = HELP.iter().find(|help| Some(help.code) == ask.get("help")).unwrap_or(&HELP[0]);
    let places = places(snapshot, language, ask)?;
    let here = places.first();
    let address = Address::new(&format!("{root}/near"), &ask.pairs);
    let serving = here.and_then(|here| snapshot.serving_here(here));
    let code = here.and_then(|here| here.region.clone());
    let card = |office: &Office<'_>| office_card(app, language, snapshot, office);
    let yours = serving.as_ref().and_then(|serving| serving.your_office()).map(card);
    let your_id = serving.as_ref().and_then(|serving| Some(serving.your_office()?.centre.id()));
    let groups = serving.iter().flat_map(|serving| &serving.groups).filter_map(|group| {
        let offices: Vec<OfficeCard> = group
            .offices
            .iter()
            .filter(|office| Some(office.centre.id()) != your_id)
            .take(3)
            .map(card)
            .collect();
        let wanted = !offices.is_empty() && group.remit != Remit::Administration;
        wanted.then(|| RemitGroup { title: language.text(&format!("remit-{}", group.remit.code())), offices })
    });
    let found = here.map(|here| snapshot.nearest_help(here, *help, NEAREST)).unwrap_or_default();
    let page = NearPage {
        t: language,
        root,
        typed: ask.get("q").unwrap_or_default(),
        help_code: help.code,
        here: here.map(|here| here_view(language, root, here)),
        helps: HELP.iter().map(|each| help_chip(language, &address, each, help)).collect(),
        yours_note: yours_note(
            language,
            snapshot,
            code.as_ref(),
            serving.as_ref().and_then(|s| s.taken_from.as_ref()),
            yours.is_some(),
        ),
        yours,
        groups: groups.collect(),
        nearest_title: language.text(&format!("near-nearest-{}", help.code)),
        nearest: found
            .iter()
            .map(|found| centre_card(app, language, snapshot, found.feature, Some(found.distance)))
            .collect(),
        others: places.iter().skip(1).map(|other| other_place(root, help, other)).collect(),
        not_found: places.is_empty() && ask.get("q").is_some(),
    };
    let body = page.render().map_err(|error| Error::Internal(error.to_string()))?;
    let title = language.text("near-title");
    Ok(Frame::new(app, ask, language, &title)
        .section("near")
        .description(&language.text("near-description"))
        .render(&body))
}

fn here_view(language: &Language, root: &str, here: &Here) -> HereView {
    let how = match here.by {
        By::Place => "near-by-place",
        By::Pin => "near-by-pin",
        By::Region => "near-by-region",
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
        how: language.text(how),
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

fn other_place(root: &str, help: &Help, other: &Here) -> OtherPlace {
    let help = if help.code == HELP[0].code { String::new() } else { format!("&help={}", help.code) };
    OtherPlace {
        label: other.label.clone(),
        url: format!("{root}/near?{}={}{help}", other.query.0, other.query.1),
    }
}

/// What to say about "your office": where it is taken from, or that none is known.
fn yours_note(
    language: &Language,
    snapshot: &Snapshot,
    code: Option<&RegionCode>,
    taken_from: Option<&RegionCode>,
    known: bool,
) -> String {
    let name = |code: &RegionCode| {
        snapshot.tree.get(code).map_or_else(String::new, |region| region.name_in(language.tag).to_owned())
    };
    match (code, taken_from) {
        (Some(code), Some(from)) => {
            language.with("serving-taken-from", [("district", &name(code)), ("parent", &name(from))])
        }
        (Some(code), None) if !known => language.with(none_key(code), [("place", &name(code))]),
        (None, _) => language.text("serving-outside"),
        _ => String::new(),
    }
}

/// What to say when no office of the central handicrafts service is known: only India has that service.
pub fn none_key(code: &RegionCode) -> &'static str {
    if code.as_str().starts_with("IN") { "serving-none" } else { "serving-none-abroad" }
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
    fn the_first_number_is_the_one_to_call() {
        assert_eq!(first_phone("+91-11-26106902; toll free 1800-208-4800"), "+91-11-26106902");
        assert_eq!(first_phone(""), "");
    }
}
