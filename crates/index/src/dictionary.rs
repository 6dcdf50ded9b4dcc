//! The distinct values of a column, in the order in which they sort.

use crate::search::first_not;
use karigar_model::collation::collation_key;
use karigar_model::strings::Strings;
use karigar_model::value::ListRef;
use karigar_model::{Value, ValueRef};
use std::cmp::Ordering;

/// Distinct values. Code 1 is the first of them; code 0 is null, which is no value.
#[derive(Debug)]
pub(crate) enum Dictionary {
    /// Ascending.
    Integers(Vec<i64>),
    /// Ascending.
    Numbers(Vec<f64>),
    /// By [`collation_key`], then by bytes.
    Texts(Strings),
    /// Not in any order.
    Lists(Lists),
    /// By kind, then ascending.
    Mixed(Vec<Value>),
}

/// Distinct lists of texts.
#[derive(Debug, Default)]
pub(crate) struct Lists {
    /// Where the members of each list end.
    pub(crate) ends: Vec<u32>,
    /// Positions in `texts`.
    pub(crate) members: Vec<u32>,
    /// Distinct members, by [`collation_key`], then by bytes.
    pub(crate) texts: Strings,
}

impl Lists {
    /// The members of the list with this code, as positions in `texts`; repeated ones too.
    pub(crate) fn members(&self, code: u32) -> &[u32] {
        let at = code as usize - 1;
        let start = if at == 0 { 0 } else { self.ends[at - 1] as usize };
        &self.members[start..self.ends[at] as usize]
    }

    /// Pairs (position of a member in `texts`, code of a list that holds it), lists ascending.
    pub(crate) fn pairs(&self) -> impl Iterator<Item = (u32, u32)> + Clone {
        (1..=self.ends.len() as u32)
            .flat_map(|code| self.members(code).iter().map(move |member| (*member, code)))
    }
}

impl Dictionary {
    /// How many distinct values.
    pub(crate) fn len(&self) -> usize {
        match self {
            Self::Integers(values) => values.len(),
            Self::Numbers(values) => values.len(),
            Self::Texts(values) => values.len(),
            Self::Lists(lists) => lists.ends.len(),
            Self::Mixed(values) => values.len(),
        }
    }

    /// The value of a code, null for 0.
    pub(crate) fn get(&self, code: u32) -> ValueRef<'_> {
        let Some(at) = code.checked_sub(1) else { return ValueRef::Null };
        match self {
            Self::Integers(values) => ValueRef::Integer(values[at as usize]),
            Self::Numbers(values) => ValueRef::Number(values[at as usize]),
            Self::Texts(values) => ValueRef::Text(values.get(at)),
            Self::Lists(lists) => {
                ValueRef::List(ListRef { codes: lists.members(code), strings: &lists.texts })
            }
            Self::Mixed(values) => borrow(&values[at as usize]),
        }
    }

    /// The code of a value, where the column holds it. Whole numbers equal numbers of the same size.
    pub(crate) fn code(&self, value: &Value) -> Option<u32> {
        let place = self.place(value)?;
        place.is_multiple_of(2).then_some(place / 2)
    }

    /// Where a value stands among the codes, times two: even where it has the code, odd where it would
    /// stand between two. Nothing for null, and for lists, which have no order.
    pub(crate) fn place(&self, value: &Value) -> Option<u32> {
        if value.is_null() || matches!(self, Self::Lists(_)) {
            return None;
        }
        if let (Self::Texts(texts), Value::Text(text)) = (self, value) {
            return Some(text_place(texts, text));
        }
        let wanted = borrow(value);
        let before = first_not(self.len() as u32, |at| compare(self.get(at + 1), wanted) == Ordering::Less);
        let found = (before as usize) < self.len() && compare(self.get(before + 1), wanted).is_eq();
        Some(2 * before + if found { 2 } else { 1 })
    }
}

/// Position of `text` in a pool that is ordered as [`text_key`] says, times two as codes are.
fn text_place(texts: &Strings, text: &str) -> u32 {
    let wanted = text_key(text);
    let before = first_not(texts.len() as u32, |at| text_key(texts.get(at)) < wanted);
    let found = (before as usize) < texts.len() && texts.get(before) == text;
    2 * before + if found { 2 } else { 1 }
}

/// Position of `text` in a pool in the order of [`text_key`].
pub(crate) fn text_position(texts: &Strings, text: &str) -> Option<u32> {
    let place = text_place(texts, text);
    place.is_multiple_of(2).then(|| place / 2 - 1)
}

/// What texts are ordered by.
pub(crate) fn text_key(text: &str) -> (String, &str) {
    (collation_key(text), text)
}

/// A value without its copy. A list has no order and is taken for null.
pub(crate) fn borrow(value: &Value) -> ValueRef<'_> {
    match value {
        Value::Null | Value::List(_) => ValueRef::Null,
        Value::Boolean(yes) => ValueRef::Boolean(*yes),
        Value::Integer(number) => ValueRef::Integer(*number),
        Value::Number(number) => ValueRef::Number(*number),
        Value::Text(text) => ValueRef::Text(text),
    }
}

/// The order of two values of one column: numbers by size, texts by [`collation_key`] and then by bytes, else by kind.
pub(crate) fn compare(one: ValueRef<'_>, other: ValueRef<'_>) -> Ordering {
    use ValueRef::{Boolean, Integer, Number, Text};
    match (one, other) {
        (Boolean(one), Boolean(other)) => one.cmp(&other),
        (Integer(one), Integer(other)) => one.cmp(&other),
        (Number(one), Number(other)) => one.total_cmp(&other),
        (Integer(one), Number(other)) => (one as f64).total_cmp(&other),
        (Number(one), Integer(other)) => one.total_cmp(&(other as f64)),
        (Text(one), Text(other)) => text_key(one).cmp(&text_key(other)),
        _ => kind(one).cmp(&kind(other)),
    }
}

fn kind(value: ValueRef<'_>) -> u8 {
    match value {
        ValueRef::Boolean(_) => 0,
        ValueRef::Integer(_) | ValueRef::Number(_) => 1,
        ValueRef::Text(_) => 2,
        ValueRef::List(_) => 3,
        ValueRef::Null => 4,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_that_is_not_there_stands_between_its_neighbours() {
        let years = Dictionary::Integers(vec![2005, 2010]);
        let place = |year| years.place(&Value::Integer(year)).unwrap();
        assert_eq!([place(2000), place(2005), place(2007), place(2010), place(2020)], [1, 2, 3, 4, 5]);
        assert_eq!(years.code(&Value::Number(2010.0)), Some(2));
        assert_eq!(years.code(&Value::Number(2010.5)), None);
        assert_eq!(years.place(&Value::Null), None);
    }

    #[test]
    fn a_number_between_two_that_hardly_differ_is_neither() {
        let (one, next) = (1.0_f64, 1.0 + 2.0 * f64::EPSILON);
        let numbers = Dictionary::Numbers(vec![one, next]);
        let place = |number| numbers.place(&Value::Number(number)).unwrap();
        assert_eq!([place(one), place(one + f64::EPSILON), place(next)], [2, 3, 4]);
    }

    #[test]
    fn texts_sort_without_regard_to_case_or_accent() {
        let texts = Dictionary::Texts(["Ajrakh", "bidri", "Bīdri"].into_iter().collect());
        assert_eq!(texts.code(&Value::Text("bidri".into())), Some(2));
        assert_eq!(texts.place(&Value::Text("BIDRI".into())), Some(3));
    }
}
