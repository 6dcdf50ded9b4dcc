//! Names in other scripts, translations and words of the trade.

use crate::regions::name_kind;
use crate::table::{Row, Table};
use crate::{Files, RowError};
use karigar_model::Layer;
use karigar_model::reference::{CraftTerm, Name, Translation};
use std::collections::{BTreeMap, HashMap, HashSet};

/// Ids of the records of each layer.
pub(crate) type Ids<'a> = HashMap<&'a str, HashSet<&'a str>>;

const NAMES: &[&str] = &["craft_id", "lang", "script", "name", "kind", "source"];
const TEXTS: &[&str] = &["table", "id", "field", "text", "kind", "note"];
const TERMS: &[&str] = &["id", "name", "technique_family", "cluster_ids", "note"];

/// Reads `names.csv`.
pub(crate) fn names(files: &dyn Files, ids: &Ids<'_>, errors: &mut Vec<RowError>) -> Vec<Name> {
    let table = Table::of_file(files, "tables/names.csv", NAMES, errors);
    table.unique(&["craft_id", "lang", "name"], errors);
    let mut names = Vec::new();
    for row in table.rows() {
        let id = row.get("craft_id");
        if !ids.get("clusters").is_some_and(|ids| ids.contains(id)) {
            errors.push(row.error("craft_id", "is no id in tables/clusters.csv", "correct it"));
        }
        if !matches!(row.get("kind"), "native" | "translation" | "spelling") {
            errors.push(row.error("kind", "is no kind of name", "write native, translation or spelling"));
        }
        row.filled(&["lang", "script", "name", "source"], errors);
        names.push(Name {
            layer: "clusters".into(),
            id: id.into(),
            lang: row.get("lang").into(),
            script: row.get("script").into(),
            name: row.get("name").into(),
            kind: row.get("kind").into(),
            source: row.get("source").into(),
        });
    }
    names
}

/// Reads every `texts_{language}.csv`.
pub(crate) fn translations(
    files: &dyn Files,
    layers: &[Layer],
    ids: &Ids<'_>,
    errors: &mut Vec<RowError>,
) -> Vec<Translation> {
    let listed = files.list("tables").unwrap_or_else(|reason| {
        errors.push(RowError::of_file("tables", reason, "put the folder of tables back"));
        Vec::new()
    });
    let mut translations = Vec::new();
    for file in listed {
        if let Some(lang) = file.strip_prefix("texts_").and_then(|rest| rest.strip_suffix(".csv")) {
            read_texts(files, &file, lang, layers, ids, &mut translations, errors);
        }
    }
    translations
}

fn read_texts(
    files: &dyn Files,
    file: &str,
    lang: &str,
    layers: &[Layer],
    ids: &Ids<'_>,
    translations: &mut Vec<Translation>,
    errors: &mut Vec<RowError>,
) {
    let table = Table::of_file(files, &format!("tables/{file}"), TEXTS, errors);
    table.unique(&["id", "table", "field"], errors);
    for row in table.rows() {
        let (layer, id, field) = (row.get("table"), row.get("id"), row.get("field"));
        match layers.iter().find(|own| own.id == layer) {
            None => errors.push(row.error("table", "is no layer", "write the id of a layer")),
            Some(layer) if layer.field(field).is_none() => {
                errors.push(row.error("field", format!("is no field of {}", layer.id), "correct it"));
            }
            Some(layer) if layer.translation(field, lang).is_none() => {
                let reason = format!("has no field in `{lang}` in the layer {}", layer.id);
                let remedy = "describe one with `translates`, or remove the row";
                errors.push(row.error("field", reason, remedy));
            }
            Some(_) if !ids.get(layer).is_some_and(|ids| ids.contains(id)) => {
                errors.push(row.error(
                    "id",
                    format!("is no record of {layer}"),
                    "correct it or remove the row",
                ));
            }
            Some(_) => {}
        }
        if row.get("text").is_empty() {
            errors.push(row.error("text", "is empty", "fill it in or remove the row"));
        }
        let Some(kind) = name_kind(row, "kind", errors) else { continue };
        translations.push(Translation {
            layer: layer.into(),
            id: id.into(),
            field: field.into(),
            lang: lang.into(),
            text: row.get("text").into(),
            kind,
            note: row.get("note").into(),
        });
    }
}

/// The cells of all columns `name_{language}` that are filled in.
fn local_names(row: Row<'_>) -> BTreeMap<String, String> {
    let columns = row.table().headings().iter();
    let named = columns.filter_map(|column| Some((column.strip_prefix("name_")?, row.get(column))));
    named
        .filter(|(_, name)| !name.is_empty())
        .map(|(lang, name)| (lang.to_owned(), name.to_owned()))
        .collect()
}

/// Reads `craft_terms.csv`.
pub(crate) fn craft_terms(
    files: &dyn Files,
    families: &[&str],
    ids: &Ids<'_>,
    errors: &mut Vec<RowError>,
) -> Vec<CraftTerm> {
    let table = Table::of_file(files, "tables/craft_terms.csv", TERMS, errors);
    table.unique(&["id"], errors);
    let mut terms: Vec<CraftTerm> = Vec::new();
    let mut taken: HashMap<&str, &str> = HashMap::new();
    for row in table.rows() {
        let id = row.get("id");
        row.filled(&["id", "name", "cluster_ids"], errors);
        let is_cluster = |id: &str| ids.get("clusters").is_some_and(|ids| ids.contains(id));
        if is_cluster(id) {
            errors.push(row.error("id", "is the id of a cluster, too", "choose another word"));
        }
        if !families.contains(&row.get("technique_family")) {
            errors.push(row.error("technique_family", "is no craft family", "write a code of the list"));
        }
        for cluster in row.list("cluster_ids") {
            if !is_cluster(cluster) {
                let reason = format!("names `{cluster}`, which is no id in tables/clusters.csv");
                errors.push(row.error("cluster_ids", reason, "correct it"));
            }
            if let Some(other) = taken.insert(cluster, id) {
                let reason = format!("names `{cluster}`, which belongs to `{other}` already");
                errors.push(row.error("cluster_ids", reason, "leave each cluster to one term"));
            }
        }
        terms.push(CraftTerm {
            id: id.into(),
            name: row.get("name").into(),
            names: local_names(row),
            family: row.get("technique_family").into(),
            clusters: row.list("cluster_ids").map(str::to_owned).collect(),
            note: row.get("note").into(),
        });
    }
    terms
}
