//! What a database file holds, and whether it is whole.

use crate::Error;
use crate::error::Fault;
use crate::store::{MIGRATIONS, is_foreign};
use sha2::{Digest, Sha256};
use sqlx::Connection;
use sqlx::sqlite::{SqliteConnectOptions, SqliteConnection};
use std::fs::File;
use std::io::Read;
use std::path::Path;

/// What stands in a database file that was checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contents {
    /// Size in bytes.
    pub bytes: u64,
    /// Hash of these bytes, in hexadecimal digits.
    pub sha256: String,
    /// Number of the last migration.
    pub migration: i64,
    /// Tables with the number of their rows, by name.
    pub tables: Vec<(String, u64)>,
}

impl Contents {
    /// Checks a file that nobody writes to, and counts. Fails with [`Error::NoBackup`], [`Error::Cut`],
    /// [`Error::BadBackup`] or [`Error::Foreign`].
    pub(crate) async fn of(file: &Path) -> Result<Self, Error> {
        let unreadable =
            |error: std::io::Error| Error::Unreadable { path: file.into(), cause: error.to_string() };
        let bytes = whole(file)?;
        let bad = |cause: String| Error::BadBackup { path: file.into(), cause };
        let damaged = |error: sqlx::Error| match Fault::Sql(error).at(file) {
            Error::Damaged { cause, .. } => bad(cause),
            other => other,
        };
        // Nothing is written beside it: no journal, no lock.
        let options = SqliteConnectOptions::new().filename(file).read_only(true).immutable(true);
        if is_foreign(&options).await.map_err(damaged)? {
            return Err(Error::Foreign { path: file.into() });
        }
        let mut connection = SqliteConnection::connect_with(&options).await.map_err(damaged)?;
        let findings: Vec<String> = sqlx::query_scalar("PRAGMA integrity_check(3)")
            .fetch_all(&mut connection)
            .await
            .map_err(damaged)?;
        if findings != ["ok"] {
            return Err(bad(findings.join("; ")));
        }
        let (migration, tables) = counted(&mut connection).await.map_err(damaged)?;
        connection.close().await.map_err(damaged)?;
        Ok(Self { bytes, sha256: hash(file).map_err(unreadable)?, migration, tables })
    }
}

/// The last migration, and the rows of each table.
async fn counted(connection: &mut SqliteConnection) -> Result<(i64, Vec<(String, u64)>), sqlx::Error> {
    let migration = sqlx::query_scalar("SELECT COALESCE(MAX(version), 0) FROM _sqlx_migrations")
        .fetch_one(&mut *connection)
        .await?;
    let names: Vec<String> = sqlx::query_scalar(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT GLOB 'sqlite_*' AND name NOT GLOB '_sqlx_*' \
         ORDER BY name",
    )
    .fetch_all(&mut *connection)
    .await?;
    let mut tables = Vec::new();
    for name in names {
        // A table's name cannot be bound; it comes from the database's own list.
        let count = format!("SELECT COUNT(*) FROM \"{}\"", name.replace('"', "\"\""));
        let rows: i64 = sqlx::query_scalar(sqlx::AssertSqlSafe(count)).fetch_one(&mut *connection).await?;
        tables.push((name, rows as u64));
    }
    Ok((migration, tables))
}

/// Whether this program knows every migration of the file, with the same text. The failures are
/// [`Error::Newer`] and [`Error::Altered`]; what it knows beyond them, the next start adds.
pub(crate) async fn known(file: &Path) -> Result<(), Error> {
    let options = SqliteConnectOptions::new().filename(file).read_only(true).immutable(true);
    let read = async {
        let mut connection = SqliteConnection::connect_with(&options).await?;
        let applied: Vec<(i64, Vec<u8>)> =
            sqlx::query_as("SELECT version, checksum FROM _sqlx_migrations ORDER BY version")
                .fetch_all(&mut connection)
                .await?;
        connection.close().await?;
        Ok::<_, sqlx::Error>(applied)
    };
    let applied = read.await.map_err(|error| Fault::Sql(error).at(file))?;
    for (version, checksum) in applied {
        match MIGRATIONS.iter().find(|migration| migration.version == version) {
            None => return Err(Error::Newer { path: file.into(), version }),
            Some(ours) if *ours.checksum != checksum[..] => {
                return Err(Error::Altered { path: file.into(), version });
            }
            Some(_) => {}
        }
    }
    Ok(())
}

/// The size of the file, if it is a SQLite database and has all the pages that its head announces
/// (<https://sqlite.org/fileformat2.html#the_database_header>).
pub(crate) fn whole(file: &Path) -> Result<u64, Error> {
    let unreadable =
        |error: std::io::Error| Error::Unreadable { path: file.into(), cause: error.to_string() };
    let mut head = Vec::new();
    let mut opened = File::open(file).map_err(unreadable)?;
    let bytes = opened.metadata().map_err(unreadable)?.len();
    opened.by_ref().take(100).read_to_end(&mut head).map_err(unreadable)?;
    if head.len() < 100 || !head.starts_with(b"SQLite format 3\0") {
        return Err(Error::NoBackup { path: file.into() });
    }
    let page = match u16::from_be_bytes([head[16], head[17]]) {
        1 => 65_536,
        size => u64::from(size),
    };
    let pages = u64::from(u32::from_be_bytes([head[28], head[29], head[30], head[31]]));
    if bytes < page * pages {
        return Err(Error::Cut { path: file.into(), bytes, whole: page * pages });
    }
    Ok(bytes)
}

fn hash(file: &Path) -> std::io::Result<String> {
    let mut hasher = Sha256::new();
    std::io::copy(&mut File::open(file)?, &mut hasher)?;
    Ok(format!("{:x}", hasher.finalize()))
}
