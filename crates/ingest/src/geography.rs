//! Regions in both views, their outlines, towns and PIN codes.

use crate::points::{self, Pin, Place};
use crate::regions::{self, CodeRow, Split};
use crate::resolver::{self, Resolution, Resolver};
use crate::table::Table;
use crate::{Files, RowError, Topology};
use karigar_model::record::Placement;
use karigar_model::{Record, Region, RegionCode, RegionTree, Value, View};
use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::Arc;

const CODES: &str = "region_codes.csv";

/// Everything that is known of places, without any record.
#[derive(Clone, Debug, Default)]
pub struct Geography {
    /// Countries, states and districts of each view.
    pub trees: BTreeMap<View, Arc<RegionTree>>,
    /// Their outlines.
    pub shapes: BTreeMap<View, Topology>,
    /// Towns.
    pub places: Vec<Place>,
    /// PIN codes.
    pub pins: Vec<Pin>,
    /// Districts made from older ones, which many sources do not know yet.
    pub splits: Vec<Split>,
    /// Names to codes.
    pub names: Resolver,
}

impl Geography {
    /// Reads region codes, aliases, groups, outlines, towns and PIN codes of an atlas, and everything that
    /// is wrong with them.
    pub fn read(files: &dyn Files) -> (Self, Vec<RowError>) {
        let mut errors = Vec::new();
        let codes = Table::of_file(files, CODES, regions::COLUMNS, &mut errors);
        let codes = regions::read_codes(&codes, &mut errors);
        let aliases = Table::of_file(files, "region_aliases.csv", resolver::ALIAS_COLUMNS, &mut errors);
        let groups = Table::of_file(files, "tables/region_groups.csv", &["name", "members"], &mut errors);
        let splits = Table::of_file(files, "region_splits.csv", &["code", "parent_code"], &mut errors);
        let mut names = Resolver::new(&codes);
        let spoken = names.add_aliases(&aliases, &codes, &mut errors);
        names.add_groups(&groups, &codes, &mut errors);
        let shapes: BTreeMap<View, Topology> =
            View::ALL.into_iter().map(|view| (view, read_shapes(files, view, &codes, &mut errors))).collect();
        let boxes = shapes.iter().map(|(view, shapes)| (*view, shapes.boxes())).collect();
        let trees = regions::trees(CODES, &codes, &boxes, &spoken, &mut errors);
        let splits = regions::read_splits(&splits, &codes, &mut errors);
        let known: HashSet<RegionCode> = codes.into_iter().map(|row| row.region.code).collect();
        let towns = Table::of_file(files, "geo/towns.csv", points::TOWN_COLUMNS, &mut errors);
        let places = points::read_towns(&towns, &known, &mut errors);
        let pins = Table::of_file(files, "geo/pins.csv", points::PIN_COLUMNS, &mut errors);
        let pins = points::read_pins(&pins, &known, &mut errors);
        (Self { trees, shapes, places, pins, splits, names }, errors)
    }

    /// The regions of a view.
    pub fn tree(&self, view: View) -> Arc<RegionTree> {
        self.trees.get(&view).cloned().unwrap_or_default()
    }

    /// The region that the names of a country, a state and a district lead to; the last two may be empty.
    pub fn resolve(&self, view: View, country: &str, state: &str, district: &str) -> Resolution {
        self.names.resolve(view, country, state, district)
    }

    /// The regions that a name alone stands for, a group's members included; empty when it is unknown.
    pub fn resolve_name(&self, name: &str) -> Vec<RegionCode> {
        self.names.resolve_name(View::India, name)
    }

    /// The layer `regions` in a view: each region is placed in itself, its geometry is its outline.
    pub fn region_records(&self, view: View) -> Vec<Record> {
        let shapes: Option<HashMap<RegionCode, _>> =
            self.shapes.get(&view).map(|topology| topology.shapes(0.0).into_iter().collect());
        let mut shapes = shapes.unwrap_or_default();
        let tree = self.tree(view);
        tree.regions()
            .iter()
            .map(|region| {
                let geometry = shapes.remove(&region.code).map(geo_types::Geometry::MultiPolygon);
                region_record(region, view, geometry)
            })
            .collect()
    }
}

fn region_record(region: &Region, view: View, geometry: Option<geo_types::Geometry<f64>>) -> Record {
    let code = &region.code;
    let census = code.as_str().rsplit('-').next().filter(|part| code.level() == 2 && part.len() == 3);
    let census = census.filter(|part| part.bytes().all(|digit| digit.is_ascii_digit()));
    let properties = [
        ("name", Value::text(&region.name)),
        ("level", Value::Integer(code.level().into())),
        ("parent", code.parent().map_or(Value::Null, |parent| Value::Text(parent.into()))),
        ("census_code", Value::text(census.unwrap_or_default())),
        ("source", Value::text(&region.source)),
        ("note", Value::text(&region.note)),
    ];
    let here = |own: View| (own == view).then(|| code.clone());
    let names = region.names.values().map(|name| name.text.clone());
    let translated =
        region.names.iter().map(|(lang, name)| (format!("name_{lang}"), Value::text(&name.text)));
    Record {
        layer: "regions".into(),
        id: code.to_string(),
        version: 1,
        geometry,
        properties: properties
            .into_iter()
            .map(|(field, value)| (field.to_owned(), value))
            .chain(translated)
            .collect(),
        placement: Placement { india: here(View::India), neutral: here(View::Neutral) },
        aliases: names.chain(region.aliases.iter().cloned()).collect(),
    }
}

/// Reads the outlines of a view, and compares them with the list of codes in both directions.
fn read_shapes(files: &dyn Files, view: View, codes: &[CodeRow], errors: &mut Vec<RowError>) -> Topology {
    let path = format!("geo/regions-{view}.topojson");
    let topology = files
        .read(&path)
        .map_err(|reason| (reason, "put the file back"))
        .and_then(|bytes| Topology::parse(&bytes).map_err(|reason| (reason, "build it again")))
        .unwrap_or_else(|(reason, remedy)| {
            errors.push(RowError::of_file(&path, reason, remedy));
            Topology::default()
        });
    let drawn: HashSet<&RegionCode> = topology.codes().collect();
    let listed: HashSet<&RegionCode> = codes
        .iter()
        .filter(|row| row.has_geometry && row.views.fits(view))
        .map(|row| &row.region.code)
        .collect();
    for code in drawn.difference(&listed) {
        let reason = format!("the outline {code} has no row in {CODES} that expects it in the view `{view}`");
        errors.push(RowError::of_file(&path, reason, "add the code, or set has_geometry to 1"));
    }
    for row in
        codes.iter().filter(|row| listed.contains(&row.region.code) && !drawn.contains(&row.region.code))
    {
        errors.push(RowError {
            file: CODES.into(),
            row: Some(row.line),
            column: "code".into(),
            value: row.region.code.to_string(),
            reason: format!("has no outline in {path}"),
            remedy: "add the outline, or set has_geometry to 0".into(),
        });
    }
    topology
}
