//! Figures on pages: a strip on the page of a region, all of them on a page of their own, and those that speak of a
//! craft. Whatever competes stands side by side.

mod below;
mod chosen;
mod parts;
mod series;
mod strip;

pub use chosen::{Chosen, FEW, chosen, programmes};
pub use strip::{OfCraft, Strip, craft_facts, strip};

use super::PageError;
use super::amount::{Stated, slug, stated};
use super::frame::{Frame, respond};
use super::in_path::InPath;
use super::region::{CrumbLink, crumbs, marked};
use crate::api::Ask;
use crate::app::App;
use crate::i18n::Language;
use crate::portal::statistics::Figure;
use crate::portal::{Error, Snapshot};
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use below::BelowView;
use karigar_model::RegionCode;
use karigar_model::reference::TOPIC_GROUPS;
use parts::{PartsView, parts_view};
use series::SeriesView;
use std::collections::BTreeSet;
use std::sync::Arc;
use strip::{Card, topic_cards};

/// Rows of a table that stand open; the others are folded away.
const OPEN: usize = 8;
/// A topic with so many figures stands on a card; with more it has a table.
const FEW_FIGURES: usize = 2;

#[derive(Template)]
#[template(path = "facts.html")]
struct FactsPage<'a> {
    t: &'a Language,
    crumbs: Vec<CrumbLink>,
    title: String,
    answer: String,
    groups: Vec<GroupView>,
    below_title: String,
    below: Vec<BelowView>,
    chosen: Option<Chosen>,
    data: [(&'static str, String); 2],
}

/// Topics under one heading.
struct GroupView {
    id: String,
    title: String,
    /// Topics with one or two figures.
    cards: Vec<Card>,
    /// Whether the first topic has more, so that its table leads.
    table_leads: bool,
    /// Topics with more.
    series: Vec<SeriesView>,
    parts: Vec<PartsView>,
}

/// What the figures are shown of, and to whom.
#[derive(Clone, Copy)]
pub struct View<'a> {
    /// The reader's language.
    pub language: &'a Language,
    /// What is published.
    pub snapshot: &'a Snapshot,
    /// The region of the page; nothing on a page that has none.
    pub here: Option<&'a RegionCode>,
}

impl View<'_> {
    fn stated(&self, figure: &Figure<'_>) -> Stated {
        stated(self.language, self.snapshot, figure, self.here)
    }

    fn title(&self, figure: &Figure<'_>) -> String {
        figure.topic.title(self.language.tag).to_owned()
    }
}

/// `GET /r/{country}[/{state}[/{district}]]/facts`
pub async fn page(
    State(app): State<Arc<App>>,
    InPath(code): InPath,
    ask: Ask,
) -> Result<Response, PageError> {
    respond(&app, &ask, |language| facts(&app, &ask, language, &code))
}

fn facts(app: &App, ask: &Ask, language: &Language, code: &str) -> Result<String, Error> {
    let snapshot = &ask.snapshot;
    let region = snapshot.region(code)?;
    let code = &region.code;
    let name = region.name_in(language.tag);
    let view = View { language, snapshot, here: Some(code) };
    let (figures, of_parts) = (snapshot.figures_of(code), snapshot.figures_below(code));
    let mut crumbs = crumbs(snapshot, language, language.root(), code);
    crumbs.push(CrumbLink { name: name.to_owned(), url: format!("{}/r/{}", language.root(), code.path()) });
    let title = language.with("facts-title", [("place", name)]);
    let api = format!("{}/api/statistics?region={code}", app.portal.config.root());
    let page = FactsPage {
        t: language,
        crumbs,
        title: title.clone(),
        answer: answer(language, name, &figures),
        groups: groups(&view, &figures),
        below_title: language.text(&format!("facts-below-{}", code.level().min(1))),
        below: below::below(&view, name, &of_parts, &figures),
        chosen: chosen(&view, code, usize::MAX)?,
        data: [("CSV", format!("{api}&f=csv")), ("JSON", format!("{api}&f=json"))],
    };
    let body = page.render().map_err(|error| Error::Internal(error.to_string()))?;
    let description = language.with("facts-description", [("place", name)]);
    Ok(Frame::new(app, ask, language, &title).section("regions").description(&description).render(&body))
}

/// How many figures there are, and of how many sources.
fn answer(language: &Language, place: &str, figures: &[Figure<'_>]) -> String {
    if figures.is_empty() {
        return marked(&language.with("facts-none", [("place", place)]));
    }
    let sources: BTreeSet<&str> = figures.iter().map(|figure| figure.row.source.as_str()).collect();
    let sources = language.count("facts-sources", sources.len());
    marked(&language.count_with("facts-answer", figures.len(), [("place", place), ("sources", &sources)]))
}

fn groups(view: &View<'_>, figures: &[Figure<'_>]) -> Vec<GroupView> {
    let groups = TOPIC_GROUPS.iter().map(|group| {
        let of: Vec<Figure<'_>> =
            figures.iter().filter(|figure| figure.topic.group == *group).copied().collect();
        GroupView {
            id: (*group).to_owned(),
            title: view.language.text(&format!("facts-group-{group}")),
            cards: topic_cards(view, &of),
            table_leads: topics(&of).next().is_some_and(|figures| figures.len() > FEW_FIGURES),
            series: series::series(view, &of),
            parts: view.snapshot.breakdowns(&of).iter().map(|parts| parts_view(view, parts)).collect(),
        }
    });
    groups
        .filter(|group| !(group.cards.is_empty() && group.series.is_empty() && group.parts.is_empty()))
        .collect()
}

/// The figures of each topic that is no part of a whole.
fn topics<'b, 'a>(figures: &'b [Figure<'a>]) -> impl Iterator<Item = Vec<&'b Figure<'a>>> {
    let mut topics: Vec<Vec<&Figure<'_>>> = Vec::new();
    for figure in figures.iter().filter(|figure| figure.topic.whole().is_none()) {
        match topics.last_mut() {
            Some(held) if held[0].row.topic == figure.row.topic => held.push(figure),
            _ => topics.push(vec![figure]),
        }
    }
    topics.into_iter()
}

/// An id for a topic on a page.
fn anchor(topic: &str, more: &str) -> String {
    slug(&format!("{topic} {more}"))
}
