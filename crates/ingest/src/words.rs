//! Names in other scripts, translations and words of the trade.

use crate::regions::name_kind;
use crate::table::{Row, Table};
use crate::{Files, RowError};
use karigar_model::Layer;
use karigar_model::reference::{CraftTerm, Name, Reference, Translation};
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

/// Tables that are no layer, and which of their columns may stand in another language.
const TABLES: &[(&str, &[&str])] = &[
    ("centre_services", &["service", "who_can_ask", "papers", "fee", "days_promised", "appeal"]),
    ("schemes", &["name", "short_name", "agency", "gives"]),
    ("scheme_names", &["name", "note"]),
    ("district_products", &["product"]),
    ("training_centres", &["area", "course_level", "craft", "unit", "note"]),
    ("statistics", &["region", "note"]),
    ("craft_terms", &["note"]),
];

/// Ids of the rows of the tables that are no layer. Names of programmes have none; the name itself is one.
pub(crate) fn table_ids(reference: &Reference) -> Ids<'_> {
    [
        ("centre_services", reference.services.iter().map(|row| row.id.as_str()).collect()),
        ("schemes", reference.schemes.iter().map(|row| row.id.as_str()).collect()),
        ("scheme_names", reference.scheme_names.iter().map(|row| row.name.as_str()).collect()),
        ("district_products", reference.district_products.iter().map(|row| row.id.as_str()).collect()),
        ("training_centres", reference.training.iter().map(|row| row.id.as_str()).collect()),
        ("statistics", reference.statistics.iter().map(|row| row.id.as_str()).collect()),
        ("craft_terms", reference.craft_terms.iter().map(|row| row.id.as_str()).collect()),
    ]
    .into()
}

/// Reads every `texts_{language}.csv`. `ids` are those of the layers and of [`table_ids`].
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
        errors.extend(misplaced(row, lang, layers, ids));
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

/// Why a text belongs to nothing in the atlas.
fn misplaced(row: Row<'_>, lang: &str, layers: &[Layer], ids: &Ids<'_>) -> Option<RowError> {
    let (table, field) = (row.get("table"), row.get("field"));
    let columns = TABLES.iter().find(|(name, _)| *name == table).map(|(_, columns)| columns);
    match (layers.iter().find(|layer| layer.id == table), columns) {
        (None, None) => {
            let tables: Vec<&str> = TABLES.iter().map(|(name, _)| *name).collect();
            let remedy = format!("write the id of a layer, or one of {}", tables.join(", "));
            return Some(row.error("table", "is no layer and no table with texts", remedy));
        }
        (Some(layer), _) if layer.field(field).is_none() => {
            return Some(row.error("field", format!("is no field of {table}"), "correct it"));
        }
        (Some(layer), _) if layer.translation(field, lang).is_none() => {
            let reason = format!("has no field in `{lang}` in the layer {table}");
            return Some(row.error("field", reason, "describe one with `translates`, or remove the row"));
        }
        (None, Some(columns)) if !columns.contains(&field) => {
            let remedy = format!("write one of {}", columns.join(", "));
            return Some(row.error("field", format!("is no text of {table}"), remedy));
        }
        _ => {}
    }
    let known = ids.get(table).is_some_and(|ids| ids.contains(row.get("id")));
    (!known).then(|| row.error("id", format!("is no record of {table}"), "correct it or remove the row"))
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

#[cfg(test)]
mod tests {
    use super::*;
    use karigar_model::layer::Common;
    use std::collections::BTreeMap;

    fn read(row: &str) -> (Vec<Translation>, Vec<RowError>) {
        let layer = "id = \"wells\"\npage = \"well\"\ngeometry = \"point\"\ntitles = {}\nfields = [\n\
            { id = \"name\", role = \"name\", titles = {} }, { id = \"use\", titles = {} },\n\
            { id = \"name_hi\", translates = { field = \"name\", lang = \"hi\" }, titles = {} } ]";
        let layers = [Layer::parse(layer, &Common::default()).unwrap()];
        let text = format!("{}\n{row}\n", TEXTS.join(","));
        let files = BTreeMap::from([("tables/texts_hi.csv".to_owned(), text.into_bytes())]);
        let ids = Ids::from([("wells", HashSet::from(["w1"])), ("schemes", HashSet::from(["s1"]))]);
        let mut errors = Vec::new();
        (translations(&files, &layers, &ids, &mut errors), errors)
    }

    #[test]
    fn a_text_belongs_to_a_record_of_a_layer_or_to_a_row_of_a_table() {
        for row in ["wells,w1,name,कुआँ,usual,", "schemes,s1,gives,अनुदान,translation,"] {
            let (read, errors) = read(row);
            assert_eq!((read.len(), errors.len()), (1, 0), "{row}");
        }
    }

    #[test]
    fn a_text_that_belongs_to_nothing_is_an_error_of_its_cell() {
        for (row, column, reason) in [
            ("pits,w1,name,कुआँ,usual,", "table", "is no layer and no table with texts"),
            ("wells,w1,depth,कुआँ,usual,", "field", "is no field of wells"),
            ("wells,w1,use,कुआँ,usual,", "field", "has no field in `hi` in the layer wells"),
            ("wells,w2,name,कुआँ,usual,", "id", "is no record of wells"),
            ("schemes,s1,source,अनुदान,translation,", "field", "is no text of schemes"),
            ("schemes,s2,gives,अनुदान,translation,", "id", "is no record of schemes"),
        ] {
            let (_, errors) = read(row);
            assert_eq!(errors.len(), 1, "{row}: {errors:?}");
            assert_eq!((errors[0].column.as_str(), errors[0].reason.as_str()), (column, reason), "{row}");
        }
    }
}
