//! Loading an atlas: what changed is written, what somebody edited is left alone.

use crate::change::{Cause, Change, REFERENCE, meta, set_meta};
use crate::error::Fault;
use crate::record::{Write, fingerprint, json, write};
use crate::{Error, Store, reference};
use karigar_model::Record;
use karigar_model::reference::Reference;
use sqlx::SqliteConnection;
use std::collections::{BTreeSet, HashMap};

/// An atlas, ready to be loaded.
#[derive(Clone, Copy, Debug)]
pub struct AtlasLoad<'a> {
    /// Version of the data.
    pub version: &'a str,
    /// A number for the bytes that it was read from.
    pub fingerprint: &'a str,
    /// Records of all its stored layers, ids unique in each; those of any other layer are not loaded.
    pub records: &'a [Record],
    /// Ids of all its stored layers, also of those without a record.
    pub layer_ids: &'a [String],
    /// Its rows that are no layer.
    pub reference: &'a Reference,
}

/// What a load did.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LoadReport {
    /// Records that are new.
    pub added: u64,
    /// Records whose content changed.
    pub updated: u64,
    /// Records that were the same already.
    pub unchanged: u64,
    /// Layer and id of edited records that were left as they are.
    pub kept: Vec<(String, String)>,
    /// Records that the atlas no longer has, now marked as deleted.
    pub removed: u64,
    /// The generation of this load; nothing when nothing changed.
    pub generation: Option<u64>,
}

const VERSION: &str = "atlas_version";
const LAYERS: &str = "atlas_layers";
const REFERENCE_FINGERPRINT: &str = "reference_fingerprint";
/// Records between two reports of progress.
const STEP: usize = 1_000;

#[derive(sqlx::FromRow)]
struct Stored {
    id: String,
    version: u32,
    fingerprint: String,
    edited: bool,
    deleted: bool,
}

impl Store {
    /// Version and fingerprint of the atlas that was loaded last, as `version+fingerprint`.
    pub async fn atlas_version(&self) -> Result<Option<String>, Error> {
        let read = async { meta(&mut *self.reader.acquire().await?, VERSION).await };
        read.await.map_err(|fault| self.named(fault))
    }

    /// Loads an atlas in one transaction. Records that are new are added, those whose content changed get
    /// the next version, edited ones stay as they are, and those that left the atlas, also with a whole layer,
    /// are marked as deleted.
    /// Nothing changes, and no generation passes, where everything is the same already. `progress` hears
    /// how many records of how many are done.
    pub async fn load_atlas(
        &self,
        load: &AtlasLoad<'_>,
        progress: &mut (dyn FnMut(u64, u64) + Send),
    ) -> Result<LoadReport, Error> {
        self.load(load, progress).await.map_err(|fault| self.named(fault))
    }

    async fn load(
        &self,
        load: &AtlasLoad<'_>,
        progress: &mut (dyn FnMut(u64, u64) + Send),
    ) -> Result<LoadReport, Fault> {
        let cause = Cause { kind: "atlas", title: "atlas", version: load.version, note: load.fingerprint };
        let mut change = Change::begin(self, cause).await?;
        let mut report = LoadReport::default();
        let mut touched: BTreeSet<String> = BTreeSet::new();
        let mut done = 0;
        for layer in load.layer_ids {
            refuse_added(change.connection(), layer).await?;
            let records: Vec<&Record> = load.records.iter().filter(|record| record.layer == *layer).collect();
            let total = load.records.len() as u64;
            let mut step = |records: usize| {
                done += records as u64;
                progress(done, total);
            };
            if load_layer(&mut change, layer, &records, &mut report, &mut step).await? {
                touched.insert(layer.clone());
            }
        }
        for layer in left_layers(change.connection(), load.layer_ids).await? {
            if load_layer(&mut change, &layer, &[], &mut report, &mut |_| {}).await? {
                touched.insert(layer);
            }
        }
        let rows = reference::fingerprint(load.reference);
        if meta(change.connection(), REFERENCE_FINGERPRINT).await?.as_deref() != Some(&rows) {
            reference::replace(&mut change, load.reference).await?;
            set_meta(change.connection(), REFERENCE_FINGERPRINT, &rows).await?;
            touched.insert(REFERENCE.into());
        }
        let version = format!("{}+{}", load.version, load.fingerprint);
        let layers = json(&load.layer_ids)?;
        let same = meta(change.connection(), VERSION).await?.as_deref() == Some(&version)
            && meta(change.connection(), LAYERS).await?.as_deref() == Some(&layers);
        if touched.is_empty() && same {
            change.abandon().await?;
            return Ok(report);
        }
        set_meta(change.connection(), VERSION, &version).await?;
        set_meta(change.connection(), LAYERS, &layers).await?;
        for layer in &touched {
            change.touch(layer, None, "load").await?;
        }
        let generation = change.commit().await?;
        report.generation = (!touched.is_empty()).then_some(generation);
        Ok(report)
    }
}

