//! Latitude and longitude in figures: decimal degrees, or degrees, minutes and seconds, with or without letters.

use super::{Mistake, Written, point};
use crate::Point;

/// What a text of figures is made of.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Token {
    /// A number, and whether it has decimals or a sign.
    Number(f64, bool),
    /// Degree, minute or second, as 0, 1, 2.
    Mark(usize),
    /// A word that says which number it stands at, and its sign; nothing for a name of the axis itself.
    Side(Axis, Option<f64>),
    /// What parts two angles.
    Comma,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Axis {
    Latitude,
    Longitude,
}

/// Words that say which number is which, in lower case.
const SIDES: &[(&[&str], Axis, Option<f64>)] = &[
    (&["n", "north", "उ", "उत्तर", "شمال"], Axis::Latitude, Some(1.0)),
    (&["s", "south", "द", "दक्षिण", "جنوب"], Axis::Latitude, Some(-1.0)),
    (&["e", "east", "पू", "पूर्व", "مشرق"], Axis::Longitude, Some(1.0)),
    (&["w", "west", "प", "पश्चिम", "مغرب"], Axis::Longitude, Some(-1.0)),
    (&["lat", "latitude", "अक्षांश"], Axis::Latitude, None),
    (&["lon", "lng", "long", "longitude", "देशांतर"], Axis::Longitude, None),
];
/// Words for the marks, in lower case.
const MARKS: [&[&str]; 3] =
    [&["deg", "degree", "degrees"], &["min", "minute", "minutes"], &["sec", "second", "seconds"]];

/// An angle: its axis where a word says it, and degrees.
struct Angle {
    axis: Option<Axis>,
    degrees: f64,
}

/// The position in a text that is figures and nothing else.
pub(super) fn read(text: &str) -> Option<Result<Written, Mistake>> {
    let decimals = decimal_commas(text);
    let tokens = tokens(decimals.as_deref().unwrap_or(text))?;
    let clear = tokens.iter().any(|token| !matches!(token, Token::Number(_, false) | Token::Comma));
    let groups = groups(&tokens)?;
    let angles: Option<Result<Vec<Angle>, Mistake>> = groups.into_iter().map(angle).collect();
    let angles = match angles? {
        Ok(angles) => angles,
        Err(mistake) => return Some(Err(mistake)),
    };
    let [first, second] = <[Angle; 2]>::try_from(angles).ok()?;
    let (a, b) = (first.degrees, second.degrees);
    Some(match (first.axis, second.axis) {
        (None, None) => return two_readings(a, b, clear, tokens.contains(&Token::Comma)),
        (Some(one), Some(other)) if one == other => Err(Mistake::Twice),
        (Some(Axis::Longitude), _) | (_, Some(Axis::Latitude)) => point(b, a).map(Written::Point),
        _ => point(a, b).map(Written::Point),
    })
}

/// The same where letters say which number is which.
pub(super) fn sure(text: &str) -> Option<Result<Written, Mistake>> {
    read(text).filter(|read| !matches!(read, Ok(Written::Plain { .. })))
}

/// Two numbers without letters. Whole numbers are a position only with a comma between them, and only in range.
fn two_readings(a: f64, b: f64, clear: bool, comma: bool) -> Option<Result<Written, Mistake>> {
    let (latitude_first, longitude_first) = (Point::new(b, a), Point::new(a, b));
    if latitude_first.is_none() && longitude_first.is_none() {
        return clear.then(|| point(a, b).map(Written::Point));
    }
    (clear || comma).then_some(Ok(Written::Plain { latitude_first, longitude_first }))
}

/// `26,9124 75,7873` with points; nothing where commas part the numbers.
fn decimal_commas(text: &str) -> Option<String> {
    let bytes = text.as_bytes();
    let digit = |at: Option<usize>| at.and_then(|at| bytes.get(at)).is_some_and(u8::is_ascii_digit);
    let tight = |at: &usize| digit(at.checked_sub(1)) && digit(Some(at + 1));
    let commas: Vec<usize> = text.match_indices(',').map(|(at, _)| at).filter(tight).collect();
    let [first, second] = commas[..] else { return None };
    let parted = text[first + 1..second].contains(|letter: char| !letter.is_ascii_digit());
    (parted && !text.contains('.')).then(|| {
        let between = text[first + 1..second].to_owned();
        format!("{}.{between}.{}", &text[..first], &text[second + 1..])
    })
}

