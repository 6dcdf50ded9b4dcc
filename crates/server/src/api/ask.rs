//! What every handler needs of a request: its parameters, its headers, the address to build links from.

use super::negotiate::{Format, negotiate};
use super::problem::Problem;
use crate::app::App;
use crate::i18n::Language;
use crate::portal::Snapshot;
use crate::proxy::is_host;
use axum::body::Body;
use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, Uri, header};
use axum::response::{IntoResponse, Response};
use karigar_formats::geojson::Link;
use karigar_model::ParameterError;
use karigar_model::query::fnv1a;
use std::convert::Infallible;
use std::sync::Arc;

/// A request, and what is published while it is answered.
#[derive(Clone)]
pub struct Ask {
    /// The one snapshot that the whole answer is made of.
    pub snapshot: Arc<Snapshot>,
    /// Decoded parameters, in order.
    pub pairs: Vec<(String, String)>,
    /// Address that the visitor sees, without path: `https://crafts.example.org`.
    pub base: String,
    /// The same without the path that the portal stands below, which paths of pages begin with.
    host: String,
    /// Path below the base, without the segment that chooses a language.
    pub path: String,
    /// The language to answer in: that of the path, else of `lang`, else of the browser.
    pub language: Arc<Language>,
    /// Path as it came.
    came: String,
    query: String,
    headers: HeaderMap,
    build: String,
}

impl FromRequestParts<Arc<App>> for Ask {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, app: &Arc<App>) -> Result<Self, Infallible> {
        let uri =
            parts.extensions.get::<axum::extract::OriginalUri>().map_or(&parts.uri, |original| &original.0);
        let query = uri.query().unwrap_or_default();
        let pairs: Vec<(String, String)> = form_urlencoded::parse(query.as_bytes()).into_owned().collect();
        let (chosen, path) = spoken(app, uri.path());
        let language = chosen.unwrap_or_else(|| {
            let lang = pairs.iter().find(|(name, _)| name == "lang").map(|(_, value)| value.as_str());
            let accept = parts.headers.get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok());
            app.languages.choose(lang, accept)
        });
        let base = base(app, parts, uri);
        Ok(Self {
            snapshot: app.portal.snapshot(),
            pairs,
            language,
            path: path.to_owned(),
            came: uri.path().to_owned(),
            host: base.strip_suffix(app.portal.config.root()).unwrap_or(&base).to_owned(),
            base,
            query: query.to_owned(),
            headers: parts.headers.clone(),
            build: app.build.clone(),
        })
    }
}

/// The language that the path starts with, and the path without it.
fn spoken<'a>(app: &App, path: &'a str) -> (Option<Arc<Language>>, &'a str) {
    let (segment, rest) =
        path[1..].split_once('/').map_or((&path[1..], ""), |(segment, rest)| (segment, rest));
    match app.languages.of_segment(segment) {
        Some(language) => {
            (Some(language.clone()), &path[path.len() - rest.len() - usize::from(!rest.is_empty())..])
        }
        None => (None, path),
    }
}

fn base(app: &App, parts: &Parts, uri: &Uri) -> String {
    let config = &app.portal.config;
    if let Some(url) = &config.public_url {
        return url.clone();
    }
    let (scheme, host) = config.trust_proxy.address(parts.extensions.get(), &parts.headers);
    let host = host.or_else(|| uri.host().filter(|host| is_host(host)).map(str::to_owned));
    format!("{scheme}://{}", host.unwrap_or_else(|| config.listen.to_string()))
}

impl Ask {
    /// Path and parameters as they came.
    pub fn path_and_query(&self) -> String {
        let query = self.query.as_str();
        if query.is_empty() { self.came.clone() } else { format!("{}?{query}", self.came) }
    }

    /// Whether the parameters look like a submitted form: an empty field, or a name more than once.
    pub fn came_from_form(&self) -> bool {
        let mut names: Vec<&str> = self.pairs.iter().map(|(name, _)| name.as_str()).collect();
        names.sort_unstable();
        self.pairs.iter().any(|(_, value)| value.is_empty())
            || names.windows(2).any(|pair| pair[0] == pair[1])
    }

