//! A position as somebody writes it: degrees in every usual form, `geo:` URI, link to a map, DIGIPIN, plus code.
//!
//! [`read`] is the whole of it. Latitude comes before longitude, as people write; letters and links say it
//! themselves. What is clearly meant as a position and is none is a [`Mistake`], never another reading.

mod degrees;
pub mod digipin;
mod link;
mod plus_code;

use crate::{ParameterError, Point};
pub use plus_code::ShortCode;

/// What was written.
#[derive(Clone, Debug, PartialEq)]
pub enum Written {
    /// A position that cannot be read otherwise.
    Point(Point),
    /// Two plain numbers. By the rule the first is the latitude.
    Plain {
        /// The position by the rule; nothing where the numbers cannot be that.
        latitude_first: Option<Point>,
        /// The position with the longitude first; nothing where the numbers cannot be that.
        longitude_first: Option<Point>,
    },
    /// A plus code that counts from a place.
    Short {
        /// The code.
        code: ShortCode,
        /// The words beside it.
        place: String,
    },
}

/// Why something that is meant as a position is none. The texts are for readers of the API; pages word it by the
/// message `position-wrong-{code}` with `$value`.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Mistake {
    /// A character that no DIGIPIN has.
    #[error("`{0}` stands in no DIGIPIN")]
    DigipinLetter(char),
    /// So many characters are no DIGIPIN.
    #[error("a DIGIPIN has ten characters, and these are {0}")]
    DigipinLength(usize),
    /// Beyond the poles.
    #[error("{0} is no latitude")]
    Latitude(String),
    /// Beyond the antimeridian.
    #[error("{0} is no longitude")]
    Longitude(String),
    /// Minutes or seconds of sixty and more.
    #[error("{0} minutes or seconds are more than a degree or minute has")]
    Sixty(String),
    /// Two latitudes or two longitudes.
    #[error("both numbers are said to be the same, a latitude or a longitude")]
    Twice,
    /// A plus code with a letter or length that none has.
    #[error("`{0}` is no plus code")]
    PlusCode(String),
    /// A short plus code without a place.
    #[error("`{0}` is the end of a plus code, and a place must say where it counts from")]
    ShortCode(String),
    /// A short plus code beside a place that nobody knows.
    #[error("the plus code counts from `{0}`, and no place is called so")]
    UnknownPlace(String),
    /// A link that hides where it leads.
    #[error("a short link does not tell the position it leads to")]
    ShortLink,
    /// A link without a position.
    #[error("the link holds no position")]
    Link,
}

impl Mistake {
    /// Its name in messages, and the value that they mention.
    pub fn code(&self) -> (&'static str, String) {
        match self {
            Self::DigipinLetter(letter) => ("digipin-letter", letter.to_string()),
            Self::DigipinLength(count) => ("digipin-length", count.to_string()),
            Self::Latitude(number) => ("latitude", number.clone()),
            Self::Longitude(number) => ("longitude", number.clone()),
            Self::Sixty(number) => ("sixty", number.clone()),
            Self::Twice => ("twice", String::new()),
            Self::PlusCode(code) => ("plus-code", code.clone()),
            Self::ShortCode(code) => ("short-code", code.clone()),
            Self::UnknownPlace(place) => ("unknown-place", place.clone()),
            Self::ShortLink => ("short-link", String::new()),
            Self::Link => ("link", String::new()),
        }
    }

    /// The error of a request whose `parameter` was `text`.
    pub fn of(&self, parameter: &str, text: &str) -> ParameterError {
        let allowed = match self {
            Self::DigipinLetter(_) | Self::DigipinLength(_) => {
                "ten of the characters 2 3 4 5 6 7 8 9 C F J K L M P T, for example 39J-49L-L8T4"
            }
            Self::Latitude(_) | Self::Longitude(_) | Self::Twice => {
                "latitude −90 to 90, then longitude −180 to 180, for example 26.9124, 75.7873 or 26.9124N 75.7873E"
            }
            Self::Sixty(_) => "minutes and seconds below 60, for example 26°54′44.6″N 75°47′14.3″E",
            Self::PlusCode(_) => "a whole plus code, for example 7JRQWQ6P+XW, or its end and a place",
            Self::ShortCode(_) | Self::UnknownPlace(_) => {
                "the whole code, for example 7JRQWQ6P+XW, or its end and a place: WQ6P+XW Jaipur"
            }
            Self::ShortLink | Self::Link => {
                "the long address that the map shows once the link is open, or latitude and longitude"
            }
        };
        ParameterError::new(parameter, text, self.to_string()).allowed(allowed)
    }
}

