//! Errors as problem documents (RFC 9457), made in one place.

use super::ask::Ask;
use super::negotiate::{Format, negotiate};
use crate::app::App;
use crate::i18n::Language;
use crate::pages::PageError;
use crate::pages::{Said, slug};
use crate::portal::{Error, Missing};
use axum::extract::{OriginalUri, Request, State};
use axum::http::{Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use axum::{Extension, Json};
use karigar_model::ParameterError;
use serde::Serialize;
use std::sync::Arc;

/// What went wrong, as the client sees it.
#[derive(Clone, Debug, Serialize)]
pub struct Problem {
    #[serde(rename = "type")]
    kind: &'static str,
    title: &'static str,
    status: u16,
    detail: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    instance: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    errors: Vec<ParameterError>,
    #[serde(skip)]
    missing: Option<Box<Missing>>,
}

impl Problem {
    /// A problem without parameters.
    pub fn new(status: StatusCode, detail: impl Into<String>) -> Self {
        let title = status.canonical_reason().unwrap_or("Error");
        Self {
            kind: "about:blank",
            title,
            status: status.as_u16(),
            detail: detail.into(),
            instance: None,
            errors: Vec::new(),
            missing: None,
        }
    }

    /// Its HTTP status.
    pub fn status(&self) -> StatusCode {
        StatusCode::from_u16(self.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
    }

    /// What is wrong, in the language of a page where it has words for it, else in English.
    pub fn lines(&self, language: &Language) -> Vec<Said> {
        if let Some(Missing { what, name, near, .. }) = self.missing.as_deref() {
            let near = near.as_ref().map(|near| language.with("did-you-mean", [("name", near)]));
            let missing = language.with(&format!("missing-{what}"), [("name", name)]);
            return std::iter::once(missing).chain(near).map(Said::own).collect();
        }
        if self.errors.is_empty() {
            return vec![Said::english(language, &self.detail)];
        }
        self.errors.iter().map(|error| line(language, error)).collect()
    }

    /// Parameters that cannot be used.
    pub fn parameters(errors: Vec<ParameterError>) -> Self {
        let detail = errors.iter().map(ToString::to_string).collect::<Vec<_>>().join("; ");
        Self { errors, ..Self::new(StatusCode::BAD_REQUEST, detail) }
    }
}

/// "family = metl: is not a code of this field (metal, pottery)". The commonest reasons have messages; what stands
/// beside them is as a program reads it.
fn line(language: &Language, error: &ParameterError) -> Said {
    let is_latin = |text: &str| text.contains(|letter: char| letter.is_ascii_alphabetic());
    let as_sent = |text: String| if is_latin(&text) { Said::english(language, &text) } else { text.into() };
    let start = format!("{} = {}: ", error.parameter, error.value);
    let allowed = error.allowed.as_ref().map_or_else(String::new, |allowed| format!(" ({allowed})"));
    let (reason, near) = error.reason.split_once(" (did you mean `").unwrap_or((&error.reason, ""));
    let key = format!("wrong-{}", slug(reason.split(": ").next().unwrap_or_default()));
    if language.speaks_english() || !language.has_own(&key) {
        return Said::english(language, &format!("{start}{}{allowed}", error.reason));
    }
    let near = match near.trim_end_matches("`?)") {
        "" => String::new(),
        near => format!("; {}", language.with("did-you-mean", [("name", near)])),
    };
    let reason = format!("{}{near}", language.text(&key));
    Said::join(&[as_sent(start), reason.into(), as_sent(allowed)], "")
}

impl From<Error> for Problem {
    fn from(error: Error) -> Self {
        match error {
            Error::NotFound(missing) => {
                let problem = Self::new(StatusCode::NOT_FOUND, missing.to_string());
                Self { missing: Some(Box::new(missing)), ..problem }
            }
            Error::Parameters(errors) => Self::parameters(errors),
            Error::Internal(cause) => {
                tracing::error!(cause, "an answer failed");
                Self::new(StatusCode::INTERNAL_SERVER_ERROR, "something failed here; it was logged")
            }
        }
    }
}

impl From<Missing> for Problem {
    fn from(missing: Missing) -> Self {
        Error::from(missing).into()
    }
}

impl From<ParameterError> for Problem {
    fn from(error: ParameterError) -> Self {
        Self::parameters(vec![error])
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let status = self.status();
        let headers =
            [(header::CONTENT_TYPE, "application/problem+json"), (header::CACHE_CONTROL, "no-store")];
        (status, headers, Extension(self.clone()), Json(self)).into_response()
    }
}

/// Writes each problem as its reader wants it: a browser gets a page, a tool a document that says at
/// which address it came up (RFC 9457, 3.1.5).
pub async fn represented(State(app): State<Arc<App>>, ask: Ask, request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    let Some(problem) = response.extensions_mut().remove::<Problem>() else { return response };
    let api = ask.path == "/api" || ask.path.starts_with("/api/");
    // Not what `f` names: that may be what is wrong.
    let wanted = negotiate(None, ask.header(header::ACCEPT), &[Format::Json, Format::Html]);
    let mut answer = if api && !matches!(wanted, Ok(Format::Html)) {
        Problem { instance: Some(ask.path_and_query()), ..problem }.into_response()
    } else {
        PageError::new(&app, &ask, problem).into_response()
    };
    for (name, value) in response.headers() {
        answer.headers_mut().entry(name).or_insert(value.clone());
    }
    answer
}

/// Answer for a path that is not there.
pub async fn no_such_path(OriginalUri(uri): OriginalUri) -> Problem {
    Problem::new(
        StatusCode::NOT_FOUND,
        format!("there is nothing at {}; /api lists what there is", uri.path()),
    )
}

/// Answer for a method that a path does not have.
pub async fn no_such_method(method: Method) -> Problem {
    Problem::new(
        StatusCode::METHOD_NOT_ALLOWED,
        format!("{method} is not possible here; GET, HEAD and OPTIONS are"),
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Languages;

    #[test]
    fn what_is_wrong_is_said_in_the_language_of_the_page() {
        let languages = Languages::load("").unwrap();
        let (english, hindi) = (languages.choose(None, None), languages.choose(Some("hi"), None));
        let error =
            ParameterError::new("family", "metl", "is not a code of this field").one_of(["metal", "wood"]);
        assert_eq!(
            &*line(&english, &error),
            "family = metl: is not a code of this field (did you mean `metal`?) (metal, wood)"
        );
        let said = line(&hindi, &error);
        assert!(said.starts_with("family = metl: ") && said.ends_with(" (metal, wood)"), "{said}");
        assert!(said.contains("“metal”") && !said.contains("did you"), "{said}");
        assert!(said.html().contains("<bdi lang=\"en\">family = metl: </bdi>"), "{}", said.html());
        let rare = ParameterError::new("cursor", "x", "belongs to another query");
        assert_eq!(line(&hindi, &rare).html(), "<bdi lang=\"en\">cursor = x: belongs to another query</bdi>");
    }
}
