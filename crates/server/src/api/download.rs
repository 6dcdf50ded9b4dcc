//! Everything that a query finds, as one file, written while it is read.

mod name;

use super::ask::Ask;
use super::items::now;
use super::negotiate::Format;
use super::problem::Problem;
use crate::app::App;
use crate::portal::Snapshot;
use crate::portal::request::{Expected, ItemsRequest, SELECTION};
use axum::body::Body;
use axum::extract::{Path, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use bytes::Bytes;
use karigar_formats::Provenance;
use karigar_formats::csv::Table;
use karigar_formats::geojson::{Collection, Head, Link};
use karigar_index::LayerSnapshot;
use name::file_name;
use std::io::{self, BufWriter, Write};
use std::sync::Arc;
use std::time::Duration;
use tokio::runtime::Handle;
use tokio::sync::mpsc;
use tokio::time::timeout;
use tokio_stream::wrappers::ReceiverStream;

/// Forms of a download.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// GeoJSON with provenance.
    GeoJson,
    /// CSV with provenance.
    Csv,
}

impl Form {
    fn ending(self) -> &'static str {
        match self {
            Self::GeoJson => "geojson",
            Self::Csv => "csv",
        }
    }

    fn content_type(self) -> &'static str {
        match self {
            Self::GeoJson => "application/geo+json",
            Self::Csv => "text/csv; charset=utf-8; header=present",
        }
    }
}

/// Parameters besides the query.
const OTHERS: &[&str] = &["f"];

/// `GET /api/collections/{collection}/download?f=geojson|csv` and every filter of items.
pub async fn download(
    State(app): State<Arc<App>>,
    Path(id): Path<String>,
    ask: Ask,
) -> Result<Response, Problem> {
    let form = match ask.format(&[Format::GeoJson, Format::Csv])? {
        Format::Csv => Form::Csv,
        _ => Form::GeoJson,
    };
    let snapshot = ask.snapshot.clone();
    let layer = snapshot.layer(&id)?.clone();
    let request = ItemsRequest::read(
        &snapshot,
        &layer,
        &ask.pairs,
        Expected { shape: SELECTION, others: OTHERS, strict: true },
    )?;
    let Ok(permit) = app.downloads.clone().try_acquire_owned() else {
        let problem = Problem::new(
            StatusCode::SERVICE_UNAVAILABLE,
            "too many downloads run at once; try again in a moment",
        );
        return Ok(([(header::RETRY_AFTER, "10")], problem).into_response());
    };
    let name = file_name(layer.layer(), &request.query, &snapshot.atlas.version, form.ending());
    let base = ask.base.clone();
    let runtime = Handle::current();
    let (sender, receiver) = mpsc::channel::<io::Result<Bytes>>(4);
    tokio::task::spawn_blocking(move || {
        let _permit = permit;
        let written = {
            let mut out =
                BufWriter::with_capacity(CHUNK, Channel { sender: &sender, runtime: &runtime, gone: false });
            write(&mut out, &snapshot, &layer, &request, form, &base).and_then(|_| out.flush())
        };
        if let Err(error) = written
            && error.kind() != io::ErrorKind::BrokenPipe
        {
            // The body ends with an error, so that no client takes a part for the whole.
            runtime.spawn(async move { sender.send(Err(error)).await });
        }
    });
    let mut response = Response::new(Body::from_stream(ReceiverStream::new(receiver)));
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(form.content_type()));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-cache"));
    headers.insert(header::VARY, HeaderValue::from_static("Accept, Accept-Encoding, Accept-Language"));
    if let Ok(disposition) = HeaderValue::from_str(&format!("attachment; filename=\"{name}\"")) {
        headers.insert(header::CONTENT_DISPOSITION, disposition);
    }
    Ok(response)
}

const CHUNK: usize = 64 * 1024;

/// Sends what is written to the body of an answer, and waits while the client is slow.
struct Channel<'a> {
    sender: &'a mpsc::Sender<io::Result<Bytes>>,
    runtime: &'a Handle,
    /// Whether the client was waited for in vain: the rest of a buffer is not sent once more.
    gone: bool,
}

/// How long a client may take for one chunk before it is taken for gone.
const PATIENCE: Duration = Duration::from_mins(1);

impl Write for Channel<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.gone {
            return Err(io::ErrorKind::BrokenPipe.into());
        }
        let chunk = self.sender.send(Ok(Bytes::copy_from_slice(bytes)));
        let sent = self.runtime.block_on(async { timeout(PATIENCE, chunk).await });
        match sent {
            Ok(Ok(())) => Ok(bytes.len()),
            Ok(Err(_)) => Err(io::ErrorKind::BrokenPipe.into()),
            Err(_) => {
                self.gone = true;
                Err(io::ErrorKind::TimedOut.into())
            }
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Writes all matches of a request by id; answers how many there were.
pub fn write(
    out: &mut impl Write,
    snapshot: &Snapshot,
    layer: &LayerSnapshot,
    request: &ItemsRequest,
    form: Form,
    base: &str,
) -> io::Result<usize> {
    let columns = request.columns(layer);
    let record_url = record_url(base, layer);
    let provenance = provenance(snapshot, layer, &record_url);
    let mut count = 0;
    match form {
        Form::Csv => {
            let mut table = Table::start(out, columns, &snapshot.tree, provenance)?;
            for feature in layer.all(&request.query) {
                table.feature(&feature)?;
                count += 1;
            }
            table.finish()?;
        }
        Form::GeoJson => {
            let number_matched = layer.count(&request.query);
            let license = layer.layer().license.as_deref().filter(|license| license.starts_with("http"));
            let links: Vec<Link> = license
                .map(|license| super::ask::link(license.to_owned(), "license", "text/html", None))
                .into_iter()
                .collect();
            let head =
                Head { links: &links, time_stamp: &now(), number_matched, number_returned: number_matched };
            let mut collection = Collection::start(out, &head)?.with_provenance(provenance);
            for feature in layer.all(&request.query) {
                collection.feature(&columns, &feature, None)?;
                count += 1;
            }
            collection.finish()?;
        }
    }
    Ok(count)
}

/// Address of a record's page up to its id.
pub fn record_url(base: &str, layer: &LayerSnapshot) -> String {
    format!("{base}/{}/", layer.layer().page)
}

/// What every feature of an export says about its origin.
pub fn provenance<'a>(
    snapshot: &'a Snapshot,
    layer: &'a LayerSnapshot,
    record_url: &'a str,
) -> Provenance<'a> {
    Provenance {
        record_url,
        atlas_version: &snapshot.atlas.version,
        license: layer.layer().license.as_deref().unwrap_or_default(),
        credits: &snapshot.atlas.position_credits,
    }
}
