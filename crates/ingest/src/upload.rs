//! An operator's own layer: a CSV file with coordinates or a GeoJSON file, placed by the outlines alone.

use crate::RowError;
use crate::cell;
use crate::placing::{Locators, place_by_position};
use crate::points;
use crate::table::{Row, Table};
use crate::table_layer::is_id;
use geo::InteriorPoint;
use geo_types::Geometry;
use karigar_model::record::Placement;
use karigar_model::{Field, GeometryType, Layer, Point, Record, Role, Value};
use std::collections::{BTreeMap, BTreeSet, HashMap};

const LONGITUDE: &[&str] = &["lon", "longitude", "lng", "long", "x"];
const LATITUDE: &[&str] = &["lat", "latitude", "y"];

/// Reads a file into the records of `layer`. Row numbers of GeoJSON count its features from 1.
///
/// A column or property is found by the field's column, its id or its English title. A record without an id
/// is called after its row.
pub fn read_layer_file(layer: &Layer, file_name: &str, bytes: &[u8], locators: &Locators<'_>) -> LayerFile {
    let mut reader = Reader {
        layer,
        file_name,
        locators,
        lines: HashMap::new(),
        errors: Vec::new(),
        left_out: BTreeSet::new(),
    };
    let bytes = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes);
    let first = bytes.iter().find(|byte| !byte.is_ascii_whitespace());
    let records = if first == Some(&b'{') { reader.read_geojson(bytes) } else { reader.read_csv(bytes) };
    LayerFile { records, errors: reader.errors, left_out: reader.left_out.into_iter().collect() }
}

/// What was read of an operator's file.
#[derive(Debug)]
pub struct LayerFile {
    /// The features.
    pub records: Vec<Record>,
    /// Everything that is wrong with it.
    pub errors: Vec<RowError>,
    /// Columns or properties that no field describes, which are therefore in no record.
    pub left_out: Vec<String>,
}

struct Reader<'a> {
    layer: &'a Layer,
    file_name: &'a str,
    locators: &'a Locators<'a>,
    /// Rows by id.
    lines: HashMap<String, usize>,
    errors: Vec<RowError>,
    left_out: BTreeSet<String>,
}

