//! What the server answered.

use serde_json::Value;
use ureq::http::HeaderMap;

/// An answer: status, headers and the whole body.
#[derive(Debug)]
pub struct Answer {
    /// What was asked, for messages.
    pub asked: String,
    /// Status code.
    pub status: u16,
    /// Headers.
    pub headers: HeaderMap,
    /// Body as it was sent.
    pub body: Vec<u8>,
}

impl Answer {
    /// The same answer, if it has this status.
    #[must_use]
    pub fn expect(self, status: u16) -> Self {
        assert_eq!(self.status, status, "{}: {}", self.asked, self.text());
        self
    }

    /// The body as text.
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    /// The body as JSON.
    pub fn json(&self) -> Value {
        serde_json::from_slice(&self.body)
            .unwrap_or_else(|error| panic!("{}: {error}: {}", self.asked, self.text()))
    }

    /// A header; empty when it is not there.
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }

    /// The media type without its parameters.
    pub fn media_type(&self) -> &str {
        self.header("content-type").split(';').next().unwrap().trim()
    }

    /// The address of the link with this relation in the header `Link`.
    pub fn link(&self, relation: &str) -> Option<String> {
        let wanted = format!("rel=\"{relation}\"");
        let link = self.header("link").split(", <").find(|link| link.contains(&wanted))?;
        Some(link.trim_start_matches('<').split('>').next()?.to_owned())
    }

    /// The one parameter error of a problem document with status 400.
    pub fn parameter_error(&self) -> Value {
        assert_eq!(self.status, 400, "{}: {}", self.asked, self.text());
        assert_eq!(self.header("content-type"), "application/problem+json", "{}", self.asked);
        let problem = self.json();
        let errors = problem["errors"].as_array().unwrap_or_else(|| panic!("{}: {problem}", self.asked));
        assert_eq!(errors.len(), 1, "{}: {problem}", self.asked);
        errors[0].clone()
    }
}
