//! Explore: one query with its list and its map, as two faces of one address.

use super::address::Address;
use super::filters::{self, Chip, Facet, Where};
use super::frame::{Frame, respond};
use super::region::{CrumbLink, marked};
use super::view::{self, Row, Stripe, row, sources, stripes};
use super::{PageError, figure};
use crate::api::Ask;
use crate::app::App;
use crate::i18n::Language;
use crate::portal::request::{Expected, ItemsRequest};
use crate::portal::search::{Hit, PINS, PLACES};
use crate::portal::snapshot::REGIONS;
use crate::portal::{Error, Snapshot};
use askama::Template;
use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};
use karigar_index::{FeatureRef, Items, LayerSnapshot};
use karigar_model::fold::{fold, key};
use karigar_model::query::{Page, Start, readable_text};
use karigar_model::{Bbox, Query, Role, Sort};
use std::sync::Arc;

/// Rows on one page of the list.
const ROWS: usize = 20;
/// Largest result that goes to the map as one layer.
const MOST_PINS: usize = 5000;
/// Parameters of the page besides the query.
const OTHERS: &[&str] = &["layer", "view", "lang"];
/// The layer that is shown when none is named.
const FIRST_LAYER: &str = "clusters";

#[derive(Template)]
#[template(path = "explore.html")]
struct ExplorePage<'a> {
    t: &'a Language,
    root: &'a str,
    face: &'a str,
    layer: &'a str,
    layer_title: &'a str,
    layers: Vec<LayerChoice>,
    words: &'a str,
    hidden: Vec<(String, String)>,
    facets: Vec<Facet>,
    more: bool,
    place: Where,
    chips: Vec<Chip>,
    clear_url: String,
    answer: String,
    stripes: &'a [Stripe],
    list: List,
    list_url: String,
    map_url: String,
    near_url: String,
    downloads: [(&'static str, String); 2],
    api_url: String,
    map: MapFace,
}

/// A page of what was found.
struct List {
    total: usize,
    range: String,
    rows: Vec<Row>,
    unplaced: Option<(String, String)>,
    meant: Vec<CrumbLink>,
    empty_title: String,
    empty_note: String,
    previous: String,
    next: String,
}

struct LayerChoice {
    title: String,
    icon: String,
    count: usize,
    url: String,
    on: bool,
}

/// What the map island needs.
struct MapFace {
    pins: String,
    category: String,
    bbox: String,
    placed: usize,
    too_many: bool,
    still: String,
    view: String,
    words: String,
    page: String,
    area_url: String,
}

/// `GET /explore`
pub async fn page(State(app): State<Arc<App>>, ask: Ask) -> Result<Response, PageError> {
    let address = Address::new(&format!("{}/explore", app.portal.config.root()), &ask.pairs);
    let canonical = address.to_string();
    if canonical != ask.path_and_query() && ask.came_from_form() {
        return Ok(Redirect::to(&canonical).into_response());
    }
    respond(&app, &ask, |language| explore(&app, language, &ask, &address))
}

fn explore(app: &App, language: &Language, ask: &Ask, address: &Address) -> Result<String, Error> {
    let snapshot = &ask.snapshot;
    let layer = snapshot.layer(address.get("layer").unwrap_or(FIRST_LAYER))?;
    readable_text("q", address.get("q").unwrap_or_default())?;
    let expected = Expected { shape: &["offset", "sortby"], others: OTHERS, strict: false };
    let mut request = ItemsRequest::read(snapshot, layer, &address.pairs(), expected)?;
    request.page.limit = ROWS;
    // A box asks for what is in view: what has no place is counted apart, not listed for every box.
    let asked =
        Query { placed: request.query.placed.or(request.query.bbox.map(|_| true)), ..request.query.clone() };
    let shown = Shown { app, snapshot, language, layer, address, request: &request, asked };
    let stripes = stripes(language, layer, &shown.asked);
    let body = shown.page(&stripes).render().map_err(|error| Error::Internal(error.to_string()))?;
    let title = layer.layer().title(language.tag);
    let description = language.with("explore-description", [("layer", title)]);
    let frame = Frame::new(app, ask, language, title).section("explore").with_query();
    let frame = frame.description(&description).stripes(stripes);
    Ok(frame.bare(shown.is_map()).render(&body))
}

/// A query and its answer as a reader of a language sees them.
struct Shown<'a> {
    app: &'a App,
    snapshot: &'a Snapshot,
    language: &'a Language,
    layer: &'a LayerSnapshot,
    address: &'a Address,
    /// What the address says.
    request: &'a ItemsRequest,
    /// What is listed.
    asked: Query,
}

