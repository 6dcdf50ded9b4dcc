//! The commands of `karigar`. Each ends with nothing, or with one sentence that says what to do.

pub mod atlas;
pub mod backup;
pub mod export;
pub mod health;
pub mod layer;
pub mod migrate;
pub mod restore;
pub mod serve;

use crate::config::Config;
use crate::portal::{self, Portal, Snapshot};
use indicatif::{ProgressBar, ProgressStyle};
use karigar_store::{Contents, LoadReport, Store};
use std::fmt::Display;
use std::io::{ErrorKind, Write, stdout};
use std::path::PathBuf;

/// Why a command failed, as a sentence for a person.
pub struct Failure(pub String);

impl<E: ToString> From<E> for Failure {
    fn from(error: E) -> Self {
        Self(error.to_string())
    }
}

/// Result of a command.
pub type Outcome = Result<(), Failure>;

/// A line on the standard output. Who closed it has seen enough.
fn say(line: impl Display) -> Outcome {
    match writeln!(stdout().lock(), "{line}") {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => {
            Err(Failure(format!("cannot write to the standard output: {error}")))
        }
        _ => Ok(()),
    }
}

/// A bar on a terminal, nothing elsewhere.
fn progress(what: &'static str) -> ProgressBar {
    let style = ProgressStyle::with_template("{msg} {bar:30} {human_pos}/{human_len}");
    let bar = ProgressBar::new(0).with_message(what);
    match style {
        Ok(style) => bar.with_style(style),
        Err(_) => bar,
    }
}

/// Prints what a load of `what` did, with a line for each record that an edit kept.
fn tell(what: &str, report: &LoadReport) -> Outcome {
    let LoadReport { added, updated, unchanged, removed, .. } = report;
    say(format_args!("{what}: {added} added, {updated} updated, {unchanged} unchanged, {removed} removed"))?;
    report.kept.iter().try_for_each(|(layer, id)| say(format_args!("kept as edited here: {layer}/{id}")))
}

/// Prints what a checked database file holds.
fn tell_contents(contents: &Contents) -> Outcome {
    let Contents { bytes, sha256, migration, tables } = contents;
    say(format_args!("size: {bytes} bytes"))?;
    say(format_args!("sha256: {sha256}"))?;
    say(format_args!("migration: {migration}"))?;
    tables.iter().try_for_each(|(table, rows)| say(format_args!("{table}: {rows} rows")))
}

/// Path of the database.
fn database(config: &Config) -> PathBuf {
    config.data_dir.join("karigar.sqlite")
}

/// Opens the database in the data folder.
async fn open_store(config: &Config) -> Result<Store, Failure> {
    Ok(Store::open(&database(config)).await?)
}

/// Opens everything and loads the atlas where that is due; with the atlas's fingerprint.
async fn open_portal(config: Config) -> Result<(Portal, String), Failure> {
    let store = open_store(&config).await?;
    let sources = portal::read_atlas_sources(&config)?;
    let bar = progress("loading the atlas");
    let report = portal::load_atlas(&store, &sources, &mut |done, total| {
        bar.set_length(total);
        bar.set_position(done);
    })
    .await?;
    bar.finish_and_clear();
    if let Some(report) = report {
        tracing::info!(
            version = sources.meta.version,
            added = report.added,
            updated = report.updated,
            unchanged = report.unchanged,
            kept = report.kept.len(),
            removed = report.removed,
            "atlas loaded"
        );
    }
    let snapshot: Snapshot = portal::publish(&store, &sources, config.worldview).await?;
    Ok((Portal::new(config, store, snapshot), sources.fingerprint))
}
