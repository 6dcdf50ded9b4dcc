//! Crafts: words of the trade, each with the clusters that make it.

use super::ask::{Ask, link};
use super::negotiate::Format;
use super::problem::Problem;
use crate::app::App;
use crate::portal::Missing;
use crate::portal::crafts::Craft;
use axum::extract::{Path, State};
use axum::response::Response;
use karigar_index::FeatureRef;
use serde_json::{Value, json};
use std::sync::Arc;

const FORMATS: &[Format] = &[Format::Json, Format::Html];

/// `GET /api/crafts`
pub async fn all(State(app): State<Arc<App>>, ask: Ask) -> Result<Response, Problem> {
    ask.only(&[])?;
    let format = ask.format(FORMATS)?;
    let snapshot = &ask.snapshot;
    Ok(ask.document(&app, format, snapshot.generation, "Crafts", || {
        let crafts: Vec<Value> = snapshot.crafts().iter().map(|craft| described(&ask, craft)).collect();
        json!({ "numberMatched": crafts.len(), "crafts": crafts, "links": ask.self_links(format, FORMATS) })
    }))
}

/// `GET /api/crafts/{id}`
pub async fn one(State(app): State<Arc<App>>, Path(id): Path<String>, ask: Ask) -> Result<Response, Problem> {
    ask.only(&[])?;
    let format = ask.format(FORMATS)?;
    let snapshot = &ask.snapshot;
    let craft = snapshot.craft(&id);
    let craft = craft.ok_or_else(|| Missing::new("craft", &id))?;
    let name = craft.name_in(ask.language.tag).unwrap_or(&craft.name);
    Ok(ask.document(&app, format, snapshot.generation, name, || {
        let clusters = snapshot.clusters_of(&id);
        let mut body = described(&ask, &craft);
        body["clusterIds"] = clusters.iter().map(FeatureRef::id).collect();
        body
    }))
}

fn described(ask: &Ask, craft: &Craft) -> Value {
    let mut body = json!(craft);
    body["links"] = json!([
        link(ask.api(&format!("/crafts/{}", craft.id)), "self", "application/json", None),
        link(
            ask.api(&format!("/collections/clusters/items?craft={}", craft.id)),
            "items",
            "application/geo+json",
            None
        ),
        link(format!("{}/craft/{}", ask.base, craft.id), "alternate", "text/html", None),
    ]);
    body
}
