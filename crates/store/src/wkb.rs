//! Well-known binary (OGC 06-103r4, 8.2), two dimensions, little-endian as we write it, either as we read.

use geo_types::{
    Coord, Geometry, GeometryCollection, LineString, MultiLineString, MultiPoint, MultiPolygon, Point,
    Polygon,
};

/// How deep collections may lie in collections.
const DEPTH: u8 = 8;

/// The bytes of a geometry. Lines, rectangles and triangles become what they are made of.
pub(crate) fn write(geometry: &Geometry<f64>) -> Vec<u8> {
    let mut bytes = Vec::new();
    put(geometry, &mut bytes);
    bytes
}

fn put(geometry: &Geometry<f64>, bytes: &mut Vec<u8>) {
    match geometry {
        Geometry::Point(point) => {
            head(1, bytes);
            coord(point.0, bytes);
        }
        Geometry::Line(line) => put_line(&LineString::from(*line), bytes),
        Geometry::LineString(line) => put_line(line, bytes),
        Geometry::Polygon(polygon) => put_polygon(polygon, bytes),
        Geometry::Rect(rect) => put_polygon(&rect.to_polygon(), bytes),
        Geometry::Triangle(triangle) => put_polygon(&triangle.to_polygon(), bytes),
        Geometry::MultiPoint(MultiPoint(points)) => {
            many(4, points, bytes, |point, bytes| put(&Geometry::Point(*point), bytes));
        }
        Geometry::MultiLineString(MultiLineString(lines)) => many(5, lines, bytes, put_line),
        Geometry::MultiPolygon(MultiPolygon(polygons)) => many(6, polygons, bytes, put_polygon),
        Geometry::GeometryCollection(GeometryCollection(members)) => many(7, members, bytes, put),
    }
}

fn head(kind: u32, bytes: &mut Vec<u8>) {
    bytes.push(1);
    bytes.extend(kind.to_le_bytes());
}

fn count(length: usize, bytes: &mut Vec<u8>) {
    bytes.extend((length as u32).to_le_bytes());
}

fn coord(coord: Coord<f64>, bytes: &mut Vec<u8>) {
    bytes.extend(coord.x.to_le_bytes());
    bytes.extend(coord.y.to_le_bytes());
}

fn coords(line: &LineString<f64>, bytes: &mut Vec<u8>) {
    count(line.0.len(), bytes);
    line.0.iter().for_each(|position| coord(*position, bytes));
}

fn put_line(line: &LineString<f64>, bytes: &mut Vec<u8>) {
    head(2, bytes);
    coords(line, bytes);
}

fn put_polygon(polygon: &Polygon<f64>, bytes: &mut Vec<u8>) {
    head(3, bytes);
    if polygon.exterior().0.is_empty() {
        return count(0, bytes);
    }
    count(1 + polygon.interiors().len(), bytes);
    coords(polygon.exterior(), bytes);
    polygon.interiors().iter().for_each(|ring| coords(ring, bytes));
}

fn many<T>(kind: u32, members: &[T], bytes: &mut Vec<u8>, put: impl Fn(&T, &mut Vec<u8>)) {
    head(kind, bytes);
    count(members.len(), bytes);
    for member in members {
        put(member, bytes);
    }
}

/// The geometry of some bytes, or nothing when they are no such geometry.
pub(crate) fn read(bytes: &[u8]) -> Option<Geometry<f64>> {
    let mut reader = Reader { bytes, little: true };
    let geometry = reader.geometry(DEPTH)?;
    reader.bytes.is_empty().then_some(geometry)
}

struct Reader<'a> {
    bytes: &'a [u8],
    little: bool,
}

