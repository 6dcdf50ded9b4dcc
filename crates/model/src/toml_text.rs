//! TOML as data, with errors that fit on one line.

use serde::de::DeserializeOwned;

/// Reads `text`; the error names the line and what is wrong there.
pub fn parse<T: DeserializeOwned>(text: &str) -> Result<T, String> {
    toml::from_str(text).map_err(|error| {
        let before = error.span().and_then(|span| text.get(..span.start)).unwrap_or_default();
        let line = before.bytes().filter(|byte| *byte == b'\n').count() + 1;
        format!("line {line}: {}", error.message().replace('\n', ", "))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeMap;

    #[test]
    fn an_error_is_one_line_that_names_its_line() {
        let read = parse::<BTreeMap<String, u8>>;
        assert_eq!(read("a = 1\n"), Ok([("a".to_owned(), 1)].into()));
        for wrong in ["a = 1\nb = [\n", "a = 1\nb = \"x\"\n", "a = 1\na = 2\n", "a = 1\nb"] {
            let error = read(wrong).unwrap_err();
            assert!(error.starts_with("line ") && !error.contains('\n'), "{error:?}");
        }
        assert!(read("a = 1\nb = \"x\"\n").unwrap_err().starts_with("line 2: "));
    }
}
