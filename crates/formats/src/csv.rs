//! CSV (RFC 4180) that a spreadsheet opens without harm: UTF-8 with its mark, so that Indic text is
//! read as such, and no cell that a spreadsheet would take for a formula.
//!
//! Beside the code of a country, a state or a district stands its name. Every row ends with where it comes from.

use crate::{Columns, Provenance};
use ::csv::{ErrorKind, Terminator, Writer, WriterBuilder};
use karigar_model::{
    Feature, Field, GeometryRef, GeometryType, RegionCode, RegionTree, Role, ValueRef, written,
};
use std::borrow::Cow;
use std::io::{self, Write};
use wkt::ToWkt;

/// Writes a table row by row.
pub struct Table<'a, W: Write> {
    out: Writer<W>,
    columns: Columns<'a>,
    regions: &'a RegionTree,
    provenance: Provenance<'a>,
}

impl<'a, W: Write> Table<'a, W> {
    /// Writes the head of the table. `regions` gives codes their names.
    pub fn start(
        mut out: W,
        columns: Columns<'a>,
        regions: &'a RegionTree,
        provenance: Provenance<'a>,
    ) -> io::Result<Self> {
        out.write_all("\u{feff}".as_bytes())?;
        let mut out = WriterBuilder::new().terminator(Terminator::CRLF).from_writer(out);
        out.write_record(heading(&columns)).map_err(io_error)?;
        Ok(Self { out, columns, regions, provenance })
    }

    /// Writes one row.
    pub fn feature(&mut self, feature: &impl Feature) -> io::Result<()> {
        self.cell(&harmless(feature.id().into()))?;
        for at in 0..self.columns.fields.len() {
            let position = self.columns.fields[at];
            let value = feature.value(position);
            match value {
                ValueRef::Integer(_) | ValueRef::Number(_) => self.cell(&value.display())?,
                _ => self.cell(&harmless(value.display()))?,
            }
            if name_column(&self.columns.layer.fields[position]).is_some() {
                let code = value.as_text().and_then(RegionCode::parse);
                let region = code.and_then(|code| self.regions.get(&code));
                self.cell(&harmless(region.map_or("", |region| &region.name).into()))?;
            }
        }
        if self.columns.geometry {
            self.position(feature.geometry())?;
        }
        for said in self.provenance.of(self.columns.layer, feature) {
            self.cell(&harmless(said))?;
        }
        self.out.write_record(None::<&[u8]>).map_err(io_error)
    }

    fn position(&mut self, geometry: Option<GeometryRef<'_>>) -> io::Result<()> {
        match (self.columns.layer.geometry, geometry) {
            (GeometryType::Point, Some(GeometryRef::Point(point))) => {
                self.cell(&point.lon.to_string())?;
                self.cell(&point.lat.to_string())
            }
            (GeometryType::Point, _) => {
                self.cell("")?;
                self.cell("")
            }
            (_, Some(GeometryRef::Shape(shape))) => self.cell(&shape.wkt_string()),
            (_, Some(GeometryRef::Point(point))) => self.cell(&format!("POINT({} {})", point.lon, point.lat)),
            (_, None) => self.cell(""),
        }
    }

    fn cell(&mut self, text: &str) -> io::Result<()> {
        self.out.write_field(text).map_err(io_error)
    }

    /// Gives the writer back.
    pub fn finish(mut self) -> io::Result<W> {
        self.out.flush()?;
        self.out.into_inner().map_err(|error| io::Error::new(error.error().kind(), error.to_string()))
    }
}

/// A table of texts, whole: for lists that are no layer. Cells that are numbers stay as they are.
pub fn plain<'a>(heading: &[&str], rows: impl Iterator<Item = Vec<Cow<'a, str>>>) -> io::Result<Vec<u8>> {
    let out = "\u{feff}".as_bytes().to_vec();
    let mut out = WriterBuilder::new().terminator(Terminator::CRLF).from_writer(out);
    out.write_record(heading).map_err(io_error)?;
    for row in rows {
        let safe = |cell: Cow<'a, str>| if cell.parse::<f64>().is_ok() { cell } else { harmless(cell) };
        out.write_record(row.into_iter().map(safe).map(|cell| cell.into_owned().into_bytes()))
            .map_err(io_error)?;
    }
    out.into_inner().map_err(|error| io::Error::new(error.error().kind(), error.to_string()))
}

/// The names of the columns, in order.
pub fn heading<'a>(columns: &Columns<'a>) -> Vec<&'a str> {
    let mut names = vec!["id"];
    for (_, field) in columns.fields() {
        names.push(&field.id);
        names.extend(name_column(field));
    }
    if columns.geometry {
        let position: &[&str] = match columns.layer.geometry {
            GeometryType::Point => &[written::LONGITUDE, written::LATITUDE],
            GeometryType::Line | GeometryType::Polygon => &[written::GEOMETRY_WKT],
        };
        names.extend(position);
    }
    names.extend(Provenance::NAMES);
    names
}

