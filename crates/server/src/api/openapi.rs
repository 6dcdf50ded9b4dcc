//! The OpenAPI 3.0 document: a pure function over the layer descriptors and one table of parameters.
//!
//! It is self-contained (offline clients and test suites stop at a remote reference) and names each
//! layer's paths outright (GDAL and QGIS look for them), also those of layers added at run time.

use super::ask::Ask;
use super::negotiate::Format;
use super::problem::Problem;
use super::queryables::schema;
use crate::app::App;
use crate::portal::request::{DEFAULT_LIMIT, MAX_LIMIT};
use axum::extract::State;
use axum::response::Response;
use karigar_model::{Field, Layer};
use serde_json::{Map, Value, json};
use std::sync::Arc;

const FORMATS: &[Format] = &[Format::OpenApi, Format::Html];

/// `GET /api/openapi.json`
pub async fn document(State(app): State<Arc<App>>, ask: Ask) -> Result<Response, Problem> {
    ask.only(&[])?;
    let format = ask.format(FORMATS)?;
    let snapshot = app.portal.snapshot();
    let layers: Vec<&Layer> = snapshot.layers.iter().map(|layer| layer.layer().as_ref()).collect();
    let body = openapi(&ask.api(""), &layers);
    Ok(ask.document(&app, format, snapshot.generation, "Karigar API", &body))
}

/// A parameter that several paths share: name, meaning, schema.
struct Parameter {
    name: &'static str,
    description: &'static str,
    schema: fn() -> Value,
}

const fn parameter(name: &'static str, description: &'static str, schema: fn() -> Value) -> Parameter {
    Parameter { name, description, schema }
}

fn text() -> Value {
    json!({ "type": "string" })
}

fn truth() -> Value {
    json!({ "type": "boolean" })
}

fn position() -> Value {
    json!({ "type": "array", "items": { "type": "number" }, "minItems": 2, "maxItems": 2 })
}

fn metres() -> Value {
    json!({ "type": "number", "minimum": 0 })
}

fn texts() -> Value {
    json!({ "type": "array", "items": { "type": "string" } })
}

/// Parameters that choose features.
const QUERY: &[Parameter] = &[
    parameter(
        "bbox",
        "Features that touch the box west,south,east,north (degrees, WGS 84; heights are ignored), and those without a geometry. West greater than east crosses the antimeridian.",
        || json!({ "type": "array", "items": { "type": "number" }, "minItems": 4, "maxItems": 6 }),
    ),
    parameter(
        "datetime",
        "Features in this time (RFC 3339 date, date-time, or interval a/b, ../b, a/..), and those without a time.",
        text,
    ),
    parameter(
        "within",
        "Features of this region or one inside it: a code from /regions, such as IN, IN-UP, IN-UP-197.",
        text,
    ),
    parameter("near", "Features around longitude,latitude; with `radius`.", position),
    parameter("radius", "Metres around `near`; 50000 when not given.", metres),
    parameter(
        "q",
        "Words in names and texts, in any script. A comma means or; a blank joins the words of a phrase.",
        texts,
    ),
    parameter("placed", "Only features with (true) or without (false) a geometry.", truth),
    parameter("ids", "Only these ids, at most 1000.", texts),
];

/// Parameters that shape a page of items.
const SHAPE: &[Parameter] = &[
    parameter(
        "limit",
        "Features in one answer; more than the maximum is cut to it.",
        || json!({ "type": "integer", "minimum": 1, "maximum": MAX_LIMIT, "default": DEFAULT_LIMIT }),
    ),
    parameter(
        "offset",
        "Features to leave out at the start.",
        || json!({ "type": "integer", "minimum": 0, "default": 0 }),
    ),
    parameter("cursor", "Where the next page starts: from the link `next`.", text),
    parameter("sortby", "Fields to order by, `-` before a field for descending. The id breaks ties.", texts),
];

/// Parameters that choose what is written of a feature.
const SELECTION: &[Parameter] = &[
    parameter("properties", "Only these fields.", texts),
    parameter("skipGeometry", "Without geometries when true.", truth),
];

const NEAREST: &[Parameter] = &[
    parameter("point", "Longitude,latitude in degrees to measure from.", position),
    parameter(
        "k",
        "How many features.",
        || json!({ "type": "integer", "minimum": 1, "maximum": 1000, "default": 10 }),
    ),
    parameter("max_distance", "Farthest distance in metres.", metres),
];

