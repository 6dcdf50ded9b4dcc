//! The conformance story of the store: every method, on a file of its own, in the order of a portal's life.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use geo_types::{LineString, Point, Polygon};
use karigar_model::jurisdiction::{Grade, Jurisdiction, Remit};
use karigar_model::layer::Common;
use karigar_model::record::Placement;
use karigar_model::reference::{
    CraftTerm, DistrictProduct, Name, Reference, Scheme, Service, Statistic, TrainingFact, Translation,
};
use karigar_model::region::NameKind;
use karigar_model::{Layer, Record, RegionCode, Value};
use karigar_store::{AtlasLoad, Error, LoadReport, REFERENCE, Store};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

struct Place {
    folder: TempDir,
}

impl Place {
    fn new() -> Self {
        Self { folder: TempDir::new().unwrap() }
    }

    fn file(&self) -> PathBuf {
        self.folder.path().join("var/karigar.sqlite")
    }

    async fn store(&self) -> Store {
        Store::open(&self.file()).await.unwrap()
    }
}

fn code(text: &str) -> RegionCode {
    RegionCode::parse(text).unwrap()
}

fn record(layer: &str, id: &str, name: &str) -> Record {
    Record {
        layer: layer.into(),
        id: id.into(),
        version: 1,
        geometry: Some(Point::new(77.594_6, 12.971_6).into()),
        properties: BTreeMap::from([
            ("name".into(), Value::Text(name.into())),
            ("gi_year".into(), Value::Integer(2005)),
            ("depth".into(), Value::Number(4.0)),
            ("materials".into(), Value::List(vec!["clay".into(), "glaze".into()])),
        ]),
        placement: Placement { india: Some(code("IN-KA-572")), neutral: None },
        aliases: vec!["बिदरी".into()],
    }
}

fn layers() -> Vec<String> {
    ["clusters", "centres", "artisans"].map(str::to_owned).into()
}

fn atlas() -> Vec<Record> {
    vec![
        record("clusters", "bidri", "Bidriware"),
        record("clusters", "ajrak", "Ajrak"),
        record("centres", "hq", "Head office"),
    ]
}

async fn load(store: &Store, records: &[Record], reference: &Reference) -> LoadReport {
    let layer_ids = layers();
    let atlas =
        AtlasLoad { version: "2026.11", fingerprint: "abc", records, layer_ids: &layer_ids, reference };
    store.load_atlas(&atlas, &mut |_, _| {}).await.unwrap()
}

fn text(text: &str) -> String {
    text.into()
}

fn reference() -> Reference {
    Reference {
        names: vec![Name {
            layer: text("clusters"),
            id: text("bidri"),
            lang: text("hi"),
            script: text("Deva"),
            name: text("बिदरी"),
            kind: text("native"),
            source: text("a page"),
        }],
        translations: vec![Translation {
            layer: text("clusters"),
            id: text("bidri"),
            field: text("name"),
            lang: text("ur"),
            text: text("بدری"),
            kind: NameKind::Transliteration,
            note: text(""),
        }],
        craft_terms: vec![CraftTerm {
            id: text("ajrak-print"),
            name: text("Ajrak"),
            names: [(text("hi"), text("अजरख"))].into(),
            family: text("textile-printing-dyeing"),
            clusters: vec![text("ajrak"), text("other")],
            note: text(""),
        }],
        statistics: vec![Statistic {
            id: text("s1"),
            topic: text("artisans"),
            region: text("The North"),
            regions: vec![code("IN-PB"), code("IN-JK")],
            period: text("2021-08"),
            value: text("20869.290"),
            unit: text("INR crore"),
            note: text(""),
            source: text("a page"),
        }],
        ..offices()
    }
}

fn cards() -> Service {
    Service {
        id: text("cs1"),
        centre: text("kind:service-centre"),
        service: text("cards"),
        scheme: Some(text("ahvy")),
        asked_by: text("organisations"),
        who_can_ask: text("anyone"),
        papers: text(""),
        fee: text(""),
        days_promised: text("30"),
        appeal: text(""),
        as_of: text(""),
        source: text("a charter"),
    }
}

