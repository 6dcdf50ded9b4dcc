//! Region by region: country, state, district; and the list of countries to start from.

mod areas;
mod children;
pub mod complete;
mod elsewhere;
mod offices;

use super::address::Address;
use super::explore::embed;
use super::facts::{Chosen, FEW, Strip, View, chosen, strip};
use super::frame::{Frame, escape, respond};
use super::in_path::InPath;
use super::record::explore;
use super::said::{Said, by_name};
use super::training::{TrainingView, training};
use super::view::{Row, Stripe, row, stripes};
use super::{PageError, figure};
use crate::api::Ask;
use crate::app::App;
use crate::i18n::Language;
use crate::portal::crafts::CLUSTERS;
use crate::portal::regions::{Tally, count_of};
use crate::portal::{Error, Snapshot};
use areas::Areas;
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use children::{ChildTable, child_table};
use elsewhere::Listed;
use karigar_index::{FeatureRef, LayerSnapshot};
use karigar_model::collation::collation_key;
use karigar_model::query::Page;
use karigar_model::{Query, Region, RegionCode};
use offices::Serving;
use std::sync::Arc;

/// Crafts listed on the page of a country or state, and of a district; the list has all.
const MOST_ROWS: [usize; 2] = [10, 25];
/// Features drawn on the map of a region.
const MOST_MARKS: usize = 5000;

/// A step of a breadcrumb.
pub struct CrumbLink {
    /// Name.
    pub name: String,
    /// Address.
    pub url: String,
}

/// The regions beside one, by name.
struct Siblings {
    title: String,
    parent: Option<CrumbLink>,
    others: Vec<CrumbLink>,
}

#[derive(Template)]
#[template(path = "region.html")]
struct RegionPage<'a> {
    t: &'a Language,
    crumbs: Vec<CrumbLink>,
    name: &'a str,
    other_names: Vec<(&'a str, &'a str)>,
    answer: String,
    stripes: &'a [Stripe],
    areas: Areas,
    ways: [CrumbLink; 2],
    figure: String,
    caption: Said,
    list_url: String,
    primary: CrumbLink,
    downloads: [(&'static str, String); 2],
    print_url: String,
    embed_code: String,
    children_title: String,
    table: Option<ChildTable>,
    siblings: Siblings,
    also: Vec<Row>,
    only_here: Vec<Listed>,
    only_here_title: String,
    rows: Vec<Row>,
    rows_total: usize,
    rows_more: String,
    serving: Serving,
    facts: Option<Strip>,
    chosen: Option<Chosen>,
    training: Option<TrainingView>,
    source: Said,
    note: Said,
    api_url: String,
}

#[derive(Template)]
#[template(path = "regions.html")]
struct RegionsPage<'a> {
    t: &'a Language,
    figure: String,
    caption: Said,
    table: ChildTable,
}

/// `GET /r/{country}[/{state}[/{district}]]`
pub async fn page(
    State(app): State<Arc<App>>,
    InPath(code): InPath,
    ask: Ask,
) -> Result<Response, PageError> {
    draw(&app, &code, &ask, |shown| shown.page(&ask))
}

/// A page of a region, or the way to those that there are.
fn draw(
    app: &Arc<App>,
    code: &str,
    ask: &Ask,
    page: impl FnOnce(&Shown<'_>) -> Result<String, Error>,
) -> Result<Response, PageError> {
    let all = format!("{}/regions", ask.language.root());
    respond(app, ask, |language| {
        let snapshot = &ask.snapshot;
        let region = snapshot.region(code)?;
        let tally = snapshot.tally(Some(&region.code));
        let clusters = snapshot.layer(CLUSTERS)?;
        let query = Query { within: Some(region.code.clone()), ..Query::default() };
        page(&Shown { app, snapshot, language, region, tally: &tally, clusters, query })
    })
    .map_err(|error| error.retry(all))
}

/// A region as a reader of a language sees it.
struct Shown<'a> {
    app: &'a App,
    snapshot: &'a Snapshot,
    language: &'a Language,
    region: &'a Region,
    tally: &'a Tally<'a>,
    clusters: &'a LayerSnapshot,
    /// What lies in the region.
    query: Query,
}

