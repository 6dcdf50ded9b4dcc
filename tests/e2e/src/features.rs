//! Reading features of GeoJSON answers.

use geo::{Distance, Geodesic, Point};
use serde_json::Value;

/// The id of a feature or collection.
pub fn id(feature: &Value) -> String {
    feature["id"].as_str().unwrap_or_else(|| panic!("no id: {feature}")).to_owned()
}

/// The ids of the features of a collection, in their order.
pub fn ids(collection: &Value) -> Vec<String> {
    list(&collection["features"]).iter().map(id).collect()
}

/// The members of a JSON array.
pub fn list(value: &Value) -> &Vec<Value> {
    value.as_array().unwrap_or_else(|| panic!("not a list: {value}"))
}

/// A property that is text; empty when it is not known.
pub fn text<'a>(feature: &'a Value, name: &str) -> &'a str {
    feature["properties"][name].as_str().unwrap_or_default()
}

/// The texts under a key, at any depth.
pub fn texts_under<'a>(value: &'a Value, key: &str) -> Vec<&'a str> {
    match value {
        Value::Array(values) => values.iter().flat_map(|value| texts_under(value, key)).collect(),
        Value::Object(members) => {
            let own = members.get(key).and_then(Value::as_str);
            own.into_iter().chain(members.values().flat_map(|value| texts_under(value, key))).collect()
        }
        _ => Vec::new(),
    }
}

/// A whole number.
pub fn number(value: &Value) -> u64 {
    value.as_u64().unwrap_or_else(|| panic!("not a number: {value}"))
}

/// The position of a point feature.
pub fn point(feature: &Value) -> Option<Point<f64>> {
    let at = feature["geometry"]["coordinates"].as_array()?;
    Some(Point::new(at[0].as_f64()?, at[1].as_f64()?))
}

/// Geodesic metres on WGS 84.
pub fn distance(from: Point<f64>, to: Point<f64>) -> f64 {
    Geodesic.distance(from, to)
}

/// A value as it stands in a table: lists parted by semicolons.
pub fn shown(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        Value::Array(values) => values.iter().map(shown).collect::<Vec<_>>().join("; "),
        other => other.to_string(),
    }
}