fn offices() -> Reference {
    Reference {
        jurisdictions: vec![Jurisdiction {
            centre: text("hq"),
            india: code("IN-JK-x-mirpur"),
            neutral: Some(code("PK-JK-x-mirpur")),
            remit: Remit::RawMaterial,
            grade: Grade::Stated,
            as_of: text("2018-07"),
            source: text("a page"),
        }],
        schemes: vec![Scheme {
            id: text("ahvy"),
            name: text("Yojana"),
            short_name: text("AHVY"),
            parent: Some(text("nhdp")),
            agency: text("DC"),
            country: code("IN"),
            state: Some(code("IN-UP")),
            start_year: text("2001"),
            end_year: text(""),
            gives: text("groups"),
            kind: text("programme"),
            helps: [(text("clusters"), text("groups"))].into(),
            source: text("a page"),
        }],
        services: vec![cards()],
        district_products: vec![DistrictProduct {
            id: text("p1"),
            district: code("IN-UP-197"),
            product: text("Silk"),
            family: text("textile-weaving"),
            crafts: vec![],
            scheme: text("ODOP"),
            as_of: text(""),
            source: text("a list"),
        }],
        training: vec![TrainingFact {
            id: text("t1"),
            kind: text("intake"),
            region: code("IN-JK-001"),
            office: text("hq"),
            area: text("Lolab"),
            course_level: text("all"),
            craft: text("crewel"),
            value: text("25"),
            unit: text("persons"),
            period: text("2021-03"),
            note: text(""),
            source: text("a page"),
        }],
        ..Reference::default()
    }
}

#[tokio::test]
async fn what_is_loaded_comes_back_as_it_was() {
    let place = Place::new();
    let store = place.store().await;
    assert_eq!(store.atlas_version().await.unwrap(), None);
    assert_eq!(store.latest_generation().await.unwrap(), 0);
    let mut told = Vec::new();
    let (records, reference, layer_ids) = (atlas(), reference(), layers());
    let atlas = AtlasLoad {
        version: "2026.11",
        fingerprint: "abc",
        records: &records,
        layer_ids: &layer_ids,
        reference: &reference,
    };
    let report = store.load_atlas(&atlas, &mut |done, total| told.push((done, total))).await.unwrap();
    assert_eq!((report.added, report.generation), (3, Some(1)));
    assert_eq!(told, [(2, 3), (3, 3)]);
    assert_eq!(store.atlas_version().await.unwrap().as_deref(), Some("2026.11+abc"));
    assert_eq!(store.records("clusters").await.unwrap(), [records[1].clone(), records[0].clone()], "by id");
    assert_eq!(store.reference().await.unwrap(), reference);
    assert_eq!(store.records("artisans").await.unwrap(), []);
    store.ready().await.unwrap();
    store.close().await;
    let again = place.store().await;
    assert_eq!(again.records("centres").await.unwrap(), [records[2].clone()], "it lasts");
}

#[tokio::test]
async fn loading_the_same_atlas_twice_changes_nothing() {
    let store = Place::new();
    let store = store.store().await;
    load(&store, &atlas(), &reference()).await;
    let report = load(&store, &atlas(), &reference()).await;
    assert_eq!(report, LoadReport { unchanged: 3, ..LoadReport::default() });
    assert_eq!(store.latest_generation().await.unwrap(), 1);
}

