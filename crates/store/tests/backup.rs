//! Backup and restore, on files of their own.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use geo_types::Point;
use karigar_model::reference::Reference;
use karigar_model::{Record, Value};
use karigar_store::{AtlasLoad, Backup, Contents, Error, Store, backup, restore};
use sqlx::Connection;
use sqlx::sqlite::SqliteConnection;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// A folder with a database of three records.
struct Place {
    folder: TempDir,
    store: Store,
}

impl Place {
    async fn new() -> Self {
        let folder = TempDir::new().unwrap();
        let store = Store::open(&folder.path().join("karigar.sqlite")).await.unwrap();
        let records = ["bidri", "ajrak", "hala"].map(record);
        let layer_ids = ["clusters".to_owned()];
        let reference = Reference::default();
        let atlas = AtlasLoad {
            version: "1",
            fingerprint: "abc",
            records: &records,
            layer_ids: &layer_ids,
            reference: &reference,
        };
        store.load_atlas(&atlas, &mut |_, _| {}).await.unwrap();
        Self { folder, store }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    async fn backed_up(&self, name: &str) -> Result<Contents, Error> {
        let (database, file) = (self.path("karigar.sqlite"), self.path(name));
        backup(Backup { database: &database, file: &file, replace: false }, &mut |_, _| {}).await
    }

    /// The names of the files beside the database's own.
    fn others(&self) -> Vec<String> {
        let names = fs::read_dir(self.folder.path()).unwrap().map(|entry| entry.unwrap().file_name());
        let mut names: Vec<String> = names.map(|name| name.into_string().unwrap()).collect();
        names.retain(|name| !name.starts_with("karigar.sqlite"));
        names.sort();
        names
    }
}

fn record(id: &str) -> Record {
    Record {
        layer: "clusters".into(),
        id: id.into(),
        version: 1,
        geometry: Some(Point::new(77.5, 12.9).into()),
        properties: BTreeMap::from([("name".into(), Value::Text(id.into()))]),
        placement: karigar_model::record::Placement::default(),
        aliases: vec!["बिदरी".into()],
    }
}

async fn edit(store: &Store, version: u32) {
    let name = Value::Text(format!("edit {version}"));
    let edited = Record { version, properties: BTreeMap::from([("name".into(), name)]), ..record("bidri") };
    store.edit(&edited, "a test").await.unwrap();
}

/// A statement run on a database file that nobody has open.
async fn run(file: &Path, statement: &'static str) {
    let mut connection = SqliteConnection::connect(&format!("sqlite:{}", file.display())).await.unwrap();
    sqlx::query(statement).execute(&mut connection).await.unwrap();
    connection.close().await.unwrap();
}

fn rows(contents: &Contents, table: &str) -> u64 {
    contents.tables.iter().find(|(name, _)| name == table).unwrap().1
}

#[tokio::test]
async fn a_restored_backup_has_the_records_and_edits_of_its_moment() {
    let place = Place::new().await;
    edit(&place.store, 1).await;
    let (expected, status) =
        (place.store.records("clusters").await.unwrap(), place.store.status().await.unwrap());
    let written = place.backed_up("a.sqlite").await.unwrap();
    assert_eq!((rows(&written, "record"), rows(&written, "change")), (3, 3));
    assert_eq!(written.bytes, place.path("a.sqlite").metadata().unwrap().len());
    edit(&place.store, 2).await;

    let elsewhere = TempDir::new().unwrap();
    let database = elsewhere.path().join("new/karigar.sqlite");
    let restored = restore(&database, &place.path("a.sqlite")).await.unwrap();
    assert_eq!((restored.contents, restored.aside), (written, None));
    let store = Store::open(&database).await.unwrap();
    assert_eq!(store.records("clusters").await.unwrap(), expected);
    assert_eq!(store.status().await.unwrap(), status);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_backup_under_writes_is_one_moment() {
    let place = Place::new().await;
    let writer = place.store.clone();
    let (stop, mut stopped) = tokio::sync::oneshot::channel::<()>();
    let writes = tokio::spawn(async move {
        let mut version = 1;
        while stopped.try_recv().is_err() {
            edit(&writer, version).await;
            version += 1;
        }
    });
    for turn in 0..5 {
        let name = format!("{turn}.sqlite");
        let before = place.store.latest_generation().await.unwrap();
        let _ = place.backed_up(&name).await.unwrap();
        let after = place.store.latest_generation().await.unwrap();
        let elsewhere = TempDir::new().unwrap();
        let database = elsewhere.path().join("karigar.sqlite");
        let _ = restore(&database, &place.path(&name)).await.unwrap();
        let store = Store::open(&database).await.unwrap();
        let generation = store.latest_generation().await.unwrap();
        assert!((before..=after).contains(&generation), "{before} {generation} {after}");
        let records = store.records("clusters").await.unwrap();
        let bidri = records.iter().find(|record| record.id == "bidri").unwrap();
        // The load is the first generation, and each edit is one version and one generation.
        assert_eq!(u64::from(bidri.version), generation);
    }
    stop.send(()).unwrap();
    writes.await.unwrap();
}

#[tokio::test]
async fn the_database_that_was_there_is_kept_and_restoring_it_undoes_the_restore() {
    let place = Place::new().await;
    let database = place.path("karigar.sqlite");
    let _ = place.backed_up("a.sqlite").await.unwrap();
    edit(&place.store, 1).await;
    let edited = place.store.records("clusters").await.unwrap();
    place.store.close().await;
    let Place { folder, store } = place;
    drop(store);
    let first = restore(&database, &folder.path().join("a.sqlite")).await.unwrap();
    let second = restore(&database, &first.aside.unwrap()).await.unwrap();
    assert!(second.aside.is_some_and(|aside| aside.exists()));
    let store = Store::open(&database).await.unwrap();
    assert_eq!(store.records("clusters").await.unwrap(), edited);
}

#[tokio::test]
async fn a_damaged_database_can_be_replaced_with_what_stands_beside_it() {
    let place = Place::new().await;
    let _ = place.backed_up("a.sqlite").await.unwrap();
    let elsewhere = TempDir::new().unwrap();
    let database = elsewhere.path().join("karigar.sqlite");
    fs::write(&database, "noise").unwrap();
    fs::write(elsewhere.path().join("karigar.sqlite-wal"), "old changes").unwrap();
    let restored = restore(&database, &place.path("a.sqlite")).await.unwrap();
    assert_eq!(fs::read(restored.aside.unwrap()).unwrap(), b"noise");
    assert_eq!(Store::open(&database).await.unwrap().records("clusters").await.unwrap().len(), 3);
}

#[tokio::test]
async fn nothing_is_restored_while_the_database_is_open() {
    let place = Place::new().await;
    let _ = place.backed_up("a.sqlite").await.unwrap();
    let database = place.path("karigar.sqlite");
    // Also when no connection is left, as after ten quiet minutes of a server.
    place.store.close().await;
    let refused = restore(&database, &place.path("a.sqlite")).await;
    assert!(matches!(&refused, Err(Error::InUse { path }) if *path == database), "{refused:?}");
    let Place { folder, store } = place;
    drop(store);
    // And while a program that knows no lock of ours reads it.
    let mut other = SqliteConnection::connect(&format!("sqlite:{}", database.display())).await.unwrap();
    sqlx::query("SELECT * FROM record").execute(&mut other).await.unwrap();
    let refused = restore(&database, &folder.path().join("a.sqlite")).await;
    assert!(matches!(refused, Err(Error::InUse { .. })), "{refused:?}");
    other.close().await.unwrap();
    let _ = restore(&database, &folder.path().join("a.sqlite")).await.unwrap();
}

#[tokio::test]
async fn what_is_no_whole_backup_of_ours_is_refused_and_says_why() {
    let place = Place::new().await;
    let _ = place.backed_up("good.sqlite").await.unwrap();
    let good = fs::read(place.path("good.sqlite")).unwrap();
    let file = |name: &str, bytes: &[u8]| fs::write(place.path(name), bytes).unwrap();
    file("text.sqlite", b"SQLite?");
    file("cut.sqlite", &good[..good.len() - 5000]);
    let mut broken = good.clone();
    broken[8192..12_288].fill(0x55);
    file("broken.sqlite", &broken);
    for name in ["newer.sqlite", "altered.sqlite", "live.sqlite"] {
        file(name, &good);
    }
    run(&place.path("newer.sqlite"), "UPDATE _sqlx_migrations SET version = 900 WHERE version = 1").await;
    run(&place.path("altered.sqlite"), "UPDATE _sqlx_migrations SET checksum = x'00'").await;
    file("live.sqlite-wal", b"changes");
    run(&place.path("live.sqlite"), "SELECT 1").await;
    file("live.sqlite-wal", b"changes");
    fs::write(place.path("other.sqlite"), "").unwrap();
    run(&place.path("other.sqlite"), "CREATE TABLE theirs (a)").await;
    let elsewhere = TempDir::new().unwrap();
    let database = elsewhere.path().join("karigar.sqlite");
    for (name, reason, remedy) in [
        ("none.sqlite", "cannot be read", "correct its name"),
        ("text.sqlite", "is no database", "that `karigar backup` wrote"),
        ("cut.sqlite", "is cut off: it has", "copy it again"),
        ("broken.sqlite", "is damaged", "restore another one"),
        ("newer.sqlite", "has the migration 900, which this program does not know", "a newer one"),
        ("altered.sqlite", "made by another text of the migration 1", "use the program that wrote it"),
        ("live.sqlite", "is a database in use", "`karigar backup`"),
        ("other.sqlite", "of another program", "choose another file"),
    ] {
        let said = restore(&database, &place.path(name)).await.unwrap_err().to_string();
        for part in [name, reason, remedy] {
            assert!(said.contains(part), "{name}: {said}");
        }
        assert!(!database.exists(), "{name}");
    }
    let left: Vec<_> =
        fs::read_dir(elsewhere.path()).unwrap().map(|file| file.unwrap().file_name()).collect();
    assert_eq!(left, ["karigar.sqlite.lock"]);
}

#[tokio::test]
async fn a_backup_that_cannot_be_written_leaves_nothing() {
    let place = Place::new().await;
    let there = place.path("there.sqlite");
    fs::write(&there, "mine").unwrap();
    let elsewhere = place.path("none/karigar.sqlite");
    let database = place.path("karigar.sqlite");
    for (database, file, reason, remedy) in [
        (&database, &there, "exists", "--force"),
        (&database, &database, "is the database itself", "another name"),
        (&database, &place.path("none/a.sqlite"), "cannot be written", "choose another folder"),
        (&elsewhere, &place.path("a.sqlite"), "there is no database", "--data-dir"),
        (&there, &place.path("a.sqlite"), "is not a database or is damaged", "backup"),
    ] {
        let refused = backup(Backup { database, file, replace: false }, &mut |_, _| {}).await;
        let said = refused.unwrap_err().to_string();
        assert!(said.contains(reason) && said.contains(remedy), "{said}");
    }
    assert_eq!(place.others(), ["there.sqlite"]);
    assert_eq!(fs::read(&there).unwrap(), b"mine");
    let _ =
        backup(Backup { database: &database, file: &there, replace: true }, &mut |_, _| {}).await.unwrap();
    assert_eq!(place.others(), ["there.sqlite"]);
    assert!(fs::read(&there).unwrap().starts_with(b"SQLite format 3\0"));
}
