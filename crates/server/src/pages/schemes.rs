//! Programmes: what helps with what and where, first what runs; the tree as it was on a day.

mod narrowing;
mod one;

pub use one::one;

use super::PageError;
use super::address::Address;
use super::filters::Where;
use super::frame::{Frame, respond};
use super::record::{Original, original_row};
use super::region::marked;
use super::said::{Said, of_row};
use crate::api::{Ask, day};
use crate::app::App;
use crate::i18n::Language;
use crate::portal::events::today;
use crate::portal::schemes::{Node, Wanted, Years, narrow, years};
use crate::portal::{Error, Snapshot};
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use karigar_model::RegionCode;
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
    order: String,
    needs: Vec<narrowing::Need>,
    place: Where,
    groups: Vec<Group>,
    /// Of programmes whose years are over.
    over: Option<Group>,
    /// The form that asks for a day, with what else is asked for.
    action: String,
    asked: Vec<(String, String)>,
    on: String,
    /// What asks for no day.
    today: String,
    years: Vec<(String, String, bool)>,
    data: [(&'static str, String); 2],
}

/// Programmes under one heading.
struct Group {
    title: String,
    note: String,
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
    /// Whose programme it is: a country's or a state's.
    place: String,
    /// That the stated years are over, in the tree as it is last known.
    over: String,
    now: Said,
    gives: Said,
    parts: Vec<NodeView>,
}

/// `GET /schemes?need=credit&within=IN-KL&on=2016-10-31`
pub async fn all(State(app): State<Arc<App>>, ask: Ask) -> Result<Response, PageError> {
    let all = format!("{}/schemes", ask.language.root());
    respond(&app, &ask, |language| schemes(&app, &ask, language)).map_err(|error| error.retry(all))
}

fn schemes(app: &App, ask: &Ask, language: &Language) -> Result<String, Error> {
    let snapshot = &ask.snapshot;
    let on = day(ask.get("on"))?;
    let wanted = Wanted::read(snapshot, |name| ask.get(name))?;
    let shown = Shown { language, snapshot, on, within: wanted.within.as_ref() };
    let all = snapshot.schemes_on(on);
    let mut nodes = all.clone();
    narrow(&mut nodes, &wanted);
    let action = format!("{}/schemes", language.root());
    let address = Address::new(&action, &ask.pairs).only(|name| ["need", "on", "within"].contains(&name));
    let (groups, over) = if on.is_some() { (tree(&shown, &nodes), None) } else { now(&shown, &nodes) };
    let root = app.portal.config.root();
    let api = |form: &str| address.at(&format!("{root}/api/schemes")).with("f", form).to_string();
    let asked = address.without("on");
    let page = SchemesPage {
        t: language,
        answer: marked(&shown.answer(&wanted, nodes.len())),
        order: shown.order(&wanted),
        needs: narrowing::needs(&shown, &all, &wanted, &address),
        place: narrowing::place(&shown, &all, &wanted, &address),
        groups,
        over,
        years: year_links(snapshot, &asked, on),
        action,
        today: asked.to_string(),
        asked: asked.pairs(),
        on: on.map(|on| on.to_string()).unwrap_or_default(),
        data: [("CSV", api("csv")), ("JSON", api("json"))],
    };
    let body = page.render().map_err(|error| Error::Internal(error.to_string()))?;
    let title = language.text("schemes-title");
    let description = language.text("schemes-description");
    let frame = Frame::new(app, ask, language, &title).section("schemes").with_query();
    Ok(frame.description(&description).render(&body))
}

/// A link to the end of each year in which something began or had ended, and to the tree as last known.
fn year_links(snapshot: &Snapshot, asked: &Address, on: Option<Date>) -> Vec<(String, String, bool)> {
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
        Some((year.to_string(), asked.with("on", &end.to_string()).to_string(), on == Some(end)))
    });
    links.collect()
}

/// What stands under an umbrella, what stands by itself, and what has no years, on a day.
fn tree(shown: &Shown<'_>, nodes: &[Node<'_>]) -> Vec<Group> {
    let has_parts = |node: &Node<'_>| nodes.iter().any(|part| part.parent == Some(&node.scheme.id));
    filled([
        group(shown, nodes, "schemes-tree", |node| has_parts(node)),
        group(shown, nodes, "schemes-dated", |node| !has_parts(node) && !node.years.is_unknown()),
        group(shown, nodes, "schemes-undated", |node| !has_parts(node) && node.years.is_unknown()),
    ])
}

