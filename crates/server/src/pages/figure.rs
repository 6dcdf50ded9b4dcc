//! Maps that the server draws as SVG: no script, no WebGL, printable, and each region a link.

use super::frame::escape;
use super::view::DYES;
use crate::app::App;
use crate::i18n::Language;
use crate::portal::Snapshot;
use crate::portal::drawing::{Boxed, Scale};
use geo::{BooleanOps, Intersects};
use geo_types::{LineString, MultiLineString, MultiPolygon, Polygon, Rect, coord};
use karigar_index::{FeatureRef, LayerSnapshot};
use karigar_model::{Bbox, Point, Region, RegionCode, Role};
use std::collections::BTreeMap;
use std::f64::consts::{PI, TAU};
use std::fmt::Write as _;

/// A window on the earth: equirectangular, true at its middle parallel, in whole units of the picture.
struct Window {
    bbox: Rect<f64>,
    /// Units per degree of latitude.
    scale: f64,
    /// Cosine of the middle latitude.
    squeeze: f64,
    width: f64,
    height: f64,
}

impl Window {
    /// A window that holds `bbox` with some air, so many units wide, no higher than `most` times that.
    fn new(bbox: Bbox, width: f64, air: f64, most: f64) -> Self {
        let squeeze = f64::midpoint(bbox.south, bbox.north).to_radians().cos().max(0.1);
        let mut wide = (bbox.east - bbox.west).max(0.02) * squeeze;
        let mut high = (bbox.north - bbox.south).max(0.02);
        let pad = wide.max(high) * air;
        wide += 2.0 * pad;
        high += 2.0 * pad;
        if high > wide * most {
            wide = high / most;
        }
        if high < wide * 0.6 {
            high = wide * 0.6;
        }
        let (lon, lat) = (f64::midpoint(bbox.west, bbox.east), f64::midpoint(bbox.south, bbox.north));
        let half = (wide / squeeze / 2.0, high / 2.0);
        let scale = width / wide;
        Self {
            bbox: Rect::new(
                coord! { x: lon - half.0, y: lat - half.1 },
                coord! { x: lon + half.0, y: lat + half.1 },
            ),
            scale,
            squeeze,
            width,
            height: (high * scale).round(),
        }
    }

    fn degrees(&self) -> f64 {
        self.bbox.width().max(self.bbox.height())
    }

    fn at(&self, lon: f64, lat: f64) -> (f64, f64) {
        ((lon - self.bbox.min().x) * self.squeeze * self.scale, (self.bbox.max().y - lat) * self.scale)
    }

    fn holds(&self, point: Point) -> bool {
        self.bbox.intersects(&coord! { x: point.lon, y: point.lat })
    }

    /// The part of an area that is in sight, as path data.
    fn area(&self, area: &MultiPolygon<f64>) -> String {
        let clipped = area.intersection(&MultiPolygon::new(vec![self.bbox.to_polygon()]));
        clipped.iter().map(|polygon| self.polygon(polygon)).collect()
    }

    fn polygon(&self, polygon: &Polygon<f64>) -> String {
        let rings = std::iter::once(polygon.exterior()).chain(polygon.interiors());
        rings.map(|ring| self.path(ring, true)).collect()
    }

    fn areas(&self, shapes: &[Boxed<Polygon<f64>>]) -> String {
        let seen = shapes.iter().filter(|shape| shape.bbox.intersects(&self.bbox));
        seen.map(|shape| self.area(&MultiPolygon::new(vec![shape.shape.clone()]))).collect()
    }

    fn lines(&self, shapes: &[Boxed<LineString<f64>>]) -> String {
        let frame = self.bbox.to_polygon();
        let seen: Vec<LineString<f64>> = shapes
            .iter()
            .filter(|shape| shape.bbox.intersects(&self.bbox))
            .map(|shape| shape.shape.clone())
            .collect();
        let clipped = frame.clip(&MultiLineString::new(seen), false);
        clipped.iter().map(|line| self.path(line, false)).collect()
    }

