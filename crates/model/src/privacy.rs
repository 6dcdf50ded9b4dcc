//! The only way from a stored record to a public feature.
//!
//! [`PublicFeature`] has no other constructor, and the index takes nothing else; so what is private,
//! not consented to or too exact cannot reach a query, a tile or a page by mistake.

use crate::{Layer, Precision, Record, RegionCode, RegionTree, Role, Value};

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
/// - A private field is dropped.
/// - A position known only to the state or coarser is no position: it would be a false pin.
/// - Region, country, state and district come from the placement in the view of `tree`.
pub fn publish(layer: &Layer, record: Record, tree: &RegionTree) -> Option<PublicFeature> {
    if layer.persons {
        return None;
    }
    let region = record.placement.in_view(tree.view()).cloned();
    let at_level = |level| region.as_ref().and_then(|code| code.at_level(level));
    let code_value = |code: Option<RegionCode>| code.map_or(Value::Null, |code| Value::Text(code.into()));
    let mut properties = record.properties;
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
    let precision =
        layer.role(Role::Precision).and_then(|field| values[field].as_text()?.parse::<Precision>().ok());
    let geometry = record.geometry.filter(|_| precision.is_none_or(Precision::has_position));
    Some(PublicFeature {
        id: record.id,
        version: record.version,
        geometry,
        region,
        values,
        aliases: record.aliases,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layer::Common;
    use crate::record::Placement;
    use crate::{Region, View};
    use std::collections::BTreeMap;

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
    fn no_person_is_published_without_consent() {
        assert!(publish(&layer("persons = true"), record("town"), &tree()).is_none());
    }
}
