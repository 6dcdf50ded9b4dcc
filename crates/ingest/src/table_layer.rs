//! A table of the atlas becomes the records of its layer, as the descriptor says.

use crate::cell;
use crate::placing::{self, Locators, REGION_COLUMNS};
use crate::points;
use crate::table::{Row, Table};
use crate::{Files, Geography, RowError};
use karigar_model::{Field, FieldType, Layer, Point, Precision, Record, Role, Value};
use std::collections::{BTreeMap, HashMap};

/// Columns that place a record; no field needs to read them.
const PLACING_COLUMNS: &[&str] = &["lat", "lon", "coord_precision", "place"];
/// Years that a fact of the atlas may bear.
pub(crate) const YEARS: std::ops::RangeInclusive<i64> = 1800..=2100;

/// The records of one layer, with the row that each comes from.
pub(crate) struct LayerRows {
    pub records: Vec<Record>,
    /// Row numbers by id.
    pub lines: HashMap<String, usize>,
    pub file: String,
}

/// Reads the table of `layer`; nothing where the layer has none.
pub(crate) fn read(
    files: &dyn Files,
    layer: &Layer,
    geography: &Geography,
    locators: &Locators<'_>,
    errors: &mut Vec<RowError>,
) -> Option<LayerRows> {
    let described = layer.table.as_ref()?;
    let table = Table::of_file(files, &format!("tables/{}", described.file), &[&described.id], errors);
    check_columns(layer, &table, errors);
    let mut rows = LayerRows { records: Vec::new(), lines: HashMap::new(), file: table.file().to_owned() };
    for row in table.rows() {
        let id = row.get(&described.id);
        if !is_id(id) {
            errors.push(row.error(&described.id, "is no id", "write lower-case letters, digits and hyphens"));
            continue;
        }
        if let Some(line) = rows.lines.get(id) {
            let reason = format!("stands in row {line} already");
            errors.push(row.error(&described.id, reason, "give each row an id of its own"));
            continue;
        }
        rows.lines.insert(id.to_owned(), row.line);
        rows.records.push(record(layer, row, id, geography, locators, errors));
    }
    Some(rows)
}

/// Whether `text` can be a record's id: it stands in addresses and file names.
pub(crate) fn is_id(text: &str) -> bool {
    !text.is_empty()
        && text
            .bytes()
            .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || matches!(byte, b'-' | b'_'))
}

fn check_columns(layer: &Layer, table: &Table, errors: &mut Vec<RowError>) {
    if table.headings().is_empty() {
        return;
    }
    for field in layer.fields.iter().filter(|field| field.column.is_some()) {
        if !table.has(field.column()) {
            let reason = format!("the column `{}` of the field `{}` is missing", field.column(), field.id);
            errors.push(RowError::of_file(table.file(), reason, "add it, or correct the descriptor"));
        }
    }
    let id = layer.table.as_ref().map_or("id", |table| &table.id);
    for heading in table.headings() {
        let known = heading == id
            || PLACING_COLUMNS.contains(&heading.as_str())
            || REGION_COLUMNS.contains(&heading.as_str())
            || layer.fields.iter().any(|field| field.column() == heading);
        if !known {
            let reason = format!("no field of the layer `{}` reads the column `{heading}`", layer.id);
            errors.push(RowError::of_file(table.file(), reason, "describe it in the layer, or remove it"));
        }
    }
}

