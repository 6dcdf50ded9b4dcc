//! How complete a region's records are.

use super::ask::Ask;
use super::negotiate::Format;
use super::problem::Problem;
use crate::app::App;
use crate::portal::Snapshot;
use crate::portal::completeness::{Known, PARTS, by_precision};
use axum::extract::{Path, State};
use axum::response::Response;
use karigar_model::{Region, RegionCode};
use serde_json::{Map, Value, json};
use std::sync::Arc;

const FORMATS: &[Format] = &[Format::Json, Format::Html];

/// `GET /api/regions/{code}/completeness`
pub async fn completeness(
    State(app): State<Arc<App>>,
    Path(code): Path<String>,
    ask: Ask,
) -> Result<Response, Problem> {
    ask.only(&[])?;
    let format = ask.format(FORMATS)?;
    let snapshot = &ask.snapshot;
    let region = snapshot.region(&code)?;
    Ok(ask.document(&app, format, snapshot.generation, region.name_in(ask.language.tag), || {
        let mut body = described(snapshot, region);
        body["links"] = json!(ask.self_links(format, FORMATS));
        body
    }))
}

fn described(snapshot: &Snapshot, region: &Region) -> Value {
    let code = &region.code;
    let known = snapshot.completeness().of(&snapshot.tree, code);
    let layers = known.iter().map(|(id, known)| {
        let mut layer = numbers(*known);
        layer["layer"] = json!(id);
        layer["precision"] = precision(snapshot, id, code);
        layer
    });
    let children = snapshot.tree.children(Some(code)).into_iter().map(|child| {
        let mut numbers = numbers(sum(snapshot, &child.code));
        numbers["code"] = json!(child.code);
        numbers["name"] = json!(child.name);
        numbers
    });
    let gaps = snapshot.gaps(code).into_iter().map(|gap| {
        json!({
            "id": gap.id, "district": gap.district, "product": gap.product,
            "scheme": gap.scheme, "as_of": gap.as_of, "source": gap.source,
        })
    });
    let mut body = numbers(sum(snapshot, code));
    body["code"] = json!(code);
    body["name"] = json!(region.name);
    body["worldview"] = json!(snapshot.view);
    body["layers"] = layers.collect();
    body["children"] = children.collect();
    body["gaps"] = gaps.collect();
    body["weights"] = PARTS.iter().map(|(part, weight)| (part.code().to_owned(), json!(weight))).collect();
    body
}

fn sum(snapshot: &Snapshot, code: &RegionCode) -> Known {
    let known = snapshot.completeness().of(&snapshot.tree, code).into_iter();
    known.fold(Known::default(), |sum, (_, one)| sum.and(one))
}

/// Counts, and the score from 0 to 100; null without records.
fn numbers(known: Known) -> Value {
    json!({
        "records": known.records,
        "placed": known.placed,
        "sourced": known.sourced,
        "dated": known.dated,
        "completeness": known.score(),
    })
}

fn precision(snapshot: &Snapshot, layer: &str, code: &RegionCode) -> Value {
    let counts = snapshot.layer(layer).map(|layer| by_precision(layer, code)).unwrap_or_default();
    let counts = counts.into_iter().map(|(precision, count)| (precision.code().to_owned(), json!(count)));
    Value::Object(counts.collect::<Map<_, _>>())
}
