//! Positions and boxes on the WGS 84 ellipsoid, longitude before latitude, in degrees.

use crate::ParameterError;
use serde::{Deserialize, Serialize};

/// A position: longitude −180…180 and latitude −90…90, degrees, WGS 84.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Point {
    /// Degrees east.
    pub lon: f64,
    /// Degrees north.
    pub lat: f64,
}

impl Point {
    /// A point, if both numbers are finite and in range.
    pub fn new(lon: f64, lat: f64) -> Option<Self> {
        ((-180.0..=180.0).contains(&lon) && (-90.0..=90.0).contains(&lat)).then_some(Self { lon, lat })
    }

    /// Reads "lon,lat". `parameter` names the place of an error.
    pub fn parse(parameter: &str, text: &str) -> Result<Self, ParameterError> {
        let allowed = "longitude,latitude in degrees, for example 77.59,12.97";
        let wrong = |reason: &str| ParameterError::new(parameter, text, reason).allowed(allowed);
        let numbers = numbers(text).ok_or_else(|| wrong("is not two numbers"))?;
        let [lon, lat] = numbers[..] else { return Err(wrong("is not two numbers")) };
        Self::new(lon, lat).ok_or_else(|| wrong("lies outside longitude −180…180, latitude −90…90"))
    }
}

/// The numbers of a comma-separated list, or nothing when one is not a finite number.
fn numbers(text: &str) -> Option<Vec<f64>> {
    text.split(',').map(|part| part.trim().parse::<f64>().ok().filter(|number| number.is_finite())).collect()
}

/// A box of longitudes and latitudes. `west > east` means that it crosses the antimeridian.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Bbox {
    /// Western edge, degrees.
    pub west: f64,
    /// Southern edge, degrees.
    pub south: f64,
    /// Eastern edge, degrees.
    pub east: f64,
    /// Northern edge, degrees.
    pub north: f64,
}

impl Bbox {
    /// The box of one point, with no area.
    pub fn of_point(point: Point) -> Self {
        Self { west: point.lon, south: point.lat, east: point.lon, north: point.lat }
    }

    /// Reads 4 numbers (west, south, east, north) or 6 (with heights, which are ignored: every
    /// feature stands on the ground). OGC API Features Part 1, 7.15.3.
    pub fn parse(parameter: &str, text: &str) -> Result<Self, ParameterError> {
        let allowed =
            "4 numbers west,south,east,north or 6 with heights; west > east crosses the antimeridian";
        let wrong = |reason: &str| ParameterError::new(parameter, text, reason).allowed(allowed);
        let numbers = numbers(text).ok_or_else(|| wrong("holds something that is not a number"))?;
        let (west, south, east, north) = match numbers[..] {
            [west, south, east, north] | [west, south, _, east, north, _] => (west, south, east, north),
            _ => return Err(wrong("is not 4 or 6 numbers")),
        };
        if Point::new(west, south).is_none() || Point::new(east, north).is_none() {
            return Err(wrong("lies outside longitude −180…180, latitude −90…90"));
        }
        if south > north {
            return Err(wrong("has its south above its north"));
        }
        Ok(Self { west, south, east, north })
    }

    /// Whether the box crosses the antimeridian.
    pub fn crosses_antimeridian(&self) -> bool {
        self.west > self.east
    }

    /// The same area as one box, or as two that do not cross the antimeridian.
    pub fn split(&self) -> (Self, Option<Self>) {
        if self.crosses_antimeridian() {
            (Self { east: 180.0, ..*self }, Some(Self { west: -180.0, ..*self }))
        } else {
            (*self, None)
        }
    }

    /// Whether the point lies in the box or on its edge. Longitudes −180 and 180 are the same meridian.
    pub fn contains(&self, point: Point) -> bool {
        let inside = |lon: f64| {
            if self.crosses_antimeridian() {
                lon >= self.west || lon <= self.east
            } else {
                lon >= self.west && lon <= self.east
            }
        };
        let on_antimeridian = point.lon.abs() >= 180.0;
        point.lat >= self.south
            && point.lat <= self.north
            && (inside(point.lon) || on_antimeridian && (inside(-180.0) || inside(180.0)))
    }

    /// Whether two boxes touch, neither of which may cross the antimeridian.
    pub fn touches(&self, other: &Self) -> bool {
        self.west <= other.east
            && other.west <= self.east
            && self.south <= other.north
            && other.south <= self.north
    }

    /// Grows the box to hold `other` (neither crosses the antimeridian).
    pub fn extend(&mut self, other: &Self) {
        self.west = self.west.min(other.west);
        self.south = self.south.min(other.south);
        self.east = self.east.max(other.east);
        self.north = self.north.max(other.north);
    }

    /// Rounded outward to `decimals`, so that everything inside stays inside after printing.
    #[must_use]
    pub fn rounded_outward(&self, decimals: i32) -> Self {
        let scale = 10f64.powi(decimals);
        let down = |degrees: f64| (degrees * scale).floor() / scale;
        let up = |degrees: f64| (degrees * scale).ceil() / scale;
        Self {
            west: down(self.west).max(-180.0),
            south: down(self.south).max(-90.0),
            east: up(self.east).min(180.0),
            north: up(self.north).min(90.0),
        }
    }

    /// Its middle (the box must not cross the antimeridian).
    pub fn middle(&self) -> Point {
        Point { lon: f64::midpoint(self.west, self.east), lat: f64::midpoint(self.south, self.north) }
    }

    /// West, south, east, north.
    pub fn to_array(self) -> [f64; 4] {
        [self.west, self.south, self.east, self.north]
    }
}

/// A geometry borrowed from a snapshot.
#[derive(Clone, Copy, Debug)]
pub enum GeometryRef<'a> {
    /// A point, which has no allocation of its own.
    Point(Point),
    /// Any other geometry.
    Shape(&'a geo_types::Geometry<f64>),
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_box_takes_four_or_six_numbers() {
        let four = Bbox::parse("bbox", "68.1,6,97.4,37.5").unwrap();
        assert_eq!(Bbox::parse("bbox", "68.1,6,0,97.4,37.5,8000").unwrap(), four);
        assert!(Bbox::parse("bbox", "1,2,3").is_err());
        assert!(Bbox::parse("bbox", "1,2,3,NaN").is_err());
        assert!(Bbox::parse("bbox", "0,10,1,5").unwrap_err().reason.contains("south above its north"));
        assert!(Bbox::parse("bbox", "-181,0,1,5").is_err());
    }

    #[test]
    fn a_box_across_the_antimeridian_holds_both_sides() {
        let bbox = Bbox::parse("bbox", "177,-20,-177,20").unwrap();
        assert!(bbox.contains(Point { lon: 179.0, lat: 0.0 }));
        assert!(bbox.contains(Point { lon: -178.0, lat: 0.0 }));
        assert!(!bbox.contains(Point { lon: 0.0, lat: 0.0 }));
    }

    #[test]
    fn both_names_of_the_antimeridian_are_one_place() {
        let east = Bbox { west: 170.0, south: -1.0, east: 180.0, north: 1.0 };
        assert!(east.contains(Point { lon: -180.0, lat: 0.0 }));
    }

    #[test]
    fn rounding_outward_never_loses_a_point() {
        let bbox = Bbox { west: 1.000_000_04, south: 2.0, east: 3.000_000_01, north: 4.0 };
        assert_eq!(bbox.rounded_outward(7).to_array(), [1.0, 2.0, 3.000_000_1, 4.0]);
    }
}
