//! What the map island needs, and the picture that stands in for it.

use super::{Shown, links};
use crate::pages::figure;
use crate::portal::serving::position;
use karigar_index::FeatureRef;
use karigar_model::query::Page;
use karigar_model::{Bbox, Query, Role};

/// Largest result that goes to the map as one layer.
const MOST_PINS: usize = 5000;
/// What the map shows when nothing else says where to look.
const SOUTH_ASIA: Bbox = Bbox { west: 61.0, south: 6.5, east: 97.5, north: 37.2 };
/// A result that is smaller is shown with so much around it, degrees.
const LEAST_DEGREES: f64 = 3.0;

/// The map of a result.
pub struct MapFace {
    /// Address of its features.
    pub pins: String,
    /// Fields by their role: name, category, precision; empty where the layer has none.
    pub fields: [String; 3],
    pub bbox: String,
    pub placed: usize,
    pub too_many: bool,
    pub still: String,
    pub view: String,
    pub words: String,
    pub page: String,
    pub area_url: String,
}

impl Shown<'_> {
    pub fn map_face(&self) -> MapFace {
        let Self { app, snapshot, language, layer, address, .. } = *self;
        let described = layer.layer();
        let root = app.portal.config.root();
        let placed = self.placed();
        let fields = [Role::Name, Role::Category, Role::Precision].map(|role| {
            described.role(role).map(|field| described.fields[field].id.clone()).unwrap_or_default()
        });
        let named: Vec<&str> = fields.iter().map(String::as_str).filter(|id| !id.is_empty()).collect();
        // Who asks for what has no place gets an empty map.
        let wanted = if self.asked.placed == Some(false) { "false" } else { "true" };
        let pins = links::api_address(root, &described.id, "items", address)
            .without("sortby")
            .with("placed", wanted)
            .with("properties", &named.join(","))
            .with("limit", &MOST_PINS.to_string());
        // Rings of a part would show wrong numbers.
        let drawn = if placed == 0 || placed > MOST_PINS {
            Vec::new()
        } else {
            let placed_only = Query { placed: Some(true), ..self.asked.clone() };
            layer.items(&placed_only, &[], &Page::first(MOST_PINS)).features
        };
        let bbox = self.bbox(&drawn);
        MapFace {
            pins: pins.to_string(),
            fields,
            bbox: bbox.to_array().map(|degrees| format!("{degrees:.4}")).join(","),
            placed,
            too_many: placed > MOST_PINS,
            still: figure::stand_in(language, snapshot, layer, &drawn, bbox),
            view: snapshot.view.code().to_owned(),
            words: figure::map_words(app, language, described),
            page: format!("{}/{}/{{id}}", language.root(), described.page),
            area_url: address.without("bbox").to_string(),
        }
    }

    /// Where to look: the box that was asked for, else the region, else where the answer is.
    pub fn bbox(&self, drawn: &[FeatureRef<'_>]) -> Bbox {
        let query = &self.asked;
        let region = || self.snapshot.tree.get(query.within.as_ref()?)?.bbox;
        let of_all = *query == Query { placed: query.placed, ..Query::default() };
        let found = || if of_all { None } else { around(drawn) };
        query.bbox.or_else(region).or_else(found).or_else(|| self.layer.extent()).unwrap_or(SOUTH_ASIA)
    }
}

/// The box around features, not too small to show where they are.
fn around(features: &[FeatureRef<'_>]) -> Option<Bbox> {
    let boxes = features.iter().filter_map(|feature| position(*feature)).map(Bbox::of_point);
    let bbox = boxes.reduce(|mut all, one| {
        all.extend(&one);
        all
    })?;
    let grown = |low: f64, high: f64| {
        let more = ((LEAST_DEGREES - (high - low)) / 2.0).max(0.0);
        (low - more, high + more)
    };
    let ((west, east), (south, north)) = (grown(bbox.west, bbox.east), grown(bbox.south, bbox.north));
    Some(Bbox { west, south, east, north })
}
