//! A layer described once, as data (TOML), for index, formats, API and pages alike.
//!
//! Built-in descriptors are files in `data/layers/`, an operator's own live in the database. Fields
//! that every layer has (region, precision, source …) and code lists that several layers share stand
//! in one file of their own, [`Common`].

mod field;

use crate::toml_text;
use crate::written;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

pub use field::{Code, Field, FieldType, Role};

/// One text in several languages, by BCP 47 tag.
pub type Texts = BTreeMap<String, String>;

/// The text in `language`, else in English, else in any language, else empty.
pub fn text_in<'a>(texts: &'a Texts, language: &str) -> &'a str {
    texts
        .get(language)
        .or_else(|| texts.get("en"))
        .or_else(|| texts.values().next())
        .map_or("", String::as_str)
}

/// What kind of geometry the features of a layer have.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum GeometryType {
    /// A single position.
    Point,
    /// A line or several.
    Line,
    /// An area or several.
    Polygon,
}

/// The outline that a feature of a layer is drawn in on a map.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Shape {
    /// A disc: something that is made.
    Round,
    /// A square: a place that helps.
    #[default]
    Square,
    /// A diamond: something with a date.
    Diamond,
}

/// What a layer's records are called within a sentence: "1 craft cluster", "7 craft clusters".
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Nouns {
    /// A single record.
    pub one: Texts,
    /// Several records, or none.
    pub several: Texts,
}

/// The table of the atlas that a layer is read from.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Table {
    /// File name in `data/tables/`.
    pub file: String,
    /// Column of the record's id.
    #[serde(default = "id_column")]
    pub id: String,
}

fn id_column() -> String {
    "id".into()
}

/// A layer: what it is called, what its features look like and what is known of them.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Layer {
    /// Name in the API and in URLs.
    pub id: String,
    /// First segment of a record's page, `/{page}/{id}`.
    pub page: String,
    /// Kind of geometry.
    pub geometry: GeometryType,
    /// Name of the icon that stands for it.
    #[serde(default = "region_icon")]
    pub icon: String,
    /// The outline that its features are drawn in.
    #[serde(default)]
    pub shape: Shape,
    /// Names, in the plural.
    pub titles: Texts,
    /// Names within a sentence; the titles stand in where there are none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub nouns: Option<Nouns>,
    /// What the layer holds.
    #[serde(default)]
    pub descriptions: Texts,
    /// Licence of the data: an SPDX id or a web address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub license: Option<String>,
    /// Whether its records are persons, who are published only with their consent.
    #[serde(default)]
    pub persons: bool,
    /// Where the atlas keeps it; absent for a layer that is derived or added.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub table: Option<Table>,
    /// The fields, in the order of columns and pages.
    #[serde(default)]
    pub fields: Vec<Field>,
    /// Code lists by name.
    #[serde(default)]
    pub codes: BTreeMap<String, Vec<Code>>,
}

fn region_icon() -> String {
    "region".into()
}

/// Fields that every layer has, and code lists that layers share.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Common {
    /// Appended to each layer that does not declare a field of that id itself.
    #[serde(default)]
    pub fields: Vec<Field>,
    /// Lists that fields may name.
    #[serde(default)]
    pub codes: BTreeMap<String, Vec<Code>>,
}

/// A descriptor that cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum LayerError {
    /// Not TOML, or not the keys of a descriptor.
    #[error("{0}")]
    Syntax(String),
    /// It contradicts itself.
    #[error("layer `{layer}`: {reason}")]
    Invalid {
        /// Id of the layer.
        layer: String,
        /// What is wrong and what to do.
        reason: String,
    },
}

impl Common {
    /// Reads the shared file.
    pub fn parse(toml: &str) -> Result<Self, LayerError> {
        toml_text::parse(toml).map_err(LayerError::Syntax)
    }
}

