//! The parameters of the API: one table, from which the document and every path's list are made.

use crate::api::queryables::schema;
use crate::portal::request::{DEFAULT_LIMIT, MAX_LIMIT};
use karigar_model::reference::NEEDS;
use karigar_model::{Field, Layer};
use serde_json::{Map, Value, json};

/// A parameter that several paths share: name, meaning, schema, and a value as it is typed.
pub struct Parameter {
    name: &'static str,
    description: &'static str,
    schema: fn() -> Value,
    /// Empty where a value cannot be known beforehand.
    example: &'static str,
}

const fn parameter(
    name: &'static str,
    description: &'static str,
    schema: fn() -> Value,
    example: &'static str,
) -> Parameter {
    Parameter { name, description, schema, example }
}

/// The schema of a text.
pub fn text() -> Value {
    json!({ "type": "string" })
}

fn truth() -> Value {
    json!({ "type": "boolean" })
}

fn position() -> Value {
    json!({ "type": "array", "items": { "type": "number" }, "minItems": 2, "maxItems": 2 })
}

fn metres() -> Value {
    json!({ "type": "number", "minimum": 0 })
}

fn texts() -> Value {
    json!({ "type": "array", "items": { "type": "string" } })
}

const Q: Parameter = parameter(
    "q",
    "Words in any script, each of which begins a word of a record: of its names and texts, its kind, or the names of its place, district, state and country (`kashmir shawl`). One or two letters are a whole word, a plural is found in its singular, and a number behind the name of its field (`gi 99`). A comma means or; words in quotation marks stand in one text in this order (`\"bell metal\"`).",
    texts,
    "block print",
);
const NAME: Parameter = parameter(
    "q",
    "A name in any script and spelling: exact names first, then those that sound the same, then names that begin so; unless something is called just so, one or two slips of the hand are forgiven. Names of regions may follow that the answer lies in (`Hala, Matiari, Sindh` or `Hala Sindh`). A PIN code of India is found anywhere in the text, in the digits of any script. Several words may stand in different texts of a record: its names, its town and regions, its materials (`moradabad brass`). A position instead of a name is answered by itself and its region: latitude and longitude in decimals or degrees, minutes and seconds, a DIGIPIN, a plus code, a `geo:` URI or a link to a map. Of two plain numbers the latitude comes first; where only the other reading lies in a region, it follows as the second answer.",
    text,
    "बिदरी",
);
const LIMIT: Parameter = parameter(
    "limit",
    "Features in one answer; more than the maximum is cut to it.",
    || json!({ "type": "integer", "minimum": 1, "maximum": MAX_LIMIT, "default": DEFAULT_LIMIT }),
    "3",
);
const POINT: Parameter =
    parameter("point", "Longitude,latitude in degrees to measure from.", position, "82.97,25.32");
const GROUP_BY: Parameter = parameter("group-by", "One or two fields to count by.", texts, "state");

/// Parameters that choose features.
pub const QUERY: &[Parameter] = &[
    parameter(
        "bbox",
        "Features that touch the box west,south,east,north (degrees, WGS 84; heights are ignored), and those without a geometry. West greater than east crosses the antimeridian.",
        || json!({ "type": "array", "items": { "type": "number" }, "minItems": 4, "maxItems": 6 }),
        "75,12,78,15",
    ),
    parameter(
        "datetime",
        "Features in this time (RFC 3339 date, date-time, or interval a/b, ../b, a/..), and those without a time.",
        text,
        "2020-01-01/..",
    ),
    parameter(
        "within",
        "Features of this region or one inside it: a code from /regions, such as IN, IN-UP, IN-UP-197.",
        text,
        "IN-UP-197",
    ),
    parameter("near", "Features around longitude,latitude; with `radius`.", position, "82.97,25.32"),
    parameter("radius", "Metres around `near`; 50000 when not given.", metres, "25000"),
    Q,
    parameter("placed", "Only features with (true) or without (false) a geometry.", truth, "true"),
    parameter("ids", "Only these ids, at most 1000.", texts, "gi-bidriware"),
];

/// Parameters that shape a page of items.
pub const SHAPE: &[Parameter] = &[
    LIMIT,
    parameter(
        "offset",
        "Features to leave out at the start.",
        || json!({ "type": "integer", "minimum": 0, "default": 0 }),
        "10",
    ),
    parameter("cursor", "Where the next page starts: from the link `next`.", text, ""),
    parameter(
        "sortby",
        "Fields to order by, `-` before a field for descending. The id breaks ties.",
        texts,
        "-name",
    ),
];

/// Parameters that choose what is written of a feature.
pub const SELECTION: &[Parameter] = &[
    parameter("properties", "Only these fields.", texts, "name,source"),
    parameter("skipGeometry", "Without geometries when true.", truth, "true"),
];

/// Parameters of a search for what is nearest.
pub const NEAREST: &[Parameter] = &[
    POINT,
    parameter(
        "k",
        "How many features.",
        || json!({ "type": "integer", "minimum": 1, "maximum": 1000, "default": 10 }),
        "3",
    ),
    parameter("max_distance", "Farthest distance in metres.", metres, "50000"),
];

const OTHER: &[Parameter] = &[
    parameter("f", "Format of the answer; without it the header Accept decides.", text, "json"),
    parameter("lang", "Language of labels, BCP 47.", text, "hi"),
    GROUP_BY,
    parameter("parent", "Only regions right below this one.", text, "IN"),
    parameter(
        "level",
        "Only countries (0), states or provinces (1), districts (2).",
        || json!({ "type": "integer", "minimum": 0, "maximum": 2 }),
        "1",
    ),
];

