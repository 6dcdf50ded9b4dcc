//! Fairs and events: what comes next, the months ahead, and where; the same as a calendar file.

mod file;
mod months;

pub use file::calendar;

use super::address::Address;
use super::filters::{self, Chip, Where};
use super::frame::{Frame, respond};
use super::record::{self, explore, set};
use super::region::{CrumbLink, marked};
use super::said::{self, Said};
use super::view::{self, Row, Source, sources};
use super::{PageError, figure, markup};
use crate::api::Ask;
use crate::app::App;
use crate::i18n::Language;
use crate::portal::events::{EVENTS, Happening, is_nation_wide, today};
use crate::portal::request::{Expected, ItemsRequest};
use crate::portal::{Error, Snapshot};
use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use karigar_index::LayerSnapshot;
use karigar_model::query::Page;
use karigar_model::recurrence::Recurrence;
use karigar_model::{Bbox, Query, Region, RegionCode, Role};
use months::Month;
use std::sync::Arc;
use time::Date;

/// Most events that a page draws on its map.
const MOST_MARKS: usize = 1000;
/// Degrees around the places on the map.
const AROUND: f64 = 1.5;

#[derive(Template)]
#[template(path = "events.html")]
struct EventsPage<'a> {
    t: &'a Language,
    answer: String,
    place: Where,
    chips: Vec<Chip>,
    dated: Vec<Dated>,
    /// How many of them are held in the whole country around the region that was asked for.
    nation_wide: String,
    /// Events that are known only to that country.
    around: Vec<CrumbLink>,
    months: Vec<Month>,
    groups: Vec<Group>,
    figure: String,
    caption: Said,
    /// Empty where no event has certain days.
    file_url: String,
    list_url: String,
}

/// An event whose next days are known.
struct Dated {
    row: Row,
    /// "8–14".
    days: String,
    /// "December 2026".
    month: String,
    /// Both in one, as it is said.
    said: String,
    /// The days that another source gives.
    otherwise: String,
    sources: Vec<Source>,
    file_url: String,
}

/// Events without days.
struct Group {
    title: String,
    note: String,
    rows: Vec<Row>,
}

/// `GET /events`
pub async fn page(State(app): State<Arc<App>>, ask: Ask) -> Result<Response, PageError> {
    respond(&app, &ask, |language| events(&app, language, &ask))
}

/// `GET /events.ics`
pub async fn all_as_file(State(app): State<Arc<App>>, ask: Ask) -> Result<Response, PageError> {
    let made = query(&ask).and_then(|query| file::all(&ask, &query));
    made.map_err(|error| PageError::new(&app, &ask, error))
}

/// `GET /event/{id}`, `GET /event/{id}.ics`
pub async fn one(
    State(app): State<Arc<App>>,
    Path(id): Path<String>,
    ask: Ask,
) -> Result<Response, PageError> {
    match id.strip_suffix(".ics") {
        Some(id) => file::one(&ask, id).map_err(|error| PageError::new(&app, &ask, error)),
        None => record::page(State(app), Path(("event".to_owned(), id)), ask).await,
    }
}

/// What the parameters ask for, as Explore reads them.
fn query(ask: &Ask) -> Result<Query, Error> {
    let layer = ask.snapshot.layer(EVENTS)?;
    let expected = Expected { shape: &[], others: &["lang"], strict: false };
    Ok(ItemsRequest::read(&ask.snapshot, layer, &ask.pairs, expected)?.query)
}

fn events(app: &App, language: &Language, ask: &Ask) -> Result<String, Error> {
    let shown =
        Shown { snapshot: &ask.snapshot, language, layer: ask.snapshot.layer(EVENTS)?, today: today() };
    let query = query(ask)?;
    let found = ask.snapshot.events(&query, shown.today)?;
    let address = Address::new(&format!("{}/events", language.root()), &ask.pairs);
    let address = address.only(|name| name != "lang");
    let page = EventsPage {
        t: language,
        answer: shown.answer(&query, &found),
        place: filters::regions(language, &ask.snapshot, shown.layer, &query, &address),
        chips: filters::chips(language, &ask.snapshot, shown.layer, &query, &address),
        dated: found.iter().filter_map(|event| shown.dated(event)).collect(),
        nation_wide: shown.nation_wide(&query, &found),
        around: shown.around(&query),
        months: months::ahead(&shown, &found),
        groups: shown.groups(&found),
        figure: shown.figure(&query),
        caption: Said::english(language, ask.snapshot.atlas.map_credits(ask.snapshot.view)),
        file_url: if found.iter().any(|event| event.next.is_some()) {
            address.at(&format!("{}/events.ics", language.root())).to_string()
        } else {
            String::new()
        },
        list_url: explore(language.root(), EVENTS, &[]),
    };
    let body = page.render().map_err(|error| Error::Internal(error.to_string()))?;
    let title = language.text("events-title");
    let frame = Frame::new(app, ask, language, &title).section("events").with_query();
    let frame = frame.description(&language.text("events-description"));
    Ok(frame.markup(markup::events(ask, shown.layer, &found)).render(&body))
}

