//! What is wrong with a value that somebody typed: the place, the value, the reason and the remedy.

use serde::Serialize;

/// A request parameter that cannot be used. It becomes one entry of `errors` in a problem document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, thiserror::Error)]
#[error("parameter `{parameter}`: {value:?} {reason}")]
pub struct ParameterError {
    /// Name of the parameter, as it stands in the request.
    pub parameter: String,
    /// The value as it was sent.
    pub value: String,
    /// Why it cannot be used, continuing "value …": "is not a number".
    pub reason: String,
    /// What is allowed, in words or as a list.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub allowed: Option<String>,
}

/// Letters of a wrong value that its error repeats.
const MOST_LETTERS: usize = 200;

impl ParameterError {
    /// An error on `parameter` with the given `value` (a long one is cut), continuing "value …".
    pub fn new(parameter: &str, value: &str, reason: impl Into<String>) -> Self {
        let value = match value.char_indices().nth(MOST_LETTERS) {
            Some((end, _)) => format!("{}…", &value[..end]),
            None => value.to_owned(),
        };
        Self { parameter: parameter.into(), value, reason: reason.into(), allowed: None }
    }

    /// Adds what is allowed instead.
    #[must_use]
    pub fn allowed(mut self, allowed: impl Into<String>) -> Self {
        self.allowed = Some(allowed.into());
        self
    }

    /// Adds the list of allowed values, the closest first named as "did you mean".
    #[must_use]
    pub fn one_of<'a>(mut self, choices: impl IntoIterator<Item = &'a str>) -> Self {
        let choices: Vec<&str> = choices.into_iter().collect();
        if let Some(near) = closest(&self.value, choices.iter().copied()) {
            self.reason = format!("{} (did you mean `{near}`?)", self.reason);
        }
        self.allowed = Some(choices.join(", "));
        self
    }
}

/// Letters of a word beyond which no choice is looked for.
const LONGEST_SLIP: usize = 64;

/// The choice most like `word`, if one is near enough to be a slip of the hand.
pub fn closest<'a>(word: &str, choices: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let word = word.to_lowercase();
    let letters = word.chars().count();
    // Nobody slips for so long, and comparing takes the product of both lengths.
    if letters > LONGEST_SLIP {
        return None;
    }
    choices
        .into_iter()
        .filter(|choice| choice.chars().count().abs_diff(letters) <= letters.max(2) / 2 + 2)
        .map(|choice| (strsim::normalized_damerau_levenshtein(&word, &choice.to_lowercase()), choice))
        .filter(|(likeness, _)| *likeness >= 0.6)
        .max_by(|a, b| a.0.total_cmp(&b.0).then_with(|| b.1.cmp(a.1)))
        .map(|(_, choice)| choice)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_is_answered_with_the_nearest_choice() {
        assert_eq!(closest("familly", ["kind", "family", "gi_year"]), Some("family"));
        assert_eq!(closest("zzz", ["kind", "family"]), None);
    }

    #[test]
    fn the_message_names_parameter_value_and_reason() {
        let error = ParameterError::new("limit", "ten", "is not a whole number").allowed("1 to 10000");
        assert_eq!(error.to_string(), "parameter `limit`: \"ten\" is not a whole number");
    }
}
