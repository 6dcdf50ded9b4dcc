//! Programmes, on a day: with the name and the umbrella that they then had.

use super::ask::{Ask, link};
use super::listed::{Listed, answer};
use super::negotiate::Format;
use super::problem::Problem;
use crate::app::App;
use crate::portal::schemes::{Node, Wanted, narrow};
use crate::portal::{Missing, Snapshot};
use axum::extract::{Path, State};
use axum::response::Response;
use karigar_model::ParameterError;
use serde_json::{Map, Value, json};
use std::sync::Arc;
use time::Date;
use time::macros::format_description;

const COLUMNS: &[&str] = &[
    "id",
    "name",
    "parent",
    "valid_from",
    "valid_to",
    "note",
    "current_name",
    "short_name",
    "names",
    "agency",
    "country",
    "state",
    "kind",
    "gives",
    "helps",
    "source",
];
const FORMATS: &[Format] = &[Format::Json, Format::Html];

/// `GET /api/schemes?on=2016-10-31&name=&need=credit&within=IN-KL`
pub async fn all(State(app): State<Arc<App>>, ask: Ask) -> Result<Response, Problem> {
    ask.only(&["on", "name", "need", "within"])?;
    answer(&app, &ask, || {
        let snapshot = &ask.snapshot;
        let on = day(ask.get("on"))?;
        let mut nodes = snapshot.schemes_on(on);
        narrow(&mut nodes, &Wanted::read(snapshot, |name| ask.get(name))?);
        if let Some(name) = ask.get("name") {
            let called = snapshot.schemes_called(name);
            nodes.retain(|node| called.iter().any(|scheme| scheme.id == node.scheme.id));
        }
        Ok(Listed {
            name: "schemes",
            title: "Schemes",
            columns: COLUMNS,
            more: Map::from_iter([("on".to_owned(), json!(on.map(|on| on.to_string())))]),
            rows: nodes.iter().map(|node| described(&ask, snapshot, node)).collect(),
        })
    })
}

/// `GET /api/schemes/{id}?on=`
pub async fn one(State(app): State<Arc<App>>, Path(id): Path<String>, ask: Ask) -> Result<Response, Problem> {
    ask.only(&["on"])?;
    let format = ask.format(FORMATS)?;
    let snapshot = &ask.snapshot;
    let ids = snapshot.reference.schemes.iter().map(|scheme| scheme.id.as_str());
    let scheme = snapshot.scheme(&id).ok_or_else(|| Missing::new("scheme", &id).among(ids))?;
    let on = day(ask.get("on"))?;
    let node = snapshot.scheme_on(scheme, on).ok_or_else(|| {
        let remark = on.map_or_else(String::new, |on| format!(" on {on}"));
        Missing::new("scheme", &id).remark(remark)
    })?;
    let translated = snapshot.translation("schemes", &id, "name", ask.language.tag);
    let name = translated.map_or(node.name, |name| &name.text);
    Ok(ask.document(&app, format, snapshot.generation, name, || described(&ask, snapshot, &node)))
}

/// Reads the day of `on`.
pub fn day(on: Option<&str>) -> Result<Option<Date>, ParameterError> {
    let Some(text) = on else { return Ok(None) };
    let read = Date::parse(text, format_description!("[year]-[month]-[day]"));
    read.map(Some)
        .map_err(|_| ParameterError::new("on", text, "is not a day").allowed("a date such as 2016-10-31"))
}

fn described(ask: &Ask, snapshot: &Snapshot, node: &Node<'_>) -> Value {
    let scheme = node.scheme;
    let stated = |text: &str| Some(text.to_owned()).filter(|text| !text.is_empty());
    let names = snapshot.names_of_scheme(&scheme.id);
    let names: Vec<&str> = names.iter().map(|name| name.name.as_str()).collect();
    let parts = snapshot.schemes_on(day(ask.get("on")).ok().flatten()).into_iter();
    let parts: Vec<String> =
        parts.filter(|part| part.parent == Some(&scheme.id)).map(|part| part.scheme.id.clone()).collect();
    json!({
        "id": scheme.id,
        "name": node.name,
        "current_name": scheme.name,
        "short_name": stated(&scheme.short_name),
        "names": names,
        "parent": node.parent,
        "parts": parts,
        "valid_from": stated(node.years.from),
        "valid_to": stated(node.years.to),
        "note": node.version.and_then(|version| stated(&version.note)),
        "agency": scheme.agency,
        "country": scheme.country,
        "state": scheme.state,
        "kind": scheme.kind,
        "gives": stated(&scheme.gives),
        "helps": scheme.helps,
        "source": node.version.map_or(&scheme.source, |version| &version.source),
        "gives_source": scheme.source,
        "links": [
            link(ask.api(&format!("/schemes/{}", scheme.id)), "self", "application/json", None),
            link(format!("{}/scheme/{}", ask.base, scheme.id), "alternate", "text/html", None),
        ],
    })
}
