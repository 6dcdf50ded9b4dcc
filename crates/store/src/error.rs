//! What can go wrong with the database, in words that say where and what to do.

use sqlx::migrate::MigrateError;
use std::path::{Path, PathBuf};

/// Why the store did not do what was asked. Each message is one sentence.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The folder or the file cannot be made or written, or the disk is full.
    #[error(
        "{path} cannot be written ({cause}); choose another folder, free space on the disk or correct the \
         folder's rights",
        path = path.display()
    )]
    NotWritable {
        /// The file, or the folder that could not be made.
        path: PathBuf,
        /// What the system said.
        cause: String,
    },
    /// The file is no SQLite database, or its content is damaged.
    #[error(
        "the file {path} is not a database or is damaged ({cause}); put a backup in its place, or move it away \
         to start from the atlas again",
        path = path.display()
    )]
    Damaged {
        /// The file.
        path: PathBuf,
        /// What is wrong with it.
        cause: String,
    },
    /// The file is a database of some other program.
    #[error(
        "the file {path} is the database of another program; choose another file",
        path = path.display()
    )]
    Foreign {
        /// The file.
        path: PathBuf,
    },
    /// A newer program has changed the database.
    #[error(
        "the database {path} has the migration {version}, which this program does not know; use the program \
         that wrote it or a newer one",
        path = path.display()
    )]
    Newer {
        /// The file.
        path: PathBuf,
        /// Number of the migration.
        version: i64,
    },
    /// A migration reads otherwise here than when it changed the database.
    #[error(
        "the database {path} was made by another text of the migration {version} than this program has; use \
         the program that wrote it, or move it away to start from the atlas again",
        path = path.display()
    )]
    Altered {
        /// The file.
        path: PathBuf,
        /// Number of the migration.
        version: i64,
    },
    /// Another process holds the database.
    #[error(
        "the database {path} is locked by another process; stop it or try again later",
        path = path.display()
    )]
    Busy {
        /// The file.
        path: PathBuf,
    },
    /// There is no database to back up.
    #[error("there is no database {path}; say with --data-dir in which folder it is", path = path.display())]
    NoDatabase {
        /// The file that is not there.
        path: PathBuf,
    },
    /// A running server or command has the database open.
    #[error(
        "the database {path} is in use by a running server or another command; stop it, then try again",
        path = path.display()
    )]
    InUse {
        /// The file.
        path: PathBuf,
    },
    /// A backup would replace a file.
    #[error("the file {path} exists; choose another name, or replace it with --force", path = path.display())]
    Exists {
        /// The file.
        path: PathBuf,
    },
    /// A backup would replace the very database.
    #[error("{path} is the database itself; choose another name for the backup", path = path.display())]
    Itself {
        /// The file.
        path: PathBuf,
    },
    /// A file that cannot be read at all.
    #[error(
        "{path} cannot be read ({cause}); correct its name or its rights, or run this as its owner",
        path = path.display()
    )]
    Unreadable {
        /// The file.
        path: PathBuf,
        /// What the system said.
        cause: String,
    },
    /// A file to restore that is no SQLite database.
    #[error("the file {path} is no database; give a file that `karigar backup` wrote", path = path.display())]
    NoBackup {
        /// The file.
        path: PathBuf,
    },
    /// A file to restore whose latest changes stand in a second file.
    #[error(
        "{path} is a database in use: the file {path}-wal belongs to it; write a backup of it with \
         `karigar backup` and restore that",
        path = path.display()
    )]
    Live {
        /// The file.
        path: PathBuf,
    },
    /// A backup whose end is missing.
    #[error(
        "the backup {path} is cut off: it has {bytes} of {whole} bytes; copy it again from where it was written, \
         or restore another one",
        path = path.display()
    )]
    Cut {
        /// The file.
        path: PathBuf,
        /// Bytes that are there.
        bytes: u64,
        /// Bytes that its head announces.
        whole: u64,
    },
    /// A backup whose content does not hold together.
    #[error("the backup {path} is damaged ({cause}); restore another one", path = path.display())]
    BadBackup {
        /// The file.
        path: PathBuf,
        /// What is wrong with it.
        cause: String,
    },
    /// A layer of that id is there already.
    #[error("the layer `{layer}` is there already; remove it first or choose another id")]
    LayerExists {
        /// Id of the layer.
        layer: String,
    },
    /// No such layer was added.
    #[error("no layer `{layer}` was added; only added layers can be replaced or removed")]
    NoLayer {
        /// Id of the layer.
        layer: String,
    },
    /// No such record, or it is deleted.
    #[error("there is no record `{id}` in the layer `{layer}`")]
    NoRecord {
        /// Id of the layer.
        layer: String,
        /// Id of the record.
        id: String,
    },
    /// The record has changed since it was read.
    #[error(
        "the record `{id}` of the layer `{layer}` has changed since it was read: it is at version {stored}, not \
         {given}; read it again and repeat the edit"
    )]
    Conflict {
        /// Id of the layer.
        layer: String,
        /// Id of the record.
        id: String,
        /// The version that is stored.
        stored: u32,
        /// The version that was edited.
        given: u32,
    },
    /// Anything else.
    #[error("the database {path} failed: {source}", path = path.display())]
    Other {
        /// The file.
        path: PathBuf,
        /// What the driver said.
        source: sqlx::Error,
    },
}

/// A failure before it is known of which file it speaks.
#[derive(Debug)]
pub(crate) enum Fault {
    /// The driver's.
    Sql(sqlx::Error),
    /// A stored row that cannot be read.
    Row(String),
    /// A refusal that is told as it is.
    Refused(Error),
}

impl From<sqlx::Error> for Fault {
    fn from(error: sqlx::Error) -> Self {
        Self::Sql(error)
    }
}

impl From<Error> for Fault {
    fn from(error: Error) -> Self {
        Self::Refused(error)
    }
}

impl Fault {
    /// The same with the file it speaks of.
    pub fn at(self, path: &Path) -> Error {
        match self {
            Self::Sql(error) => of_sql(error, path),
            Self::Row(cause) => Error::Damaged { path: path.into(), cause },
            Self::Refused(error) => error,
        }
    }
}

/// SQLite's primary result codes (<https://sqlite.org/rescode.html>).
fn of_sql(error: sqlx::Error, path: &Path) -> Error {
    let code = error.as_database_error().and_then(sqlx::error::DatabaseError::code);
    let primary = code.and_then(|code| code.parse::<u32>().ok()).map(|code| code & 0xff);
    let path: PathBuf = path.into();
    let cause =
        || error.as_database_error().map_or_else(|| error.to_string(), |error| error.message().into());
    match primary {
        Some(5 | 6) => Error::Busy { path },
        Some(8 | 10 | 13 | 14) => Error::NotWritable { path, cause: cause() },
        Some(11 | 26) => Error::Damaged { path, cause: cause() },
        _ if matches!(error, sqlx::Error::PoolTimedOut) => Error::Busy { path },
        _ => Error::Other { path, source: error },
    }
}

/// The same for a migration.
pub(crate) fn of_migration(error: MigrateError, path: &Path) -> Error {
    match error {
        MigrateError::VersionMissing(version) => Error::Newer { path: path.into(), version },
        MigrateError::VersionMismatch(version) => Error::Altered { path: path.into(), version },
        MigrateError::Execute(error) | MigrateError::ExecuteMigration(error, _) => of_sql(error, path),
        other => Error::Other { path: path.into(), source: sqlx::Error::Migrate(Box::new(other)) },
    }
}
