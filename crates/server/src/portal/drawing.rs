//! Outlines for maps that the server draws: land, water, lines and regions, at three scales.

use super::build::Folder;
use geo::{BoundingRect, SimplifyVw};
use geo_types::{LineString, MultiPolygon, Polygon, Rect};
use karigar_ingest::{Files, Geography};
use karigar_model::{RegionCode, View};
use serde::Deserialize;
use std::collections::HashMap;

/// Something to draw, with its box.
pub struct Boxed<T> {
    /// Its box.
    pub bbox: Rect<f64>,
    /// The shape.
    pub shape: T,
}

/// Everything at one scale.
pub struct Scale {
    /// Land.
    pub land: Vec<Boxed<Polygon<f64>>>,
    /// Lakes.
    pub lakes: Vec<Boxed<Polygon<f64>>>,
    /// Rivers.
    pub rivers: Vec<Boxed<LineString<f64>>>,
    /// Lines between states and provinces.
    pub states: Vec<Boxed<LineString<f64>>>,
    /// Frontiers that the view draws.
    pub borders: Vec<Boxed<LineString<f64>>>,
    /// Regions by code.
    pub regions: HashMap<RegionCode, Boxed<MultiPolygon<f64>>>,
}

/// The three scales: a subcontinent, a state, a district.
pub struct Drawing {
    scales: Vec<Scale>,
}

/// Detail that is left out at each scale, degrees.
const TOLERANCES: [f64; 3] = [0.07, 0.015, 0.004];

#[derive(Deserialize)]
struct Collection {
    features: Vec<Feature>,
}

#[derive(Deserialize)]
struct Feature {
    properties: Properties,
    geometry: Shape,
}

#[derive(Deserialize)]
struct Properties {
    k: String,
}

type Position = [f64; 2];

#[derive(Deserialize)]
#[serde(tag = "type", content = "coordinates")]
enum Shape {
    Point(#[expect(dead_code, reason = "labels are the map's, not the drawing's")] Position),
    LineString(Vec<Position>),
    MultiLineString(Vec<Vec<Position>>),
    Polygon(Vec<Vec<Position>>),
    MultiPolygon(Vec<Vec<Vec<Position>>>),
}

impl Drawing {
    /// Reads the base map of a view and generalises it with the regions.
    pub fn read(folder: &Folder, geography: &Geography, view: View) -> Result<Self, String> {
        let path = format!("geo/base-{view}.geojson");
        let bytes = folder.read(&path)?;
        let base: Collection = serde_json::from_slice(&bytes).map_err(|error| format!("{path}: {error}"))?;
        let scales = TOLERANCES.map(|tolerance| Scale::new(&base, geography, view, tolerance)).into();
        Ok(Self { scales })
    }

    /// The scale for a map that spans so many degrees.
    pub fn scale(&self, degrees: f64) -> &Scale {
        let position = if degrees > 14.0 {
            0
        } else if degrees > 6.0 {
            1
        } else {
            2
        };
        &self.scales[position]
    }
}

impl Scale {
    fn new(base: &Collection, geography: &Geography, view: View, tolerance: f64) -> Self {
        let mut scale = Self {
            land: Vec::new(),
            lakes: Vec::new(),
            rivers: Vec::new(),
            states: Vec::new(),
            borders: Vec::new(),
            regions: HashMap::new(),
        };
        for feature in &base.features {
            let k = feature.properties.k.as_str();
            for polygon in feature.geometry.polygons(tolerance) {
                match k {
                    "land" => scale.land.extend(boxed(polygon)),
                    "lake" => scale.lakes.extend(boxed(polygon).filter(|lake| seen(lake, 20.0 * tolerance))),
                    _ => {}
                }
            }
            for line in feature.geometry.lines(tolerance) {
                match k {
                    "river" => scale.rivers.extend(boxed(line).filter(|river| seen(river, 70.0 * tolerance))),
                    "state" => scale.states.extend(boxed(line)),
                    "border" => scale.borders.extend(boxed(line)),
                    _ => {}
                }
            }
        }
        for (code, shape) in geography.shapes[&view].shapes(tolerance) {
            if let Some(shape) = boxed(shape) {
                scale.regions.insert(code, shape);
            }
        }
        scale
    }
}

/// Whether water is large enough to be drawn at a scale.
fn seen<T>(water: &Boxed<T>, least: f64) -> bool {
    water.bbox.width().hypot(water.bbox.height()) > least
}

fn boxed<T>(shape: T) -> Option<Boxed<T>>
where
    T: BoundingRect<f64>,
    T::Output: Into<Option<Rect<f64>>>,
{
    let bbox = shape.bounding_rect().into()?;
    Some(Boxed { bbox, shape })
}

impl Shape {
    fn polygons(&self, tolerance: f64) -> Vec<Polygon<f64>> {
        let polygon = |rings: &Vec<Vec<Position>>| {
            let mut rings = rings.iter().map(|ring| line(ring));
            let exterior = rings.next().unwrap_or_else(|| LineString::new(vec![]));
            // Visvalingam's measure is an area: a triangle of the tolerance on each side.
            Polygon::new(exterior, rings.collect()).simplify_vw(tolerance * tolerance / 2.0)
        };
        match self {
            Self::Polygon(rings) => vec![polygon(rings)],
            Self::MultiPolygon(polygons) => polygons.iter().map(polygon).collect(),
            _ => Vec::new(),
        }
    }

    fn lines(&self, tolerance: f64) -> Vec<LineString<f64>> {
        let simple = |points: &Vec<Position>| line(points).simplify_vw(tolerance * tolerance / 2.0);
        match self {
            Self::LineString(points) => vec![simple(points)],
            Self::MultiLineString(lines) => lines.iter().map(simple).collect(),
            _ => Vec::new(),
        }
    }
}

fn line(points: &[Position]) -> LineString<f64> {
    points.iter().map(|[x, y]| (*x, *y)).collect()
}
