//! Items of a layer, and one item (OGC API Features Part 1, 7.15 and 7.16).

use super::ask::{Ask, link, link_header};
use super::download;
use super::negotiate::Format;
use super::problem::Problem;
use crate::app::App;
use crate::pages::record_name;
use crate::portal::request::{Expected, ItemsRequest, SHAPE};
use crate::portal::{Error, Missing, Snapshot};
use axum::extract::{Path, State};
use axum::http::{HeaderValue, header};
use axum::response::Response;
use karigar_formats::Columns;
use karigar_formats::geojson::{Collection, Head, Link, write_feature};
use karigar_index::{Items, LayerSnapshot};
use karigar_model::query::Start;
use std::sync::Arc;
use time::OffsetDateTime;
use time::format_description::well_known::Rfc3339;

const FORMATS: &[Format] = &[Format::GeoJson, Format::Html, Format::Csv];
/// Parameters besides the query and the shape.
const OTHERS: &[&str] = &["f", "lang"];

/// `GET /api/collections/{collection}/items`
pub async fn items(
    State(app): State<Arc<App>>,
    Path(id): Path<String>,
    ask: Ask,
) -> Result<Response, Problem> {
    let format = ask.format(FORMATS)?;
    let snapshot = &ask.snapshot;
    let layer = snapshot.layer(&id)?;
    let request = ItemsRequest::read(
        snapshot,
        layer,
        &ask.pairs,
        Expected { shape: SHAPE, others: OTHERS, strict: true },
    )?;
    let etag = ask.etag(layer.generation(), format);
    if let Some(unchanged) = ask.unchanged(&etag) {
        return Ok(unchanged);
    }
    let found = layer.items(&request.query, &request.sort, &request.page);
    let mut links = ask.self_links(format, FORMATS);
    links.extend(page_links(&ask, &request, &found, format));
    let body = match format {
        Format::Csv => csv(&ask, snapshot, layer, &request, &found)?,
        Format::Html => geojson(layer, &request, &found, &links)
            .and_then(|bytes| Ok(serde_json::from_slice(&bytes)?))
            .map(|value| super::html::page(&app, &ask, layer.layer().title("en"), &value).into_bytes())
            .map_err(|error| unwritable(&error))?,
        _ => geojson(layer, &request, &found, &links).map_err(|error| unwritable(&error))?,
    };
    let mut response = Ask::answer(format, &etag, body);
    let headers = response.headers_mut();
    headers.insert("content-crs", HeaderValue::from_static(CONTENT_CRS));
    headers.insert("ogc-numbermatched", found.number_matched.into());
    headers.insert("ogc-numberreturned", found.features.len().into());
    if let Some(value) = link_header(&links) {
        headers.insert(header::LINK, value);
    }
    Ok(response)
}

/// Angle brackets, also for the default (Features Part 2, /req/crs/ogc-crs-header-value).
const CONTENT_CRS: &str = "<http://www.opengis.net/def/crs/OGC/1.3/CRS84>";

fn page_links(ask: &Ask, request: &ItemsRequest, found: &Items<'_>, format: Format) -> Vec<Link> {
    let mut links = Vec::new();
    let limit = request.page.limit.to_string();
    if let Some(next) = &found.next {
        let cursor = next.encode();
        let f = Some(format.name());
        let href =
            ask.with(&[("offset", None), ("limit", Some(&limit)), ("cursor", Some(&cursor)), ("f", f)]);
        links.push(link(href, "next", format.media_type(), None));
    }
    if let Start::Offset(offset) = request.page.start
        && offset > 0
    {
        let before = offset.saturating_sub(request.page.limit).to_string();
        let href =
            ask.with(&[("offset", Some(&before)), ("limit", Some(&limit)), ("f", Some(format.name()))]);
        links.push(link(href, "prev", format.media_type(), None));
    }
    links
}

fn geojson(
    layer: &LayerSnapshot,
    request: &ItemsRequest,
    found: &Items<'_>,
    links: &[Link],
) -> std::io::Result<Vec<u8>> {
    let head = Head {
        links,
        time_stamp: &now(),
        number_matched: found.number_matched,
        number_returned: found.features.len(),
    };
    let columns = request.columns(layer);
    let mut collection = Collection::start(Vec::with_capacity(400 * found.features.len() + 2000), &head)?;
    for feature in &found.features {
        collection.feature(&columns, feature, None)?;
    }
    collection.finish()
}

fn csv(
    ask: &Ask,
    snapshot: &Snapshot,
    layer: &LayerSnapshot,
    request: &ItemsRequest,
    found: &Items<'_>,
) -> Result<Vec<u8>, Problem> {
    let record_url = download::record_url(&ask.base, layer);
    let provenance = download::provenance(snapshot, layer, &record_url);
    let columns = request.columns(layer);
    let mut table = karigar_formats::csv::Table::start(Vec::new(), columns, &snapshot.tree, provenance)
        .map_err(|error| unwritable(&error))?;
    for feature in &found.features {
        table.feature(feature).map_err(|error| unwritable(&error))?;
    }
    table.finish().map_err(|error| unwritable(&error))
}

/// An error of writing into memory or of reading back what was written.
pub fn unwritable(error: &std::io::Error) -> Problem {
    Error::Internal(error.to_string()).into()
}

/// This second, RFC 3339, UTC.
pub fn now() -> String {
    let now = OffsetDateTime::now_utc().replace_nanosecond(0).unwrap_or(OffsetDateTime::UNIX_EPOCH);
    now.format(&Rfc3339).unwrap_or_default()
}

/// `GET /api/collections/{collection}/items/{id}`
pub async fn item(
    State(app): State<Arc<App>>,
    Path((collection, id)): Path<(String, String)>,
    ask: Ask,
) -> Result<Response, Problem> {
    const ITEM: &[Format] = &[Format::GeoJson, Format::Html];
    ask.only(&["lang"])?;
    let format = ask.format(ITEM)?;
    let snapshot = &ask.snapshot;
    let layer = snapshot.layer(&collection)?;
    let described = layer.layer();
    let feature = layer
        .get(&id)
        .ok_or_else(|| Missing::new("record", &id).remark(format!(" in the layer `{collection}`")))?;
    let own = ask.api(&format!("/collections/{collection}"));
    let mut links = ask.self_links(format, ITEM);
    links.push(link(own, "collection", Format::Json.media_type(), Some(described.title("en"))));
    links.push(link(format!("{}{id}", download::record_url(&ask.base, layer)), "about", "text/html", None));
    let mut body = Vec::new();
    write_feature(&mut body, &Columns::all(described), &feature, None, &links)
        .map_err(|error| unwritable(&error))?;
    let mut response = if format == Format::Html {
        let value = serde_json::from_slice(&body).map_err(|error| unwritable(&error.into()))?;
        let name = record_name(&ask.language, described, feature);
        let etag = ask.etag(layer.generation(), format);
        ask.unchanged(&etag)
            .unwrap_or_else(|| Ask::answer(format, &etag, super::html::page(&app, &ask, &name, &value)))
    } else {
        // Links differ by the address asked at, so the tag names the bytes themselves.
        let etag = format!("\"{}-{:016x}\"", feature.version(), karigar_model::query::fnv1a(&body));
        match ask.unchanged(&etag) {
            Some(unchanged) => return Ok(unchanged),
            None => Ask::answer(format, &etag, body),
        }
    };
    response.headers_mut().insert("content-crs", HeaderValue::from_static(CONTENT_CRS));
    Ok(response)
}