/// The column beside a field of codes of regions that holds their names.
fn name_column(field: &Field) -> Option<&'static str> {
    match field.role? {
        Role::Country => Some(written::COUNTRY_NAME),
        Role::State => Some(written::STATE_NAME),
        Role::District => Some(written::DISTRICT_NAME),
        _ => None,
    }
}

/// A leading `= + - @`, tab or carriage return gets an apostrophe before it, which spreadsheets take as
/// "this is text" (OWASP, CSV injection).
fn harmless(text: Cow<'_, str>) -> Cow<'_, str> {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{text}").into() } else { text }
}

/// The error of the writer below, as its kind tells whether somebody went away.
fn io_error(error: ::csv::Error) -> io::Error {
    match error.into_kind() {
        ErrorKind::Io(error) => error,
        other => io::Error::other(format!("{other:?}")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_plain_table_keeps_numbers_and_tames_formulas() {
        let rows = [vec!["-1.5".into(), "=1+1".into(), "a, b".into()]];
        let bytes = plain(&["n", "f", "t"], rows.into_iter()).unwrap();
        assert_eq!(String::from_utf8(bytes).unwrap(), "\u{feff}n,f,t\r\n-1.5,'=1+1,\"a, b\"\r\n");
    }
    use crate::tests_support::{Sample, credits, layer, provenance};
    use karigar_model::{Region, View};

    fn regions() -> RegionTree {
        let region = |(code, name): (&str, &str)| Region {
            code: RegionCode::parse(code).unwrap(),
            name: name.into(),
            names: [].into(),
            aliases: vec![],
            bbox: None,
            source: String::new(),
            note: String::new(),
        };
        let all = [("PK", "Pakistan"), ("PK-PB", "Punjab")].map(region).into();
        RegionTree::new(View::India, all).unwrap()
    }

    #[test]
    fn a_csv_reader_gets_back_what_was_written() {
        let layer = layer();
        let (regions, credits) = (regions(), credits());
        let mut table =
            Table::start(Vec::new(), Columns::all(&layer), &regions, provenance(&credits)).unwrap();
        for sample in Sample::both() {
            table.feature(&sample).unwrap();
        }
        let bytes = table.finish().unwrap();
        let text = String::from_utf8(bytes).unwrap();
        let mut reader = ::csv::Reader::from_reader(text.strip_prefix('\u{feff}').unwrap().as_bytes());
        let head: Vec<_> = reader.headers().unwrap().iter().map(str::to_owned).collect();
        assert_eq!(
            head,
            [
                "id",
                "name",
                "year",
                "state",
                "state_name",
                "origin",
                "longitude",
                "latitude",
                "record_url",
                "atlas_version",
                "license",
                "credit"
            ]
        );
        let rows: Vec<::csv::StringRecord> = reader.records().map(Result::unwrap).collect();
        assert_eq!(&rows[0][1], "Blue \"pottery\"");
        assert_eq!([&rows[0][3], &rows[0][4], &rows[0][6]], ["PK-PB", "Punjab", "71.47"]);
        assert_eq!(&rows[0][11], "GeoNames (CC BY 4.0); India Post");
        assert_eq!(&rows[1][1], "'=HYPERLINK(1)");
        assert_eq!(&rows[1][2], "-5");
        assert_eq!([&rows[1][6], &rows[1][8], &rows[1][11]], ["", "https://x.test/p/p2", ""]);
        assert_eq!(text.matches("\r\n").count(), 3);
    }

    /// Takes so many bytes and is gone.
    struct Leaving(usize);

    impl Write for Leaving {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            let taken = bytes.len().min(self.0);
            self.0 -= taken;
            if taken == 0 { Err(io::ErrorKind::BrokenPipe.into()) } else { Ok(taken) }
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    #[test]
    fn a_reader_that_went_away_is_told_from_other_errors() {
        let (layer, regions, credits) = (layer(), regions(), credits());
        for room in [3, 100, 5_000] {
            let mut table =
                Table::start(Leaving(room), Columns::all(&layer), &regions, provenance(&credits)).unwrap();
            let mut samples = (0..500).flat_map(|_| Sample::both());
            let written = samples.try_for_each(|sample| table.feature(&sample));
            assert_eq!(written.unwrap_err().kind(), io::ErrorKind::BrokenPipe, "{room}");
        }
        let table = Table::start(Leaving(10), Columns::all(&layer), &regions, provenance(&credits)).unwrap();
        assert!(table.finish().is_err(), "what is still held is not lost in silence");
    }
}
