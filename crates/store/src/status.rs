//! What an operator wants to know of the database.

use crate::error::Fault;
use crate::{Error, Store};

/// The state of a database.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Status {
    /// Version and fingerprint of the atlas that was loaded last.
    pub atlas: Option<String>,
    /// Generation of the last change.
    pub generation: u64,
    /// Layers with the number of their records that are not deleted.
    pub layers: Vec<(String, u64)>,
    /// How many records were edited by hand.
    pub edited: u64,
}

impl Store {
    /// The state of the database. Opening a store migrates it, so nothing is ever pending.
    pub async fn status(&self) -> Result<Status, Error> {
        let atlas = self.atlas_version().await?;
        let generation = self.latest_generation().await?;
        let read = async {
            let layers: Vec<(String, i64)> = sqlx::query_as(
                "SELECT layer, COUNT(*) FROM record WHERE deleted_at IS NULL GROUP BY layer ORDER BY layer",
            )
            .fetch_all(&self.reader)
            .await?;
            let edited: i64 = sqlx::query_scalar(
                "SELECT COUNT(*) FROM record WHERE edited_at IS NOT NULL AND deleted_at IS NULL",
            )
            .fetch_one(&self.reader)
            .await?;
            Ok::<_, Fault>((layers, edited))
        };
        let (layers, edited) = read.await.map_err(|fault| self.named(fault))?;
        Ok(Status {
            atlas,
            generation,
            layers: layers.into_iter().map(|(layer, count)| (layer, count as u64)).collect(),
            edited: edited as u64,
        })
    }
}
