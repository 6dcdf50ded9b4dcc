//! The value of one field of one record, owned ([`Value`]) and borrowed ([`ValueRef`]).

use crate::strings::Strings;
use serde::ser::SerializeSeq;
use serde::{Deserialize, Serialize, Serializer};

/// A value as it is stored. The layer's descriptor says which variant a field has.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Value {
    /// Not known.
    #[default]
    Null,
    /// Yes or no.
    Boolean(bool),
    /// A whole number.
    Integer(i64),
    /// Any other number.
    Number(f64),
    /// Text, a code, or a date in ISO 8601.
    Text(String),
    /// Several texts or codes.
    List(Vec<String>),
}

impl Value {
    /// Text, or null when it is empty.
    pub fn text(text: &str) -> Self {
        if text.is_empty() { Self::Null } else { Self::Text(text.to_owned()) }
    }

    /// The text of a [`Value::Text`].
    pub fn as_text(&self) -> Option<&str> {
        if let Self::Text(text) = self { Some(text) } else { None }
    }

    /// Whether nothing is known.
    pub fn is_null(&self) -> bool {
        matches!(self, Self::Null)
    }
}

/// A value borrowed from a snapshot.
#[derive(Clone, Copy, Debug)]
pub enum ValueRef<'a> {
    /// Not known.
    Null,
    /// Yes or no.
    Boolean(bool),
    /// A whole number.
    Integer(i64),
    /// Any other number.
    Number(f64),
    /// Text, a code, or a date in ISO 8601.
    Text(&'a str),
    /// Several texts or codes.
    List(ListRef<'a>),
}

/// Several texts, as positions in a dictionary.
#[derive(Clone, Copy, Debug)]
pub struct ListRef<'a> {
    /// Positions in `strings`.
    pub codes: &'a [u32],
    /// The dictionary.
    pub strings: &'a Strings,
}

impl<'a> ListRef<'a> {
    /// The texts, in order.
    pub fn iter(self) -> impl ExactSizeIterator<Item = &'a str> {
        self.codes.iter().map(move |code| self.strings.get(*code))
    }
}

impl<'a> ValueRef<'a> {
    /// The text of a [`ValueRef::Text`].
    pub fn as_text(self) -> Option<&'a str> {
        if let Self::Text(text) = self { Some(text) } else { None }
    }

    /// Whether nothing is known.
    pub fn is_null(self) -> bool {
        matches!(self, Self::Null)
    }

    /// An owned copy.
    pub fn to_value(self) -> Value {
        match self {
            Self::Null => Value::Null,
            Self::Boolean(yes) => Value::Boolean(yes),
            Self::Integer(number) => Value::Integer(number),
            Self::Number(number) => Value::Number(number),
            Self::Text(text) => Value::Text(text.to_owned()),
            Self::List(list) => Value::List(list.iter().map(str::to_owned).collect()),
        }
    }

    /// The value in words for a reader or a cell: lists joined by "; ", null empty.
    pub fn display(self) -> std::borrow::Cow<'a, str> {
        match self {
            Self::Null => "".into(),
            Self::Boolean(yes) => if yes { "true" } else { "false" }.into(),
            Self::Integer(number) => number.to_string().into(),
            Self::Number(number) => number.to_string().into(),
            Self::Text(text) => text.into(),
            Self::List(list) => list.iter().collect::<Vec<_>>().join("; ").into(),
        }
    }
}

impl Serialize for ValueRef<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match *self {
            Self::Null => serializer.serialize_unit(),
            Self::Boolean(yes) => serializer.serialize_bool(yes),
            Self::Integer(number) => serializer.serialize_i64(number),
            Self::Number(number) => serializer.serialize_f64(number),
            Self::Text(text) => serializer.serialize_str(text),
            Self::List(list) => {
                let mut seq = serializer.serialize_seq(Some(list.codes.len()))?;
                for text in list.iter() {
                    seq.serialize_element(text)?;
                }
                seq.end()
            }
        }
    }
}
