//! `karigar backup`: the database as one file.

use super::{Failure, Outcome, database, progress, say, tell_contents};
use crate::config::Config;
use clap::Args;
use karigar_store::Backup;
use std::path::PathBuf;

/// Where to.
#[derive(Args)]
#[command(after_help = "The file holds the database as it is at one moment, records and edits, and was \
    checked. It is there as a whole or not at all. Restore it with `karigar restore FILE`.")]
pub struct Arguments {
    /// File to write; its folder must be there
    file: PathBuf,
    /// Replace the file if it is there
    #[arg(long)]
    force: bool,
}

/// Runs the command. Stopped with Ctrl-C, it leaves nothing behind.
pub async fn run(config: Config, Arguments { file, force }: Arguments) -> Outcome {
    let database = database(&config);
    let what = Backup { database: &database, file: &file, replace: force };
    let bar = progress("writing the backup");
    let mut tell = |written, whole| {
        bar.set_length(whole);
        bar.set_position(written);
    };
    let contents = tokio::select! {
        written = karigar_store::backup(what, &mut tell) => written?,
        _ = tokio::signal::ctrl_c() => return Err(Failure("stopped; no backup was written".to_owned())),
    };
    bar.finish_and_clear();
    say(format_args!("{}: backup of {}, checked", file.display(), database.display()))?;
    tell_contents(&contents)
}
