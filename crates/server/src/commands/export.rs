//! `karigar export`: a layer, or what a query finds in it, written to a file.

use super::{Failure, Outcome, open_portal};
use crate::config::Config;
use crate::portal::Error;
use crate::portal::request::{Expected, ItemsRequest, SELECTION};
use clap::Args;
use std::fs::File;
use std::io::{BufWriter, ErrorKind, Write, stdout};
use std::path::PathBuf;

/// What to export and where to.
#[derive(Args)]
pub struct Arguments {
    /// The layer: clusters, centres, products, organisations, events, regions, artisans or one of yours
    layer: String,
    /// Which features, as in the API's query: "within=IN-UP&family=metal,pottery"
    #[arg(long, default_value = "", value_name = "QUERY")]
    query: String,
    /// Format [default: by the ending of --to, else geojson]
    #[arg(long, value_enum)]
    format: Option<Format>,
    /// File to write; without it the features go to the standard output
    #[arg(long, value_name = "FILE")]
    to: Option<PathBuf>,
}

/// Formats that can be written.
#[derive(Clone, Copy, clap::ValueEnum)]
enum Format {
    /// GeoJSON (RFC 7946)
    Geojson,
    /// CSV with provenance columns
    Csv,
}

/// Runs the command.
pub async fn run(config: Config, arguments: Arguments) -> Outcome {
    let (portal, _) = open_portal(config).await?;
    let snapshot = portal.snapshot();
    let layer = snapshot.layer(&arguments.layer)?;
    let pairs: Vec<(String, String)> =
        form_urlencoded::parse(arguments.query.as_bytes()).into_owned().collect();
    let request = ItemsRequest::read(
        &snapshot,
        layer,
        &pairs,
        Expected { shape: SELECTION, others: &[], strict: true },
    )
    .map_err(|error| match error {
        Error::Parameters(errors) => {
            let lines =
                errors.iter().map(|e| format!("{e}; allowed: {}", e.allowed.as_deref().unwrap_or("-")));
            Failure(lines.collect::<Vec<_>>().join("\n"))
        }
        other => other.into(),
    })?;
    let by_ending =
        arguments.to.as_ref().and_then(|path| path.extension()).is_some_and(|ending| ending == "csv");
    let format = arguments.format.unwrap_or(if by_ending { Format::Csv } else { Format::Geojson });
    let mut out: Box<dyn Write> = match &arguments.to {
        None => Box::new(stdout().lock()),
        Some(path) => {
            Box::new(File::create(path).map_err(|error| Failure(format!("{}: {error}", path.display())))?)
        }
    };
    let download = match format {
        Format::Geojson => crate::api::download::Form::GeoJson,
        Format::Csv => crate::api::download::Form::Csv,
    };
    let base = portal.config.public_url.clone().unwrap_or_default();
    let mut buffered = BufWriter::new(&mut out);
    let written = crate::api::download::write(&mut buffered, &snapshot, layer, &request, download, &base)
        .and_then(|count| buffered.flush().map(|()| count));
    let count = match written {
        // Whoever reads from us has seen enough.
        Err(error) if error.kind() == ErrorKind::BrokenPipe => return Ok(()),
        written => written?,
    };
    drop(buffered);
    if let Some(path) = &arguments.to {
        eprintln!("{}: {count} features", path.display());
    }
    Ok(())
}
