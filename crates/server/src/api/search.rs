//! One search over everything that has a name.

use super::ask::Ask;
use super::negotiate::Format;
use super::problem::Problem;
use crate::app::App;
use crate::portal::request::read_limit;
use crate::portal::search::Hit;
use axum::extract::State;
use axum::response::Response;
use karigar_model::fold::fold;
use karigar_model::position::read;
use karigar_model::query::readable_text;
use karigar_model::{ParameterError, Point};
use serde_json::{Value, json};
use std::sync::Arc;

const FORMATS: &[Format] = &[Format::GeoJson, Format::Html];
const MOST: usize = 100;
/// What can be searched.
const ALLOWED: &str =
    "a name, a PIN code, or a position: latitude and longitude, a DIGIPIN, a plus code, a link to a map";

/// `GET /api/search?q=&lang=&point=&limit=`
pub async fn search(State(app): State<Arc<App>>, ask: Ask) -> Result<Response, Problem> {
    ask.only(&["q", "lang", "point", "limit"])?;
    let format = ask.format(FORMATS)?;
    let snapshot = &ask.snapshot;
    let text = ask.get("q").ok_or_else(|| ParameterError::new("q", "", "is missing").allowed(ALLOWED))?;
    if read(text).is_none() {
        readable_text("q", text)?;
        if fold(text).is_empty() {
            let error = ParameterError::new("q", text, "has no letter or digit");
            return Err(error.allowed(ALLOWED).into());
        }
    }
    let point = ask.get("point").map(|point| Point::parse("point", point)).transpose()?;
    let limit = ask.get("limit").map_or(Ok(20), read_limit)?.min(MOST);
    let hits = snapshot.search(text, point, ask.get("lang").unwrap_or("en"), limit);
    let hits = hits.map_err(|mistake| mistake.of("q", text))?;
    Ok(ask.document(&app, format, snapshot.generation, &format!("“{text}”"), || {
        let features: Vec<Value> = hits.iter().map(feature).collect();
        json!({
            "type": "FeatureCollection",
            "numberReturned": features.len(),
            "links": ask.self_links(format, FORMATS),
            "features": features,
        })
    }))
}

fn feature(hit: &Hit) -> Value {
    let geometry = hit.point.map(|point| json!({ "type": "Point", "coordinates": [point.lon, point.lat] }));
    json!({
        "type": "Feature",
        "id": format!("{}:{}", hit.layer, hit.id),
        "geometry": geometry,
        "properties": {
            "layer": hit.layer,
            "id": hit.id,
            "name": hit.name,
            "label": hit.label,
            "matched": hit.matched,
            "region": hit.region,
        },
    })
}