fn record(
    layer: &Layer,
    row: Row<'_>,
    id: &str,
    geography: &Geography,
    locators: &Locators<'_>,
    errors: &mut Vec<RowError>,
) -> Record {
    let position = position(row, errors);
    let placement = placing::place(geography, locators, row, position, errors);
    let mut properties = BTreeMap::new();
    for field in &layer.fields {
        let value = match field.role {
            Some(role) if role.is_placement() => continue,
            Some(Role::Precision) => {
                let finest = placement.india.as_ref().map(|code| match code.level() {
                    0 => Precision::Country,
                    1 => Precision::State,
                    _ => Precision::District,
                });
                let precision = position.map(|(_, precision)| precision).or(finest);
                precision.map_or(Value::Null, |precision| Value::text(precision.code()))
            }
            Some(Role::Place) if !row.table().has(field.column()) => stated_place(row),
            _ => value(layer, field, row, errors),
        };
        if !value.is_null() {
            properties.insert(field.id.clone(), value);
        }
    }
    check_said(layer, row, position.is_some(), errors);
    Record {
        layer: layer.id.clone(),
        id: id.to_owned(),
        version: 1,
        geometry: position.map(|(point, _)| geo_types::Point::new(point.lon, point.lat).into()),
        properties,
        placement,
        aliases: Vec::new(),
    }
}

/// Reports what a row must say and does not: its name, its source, where its coordinate comes from.
fn check_said(layer: &Layer, row: Row<'_>, has_position: bool, errors: &mut Vec<RowError>) {
    for (role, what) in [
        (Role::Name, "the row has no name"),
        (Role::Source, "the row has no source"),
        (Role::PositionSource, "the coordinate has no source"),
    ] {
        let Some(field) = layer.role(role).map(|position| &layer.fields[position]) else { continue };
        let column = field.column();
        let needed = role != Role::PositionSource || has_position && row.table().has(column);
        if needed && row.get(column).is_empty() {
            errors.push(row.error(column, format!("is empty: {what}"), "fill it in"));
        }
    }
}

/// Position and precision, which come together or not at all.
fn position(row: Row<'_>, errors: &mut Vec<RowError>) -> Option<(Point, Precision)> {
    let point = points::position(row, "lon", "lat", errors);
    let column = "coord_precision";
    let text = row.get(column);
    let precision: Option<Precision> = text.parse().ok();
    if precision.is_none() && !text.is_empty() {
        let codes = Precision::ALL.map(Precision::code).join(", ");
        errors.push(row.error(column, "is not a precision", format!("write one of {codes}")));
    } else if point.is_some() && text.is_empty() {
        errors.push(row.error(column, "is empty, but there is a coordinate", "say how exact it is"));
    } else if point.is_none() && !text.is_empty() && row.get("lat").is_empty() && row.get("lon").is_empty() {
        errors.push(row.error(column, "has no coordinate", "add lat and lon, or clear the cell"));
    }
    // Of a coordinate that does not say how exact it is, nothing finer may be claimed.
    point.map(|point| (point, precision.unwrap_or(Precision::State)))
}

fn value(layer: &Layer, field: &Field, row: Row<'_>, errors: &mut Vec<RowError>) -> Value {
    let column = field.column();
    match cell::parse(layer, field, row.get(column)) {
        Ok(Value::Integer(year))
            if field.field_type == FieldType::Integer
                && field.id.ends_with("_year")
                && !YEARS.contains(&year) =>
        {
            errors.push(row.error(column, "is not a plausible year", "correct it or clear the cell"));
            Value::Null
        }
        Ok(value) => value,
        Err(error) => {
            errors.push(row.error(column, error.reason, error.remedy));
            Value::Null
        }
    }
}

