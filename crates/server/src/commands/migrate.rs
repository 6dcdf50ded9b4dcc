//! `karigar migrate`: the database brought to this version.

use super::{Outcome, database, open_store, say};
use crate::config::Config;
use karigar_store::Status;

/// Creates or migrates the database and says what is in it.
pub async fn run(config: Config) -> Outcome {
    let store = open_store(&config).await?;
    let Status { atlas, generation, layers, edited } = store.status().await?;
    store.close().await;
    say(format_args!("{}: ready", database(&config).display()))?;
    say(format_args!(
        "atlas: {}",
        atlas.as_deref().unwrap_or("not loaded; `karigar atlas load` or `karigar serve` loads it")
    ))?;
    say(format_args!("generation: {generation}"))?;
    for (layer, records) in layers {
        say(format_args!("{layer}: {records} records"))?;
    }
    say(format_args!("edited by hand: {edited}"))?;
    Ok(())
}
