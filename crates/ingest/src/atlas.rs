//! The bundled atlas: descriptors and tables become layers, records and reference rows.

use crate::placing::Locators;
use crate::reference::{self, Known};
use crate::table_layer::{self, LayerRows};
use crate::{Descriptors, Files, Geography, RowError, organisation};
use karigar_model::fold::{fold, other_spelling};
use karigar_model::reference::{Reference, Translation};
use karigar_model::{Layer, Record, RegionCode, Role, Value, View, toml_text};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet, HashMap};

const META: &str = "atlas.toml";

/// What the atlas says of itself.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct AtlasMeta {
    /// Version of the data.
    pub version: String,
    /// Its name.
    pub title: String,
    /// Date of the version, ISO 8601.
    pub released: String,
    /// Licence of the whole: an SPDX id or a web address.
    pub license: String,
    /// Whom to credit, a line each.
    #[serde(default)]
    pub credits: Vec<String>,
    /// Words in the source of a position, and the credit that this source asks for.
    #[serde(default)]
    pub position_credits: BTreeMap<String, String>,
    /// Whose the lines and towns of a drawn map are, by view, in one line.
    #[serde(default)]
    pub map_credits: BTreeMap<String, String>,
}

impl AtlasMeta {
    /// Whose the lines and towns of the maps of a view are; empty when the atlas does not say.
    pub fn map_credits(&self, view: View) -> &str {
        self.map_credits.get(view.code()).map_or("", String::as_str)
    }

    /// Reads `atlas.toml`; nothing where it cannot be read.
    pub fn read(files: &dyn Files, errors: &mut Vec<RowError>) -> Option<Self> {
        files
            .read(META)
            .and_then(|bytes| String::from_utf8(bytes).map_err(|_| "the file is not text in UTF-8".into()))
            .and_then(|text| toml_text::parse(&text))
            .map_err(|reason| {
                let remedy = "state version, title, released, license and credits";
                errors.push(RowError::of_file(META, reason, remedy));
            })
            .ok()
    }
}

/// An atlas, read whole.
#[derive(Clone, Debug, Default)]
pub struct Atlas {
    /// What it says of itself.
    pub meta: AtlasMeta,
    /// All layers, in the order readers meet them.
    pub layers: Vec<Layer>,
    /// Records of all layers that are stored: not `regions`, which [`Geography::region_records`] gives.
    pub records: Vec<Record>,
    /// Rows that are no layer.
    pub reference: Reference,
}

impl Atlas {
    /// Reads an atlas, and everything that is wrong with it.
    pub fn read(files: &dyn Files, geography: &Geography, locators: &Locators<'_>) -> (Self, Vec<RowError>) {
        let mut errors = Vec::new();
        let meta = AtlasMeta::read(files, &mut errors).unwrap_or_default();
        let layers = Descriptors::read(files).map_or_else(
            |mut wrong| {
                errors.append(&mut wrong);
                Vec::new()
            },
            |read| read.layers,
        );
        let mut rows: BTreeMap<&str, LayerRows> = BTreeMap::new();
        for layer in &layers {
            if let Some(read) = table_layer::read(files, layer, geography, locators, &mut errors) {
                rows.insert(&layer.id, read);
            }
        }
        if let Some(centres) = rows.get("centres") {
            let organisations = organisation::derive(centres, &mut errors);
            rows.insert(organisation::LAYER, organisations);
        }
        let families = layers.iter().find_map(|layer| layer.codes.get("family"));
        let known = Known {
            geography,
            layers: &layers,
            families: families.into_iter().flatten().map(|code| code.value.as_str()).collect(),
            ids: rows
                .iter()
                .map(|(layer, rows)| (*layer, rows.records.iter().map(|r| r.id.as_str()).collect()))
                .collect(),
        };
        let reference = reference::read(files, &known, &mut errors);
        name_crafts(&mut rows, &reference, &mut errors);
        name_records(&mut rows, &layers, &reference);
        translate_records(&mut rows, &layers, &reference);
        let records = rows.into_values().flat_map(|rows| rows.records).collect();
        (Self { meta, layers, records, reference }, errors)
    }

    /// Ids of the layers whose records are stored.
    pub fn stored_layers(&self) -> Vec<String> {
        self.layers.iter().map(|layer| layer.id.clone()).filter(|id| id != "regions").collect()
    }
}

