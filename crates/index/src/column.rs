//! One field of all records: a code a record, and the values the codes stand for.

use crate::codes::{Accept, Codes};
use crate::dictionary::{Dictionary, Lists, borrow, compare, text_key, text_position};
use crate::hash::Map;
use crate::table::Table;
use karigar_model::query::Test;
use karigar_model::strings::Strings;
use karigar_model::{Field, FieldType, Value, ValueRef};
use std::hash::Hash;

/// A column of the layer.
#[derive(Debug)]
pub(crate) struct Column {
    /// Code of each record; 0 is null.
    pub(crate) codes: Codes,
    /// What the codes mean.
    pub(crate) dictionary: Dictionary,
    /// Of a column of lists: the lists that hold each member.
    holders: Table,
    /// Of a column that is no text: its values in words, by code − 1.
    labels: Strings,
}

/// A value of a record as it may be coded: several texts, or one value.
enum Kind {
    Integers,
    Numbers,
    Texts,
    Lists,
    Mixed,
}

impl Column {
    /// Codes the values of all features, which are walked several times. `order` holds for each record the
    /// position of its feature; a walk in the features' own order is kinder to the cache.
    pub(crate) fn build<'a>(
        field: &Field,
        values: impl Iterator<Item = &'a Value> + Clone,
        order: &[u32],
    ) -> Self {
        let (codes, dictionary) = match kind(field, values.clone()) {
            Kind::Integers => {
                let numbers = values.map(|value| match value {
                    Value::Integer(number) => Some(*number),
                    _ => None,
                });
                let (codes, sorted) = sort_distinct(numbers, i64::cmp);
                (codes, Dictionary::Integers(sorted))
            }
            Kind::Numbers => {
                let bits = values.map(|value| number(value).map(f64::to_bits));
                let (codes, sorted) =
                    sort_distinct(bits, |one, other| f64::from_bits(*one).total_cmp(&f64::from_bits(*other)));
                (codes, Dictionary::Numbers(sorted.into_iter().map(f64::from_bits).collect()))
            }
            Kind::Texts => {
                let (codes, texts) = sort_texts(values.map(Value::as_text));
                (codes, Dictionary::Texts(texts))
            }
            Kind::Lists => {
                let (codes, lists) = code_lists(values.map(texts_of));
                (codes, Dictionary::Lists(lists))
            }
            Kind::Mixed => code_mixed(values),
        };
        Self::new(field.facet, &codes, dictionary, order)
    }

    /// A column of the texts of each record, which is no field of the layer.
    pub(crate) fn of_lists<'a>(texts: impl Iterator<Item = &'a [String]> + Clone, order: &[u32]) -> Self {
        let (codes, lists) = code_lists(texts.map(|texts| texts.iter().map(String::as_str)));
        Self::new(false, &codes, Dictionary::Lists(lists), order)
    }

    fn new(facet: bool, codes: &[u32], dictionary: Dictionary, order: &[u32]) -> Self {
        let holders = match &dictionary {
            Dictionary::Lists(lists) => Table::group(lists.texts.len(), lists.pairs()),
            _ => Table::default(),
        };
        let worded = facet && !matches!(dictionary, Dictionary::Texts(_) | Dictionary::Lists(_));
        let words = if worded { dictionary.len() as u32 } else { 0 };
        let mut labels = Strings::default();
        for code in 1..=words {
            labels.push(&dictionary.get(code).display());
        }
        let codes = Codes::pack(order.iter().map(|feature| codes[*feature as usize]).collect());
        Self { codes, dictionary, holders, labels }
    }

    /// The value of a record.
    pub(crate) fn value(&self, record: u32) -> ValueRef<'_> {
        self.dictionary.get(self.codes.get(record))
    }

    /// The largest code.
    pub(crate) fn largest(&self) -> u32 {
        self.dictionary.len() as u32
    }

    /// Whether it holds several texts a record.
    pub(crate) fn is_list(&self) -> bool {
        matches!(self.dictionary, Dictionary::Lists(_))
    }

    /// A value in words, as a facet lists it. Not for lists.
    pub(crate) fn label(&self, code: u32) -> &str {
        match &self.dictionary {
            Dictionary::Texts(texts) => texts.get(code - 1),
            _ if self.labels.is_empty() => "",
            _ => self.labels.get(code - 1),
        }
    }

    /// The codes that pass a test.
    pub(crate) fn accept(&self, test: &Test) -> Accept {
        let codes = match (test, &self.dictionary) {
            (Test::AnyOf(texts), Dictionary::Lists(lists)) => {
                self.holding(texts.iter().filter_map(|text| text_position(&lists.texts, text)))
            }
            (Test::Equals(Value::Text(text)), Dictionary::Lists(lists)) => {
                self.holding(text_position(&lists.texts, text).into_iter())
            }
            (Test::AnyOf(texts), Dictionary::Texts(pool)) => {
                texts.iter().filter_map(|text| text_position(pool, text)).map(|at| at + 1).collect()
            }
            (Test::AnyOf(texts), _) => {
                let listed = |code: &u32| {
                    let words = self.dictionary.get(*code).display();
                    texts.iter().any(|text| *text == words)
                };
                (1..=self.largest()).filter(listed).collect()
            }
            (Test::Equals(value), dictionary) => dictionary.code(value).into_iter().collect(),
        };
        Accept::of(codes, self.largest())
    }

    /// Codes of the lists that hold one of the members (positions among the distinct texts), in no order;
    /// one may come several times.
    pub(crate) fn holding(&self, members: impl Iterator<Item = u32>) -> Vec<u32> {
        members.flat_map(|member| self.holders.get(member).iter().copied()).collect()
    }
}

