//! Features written out, one after the other, into whatever takes bytes.
//!
//! A writer holds no feature: memory does not grow with the result. Every format gets the same
//! [`Columns`], so a selection of fields means the same in each.

pub mod csv;
pub mod geojson;

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
    use karigar_model::layer::Common;
    use karigar_model::{Feature, GeometryRef, Layer, Point, ValueRef};

    pub fn layer() -> Layer {
        Layer::parse(
            "id = \"p\"\npage = \"p\"\ngeometry = \"point\"\ntitles = { en = \"P\" }\n\
             [[fields]]\nid = \"name\"\nrole = \"name\"\ntitles = { en = \"Name\" }\n\
             [[fields]]\nid = \"year\"\ntype = \"integer\"\ntitles = { en = \"Year\" }\n\
             [[fields]]\nid = \"secret\"\nprivate = true\ntitles = { en = \"Secret\" }\n",
            &Common::default(),
        )
        .unwrap()
    }

    pub struct Sample {
        id: &'static str,
        name: &'static str,
        year: i64,
        at: Option<Point>,
    }

    impl Sample {
        pub fn both() -> [Self; 2] {
            [
                Self {
                    id: "p\"1",
                    name: "Blue \"pottery\"",
                    year: 2006,
                    at: Some(Point { lon: 71.47, lat: 30.2 }),
                },
                Self { id: "p2", name: "=HYPERLINK(1)", year: -5, at: None },
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
                _ => ValueRef::Null,
            }
        }
    }
}
