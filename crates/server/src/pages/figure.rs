//! Maps that the server draws as SVG: no script, no WebGL, printable, and each region a link.

mod marks;
mod names;
mod shaded;
mod small;
mod window;

pub use shaded::{Fill, Shaded, shaded_figure};
pub use small::small_figure;

use super::frame::escape;
use super::view::DYES;
use crate::app::App;
use crate::i18n::Language;
use crate::portal::Snapshot;
use crate::portal::drawing::Scale;
use karigar_index::{FeatureRef, LayerSnapshot};
use karigar_model::layer::Code;
use karigar_model::{Bbox, Layer, Point, Precision, Region, RegionCode, Role, View};
use marks::{grouped, labels, mark};
use names::Names;
use serde_json::{Map, Value, json};
use std::fmt::Write as _;
use window::Window;

/// So many marks on a map have their names beside them.
const FEW: usize = 20;

/// Land, water and lines.
fn ground(window: &Window, scale: &Scale, near: bool, with_states: bool) -> String {
    let class = if near { "m-near" } else { "m-land m-coast" };
    let mut body = format!("<path class=\"{class}\" d=\"{}\"/>", window.areas(&scale.land));
    let lakes = window.areas(&scale.lakes);
    if !lakes.is_empty() {
        let _ = write!(body, "<path class=\"m-lake\" d=\"{lakes}\"/>");
    }
    if with_states { body + &states(window, scale) } else { body }
}

fn states(window: &Window, scale: &Scale) -> String {
    let path = window.lines(&scale.states);
    if path.is_empty() { path } else { format!("<path class=\"m-state\" d=\"{path}\"/>") }
}

fn frontiers(window: &Window, scale: &Scale) -> String {
    let path = window.lines(&scale.borders);
    if path.is_empty() { path } else { format!("<path class=\"m-line\" d=\"{path}\"/>") }
}

