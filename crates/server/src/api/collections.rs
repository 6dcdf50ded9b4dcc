//! The layers as collections (OGC API Features Part 1, 7.13 and 7.14).

use super::ask::{Ask, link};
use super::negotiate::Format;
use super::problem::Problem;
use crate::app::App;
use axum::extract::{Path, State};
use axum::response::Response;
use karigar_index::LayerSnapshot;
use karigar_model::layer::text_in;
use serde_json::{Value, json};
use std::sync::Arc;

const FORMATS: &[Format] = &[Format::Json, Format::Html];
/// Longitude and latitude on WGS 84, the one coordinate reference system so far.
pub const CRS84: &str = "http://www.opengis.net/def/crs/OGC/1.3/CRS84";
const QUERYABLES: &str = "http://www.opengis.net/def/rel/ogc/1.0/queryables";

/// `GET /api/collections`
pub async fn all(State(app): State<Arc<App>>, ask: Ask) -> Result<Response, Problem> {
    ask.only(&[])?;
    let format = ask.format(FORMATS)?;
    let snapshot = &ask.snapshot;
    Ok(ask.document(&app, format, snapshot.generation, "Layers", || {
        let collections: Vec<Value> = snapshot.layers.iter().map(|layer| collection(&ask, layer)).collect();
        json!({ "links": ask.self_links(format, FORMATS), "crs": [CRS84], "collections": collections })
    }))
}

/// `GET /api/collections/{collection}`
pub async fn one(State(app): State<Arc<App>>, Path(id): Path<String>, ask: Ask) -> Result<Response, Problem> {
    ask.only(&[])?;
    let format = ask.format(FORMATS)?;
    let snapshot = &ask.snapshot;
    let layer = snapshot.layer(&id)?;
    Ok(ask.document(&app, format, layer.generation(), layer.layer().title("en"), || collection(&ask, layer)))
}

/// The same in the list and alone, to the last digit (/req/core/sfc-md-success).
fn collection(ask: &Ask, snapshot: &LayerSnapshot) -> Value {
    let layer = snapshot.layer();
    let own = format!("/collections/{}", layer.id);
    let at = |rest: &str| ask.api(&format!("{own}{rest}"));
    let json = Format::Json.media_type();
    let mut links = vec![
        link(at("?f=json"), "self", json, None),
        link(at("?f=html"), "alternate", "text/html", None),
        link(at("/items"), "items", Format::GeoJson.media_type(), Some(layer.title("en"))),
        link(at("/items?f=html"), "items", "text/html", Some(layer.title("en"))),
        link(at("/items?f=csv"), "items", "text/csv", Some(layer.title("en"))),
        link(at("/queryables"), QUERYABLES, Format::Schema.media_type(), Some("Fields to filter by")),
        link(
            at("/download?f=geojson"),
            "enclosure",
            Format::GeoJson.media_type(),
            Some("Everything as GeoJSON"),
        ),
        link(at("/download?f=csv"), "enclosure", "text/csv", Some("Everything as CSV")),
    ];
    if let Some(license) = layer.license.as_deref().filter(|license| license.starts_with("http")) {
        links.push(link(license.to_owned(), "license", "text/html", Some("Licence")));
    }
    let mut body = json!({
        "id": layer.id,
        "title": layer.title("en"),
        "description": text_in(&layer.descriptions, "en"),
        "itemType": "feature",
        "itemCount": snapshot.len(),
        "crs": [CRS84],
        "storageCrs": CRS84,
        "links": links,
    });
    if let Some(license) = &layer.license {
        body["license"] = json!(license);
    }
    if let Some(extent) = snapshot.extent() {
        // Clients print seven decimals; rounding outward keeps every feature inside what they print.
        let bbox = extent.rounded_outward(7).to_array();
        body["extent"] = json!({ "spatial": { "bbox": [bbox], "crs": CRS84 } });
    }
    body
}
