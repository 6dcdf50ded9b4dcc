//! One transaction that changes something: its provenance, its generation, and what it touched.

use crate::error::Fault;
use crate::{Error, Store};
use sqlx::{Sqlite, SqliteConnection, Transaction};
use time::OffsetDateTime;
use time::format_description::well_known::Rfc3339;

/// The name under which changes of reference rows stand in the table `change`; no layer can be called so.
pub const REFERENCE: &str = "_reference";

/// Why rows change.
pub(crate) struct Cause<'a> {
    /// `atlas`, `layer`, `removal` or `edit`.
    pub kind: &'a str,
    pub title: &'a str,
    pub version: &'a str,
    pub note: &'a str,
}

/// A change that is under way. Dropped without [`Change::commit`], it never happened.
pub(crate) struct Change {
    transaction: Transaction<'static, Sqlite>,
    pub provenance: i64,
    pub generation: i64,
    /// When, RFC 3339 in UTC.
    pub at: String,
}

impl Change {
    /// Waits for its turn to write, and takes the next generation.
    pub async fn begin(store: &Store, cause: Cause<'_>) -> Result<Self, Fault> {
        let mut transaction = store.writer.begin_with("BEGIN IMMEDIATE").await?;
        let at = now();
        let provenance: i64 = sqlx::query_scalar(
            "INSERT INTO provenance (at, kind, title, version, note) VALUES ($1, $2, $3, $4, $5) RETURNING id",
        )
        .bind(&at)
        .bind(cause.kind)
        .bind(cause.title)
        .bind(cause.version)
        .bind(cause.note)
        .fetch_one(&mut *transaction)
        .await?;
        let generation = latest(&mut transaction).await? + 1;
        Ok(Self { transaction, provenance, generation, at })
    }

    /// The connection that sees the change.
    pub fn connection(&mut self) -> &mut SqliteConnection {
        &mut self.transaction
    }

    /// Notes that a record, or without `id` a whole layer, was changed.
    pub async fn touch(&mut self, layer: &str, id: Option<&str>, operation: &str) -> Result<(), Fault> {
        sqlx::query(
            "INSERT INTO change (generation, layer, id, operation, provenance) VALUES ($1, $2, $3, $4, $5)",
        )
        .bind(self.generation)
        .bind(layer)
        .bind(id)
        .bind(operation)
        .bind(self.provenance)
        .execute(&mut *self.transaction)
        .await?;
        Ok(())
    }

    /// Makes it last, and gives its generation.
    pub async fn commit(self) -> Result<u64, Fault> {
        self.transaction.commit().await?;
        Ok(self.generation as u64)
    }

    /// Takes everything back.
    pub async fn abandon(self) -> Result<(), Fault> {
        Ok(self.transaction.rollback().await?)
    }
}

async fn latest(connection: &mut SqliteConnection) -> Result<i64, Fault> {
    Ok(sqlx::query_scalar("SELECT COALESCE(MAX(generation), 0) FROM change").fetch_one(connection).await?)
}

/// The time in RFC 3339, UTC, whole seconds.
fn now() -> String {
    let now = OffsetDateTime::now_utc();
    now.replace_nanosecond(0).unwrap_or(now).format(&Rfc3339).unwrap_or_default()
}

/// Reads a value of the table `meta`.
pub(crate) async fn meta(connection: &mut SqliteConnection, key: &str) -> Result<Option<String>, Fault> {
    Ok(sqlx::query_scalar("SELECT value FROM meta WHERE key = $1")
        .bind(key)
        .fetch_optional(connection)
        .await?)
}

/// Writes a value of the table `meta`.
pub(crate) async fn set_meta(connection: &mut SqliteConnection, key: &str, value: &str) -> Result<(), Fault> {
    sqlx::query(
        "INSERT INTO meta (key, value) VALUES ($1, $2) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
    )
    .bind(key)
    .bind(value)
    .execute(connection)
    .await?;
    Ok(())
}

impl Store {
    /// The generation of the last change of a layer (or of [`REFERENCE`]); 0 before any.
    pub async fn generation(&self, layer: &str) -> Result<u64, Error> {
        let generation: Result<i64, sqlx::Error> =
            sqlx::query_scalar("SELECT COALESCE(MAX(generation), 0) FROM change WHERE layer = $1")
                .bind(layer)
                .fetch_one(&self.reader)
                .await;
        generation.map(|generation| generation as u64).map_err(|error| self.named(error))
    }

    /// The generation of the last change of anything; 0 before any.
    pub async fn latest_generation(&self) -> Result<u64, Error> {
        let read = async { latest(&mut *self.reader.acquire().await?).await };
        read.await.map(|generation| generation as u64).map_err(|fault| self.named(fault))
    }
}