/// What the values of a field are. The descriptor decides; values that contradict it are kept as they are.
fn kind<'a>(field: &Field, values: impl Iterator<Item = &'a Value>) -> Kind {
    let (mut integer, mut number, mut text, mut other) = (false, false, false, false);
    let mut list = field.many;
    for value in values {
        match value {
            Value::Null => {}
            Value::Integer(_) => integer = true,
            Value::Number(_) => number = true,
            Value::Text(_) => text = true,
            Value::Boolean(_) => other = true,
            Value::List(_) => list = true,
        }
    }
    match (list, integer, number, text, other) {
        (true, ..) => Kind::Lists,
        (_, _, false, false, false) if field.field_type == FieldType::Integer => Kind::Integers,
        (_, _, _, false, false) if field.field_type == FieldType::Number => Kind::Numbers,
        (_, false, false, _, false) => Kind::Texts,
        (_, true, false, false, false) => Kind::Integers,
        _ => Kind::Mixed,
    }
}

fn number(value: &Value) -> Option<f64> {
    match value {
        Value::Integer(number) => Some(*number as f64),
        // One zero, so that −0 and 0 are one value.
        Value::Number(number) => Some(number + 0.0),
        _ => None,
    }
}

/// Codes and their distinct values, ascending.
fn sort_distinct<T: Copy + Eq + Hash>(
    values: impl Iterator<Item = Option<T>>,
    order: impl Fn(&T, &T) -> std::cmp::Ordering,
) -> (Vec<u32>, Vec<T>) {
    let (mut codes, distinct) = first_seen(values);
    let mut by_size: Vec<u32> = (0..distinct.len() as u32).collect();
    by_size.sort_unstable_by(|one, other| order(&distinct[*one as usize], &distinct[*other as usize]));
    recode(&mut codes, &by_size);
    (codes, by_size.iter().map(|at| distinct[*at as usize]).collect())
}

/// Codes and the distinct texts, as [`text_key`] orders them.
fn sort_texts<'a>(values: impl Iterator<Item = Option<&'a str>>) -> (Vec<u32>, Strings) {
    let (mut codes, distinct) = first_seen(values);
    let order = text_order(&distinct);
    recode(&mut codes, &order);
    (codes, order.iter().map(|at| distinct[*at as usize]).collect())
}

/// Positions of the texts in the order in which they sort.
fn text_order(texts: &[&str]) -> Vec<u32> {
    let mut order: Vec<u32> = (0..texts.len() as u32).collect();
    order.sort_by_cached_key(|at| text_key(texts[*at as usize]));
    order
}

/// A code a value (0 for none) in the order of first appearance, and the values by code − 1.
fn first_seen<T: Copy + Eq + Hash>(values: impl Iterator<Item = Option<T>>) -> (Vec<u32>, Vec<T>) {
    let mut known: Map<T, u32> = Map::default();
    let mut distinct = Vec::new();
    let codes = values
        .map(|value| {
            let Some(value) = value else { return 0 };
            *known.entry(value).or_insert_with(|| {
                distinct.push(value);
                distinct.len() as u32
            })
        })
        .collect();
    (codes, distinct)
}

/// Renumbers codes after their values were put into `order`.
fn recode(codes: &mut [u32], order: &[u32]) {
    let mut renamed = vec![0; order.len() + 1];
    for (new, old) in order.iter().enumerate() {
        renamed[*old as usize + 1] = new as u32 + 1;
    }
    for code in codes {
        *code = renamed[*code as usize];
    }
}

