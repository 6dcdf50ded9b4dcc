//! Texts of records in the reader's language; where there is none, in their own and marked as such.

use super::frame::escape;
use super::record::ORGANISATIONS;
use crate::i18n::Language;
use crate::portal::Snapshot;
use crate::portal::crafts::Craft;
use crate::portal::snapshot::REGIONS;
use karigar_index::FeatureRef;
use karigar_ingest::organisation_id;
use karigar_model::fold::same_sound;
use karigar_model::{Field, Layer, RegionCode, Role, Sort};
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

    /// A message with this text as its argument `name`. The words of messages hold no signs of HTML.
    #[must_use]
    pub fn within(&self, language: &Language, key: &str, name: &str) -> Self {
        let marked = self.marked.as_ref().map(|marked| language.with_one(key, name, marked));
        Self { text: language.with_one(key, name, &self.text), marked }
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

/// Whether a layer comes with the atlas and not from who runs the portal.
pub fn of_atlas(layer: &Layer) -> bool {
    layer.table.is_some() || [ORGANISATIONS, REGIONS].contains(&layer.id.as_str())
}

/// The language that the texts of a layer are in, where the page has another one: the atlas is written in
/// English; what an operator's layer is written in, nobody knows.
pub fn foreign_language(language: &Language, layer: &Layer) -> Option<&'static str> {
    match (of_atlas(layer), language.speaks_english()) {
        (true, true) => None,
        (true, false) => Some("en"),
        (false, _) => Some(""),
    }
}

/// A text of a layer that nobody has put into the reader's language.
pub fn foreign(language: &Language, layer: &Layer, text: &str) -> Said {
    match foreign_language(language, layer) {
        Some(lang) => Said::foreign(text, lang),
        None => Said::own(text),
    }
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
        (None, Some(text)) => foreign(language, layer, text),
        (None, None) => Said::default(),
    }
}

/// A value of a field as a reader knows it: the name of a region or of a body, the title of a code, else
/// the value itself, set as the page sets it.
pub fn value(
    language: &Language,
    snapshot: &Snapshot,
    layer: &Layer,
    field: &Field,
    value: &str,
    set: fn(&str) -> String,
) -> Said {
    if field.role.is_some_and(Role::is_placement) {
        let region = RegionCode::parse(value).and_then(|code| snapshot.tree.get(&code));
        return Said::own(set(region.map_or(value, |region| region.name_in(language.tag))));
    }
    let code = layer.code(field, value);
    if let Some(title) = code.and_then(|code| code.titles.get(language.tag)) {
        return Said::own(set(title));
    }
    if let Some((layer, body)) = body(snapshot, field, value) {
        return name(language, layer, body);
    }
    let words = set(code.map_or(value, |code| code.title(language.tag)));
    match foreign_language(language, layer).filter(|_| words.contains(char::is_alphabetic)) {
        Some(lang) => Said::foreign(&words, lang),
        None => Said::own(words),
    }
}

/// The body that a field of a centre or an event names.
fn body<'a>(snapshot: &'a Snapshot, field: &Field, value: &str) -> Option<(&'a Layer, FeatureRef<'a>)> {
    let bodies = snapshot
        .layer(ORGANISATIONS)
        .ok()
        .filter(|_| ["organisation", "organiser"].contains(&field.id.as_str()))?;
    Some((bodies.layer(), bodies.get(&organisation_id(value))?))
}

/// A text of a row that belongs to no layer: `table` and `field` as in `texts_hi.csv`. Empty where the row has none.
pub fn of_row(
    language: &Language,
    snapshot: &Snapshot,
    (table, id): (&str, &str),
    field: &str,
    text: &str,
) -> Said {
    match snapshot.translation(table, id, field, language.tag) {
        _ if text.is_empty() => Said::default(),
        Some(translated) => Said::own(&translated.text),
        None => Said::english(language, text),
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

/// Names of places, each within the next. What has no name in the reader's language has its English one.
pub fn place_label(language: &Language, label: &str) -> Said {
    let latin = |part: &str| part.contains(|letter: char| letter.is_ascii_alphabetic());
    let part = |part: &str| if latin(part) { Said::english(language, part) } else { Said::own(part) };
    Said::join(&label.split(", ").map(part).collect::<Vec<_>>(), ", ")
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
            parts.push(place_label(language, name));
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
