//! A craft: a word of the trade, and the places that make it.

use super::PageError;
use super::facts::{OfCraft, View, craft_facts};
use super::figure;
use super::frame::{Frame, respond};
use super::record::{Drawn, Part, encoded, explore};
use super::region::{CrumbLink, marked};
use super::said::{Said, craft_name, of_row};
use super::view::{self, Row, Stripe, code_title, stripes};
use crate::api::Ask;
use crate::app::App;
use crate::i18n::Language;
use crate::portal::crafts::{CLUSTERS, Craft};
use crate::portal::serving::position;
use crate::portal::{Error, Missing, Snapshot};
use askama::Template;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use karigar_index::FeatureRef;
use karigar_model::query::{Filter, Test};
use karigar_model::{Bbox, Query, RegionCode, Role};
use std::collections::BTreeSet;
use std::sync::Arc;

/// The map of a craft is never closer than this, so that a reader sees where in the country it is.
const LEAST_DEGREES: f64 = 5.0;

#[derive(Template)]
#[template(path = "craft.html")]
struct CraftPage<'a> {
    t: &'a Language,
    crumbs: Vec<CrumbLink>,
    name: Said,
    family: String,
    family_name: &'a str,
    answer: String,
    note: Said,
    stripes: Vec<Stripe>,
    drawn: Drawn,
    rows: Vec<Row>,
    facts: Option<OfCraft>,
    list_url: String,
    data: Vec<Part>,
}

/// `GET /craft/{id}`
pub async fn page(
    State(app): State<Arc<App>>,
    Path(id): Path<String>,
    ask: Ask,
) -> Result<Response, PageError> {
    let snapshot = &ask.snapshot;
    if let Some(url) = only_cluster(snapshot, ask.language.root(), &id) {
        let lang = ask.get("lang").map_or_else(String::new, |lang| format!("?lang={}", encoded(lang)));
        return Ok(Redirect::to(&format!("{url}{lang}")).into_response());
    }
    respond(&app, &ask, |language| craft(&app, language, &ask, &id))
}

/// Address of the cluster that the craft comes down to: its only one, or the one whose id this is.
fn only_cluster(snapshot: &Snapshot, root: &str, id: &str) -> Option<String> {
    let layer = snapshot.layer(CLUSTERS).ok()?;
    let cluster = match snapshot.clusters_of(id).as_slice() {
        [] => layer.get(id)?,
        [one] => *one,
        _ => return None,
    };
    Some(view::url(root, layer.layer(), cluster))
}

fn craft(app: &App, language: &Language, ask: &Ask, id: &str) -> Result<String, Error> {
    let snapshot = &ask.snapshot;
    let craft = snapshot.craft(id).ok_or_else(|| Missing::new("craft", id))?;
    let layer = snapshot.layer(CLUSTERS)?;
    let described = layer.layer();
    let clusters = snapshot.clusters_of(id);
    let root = language.root();
    let family = craft.family.clone().unwrap_or_default();
    let field = described.role(Role::Category).map_or("", |field| described.fields[field].id.as_str());
    let family_name = code_title(language, described, field, &family);
    let stripes = of_craft(described, id).map_or_else(Vec::new, |query| stripes(language, layer, &query));
    let answer = answer(language, described, &craft, &clusters);
    let term = snapshot.reference.craft_terms.iter().find(|term| term.id == id);
    let mut crumbs =
        vec![CrumbLink { name: language.text("nav-explore"), url: explore(root, CLUSTERS, &[]) }];
    if !family.is_empty() {
        crumbs.push(CrumbLink {
            name: family_name.to_owned(),
            url: explore(root, CLUSTERS, &[("family", &family)]),
        });
    }
    let api =
        format!("{}/api/collections/{CLUSTERS}/download?craft={}", app.portal.config.root(), encoded(id));
    let ids: Vec<&str> = clusters.iter().map(FeatureRef::id).collect();
    let page = CraftPage {
        t: language,
        crumbs,
        name: craft_name(language, &craft),
        family_name,
        answer: marked(&answer),
        note: term.map_or_else(Said::default, |term| {
            of_row(language, snapshot, ("craft_terms", &term.id), "note", &term.note)
        }),
        stripes: stripes.clone(),
        drawn: drawn(language, snapshot, &clusters),
        rows: clusters.iter().map(|cluster| view::row(language, snapshot, described, *cluster)).collect(),
        facts: craft_facts(&View { language, snapshot, here: None }, &ids, &family),
        list_url: explore(root, CLUSTERS, &[("craft", id)]),
        data: vec![
            Part::link("GeoJSON", format!("{api}&f=geojson")),
            Part::link("CSV", format!("{api}&f=csv")),
        ],
        family: family.clone(),
    };
    let body = page.render().map_err(|error| Error::Internal(error.to_string()))?;
    let name = craft_name(language, &craft);
    let description = answer.replace("[[", "").replace("]]", "");
    let frame = Frame::new(app, ask, language, &name).section("explore").description(&description);
    Ok(frame.stripes(stripes).pictured().render(&body))
}

