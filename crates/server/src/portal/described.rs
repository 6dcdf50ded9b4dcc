//! What describes a record beside its names, for a search by several words.

use super::gazetteer::names_of;
use karigar_index::FeatureRef;
use karigar_model::reference::Translation;
use karigar_model::{Layer, RegionTree, Role, ValueRef};
use std::collections::HashMap;

/// The places of records in other languages.
pub struct Places<'a>(HashMap<(&'a str, &'a str), Vec<&'a Translation>>);

impl<'a> Places<'a> {
    /// Those among our translations.
    pub fn new(translations: &'a [Translation]) -> Self {
        let mut places: HashMap<(&str, &str), Vec<&Translation>> = HashMap::new();
        for text in translations.iter().filter(|text| text.field == "place") {
            places.entry((&text.layer, &text.id)).or_default().push(text);
        }
        Self(places)
    }

    /// Those of one record.
    pub fn of(&self, layer: &'a str, id: &'a str) -> impl Iterator<Item = &'a Translation> {
        self.0.get(&(layer, id)).into_iter().flatten().copied()
    }
}

/// The texts that say what a record is and where: what is searched in it, its kind, its id (which holds the usual short
/// name of an office), and the names of its regions.
pub fn described<'a>(
    layer: &'a Layer,
    feature: FeatureRef<'a>,
    tree: &'a RegionTree,
) -> impl Iterator<Item = String> + 'a {
    let name = layer.role(Role::Name);
    let searched = layer.public_fields().filter(move |(at, field)| field.searchable && Some(*at) != name);
    let searched = searched.flat_map(move |(at, _)| match feature.value(at) {
        ValueRef::Text(text) => vec![text.to_owned()],
        ValueRef::List(texts) => texts.iter().map(|text| (*text).to_owned()).collect(),
        _ => Vec::new(),
    });
    let category = layer.role(Role::Category).and_then(|at| {
        let code = layer.code(&layer.fields[at], feature.text(at)?)?;
        Some(code.titles.values().cloned().collect::<Vec<_>>())
    });
    let regions = feature.region().into_iter().flat_map(|code| tree.ancestry(code)).flat_map(names_of);
    let regions = regions.map(str::to_owned);
    std::iter::once(feature.id().to_owned())
        .chain(searched)
        .chain(category.into_iter().flatten())
        .chain(regions)
}
