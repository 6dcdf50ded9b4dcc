//! Texts of records in the reader's language; where there is none, in their own and marked as such.

use super::frame::escape;
use crate::i18n::Language;
use crate::portal::Snapshot;
use crate::portal::crafts::Craft;
use karigar_index::FeatureRef;
use karigar_model::fold::same_sound;
use karigar_model::{Layer, Role, Sort};
use std::fmt;
use std::ops::Deref;

/// A text for a reader.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Said {
    text: String,
    /// With its foreign parts marked, where it has any.
    marked: Option<String>,
}

impl Said {
    /// A text in the language of the page.
    pub fn own(text: impl Into<String>) -> Self {
        Self { text: text.into(), marked: None }
    }

    /// A text in another language; an empty tag is a language that nobody knows.
    pub fn foreign(text: &str, lang: &str) -> Self {
        let mark = if lang.is_empty() { String::new() } else { format!(" lang=\"{lang}\"") };
        Self { marked: Some(format!("<bdi{mark}>{}</bdi>", escape(text))), text: text.to_owned() }
    }

    /// A text that was written in English.
    pub fn english(language: &Language, text: &str) -> Self {
        if language.speaks_english() { Self::own(text) } else { Self::foreign(text, "en") }
    }

    /// Safe between tags, with foreign parts marked.
    pub fn html(&self) -> String {
        self.marked.clone().unwrap_or_else(|| escape(&self.text))
    }

    /// Without the words that it starts with: "Varanasi, Uttar Pradesh" without Varanasi is "Uttar Pradesh".
    #[must_use]
    pub fn without_start(self, start: &str, comma: &str) -> Self {
        match self.text.strip_prefix(start) {
            Some("") => Self::default(),
            Some(rest) if self.marked.is_none() => {
                rest.strip_prefix(comma).map_or_else(|| self.clone(), Self::own)
            }
            _ => self,
        }
    }

    /// Several, with something between them.
    pub fn join(parts: &[Self], between: &str) -> Self {
        let texts: Vec<&str> = parts.iter().map(|part| part.text.as_str()).collect();
        let html = || parts.iter().map(Self::html).collect::<Vec<_>>().join(between);
        Self { text: texts.join(between), marked: parts.iter().any(|part| part.marked.is_some()).then(html) }
    }
}

impl<T: Into<String>> From<T> for Said {
    fn from(text: T) -> Self {
        Self::own(text)
    }
}

impl Deref for Said {
    type Target = str;

    fn deref(&self) -> &str {
        &self.text
    }
}

impl fmt::Display for Said {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.text)
    }
}

/// The language that the texts of a layer are in, where the page has another one: the atlas is written in
/// English; what an operator's layer is written in, nobody knows.
pub fn foreign_language(language: &Language, layer: &Layer) -> Option<&'static str> {
    let of_atlas = layer.table.is_some() || layer.id == super::record::ORGANISATIONS;
    match (of_atlas, language.speaks_english()) {
        (true, true) => None,
        (true, false) => Some("en"),
        (false, _) => Some(""),
    }
}

/// A text of the atlas that is in English only.
pub fn english(language: &Language, text: impl Into<String>) -> Said {
    let text = text.into();
    if language.speaks_english() { Said::own(text) } else { Said::foreign(&text, "en") }
}

/// The text of the field with a role, in the reader's language where the record has it; empty when it has none.
pub fn said(language: &Language, layer: &Layer, feature: FeatureRef<'_>, role: Role) -> Said {
    layer.role(role).map_or_else(Said::default, |field| said_at(language, layer, feature, field))
}

/// The text of a field, in the reader's language where the record has it; empty when it has none.
pub fn said_at(language: &Language, layer: &Layer, feature: FeatureRef<'_>, field: usize) -> Said {
    let translated =
        layer.translation(&layer.fields[field].id, language.tag).and_then(|own| feature.text(own));
    match (translated, feature.text(field)) {
        (Some(text), _) => Said::own(text),
        (None, Some(text)) => match foreign_language(language, layer) {
            Some(lang) => Said::foreign(text, lang),
            None => Said::own(text),
        },
        (None, None) => Said::default(),
    }
}

/// A feature's name, or its id.
pub fn name(language: &Language, layer: &Layer, feature: FeatureRef<'_>) -> Said {
    let name = said(language, layer, feature, Role::Name);
    if name.is_empty() { Said::own(feature.id()) } else { name }
}

/// The name of a craft.
pub fn craft_name(language: &Language, craft: &Craft) -> Said {
    match craft.name_in(language.tag) {
        Some(name) => Said::own(name),
        None => Said::english(language, &craft.name),
    }
}

/// The order that readers find names in: by the name in their language, then by the record's own.
pub fn by_name(language: &Language, layer: &Layer) -> Vec<Sort> {
    let Some(own) = layer.role(Role::Name) else { return Vec::new() };
    let translated = layer.translation(&layer.fields[own].id, language.tag);
    let fields = translated.into_iter().chain([own]);
    fields.map(|field| Sort { field: Some(field), descending: false }).collect()
}

/// Town, district and state in words, as exactly as is known: "Bidar, Karnataka", "Lahore, Punjab, Pakistan".
pub fn place(language: &Language, snapshot: &Snapshot, layer: &Layer, feature: FeatureRef<'_>) -> Said {
    let town = town(language, snapshot, layer, feature);
    let mut parts: Vec<Said> = if town.is_empty() { vec![] } else { vec![town] };
    let around = feature.region().map(|code| snapshot.tree.ancestry(code)).unwrap_or_default();
    for region in around.into_iter().rev() {
        let name = region.name_in(language.tag);
        // The country is said where the rest would leave it open: Punjab, or a town without a state.
        let open = parts.len() < 2 || snapshot.gazetteer.is_shared(&parts[parts.len() - 1]);
        let told = parts.iter().any(|part| same_sound(part, name) || same_sound(part, &region.name));
        if (region.code.level() > 0 || open) && !told {
            parts.push(Said::own(name));
        }
    }
    Said::join(&parts, language.comma())
}

/// The town of a record by the name that the reader knows it by.
fn town(language: &Language, snapshot: &Snapshot, layer: &Layer, feature: FeatureRef<'_>) -> Said {
    let town = said(language, layer, feature, Role::Town);
    let Some(region) = feature.region().filter(|_| town.marked.is_some()) else { return town };
    let around = snapshot.tree.ancestry(region);
    let named = around.iter().find(|region| region.name == *town).map(|region| region.name_in(language.tag));
    let local = named.or_else(|| snapshot.gazetteer.local_name(&town, region, language.tag));
    local.map_or(town, Said::own)
}
