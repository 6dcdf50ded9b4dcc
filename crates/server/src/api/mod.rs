//! The API under `/api`: OGC API Features Part 1 with queryables, and what the standards lack beside
//! it in the same style. Every handler reads: what is asked, ask the portal, represent.

mod aggregate;
mod ask;
mod collections;
mod completeness;
mod crafts;
pub mod download;
mod events;
mod html;
mod items;
mod landing;
mod listed;
mod nearest;
mod negotiate;
mod openapi;
mod problem;
mod queryables;
mod regions;
mod schemes;
mod search;
mod services;
mod statistics;

pub use ask::Ask;
pub use negotiate::Format;
pub use openapi::{described, typed};
pub use problem::{Problem, no_such_method, represented};
pub use schemes::day;

use crate::app::App;
use axum::Router;
use axum::extract::Request;
use axum::http::{HeaderValue, Method, header};
use axum::middleware::{Next, from_fn};
use axum::response::Response;
use axum::routing::{any, get};
use std::sync::Arc;
use tower_http::cors::{Any, CorsLayer};

/// Everything under `/api`, with what surrounds it.
pub fn routes() -> Router<Arc<App>> {
    Router::new()
        .nest("/api", paths())
        // A nest leaves its own path with a slash at the end unanswered.
        .route("/api/", get(landing::landing))
        .method_not_allowed_fallback(no_such_method)
        .layer(cors())
        .layer(from_fn(allow_on_options))
}

/// Routes relative to `/api`.
fn paths() -> Router<Arc<App>> {
    Router::new()
        .route("/", get(landing::landing))
        .route("/conformance", get(landing::conformance))
        .route("/openapi.json", get(openapi::document))
        .route("/collections", get(collections::all))
        .route("/collections/{collection}", get(collections::one))
        .route("/collections/{collection}/queryables", get(queryables::queryables))
        .route("/collections/{collection}/items", get(items::items))
        .route("/collections/{collection}/items/{id}", get(items::item))
        .route("/collections/{collection}/download", get(download::download))
        .route("/collections/{collection}/nearest", get(nearest::nearest))
        .route("/collections/{collection}/aggregate", get(aggregate::aggregate))
        .route("/collections/{collection}/facets", get(aggregate::facets))
        .route("/regions", get(regions::all))
        .route("/regions/{code}", get(regions::one))
        .route("/regions/{code}/summary", get(regions::summary))
        .route("/regions/{code}/serving-centres", get(regions::serving))
        .route("/regions/{code}/completeness", get(completeness::completeness))
        .route("/crafts", get(crafts::all))
        .route("/crafts/{id}", get(crafts::one))
        .route("/statistics", get(statistics::all))
        .route("/schemes", get(schemes::all))
        .route("/schemes/{id}", get(schemes::one))
        .route("/services", get(services::all))
        .route("/events", get(events::all))
        .route("/events.ics", get(events::file))
        .route("/search", get(search::search))
        // Not only a fallback: the pages' `/{page}/{id}` would take `/api/{anything}`.
        .route("/{*path}", any(problem::no_such_path))
        .fallback(problem::no_such_path)
        .method_not_allowed_fallback(no_such_method)
}

/// Any site may read the API; it has no cookies.
fn cors() -> CorsLayer {
    let exposed =
        ["link", "content-crs", "etag", "ogc-numbermatched", "ogc-numberreturned", "content-disposition"];
    CorsLayer::new()
        .allow_origin(Any)
        .allow_methods([Method::GET, Method::HEAD, Method::OPTIONS])
        .allow_headers(Any)
        .expose_headers(exposed.map(axum::http::HeaderName::from_static))
}

/// Says which methods there are: QGIS asks before it offers editing.
async fn allow_on_options(request: Request, next: Next) -> Response {
    let asked = request.method() == Method::OPTIONS;
    let mut response = next.run(request).await;
    if asked {
        response.headers_mut().insert(header::ALLOW, HeaderValue::from_static("GET, HEAD, OPTIONS"));
    }
    response
}
