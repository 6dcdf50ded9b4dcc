//! Pages for what went wrong: what happened, what still works, one next step.

use super::address::Address;
use super::frame::Frame;
use super::said::Said;
use crate::api::{Ask, Problem};
use crate::app::App;
use crate::i18n::Language;
use crate::portal::{Error, Missing};
use askama::Template;
use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use std::sync::Arc;

/// An error that becomes a page. Handlers return it with `?`.
pub struct PageError {
    app: Arc<App>,
    ask: Box<Ask>,
    problem: Box<Problem>,
    retry: Option<String>,
}

impl PageError {
    /// Joins an error with what is needed to draw it.
    pub fn new(app: &Arc<App>, ask: &Ask, error: impl Into<Problem>) -> Self {
        Self { app: app.clone(), ask: Box::new(ask.clone()), problem: Box::new(error.into()), retry: None }
    }

    /// With an address that leads out of the error.
    pub fn retry(mut self, address: String) -> Self {
        self.retry = Some(address);
        self
    }
}

#[derive(Template)]
#[template(path = "error.html")]
struct ErrorPage<'a> {
    t: &'a Language,
    title: String,
    what: String,
    details: Vec<Said>,
    next_url: String,
    next: String,
    /// Whether other pages are offered: not where the address only has to be put right.
    others: bool,
}

impl IntoResponse for PageError {
    fn into_response(self) -> Response {
        let language = &self.ask.language;
        let root = language.root();
        let status = self.problem.status();
        let (key, details) = match status {
            StatusCode::NOT_FOUND => ("error-not-found", self.problem.lines(language)),
            status if status.is_client_error() => ("error-parameters", self.problem.lines(language)),
            _ => ("error-internal", vec![]),
        };
        let failed = status.is_server_error();
        let next = match &self.retry {
            _ if failed => "error-again",
            Some(_) => "error-continue",
            None => "error-next",
        };
        let retry = if failed { Some(self.ask.path_and_query()) } else { self.retry };
        let page = ErrorPage {
            t: language,
            title: language.text(&format!("{key}-title")),
            what: language.text(key),
            details,
            next_url: retry.unwrap_or_else(|| format!("{root}/explore")),
            next: language.text(next),
            others: failed || status == StatusCode::NOT_FOUND,
        };
        let title = page.title.clone();
        let body = page.render().unwrap_or_default();
        let html = Frame::new(&self.app, &self.ask, language, &title).render(&body);
        (
            status,
            [(header::CONTENT_TYPE, "text/html; charset=utf-8"), (header::CACHE_CONTROL, "no-store")],
            html,
        )
            .into_response()
    }
}

/// The page for an address that leads nowhere; one with a slash too many leads where it does without.
pub async fn not_found(State(app): State<Arc<App>>, ask: Ask) -> Response {
    // Without slashes at both ends it is a path of this portal whatever somebody wrote: `//elsewhere.example/`.
    let bare = ask.path.trim_matches('/');
    if ask.path.is_empty() || ask.path.ends_with('/') {
        let path = format!("{}/{}", ask.language.root(), if bare.is_empty() { "explore" } else { bare });
        return Redirect::permanent(&Address::new(&path, &ask.pairs).to_string()).into_response();
    }
    PageError::new(&app, &ask, Error::from(Missing::new("page", &ask.path))).into_response()
}

/// The answer when a handler broke down. It needs nothing that could break again.
pub fn broken() -> Response {
    let body = "Something failed here; it was logged. Go back and try again.\n";
    (StatusCode::INTERNAL_SERVER_ERROR, [(header::CONTENT_TYPE, "text/plain; charset=utf-8")], body)
        .into_response()
}
