//! `karigar migrate`: the database brought to this version.

use super::{Outcome, open_store, say};
use crate::config::Config;

/// Creates or migrates the database and says what is in it.
pub async fn run(config: Config) -> Outcome {
    let store = open_store(&config).await?;
    let atlas = store.atlas_version().await?;
    store.close().await;
    say(format_args!("{}: ready", config.data_dir.join("karigar.sqlite").display()))?;
    say(format_args!(
        "atlas: {}",
        atlas.as_deref().unwrap_or("not loaded; `karigar atlas load` or `karigar serve` loads it")
    ))?;
    Ok(())
}
