//! Pages of records: the one that any layer has, and what those of clusters and centres share with it.

mod event;
mod joined;
mod shown;

pub use event::set;
pub use shown::{
    Drawn, Fact, Foot, ORGANISATIONS, Original, Part, Provenance, Shown, encoded, explore, original_row,
};

use self::event::Event;
use self::joined::Others;
use super::frame::respond;
use super::region::CrumbLink;
use super::said::{Said, by_name, craft_name, name, value};
use super::view::{self, Row};
use super::{PageError, not_found};
use crate::api::Ask;
use crate::app::App;
use crate::i18n::Language;
use crate::portal::crafts::CLUSTERS;
use crate::portal::events::EVENTS;
use crate::portal::{Error, Missing, Snapshot};
use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use karigar_index::{FeatureRef, LayerSnapshot};
use karigar_ingest::organisation_id;
use karigar_model::query::{Filter, Page, Test};
use karigar_model::{Field, FieldType, Layer, Query, Role, ValueRef};
use std::sync::Arc;

/// Most records that a page lists beside its own.
const MOST: usize = 100;
/// The layer of products at their origins.
const PRODUCTS: &str = "products";

#[derive(Template)]
#[template(path = "record.html")]
struct RecordPage<'a> {
    t: &'a Language,
    crumbs: Vec<CrumbLink>,
    one: Row,
    name: Option<Original>,
    summary_title: &'a str,
    /// The summary says what it is without its title.
    title_unseen: bool,
    summary: Said,
    /// What the source says where the summary is in our words.
    said: Option<Original>,
    next: String,
    action: Option<Part>,
    facts: Vec<Fact>,
    provenance: Provenance,
    place_title: String,
    drawn: Drawn,
    /// Who sells it, where that belongs to the page.
    sold: Option<String>,
    others: Option<Others>,
    foot: Foot,
}

/// `GET /{page}/{id}`, for every layer that has no page of its own.
pub async fn page(
    State(app): State<Arc<App>>,
    Path((page, id)): Path<(String, String)>,
    ask: Ask,
) -> Result<Response, PageError> {
    if id.is_empty() {
        return Ok(not_found(State(app), ask).await);
    }
    respond(&app, &ask, |language| record(&app, language, &ask, &page, &id))
}

fn record(app: &App, language: &Language, ask: &Ask, page: &str, id: &str) -> Result<String, Error> {
    let snapshot = &ask.snapshot;
    let layer = snapshot.layers.iter().find(|layer| layer.layer().page == page);
    let layer = layer.ok_or_else(|| Missing::new("page", &ask.path))?;
    let shown = Shown::find(app, language, ask, snapshot, layer, id)?;
    let described = shown.described();
    let summary = described.role(Role::Summary).map(|field| described.fields[field].title(language.tag));
    let event = (described.id == EVENTS).then(|| Event::read(&shown));
    let drawn = joined::drawn(&shown);
    let mut one = shown.row();
    if described.id == PRODUCTS {
        one.place = joined::places(&shown);
    }
    let page = RecordPage {
        t: language,
        crumbs: shown.crumbs(),
        one,
        name: shown.original(Role::Name),
        summary_title: summary.unwrap_or_default(),
        summary: event.as_ref().map_or_else(|| shown.row().summary, |event| event.words.clone()),
        said: shown.original(Role::Summary),
        action: action(&shown, event.as_ref().is_some_and(|event| event.certain), drawn.svg.is_empty()),
        title_unseen: event.is_some(),
        next: event.map_or_else(String::new, |event| event.next),
        facts: facts(&shown),
        provenance: shown.provenance(),
        place_title: language.text(if described.id == PRODUCTS {
            "record-made-here"
        } else {
            "record-where"
        }),
        drawn,
        sold: (described.id == PRODUCTS).then(|| shown.text("record-sold-unknown")),
        others: joined::others(&shown),
        foot: shown.foot(),
    };
    let body = page.render().map_err(|error| Error::Internal(error.to_string()))?;
    Ok(shown.framed(&body))
}

/// Where the one button of the page leads: to its centres, its calendar file or its map.
fn action(shown: &Shown<'_>, dated: bool, no_map: bool) -> Option<Part> {
    match shown.described().id.as_str() {
        ORGANISATIONS => Some(Part::link(shown.text("record-centres"), "#others")),
        EVENTS if dated => {
            let url = view::url(shown.root(), shown.described(), shown.feature);
            Some(Part::link(shown.text("event-file"), format!("{url}.ics")))
        }
        _ if no_map => None,
        PRODUCTS => Some(Part::link(shown.text("record-where-made"), "#place")),
        _ => Some(Part::link(shown.text("record-where"), "#place")),
    }
}