fn tokens(text: &str) -> Option<Vec<Token>> {
    let mut tokens = Vec::new();
    let mut rest = text;
    while let Some(letter) = rest.chars().next() {
        let length = match letter {
            '0'..='9' | '-' | '+' => number(rest, text.len() - rest.len(), text, &mut tokens)?,
            ',' | ';' | '/' | '|' => push(&mut tokens, Token::Comma, 1),
            '°' => push(&mut tokens, Token::Mark(0), letter.len_utf8()),
            '\'' => push(&mut tokens, Token::Mark(1), 1),
            '"' => push(&mut tokens, Token::Mark(2), 1),
            ' ' | '(' | ')' | '[' | ']' | ':' | '=' | '.' => 1,
            _ => word(rest, &mut tokens)?,
        };
        rest = &rest[length..];
    }
    Some(tokens)
}

fn push(tokens: &mut Vec<Token>, token: Token, length: usize) -> usize {
    tokens.push(token);
    length
}

/// A number with its sign; a dash right behind a figure only parts.
fn number(rest: &str, at: usize, text: &str, tokens: &mut Vec<Token>) -> Option<usize> {
    let signed = rest.starts_with(['-', '+']);
    if signed && text[..at].ends_with(|letter: char| letter.is_ascii_digit()) {
        return Some(1);
    }
    let figures = &rest[usize::from(signed)..];
    let whole = figures.bytes().take_while(u8::is_ascii_digit).count();
    let point = figures[whole..].strip_prefix('.');
    let decimals = point.map_or(0, |rest| rest.bytes().take_while(u8::is_ascii_digit).count());
    let length = usize::from(signed) + whole + if decimals > 0 { decimals + 1 } else { 0 };
    let value: f64 = rest[..length].parse().ok().filter(|_| whole > 0)?;
    tokens.push(Token::Number(value, decimals > 0 || rest.starts_with('-')));
    Some(length)
}

/// A word that says an axis, a side or a mark; nothing for another.
fn word(rest: &str, tokens: &mut Vec<Token>) -> Option<usize> {
    let ends = |letter: char| letter.is_ascii_digit() || " .,;:'\"°()[]-+/|=".contains(letter);
    let length = rest.find(ends).unwrap_or(rest.len());
    let said = rest[..length].to_lowercase();
    let side = SIDES.iter().find(|(words, ..)| words.contains(&said.as_str()));
    let mark = || MARKS.iter().position(|words| words.contains(&said.as_str())).map(Token::Mark);
    tokens.push(side.map(|(_, axis, sign)| Token::Side(*axis, *sign)).or_else(mark)?);
    Some(length)
}

/// Parts the tokens into those of two angles: by letters before or behind, by a comma, by degree marks, else in the
/// middle of two numbers.
fn groups(tokens: &[Token]) -> Option<[Vec<Token>; 2]> {
    let is_side = |token: &Token| matches!(token, Token::Side(..));
    let is_number = |token: &Token| matches!(token, Token::Number(..));
    let before = tokens.first().is_some_and(is_side);
    let sides: Vec<usize> = (0..tokens.len()).filter(|at| is_side(&tokens[*at])).collect();
    let commas: Vec<usize> = (0..tokens.len()).filter(|at| tokens[*at] == Token::Comma).collect();
    let degrees: Vec<usize> = (0..tokens.len()).filter(|at| tokens[*at] == Token::Mark(0)).collect();
    let numbers: Vec<usize> = (0..tokens.len()).filter(|at| is_number(&tokens[*at])).collect();
    let cut = match (&sides[..], &commas[..], &degrees[..], &numbers[..]) {
        (_, [comma], ..) => *comma,
        ([_, second], ..) if before => *second,
        ([first, _], ..) => first + 1,
        (_, _, [_, second], _) => second.checked_sub(1)?,
        (_, _, _, [_, second]) => *second,
        _ => return None,
    };
    let own = |tokens: &[Token]| tokens.iter().copied().filter(|token| *token != Token::Comma).collect();
    Some([own(&tokens[..cut]), own(&tokens[cut..])])
}