impl Shown<'_> {
    fn page<'a>(&'a self, stripes: &'a [Stripe]) -> ExplorePage<'a> {
        let Self { app, snapshot, language, layer, address, .. } = *self;
        let (described, root) = (layer.layer(), app.portal.config.root());
        let facets = filters::facets(language, snapshot, layer, &self.asked);
        let hidden = |name: &str| !matches!(name, "q" | "offset") && !facets.iter().any(|f| f.name == name);
        ExplorePage {
            t: language,
            root,
            face: if self.is_map() { "map" } else { "list" },
            layer: &described.id,
            layer_title: described.title(language.tag),
            layers: layer_choices(language, snapshot, address, &described.id),
            words: address.get("q").unwrap_or_default(),
            hidden: address.only(hidden).pairs(),
            more: facets.iter().any(|facet| facet.more),
            facets,
            place: filters::regions(language, snapshot, layer, &self.asked, address),
            chips: filters::chips(language, snapshot, layer, &self.request.query, address),
            clear_url: address.only(|name| matches!(name, "layer" | "view" | "lang")).to_string(),
            answer: self.answer(),
            stripes,
            list: self.list(),
            list_url: address.without("view").to_string(),
            map_url: address.with("view", "map").to_string(),
            near_url: format!("{root}/near"),
            downloads: downloads(root, &described.id, address),
            api_url: api_address(root, &described.id, "items", address).to_string(),
            map: map_face(app, language, snapshot, layer, &self.asked, address),
        }
    }

    fn is_map(&self) -> bool {
        self.address.get("view") == Some("map")
    }

    fn list(&self) -> List {
        let Self { app, snapshot, language, layer, address, request, .. } = *self;
        let root = app.portal.config.root();
        let found = layer.items(&self.asked, &order(layer, &request.sort), &request.page);
        let offset = match request.page.start {
            Start::Offset(offset) => offset,
            Start::After(_) => 0,
        };
        let row = |feature: &FeatureRef<'_>| row(language, root, snapshot, layer.layer(), *feature);
        List {
            total: found.number_matched,
            range: range(language, offset, &found),
            rows: found.features.iter().map(row).collect(),
            unplaced: unplaced(language, layer, &request.query, address),
            meant: meant(language, snapshot, root, address, found.number_matched),
            empty_title: language.text(if layer.is_empty() { "list-empty-title" } else { "list-none" }),
            empty_note: empty_note(language, snapshot, layer),
            previous: if offset == 0 { String::new() } else { paged(address, offset.saturating_sub(ROWS)) },
            next: if found.next.is_some() { paged(address, offset + ROWS) } else { String::new() },
        }
    }

    /// The answer in one sentence, with what counts marked.
    fn answer(&self) -> String {
        let Self { snapshot, language, layer, request, .. } = *self;
        let (query, asked) = (&request.query, &self.asked);
        let described = layer.layer();
        let total = layer.count(asked);
        let where_ = query
            .within
            .as_ref()
            .and_then(|code| snapshot.tree.get(code))
            .map(|region| region.name_in(language.tag));
        let title = described.title(language.tag).to_lowercase();
        let mut sentences = vec![match where_ {
            Some(place) => language.count_with("answer-in", total, [("what", &title), ("place", place)]),
            None if query.bbox.is_some() => language.count_with("answer-area", total, [("what", &title)]),
            None if *query == Query::default() => {
                language.count_with("answer-all", total, [("what", &title)])
            }
            None => language.count_with("answer-found", total, [("what", &title)]),
        }];
        if total > 0 {
            if let Some(field) = described.field_index("gi_status") {
                let registered = layer.aggregate(asked, &[field]);
                let count = registered
                    .iter()
                    .find(|g| g.values[0].as_text() == Some("registered"))
                    .map_or(0, |g| g.count);
                sentences.push(language.count("answer-gi", count));
            }
            let placed = layer.count(&Query { placed: Some(true), ..asked.clone() });
            if placed == 0 {
                sentences.push(language.text("answer-none-placed"));
            } else if placed < total {
                let placed_text = language.number(placed);
                sentences.push(language.count_with(
                    "answer-placed",
                    total - placed,
                    [("placed", &placed_text)],
                ));
            } else if asked.bbox.is_none() {
                sentences.push(language.text("answer-all-placed"));
            }
        }
        marked(&sentences.join(" "))
    }
}