/// The events as a reader of a language sees them on a day.
struct Shown<'a> {
    snapshot: &'a Snapshot,
    language: &'a Language,
    layer: &'a LayerSnapshot,
    today: Date,
}

impl Shown<'_> {
    /// "30 fairs and events. Next is the … Week, 8–14 December 2026."
    fn answer(&self, query: &Query, found: &[Happening<'_>]) -> String {
        let language = self.language;
        let noun = self.layer.layer().noun(language.tag, found.len());
        let region = query.within.as_ref().and_then(|code| self.snapshot.tree.get(code));
        let place = region.map_or("", |region| region.name_in(language.tag));
        let key = if region.is_some() { "answer-in" } else { "answer-found" };
        let all = language.count_with(key, found.len(), [("what", noun), ("place", place)]);
        let next = found.first().and_then(|event| {
            let (from, to) = event.next?;
            let name = said::name(language, self.layer.layer(), event.feature);
            Some(language.with("events-next", [("name", &name), ("dates", &language.days(from, to))]))
        });
        marked(&format!("{all} {}", next.unwrap_or_else(|| language.text("events-next-none"))))
    }

    fn row(&self, event: &Happening<'_>) -> Row {
        let row = view::row(self.language, self.snapshot, self.layer.layer(), event.feature);
        let badges = row.badges.into_iter().filter(|_| event.feature.geometry().is_some()).collect();
        Row { summary: self.rule(event, row.summary), badges, ..row }
    }

    /// The rule in the reader's language, where somebody has translated it; else as its source has it.
    fn rule(&self, event: &Happening<'_>, said: Said) -> Said {
        if *said == *event.rule { Said::english(self.language, &set(event.rule)) } else { said }
    }

    fn dated(&self, event: &Happening<'_>) -> Option<Dated> {
        let (from, to) = event.next?;
        let language = self.language;
        let row = self.row(event);
        let (days, month) = months::heads(language, from, to);
        let otherwise = event.otherwise.map_or_else(String::new, |(from, to)| {
            language.with("event-otherwise", [("dates", &language.days(from, to))])
        });
        Some(Dated {
            days,
            month,
            said: language.days(from, to),
            otherwise,
            sources: sources(view::text_of(self.layer.layer(), event.feature, Role::Source)),
            file_url: format!("{}.ics", row.url),
            row,
        })
    }

    /// The country around the part of it that was asked for.
    fn country(&self, query: &Query) -> Option<&Region> {
        let part = query.within.as_ref().filter(|code| code.level() > 0)?;
        self.snapshot.tree.get(&part.at_level(0)?)
    }

    /// How many are held in the whole country, where a part of it was asked for; empty where none is.
    fn nation_wide(&self, query: &Query, found: &[Happening<'_>]) -> String {
        let Some(country) = self.country(query) else { return String::new() };
        let whole = found.iter().filter(|event| is_nation_wide(self.layer, event.feature)).count();
        if whole == 0 {
            return String::new();
        }
        let name = country.name_in(self.language.tag);
        self.language.count_with("events-of-country", whole, [("place", name)])
    }

    /// Events somewhere in the country, nobody says where, where a part of it was asked for.
    fn around(&self, query: &Query) -> Vec<CrumbLink> {
        let Some(country) = self.country(query) else { return Vec::new() };
        let whole = Query { within: Some(country.code.clone()), ..Query::default() };
        let layer = self.layer.layer();
        let somewhere = self.layer.all(&whole).filter(|one| one.region() == Some(&country.code));
        let link = |one| CrumbLink {
            name: said::name(self.language, layer, one).to_string(),
            url: view::url(self.language.root(), layer, one),
        };
        somewhere.filter(|one| !is_nation_wide(self.layer, *one)).map(link).collect()
    }

    fn groups(&self, found: &[Happening<'_>]) -> Vec<Group> {
        let group = |key: &str, belongs: fn(&Recurrence) -> bool| Group {
            title: self.language.text(key),
            note: self.language.text(&format!("{key}-note")),
            rows: found
                .iter()
                .filter(|event| event.next.is_none() && belongs(&event.recurrence))
                .map(|event| self.row(event))
                .collect(),
        };
        let groups = [
            group("events-not-announced", |recurrence| *recurrence != Recurrence::Once),
            group("events-once", |recurrence| *recurrence == Recurrence::Once),
        ];
        groups.into_iter().filter(|group| !group.rows.is_empty()).collect()
    }

    /// Those that have a place.
    fn figure(&self, query: &Query) -> String {
        let placed = Query { placed: Some(true), ..query.clone() };
        let found = self.layer.items(&placed, &[], &Page::first(MOST_MARKS)).features;
        let region = |code: &RegionCode| self.snapshot.tree.get(code)?.bbox;
        let bbox = query.within.as_ref().and_then(region).or_else(|| self.layer.extent());
        let Some(bbox) = bbox.filter(|_| !found.is_empty()) else { return String::new() };
        let bbox = Bbox {
            west: bbox.west - AROUND,
            south: bbox.south - AROUND,
            east: bbox.east + AROUND,
            north: bbox.north + AROUND,
        };
        figure::still(self.language, self.snapshot, self.layer, &found, bbox)
    }
}
