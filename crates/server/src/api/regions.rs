//! Countries, states and districts: the tree, what is known of each, and who serves it.

use super::ask::{Ask, link};
use super::items::unwritable;
use super::negotiate::Format;
use super::problem::Problem;
use crate::app::App;
use crate::portal::Snapshot;
use crate::portal::regions::Counts;
use axum::extract::{Path, State};
use axum::response::Response;
use karigar_formats::Columns;
use karigar_formats::geojson::write_feature;
use karigar_model::{ParameterError, Point, Region, RegionCode};
use serde_json::{Map, Value, json};
use std::sync::Arc;

const FORMATS: &[Format] = &[Format::Json, Format::Html];

/// `GET /api/regions`: the whole tree as a list, parents before children; `parent` and `level` narrow it.
pub async fn all(State(app): State<Arc<App>>, ask: Ask) -> Result<Response, Problem> {
    ask.only(&["parent", "level"])?;
    let format = ask.format(FORMATS)?;
    let snapshot = &ask.snapshot;
    let parent = ask.get("parent").map(|code| snapshot.region(code)).transpose()?.map(|region| &region.code);
    let level = ask.get("level").map(read_level).transpose()?;
    let regions = snapshot.tree.regions().iter().filter(|region| {
        parent.is_none_or(|parent| region.code.parent().as_ref() == Some(parent))
            && level.is_none_or(|level| region.code.level() == level)
    });
    Ok(ask.document(&app, format, snapshot.generation, "Regions", || {
        let regions: Vec<Value> = regions.map(|region| described(&ask, snapshot, region)).collect();
        json!({ "worldview": snapshot.view, "regions": regions, "links": ask.self_links(format, FORMATS) })
    }))
}

fn read_level(value: &str) -> Result<u8, ParameterError> {
    let level = value.parse::<u8>().ok().filter(|level| *level <= 2);
    level.ok_or_else(|| {
        ParameterError::new("level", value, "is not a level")
            .allowed("0 country, 1 state or province, 2 district")
    })
}

fn described(ask: &Ask, snapshot: &Snapshot, region: &Region) -> Value {
    let names: Map<String, Value> =
        region.names.iter().map(|(lang, name)| (lang.clone(), json!(name))).collect();
    let at = |rest: &str| ask.api(&format!("/regions/{}{rest}", region.code));
    json!({
        "code": region.code,
        "name": region.name,
        "label": snapshot.tree.label(&region.code, "en"),
        "names": names,
        "level": region.code.level(),
        "parent": region.code.parent(),
        "bbox": region.bbox.map(|bbox| bbox.rounded_outward(7).to_array()),
        "source": region.source,
        "note": region.note,
        "links": [
            link(at(""), "self", "application/json", None),
            link(at("/summary"), "related", "application/json", Some("Counts")),
            link(at("/serving-centres"), "related", "application/json", Some("Offices that serve it")),
            link(at("/completeness"), "related", "application/json", Some("How complete its records are")),
            link(ask.api(&format!("/collections/regions/items/{}", region.code)), "item", "application/geo+json", Some("Outline")),
            link(format!("{}/r/{}", ask.base, region.code.path()), "alternate", "text/html", None),
        ],
    })
}

/// `GET /api/regions/{code}`
pub async fn one(
    State(app): State<Arc<App>>,
    Path(code): Path<String>,
    ask: Ask,
) -> Result<Response, Problem> {
    ask.only(&[])?;
    let format = ask.format(FORMATS)?;
    let snapshot = &ask.snapshot;
    let region = snapshot.region(&code)?;
    Ok(ask.document(&app, format, snapshot.generation, region.name_in(ask.language.tag), || {
        described(&ask, snapshot, region)
    }))
}

/// `GET /api/regions/{code}/summary`
pub async fn summary(
    State(app): State<Arc<App>>,
    Path(code): Path<String>,
    ask: Ask,
) -> Result<Response, Problem> {
    ask.only(&[])?;
    let format = ask.format(FORMATS)?;
    let snapshot = &ask.snapshot;
    let region = snapshot.region(&code)?;
    Ok(ask.document(&app, format, snapshot.generation, region.name_in(ask.language.tag), || {
    let code = &region.code;
    let tally = snapshot.tally(Some(code));
    let children: Vec<Value> = tally
        .children
        .iter()
        .map(|child| json!({ "code": child.region.code, "name": child.region.name, "counts": counted(&child.counts) }))
        .collect();
    json!({
        "code": code,
        "name": region.name,
        "level": code.level(),
        "parent": code.parent(),
        "worldview": snapshot.view,
        "counts": counted(&tally.counts),
        "children": children,
        "notPlaced": counted(&tally.not_placed),
        "links": ask.self_links(format, FORMATS),
    })
    }))
}

fn counted(counts: &Counts) -> Value {
    Value::Object(counts.iter().map(|(layer, count)| (layer.clone(), json!(count))).collect())
}

fn level_name(region: &RegionCode) -> &'static str {
    match region.level() {
        0 => "national",
        1 => "state",
        _ => "district",
    }
}

/// `GET /api/regions/{code}/serving-centres?point=lon,lat`
pub async fn serving(
    State(app): State<Arc<App>>,
    Path(code): Path<String>,
    ask: Ask,
) -> Result<Response, Problem> {
    ask.only(&["point"])?;
    let format = ask.format(FORMATS)?;
    let snapshot = &ask.snapshot;
    let code = &snapshot.region(&code)?.code;
    let point = ask.get("point").map(|point| Point::parse("point", point)).transpose()?;
    let serving = snapshot.serving(code, point);
    let centres = snapshot.layer(crate::portal::serving::CENTRES)?;
    let columns = Columns::all(centres.layer());
    let mut groups = Vec::new();
    for group in &serving.groups {
        let mut offices = Vec::new();
        for office in &group.offices {
            let mut feature = Vec::new();
            write_feature(&mut feature, &columns, &office.centre, office.distance, &[])
                .map_err(|error| unwritable(&error))?;
            let feature: Value =
                serde_json::from_slice(&feature).map_err(|error| unwritable(&error.into()))?;
            offices.push(json!({
                "feature": feature,
                "grade": office.claim.grade.code(),
                "level": level_name(&office.region),
                "region": office.region,
                "source": office.claim.source,
                "as_of": office.claim.as_of,
            }));
        }
        groups.push(json!({ "remit": group.remit.code(), "offices": offices }));
    }
    let body = json!({
        "region": code,
        "takenFrom": serving.taken_from,
        "groups": groups,
        "links": ask.self_links(format, FORMATS),
    });
    let title = snapshot.tree.label(code, ask.language.tag);
    Ok(ask.document(&app, format, snapshot.generation, &title, || body))
}
