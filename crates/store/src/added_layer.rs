//! Layers that an operator added: their descriptor lives here, not in a file.

use crate::atlas::{layer_ids, load_layer};
use crate::change::{Cause, Change};
use crate::error::Fault;
use crate::record::{from_json, json};
use crate::{Error, LoadReport, Store};
use karigar_model::{Layer, Record};
use sqlx::SqliteConnection;
use std::collections::HashSet;

/// Who has the id of a layer.
enum Holder {
    /// The atlas that was loaded last.
    Atlas,
    /// The operator who added it.
    Operator,
    /// Records that somebody edited, of a layer that has left the atlas.
    Edits,
    Nobody,
}

async fn holder(connection: &mut SqliteConnection, id: &str) -> Result<Holder, Fault> {
    let (added, live): (bool, bool) = sqlx::query_as(
        "SELECT EXISTS (SELECT 1 FROM layer WHERE id = $1), \
         EXISTS (SELECT 1 FROM record WHERE layer = $1 AND deleted_at IS NULL)",
    )
    .bind(id)
    .fetch_one(&mut *connection)
    .await?;
    let shipped = layer_ids(connection).await?.iter().any(|layer| layer == id);
    Ok(match (shipped, added, live) {
        (true, ..) => Holder::Atlas,
        (_, true, _) => Holder::Operator,
        (.., true) => Holder::Edits,
        _ => Holder::Nobody,
    })
}

impl Store {
    /// The added layers, by id.
    pub async fn added_layers(&self) -> Result<Vec<Layer>, Error> {
        let rows: Vec<(String, String)> = sqlx::query_as("SELECT id, descriptor FROM layer ORDER BY id")
            .fetch_all(&self.reader)
            .await
            .map_err(|error| self.named(error))?;
        rows.iter()
            .map(|(id, descriptor)| from_json(&format!("descriptor of the layer `{id}`"), descriptor))
            .collect::<Result<_, Fault>>()
            .map_err(|fault| self.named(fault))
    }

    /// Adds a layer with its records, which come from where `note` says. Records of another layer, and a
    /// second record of one id, are left out. Refused where the id has live records or is one of the atlas.
    pub async fn add_layer(
        &self,
        layer: &Layer,
        records: &[Record],
        note: &str,
    ) -> Result<LoadReport, Error> {
        self.put(layer, records, note, false).await.map_err(|fault| self.named(fault))
    }

    /// Replaces the descriptor and the records of an added layer in one transaction, as an atlas is loaded:
    /// what changed gets the next version, what is gone is marked as deleted, what somebody edited stays and
    /// is reported.
    pub async fn replace_layer(
        &self,
        layer: &Layer,
        records: &[Record],
        note: &str,
    ) -> Result<LoadReport, Error> {
        self.put(layer, records, note, true).await.map_err(|fault| self.named(fault))
    }

    async fn put(
        &self,
        layer: &Layer,
        records: &[Record],
        note: &str,
        replaces: bool,
    ) -> Result<LoadReport, Fault> {
        let cause = Cause { kind: "layer", title: layer.title("en"), version: "", note };
        let mut change = Change::begin(self, cause).await?;
        let holder = holder(change.connection(), &layer.id).await?;
        match (replaces, holder) {
            (false, Holder::Nobody) | (true, Holder::Operator) => {}
            (false, _) => return Err(Error::LayerExists { layer: layer.id.clone() }.into()),
            (true, _) => return Err(Error::NoLayer { layer: layer.id.clone() }.into()),
        }
        let (at, generation) = (change.at.clone(), change.generation);
        sqlx::query(
            "INSERT INTO layer (id, descriptor, added_at, generation) VALUES ($1, $2, $3, $4) \
             ON CONFLICT (id) DO UPDATE SET descriptor = excluded.descriptor, generation = excluded.generation",
        )
        .bind(&layer.id)
        .bind(json(layer)?)
        .bind(at)
        .bind(generation)
        .execute(change.connection())
        .await?;
        let mut seen = HashSet::new();
        let own = records.iter().filter(|record| record.layer == layer.id && seen.insert(&record.id));
        let own: Vec<&Record> = own.collect();
        let mut report = LoadReport::default();
        load_layer(&mut change, &layer.id, &own, &mut report, &mut |_| {}).await?;
        change.touch(&layer.id, None, if replaces { "load" } else { "add" }).await?;
        report.generation = Some(change.commit().await?);
        Ok(report)
    }

    /// Removes an added layer, or what an edit kept of a layer that left the atlas, with all its records, and
    /// gives the generation.
    pub async fn remove_layer(&self, id: &str) -> Result<u64, Error> {
        self.remove(id).await.map_err(|fault| self.named(fault))
    }

    async fn remove(&self, id: &str) -> Result<u64, Fault> {
        let cause = Cause { kind: "removal", title: id, version: "", note: "" };
        let mut change = Change::begin(self, cause).await?;
        if matches!(holder(change.connection(), id).await?, Holder::Nobody | Holder::Atlas) {
            return Err(Error::NoLayer { layer: id.into() }.into());
        }
        sqlx::query("DELETE FROM layer WHERE id = $1").bind(id).execute(change.connection()).await?;
        sqlx::query("DELETE FROM record WHERE layer = $1").bind(id).execute(change.connection()).await?;
        change.touch(id, None, "remove").await?;
        change.commit().await
    }
}
