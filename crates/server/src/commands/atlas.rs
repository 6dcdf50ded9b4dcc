//! `karigar atlas load` and `karigar atlas check`.

use super::{Failure, Outcome, open_store, progress, say, tell};
use crate::config::Config;
use crate::portal;
use clap::Subcommand;

/// What to do with the atlas.
#[derive(Subcommand)]
pub enum Command {
    /// Load the atlas into the database; records that somebody edited are kept as they are
    Load,
    /// Check every file: ids, references, codes, positions, sources, maps; ends with an error if anything is
    /// wrong
    Check,
}

/// Runs the command.
pub async fn run(config: Config, command: Command) -> Outcome {
    match command {
        Command::Load => load(&config).await,
        Command::Check => check(&config),
    }
}

async fn load(config: &Config) -> Outcome {
    let store = open_store(config).await?;
    let sources = portal::read_atlas_sources(config)?;
    let bar = progress("loading the atlas");
    let report = portal::load_atlas(&store, &sources, &mut |done, total| {
        bar.set_length(total);
        bar.set_position(done);
    })
    .await?;
    bar.finish_and_clear();
    store.close().await;
    match report {
        None => say(format_args!("atlas {} is loaded already; nothing to do", sources.meta.version))?,
        Some(report) => {
            tell(&format!("atlas {}", sources.meta.version), &report)?;
        }
    }
    Ok(())
}

fn check(config: &Config) -> Outcome {
    let (atlas, errors) = portal::check_atlas(config)?;
    for error in &errors {
        say(format_args!("{error}"))?;
    }
    let records = atlas.records.len();
    if errors.is_empty() {
        say(format_args!("atlas {}: {records} records checked, nothing wrong", atlas.meta.version))?;
        Ok(())
    } else {
        Err(Failure(format!(
            "{} findings in {records} records; each line above names file, row, value and remedy",
            errors.len()
        )))
    }
}
