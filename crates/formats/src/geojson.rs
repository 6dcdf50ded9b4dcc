//! GeoJSON (RFC 7946) with the foreign members of OGC API Features: links, counts, a time stamp.

use crate::{Columns, Provenance};
use karigar_model::{Feature, GeometryRef, written};
use serde::Serialize;
use std::io::{self, Write};

/// A link as OGC API has it (RFC 8288 in JSON).
#[derive(Clone, Debug, Serialize)]
pub struct Link {
    /// Absolute address.
    pub href: String,
    /// Relation.
    pub rel: String,
    /// Media type.
    #[serde(rename = "type")]
    pub media_type: String,
    /// What it leads to, for a reader.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
}

/// What stands around the features of a collection.
#[derive(Clone, Debug)]
pub struct Head<'a> {
    /// Links of the answer.
    pub links: &'a [Link],
    /// When it was made, RFC 3339, UTC.
    pub time_stamp: &'a str,
    /// How many features match the query.
    pub number_matched: usize,
    /// How many of them are in this answer.
    pub number_returned: usize,
}

/// Writes a FeatureCollection feature by feature.
pub struct Collection<'a, W> {
    out: W,
    written: bool,
    provenance: Option<Provenance<'a>>,
}

impl<'a, W: Write> Collection<'a, W> {
    /// Writes everything up to the first feature.
    pub fn start(mut out: W, head: &Head<'_>) -> io::Result<Self> {
        write!(
            out,
            "{{\"type\":\"FeatureCollection\",\"timeStamp\":\"{}\",\"numberMatched\":{},\"numberReturned\":{},\"links\":",
            head.time_stamp, head.number_matched, head.number_returned
        )?;
        serde_json::to_writer(&mut out, head.links)?;
        out.write_all(b",\"features\":[")?;
        Ok(Self { out, written: false, provenance: None })
    }

    /// The same, with where each feature comes from among its properties.
    #[must_use]
    pub fn with_provenance(self, provenance: Provenance<'a>) -> Self {
        Self { provenance: Some(provenance), ..self }
    }

    /// Writes one feature. `distance` in metres becomes the foreign member `distance` and, for
    /// clients that drop foreign members, the property `distance_m`.
    pub fn feature(
        &mut self,
        columns: &Columns<'_>,
        feature: &impl Feature,
        distance: Option<f64>,
    ) -> io::Result<()> {
        self.out.write_all(if self.written { b",\n" } else { b"\n" })?;
        self.written = true;
        put(&mut self.out, columns, feature, distance, self.provenance.as_ref(), &[])
    }

    /// Closes the collection and gives the writer back.
    pub fn finish(mut self) -> io::Result<W> {
        self.out.write_all(b"\n]}\n")?;
        Ok(self.out)
    }
}

/// Writes a feature as a document of its own, with its links.
pub fn write_feature<W: Write>(
    mut out: W,
    columns: &Columns<'_>,
    feature: &impl Feature,
    distance: Option<f64>,
    links: &[Link],
) -> io::Result<()> {
    put(&mut out, columns, feature, distance, None, links)
}

fn put<W: Write>(
    out: &mut W,
    columns: &Columns<'_>,
    feature: &impl Feature,
    distance: Option<f64>,
    provenance: Option<&Provenance<'_>>,
    links: &[Link],
) -> io::Result<()> {
    out.write_all(b"{\"type\":\"Feature\",\"id\":")?;
    serde_json::to_writer(&mut *out, feature.id())?;
    out.write_all(b",\"geometry\":")?;
    match feature.geometry().filter(|_| columns.geometry) {
        Some(geometry) => write_geometry(out, geometry)?,
        None => out.write_all(b"null")?,
    }
    out.write_all(b",\"properties\":{")?;
    let mut separator: &[u8] = b"";
    for (position, field) in columns.fields() {
        out.write_all(separator)?;
        separator = b",";
        write!(out, "\"{}\":", field.id)?;
        serde_json::to_writer(&mut *out, &feature.value(position))?;
    }
    if let Some(provenance) = provenance {
        for (name, said) in Provenance::NAMES.into_iter().zip(provenance.of(columns.layer, feature)) {
            out.write_all(separator)?;
            separator = b",";
            write!(out, "\"{name}\":")?;
            serde_json::to_writer(&mut *out, &(!said.is_empty()).then_some(said))?;
        }
    }
    if let Some(distance) = distance {
        out.write_all(separator)?;
        write!(out, "\"{}\":{distance:.2}}},\"distance\":{distance:.2}", written::DISTANCE)?;
    } else {
        out.write_all(b"}")?;
    }
    if !links.is_empty() {
        out.write_all(b",\"links\":")?;
        serde_json::to_writer(&mut *out, links)?;
    }
    out.write_all(b"}")
}

fn write_geometry<W: Write>(out: &mut W, geometry: GeometryRef<'_>) -> io::Result<()> {
    match geometry {
        GeometryRef::Point(point) => {
            write!(out, "{{\"type\":\"Point\",\"coordinates\":[{},{}]}}", point.lon, point.lat)
        }
        GeometryRef::Shape(shape) => write_shape(out, shape),
    }
}

