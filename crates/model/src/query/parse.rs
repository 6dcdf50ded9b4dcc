//! From request parameters to a [`Query`]; used by the API, which refuses what it does not know, and
//! by pages, which ignore it.

use super::{Circle, Filter, Interval, Sort, Test, TextQuery, readable_text};
use crate::{Bbox, Field, FieldType, Layer, ParameterError, Point, Query, RegionCode, Role, Value};

/// Whether a parameter belongs to the query.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Known {
    /// It was taken.
    Yes,
    /// It is none of the query's.
    No,
}

/// Most ids one request may name.
const MAX_IDS: usize = 1000;

impl Query {
    /// Takes one parameter. An empty value counts as absent. `radius` needs `near` before it.
    pub fn take(&mut self, layer: &Layer, name: &str, value: &str) -> Result<Known, ParameterError> {
        if value.is_empty() && (layer.field(name).is_some() || QUERY_PARAMETERS.contains(&name)) {
            return Ok(Known::Yes);
        }
        match name {
            "bbox" => self.bbox = Some(Bbox::parse(name, value)?),
            "within" => {
                let code = RegionCode::parse(value).ok_or_else(|| {
                    ParameterError::new(name, value, "is not a region code").allowed(SOME_REGION_CODES)
                })?;
                self.within = Some(code);
            }
            "near" => {
                let center = Point::parse(name, value)?;
                let radius = self.circle.map_or(DEFAULT_RADIUS, |circle| circle.radius);
                self.circle = Some(Circle { center, radius });
            }
            "radius" => {
                let metres = value.parse::<f64>().ok().filter(|metres| metres.is_finite() && *metres >= 0.0);
                let radius = metres.ok_or_else(|| {
                    ParameterError::new(name, value, "is not a distance")
                        .allowed("metres, 0 or more, together with `near`")
                })?;
                let center = self.circle.map_or(NOWHERE, |circle| circle.center);
                self.circle = Some(Circle { center, radius });
            }
            "q" => {
                readable_text(name, value)?;
                let text = TextQuery::parse(value).ok_or_else(|| {
                    ParameterError::new(name, value, "holds no letter or digit")
                        .allowed("words; a comma means or")
                })?;
                self.text = Some(text);
            }
            "placed" => {
                self.placed = Some(match value {
                    "true" => true,
                    "false" => false,
                    _ => {
                        return Err(ParameterError::new(name, value, "is not a truth value")
                            .one_of(["true", "false"]));
                    }
                });
            }
            "ids" => {
                let ids: Vec<String> = value.split(',').map(str::to_owned).collect();
                if ids.len() > MAX_IDS {
                    let reason = format!("names {} ids", ids.len());
                    return Err(
                        ParameterError::new(name, value, reason).allowed(format!("at most {MAX_IDS} ids"))
                    );
                }
                self.ids = Some(ids);
            }
            "datetime" => self.datetime = Some(Interval::parse(name, value)?),
            _ => return self.take_field(layer, name, value),
        }
        Ok(Known::Yes)
    }

    fn take_field(&mut self, layer: &Layer, name: &str, value: &str) -> Result<Known, ParameterError> {
        let Some((position, field)) = layer.public_fields().find(|(_, field)| field.id == name) else {
            return Ok(Known::No);
        };
        let test = if field.facet {
            let values = split_codes(value);
            let canonical = values.iter().map(|value| typed(layer, field, value).map(words));
            Test::AnyOf(canonical.collect::<Result<_, _>>()?)
        } else {
            Test::Equals(typed(layer, field, value)?)
        };
        self.filters.retain(|filter| filter.field != position);
        self.filters.push(Filter { field: position, test });
        self.filters.sort_by_key(|filter| filter.field);
        Ok(Known::Yes)
    }

    /// To be called when all parameters are taken: what only makes sense together.
    pub fn complete(&self) -> Result<(), ParameterError> {
        match self.circle {
            Some(circle) if circle.center == NOWHERE => {
                let radius = circle.radius.to_string();
                Err(ParameterError::new("radius", &radius, "stands without a point")
                    .allowed("add near=longitude,latitude"))
            }
            _ => Ok(()),
        }
    }
}

