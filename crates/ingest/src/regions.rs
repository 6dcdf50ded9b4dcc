//! The list of region codes as regions of the two views.

use crate::RowError;
use crate::table::{Row, Table};
use karigar_model::region::{LocalName, NameKind};
use karigar_model::{Bbox, Region, RegionCode, RegionTree, View};
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

/// Columns of `region_codes.csv` that are read.
pub(crate) const COLUMNS: &[&str] = &[
    "code",
    "parent",
    "level",
    "view",
    "name",
    "name_hi",
    "name_ur",
    "kind_hi",
    "kind_ur",
    "census_code",
    "has_geometry",
    "source",
    "note",
];

/// The views that a row holds in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Views(Option<View>);

impl Views {
    /// Reads `both`, `india` or `neutral`.
    pub fn parse(row: Row<'_>, errors: &mut Vec<RowError>) -> Self {
        let text = row.get("view");
        if text == "both" {
            return Self(None);
        }
        if let Ok(view) = text.parse() {
            return Self(Some(view));
        }
        errors.push(row.error("view", "is no view", "write both, india or neutral"));
        Self(None)
    }

    /// Whether the row holds in `view`.
    pub fn fits(self, view: View) -> bool {
        self.0.is_none_or(|own| own == view)
    }
}

/// One row of the list of codes.
#[derive(Clone, Debug)]
pub(crate) struct CodeRow {
    pub line: usize,
    pub region: Region,
    pub views: Views,
    pub has_geometry: bool,
}

/// A district made from an older one, later than many sources.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Split {
    /// The new district.
    pub code: RegionCode,
    /// The district it was mainly made from.
    pub parent: RegionCode,
    /// Year.
    pub valid_from: String,
    /// Remark of the editors.
    pub note: String,
    /// Who says so.
    pub source: String,
}

/// Reads a region code from a cell.
pub(crate) fn code(row: Row<'_>, column: &str, errors: &mut Vec<RowError>) -> Option<RegionCode> {
    let code = RegionCode::parse(row.get(column)).filter(|code| code.as_str() == row.get(column));
    if code.is_none() {
        errors.push(row.error(
            column,
            "is not a region code",
            "write a code such as IN, IN-UP, IN-UP-197 or PK-PB-x-multan",
        ));
    }
    code
}

/// Reads the rows of `region_codes.csv`.
pub(crate) fn read_codes(table: &Table, errors: &mut Vec<RowError>) -> Vec<CodeRow> {
    let mut rows: Vec<CodeRow> = Vec::new();
    let mut lines: HashMap<RegionCode, usize> = HashMap::new();
    for row in table.rows() {
        let Some(code) = code(row, "code", errors) else { continue };
        if let Some(line) = lines.insert(code.clone(), row.line) {
            errors.push(row.error("code", format!("stands in row {line} already"), "remove one of the rows"));
            continue;
        }
        check(row, &code, errors);
        let names = [("hi", "name_hi", "kind_hi"), ("ur", "name_ur", "kind_ur")]
            .into_iter()
            .filter(|(_, name, _)| !row.get(name).is_empty())
            .filter_map(|(language, name, kind)| {
                let kind = name_kind(row, kind, errors)?;
                Some((language.to_owned(), LocalName { text: row.get(name).into(), kind }))
            })
            .collect();
        let region = Region {
            code,
            name: row.get("name").into(),
            names,
            aliases: Vec::new(),
            bbox: None,
            source: row.get("source").into(),
            note: row.get("note").into(),
        };
        let (views, has_geometry) = (Views::parse(row, errors), row.get("has_geometry") == "1");
        rows.push(CodeRow { line: row.line, region, views, has_geometry });
    }
    rows
}

fn check(row: Row<'_>, code: &RegionCode, errors: &mut Vec<RowError>) {
    let parent = code.parent();
    if row.get("parent") != parent.as_ref().map_or("", RegionCode::as_str) {
        errors.push(row.error("parent", format!("is not what the code {code} begins with"), "correct it"));
    }
    if row.get("level") != code.level().to_string() {
        errors.push(row.error("level", format!("is not the level of the code {code}"), "correct it"));
    }
    if !matches!(row.get("has_geometry"), "0" | "1") {
        errors.push(row.error(
            "has_geometry",
            "is not 0 or 1",
            "write 1 where an outline is shipped, else 0",
        ));
    }
    row.filled(&["name", "name_hi", "source"], errors);
    let census = row.get("census_code");
    if !census.is_empty() && !code.as_str().ends_with(&format!("-{census}")) {
        errors.push(row.error("census_code", format!("is not what the code {code} ends in"), "correct it"));
    }
}

/// Reads how a name in another language came about.
pub(crate) fn name_kind(row: Row<'_>, column: &str, errors: &mut Vec<RowError>) -> Option<NameKind> {
    let kind = match row.get(column) {
        "source" => NameKind::Source,
        "usual" => NameKind::Usual,
        "transliteration" => NameKind::Transliteration,
        "translation" => NameKind::Translation,
        _ => {
            errors.push(row.error(
                column,
                "is no kind of name",
                "write source, usual, transliteration or translation",
            ));
            return None;
        }
    };
    Some(kind)
}

/// The tree of each view, with boxes and search names filled in. Where the rows contradict each other the
/// tree is empty and an error says so.
pub(crate) fn trees(
    file: &str,
    rows: &[CodeRow],
    boxes: &BTreeMap<View, HashMap<RegionCode, Bbox>>,
    aliases: &HashMap<RegionCode, Vec<String>>,
    errors: &mut Vec<RowError>,
) -> BTreeMap<View, Arc<RegionTree>> {
    let tree = |view| {
        let regions = rows.iter().filter(|row| row.views.fits(view)).map(|row| {
            let mut region = row.region.clone();
            region.bbox = boxes.get(&view).and_then(|boxes| boxes.get(&region.code)).copied();
            region.aliases = aliases.get(&region.code).cloned().unwrap_or_default();
            region
        });
        RegionTree::new(view, regions.collect()).unwrap_or_else(|reason| {
            errors.push(RowError::of_file(file, reason, "correct the list of codes"));
            RegionTree::default()
        })
    };
    View::ALL.into_iter().zip(View::ALL.map(tree).map(Arc::new)).collect()
}

/// Reads `region_splits.csv`.
pub(crate) fn read_splits(table: &Table, known: &[CodeRow], errors: &mut Vec<RowError>) -> Vec<Split> {
    table.unique(&["code"], errors);
    let mut splits = Vec::new();
    for row in table.rows() {
        let mut known_code = |column| {
            let code = code(row, column, errors)?;
            if known.iter().any(|row| row.region.code == code) {
                return Some(code);
            }
            errors.push(row.error(column, "is not in region_codes.csv", "correct it or add the region"));
            None
        };
        let (code, parent) = (known_code("code"), known_code("parent_code"));
        if let (Some(code), Some(parent)) = (code, parent) {
            splits.push(Split {
                code,
                parent,
                valid_from: row.get("valid_from").into(),
                note: row.get("note").into(),
                source: row.get("source").into(),
            });
        }
    }
    splits
}