/// The angle that tokens say: one to three numbers in order, each with its mark or without.
fn angle(tokens: Vec<Token>) -> Option<Result<Angle, Mistake>> {
    let (mut parts, mut axis, mut sign) = (Vec::new(), None, 1.0);
    for token in tokens {
        match token {
            Token::Number(value, exact) => parts.push((value, exact)),
            Token::Mark(place) if parts.len() == place + 1 => {}
            Token::Side(own, side) if axis.is_none() || side.is_none() || axis == Some(own) => {
                axis = Some(own);
                sign *= side.unwrap_or(1.0);
            }
            _ => return None,
        }
    }
    let ((first, exact), others) = parts.split_first()?;
    // Only the last number may have decimals.
    if others.len() > 2 || !others.is_empty() && *exact && first.fract() != 0.0 {
        return None;
    }
    if let Some((number, _)) = others.iter().find(|(number, _)| !(0.0..60.0).contains(number)) {
        return Some(Err(Mistake::Sixty(number.to_string())));
    }
    let share: f64 = others.iter().zip([60.0, 3600.0]).map(|((number, _), of)| number / of).sum();
    let size = first.abs() + share;
    Some(Ok(Angle { axis, degrees: sign * if first.is_sign_negative() { -size } else { size } }))
}

#[cfg(test)]
mod tests {
    use super::super::tests::at;
    use super::*;

    #[test]
    fn decimal_degrees_in_every_form() {
        for text in [
            "26.9124, 75.7873",
            "26.9124,75.7873",
            "26.9124 75.7873",
            "26.9124;75.7873",
            "(26.9124 / 75.7873)",
            "+26.9124, +75.7873",
            "26,9124 75,7873",
            "26,9124; 75,7873",
            "26.9124° N, 75.7873° E",
            "26.9124N 75.7873E",
            "26.9124 n 75.7873 e",
            "N 26.9124 E 75.7873",
            "N26.9124°, E75.7873°",
            "75.7873E 26.9124N",
            "E 75.7873, N 26.9124",
            "75.7873° East, 26.9124° North",
            "lat: 26.9124, lon: 75.7873",
            "latitude=26.9124 longitude=75.7873",
            "lng 75.7873 lat 26.9124",
            "26.9124 deg N 75.7873 deg E",
            "26.9124° उत्तर, 75.7873° पूर्व",
            "26.9124° उ 75.7873° पू",
            "26.9124 شمال 75.7873 مشرق",
        ] {
            assert_eq!(at(text), (26.9124, 75.7873), "{text}");
        }
        assert_eq!(at("-33.9249, 18.4241"), (-33.9249, 18.4241));
        assert_eq!(at("33.9249S 18.4241E"), (-33.9249, 18.4241));
        assert_eq!(at("26, 75"), (26.0, 75.0));
    }

    #[test]
    fn minutes_and_seconds() {
        for text in [
            "25°19'3\"N 82°58'26\"E",
            "25° 19′ 3″ N, 82° 58′ 26″ E",
            "25°19’3”N, 82°58’26”E",
            "25°19'3''N 82°58'26''E",
            "25 19 3 N 82 58 26 E",
            "25-19-03 N, 82-58-26 E",
            "N25°19'3\" E82°58'26\"",
            "25 deg 19 min 3 sec N 82 deg 58 min 26 sec E",
            "82°58'26\"E 25°19'3\"N",
            "25°19'3\", 82°58'26\"",
            "25°19'3\" 82°58'26\"",
        ] {
            assert_eq!(at(text), (25.3175, 82.973_889), "{text}");
        }
        assert_eq!(at("N25°19.056' E82°58.434'"), (25.3176, 82.9739));
        assert_eq!(at("33°55'30\"S 18°25'27\"W"), (-33.925, -18.424_167));
        assert_eq!(at("-0°30', 10°0'"), (-0.5, 10.0));
    }

    #[test]
    fn plain_numbers_keep_both_readings() {
        let Some(Ok(Written::Plain { latitude_first, longitude_first })) = read("75.7873, 26.9124") else {
            panic!()
        };
        assert_eq!(latitude_first, Point::new(26.9124, 75.7873));
        assert_eq!(longitude_first, Point::new(75.7873, 26.9124));
        let Some(Ok(Written::Plain { latitude_first, longitude_first })) = read("91.7, 26.1") else {
            panic!()
        };
        assert_eq!((latitude_first, longitude_first), (None, Point::new(91.7, 26.1)));
    }

    #[test]
    fn mistakes_are_told_apart() {
        let wrong = |text: &str| read(text).unwrap().unwrap_err();
        assert_eq!(wrong("28.6139, 277.209"), Mistake::Longitude("277.209".into()));
        assert_eq!(wrong("98.6139N 77.209E"), Mistake::Latitude("98.6139".into()));
        assert_eq!(wrong("28°75'N 77°12'E"), Mistake::Sixty("75".into()));
        assert_eq!(wrong("28.6N 77.2N"), Mistake::Twice);
        assert_eq!(read("302, 001"), None);
    }
}
