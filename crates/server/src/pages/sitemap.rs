//! What search engines read: which pages there are.

use super::view;
use crate::api::{Ask, Format};
use crate::app::App;
use crate::portal::Snapshot;
use axum::extract::State;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use karigar_model::Query;
use std::fmt::Write as _;
use std::sync::Arc;

/// Pages that are no record.
const PAGES: &[&str] = &[
    "explore",
    "regions",
    "crafts",
    "near",
    "schemes",
    "services",
    "training",
    "data",
    "about",
    "sources",
    "privacy",
    "accessibility",
];
/// Most addresses that a sitemap may hold (sitemaps.org protocol).
const MOST: usize = 50_000;

/// `GET /robots.txt`: everything may be read; lists under filters are endless and tell nothing new.
pub async fn robots(State(app): State<Arc<App>>, ask: Ask) -> Response {
    let root = app.portal.config.root();
    let text = format!(
        "User-agent: *\nDisallow: {root}/api/\nDisallow: {root}/explore?*&\nDisallow: {root}/suggest\nDisallow: {root}/card/\n\
         Sitemap: {}/sitemap.xml\n",
        ask.base
    );
    ([(header::CONTENT_TYPE, "text/plain; charset=utf-8")], text).into_response()
}

/// `GET /sitemap.xml`
pub async fn sitemap(State(app): State<Arc<App>>, ask: Ask) -> Response {
    let etag = ask.etag(ask.snapshot.generation, Format::Html);
    if let Some(unchanged) = ask.unchanged(&etag) {
        return unchanged;
    }
    // The root is part of the base already.
    let host = ask.base.strip_suffix(app.portal.config.root()).unwrap_or(&ask.base);
    let mut xml = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n",
    );
    for url in addresses(app.portal.config.root(), &ask.snapshot, &Query::default()).take(MOST) {
        let _ = writeln!(xml, "<url><loc>{host}{}</loc></url>", super::escape(&url));
    }
    xml.push_str("</urlset>\n");
    let mut response = Ask::answer(Format::Html, &etag, xml);
    let kind = header::HeaderValue::from_static("application/xml; charset=utf-8");
    response.headers_mut().insert(header::CONTENT_TYPE, kind);
    response
}

/// The pages of everything that is published, most looked for first.
fn addresses<'a>(
    root: &'a str,
    snapshot: &'a Snapshot,
    everything: &'a Query,
) -> impl Iterator<Item = String> + use<'a> {
    let pages = PAGES.iter().map(move |page| format!("{root}/{page}"));
    let records = snapshot.layers.iter().flat_map(move |layer| {
        layer.all(everything).map(move |feature| view::url(root, layer.layer(), feature))
    });
    pages.chain(records)
}
