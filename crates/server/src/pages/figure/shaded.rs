//! A map of regions shaded by a number.

use super::names::Names;
use super::window::Window;
use super::{between, frontiers, ground, outline, unstroked, water};
use crate::i18n::Language;
use crate::pages::frame::escape;
use crate::portal::Snapshot;
use karigar_model::{Region, RegionCode};
use std::fmt::Write as _;

/// Most names of areas on one picture.
const MOST_NAMES: usize = 14;

/// How an area is filled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fill {
    /// By its class, in hundredths from light to dark.
    Shade(usize),
    /// Hatched in the colour of the map: known, but little.
    Low,
    /// Hatched in grey: not known.
    Unknown,
}

/// An area of the map.
pub struct Shaded<'a> {
    /// The region.
    pub region: &'a Region,
    /// Its name and number.
    pub title: String,
    /// Where it leads.
    pub url: String,
    /// How it is filled.
    pub fill: Fill,
}

/// The two hatchings.
const PATTERNS: &str = "<defs><pattern id=\"hatch\" width=\"9\" height=\"9\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\">\
     <path class=\"m-hatch\" d=\"M0 4.5h9\"/></pattern>\
     <pattern id=\"hatch-low\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(-45)\">\
     <path class=\"m-hatch-low\" d=\"M0 3h6\"/></pattern></defs>";

/// A region with the regions below it shaded, each of them a link. Empty when none of them has an outline.
pub fn shaded_figure(
    language: &Language,
    snapshot: &Snapshot,
    region: &Region,
    dye: &str,
    areas: &[Shaded<'_>],
    label: &str,
) -> String {
    let Some(bbox) = region.bbox else { return String::new() };
    let window = Window::new(bbox, 720.0, 0.04, 1.15);
    let scale = snapshot.drawing.scale(window.degrees());
    if !areas.iter().any(|area| scale.regions.contains_key(&area.region.code)) {
        return String::new();
    }
    let paths = |wanted: fn(Fill) -> bool| -> String {
        let wanted = areas.iter().filter(|area| wanted(area.fill));
        let drawn = wanted.filter_map(|area| Some((area, scale.regions.get(&area.region.code)?)));
        drawn.map(|(area, outline)| link(area, &window.area(&outline.shape))).collect()
    };
    let free = unstroked(snapshot);
    let mut body = PATTERNS.to_owned() + &ground(&window, scale, true, false);
    let groups = [
        ("m-areas m-shade", "", paths(|fill| matches!(fill, Fill::Shade(_)))),
        ("m-hatched", " fill=\"url(#hatch-low)\"", paths(|fill| fill == Fill::Low)),
        ("m-hatched", " fill=\"url(#hatch)\"", paths(|fill| fill == Fill::Unknown)),
    ];
    for (class, fill, paths) in groups.iter().filter(|(_, _, paths)| !paths.is_empty()) {
        let _ = write!(body, "<g class=\"{class}{free}\" data-dye=\"{dye}\"{fill}>{paths}</g>");
    }
    body.push_str(&between(&window, snapshot, scale, &region.code));
    body.push_str(&outline(&window, snapshot, scale, &region.code, false));
    body.push_str(&water(&window, scale));
    body.push_str(&frontiers(&window, scale));
    let within = |code: &RegionCode| code.parent().as_ref() == Some(&region.code);
    let mut names = Names::new(&window, scale, areas.iter().map(|area| &area.region.code));
    body.push_str(&names.areas(snapshot, scale, language.tag, MOST_NAMES, within));
    window.svg(label, "", &body)
}

fn link(area: &Shaded<'_>, path: &str) -> String {
    let style = match area.fill {
        Fill::Shade(shade) => format!(" style=\"--k:{shade}%\""),
        Fill::Low | Fill::Unknown => String::new(),
    };
    let (url, title) = (escape(&area.url), escape(&area.title));
    format!("<a href=\"{url}\"><path{style} d=\"{path}\"><title>{title}</title></path></a>")
}
