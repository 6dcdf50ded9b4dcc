//! `karigar export`: a layer, or what a query finds in it, written to a file.

use super::{Failure, Outcome, open_portal};
use crate::api::download::{Form, write};
use crate::config::Config;
use crate::portal::Error;
use crate::portal::request::{Expected, ItemsRequest, SELECTION};
use clap::Args;
use std::ffi::OsStr;
use std::fs::File;
use std::io::{BufWriter, ErrorKind, Write, stdout};
use std::path::{Path, PathBuf};

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
    /// GeoJSON (RFC 7946) with provenance in the properties
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
    let form = form(&arguments)?;
    let base = portal.config.public_url.clone().unwrap_or_default();
    let write = |out: &mut dyn Write| {
        let mut out = BufWriter::new(out);
        let count = write(&mut out, &snapshot, layer, &request, form, &base)?;
        out.flush().map(|()| count)
    };
    let Some(path) = &arguments.to else {
        return match write(&mut stdout().lock()) {
            // Whoever reads from us has seen enough.
            Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(()),
            written => Ok(written.map(|_| ())?),
        };
    };
    let unwritable =
        |error: std::io::Error| Failure(format!("{} cannot be written: {error}", path.display()));
    let count = whole_file(path, write).map_err(unwritable)?;
    eprintln!("{}: {count} features", path.display());
    Ok(())
}

/// The form that is asked for: by name, else by the ending of the file, else GeoJSON.
fn form(arguments: &Arguments) -> Result<Form, Failure> {
    let ending = arguments.to.as_ref().and_then(|path| path.extension()).map(OsStr::to_ascii_lowercase);
    match (arguments.format, ending.as_deref().map(|ending| ending.to_str().unwrap_or_default())) {
        (Some(Format::Geojson), _) | (None, None | Some("geojson" | "json")) => Ok(Form::GeoJson),
        (Some(Format::Csv), _) | (None, Some("csv")) => Ok(Form::Csv),
        (None, Some(other)) => Err(Failure(format!(
            "the ending `.{other}` says no format that is written here; end the file in .geojson or .csv, or say --format"
        ))),
    }
}

/// Writes a file that appears under its name only when it is whole.
fn whole_file(
    path: &Path,
    write: impl FnOnce(&mut dyn Write) -> std::io::Result<usize>,
) -> std::io::Result<usize> {
    let Some(name) = path.file_name().filter(|_| !path.exists() || path.is_file()) else {
        return write(&mut File::options().write(true).open(path)?);
    };
    let part = path.with_file_name(format!(".{}.part", name.to_string_lossy()));
    let written = File::create(&part).and_then(|mut file| write(&mut file));
    let written = written.and_then(|count| std::fs::rename(&part, path).map(|()| count));
    if written.is_err() {
        // What stays behind is no export; that it cannot be removed says no more than the error itself.
        let _ = std::fs::remove_file(&part);
    }
    written
}
