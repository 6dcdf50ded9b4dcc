//! Names on a drawn map: of its place, and of the regions around it where there is room.

use super::window::Window;
use crate::pages::frame::escape;
use crate::portal::Snapshot;
use crate::portal::drawing::Scale;
use geo::{Area, BooleanOps, InteriorPoint, Intersects, MapCoords};
use geo_types::{LineString, Polygon, Rect, coord};
use karigar_model::RegionCode;
use std::fmt::Write as _;

/// Most names of regions on one picture.
const MOST: usize = 6;
/// Their size, in units of the picture.
const SIZE: f64 = 14.0;

/// Where a name may stand: its anchor and its place.
pub type Spot = (&'static str, f64, f64);

/// What names must keep clear of.
pub struct Names<'a> {
    window: &'a Window,
    lines: Vec<LineString<f64>>,
    taken: Vec<Rect<f64>>,
}

impl<'a> Names<'a> {
    /// Names that cross no line of the picture: frontiers, states, and the outlines of `regions`.
    pub fn new<'r>(window: &'a Window, scale: &Scale, regions: impl Iterator<Item = &'r RegionCode>) -> Self {
        let seen =
            scale.borders.iter().chain(&scale.states).filter(|line| line.bbox.intersects(&window.bbox));
        let outlines = regions.filter_map(|code| scale.regions.get(code));
        let rings = outlines.flat_map(|outline| &outline.shape).map(Polygon::exterior);
        let lines = seen.map(|line| &line.shape).chain(rings);
        let lines = lines.map(|line| line.map_coords(|at| window.at(at.x, at.y).into())).collect();
        Self { window, lines, taken: Vec::new() }
    }

    /// Keeps names off a mark.
    pub fn keep_off(&mut self, x: f64, y: f64, r: f64) {
        self.take(Rect::new(coord! { x: x - r, y: y - r }, coord! { x: x + r, y: y + r }));
    }

    /// A name at the spot where it crosses the fewest lines.
    pub fn place(&mut self, name: &str, size: f64, spots: &[Spot]) -> String {
        let boxes = spots.iter().map(|spot| (spot, bounds(name, size, *spot)));
        let best = |bounds: &Rect<f64>| (!self.within(bounds), self.crossed(bounds));
        let Some(((anchor, x, y), bounds)) = boxes.min_by_key(|(_, bounds)| best(bounds)) else {
            return String::new();
        };
        self.take(bounds);
        format!(
            "<text class=\"m-t\" x=\"{x:.0}\" y=\"{y:.0}\" font-size=\"{size}\" text-anchor=\"{anchor}\">{}</text>",
            escape(name)
        )
    }

    /// The names of the regions of a level, the widest first, each in its own area or not at all.
    pub fn regions(
        &mut self,
        snapshot: &Snapshot,
        scale: &Scale,
        tag: &str,
        level: u8,
        but: &RegionCode,
    ) -> String {
        self.areas(snapshot, scale, tag, MOST, |code| code.level() == level && code != but)
    }

    /// The names of at most so many of the wanted regions, the widest first, each in its own area or not at all.
    pub fn areas(
        &mut self,
        snapshot: &Snapshot,
        scale: &Scale,
        tag: &str,
        most: usize,
        wanted: impl Fn(&RegionCode) -> bool,
    ) -> String {
        let frame = self.window.bbox.to_polygon();
        let seen = scale
            .regions
            .iter()
            .filter(|(code, shape)| wanted(code) && shape.bbox.intersects(&self.window.bbox));
        let mut parts: Vec<(&RegionCode, Polygon<f64>)> = seen
            .filter_map(|(code, shape)| {
                let parts = shape.shape.intersection(&frame).into_iter();
                Some((code, parts.max_by(|a, b| a.unsigned_area().total_cmp(&b.unsigned_area()))?))
            })
            .collect();
        parts.sort_by(|a, b| b.1.unsigned_area().total_cmp(&a.1.unsigned_area()).then_with(|| a.0.cmp(b.0)));
        let (mut text, mut named) = (String::new(), 0);
        for (code, part) in parts {
            let (Some(region), Some(middle)) = (snapshot.tree.get(code), part.interior_point()) else {
                continue;
            };
            let name = region.name_in(tag);
            let (x, y) = self.window.at(middle.x(), middle.y());
            let bounds = bounds(name, SIZE, ("middle", x, y));
            if named < most && self.is_free(&bounds) && self.crossed(&bounds) == 0 {
                let _ = write!(
                    text,
                    "<text class=\"m-t m-t2 m-opt\" x=\"{x:.0}\" y=\"{y:.0}\" font-size=\"{SIZE}\" text-anchor=\"middle\">{}</text>",
                    escape(name)
                );
                self.take(bounds);
                named += 1;
            }
        }
        text
    }

    /// How many lines a box lies on.
    pub fn crossed(&self, bounds: &Rect<f64>) -> usize {
        self.lines.iter().filter(|line| line.intersects(bounds)).count()
    }

    /// Whether a box lies in the picture and on no other name or mark.
    pub fn is_free(&self, bounds: &Rect<f64>) -> bool {
        self.within(bounds) && !self.taken.iter().any(|other| other.intersects(bounds))
    }

    /// Keeps other names off a box.
    pub fn take(&mut self, bounds: Rect<f64>) {
        self.taken.push(bounds);
    }

    fn within(&self, bounds: &Rect<f64>) -> bool {
        let (min, max) = (bounds.min(), bounds.max());
        min.x > 4.0 && min.y > 4.0 && max.x < self.window.width - 4.0 && max.y < self.window.height - 4.0
    }
}

/// The box of a name: Noto Sans is about 0.56 em wide on average.
pub fn bounds(name: &str, size: f64, (anchor, x, y): Spot) -> Rect<f64> {
    let wide = name.chars().count() as f64 * size * 0.56;
    let left = match anchor {
        "start" => x,
        "end" => x - wide,
        _ => x - wide / 2.0,
    };
    Rect::new(coord! { x: left, y: y - size }, coord! { x: left + wide, y: y + 4.0 })
}