fn of_craft(layer: &karigar_model::Layer, id: &str) -> Option<Query> {
    let field = layer.field_index("craft")?;
    Some(Query {
        filters: vec![Filter { field, test: Test::AnyOf(vec![id.to_owned()]) }],
        ..Query::default()
    })
}

/// How many places make it, in how many states and countries, and how many are registered.
fn answer(
    language: &Language,
    layer: &karigar_model::Layer,
    craft: &Craft,
    clusters: &[FeatureRef<'_>],
) -> String {
    let regions = |level| {
        let codes = clusters.iter().filter_map(|cluster| cluster.region()?.at_level(level));
        codes.collect::<BTreeSet<RegionCode>>().len()
    };
    let registered = clusters
        .iter()
        .filter(|cluster| view::field_of(layer, **cluster, "gi_status") == "registered")
        .count();
    let countries = language.count("record-craft-countries", regions(0));
    let states = language.count_with("record-craft-states", regions(1), [("countries", &countries)]);
    let places = language.count_with(
        "record-craft-answer",
        clusters.len(),
        [("craft", &craft_name(language, craft)), ("states", &states)],
    );
    format!("{places} {}", language.count("answer-gi", registered))
}

/// All its places on one map.
fn drawn(language: &Language, snapshot: &Snapshot, clusters: &[FeatureRef<'_>]) -> Drawn {
    let placed: Vec<FeatureRef<'_>> =
        clusters.iter().copied().filter(|cluster| position(*cluster).is_some()).collect();
    let boxes = placed.iter().filter_map(|cluster| position(*cluster)).map(Bbox::of_point);
    let bbox = boxes.reduce(|mut all, one| {
        all.extend(&one);
        all
    });
    let layer = snapshot.layer(CLUSTERS).ok();
    let svg = bbox.zip(layer).map_or_else(String::new, |(bbox, layer)| {
        figure::still(language, snapshot, layer, &placed, widened(bbox))
    });
    let caption = match (svg.is_empty(), clusters.len() - placed.len()) {
        (true, _) => language.text("record-figure-none"),
        (false, 0) => language.text("record-craft-figure"),
        (false, rest) => language.count("record-craft-figure-rest", rest),
    };
    Drawn { svg, caption }
}

/// A box with air around it, and never a close-up.
fn widened(bbox: Bbox) -> Bbox {
    let grow = |low: f64, high: f64| {
        let more = (LEAST_DEGREES - (high - low)).max((high - low) * 0.2) / 2.0;
        (low - more, high + more)
    };
    let ((west, east), (south, north)) = (grow(bbox.west, bbox.east), grow(bbox.south, bbox.north));
    Bbox { west, south, east, north }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_place_is_shown_in_its_country_and_many_get_some_air() {
        let one = widened(Bbox { west: 77.0, south: 17.0, east: 77.0, north: 17.0 });
        assert_eq!(one.to_array(), [74.5, 14.5, 79.5, 19.5]);
        let many = widened(Bbox { west: 70.0, south: 10.0, east: 90.0, north: 30.0 });
        assert_eq!(many.to_array(), [68.0, 8.0, 92.0, 32.0]);
    }
}
