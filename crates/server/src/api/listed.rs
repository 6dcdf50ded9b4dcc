//! Resources that are lists of flat objects: as JSON, as CSV and as a page.

use super::ask::Ask;
use super::negotiate::Format;
use super::problem::Problem;
use crate::app::App;
use axum::http::StatusCode;
use axum::response::Response;
use karigar_formats::csv::plain;
use serde_json::{Map, Value};
use std::borrow::Cow;

/// The formats of a list.
pub const FORMATS: &[Format] = &[Format::Json, Format::Csv, Format::Html];

/// A list to answer with.
pub struct Listed {
    /// The member that holds the rows.
    pub name: &'static str,
    /// Title of the page.
    pub title: &'static str,
    /// Columns of the CSV, which are members of the rows.
    pub columns: &'static [&'static str],
    /// Further members of the JSON.
    pub more: Map<String, Value>,
    /// The rows.
    pub rows: Vec<Value>,
}

/// Answers with a list in the format that was asked for.
pub fn answer(
    app: &App,
    ask: &Ask,
    make: impl FnOnce() -> Result<Listed, Problem>,
) -> Result<Response, Problem> {
    let format = ask.format(FORMATS)?;
    let listed = make()?;
    if format == Format::Csv {
        let etag = ask.etag(ask.snapshot.generation, format);
        if let Some(unchanged) = ask.unchanged(&etag) {
            return Ok(unchanged);
        }
        let rows =
            listed.rows.iter().map(|row| listed.columns.iter().map(|name| cell(&row[*name])).collect());
        let bytes = plain(listed.columns, rows).map_err(|error| {
            tracing::error!(%error, "a list could not be written");
            Problem::new(StatusCode::INTERNAL_SERVER_ERROR, "something failed here; it was logged")
        })?;
        return Ok(Ask::answer(format, &etag, bytes));
    }
    Ok(ask.document(app, format, ask.snapshot.generation, listed.title, || {
        let mut body = Map::new();
        body.insert("numberMatched".into(), listed.rows.len().into());
        body.extend(listed.more);
        body.insert(listed.name.into(), listed.rows.into());
        body.insert("links".into(), serde_json::json!(ask.self_links(format, FORMATS)));
        Value::Object(body)
    }))
}

/// A value as a cell: lists with `; ` between their parts.
fn cell(value: &Value) -> Cow<'_, str> {
    match value {
        Value::Null => "".into(),
        Value::String(text) => text.as_str().into(),
        Value::Array(parts) => parts.iter().map(cell).collect::<Vec<_>>().join("; ").into(),
        other => other.to_string().into(),
    }
}