/// Parameters of figures, programmes and services.
const FACTS: &[Parameter] = &[
    parameter(
        "region",
        "Figures of this region and of groups it is one of, or that lie in it: a code from /regions.",
        text,
        "IN",
    ),
    parameter(
        "topic",
        "Only these topics, parted by commas; a whole brings its parts.",
        text,
        "handicraft_exports",
    ),
    parameter("group", "Only topics under this heading: people, trade, work, gi …", text, "trade"),
    parameter("period", "Only figures of this period, written as they have it: 2021-22.", text, "2021-22"),
    parameter(
        "on",
        "The day (2016-10-31) whose programmes, names and umbrellas are wanted.",
        || json!({ "type": "string", "format": "date" }),
        "2016-10-31",
    ),
    parameter(
        "name",
        "Programmes that are or were called so, by any of their names.",
        text,
        "Dastkar Sashaktikaran",
    ),
    parameter(
        "need",
        "Programmes that help with this.",
        || json!({ "type": "string", "enum": NEEDS }),
        "credit",
    ),
    parameter(
        "within",
        "Programmes of this country or state, and those of its country that name no state: a code from /regions.",
        text,
        "IN-KL",
    ),
    parameter("centre", "Services of this centre, with those of all of its kind.", text, "hsc-jodhpur"),
];

/// Some of the parameters of [`FACTS`], and references to shared ones.
pub fn facts(own: &[&str], shared: &[&str]) -> Vec<Value> {
    let own = own.iter().filter_map(|name| FACTS.iter().find(|one| one.name == *name)).map(declared);
    own.chain(shared.iter().map(|name| named(name))).collect()
}

fn declared(parameter: &Parameter) -> Value {
    let schema = (parameter.schema)();
    let example = as_json(&schema, parameter.example);
    let mut declared = json!({
        "name": parameter.name,
        "in": "query",
        "description": parameter.description,
        "required": false,
        "style": "form",
        "explode": false,
        "schema": schema,
    });
    if !parameter.example.is_empty() {
        declared["example"] = example;
    }
    declared
}

/// A value of a query as the JSON that its schema describes.
fn as_json(schema: &Value, typed: &str) -> Value {
    match schema["type"].as_str() {
        Some("array") => typed.split(',').map(|one| as_json(&schema["items"], one)).collect(),
        Some("string") | None => typed.into(),
        _ => serde_json::from_str(typed).unwrap_or_default(),
    }
}

/// The example of a parameter as it is typed into a query.
pub fn typed(example: &Value) -> String {
    match example {
        Value::Array(values) => values.iter().map(typed).collect::<Vec<_>>().join(","),
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}

/// The shared parameters of the document, by name.
pub fn shared() -> Map<String, Value> {
    let tables = [QUERY, SHAPE, SELECTION, NEAREST, OTHER];
    tables.into_iter().flatten().map(|one| (one.name.to_owned(), declared(one))).collect()
}

/// A reference to a shared parameter.
pub fn named(name: &str) -> Value {
    json!({ "$ref": format!("#/components/parameters/{name}") })
}

/// A shared parameter that a path cannot do without.
fn required(parameter: &Parameter) -> Value {
    let mut one = declared(parameter);
    one["required"] = true.into();
    one
}

/// The parameters of `/collections/{layer}/aggregate` before those of the query.
pub fn group_by() -> Value {
    required(&GROUP_BY)
}

/// The point of `/collections/{layer}/nearest`.
pub fn point() -> Value {
    required(&POINT)
}

/// The parameters of `/search`.
pub fn search() -> Vec<Value> {
    let mut limit = declared(&LIMIT);
    limit["schema"] = json!({ "type": "integer", "minimum": 1, "maximum": 100, "default": 20 });
    vec![required(&NAME), named("lang"), named("point"), limit]
}

/// A part of a path; without an example where nothing is there to ask for.
pub fn in_path(name: &str, description: &str, example: Option<&str>) -> Value {
    let mut part =
        json!({ "name": name, "in": "path", "required": true, "description": description, "schema": text() });
    if let Some(example) = example {
        part["example"] = example.into();
    }
    part
}

/// References to all parameters of the tables.
pub fn all_of(tables: &[&[Parameter]]) -> Vec<Value> {
    tables.iter().copied().flatten().map(|parameter| named(parameter.name)).collect()
}

/// A field as a parameter: a facet takes several codes.
pub fn of_field(layer: &Layer, field: &Field) -> Value {
    let mut one = schema(layer, field);
    let description = one.as_object_mut().and_then(|schema| schema.remove("description"));
    let many = if field.facet {
        " Several values are parted by commas. A comma within one is written `\\,`, or as it is where the \
         whole text is one value of the layer."
    } else {
        ""
    };
    if let Some(schema) = one.as_object_mut() {
        schema.remove("title");
    }
    let example = one["enum"].get(0).cloned();
    let schema = if field.facet { json!({ "type": "array", "items": one, "minItems": 1 }) } else { one };
    let mut declared = json!({
        "name": field.id,
        "in": "query",
        "description": format!("{}{many}", description.as_ref().and_then(Value::as_str).unwrap_or(field.title("en"))),
        "required": false,
        "style": "form",
        "explode": false,
        "schema": schema,
    });
    if let Some(example) = example {
        declared["example"] = if field.facet { json!([example]) } else { example };
    }
    declared
}
