//! The service description (/req/oas30/*) and a walk over everything it declares.

use karigar_e2e::{Answer, Server, encoded, list, texts_under};
use serde_json::Value;
use std::collections::BTreeMap;

fn document() -> Value {
    Server::shared().json("/api/openapi.json")
}

/// A `$ref` followed inside the document.
fn resolved<'a>(document: &'a Value, value: &'a Value) -> &'a Value {
    match value["$ref"].as_str() {
        Some(reference) => document.pointer(reference.strip_prefix('#').unwrap()).unwrap(),
        None => value,
    }
}

/// A declared operation with its path filled in.
struct Operation {
    /// As the document has it.
    declared: String,
    /// With samples for what stands in braces.
    path: String,
    /// Parameters of the query.
    parameters: Vec<Value>,
    /// Media types of the answer 200.
    media_types: Vec<String>,
    /// Status to expect: 404 where a layer has no feature that could be asked for.
    status: u16,
}

impl Operation {
    fn address(&self, more: &[(&str, &str)]) -> String {
        let required = self.parameters.iter().filter(|parameter| parameter["required"] == true);
        let names: Vec<&str> = required.map(|parameter| parameter["name"].as_str().unwrap()).collect();
        let mut pairs: Vec<(&str, &str)> = names.iter().map(|name| (*name, sample(name).unwrap())).collect();
        pairs.retain(|(name, _)| more.iter().all(|(other, _)| other != name));
        pairs.extend(more);
        format!("/api{}?{}", self.path, encoded(&pairs))
    }
}

/// Every `GET` of the document.
fn operations() -> Vec<Operation> {
    let server = Server::shared();
    let document = document();
    let mut found = Vec::new();
    for (declared, methods) in document["paths"].as_object().unwrap() {
        let operation = &methods["get"];
        let parameters = list(&operation["parameters"]).iter().map(|one| resolved(&document, one).clone());
        let parameters = parameters.filter(|parameter| parameter["in"] == "query").collect();
        let media_types =
            operation["responses"]["200"]["content"].as_object().unwrap().keys().cloned().collect();
        let (path, status) = fill(server, declared);
        found.push(Operation { declared: declared.clone(), path, parameters, media_types, status });
    }
    assert!(found.len() > 60, "only {} operations", found.len());
    found
}

fn fill(server: &Server, declared: &str) -> (String, u16) {
    let Some((before, rest)) = declared.split_once('{') else { return (declared.to_owned(), 200) };
    let (name, after) = rest.split_once('}').unwrap();
    let (value, status) = match name {
        "code" => ("IN-UP-197".to_owned(), 200),
        "id" if declared.starts_with("/schemes/") => ("ahvy".to_owned(), 200),
        "id" => ("ajrak".to_owned(), 200),
        "featureId" => {
            let items = server.json(&format!("/api{}?limit=1", before.trim_end_matches('/')));
            items["features"][0]["id"].as_str().map_or(("nobody".to_owned(), 404), |id| (id.to_owned(), 200))
        }
        other => panic!("no sample for {{{other}}} of {declared}"),
    };
    (format!("{before}{value}{after}"), status)
}

/// A value for the parameters that are no field of a layer.
fn sample(name: &str) -> Option<&'static str> {
    Some(match name {
        "bbox" => "70,20,80,30",
        "datetime" => "2020-01-01/..",
        "within" | "parent" | "region" => "IN",
        "topic" => "handicraft_exports",
        "group" => "trade",
        "period" => "2015-16",
        "on" => "2016-10-31",
        "centre" => "hsc-jodhpur",
        "near" | "point" => "77.2,28.6",
        "radius" | "max_distance" => "100000",
        "q" => "blue",
        "placed" | "skipGeometry" => "true",
        "ids" => "dch-hq,hsc-jodhpur",
        "limit" | "k" => "3",
        "offset" | "level" => "1",
        "sortby" => "-name",
        "properties" => "name,source",
        "f" => "json",
        "lang" => "en",
        "group-by" => "state",
        _ => return None,
    })
}

/// A value that fits the schema of a field's parameter.
fn fitting(schema: &Value) -> String {
    let one = if schema["type"] == "array" { &schema["items"] } else { schema };
    match (one["enum"].as_array(), one["type"].as_str().unwrap()) {
        (Some(choices), _) => choices[0].as_str().unwrap().to_owned(),
        (None, "string") => "IN".to_owned(),
        (None, "integer" | "number") => "1".to_owned(),
        (None, "boolean") => "true".to_owned(),
        (None, other) => panic!("no sample of type {other}"),
    }
}

fn is_of(answer: &Answer, media_type: &str) -> bool {
    let bare = media_type.split(';').next().unwrap();
    answer.media_type() == bare
}

#[test]
fn the_document_is_valid_openapi_3_0_and_names_no_other_document() {
    let answer = Server::shared().get("/api/openapi.json").expect(200);
    assert_eq!(answer.header("content-type"), "application/vnd.oai.openapi+json;version=3.0");
    let read: openapiv3::OpenAPI = serde_json::from_slice(&answer.body).unwrap();
    assert!(read.openapi.starts_with("3.0."), "{}", read.openapi);
    let document = answer.json();
    let references = texts_under(&document, "$ref");
    assert!(!references.is_empty());
    for reference in references {
        let inside = reference.strip_prefix('#').unwrap_or_else(|| panic!("{reference} leads outside"));
        assert!(document.pointer(inside).is_some(), "{reference} leads nowhere");
    }
    let server = document["servers"][0]["url"].as_str().unwrap();
    assert_eq!(server, format!("{}/api", Server::shared().address));
}

