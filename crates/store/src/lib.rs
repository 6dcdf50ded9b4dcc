//! The only crate that knows SQL: records with their history and provenance, in SQLite.
//!
//! Start with [`Store`]. Space and search are not asked here: the index holds the published features in
//! memory and is built from [`Store::records`]. Every write is one transaction that raises the one global
//! generation by one and says in the table `change` which layers it touched.

mod added_layer;
mod atlas;
mod backup;
mod change;
mod contents;
mod edit;
mod error;
mod lock;
mod record;
mod reference;
mod restore;
mod status;
mod store;
mod wkb;

pub use atlas::{AtlasLoad, LoadReport};
pub use backup::{Backup, backup};
pub use change::REFERENCE;
pub use contents::Contents;
pub use error::Error;
pub use restore::{Restored, restore};
pub use status::Status;
pub use store::Store;