#[tokio::test]
async fn a_later_atlas_changes_only_what_nobody_edited() {
    let place = Place::new();
    let store = place.store().await;
    let mut records = atlas();
    records.push(record("clusters", "dhokra", "Dhokra"));
    load(&store, &records, &reference()).await;
    let mut edited = records[0].clone();
    edited.properties.insert("name".into(), Value::Text("Bidri of Bidar".into()));
    assert_eq!(store.edit(&edited, "as its makers call it").await.unwrap(), 2);

    let later = [record("clusters", "bidri", "Bidri ware"), record("clusters", "ajrak", "Ajrak of Kutch")];
    let later = [&later[..], &[record("clusters", "ikat", "Ikat"), records[2].clone()]].concat();
    let report = load(&store, &later, &reference()).await;
    let expected = LoadReport {
        added: 1,
        updated: 1,
        unchanged: 1,
        kept: vec![("clusters".into(), "bidri".into())],
        removed: 1,
        generation: Some(3),
    };
    assert_eq!(report, expected);
    let clusters = store.records("clusters").await.unwrap();
    let told: Vec<(&str, u32, &str)> = clusters
        .iter()
        .map(|r| (r.id.as_str(), r.version, r.properties["name"].as_text().unwrap()))
        .collect();
    assert_eq!(told, [("ajrak", 2, "Ajrak of Kutch"), ("bidri", 2, "Bidri of Bidar"), ("ikat", 1, "Ikat")]);
    assert_eq!(store.generation("clusters").await.unwrap(), 3);
    assert_eq!(store.generation("centres").await.unwrap(), 1, "another layer keeps its generation");
    assert_eq!(store.generation(REFERENCE).await.unwrap(), 1);

    let report = load(&store, &records, &Reference::default()).await;
    assert_eq!((report.updated, report.removed), (2, 1), "dhokra returns, ikat leaves");
    let clusters = store.records("clusters").await.unwrap();
    let dhokra = clusters.iter().find(|r| r.id == "dhokra").unwrap();
    assert_eq!(dhokra.version, 3, "a version is never used again");
    assert_eq!(store.generation(REFERENCE).await.unwrap(), 4);
    assert_eq!(store.reference().await.unwrap(), Reference::default());
}

#[tokio::test]
async fn an_edited_record_stays_even_when_it_leaves_the_atlas() {
    let place = Place::new();
    let store = place.store().await;
    load(&store, &atlas(), &Reference::default()).await;
    store.edit(&atlas()[0], "checked").await.unwrap();
    let report = load(&store, &atlas()[1..], &Reference::default()).await;
    assert_eq!((report.removed, report.kept.len(), report.generation), (0, 1, None));
    assert_eq!(store.records("clusters").await.unwrap().len(), 2);
}

#[tokio::test]
async fn an_edit_of_an_old_version_or_of_nothing_is_refused() {
    let place = Place::new();
    let store = place.store().await;
    load(&store, &atlas(), &Reference::default()).await;
    store.edit(&atlas()[0], "first").await.unwrap();
    let late = store.edit(&atlas()[0], "second").await.unwrap_err();
    assert!(matches!(late, Error::Conflict { stored: 2, given: 1, .. }), "{late}");
    let nothing = store.edit(&record("clusters", "none", "None"), "").await.unwrap_err();
    assert_eq!(nothing.to_string(), "there is no record `none` in the layer `clusters`");
    assert_eq!(store.latest_generation().await.unwrap(), 2, "a refusal is no change");
}

fn wells() -> Layer {
    let toml = "id = \"wells\"\npage = \"well\"\ngeometry = \"polygon\"\ntitles = { en = \"Wells\" }\n\
         [[fields]]\nid = \"name\"\nrole = \"name\"\nsearchable = true\ntitles = { en = \"Name\" }\n\
         [[fields]]\nid = \"kind\"\ntype = \"code\"\ncodes = \"kind\"\nfacet = true\ntitles = { en = \"Kind\" }\n\
         [codes]\nkind = [{ value = \"open\", titles = { en = \"Open\" } }]\n";
    Layer::parse(toml, &Common::default()).unwrap()
}