const OTHER: &[Parameter] = &[
    parameter("f", "Format of the answer; without it the header Accept decides.", text),
    parameter("lang", "Language of labels, BCP 47.", text),
    parameter("group-by", "One or two fields to count by.", texts),
    parameter("parent", "Only regions right below this one.", text),
    parameter(
        "level",
        "Only countries (0), states or provinces (1), districts (2).",
        || json!({ "type": "integer", "minimum": 0, "maximum": 2 }),
    ),
];

fn declared(parameter: &Parameter) -> Value {
    json!({
        "name": parameter.name,
        "in": "query",
        "description": parameter.description,
        "required": false,
        "style": "form",
        "explode": false,
        "schema": (parameter.schema)(),
    })
}

fn named(name: &str) -> Value {
    json!({ "$ref": format!("#/components/parameters/{name}") })
}

fn all_of(tables: &[&[Parameter]]) -> Vec<Value> {
    tables.iter().flat_map(|table| table.iter()).map(|parameter| named(parameter.name)).collect()
}

/// A field as a parameter: a facet takes several codes.
fn of_field(layer: &Layer, field: &Field) -> Value {
    let mut one = schema(layer, field);
    let description = one.as_object_mut().and_then(|schema| schema.remove("description"));
    let many = if field.facet {
        " Several values are parted by commas; a comma within one is written `\\,`."
    } else {
        ""
    };
    if let Some(schema) = one.as_object_mut() {
        schema.remove("title");
    }
    let schema = if field.facet { json!({ "type": "array", "items": one, "minItems": 1 }) } else { one };
    json!({
        "name": field.id,
        "in": "query",
        "description": format!("{}{many}", description.as_ref().and_then(Value::as_str).unwrap_or(field.title("en"))),
        "required": false,
        "style": "form",
        "explode": false,
        "schema": schema,
    })
}

/// The document. `server` is the API's absolute address.
pub fn openapi(server: &str, layers: &[&Layer]) -> Value {
    let mut paths = Map::new();
    let mut path = |path: &str, operation: Value| {
        paths.insert(path.to_owned(), json!({ "get": operation }));
    };
    path("/", operation("getLandingPage", "Landing page", "Core", vec![], "application/json"));
    path(
        "/conformance",
        operation("getConformance", "Conformance classes", "Core", vec![], "application/json"),
    );
    path("/openapi.json", operation("getApi", "This document", "Core", vec![], Format::OpenApi.media_type()));
    path("/collections", operation("getCollections", "The layers", "Layers", vec![], "application/json"));
    for layer in layers {
        layer_paths(layer, &mut path);
    }
    let code = || json!({ "name": "code", "in": "path", "required": true, "description": "A region's code", "schema": text() });
    path(
        "/regions",
        operation(
            "getRegions",
            "Countries, states, districts",
            "Regions",
            vec![named("parent"), named("level")],
            "application/json",
        ),
    );
    path("/regions/{code}", operation("getRegion", "A region", "Regions", vec![code()], "application/json"));
    path(
        "/regions/{code}/summary",
        operation(
            "getRegionSummary",
            "Counts of a region and its children",
            "Regions",
            vec![code()],
            "application/json",
        ),
    );
    path(
        "/regions/{code}/serving-centres",
        operation(
            "getServingCentres",
            "Offices that serve a region",
            "Regions",
            vec![code(), named("point")],
            "application/json",
        ),
    );
    path("/crafts", operation("getCrafts", "Words of the trade", "Crafts", vec![], "application/json"));
    let id = json!({ "name": "id", "in": "path", "required": true, "description": "A craft's id", "schema": text() });
    path("/crafts/{id}", operation("getCraft", "A craft", "Crafts", vec![id], "application/json"));
    let mut q = declared(&QUERY[5]);
    q["required"] = true.into();
    let mut limit = declared(&SHAPE[0]);
    limit["schema"] = json!({ "type": "integer", "minimum": 1, "maximum": 100, "default": 20 });
    let search = vec![q, named("lang"), named("point"), limit];
    path(
        "/search",
        operation("search", "Search everything that has a name", "Search", search, "application/geo+json"),
    );
    let tables = [QUERY, SHAPE, SELECTION, NEAREST, OTHER];
    let parameters: Map<String, Value> =
        tables.iter().flat_map(|table| table.iter()).map(|p| (p.name.to_owned(), declared(p))).collect();
    json!({
        "openapi": "3.0.3",
        "info": {
            "title": "Karigar",
            "version": env!("CARGO_PKG_VERSION"),
            "description": "Crafts, centres, products, organisations and events of South Asia by location, each with its source.",
            "license": { "name": "MIT OR Apache-2.0 (software); each layer states its own" },
        },
        "servers": [{ "url": server }],
        "paths": paths,
        "components": { "parameters": parameters, "schemas": { "problem": problem() }, "responses": { "problem": {
            "description": "A problem (RFC 9457) that names parameter, value and what is allowed",
            "content": { "application/problem+json": { "schema": { "$ref": "#/components/schemas/problem" } } },
        } } },
    })
}

