//! Features written out, one after the other, into whatever takes bytes; and events as a calendar.
//!
//! A writer holds no feature: memory does not grow with the result. Every format gets the same
//! [`Columns`], so a selection of fields means the same in each.

pub mod calendar;
pub mod csv;
pub mod geojson;
mod provenance;

pub use provenance::Provenance;

use karigar_model::{Field, Layer};

/// Which fields of a layer to write, and whether with the geometry.
#[derive(Clone, Debug)]
pub struct Columns<'a> {
    /// The layer.
    pub layer: &'a Layer,
    /// Positions of its fields, in order.
    pub fields: Vec<usize>,
    /// Whether the geometry is written.
    pub geometry: bool,
}

impl<'a> Columns<'a> {
    /// Everything that is public.
    pub fn all(layer: &'a Layer) -> Self {
        Self { layer, fields: layer.public_fields().map(|(position, _)| position).collect(), geometry: true }
    }

    /// The fields with their positions.
    pub fn fields(&self) -> impl Iterator<Item = (usize, &'a Field)> + '_ {
        self.fields.iter().map(|position| (*position, &self.layer.fields[*position]))
    }
}

#[cfg(test)]
mod tests_support {
    use crate::Provenance;
    use karigar_model::layer::Common;
    use karigar_model::{Feature, GeometryRef, Layer, Point, ValueRef};
    use std::collections::BTreeMap;

    pub fn layer() -> Layer {
        Layer::parse(
            "id = \"p\"\npage = \"p\"\ngeometry = \"point\"\ntitles = { en = \"P\" }\n\
             [[fields]]\nid = \"name\"\nrole = \"name\"\ntitles = { en = \"Name\" }\n\
             [[fields]]\nid = \"year\"\ntype = \"integer\"\ntitles = { en = \"Year\" }\n\
             [[fields]]\nid = \"secret\"\nprivate = true\ntitles = { en = \"Secret\" }\n\
             [[fields]]\nid = \"state\"\nrole = \"state\"\ntitles = { en = \"State\" }\n\
             [[fields]]\nid = \"origin\"\nrole = \"positionsource\"\ntitles = { en = \"Origin\" }\n",
            &Common::default(),
        )
        .unwrap()
    }

    /// What an export of the samples says about their origin.
    pub fn provenance(credits: &BTreeMap<String, String>) -> Provenance<'_> {
        Provenance { record_url: "https://x.test/p/", atlas_version: "1", license: "CC-BY-4.0", credits }
    }

    pub fn credits() -> BTreeMap<String, String> {
        [("GeoNames", "GeoNames (CC BY 4.0)"), ("PIN ", "India Post"), ("post office", "India Post")]
            .map(|(words, credit)| (words.to_owned(), credit.to_owned()))
            .into()
    }

    pub struct Sample {
        id: &'static str,
        name: &'static str,
        year: i64,
        at: Option<Point>,
        origin: &'static str,
    }

    impl Sample {
        pub fn both() -> [Self; 2] {
            [
                Self {
                    id: "p\"1",
                    name: "Blue \"pottery\"",
                    year: 2006,
                    at: Some(Point { lon: 71.47, lat: 30.2 }),
                    origin: "GeoNames, PIN 60000 (median of post offices)",
                },
                Self { id: "p2", name: "=HYPERLINK(1)", year: -5, at: None, origin: "a map" },
            ]
        }
    }

    impl Feature for Sample {
        fn id(&self) -> &str {
            self.id
        }

        fn version(&self) -> u32 {
            1
        }

        fn geometry(&self) -> Option<GeometryRef<'_>> {
            self.at.map(GeometryRef::Point)
        }

        fn value(&self, field: usize) -> ValueRef<'_> {
            match field {
                0 => ValueRef::Text(self.name),
                1 => ValueRef::Integer(self.year),
                3 => ValueRef::Text("PK-PB"),
                4 => ValueRef::Text(self.origin),
                _ => ValueRef::Null,
            }
        }
    }
}
