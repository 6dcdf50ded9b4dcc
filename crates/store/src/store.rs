//! The database file: opening it, migrating it, and knowing that it answers.

use crate::Error;
use crate::error::{Fault, of_migration};
use crate::lock::Lock;
use sqlx::Connection;
use sqlx::migrate::Migrator;
use sqlx::sqlite::{
    SqliteConnectOptions, SqliteConnection, SqliteJournalMode, SqlitePool, SqlitePoolOptions,
};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

pub(crate) static MIGRATIONS: Migrator = sqlx::migrate!("../../migrations/sqlite");

/// How long a write waits for another process.
const PATIENCE: Duration = Duration::from_secs(5);
/// How many reads run at once.
const READERS: u32 = 4;

/// The database of a portal. Clones share its connections.
#[derive(Clone, Debug)]
pub struct Store {
    pub(crate) path: PathBuf,
    /// One connection: SQLite has one writer, and waiting here is fair.
    pub(crate) writer: SqlitePool,
    pub(crate) reader: SqlitePool,
    /// Connections come and go; this says for the whole time that the database is in use.
    _lock: Arc<Lock>,
}

impl Store {
    /// Opens the database file at `path`, makes it and its folder where they are missing, and brings its
    /// tables up to date.
    pub async fn open(path: &Path) -> Result<Self, Error> {
        if let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty()) {
            std::fs::create_dir_all(folder)
                .map_err(|error| Error::NotWritable { path: folder.into(), cause: error.to_string() })?;
        }
        let lock = Arc::new(Lock::shared(path)?);
        let plain = SqliteConnectOptions::new().filename(path).busy_timeout(PATIENCE);
        let named = |error| Fault::Sql(error).at(path);
        if path.exists() && is_foreign(&plain).await.map_err(named)? {
            return Err(Error::Foreign { path: path.into() });
        }
        let options = plain.create_if_missing(true).journal_mode(SqliteJournalMode::Wal).foreign_keys(true);
        let writer = SqlitePoolOptions::new()
            .max_connections(1)
            .acquire_timeout(PATIENCE * 6)
            .connect_with(options.clone())
            .await
            .map_err(named)?;
        MIGRATIONS.run(&writer).await.map_err(|error| of_migration(error, path))?;
        let reader = SqlitePoolOptions::new()
            .max_connections(READERS)
            .acquire_timeout(PATIENCE * 6)
            .connect_with(options.create_if_missing(false).read_only(true))
            .await
            .map_err(named)?;
        Ok(Self { path: path.into(), writer, reader, _lock: lock })
    }

    /// Whether the database answers.
    pub async fn ready(&self) -> Result<(), Error> {
        sqlx::query("SELECT 1 FROM meta LIMIT 1")
            .fetch_optional(&self.reader)
            .await
            .map(drop)
            .map_err(|error| self.named(error))
    }

    /// Waits for running work and closes the file.
    pub async fn close(&self) {
        self.reader.close().await;
        self.writer.close().await;
    }

    /// The failure with the name of this file.
    pub(crate) fn named(&self, fault: impl Into<Fault>) -> Error {
        fault.into().at(&self.path)
    }
}

/// Whether the file has tables, but none of ours. Asked before anything is changed in it.
pub(crate) async fn is_foreign(options: &SqliteConnectOptions) -> Result<bool, sqlx::Error> {
    let mut connection = SqliteConnection::connect_with(options).await?;
    let (ours, all): (i64, i64) = sqlx::query_as(
        "SELECT COALESCE(SUM(name = '_sqlx_migrations'), 0), COUNT(*) FROM sqlite_master WHERE type = 'table'",
    )
    .fetch_one(&mut connection)
    .await?;
    connection.close().await?;
    Ok(ours == 0 && all > 0)
}
