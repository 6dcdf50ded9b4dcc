//! The HTTP application: what handlers share, the routes, and what surrounds every answer.

use crate::assets::Assets;
use crate::i18n::Languages;
use crate::pages::picture::Studio;
use crate::portal::Portal;
use crate::{api, assets, pages};
use axum::Router;
use axum::extract::{Request, State};
use axum::http::{HeaderName, HeaderValue, StatusCode, header};
use axum::middleware::{Next, from_fn, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use karigar_model::query::fnv1a;
use percent_encoding::percent_decode_str;
use std::num::NonZero;
use std::sync::{Arc, OnceLock};
use std::time::Duration;
use tokio::sync::Semaphore;
use tower::limit::GlobalConcurrencyLimitLayer;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;
use tower_http::compression::predicate::{DefaultPredicate, Predicate};
use tower_http::timeout::TimeoutLayer;
use tower_http::trace::TraceLayer;

/// What handlers share.
pub struct App {
    /// The use cases.
    pub portal: Portal,
    /// The browser's files.
    pub assets: Assets,
    /// Words of the interface.
    pub languages: Languages,
    /// Changes with the program, the browser's files, the atlas and the settings; part of every ETag.
    pub build: String,
    /// How many more downloads may run at once.
    pub downloads: Arc<Semaphore>,
    /// What pictures are drawn with, once one was wanted.
    studio: OnceLock<Result<Studio, String>>,
}

/// Downloads that run at once: each holds a thread while its client reads.
const DOWNLOADS: usize = 32;
/// Most parameters of one request.
const MOST_PARAMETERS: usize = 100;
/// Longest time that an answer may take to begin.
const DEADLINE: Duration = Duration::from_secs(30);

/// Pages run no code and load nothing from elsewhere. Inline style attributes carry only the custom
/// properties of the kit (counts, shares).
const CONTENT_POLICY: &str = "default-src 'self'; img-src 'self' data: blob:; style-src 'self'; \
    style-src-attr 'unsafe-inline'; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'self'";

impl App {
    /// Joins the parts. Fails when the words of the interface cannot be read.
    pub fn new(portal: Portal, assets: Assets, atlas: &str) -> Result<Self, String> {
        let program = std::env::current_exe().and_then(std::fs::read).map_or(0, |bytes| fnv1a(&bytes));
        let parts = format!("{program} {} {atlas} {:?}", assets.fingerprint(), portal.config);
        let build = format!("{:016x}", fnv1a(parts.as_bytes()));
        let downloads = Arc::new(Semaphore::new(DOWNLOADS));
        let languages = Languages::load(portal.config.root())?;
        Ok(Self { portal, assets, languages, build, downloads, studio: OnceLock::new() })
    }

    /// What pictures for links are drawn with.
    pub fn studio(&self) -> Result<&Studio, String> {
        let folder = || self.assets.folder().join("share");
        self.studio.get_or_init(|| Studio::open(&folder())).as_ref().map_err(Clone::clone)
    }
}

/// All routes, with what surrounds them.
pub fn router(app: Arc<App>) -> Router {
    let computing = GlobalConcurrencyLimitLayer::new(computing());
    let compress = CompressionLayer::new().compress_when(DefaultPredicate::new().and(not_strongly_tagged));
    Router::new()
        .merge(pages::routes(&app.languages).merge(api::routes()).layer(computing))
        .merge(pages::picture::routes(&app.languages))
        .merge(assets::routes(&app))
        .route("/health/live", get(|| async { "live\n" }))
        .route("/health/ready", get(ready))
        .fallback(pages::not_found)
        .method_not_allowed_fallback(api::no_such_method)
        .layer(from_fn(readable))
        // Within what writes problems as their readers want them, so that a breakdown is one of them.
        .layer(CatchPanicLayer::custom(broken_down))
        .layer(from_fn_with_state(app.clone(), api::represented))
        .layer(compress)
        .layer(TimeoutLayer::with_status_code(StatusCode::SERVICE_UNAVAILABLE, DEADLINE))
        // What breaks while a page is made of that problem.
        .layer(CatchPanicLayer::custom(|_: Box<dyn std::any::Any + Send>| pages::broken()))
        .layer(from_fn(safety_headers))
        .layer(TraceLayer::new_for_http().make_span_with(span))
        .with_state(app)
}

/// What the log says of a request, at any level: never its parameters, which may hold somebody's position.
fn span(request: &Request) -> tracing::Span {
    tracing::debug_span!("request", method = %request.method(), path = request.uri().path())
}

/// A breakdown as a problem. The panic itself was written to the log as it came up.
fn broken_down(_: Box<dyn std::any::Any + Send>) -> Response {
    api::Problem::new(StatusCode::INTERNAL_SERVER_ERROR, "something failed here; it was logged")
        .into_response()
}

/// How many answers may be made at once: making one keeps a thread busy until its first byte.
pub fn computing() -> usize {
    2 * std::thread::available_parallelism().map_or(2, NonZero::get)
}

/// A strong ETag names the very bytes, so they must not be compressed on the way.
fn not_strongly_tagged(
    _: StatusCode,
    _: axum::http::Version,
    headers: &axum::http::HeaderMap,
    _: &axum::http::Extensions,
) -> bool {
    headers.get(header::ETAG).is_none_or(|tag| tag.as_bytes().starts_with(b"W/"))
}

async fn ready(State(app): State<Arc<App>>) -> Response {
    match app.portal.store.ready().await {
        Ok(()) => "ready\n".into_response(),
        Err(error) => {
            tracing::error!(%error, "not ready");
            (StatusCode::SERVICE_UNAVAILABLE, "the database does not answer\n").into_response()
        }
    }
}

/// Refuses an address that is not text, and one with more parameters than anybody types.
async fn readable(request: Request, next: Next) -> Response {
    let (path, query) = (request.uri().path(), request.uri().query().unwrap_or_default());
    for (part, what) in [(path, "path"), (query, "parameters")] {
        if let Err(error) = percent_decode_str(part).decode_utf8() {
            let detail = format!(
                "the {what} `{part}` of the address cannot be read: {error}; write letters as UTF-8, percent-encoded"
            );
            return api::Problem::new(StatusCode::BAD_REQUEST, detail).into_response();
        }
    }
    let parameters = query.split('&').count();
    if parameters > MOST_PARAMETERS {
        let detail = format!("the request has {parameters} parameters; at most {MOST_PARAMETERS} are read");
        return api::Problem::new(StatusCode::BAD_REQUEST, detail).into_response();
    }
    next.run(request).await
}

async fn safety_headers(request: Request, next: Next) -> Response {
    // An address that holds somebody's position is told to nobody.
    let position =
        request.uri().query().is_some_and(|query| query.split('&').any(|pair| pair.starts_with("point=")));
    let referrer = if position { "no-referrer" } else { "same-origin" };
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    for (name, value) in [
        (header::CONTENT_SECURITY_POLICY, CONTENT_POLICY),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::REFERRER_POLICY, referrer),
        (HeaderName::from_static("permissions-policy"), "geolocation=(self), camera=(), microphone=()"),
    ] {
        headers.entry(name).or_insert(HeaderValue::from_static(value));
    }
    response
}
