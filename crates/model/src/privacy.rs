//! The only way from a stored record to a public feature.
//!
//! [`PublicFeature`] has no other constructor, and the index takes nothing else; so what is private,
//! not consented to or too exact cannot reach a query, a tile or a page by mistake.

use crate::{Layer, Precision, Record, RegionCode, RegionTree, Role, Value};
use std::collections::BTreeMap;

/// A feature that anyone may see. Values stand in the order of the layer's fields.
#[derive(Clone, Debug)]
pub struct PublicFeature {
    id: String,
    version: u32,
    geometry: Option<geo_types::Geometry<f64>>,
    region: Option<RegionCode>,
    values: Vec<Value>,
    aliases: Vec<String>,
}

impl PublicFeature {
    /// Id, unique in its layer.
    pub fn id(&self) -> &str {
        &self.id
    }

    /// Counts up with every change.
    pub fn version(&self) -> u32 {
        self.version
    }

    /// Where it may be drawn.
    pub fn geometry(&self) -> Option<&geo_types::Geometry<f64>> {
        self.geometry.as_ref()
    }

    /// Most exact region in the view it was published for.
    pub fn region(&self) -> Option<&RegionCode> {
        self.region.as_ref()
    }

    /// One value per field of the layer.
    pub fn values(&self) -> &[Value] {
        &self.values
    }

    /// Other names it is found by; not shown as values.
    pub fn aliases(&self) -> &[String] {
        &self.aliases
    }
}

/// What of `record` anyone may see, in the view of `tree`, or nothing at all.
///
/// - A person is published only with live consent; no consent can be recorded yet, so no person is.
/// - A private field is dropped, and with it every alias that is one of its values; where the name is private,
///   all aliases are.
/// - A position known only to the state or coarser is no position: it would be a false pin. Nor is one of a
///   precision that nobody knows. The field of the precision counts even where it is private.
/// - Region, country, state and district come from the placement in the view of `tree`.
pub fn publish(layer: &Layer, record: Record, tree: &RegionTree) -> Option<PublicFeature> {
    if layer.persons {
        return None;
    }
    let region = record.placement.in_view(tree.view()).cloned();
    let at_level = |level| region.as_ref().and_then(|code| code.at_level(level));
    let code_value = |code: Option<RegionCode>| code.map_or(Value::Null, |code| Value::Text(code.into()));
    let mut properties = record.properties;
    let geometry = record.geometry.filter(|_| may_be_drawn(layer, &properties));
    let mut aliases = record.aliases;
    aliases.retain(|alias| !is_private(layer, &properties, alias));
    let values: Vec<Value> = layer
        .fields
        .iter()
        .map(|field| match field.role {
            _ if field.private => Value::Null,
            Some(Role::Region) => code_value(region.clone()),
            Some(Role::Country) => code_value(at_level(0)),
            Some(Role::State) => code_value(at_level(1)),
            Some(Role::District) => code_value(at_level(2)),
            Some(Role::RegionName) => {
                region.as_ref().map_or(Value::Null, |code| Value::Text(tree.label(code, "en")))
            }
            _ => properties.remove(&field.id).unwrap_or_default(),
        })
        .collect();
    Some(PublicFeature { id: record.id, version: record.version, geometry, region, values, aliases })
}

/// Whether the stated precision allows a position; where none is stated, the position is as good as its layer.
fn may_be_drawn(layer: &Layer, properties: &BTreeMap<String, Value>) -> bool {
    let stated = layer.role(Role::Precision).and_then(|field| properties.get(&layer.fields[field].id));
    match stated {
        None | Some(Value::Null) => true,
        Some(value) => value
            .as_text()
            .and_then(|text| text.parse().ok())
            .is_some_and(|precision: Precision| precision.has_position()),
    }
}