/// All public fields in the order of the descriptor; those of the place are joined to one.
fn facts(shown: &Shown<'_>) -> Vec<Fact> {
    let described = shown.described();
    let mut facts = Vec::new();
    for (at, field) in described.public_fields() {
        match field.role {
            Some(Role::Region) => {
                let region = shown.fact(shown.text("record-region"), shown.regions());
                facts.push(shown.place_notes().into_iter().fold(region, Fact::note));
            }
            Some(Role::Precision) => facts.push(shown.exactness()),
            Some(Role::Category | Role::Time) | None if !told_elsewhere(described, field) => {
                facts.push(field_fact(shown, at, field));
            }
            _ => {}
        }
    }
    if described.id == EVENTS {
        facts.extend(event::selling(shown));
    }
    if described.id == ORGANISATIONS {
        facts.extend(joined::contact(shown));
    }
    facts
}

/// The source of a position stands with its exactness, the other origins of a product in their own list,
/// a translation with what it translates.
fn told_elsewhere(layer: &Layer, field: &Field) -> bool {
    field.translates.is_some()
        || field.id == "coordinate_source"
        || layer.id == PRODUCTS && field.id == "product"
}

fn field_fact(shown: &Shown<'_>, at: usize, field: &Field) -> Fact {
    let language = shown.language;
    let parts = match shown.feature.value(at) {
        ValueRef::Null => vec![],
        ValueRef::Boolean(yes) => {
            vec![Part::words(language.text(if yes { "record-yes" } else { "record-no" }))]
        }
        ValueRef::Text(text) => vec![text_part(shown, field, text)],
        ValueRef::List(list) => list.iter().map(|text| text_part(shown, field, text)).collect(),
        number => vec![Part::words(number.display())],
    };
    let mut fact = shown.fact(field.title(language.tag), parts);
    if field.role == Some(Role::Category) {
        let row = shown.row();
        fact.medal = if row.dyed { row.category } else { String::new() };
    }
    let told = !fact.parts.is_empty();
    if field.classification && told { fact.note(language.text("editors-label")) } else { fact }
}

/// A text of a field: with its title if it is a code, with a link if it names something.
fn text_part(shown: &Shown<'_>, field: &Field, text: &str) -> Part {
    if field.field_type == FieldType::Url {
        return Part::outside(text, text);
    }
    let words = value(shown.language, shown.snapshot, shown.described(), field, text, str::to_owned);
    match field.id.as_str() {
        _ if field.role == Some(Role::Category) => {
            Part::link(words, shown.explore(&[(field.id.as_str(), text)]))
        }
        "organiser" => Part { url: body_url(shown.language, shown.snapshot, text), ..Part::words(words) },
        "email" => Part::link(words, format!("mailto:{text}")),
        "craft" => match shown.snapshot.craft(text) {
            Some(craft) => Part::link(
                craft_name(shown.language, &craft),
                format!("{}/craft/{}", shown.root(), encoded(text)),
            ),
            None => Part::words(words),
        },
        "made_in" => match shown
            .snapshot
            .layer(CLUSTERS)
            .ok()
            .and_then(|layer| Some((layer.layer(), layer.get(text)?)))
        {
            Some((layer, cluster)) => {
                Part::link(name(shown.language, layer, cluster), view::url(shown.root(), layer, cluster))
            }
            None => Part::words(words),
        },
        _ => Part::words(words),
    }
}

/// The page of the body of this name; empty where there is none.
pub fn body_url(language: &Language, snapshot: &Snapshot, name: &str) -> String {
    let bodies = snapshot.layer(ORGANISATIONS).ok();
    let known = bodies.and_then(|layer| Some((layer.layer(), layer.get(&organisation_id(name))?)));
    known.map_or_else(String::new, |(layer, body)| view::url(language.root(), layer, body))
}

/// Records of a layer whose field has one of these values, by name.
pub fn with_value<'a>(
    language: &Language,
    layer: &'a LayerSnapshot,
    field: &str,
    value: &str,
) -> Vec<FeatureRef<'a>> {
    let described = layer.layer();
    let Some(field) = described.field_index(field) else { return Vec::new() };
    let filters = vec![Filter { field, test: Test::AnyOf(vec![value.to_owned()]) }];
    let order = by_name(language, described);
    layer.items(&Query { filters, ..Query::default() }, &order, &Page::first(MOST)).features
}
