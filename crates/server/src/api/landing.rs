//! Landing page and conformance (OGC API Common Part 1, Features Part 1).

use super::ask::{Ask, link};
use super::negotiate::Format;
use super::problem::Problem;
use crate::app::App;
use axum::extract::State;
use axum::response::Response;
use serde_json::json;
use std::sync::Arc;

const FORMATS: &[Format] = &[Format::Json, Format::Html];

/// Conformance classes whose requirements are in the test suite.
pub const CONFORMANCE: &[&str] = &[
    "http://www.opengis.net/spec/ogcapi-common-1/1.0/conf/core",
    "http://www.opengis.net/spec/ogcapi-common-1/1.0/conf/landing-page",
    "http://www.opengis.net/spec/ogcapi-common-1/1.0/conf/json",
    "http://www.opengis.net/spec/ogcapi-common-1/1.0/conf/html",
    "http://www.opengis.net/spec/ogcapi-common-1/1.0/conf/oas30",
    "http://www.opengis.net/spec/ogcapi-common-2/1.0/conf/collections",
    "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/core",
    "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/oas30",
    "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/html",
    "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/geojson",
    "http://www.opengis.net/spec/ogcapi-features-3/1.0/conf/queryables",
    "http://www.opengis.net/spec/ogcapi-features-3/1.0/conf/queryables-query-parameters",
];

/// `GET /api`
pub async fn landing(State(app): State<Arc<App>>, ask: Ask) -> Result<Response, Problem> {
    ask.only(&[])?;
    let format = ask.format(FORMATS)?;
    let snapshot = &ask.snapshot;
    let mut links = ask.self_links(format, FORMATS);
    let json = Format::Json.media_type();
    links.extend([
        link(
            ask.api("/openapi.json"),
            "service-desc",
            Format::OpenApi.media_type(),
            Some("The API, OpenAPI 3.0"),
        ),
        link(ask.api("/docs"), "service-doc", "text/html", Some("The API, to read")),
        link(ask.api("/conformance"), "conformance", json, Some("Conformance classes")),
        link(ask.api("/collections"), "data", json, Some("The layers")),
        link(ask.api("/regions"), "related", json, Some("Countries, states and districts")),
        link(ask.api("/crafts"), "related", json, Some("Words of the trade")),
        link(ask.api("/statistics"), "related", json, Some("Figures with their sources")),
        link(ask.api("/schemes"), "related", json, Some("Programmes, also of a day")),
        link(ask.api("/services"), "related", json, Some("What centres do")),
        link(ask.api("/events"), "related", json, Some("Fairs and events")),
        link(
            ask.api("/search?q="),
            "search",
            Format::GeoJson.media_type(),
            Some("Search everything that has a name"),
        ),
    ]);
    let body = json!({
        "title": "Karigar",
        "description": "Craft clusters, centres, products, organisations and events of South Asia by location, \
            with the source of every record. OGC API Features, and beside it nearest, facets, regions and search.",
        "attribution": snapshot.atlas.credits.join("; "),
        "atlas": { "version": snapshot.atlas.version, "released": snapshot.atlas.released },
        "worldview": snapshot.view,
        "links": links,
    });
    Ok(ask.document(&app, format, snapshot.generation, "Karigar API", || body))
}

/// `GET /api/conformance`
pub async fn conformance(State(app): State<Arc<App>>, ask: Ask) -> Result<Response, Problem> {
    ask.only(&[])?;
    let format = ask.format(FORMATS)?;
    Ok(ask.document(
        &app,
        format,
        0,
        "Conformance",
        || json!({ "conformsTo": CONFORMANCE, "links": ask.self_links(format, FORMATS) }),
    ))
}