/// Whether `alias` may not leave: it is a value of a private field, or another word for a private name.
fn is_private(layer: &Layer, properties: &BTreeMap<String, Value>, alias: &str) -> bool {
    layer.fields.iter().filter(|field| field.private).any(|field| {
        field.role == Some(Role::Name)
            || match properties.get(&field.id) {
                Some(Value::Text(text)) => text == alias,
                Some(Value::List(texts)) => texts.iter().any(|text| text == alias),
                _ => false,
            }
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layer::Common;
    use crate::record::Placement;
    use crate::{Region, View};

    fn layer(head: &str) -> Layer {
        let text = format!(
            "id = \"wells\"\npage = \"well\"\ngeometry = \"point\"\ntitles = {{ en = \"Wells\" }}\n{head}\n\
             [[fields]]\nid = \"name\"\nrole = \"name\"\ntitles = {{ en = \"Name\" }}\n\
             [[fields]]\nid = \"owner\"\nprivate = true\ntitles = {{ en = \"Owner\" }}\n\
             [[fields]]\nid = \"precision\"\nrole = \"precision\"\ntitles = {{ en = \"Precision\" }}\n\
             [[fields]]\nid = \"state\"\nrole = \"state\"\ntitles = {{ en = \"State\" }}\n"
        );
        Layer::parse(&text, &Common::default()).unwrap()
    }

    fn record(precision: &str) -> Record {
        let text = |text: &str| Value::Text(text.into());
        Record {
            layer: "wells".into(),
            id: "w1".into(),
            version: 1,
            geometry: Some(geo_types::Point::new(77.0, 28.0).into()),
            properties: BTreeMap::from([
                ("name".into(), text("Old well")),
                ("owner".into(), text("a secret")),
                ("precision".into(), text(precision)),
            ]),
            placement: Placement { india: RegionCode::parse("IN-UP-197"), neutral: None },
            aliases: vec![],
        }
    }

    fn tree() -> RegionTree {
        let region = |code: &str| Region {
            code: RegionCode::parse(code).unwrap(),
            name: code.into(),
            names: BTreeMap::new(),
            aliases: vec![],
            bbox: None,
            source: String::new(),
            note: String::new(),
        };
        RegionTree::new(View::India, vec![region("IN"), region("IN-UP"), region("IN-UP-197")]).unwrap()
    }

    #[test]
    fn a_private_field_never_leaves() {
        let feature = publish(&layer(""), record("town"), &tree()).unwrap();
        assert!(!format!("{feature:?}").contains("a secret"));
        assert_eq!(feature.values()[3], Value::Text("IN-UP".into()));
    }

    #[test]
    fn a_point_known_only_to_the_state_is_no_geometry() {
        assert!(publish(&layer(""), record("town"), &tree()).unwrap().geometry().is_some());
        assert!(publish(&layer(""), record("state"), &tree()).unwrap().geometry().is_none());
    }

    #[test]
    fn a_precision_that_nobody_knows_is_no_geometry() {
        let drawn = |layer: &Layer, record| publish(layer, record, &tree()).unwrap().geometry().is_some();
        for unknown in ["Town", "about 5 km", "STATE"] {
            assert!(!drawn(&layer(""), record(unknown)), "{unknown}");
        }
        let mut listed = record("town");
        listed.properties.insert("precision".into(), Value::List(vec!["town".into()]));
        assert!(!drawn(&layer(""), listed));
        let mut unstated = record("town");
        unstated.properties.remove("precision");
        assert!(drawn(&layer(""), unstated));
    }

    #[test]
    fn a_private_precision_still_hides_the_position() {
        let mut layer = layer("");
        layer.fields[2].private = true;
        let feature = publish(&layer, record("state"), &tree()).unwrap();
        assert!(feature.geometry().is_none() && feature.values()[2].is_null());
        assert!(publish(&layer, record("town"), &tree()).unwrap().geometry().is_some());
    }

    #[test]
    fn an_alias_from_a_private_field_does_not_leave() {
        let mut layer = layer("");
        let mut well = record("town");
        well.aliases = vec!["a secret".into(), "पुराना कुआँ".into(), "hidden".into()];
        let text = "id = \"codes\"\nprivate = true\nmany = true\ntitles = {}";
        layer.fields.push(toml::from_str(text).unwrap());
        well.properties.insert("codes".into(), Value::List(vec!["hidden".into()]));
        assert_eq!(publish(&layer, well.clone(), &tree()).unwrap().aliases(), ["पुराना कुआँ"]);
        layer.fields[0].private = true;
        assert!(publish(&layer, well, &tree()).unwrap().aliases().is_empty());
    }

    #[test]
    fn no_person_is_published_without_consent() {
        assert!(publish(&layer("persons = true"), record("town"), &tree()).is_none());
    }
}
