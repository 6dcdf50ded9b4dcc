//! Layers that an operator added: their descriptor lives here, not in a file.

use crate::change::{Cause, Change};
use crate::error::Fault;
use crate::record::{Write, fingerprint, from_json, json, write};
use crate::{Error, Store, atlas};
use karigar_model::{Layer, Record};
use std::collections::HashSet;

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

    /// Adds a layer with its records, which come from where `note` says, and gives the generation. Records of
    /// another layer, and a second record of one id, are left out.
    pub async fn add_layer(&self, layer: &Layer, records: &[Record], note: &str) -> Result<u64, Error> {
        self.add(layer, records, note).await.map_err(|fault| self.named(fault))
    }

    async fn add(&self, layer: &Layer, records: &[Record], note: &str) -> Result<u64, Fault> {
        let cause = Cause { kind: "layer", title: layer.title("en"), version: "", note };
        let mut change = Change::begin(self, cause).await?;
        let taken: Option<i64> = sqlx::query_scalar(
            "SELECT 1 FROM layer WHERE id = $1 UNION SELECT 1 FROM record WHERE layer = $1 LIMIT 1",
        )
        .bind(&layer.id)
        .fetch_optional(change.connection())
        .await?;
        if taken.is_some() || atlas::layer_ids(change.connection()).await?.contains(&layer.id) {
            return Err(Error::LayerExists { layer: layer.id.clone() }.into());
        }
        let (at, generation) = (change.at.clone(), change.generation);
        sqlx::query("INSERT INTO layer (id, descriptor, added_at, generation) VALUES ($1, $2, $3, $4)")
            .bind(&layer.id)
            .bind(json(layer)?)
            .bind(at)
            .bind(generation)
            .execute(change.connection())
            .await?;
        let mut seen = HashSet::new();
        let own = records.iter().filter(|record| record.layer == layer.id && seen.insert(&record.id));
        let writes: Vec<Write<'_>> =
            own.map(|record| Write { record, version: 1, fingerprint: fingerprint(record) }).collect();
        write(&mut change, &writes).await?;
        change.touch(&layer.id, None, "add").await?;
        change.commit().await
    }

    /// Removes an added layer and all its records, and gives the generation.
    pub async fn remove_layer(&self, id: &str) -> Result<u64, Error> {
        self.remove(id).await.map_err(|fault| self.named(fault))
    }

    async fn remove(&self, id: &str) -> Result<u64, Fault> {
        let cause = Cause { kind: "removal", title: id, version: "", note: "" };
        let mut change = Change::begin(self, cause).await?;
        let layers =
            sqlx::query("DELETE FROM layer WHERE id = $1").bind(id).execute(change.connection()).await?;
        if layers.rows_affected() == 0 {
            return Err(Error::NoLayer { layer: id.into() }.into());
        }
        sqlx::query("DELETE FROM record WHERE layer = $1").bind(id).execute(change.connection()).await?;
        change.touch(id, None, "remove").await?;
        change.commit().await
    }
}
