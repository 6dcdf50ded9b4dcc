//! From the atlas folder and the database to a portal that can answer.

use super::drawing::{BaseMap, Drawing, check_labels};
use super::{Error, Snapshot};
use crate::config::Config;
use karigar_index::RegionLocator;
use karigar_ingest::{Atlas, AtlasMeta, Descriptors, Files, Geography, LayerFile, Locators, RowError};
use karigar_model::layer::LayerError;
use karigar_model::query::fnv1a;
use karigar_model::{Layer, Locate, View};
use karigar_store::{AtlasLoad, LoadReport, Store};
use std::collections::BTreeMap;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// The atlas folder on disk.
pub struct Folder(pub PathBuf);

impl Files for Folder {
    fn read(&self, path: &str) -> Result<Vec<u8>, String> {
        std::fs::read(self.0.join(path)).map_err(|error| match error.kind() {
            ErrorKind::NotFound => "the file is not there".into(),
            _ => format!("the file cannot be read: {error}"),
        })
    }

    fn list(&self, folder: &str) -> Result<Vec<String>, String> {
        let folder = self.0.join(folder);
        let entries =
            std::fs::read_dir(&folder).map_err(|error| format!("the folder cannot be listed: {error}"))?;
        let files = entries.filter_map(Result::ok).filter(|entry| entry.path().is_file());
        let mut names: Vec<String> = files.filter_map(|entry| entry.file_name().into_string().ok()).collect();
        names.sort();
        Ok(names)
    }
}

/// What is read from the atlas folder at every start: small, and needed in memory.
pub struct AtlasSources {
    /// The folder.
    pub folder: Folder,
    /// Version, title, licence.
    pub meta: AtlasMeta,
    /// Regions, places, PIN codes.
    pub geography: Arc<Geography>,
    /// What describes the layers.
    descriptors: Descriptors,
    /// What maps are drawn on.
    bases: BTreeMap<View, BaseMap>,
    /// Changes with every byte of the tables.
    pub fingerprint: String,
}

/// Why an atlas cannot be used, in words for a person.
#[derive(Debug, thiserror::Error)]
pub enum AtlasError {
    /// The folder holds none.
    #[error(
        "there is no atlas in {}; start in the project's folder or set KARIGAR_ATLAS_DIR to its `data` folder",
        .0.display()
    )]
    Missing(PathBuf),
    /// Everything that is wrong with it.
    #[error("{}", list(.0))]
    Wrong(Vec<RowError>),
}

/// Reads descriptors, geography and base maps: all that a server needs beside the database.
pub fn read_atlas_sources(config: &Config) -> Result<AtlasSources, AtlasError> {
    match read_sources(config)? {
        (sources, errors) if errors.is_empty() => Ok(sources),
        (_, errors) => Err(AtlasError::Wrong(errors)),
    }
}

/// Reads the whole atlas, with everything that is wrong with it. Where the descriptors are wrong there is
/// nothing to read the tables by.
pub fn check_atlas(config: &Config) -> Result<(Atlas, Vec<RowError>), AtlasError> {
    let (sources, mut errors) = match read_sources(config) {
        Err(AtlasError::Wrong(errors)) => return Ok((Atlas::default(), errors)),
        read => read?,
    };
    let (atlas, mut of_tables) = read_atlas(&sources);
    errors.append(&mut of_tables);
    Ok((atlas, errors))
}

fn read_sources(config: &Config) -> Result<(AtlasSources, Vec<RowError>), AtlasError> {
    if !config.atlas_dir.join("atlas.toml").exists() {
        return Err(AtlasError::Missing(config.atlas_dir.clone()));
    }
    let folder = Folder(config.atlas_dir.clone());
    let mut errors = Vec::new();
    let meta = AtlasMeta::read(&folder, &mut errors);
    let descriptors = Descriptors::read(&folder).map_err(|mut wrong| errors.append(&mut wrong)).ok();
    let (geography, mut wrong) = Geography::read(&folder);
    errors.append(&mut wrong);
    let bases = View::ALL.into_iter();
    let bases = bases.filter_map(|view| Some((view, BaseMap::read(&folder, view, &mut errors)?))).collect();
    check_labels(&folder, &mut errors);
    let (Some(meta), Some(descriptors)) = (meta, descriptors) else { return Err(AtlasError::Wrong(errors)) };
    let (geography, fingerprint) = (Arc::new(geography), fingerprint(&config.atlas_dir));
    Ok((AtlasSources { folder, meta, geography, descriptors, bases, fingerprint }, errors))
}

