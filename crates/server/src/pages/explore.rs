//! Explore: one query with its list, its map and its pictures, as three faces of one address.

mod answer;
pub mod embed;
mod links;
mod list;
mod map_face;
mod order;
pub mod print;
mod sheets;

use super::PageError;
use super::address::Address;
use super::filters::{self, Chip, Facet, Where};
use super::frame::{Frame, respond};
use super::region::CrumbLink;
use super::view::{Stripe, stripes};
use crate::api::Ask;
use crate::app::App;
use crate::i18n::Language;
use crate::portal::request::{Expected, ItemsRequest};
use crate::portal::{Error, Snapshot};
use answer::Answer;
use askama::Template;
use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};
use karigar_index::LayerSnapshot;
use karigar_model::layer::GeometryType;
use karigar_model::query::{QUERY_PARAMETERS, TextQuery, readable_text};
use karigar_model::{Query, Role};
use links::LayerChoice;
use list::List;
use map_face::MapFace;
use std::sync::Arc;

/// Rows on one page of the list.
const ROWS: usize = 20;
/// Parameters of the page that shape the list.
const SHAPE: &[&str] = &["offset", "sortby"];
/// Parameters of the page besides the query.
const OTHERS: &[&str] = &["layer", "view", "lang"];
/// The faces: values of the parameter `view`; the list is the one that needs not be named.
const LIST: &str = "list";
const MAP: &str = "map";
const PICTURES: &str = "pictures";
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
    first: bool,
    words: &'a str,
    hidden: Vec<(String, String)>,
    facets: Vec<Facet>,
    more: bool,
    place: Where,
    chips: Vec<Chip>,
    clear_url: String,
    /// Regions that are called as the words are.
    named: Vec<CrumbLink>,
    answer: Answer,
    stripes: &'a [Stripe],
    list: List,
    list_url: String,
    map_url: String,
    /// Empty for a layer that has no pictures.
    pictures_url: String,
    near_url: String,
    map_credits: &'a str,
    downloads: [(&'static str, String); 2],
    api_url: String,
    print_url: String,
    embed_code: String,
    /// Nothing for a layer that a map cannot show.
    map: Option<MapFace>,
    /// Whether the map stands beside the list.
    beside: bool,
}

/// `GET /explore`
pub async fn page(State(app): State<Arc<App>>, ask: Ask) -> Result<Response, PageError> {
    let address = Address::new(&format!("{}/explore", ask.language.root()), &ask.pairs);
    let canonical = address.to_string();
    if canonical != ask.path_and_query() && ask.came_from_form() {
        return Ok(Redirect::to(&canonical).into_response());
    }
    respond(&app, &ask, |language| explore(&app, language, &ask, &address))
}

fn explore(app: &App, language: &Language, ask: &Ask, address: &Address) -> Result<String, Error> {
    let snapshot = &ask.snapshot;
    let asked = Asked::read(snapshot, address, ROWS)?;
    let shown = asked.shown(app, snapshot, language);
    let layer = shown.layer;
    let stripes = stripes(language, layer, &shown.asked);
    let page = shown.page(ask, &stripes);
    let body = page.render().map_err(|error| Error::Internal(error.to_string()))?;
    let title = titled(layer.layer().title(language.tag), &page.chips, language);
    let description = language.with("explore-description", [("layer", &title)]);
    let frame = Frame::new(app, ask, language, &title).section("explore").with_query();
    let frame = frame.description(&description).stripes(stripes).without_reading();
    Ok(frame.render(&body))
}

/// A list is called by its layer and by what it was narrowed to: "Craft clusters: Metal, Uttar Pradesh".
fn titled(layer: &str, chips: &[Chip], language: &Language) -> String {
    let chips: Vec<&str> = chips.iter().map(|chip| &*chip.text).collect();
    if chips.is_empty() { layer.to_owned() } else { format!("{layer}: {}", chips.join(language.comma())) }
}

/// The address with only what means something here. Shared links carry the marks of trackers, and the API,
/// which the page's own links lead to, refuses what it does not know.
fn understood(layer: &LayerSnapshot, address: &Address) -> Address {
    let known = |name: &str| {
        [SHAPE, OTHERS, QUERY_PARAMETERS].iter().any(|names| names.contains(&name))
            || layer.layer().public_fields().any(|(_, field)| field.id == name)
    };
    let wordless = address.get("q").is_some_and(|words| TextQuery::parse(words).is_none());
    address.only(|name| known(name) && !(wordless && name == "q"))
}

/// What an address asks for, the same on every page that lists: Explore, its embedded list, its print.
struct Asked<'a> {
    layer: &'a LayerSnapshot,
    address: Address,
    request: ItemsRequest,
}