#[tokio::test]
async fn an_added_layer_lives_beside_the_atlas() {
    let place = Place::new();
    let store = place.store().await;
    load(&store, &atlas(), &Reference::default()).await;
    let ring = LineString::from(vec![(70.0, 20.0), (71.0, 20.0), (70.0, 21.0), (70.0, 20.0)]);
    let mut well = record("wells", "w1", "Old well");
    well.geometry = Some(Polygon::new(ring, vec![]).into());
    let bare = Record { geometry: None, ..record("wells", "w2", "Lost well") };
    let records = [well, bare];
    let report = store.add_layer(&wells(), &records, "wells.geojson").await.unwrap();
    assert_eq!(report, LoadReport { added: 2, generation: Some(2), ..LoadReport::default() });
    assert_eq!(store.added_layers().await.unwrap(), [wells()]);
    assert_eq!(store.records("wells").await.unwrap(), records);
    assert_eq!(store.generation("wells").await.unwrap(), 2);

    let twice = store.add_layer(&wells(), &[], "").await.unwrap_err();
    assert!(matches!(twice, Error::LayerExists { .. }), "{twice}");
    let clusters = Layer { id: "artisans".into(), ..wells() };
    assert!(store.add_layer(&clusters, &[], "").await.is_err(), "an empty layer of the atlas, too");
    let layer_ids = vec![text("wells")];
    let load = AtlasLoad {
        version: "1",
        fingerprint: "",
        records: &[],
        layer_ids: &layer_ids,
        reference: &Reference::default(),
    };
    let clash = store.load_atlas(&load, &mut |_, _| {}).await.unwrap_err();
    assert!(matches!(clash, Error::LayerExists { .. }), "{clash}");

    let status = store.status().await.unwrap();
    let counts = [("centres", 1), ("clusters", 2), ("wells", 2)].map(|(id, n)| (text(id), n));
    assert_eq!(status.layers, counts);
    assert_eq!((status.atlas.as_deref(), status.generation, status.edited), (Some("2026.11+abc"), 2, 0));
    assert_eq!(store.remove_layer("wells").await.unwrap(), 3);
    assert_eq!(store.records("wells").await.unwrap(), []);
    assert!(matches!(store.remove_layer("clusters").await.unwrap_err(), Error::NoLayer { .. }));
}

#[tokio::test]
async fn a_replaced_layer_goes_on_where_it_stood() {
    let place = Place::new();
    let store = place.store().await;
    let wells_of = |names: [&str; 3]| {
        let ids = ["w1", "w2", "w3"].into_iter().zip(names).filter(|(_, name)| !name.is_empty());
        ids.map(|(id, name)| record("wells", id, name)).collect::<Vec<Record>>()
    };
    let none = store.replace_layer(&wells(), &[], "").await.unwrap_err();
    assert!(matches!(none, Error::NoLayer { .. }), "{none}");
    let first = wells_of(["Old well", "Deep well", "Far well"]);
    store.add_layer(&wells(), &first, "wells.csv").await.unwrap();
    let mut edited = first[1].clone();
    edited.properties.insert("name".into(), Value::Text("Well of the weavers".into()));
    store.edit(&edited, "as its people call it").await.unwrap();

    let descriptor = Layer { page: "spring".into(), ..wells() };
    let report =
        store.replace_layer(&descriptor, &wells_of(["New well", "Deep well", ""]), "new.csv").await.unwrap();
    let expected = LoadReport {
        updated: 1,
        kept: vec![(text("wells"), text("w2"))],
        removed: 1,
        generation: Some(3),
        ..LoadReport::default()
    };
    assert_eq!(report, expected);
    assert_eq!(store.added_layers().await.unwrap(), std::slice::from_ref(&descriptor));
    assert_eq!(
        told(&store, "wells").await,
        [("w1", 2, "New well"), ("w2", 2, "Well of the weavers")].map(owned)
    );
    store.replace_layer(&descriptor, &first, "wells.csv").await.unwrap();
    let versions: Vec<u32> = store.records("wells").await.unwrap().iter().map(|one| one.version).collect();
    assert_eq!(versions, [3, 2, 3], "a version is never used again");
}

