//! The text of a cell as a value of a field.

use crate::table::split_list;
use karigar_model::query::Interval;
use karigar_model::{Field, FieldType, Layer, Value, closest};

/// Why a text is no value of a field, and what to do.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct CellError {
    /// Continues "value …".
    pub reason: String,
    /// What to do.
    pub remedy: String,
}

fn wrong<T>(reason: impl Into<String>, remedy: impl Into<String>) -> Result<T, CellError> {
    Err(CellError { reason: reason.into(), remedy: remedy.into() })
}

/// Reads `text` as a value of `field`. An empty text is a value that is not known.
pub(crate) fn parse(layer: &Layer, field: &Field, text: &str) -> Result<Value, CellError> {
    let text = text.trim();
    if text.is_empty() {
        return Ok(Value::Null);
    }
    if !field.many {
        return parse_one(layer, field, text);
    }
    let mut parts: Vec<String> = Vec::new();
    for part in split_list(text) {
        let value = parse_one(layer, field, part)?;
        let part = value.as_text().unwrap_or(part).to_owned();
        if !parts.contains(&part) {
            parts.push(part);
        }
    }
    Ok(if parts.is_empty() { Value::Null } else { Value::List(parts) })
}

fn parse_one(layer: &Layer, field: &Field, text: &str) -> Result<Value, CellError> {
    match field.field_type {
        FieldType::Text => match &field.pattern {
            Some(pattern) if !pattern.fits(text) => wrong(
                format!("does not fit the pattern of {}", field.title("en").to_lowercase()),
                format!("write it as {} says, or clear the cell", pattern.as_str()),
            ),
            _ => Ok(Value::text(text)),
        },
        FieldType::Code => parse_code(layer, field, text),
        FieldType::Integer => match text.parse() {
            Ok(number) => Ok(Value::Integer(number)),
            Err(_) => wrong("is not a whole number", "write digits only, or clear the cell"),
        },
        FieldType::Number => match text.parse::<f64>() {
            Ok(number) if number.is_finite() => Ok(Value::Number(number)),
            _ => wrong("is not a number", "write digits with a decimal point, or clear the cell"),
        },
        FieldType::Boolean => match text.to_ascii_lowercase().as_str() {
            "true" | "yes" | "1" => Ok(Value::Boolean(true)),
            "false" | "no" | "0" => Ok(Value::Boolean(false)),
            _ => wrong("is neither yes nor no", "write yes or no, or clear the cell"),
        },
        FieldType::Date if Interval::of_value(text).is_some() => Ok(Value::text(text)),
        FieldType::Date => wrong(
            "is not a date",
            "write YYYY-MM-DD, YYYY-MM or YYYY, two of them with / between for a stretch, or clear the cell",
        ),
        FieldType::Url => parse_url(text),
    }
}

fn parse_code(layer: &Layer, field: &Field, text: &str) -> Result<Value, CellError> {
    let codes = layer.codes(field);
    if codes.is_empty() || codes.iter().any(|code| code.value == text) {
        return Ok(Value::text(text));
    }
    let values = || codes.iter().map(|code| code.value.as_str());
    let hint = closest(text, values()).map(|near| format!(" (did you mean `{near}`?)")).unwrap_or_default();
    wrong(
        format!("is not a code of {}{hint}", field.title("en").to_lowercase()),
        format!("write one of {}", values().collect::<Vec<_>>().join(", ")),
    )
}

/// An address with a scheme, or a bare host name, which gets `http://` as a browser would give it.
fn parse_url(text: &str) -> Result<Value, CellError> {
    let full = if text.contains("://") { text.to_owned() } else { format!("http://{text}") };
    let host = full.strip_prefix("https://").or_else(|| full.strip_prefix("http://")).unwrap_or_default();
    let host = host.split(['/', '?', '#']).next().unwrap_or_default();
    if host.contains('.') && !full.contains(char::is_whitespace) {
        Ok(Value::Text(full))
    } else {
        wrong("is not an address on the web", "write it as https://example.org/page, or clear the cell")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use karigar_model::layer::Common;

    fn layer() -> Layer {
        let field = |id: &str, more: &str| {
            format!("[[fields]]\nid = \"{id}\"\ntitles = {{ en = \"{id}\" }}\n{more}\n")
        };
        let text = [
            "id = \"wells\"\npage = \"well\"\ngeometry = \"point\"\ntitles = { en = \"Wells\" }\n".to_owned(),
            "[codes]\nkind = [{ value = \"open\", titles = {} }, { value = \"covered\", titles = {} }]\n"
                .to_owned(),
            field("name", "role = \"name\""),
            field("kind", "type = \"code\"\ncodes = \"kind\""),
            field("kinds", "type = \"code\"\ncodes = \"kind\"\nmany = true"),
            field("depth", "type = \"number\""),
            field("year", "type = \"integer\""),
            field("wet", "type = \"boolean\""),
            field("dug", "type = \"date\""),
            field("page", "type = \"url\""),
            field("marks", "many = true\npattern = \"^[A-Z][0-9]+$\""),
        ];
        Layer::parse(&text.concat(), &Common::default()).unwrap()
    }

    fn read(field: &str, text: &str) -> Result<Value, CellError> {
        let layer = layer();
        parse(&layer, layer.field(field).unwrap(), text)
    }

    #[test]
    fn a_cell_becomes_a_value_of_its_field() {
        let text = |text: &str| Value::Text(text.into());
        assert_eq!(read("name", "  "), Ok(Value::Null));
        assert_eq!(read("kind", "open"), Ok(text("open")));
        assert_eq!(
            read("kinds", "open; covered;open"),
            Ok(Value::List(vec!["open".into(), "covered".into()]))
        );
        assert_eq!(read("depth", "3.5"), Ok(Value::Number(3.5)));
        assert_eq!(read("year", "1998"), Ok(Value::Integer(1998)));
        assert_eq!(read("wet", "Yes"), Ok(Value::Boolean(true)));
        for date in
            ["2024-02-29", "2024", "2024-02-01/2024-02-15", "2024-02/..", "../2024", "2024-02-29T06:00:00Z"]
        {
            assert_eq!(read("dug", date), Ok(text(date)));
        }
        assert_eq!(read("page", "example.org/a"), Ok(text("http://example.org/a")));
        assert_eq!(read("marks", "A1; B22"), Ok(Value::List(vec!["A1".into(), "B22".into()])));
    }

    #[test]
    fn what_is_no_value_says_why_and_what_to_do() {
        let error = read("kind", "opne").unwrap_err();
        assert_eq!(error.reason, "is not a code of kind (did you mean `open`?)");
        assert_eq!(error.remedy, "write one of open, covered");
        let error = read("marks", "A1; b22").unwrap_err();
        assert_eq!(error.reason, "does not fit the pattern of marks");
        assert_eq!(error.remedy, "write it as ^[A-Z][0-9]+$ says, or clear the cell");
        for (field, text) in [
            ("depth", "NaN"),
            ("depth", "3,5"),
            ("year", "1998.5"),
            ("wet", "maybe"),
            ("dug", "2023-02-29"),
            ("dug", "29/02/2024"),
            ("dug", "2024-02-15/2024-02-01"),
            ("dug", "../.."),
            ("page", "no address"),
            ("page", "javascript://x.y"),
        ] {
            assert!(read(field, text).is_err(), "{field}: {text}");
        }
    }
}