impl Layer {
    /// Reads a descriptor and joins it with what all layers share.
    pub fn parse(toml: &str, common: &Common) -> Result<Self, LayerError> {
        let mut layer: Self = toml_text::parse(toml).map_err(LayerError::Syntax)?;
        for field in &common.fields {
            if !layer
                .fields
                .iter()
                .any(|own| own.id == field.id || own.role.is_some() && own.role == field.role)
            {
                layer.fields.push(field.clone());
            }
        }
        let wanted: Vec<String> = layer.fields.iter().filter_map(|field| field.codes.clone()).collect();
        for list in wanted {
            if let Some(codes) = common.codes.get(&list) {
                layer.codes.entry(list).or_insert_with(|| codes.clone());
            }
        }
        layer.check()?;
        Ok(layer)
    }

    fn check(&self) -> Result<(), LayerError> {
        let invalid = |reason: String| LayerError::Invalid { layer: self.id.clone(), reason };
        for (what, id) in [("id", &self.id), ("page", &self.page)] {
            if !is_identifier(id) {
                return Err(invalid(format!(
                    "{what} `{id}` must be lower-case letters, digits, `-` and `_`, starting with a letter"
                )));
            }
        }
        for (position, field) in self.fields.iter().enumerate() {
            if !is_identifier(&field.id) {
                return Err(invalid(format!(
                    "field id `{}` must be lower-case letters, digits, `-` and `_`",
                    field.id
                )));
            }
            if field.pattern.is_some() && field.field_type != FieldType::Text {
                return Err(invalid(format!(
                    "field `{}` has a pattern but is no text; remove either",
                    field.id
                )));
            }
            for (names, what) in [(RESERVED, "a request parameter"), (written::ALL, "a column of exports")] {
                if names.contains(&field.id.as_str()) {
                    return Err(invalid(format!("field id `{}` is the name of {what}; rename it", field.id)));
                }
            }
            let twice =
                |other: &Field| other.id == field.id || field.role.is_some() && other.role == field.role;
            if self.fields[..position].iter().any(twice) {
                return Err(invalid(format!("field `{}` repeats an id or a role", field.id)));
            }
            if let Some(reason) = self.wrong_translation(field) {
                return Err(invalid(format!("field `{}` {reason}", field.id)));
            }
            if let Some(list) = &field.codes
                && !self.codes.contains_key(list)
            {
                return Err(invalid(format!(
                    "field `{}` names the code list `{list}`, which is not there",
                    field.id
                )));
            }
        }
        if self.role(Role::Name).is_none() {
            return Err(invalid("no field has role = \"name\"; give one".into()));
        }
        Ok(())
    }

    /// Name for a reader.
    pub fn title(&self, language: &str) -> &str {
        text_in(&self.titles, language)
    }

    /// What `count` records are called within a sentence.
    pub fn noun(&self, language: &str, count: usize) -> &str {
        let texts = match &self.nouns {
            Some(nouns) if count == 1 => &nouns.one,
            Some(nouns) => &nouns.several,
            None => &self.titles,
        };
        text_in(texts, language)
    }

    /// Position of the field `id`.
    pub fn field_index(&self, id: &str) -> Option<usize> {
        self.fields.iter().position(|field| field.id == id)
    }

    /// The field `id`.
    pub fn field(&self, id: &str) -> Option<&Field> {
        self.fields.iter().find(|field| field.id == id)
    }

    /// Position of the field that has `role`.
    pub fn role(&self, role: Role) -> Option<usize> {
        self.fields.iter().position(|field| field.role == Some(role))
    }

    /// The codes that `field` may hold; empty when it may hold others.
    pub fn codes(&self, field: &Field) -> &[Code] {
        if field.field_type == FieldType::Text { &[] } else { self.titled(field) }
    }

    /// The entry of a value of `field` in its list.
    pub fn code(&self, field: &Field, value: &str) -> Option<&Code> {
        self.titled(field).iter().find(|code| code.value == value)
    }

    fn titled(&self, field: &Field) -> &[Code] {
        field.codes.as_ref().and_then(|list| self.codes.get(list)).map_or(&[], Vec::as_slice)
    }