#[tokio::test]
async fn a_replacement_that_fails_leaves_the_layer_as_it_was() {
    let place = Place::new();
    let store = place.store().await;
    store.add_layer(&wells(), &[record("wells", "w1", "Old well")], "").await.unwrap();
    let guard = "CREATE TRIGGER full BEFORE INSERT ON record WHEN NEW.id = 'w2' \
                 BEGIN SELECT RAISE (ABORT, 'no room'); END";
    execute(&place.file(), guard).await;
    let both = [record("wells", "w1", "New well"), record("wells", "w2", "Second well")];
    assert!(store.replace_layer(&wells(), &both, "").await.is_err());
    assert_eq!(store.added_layers().await.unwrap(), [wells()]);
    assert_eq!(told(&store, "wells").await, [owned(("w1", 1, "Old well"))]);
}

/// Id, version and name of the records of a layer.
async fn told(store: &Store, layer: &str) -> Vec<(String, u32, String)> {
    let records = store.records(layer).await.unwrap();
    records
        .iter()
        .map(|one| (one.id.clone(), one.version, one.properties["name"].as_text().unwrap().to_owned()))
        .collect()
}

fn owned((id, version, name): (&str, u32, &str)) -> (String, u32, String) {
    (text(id), version, text(name))
}

async fn load_layers(store: &Store, ids: &[&str], records: &[Record]) -> LoadReport {
    let layer_ids: Vec<String> = ids.iter().copied().map(text).collect();
    let reference = Reference::default();
    let atlas =
        AtlasLoad { version: "1", fingerprint: "", records, layer_ids: &layer_ids, reference: &reference };
    store.load_atlas(&atlas, &mut |_, _| {}).await.unwrap()
}

#[tokio::test]
async fn a_layer_that_leaves_the_atlas_leaves_no_live_record() {
    let place = Place::new();
    let store = place.store().await;
    let records = [record("wells", "w1", "Old well"), record("clusters", "bidri", "Bidriware")];
    load_layers(&store, &["wells", "clusters"], &records).await;
    let report = load_layers(&store, &["clusters"], &records[1..]).await;
    assert_eq!((report.removed, report.unchanged, report.generation), (1, 1, Some(2)));
    assert_eq!(store.records("wells").await.unwrap(), []);
    assert_eq!(store.generation("wells").await.unwrap(), 2);

    store.add_layer(&wells(), &records[..1], "wells.csv").await.unwrap();
    assert_eq!(told(&store, "wells").await, [owned(("w1", 3, "Old well"))], "versions go on");
    let report = load_layers(&store, &["clusters"], &records[1..]).await;
    assert_eq!((report.removed, report.generation), (0, None), "an added layer is none of the atlas");
}

#[tokio::test]
async fn an_edited_record_outlives_its_layer_until_it_is_removed() {
    let place = Place::new();
    let store = place.store().await;
    let records = [record("wells", "w1", "Old well"), record("wells", "w2", "Deep well")];
    load_layers(&store, &["wells"], &records).await;
    store.edit(&records[0], "checked").await.unwrap();
    let kept = vec![(text("wells"), text("w1"))];
    for removed in [1, 0] {
        let report = load_layers(&store, &["clusters"], &[]).await;
        assert_eq!((report.removed, &report.kept), (removed, &kept));
    }
    let blocked = store.add_layer(&wells(), &[], "").await.unwrap_err();
    assert!(matches!(blocked, Error::LayerExists { .. }), "{blocked}");
    store.remove_layer("wells").await.unwrap();
    store.add_layer(&wells(), &[], "").await.unwrap();
}

async fn refused(path: &Path) -> Error {
    let error = Store::open(path).await.unwrap_err();
    let message = error.to_string();
    assert!(message.contains(path.parent().unwrap().to_str().unwrap()), "{message} names the place");
    error
}

