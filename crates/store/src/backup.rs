//! A copy of the database in one file, made while others read and write.

use crate::Error;
use crate::contents::Contents;
use crate::error::Fault;
use crate::lock::beside;
use crate::store::is_foreign;
use sqlx::Connection;
use sqlx::sqlite::{SqliteConnectOptions, SqliteConnection};
use std::fmt::Display;
use std::fs::File;
use std::path::{Path, PathBuf};
use std::time::Duration;

/// How often the progress is told.
const TICK: Duration = Duration::from_millis(100);
/// How long the copy waits for who holds the database.
const PATIENCE: Duration = Duration::from_secs(5);

/// What to back up, and to where.
#[derive(Clone, Copy, Debug)]
pub struct Backup<'a> {
    /// The database.
    pub database: &'a Path,
    /// The file to write.
    pub file: &'a Path,
    /// Whether a file that is there may be replaced.
    pub replace: bool,
}

/// Writes the database as it is at this moment, checks what was written, and puts it in its place: the file
/// is there as a whole or not at all. `progress` hears bytes written and about how many they will be.
///
/// The database is neither migrated nor changed, so that a backup can be made before an upgrade.
pub async fn backup(
    Backup { database, file, replace }: Backup<'_>,
    progress: &mut dyn FnMut(u64, u64),
) -> Result<Contents, Error> {
    if !database.exists() {
        return Err(Error::NoDatabase { path: database.into() });
    }
    if let (Ok(one), Ok(other)) = (database.canonicalize(), file.canonicalize())
        && one == other
    {
        return Err(Error::Itself { path: file.into() });
    }
    if !replace && file.exists() {
        return Err(Error::Exists { path: file.into() });
    }
    let part = Part::new(file)?;
    copy(database, &part, progress).await?;
    let contents = Contents::of(&part.path).await.map_err(|error| match error {
        Error::BadBackup { cause, .. } => Error::Damaged { path: database.into(), cause },
        other => other,
    })?;
    part.settle()?;
    Ok(contents)
}

async fn copy(database: &Path, part: &Part<'_>, progress: &mut dyn FnMut(u64, u64)) -> Result<(), Error> {
    // Reading takes part in locks, so it fails where nothing may be written.
    let read = |error: sqlx::Error| match Fault::Sql(error).at(database) {
        Error::NotWritable { path, cause } => Error::Unreadable { path, cause },
        other => other,
    };
    let options = SqliteConnectOptions::new().filename(database).read_only(true).busy_timeout(PATIENCE);
    if is_foreign(&options).await.map_err(read)? {
        return Err(Error::Foreign { path: database.into() });
    }
    let mut connection = SqliteConnection::connect_with(&options).await.map_err(read)?;
    let whole: i64 = sqlx::query_scalar(
        "SELECT (page_count - freelist_count) * page_size \
         FROM pragma_page_count, pragma_freelist_count, pragma_page_size",
    )
    .fetch_one(&mut connection)
    .await
    .map_err(read)?;
    let target = part.path.to_str().ok_or_else(|| part.unwritable(&"its name is not UTF-8"))?.to_owned();
    let copied = {
        let mut copying = std::pin::pin!(sqlx::query("VACUUM INTO $1").bind(target).execute(&mut connection));
        let mut tick = tokio::time::interval(TICK);
        loop {
            tokio::select! {
                copied = &mut copying => break copied,
                _ = tick.tick() => progress(part.path.metadata().map_or(0, |part| part.len()), whole as u64),
            }
        }
    };
    // Closed also after a failure: only then nothing more is written beside the copy.
    connection.close().await.map_err(read)?;
    copied.map(drop).map_err(|error| match Fault::Sql(error).at(database) {
        // The database is only read: what cannot be written is the copy.
        Error::NotWritable { cause, .. } => part.unwritable(&cause),
        other => other,
    })
}

/// A file in the making, under a name of its own in the folder where it will stand. Dropped before it is
/// settled, it is removed.
pub(crate) struct Part<'a> {
    pub path: PathBuf,
    file: &'a Path,
}

impl<'a> Part<'a> {
    /// Makes it, empty, for the eyes of its owner only.
    pub fn new(file: &'a Path) -> Result<Self, Error> {
        let whole = std::path::absolute(file).unwrap_or_else(|_| file.into());
        let part = Self { path: beside(&whole, &format!(".{}.part", std::process::id())), file };
        let mut options = File::options();
        options.write(true).create(true).truncate(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        options.open(&part.path).map_err(|error| part.unwritable(&error))?;
        Ok(part)
    }

    /// Makes sure that it is on the disk, and gives it its name.
    pub fn settle(self) -> Result<(), Error> {
        let settled = File::open(&self.path)
            .and_then(|part| part.sync_all())
            .and_then(|()| std::fs::rename(&self.path, self.file));
        settled.map_err(|error| self.unwritable(&error))?;
        sync_folder(self.file).map_err(|error| self.unwritable(&error))
    }

    /// What went wrong while it was written.
    pub fn unwritable(&self, cause: &dyn Display) -> Error {
        Error::NotWritable { path: self.file.into(), cause: cause.to_string() }
    }
}

impl Drop for Part<'_> {
    fn drop(&mut self) {
        // After it was settled, nothing has these names.
        for ending in ["", "-journal"] {
            let _ = std::fs::remove_file(beside(&self.path, ending));
        }
    }
}

/// Makes sure that the names in the folder of `file` are on the disk.
pub(crate) fn sync_folder(file: &Path) -> std::io::Result<()> {
    if cfg!(unix)
        && let Some(folder) = std::path::absolute(file)?.parent()
    {
        File::open(folder)?.sync_all()?;
    }
    Ok(())
}
