//! A backup put in the place of the database. What was there is kept.

use crate::Error;
use crate::backup::{Part, sync_folder};
use crate::contents::{Contents, known, whole};
use crate::error::Fault;
use crate::lock::{Lock, beside, owned_like_its_folder};
use sqlx::Connection;
use sqlx::sqlite::{SqliteConnectOptions, SqliteConnection};
use std::fs::{File, create_dir_all, rename};
use std::path::{Path, PathBuf};
use time::OffsetDateTime;
use time::macros::format_description;

/// What a restore did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Restored {
    /// What the database holds now.
    pub contents: Contents,
    /// Where the database stands that was there before.
    pub aside: Option<PathBuf>,
}

/// What SQLite writes beside a database.
const SIDE_FILES: &[&str] = &["", "-wal", "-shm", "-journal"];

/// Checks `backup`, copies it beside the database, checks the copy, and only then lets it take the place of
/// the database, which is kept under another name. Fails while anybody has the database open.
pub async fn restore(database: &Path, backup: &Path) -> Result<Restored, Error> {
    whole(backup)?;
    if beside(backup, "-wal").metadata().is_ok_and(|log| log.len() > 0) {
        return Err(Error::Live { path: backup.into() });
    }
    let unwritable =
        |error: std::io::Error| Error::NotWritable { path: database.into(), cause: error.to_string() };
    if let Some(folder) = database.parent() {
        create_dir_all(folder).map_err(unwritable)?;
    }
    let _lock = Lock::alone(database)?;
    let part = Part::new(database)?;
    fill(&part.path, backup, database)?;
    let contents = checked(&part.path).await.map_err(|error| named(error, backup))?;
    fold(database).await?;
    let aside = set_aside(database).map_err(unwritable)?;
    if let Err(error) = part.settle() {
        put_back(database, aside.as_deref()).map_err(unwritable)?;
        return Err(error);
    }
    Ok(Restored { contents, aside })
}

/// Writes the backup's bytes to `part`, which gets the rights of the database that is there.
fn fill(part: &Path, backup: &Path, database: &Path) -> Result<(), Error> {
    let unreadable =
        |error: std::io::Error| Error::Unreadable { path: backup.into(), cause: error.to_string() };
    let unwritable =
        |error: std::io::Error| Error::NotWritable { path: database.into(), cause: error.to_string() };
    let mut from = File::open(backup).map_err(unreadable)?;
    let mut to = File::options().write(true).open(part).map_err(unwritable)?;
    std::io::copy(&mut from, &mut to).map_err(unwritable)?;
    if let Ok(there) = database.metadata() {
        to.set_permissions(there.permissions()).map_err(unwritable)?;
    }
    owned_like_its_folder(part);
    Ok(())
}

async fn checked(file: &Path) -> Result<Contents, Error> {
    let contents = Contents::of(file).await?;
    known(file).await?;
    Ok(contents)
}

/// The same failure of the file that the reader named, not of its copy.
fn named(error: Error, backup: &Path) -> Error {
    let path = backup.to_owned();
    match error {
        Error::BadBackup { cause, .. } => Error::BadBackup { path, cause },
        Error::Foreign { .. } => Error::Foreign { path },
        Error::Newer { version, .. } => Error::Newer { path, version },
        Error::Altered { version, .. } => Error::Altered { path, version },
        other => other,
    }
}

/// Writes what stands beside the database into it, so that it is one file. SQLite does that only for who
/// is alone, so it also finds those who do not know of the lock. A damaged database stays as it is: that may
/// be why it is replaced.
async fn fold(database: &Path) -> Result<(), Error> {
    if !database.exists() {
        return Ok(());
    }
    let options = SqliteConnectOptions::new().filename(database);
    let folded = async {
        let mut connection = SqliteConnection::connect_with(&options).await?;
        sqlx::query("PRAGMA journal_mode = DELETE").execute(&mut connection).await?;
        connection.close().await
    };
    match folded.await.map_err(|error| Fault::Sql(error).at(database)) {
        Ok(()) | Err(Error::Damaged { .. }) => Ok(()),
        Err(Error::Busy { path }) => Err(Error::InUse { path }),
        Err(other) => Err(other),
    }
}

/// Moves the database, and what stands beside it, to a name with the time; nothing if there is none.
fn set_aside(database: &Path) -> std::io::Result<Option<PathBuf>> {
    if !database.exists() {
        return Ok(None);
    }
    let form = format_description!("[year][month][day]T[hour][minute][second]Z");
    let time = OffsetDateTime::now_utc().format(form).unwrap_or_default();
    let names = (1..).map(|turn| match turn {
        1 => beside(database, &format!(".before-restore-{time}")),
        _ => beside(database, &format!(".before-restore-{time}-{turn}")),
    });
    let aside = names.into_iter().find(|name| !name.exists()).unwrap_or_default();
    move_all(database, &aside)?;
    sync_folder(database)?;
    Ok(Some(aside))
}

fn put_back(database: &Path, aside: Option<&Path>) -> std::io::Result<()> {
    aside.map_or(Ok(()), |aside| move_all(aside, database))
}

fn move_all(from: &Path, to: &Path) -> std::io::Result<()> {
    let there = SIDE_FILES.iter().filter(|ending| beside(from, ending).exists());
    there.into_iter().try_for_each(|ending| rename(beside(from, ending), beside(to, ending)))
}
