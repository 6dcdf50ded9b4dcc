//! The ground of the live map, in two files: what every view shows, and the districts, which are half of its
//! weight and are seen only from nearby. Their lines are whole numbers, each the way on from the position before:
//! compressed, this is little more than half of GeoJSON. `web/src/map/ground.ts` reads them.

use axum::Router;
use axum::body::Bytes;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use karigar_model::query::fnv1a;
use serde_json::{Value, json};
use std::path::Path;

/// Property of a feature of the base map that says what it is.
const KIND: &str = "k";
/// Steps in a degree: the base map has four decimals, about 11 metres.
const SCALE: f64 = 10_000.0;

/// `/geo/base-{view}.json` and `/geo/districts-{view}.json`, from the base maps in `folder`. A base map
/// that cannot be read has no route: loading the atlas has told why.
pub fn routes<S: Clone + Send + Sync + 'static>(folder: &Path, views: &[&str]) -> Router<S> {
    let mut routes = Router::new();
    for view in views {
        let path = folder.join(format!("base-{view}.geojson"));
        let Some((base, districts)) = std::fs::read(path).ok().and_then(|text| split(&text)) else {
            continue;
        };
        for (name, part) in [("base", base), ("districts", districts)] {
            let tag = format!("\"{:016x}\"", fnv1a(&part));
            let answer = move |headers: HeaderMap| async move { answer(&headers, &tag, part) };
            routes = routes.route(&format!("/geo/{name}-{view}.json"), get(answer));
        }
    }
    routes
}

/// All but the districts, and the districts alone.
fn split(text: &[u8]) -> Option<(Bytes, Bytes)> {
    let map: Value = serde_json::from_slice(text).ok()?;
    let features = map["features"].as_array()?;
    let (districts, base): (Vec<&Value>, Vec<&Value>) =
        features.iter().partition(|feature| feature["properties"][KIND] == "district");
    let written = |part: Vec<&Value>| {
        let features: Vec<Value> = part.into_iter().map(packed).collect();
        json!({ "scale": SCALE, "features": features }).to_string().into()
    };
    Some((written(base), written(districts)))
}

/// A feature with its lines as steps; a point stays in degrees.
fn packed(feature: &Value) -> Value {
    let geometry = &feature["geometry"];
    let coordinates = match geometry["type"].as_str() {
        Some("Point") => geometry["coordinates"].clone(),
        _ => steps(&geometry["coordinates"]),
    };
    json!({
        "properties": feature["properties"],
        "geometry": { "type": geometry["type"], "coordinates": coordinates },
    })
}

/// Every list of positions within as one list of steps.
fn steps(coordinates: &Value) -> Value {
    let Some(parts) = coordinates.as_array() else { return Value::Null };
    if !parts.first().is_some_and(|first| first[0].is_number()) {
        return parts.iter().map(steps).collect();
    }
    let mut before = [0_i64, 0];
    let mut steps = Vec::with_capacity(parts.len() * 2);
    for position in parts {
        for (axis, before) in before.iter_mut().enumerate() {
            let here = (position[axis].as_f64().unwrap_or_default() * SCALE).round() as i64;
            steps.push(here - *before);
            *before = here;
        }
    }
    steps.into()
}

fn answer(asked: &HeaderMap, tag: &str, part: Bytes) -> Response {
    let held = asked.get(header::IF_NONE_MATCH).and_then(|tags| tags.to_str().ok());
    if held.is_some_and(|tags| tags.contains(tag)) {
        return (StatusCode::NOT_MODIFIED, [(header::ETAG, tag)]).into_response();
    }
    ([(header::CONTENT_TYPE, "application/json"), (header::ETAG, tag)], part).into_response()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_feature_is_in_one_of_the_two_files() {
        let kinds = |part: &Bytes| {
            let part: Value = serde_json::from_slice(part).unwrap();
            part["features"]
                .as_array()
                .unwrap()
                .iter()
                .map(|each| each["properties"][KIND].clone())
                .collect::<Vec<_>>()
        };
        let line = json!({ "type": "LineString", "coordinates": [[82.29, 25.31], [82.3, 25.3]] });
        let of = |kind| json!({ "type": "Feature", "properties": { "k": kind }, "geometry": line });
        let point = json!({ "type": "Point", "coordinates": [78.5, 20.5] });
        let name = json!({ "type": "Feature", "properties": { "k": "region" }, "geometry": point });
        let map = json!({ "type": "FeatureCollection", "features": [of("land"), of("district"), of("state"), name] });
        let (base, districts) = split(map.to_string().as_bytes()).unwrap();
        assert_eq!(kinds(&base), ["land", "state", "region"]);
        assert_eq!(kinds(&districts), ["district"]);
        let read: Value = serde_json::from_slice(&base).unwrap();
        assert_eq!(read["features"][2]["geometry"], point);
        let read: Value = serde_json::from_slice(&districts).unwrap();
        assert_eq!(read["features"][0]["geometry"]["coordinates"], json!([822_900, 253_100, 100, -100]));
        assert!(split(b"{}").is_none());
    }
}