impl Reader<'_> {
    fn take<const N: usize>(&mut self) -> Option<[u8; N]> {
        let (taken, rest) = self.bytes.split_first_chunk::<N>()?;
        self.bytes = rest;
        Some(*taken)
    }

    fn integer(&mut self) -> Option<u32> {
        let bytes = self.take()?;
        Some(if self.little { u32::from_le_bytes(bytes) } else { u32::from_be_bytes(bytes) })
    }

    fn number(&mut self) -> Option<f64> {
        let bytes = self.take()?;
        Some(if self.little { f64::from_le_bytes(bytes) } else { f64::from_be_bytes(bytes) })
    }

    fn coord(&mut self) -> Option<Coord<f64>> {
        Some(Coord { x: self.number()?, y: self.number()? })
    }

    /// Members in turn; a count that lies about the bytes ends at the first missing one.
    fn several<T>(&mut self, mut member: impl FnMut(&mut Self) -> Option<T>) -> Option<Vec<T>> {
        let count = self.integer()?;
        (0..count).map(|_| member(self)).collect()
    }

    fn line(&mut self) -> Option<LineString<f64>> {
        self.several(Self::coord).map(LineString::new)
    }

    fn polygon(&mut self) -> Option<Polygon<f64>> {
        let mut rings = self.several(Self::line)?.into_iter();
        let outside = rings.next().unwrap_or_else(|| LineString::new(Vec::new()));
        Some(Polygon::new(outside, rings.collect()))
    }

    fn geometry(&mut self, depth: u8) -> Option<Geometry<f64>> {
        self.little = match self.take::<1>()?[0] {
            0 => false,
            1 => true,
            _ => return None,
        };
        let inner = depth.checked_sub(1);
        let kind = self.integer()?;
        Some(match kind {
            1 => Point(self.coord()?).into(),
            2 => self.line()?.into(),
            3 => self.polygon()?.into(),
            4..=7 => {
                let members = self.several(|reader| reader.geometry(inner?))?;
                match kind {
                    4 => MultiPoint(all(members)?).into(),
                    5 => MultiLineString(all(members)?).into(),
                    6 => MultiPolygon(all(members)?).into(),
                    _ => Geometry::GeometryCollection(GeometryCollection(members)),
                }
            }
            _ => return None,
        })
    }
}

/// The members as one kind of geometry, or nothing when one is of another kind.
fn all<T: TryFrom<Geometry<f64>>>(members: Vec<Geometry<f64>>) -> Option<Vec<T>> {
    members.into_iter().map(|member| T::try_from(member).ok()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn square(west: f64) -> Polygon<f64> {
        let ring = |west: f64, size: f64| {
            LineString::from(vec![(west, 0.0), (west + size, 0.0), (west, size), (west, 0.0)])
        };
        Polygon::new(ring(west, 1.0), vec![ring(west + 0.1, 0.2)])
    }

    #[test]
    fn every_geometry_comes_back_as_it_was_written() {
        let line = LineString::from(vec![(0.0, 0.0), (1.5, -2.25)]);
        let geometries: Vec<Geometry<f64>> = vec![
            Point::new(77.5, 12.9).into(),
            line.clone().into(),
            square(0.0).into(),
            MultiPoint::from(vec![(1.0, 2.0), (3.0, 4.0)]).into(),
            MultiLineString::new(vec![line.clone(), line.clone()]).into(),
            MultiPolygon::new(vec![square(0.0), square(5.0)]).into(),
            Geometry::GeometryCollection(GeometryCollection(vec![Point::new(1.0, 1.0).into(), line.into()])),
        ];
        for geometry in geometries {
            assert_eq!(read(&write(&geometry)), Some(geometry));
        }
    }

    #[test]
    fn bytes_that_are_no_geometry_are_refused() {
        let bytes = write(&square(0.0).into());
        for length in 0..bytes.len() {
            assert_eq!(read(&bytes[..length]), None);
        }
        assert_eq!(read(&[&bytes[..], &[0]].concat()), None);
        assert_eq!(read(&[1, 2, 0, 0, 0, 255, 255, 255, 255]), None, "a huge count allocates nothing");
        let big_endian = [&[0, 0, 0, 0, 1][..], &1.0f64.to_be_bytes(), &2.0f64.to_be_bytes()].concat();
        assert_eq!(read(&big_endian), Some(Point::new(1.0, 2.0).into()));
    }
}
