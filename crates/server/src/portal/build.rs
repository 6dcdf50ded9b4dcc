//! From the atlas folder and the database to a portal that can answer.

use super::drawing::Drawing;
use super::{Error, Snapshot};
use crate::config::Config;
use karigar_index::RegionLocator;
use karigar_ingest::{Atlas, AtlasMeta, Files, Geography, LayerFile, Locators, RowError};
use karigar_model::layer::{Common, LayerError};
use karigar_model::query::fnv1a;
use karigar_model::{Layer, Locate, View};
use karigar_store::{AtlasLoad, LoadReport, Store};
use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;

/// The atlas folder on disk.
pub struct Folder(pub PathBuf);

impl Files for Folder {
    fn read(&self, path: &str) -> Result<Vec<u8>, String> {
        std::fs::read(self.0.join(path)).map_err(|error| format!("{}: {error}", self.0.join(path).display()))
    }

    fn list(&self, folder: &str) -> Result<Vec<String>, String> {
        let folder = self.0.join(folder);
        let entries = std::fs::read_dir(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
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
    /// What all descriptors share.
    common: Common,
    /// Descriptors.
    pub layers: Vec<Layer>,
    /// Changes with every byte of the tables.
    pub fingerprint: String,
}

/// Reads descriptors and geography. Errors are sentences for a person.
pub fn read_atlas_sources(config: &Config) -> Result<AtlasSources, String> {
    let folder = Folder(config.atlas_dir.clone());
    if !config.atlas_dir.join("atlas.toml").exists() {
        return Err(format!(
            "there is no atlas in {}; start in the project's folder or set KARIGAR_ATLAS_DIR to its `data` folder",
            config.atlas_dir.display()
        ));
    }
    let meta: AtlasMeta =
        toml::from_str(&text(&folder, "atlas.toml")?).map_err(|error| format!("atlas.toml: {error}"))?;
    let common = Common::parse(&text(&folder, "layers/_common.toml")?).map_err(|error| error.to_string())?;
    let layers = karigar_ingest::layers(&folder).map_err(|errors| list(&errors))?;
    let geography = Arc::new(Geography::read(&folder).map_err(|errors| list(&errors))?);
    let fingerprint = fingerprint(&config.atlas_dir)?;
    Ok(AtlasSources { folder, meta, geography, common, layers, fingerprint })
}

/// At most ten row errors as lines, and how many more there are.
pub fn list(errors: &[RowError]) -> String {
    let mut lines: Vec<String> = errors.iter().take(10).map(|error| format!("  {error}")).collect();
    if errors.len() > lines.len() {
        lines.push(format!("  … and {} more; `karigar atlas check` lists all", errors.len() - lines.len()));
    }
    format!("the atlas cannot be read:\n{}", lines.join("\n"))
}

/// A number over descriptors, tables and outlines, and the program's own version: the placing rule is code.
fn fingerprint(atlas: &std::path::Path) -> Result<String, String> {
    let mut hash = fnv1a(env!("CARGO_PKG_VERSION").as_bytes());
    for folder in ["", "layers", "tables", "geo"] {
        let folder = atlas.join(folder);
        let unreadable = |error: std::io::Error| format!("{}: {error}", folder.display());
        let mut files: Vec<PathBuf> = std::fs::read_dir(&folder)
            .map_err(unreadable)?
            .filter_map(|entry| Some(entry.ok()?.path()))
            .collect();
        files.retain(|path| {
            path.extension().is_some_and(|ending| {
                ["csv", "toml", "topojson", "geojson"].iter().any(|known| ending == *known)
            })
        });
        files.sort();
        for path in files {
            let bytes = std::fs::read(&path).map_err(|error| format!("{}: {error}", path.display()))?;
            hash = fnv1a(&[hash.to_le_bytes(), fnv1a(&bytes).to_le_bytes()].concat());
        }
    }
    Ok(format!("{hash:016x}"))
}

fn text(folder: &Folder, path: &str) -> Result<String, String> {
    String::from_utf8(folder.read(path)?).map_err(|_| format!("{path} is not UTF-8 text"))
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
    /// Reads the descriptor of an operator's own layer.
    pub fn parse_layer(&self, toml: &str) -> Result<Layer, LayerError> {
        Layer::parse(toml, &self.common)
    }

    /// Reads the features of an operator's own layer and places them.
    pub fn read_layer_file(&self, layer: &Layer, name: &str, bytes: &[u8]) -> LayerFile {
        karigar_ingest::read_layer_file(layer, name, bytes, &Finders::new(&self.geography).locators())
    }
}

/// Reads every table and places every record, in both views.
pub fn read_atlas(sources: &AtlasSources) -> (Atlas, Vec<RowError>) {
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
    let drawing = Drawing::read(&sources.folder, &sources.geography, view).map_err(Error::Internal)?;
    Snapshot::build(store, &sources.geography, view, sources.meta.clone(), sources.layers.clone(), drawing)
        .await
}
