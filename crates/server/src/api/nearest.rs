//! The nearest features to a point, by geodesic distance, under every filter of items.

use super::ask::{Ask, link};
use super::items::{now, unwritable};
use super::negotiate::Format;
use super::problem::Problem;
use crate::app::App;
use crate::portal::request::{Expected, ItemsRequest, SELECTION};
use axum::extract::{Path, State};
use axum::response::Response;
use karigar_formats::geojson::{Collection, Head};
use karigar_index::LayerSnapshot;
use karigar_model::query::Circle;
use karigar_model::{ParameterError, Point, Query};
use std::sync::Arc;

const FORMATS: &[Format] = &[Format::GeoJson, Format::Html];
/// Most features one answer may have.
const MAX_K: usize = 1000;
const OTHERS: &[&str] = &["f", "lang", "point", "k", "max_distance"];

/// `GET /api/collections/{collection}/nearest?point=lon,lat&k=10&max_distance=metres`
pub async fn nearest(
    State(app): State<Arc<App>>,
    Path(id): Path<String>,
    ask: Ask,
) -> Result<Response, Problem> {
    let format = ask.format(FORMATS)?;
    let snapshot = &ask.snapshot;
    let layer = snapshot.layer(&id)?;
    let request = ItemsRequest::read(
        snapshot,
        layer,
        &ask.pairs,
        Expected { shape: SELECTION, others: OTHERS, strict: true },
    )?;
    let point = ask.get("point").ok_or_else(|| {
        ParameterError::new("point", "", "is missing")
            .allowed("longitude,latitude in degrees, for example 77.59,12.97")
    })?;
    let point = Point::parse("point", point)?;
    let k = ask.get("k").map_or(Ok(10), read_k)?;
    let max_distance = ask.get("max_distance").map(read_distance).transpose()?;
    let etag = ask.etag(layer.generation(), format);
    if let Some(unchanged) = ask.unchanged(&etag) {
        return Ok(unchanged);
    }
    let found = layer.nearest(&request.query, point, k, max_distance);
    let number_matched = in_reach(layer, &request.query, point, max_distance);
    let mut links = ask.self_links(format, FORMATS);
    links.push(link(ask.api(&format!("/collections/{id}")), "collection", Format::Json.media_type(), None));
    let head = Head { links: &links, time_stamp: &now(), number_matched, number_returned: found.len() };
    let columns = request.columns(layer);
    let mut collection = Collection::start(Vec::new(), &head).map_err(|error| unwritable(&error))?;
    for neighbour in &found {
        collection
            .feature(&columns, &neighbour.feature, Some(neighbour.distance))
            .map_err(|error| unwritable(&error))?;
    }
    let body = collection.finish().map_err(|error| unwritable(&error))?;
    if format == Format::Html {
        let value = serde_json::from_slice(&body).map_err(|error| unwritable(&error.into()))?;
        return Ok(Ask::answer(
            format,
            &etag,
            super::html::page(&app, &ask, layer.layer().title("en"), &value),
        ));
    }
    Ok(Ask::answer(format, &etag, body))
}

/// How many features there are of which `k` are asked.
fn in_reach(layer: &LayerSnapshot, query: &Query, point: Point, max_distance: Option<f64>) -> usize {
    if query.placed == Some(false) {
        return 0;
    }
    let circle = match (query.circle, max_distance) {
        // A query holds one circle.
        (Some(_), Some(_)) => return layer.nearest(query, point, usize::MAX, max_distance).len(),
        (own, None) => own,
        (None, Some(radius)) => Some(Circle { center: point, radius }),
    };
    layer.count(&Query { placed: Some(true), circle, ..query.clone() })
}

fn read_k(value: &str) -> Result<usize, ParameterError> {
    let k = value.parse::<usize>().ok().filter(|k| (1..=MAX_K).contains(k));
    k.ok_or_else(|| {
        ParameterError::new("k", value, "is not a number of features").allowed(format!("1 to {MAX_K}"))
    })
}

fn read_distance(value: &str) -> Result<f64, ParameterError> {
    let metres = value.parse::<f64>().ok().filter(|metres| metres.is_finite() && *metres >= 0.0);
    metres.ok_or_else(|| {
        ParameterError::new("max_distance", value, "is not a distance").allowed("metres, 0 or more")
    })
}
