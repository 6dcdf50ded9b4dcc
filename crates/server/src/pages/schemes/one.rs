//! One programme: what it gives, to whom and where, with all the names it had.

use super::{Shown, said_years, url};
use crate::api::Ask;
use crate::app::App;
use crate::i18n::Language;
use crate::pages::PageError;
use crate::pages::frame::{Frame, respond};
use crate::pages::record::{Original, Part, body_url};
use crate::pages::region::CrumbLink;
use crate::pages::said::{Said, of_row};
use crate::pages::services::ServiceView;
use crate::pages::view::{Source, sources};
use crate::portal::schemes::years;
use crate::portal::{Error, Missing};
use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use karigar_model::reference::{NEEDS, Scheme};
use karigar_model::years::last_day;
use std::sync::Arc;

#[derive(Template)]
#[template(path = "scheme.html")]
struct SchemePage<'a> {
    t: &'a Language,
    crumbs: Vec<CrumbLink>,
    name: Said,
    original: Option<Original>,
    short: Said,
    gives: Said,
    gives_original: Option<Original>,
    agency: Part,
    place: CrumbLink,
    years: String,
    over: String,
    umbrella: Option<Part>,
    parts: Vec<Part>,
    names: Vec<NameRow>,
    sources: Vec<Source>,
    /// What it helps with, with the words that say so.
    helps: Vec<Part>,
    /// Services of centres whose words name it.
    services: Vec<Vec<ServiceView>>,
    /// The help that Near me finds.
    near: Vec<Part>,
    api: String,
}

/// A name of a programme.
struct NameRow {
    name: Said,
    years: String,
    /// The tree on a day of these years; empty for an alias.
    tree: String,
    under: Said,
    note: Said,
    sources: Vec<Source>,
}

/// `GET /scheme/{id}`
pub async fn one(
    State(app): State<Arc<App>>,
    Path(id): Path<String>,
    ask: Ask,
) -> Result<Response, PageError> {
    let all = format!("{}/schemes", ask.language.root());
    respond(&app, &ask, |language| scheme(&app, &ask, language, &id)).map_err(|error| error.retry(all))
}

fn scheme(app: &App, ask: &Ask, language: &Language, id: &str) -> Result<String, Error> {
    let snapshot = &ask.snapshot;
    let ids = snapshot.reference.schemes.iter().map(|scheme| scheme.id.as_str());
    let scheme = snapshot.scheme(id).ok_or_else(|| Missing::new("scheme", id).among(ids))?;
    let shown = Shown { language, snapshot, on: None, within: None };
    let link = |scheme: &Scheme| Part::link(shown.name(scheme), url(language, scheme));
    let nodes = snapshot.schemes_on(None);
    let own = nodes.iter().find(|node| node.scheme.id == id);
    let umbrella = own.and_then(|node| node.parent).and_then(|parent| snapshot.scheme(parent));
    let root = language.root();
    let region = scheme.state.as_ref().unwrap_or(&scheme.country);
    let page = SchemePage {
        t: language,
        crumbs: vec![CrumbLink { name: language.text("schemes-title"), url: format!("{root}/schemes") }],
        name: shown.name(scheme),
        original: shown.original(scheme, "name", &scheme.name),
        short: shown.text(scheme, "short_name", &scheme.short_name),
        gives: shown.text(scheme, "gives", &scheme.gives),
        gives_original: shown.original(scheme, "gives", &scheme.gives),
        agency: Part {
            url: body_url(language, snapshot, &scheme.agency),
            ..Part::words(shown.text(scheme, "agency", &scheme.agency))
        },
        place: CrumbLink { name: shown.place(scheme), url: format!("{root}/r/{}", region.path()) },
        years: said_years(language, own.map(|node| node.years).unwrap_or_default()),
        over: own.map_or_else(String::new, |node| shown.over(scheme, node.years)),
        umbrella: umbrella.map(link),
        parts: nodes.iter().filter(|node| node.parent == Some(id)).map(|node| link(node.scheme)).collect(),
        names: names(&shown, scheme),
        sources: sources(&scheme.source),
        helps: needs_of(scheme).map(|need| help_link(&shown, need)).collect(),
        services: snapshot
            .services_under(id)
            .into_iter()
            .map(|one| vec![ServiceView::at(language, snapshot, one)])
            .collect(),
        near: near(language, scheme),
        api: format!("{root}/api/schemes/{id}?f=html"),
    };
    let body = page.render().map_err(|error| Error::Internal(error.to_string()))?;
    let frame = Frame::new(app, ask, language, &page.name).section("schemes");
    Ok(frame.description(&page.gives).render(&body))
}

/// What a programme helps with, in the order of the list.
fn needs_of(scheme: &Scheme) -> impl Iterator<Item = &'static str> {
    NEEDS.iter().copied().filter(|need| scheme.helps.contains_key(*need))
}

fn help_link(shown: &Shown<'_>, need: &str) -> Part {
    let text = shown.language.text(&format!("help-need-{need}"));
    Part::link(text, format!("{}/schemes?need={need}", shown.language.root()))
}

/// Which help of Near me is asked for by whom needs what.
const NEAR: &[(&str, &str)] = &[("training", "training"), ("markets", "market")];

/// The centres of a programme's help around the reader; all of them where no kind of centre gives it.
fn near(language: &Language, scheme: &Scheme) -> Vec<Part> {
    let link = |help: &str| {
        Part::link(language.text(&format!("help-{help}")), format!("{}/near?help={help}", language.root()))
    };
    let helps: Vec<Part> = NEAR
        .iter()
        .filter(|(need, _)| scheme.helps.contains_key(*need))
        .map(|(_, help)| link(help))
        .collect();
    if helps.is_empty() { vec![link("all")] } else { helps }
}

fn names(shown: &Shown<'_>, scheme: &Scheme) -> Vec<NameRow> {
    let Shown { snapshot, language, .. } = *shown;
    let rows = snapshot.names_of_scheme(&scheme.id).into_iter().map(|name| {
        let official = name.kind == "official";
        let last = last_day(&name.valid_to, scheme.country.as_str()).filter(|_| official);
        let parent = name.parent.as_ref().and_then(|parent| {
            // The umbrella has a name of that time, too.
            let parent = snapshot.scheme(parent)?;
            let then = snapshot.scheme_on(parent, last);
            Some(then.map_or_else(|| shown.name(parent), |node| shown.name_then(&node)))
        });
        NameRow {
            name: shown.old_name(&name.name),
            years: if official { said_years(language, years(name)) } else { language.text("scheme-alias") },
            tree: last.map_or_else(String::new, |day| format!("{}/schemes?on={day}", language.root())),
            under: match parent {
                _ if !official => Said::default(),
                Some(parent) => parent.within(language, "scheme-under", "parent"),
                None => language.text("scheme-alone").into(),
            },
            note: of_row(language, snapshot, ("scheme_names", &name.name), "note", &name.note),
            sources: sources(&name.source),
        }
    });
    rows.collect()
}
