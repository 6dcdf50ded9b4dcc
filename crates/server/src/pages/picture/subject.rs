//! What a picture shows of its page.

use super::PORTAL;
use crate::api::Ask;
use crate::app::App;
use crate::pages::figure;
use crate::pages::said::{craft_name, said};
use crate::pages::view::{self, Stripe, stripes};
use crate::portal::crafts::CLUSTERS;
use crate::portal::serving::position;
use crate::portal::{Error, Missing, Snapshot};
use karigar_index::{FeatureRef, LayerSnapshot};
use karigar_model::query::Page;
use karigar_model::{Bbox, Query, Role};

/// Features drawn on a map.
const MOST_MARKS: usize = 5000;
/// Ground around a single place, degrees.
const AROUND: f64 = 2.5;

/// The words, colours and map of a page.
#[derive(Default)]
pub struct Subject {
    /// Its title.
    pub title: String,
    /// Where it is.
    pub place: String,
    /// One sentence.
    pub words: String,
    /// Families of its crafts, each with its share of the cloth.
    pub cloth: Vec<(String, usize)>,
    /// Icon on the edge of the cloth; empty for none.
    pub icon: String,
    /// The map; empty where nothing has a place.
    pub map: String,
}

/// The subject of the page at `path`, which begins without a slash and names no language.
pub fn of(app: &App, ask: &Ask, path: &str) -> Result<Subject, Error> {
    let snapshot: &Snapshot = &ask.snapshot;
    let missing = || Error::from(Missing::new("page", &format!("/{path}")));
    if path == &PORTAL[1..] {
        return portal(ask, snapshot);
    }
    let (page, id) = path.split_once('/').ok_or_else(missing)?;
    match page {
        "r" => region(ask, snapshot, &id.replace('/', "-")),
        "craft" => craft(ask, snapshot, id),
        _ => {
            let layer =
                snapshot.layers.iter().find(|layer| layer.layer().page == page).ok_or_else(missing)?;
            Ok(record(app, ask, snapshot, layer, layer.get(id).ok_or_else(missing)?))
        }
    }
}

fn portal(ask: &Ask, snapshot: &Snapshot) -> Result<Subject, Error> {
    let (layer, everything) = (snapshot.layer(CLUSTERS)?, Query::default());
    Ok(Subject {
        title: ask.language.text("site-name"),
        words: ask.language.text("share-lead"),
        cloth: cloth(&stripes(&ask.language, layer, &everything)),
        map: map(ask, snapshot, layer, &everything, layer.extent()),
        ..Subject::default()
    })
}

fn region(ask: &Ask, snapshot: &Snapshot, code: &str) -> Result<Subject, Error> {
    let region = snapshot.region(code)?;
    let code = &region.code;
    let (layer, language) = (snapshot.layer(CLUSTERS)?, &ask.language);
    let query = Query { within: Some(code.clone()), ..Query::default() };
    let placed = Query { placed: Some(true), ..query.clone() };
    let found = layer.items(&placed, &[], &Page::first(MOST_MARKS)).features;
    let parent = code.parent();
    Ok(Subject {
        title: region.name_in(language.tag).to_owned(),
        place: parent.map_or_else(String::new, |parent| snapshot.tree.label(&parent, language.tag)),
        words: language.count("share-clusters", layer.count(&query)),
        cloth: cloth(&stripes(language, layer, &query)),
        map: figure::region_figure(language, snapshot, region, &[], layer, &found),
        ..Subject::default()
    })
}

fn craft(ask: &Ask, snapshot: &Snapshot, id: &str) -> Result<Subject, Error> {
    let craft = snapshot.craft(id).ok_or_else(|| Missing::new("craft", id))?;
    let layer = snapshot.layer(CLUSTERS)?;
    let ids = snapshot.clusters_of(id).iter().map(|cluster| cluster.id().to_owned()).collect();
    let query = Query { ids: Some(ids), ..Query::default() };
    let family = craft.family.clone().unwrap_or_default();
    let states = craft.states.iter().filter_map(|code| snapshot.tree.get(code));
    let states: Vec<&str> = states.map(|region| region.name_in(ask.language.tag)).collect();
    Ok(Subject {
        title: craft_name(&ask.language, &craft).to_string(),
        place: states.join(ask.language.comma()),
        words: ask.language.count("share-places", craft.clusters),
        cloth: vec![(family.clone(), 1)],
        icon: family,
        map: map(ask, snapshot, layer, &query, None),
    })
}

fn record(
    app: &App,
    ask: &Ask,
    snapshot: &Snapshot,
    layer: &LayerSnapshot,
    feature: FeatureRef<'_>,
) -> Subject {
    let (language, described) = (&*ask.language, layer.layer());
    let row = view::row(language, snapshot, described, feature);
    let town = said(language, described, feature, Role::Town);
    let label = if town.is_empty() { &row.name } else { &town };
    let (point, region) = (position(feature), feature.region());
    let map = figure::place_figure(app, language, snapshot, point, region, &row.category, row.dyed, label);
    Subject {
        title: row.name.to_string(),
        place: row.place.to_string(),
        words: row.summary.to_string(),
        cloth: if row.dyed { vec![(row.category.clone(), 1)] } else { Vec::new() },
        icon: if app.assets.has_icon(&row.category) { row.category } else { described.icon.clone() },
        map,
    }
}

fn cloth(stripes: &[Stripe]) -> Vec<(String, usize)> {
    stripes.iter().map(|stripe| (stripe.icon.clone(), stripe.count)).collect()
}

/// A map of what a query finds, in a box or around all of it.
fn map(ask: &Ask, snapshot: &Snapshot, layer: &LayerSnapshot, query: &Query, bbox: Option<Bbox>) -> String {
    let placed = Query { placed: Some(true), ..query.clone() };
    let found = layer.items(&placed, &[], &Page::first(MOST_MARKS)).features;
    let points = found.iter().filter_map(|feature| position(*feature));
    let around = points.map(|at| Bbox {
        west: at.lon - AROUND,
        south: at.lat - AROUND,
        east: at.lon + AROUND,
        north: at.lat + AROUND,
    });
    let around = around.reduce(|mut all, one| {
        all.extend(&one);
        all
    });
    let bbox = bbox.or(around);
    bbox.map_or_else(String::new, |bbox| figure::still(&ask.language, snapshot, layer, &found, bbox))
}
