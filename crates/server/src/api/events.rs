//! Fairs and events in the order in which they come, and as a calendar file.

use super::ask::{Ask, link};
use super::negotiate::Format;
use super::problem::Problem;
use crate::app::App;
use crate::pages;
use crate::portal::Error;
use crate::portal::events::{Days, EVENTS, Happening, today};
use crate::portal::request::{Expected, ItemsRequest};
use axum::extract::State;
use axum::response::Response;
use karigar_model::recurrence::Recurrence;
use karigar_model::{Query, Role};
use serde_json::{Value, json};
use std::sync::Arc;

const FORMATS: &[Format] = &[Format::Json, Format::Html];

/// `GET /api/events`
pub async fn all(State(app): State<Arc<App>>, ask: Ask) -> Result<Response, Problem> {
    let query = query(&ask)?;
    let format = ask.format(FORMATS)?;
    let (snapshot, today) = (&ask.snapshot, today());
    let found = snapshot.events(&query, today)?;
    // Which time is the next changes with the day.
    let edition = snapshot.generation.wrapping_add(u64::from(today.to_julian_day().unsigned_abs()) << 32);
    Ok(ask.document(&app, format, edition, "Events", || {
        let events: Vec<Value> = found.iter().map(|event| described(&ask, event)).collect();
        let file = link(ask.api("/events.ics"), "alternate", Format::Calendar.media_type(), None);
        let mut links = ask.self_links(format, FORMATS);
        links.push(file);
        json!({ "numberMatched": events.len(), "asOf": today.to_string(), "events": events, "links": links })
    }))
}

/// `GET /api/events.ics`: the events whose days are certain.
pub async fn file(ask: Ask) -> Result<Response, Problem> {
    let found = query(&ask).map(|query| ask.snapshot.events(&query, today()))??;
    Ok(pages::calendar(&ask, &found, "events")?)
}

/// The filters of the layer of events.
fn query(ask: &Ask) -> Result<Query, Error> {
    let layer = ask.snapshot.layer(EVENTS)?;
    let expected = Expected { shape: &[], others: &["f"], strict: true };
    Ok(ItemsRequest::read(&ask.snapshot, layer, &ask.pairs, expected)?.query)
}

fn described(ask: &Ask, event: &Happening<'_>) -> Value {
    let id = event.feature.id();
    let days = |days: Option<Days>| {
        days.map(|(first, last)| json!({ "first": first.to_string(), "last": last.to_string() }))
    };
    let (recurrence, months) = match event.recurrence {
        Recurrence::Days(_) => ("days", None),
        Recurrence::Months(from, to) => ("months", Some([u8::from(from), u8::from(to)])),
        Recurrence::Open => ("open", None),
        Recurrence::Once => ("once", None),
    };
    let layer = ask.snapshot.layer(EVENTS).ok();
    let name = layer.and_then(|layer| event.feature.text(layer.layer().role(Role::Name)?));
    json!({
        "id": id,
        "name": name,
        "rule": event.rule,
        "recurrence": recurrence,
        "months": months,
        "next": days(event.next),
        "otherwise": days(event.otherwise),
        "region": event.feature.region().map(ToString::to_string),
        "links": [
            link(ask.api(&format!("/collections/{EVENTS}/items/{id}")), "item", Format::GeoJson.media_type(), None),
            link(format!("{}/event/{id}", ask.base), "alternate", "text/html", None),
        ],
    })
}