impl Shown<'_> {
    fn page(&self, ask: &Ask) -> Result<String, Error> {
        let Self { app, snapshot, language, region, .. } = *self;
        let (root, code, name) = (language.root(), &region.code, self.name());
        let stripes = stripes(language, self.clusters, &self.query);
        let rows = self.clusters.items(
            &self.query,
            &by_name(language, self.clusters.layer()),
            &Page::first(MOST_ROWS[usize::from(code.level() == 2)]),
        );
        let described = self.clusters.layer();
        let row = |feature: &FeatureRef<'_>| row(language, snapshot, described, *feature);
        let api = format!("{}/api", app.portal.config.root());
        let download = |form: &str| format!("{api}/collections/{CLUSTERS}/download?f={form}&within={code}");
        let areas = self.areas(ask.get("show"));
        let here = Address::new("", &[]).with("within", code.as_str());
        let view = View { language, snapshot, here: Some(code) };
        let page = RegionPage {
            t: language,
            crumbs: crumbs(snapshot, language, root, code),
            name,
            other_names: self.other_names(),
            answer: self.answer(),
            stripes: &stripes,
            figure: if areas.shown.is_some() { String::new() } else { self.figure() },
            caption: self.caption(areas.shown.is_some()),
            areas,
            ways: self.ways(),
            list_url: explore(root, CLUSTERS, &[("within", code.as_str())]),
            primary: self.primary(),
            downloads: [("CSV", download("csv")), ("GeoJSON", download("geojson"))],
            print_url: here.at(&format!("{root}/print")).to_string(),
            embed_code: embed::code(app, ask, &here, name),
            children_title: language.text(if code.level() == 0 {
                "region-states"
            } else {
                "region-districts"
            }),
            table: (!self.tally.children.is_empty())
                .then(|| child_table(language, snapshot, root, self.tally, code.level() + 1)),
            siblings: self.siblings(),
            also: self.also_made_here(),
            only_here: self.known_only_here(),
            only_here_title: language.text(&format!("region-only-{}", code.level())),
            rows: rows.features.iter().map(row).collect(),
            rows_total: rows.number_matched,
            rows_more: language.count_with("region-all-crafts", rows.number_matched, [("place", name)]),
            serving: self.serving(),
            facts: strip(&view, code),
            chosen: chosen(&view, code, FEW)?,
            training: training(&view, code),
            source: Said::english(language, &region.source),
            note: Said::english(language, &region.note),
            api_url: format!("{root}/api/regions/{code}/summary?f=html"),
        };
        let body = page.render().map_err(|error| Error::Internal(error.to_string()))?;
        let label = snapshot.tree.label(code, language.tag);
        let description = language.with("region-description", [("place", &label)]);
        let frame = Frame::new(app, ask, language, &label).section("regions").description(&description);
        Ok(frame.stripes(stripes).pictured().render(&body))
    }

    fn name(&self) -> &str {
        self.region.name_in(self.language.tag)
    }

    /// Its names in the languages that the page is not in.
    fn other_names(&self) -> Vec<(&str, &str)> {
        let shown = |tag: &str| tag == self.language.tag || tag == "en" && self.language.speaks_english();
        self.region.all_names().filter(|(tag, _)| !shown(tag)).collect()
    }

    /// "57 crafts in 37 districts. 54 are registered …, and Varanasi alone is home to 13."
    fn answer(&self) -> String {
        let Self { language, clusters, tally, region, .. } = *self;
        let total = count_of(&tally.counts, CLUSTERS);
        let place = self.name();
        if total == 0 {
            return escape(&language.with("region-answer-none", [("place", place)]));
        }
        let peopled: Vec<_> =
            tally.children.iter().filter(|child| count_of(&child.counts, CLUSTERS) > 0).collect();
        let mut sentences = vec![match (region.code.level(), peopled.len()) {
            (2, _) | (_, 0) => language.count_with("region-answer", total, [("place", place)]),
            (level, children) => {
                let all = language.number(tally.children.len());
                let key = if level == 0 { "count-states" } else { "count-districts" };
                let below = language.count_with(key, children, [("all", &all)]);
                language.count_with("region-answer-below", total, [("below", &below)])
            }
        }];
        if let Some(field) = clusters.layer().field_index("gi_status") {
            let groups = clusters.aggregate(&self.query, &[field]);
            let registered = groups
                .iter()
                .find(|group| group.values[0].as_text() == Some("registered"))
                .map_or(0, |g| g.count);
            sentences.push(language.count("answer-gi", registered));
        }
        let most = peopled.iter().max_by_key(|child| count_of(&child.counts, CLUSTERS));
        if let Some(most) = most.filter(|_| peopled.len() > 2) {
            let count = language.number(count_of(&most.counts, CLUSTERS));
            sentences.push(
                language.with(
                    "region-answer-most",
                    [("name", most.region.name_in(language.tag)), ("most", &count)],
                ),
            );
        }
        marked(&sentences.join(" "))
    }

    /// The list of its crafts, or of those of the smallest region around it that has any.
    fn primary(&self) -> CrumbLink {
        let Self { snapshot, language, region, clusters, .. } = *self;
        let link = |name: String, code: &RegionCode| CrumbLink {
            name,
            url: explore(language.root(), CLUSTERS, &[("within", code.as_str())]),
        };
        let count =
            |code: &RegionCode| clusters.count(&Query { within: Some(code.clone()), ..Query::default() });
        let around = snapshot.tree.ancestry(&region.code).into_iter().rev().skip(1);
        let around = around.map(|around| (around, count(&around.code))).find(|(_, count)| *count > 0);
        match around.filter(|_| count(&region.code) == 0) {
            Some((around, count)) => {
                let place = [("place", around.name_in(language.tag))];
                link(language.count_with("region-see-around", count, place), &around.code)
            }
            None => link(language.text("region-open-list"), &region.code),
        }
    }

    /// What the marks mean, if there are any, and whose the lines are.
    fn caption(&self, shaded: bool) -> Said {
        let Self { snapshot, language, region, clusters, .. } = *self;
        if region.bbox.is_none() {
            return language.text("region-no-outline").into();
        }
        let placed = clusters.count(&Query { placed: Some(true), ..self.query.clone() });
        let credits = map_credits(language, snapshot);
        if placed == 0 || shaded {
            credits
        } else {
            Said::join(&[language.text("region-caption").into(), credits], " ")
        }
    }

    fn figure(&self) -> String {
        let placed = Query { placed: Some(true), ..self.query.clone() };
        let found = self.clusters.items(&placed, &[], &Page::first(MOST_MARKS));
        let children = self.tally.children.iter();
        let children: Vec<_> =
            children.map(|child| (child.region, count_of(&child.counts, CLUSTERS))).collect();
        let Self { snapshot, language, region, clusters, .. } = *self;
        figure::region_figure(language, snapshot, region, &children, clusters, &found.features)
    }

    fn siblings(&self) -> Siblings {
        let Self { snapshot, language, region, .. } = *self;
        let root = language.root();
        let link = |region: &Region| CrumbLink {
            name: region.name_in(language.tag).to_owned(),
            url: format!("{root}/r/{}", region.code.path()),
        };
        let parent = region.code.parent().and_then(|parent| snapshot.tree.get(&parent));
        let others = parent.map(|parent| snapshot.tree.children(Some(&parent.code))).unwrap_or_default();
        let mut others: Vec<CrumbLink> =
            others.into_iter().filter(|other| other.code != region.code).map(link).collect();
        others.sort_by_cached_key(|sibling| collation_key(&sibling.name));
        let title = parent.map_or_else(String::new, |parent| {
            language.with("region-siblings", [("parent", parent.name_in(language.tag))])
        });
        Siblings { title, parent: parent.map(link), others }
    }
}