/// A value of a field: of its type, one of its codes, and a region's code as it is written in the data.
/// A facet has only codes of its list; of another field a list is a description.
fn typed(layer: &Layer, field: &Field, value: &str) -> Result<Value, ParameterError> {
    let wrong = |reason: &str| ParameterError::new(&field.id, value, reason);
    if field.role.is_some_and(Role::is_region_code) {
        let code = RegionCode::parse(value)
            .ok_or_else(|| wrong("is not a region code").allowed(SOME_REGION_CODES))?;
        return Ok(Value::Text(code.into()));
    }
    Ok(match field.field_type {
        FieldType::Integer => Value::Integer(
            value.parse().map_err(|_| wrong("is not a whole number").allowed("a whole number"))?,
        ),
        FieldType::Number => {
            let number = value.parse::<f64>().ok().filter(|number| number.is_finite());
            Value::Number(number.ok_or_else(|| wrong("is not a number").allowed("a number"))?)
        }
        FieldType::Boolean => match value {
            "true" => Value::Boolean(true),
            "false" => Value::Boolean(false),
            _ => return Err(wrong("is not a truth value").one_of(["true", "false"])),
        },
        _ => {
            let codes = layer.codes(field);
            if field.facet && !codes.is_empty() && layer.code(field, value).is_none() {
                let choices = codes.iter().map(|code| code.value.as_str());
                return Err(wrong("is not a code of this field").one_of(choices));
            }
            Value::Text(value.to_owned())
        }
    })
}

/// A single value in the words in which a facet lists it.
fn words(value: Value) -> String {
    match value {
        Value::Text(text) => text,
        Value::Integer(number) => number.to_string(),
        Value::Number(number) => number.to_string(),
        Value::Boolean(yes) => yes.to_string(),
        Value::Null | Value::List(_) => String::new(),
    }
}

/// The codes of a list such as `metal,pottery`. A comma within a code stands behind a backslash:
/// `Ministry of Textiles\, Government of India`.
pub fn split_codes(list: &str) -> Vec<String> {
    let mut codes = vec![String::new()];
    let mut letters = list.chars();
    while let Some(letter) = letters.next() {
        match letter {
            '\\' => codes.last_mut().into_iter().for_each(|code| code.extend(letters.next())),
            ',' => codes.push(String::new()),
            letter => codes.last_mut().into_iter().for_each(|code| code.push(letter)),
        }
    }
    codes.into_iter().map(|code| code.trim().to_owned()).filter(|code| !code.is_empty()).collect()
}

/// A code as it stands in a list that [`split_codes`] reads.
pub fn escape_code(code: &str) -> String {
    code.replace('\\', "\\\\").replace(',', "\\,")
}

/// Names that [`Query::take`] knows besides the fields of the layer.
pub const QUERY_PARAMETERS: &[&str] = &["bbox", "within", "near", "radius", "q", "placed", "ids", "datetime"];

/// What a region may be called, where a text is no code at all.
const SOME_REGION_CODES: &str = "a code from /api/regions, for example IN, IN-UP or IN-UP-197";

/// Radius when only `near` is given, metres.
const DEFAULT_RADIUS: f64 = 50_000.0;

/// Stands for "no point yet" while parameters are read; not a valid position.
const NOWHERE: Point = Point { lon: f64::MAX, lat: f64::MAX };

