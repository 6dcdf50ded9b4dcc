//! What each column of a download means: the fields of the layer with the codes that they take, and what is written
//! beside them.

use crate::i18n::Language;
use karigar_formats::Columns;
use karigar_formats::csv::heading;
use karigar_model::layer::text_in;
use karigar_model::{Field, FieldType, Layer, Role, written};

/// A column of a download.
pub struct Column {
    pub id: String,
    /// Name for a reader; empty where its meaning says all.
    pub title: String,
    pub about: String,
    pub kind: &'static str,
    /// The codes that it takes, each with what it means.
    pub codes: Vec<(String, String)>,
    /// Whether it takes the codes of regions.
    pub takes_regions: bool,
}

/// The columns of the CSV of a layer, in order.
pub fn columns(language: &Language, layer: &Layer) -> Vec<Column> {
    let fields = |name: &str| layer.public_fields().map(|(_, field)| field).find(|field| field.id == name);
    let column = |name: &str| match fields(name) {
        Some(field) => of_field(language, layer, field),
        None => beside(language, name),
    };
    heading(&Columns::all(layer)).into_iter().map(column).collect()
}

fn of_field(language: &Language, layer: &Layer, field: &Field) -> Column {
    let listed = if field.field_type == FieldType::Code { layer.codes(field) } else { &[] };
    Column {
        id: field.id.clone(),
        title: field.title(language.tag).to_owned(),
        about: text_in(&field.descriptions, language.tag).to_owned(),
        kind: kind(field.field_type),
        codes: listed.iter().map(|code| (code.value.clone(), code.title(language.tag).to_owned())).collect(),
        takes_regions: field.role.is_some_and(Role::is_region_code),
    }
}

/// A column that is no field of the layer; its meaning stands in the message of its name.
fn beside(language: &Language, name: &str) -> Column {
    Column {
        id: name.to_owned(),
        title: String::new(),
        about: language.text(&format!("column-{}", name.replace('_', "-"))),
        kind: match name {
            written::LONGITUDE | written::LATITUDE => kind(FieldType::Number),
            written::RECORD_URL => kind(FieldType::Url),
            _ => kind(FieldType::Text),
        },
        codes: Vec::new(),
        takes_regions: false,
    }
}

fn kind(field_type: FieldType) -> &'static str {
    match field_type {
        FieldType::Text => "text",
        FieldType::Code => "code",
        FieldType::Integer => "integer",
        FieldType::Number => "number",
        FieldType::Boolean => "boolean",
        FieldType::Date => "date",
        FieldType::Url => "url",
    }
}
