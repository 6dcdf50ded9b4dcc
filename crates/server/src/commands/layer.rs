//! `karigar layer add | list | remove`: layers of an operator's own, from a descriptor and a file.

use super::{Failure, Outcome, open_store, say, tell};
use crate::config::Config;
use crate::pages::RESERVED;
use crate::portal;
use clap::Subcommand;
use karigar_ingest::LayerFile;
use karigar_store::{Error, Store};
use std::path::{Path, PathBuf};

/// What to do with layers.
#[derive(Subcommand)]
pub enum Command {
    /// Add a layer, or replace it, from a descriptor (TOML) and a file (CSV or GeoJSON); records that
    /// somebody edited are kept as they are
    Add {
        /// The descriptor; see data/layers/ for examples
        descriptor: PathBuf,
        /// The features: CSV with lon and lat columns, or GeoJSON
        file: PathBuf,
    },
    /// List the layers that were added
    List,
    /// Remove a layer that was added, with its features
    Remove {
        /// Its id
        id: String,
    },
}

/// Runs the command. A running server shows the change after its next start.
pub async fn run(config: Config, command: Command) -> Outcome {
    let store = open_store(&config).await?;
    let outcome = work(&config, &store, command).await;
    store.close().await;
    outcome
}

async fn work(config: &Config, store: &Store, command: Command) -> Outcome {
    match command {
        Command::Add { descriptor, file } => add(config, store, &descriptor, &file).await?,
        Command::List => {
            for layer in store.added_layers().await? {
                say(format_args!("{}\t{}", layer.id, layer.title("en")))?;
            }
        }
        Command::Remove { id } => {
            match store.remove_layer(&id).await {
                Err(Error::NoLayer { layer }) => {
                    return Err(Failure(format!(
                        "no layer `{layer}` was added; `karigar layer list` shows which were"
                    )));
                }
                removed => removed?,
            };
            say(format_args!("layer `{id}` removed; restart the server to hide it"))?;
        }
    }
    Ok(())
}

async fn add(config: &Config, store: &Store, descriptor: &Path, file: &Path) -> Outcome {
    let sources = portal::read_atlas_sources(config)?;
    let text = String::from_utf8(read(descriptor)?)
        .map_err(|_| Failure(format!("{}: is not UTF-8 text", descriptor.display())))?;
    let layer =
        sources.parse_layer(&text).map_err(|error| Failure(format!("{}: {error}", descriptor.display())))?;
    let taken = |own: &karigar_model::Layer| own.id == layer.id || own.page == layer.page;
    let replaced = |own: &&karigar_model::Layer| own.id != layer.id;
    let added = store.added_layers().await?;
    if sources.layers().iter().chain(added.iter().filter(replaced)).any(taken)
        || RESERVED.contains(&layer.page.as_str())
    {
        return Err(Failure(format!(
            "{}: the id `{}` or the page `{}` is taken; choose others",
            descriptor.display(),
            layer.id,
            layer.page
        )));
    }
    let name = file.display().to_string();
    let LayerFile { records, errors, left_out } = sources.read_layer_file(&layer, &name, &read(file)?);
    if !errors.is_empty() {
        for error in &errors {
            eprintln!("{error}");
        }
        return Err(Failure(format!("{name}: {} rows cannot be used; nothing was added", errors.len())));
    }
    let report = if added.iter().any(|own| own.id == layer.id) {
        store.replace_layer(&layer, &records, &name).await?
    } else {
        store.add_layer(&layer, &records, &name).await?
    };
    tell(&format!("layer `{}`", layer.id), &report)?;
    if !left_out.is_empty() {
        say(format_args!("left out, as no field of the descriptor describes them: {}", left_out.join(", ")))?;
    }
    say(format_args!("layer `{}`: {} features; restart the server to show it", layer.id, records.len()))?;
    Ok(())
}

fn read(path: &Path) -> Result<Vec<u8>, Failure> {
    std::fs::read(path).map_err(|error| Failure(format!("{}: {error}", path.display())))
}
