//! Changing one record by hand.

use crate::change::{Cause, Change};
use crate::error::Fault;
use crate::record::{Write, write};
use crate::{Error, Store};
use karigar_model::Record;

impl Store {
    /// Replaces a record by an edited one, and gives the generation. `record.version` is the version that
    /// was edited; the stored one becomes the next. From now on no atlas overwrites it.
    pub async fn edit(&self, record: &Record, note: &str) -> Result<u64, Error> {
        self.replace(record, note).await.map_err(|fault| self.named(fault))
    }

    async fn replace(&self, record: &Record, note: &str) -> Result<u64, Fault> {
        let Record { layer, id, version: given, .. } = record;
        let cause = Cause { kind: "edit", title: id, version: "", note };
        let mut change = Change::begin(self, cause).await?;
        let stored: Option<(u32, String)> = sqlx::query_as(
            "SELECT version, fingerprint FROM record WHERE layer = $1 AND id = $2 AND deleted_at IS NULL",
        )
        .bind(layer)
        .bind(id)
        .fetch_optional(change.connection())
        .await?;
        let Some((stored, fingerprint)) = stored else {
            return Err(Error::NoRecord { layer: layer.clone(), id: id.clone() }.into());
        };
        if stored != *given {
            let (layer, id) = (layer.clone(), id.clone());
            return Err(Error::Conflict { layer, id, stored, given: *given }.into());
        }
        write(&mut change, &[Write { record, version: stored + 1, fingerprint }]).await?;
        let at = change.at.clone();
        sqlx::query("UPDATE record SET edited_at = $1 WHERE layer = $2 AND id = $3")
            .bind(at)
            .bind(layer)
            .bind(id)
            .execute(change.connection())
            .await?;
        change.touch(layer, Some(id), "edit").await?;
        change.commit().await
    }
}
