//! The use cases of the portal, without HTTP: what the API and the pages both answer from.

mod also;
mod build;
pub mod classes;
pub mod completeness;
pub mod crafts;
mod described;
mod district_products;
pub mod drawing;
pub mod events;
mod gazetteer;
pub mod near;
pub mod position;
mod region_counts;
pub mod regions;
pub mod request;
mod same_words;
pub mod schemes;
pub mod search;
pub mod services;
pub mod serving;
pub mod snapshot;
pub mod statistics;
pub mod themes;
pub mod towns;
pub mod training;

pub use build::{check_atlas, load_atlas, publish, read_atlas_sources};
pub use gazetteer::{Gazetteer, Target};
pub use snapshot::Snapshot;

use crate::config::Config;
use arc_swap::ArcSwap;
use karigar_index::LayerSnapshot;
use karigar_model::{ParameterError, Region, RegionCode};
use karigar_store::Store;
use std::sync::Arc;

/// Why a use case has no answer. The API makes a problem document of it, the pages a page.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// Nothing has this name or address.
    #[error("{0}")]
    NotFound(Missing),
    /// Parameters that cannot be used, all of them.
    #[error("{}", join(.0))]
    Parameters(Vec<ParameterError>),
    /// Our fault; logged with its cause, never shown.
    #[error("{0}")]
    Internal(String),
}

/// What was asked for by its name and is not there.
#[derive(Clone, Debug, thiserror::Error)]
#[error("there is no {what} `{name}`{}{remark}", near.as_ref().map_or_else(String::new, |near| format!(" (did you mean `{near}`?)")))]
pub struct Missing {
    /// `layer`, `region`, `record`, `craft`, `scheme`, `topic` or `page`; pages word it by the message `missing-{what}`.
    pub what: &'static str,
    /// The name as it was asked for.
    pub name: String,
    /// The name that may have been meant.
    pub near: Option<String>,
    /// Where it was looked for or what there is, for readers of the API; begins where a sentence goes on.
    pub remark: String,
}

impl Missing {
    /// Without a guess at what was meant.
    pub fn new(what: &'static str, name: &str) -> Self {
        Self { what, name: name.to_owned(), near: None, remark: String::new() }
    }

    /// With the name of `known` that is spelt nearly so, if one is.
    #[must_use]
    pub fn among<'a>(self, known: impl Iterator<Item = &'a str>) -> Self {
        let near = karigar_model::closest(&self.name, known).map(str::to_owned);
        Self { near, ..self }
    }

    /// With a remark.
    #[must_use]
    pub fn remark(self, remark: String) -> Self {
        Self { remark, ..self }
    }
}

impl From<Missing> for Error {
    fn from(missing: Missing) -> Self {
        Self::NotFound(missing)
    }
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
            let ids = || self.layers.iter().map(|layer| layer.layer().id.as_str());
            let there_are = format!("; there are {}", ids().collect::<Vec<_>>().join(", "));
            Missing::new("layer", id).among(ids()).remark(there_are).into()
        })
    }

    /// A region of this view by its code, in letters of either case.
    pub fn region(&self, code: &str) -> Result<&Region, Error> {
        let known = RegionCode::parse(code).and_then(|code| self.tree.get(&code));
        known.ok_or_else(|| {
            let codes = self.tree.regions().iter().map(|region| region.code.as_str());
            let view = format!(" in the view `{}`", self.tree.view());
            Missing::new("region", code).among(codes).remark(view).into()
        })
    }
}
