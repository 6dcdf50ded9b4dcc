//! Who has the database open: a lock on a small file beside it.
//!
//! SQLite's own locks do not tell: a server answers from memory, and its idle connections are closed. The
//! system takes the lock back when its process ends, in whatever way.

use crate::Error;
use std::fs::{File, TryLockError};
use std::path::{Path, PathBuf};

/// Held as long as this lives.
#[derive(Debug)]
pub(crate) struct Lock {
    _file: File,
}

impl Lock {
    /// For who reads and writes beside others.
    pub fn shared(database: &Path) -> Result<Self, Error> {
        Self::taken(database, File::try_lock_shared)
    }

    /// For who replaces the file: nobody else may have it open.
    pub fn alone(database: &Path) -> Result<Self, Error> {
        Self::taken(database, File::try_lock)
    }

    fn taken(database: &Path, take: fn(&File) -> Result<(), TryLockError>) -> Result<Self, Error> {
        let path = beside(database, ".lock");
        let unusable =
            |error: std::io::Error| Error::NotWritable { path: path.clone(), cause: error.to_string() };
        let made = !path.exists();
        let file = File::options().write(true).create(true).truncate(false).open(&path).map_err(unusable)?;
        if made {
            owned_like_its_folder(&path);
        }
        match take(&file) {
            Ok(()) => Ok(Self { _file: file }),
            Err(TryLockError::WouldBlock) => Err(Error::InUse { path: database.into() }),
            Err(TryLockError::Error(error)) => Err(unusable(error)),
        }
    }
}

/// The path of a file whose name is that of `path` and `ending`.
pub(crate) fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(ending);
    name.into()
}

/// Gives a new file to the owner of its folder: an administrator makes it for the server's user. For anybody
/// else it belongs to them already.
#[cfg(unix)]
pub(crate) fn owned_like_its_folder(path: &Path) {
    use std::os::unix::fs::{MetadataExt, chown};
    if let Some(folder) = path.parent().and_then(|folder| folder.metadata().ok()) {
        // Only an administrator may; others keep what is theirs.
        let _ = chown(path, Some(folder.uid()), Some(folder.gid()));
    }
}

/// Elsewhere rights come from the folder.
#[cfg(not(unix))]
pub(crate) fn owned_like_its_folder(_: &Path) {}
