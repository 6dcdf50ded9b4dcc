//! The bundled atlas, read as the server reads it: every row is used, every record has one place.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use geo::{BoundingRect, Closest, ClosestPoint, Contains};
use geo_types::{MultiPolygon, Rect};
use karigar_ingest::{Atlas, Files, Geography, Locators, RowError};
use karigar_model::{Locate, Point, Precision, Record, RegionCode, Value, View};
use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::sync::LazyLock;

struct Folder(PathBuf);

impl Files for Folder {
    fn read(&self, path: &str) -> Result<Vec<u8>, String> {
        std::fs::read(self.0.join(path)).map_err(|error| error.to_string())
    }

    fn list(&self, folder: &str) -> Result<Vec<String>, String> {
        let entries = std::fs::read_dir(self.0.join(folder)).map_err(|error| error.to_string())?;
        let mut names: Vec<String> =
            entries.flatten().map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
        names.sort();
        Ok(names)
    }
}

/// Point in polygon by trying every outline: slow, and plain to see through.
struct Outlines(Vec<(RegionCode, MultiPolygon<f64>, Rect<f64>)>);

impl Outlines {
    fn new(geography: &Geography, view: View) -> Self {
        let shapes = geography.shapes[&view].shapes(0.0).into_iter();
        let boxed = shapes.filter_map(|(code, shape)| shape.bounding_rect().map(|rect| (code, shape, rect)));
        Self(boxed.collect())
    }

    fn distance(
        shape: &MultiPolygon<f64>,
        rect: &Rect<f64>,
        point: geo_types::Point<f64>,
        limit: f64,
    ) -> f64 {
        let off = |low: f64, degrees: f64, high: f64| (low - degrees).max(degrees - high).max(0.0);
        let away =
            off(rect.min().x, point.x(), rect.max().x).hypot(off(rect.min().y, point.y(), rect.max().y));
        if away > limit {
            return f64::INFINITY;
        }
        if shape.contains(&point) {
            return 0.0;
        }
        match shape.closest_point(&point) {
            Closest::Intersection(_) => 0.0,
            Closest::SinglePoint(nearest) => (nearest.x() - point.x()).hypot(nearest.y() - point.y()),
            Closest::Indeterminate => f64::INFINITY,
        }
    }
}

impl Locate for Outlines {
    fn locate(&self, point: Point, inside: Option<&RegionCode>, tolerance: f64) -> Option<RegionCode> {
        let point = geo_types::Point::new(point.lon, point.lat);
        self.0
            .iter()
            .filter(|(code, ..)| inside.is_none_or(|around| code.is_within(around)))
            .map(|(code, shape, rect)| (Self::distance(shape, rect, point, tolerance), code))
            .filter(|(distance, _)| *distance <= tolerance)
            .min_by(|a, b| a.0.total_cmp(&b.0).then(b.1.level().cmp(&a.1.level())))
            .map(|(_, code)| code.clone())
    }
}

static READ: LazyLock<(Geography, Atlas, Vec<RowError>)> = LazyLock::new(|| {
    let folder = Folder(PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../data"));
    let (geography, errors) = Geography::read(&folder);
    assert!(errors.is_empty(), "{}", list(&errors));
    let outlines = View::ALL.map(|view| (view, Outlines::new(&geography, view)));
    let locators: Locators<'_> = outlines.iter().map(|(view, own)| (*view, own as &dyn Locate)).collect();
    let (atlas, errors) = Atlas::read(&folder, &geography, &locators);
    (geography, atlas, errors)
});

fn list(errors: &[RowError]) -> String {
    errors.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
}

fn of(layer: &str) -> Vec<&'static Record> {
    READ.1.records.iter().filter(|record| record.layer == layer).collect()
}

fn record(layer: &str, id: &str) -> &'static Record {
    of(layer).into_iter().find(|record| record.id == id).unwrap()
}

fn text<'a>(record: &'a Record, field: &str) -> &'a str {
    record.properties.get(field).and_then(Value::as_text).unwrap_or_default()
}

#[test]
fn nothing_in_the_atlas_is_wrong() {
    assert!(READ.2.is_empty(), "{} row errors:\n{}", READ.2.len(), list(&READ.2));
}

#[test]
fn every_row_becomes_a_record() {
    let atlas = &READ.1;
    let ids: Vec<&str> = atlas.layers.iter().map(|layer| layer.id.as_str()).collect();
    assert_eq!(ids, ["clusters", "centres", "products", "organisations", "events", "artisans", "regions"]);
    assert_eq!(
        ["clusters", "centres", "products", "events", "artisans"].map(|id| of(id).len()),
        [552, 369, 16, 30, 0]
    );
    let names: BTreeSet<&str> = of("centres").iter().map(|centre| text(centre, "organisation")).collect();
    assert_eq!(of("organisations").len(), names.iter().filter(|name| !name.is_empty()).count());
    let reference = &atlas.reference;
    assert_eq!(
        [
            reference.names.len(),
            reference.translations.len(),
            reference.jurisdictions.len(),
            reference.statistics.len(),
            reference.schemes.len(),
            reference.services.len(),
            reference.district_products.len(),
            reference.training.len(),
            reference.craft_terms.len(),
        ],
        [464, 4274, 300, 318, 42, 68, 462, 111, 39]
    );
}

