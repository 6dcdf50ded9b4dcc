//! What a layer can be filtered by, as JSON Schema (OGC API Features Part 3, clause 6).

use super::ask::Ask;
use super::negotiate::Format;
use super::problem::Problem;
use crate::app::App;
use axum::extract::{Path, State};
use axum::response::Response;
use karigar_model::layer::text_in;
use karigar_model::{Field, FieldType, GeometryType, Layer};
use serde_json::{Map, Value, json};
use std::sync::Arc;

const FORMATS: &[Format] = &[Format::Schema, Format::Html];

/// `GET /api/collections/{collection}/queryables`
pub async fn queryables(
    State(app): State<Arc<App>>,
    Path(id): Path<String>,
    ask: Ask,
) -> Result<Response, Problem> {
    ask.only(&[])?;
    let format = ask.format(FORMATS)?;
    let snapshot = &ask.snapshot;
    let layer = snapshot.layer(&id)?;
    let described = layer.layer();
    let mut properties = Map::new();
    let shape = match described.geometry {
        GeometryType::Point => "geometry-point",
        GeometryType::Line => "geometry-multilinestring",
        GeometryType::Polygon => "geometry-multipolygon",
    };
    properties.insert(
        "geometry".into(),
        json!({ "title": "Geometry", "format": shape, "x-ogc-role": "primary-geometry" }),
    );
    for (_, field) in described.public_fields() {
        properties.insert(field.id.clone(), schema(described, field));
    }
    let body = json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": ask.api(&format!("/collections/{id}/queryables")),
        "type": "object",
        "title": described.title("en"),
        "description": text_in(&described.descriptions, "en"),
        "properties": properties,
        "additionalProperties": false,
    });
    Ok(ask.document(&app, format, layer.generation(), described.title("en"), || body))
}

/// The schema of one field's values.
pub fn schema(layer: &Layer, field: &Field) -> Value {
    let kind = match field.field_type {
        FieldType::Text | FieldType::Code | FieldType::Date | FieldType::Url => "string",
        FieldType::Integer => "integer",
        FieldType::Number => "number",
        FieldType::Boolean => "boolean",
    };
    let mut schema = json!({ "title": field.title("en"), "type": kind });
    let description = text_in(&field.descriptions, "en");
    let note = if field.classification && !description.contains("editor") {
        "An editor's classification, not a sourced fact."
    } else {
        ""
    };
    let description =
        [description, note].iter().filter(|text| !text.is_empty()).copied().collect::<Vec<_>>().join(" ");
    if !description.is_empty() {
        schema["description"] = description.into();
    }
    if field.field_type == FieldType::Url {
        schema["format"] = "uri-reference".into();
    }
    if let Some(pattern) = &field.pattern {
        schema["pattern"] = pattern.as_str().into();
    }
    let codes = layer.codes(field);
    if !codes.is_empty() {
        schema["enum"] = codes.iter().map(|code| code.value.as_str()).collect();
    }
    schema
}
