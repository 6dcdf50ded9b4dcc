//! Outlines for maps that the server draws: land, water, lines and regions, at three scales.

use geo::{BoundingRect, SimplifyVw};
use geo_types::{LineString, MultiPolygon, Polygon, Rect};
use karigar_ingest::{Files, Geography, RowError};
use karigar_model::{RegionCode, View};
use serde::Deserialize;
use serde::de::DeserializeOwned;
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
    /// By region, the lines between the regions right below it.
    pub between: HashMap<RegionCode, Vec<Boxed<LineString<f64>>>>,
}

/// The three scales: a subcontinent, a state, a district.
pub struct Drawing {
    scales: Vec<Scale>,
}

/// Detail that is left out at each scale, degrees.
const TOLERANCES: [f64; 3] = [0.07, 0.015, 0.004];

/// Labels of towns, which only browsers draw.
const LABELS: &str = "geo/towns-map.geojson";

/// Land, water and lines of one view, as they stand in the atlas.
pub struct BaseMap(Collection<Kind>);

#[derive(Deserialize)]
struct Collection<P> {
    features: Vec<Feature<P>>,
}

#[derive(Deserialize)]
struct Feature<P> {
    properties: P,
    geometry: Shape,
}

#[derive(Deserialize)]
struct Kind {
    k: String,
}

#[derive(Deserialize)]
struct Label {
    name: String,
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

impl<P: DeserializeOwned> Collection<P> {
    /// Reads a file of which at least one feature must be `what`.
    fn read(
        files: &dyn Files,
        path: &str,
        what: &str,
        is_what: impl Fn(&P) -> bool,
        errors: &mut Vec<RowError>,
    ) -> Option<Self> {
        let read = files.read(path).and_then(|bytes| {
            serde_json::from_slice::<Self>(&bytes).map_err(|error| format!("is no map: {error}"))
        });
        let reason = match read {
            Ok(read) if read.features.iter().any(|feature| is_what(&feature.properties)) => {
                return Some(read);
            }
            Ok(_) => format!("has no {what}"),
            Err(reason) => reason,
        };
        let remedy = "put the file back, or make it again with `make geodata`";
        errors.push(RowError::of_file(path, reason, remedy));
        None
    }
}

impl BaseMap {
    /// Reads the base map of a view.
    pub fn read(files: &dyn Files, view: View, errors: &mut Vec<RowError>) -> Option<Self> {
        let path = format!("geo/base-{view}.geojson");
        Collection::read(files, &path, "land", |kind: &Kind| kind.k == "land", errors).map(Self)
    }
}

/// Reads the labels of towns, to see that browsers will find them.
pub fn check_labels(files: &dyn Files, errors: &mut Vec<RowError>) {
    let is_named = |label: &Label| !label.name.is_empty();
    Collection::read(files, LABELS, "town with a name", is_named, errors);
}

impl Drawing {
    /// Generalises the base map of a view with the regions.
    pub fn new(base: &BaseMap, geography: &Geography, view: View) -> Self {
        Self { scales: TOLERANCES.map(|tolerance| Scale::new(&base.0, geography, view, tolerance)).into() }
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
    fn new(base: &Collection<Kind>, geography: &Geography, view: View, tolerance: f64) -> Self {
        let mut scale = Self {
            land: Vec::new(),
            lakes: Vec::new(),
            rivers: Vec::new(),
            states: Vec::new(),
            borders: Vec::new(),
            regions: HashMap::new(),
            between: HashMap::new(),
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
        let between = geography.shapes[&view].between(tolerance).into_iter();
        scale.between =
            between.map(|(code, lines)| (code, lines.into_iter().filter_map(boxed).collect())).collect();
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