fn layer_paths(layer: &Layer, path: &mut dyn FnMut(&str, Value)) {
    let base = format!("/collections/{}", layer.id);
    let title = layer.title("en");
    let geojson = Format::GeoJson.media_type();
    let fields: Vec<Value> = layer.public_fields().map(|(_, field)| of_field(layer, field)).collect();
    let with_fields = |tables: &[&[Parameter]]| [all_of(tables), fields.clone()].concat();
    let name = |verb: &str| format!("{}.{verb}", layer.id);
    let of = |what: &str| format!("{title}: {what}");
    path(&base, operation(&name("describe"), &of("description"), title, vec![], "application/json"));
    path(
        &format!("{base}/queryables"),
        operation(
            &name("getQueryables"),
            &of("fields to filter by"),
            title,
            vec![],
            Format::Schema.media_type(),
        ),
    );
    path(
        &format!("{base}/items"),
        operation(
            &name("getFeatures"),
            &of("features"),
            title,
            with_fields(&[SHAPE, QUERY, SELECTION]),
            geojson,
        ),
    );
    let id = json!({ "name": "featureId", "in": "path", "required": true, "description": "Id of a feature", "schema": text() });
    path(
        &format!("{base}/items/{{featureId}}"),
        operation(&name("getFeature"), &of("one feature"), title, vec![id], geojson),
    );
    let whole = of("everything that matches, as one file");
    let mut download = operation(&name("download"), &whole, title, with_fields(&[QUERY, SELECTION]), geojson);
    download["responses"]["200"]["content"] = json!({
        geojson: { "schema": { "type": "object" } },
        "text/csv": { "schema": { "type": "string" } },
    });
    path(&format!("{base}/download"), download);
    let mut nearest = with_fields(&[NEAREST, QUERY, SELECTION]);
    let mut point = declared(&NEAREST[0]);
    point["required"] = true.into();
    nearest[0] = point;
    path(
        &format!("{base}/nearest"),
        operation(&name("nearest"), &of("nearest features"), title, nearest, geojson),
    );
    let mut group_by = declared(&OTHER[2]);
    group_by["required"] = true.into();
    let aggregate = [vec![group_by], with_fields(&[QUERY])].concat();
    path(
        &format!("{base}/aggregate"),
        operation(&name("aggregate"), &of("counts by field"), title, aggregate, "application/json"),
    );
    path(
        &format!("{base}/facets"),
        operation(
            &name("facets"),
            &of("counts of every facet"),
            title,
            with_fields(&[QUERY]),
            "application/json",
        ),
    );
}

fn operation(id: &str, summary: &str, tag: &str, mut parameters: Vec<Value>, media_type: &str) -> Value {
    parameters.push(named("f"));
    json!({
        "operationId": id,
        "summary": summary,
        "tags": [tag],
        "parameters": parameters,
        "responses": {
            "200": { "description": summary, "content": {
                media_type: { "schema": { "type": "object" } },
                "text/html": { "schema": { "type": "string" } },
            } },
            "400": { "$ref": "#/components/responses/problem" },
            "404": { "$ref": "#/components/responses/problem" },
            "406": { "$ref": "#/components/responses/problem" },
            "500": { "$ref": "#/components/responses/problem" },
        },
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
        let document = openapi("http://localhost/api", &[&layer]);
        let read: openapiv3::OpenAPI = serde_json::from_value(document.clone()).unwrap();
        assert!(read.openapi.starts_with("3.0"));
        assert!(read.paths.paths.contains_key("/collections/wells/items"));
        let text = document.to_string();
        for reference in text.split("\"$ref\":\"").skip(1).map(|rest| rest.split('"').next().unwrap()) {
            let pointer = reference.strip_prefix('#').unwrap();
            assert!(document.pointer(pointer).is_some(), "{reference}");
        }
    }

    #[test]
    fn operation_ids_are_unique() {
        let layer = layer();
        let text = openapi("http://localhost/api", &[&layer]).to_string();
        let mut ids: Vec<&str> =
            text.split("\"operationId\":\"").skip(1).map(|rest| rest.split('"').next().unwrap()).collect();
        let all = ids.len();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), all);
    }

    #[test]
    fn the_document_of_one_layer_is_as_reviewed() {
        let layer = layer();
        insta::assert_json_snapshot!(openapi("http://localhost/api", &[&layer]));
    }
}
