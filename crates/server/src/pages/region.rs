//! Region by region: country, state, district; and the list of countries to start from.

use super::frame::{Frame, escape, respond, saves_data};
use super::near::{OfficeCard, none_key, office_card};
use super::view::{Row, Stripe, row, stripes};
use super::{PageError, figure};
use crate::api::Ask;
use crate::app::App;
use crate::i18n::Language;
use crate::portal::crafts::CLUSTERS;
use crate::portal::regions::{Summary, count_of};
use crate::portal::serving::{CENTRES, Group};
use crate::portal::{Error, Snapshot};
use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use karigar_index::LayerSnapshot;
use karigar_model::query::{Page, Sort};
use karigar_model::{Query, RegionCode, Role};
use std::sync::Arc;

/// Crafts listed on the page of a region; the list has all.
const MOST_ROWS: usize = 12;
/// Features drawn on the map of a region.
const MOST_MARKS: usize = 5000;

/// A step of a breadcrumb.
pub struct CrumbLink {
    /// Name.
    pub name: String,
    /// Address.
    pub url: String,
}

struct ChildRow {
    name: String,
    url: String,
    counts: Vec<String>,
    share: usize,
}

struct OfficeGroup {
    title: String,
    offices: Vec<OfficeCard>,
    more: usize,
}

#[derive(Template)]
#[template(path = "region.html")]
struct RegionPage<'a> {
    t: &'a Language,
    crumbs: Vec<CrumbLink>,
    name: String,
    other_names: Vec<(String, String)>,
    answer: String,
    stripes: Vec<(Stripe, String)>,
    stripes_text: String,
    figure: String,
    caption: String,
    list_url: String,
    downloads: Vec<(&'static str, String)>,
    children_title: String,
    columns: Vec<String>,
    children: Vec<ChildRow>,
    not_placed: Option<Vec<String>>,
    siblings: Vec<CrumbLink>,
    siblings_title: String,
    parent: Option<CrumbLink>,
    rows: Vec<Row>,
    rows_total: usize,
    rows_more: String,
    groups: Vec<OfficeGroup>,
    taken_from: String,
    serving_none: String,
    centres_count: String,
    centres_url: String,
    source: String,
    note: String,
    api_url: String,
}

#[derive(Template)]
#[template(path = "regions.html")]
struct RegionsPage<'a> {
    t: &'a Language,
    figure: String,
    columns: Vec<String>,
    children: Vec<ChildRow>,
    not_placed: Option<Vec<String>>,
}

/// `GET /r/{country}`
pub async fn country(
    State(app): State<Arc<App>>,
    Path(country): Path<String>,
    ask: Ask,
) -> Result<Response, PageError> {
    page(&app, &country, &ask)
}

/// `GET /r/{country}/{state}`
pub async fn state(
    State(app): State<Arc<App>>,
    Path((country, state)): Path<(String, String)>,
    ask: Ask,
) -> Result<Response, PageError> {
    page(&app, &format!("{country}-{state}"), &ask)
}

/// `GET /r/{country}/{state}/{district}`
pub async fn district(
    State(app): State<Arc<App>>,
    Path((country, state, district)): Path<(String, String, String)>,
    ask: Ask,
) -> Result<Response, PageError> {
    page(&app, &format!("{country}-{state}-{district}"), &ask)
}

fn page(app: &Arc<App>, code: &str, ask: &Ask) -> Result<Response, PageError> {
    let all = format!("{}/regions", app.portal.config.root());
    respond(app, ask, |language| region(app, &app.portal.snapshot(), language, code, ask))
        .map_err(|error| error.retry(all))
}