/// As asked, else by name: a reader's order.
fn order(layer: &LayerSnapshot, sort: &[Sort]) -> Vec<Sort> {
    let by_name = layer.layer().role(Role::Name).map(|field| Sort { field: Some(field), descending: false });
    if sort.is_empty() { by_name.into_iter().collect() } else { sort.to_vec() }
}

fn paged(address: &Address, offset: usize) -> String {
    let first = address.without("offset");
    if offset == 0 { first.to_string() } else { first.with_offset(offset).to_string() }
}

fn range(language: &Language, offset: usize, found: &Items<'_>) -> String {
    if found.features.is_empty() {
        return language.text("list-none");
    }
    let from = language.number(offset + 1);
    let to = language.number(offset + found.features.len());
    language
        .with("list-range", [("from", &from), ("to", &to), ("all", &language.number(found.number_matched))])
}

fn layer_choices(
    language: &Language,
    snapshot: &Snapshot,
    address: &Address,
    current: &str,
) -> Vec<LayerChoice> {
    // Other layers have other fields; only where and what words is kept.
    let kept =
        address.only(|name| matches!(name, "q" | "within" | "bbox" | "view" | "lang" | "near" | "radius"));
    let choices = snapshot.layers.iter().map(|layer| {
        let described = layer.layer();
        let url = if described.id == FIRST_LAYER {
            kept.without("layer")
        } else {
            kept.with("layer", &described.id)
        };
        LayerChoice {
            title: described.title(language.tag).to_owned(),
            icon: described.icon.clone(),
            count: layer.len(),
            url: url.to_string(),
            on: described.id == current,
        }
    });
    choices.collect()
}

/// With a box: how many others are known only by their state, and where they are listed.
fn unplaced(
    language: &Language,
    layer: &LayerSnapshot,
    query: &Query,
    address: &Address,
) -> Option<(String, String)> {
    query.bbox?;
    let rest = layer.count(&Query { bbox: None, placed: Some(false), ..query.clone() });
    let url = address.without("bbox").with("placed", "false").to_string();
    (rest > 0).then(|| (language.count("list-unplaced", rest), url))
}

/// Why a layer has nothing at all, where that is known.
fn empty_note(language: &Language, snapshot: &Snapshot, layer: &LayerSnapshot) -> String {
    if !layer.is_empty() {
        return language.text("list-empty-filters");
    }
    if layer.layer().persons {
        let counted = snapshot
            .reference
            .statistics
            .iter()
            .find(|row| row.topic == "handicraft_artisans" && row.region == "India");
        if let Some(row) = counted {
            let counted =
                row.value.parse::<usize>().map_or_else(|_| row.value.clone(), |n| language.number(n));
            let source =
                sources(&row.source).into_iter().map(|source| source.label).collect::<Vec<_>>().join(", ");
            return language.with(
                "list-empty-persons",
                [
                    ("count", &counted),
                    ("unit", &row.unit),
                    ("region", &row.region),
                    ("period", &row.period),
                    ("source", &source),
                ],
            );
        }
    }
    language.text("list-empty-layer")
}

