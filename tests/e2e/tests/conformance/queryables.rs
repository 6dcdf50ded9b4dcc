//! Queryables and each of them as a parameter (Features Part 3, /req/queryables/*).

use karigar_e2e::{Server, as_code, descriptor, encoded, id, ids, list, shown};
use regex_lite::Regex;
use serde_json::Value;
use std::collections::BTreeSet;

fn schema(layer: &str) -> Value {
    let answer = Server::shared().get(&format!("/api/collections/{layer}/queryables")).expect(200);
    assert_eq!(answer.header("content-type"), "application/schema+json");
    answer.json()
}

/// All features of a layer, as a client of the standard gets them.
fn items(layer: &str) -> Vec<Value> {
    list(&Server::shared().json(&format!("/api/collections/{layer}/items?limit=10000"))["features"]).clone()
}

#[test]
fn the_schema_is_one_of_2020_12_that_forbids_the_rest() {
    let server = Server::shared();
    for layer in server.layers() {
        let schema = schema(&layer);
        assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema");
        assert_eq!(schema["$id"], format!("{}/api/collections/{layer}/queryables", server.address));
        let asked = server.json(&format!("/api/collections/{layer}/queryables?f=json"));
        assert_eq!(asked["$id"], schema["$id"], "the query is no part of the id");
        assert_eq!(schema["type"], "object");
        assert_eq!(schema["additionalProperties"], false);
        let geometry = &schema["properties"]["geometry"];
        let shape = if layer == "regions" { "geometry-multipolygon" } else { "geometry-point" };
        assert_eq!((&geometry["format"], &geometry["type"]), (&shape.into(), &Value::Null), "{layer}");
        assert_eq!(geometry["x-ogc-role"], "primary-geometry");
    }
}

#[test]
fn every_property_of_the_features_is_a_queryable_and_the_other_way_round() {
    for layer in Server::shared().layers() {
        let schema = schema(&layer);
        let queryables: Vec<&String> =
            schema["properties"].as_object().unwrap().keys().filter(|name| *name != "geometry").collect();
        for feature in items(&layer) {
            let properties: Vec<&String> = feature["properties"].as_object().unwrap().keys().collect();
            assert_eq!(properties, queryables, "{layer}/{}", id(&feature));
        }
    }
}

#[test]
fn every_value_has_the_type_that_its_queryable_declares() {
    for layer in Server::shared().layers() {
        let schema = schema(&layer);
        for feature in items(&layer) {
            for (name, value) in feature["properties"].as_object().unwrap() {
                let declared = &schema["properties"][name];
                let values = value.as_array().map_or_else(|| vec![value], |values| values.iter().collect());
                for value in values.into_iter().filter(|value| !value.is_null()) {
                    let fits = match declared["type"].as_str().unwrap() {
                        "string" => value.is_string(),
                        "integer" => value.is_i64(),
                        "number" => value.is_number(),
                        "boolean" => value.is_boolean(),
                        other => panic!("{other}"),
                    };
                    assert!(fits, "{layer}/{} {name}: {value}", id(&feature));
                    let pattern = declared["pattern"].as_str().map(|pattern| Regex::new(pattern).unwrap());
                    let fits = pattern.is_none_or(|pattern| pattern.is_match(value.as_str().unwrap()));
                    assert!(fits, "{layer}/{} {name}: {value}", id(&feature));
                    let choices = declared["enum"].as_array();
                    assert!(choices.is_none_or(|choices| choices.contains(value)), "{layer} {name}: {value}");
                }
            }
        }
    }
}

#[test]
fn the_pattern_of_a_field_is_that_of_its_descriptor() {
    for layer in Server::shared().layers() {
        let schema = schema(&layer);
        for field in descriptor(&layer)["fields"].as_array().unwrap() {
            let stated = field.get("pattern").and_then(toml::Value::as_str);
            let name = field["id"].as_str().unwrap();
            assert_eq!(schema["properties"][name]["pattern"].as_str(), stated, "{layer} {name}");
        }
    }
    assert!(schema("centres")["properties"]["email"]["pattern"].is_string());
}

/// The values of a field: of a list, its members; of what is not known, none.
fn members(value: &Value) -> Vec<&Value> {
    match value {
        Value::Array(values) => values.iter().collect(),
        Value::Null => Vec::new(),
        one => vec![one],
    }
}

/// Whether a feature has this value in a field.
fn holds(feature: &Value, name: &str, value: &str) -> bool {
    members(&feature["properties"][name]).into_iter().any(|one| shown(one) == value)
}

#[test]
fn every_queryable_works_as_a_parameter() {
    let server = Server::shared();
    let (mut asked, mut wrong) = (0, Vec::new());
    for layer in server.layers() {
        let all = server.features(&layer, "skipGeometry=true");
        let facets = server.json(&format!("/api/collections/{layer}/facets"))["facets"].clone();
        for name in
            schema(&layer)["properties"].as_object().unwrap().keys().filter(|name| *name != "geometry")
        {
            let values = all.iter().map(|feature| &feature["properties"][name]);
            let values: BTreeSet<String> = values.flat_map(members).map(shown).collect();
            // Every value that a facet offers, and some of the others.
            let facet = facets[name].is_array();
            for value in values.iter().step_by(if facet { 1 } else { values.len() / 8 + 1 }) {
                let asked_for = if facet { as_code(value) } else { value.clone() };
                let shape = [("limit", "10000"), ("skipGeometry", "true"), ("properties", "name")];
                let query = encoded(&[&shape[..], &[(name, &asked_for)]].concat());
                let expected: Vec<String> =
                    all.iter().filter(|one| holds(one, name, value)).map(id).collect();
                if ids(&server.json(&format!("/api/collections/{layer}/items?{query}"))) != expected {
                    wrong.push(format!("{layer}: {name}={value}"));
                }
                asked += 1;
            }
        }
    }
    assert!(asked > 300, "only {asked} values were asked for");
    assert!(wrong.is_empty(), "{} of {asked} values are not found:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn a_facet_takes_several_codes_and_several_parameters_hold_together() {
    let server = Server::shared();
    let all = server.features("clusters", "");
    let count = |test: &dyn Fn(&Value) -> bool| all.iter().filter(|feature| test(feature)).count() as u64;
    let either = count(&|one| holds(one, "family", "metal") || holds(one, "family", "wood"));
    assert_eq!(server.matched("clusters", "family=metal,wood"), either);
    let both = count(&|one| holds(one, "family", "metal") && holds(one, "country", "PK"));
    assert!(both > 0);
    assert_eq!(server.matched("clusters", "family=metal&country=PK"), both);
}