    /// A line in relative whole steps; empty when it is smaller than a unit.
    fn path(&self, line: &LineString<f64>, close: bool) -> String {
        let mut points: Vec<(i32, i32)> = Vec::with_capacity(line.0.len());
        for place in &line.0 {
            let (x, y) = self.at(place.x, place.y);
            let point = (x.round() as i32, y.round() as i32);
            if points.last() != Some(&point) {
                points.push(point);
            }
        }
        if close && points.len() > 1 && points.first() == points.last() {
            points.pop();
        }
        if points.len() < if close { 3 } else { 2 } {
            return String::new();
        }
        let mut path = format!("M{} {}l", points[0].0, points[0].1);
        for pair in points.windows(2) {
            let (dx, dy) = (pair[1].0 - pair[0].0, pair[1].1 - pair[0].1);
            let before = if path.ends_with('l') || dx < 0 { "" } else { " " };
            let between = if dy < 0 { "" } else { " " };
            let _ = write!(path, "{before}{dx}{between}{dy}");
        }
        if close {
            path.push('z');
        }
        path
    }

    fn svg(&self, label: &str, fit: &str, body: &str) -> String {
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {} {}\"{fit} role=\"group\" aria-label=\"{}\">{body}</svg>",
            self.width,
            self.height,
            escape(label)
        )
    }
}

/// Land, water and lines.
fn ground(window: &Window, scale: &Scale, near: bool) -> String {
    let class = if near { "m-near" } else { "m-land m-coast" };
    let mut body = format!("<path class=\"{class}\" d=\"{}\"/>", window.areas(&scale.land));
    for (class, path) in [("m-lake", window.areas(&scale.lakes)), ("m-state", window.lines(&scale.states))] {
        if !path.is_empty() {
            let _ = write!(body, "<path class=\"{class}\" d=\"{path}\"/>");
        }
    }
    body
}

fn frontiers(window: &Window, scale: &Scale) -> String {
    let path = window.lines(&scale.borders);
    if path.is_empty() { path } else { format!("<path class=\"m-line\" d=\"{path}\"/>") }
}

/// Features that stand close together in a picture.
struct Group {
    x: f64,
    y: f64,
    /// Count by dye; one without a dye counts under nothing.
    dyes: BTreeMap<usize, usize>,
    plain: usize,
    icon: String,
    name: String,
    /// Town of the first feature; empty when not known.
    town: String,
    url: String,
}

impl Group {
    fn count(&self) -> usize {
        self.dyes.values().sum::<usize>() + self.plain
    }

    fn radius(&self) -> f64 {
        if self.count() == 1 { 9.5 } else { (9.5 + 3.2 * (self.count() as f64).log2()).min(34.0) }
    }
}

