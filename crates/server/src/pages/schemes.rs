//! Programmes: the tree as it is or was on a day, and one programme with all the names it had.

use super::PageError;
use super::frame::{Frame, respond};
use super::record::Part;
use super::region::{CrumbLink, marked};
use super::said::{Said, english};
use super::view::{Source, sources};
use crate::api::{Ask, day};
use crate::app::App;
use crate::i18n::Language;
use crate::portal::schemes::{Node, Years, years};
use crate::portal::{Error, Missing, Snapshot};
use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use karigar_model::fold::{fold, same_sound};
use karigar_model::reference::Scheme;
use karigar_model::years::{first_day, last_day};
use std::collections::BTreeSet;
use std::sync::Arc;
use time::{Date, Month};

#[derive(Template)]
#[template(path = "schemes.html")]
struct SchemesPage<'a> {
    t: &'a Language,
    answer: String,
    action: String,
    on: String,
    years: Vec<(String, String, bool)>,
    groups: Vec<Group>,
    data: [(&'static str, String); 2],
}

/// Programmes under one heading.
struct Group {
    title: String,
    nodes: Vec<NodeView>,
}

/// A programme with its parts.
#[derive(Template)]
#[template(path = "parts/scheme.html")]
struct NodeView {
    name: Said,
    url: String,
    short: String,
    years: String,
    now: String,
    gives: Said,
    parts: Vec<NodeView>,
}

#[derive(Template)]
#[template(path = "scheme.html")]
struct SchemePage<'a> {
    t: &'a Language,
    crumbs: Vec<CrumbLink>,
    here: &'a str,
    name: Said,
    short: &'a str,
    gives: Said,
    agency: Said,
    country: CrumbLink,
    years: String,
    umbrella: Option<Part>,
    parts: Vec<Part>,
    names: Vec<NameRow>,
    sources: Vec<Source>,
    api: String,
}

/// A name of a programme.
struct NameRow {
    name: Said,
    years: String,
    /// The tree on a day of these years; empty for an alias.
    tree: String,
    under: String,
    note: Said,
    sources: Vec<Source>,
}

/// `GET /schemes?on=2016-10-31`
pub async fn all(State(app): State<Arc<App>>, ask: Ask) -> Result<Response, PageError> {
    respond(&app, &ask, |language| schemes(&app, &ask, language))
}

fn schemes(app: &App, ask: &Ask, language: &Language) -> Result<String, Error> {
    let snapshot = &ask.snapshot;
    let on = day(ask.get("on"))?;
    let nodes = snapshot.schemes_on(on);
    let said = on.map(|on| language.date(&on.to_string()));
    let answer = match &said {
        None => language.count("schemes-answer", nodes.len()),
        Some(day) if nodes.is_empty() => language.with("schemes-none-on", [("day", day)]),
        Some(day) => language.count_with("schemes-answer-on", nodes.len(), [("day", day)]),
    };
    let action = format!("{}/schemes", language.root());
    let asked = on.map(|on| format!("&on={on}")).unwrap_or_default();
    let api = |form: &str| format!("{}/api/schemes?f={form}{asked}", app.portal.config.root());
    let page = SchemesPage {
        t: language,
        answer: marked(&answer),
        years: year_links(snapshot, &action, on),
        action,
        on: on.map(|on| on.to_string()).unwrap_or_default(),
        groups: groups(language, &nodes, on),
        data: [("CSV", api("csv")), ("JSON", api("json"))],
    };
    let body = page.render().map_err(|error| Error::Internal(error.to_string()))?;
    let title = language.text("schemes-title");
    let description = language.text("schemes-description");
    let frame = Frame::new(app, ask, language, &title).section("schemes").with_query();
    Ok(frame.description(&description).render(&body))
}

/// A link to the end of each year in which something began or had ended, and to the tree as last known.
fn year_links(snapshot: &Snapshot, action: &str, on: Option<Date>) -> Vec<(String, String, bool)> {
    let own = snapshot
        .reference
        .schemes
        .iter()
        .map(|scheme| Years { from: &scheme.start_year, to: &scheme.end_year });
    let named = snapshot.reference.scheme_names.iter().map(years);
    let mut changes: BTreeSet<i32> = BTreeSet::new();
    for years in own.chain(named) {
        changes.extend(first_day(years.from, "IN").map(Date::year));
        changes.extend(last_day(years.to, "IN").map(Date::year));
    }
    let today = time::OffsetDateTime::now_utc().year();
    let links = changes.into_iter().filter(|year| *year <= today).filter_map(|year| {
        let end = Date::from_calendar_date(year, Month::December, 31).ok()?;
        Some((year.to_string(), format!("{action}?on={end}"), on == Some(end)))
    });
    links.collect()
}