/// Longest text that is looked at, in bytes; links are long.
const LONGEST: usize = 4000;

/// The position that `text` is, or why it is none although it is meant as one; nothing where it is something else.
pub fn read(text: &str) -> Option<Result<Written, Mistake>> {
    if text.len() > LONGEST {
        return None;
    }
    let plain = plain(text);
    let text = plain.trim();
    link::read(text)
        .or_else(|| digipin::read(text).map(|read| read.map(Written::Point)))
        .or_else(|| plus_code::read(text))
        .or_else(|| degrees::read(text))
}

/// Digits of every script as ASCII, and one sign for each of the many of minutes, seconds, degrees and minus.
fn plain(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '٫' => plain.push('.'),
            '،' | '，' | '、' => plain.push(','),
            '؛' | '；' => plain.push(';'),
            '−' | '–' | '‐' | '‑' | '－' => plain.push('-'),
            '′' | '’' | '‘' | 'ʹ' | 'ʼ' | '´' | '`' | '＇' => plain.push('\''),
            '″' | '”' | '“' | 'ʺ' | '〃' | '＂' => plain.push('"'),
            'º' | '˚' => plain.push('°'),
            '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}' => {}
            letter if letter.is_whitespace() => plain.push(' '),
            letter if letter.is_numeric() && !letter.is_ascii() => {
                plain.push_str(&crate::fold::fold(letter.encode_utf8(&mut [0; 4])));
            }
            letter => plain.push(letter),
        }
    }
    plain.replace("''", "\"")
}

/// A latitude and a longitude as a position, or which of them is out of range.
fn point(latitude: f64, longitude: f64) -> Result<Point, Mistake> {
    if !(-90.0..=90.0).contains(&latitude) {
        return Err(Mistake::Latitude(latitude.to_string()));
    }
    Point::new(longitude, latitude).ok_or_else(|| Mistake::Longitude(longitude.to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Latitude and longitude of a text that is one position, to six digits.
    pub(super) fn at(text: &str) -> (f64, f64) {
        let point = match read(text) {
            Some(Ok(Written::Point(point) | Written::Plain { latitude_first: Some(point), .. })) => point,
            other => panic!("{text}: {other:?}"),
        };
        let rounded = |degrees: f64| (degrees * 1e6).round() / 1e6;
        (rounded(point.lat), rounded(point.lon))
    }

    #[test]
    fn digits_and_signs_of_every_script_are_one() {
        assert_eq!(plain("२६.९१२४, ۷۵٫۷۸۷۳"), "26.9124, 75.7873");
        assert_eq!(plain("25º19′3″N −5’"), "25°19'3\"N -5'");
        assert_eq!(at("२६.९१२४, ७५.७८७३"), (26.9124, 75.7873));
        assert_eq!(at("۲۵٫۸۱۲۵، ۶۸٫۴۲۰۳"), (25.8125, 68.4203));
    }

    #[test]
    fn what_is_no_position_is_left_to_the_search() {
        for text in [
            "",
            "Hala",
            "221001",
            "302 001",
            "342001 Jodhpur",
            "24 Parganas",
            "2024-25",
            "9876543210",
            "+91 98765 43210",
            "0141-2223334",
            "C++",
            "silk+wool",
            "N",
            "12",
            "blue pottery",
            "S 5",
            "DC (Handicrafts)",
            "hand-loom-fair",
            "Unit 4, Sector 12",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
