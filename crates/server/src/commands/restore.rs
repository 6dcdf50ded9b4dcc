//! `karigar restore`: a backup in the place of the database.

use super::{Outcome, database, say, tell_contents};
use crate::config::Config;
use clap::Args;
use karigar_store::Restored;
use std::path::PathBuf;

/// Where from.
#[derive(Args)]
#[command(
    after_help = "Stop the server first. The backup is checked before anything is touched; the database \
    that was there is kept beside it, and restoring that file undoes the restore."
)]
pub struct Arguments {
    /// File that `karigar backup` wrote
    file: PathBuf,
}

/// Runs the command.
pub async fn run(config: Config, Arguments { file }: Arguments) -> Outcome {
    let database = database(&config);
    let Restored { contents, aside } = karigar_store::restore(&database, &file).await?;
    say(format_args!("{}: restored from {}, checked", database.display(), file.display()))?;
    tell_contents(&contents)?;
    if let Some(aside) = aside {
        let aside = aside.display();
        say(format_args!("the database that was there: {aside}"))?;
        say(format_args!("to undo: karigar restore {aside}"))?;
    }
    Ok(())
}