    /// The value of a parameter that is not empty.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.pairs
            .iter()
            .find(|(known, value)| known == name && !value.is_empty())
            .map(|(_, value)| value.as_str())
    }

    /// A header that is text.
    pub fn header(&self, name: header::HeaderName) -> Option<&str> {
        self.headers.get(name)?.to_str().ok()
    }

    /// The format to answer in.
    pub fn format(&self, offered: &[Format]) -> Result<Format, Problem> {
        negotiate(self.get("f"), self.header(header::ACCEPT), offered)
    }

    /// An error for every parameter that is not in `known` (besides `f`), and for each that is said twice.
    pub fn only(&self, known: &[&str]) -> Result<(), Problem> {
        let mut errors = Vec::new();
        for (position, (name, value)) in self.pairs.iter().enumerate() {
            if name != "f" && !known.contains(&name.as_str()) {
                let near = karigar_model::closest(name, known.iter().copied())
                    .map_or_else(String::new, |near| format!(" (did you mean `{near}`?)"));
                let reason = format!("belongs to a parameter that is not known here{near}");
                let names: Vec<&str> = known.iter().copied().chain(["f"]).collect();
                errors.push(ParameterError::new(name, value, reason).allowed(names.join(", ")));
            } else if self.pairs[..position].iter().any(|(before, _)| before == name) {
                let reason = "is a second value of this parameter";
                errors.push(ParameterError::new(name, value, reason).allowed("one value"));
            }
        }
        if errors.is_empty() { Ok(()) } else { Err(Problem::parameters(errors)) }
    }

    /// The absolute address of a path as pages write it.
    pub fn absolute(&self, path: &str) -> String {
        format!("{}{path}", self.host)
    }

    /// An absolute address of the API.
    pub fn api(&self, path: &str) -> String {
        format!("{}/api{path}", self.base)
    }

    /// The address of a page of the API in the reader's language.
    pub fn api_page(&self, path: &str) -> String {
        self.absolute(&format!("{}/api{path}", self.language.root()))
    }

    /// This request's address with some parameters set (or, with nothing, taken away).
    pub fn with(&self, changes: &[(&str, Option<&str>)]) -> String {
        let mut query = form_urlencoded::Serializer::new(String::new());
        for (name, value) in &self.pairs {
            if !changes.iter().any(|(changed, _)| changed == name) {
                query.append_pair(name, value);
            }
        }
        for (name, value) in changes {
            if let Some(value) = value {
                query.append_pair(name, value);
            }
        }
        let query = query.finish();
        let mark = if query.is_empty() { "" } else { "?" };
        format!("{}{}{mark}{query}", self.base, self.path)
    }

    /// Links to this answer in its own and all other formats that are offered.
    pub fn self_links(&self, format: Format, offered: &[Format]) -> Vec<Link> {
        let own = std::iter::once((format, "self"));
        let others = offered.iter().filter(|other| **other != format).map(|other| (*other, "alternate"));
        own.chain(others)
            .map(|(format, rel)| {
                link(self.with(&[("f", Some(format.name()))]), rel, format.media_type(), None)
            })
            .collect()
    }

    /// The weak ETag of an answer that depends on a layer's (or the database's) generation.
    pub fn etag(&self, generation: u64, format: Format) -> String {
        let mut asked = format!("{:?}{}{}{}", self.pairs, self.came, self.base, format.name());
        if format == Format::Html {
            // A page also depends on what the reader prefers, and may say when something comes next.
            asked.push_str(&crate::portal::events::today().to_julian_day().to_string());
            for name in [header::ACCEPT_LANGUAGE, HeaderName::from_static("save-data")] {
                asked.push_str(self.header(name).unwrap_or_default());
            }
        }
        format!("W/\"{}-{generation}-{:016x}\"", self.build, fnv1a(asked.as_bytes()))
    }

    /// The answer 304 when the client holds this very version.
    pub fn unchanged(&self, etag: &str) -> Option<Response> {
        let bare = |tag: &str| tag.trim().trim_start_matches("W/").to_owned();
        let held = self.header(header::IF_NONE_MATCH)?;
        // `*` asks whether there is anything at all, which is not known before the answer is made.
        let same = held.split(',').any(|tag| bare(tag) == bare(etag));
        same.then(|| answer_head(StatusCode::NOT_MODIFIED, etag).body(Body::empty()).into_response_or_500())
    }

    /// A whole answer with its ETag.
    pub fn answer(format: Format, etag: &str, body: impl Into<Body>) -> Response {
        answer_head(StatusCode::OK, etag)
            .header(header::CONTENT_TYPE, format.content_type())
            .body(body.into())
            .into_response_or_500()
    }

    /// A JSON document, or its page; neither is made when the client holds this version.
    pub fn document(
        &self,
        app: &App,
        format: Format,
        generation: u64,
        title: &str,
        make: impl FnOnce() -> serde_json::Value,
    ) -> Response {
        let etag = self.etag(generation, format);
        if let Some(unchanged) = self.unchanged(&etag) {
            return unchanged;
        }
        match format {
            Format::Html => Self::answer(format, &etag, super::html::page(app, self, title, &make())),
            _ => Self::answer(format, &etag, make().to_string()),
        }
    }
}

/// Longest `Link` header; clients and proxies refuse more, and the body has all links.
const LONGEST_HEADER: usize = 4000;

/// The links to other pages, and to this one, in the header `Link` (RFC 8288).
pub fn link_header(links: &[Link]) -> Option<HeaderValue> {
    let all: Vec<String> = links
        .iter()
        .filter(|link| ["self", "next", "prev"].contains(&link.rel.as_str()))
        .map(|link| format!("<{}>; rel=\"{}\"; type=\"{}\"", link.href, link.rel, link.media_type))
        .collect();
    HeaderValue::from_str(&all.join(", ")).ok().filter(|value| value.len() <= LONGEST_HEADER)
}

/// A link.
pub fn link(href: String, rel: &str, media_type: &str, title: Option<&str>) -> Link {
    Link { href, rel: rel.to_owned(), media_type: media_type.to_owned(), title: title.map(str::to_owned) }
}

fn answer_head(status: StatusCode, etag: &str) -> axum::http::response::Builder {
    Response::builder()
        .status(status)
        .header(header::ETAG, etag)
        .header(header::CACHE_CONTROL, "no-cache")
        .header(header::VARY, "Accept, Accept-Encoding, Accept-Language, Save-Data")
}

/// A built response, or 500 when a header was not fit to send.
trait IntoResponseOr500 {
    fn into_response_or_500(self) -> Response;
}

impl IntoResponseOr500 for Result<Response<Body>, axum::http::Error> {
    fn into_response_or_500(self) -> Response {
        self.unwrap_or_else(|error| {
            tracing::error!(%error, "an answer could not be built");
            StatusCode::INTERNAL_SERVER_ERROR.into_response()
        })
    }
}
