//! Pages of text: about, sources, privacy, accessibility, data. What they count is counted as they are made.

use super::PageError;
use super::frame::{Frame, respond};
use super::record::explore;
use super::view::sources;
use crate::api::Ask;
use crate::app::App;
use crate::i18n::Language;
use crate::portal::{Error, Snapshot};
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use karigar_index::LayerSnapshot;
use karigar_model::layer::text_in;
use karigar_model::{FieldType, Query, Role};
use std::collections::BTreeMap;
use std::sync::Arc;

/// A layer in a table.
struct LayerRow {
    id: String,
    title: String,
    about: String,
    count: usize,
    placed: usize,
    license: String,
    url: String,
    fields: Vec<FieldRow>,
}

struct FieldRow {
    id: String,
    title: String,
    about: String,
    kind: &'static str,
}

#[derive(Template)]
#[template(path = "about.html")]
struct About<'a> {
    t: &'a Language,
    layers: Vec<LayerRow>,
    worldview: String,
    atlas: String,
    contact: &'a str,
}

#[derive(Template)]
#[template(path = "sources.html")]
struct Sources<'a> {
    t: &'a Language,
    credits: &'a [String],
    layers: Vec<LayerRow>,
    /// Label, address of a search for it, records.
    hosts: Vec<(String, usize)>,
}

#[derive(Template)]
#[template(path = "privacy.html")]
struct Privacy<'a> {
    t: &'a Language,
}

#[derive(Template)]
#[template(path = "accessibility.html")]
struct Accessibility<'a> {
    t: &'a Language,
}

#[derive(Template)]
#[template(path = "data.html")]
struct Data<'a> {
    t: &'a Language,
    root: &'a str,
    api: String,
    layers: Vec<LayerRow>,
}

/// `GET /about`
pub async fn about(State(app): State<Arc<App>>, ask: Ask) -> Result<Response, PageError> {
    respond(&app, &ask, |language| {
        let snapshot = &ask.snapshot;
        let edition = [
            ("version", snapshot.atlas.version.as_str()),
            ("released", &language.date(&snapshot.atlas.released)),
        ];
        let page = About {
            t: language,
            layers: layers(snapshot, language),
            worldview: language.text(&format!("view-{}", snapshot.view)),
            atlas: language.with("about-atlas", edition),
            contact: app.portal.config.contact.as_deref().unwrap_or_default(),
        };
        framed(&app, &ask, language, "about", &page)
    })
}

/// `GET /sources`
pub async fn all_sources(State(app): State<Arc<App>>, ask: Ask) -> Result<Response, PageError> {
    respond(&app, &ask, |language| {
        let page = Sources {
            t: language,
            credits: &ask.snapshot.atlas.credits,
            layers: layers(&ask.snapshot, language),
            hosts: hosts(&ask.snapshot),
        };
        framed(&app, &ask, language, "sources", &page)
    })
}

/// `GET /privacy`
pub async fn privacy(State(app): State<Arc<App>>, ask: Ask) -> Result<Response, PageError> {
    respond(&app, &ask, |language| framed(&app, &ask, language, "privacy", &Privacy { t: language }))
}

/// `GET /accessibility`
pub async fn accessibility(State(app): State<Arc<App>>, ask: Ask) -> Result<Response, PageError> {
    respond(&app, &ask, |language| framed(&app, &ask, language, "access", &Accessibility { t: language }))
}

/// `GET /data`
pub async fn data(State(app): State<Arc<App>>, ask: Ask) -> Result<Response, PageError> {
    respond(&app, &ask, |language| {
        let layers = layers(&ask.snapshot, language);
        let page = Data { t: language, root: app.portal.config.root(), api: ask.api(""), layers };
        framed(&app, &ask, language, "data", &page)
    })
}

/// The page around a text; `key` begins its messages.
fn framed(
    app: &App,
    ask: &Ask,
    language: &Language,
    key: &'static str,
    page: &impl Template,
) -> Result<String, Error> {
    let body = page.render().map_err(|error| Error::Internal(error.to_string()))?;
    let title = language.text(&format!("{key}-title"));
    let lead = language.text(&format!("{key}-lead"));
    Ok(Frame::new(app, ask, language, &title).section(key).description(&lead).render(&body))
}

fn layers(snapshot: &Snapshot, language: &Language) -> Vec<LayerRow> {
    snapshot.layers.iter().map(|layer| layer_row(layer, language)).collect()
}

fn layer_row(layer: &LayerSnapshot, language: &Language) -> LayerRow {
    let described = layer.layer();
    let fields = described.public_fields().map(|(_, field)| FieldRow {
        id: field.id.clone(),
        title: field.title(language.tag).to_owned(),
        about: text_in(&field.descriptions, language.tag).to_owned(),
        kind: match field.field_type {
            FieldType::Text => "text",
            FieldType::Code => "code",
            FieldType::Integer => "integer",
            FieldType::Number => "number",
            FieldType::Boolean => "boolean",
            FieldType::Date => "date",
            FieldType::Url => "url",
        },
    });
    LayerRow {
        id: described.id.clone(),
        title: described.title(language.tag).to_owned(),
        about: text_in(&described.descriptions, language.tag).to_owned(),
        count: layer.len(),
        placed: layer.count(&Query { placed: Some(true), ..Query::default() }),
        license: described.license.clone().unwrap_or_default(),
        url: explore(language.root(), &described.id, &[]),
        fields: fields.collect(),
    }
}

/// Sources by their label, with how many records name each, most first.
fn hosts(snapshot: &Snapshot) -> Vec<(String, usize)> {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for layer in &snapshot.layers {
        let Some(field) = layer.layer().role(Role::Source) else { continue };
        for feature in layer.all(&Query::default()) {
            let mut labels: Vec<String> =
                sources(feature.text(field).unwrap_or_default()).into_iter().map(|one| one.label).collect();
            labels.sort();
            labels.dedup();
            for label in labels {
                *counts.entry(label).or_default() += 1;
            }
        }
    }
    let mut hosts: Vec<(String, usize)> = counts.into_iter().collect();
    hosts.sort_by(|one, other| other.1.cmp(&one.1).then_with(|| one.0.cmp(&other.0)));
    hosts
}