/// What runs as far as its years say, what says no years, what is no programme; and apart what is over.
fn now(shown: &Shown<'_>, nodes: &[Node<'_>]) -> (Vec<Group>, Option<Group>) {
    let state = |node: &Node<'_>| match () {
        () if shown.is_over(node.scheme, node.years) => "help-over",
        () if node.scheme.kind != PROGRAMME => "help-others",
        () if node.years.is_unknown() => "help-undated",
        () => "help-running",
    };
    let of = |key: &str| group(shown, nodes, key, |node| state(node) == key);
    let groups = filled(["help-running", "help-undated", "help-others"].map(of));
    (groups, Some(of("help-over")).filter(|group| !group.nodes.is_empty()))
}

/// The kind of row that is a programme, and no card, portal, line or law.
const PROGRAMME: &str = "programme";

fn filled<const N: usize>(groups: [Group; N]) -> Vec<Group> {
    groups.into_iter().filter(|group| !group.nodes.is_empty()).collect()
}

/// The programmes that belong under a heading: those of the state that is asked for first, else those of no state.
fn group(shown: &Shown<'_>, nodes: &[Node<'_>], key: &str, belongs: impl Fn(&Node<'_>) -> bool) -> Group {
    let mut tops: Vec<&Node<'_>> =
        nodes.iter().filter(|node| node.parent.is_none() && belongs(node)).collect();
    tops.sort_by_key(|node| node.scheme.state.is_none() == shown.within.is_some());
    let note = format!("{key}-note");
    Group {
        title: shown.language.count(key, tops.len()),
        note: if shown.language.has(&note) { shown.language.text(&note) } else { String::new() },
        nodes: tops.into_iter().map(|node| node_view(shown, nodes, node)).collect(),
    }
}

/// Programmes in the reader's language.
struct Shown<'a> {
    language: &'a Language,
    snapshot: &'a Snapshot,
    /// The day of the tree; nothing for what is last known.
    on: Option<Date>,
    /// Where they are to help.
    within: Option<&'a RegionCode>,
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

    /// "9 programmes help with: loans."
    fn answer(&self, wanted: &Wanted, count: usize) -> String {
        let language = self.language;
        let day = self.on.map_or_else(String::new, |on| language.date(&on.to_string()));
        let need = wanted.need.map_or_else(String::new, |need| language.text(&format!("help-need-{need}")));
        let key = match (count, wanted.need, self.on) {
            (0, _, None) => "help-answer-none",
            (0, _, Some(_)) => "schemes-none-on",
            (_, Some(_), None) => "help-answer-need",
            (_, None, None) => "help-answer",
            (_, Some(_), Some(_)) => "help-answer-need-on",
            (_, None, Some(_)) => "schemes-answer-on",
        };
        language.count_with(key, count, [("day", &day), ("need", &need)])
    }

    /// That those of the state stand first, and which others follow; empty where no state is asked for.
    fn order(&self, wanted: &Wanted) -> String {
        let name = |level| {
            let region = self.snapshot.tree.get(&wanted.within.as_ref()?.at_level(level)?)?;
            Some(region.name_in(self.language.tag))
        };
        let (Some(place), Some(country)) = (name(1), name(0)) else { return String::new() };
        self.language.with("help-answer-in", [("place", place), ("country", country)])
    }

    /// Whether its years are over today, or it states none and those of its umbrella are.
    fn is_over(&self, scheme: &Scheme, years: Years<'_>) -> bool {
        if !self.over(scheme, years).is_empty() {
            return true;
        }
        let above = self.snapshot.scheme_on(scheme, None).and_then(|node| self.snapshot.scheme(node.parent?));
        let above = above.filter(|_| years.is_unknown());
        let above = above.and_then(|above| Some((above, self.snapshot.scheme_on(above, None)?.years)));
        above.is_some_and(|(above, years)| self.is_over(above, years))
    }

    /// The name of the state or country whose programme it is.
    fn place(&self, scheme: &Scheme) -> String {
        let code = scheme.state.as_ref().unwrap_or(&scheme.country);
        self.snapshot.tree.label(code, self.language.tag).replace(", ", self.language.comma())
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
        place: shown.place(scheme),
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
