//! Pages of text: about, sources, privacy, accessibility. What they count is counted as they are made.

use super::frame::{Frame, respond};
use super::record::explore;
use super::view::{Source, host, sources};
use super::{PageError, markup};
use crate::api::Ask;
use crate::app::App;
use crate::i18n::Language;
use crate::portal::{Error, Snapshot};
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use karigar_index::LayerSnapshot;
use karigar_model::{Query, Role};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// A layer in a table.
struct LayerRow {
    title: String,
    count: usize,
    placed: usize,
    license: String,
    license_url: String,
    url: String,
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
    /// Sites and works that records name, with their number; those that many name.
    many: Vec<Named>,
    /// Those that few name.
    few: Vec<Named>,
    few_title: String,
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
        let (many, few): (Vec<_>, Vec<_>) =
            named(&ask.snapshot).into_iter().partition(|one| one.records >= MANY);
        let page = Sources {
            t: language,
            credits: &ask.snapshot.atlas.credits,
            layers: layers(&ask.snapshot, language),
            few_title: language.count("sources-few", few.len()),
            many,
            few,
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
    let license = described.license.clone().unwrap_or_default();
    LayerRow {
        title: described.title(language.tag).to_owned(),
        count: layer.len(),
        placed: layer.count(&Query { placed: Some(true), ..Query::default() }),
        license_url: markup::license(&license),
        license,
        url: explore(language.root(), &described.id, &[]),
    }
}

/// Records from which on a source stands in the open.
const MANY: usize = 3;

/// A site or a work that records name as their source.
struct Named {
    name: String,
    /// Start of the site; empty for a work.
    url: String,
    records: usize,
}

/// Sources by their site, or by their words where they are no page of one; most named first.
fn named(snapshot: &Snapshot) -> Vec<Named> {
    let mut counts: BTreeMap<(String, String), usize> = BTreeMap::new();
    for layer in &snapshot.layers {
        let Some(field) = layer.layer().role(Role::Source) else { continue };
        for feature in layer.all(&Query::default()) {
            let text = feature.text(field).unwrap_or_default();
            let of_record: BTreeSet<(String, String)> = sources(text).into_iter().map(site).collect();
            for one in of_record {
                *counts.entry(one).or_default() += 1;
            }
        }
    }
    let mut all: Vec<Named> =
        counts.into_iter().map(|((name, url), records)| Named { name, url, records }).collect();
    all.sort_by(|one, other| other.records.cmp(&one.records).then_with(|| one.name.cmp(&other.name)));
    all
}

/// The site of a source and its address. A site that has only a number for a name goes by the words of its source.
fn site(source: Source) -> (String, String) {
    let host = host(&source.url);
    if host.is_empty() || host.parse::<std::net::IpAddr>().is_ok() {
        return (source.label, String::new());
    }
    let scheme = source.url.split("://").next().unwrap_or("https");
    let full = source.url[scheme.len() + 3..].split('/').next().unwrap_or(host);
    (host.to_owned(), format!("{scheme}://{full}/"))
}
