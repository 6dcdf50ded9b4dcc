//! What centres do, by kind of centre and by centre, with all five terms of each service.

use super::PageError;
use super::amount::slug;
use super::frame::{Frame, respond};
use super::record::{Original, original_row};
use super::region::marked;
use super::said::{self, Said, of_row};
use super::view::{self, Source, capital, code_title, sources};
use crate::api::Ask;
use crate::app::App;
use crate::i18n::Language;
use crate::portal::services::terms;
use crate::portal::serving::CENTRES;
use crate::portal::{Error, Snapshot};
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use karigar_model::reference::Service;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

#[derive(Template)]
#[template(path = "services.html")]
struct ServicesPage<'a> {
    t: &'a Language,
    answer: String,
    groups: Vec<Group>,
    data: [(&'static str, String); 2],
}

/// Services of centres of one kind.
struct Group {
    id: String,
    title: String,
    centres: Vec<Centre>,
}

/// Services of a centre, or of all centres of a kind.
struct Centre {
    name: Said,
    url: String,
    services: Vec<ServiceRow>,
}

struct ServiceRow {
    name: Said,
    original: Option<Original>,
    /// Title and what is stated, all five.
    terms: Vec<(String, Said)>,
    reviewed: String,
    sources: Vec<Source>,
}

/// `GET /services`
pub async fn page(State(app): State<Arc<App>>, ask: Ask) -> Result<Response, PageError> {
    respond(&app, &ask, |language| services(&app, &ask, language))
}

fn services(app: &App, ask: &Ask, language: &Language) -> Result<String, Error> {
    let snapshot = &ask.snapshot;
    let all = &snapshot.reference.services;
    let centres: BTreeSet<&str> = all.iter().map(|service| service.centre.as_str()).collect();
    let centres = language.count("services-centres", centres.len());
    let api = |form: &str| format!("{}/api/services?f={form}", app.portal.config.root());
    let page = ServicesPage {
        t: language,
        answer: marked(&language.count_with("services-answer", all.len(), [("centres", &centres)])),
        groups: groups(snapshot, language)?,
        data: [("CSV", api("csv")), ("JSON", api("json"))],
    };
    let body = page.render().map_err(|error| Error::Internal(error.to_string()))?;
    let title = language.text("services-title");
    let description = language.text("services-description");
    Ok(Frame::new(app, ask, language, &title).section("services").description(&description).render(&body))
}

/// First what holds for all centres of a kind, then the kinds in the order of their titles.
fn groups(snapshot: &Snapshot, language: &Language) -> Result<Vec<Group>, Error> {
    let layer = snapshot.layer(CENTRES)?;
    let described = layer.layer();
    let mut groups: BTreeMap<(bool, String), Vec<Centre>> = BTreeMap::new();
    for service in &snapshot.reference.services {
        let centre = layer.get(&service.centre);
        let title = centre.map_or_else(String::new, |centre| {
            code_title(language, described, "kind", view::field_of(described, centre, "kind")).to_owned()
        });
        let name = centre.map_or_else(
            || Said::own(language.text(&format!("services-{}", slug(&service.centre)))),
            |centre| said::name(language, described, centre),
        );
        let url = centre.map_or_else(String::new, |centre| view::url(language.root(), described, centre));
        let centres = groups.entry((centre.is_some(), title)).or_default();
        let row = row(snapshot, language, service);
        match centres.iter_mut().find(|held| held.name == name) {
            Some(held) => held.services.push(row),
            None => centres.push(Centre { name, url, services: vec![row] }),
        }
    }
    let groups = groups.into_iter().enumerate().map(|(at, ((single, title), centres))| {
        let title = if single { title } else { language.text("services-kind-of-kind") };
        Group { id: format!("kind-{}", at + 1), title, centres }
    });
    Ok(groups.collect())
}

/// The terms of a service in the reader's language, by the key of their title.
pub fn said_terms(language: &Language, snapshot: &Snapshot, service: &Service) -> [(&'static str, Said); 5] {
    terms(service).map(|(key, column, stated)| {
        let days = stated.parse::<usize>().ok().filter(|_| column == "days_promised");
        let said = || of_row(language, snapshot, ("centre_services", &service.id), column, stated);
        (key, days.map_or_else(said, |days| language.count("record-centre-days-count", days).into()))
    })
}

fn row(snapshot: &Snapshot, language: &Language, service: &Service) -> ServiceRow {
    let id = ("centre_services", service.id.as_str());
    let reviewed = if service.as_of.is_empty() {
        language.text("services-not-reviewed")
    } else {
        let day = language.date(&service.as_of);
        language.with("services-reviewed", [("day", &day)])
    };
    let name = capital(&service.service);
    ServiceRow {
        original: original_row(language, snapshot, id, "service", &name),
        name: of_row(language, snapshot, id, "service", &name),
        terms: said_terms(language, snapshot, service)
            .map(|(key, stated)| (language.text(key), stated))
            .into(),
        reviewed,
        sources: sources(&service.source),
    }
}
