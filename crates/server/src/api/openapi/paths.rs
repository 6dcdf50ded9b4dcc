//! The paths of the document.

use super::parameters::{
    NEAREST, Parameter, QUERY, SELECTION, SHAPE, all_of, group_by, in_path, named, of_field, point, search,
};
use crate::api::negotiate::Format;
use karigar_model::Layer;
use serde_json::{Map, Value, json};

/// The paths added so far, and the tag under which the next ones stand.
pub struct Paths<'a> {
    paths: Map<String, Value>,
    tag: &'a str,
}

impl<'a> Paths<'a> {
    /// Every path of the API with these layers.
    pub fn of(layers: &[&'a Layer]) -> Map<String, Value> {
        let mut paths = Self { paths: Map::new(), tag: "Core" };
        paths.core();
        for layer in layers {
            paths.layer(layer);
        }
        paths.places();
        paths.paths
    }

    fn core(&mut self) {
        self.json("/", "getLandingPage", "Landing page", vec![]);
        self.json("/conformance", "getConformance", "Conformance classes", vec![]);
        self.add("/openapi.json", "getApi", "This document", vec![], Format::OpenApi);
        self.tag = "Layers";
        self.json("/collections", "getCollections", "The layers", vec![]);
    }

    fn layer(&mut self, layer: &'a Layer) {
        let base = format!("/collections/{}", layer.id);
        self.tag = layer.title("en");
        let fields: Vec<Value> = layer.public_fields().map(|(_, field)| of_field(layer, field)).collect();
        let with_fields = |tables: &[&[Parameter]]| [all_of(tables), fields.clone()].concat();
        let id = |verb: &str| format!("{}.{verb}", layer.id);
        let of = |what: &str| format!("{}: {what}", layer.title("en"));
        let path = |rest: &str| format!("{base}{rest}");
        let items = with_fields(&[SHAPE, QUERY, SELECTION]);
        let feature = vec![in_path("featureId", "Id of a feature")];
        let mut nearest = with_fields(&[NEAREST, QUERY, SELECTION]);
        nearest[0] = point();
        let aggregate = [vec![group_by()], with_fields(&[QUERY])].concat();
        let download = with_fields(&[QUERY, SELECTION]);

        self.json(&base, &id("describe"), &of("description"), vec![]);
        let schema = Format::Schema;
        self.add(&path("/queryables"), &id("getQueryables"), &of("fields to filter by"), vec![], schema);
        self.geojson(&path("/items"), &id("getFeatures"), &of("features"), items);
        self.geojson(&path("/items/{featureId}"), &id("getFeature"), &of("one feature"), feature);
        let whole = of("everything that matches, as one file");
        self.geojson(&path("/download"), &id("download"), &whole, download);
        self.paths[&path("/download")]["get"]["responses"]["200"]["content"] = json!({
            Format::GeoJson.media_type(): { "schema": { "type": "object" } },
            "text/csv": { "schema": { "type": "string" } },
        });
        self.geojson(&path("/nearest"), &id("nearest"), &of("nearest features"), nearest);
        self.json(&path("/aggregate"), &id("aggregate"), &of("counts by field"), aggregate);
        self.json(&path("/facets"), &id("facets"), &of("counts of every facet"), with_fields(&[QUERY]));
    }

    fn places(&mut self) {
        self.tag = "Regions";
        let code = || in_path("code", "A region's code");
        let list = vec![named("parent"), named("level")];
        self.json("/regions", "getRegions", "Countries, states, districts", list);
        self.json("/regions/{code}", "getRegion", "A region", vec![code()]);
        let summary = "Counts of a region and its children";
        self.json("/regions/{code}/summary", "getRegionSummary", summary, vec![code()]);
        let serving = vec![code(), named("point")];
        let path = "/regions/{code}/serving-centres";
        self.json(path, "getServingCentres", "Offices that serve a region", serving);
        self.tag = "Crafts";
        self.json("/crafts", "getCrafts", "Words of the trade", vec![]);
        self.json("/crafts/{id}", "getCraft", "A craft", vec![in_path("id", "A craft's id")]);
        self.tag = "Search";
        self.geojson("/search", "search", "Search everything that has a name", search());
    }

    fn json(&mut self, path: &str, id: &str, summary: &str, parameters: Vec<Value>) {
        self.add(path, id, summary, parameters, Format::Json);
    }

    fn geojson(&mut self, path: &str, id: &str, summary: &str, parameters: Vec<Value>) {
        self.add(path, id, summary, parameters, Format::GeoJson);
    }

    fn add(&mut self, path: &str, id: &str, summary: &str, mut parameters: Vec<Value>, format: Format) {
        parameters.push(named("f"));
        let operation = json!({
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
        self.paths.insert(path.to_owned(), json!({ "get": operation }));
    }
}
