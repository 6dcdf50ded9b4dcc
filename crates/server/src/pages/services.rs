//! What centres do, by kind of centre and by centre; of each service what is stated, and in a line what is not.

use super::PageError;
use super::amount::slug;
use super::frame::{Frame, respond};
use super::record::{Fact, Original, Part, original_row};
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
use karigar_model::ParameterError;
use karigar_model::reference::{ORGANISATIONS, Service};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

#[derive(Template)]
#[template(path = "services.html")]
struct ServicesPage<'a> {
    t: &'a Language,
    answer: String,
    kinds: Vec<Kind>,
    groups: Vec<Group>,
    /// Whether some services are shown by their names alone.
    brief: bool,
    data: [(&'static str, String); 2],
}

/// A kind of centre as a link to its services.
struct Kind {
    title: String,
    count: usize,
    url: String,
    on: bool,
}

/// Services of centres of one kind.
struct Group {
    title: String,
    /// Whether their terms stand here; else only their names.
    full: bool,
    centres: Vec<Centre>,
}

/// Services by who can ask for them.
pub struct Asked {
    /// Everybody, or a kind of person. Services under one programme stand together.
    pub people: Vec<Vec<ServiceView>>,
    /// Only bodies of persons.
    pub organisations: Vec<Vec<ServiceView>>,
}

impl Asked {
    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.people.is_empty() && self.organisations.is_empty()
    }
}

/// Services of a centre, or of all centres of a kind.
struct Centre {
    name: Said,
    url: String,
    services: Asked,
    /// Names of the services in one line.
    brief: Said,
}

/// A service with its terms.
pub struct ServiceView {
    /// Id of the row, and of the entry on the page of all.
    pub id: String,
    /// What is done.
    pub name: Said,
    /// The same in the words of its source.
    pub original: Option<Original>,
    /// The centre where that is not the page's own.
    pub at: Option<Part>,
    /// The terms that are stated.
    pub terms: Vec<Fact>,
    /// Titles of the terms that are not.
    pub unstated: String,
    /// The date of the statement.
    pub as_of: String,
    /// Who says so.
    pub sources: Vec<Source>,
}

/// `GET /services?kind=haat-market`
pub async fn page(State(app): State<Arc<App>>, ask: Ask) -> Result<Response, PageError> {
    let all = format!("{}/services", ask.language.root());
    respond(&app, &ask, |language| services(&app, &ask, language)).map_err(|error| error.retry(all))
}

fn services(app: &App, ask: &Ask, language: &Language) -> Result<String, Error> {
    let snapshot = &ask.snapshot;
    let all = &snapshot.reference.services;
    let centres: BTreeSet<&str> = all.iter().map(|service| service.centre.as_str()).collect();
    let centres = language.count("services-centres", centres.len());
    let api = |form: &str| format!("{}/api/services?f={form}", app.portal.config.root());
    let kinds = kinds(snapshot, language)?;
    let asked = ask.get("kind").filter(|kind| !kind.is_empty());
    if let Some(kind) = asked.filter(|kind| !kinds.iter().any(|(_, code, _)| code == kind)) {
        let known = kinds.iter().map(|(_, code, _)| *code);
        return Err(ParameterError::new("kind", kind, "is no kind of centre with services")
            .one_of(known)
            .into());
    }
    let chosen = kinds.iter().filter(|(_, code, _)| asked.is_none_or(|kind| kind == *code));
    let groups: Vec<Group> = chosen.map(|kind| group(snapshot, language, kind, asked.is_some())).collect();
    let page = ServicesPage {
        t: language,
        answer: marked(&language.count_with("services-answer", all.len(), [("centres", &centres)])),
        kinds: kinds.iter().map(|kind| kind_link(language, kind, asked)).collect(),
        brief: groups.iter().any(|group| !group.full),
        groups,
        data: [("CSV", api("csv")), ("JSON", api("json"))],
    };
    let body = page.render().map_err(|error| Error::Internal(error.to_string()))?;
    let title = language.text("services-title");
    let description = language.text("services-description");
    let frame = Frame::new(app, ask, language, &title).section("services").with_query();
    Ok(frame.description(&description).render(&body))
}

/// The code of what holds for all centres of a kind.
const OF_KIND: &str = "kind";

/// The services of each centre of a kind: title and code of the kind, and its centres.
type OfKind<'a> = (String, &'a str, Vec<(&'a str, Vec<&'a Service>)>);

/// First what holds for all centres of a kind, then the kinds in the order of their titles.
fn kinds<'a>(snapshot: &'a Snapshot, language: &Language) -> Result<Vec<OfKind<'a>>, Error> {
    let layer = snapshot.layer(CENTRES)?;
    let described = layer.layer();
    let mut kinds: BTreeMap<(bool, String), OfKind<'a>> = BTreeMap::new();
    for service in &snapshot.reference.services {
        let centre = layer.get(&service.centre);
        let code = centre.map_or(OF_KIND, |centre| view::field_of(described, centre, "kind"));
        let title = match centre {
            Some(_) => code_title(language, described, "kind", code).to_owned(),
            None => language.text("services-kind-of-kind"),
        };
        let key = (centre.is_some(), title.clone());
        let (.., centres) = kinds.entry(key).or_insert_with(|| (title, code, Vec::new()));
        match centres.iter_mut().find(|(held, _)| *held == service.centre) {
            Some((_, services)) => services.push(service),
            None => centres.push((&service.centre, vec![service])),
        }
    }
    Ok(kinds.into_values().collect())
}

