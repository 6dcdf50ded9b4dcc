//! Karigar: a handicraft GIS portal. `karigar serve` answers on a port; the other commands work on
//! its database and atlas.

mod api;
mod app;
mod assets;
mod commands;
mod config;
mod ground;
mod i18n;
mod pages;
mod portal;
mod proxy;

use clap::{Parser, Subcommand};
use config::{Config, Flags, LogForm};
use std::io::IsTerminal;
use std::process::ExitCode;

/// A handicraft GIS portal: crafts, centres and the offices that serve a district, on a map and in lists.
#[derive(Parser)]
#[command(name = "karigar", bin_name = "karigar", version, max_term_width = 100, after_long_help = MORE, after_help = SHORT)]
struct Cli {
    #[command(subcommand)]
    command: Command,
    #[command(flatten)]
    flags: Flags,
}

/// What stands below the settings in `karigar -h`.
const SHORT: &str = "`karigar --help` says more about files, exit codes and examples.";

/// What stands below the settings in `karigar --help`.
const MORE: &str = "\
Files:
  karigar.toml           settings, read in the working folder if it is there; flags and variables win
  var/karigar.sqlite     the database, in the folder --data-dir; karigar.sqlite.lock beside it says that it is in use
  web/dist, data         the browser's files and the atlas, if they are in the working folder; else
                         ../share/karigar/web and ../share/karigar/data beside the folder of this program

Variables besides those of the settings:
  RUST_LOG               what is logged: `karigar=debug`, or `warn` for less [default: karigar=info,tower_http=info,warn]

Exit codes:
  0  done; `serve` was told to stop
  1  it failed; the last line on the standard error says what, and what to do
  2  the command line cannot be read

Examples:
  karigar serve --listen 0.0.0.0:8080 --data-dir /var/lib/karigar
  karigar export clusters --query 'within=IN-UP&family=metal' --to metal.csv
  karigar backup /backups/karigar-$(date +%F).sqlite";

#[derive(Subcommand)]
enum Command {
    /// Answer requests: load the atlas if needed, then serve pages, API and map until stopped
    Serve,
    /// Load or check the bundled atlas
    #[command(subcommand)]
    Atlas(commands::atlas::Command),
    /// Write a layer, or what a query finds in it, to a file
    Export(commands::export::Arguments),
    /// Add, list or remove layers of your own
    #[command(subcommand)]
    Layer(commands::layer::Command),
    /// Create the database or bring it to this version, and say what is in it
    Migrate,
    /// Write a copy of the database to one file, also while a server runs
    Backup(commands::backup::Arguments),
    /// Put a backup in the place of the database, which is kept aside
    Restore(commands::restore::Arguments),
    /// Ask the running server whether it is ready; the exit code tells supervisors
    Health,
}

fn main() -> ExitCode {
    let cli = Cli::parse();
    let config = match Config::read(&cli.flags) {
        Ok(config) => config,
        Err(message) => return fail(&message),
    };
    if let Err(message) = start_log(config.log) {
        return fail(&message);
    }
    // Two threads more than may compute, so that who asks for little is heard at once.
    let threads = app::computing() + 2;
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(threads).enable_all().build();
    let runtime = match runtime {
        Ok(runtime) => runtime,
        Err(error) => return fail(&format!("the runtime does not start: {error}")),
    };
    let result = runtime.block_on(async {
        match cli.command {
            Command::Serve => commands::serve::run(config).await,
            Command::Atlas(command) => commands::atlas::run(config, command).await,
            Command::Export(arguments) => commands::export::run(config, arguments).await,
            Command::Layer(command) => commands::layer::run(config, command).await,
            Command::Migrate => commands::migrate::run(config).await,
            Command::Backup(arguments) => commands::backup::run(config, arguments).await,
            Command::Restore(arguments) => commands::restore::run(config, arguments).await,
            Command::Health => commands::health::run(&config),
        }
    });
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(commands::Failure(message)) => fail(&message),
    }
}

fn fail(message: &str) -> ExitCode {
    eprintln!("karigar: {message}");
    ExitCode::FAILURE
}

/// Starts the log on the standard error. Fails on a filter that cannot be read.
fn start_log(form: LogForm) -> Result<(), String> {
    use tracing_subscriber::EnvFilter;
    let filter = match std::env::var("RUST_LOG") {
        Ok(filter) => {
            EnvFilter::try_new(&filter).map_err(|error| format!("RUST_LOG = {filter:?}: {error}"))?
        }
        Err(_) => EnvFilter::new("karigar=info,tower_http=info,warn"),
    };
    let log = tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr);
    let log = log.with_ansi(std::io::stderr().is_terminal());
    match form {
        LogForm::Text => log.with_target(false).init(),
        LogForm::Json => log.json().init(),
    }
    for name in config::unknown_variables() {
        tracing::warn!("the variable {name} is no setting; `karigar --help` lists them");
    }
    Ok(())
}
