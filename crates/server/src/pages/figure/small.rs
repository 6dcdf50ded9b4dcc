//! A small map of a region: its outline and where its crafts are, in a square, so that several stand side by
//! side with equal weight.

use super::window::Window;
use super::{frontiers, ground, outline};
use crate::i18n::Language;
use crate::portal::Snapshot;
use crate::portal::serving::position;
use karigar_index::LayerSnapshot;
use karigar_model::{Bbox, Query, Region};
use std::collections::BTreeSet;
use std::fmt::Write as _;

/// Units across.
const SIZE: f64 = 320.0;

/// The map; empty when the region has no outline.
pub fn small_figure(
    language: &Language,
    snapshot: &Snapshot,
    region: &Region,
    layer: &LayerSnapshot,
) -> String {
    let Some(bbox) = region.bbox else { return String::new() };
    let window = Window::new(square(bbox), SIZE, 0.05, 1.0);
    let scale = snapshot.drawing.scale(window.degrees());
    let mut body = ground(&window, scale, true, false);
    body.push_str(&outline(&window, snapshot, scale, &region.code, true));
    body.push_str(&frontiers(&window, scale));
    let query = Query { within: Some(region.code.clone()), placed: Some(true), ..Query::default() };
    let points = layer.all(&query).filter_map(position);
    // Dots that would cover each other are drawn once.
    let dots: BTreeSet<(i32, i32)> = points
        .map(|point| window.at(point.lon, point.lat))
        .map(|(x, y)| ((x / 4.0).round() as i32 * 4, (y / 4.0).round() as i32 * 4))
        .collect();
    let mut path = String::new();
    for (x, y) in dots {
        let _ = write!(path, "M{x} {y}h0");
    }
    if !path.is_empty() {
        let _ = write!(body, "<path class=\"m-dots\" d=\"{path}\"/>");
    }
    window.svg(&language.with("map-of", [("what", region.name_in(language.tag))]), "", &body)
}

/// The box with its shorter side made as long as the other, as they are drawn.
fn square(bbox: Bbox) -> Bbox {
    let middle = bbox.middle();
    let squeeze = middle.lat.to_radians().cos().max(0.1);
    let half = ((bbox.east - bbox.west) * squeeze).max(bbox.north - bbox.south) / 2.0;
    Bbox {
        west: middle.lon - half / squeeze,
        south: middle.lat - half,
        east: middle.lon + half / squeeze,
        north: middle.lat + half,
    }
}
