//! What centres do: who can ask, papers, fee, days promised, appeal.

use super::ask::Ask;
use super::listed::{Listed, answer};
use super::problem::Problem;
use crate::app::App;
use crate::portal::Missing;
use crate::portal::serving::CENTRES;
use axum::extract::State;
use axum::response::Response;
use karigar_model::reference::Service;
use serde_json::{Map, Value, json};
use std::sync::Arc;

const COLUMNS: &[&str] = &[
    "id",
    "centre",
    "of_kind",
    "service",
    "scheme",
    "asked_by",
    "who_can_ask",
    "papers",
    "fee",
    "days_promised",
    "appeal",
    "last_reviewed",
    "source",
];

/// `GET /api/services?centre=`: of a centre also what is stated of all of its kind.
pub async fn all(State(app): State<Arc<App>>, ask: Ask) -> Result<Response, Problem> {
    ask.only(&["centre"])?;
    answer(&app, &ask, || {
        let snapshot = &ask.snapshot;
        let services = match ask.get("centre") {
            None => {
                snapshot.reference.services.iter().map(|one| (one, one.centre.starts_with("kind:"))).collect()
            }
            Some(id) => {
                snapshot.layer(CENTRES)?.get(id).ok_or_else(|| Missing::new("centre", id))?;
                snapshot.services_of(id)
            }
        };
        Ok(Listed {
            name: "services",
            title: "Services",
            columns: COLUMNS,
            more: Map::new(),
            rows: services.into_iter().map(|(service, of_kind)| described(service, of_kind)).collect(),
        })
    })
}

/// A service; what its charter leaves out is null, which is not "nothing" nor "at once".
fn described(service: &Service, of_kind: bool) -> Value {
    let stated = |text: &str| Some(text.to_owned()).filter(|text| !text.is_empty());
    json!({
        "id": service.id,
        "centre": service.centre,
        "of_kind": of_kind,
        "service": service.service,
        "scheme": service.scheme,
        "asked_by": stated(&service.asked_by),
        "who_can_ask": stated(&service.who_can_ask),
        "papers": stated(&service.papers),
        "fee": stated(&service.fee),
        "days_promised": stated(&service.days_promised),
        "appeal": stated(&service.appeal),
        "last_reviewed": stated(&service.as_of),
        "source": service.source,
    })
}
