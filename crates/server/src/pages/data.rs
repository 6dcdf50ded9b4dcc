//! The data of a region or of all: downloads of each layer, what to write in other programs, and what each column
//! means.

mod dictionary;
mod examples;

use super::address::Address;
use super::frame::{Frame, respond};
use super::record::explore;
use super::{PageError, markup};
use crate::api::Ask;
use crate::app::App;
use crate::i18n::Language;
use crate::portal::{Error, Snapshot};
use askama::Template;
use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};
use dictionary::{Column, columns};
use examples::{Example, examples};
use karigar_index::LayerSnapshot;
use karigar_model::collation::collation_key;
use karigar_model::layer::text_in;
use karigar_model::{ParameterError, Query, Region, RegionCode};
use std::sync::Arc;

#[derive(Template)]
#[template(path = "data.html")]
struct Data<'a> {
    t: &'a Language,
    /// Address of the page without a region.
    action: String,
    /// What the downloads are of.
    of: String,
    places: Vec<Places>,
    layers: Vec<DataLayer>,
    examples: Vec<Example>,
    /// How to cite the whole.
    citation: String,
    files: [(&'static str, String); 3],
}

/// A layer with its files and columns.
struct DataLayer {
    id: String,
    title: String,
    about: String,
    count: usize,
    license: String,
    license_url: String,
    icon: String,
    url: String,
    /// CSV and GeoJSON.
    files: [(&'static str, String); 2],
    columns: Vec<Column>,
}

/// Regions to choose from, under a heading.
struct Places {
    title: String,
    /// Code, name, and whether it is the chosen one.
    regions: Vec<(String, String, bool)>,
}

/// `GET /data?within=IN-UP`
pub async fn page(State(app): State<Arc<App>>, ask: Ask) -> Result<Response, PageError> {
    let address = Address::new(&format!("{}/data", ask.language.root()), &ask.pairs);
    let address = address.only(|name| name == "within");
    if ask.came_from_form() {
        return Ok(Redirect::to(&address.to_string()).into_response());
    }
    respond(&app, &ask, |language| data(&app, &ask, language, &address))
        .map_err(|error| error.retry(address.only(|_| false).to_string()))
}

fn data(app: &App, ask: &Ask, language: &Language, address: &Address) -> Result<String, Error> {
    let snapshot = &ask.snapshot;
    let region = address.get("within").map(|code| chosen(snapshot, code)).transpose()?;
    let code = region.map(|region| &region.code);
    let atlas = &snapshot.atlas;
    let all = || language.text("data-everywhere");
    let layer = |layer| data_layer(layer, language, app.portal.config.root(), code);
    let page = Data {
        t: language,
        action: address.only(|_| false).to_string(),
        of: region.map_or_else(all, |region| snapshot.tree.label(&region.code, language.tag)),
        places: places(snapshot, language, code),
        layers: snapshot.layers.iter().map(|one| layer(one)).collect(),
        examples: examples(language, &ask.api(""), code),
        citation: language.with(
            "data-citation",
            [
                ("title", &atlas.title),
                ("version", &atlas.version),
                ("released", &atlas.released),
                ("url", &ask.absolute(&format!("{}/data", language.root()))),
            ],
        ),
        files: [
            ("OpenAPI 3.0", ask.api("/openapi.json")),
            ("OGC API – Features", ask.api("/collections")),
            ("iCalendar", ask.api("/events.ics")),
        ],
    };
    let body = page.render().map_err(|error| Error::Internal(error.to_string()))?;
    let (title, lead) = (language.text("data-title"), language.text("data-lead"));
    let frame = Frame::new(app, ask, language, &title).section("data").with_query();
    Ok(frame.description(&lead).markup(markup::catalogue(ask, language)).render(&body))
}

/// The region that an address names.
fn chosen<'a>(snapshot: &'a Snapshot, code: &str) -> Result<&'a Region, Error> {
    snapshot.region(code).map_err(|error| match error {
        Error::NotFound(reason) => {
            let error = ParameterError::new("within", code, format!("is not known: {reason}"));
            error.allowed("a code from /api/regions").into()
        }
        other => other,
    })
}

/// Countries, and the states of each; the chosen region before them where it is a district.
fn places(snapshot: &Snapshot, language: &Language, chosen: Option<&RegionCode>) -> Vec<Places> {
    let option = |region: &Region| {
        let name = region.name_in(language.tag).to_owned();
        (region.code.to_string(), name, chosen == Some(&region.code))
    };
    let under = |parent: Option<&RegionCode>, title: String| {
        let mut regions: Vec<_> = snapshot.tree.children(parent).into_iter().map(option).collect();
        regions.sort_by_cached_key(|(_, name, _)| collation_key(name));
        Places { title, regions }
    };
    let district = chosen.filter(|code| code.level() > 1).and_then(|code| snapshot.tree.get(code));
    let own = district.map(|region| Places {
        title: region
            .code
            .parent()
            .map_or_else(String::new, |state| snapshot.tree.label(&state, language.tag)),
        regions: vec![option(region)],
    });
    let countries = snapshot.tree.children(None).into_iter();
    let states =
        countries.map(|country| under(Some(&country.code), country.name_in(language.tag).to_owned()));
    let all = own.into_iter().chain([under(None, language.text("compare-countries"))]).chain(states);
    all.filter(|places| !places.regions.is_empty()).collect()
}

fn data_layer(
    layer: &LayerSnapshot,
    language: &Language,
    root: &str,
    within: Option<&RegionCode>,
) -> DataLayer {
    let described = layer.layer();
    let license = described.license.clone().unwrap_or_default();
    let file = |form: &str| {
        let pairs = within.map(|code| ("within".to_owned(), code.to_string()));
        let path = format!("{root}/api/collections/{}/download", described.id);
        Address::new(&path, &pairs.into_iter().collect::<Vec<_>>()).with("f", form).to_string()
    };
    let place: Vec<(&str, &str)> = within.iter().map(|code| ("within", code.as_str())).collect();
    DataLayer {
        id: described.id.clone(),
        title: described.title(language.tag).to_owned(),
        about: text_in(&described.descriptions, language.tag).to_owned(),
        count: layer.count(&Query { within: within.cloned(), ..Query::default() }),
        license_url: markup::license(&license),
        license,
        icon: described.icon.clone(),
        url: explore(language.root(), &described.id, &place),
        files: [("CSV", file("csv")), ("GeoJSON", file("geojson"))],
        columns: columns(language, described),
    }
}
