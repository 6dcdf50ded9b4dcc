//! Records that stand on a region's page beside those of its districts: known only to the region itself, or
//! counted in another one.

use super::Shown;
use crate::pages::record::explore;
use crate::pages::said::by_name;
use crate::pages::view::{Row, row};
use karigar_index::LayerSnapshot;
use karigar_model::query::{Filter, Page, Test};
use karigar_model::{Precision, Query, Role};
use std::sync::Arc;

/// Records listed of a layer; its list has all.
const MOST: usize = 12;

/// Records of a layer.
pub struct Listed {
    /// Title of the layer.
    pub title: String,
    /// The first of them.
    pub rows: Vec<Row>,
    /// "All 14 of them"; empty where these are all.
    pub more: String,
    /// The list of all.
    pub url: String,
}

impl Shown<'_> {
    /// Records whose sources name no more exact place than this country or state.
    pub fn known_only_here(&self) -> Vec<Listed> {
        let precision = match self.region.code.level() {
            0 => Precision::Country,
            1 => Precision::State,
            _ => return Vec::new(),
        };
        let layers = self.snapshot.layers.iter();
        layers.filter_map(|layer| self.only_here(layer, precision.code())).collect()
    }

    fn only_here(&self, layer: &Arc<LayerSnapshot>, precision: &str) -> Option<Listed> {
        let Self { snapshot, language, region, .. } = *self;
        let described = layer.layer();
        let field = described.role(Role::Precision)?;
        let filter = Filter { field, test: Test::AnyOf(vec![precision.to_owned()]) };
        let query = Query { within: Some(region.code.clone()), filters: vec![filter], ..Query::default() };
        let found = layer.items(&query, &by_name(language, described), &Page::first(MOST));
        let asked = [("within", region.code.as_str()), (described.fields[field].id.as_str(), precision)];
        (found.number_matched > 0).then(|| Listed {
            title: described.title(language.tag).to_owned(),
            rows: found.features.iter().map(|one| row(language, snapshot, described, *one)).collect(),
            more: if found.number_matched > MOST {
                language.count("region-more", found.number_matched)
            } else {
                String::new()
            },
            url: explore(language.root(), &described.id, &asked),
        })
    }

    /// Records that are made here too, but counted in the state that their source names first.
    pub fn also_made_here(&self) -> Vec<Row> {
        let Self { snapshot, language, region, .. } = *self;
        let records = snapshot.also.get(&region.code).into_iter().flatten();
        let found = records.filter_map(|(layer, id)| {
            let layer = snapshot.layer(layer).ok()?;
            Some(row(language, snapshot, layer.layer(), layer.get(id)?))
        });
        found.collect()
    }
}
