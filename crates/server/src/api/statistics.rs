//! Figures, each with its period, unit, remark and source.

use super::ask::Ask;
use super::listed::{Listed, answer};
use super::problem::Problem;
use crate::app::App;
use crate::portal::Snapshot;
use crate::portal::statistics::{Figure, Scope};
use axum::extract::State;
use axum::response::Response;
use karigar_model::ParameterError;
use karigar_model::measure::Measure;
use karigar_model::reference::TOPIC_GROUPS;
use serde_json::{Map, Value, json};
use std::sync::Arc;

const COLUMNS: &[&str] = &[
    "id",
    "topic",
    "title",
    "group",
    "role",
    "region_name",
    "regions",
    "scope",
    "period",
    "value",
    "unit",
    "stated",
    "stated_unit",
    "note",
    "source",
];

/// `GET /api/statistics?region=&topic=&group=&period=&lang=`
pub async fn all(State(app): State<Arc<App>>, ask: Ask) -> Result<Response, Problem> {
    ask.only(&["region", "topic", "group", "period", "lang"])?;
    answer(&app, &ask, || {
        let figures = asked(&ask.snapshot, &ask)?;
        let lang = ask.get("lang").unwrap_or("en");
        Ok(Listed {
            name: "statistics",
            title: "Statistics",
            columns: COLUMNS,
            more: Map::new(),
            rows: figures.iter().map(|figure| row(figure, lang)).collect(),
        })
    })
}

/// The figures that pass every filter.
fn asked<'a>(snapshot: &'a Snapshot, ask: &Ask) -> Result<Vec<Figure<'a>>, Problem> {
    let mut figures = match ask.get("region") {
        Some(code) => snapshot.figures_of(&snapshot.region(code)?.code),
        None => snapshot.figures(),
    };
    if let Some(topics) = ask.get("topic") {
        for topic in topics.split(',') {
            known_topic(snapshot, topic)?;
        }
        let is_of = |own: &str, topic: &str| own == topic || own.split(':').next() == Some(topic);
        figures.retain(|figure| topics.split(',').any(|topic| is_of(&figure.row.topic, topic)));
    }
    if let Some(group) = ask.get("group") {
        if !TOPIC_GROUPS.contains(&group) {
            let error = ParameterError::new("group", group, "is no group of topics");
            return Err(error.one_of(TOPIC_GROUPS.iter().copied()).into());
        }
        figures.retain(|figure| figure.topic.group == group);
    }
    if let Some(period) = ask.get("period") {
        figures.retain(|figure| figure.row.period == period);
    }
    Ok(figures)
}

fn known_topic(snapshot: &Snapshot, topic: &str) -> Result<(), ParameterError> {
    if snapshot.topic(topic).is_some() {
        return Ok(());
    }
    let topics = || snapshot.reference.topics.iter().map(|topic| topic.topic.as_str());
    let near = karigar_model::closest(topic, topics())
        .map_or_else(String::new, |near| format!(" (did you mean `{near}`?)"));
    Err(ParameterError::new("topic", topic, format!("is no topic{near}")).one_of(topics()))
}

/// A figure. Money is in whole units of its currency (`value`) and in minor units (`minor`); `stated` is the
/// number as its source writes it.
fn row(figure: &Figure<'_>, lang: &str) -> Value {
    let Figure { row, topic, measure, scope } = figure;
    let mut body = json!({
        "id": row.id,
        "topic": row.topic,
        "title": topic.title(lang),
        "group": topic.group,
        "role": Some(&topic.role).filter(|role| !role.is_empty()),
        "region_name": row.region,
        "regions": row.regions,
        "scope": match scope { Scope::Own => "own", Scope::Member => "member-of-group", Scope::Inside => "group-inside" },
        "period": Some(&row.period).filter(|period| !period.is_empty()),
        "value": number(measure),
        "unit": measure.kind(),
        "stated": row.value,
        "stated_unit": row.unit,
        "note": Some(&row.note).filter(|note| !note.is_empty()),
        "source": row.source,
    });
    if let Measure::Money(money, per) = measure {
        body["minor"] = money.minor.into();
        body["currency"] = money.currency.code().into();
        if !per.is_empty() {
            body["per"] = (*per).into();
        }
    }
    body
}

/// A whole number where it is one.
fn number(measure: &Measure<'_>) -> Value {
    match measure.hundredths() {
        Some(hundredths) if hundredths % 100 == 0 => (hundredths / 100).into(),
        _ => measure.as_f64().into(),
    }
}
