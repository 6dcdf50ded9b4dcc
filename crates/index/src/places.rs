//! Distinct places along the Hilbert curve, and which records stand on each.
//!
//! Many records may share a point: persons stand on the shared point of a named area. A shape is a place of
//! its own.

use crate::distance::{distance_to_shape, geodesic_distance};
use crate::search::first_not;
use crate::{bound, shape};
use geo_types::Geometry;
use karigar_model::{Bbox, GeometryRef, Point};
use std::cmp::Ordering;
use std::ops::Range;

/// Places in storage order. Records without a place come after all others.
#[derive(Debug)]
pub(crate) struct Places {
    forms: Forms,
    /// First record of each place, and the end of the last.
    starts: Vec<u32>,
    /// Place of every 32nd record, to find that of any.
    hints: Vec<u32>,
}

/// What stands at each place: a layer of points pays for no more than their coordinates.
#[derive(Debug)]
enum Forms {
    Points(Vec<Point>),
    Any(Vec<Form>),
}

/// A point or a shape with its box.
#[derive(Clone, Debug)]
pub(crate) enum Form {
    Point(Point),
    Shape(Bbox, Box<Geometry<f64>>),
}

const HINT_EVERY: u32 = 32;

impl Form {
    /// The form of a geometry; nothing when it has no coordinates.
    pub(crate) fn of(geometry: &Geometry<f64>) -> Option<Self> {
        if let Geometry::Point(point) = geometry {
            // One zero, so that −0 and 0 are one place.
            return Some(Self::Point(Point { lon: point.x() + 0.0, lat: point.y() + 0.0 }));
        }
        Some(Self::Shape(shape::box_of(geometry)?, Box::new(geometry.clone())))
    }

    /// Where it stands on the map: a shape at the middle of its box.
    pub(crate) fn center(&self) -> Point {
        match self {
            Self::Point(point) => *point,
            Self::Shape(bbox, _) => {
                Point { lon: f64::midpoint(bbox.west, bbox.east), lat: f64::midpoint(bbox.south, bbox.north) }
            }
        }
    }

    /// An order in which equal points stand together.
    pub(crate) fn storage_order(&self, other: &Self) -> Ordering {
        match (self, other) {
            (Self::Point(one), Self::Point(other)) => {
                one.lon.total_cmp(&other.lon).then(one.lat.total_cmp(&other.lat))
            }
            (Self::Point(_), Self::Shape(..)) => Ordering::Less,
            (Self::Shape(..), Self::Point(_)) => Ordering::Greater,
            (Self::Shape(..), Self::Shape(..)) => Ordering::Equal,
        }
    }

    /// Whether both are the same point.
    fn is_same_point(&self, other: &Self) -> bool {
        matches!((self, other), (Self::Point(one), Self::Point(other)) if one == other)
    }
}

impl Places {
    /// Joins the forms of the records that have one, in storage order, to places.
    pub(crate) fn build(records: impl Iterator<Item = Form>) -> Self {
        let mut count: u32 = 0;
        let mut forms: Vec<Form> = Vec::new();
        let mut starts = Vec::new();
        let mut hints = Vec::new();
        for form in records {
            if forms.last().is_none_or(|last| !last.is_same_point(&form)) {
                forms.push(form);
                starts.push(count);
            }
            if count.is_multiple_of(HINT_EVERY) {
                hints.push(forms.len() as u32 - 1);
            }
            count += 1;
        }
        starts.push(count);
        Self { forms: Forms::pack(forms), starts, hints }
    }

    /// How many places.
    pub(crate) fn len(&self) -> usize {
        self.starts.len() - 1
    }

    /// How many records have a place.
    pub(crate) fn records_in_all(&self) -> u32 {
        self.starts[self.len()]
    }

    /// The records of a place, in the order of their ids.
    pub(crate) fn records(&self, place: u32) -> Range<u32> {
        self.starts[place as usize]..self.starts[place as usize + 1]
    }

    /// The place of a record that has one.
    pub(crate) fn of_record(&self, record: u32) -> u32 {
        let hint = (record / HINT_EVERY) as usize;
        let first = self.hints[hint];
        let last = self.hints.get(hint + 1).copied().unwrap_or(self.len() as u32 - 1);
        first + first_not(last - first, |step| self.starts[(first + step) as usize + 1] <= record)
    }

    /// The box of a place.
    pub(crate) fn bbox(&self, place: u32) -> Bbox {
        match &self.forms {
            Forms::Points(points) => Bbox::of_point(points[place as usize]),
            Forms::Any(forms) => match &forms[place as usize] {
                Form::Point(point) => Bbox::of_point(*point),
                Form::Shape(bbox, _) => *bbox,
            },
        }
    }

    /// What stands there.
    pub(crate) fn geometry(&self, place: u32) -> GeometryRef<'_> {
        match &self.forms {
            Forms::Points(points) => GeometryRef::Point(points[place as usize]),
            Forms::Any(forms) => match &forms[place as usize] {
                Form::Point(point) => GeometryRef::Point(*point),
                Form::Shape(_, shape) => GeometryRef::Shape(shape),
            },
        }
    }

    /// Whether a place touches a box that does not cross the antimeridian.
    pub(crate) fn touches(&self, place: u32, bbox: &Bbox) -> bool {
        match self.geometry(place) {
            GeometryRef::Point(point) => bbox.touches(&Bbox::of_point(point)),
            GeometryRef::Shape(shape) => bbox.touches(&self.bbox(place)) && shape::meets(shape, bbox),
        }
    }

    /// Geodesic metres from a point to a place.
    pub(crate) fn distance(&self, place: u32, point: Point) -> f64 {
        match self.geometry(place) {
            GeometryRef::Point(other) => geodesic_distance(point, other),
            GeometryRef::Shape(shape) => distance_to_shape(point, shape),
        }
    }

    /// A distance in metres that the place is not nearer than, for little work.
    pub(crate) fn at_least(&self, place: u32, point: Point) -> f64 {
        match self.geometry(place) {
            GeometryRef::Point(other) => bound::between(point, other).0,
            GeometryRef::Shape(_) => bound::nearest(point, &self.bbox(place)),
        }
    }

    /// Whether a place is no farther than `radius` geodesic metres from a point.
    pub(crate) fn is_near(&self, place: u32, point: Point, radius: f64) -> bool {
        let (low, high) = match self.geometry(place) {
            GeometryRef::Point(other) => bound::between(point, other),
            GeometryRef::Shape(_) => {
                let bbox = self.bbox(place);
                (bound::nearest(point, &bbox), bound::farthest(point, &bbox))
            }
        };
        low <= radius && (high <= radius || self.distance(place, point) <= radius)
    }
}

impl Forms {
    fn pack(forms: Vec<Form>) -> Self {
        if forms.iter().any(|form| matches!(form, Form::Shape(..))) {
            return Self::Any(forms);
        }
        Self::Points(forms.iter().map(Form::center).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn records_on_one_point_share_a_place() {
        let point = |lon: f64| Form::Point(Point { lon, lat: 1.0 });
        let forms: Vec<Form> =
            (0..200).map(|record| point(f64::from(record / 7))).chain([point(0.0), point(0.0)]).collect();
        let places = Places::build(forms.into_iter());
        assert_eq!((places.len(), places.records(1)), (30, 7..14));
        for record in 0..202 {
            assert!(places.records(places.of_record(record)).contains(&record));
        }
    }
}