/// Other things that the words may have meant: a region they name, or, where nothing was found, whatever
/// has such a name.
fn meant(
    language: &Language,
    snapshot: &Snapshot,
    root: &str,
    address: &Address,
    found: usize,
) -> Vec<CrumbLink> {
    let Some(words) = address.get("q") else { return Vec::new() };
    let same = |name: &str| key(&fold(name)) == key(&fold(words));
    let hits = snapshot.search(words, None, language.tag, MOST_MEANT);
    let link = |hit: Hit| {
        let url = match (hit.layer.as_str(), &hit.region) {
            (REGIONS, Some(code)) => address.without("q").with("within", code.as_str()).to_string(),
            (PLACES | PINS, _) => format!("{root}/near?{}", near_query(&hit)),
            _ => {
                let layer = snapshot.layer(&hit.layer).ok()?;
                view::url(root, layer.layer(), layer.get(&hit.id)?)
            }
        };
        Some(CrumbLink { name: hit.label, url })
    };
    hits.into_iter()
        .filter(|hit| found == 0 || hit.layer == REGIONS && same(&hit.name))
        .filter_map(link)
        .collect()
}

fn near_query(hit: &Hit) -> String {
    if hit.layer == PINS { format!("q={}", hit.id) } else { format!("place={}:{}", hit.layer, hit.id) }
}

/// Most things that words may have meant.
const MOST_MEANT: usize = 6;

fn api_address(root: &str, layer: &str, what: &str, address: &Address) -> Address {
    let query = address.only(|name| !matches!(name, "layer" | "view" | "lang" | "offset" | "cursor"));
    query.at(&format!("{root}/api/collections/{layer}/{what}"))
}

fn downloads(root: &str, layer: &str, address: &Address) -> [(&'static str, String); 2] {
    let all = api_address(root, layer, "download", address).without("sortby").without("limit");
    // A list of a box leaves out what has no place; so does its download.
    let all = if address.get("bbox").is_some() && address.get("placed").is_none() {
        all.with("placed", "true")
    } else {
        all
    };
    [("CSV", all.with("f", "csv").to_string()), ("GeoJSON", all.with("f", "geojson").to_string())]
}

fn map_face(
    app: &App,
    language: &Language,
    snapshot: &Snapshot,
    layer: &LayerSnapshot,
    query: &Query,
    address: &Address,
) -> MapFace {
    let described = layer.layer();
    let root = app.portal.config.root();
    // Who asks for what has no place gets an empty map.
    let wanted = query.placed.unwrap_or(true);
    let placed_only = Query { placed: Some(wanted), ..query.clone() };
    let placed = if wanted { layer.count(&placed_only) } else { 0 };
    let category =
        described.role(Role::Category).map(|field| described.fields[field].id.clone()).unwrap_or_default();
    let fields = ["name", &category, "precision"].into_iter().filter(|id| described.field(id).is_some());
    let pins = api_address(root, &described.id, "items", address)
        .without("sortby")
        .with("placed", if wanted { "true" } else { "false" })
        .with("properties", &fields.collect::<Vec<_>>().join(","))
        .with("limit", &MOST_PINS.to_string());
    let region =
        query.within.as_ref().and_then(|code| snapshot.tree.get(code)).and_then(|region| region.bbox);
    let bbox = query.bbox.or(region).or_else(|| layer.extent()).unwrap_or(SOUTH_ASIA);
    // Rings of a part would show wrong numbers.
    let drawn = if placed > MOST_PINS {
        Vec::new()
    } else {
        layer.items(&placed_only, &[], &Page::first(MOST_PINS)).features
    };
    MapFace {
        pins: pins.to_string(),
        category,
        bbox: bbox.to_array().map(|degrees| format!("{degrees:.4}")).join(","),
        placed,
        too_many: placed > MOST_PINS,
        still: figure::still(app, language, snapshot, layer, &drawn, bbox),
        view: snapshot.view.code().to_owned(),
        words: figure::map_words(language),
        page: format!("{root}/{}/{{id}}", described.page),
        area_url: address.without("bbox").to_string(),
    }
}

/// What the map shows when nothing else says where to look.
const SOUTH_ASIA: Bbox = Bbox { west: 61.0, south: 6.5, east: 97.5, north: 37.2 };