fn region(
    app: &App,
    snapshot: &Snapshot,
    language: &Language,
    code: &str,
    ask: &Ask,
) -> Result<String, Error> {
    let code = snapshot.region(code)?;
    let summary =
        snapshot.summary(&code).ok_or_else(|| Error::NotFound(format!("there is no region {code}")))?;
    let clusters = snapshot.layer(CLUSTERS)?;
    let root = app.portal.config.root();
    let query = Query { within: Some(code.clone()), ..Query::default() };
    let stripes = stripes(language, clusters, &query);
    let name = summary.region.name_in(language.tag).to_owned();
    let list_url = format!("{root}/explore?within={code}");
    let (columns, children, not_placed) = child_table(language, snapshot, root, &summary);
    let rows = clusters.items(&query, &by_name(clusters), &Page::first(MOST_ROWS));
    let serving = snapshot.serving(&code, summary.region.bbox.map(|bbox| bbox.middle()));
    let siblings = siblings(snapshot, language, root, &code);
    let page = RegionPage {
        t: language,
        crumbs: crumbs(snapshot, language, root, &code),
        other_names: summary
            .region
            .names
            .iter()
            .map(|(lang, name)| (lang.clone(), name.text.clone()))
            .collect(),
        answer: answer(language, clusters, &query, &summary),
        stripes_text: stripes
            .iter()
            .map(|stripe| format!("{} {}", stripe.label, stripe.count))
            .collect::<Vec<_>>()
            .join(", "),
        figure: drawn(app, language, snapshot, clusters, &query, &summary),
        caption: language.text(if summary.region.bbox.is_some() {
            "region-caption"
        } else {
            "region-no-outline"
        }),
        downloads: vec![
            ("CSV", format!("{root}/api/collections/{CLUSTERS}/download?f=csv&within={code}")),
            ("GeoJSON", format!("{root}/api/collections/{CLUSTERS}/download?f=geojson&within={code}")),
        ],
        children_title: language.text(if code.level() == 0 { "region-states" } else { "region-districts" }),
        columns,
        children,
        not_placed,
        siblings_title: code
            .parent()
            .and_then(|parent| snapshot.tree.get(&parent))
            .map_or_else(String::new, |parent| {
                language.with("region-siblings", [("parent", parent.name_in(language.tag))])
            }),
        parent: siblings.0,
        siblings: siblings.1,
        rows: rows
            .features
            .iter()
            .map(|feature| row(language, root, snapshot, clusters.layer(), *feature))
            .collect(),
        rows_total: rows.number_matched,
        rows_more: language.count_with("region-all-crafts", rows.number_matched, [("place", &name)]),
        groups: office_groups(app, language, snapshot, &serving.groups),
        serving_none: language.with(none_key(&code), [("place", &name)]),
        taken_from: serving.taken_from.as_ref().and_then(|from| snapshot.tree.get(from)).map_or_else(
            String::new,
            |from| {
                language
                    .with("serving-taken-from", [("district", &name), ("parent", from.name_in(language.tag))])
            },
        ),
        centres_count: language.count_with(
            "region-centres",
            count_of(&summary.counts, CENTRES),
            [("place", &name)],
        ),
        centres_url: format!("{root}/explore?layer={CENTRES}&within={code}"),
        source: summary.region.source.clone(),
        note: summary.region.note.clone(),
        api_url: format!("{root}/api/regions/{code}/summary?f=html"),
        stripes: stripes
            .iter()
            .map(|stripe| (stripe.clone(), format!("{list_url}&family={}", stripe.codes)))
            .collect(),
        list_url,
        name: name.clone(),
    };
    let body = page.render().map_err(|error| Error::Internal(error.to_string()))?;
    let label = snapshot.tree.label(&code, language.tag);
    let description = language.with("region-description", [("place", &label)]);
    let frame =
        Frame::new(app, language, &label).section("regions").path(&ask.path).description(&description);
    let frame = if stripes.is_empty() { frame } else { frame.stripes(stripes) };
    Ok(frame.fonts(!saves_data(ask)).render(&body))
}

fn by_name(layer: &LayerSnapshot) -> Vec<Sort> {
    layer
        .layer()
        .role(Role::Name)
        .map(|field| Sort { field: Some(field), descending: false })
        .into_iter()
        .collect()
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

fn siblings(
    snapshot: &Snapshot,
    language: &Language,
    root: &str,
    code: &RegionCode,
) -> (Option<CrumbLink>, Vec<CrumbLink>) {
    let link = |region: &karigar_model::Region| CrumbLink {
        name: region.name_in(language.tag).to_owned(),
        url: format!("{root}/r/{}", region.code.path()),
    };
    let parent = code.parent().and_then(|parent| snapshot.tree.get(&parent));
    let others = parent.map(|parent| snapshot.tree.children(Some(&parent.code))).unwrap_or_default();
    let mut others: Vec<CrumbLink> =
        others.into_iter().filter(|region| region.code != *code).map(link).collect();
    others.sort_by_cached_key(|sibling| karigar_model::fold::fold(&sibling.name));
    (parent.map(link), others)
}

/// "57 crafts in 37 districts. 54 are registered …, and Varanasi alone is home to 13."
fn answer(language: &Language, clusters: &LayerSnapshot, query: &Query, summary: &Summary<'_>) -> String {
    let total = count_of(&summary.counts, CLUSTERS);
    let place = summary.region.name_in(language.tag);
    if total == 0 {
        return escape(&language.with("region-answer-none", [("place", place)]));
    }
    let peopled: Vec<_> =
        summary.children.iter().filter(|child| count_of(&child.counts, CLUSTERS) > 0).collect();
    let mut sentences = vec![match (summary.region.code.level(), peopled.len()) {
        (2, _) | (_, 0) => language.count_with("region-answer", total, [("place", place)]),
        (level, children) => {
            let all = language.number(summary.children.len());
            let key = if level == 0 { "count-states" } else { "count-districts" };
            let below = language.count_with(key, children, [("all", &all)]);
            language.count_with("region-answer-below", total, [("below", &below)])
        }
    }];
    if let Some(field) = clusters.layer().field_index("gi_status") {
        let groups = clusters.aggregate(query, &[field]);
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
            language
                .with("region-answer-most", [("name", most.region.name_in(language.tag)), ("most", &count)]),
        );
    }
    marked(&sentences.join(" "))
}

/// Escaped, with `[[…]]` as `<b>`.
pub fn marked(text: &str) -> String {
    escape(text).replace("[[", "<b>").replace("]]", "</b>")
}

