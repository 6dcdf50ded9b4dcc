//! Addresses that Explore leads to: other layers, downloads, the API.

use super::{FIRST_LAYER, MAP, PICTURES, is_mapped, is_pictured};
use crate::i18n::Language;
use crate::pages::address::Address;
use crate::portal::Snapshot;

/// A layer to choose.
pub struct LayerChoice {
    pub title: String,
    pub icon: String,
    pub count: usize,
    pub url: String,
    pub on: bool,
}

pub fn layer_choices(
    language: &Language,
    snapshot: &Snapshot,
    address: &Address,
    current: &str,
) -> Vec<LayerChoice> {
    let choices = snapshot.layers.iter().map(|layer| {
        let described = layer.layer();
        LayerChoice {
            title: described.title(language.tag).to_owned(),
            icon: described.icon.clone(),
            count: layer.len(),
            url: of_layer(snapshot, address, &described.id).to_string(),
            on: described.id == current,
        }
    });
    choices.collect()
}

/// The same question to another layer. Other layers have other fields; only where and what words is kept.
pub fn of_layer(snapshot: &Snapshot, address: &Address, layer: &str) -> Address {
    let has_face = snapshot.layer(layer).is_ok_and(|layer| match address.get("view") {
        Some(MAP) => is_mapped(layer),
        Some(PICTURES) => is_pictured(layer),
        _ => false,
    });
    let kept = address.only(|name| {
        matches!(name, "q" | "within" | "bbox" | "lang" | "near" | "radius") || has_face && name == "view"
    });
    if layer == FIRST_LAYER { kept.without("layer") } else { kept.with("layer", layer) }
}

pub fn api_address(root: &str, layer: &str, what: &str, address: &Address) -> Address {
    let query = address.only(|name| !matches!(name, "layer" | "view" | "lang" | "offset"));
    query.at(&format!("{root}/api/collections/{layer}/{what}"))
}

pub fn downloads(root: &str, layer: &str, address: &Address) -> [(&'static str, String); 2] {
    let all = api_address(root, layer, "download", address).without("sortby");
    // A list of a box leaves out what has no place; so does its download.
    let all = if address.get("bbox").is_some() && address.get("placed").is_none() {
        all.with("placed", "true")
    } else {
        all
    };
    [("CSV", all.with("f", "csv").to_string()), ("GeoJSON", all.with("f", "geojson").to_string())]
}

/// The same question to a page that has no map beside the list and starts at its beginning.
pub fn without_face(address: &Address, page: &str) -> String {
    address.only(|name| !matches!(name, "view" | "offset" | "lang")).at(page).to_string()
}
