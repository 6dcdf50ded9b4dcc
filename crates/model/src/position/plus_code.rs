//! Plus codes (Open Location Code 1.0): pairs of characters for latitude and longitude by twenties, then a grid of five
//! rows and four columns. A short code lacks its first pairs and counts from a place.

use super::{Mistake, Written};
use crate::Point;

const ALPHABET: &[u8; 20] = b"23456789CFGHJMPQRVWX";
/// Characters before the plus.
const BEFORE: usize = 8;
/// Characters of pairs; what follows is the grid.
const PAIRED: usize = 10;
/// Characters of the longest code.
const LONGEST: usize = 15;

/// The end of a plus code, which a place completes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShortCode(String);

impl ShortCode {
    /// The position of this code that is nearest to `from`. It may lie in the next cell.
    pub fn near(&self, from: Point) -> Option<Point> {
        let lacking = BEFORE.checked_sub(self.0.find('+')?)?;
        let whole: String = pairs(from).into_iter().take(lacking).chain(self.0.chars()).collect();
        let found = decode(&whole)?;
        let wide = (0..lacking / 2).fold(400.0, |wide, _| wide / 20.0);
        let step = |own: f64, from: f64| match own - from {
            far if far > wide / 2.0 => own - wide,
            far if far < -wide / 2.0 => own + wide,
            _ => own,
        };
        let lat = Some(step(found.lat, from.lat)).filter(|lat| lat.abs() < 90.0).unwrap_or(found.lat);
        Point::new(step(found.lon, from.lon), lat)
    }

    /// The code as it was written.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// The first eight characters of a position's code.
fn pairs(point: Point) -> Vec<char> {
    let (mut lat, mut lon) = ((point.lat + 90.0).min(179.999_999), (point.lon + 180.0) % 360.0);
    let mut wide = 20.0;
    let mut code = Vec::with_capacity(BEFORE);
    while code.len() < BEFORE {
        for degrees in [&mut lat, &mut lon] {
            let digit = (*degrees / wide).floor();
            *degrees -= digit * wide;
            code.push(char::from(ALPHABET[digit as usize % ALPHABET.len()]));
        }
        wide /= 20.0;
    }
    code
}

/// The middle of the cell of a whole code.
fn decode(code: &str) -> Option<Point> {
    let digits: Vec<usize> =
        code.bytes().filter(|letter| !b"+0".contains(letter)).map(value).collect::<Option<_>>()?;
    if digits.len() > LONGEST || digits.len() % 2 == 1 && digits.len() < PAIRED {
        return None;
    }
    let (mut lat, mut lon) = (-90.0, -180.0);
    let (mut high, mut wide) = (400.0, 400.0);
    for pair in digits[..digits.len().min(PAIRED)].chunks(2) {
        (high, wide) = (high / 20.0, wide / 20.0);
        lat += high * pair[0] as f64;
        lon += wide * pair[1] as f64;
    }
    for digit in digits.iter().skip(PAIRED) {
        (high, wide) = (high / 5.0, wide / 4.0);
        lat += high * (digit / 4) as f64;
        lon += wide * (digit % 4) as f64;
    }
    Point::new(lon + wide / 2.0, lat + high / 2.0)
}

fn value(letter: u8) -> Option<usize> {
    ALPHABET.iter().position(|known| *known == letter)
}

/// A text with one plus code: alone, or a short one and the name of a place.
pub(super) fn read(text: &str) -> Option<Result<Written, Mistake>> {
    let word = text.split([' ', ',']).find(|word| is_meant(word))?;
    let code = word.to_ascii_uppercase();
    let at = text.find(word)?;
    let place = [&text[..at], &text[at + word.len()..]].map(|part| part.trim_matches([' ', ','])).join(" ");
    let place = place.trim().to_owned();
    let wrong = Mistake::PlusCode(code.clone());
    let before = code.find('+').unwrap_or(0);
    let known = code.bytes().all(|letter| letter == b'+' || letter == b'0' || value(letter).is_some());
    if before == BEFORE {
        return Some(decode(&code).map(Written::Point).ok_or(wrong));
    }
    if !known || before > BEFORE || before % 2 == 1 || code.contains('0') {
        return Some(Err(wrong));
    }
    if place.is_empty() {
        return Some(Err(Mistake::ShortCode(code)));
    }
    Some(Ok(Written::Short { code: ShortCode(code), place }))
}

/// Whether a word looks like a plus code: two characters and more before the plus, none or two and more behind it, and
/// a digit somewhere.
fn is_meant(word: &str) -> bool {
    let Some((before, behind)) = word.split_once('+') else { return false };
    let letters = |part: &str| part.bytes().all(|letter| letter.is_ascii_alphanumeric());
    let padded = behind.is_empty() && before.len() == BEFORE;
    (2..=PAIRED).contains(&before.len())
        && (padded || (2..=7).contains(&behind.len()))
        && letters(before)
        && letters(behind)
        && word.bytes().any(|letter| letter.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Codes and positions of the reference library.
    #[test]
    fn codes_of_the_reference_are_read() {
        for (code, lat, lon) in [
            ("7JRQWQ6P+XW", 26.912_438, 75.787_313),
            ("7MQPM4C5+23", 25.670_062, 94.107_687),
            ("7FG49Q00+", 20.375, 2.775),
            ("8FVC2222+22", 47.000_063, 8.000_063),
            ("4VCPPQGP+Q9", -41.273_062, 174.785_938),
        ] {
            let point = decode(code).unwrap();
            assert!((point.lat - lat).abs() < 1e-6 && (point.lon - lon).abs() < 1e-6, "{code}: {point:?}");
        }
    }

    #[test]
    fn a_short_code_counts_from_its_place() {
        let varanasi = Point::new(83.01041, 25.31668).unwrap();
        for (text, lat, lon) in
            [("8Q6G+X9, Varanasi", 25.312_438, 82.775_938), ("VQ+4F varanasi", 25.292_812, 82.988_688)]
        {
            let Some(Ok(Written::Short { code, place })) = read(text) else { panic!("{text}") };
            assert_eq!(place.to_lowercase(), "varanasi");
            let point = code.near(varanasi).unwrap();
            assert!((point.lat - lat).abs() < 1e-6 && (point.lon - lon).abs() < 1e-6, "{text}: {point:?}");
        }
    }

    #[test]
    fn what_is_meant_as_a_code_says_what_is_wrong() {
        assert_eq!(read("8FVC+J2"), Some(Err(Mistake::ShortCode("8FVC+J2".into()))));
        assert_eq!(read("7JRQWQ6A+XW"), Some(Err(Mistake::PlusCode("7JRQWQ6A+XW".into()))));
        assert_eq!(read("7JRQWQ6PX+XW"), Some(Err(Mistake::PlusCode("7JRQWQ6PX+XW".into()))));
        for text in ["silk+wool", "C++", "+91 141", "brass+copper", "1+1"] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
