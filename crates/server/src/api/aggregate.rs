//! Counts: by one or two fields, and by every facet of a query.

use super::ask::Ask;
use super::negotiate::Format;
use super::problem::Problem;
use crate::app::App;
use crate::portal::Snapshot;
use crate::portal::request::{Expected, ItemsRequest};
use axum::extract::{Path, State};
use axum::response::Response;
use karigar_index::LayerSnapshot;
use karigar_model::{Field, ParameterError, RegionCode, Role};
use serde_json::{Map, Value, json};
use std::sync::Arc;

const FORMATS: &[Format] = &[Format::Json, Format::Html];
/// Most groups that one answer holds.
const MOST_GROUPS: usize = 10_000;

/// `GET /api/collections/{collection}/aggregate?group-by=state,family` and every filter of items.
pub async fn aggregate(
    State(app): State<Arc<App>>,
    Path(id): Path<String>,
    ask: Ask,
) -> Result<Response, Problem> {
    let format = ask.format(FORMATS)?;
    let snapshot = &ask.snapshot;
    let layer = snapshot.layer(&id)?;
    let request = ItemsRequest::read(
        snapshot,
        layer,
        &ask.pairs,
        Expected { shape: &[], others: &["f", "lang", "group-by"], strict: true },
    )?;
    let fields = read_groups(layer, ask.get("group-by"))?;
    let described = layer.layer();
    if let Some(unchanged) = ask.unchanged(&ask.etag(layer.generation(), format)) {
        return Ok(unchanged);
    }
    let groups = layer.aggregate(&request.query, &fields);
    if groups.len() > MOST_GROUPS {
        let reason = format!("makes {} groups", groups.len());
        let error = ParameterError::new("group-by", ask.get("group-by").unwrap_or_default(), reason);
        return Err(error
            .allowed(format!("at most {MOST_GROUPS} groups; choose other fields or narrow the query"))
            .into());
    }
    Ok(ask.document(&app, format, layer.generation(), described.title("en"), || {
        let ids = || fields.iter().map(|field| described.fields[*field].id.as_str());
        let rows = groups.iter().map(|group| {
            let values = ids().zip(&group.values).map(|(id, value)| (id.to_owned(), json!(value)));
            Value::Object(values.chain([("count".to_owned(), group.count.into())]).collect())
        });
        let mut body = json!({
            "numberMatched": layer.count(&request.query),
            "groupBy": ids().collect::<Vec<_>>(),
            "groups": rows.collect::<Vec<_>>(),
        });
        if fields.iter().any(|field| described.fields[*field].many) {
            body["multiValued"] = true.into();
        }
        body
    }))
}

fn read_groups(layer: &LayerSnapshot, value: Option<&str>) -> Result<Vec<usize>, ParameterError> {
    let described = layer.layer();
    let names = || described.public_fields().map(|(_, field)| field.id.as_str());
    let value = value.ok_or_else(|| ParameterError::new("group-by", "", "is missing").one_of(names()))?;
    let mut fields = Vec::new();
    for name in value.split(',').map(str::trim) {
        let found = described.public_fields().find(|(_, field)| field.id == name);
        let (position, _) = found.ok_or_else(|| {
            ParameterError::new("group-by", name, "is not a field of this layer").one_of(names())
        })?;
        if fields.contains(&position) {
            return Err(ParameterError::new("group-by", value, "names a field twice").one_of(names()));
        }
        fields.push(position);
    }
    if fields.len() > 2 {
        return Err(
            ParameterError::new("group-by", value, "names more than two fields").allowed("one or two fields")
        );
    }
    Ok(fields)
}

/// `GET /api/collections/{collection}/facets` and every filter of items. Within one facet the counts
/// ignore that facet's own filter.
pub async fn facets(
    State(app): State<Arc<App>>,
    Path(id): Path<String>,
    ask: Ask,
) -> Result<Response, Problem> {
    let format = ask.format(FORMATS)?;
    let snapshot = &ask.snapshot;
    let layer = snapshot.layer(&id)?;
    let request = ItemsRequest::read(
        snapshot,
        layer,
        &ask.pairs,
        Expected { shape: &[], others: &["f", "lang"], strict: true },
    )?;
    let described = layer.layer();
    let language = ask.get("lang").unwrap_or("en");
    let fields: Vec<usize> =
        described.public_fields().filter(|(_, field)| field.facet).map(|(at, _)| at).collect();
    Ok(ask.document(&app, format, layer.generation(), described.title("en"), || {
        let (mut facets, mut missing) = (Map::new(), Map::new());
        for facet in layer.facets(&request.query, &fields) {
            let field = &described.fields[facet.field];
            let counts = facet.counts.iter().map(|count| {
                let label = label(snapshot, layer, field, count.value, language);
                json!({ "value": count.value, "label": label, "count": count.count })
            });
            facets.insert(field.id.clone(), counts.collect());
            missing.insert(field.id.clone(), facet.missing.into());
        }
        json!({ "numberMatched": layer.count(&request.query), "facets": facets, "missing": missing })
    }))
}

/// What a reader sees for a value of a facet: the title of a code, the name of a region, or the value.
pub fn label(
    snapshot: &Snapshot,
    layer: &LayerSnapshot,
    field: &Field,
    value: &str,
    language: &str,
) -> String {
    if field.role.is_some_and(Role::is_placement) {
        let region = RegionCode::parse(value).and_then(|code| snapshot.tree.get(&code));
        return region.map_or_else(|| value.to_owned(), |region| region.name_in(language).to_owned());
    }
    let code = layer.layer().code(field, value);
    code.map_or_else(|| value.to_owned(), |code| code.title(language).to_owned())
}