/// Groups features that would overlap, `reach` units apart, then pushes the groups apart a little.
fn grouped(
    window: &Window,
    layer: &LayerSnapshot,
    features: &[FeatureRef<'_>],
    reach: f64,
    root: &str,
) -> Vec<Group> {
    let described = layer.layer();
    let category = described.role(Role::Category);
    let mut groups: Vec<Group> = Vec::new();
    for feature in features {
        let Some(point) = crate::portal::serving::position(*feature).filter(|point| window.holds(*point))
        else {
            continue;
        };
        let (x, y) = window.at(point.lon, point.lat);
        let value = category.and_then(|field| feature.text(field)).unwrap_or_default();
        let code = category.and_then(|field| described.code(&described.fields[field], value));
        let dye = code
            .and_then(|code| code.group.as_deref())
            .and_then(|dye| DYES.iter().position(|known| *known == dye));
        let near = groups.iter().position(|group| (group.x - x).hypot(group.y - y) < reach);
        let group = if let Some(position) = near {
            let group = &mut groups[position];
            let n = group.count() as f64;
            group.x += (x - group.x) / (n + 1.0);
            group.y += (y - group.y) / (n + 1.0);
            group
        } else {
            let icon = if value.is_empty() { &described.icon } else { value };
            groups.push(Group {
                x,
                y,
                dyes: BTreeMap::new(),
                plain: 0,
                icon: icon.to_owned(),
                name: super::view::name(described, *feature).to_owned(),
                town: super::view::field_of(described, *feature, "place").to_owned(),
                url: super::view::url(root, described, *feature),
            });
            let last = groups.len() - 1;
            &mut groups[last]
        };
        match dye {
            Some(dye) => *group.dyes.entry(dye).or_default() += 1,
            None => group.plain += 1,
        }
    }
    push_apart(&mut groups);
    groups.sort_by_key(|group| std::cmp::Reverse(group.count()));
    groups
}

fn push_apart(groups: &mut [Group]) {
    for _ in 0..40 {
        for i in 1..groups.len() {
            for j in 0..i {
                let (dx, dy) = (groups[i].x - groups[j].x, groups[i].y - groups[j].y);
                let apart = dx.hypot(dy).max(0.1);
                let wanted = groups[i].radius() + groups[j].radius() + 2.0;
                if apart < wanted {
                    let step = (wanted - apart) / 2.0 / apart;
                    groups[i].x += dx * step;
                    groups[i].y += dy * step;
                    groups[j].x -= dx * step;
                    groups[j].y -= dy * step;
                }
            }
        }
    }
}

/// A ring with number and shares, or the medal of a single feature, which is a link.
fn mark(language: &Language, group: &Group) -> String {
    let (count, r) = (group.count(), group.radius());
    let plain = if group.plain > 0 { " m-plain" } else { "" };
    let title = if count == 1 { escape(&group.name) } else { escape(&language.count("map-group", count)) };
    let mut inside = String::new();
    if count == 1 {
        let dye =
            group.dyes.keys().next().map_or_else(String::new, |dye| format!(" data-dye=\"{}\"", DYES[*dye]));
        let corner = -(r * 0.7).round();
        let _ = write!(
            inside,
            "<g class=\"m-in{plain}\"{dye}><circle class=\"m-seg\" r=\"{r}\"/><use href=\"#i-{}\" x=\"{corner}\" y=\"{corner}\" width=\"{1}\" height=\"{1}\"/></g>",
            group.icon,
            -2.0 * corner
        );
    } else {
        let width = r * 0.38;
        let _ = write!(
            inside,
            "<g class=\"m-in{plain}\"><circle class=\"hub\" r=\"{r:.1}\"/><g stroke-width=\"{width:.1}\">{}</g><circle class=\"rim\" r=\"{:.1}\"/><text y=\"4.2\">{count}</text></g>",
            arcs(group, r - width / 2.0),
            r + 0.5
        );
    }
    let body = format!(
        "<g class=\"m-ring\" transform=\"translate({:.0} {:.0})\"><title>{title}</title>{inside}</g>",
        group.x, group.y
    );
    if count == 1 { format!("<a href=\"{}\">{body}</a>", group.url) } else { body }
}

fn arcs(group: &Group, r: f64) -> String {
    let total = group.count() as f64;
    if group.dyes.len() < 2 {
        let dye =
            group.dyes.keys().next().map_or_else(String::new, |dye| format!(" data-dye=\"{}\"", DYES[*dye]));
        return format!("<circle class=\"arc\"{dye} r=\"{r:.1}\"/>");
    }
    let gap = 1.6 / r;
    let mut start = -PI / 2.0;
    let mut arcs = String::new();
    for (dye, count) in &group.dyes {
        let end = start + TAU * *count as f64 / total;
        let (a, b) = (start + gap / 2.0, end - gap / 2.0);
        let large = i32::from(b - a > PI);
        let _ = write!(
            arcs,
            "<path data-dye=\"{}\" d=\"M{:.1} {:.1}A{r:.1} {r:.1} 0 {large} 1 {:.1} {:.1}\"/>",
            DYES[*dye],
            r * a.cos(),
            r * a.sin(),
            r * b.cos(),
            r * b.sin()
        );
        start = end;
    }
    arcs
}

/// Names of the towns with most, where there is room beside or below their rings.
fn labels(window: &Window, groups: &[Group], most: usize) -> String {
    const SIZE: f64 = 15.0;
    const GAP: f64 = 4.0;
    let mut taken: Vec<Rect<f64>> =
        groups.iter().map(|group| around(group.x, group.y, group.radius())).collect();
    let mut named: Vec<&str> = Vec::new();
    let mut text = String::new();
    for group in groups.iter().filter(|group| !group.town.is_empty()) {
        if named.len() == most || named.contains(&group.town.as_str()) {
            continue;
        }
        // Noto Sans is about 0.56 em wide on average.
        let wide = group.town.chars().count() as f64 * SIZE * 0.56;
        let r = group.radius() + GAP;
        let spots = [
            ("start", group.x + r, group.y + 5.0, group.x + r),
            ("end", group.x - r, group.y + 5.0, group.x - r - wide),
            ("middle", group.x, group.y + r + 11.0, group.x - wide / 2.0),
            ("middle", group.x, group.y - r, group.x - wide / 2.0),
        ];
        let room = spots.into_iter().find_map(|(anchor, x, y, left)| {
            let bounds = Rect::new(coord! { x: left, y: y - SIZE }, coord! { x: left + wide, y: y + 4.0 });
            let inside = left > 0.0 && left + wide < window.width && y > SIZE && y < window.height;
            (inside && !taken.iter().any(|other| other.intersects(&bounds))).then_some((anchor, x, y, bounds))
        });
        if let Some((anchor, x, y, bounds)) = room {
            let optional = if named.len() < 4 { "" } else { " m-opt" };
            let _ = write!(
                text,
                "<text class=\"m-t{optional}\" x=\"{x:.0}\" y=\"{y:.0}\" font-size=\"15\" text-anchor=\"{anchor}\">{}</text>",
                escape(&group.town)
            );
            taken.push(bounds);
            named.push(&group.town);
        }
    }
    text
}

fn around(x: f64, y: f64, r: f64) -> Rect<f64> {
    Rect::new(coord! { x: x - r, y: y - r }, coord! { x: x + r, y: y + r })
}

/// The map of a result before, or instead of, the live one.
pub fn still(
    app: &App,
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
    let mut body = ground(&window, scale, false) + &frontiers(&window, scale);
    for group in grouped(&window, layer, features, 44.0, app.portal.config.root()) {
        body.push_str(&mark(language, &group));
    }
    let label = language.with("map-of", [("what", layer.layer().title(language.tag))]);
    window.svg(&label, " preserveAspectRatio=\"xMidYMid slice\"", &body)
}

/// A region with the regions below it as links, and what is found in it.
pub fn region_figure(
    app: &App,
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
    let root = app.portal.config.root();
    let mut body = ground(&window, scale, true);
    body.push_str("<g class=\"m-areas\">");
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
    body.push_str(&outline(&window, snapshot, scale, &region.code, children.is_empty()));
    body.push_str(&water(&window, scale));
    body.push_str(&frontiers(&window, scale));
    let groups = grouped(&window, layer, features, 24.0, root);
    for group in &groups {
        body.push_str(&mark(language, group));
    }
    body.push_str(&labels(&window, &groups, 9));
    window.svg(&language.with("map-of", [("what", region.name_in(language.tag))]), "", &body)
}

/// The outline of a region. In the neutral view it is filled and not stroked: part of it may be disputed.
fn outline(window: &Window, snapshot: &Snapshot, scale: &Scale, code: &RegionCode, filled: bool) -> String {
    let Some(shape) = scale.regions.get(code) else { return String::new() };
    let stroke = snapshot.view == karigar_model::View::India;
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
    let mut body = ground(&window, scale, true);
    let state = region.and_then(|code| if point.is_some() { code.at_level(1) } else { Some(code.clone()) });
    if let Some(code) = state {
        body.push_str(&outline(&window, snapshot, scale, &code, true));
    }
    body.push_str(&water(&window, scale));
    body.push_str(&frontiers(&window, scale));
    if let Some(point) = point {
        let (x, y) = window.at(point.lon, point.lat);
        let class = if dyed { "" } else { " m-plain" };
        let family = if dyed { format!(" data-family=\"{}\"", escape(category)) } else { String::new() };
        let icon = if app.assets.has_icon(category) { category } else { "cluster" };
        let _ = write!(
            body,
            "<circle class=\"m-sure\" cx=\"{x:.0}\" cy=\"{y:.0}\" r=\"26\"/><g class=\"m-ring\" transform=\"translate({x:.0} {y:.0})\">\
             <g class=\"m-in{class}\"{family}><circle class=\"m-seg\" r=\"13\"/><use href=\"#i-{icon}\" x=\"-9\" y=\"-9\" width=\"18\" height=\"18\"/></g></g>\
             <text class=\"m-t\" x=\"{x:.0}\" y=\"{:.0}\" font-size=\"18\" text-anchor=\"middle\">{}</text>",
            y + 46.0,
            escape(label)
        );
    }
    window.svg(&language.with("map-of", [("what", label)]), "", &body)
}

/// The words of the live map, as JSON for its script.
pub fn map_words(language: &Language) -> String {
    let groups: serde_json::Map<String, serde_json::Value> =
        DYES.iter().map(|dye| ((*dye).to_owned(), language.text(&format!("dye-{dye}")).into())).collect();
    let mut words = serde_json::json!({ "groups": groups });
    for key in MAP_WORDS {
        words[*key] = language.text(&format!("map-{}", dashed(key))).into();
    }
    words.to_string().replace("</", "<\\/")
}

/// Keys of the script's words; the message of `searchArea` is `map-search-area`.
const MAP_WORDS: &[&str] =
    &["map", "several", "approximate", "noData", "openList", "close", "count", "failed", "km", "m"];

fn dashed(key: &str) -> String {
    key.chars()
        .flat_map(|c| if c.is_uppercase() { vec!['-', c.to_ascii_lowercase()] } else { vec![c] })
        .collect()
}