impl Reader<'_> {
    fn read_csv(&mut self, bytes: &[u8]) -> Vec<Record> {
        let table = Table::read(self.file_name, bytes, &mut self.errors);
        let (Some(lon), Some(lat)) = (table.find(LONGITUDE), table.find(LATITUDE)) else {
            let reason = "the heading has no columns of longitude and latitude";
            self.fail(reason, "call them lon and lat, or send GeoJSON");
            return Vec::new();
        };
        if self.layer.geometry != GeometryType::Point {
            self.fail("a CSV file holds points only", "send lines and areas as GeoJSON");
            return Vec::new();
        }
        let id_column = table.find(&["id"]);
        let position = |column: &str| column == lon || column == lat;
        for column in table.headings().iter().filter(|column| !position(column)) {
            self.note(column);
        }
        let mut records = Vec::new();
        for row in table.rows() {
            let id = id_column.map(|column| row.get(column));
            let Some(id) = self.id(id, row.line) else { continue };
            let point = points::position(row, lon, lat, &mut self.errors);
            let cell = |field: &Field| cell_of(row, field).to_owned();
            let geometry = point.map(|point| geo_types::Point::new(point.lon, point.lat).into());
            records.push(self.record(id, row.line, geometry, cell));
        }
        records
    }

    fn read_geojson(&mut self, bytes: &[u8]) -> Vec<Record> {
        let document: serde_json::Value = match serde_json::from_slice(bytes) {
            Ok(document) => document,
            Err(error) => {
                self.fail(format!("the file is not JSON: {error}"), "export it again as GeoJSON");
                return Vec::new();
            }
        };
        let Some(features) = document.get("features").and_then(serde_json::Value::as_array) else {
            self.fail("the file is no GeoJSON FeatureCollection", "export it as a collection of features");
            return Vec::new();
        };
        let mut records = Vec::new();
        for (position, feature) in features.iter().enumerate() {
            let line = position + 1;
            let property = |name: &str| {
                let properties = feature.get("properties")?.as_object()?;
                properties
                    .iter()
                    .find(|(key, _)| key.eq_ignore_ascii_case(name))
                    .map(|(_, value)| text(value))
            };
            let names =
                feature.get("properties").and_then(serde_json::Value::as_object).into_iter().flatten();
            for (name, _) in names {
                self.note(name);
            }
            let id = feature.get("id").map(text).or_else(|| property("id"));
            let Some(id) = self.id(id.as_deref(), line) else { continue };
            let geometry = self.geometry(feature.get("geometry"), line);
            let cell = |field: &Field| names_of(field).into_iter().find_map(property).unwrap_or_default();
            records.push(self.record(id, line, geometry, cell));
        }
        records
    }

    /// Notes a column or property that no field describes.
    fn note(&mut self, name: &str) {
        let known = |other: &str| name.eq_ignore_ascii_case(other);
        if !known("id") && !self.layer.fields.iter().any(|field| names_of(field).into_iter().any(known)) {
            self.left_out.insert(name.to_owned());
        }
    }

    fn geometry(&mut self, json: Option<&serde_json::Value>, line: usize) -> Option<Geometry<f64>> {
        let json = json.filter(|json| !json.is_null())?;
        let geometry = serde_json::from_value::<geojson::Geometry>(json.clone())
            .map_err(|error| error.to_string())
            .and_then(|geometry| Geometry::<f64>::try_from(&geometry).map_err(|error| error.to_string()));
        let wrong = match geometry {
            Err(error) => format!("the geometry cannot be read: {error}"),
            Ok(geometry) => {
                use geo::CoordsIter;
                let kind = match geometry {
                    Geometry::Point(_) => Some(GeometryType::Point),
                    Geometry::LineString(_) | Geometry::MultiLineString(_) => Some(GeometryType::Line),
                    Geometry::Polygon(_) | Geometry::MultiPolygon(_) => Some(GeometryType::Polygon),
                    _ => None,
                };
                if kind != Some(self.layer.geometry) {
                    format!("the geometry is no {:?}, as the layer has it", self.layer.geometry)
                        .to_lowercase()
                } else if geometry.coords_iter().any(|c| Point::new(c.x, c.y).is_none()) {
                    "the geometry leaves longitude −180…180, latitude −90…90".into()
                } else {
                    return Some(geometry);
                }
            }
        };
        self.errors.push(RowError {
            row: Some(line),
            ..RowError::of_file(self.file_name, wrong, "correct it; coordinates are longitude, latitude")
        });
        None
    }

    fn id(&mut self, stated: Option<&str>, line: usize) -> Option<String> {
        let id = stated.filter(|id| !id.is_empty()).map_or_else(|| format!("r{line}"), str::to_lowercase);
        let reason = if is_id(&id) {
            self.lines.insert(id.clone(), line).map(|before| format!("stands in row {before} already"))
        } else {
            Some("is no id: it stands in web addresses".to_owned())
        };
        let Some(reason) = reason else { return Some(id) };
        self.errors.push(RowError {
            row: Some(line),
            column: "id".into(),
            value: id,
            ..RowError::of_file(self.file_name, reason, "write letters, digits and hyphens, each id once")
        });
        None
    }

    fn record(
        &mut self,
        id: String,
        line: usize,
        geometry: Option<Geometry<f64>>,
        cell: impl Fn(&Field) -> String,
    ) -> Record {
        let mut properties = BTreeMap::new();
        let own = self.layer.fields.iter().filter(|field| !field.role.is_some_and(Role::is_placement));
        for field in own {
            let text = cell(field);
            if field.role == Some(Role::Name) && text.trim().is_empty() {
                let reason = "is empty; every feature needs a name";
                self.errors.push(RowError {
                    row: Some(line),
                    column: field.column().into(),
                    ..RowError::of_file(self.file_name, reason, "write its name")
                });
            }
            match cell::parse(self.layer, field, &text) {
                Ok(Value::Null) => {}
                Ok(value) => drop(properties.insert(field.id.clone(), value)),
                Err(error) => self.errors.push(RowError {
                    file: self.file_name.into(),
                    row: Some(line),
                    column: field.column().into(),
                    value: text,
                    reason: error.reason,
                    remedy: error.remedy,
                }),
            }
        }
        let inside = geometry.as_ref().and_then(InteriorPoint::interior_point);
        let placement = inside.map_or_else(Placement::default, |point| {
            place_by_position(self.locators, Point { lon: point.x(), lat: point.y() })
        });
        let layer = self.layer.id.clone();
        Record { layer, id, version: 1, geometry, properties, placement, aliases: Vec::new() }
    }

    fn fail(&mut self, reason: impl Into<String>, remedy: &str) {
        self.errors.push(RowError::of_file(self.file_name, reason, remedy));
    }
}

fn names_of(field: &Field) -> [&str; 3] {
    [field.column(), &field.id, field.title("en")]
}