/// A row error as a sentence; of several at most ten as lines, and how many more there are.
fn list(errors: &[RowError]) -> String {
    if let [error] = errors {
        return format!("the atlas cannot be read: {error}");
    }
    let mut lines: Vec<String> = errors.iter().take(10).map(|error| format!("  {error}")).collect();
    if errors.len() > lines.len() {
        lines.push(format!("  … and {} more; `karigar atlas check` lists all", errors.len() - lines.len()));
    }
    format!("the atlas cannot be read:\n{}", lines.join("\n"))
}

/// A number over descriptors, tables and outlines, and the program's own version: the placing rule is code.
/// A file that cannot be read is left out; whoever needs it says so.
fn fingerprint(atlas: &Path) -> String {
    let mut hash = fnv1a(env!("CARGO_PKG_VERSION").as_bytes());
    for place in ["", "layers", "tables", "geo"] {
        let folder = Folder(atlas.join(place));
        for name in folder.list("").unwrap_or_default() {
            let ending = Path::new(&name).extension().and_then(|ending| ending.to_str());
            if matches!(ending, Some("csv" | "toml" | "topojson" | "geojson"))
                && let Ok(bytes) = folder.read(&name)
            {
                hash = fnv1a(&[hash.to_le_bytes(), fnv1a(&bytes).to_le_bytes()].concat());
            }
        }
    }
    format!("{hash:016x}")
}

/// Who finds regions by position, in both views.
struct Finders(BTreeMap<View, RegionLocator>);

impl Finders {
    fn new(geography: &Geography) -> Self {
        Self(View::ALL.map(|view| (view, RegionLocator::new(geography.shapes[&view].shapes(0.0)))).into())
    }

    fn locators(&self) -> Locators<'_> {
        self.0.iter().map(|(view, locator)| (*view, locator as &dyn Locate)).collect()
    }
}

impl AtlasSources {
    /// The layers that the atlas describes.
    pub fn layers(&self) -> &[Layer] {
        &self.descriptors.layers
    }

    /// Reads the descriptor of an operator's own layer.
    pub fn parse_layer(&self, toml: &str) -> Result<Layer, LayerError> {
        Layer::parse(toml, &self.descriptors.common)
    }

    /// Reads the features of an operator's own layer and places them.
    pub fn read_layer_file(&self, layer: &Layer, name: &str, bytes: &[u8]) -> LayerFile {
        karigar_ingest::read_layer_file(layer, name, bytes, &Finders::new(&self.geography).locators())
    }
}

/// Reads every table and places every record, in both views.
fn read_atlas(sources: &AtlasSources) -> (Atlas, Vec<RowError>) {
    Atlas::read(&sources.folder, &sources.geography, &Finders::new(&sources.geography).locators())
}

/// Loads the atlas if it is not what the database holds already; nothing then when it is.
pub async fn load_atlas(
    store: &Store,
    sources: &AtlasSources,
    progress: &mut (dyn FnMut(u64, u64) + Send),
) -> Result<Option<LoadReport>, String> {
    let version = format!("{}+{}", sources.meta.version, sources.fingerprint);
    if store.atlas_version().await.map_err(|error| error.to_string())?.as_deref() == Some(&version) {
        return Ok(None);
    }
    let (atlas, errors) = read_atlas(sources);
    if !errors.is_empty() {
        return Err(list(&errors));
    }
    let layer_ids = atlas.stored_layers();
    let load = AtlasLoad {
        version: &sources.meta.version,
        fingerprint: &sources.fingerprint,
        records: &atlas.records,
        layer_ids: &layer_ids,
        reference: &atlas.reference,
    };
    store.load_atlas(&load, progress).await.map(Some).map_err(|error| error.to_string())
}

/// Publishes what the database holds.
pub async fn publish(store: &Store, sources: &AtlasSources, view: View) -> Result<Snapshot, Error> {
    let drawing = Drawing::new(&sources.bases[&view], &sources.geography, view);
    let layers = sources.layers().to_vec();
    Snapshot::build(store, &sources.geography, view, sources.meta.clone(), layers, drawing).await
}
