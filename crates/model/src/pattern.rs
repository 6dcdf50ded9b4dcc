//! Patterns of texts: how an address or a code is written.

use regex_lite::Regex;
use serde::{Deserialize, Serialize};

/// How each value of a field is written, as a regular expression of JSON Schema (ECMA-262) over the whole
/// text: it begins with `^` and ends with `$`. It is read by `regex-lite`, which knows no look-around and no
/// back references and, like ECMA-262, takes `\d`, `\s` and `\w` for ASCII.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Pattern(Regex);

impl Pattern {
    /// Whether `text` is written so.
    pub fn fits(&self, text: &str) -> bool {
        self.0.is_match(text)
    }

    /// The expression.
    pub fn as_str(&self) -> &str {
        self.0.as_str()
    }
}

impl TryFrom<String> for Pattern {
    type Error = String;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        if !(text.starts_with('^') && text.ends_with('$')) {
            return Err(format!("the pattern `{text}` must begin with ^ and end with $"));
        }
        Regex::new(&text).map(Self).map_err(|error| format!("the pattern `{text}` cannot be read: {error}"))
    }
}

impl From<Pattern> for String {
    fn from(pattern: Pattern) -> Self {
        pattern.as_str().to_owned()
    }
}

impl PartialEq for Pattern {
    fn eq(&self, other: &Self) -> bool {
        self.as_str() == other.as_str()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pattern_is_of_the_whole_text() {
        let pattern = Pattern::try_from("^[0-9]{6}$".to_owned()).unwrap();
        assert!(pattern.fits("110066"));
        for text in ["1100660", "x110066", "110066\n", "११००६६", ""] {
            assert!(!pattern.fits(text), "{text:?}");
        }
        for wrong in ["[0-9]+", "^[0-9]+", "[0-9]+$", "^[0-9$"] {
            assert!(Pattern::try_from(wrong.to_owned()).unwrap_err().contains(wrong));
        }
    }

    #[test]
    fn a_pattern_is_stored_as_its_text() {
        let pattern = Pattern::try_from("^a+$".to_owned()).unwrap();
        let text = serde_json::to_string(&pattern).unwrap();
        assert_eq!(text, "\"^a+$\"");
        assert_eq!(serde_json::from_str::<Pattern>(&text).unwrap(), pattern);
    }
}