/// The source's own words: place, district, state and country, without repeating one.
fn stated_place(row: Row<'_>) -> Value {
    let mut words: Vec<&str> = Vec::new();
    for column in ["place", REGION_COLUMNS[2], REGION_COLUMNS[1], REGION_COLUMNS[0]] {
        let word = row.get(column);
        if !word.is_empty() && words.last() != Some(&word) {
            words.push(word);
        }
    }
    Value::text(&words.join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture;
    use karigar_model::layer::Common;

    const COMMON: &str = r#"
        fields = [
          { id = "state", role = "state", type = "code", titles = {} },
          { id = "precision", role = "precision", column = "coord_precision", titles = {} },
          { id = "position_source", role = "positionsource", titles = {} },
          { id = "source", role = "source", titles = {} },
        ]"#;
    const WELLS: &str = r#"
        id = "wells"
        page = "well"
        geometry = "point"
        titles = { en = "Wells" }
        table = { file = "wells.csv" }
        fields = [
          { id = "name", role = "name", titles = {} },
          { id = "uses", many = true, titles = {} },
          { id = "dug_year", type = "integer", titles = {} },
          { id = "stated_place", role = "place", titles = {} },
        ]"#;
    const HEAD: &str =
        "id,name,uses,dug_year,place,district,state_or_province,country,lat,lon,coord_precision,source\n";

    fn read_rows(rows: &str) -> (Vec<Record>, Vec<RowError>) {
        read_table(&format!("{HEAD}{rows}"))
    }

    fn read_table(text: &str) -> (Vec<Record>, Vec<RowError>) {
        let mut files = fixture::files();
        files.insert("tables/wells.csv".into(), text.as_bytes().to_vec());
        let geography = fixture::geography();
        let squares = fixture::squares(&geography);
        let layer = Layer::parse(WELLS, &Common::parse(COMMON).unwrap()).unwrap();
        let mut errors = Vec::new();
        let rows = read(&files, &layer, &geography, &fixture::locators(&squares), &mut errors).unwrap();
        (rows.records, errors)
    }

    #[test]
    fn a_row_becomes_a_record_by_the_descriptor_alone() {
        let (records, errors) = read_rows(
            "w1,Old well,drinking; washing,1901,Amritsar,Amritsar,Punjab,India,20.5,70.5,town,a book\n",
        );
        assert_eq!(errors, []);
        let record = &records[0];
        assert_eq!(record.properties["uses"], Value::List(vec!["drinking".into(), "washing".into()]));
        assert_eq!(record.properties["stated_place"], Value::Text("Amritsar, Punjab, India".into()));
        assert_eq!(record.properties["precision"], Value::Text("town".into()));
        assert_eq!(record.placement.india.as_ref().unwrap().as_str(), "IN-PB-049");
        assert!(!record.properties.contains_key("state"), "the placement says it");
    }

    #[test]
    fn a_record_without_a_coordinate_is_as_exact_as_its_names() {
        let (records, errors) = read_rows("w1,A,,,,,Punjab,India,,,,s\nw2,B,,,,,,India,,,,s\n");
        assert_eq!(errors, []);
        assert_eq!(records[0].properties["precision"], Value::Text("state".into()));
        assert_eq!(records[1].properties["precision"], Value::Text("country".into()));
        assert_eq!(records[0].geometry, None);
    }

    #[test]
    fn a_coordinate_needs_a_source_where_the_table_has_a_column_for_it() {
        let head = "id,name,country,lat,lon,coord_precision,position_source,source\n";
        let (_, errors) = read_table(&format!("{head}w1,A,India,20.5,70.5,town,,s\nw2,B,India,,,,,s\n"));
        let told: Vec<String> = errors.iter().map(ToString::to_string).collect();
        assert_eq!(
            told,
            [
                "tables/wells.csv row 2, column `position_source`: \"\" is empty: the coordinate has no source; \
              fill it in"
            ]
        );
    }

    #[test]
    fn every_wrong_cell_is_reported_and_its_record_still_read() {
        let (records, errors) = read_rows(
            "w1,A,,10,,,Punjab,India,20.5,70.5,,s\nw1,B,,,,,,India,,,,s\nw3,,,x,,,Atlantis,India,,,town,\n",
        );
        assert_eq!(records.len(), 2);
        let told: Vec<(Option<usize>, &str)> =
            errors.iter().map(|error| (error.row, error.column.as_str())).collect();
        assert_eq!(
            told,
            [
                (Some(2), "coord_precision"),
                (Some(2), "dug_year"),
                (Some(3), "id"),
                (Some(4), "coord_precision"),
                (Some(4), "state_or_province"),
                (Some(4), "dug_year"),
                (Some(4), "name"),
                (Some(4), "source"),
            ]
        );
    }
}