/// Layers that have a column in the table of children: those that hold anything.
fn child_table(
    language: &Language,
    snapshot: &Snapshot,
    root: &str,
    summary: &Summary<'_>,
) -> (Vec<String>, Vec<ChildRow>, Option<Vec<String>>) {
    let shown: Vec<usize> = summary
        .counts
        .iter()
        .enumerate()
        .filter(|(_, (_, count))| *count > 0)
        .map(|(position, _)| position)
        .collect();
    let columns = shown.iter().map(|position| {
        let id = &summary.counts[*position].0;
        snapshot.layer(id).map_or_else(|_| id.clone(), |layer| layer.layer().title(language.tag).to_owned())
    });
    let counted = |counts: &[(String, usize)]| {
        shown.iter().map(|at| language.number(counts[*at].1)).collect::<Vec<_>>()
    };
    let crafts = |counts: &crate::portal::regions::Counts| count_of(counts, CLUSTERS);
    let largest = summary.children.iter().map(|child| crafts(&child.counts)).max().unwrap_or(0).max(1);
    let mut children: Vec<&crate::portal::regions::Child<'_>> = summary.children.iter().collect();
    children.sort_by_cached_key(|child| {
        (
            std::cmp::Reverse(crafts(&child.counts)),
            karigar_model::fold::fold(child.region.name_in(language.tag)),
        )
    });
    let rows = children.into_iter().map(|child| ChildRow {
        name: child.region.name_in(language.tag).to_owned(),
        url: format!("{root}/r/{}", child.region.code.path()),
        counts: counted(&child.counts),
        share: crafts(&child.counts) * 100 / largest,
    });
    let rest = summary.not_placed.iter().any(|(_, count)| *count > 0) && !summary.children.is_empty();
    (columns.collect(), rows.collect(), rest.then(|| counted(&summary.not_placed)))
}

fn drawn(
    app: &App,
    language: &Language,
    snapshot: &Snapshot,
    clusters: &LayerSnapshot,
    query: &Query,
    summary: &Summary<'_>,
) -> String {
    let placed = Query { placed: Some(true), ..query.clone() };
    let found = clusters.items(&placed, &[], &Page::first(MOST_MARKS));
    let children: Vec<_> =
        summary.children.iter().map(|child| (child.region, count_of(&child.counts, CLUSTERS))).collect();
    figure::region_figure(app, language, snapshot, summary.region, &children, clusters, &found.features)
}

/// Offices by remit; on the page of a state or country only the first few of each.
fn office_groups(
    app: &App,
    language: &Language,
    snapshot: &Snapshot,
    groups: &[Group<'_>],
) -> Vec<OfficeGroup> {
    const MOST: usize = 3;
    let cards = groups.iter().map(|group| OfficeGroup {
        title: language.text(&format!("remit-{}", group.remit.code())),
        offices: group
            .offices
            .iter()
            .take(MOST)
            .map(|office| office_card(app, language, snapshot, office))
            .collect(),
        more: group.offices.len().saturating_sub(MOST),
    });
    cards.collect()
}

/// `GET /regions`
pub async fn all(State(app): State<Arc<App>>, ask: Ask) -> Result<Response, PageError> {
    respond(&app, &ask, |language| countries(&app, &app.portal.snapshot(), language, &ask))
}

fn countries(app: &App, snapshot: &Snapshot, language: &Language, ask: &Ask) -> Result<String, Error> {
    let root = app.portal.config.root();
    let counts = snapshot.counts(None);
    let all = snapshot.tree.children(None).into_iter();
    let children: Vec<crate::portal::regions::Child<'_>> = all
        .map(|region| crate::portal::regions::Child { region, counts: snapshot.counts(Some(&region.code)) })
        .filter(|child| child.counts.iter().any(|(_, count)| *count > 0))
        .collect();
    let not_placed = counts
        .iter()
        .enumerate()
        .map(|(at, (id, all))| {
            (id.clone(), all - children.iter().map(|child| child.counts[at].1).sum::<usize>())
        })
        .collect();
    let clusters = snapshot.layer(CLUSTERS)?;
    let placed = Query { placed: Some(true), ..Query::default() };
    let found = clusters.items(&placed, &[], &Page::first(MOST_MARKS));
    let bbox = clusters.extent();
    let figure = bbox.map_or_else(String::new, |bbox| {
        figure::still(app, language, snapshot, clusters, &found.features, bbox)
    });
    let first = children.first().map(|child| child.region);
    let (columns, rows, rest) = match first {
        Some(region) => {
            child_table(language, snapshot, root, &Summary { region, counts, children, not_placed })
        }
        None => (Vec::new(), Vec::new(), None),
    };
    let page = RegionsPage { t: language, figure, columns, children: rows, not_placed: rest };
    let body = page.render().map_err(|error| Error::Internal(error.to_string()))?;
    let title = language.text("region-all");
    Ok(Frame::new(app, language, &title)
        .section("regions")
        .path(&ask.path)
        .fonts(!saves_data(ask))
        .render(&body))
}