/// Features on a map of their own.
pub fn still(
    language: &Language,
    snapshot: &Snapshot,
    layer: &LayerSnapshot,
    features: &[FeatureRef<'_>],
    bbox: Bbox,
) -> String {
    if bbox.crosses_antimeridian() {
        return String::new();
    }
    let window = Window::new(bbox, 800.0, 0.02, 1.1);
    let scale = snapshot.drawing.scale(window.degrees());
    let mut body = ground(&window, scale, false, true) + &frontiers(&window, scale);
    let groups = grouped(&window, layer, features, 44.0, language);
    for group in &groups {
        body.push_str(&mark(language, group));
    }
    if groups.len() <= FEW {
        let mut names = Names::new(&window, scale, std::iter::empty());
        body.push_str(&labels(&mut names, &groups, FEW));
    }
    let label = language.with("map-of", [("what", layer.layer().title(language.tag))]);
    window.svg(&label, " preserveAspectRatio=\"xMidYMid slice\"", &body)
}

/// What stands in for the live map before it has started, or where it cannot: the same box in the same
/// projection, with ground on all sides for a frame of any shape.
pub fn stand_in(
    language: &Language,
    snapshot: &Snapshot,
    layer: &LayerSnapshot,
    features: &[FeatureRef<'_>],
    bbox: Bbox,
) -> String {
    if bbox.crosses_antimeridian() {
        return String::new();
    }
    let window = Window::mercator(bbox, 800.0, 0.0, 1.1);
    let scale = snapshot.drawing.scale(window.degrees());
    let around = window.grown();
    let mut body =
        ground(&around, scale, false, false) + &states(&window, scale) + &frontiers(&around, scale);
    // The live map groups what is within 48 pixels of a box about as wide as this picture.
    for group in grouped(&window, layer, features, 48.0, language) {
        body.push_str(&mark(language, &group));
    }
    let label = language.with("map-of", [("what", layer.layer().title(language.tag))]);
    window.svg(&label, "", &body)
}

/// A region with the regions below it as links, and what is found in it.
pub fn region_figure(
    language: &Language,
    snapshot: &Snapshot,
    region: &Region,
    children: &[(&Region, usize)],
    layer: &LayerSnapshot,
    features: &[FeatureRef<'_>],
) -> String {
    let Some(bbox) = region.bbox else { return String::new() };
    let window = Window::new(bbox, 720.0, 0.04, 1.15);
    let scale = snapshot.drawing.scale(window.degrees());
    let root = language.root();
    // The regions below bring their own lines.
    let own_lines = region.code.level() == 0 && !children.is_empty();
    let mut body = ground(&window, scale, true, !own_lines);
    let _ = write!(body, "<g class=\"m-areas{}\">", unstroked(snapshot));
    for (child, count) in children {
        if let Some(shape) = scale.regions.get(&child.code) {
            let title = language.count_with("map-region", *count, [("name", child.name_in(language.tag))]);
            let path = window.area(&shape.shape);
            let _ = write!(
                body,
                "<a href=\"{root}/r/{}\"><path d=\"{path}\"><title>{}</title></path></a>",
                child.code.path(),
                escape(&title)
            );
        }
    }
    body.push_str("</g>");
    body.push_str(&between(&window, snapshot, scale, &region.code));
    let beside = beside(snapshot, &region.code);
    body.push_str(&around(&window, snapshot, scale, &region.code, &beside));
    body.push_str(&outline(&window, snapshot, scale, &region.code, children.is_empty()));
    body.push_str(&water(&window, scale));
    body.push_str(&frontiers(&window, scale));
    // A whole country has more towns than a picture has room for.
    let reach = if window.degrees() > 14.0 { 34.0 } else { 24.0 };
    let groups = grouped(&window, layer, features, reach, language);
    for group in &groups {
        body.push_str(&mark(language, group));
    }
    // At the scale of a country a ring gathers many towns, and none of them names it.
    let named = if region.code.level() == 0 { 0 } else { 9 };
    let mut names = Names::new(&window, scale, beside.iter().chain([&region.code]));
    body.push_str(&labels(&mut names, &groups, named));
    body.push_str(&names.regions(snapshot, scale, language.tag, region.code.level(), &region.code));
    window.svg(&language.with("map-of", [("what", region.name_in(language.tag))]), "", &body)
}

/// The regions of the same parent.
fn beside(snapshot: &Snapshot, code: &RegionCode) -> Vec<RegionCode> {
    let Some(parent) = code.parent() else { return Vec::new() };
    let children = snapshot.tree.children(Some(&parent)).into_iter();
    children.filter(|child| child.code != *code).map(|child| child.code.clone()).collect()
}

/// What keeps outlines of areas from being drawn in the neutral view: part of one may be disputed.
fn unstroked(snapshot: &Snapshot) -> &'static str {
    if snapshot.view == View::Neutral { " m-free" } else { "" }
}

/// In the neutral view, the lines between the regions right below one; in the other their outlines are drawn.
fn between(window: &Window, snapshot: &Snapshot, scale: &Scale, code: &RegionCode) -> String {
    let lines = scale.between.get(code).filter(|_| snapshot.view == View::Neutral);
    let path = lines.map_or_else(String::new, |lines| window.lines(lines));
    if path.is_empty() { path } else { format!("<path class=\"m-beside\" d=\"{path}\"/>") }
}

/// The lines of the districts beside one.
fn around(
    window: &Window,
    snapshot: &Snapshot,
    scale: &Scale,
    code: &RegionCode,
    beside: &[RegionCode],
) -> String {
    match code.parent().filter(|_| code.level() == 2) {
        None => String::new(),
        Some(parent) if snapshot.view == View::Neutral => between(window, snapshot, scale, &parent),
        Some(_) => {
            let outlines = beside.iter().filter_map(|code| scale.regions.get(code));
            let path = outlines.map(|outline| window.area(&outline.shape)).collect::<String>();
            format!("<path class=\"m-beside\" d=\"{path}\"/>")
        }
    }
}

/// The outline of a region. In the neutral view it is filled and not stroked: part of it may be disputed.
fn outline(window: &Window, snapshot: &Snapshot, scale: &Scale, code: &RegionCode, filled: bool) -> String {
    let Some(shape) = scale.regions.get(code) else { return String::new() };
    let stroke = snapshot.view == View::India;
    let class = match (filled, stroke) {
        (true, true) => "m-land m-edge",
        (true, false) => "m-land",
        (false, true) => "m-out",
        (false, false) => return String::new(),
    };
    format!("<path class=\"{class}\" d=\"{}\"/>", window.area(&shape.shape))
}

fn water(window: &Window, scale: &Scale) -> String {
    let path = window.lines(&scale.rivers);
    if path.is_empty() { path } else { format!("<path class=\"m-water\" d=\"{path}\"/>") }
}

/// A small map around one place, with a dashed ring that says how sure it is; or the region alone when
/// there is no place. Empty when nothing can be drawn.
#[expect(
    clippy::too_many_arguments,
    reason = "one call draws one picture; a struct would only name the same things"
)]
pub fn place_figure(
    app: &App,
    language: &Language,
    snapshot: &Snapshot,
    point: Option<Point>,
    region: Option<&RegionCode>,
    category: &str,
    dyed: bool,
    label: &str,
) -> String {
    let around = |point: Point| Bbox {
        west: point.lon - 2.4,
        south: point.lat - 1.9,
        east: point.lon + 2.4,
        north: point.lat + 1.9,
    };
    let known =
        region.and_then(|code| snapshot.tree.ancestry(code).into_iter().rev().find_map(|region| region.bbox));
    let Some(bbox) = point.map(around).or(known) else { return String::new() };
    let window = Window::new(bbox, 560.0, 0.02, 1.0);
    let scale = snapshot.drawing.scale(window.degrees());
    let mut body = ground(&window, scale, true, true);
    let state = region.and_then(|code| if point.is_some() { code.at_level(1) } else { Some(code.clone()) });
    if let Some(code) = &state {
        body.push_str(&outline(&window, snapshot, scale, code, true));
    }
    body.push_str(&water(&window, scale));
    body.push_str(&frontiers(&window, scale));
    let mut names = Names::new(&window, scale, state.iter());
    if let Some(point) = point {
        let (x, y) = window.at(point.lon, point.lat);
        body.push_str(&place_mark(app, category, dyed, x, y));
        names.keep_off(x, y, SURE);
        let far = SURE + 6.0;
        let beside = [("start", x + far, y + 6.0), ("end", x - far, y + 6.0)];
        let spots = [("middle", x, y + far + 14.0), ("middle", x, y - far), beside[0], beside[1]];
        body.push_str(&names.place(label, 18.0, &spots));
    }
    if let Some(code) = region {
        body.push_str(&names.regions(snapshot, scale, language.tag, 1, code));
    }
    window.svg(&language.with("map-of", [("what", label)]), "", &body)
}