#[tokio::test]
async fn a_file_where_the_folder_should_be_is_told() {
    let place = Place::new();
    std::fs::write(place.folder.path().join("var"), "in the way").unwrap();
    let error = refused(&place.file()).await;
    assert!(matches!(error, Error::NotWritable { .. }), "{error}");
    std::fs::remove_file(place.folder.path().join("var")).unwrap();
    std::fs::create_dir_all(place.file()).unwrap();
    let error = refused(&place.file()).await;
    assert!(matches!(error, Error::NotWritable { .. }), "a folder in place of the file: {error}");
}

#[tokio::test]
async fn a_file_that_is_no_database_is_told() {
    let place = Place::new();
    std::fs::create_dir_all(place.file().parent().unwrap()).unwrap();
    std::fs::write(place.file(), "id,name\n".repeat(100)).unwrap();
    let error = refused(&place.file()).await;
    assert!(matches!(error, Error::Damaged { .. }), "{error}");
}

#[tokio::test]
async fn a_damaged_database_is_told() {
    let place = Place::new();
    let store = place.store().await;
    let many: Vec<Record> = (0..500).map(|n| record("clusters", &format!("c{n}"), "Craft")).collect();
    load(&store, &many, &Reference::default()).await;
    store.close().await;
    let mut bytes = std::fs::read(place.file()).unwrap();
    let half = bytes.len() / 2;
    bytes[4096..].fill(0xa5);
    bytes.truncate(half);
    std::fs::write(place.file(), bytes).unwrap();
    let told = match Store::open(&place.file()).await {
        Ok(store) => store.records("clusters").await.unwrap_err(),
        Err(error) => error,
    };
    assert!(matches!(told, Error::Damaged { .. }), "{told}");
    assert!(told.to_string().contains("put a backup in its place"));
}

#[tokio::test]
async fn the_database_of_a_newer_or_another_program_is_left_alone() {
    let place = Place::new();
    place.store().await.close().await;
    execute(
        &place.file(),
        "INSERT INTO _sqlx_migrations (version, description, success, checksum, execution_time) \
         VALUES (9999, 'later', 1, x'00', 0)",
    )
    .await;
    let error = refused(&place.file()).await;
    assert!(matches!(error, Error::Newer { version: 9999, .. }), "{error}");

    execute(&place.file(), "DELETE FROM _sqlx_migrations WHERE version = 9999").await;
    execute(&place.file(), "UPDATE _sqlx_migrations SET checksum = x'00' WHERE version = 1").await;
    let error = refused(&place.file()).await;
    assert!(matches!(error, Error::Altered { version: 1, .. }), "{error}");

    let other = place.folder.path().join("other.sqlite");
    execute(&other, "CREATE TABLE photo (id INTEGER)").await;
    let error = refused(&other).await;
    assert!(matches!(error, Error::Foreign { .. }), "{error}");
}

#[tokio::test]
async fn a_database_that_another_process_holds_is_told() {
    use sqlx::Connection;
    let place = Place::new();
    let store = place.store().await;
    let options = sqlx::sqlite::SqliteConnectOptions::new().filename(place.file());
    let mut other = sqlx::SqliteConnection::connect_with(&options).await.unwrap();
    let held = other.begin_with("BEGIN IMMEDIATE").await.unwrap();
    let layer_ids = layers();
    let reference = Reference::default();
    let atlas = AtlasLoad {
        version: "1",
        fingerprint: "",
        records: &[],
        layer_ids: &layer_ids,
        reference: &reference,
    };
    let error = store.load_atlas(&atlas, &mut |_, _| {}).await.unwrap_err();
    assert!(matches!(error, Error::Busy { .. }), "{error}");
    store.ready().await.unwrap();
    held.rollback().await.unwrap();
}

async fn execute(path: &Path, sql: &'static str) {
    use sqlx::Connection;
    let options = sqlx::sqlite::SqliteConnectOptions::new().filename(path).create_if_missing(true);
    let mut connection = sqlx::SqliteConnection::connect_with(&options).await.unwrap();
    sqlx::query(sql).execute(&mut connection).await.unwrap();
    connection.close().await.unwrap();
}