impl<'a> Asked<'a> {
    fn read(snapshot: &'a Snapshot, address: &Address, rows: usize) -> Result<Self, Error> {
        let layer = snapshot.layer(address.get("layer").unwrap_or(FIRST_LAYER))?;
        readable_text("q", address.get("q").unwrap_or_default())?;
        let address = understood(layer, address);
        let expected = Expected { shape: SHAPE, others: OTHERS, strict: false };
        let mut request = ItemsRequest::read(snapshot, layer, &address.pairs(), expected)?;
        request.page.limit = rows;
        Ok(Self { layer, address, request })
    }

    fn shown(&'a self, app: &'a App, snapshot: &'a Snapshot, language: &'a Language) -> Shown<'a> {
        let query = &self.request.query;
        // A box asks for what is in view: what has no place is counted apart, not listed for every box.
        let asked = Query { placed: query.placed.or(query.bbox.map(|_| true)), ..query.clone() };
        Shown {
            app,
            snapshot,
            language,
            layer: self.layer,
            address: &self.address,
            request: &self.request,
            asked,
        }
    }
}

/// Whether a map can show the features of a layer: points, at least one of them placed.
fn is_mapped(layer: &LayerSnapshot) -> bool {
    layer.placed() > 0 && layer.layer().geometry == GeometryType::Point
}

/// Whether each feature of a layer can stand as a picture: as the photograph that it may have one day, until then
/// as the pattern of its craft family or the icon of its kind. What has neither would be a grid of equal cards.
fn is_pictured(layer: &LayerSnapshot) -> bool {
    !layer.is_empty() && layer.layer().role(Role::Category).is_some()
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
    fn page<'a>(&'a self, ask: &Ask, stripes: &'a [Stripe]) -> ExplorePage<'a> {
        let Self { app, snapshot, language, layer, address, .. } = *self;
        let (described, root) = (layer.layer(), app.portal.config.root());
        let facets = filters::facets(language, snapshot, layer, &self.asked);
        let hidden = |name: &str| !matches!(name, "q" | "offset") && !facets.iter().any(|f| f.name == name);
        let map = is_mapped(layer).then(|| self.map_face());
        ExplorePage {
            t: language,
            root,
            face: self.face(),
            layer: &described.id,
            layer_title: described.title(language.tag),
            layers: links::layer_choices(language, snapshot, address, &described.id),
            first: described.id == FIRST_LAYER,
            words: address.get("q").unwrap_or_default(),
            hidden: address.only(hidden).pairs(),
            more: facets.iter().any(|facet| facet.more),
            facets,
            place: filters::regions(language, snapshot, layer, &self.asked, address),
            chips: filters::chips(language, snapshot, layer, &self.request.query, address),
            clear_url: address.only(|name| OTHERS.contains(&name) || name == "sortby").to_string(),
            named: self.named(),
            answer: self.answer(),
            stripes,
            list: self.list(),
            list_url: address.without("view").to_string(),
            map_url: address.with("view", MAP).to_string(),
            pictures_url: if is_pictured(layer) {
                address.with("view", PICTURES).to_string()
            } else {
                String::new()
            },
            near_url: format!("{}/near", language.root()),
            map_credits: snapshot.atlas.map_credits(snapshot.view),
            downloads: links::downloads(root, &described.id, address),
            api_url: links::api_address(root, &described.id, "items", address).to_string(),
            print_url: links::without_face(address, &format!("{}/print", language.root())),
            embed_code: embed::code(app, ask, address, &self.heading()),
            beside: map.as_ref().is_some_and(|map| map.placed > 0),
            map,
        }
    }

    /// The face that the address asks for; the list where the layer has no such face.
    fn face(&self) -> &'static str {
        match self.address.get("view") {
            Some(MAP) if is_mapped(self.layer) => MAP,
            Some(PICTURES) if is_pictured(self.layer) => PICTURES,
            _ => LIST,
        }
    }

    /// How many of what is listed have a place.
    fn placed(&self) -> usize {
        match self.asked.placed {
            Some(false) => 0,
            _ => self.layer.count(&Query { placed: Some(true), ..self.asked.clone() }),
        }
    }
}
