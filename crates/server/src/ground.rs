//! The ground of the live map, in two files: what every view shows, and the districts, which are half of its
//! weight and are seen only from nearby.

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

/// `/geo/base-{view}.geojson` and `/geo/districts-{view}.geojson`, from the base maps in `folder`. A base map
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
            routes = routes.route(&format!("/geo/{name}-{view}.geojson"), get(answer));
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
    let written =
        |part: Vec<&Value>| json!({ "type": "FeatureCollection", "features": part }).to_string().into();
    Some((written(base), written(districts)))
}

fn answer(asked: &HeaderMap, tag: &str, part: Bytes) -> Response {
    let held = asked.get(header::IF_NONE_MATCH).and_then(|tags| tags.to_str().ok());
    if held.is_some_and(|tags| tags.contains(tag)) {
        return (StatusCode::NOT_MODIFIED, [(header::ETAG, tag)]).into_response();
    }
    ([(header::CONTENT_TYPE, "application/geo+json"), (header::ETAG, tag)], part).into_response()
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
        let of = |kind| json!({ "type": "Feature", "properties": { "k": kind }, "geometry": null });
        let map =
            json!({ "type": "FeatureCollection", "features": [of("land"), of("district"), of("state")] });
        let (base, districts) = split(map.to_string().as_bytes()).unwrap();
        assert_eq!(kinds(&base), ["land", "state"]);
        assert_eq!(kinds(&districts), ["district"]);
        assert!(split(b"{}").is_none());
    }
}
