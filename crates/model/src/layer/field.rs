//! A field of a layer: its type, its meaning and the codes that it takes.

use super::{Texts, text_in};
use crate::Pattern;
use crate::translated::Translates;
use serde::{Deserialize, Serialize};

/// The type of a field's values.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum FieldType {
    /// Free text.
    #[default]
    Text,
    /// One code of a list.
    Code,
    /// A whole number.
    Integer,
    /// Any number.
    Number,
    /// Yes or no.
    Boolean,
    /// A date, or a year or month where no more is known, ISO 8601; or a stretch from one to another.
    Date,
    /// An address on the web.
    Url,
}

/// What a field means, so that code can find it without knowing its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Role {
    /// The name a reader knows the record by.
    Name,
    /// One sentence that says what it is.
    Summary,
    /// The facet that colours and draws it (craft family, kind of centre).
    Category,
    /// The town or village, by its usual name alone.
    Town,
    /// The place in the source's own words.
    Place,
    /// Most exact region code; filled from the record's placement.
    Region,
    /// The region's name with its parents; filled from the placement.
    RegionName,
    /// Country code; filled from the placement.
    Country,
    /// State code; filled from the placement.
    State,
    /// District code; filled from the placement.
    District,
    /// How exactly the position is known.
    Precision,
    /// Where longitude and latitude come from.
    PositionSource,
    /// When it happens.
    Time,
    /// Who says so.
    Source,
    /// Since when that is known.
    AsOf,
}

impl Role {
    /// Whether the value is the code of a region.
    pub fn is_region_code(self) -> bool {
        matches!(self, Self::Region | Self::Country | Self::State | Self::District)
    }

    /// Whether the value comes from where the record was placed, not from its table.
    pub fn is_placement(self) -> bool {
        self.is_region_code() || self == Self::RegionName
    }
}

/// One code of a list: what stands in data, and what a reader sees.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Code {
    /// What stands in data and in a URL.
    pub value: String,
    /// Its names; one that has none in English is a word of English itself.
    pub titles: Texts,
    /// The group that it is drawn with (the dye of a craft family).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub group: Option<String>,
}

impl Code {
    /// Its name in a language, else in English.
    pub fn title(&self, language: &str) -> &str {
        self.titles.get(language).or_else(|| self.titles.get("en")).unwrap_or(&self.value)
    }
}

/// One field of a layer.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Field {
    /// Name in the API, in exports and in URLs.
    pub id: String,
    /// Names for readers.
    pub titles: Texts,
    /// What it holds, in a sentence.
    #[serde(default, skip_serializing_if = "Texts::is_empty")]
    pub descriptions: Texts,
    /// Type of a value.
    #[serde(default, rename = "type")]
    pub field_type: FieldType,
    /// What it means to the portal.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub role: Option<Role>,
    /// Column of the table it is read from, when that differs from `id`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub column: Option<String>,
    /// Whether it is counted and offered as a filter.
    #[serde(default)]
    pub facet: bool,
    /// Whether a text search looks at it.
    #[serde(default)]
    pub searchable: bool,
    /// Whether it may never leave the database.
    #[serde(default)]
    pub private: bool,
    /// Whether it holds several values, parted by `;` in a table.
    #[serde(default)]
    pub many: bool,
    /// Whether it is an editor's classification and not a sourced fact.
    #[serde(default)]
    pub classification: bool,
    /// Name of the list its codes come from. Of a text, which may hold anything, the list only gives
    /// titles to some values.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub codes: Option<String>,
    /// How a value begins that was only copied from a register and says nothing of the thing itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub formal: Option<String>,
    /// How each of its values is written; of a text only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pattern: Option<Pattern>,
    /// The field that it gives in another language.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub translates: Option<Translates>,
}

impl Field {
    /// Name for a reader.
    pub fn title(&self, language: &str) -> &str {
        text_in(&self.titles, language)
    }

    /// The table column that holds it.
    pub fn column(&self) -> &str {
        self.column.as_deref().unwrap_or(&self.id)
    }

    /// Whether `value` was only copied from a register.
    pub fn is_formal(&self, value: &str) -> bool {
        self.formal.as_ref().is_some_and(|start| value.starts_with(start.as_str()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_without_an_english_name_is_the_word_itself() {
        let titles = [("hi".to_owned(), "बाँस".to_owned())].into();
        let bamboo = Code { value: "bamboo".into(), titles, group: None };
        assert_eq!(["en", "hi", "ur"].map(|language| bamboo.title(language)), ["bamboo", "बाँस", "bamboo"]);
    }
}