fn write_shape<W: Write>(out: &mut W, shape: &geo_types::Geometry<f64>) -> io::Result<()> {
    use geo_types::Geometry as G;
    let kind = match shape {
        G::Point(_) => "Point",
        G::MultiPoint(_) => "MultiPoint",
        G::LineString(_) | G::Line(_) => "LineString",
        G::MultiLineString(_) => "MultiLineString",
        G::Polygon(_) | G::Rect(_) | G::Triangle(_) => "Polygon",
        G::MultiPolygon(_) => "MultiPolygon",
        G::GeometryCollection(parts) => {
            out.write_all(b"{\"type\":\"GeometryCollection\",\"geometries\":[")?;
            list(out, parts, |out, part| write_shape(out, part))?;
            return out.write_all(b"]}");
        }
    };
    write!(out, "{{\"type\":\"{kind}\",\"coordinates\":")?;
    match shape {
        G::Point(point) => position(out, &point.0),
        G::MultiPoint(points) => array(out, &points.0, |out, point| position(out, &point.0)),
        G::Line(line) => array(out, &[line.start, line.end], position),
        G::LineString(line) => array(out, &line.0, position),
        G::MultiLineString(lines) => array(out, &lines.0, |out, line| array(out, &line.0, position)),
        G::Polygon(polygon) => rings(out, polygon),
        G::Rect(rect) => rings(out, &rect.to_polygon()),
        G::Triangle(triangle) => rings(out, &triangle.to_polygon()),
        G::MultiPolygon(polygons) => array(out, &polygons.0, rings),
        G::GeometryCollection(_) => Ok(()),
    }?;
    out.write_all(b"}")
}

fn rings<W: Write>(out: &mut W, polygon: &geo_types::Polygon<f64>) -> io::Result<()> {
    let rings: Vec<_> = std::iter::once(polygon.exterior()).chain(polygon.interiors()).collect();
    array(out, &rings, |out, ring| array(out, &ring.0, position))
}

fn position<W: Write>(out: &mut W, at: &geo_types::Coord<f64>) -> io::Result<()> {
    write!(out, "[{},{}]", at.x, at.y)
}

fn array<W: Write, T>(
    out: &mut W,
    items: &[T],
    each: impl Fn(&mut W, &T) -> io::Result<()>,
) -> io::Result<()> {
    out.write_all(b"[")?;
    list(out, items, each)?;
    out.write_all(b"]")
}

fn list<'i, W: Write, T: 'i>(
    out: &mut W,
    items: impl IntoIterator<Item = &'i T>,
    each: impl Fn(&mut W, &T) -> io::Result<()>,
) -> io::Result<()> {
    for (position, item) in items.into_iter().enumerate() {
        if position > 0 {
            out.write_all(b",")?;
        }
        each(out, item)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tests_support::{Sample, credits, layer, provenance};

    fn written(distance: Option<f64>) -> geojson::FeatureCollection {
        let layer = layer();
        let head =
            Head { links: &[], time_stamp: "2026-11-25T00:00:00Z", number_matched: 2, number_returned: 2 };
        let mut collection = Collection::start(Vec::new(), &head).unwrap();
        for sample in Sample::both() {
            collection.feature(&Columns::all(&layer), &sample, distance).unwrap();
        }
        let bytes = collection.finish().unwrap();
        String::from_utf8(bytes).unwrap().parse::<geojson::GeoJson>().unwrap().try_into().unwrap()
    }

    #[test]
    fn a_geojson_reader_gets_back_what_was_written() {
        let collection = written(None);
        assert_eq!(collection.features.len(), 2);
        let first = &collection.features[0];
        assert_eq!(first.id, Some(geojson::feature::Id::String("p\"1".into())));
        assert_eq!(first.property("name").unwrap(), "Blue \"pottery\"");
        assert!(first.geometry.is_some());
        assert!(collection.features[1].geometry.is_none());
        assert_eq!(collection.foreign_members.unwrap()["numberMatched"], 2);
    }

    #[test]
    fn the_distance_stands_as_member_and_as_property() {
        let first = written(Some(1234.567)).features.remove(0);
        assert_eq!(first.property("distance_m").unwrap(), 1234.57);
        assert_eq!(first.foreign_members.unwrap()["distance"], 1234.57);
    }

    #[test]
    fn a_download_says_of_each_feature_where_it_comes_from() {
        let (layer, credits) = (layer(), credits());
        let head = Head { links: &[], time_stamp: "", number_matched: 2, number_returned: 2 };
        let mut collection =
            Collection::start(Vec::new(), &head).unwrap().with_provenance(provenance(&credits));
        // Whatever fields were chosen.
        let columns = Columns { layer: &layer, fields: vec![], geometry: false };
        for sample in Sample::both() {
            collection.feature(&columns, &sample, None).unwrap();
        }
        let read: serde_json::Value = serde_json::from_slice(&collection.finish().unwrap()).unwrap();
        let said = |at: usize| read["features"][at]["properties"].clone();
        let expected = serde_json::json!({
            "record_url": "https://x.test/p/p\"1",
            "atlas_version": "1",
            "license": "CC-BY-4.0",
            "credit": "GeoNames (CC BY 4.0); India Post"
        });
        assert_eq!(said(0), expected);
        assert!(said(1)["credit"].is_null());
    }

    #[test]
    fn shapes_keep_their_rings() {
        let ring = |corners: &[(f64, f64)]| geo_types::LineString::from(corners.to_vec());
        let square = geo_types::Polygon::new(
            ring(&[(0., 0.), (4., 0.), (4., 4.), (0., 0.)]),
            vec![ring(&[(1., 1.), (2., 1.), (2., 2.), (1., 1.)])],
        );
        let mut out = Vec::new();
        write_shape(&mut out, &square.clone().into()).unwrap();
        let read: geojson::Geometry = String::from_utf8(out).unwrap().parse().unwrap();
        let geometry: geo_types::Geometry<f64> = read.try_into().unwrap();
        assert_eq!(geometry, square.into());
    }
}