#[test]
fn every_record_lies_in_one_region_of_each_view_and_every_state_is_right() {
    let (geography, atlas, _) = &*READ;
    for record in atlas.records.iter().filter(|record| record.layer != "organisations") {
        for view in View::ALL {
            let code = record.placement.in_view(view).unwrap_or_else(|| panic!("{} is nowhere", record.id));
            let region = geography.tree(view).get(code).cloned();
            assert!(region.is_some(), "{} lies in {code}, which is not in the view {view}", record.id);
        }
    }
    let placed = |view: View, prefix: &str| {
        let inside =
            |record: &&Record| record.placement.in_view(view).is_some_and(|c| c.as_str().starts_with(prefix));
        of("clusters").into_iter().filter(inside).count()
    };
    assert_eq!(placed(View::India, "IN") + placed(View::India, "PK"), 552);
    assert!(placed(View::Neutral, "PK-JK") > 0 && placed(View::India, "PK-JK") == 0);
}

#[test]
fn what_is_known_only_to_the_state_lies_in_no_district() {
    for cluster in of("clusters") {
        let code = cluster.placement.india.as_ref().unwrap();
        match text(cluster, "precision").parse::<Precision>().unwrap() {
            Precision::State => assert!(code.level() < 2, "{} lies in {code}", cluster.id),
            _ => assert!(cluster.geometry.is_some()),
        }
    }
}

#[test]
fn a_record_keeps_the_words_of_its_source_in_both_views() {
    let kotli = record("clusters", "pk-kotli-gabba");
    assert!(text(kotli, "stated_place").ends_with("Pakistan"), "{}", text(kotli, "stated_place"));
    assert_eq!(kotli.placement.neutral.as_ref().unwrap().as_str(), "PK-JK-x-kotli");
    assert_eq!(kotli.placement.india.as_ref().unwrap().at_level(1).unwrap().as_str(), "IN-JK");
    assert_eq!(text(record("products", "tdap-pottery-hala"), "stated_place"), "Halla");
}

#[test]
fn clusters_of_one_craft_share_its_word() {
    assert_eq!(text(record("clusters", "gi-kutch-ajrakh"), "craft"), "ajrak");
    assert!(record("clusters", "gi-kutch-ajrakh").aliases.iter().any(|name| name == "Ajrak"));
    assert_eq!(text(record("clusters", "gi-chanderi-sarees"), "craft"), "gi-chanderi-sarees");
    assert_eq!(text(record("products", "tdap-blue-pottery-multan"), "craft"), "blue-pottery");
    let ikat = record("clusters", "gi-pochampalli-ikat");
    assert!(ikat.aliases.iter().any(|name| name == "పోచంపల్లి ఇక్కత్"), "{:?}", ikat.aliases);
    assert!(ikat.aliases.iter().any(|name| name == "पोचमपल्ली इकत"));
    let hala = record("clusters", "pk-hala-susi");
    assert!(hala.aliases.iter().any(|name| name == "Halla"), "as the record of a product spells the town");
}

#[test]
fn outlines_of_a_view_are_one_coverage() {
    let (geography, ..) = &*READ;
    for view in View::ALL {
        let topology = &geography.shapes[&view];
        let records = geography.region_records(view);
        assert_eq!(records.len(), geography.tree(view).regions().len());
        let drawn = records.iter().filter(|record| record.geometry.is_some()).count();
        assert_eq!(drawn, topology.codes().count());
        for tolerance in [0.02, 0.2] {
            let shapes = topology.shapes(tolerance);
            assert!(shapes.iter().all(|(_, shape)| !shape.0.is_empty()), "no region vanishes");
        }
    }
}

#[test]
fn a_typed_place_or_pin_leads_somewhere() {
    let (geography, ..) = &*READ;
    let hala = geography.places.iter().find(|place| place.name == "Hala").unwrap();
    assert_eq!(hala.placement.india.as_ref().unwrap().at_level(1).unwrap().as_str(), "PK-SD");
    let pin = geography.pins.iter().find(|pin| pin.pincode == "110001").unwrap();
    assert_eq!(pin.district.as_ref().unwrap().as_str(), "IN-DL-094");
    let members: BTreeMap<&str, usize> = ["Kashmir", "India", "Punjab, Pakistan"]
        .map(|name| (name, geography.resolve_name(name).len()))
        .into();
    assert_eq!(members, BTreeMap::from([("Kashmir", 10), ("India", 1), ("Punjab, Pakistan", 1)]));
}