/// Whose the lines and towns of a map are, as the atlas says it.
fn map_credits(language: &Language, snapshot: &Snapshot) -> Said {
    Said::english(language, snapshot.atlas.map_credits(snapshot.view))
}

/// From all regions down to, but without, the region itself.
pub fn crumbs(snapshot: &Snapshot, language: &Language, root: &str, code: &RegionCode) -> Vec<CrumbLink> {
    let mut crumbs = vec![CrumbLink { name: language.text("region-all"), url: format!("{root}/regions") }];
    for crumb in snapshot.crumbs(code, language.tag) {
        if crumb.code != *code {
            crumbs.push(CrumbLink { url: format!("{root}/r/{}", crumb.code.path()), name: crumb.name });
        }
    }
    crumbs
}

/// Escaped, with `[[…]]` as `<b>`.
pub fn marked(text: &str) -> String {
    escape(text).replace("[[", "<b>").replace("]]", "</b>")
}

/// `GET /regions`
pub async fn all(State(app): State<Arc<App>>, ask: Ask) -> Result<Response, PageError> {
    respond(&app, &ask, |language| countries(&app, &ask.snapshot, language, &ask))
}

fn countries(app: &App, snapshot: &Snapshot, language: &Language, ask: &Ask) -> Result<String, Error> {
    let root = language.root();
    let mut tally = snapshot.tally(None);
    tally.children.retain(|child| child.counts.iter().any(|(_, count)| *count > 0));
    let clusters = snapshot.layer(CLUSTERS)?;
    let placed = Query { placed: Some(true), ..Query::default() };
    let found = clusters.items(&placed, &[], &Page::first(MOST_MARKS));
    let bbox = clusters.extent();
    let figure = bbox
        .map_or_else(String::new, |bbox| figure::still(language, snapshot, clusters, &found.features, bbox));
    let table = child_table(language, snapshot, root, &tally, 0);
    let caption = Said::join(&[language.text("region-caption").into(), map_credits(language, snapshot)], " ");
    let page = RegionsPage { t: language, figure, caption, table };
    let body = page.render().map_err(|error| Error::Internal(error.to_string()))?;
    let title = language.text("region-all");
    Ok(Frame::new(app, ask, language, &title).section("regions").render(&body))
}