/// Codes of distinct lists, given as their members. An empty list is null.
fn code_lists<'a, T>(values: impl Iterator<Item = T> + Clone) -> (Vec<u32>, Lists)
where
    T: Iterator<Item = &'a str> + Clone,
{
    let (mut members, texts) = first_seen(values.clone().flatten().map(Some));
    let order = text_order(&texts);
    recode(&mut members, &order);
    let texts = order.iter().map(|at| texts[*at as usize]).collect();
    let mut lists = Lists { texts, ..Lists::default() };
    let mut known: Map<&[u32], u32> = Map::default();
    let mut next = 0;
    let codes = values
        .map(|value| {
            let start = next;
            next += value.count();
            if start == next {
                return 0;
            }
            *known.entry(&members[start..next]).or_insert_with(|| {
                lists.members.extend(members[start..next].iter().map(|code| code - 1));
                lists.ends.push(lists.members.len() as u32);
                lists.ends.len() as u32
            })
        })
        .collect();
    (codes, lists)
}

/// The texts of a value; a single one is a list of one.
fn texts_of(value: &Value) -> impl Iterator<Item = &str> + Clone {
    let (one, many) = match value {
        Value::Text(text) => (Some(text.as_str()), &[][..]),
        Value::List(texts) => (None, texts.as_slice()),
        _ => (None, &[][..]),
    };
    one.into_iter().chain(many.iter().map(String::as_str))
}

fn code_mixed<'a>(values: impl Iterator<Item = &'a Value> + Clone) -> (Vec<u32>, Dictionary) {
    let mut distinct: Vec<&Value> = values.clone().filter(|value| !value.is_null()).collect();
    distinct.sort_by(|one, other| compare(borrow(one), borrow(other)));
    distinct.dedup_by(|one, other| compare(borrow(one), borrow(other)).is_eq());
    let dictionary = Dictionary::Mixed(distinct.into_iter().cloned().collect());
    let codes = values.map(|value| dictionary.code(value).unwrap_or(0)).collect();
    (codes, dictionary)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn column(field_type: FieldType, many: bool, values: &[Value]) -> Column {
        let field = Field {
            id: "f".into(),
            titles: [].into(),
            descriptions: [].into(),
            field_type,
            role: None,
            column: None,
            facet: true,
            searchable: false,
            formal: None,
            private: false,
            many,
            classification: false,
            codes: None,
            pattern: None,
            translates: None,
        };
        let order: Vec<u32> = (0..values.len() as u32).collect();
        Column::build(&field, values.iter(), &order)
    }

    fn text(text: &str) -> Value {
        Value::Text(text.into())
    }

    fn list(texts: &[&str]) -> Value {
        Value::List(texts.iter().map(|text| (*text).into()).collect())
    }

    #[test]
    fn values_come_back_as_they_went_in() {
        let columns = [
            vec![text("b"), Value::Null, text(""), text("b")],
            vec![list(&["y", "x"]), list(&["x"]), Value::Null, list(&["y", "x"])],
            vec![Value::Integer(7), Value::Null, Value::Integer(-1)],
            vec![Value::Number(0.5), Value::Number(-2.0), Value::Null],
            vec![Value::Boolean(true), Value::Boolean(false), Value::Null],
            vec![Value::Integer(7), text("seven"), Value::Boolean(true)],
            vec![Value::Null, Value::Null],
        ];
        for values in columns {
            let column = column(FieldType::Text, false, &values);
            let back: Vec<Value> =
                (0..values.len() as u32).map(|record| column.value(record).to_value()).collect();
            assert_eq!(back, values);
        }
    }

    #[test]
    fn a_whole_number_in_a_field_of_numbers_is_a_number() {
        let column = column(FieldType::Number, false, &[Value::Integer(2), Value::Number(2.0)]);
        assert_eq!((column.largest(), column.value(0).to_value()), (1, Value::Number(2.0)));
        assert!(column.accept(&Test::Equals(Value::Integer(2))).has(1));
    }

    #[test]
    fn a_list_passes_with_one_of_its_members() {
        let column = column(FieldType::Code, true, &[list(&["x", "y"]), list(&["y"]), list(&["z"])]);
        assert_eq!(column.accept(&Test::AnyOf(vec!["y".into(), "w".into()])), Accept::Range(1..3));
        assert!(column.accept(&Test::Equals(text("w"))).is_nothing());
    }

    #[test]
    fn a_facet_of_numbers_is_asked_for_in_words() {
        let column = column(FieldType::Integer, false, &[Value::Integer(2005), Value::Integer(10)]);
        assert_eq!((column.label(1), column.label(2)), ("10", "2005"));
        assert_eq!(column.accept(&Test::AnyOf(vec!["2005".into()])), Accept::Range(2..3));
    }
}
