//! A window on the earth, and shapes as path data within it.

use crate::pages::frame::escape;
use crate::portal::drawing::Boxed;
use geo::{BooleanOps, Intersects, Simplify};
use geo_types::{LineString, MultiLineString, MultiPolygon, Polygon, Rect, coord};
use karigar_model::{Bbox, Point};
use std::f64::consts::FRAC_PI_4;
use std::fmt::Write as _;

/// How latitudes become heights, in degrees of the equator.
#[derive(Clone, Copy)]
enum Projection {
    /// Equirectangular, true at one parallel: longitudes are squeezed by its cosine.
    True(f64),
    /// As web maps have it.
    Mercator,
}

impl Projection {
    fn squeeze(self) -> f64 {
        if let Self::True(cosine) = self { cosine } else { 1.0 }
    }

    fn height(self, lat: f64) -> f64 {
        match self {
            Self::True(_) => lat,
            Self::Mercator => (FRAC_PI_4 + lat.to_radians() / 2.0).tan().ln().to_degrees(),
        }
    }

    fn latitude(self, height: f64) -> f64 {
        match self {
            Self::True(_) => height,
            Self::Mercator => 2.0 * height.to_radians().exp().atan().to_degrees() - 90.0,
        }
    }
}

/// Longitudes between which the base maps have land.
const GROUND: (f64, f64) = (55.0, 102.0);

/// A window on the earth, in whole units of the picture.
pub struct Window {
    /// What is in sight.
    pub bbox: Rect<f64>,
    projection: Projection,
    /// Units per degree of height.
    scale: f64,
    /// Longitude and height of the upper left corner.
    corner: (f64, f64),
    /// Units across.
    pub width: f64,
    /// Units down.
    pub height: f64,
}

impl Window {
    /// A window that holds `bbox` with some air, so many units wide, no higher than `most` times that; true at
    /// its middle parallel.
    pub fn new(bbox: Bbox, width: f64, air: f64, most: f64) -> Self {
        let cosine = f64::midpoint(bbox.south, bbox.north).to_radians().cos().max(0.1);
        Self::projected(Projection::True(cosine), bbox, width, air, most)
    }

    /// The same in the projection of web maps.
    pub fn mercator(bbox: Bbox, width: f64, air: f64, most: f64) -> Self {
        let bbox = Bbox { south: bbox.south.max(-80.0), north: bbox.north.min(80.0), ..bbox };
        Self::projected(Projection::Mercator, bbox, width, air, most)
    }

    fn projected(projection: Projection, bbox: Bbox, width: f64, air: f64, most: f64) -> Self {
        let (bottom, top) = (projection.height(bbox.south), projection.height(bbox.north));
        let mut wide = (bbox.east - bbox.west).max(0.02) * projection.squeeze();
        let mut high = (top - bottom).max(0.02);
        let pad = wide.max(high) * air;
        wide += 2.0 * pad;
        high += 2.0 * pad;
        if high > wide * most {
            wide = high / most;
        }
        if high < wide * 0.6 {
            high = wide * 0.6;
        }
        let (mut lon, middle) = (f64::midpoint(bbox.west, bbox.east), f64::midpoint(bottom, top));
        let half = (wide / projection.squeeze() / 2.0, high / 2.0);
        // Beyond its ends the base map has no land, which would look like sea.
        if matches!(projection, Projection::True(_)) && 2.0 * half.0 < GROUND.1 - GROUND.0 {
            lon = lon.clamp(GROUND.0 + half.0, GROUND.1 - half.0);
        }
        let scale = width / wide;
        Self {
            bbox: Rect::new(
                coord! { x: lon - half.0, y: projection.latitude(middle - half.1) },
                coord! { x: lon + half.0, y: projection.latitude(middle + half.1) },
            ),
            projection,
            scale,
            corner: (lon - half.0, middle + half.1),
            width,
            height: (high * scale).round(),
        }
    }

    /// The same picture with more in sight on all sides, outside of its frame.
    pub fn grown(&self) -> Self {
        let (min, max) = (self.bbox.min(), self.bbox.max());
        let (wide, high) = (self.bbox.width(), self.bbox.height());
        let bbox = Rect::new(
            coord! { x: min.x - wide * 0.5, y: (min.y - high * 0.4).max(-80.0) },
            coord! { x: max.x + wide * 0.5, y: (max.y + high * 0.4).min(80.0) },
        );
        Self { bbox, ..*self }
    }

    /// Degrees across or down, whichever is more.
    pub fn degrees(&self) -> f64 {
        self.bbox.width().max(self.bbox.height())
    }

    /// Where a position is in the picture.
    pub fn at(&self, lon: f64, lat: f64) -> (f64, f64) {
        let (left, top) = self.corner;
        let across = (lon - left) * self.projection.squeeze();
        (across * self.scale, (top - self.projection.height(lat)) * self.scale)
    }

    /// Whether a position is in sight.
    pub fn holds(&self, point: Point) -> bool {
        self.bbox.intersects(&coord! { x: point.lon, y: point.lat })
    }

    /// What nobody sees, in degrees: ground and lines may be off by as much.
    fn hair(&self) -> f64 {
        0.7 / self.scale
    }

    /// The part of an area that is in sight, as path data. It reaches a little beyond the picture, whose
    /// edges would else be drawn as its outline.
    pub fn area(&self, area: &MultiPolygon<f64>) -> String {
        let (air, min, max) = (self.degrees() * 0.03, self.bbox.min(), self.bbox.max());
        let frame =
            Rect::new(coord! { x: min.x - air, y: min.y - air }, coord! { x: max.x + air, y: max.y + air });
        let clipped = area.intersection(&MultiPolygon::new(vec![frame.to_polygon()]));
        clipped.iter().map(|polygon| self.polygon(polygon)).collect()
    }

    fn polygon(&self, polygon: &Polygon<f64>) -> String {
        let rings = std::iter::once(polygon.exterior()).chain(polygon.interiors());
        rings.map(|ring| self.path(ring, true)).collect()
    }

    /// The parts of areas that are in sight, as path data.
    pub fn areas(&self, shapes: &[Boxed<Polygon<f64>>]) -> String {
        let seen = shapes.iter().filter(|shape| shape.bbox.intersects(&self.bbox));
        seen.map(|shape| self.area(&MultiPolygon::new(vec![shape.shape.simplify(self.hair())]))).collect()
    }

    /// The parts of lines that are in sight, as path data.
    pub fn lines(&self, shapes: &[Boxed<LineString<f64>>]) -> String {
        let frame = self.bbox.to_polygon();
        let seen: Vec<LineString<f64>> = shapes
            .iter()
            .filter(|shape| shape.bbox.intersects(&self.bbox))
            .map(|shape| shape.shape.simplify(self.hair()))
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

    /// The whole picture around `body`; `fit` is a further attribute of its frame.
    pub fn svg(&self, label: &str, fit: &str, body: &str) -> String {
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {} {}\"{fit} role=\"group\" aria-label=\"{}\">{body}</svg>",
            self.width,
            self.height,
            escape(label)
        )
    }
}
