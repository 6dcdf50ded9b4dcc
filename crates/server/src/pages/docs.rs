//! `/api/docs`: the OpenAPI document as a page to read. What stands there is read from the document
//! itself; only the frame has words of its own.

use super::amount::slug;
use super::frame::respond;
use super::{Frame, PageError, escape};
use crate::api::{Ask, described, typed};
use crate::app::App;
use crate::i18n::Language;
use crate::portal::Error;
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use serde_json::Value;
use std::sync::Arc;

/// Choices of a parameter that are listed; the fields of a layer list all.
const MOST_CHOICES: usize = 12;

#[derive(Template)]
#[template(path = "docs.html")]
struct Docs<'a> {
    t: &'a Language,
    /// Absolute address of the API.
    api: String,
    /// Where its pages stand in the reader's language.
    pages: String,
    groups: Vec<Group>,
    errors: Vec<&'static str>,
}

/// What stands under one tag.
struct Group {
    id: String,
    /// Its tag in the document.
    name: String,
    /// The same in the reader's language.
    title: String,
    operations: Vec<Operation>,
}

struct Operation {
    id: String,
    /// Method and path.
    request: String,
    summary: String,
    parameters: Vec<Parameter>,
    /// A command to copy, and the address in it.
    example: Option<(String, String)>,
    media_types: Vec<String>,
    errors: String,
}

struct Parameter {
    name: String,
    required: bool,
    /// As HTML.
    description: String,
    /// In words: text, whole number from 1 to 10,000.
    kind: String,
    choices: Vec<String>,
    /// How many more choices there are.
    more: usize,
    example: Option<String>,
}

/// What each status of an error means; the words are messages.
const ERRORS: &[&str] = &["400", "404", "406", "500", "503"];

/// `GET /api/docs`
pub async fn page(State(app): State<Arc<App>>, ask: Ask) -> Result<Response, PageError> {
    respond(&app, &ask, |language| {
        let document = described(&ask.api(""), &ask.snapshot);
        let page = Docs {
            t: language,
            api: ask.api(""),
            pages: ask.api_page(""),
            groups: groups(&ask, language, &document),
            errors: ERRORS.to_vec(),
        };
        let body = page.render().map_err(|error| Error::Internal(error.to_string()))?;
        let (title, lead) = (language.text("docs-title"), language.text("docs-lead"));
        Ok(Frame::new(&app, &ask, language, &title).description(&lead).render(&body))
    })
}

/// The operations by their tag, in the order of the document.
fn groups(ask: &Ask, language: &Language, document: &Value) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    for (path, methods) in document["paths"].as_object().into_iter().flatten() {
        let declared = &methods["get"];
        let name = text(&declared["tags"][0]);
        let operation = operation(language, document, path, declared);
        match groups.iter_mut().find(|group| group.name == name) {
            Some(group) => group.operations.push(operation),
            None => groups.push(Group {
                id: format!("tag-{}", slug(&name)),
                title: part_title(ask, &name).unwrap_or_else(|| name.clone()),
                name,
                operations: vec![operation],
            }),
        }
    }
    groups
}

/// A part of the API, which the documents call by an English word, in the reader's language: a layer by its title,
/// else by a message.
pub fn part_title(ask: &Ask, name: &str) -> Option<String> {
    let mut layers = ask.snapshot.layers.iter().map(|layer| layer.layer());
    if let Some(layer) = layers.find(|layer| layer.title("en") == name) {
        return Some(layer.title(ask.language.tag).to_owned());
    }
    let key = format!("docs-part-{}", slug(name));
    ask.language.has_own(&key).then(|| ask.language.text(&key))
}

fn operation(language: &Language, document: &Value, path: &str, declared: &Value) -> Operation {
    let parameters = declared["parameters"].as_array().into_iter().flatten();
    let source = declared["x-codeSamples"][0]["source"].as_str();
    let responses = declared["responses"].as_object();
    let statuses = responses.into_iter().flatten().map(|(status, _)| status.as_str());
    let media_types = declared["responses"]["200"]["content"].as_object();
    Operation {
        id: text(&declared["operationId"]),
        request: format!("GET {path}"),
        summary: text(&declared["summary"]),
        parameters: parameters.map(|one| parameter(language, resolved(document, one))).collect(),
        example: source.map(|source| {
            let address = source.split('\'').nth(1).unwrap_or_default();
            (source.to_owned(), address.to_owned())
        }),
        media_types: media_types.into_iter().flatten().map(|(name, _)| name.clone()).collect(),
        errors: statuses.filter(|status| *status != "200").collect::<Vec<_>>().join(", "),
    }
}

fn parameter(language: &Language, declared: &Value) -> Parameter {
    let schema = &declared["schema"];
    let one = if schema["type"] == "array" { &schema["items"] } else { schema };
    let choices: Vec<String> = one["enum"].as_array().into_iter().flatten().map(text).collect();
    Parameter {
        name: text(&declared["name"]),
        required: declared["required"] == true,
        description: coded(declared["description"].as_str().unwrap_or_default()),
        kind: kind(language, schema),
        more: choices.len().saturating_sub(MOST_CHOICES),
        choices: choices.into_iter().take(MOST_CHOICES).collect(),
        example: declared.get("example").map(typed),
    }
}

/// The type of a value in words, as HTML.
fn kind(language: &Language, schema: &Value) -> String {
    let name = schema["type"].as_str().unwrap_or("string");
    if name == "array" {
        return language.with("docs-list", [("what", &kind(language, &schema["items"]))]);
    }
    let number = |key: &str| schema[key].as_u64().map(|number| language.number(number as usize));
    let mut words = vec![coded(&language.text(&format!("docs-type-{name}")))];
    match (number("minimum"), number("maximum")) {
        (Some(low), Some(high)) => words.push(language.with("docs-range", [("low", &low), ("high", &high)])),
        (Some(low), None) => words.push(language.with("docs-from", [("low", &low)])),
        _ => {}
    }
    if let Some(default) = number("default") {
        words.push(language.with("docs-default", [("value", &default)]));
    }
    words.join(" · ")
}

/// What a reference inside the document leads to.
fn resolved<'a>(document: &'a Value, value: &'a Value) -> &'a Value {
    let pointer = value["$ref"].as_str().and_then(|reference| reference.strip_prefix('#'));
    pointer.and_then(|pointer| document.pointer(pointer)).unwrap_or(value)
}

/// A text as HTML; what stands between backticks is code.
pub fn coded(text: &str) -> String {
    let parts = text.split('`').map(escape).enumerate();
    let marked =
        parts.map(|(position, part)| if position % 2 == 1 { format!("<code>{part}</code>") } else { part });
    marked.collect()
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}