/// Radius of the ring that says how sure a place is.
const SURE: f64 = 26.0;

/// A medal in the ring that says how sure its place is.
fn place_mark(app: &App, category: &str, dyed: bool, x: f64, y: f64) -> String {
    let class = if dyed { "" } else { " m-plain" };
    let family = if dyed { format!(" data-family=\"{}\"", escape(category)) } else { String::new() };
    let icon = if app.assets.has_icon(category) { category } else { "cluster" };
    format!(
        "<circle class=\"m-sure\" cx=\"{x:.0}\" cy=\"{y:.0}\" r=\"{SURE}\"/><g class=\"m-ring\" transform=\"translate({x:.0} {y:.0})\">\
         <g class=\"m-in{class}\"{family}><circle class=\"m-seg\" r=\"13\"/><use href=\"#i-{icon}\" x=\"-9\" y=\"-9\" width=\"18\" height=\"18\"/></g></g>"
    )
}

/// The words of the live map, and how the layer is drawn on it, as JSON for its script.
pub fn map_words(app: &App, language: &Language, layer: &Layer) -> String {
    let groups: Map<String, Value> =
        DYES.iter().map(|dye| ((*dye).to_owned(), language.text(&format!("dye-{dye}")).into())).collect();
    let codes = layer.role(Role::Category).map(|field| layer.codes(&layer.fields[field])).unwrap_or_default();
    // Of each value of the category its dye and its icon, where it has them.
    let drawn = |code: &Code| {
        let icon = app.assets.has_icon(&code.value).then_some(&code.value);
        (code.value.clone(), json!([code.group, icon]))
    };
    let rough: Vec<&str> =
        Precision::ALL.iter().skip_while(|one| **one < Precision::District).map(|one| one.code()).collect();
    let mut words = json!({
        "groups": groups,
        "codes": codes.iter().map(drawn).collect::<Map<_, _>>(),
        "icon": layer.icon,
        "shape": layer.shape,
        "rough": rough,
    });
    for key in MAP_WORDS {
        words[*key] = language.text(&format!("map-{}", dashed(key))).into();
    }
    words.to_string().replace("</", "<\\/")
}

/// Keys of the script's words; the message of `openList` is `map-open-list`.
const MAP_WORDS: &[&str] =
    &["map", "several", "approximate", "openList", "close", "count", "failed", "km", "m"];

fn dashed(key: &str) -> String {
    key.chars()
        .flat_map(|c| if c.is_uppercase() { vec!['-', c.to_ascii_lowercase()] } else { vec![c] })
        .collect()
}
