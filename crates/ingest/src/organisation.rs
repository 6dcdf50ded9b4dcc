//! Organisations, derived from the centres that they run.

use crate::RowError;
use crate::table_layer::LayerRows;
use karigar_model::record::Placement;
use karigar_model::{Precision, Record, RegionCode, Value, View, fold};
use std::collections::{BTreeMap, HashMap};

/// The layer that they make.
pub(crate) const LAYER: &str = "organisations";

/// The id of an organisation: its name in plain letters and hyphens, the same on every installation.
pub fn organisation_id(name: &str) -> String {
    fold::fold(name).replace(' ', "-")
}

/// One record for each distinct organisation of `centres`, by id.
pub(crate) fn derive(centres: &LayerRows, errors: &mut Vec<RowError>) -> LayerRows {
    let mut groups: BTreeMap<String, (&str, Vec<&Record>)> = BTreeMap::new();
    for centre in &centres.records {
        let Some(name) = centre.properties.get("organisation").and_then(Value::as_text) else { continue };
        let group = groups.entry(organisation_id(name)).or_insert((name, Vec::new()));
        if group.0 != name {
            errors.push(RowError {
                row: centres.lines.get(&centre.id).copied(),
                column: "organisation".into(),
                value: name.into(),
                ..RowError::of_file(
                    &centres.file,
                    format!("is another spelling of “{}”", group.0),
                    "spell both the same",
                )
            });
        }
        group.1.push(centre);
    }
    let records = groups.into_iter().map(|(id, (name, centres))| record(id, name, &centres)).collect();
    LayerRows { records, lines: HashMap::new(), file: centres.file.clone() }
}

fn record(id: String, name: &str, centres: &[&Record]) -> Record {
    let common = |view: View| {
        let mut codes = centres.iter().map(|centre| centre.placement.in_view(view));
        let first = codes.next()??.clone();
        codes.try_fold(first, |around, code| smallest_around(&around, code?))
    };
    // The seat is not known, so never closer than the state.
    let cut = |code: Option<RegionCode>| code.map(|code| code.at_level(1).unwrap_or(code));
    let placement = Placement { india: cut(common(View::India)), neutral: cut(common(View::Neutral)) };
    let precision = placement.india.as_ref().map(|code| match code.level() {
        0 => Precision::Country,
        _ => Precision::State,
    });
    let ids: Vec<&str> = centres.iter().map(|centre| centre.id.as_str()).collect();
    let properties = [
        ("name", Value::text(name)),
        ("centres", Value::Integer(i64::try_from(centres.len()).unwrap_or(i64::MAX))),
        ("precision", precision.map_or(Value::Null, |precision| Value::text(precision.code()))),
        ("source", Value::Text(format!("the centres that name it: {}", ids.join(", ")))),
    ];
    Record {
        layer: LAYER.into(),
        id,
        version: 1,
        geometry: None,
        properties: properties
            .into_iter()
            .filter(|(_, value)| !value.is_null())
            .map(|(field, value)| (field.to_owned(), value))
            .collect(),
        placement,
        aliases: Vec::new(),
    }
}

/// The smallest region that holds both.
fn smallest_around(a: &RegionCode, b: &RegionCode) -> Option<RegionCode> {
    (0..=a.level()).rev().filter_map(|level| a.at_level(level)).find(|code| b.is_within(code))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn centre(id: &str, organisation: &str, code: &str) -> Record {
        Record {
            layer: "centres".into(),
            id: id.into(),
            version: 1,
            geometry: None,
            properties: BTreeMap::from([("organisation".into(), Value::text(organisation))]),
            placement: Placement { india: RegionCode::parse(code), neutral: RegionCode::parse(code) },
            aliases: vec![],
        }
    }

    #[test]
    fn an_organisation_stands_in_the_smallest_state_or_country_around_its_centres() {
        let centres = LayerRows {
            records: vec![
                centre("a", "Government of Punjab", "IN-PB-049"),
                centre("b", "Government of Punjab", "IN-PB"),
                centre("c", "Ministry (Textiles)", "IN-PB-049"),
                centre("d", "Ministry (Textiles)", "IN-UP-197"),
                centre("e", "Ministry, Textiles", "PK"),
                centre("f", "", "IN"),
            ],
            lines: HashMap::from([("e".into(), 6)]),
            file: "tables/centres.csv".into(),
        };
        let mut errors = Vec::new();
        let records = derive(&centres, &mut errors).records;
        let told: Vec<(&str, Option<&str>, &Value)> = records
            .iter()
            .map(|r| {
                (r.id.as_str(), r.placement.india.as_ref().map(RegionCode::as_str), &r.properties["centres"])
            })
            .collect();
        assert_eq!(
            told,
            [
                ("government-of-punjab", Some("IN-PB"), &Value::Integer(2)),
                ("ministry-textiles", None, &Value::Integer(3)),
            ]
        );
        assert_eq!(errors[0].row, Some(6));
        assert!(errors[0].reason.contains("Ministry (Textiles)"));
    }
}
