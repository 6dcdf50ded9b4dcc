//! Programmes: the tree as it is or was on a day, and one programme with all the names it had.

use super::PageError;
use super::frame::{Frame, respond};
use super::record::{Original, Part, original_row};
use super::region::{CrumbLink, marked};
use super::said::{Said, of_row};
use super::view::{Source, sources};
use crate::api::{Ask, day};
use crate::app::App;
use crate::i18n::Language;
use crate::portal::events::today;
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
    short: Said,
    years: String,
    /// That the stated years are over, in the tree as it is last known.
    over: String,
    now: Said,
    gives: Said,
    parts: Vec<NodeView>,
}

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
    agency: Said,
    country: CrumbLink,
    years: String,
    over: String,
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
    under: Said,
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
        groups: groups(&Shown { language, snapshot, on }, &nodes),
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
    let today = today().year();
    let links = changes.into_iter().filter(|year| *year <= today).filter_map(|year| {
        let end = Date::from_calendar_date(year, Month::December, 31).ok()?;
        Some((year.to_string(), format!("{action}?on={end}"), on == Some(end)))
    });
    links.collect()
}

/// What stands under an umbrella, what stands by itself, and what has no years.
fn groups(shown: &Shown<'_>, nodes: &[Node<'_>]) -> Vec<Group> {
    let tops: Vec<&Node<'_>> = nodes.iter().filter(|node| node.parent.is_none()).collect();
    let has_parts = |node: &Node<'_>| nodes.iter().any(|part| part.parent == Some(&node.scheme.id));
    let undated = if shown.on.is_some() { "schemes-undated" } else { "schemes-undated-all" };
    let group = |key: &str, belongs: &dyn Fn(&Node<'_>) -> bool| Group {
        title: shown.language.text(key),
        nodes: tops.iter().filter(|node| belongs(node)).map(|node| node_view(shown, nodes, node)).collect(),
    };
    let mut groups = vec![
        group("schemes-tree", &|node| has_parts(node)),
        group("schemes-dated", &|node| !has_parts(node) && !node.years.is_unknown()),
        group(undated, &|node| !has_parts(node) && node.years.is_unknown()),
    ];
    groups.retain(|group| !group.nodes.is_empty());
    groups
}

/// Programmes in the reader's language.
struct Shown<'a> {
    language: &'a Language,
    snapshot: &'a Snapshot,
    /// The day of the tree; nothing for what is last known.
    on: Option<Date>,
}

impl Shown<'_> {
    fn text(&self, scheme: &Scheme, column: &str, text: &str) -> Said {
        of_row(self.language, self.snapshot, ("schemes", &scheme.id), column, text)
    }

    fn original(&self, scheme: &Scheme, column: &str, text: &str) -> Option<Original> {
        original_row(self.language, self.snapshot, ("schemes", &scheme.id), column, text)
    }

    fn name(&self, scheme: &Scheme) -> Said {
        self.text(scheme, "name", &scheme.name)
    }

    /// A name of some years.
    fn old_name(&self, name: &str) -> Said {
        of_row(self.language, self.snapshot, ("scheme_names", name), "name", name)
    }

    /// That the years are over today; empty while they run, and where no end is stated.
    fn over(&self, scheme: &Scheme, years: Years<'_>) -> String {
        let end = last_day(years.to, scheme.country.as_str()).filter(|_| self.on.is_none());
        let is_over = end.is_some_and(|end| end < today());
        if is_over { self.language.text("schemes-over") } else { String::new() }
    }

    /// Its name on the day of a tree.
    fn name_then(&self, node: &Node<'_>) -> Said {
        if node.version.is_some() { self.old_name(node.name) } else { self.name(node.scheme) }
    }
}

fn node_view(shown: &Shown<'_>, nodes: &[Node<'_>], node: &Node<'_>) -> NodeView {
    let language = shown.language;
    let scheme = node.scheme;
    let parts = nodes.iter().filter(|part| part.parent == Some(&scheme.id));
    let now = if is_same_name(node.name, &scheme.name) {
        Said::default()
    } else {
        shown.name(scheme).within(language, "schemes-now", "name")
    };
    NodeView {
        name: shown.name_then(node),
        url: url(language, scheme),
        short: shown.text(scheme, "short_name", &scheme.short_name),
        years: said_years(language, node.years),
        over: shown.over(scheme, node.years),
        now,
        gives: shown.text(scheme, "gives", &scheme.gives),
        parts: parts.map(|part| node_view(shown, nodes, part)).collect(),
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
    let shown = Shown { language, snapshot, on: None };
    let link = |scheme: &Scheme| Part::link(shown.name(scheme), url(language, scheme));
    let nodes = snapshot.schemes_on(None);
    let own = nodes.iter().find(|node| node.scheme.id == id);
    let umbrella = own.and_then(|node| node.parent).and_then(|parent| snapshot.scheme(parent));
    let root = language.root();
    let country = snapshot.tree.get(&scheme.country);
    let page = SchemePage {
        t: language,
        crumbs: vec![CrumbLink { name: language.text("schemes-title"), url: format!("{root}/schemes") }],
        name: shown.name(scheme),
        original: shown.original(scheme, "name", &scheme.name),
        short: shown.text(scheme, "short_name", &scheme.short_name),
        gives: shown.text(scheme, "gives", &scheme.gives),
        gives_original: shown.original(scheme, "gives", &scheme.gives),
        agency: shown.text(scheme, "agency", &scheme.agency),
        country: CrumbLink {
            name: country.map_or_else(String::new, |country| country.name_in(language.tag).to_owned()),
            url: format!("{root}/r/{}", scheme.country.path()),
        },
        years: said_years(language, own.map(|node| node.years).unwrap_or_default()),
        over: own.map_or_else(String::new, |node| shown.over(scheme, node.years)),
        umbrella: umbrella.map(link),
        parts: nodes.iter().filter(|node| node.parent == Some(id)).map(|node| link(node.scheme)).collect(),
        names: names(&shown, scheme),
        sources: sources(&scheme.source),
        api: format!("{root}/api/schemes/{id}?f=html"),
    };
    let body = page.render().map_err(|error| Error::Internal(error.to_string()))?;
    let frame = Frame::new(app, ask, language, &page.name).section("schemes");
    Ok(frame.description(&page.gives).render(&body))
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