    /// Fields that may be seen and asked for.
    pub fn public_fields(&self) -> impl Iterator<Item = (usize, &Field)> {
        self.fields.iter().enumerate().filter(|(_, field)| !field.private)
    }
}

/// Request parameters, which no field may be called after.
pub const RESERVED: &[&str] = &[
    "bbox",
    "bbox-crs",
    "cluster",
    "crs",
    "cursor",
    "datetime",
    "f",
    "filter",
    "filter-crs",
    "filter-lang",
    "geometry",
    "group-by",
    "id",
    "ids",
    "k",
    "lang",
    "layer",
    "limit",
    "max_distance",
    "near",
    "offset",
    "placed",
    "point",
    "properties",
    "q",
    "radius",
    "resulttype",
    "skipgeometry",
    "sortby",
    "type",
    "view",
    "within",
];

fn is_identifier(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_lowercase())
        && text.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-' || c == '_')
}

#[cfg(test)]
mod tests {
    use super::*;

    const COMMON: &str = r#"
        [[fields]]
        id = "region"
        role = "region"
        titles = { en = "Region" }
        [[codes.kind]]
        value = "museum"
        titles = { en = "Museum", hi = "संग्रहालय" }
    "#;

    fn parse(body: &str) -> Result<Layer, LayerError> {
        let head = "id = \"wells\"\npage = \"well\"\ngeometry = \"point\"\ntitles = { en = \"Wells\" }\n";
        Layer::parse(&format!("{head}{body}"), &Common::parse(COMMON).unwrap())
    }

    #[test]
    fn a_layer_gets_the_fields_and_codes_that_all_share() {
        let layer = parse(
            "[[fields]]\nid = \"name\"\nrole = \"name\"\ntitles = { en = \"Name\" }\n\
             [[fields]]\nid = \"kind\"\ntype = \"code\"\ncodes = \"kind\"\ntitles = { en = \"Kind\" }",
        )
        .unwrap();
        assert_eq!(
            layer.fields.iter().map(|field| field.id.as_str()).collect::<Vec<_>>(),
            ["name", "kind", "region"]
        );
        let kind = layer.field("kind").unwrap();
        assert_eq!(layer.code(kind, "museum").unwrap().title("hi"), "संग्रहालय");
    }

    #[test]
    fn a_list_of_a_text_gives_titles_and_forbids_nothing() {
        let layer = parse(
            "[[fields]]\nid = \"name\"\nrole = \"name\"\ntitles = { en = \"Name\" }\n\
             [[fields]]\nid = \"use\"\ncodes = \"kind\"\ntitles = { en = \"Use\" }",
        )
        .unwrap();
        let field = layer.field("use").unwrap();
        assert_eq!(layer.codes(field), []);
        assert_eq!(layer.code(field, "museum").unwrap().title("hi"), "संग्रहालय");
    }

    #[test]
    fn a_descriptor_that_contradicts_itself_says_what_to_do() {
        let message = |body: &str| parse(body).unwrap_err().to_string();
        assert!(message("").contains("no field has role = \"name\""));
        let name = "[[fields]]\nid = \"name\"\nrole = \"name\"\ntitles = { en = \"Name\" }\n";
        assert!(message(&format!("{name}{name}")).contains("repeats an id or a role"));
        assert!(
            message(&format!("{name}[[fields]]\nid = \"limit\"\ntitles = {{ en = \"L\" }}"))
                .contains("request parameter")
        );
        for taken in written::ALL {
            let field = format!("{name}[[fields]]\nid = \"{taken}\"\ntitles = {{ en = \"T\" }}");
            assert!(message(&field).contains("a column of exports; rename it"), "{taken}");
        }
        assert!(message(&format!("{name}colour = 3")).contains("colour"));
        let field = format!("{name}[[fields]]\nid = \"depth\"\ntitles = {{}}\n");
        assert!(message(&format!("{field}type = \"number\"\npattern = \"^9$\"")).contains("is no text"));
        assert!(message(&format!("{field}pattern = \"[0-9]\"")).contains("must begin with ^ and end with $"));
    }
}
