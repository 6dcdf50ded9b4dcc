//! The paths of the document.

use super::parameters::{
    NEAREST, Parameter, QUERY, SELECTION, SHAPE, all_of, facts, group_by, in_path, named, of_field, point,
    search, typed,
};
use crate::api::negotiate::Format;
use karigar_model::Layer;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde_json::{Map, Value, json};

/// The paths added so far, and the tag under which the next ones stand.
pub struct Paths<'a> {
    all: Map<String, Value>,
    tag: &'a str,
    /// The API's absolute address.
    server: &'a str,
    shared: &'a Map<String, Value>,
}

impl<'a> Paths<'a> {
    /// Every path of the API at `server` with these layers; beside each the id of a feature that is there.
    /// `shared` are the parameters that paths refer to.
    pub fn of(
        server: &'a str,
        layers: &[(&'a Layer, Option<&str>)],
        shared: &'a Map<String, Value>,
    ) -> Map<String, Value> {
        let mut paths = Self { all: Map::new(), tag: "Core", server, shared };
        paths.core();
        for (layer, feature) in layers {
            paths.layer(layer, *feature);
        }
        paths.places();
        paths.all
    }

    fn core(&mut self) {
        self.json("/", "getLandingPage", "Landing page", vec![], &[]);
        self.json("/conformance", "getConformance", "Conformance classes", vec![], &[]);
        self.add("/openapi.json", "getApi", "This document", (vec![], &[]), Format::OpenApi);
        self.tag = "Layers";
        self.json("/collections", "getCollections", "The layers", vec![], &[]);
    }

    fn layer(&mut self, layer: &'a Layer, feature: Option<&str>) {
        let base = format!("/collections/{}", layer.id);
        self.tag = layer.title("en");
        let fields: Vec<Value> = layer.public_fields().map(|(_, field)| of_field(layer, field)).collect();
        let with_fields = |tables: &[&[Parameter]]| [all_of(tables), fields.clone()].concat();
        let id = |verb: &str| format!("{}.{verb}", layer.id);
        let of = |what: &str| format!("{}: {what}", layer.title("en"));
        let path = |rest: &str| format!("{base}{rest}");
        let items = with_fields(&[SHAPE, QUERY, SELECTION]);
        let feature = vec![in_path("featureId", "Id of a feature", feature)];
        let mut nearest = with_fields(&[NEAREST, QUERY, SELECTION]);
        nearest[0] = point();
        let aggregate = [vec![group_by()], with_fields(&[QUERY])].concat();
        let download = with_fields(&[QUERY, SELECTION]);

        let facet = layer.public_fields().find(|(_, field)| field.facet && !layer.codes(field).is_empty());
        let facet = facet.map_or("q", |(_, field)| field.id.as_str());

        self.json(&base, &id("describe"), &of("description"), vec![], &[]);
        let schema = Format::Schema;
        self.add(
            &path("/queryables"),
            &id("getQueryables"),
            &of("fields to filter by"),
            (vec![], &[]),
            schema,
        );
        self.geojson(&path("/items"), &id("getFeatures"), &of("features"), items, &[facet, "limit"]);
        self.geojson(&path("/items/{featureId}"), &id("getFeature"), &of("one feature"), feature, &[]);
        let whole = of("everything that matches, as one file");
        self.geojson(&path("/download"), &id("download"), &whole, download, &["within=IN-UP", "f=csv"]);
        self.all[&path("/download")]["get"]["responses"]["200"]["content"] = json!({
            Format::GeoJson.media_type(): { "schema": { "type": "object" } },
            "text/csv": { "schema": { "type": "string" } },
        });
        self.geojson(&path("/nearest"), &id("nearest"), &of("nearest features"), nearest, &["k"]);
        self.json(&path("/aggregate"), &id("aggregate"), &of("counts by field"), aggregate, &["within=IN"]);
        let facets = with_fields(&[QUERY]);
        self.json(&path("/facets"), &id("facets"), &of("counts of every facet"), facets, &["within=IN-UP"]);
    }

    fn places(&mut self) {
        self.tag = "Regions";
        let code = || in_path("code", "A region's code", Some("IN-UP-197"));
        let list = vec![named("parent"), named("level")];
        self.json("/regions", "getRegions", "Countries, states, districts", list, &["parent"]);
        self.json("/regions/{code}", "getRegion", "A region", vec![code()], &[]);
        let summary = "Counts of a region and its children";
        self.json("/regions/{code}/summary", "getRegionSummary", summary, vec![code()], &[]);
        let serving = vec![code(), named("point")];
        let path = "/regions/{code}/serving-centres";
        self.json(path, "getServingCentres", "Offices that serve a region", serving, &[]);
        let complete = "How complete a region's records are, and which chosen products lack a craft";
        self.json("/regions/{code}/completeness", "getRegionCompleteness", complete, vec![code()], &[]);
        self.tag = "Crafts";
        self.json("/crafts", "getCrafts", "Words of the trade", vec![], &[]);
        let craft = vec![in_path("id", "A craft's id", Some("ajrak"))];
        self.json("/crafts/{id}", "getCraft", "A craft", craft, &[]);
        self.tag = "Facts";
        let figures = facts(&["region", "topic", "group", "period"], &["lang"]);
        self.list(
            "/statistics",
            "getStatistics",
            "Figures with their sources",
            figures,
            &["region", "topic"],
        );
        let (summary, known) =
            ("Programmes, as they are or were", facts(&["on", "name", "need", "within"], &[]));
        self.list("/schemes", "getSchemes", summary, known, &["on", "name"]);
        let scheme = [vec![in_path("id", "A programme's id", Some("ahvy"))], facts(&["on"], &[])].concat();
        self.json("/schemes/{id}", "getScheme", "A programme", scheme, &["on"]);
        self.list("/services", "getServices", "What centres do", facts(&["centre"], &[]), &["centre"]);
        self.tag = "Events";
        let region = || vec![named("within")];
        self.json("/events", "getEvents", "Fairs and events, what comes next first", region(), &["within"]);
        let file = "/events.ics";
        let certain = "Events whose days are certain, as iCalendar";
        self.add(file, "getEventsFile", certain, (region(), &["within"]), Format::Calendar);
        let operation = &mut self.all[file]["get"];
        operation["responses"]["200"]["content"] =
            json!({ Format::Calendar.media_type(): { "schema": { "type": "string" } } });
        // It is a file of one format: `f`, the last of every path, does not belong to it.
        operation["parameters"].as_array_mut().map(Vec::pop);
        self.tag = "Search";
        self.geojson("/search", "search", "Search everything that has a name", search(), &["limit"]);
    }

    fn json(&mut self, path: &str, id: &str, summary: &str, parameters: Vec<Value>, shown: &[&str]) {
        self.add(path, id, summary, (parameters, shown), Format::Json);
    }

    fn geojson(&mut self, path: &str, id: &str, summary: &str, parameters: Vec<Value>, shown: &[&str]) {
        self.add(path, id, summary, (parameters, shown), Format::GeoJson);
    }

    /// A list of flat objects, which may be had as CSV.
    fn list(&mut self, path: &str, id: &str, summary: &str, parameters: Vec<Value>, shown: &[&str]) {
        self.json(path, id, summary, parameters, shown);
        let content = &mut self.all[path]["get"]["responses"]["200"]["content"];
        content["text/csv"] = json!({ "schema": { "type": "string" } });
    }

    /// `shown` are the parameters of the example besides those that the path cannot do without.
    fn add(
        &mut self,
        path: &str,
        id: &str,
        summary: &str,
        (mut parameters, shown): (Vec<Value>, &[&str]),
        format: Format,
    ) {
        parameters.push(named("f"));
        let example = self.example(path, &parameters, shown);
        let mut operation = json!({
            "operationId": id,
            "summary": summary,
            "tags": [self.tag],
            "parameters": parameters,
            "responses": {
                "200": { "description": summary, "content": {
                    format.media_type(): { "schema": { "type": "object" } },
                    "text/html": { "schema": { "type": "string" } },
                } },
                "400": { "$ref": "#/components/responses/problem" },
                "404": { "$ref": "#/components/responses/problem" },
                "406": { "$ref": "#/components/responses/problem" },
                "500": { "$ref": "#/components/responses/problem" },
            },
        });
        if let Some(example) = example {
            let source = format!("curl -s '{example}'");
            operation["x-codeSamples"] = json!([{ "lang": "Shell", "source": source }]);
        }
        self.all.insert(path.to_owned(), json!({ "get": operation }));
    }

    /// The address of a request that shows what a path is for, with the examples of its parameters; `shown`
    /// are names, with `=value` where another value tells more. Nothing where a part of the path has none.
    fn example(&self, path: &str, parameters: &[Value], shown: &[&str]) -> Option<String> {
        let mut path = path.trim_end_matches('/').to_owned();
        let mut query = String::new();
        for parameter in parameters {
            let shared = parameter["$ref"].as_str().and_then(|reference| reference.rsplit('/').next());
            let parameter = shared.map_or(parameter, |name| &self.shared[name]);
            let name = parameter["name"].as_str()?;
            let given = shown.iter().find_map(|shown| match shown.split_once('=') {
                Some((of, value)) => (of == name).then(|| value.to_owned()),
                None => (*shown == name).then(|| typed(&parameter["example"])),
            });
            let needed = || (parameter["required"] == true).then(|| parameter.get("example").map(typed));
            let Some(value) = given.map(Some).or_else(needed) else { continue };
            let value = utf8_percent_encode(&value?, IN_ADDRESS).to_string();
            if parameter["in"] == "path" {
                path = path.replace(&format!("{{{name}}}"), &value);
            } else {
                let mark = if query.is_empty() { '?' } else { '&' };
                query = format!("{query}{mark}{name}={value}");
            }
        }
        Some(format!("{}{path}{query}", self.server))
    }
}

/// What is written as percent and digits; commas, colons and slashes stay readable.
const IN_ADDRESS: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'_')
    .remove(b'.')
    .remove(b'~')
    .remove(b',')
    .remove(b':')
    .remove(b'/');
