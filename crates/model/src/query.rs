//! What can be asked of a layer, parsed once at the edge.

mod cursor;
mod interval;
mod parse;

pub use cursor::Cursor;
pub use interval::Interval;
pub use parse::{Known, QUERY_PARAMETERS, escape_code, parse_sort, split_codes};

use crate::ParameterError;
use crate::{Bbox, Point, RegionCode, Value};
use serde::Serialize;

/// Which features of a layer. All conditions hold together.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Query {
    /// Features that touch the box, and those without a geometry (OGC API Features Part 1,
    /// /req/core/fc-bbox-response C).
    pub bbox: Option<Bbox>,
    /// Features of this region or one inside it.
    pub within: Option<RegionCode>,
    /// Features within a distance of a point.
    pub circle: Option<Circle>,
    /// Conditions on fields.
    pub filters: Vec<Filter>,
    /// Words.
    pub text: Option<TextQuery>,
    /// Only features with (or without) a geometry.
    pub placed: Option<bool>,
    /// Only these ids.
    pub ids: Option<Vec<String>>,
    /// Features in this time, and those without a time.
    pub datetime: Option<Interval>,
}

/// A circle on the ellipsoid.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Circle {
    /// Its middle.
    pub center: Point,
    /// Geodesic metres.
    pub radius: f64,
}

/// A condition on one field.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Filter {
    /// Position in the layer's fields.
    pub field: usize,
    /// What must hold.
    pub test: Test,
}

/// What a field's value must be. A field that is not known passes no test.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub enum Test {
    /// One of these texts; of a list, at least one member.
    AnyOf(Vec<String>),
    /// This value; of a list, at least one member.
    Equals(Value),
}

/// Words to find: any of the terms.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct TextQuery {
    /// What stood between commas.
    pub terms: Vec<Term>,
}

/// Folded words (see [`crate::fold`]) that are found together.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub enum Term {
    /// Each of them begins a word of a record, in whichever of its texts; at least one.
    Words(Vec<String>),
    /// They stand in one text, one after the other; the last may be only the beginning of a word.
    Phrase(String),
}

/// Most letters of a text that is searched for: names are shorter, and each letter costs.
const MOST_LETTERS: usize = 200;

/// Refuses a text for the parameter `name` that is longer than any name.
pub fn readable_text(name: &str, text: &str) -> Result<(), ParameterError> {
    let letters = text.chars().count();
    if letters > MOST_LETTERS {
        let reason = format!("has {letters} letters");
        return Err(
            ParameterError::new(name, text, reason).allowed(format!("at most {MOST_LETTERS} letters"))
        );
    }
    Ok(())
}

impl TextQuery {
    /// Reads `q`: a comma parts alternatives, a blank words that are found together, and quotation marks
    /// keep words in their order, as the draft of OGC API Features Part 9 has it without them. Nothing when no
    /// letter or digit is in it.
    pub fn parse(text: &str) -> Option<Self> {
        let mut terms: Vec<Term> = text.split(',').filter_map(Term::parse).collect();
        terms.sort_unstable();
        terms.dedup();
        (!terms.is_empty()).then_some(Self { terms })
    }
}

impl Term {
    fn parse(text: &str) -> Option<Self> {
        let folded = crate::fold::fold(text);
        let mut words: Vec<String> = folded.split(' ').map(str::to_owned).collect();
        words.retain(|word| !word.is_empty());
        let quote = |letter: Option<char>| letter.is_some_and(|letter| "\"“”„".contains(letter));
        let trimmed = text.trim();
        if words.len() > 1 && quote(trimmed.chars().next()) && quote(trimmed.chars().next_back()) {
            return Some(Self::Phrase(folded));
        }
        words.sort_unstable();
        words.dedup();
        (!words.is_empty()).then_some(Self::Words(words))
    }
}

/// One key of an order. The id always breaks ties.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Sort {
    /// Position in the layer's fields, or nothing for the id.
    pub field: Option<usize>,
    /// From the largest down.
    pub descending: bool,
}

/// Which part of an ordered result.
#[derive(Clone, Debug, PartialEq)]
pub struct Page {
    /// At most this many features.
    pub limit: usize,
    /// From where.
    pub start: Start,
}

/// Where a page starts.
#[derive(Clone, Debug, PartialEq)]
pub enum Start {
    /// After this many features.
    Offset(usize),
    /// After the feature that the cursor names, which may be gone by now.
    After(Cursor),
}

impl Page {
    /// The first page.
    pub fn first(limit: usize) -> Self {
        Self { limit, start: Start::Offset(0) }
    }
}

impl Query {
    /// A number for this query and order, for ETags and to tie a cursor to them.
    pub fn checksum(&self, layer: &str, sort: &[Sort]) -> u64 {
        let text = serde_json::to_string(&(layer, self, sort)).unwrap_or_default();
        fnv1a(text.as_bytes())
    }

    /// The same query without its condition on `field`.
    #[must_use]
    pub fn without_filter(&self, field: usize) -> Self {
        let mut query = self.clone();
        query.filters.retain(|filter| filter.field != field);
        query
    }
}

/// Fowler–Noll–Vo hash 1a, 64 bits: stable across builds and machines, unlike the standard hasher.
pub fn fnv1a(bytes: &[u8]) -> u64 {
    bytes
        .iter()
        .fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_comma_parts_phrases_and_what_holds_no_letter_is_nothing() {
        let words = |words: &[&str]| Term::Words(words.iter().map(|word| (*word).to_owned()).collect());
        let terms = |text: &str| TextQuery::parse(text).unwrap().terms;
        assert_eq!(terms("Print block, ,ikat"), [words(&["block", "print"]), words(&["ikat"])]);
        assert_eq!(terms("“Block print”"), [Term::Phrase("block print".into())]);
        assert_eq!(TextQuery::parse(" , -"), None);
    }
}