fn kind_link(language: &Language, (title, code, centres): &OfKind<'_>, asked: Option<&str>) -> Kind {
    let on = asked == Some(*code);
    let root = language.root();
    Kind {
        title: title.clone(),
        count: centres.iter().map(|(_, services)| services.len()).sum(),
        url: if on { format!("{root}/services") } else { format!("{root}/services?kind={code}") },
        on,
    }
}

/// The services of a kind of centre; what holds for all of a kind has no page of its own, so its terms always stand
/// here.
fn group(snapshot: &Snapshot, language: &Language, (title, code, centres): &OfKind<'_>, full: bool) -> Group {
    let centre = |(id, services): &(&str, Vec<&Service>)| {
        let at = at(language, snapshot, id);
        let names = services.iter().map(|service| {
            of_row(
                language,
                snapshot,
                ("centre_services", &service.id),
                "service",
                &capital(&service.service),
            )
        });
        Centre {
            name: at.text,
            url: at.url,
            services: asked(language, snapshot, services),
            brief: Said::join(&names.collect::<Vec<_>>(), " · "),
        }
    };
    Group {
        title: title.clone(),
        full: full || *code == OF_KIND,
        centres: centres.iter().map(centre).collect(),
    }
}

/// A centre by its id, or all centres of a kind.
fn at(language: &Language, snapshot: &Snapshot, id: &str) -> Part {
    let centres = snapshot.layer(CENTRES).ok();
    match centres.and_then(|layer| Some((layer.layer(), layer.get(id)?))) {
        Some((layer, centre)) => {
            Part::link(said::name(language, layer, centre), view::url(language.root(), layer, centre))
        }
        None => Part::words(language.text(&format!("services-{}", slug(id)))),
    }
}

/// Services by who can ask; those under one programme stand together where the first of them stands.
pub fn asked(language: &Language, snapshot: &Snapshot, services: &[&Service]) -> Asked {
    let of = |organisations: bool| {
        let mut groups: Vec<(Option<&str>, Vec<ServiceView>)> = Vec::new();
        for service in services.iter().filter(|one| (one.asked_by == ORGANISATIONS) == organisations) {
            let scheme = service.scheme.as_deref();
            let view = ServiceView::of(language, snapshot, service);
            match groups.iter_mut().find(|(held, _)| scheme.is_some() && *held == scheme) {
                // Their programme is named once.
                Some((_, held)) => held.push(view.without_programme(language)),
                None => groups.push((scheme, vec![view])),
            }
        }
        groups.into_iter().map(|(_, views)| views).collect()
    };
    Asked { people: of(false), organisations: of(true) }
}

/// The terms of a service in the reader's language, by the key of their title.
fn said_terms(language: &Language, snapshot: &Snapshot, service: &Service) -> [(&'static str, Said); 5] {
    terms(service).map(|(key, column, stated)| {
        let days = stated.parse::<usize>().ok().filter(|_| column == "days_promised");
        let said = || of_row(language, snapshot, ("centre_services", &service.id), column, stated);
        (key, days.map_or_else(said, |days| language.count("record-centre-days-count", days).into()))
    })
}

/// The programme that a service belongs to.
fn programme(language: &Language, snapshot: &Snapshot, service: &Service) -> Option<Fact> {
    let scheme = snapshot.scheme(service.scheme.as_ref()?)?;
    let name = of_row(language, snapshot, ("schemes", &scheme.id), "name", &scheme.name);
    let link = Part::link(name, format!("{}/scheme/{}", language.root(), scheme.id));
    Some(Fact { title: language.text("help-programme"), parts: vec![link], ..Fact::default() })
}

impl ServiceView {
    /// A service where its centre is known.
    fn of(language: &Language, snapshot: &Snapshot, service: &Service) -> Self {
        let row = ("centre_services", service.id.as_str());
        let (stated, unstated): (Vec<_>, Vec<_>) =
            said_terms(language, snapshot, service).into_iter().partition(|(_, value)| !value.is_empty());
        let unstated: Vec<String> =
            unstated.iter().map(|(key, _)| language.text(key).to_lowercase()).collect();
        let stated = stated.into_iter().map(|(key, value)| Fact {
            title: language.text(key),
            parts: vec![Part::words(value)],
            ..Fact::default()
        });
        let name = capital(&service.service);
        Self {
            id: service.id.clone(),
            name: of_row(language, snapshot, row, "service", &name),
            original: original_row(language, snapshot, row, "service", &name),
            at: None,
            terms: stated.chain(programme(language, snapshot, service)).collect(),
            unstated: unstated.join(language.comma()),
            as_of: service.as_of.clone(),
            sources: sources(&service.source),
        }
    }

    /// A service with its centre, on the page of its programme.
    pub fn at(language: &Language, snapshot: &Snapshot, service: &Service) -> Self {
        let view = Self::of(language, snapshot, service).without_programme(language);
        Self { at: Some(at(language, snapshot, &service.centre)), ..view }
    }

    fn without_programme(mut self, language: &Language) -> Self {
        let programme = language.text("help-programme");
        self.terms.retain(|term| term.title != programme);
        self
    }
}
