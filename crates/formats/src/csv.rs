//! CSV (RFC 4180) that a spreadsheet opens without harm: UTF-8 with its mark, so that Indic text is
//! read as such, and no cell that a spreadsheet would take for a formula.
//!
//! Every row ends with where it comes from: the record's address, the version of the atlas, the licence.

use crate::Columns;
use karigar_model::{Feature, GeometryRef, GeometryType, ValueRef};
use std::borrow::Cow;
use std::io::{self, Write};
use wkt::ToWkt;

/// What every row says about its origin.
#[derive(Clone, Debug)]
pub struct Provenance<'a> {
    /// Address of a record's page up to its id.
    pub record_url: &'a str,
    /// Version of the atlas.
    pub atlas_version: &'a str,
    /// Licence of the layer.
    pub license: &'a str,
}

/// Writes a table row by row.
pub struct Table<'a, W> {
    out: W,
    columns: Columns<'a>,
    provenance: Provenance<'a>,
}

impl<'a, W: Write> Table<'a, W> {
    /// Writes the head of the table.
    pub fn start(mut out: W, columns: Columns<'a>, provenance: Provenance<'a>) -> io::Result<Self> {
        out.write_all("\u{feff}id".as_bytes())?;
        for (_, field) in columns.fields() {
            write!(out, ",{}", field.id)?;
        }
        if columns.geometry {
            let position: &[u8] = match columns.layer.geometry {
                GeometryType::Point => b",longitude,latitude",
                GeometryType::Line | GeometryType::Polygon => b",geometry_wkt",
            };
            out.write_all(position)?;
        }
        out.write_all(b",record_url,atlas_version,license\r\n")?;
        Ok(Self { out, columns, provenance })
    }

    /// Writes one row.
    pub fn feature(&mut self, feature: &impl Feature) -> io::Result<()> {
        cell(&mut self.out, feature.id())?;
        for position in &self.columns.fields {
            self.out.write_all(b",")?;
            match feature.value(*position) {
                ValueRef::Integer(number) => write!(self.out, "{number}")?,
                ValueRef::Number(number) => write!(self.out, "{number}")?,
                value => cell(&mut self.out, &value.display())?,
            }
        }
        if self.columns.geometry {
            self.position(feature.geometry())?;
        }
        self.out.write_all(b",")?;
        cell(&mut self.out, &format!("{}{}", self.provenance.record_url, feature.id()))?;
        for text in [self.provenance.atlas_version, self.provenance.license] {
            self.out.write_all(b",")?;
            cell(&mut self.out, text)?;
        }
        self.out.write_all(b"\r\n")
    }

    fn position(&mut self, geometry: Option<GeometryRef<'_>>) -> io::Result<()> {
        match (self.columns.layer.geometry, geometry) {
            (GeometryType::Point, Some(GeometryRef::Point(point))) => {
                write!(self.out, ",{},{}", point.lon, point.lat)
            }
            (GeometryType::Point, _) => self.out.write_all(b",,"),
            (_, Some(GeometryRef::Shape(shape))) => {
                self.out.write_all(b",")?;
                cell(&mut self.out, &shape.wkt_string())
            }
            (_, Some(GeometryRef::Point(point))) => write!(self.out, ",POINT({} {})", point.lon, point.lat),
            (_, None) => self.out.write_all(b","),
        }
    }

    /// Gives the writer back.
    pub fn finish(self) -> W {
        self.out
    }
}

/// Writes one cell. A leading `= + - @`, tab or carriage return gets an apostrophe before it, which
/// spreadsheets take as "this is text" (OWASP, CSV injection).
fn cell<W: Write>(out: &mut W, text: &str) -> io::Result<()> {
    let text: Cow<'_, str> = if text.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        format!("'{text}").into()
    } else {
        text.into()
    };
    if text.contains([',', '"', '\n', '\r']) {
        write!(out, "\"{}\"", text.replace('"', "\"\""))
    } else {
        out.write_all(text.as_bytes())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tests_support::{Sample, layer};

    #[test]
    fn a_csv_reader_gets_back_what_was_written() {
        let layer = layer();
        let provenance =
            Provenance { record_url: "https://x.test/p/", atlas_version: "1", license: "CC-BY-4.0" };
        let mut table = Table::start(Vec::new(), Columns::all(&layer), provenance).unwrap();
        for sample in Sample::both() {
            table.feature(&sample).unwrap();
        }
        let bytes = table.finish();
        let text = String::from_utf8(bytes).unwrap();
        let mut reader = csv::Reader::from_reader(text.strip_prefix('\u{feff}').unwrap().as_bytes());
        let head: Vec<_> = reader.headers().unwrap().iter().map(str::to_owned).collect();
        assert_eq!(
            head,
            ["id", "name", "year", "longitude", "latitude", "record_url", "atlas_version", "license"]
        );
        let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
        assert_eq!(&rows[0][1], "Blue \"pottery\"");
        assert_eq!(&rows[0][3], "71.47");
        assert_eq!(&rows[1][1], "'=HYPERLINK(1)");
        assert_eq!(&rows[1][2], "-5");
        assert_eq!(&rows[1][3], "");
    }
}