async fn refuse_added(connection: &mut SqliteConnection, layer: &str) -> Result<(), Fault> {
    let added: Option<i64> = sqlx::query_scalar("SELECT 1 FROM layer WHERE id = $1")
        .bind(layer)
        .fetch_optional(connection)
        .await?;
    match added {
        Some(_) => Err(Error::LayerExists { layer: layer.into() }.into()),
        None => Ok(()),
    }
}

/// Ids of layers that are neither added nor among these of the atlas, but have records still.
async fn left_layers(connection: &mut SqliteConnection, atlas: &[String]) -> Result<Vec<String>, Fault> {
    let mut left: Vec<String> = sqlx::query_scalar(
        "SELECT DISTINCT layer FROM record WHERE deleted_at IS NULL AND layer NOT IN (SELECT id FROM layer) \
         ORDER BY layer",
    )
    .fetch_all(connection)
    .await?;
    left.retain(|layer| !atlas.contains(layer));
    Ok(left)
}

/// Ids of the layers of the atlas that was loaded last.
pub(crate) async fn layer_ids(connection: &mut SqliteConnection) -> Result<Vec<String>, Fault> {
    match meta(connection, LAYERS).await? {
        Some(text) => crate::record::from_json("the list of the atlas's layers", &text),
        None => Ok(Vec::new()),
    }
}

/// Brings the records of one layer to `records`, whose ids are unique, and says whether anything changed. What
/// somebody edited stays. `step` hears of each block how many records it had.
pub(crate) async fn load_layer(
    change: &mut Change,
    layer: &str,
    records: &[&Record],
    report: &mut LoadReport,
    step: &mut (dyn FnMut(usize) + Send),
) -> Result<bool, Fault> {
    let stored: Vec<Stored> = sqlx::query_as(
        "SELECT id, version, fingerprint, edited_at IS NOT NULL AS edited, deleted_at IS NOT NULL AS deleted \
         FROM record WHERE layer = $1 ORDER BY id",
    )
    .bind(layer)
    .fetch_all(change.connection())
    .await?;
    let mut stored: HashMap<String, Stored> = stored.into_iter().map(|row| (row.id.clone(), row)).collect();
    let mut changed = false;
    for block in records.chunks(STEP) {
        let mut writes = Vec::new();
        for record in block {
            let fingerprint = fingerprint(record);
            let version = match stored.remove(&record.id) {
                None => {
                    report.added += 1;
                    1
                }
                Some(row) if row.edited => {
                    report.kept.push((layer.into(), row.id));
                    continue;
                }
                Some(row) if row.fingerprint == fingerprint && !row.deleted => {
                    report.unchanged += 1;
                    continue;
                }
                Some(row) => {
                    report.updated += 1;
                    row.version + 1
                }
            };
            writes.push(Write { record, version, fingerprint });
        }
        write(change, &writes).await?;
        changed |= !writes.is_empty();
        step(block.len());
    }
    let mut left: Vec<Stored> = stored.into_values().filter(|row| !row.deleted).collect();
    left.sort_by(|a, b| a.id.cmp(&b.id));
    for row in left {
        if row.edited {
            report.kept.push((layer.into(), row.id));
        } else {
            mark_deleted(change, layer, &row.id).await?;
            report.removed += 1;
            changed = true;
        }
    }
    Ok(changed)
}

async fn mark_deleted(change: &mut Change, layer: &str, id: &str) -> Result<(), Fault> {
    let (at, provenance) = (change.at.clone(), change.provenance);
    sqlx::query(
        "UPDATE record SET deleted_at = $1, version = version + 1, provenance = $2 WHERE layer = $3 AND id = $4",
    )
    .bind(at)
    .bind(provenance)
    .bind(layer)
    .bind(id)
    .execute(change.connection())
    .await?;
    Ok(())
}
