//! Crafts: words of the trade. Each joins the clusters that make the same thing.

use super::Snapshot;
use karigar_index::FeatureRef;
use karigar_model::collation::collation_key;
use karigar_model::query::{Filter, Test};
use karigar_model::{Layer, Page, Query, RegionCode, Role};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// The layer that crafts gather.
pub const CLUSTERS: &str = "clusters";

/// A word of the trade.
#[derive(Clone, Debug, Serialize)]
pub struct Craft {
    /// Its id: that of the term, or of its only cluster.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its name in other languages, by BCP 47 tag.
    pub names: BTreeMap<String, String>,
    /// Craft family; an editor's classification.
    pub family: Option<String>,
    /// States, or countries where no state is known, of its clusters.
    pub states: BTreeSet<RegionCode>,
    /// How many clusters make it.
    pub clusters: usize,
}

impl Craft {
    /// Its name in `language`, where it has one there.
    pub fn name_in(&self, language: &str) -> Option<&str> {
        self.names.get(language).map(String::as_str)
    }
}

fn name_field(layer: &Layer) -> Option<&str> {
    layer.role(Role::Name).map(|field| layer.fields[field].id.as_str())
}

impl Snapshot {
    /// All crafts, by name.
    pub fn crafts(&self) -> Vec<Craft> {
        let Ok(clusters) = self.layer(CLUSTERS) else { return Vec::new() };
        let Some(field) = clusters.layer().field_index("craft") else { return Vec::new() };
        let mut gathered: BTreeMap<&str, Vec<FeatureRef<'_>>> = BTreeMap::new();
        for cluster in clusters.all(&Query::default()) {
            if let Some(id) = cluster.text(field) {
                gathered.entry(id).or_default().push(cluster);
            }
        }
        let mut crafts: Vec<Craft> =
            gathered.into_iter().filter_map(|(id, clusters)| self.described(id, &clusters)).collect();
        crafts.sort_by_cached_key(|craft| (collation_key(&craft.name), craft.id.clone()));
        crafts
    }

    /// The craft `id`.
    pub fn craft(&self, id: &str) -> Option<Craft> {
        self.described(id, &self.clusters_of(id))
    }

    fn described(&self, id: &str, clusters: &[FeatureRef<'_>]) -> Option<Craft> {
        let first = clusters.first()?;
        let layer = self.layer(CLUSTERS).ok()?.layer();
        let term = self.reference.craft_terms.iter().find(|term| term.id == id);
        let text = |role| layer.role(role).and_then(|field| first.text(field)).map(str::to_owned);
        let own_names = || {
            let translations = layer.fields.iter().enumerate().filter_map(|(at, field)| {
                let of =
                    field.translates.as_ref().filter(|of| Some(of.field.as_str()) == name_field(layer))?;
                Some((of.lang.clone(), first.text(at)?.to_owned()))
            });
            translations.collect()
        };
        Some(Craft {
            id: id.to_owned(),
            name: term.map(|term| term.name.clone()).or_else(|| text(Role::Name))?,
            names: term.map_or_else(own_names, |term| term.names.clone()),
            family: term.map(|term| term.family.clone()).or_else(|| text(Role::Category)),
            states: clusters
                .iter()
                .filter_map(FeatureRef::region)
                .filter_map(|code| code.at_level(1).or_else(|| code.at_level(0)))
                .collect(),
            clusters: clusters.len(),
        })
    }

    /// The clusters that make a craft, by id.
    pub fn clusters_of(&self, craft: &str) -> Vec<FeatureRef<'_>> {
        let Ok(clusters) = self.layer(CLUSTERS) else { return Vec::new() };
        let Some(field) = clusters.layer().field_index("craft") else { return Vec::new() };
        let filter = Filter { field, test: Test::AnyOf(vec![craft.to_owned()]) };
        let query = Query { filters: vec![filter], ..Query::default() };
        clusters.items(&query, &[], &Page::first(super::request::MAX_LIMIT)).features
    }
}