fn cell_of<'a>(row: Row<'a>, field: &Field) -> &'a str {
    row.table().find(&names_of(field)).map_or("", |column| row.get(column))
}

/// A JSON value as it would stand in a cell.
fn text(value: &serde_json::Value) -> String {
    match value {
        serde_json::Value::Null => String::new(),
        serde_json::Value::String(text) => text.clone(),
        serde_json::Value::Array(values) => values.iter().map(text).collect::<Vec<_>>().join("; "),
        other => other.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture;
    use karigar_model::layer::Common;

    fn layer(geometry: &str) -> Layer {
        let text = format!(
            "id = \"wells\"\npage = \"well\"\ngeometry = \"{geometry}\"\ntitles = {{ en = \"Wells\" }}\n\
             [[fields]]\nid = \"name\"\nrole = \"name\"\ntitles = {{ en = \"Name\" }}\n\
             [[fields]]\nid = \"depth\"\ntype = \"number\"\ntitles = {{ en = \"Depth in metres\" }}\n"
        );
        Layer::parse(&text, &Common::default()).unwrap()
    }

    fn read(geometry: &str, name: &str, text: &str) -> (Vec<Record>, Vec<String>) {
        let geography = fixture::geography();
        let squares = fixture::squares(&geography);
        let file = read_layer_file(&layer(geometry), name, text.as_bytes(), &fixture::locators(&squares));
        (file.records, file.errors.iter().map(ToString::to_string).collect())
    }

    #[test]
    fn a_sheet_with_coordinates_becomes_a_placed_layer() {
        let (records, errors) = read(
            "point",
            "wells.csv",
            "ID,Name,Longitude,Latitude,Depth in metres,remark\nW-1,Old well,70.5,21.5,12.5,x\n,New well,200,21,deep,\n",
        );
        assert_eq!(records[0].id, "w-1");
        assert_eq!(records[0].properties["depth"], Value::Number(12.5));
        assert_eq!(records[0].placement.india.as_ref().unwrap().as_str(), "IN-JK-x-mirpur");
        assert_eq!(records[0].placement.neutral.as_ref().unwrap().as_str(), "PK-JK");
        assert_eq!((records[1].id.as_str(), &records[1].geometry), ("r3", &None));
        assert_eq!(errors.len(), 2);
        assert!(errors[0].starts_with("wells.csv row 3, column `Longitude`: \"200\" is not a longitude"));
    }

    #[test]
    fn what_no_field_describes_is_named_and_a_name_is_asked_for() {
        let geography = fixture::geography();
        let squares = fixture::squares(&geography);
        let text = "name,lon,lat,colour\nA,70,20,red\n,70,20,blue\n";
        let file =
            read_layer_file(&layer("point"), "wells.csv", text.as_bytes(), &fixture::locators(&squares));
        assert_eq!(file.left_out, ["colour"]);
        assert_eq!(file.errors.len(), 1);
        assert!(file.errors[0].to_string().contains("row 3, column `name`"), "{}", file.errors[0]);
    }

    #[test]
    fn geojson_is_read_feature_by_feature() {
        let text = r#"{"type": "FeatureCollection", "features": [
            {"type": "Feature", "id": 7, "properties": {"name": "A", "depth": 3},
             "geometry": {"type": "Polygon", "coordinates": [[[70.1, 20.1], [70.2, 20.1], [70.2, 20.2], [70.1, 20.1]]]}},
            {"type": "Feature", "id": 7, "properties": null, "geometry": null},
            {"type": "Feature", "properties": {"name": "B"}, "geometry": {"type": "Point", "coordinates": [70, 20]}},
            {"type": "Feature", "properties": {"name": "C"}, "geometry": {"type": "Polygon"}}]}"#;
        let (records, errors) = read("polygon", "wells.geojson", text);
        assert_eq!(records.iter().map(|r| r.id.as_str()).collect::<Vec<_>>(), ["7", "r3", "r4"]);
        assert_eq!(records[0].placement.india.as_ref().unwrap().as_str(), "IN-PB-049");
        assert_eq!(errors.len(), 3, "{errors:?}");
        assert!(errors[1].contains("row 3: the geometry is no polygon"));
    }

    #[test]
    fn a_file_of_another_kind_is_refused_in_words() {
        assert!(read("point", "a.csv", "name\nx\n").1[0].contains("no columns of longitude"));
        assert!(read("polygon", "a.csv", "lon,lat\n1,1\n").1[0].contains("points only"));
        assert!(read("point", "a.json", "{").1[0].contains("not JSON"));
        assert!(read("point", "a.json", "{}").1[0].contains("FeatureCollection"));
    }
}
