//! The OpenAPI 3.0 document: a pure function over the layer descriptors and one table of parameters.
//!
//! It is self-contained (offline clients and test suites stop at a remote reference) and names each
//! layer's paths outright (GDAL and QGIS look for them), also those of layers added at run time.

mod parameters;
mod paths;

use super::ask::Ask;
use super::negotiate::Format;
use super::problem::Problem;
use crate::app::App;
use crate::portal::Snapshot;
use axum::extract::State;
use axum::response::Response;
use karigar_index::LayerSnapshot;
use karigar_model::{Layer, Query};
pub use parameters::typed;
use parameters::{shared, text};
use paths::Paths;
use serde_json::{Value, json};
use std::sync::Arc;

const FORMATS: &[Format] = &[Format::OpenApi, Format::Html];

/// `GET /api/openapi.json`
pub async fn document(State(app): State<Arc<App>>, ask: Ask) -> Result<Response, Problem> {
    ask.only(&[])?;
    let format = ask.format(FORMATS)?;
    let snapshot = &ask.snapshot;
    let make = || described(&ask.api(""), snapshot);
    Ok(ask.document(&app, format, snapshot.generation, "Karigar API", make))
}

/// The document of everything that is published.
pub fn described(server: &str, snapshot: &Snapshot) -> Value {
    let with_first = |layer: &'_ Arc<LayerSnapshot>| {
        (layer.layer().clone(), layer.all(&Query::default()).next().map(|first| first.id().to_owned()))
    };
    let layers: Vec<_> = snapshot.layers.iter().map(with_first).collect();
    let layers: Vec<_> = layers.iter().map(|(layer, first)| (layer.as_ref(), first.as_deref())).collect();
    openapi(server, &layers)
}

/// The document. `server` is the API's absolute address; beside each layer stands the id of a feature for
/// the examples.
fn openapi(server: &str, layers: &[(&Layer, Option<&str>)]) -> Value {
    let shared = shared();
    json!({
        "openapi": "3.0.3",
        "info": {
            "title": "Karigar",
            "version": env!("CARGO_PKG_VERSION"),
            "description": "Crafts, centres, products, organisations and events of South Asia by location, each with its source.",
            "license": { "name": "MIT OR Apache-2.0 (software); each layer states its own" },
        },
        "servers": [{ "url": server }],
        "paths": Paths::of(server, layers, &shared),
        "components": { "parameters": shared, "schemas": { "problem": problem() }, "responses": { "problem": {
            "description": "A problem (RFC 9457) that names parameter, value and what is allowed",
            "content": {
                "application/problem+json": { "schema": { "$ref": "#/components/schemas/problem" } },
                "text/html": { "schema": { "type": "string" } },
            },
        } } },
    })
}

fn problem() -> Value {
    json!({
        "type": "object",
        "required": ["type", "title", "status", "detail"],
        "properties": {
            "type": text(), "title": text(), "status": { "type": "integer" }, "detail": text(),
            "errors": { "type": "array", "items": {
                "type": "object",
                "required": ["parameter", "value", "reason"],
                "properties": { "parameter": text(), "value": text(), "reason": text(), "allowed": text() },
            } },
        },
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use karigar_model::layer::Common;

    /// The texts under a key, at any depth.
    fn texts_under<'a>(value: &'a Value, key: &str) -> Vec<&'a str> {
        match value {
            Value::Array(values) => values.iter().flat_map(|value| texts_under(value, key)).collect(),
            Value::Object(members) => {
                let own = members.get(key).and_then(Value::as_str);
                own.into_iter().chain(members.values().flat_map(|value| texts_under(value, key))).collect()
            }
            _ => Vec::new(),
        }
    }

    fn layer() -> Layer {
        let text = r#"
            id = "wells"
            page = "well"
            geometry = "point"
            titles = { en = "Wells" }
            [[fields]]
            id = "name"
            role = "name"
            titles = { en = "Name" }
            [[fields]]
            id = "kind"
            type = "code"
            facet = true
            codes = "kind"
            titles = { en = "Kind" }
            [[codes.kind]]
            value = "deep"
            titles = { en = "Deep" }
        "#;
        Layer::parse(text, &Common::default()).unwrap()
    }

    #[test]
    fn the_document_is_openapi_3_0_and_refers_only_to_itself() {
        let layer = layer();
        let document = openapi("http://localhost/api", &[(&layer, Some("w1"))]);
        let read: openapiv3::OpenAPI = serde_json::from_value(document.clone()).unwrap();
        assert!(read.openapi.starts_with("3.0"));
        assert!(read.paths.paths.contains_key("/collections/wells/items"));
        for reference in texts_under(&document, "$ref") {
            let pointer = reference.strip_prefix('#').unwrap();
            assert!(document.pointer(pointer).is_some(), "{reference}");
        }
    }

    #[test]
    fn operation_ids_are_unique() {
        let layer = layer();
        let document = openapi("http://localhost/api", &[(&layer, Some("w1"))]);
        let mut ids = texts_under(&document, "operationId");
        let all = ids.len();
        assert!(all > 5);
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), all);
    }

    #[test]
    fn the_document_of_one_layer_is_as_reviewed() {
        let layer = layer();
        insta::assert_json_snapshot!(openapi("http://localhost/api", &[(&layer, Some("w1"))]));
    }
}
