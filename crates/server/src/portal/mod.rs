//! The use cases of the portal, without HTTP: what the API and the pages both answer from.

mod build;
pub mod crafts;
pub mod drawing;
mod gazetteer;
pub mod near;
pub mod regions;
pub mod request;
pub mod search;
pub mod serving;
pub mod snapshot;

pub use build::{load_atlas, publish, read_atlas, read_atlas_sources};
pub use gazetteer::{Gazetteer, Target};
pub use snapshot::Snapshot;

use crate::config::Config;
use arc_swap::ArcSwap;
use karigar_index::LayerSnapshot;
use karigar_model::{ParameterError, RegionCode};
use karigar_store::Store;
use std::sync::Arc;

/// Why a use case has no answer. The API makes a problem document of it, the pages a page.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// Nothing has this address; the sentence says what was asked for.
    #[error("{0}")]
    NotFound(String),
    /// Parameters that cannot be used, all of them.
    #[error("{}", join(.0))]
    Parameters(Vec<ParameterError>),
    /// Our fault; logged with its cause, never shown.
    #[error("{0}")]
    Internal(String),
}

fn join(errors: &[ParameterError]) -> String {
    errors.iter().map(ToString::to_string).collect::<Vec<_>>().join("; ")
}

impl From<ParameterError> for Error {
    fn from(error: ParameterError) -> Self {
        Self::Parameters(vec![error])
    }
}

/// The running portal: the database, and the snapshot that answers every public read.
pub struct Portal {
    /// Settings it was started with.
    pub config: Config,
    /// The database.
    pub store: Store,
    current: ArcSwap<Snapshot>,
}

impl Portal {
    /// A portal over a database that holds an atlas.
    pub fn new(config: Config, store: Store, snapshot: Snapshot) -> Self {
        Self { config, store, current: ArcSwap::from_pointee(snapshot) }
    }

    /// What is published now. Hold it for one answer, not longer.
    pub fn snapshot(&self) -> Arc<Snapshot> {
        self.current.load_full()
    }
}

impl Snapshot {
    /// The layer `id`, or which layers there are.
    pub fn layer(&self, id: &str) -> Result<&Arc<LayerSnapshot>, Error> {
        self.layers.iter().find(|layer| layer.layer().id == id).ok_or_else(|| {
            let ids = self.layers.iter().map(|layer| layer.layer().id.as_str());
            let near = karigar_model::closest(id, ids.clone())
                .map_or_else(String::new, |near| format!(" (did you mean `{near}`?)"));
            Error::NotFound(format!(
                "there is no layer `{id}`{near}; there are {}",
                ids.collect::<Vec<_>>().join(", ")
            ))
        })
    }

    /// The code of a region of this view.
    pub fn region(&self, code: &str) -> Result<RegionCode, Error> {
        let known = RegionCode::parse(code).filter(|code| self.tree.get(code).is_some());
        known.ok_or_else(|| {
            let codes = self.tree.regions().iter().map(|region| region.code.as_str());
            let near = karigar_model::closest(code, codes)
                .map_or_else(String::new, |near| format!(" (did you mean {near}?)"));
            Error::NotFound(format!("there is no region {code} in the view `{}`{near}", self.tree.view()))
        })
    }
}