/// What stands under an umbrella, what stands by itself, and what has no years.
fn groups(language: &Language, nodes: &[Node<'_>], on: Option<Date>) -> Vec<Group> {
    let tops: Vec<&Node<'_>> = nodes.iter().filter(|node| node.parent.is_none()).collect();
    let has_parts = |node: &Node<'_>| nodes.iter().any(|part| part.parent == Some(&node.scheme.id));
    let undated = if on.is_some() { "schemes-undated" } else { "schemes-undated-all" };
    let group = |key: &str, belongs: &dyn Fn(&Node<'_>) -> bool| Group {
        title: language.text(key),
        nodes: tops
            .iter()
            .filter(|node| belongs(node))
            .map(|node| node_view(language, nodes, node))
            .collect(),
    };
    let mut groups = vec![
        group("schemes-tree", &|node| has_parts(node)),
        group("schemes-dated", &|node| !has_parts(node) && !node.years.is_unknown()),
        group(undated, &|node| !has_parts(node) && node.years.is_unknown()),
    ];
    groups.retain(|group| !group.nodes.is_empty());
    groups
}

fn node_view(language: &Language, nodes: &[Node<'_>], node: &Node<'_>) -> NodeView {
    let scheme = node.scheme;
    let parts = nodes.iter().filter(|part| part.parent == Some(&scheme.id));
    let now = if is_same_name(node.name, &scheme.name) {
        String::new()
    } else {
        language.with("schemes-now", [("name", &scheme.name)])
    };
    NodeView {
        name: english(language, node.name),
        url: url(language, scheme),
        short: scheme.short_name.clone(),
        years: said_years(language, node.years),
        now,
        gives: english(language, &scheme.gives),
        parts: parts.map(|part| node_view(language, nodes, part)).collect(),
    }
}

/// Whether two names differ in spelling only.
fn is_same_name(one: &str, other: &str) -> bool {
    let plain = |name: &str| fold(&name.replace('&', "and"));
    same_sound(one, other) || plain(one).starts_with(&plain(other)) || plain(other).starts_with(&plain(one))
}

fn url(language: &Language, scheme: &Scheme) -> String {
    format!("{}/scheme/{}", language.root(), scheme.id)
}

fn said_years(language: &Language, years: Years<'_>) -> String {
    let key = match (years.from.is_empty(), years.to.is_empty()) {
        (false, false) => "schemes-years-both",
        (false, true) => "schemes-years-from",
        (true, false) => "schemes-years-to",
        (true, true) => "schemes-years-none",
    };
    language.with(key, [("from", years.from), ("to", years.to)])
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
    let link = |scheme: &Scheme| Part::link(english(language, &scheme.name), url(language, scheme));
    let nodes = snapshot.schemes_on(None);
    let own = nodes.iter().find(|node| node.scheme.id == id);
    let umbrella = own.and_then(|node| node.parent).and_then(|parent| snapshot.scheme(parent));
    let root = language.root();
    let country = snapshot.tree.get(&scheme.country);
    let page = SchemePage {
        t: language,
        crumbs: vec![CrumbLink { name: language.text("schemes-title"), url: format!("{root}/schemes") }],
        here: &scheme.name,
        name: english(language, &scheme.name),
        short: &scheme.short_name,
        gives: english(language, &scheme.gives),
        agency: english(language, &scheme.agency),
        country: CrumbLink {
            name: country.map_or_else(String::new, |country| country.name_in(language.tag).to_owned()),
            url: format!("{root}/r/{}", scheme.country.path()),
        },
        years: said_years(language, own.map(|node| node.years).unwrap_or_default()),
        umbrella: umbrella.map(link),
        parts: nodes.iter().filter(|node| node.parent == Some(id)).map(|node| link(node.scheme)).collect(),
        names: names(snapshot, language, scheme),
        sources: sources(&scheme.source),
        api: format!("{}/api/schemes/{id}?f=html", app.portal.config.root()),
    };
    let body = page.render().map_err(|error| Error::Internal(error.to_string()))?;
    let frame = Frame::new(app, ask, language, &scheme.name).section("schemes");
    Ok(frame.description(&scheme.gives).render(&body))
}

fn names(snapshot: &Snapshot, language: &Language, scheme: &Scheme) -> Vec<NameRow> {
    let rows = snapshot.names_of_scheme(&scheme.id).into_iter().map(|name| {
        let official = name.kind == "official";
        let last = last_day(&name.valid_to, scheme.country.as_str()).filter(|_| official);
        let parent = name.parent.as_ref().and_then(|parent| {
            // The umbrella has a name of that time, too.
            let parent = snapshot.scheme(parent)?;
            Some(snapshot.scheme_on(parent, last).map_or(&*parent.name, |node| node.name))
        });
        NameRow {
            name: english(language, &name.name),
            years: if official { said_years(language, years(name)) } else { language.text("scheme-alias") },
            tree: last.map_or_else(String::new, |day| format!("{}/schemes?on={day}", language.root())),
            under: match parent {
                _ if !official => String::new(),
                Some(parent) => language.with("scheme-under", [("parent", parent)]),
                None => language.text("scheme-alone"),
            },
            note: if name.note.is_empty() { Said::default() } else { english(language, &name.note) },
            sources: sources(&name.source),
        }
    });
    rows.collect()
}