/// Reads `sortby`: `[+|-]field`, comma-separated; `+` may arrive as a blank (draft Part 8).
pub fn parse_sort(layer: &Layer, value: &str) -> Result<Vec<Sort>, ParameterError> {
    value
        .split(',')
        .map(|key| {
            let (descending, name) = match key.as_bytes().first() {
                Some(b'-') => (true, &key[1..]),
                Some(b'+' | b' ') => (false, &key[1..]),
                _ => (false, key),
            };
            if name == "id" {
                return Ok(Sort { field: None, descending });
            }
            let found = layer.public_fields().find(|(_, field)| field.id == name && !field.many);
            let (position, _) = found.ok_or_else(|| {
                let sortable = layer
                    .public_fields()
                    .filter(|(_, field)| !field.many)
                    .map(|(_, field)| field.id.as_str());
                ParameterError::new("sortby", name, "is not a field to sort by")
                    .one_of(std::iter::once("id").chain(sortable))
            })?;
            Ok(Sort { field: Some(position), descending })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layer::Common;

    fn layer() -> Layer {
        Layer::parse(
            r#"
            id = "crafts"
            page = "craft"
            geometry = "point"
            titles = { en = "Crafts" }
            [[fields]]
            id = "name"
            role = "name"
            titles = { en = "Name" }
            [[fields]]
            id = "family"
            type = "code"
            facet = true
            codes = "family"
            titles = { en = "Family" }
            [[fields]]
            id = "gi_year"
            type = "integer"
            titles = { en = "Year" }
            [[fields]]
            id = "state"
            role = "state"
            type = "code"
            facet = true
            titles = { en = "State" }
            [[fields]]
            id = "rounds"
            type = "integer"
            facet = true
            titles = { en = "Rounds" }
            [[fields]]
            id = "height"
            type = "number"
            facet = true
            titles = { en = "Height" }
            [[codes.family]]
            value = "metal"
            titles = { en = "Metal" }
            [[codes.family]]
            value = "pottery"
            titles = { en = "Pottery" }
            "#,
            &Common::default(),
        )
        .unwrap()
    }

    fn query(pairs: &[(&str, &str)]) -> Result<Query, ParameterError> {
        let mut query = Query::default();
        for (name, value) in pairs {
            assert_eq!(query.take(&layer(), name, value)?, Known::Yes, "{name}");
        }
        query.complete()?;
        Ok(query)
    }

    #[test]
    fn a_facet_takes_several_codes_and_refuses_others_by_name() {
        let found = query(&[("family", "metal,pottery")]).unwrap();
        assert_eq!(found.filters[0].test, Test::AnyOf(vec!["metal".into(), "pottery".into()]));
        let error = query(&[("family", "metal,potery")]).unwrap_err();
        assert_eq!((error.parameter.as_str(), error.value.as_str()), ("family", "potery"));
        assert!(error.reason.contains("did you mean `pottery`?"));
    }

    #[test]
    fn a_value_is_asked_for_as_the_data_has_it_however_it_was_written() {
        for (name, written, held) in [
            ("state", "in-up", "IN-UP"),
            ("state", "in-up,Pk-pb", "IN-UP,PK-PB"),
            ("rounds", "+2008", "2008"),
            ("rounds", "007,-0", "7,0"),
            ("height", "2.50", "2.5"),
        ] {
            let texts = held.split(',').map(str::to_owned).collect();
            let found = query(&[(name, written)]).unwrap();
            assert_eq!(found.filters[0].test, Test::AnyOf(texts), "{name}={written}");
        }
        assert_eq!(query(&[("state", "uttar")]).unwrap_err().reason, "is not a region code");
    }

    #[test]
    fn a_comma_within_a_code_is_written_with_a_backslash() {
        let codes = ["Ministry of Textiles, Government of India", "a\\b", "plain"];
        let list = codes.map(escape_code).join(",");
        assert_eq!(split_codes(&list), codes);
        assert_eq!(split_codes("metal, pottery,"), ["metal", "pottery"]);
    }

    #[test]
    fn radius_needs_a_point_in_any_order() {
        let both = query(&[("radius", "1000"), ("near", "77,28")]).unwrap();
        assert_eq!(both, query(&[("near", "77,28"), ("radius", "1000")]).unwrap());
        assert!(query(&[("radius", "1000")]).is_err());
    }

    #[test]
    fn an_unknown_parameter_is_left_to_the_caller() {
        assert_eq!(Query::default().take(&layer(), "utm_source", "x"), Ok(Known::No));
    }

    #[test]
    fn a_plus_sign_that_became_a_blank_still_sorts_upwards() {
        let keys = parse_sort(&layer(), " name,-gi_year").unwrap();
        assert_eq!(
            keys,
            [Sort { field: Some(0), descending: false }, Sort { field: Some(2), descending: true }]
        );
        assert!(parse_sort(&layer(), "gi_yaer").unwrap_err().reason.contains("gi_year"));
    }
}