#[test]
fn every_layer_has_paths_of_its_own() {
    let document = document();
    for layer in Server::shared().layers() {
        for rest in [
            "",
            "/items",
            "/items/{featureId}",
            "/queryables",
            "/nearest",
            "/aggregate",
            "/facets",
            "/download",
        ] {
            let path = format!("/collections/{layer}{rest}");
            assert!(document["paths"][&path]["get"]["responses"]["200"].is_object(), "{path}");
        }
    }
    for path in ["/", "/conformance", "/collections", "/regions", "/search"] {
        assert!(document["paths"][path]["get"]["responses"]["200"].is_object(), "{path}");
    }
}

#[test]
fn the_limit_is_declared_where_qgis_and_gdal_look_for_it() {
    let document = document();
    let limit = &document["components"]["parameters"]["limit"];
    assert_eq!(
        (&limit["in"], &limit["style"], &limit["explode"]),
        (&"query".into(), &"form".into(), &false.into())
    );
    let schema = &limit["schema"];
    assert_eq!(schema["type"], "integer");
    assert_eq!(
        (&schema["minimum"], &schema["maximum"], &schema["default"]),
        (&1.into(), &10000.into(), &100.into())
    );
    let parameters = list(&document["paths"]["/collections/clusters/items"]["get"]["parameters"]);
    assert!(parameters.iter().any(|parameter| parameter["$ref"] == "#/components/parameters/limit"));
}

#[test]
fn bbox_and_datetime_are_declared_as_part_1_has_them() {
    let document = document();
    for layer in Server::shared().layers() {
        let path = format!("/collections/{layer}/items");
        let parameters = list(&document["paths"][&path]["get"]["parameters"]).iter();
        let parameters: BTreeMap<String, &Value> = parameters
            .map(|parameter| resolved(&document, parameter))
            .map(|parameter| (parameter["name"].as_str().unwrap().to_owned(), parameter))
            .collect();
        let bbox = parameters["bbox"];
        assert_eq!((&bbox["style"], &bbox["explode"]), (&"form".into(), &false.into()));
        assert_eq!((&bbox["schema"]["minItems"], &bbox["schema"]["maxItems"]), (&4.into(), &6.into()));
        assert_eq!(
            (&bbox["schema"]["type"], &bbox["schema"]["items"]["type"]),
            (&"array".into(), &"number".into())
        );
        let datetime = parameters["datetime"];
        assert_eq!((&datetime["style"], &datetime["explode"]), (&"form".into(), &false.into()));
        assert_eq!(datetime["schema"]["type"], "string");
    }
}

#[test]
fn every_path_answers_in_every_media_type_it_declares() {
    for operation in operations() {
        for media_type in &operation.media_types {
            let asked = media_type.split(';').next().unwrap();
            let answer = Server::shared().ask("GET", &operation.address(&[]), &[("accept", asked)]);
            let answer = answer.expect(operation.status);
            let problem = operation.status == 404 && asked != "text/html";
            let expected = if problem { "application/problem+json" } else { media_type };
            assert!(is_of(&answer, expected), "{}: {}", answer.asked, answer.header("content-type"));
        }
    }
}

#[test]
fn every_path_answers_in_json_and_in_html_when_f_says_so() {
    // A calendar file is nothing else.
    let operations = operations();
    let several = operations.iter().filter(|operation| operation.media_types != ["text/calendar"]);
    for operation in several.filter(|operation| operation.status == 200) {
        let json = Server::shared().get(&operation.address(&[("f", "json")])).expect(200);
        assert!(json.media_type().ends_with("json"), "{}", json.asked);
        assert!(json.json().is_object(), "{}", json.asked);
        if operation.declared.ends_with("/download") {
            continue;
        }
        let html = Server::shared().get(&operation.address(&[("f", "html")])).expect(200);
        assert_eq!(html.media_type(), "text/html", "{}", html.asked);
        assert!(html.text().starts_with("<!doctype html>"), "{}", html.asked);
    }
}

#[test]
fn every_declared_parameter_is_taken() {
    for operation in operations().iter().filter(|operation| operation.status == 200) {
        for parameter in &operation.parameters {
            let name = parameter["name"].as_str().unwrap();
            if name == "cursor" {
                continue;
            }
            let value = sample(name).map_or_else(|| fitting(&parameter["schema"]), str::to_owned);
            let mut pairs = vec![(name, value.as_str())];
            if name == "radius" {
                pairs.push(("near", "77.2,28.6"));
            }
            if name == "ids" || name == "properties" {
                pairs.push(("placed", "true"));
            }
            let _ = Server::shared().get(&operation.address(&pairs)).expect(200);
        }
    }
}

#[test]
fn a_parameter_that_is_not_declared_is_refused_on_every_path() {
    for operation in operations() {
        let answer = Server::shared().get(&operation.address(&[("unknownQueryParameter", "1")]));
        let error = answer.parameter_error();
        assert_eq!(error["parameter"], "unknownQueryParameter", "{}", operation.declared);
        assert!(
            error["allowed"].as_str().is_some_and(|names| names.split(", ").any(|name| name == "f")),
            "{error}"
        );
    }
}
