//! Events as a calendar file. Only those are in it whose days are certain: a day that nobody has announced would
//! stand in somebody's diary as a fact.

use crate::api::{Ask, Format};
use crate::pages::view::{self, sources};
use crate::pages::{markup, said};
use crate::portal::events::{EVENTS, Happening, today};
use crate::portal::{Error, Missing};
use axum::http::{HeaderValue, header};
use axum::response::Response;
use karigar_formats::calendar::{self, Calendar};
use karigar_index::LayerSnapshot;
use karigar_model::recurrence::Recurrence;
use karigar_model::{Query, Role};
use time::Date;
use time::macros::format_description;

/// All events that a query finds, as a file.
pub fn all(ask: &Ask, query: &Query) -> Result<Response, Error> {
    let found = ask.snapshot.events(query, today())?;
    calendar(ask, &found, "events")
}

/// The event `id` as a file. One without certain days has none.
pub fn one(ask: &Ask, id: &str) -> Result<Response, Error> {
    let event = ask.snapshot.event(id, today())?;
    if event.next.is_none() {
        return Err(Missing::new("dates", id).remark(", so it has no calendar file".to_owned()).into());
    }
    calendar(ask, &[event], id)
}

/// The file itself, which a browser saves under `name`.
pub fn calendar(ask: &Ask, events: &[Happening<'_>], name: &str) -> Result<Response, Error> {
    let etag = ask.etag(ask.snapshot.generation, Format::Calendar);
    if let Some(unchanged) = ask.unchanged(&etag) {
        return Ok(unchanged);
    }
    let layer = ask.snapshot.layer(EVENTS)?;
    // The days count from the edition on, so that a file does not change from day to day.
    let released = &ask.snapshot.atlas.released;
    let stamp = Date::parse(released, format_description!("[year]-[month]-[day]"))
        .map_err(|error| Error::Internal(format!("the date `{released}` of the atlas: {error}")))?;
    let calendar = Calendar {
        name: &ask.language.text("events-file-name"),
        language: ask.language.tag,
        stamp,
        events: events.iter().filter_map(|event| entry(ask, layer, event, stamp)).collect(),
    };
    let mut answer = Ask::answer(Format::Calendar, &etag, calendar::write(&calendar));
    let disposition = HeaderValue::from_str(&format!("attachment; filename=\"{name}.ics\""));
    if let Ok(disposition) = disposition {
        answer.headers_mut().insert(header::CONTENT_DISPOSITION, disposition);
    }
    Ok(answer)
}

fn entry(ask: &Ask, layer: &LayerSnapshot, event: &Happening<'_>, since: Date) -> Option<calendar::Event> {
    let Recurrence::Days(yearly) = event.recurrence else { return None };
    let (described, feature, language) = (layer.layer(), event.feature, &ask.language);
    let said = sources(view::text_of(described, feature, Role::Source));
    let said = said.iter().map(|source| match source.url.as_str() {
        "" => source.label.clone(),
        url => format!("{} {url}", source.label),
    });
    let named = format!("{} {}", language.text("says-so"), said.collect::<Vec<_>>().join("; "));
    Some(calendar::Event {
        uid: format!("{}@events.karigar", feature.id()),
        days: yearly.next(since)?,
        summary: said::name(language, described, feature).to_string(),
        description: format!("{}\n{named}", event.rule),
        location: said::place(language, &ask.snapshot, described, feature).to_string(),
        point: markup::exact_point(described, feature),
        url: ask.absolute(&view::url(language.root(), described, feature)),
    })
}