/// Fills in the craft of clusters and products: the word of the trade that joins several clusters, or the
/// cluster's own id.
fn name_crafts(rows: &mut BTreeMap<&str, LayerRows>, reference: &Reference, errors: &mut Vec<RowError>) {
    let terms: HashMap<&str, &str> = reference
        .craft_terms
        .iter()
        .flat_map(|term| term.clusters.iter().map(|cluster| (cluster.as_str(), term.id.as_str())))
        .collect();
    let mut clusters: HashMap<String, String> = HashMap::new();
    if let Some(rows) = rows.get_mut("clusters") {
        for record in &mut rows.records {
            let craft = (*terms.get(record.id.as_str()).unwrap_or(&record.id.as_str())).to_owned();
            clusters.insert(record.id.clone(), craft.clone());
            record.properties.insert("craft".into(), Value::Text(craft));
        }
    }
    let Some(rows) = rows.get_mut("products") else { return };
    for record in &mut rows.records {
        let Some(cluster) = record.properties.get("made_in").and_then(Value::as_text) else { continue };
        if let Some(craft) = clusters.get(cluster) {
            record.properties.insert("craft".into(), Value::Text(craft.clone()));
        } else {
            errors.push(RowError {
                row: rows.lines.get(&record.id).copied(),
                column: "craft_id".into(),
                value: cluster.into(),
                ..RowError::of_file(
                    &rows.file,
                    "is no id in tables/clusters.csv",
                    "correct it or clear the cell",
                )
            });
        }
    }
}

/// Fills in the names that records are found by: local names, names in other scripts and spellings,
/// our translations of the name, the word of the trade, and how sources spell the town.
fn name_records(rows: &mut BTreeMap<&str, LayerRows>, layers: &[Layer], reference: &Reference) {
    let spellings = town_spellings(rows, layers);
    let mut names: HashMap<(&str, &str), Vec<&str>> = HashMap::new();
    for name in &reference.names {
        names.entry((&name.layer, &name.id)).or_default().push(&name.name);
    }
    for text in reference.translations.iter().filter(|text| text.field == "name") {
        names.entry((&text.layer, &text.id)).or_default().push(&text.text);
    }
    for term in &reference.craft_terms {
        for cluster in &term.clusters {
            names.entry(("clusters", cluster)).or_default().push(&term.name);
        }
    }
    for record in rows.values_mut().flat_map(|rows| &mut rows.records) {
        let own = record.properties.get("name").and_then(Value::as_text).unwrap_or_default();
        let local = match record.properties.get("local_names") {
            Some(Value::List(names)) => names.as_slice(),
            _ => &[],
        };
        let other = names.get(&(record.layer.as_str(), record.id.as_str())).into_iter().flatten().copied();
        let town = layers.iter().find_map(|layer| town_of(layer, record));
        let towns = town.and_then(|town| spellings.get(&town)).into_iter().flatten().map(String::as_str);
        let mut aliases: Vec<String> = Vec::new();
        for name in local.iter().map(String::as_str).chain(other).chain(towns) {
            if name != own && !aliases.iter().any(|known| known == name) {
                aliases.push(name.to_owned());
            }
        }
        record.aliases = aliases;
    }
}

/// Fills in the fields that give another field in another language.
fn translate_records(rows: &mut BTreeMap<&str, LayerRows>, layers: &[Layer], reference: &Reference) {
    let mut texts: HashMap<(&str, &str), Vec<&Translation>> = HashMap::new();
    for text in &reference.translations {
        texts.entry((&text.layer, &text.id)).or_default().push(text);
    }
    for layer in layers {
        for record in rows.get_mut(layer.id.as_str()).into_iter().flat_map(|rows| &mut rows.records) {
            for text in texts.get(&(layer.id.as_str(), record.id.as_str())).into_iter().flatten() {
                if let Some(field) = layer.translation(&text.field, &text.lang) {
                    let value = Value::Text(text.text.clone());
                    record.properties.insert(layer.fields[field].id.clone(), value);
                }
            }
        }
    }
}

/// The town of a record of `layer`, as its folded name and the region it lies in.
fn town_of(layer: &Layer, record: &Record) -> Option<(String, RegionCode)> {
    let town = text_of(layer, record, Role::Town)?;
    Some((fold(town), record.placement.india.clone()?))
}

fn text_of<'a>(layer: &Layer, record: &'a Record, role: Role) -> Option<&'a str> {
    let field = layer.role(role).filter(|_| layer.id == record.layer)?;
    record.properties.get(&layer.fields[field].id)?.as_text()
}

/// Other spellings of towns in the sources of records, for all records of the same town.
fn town_spellings(
    rows: &BTreeMap<&str, LayerRows>,
    layers: &[Layer],
) -> HashMap<(String, RegionCode), BTreeSet<String>> {
    let mut spellings: HashMap<(String, RegionCode), BTreeSet<String>> = HashMap::new();
    for layer in layers {
        for record in rows.get(layer.id.as_str()).into_iter().flat_map(|rows| &rows.records) {
            let name = text_of(layer, record, Role::Town).unwrap_or_default();
            let stated = text_of(layer, record, Role::Place).unwrap_or_default();
            if let (Some(town), Some(spelling)) = (town_of(layer, record), other_spelling(name, stated)) {
                spellings.entry(town).or_default().insert(spelling.to_owned());
            }
        }
    }
    spellings
}
