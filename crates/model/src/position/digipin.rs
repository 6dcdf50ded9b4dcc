//! DIGIPIN, the grid code of India Post and its partners: ten characters, each of which names a sixteenth of the cell
//! before it; the last cell is about four metres wide. Specification: Department of Posts, "DIGIPIN: Technical
//! Document", March 2025; the grid and its bounds are those of the published reference program.

use super::Mistake;
use crate::Point;

/// The characters of a cell, from north to south, each row from west to east.
const GRID: [&[u8; 4]; 4] = [b"FC98", b"J327", b"K456", b"LMPT"];
/// South and west edge of the grid, and how many degrees it is high and wide.
const SOUTH: f64 = 2.5;
const WEST: f64 = 63.5;
const WIDE: f64 = 36.0;
/// Characters of a code.
const LENGTH: usize = 10;

/// The code of the cell that holds a position, with its dashes; nothing beyond the grid.
pub fn encode(point: Point) -> Option<String> {
    let (mut north, mut east) = ((point.lat - SOUTH) / WIDE, (point.lon - WEST) / WIDE);
    if !(0.0..=1.0).contains(&north) || !(0.0..=1.0).contains(&east) {
        return None;
    }
    let mut code = String::with_capacity(LENGTH + 2);
    for place in 0..LENGTH {
        // The northern and eastern edge belong to the last cells.
        let (row, column) = ((north * 4.0).min(3.0).floor(), (east * 4.0).min(3.0).floor());
        (north, east) = (north * 4.0 - row, east * 4.0 - column);
        if matches!(place, 3 | 6) {
            code.push('-');
        }
        code.push(char::from(GRID[3 - row as usize][column as usize]));
    }
    Some(code)
}

/// The middle of the cell of a code, whose dashes may lack.
///
/// # Errors
/// The character or the length that no code has.
pub fn decode(code: &str) -> Result<Point, Mistake> {
    let (mut south, mut west, mut wide) = (SOUTH, WEST, WIDE);
    let letters = code.chars().filter(|letter| *letter != '-');
    for letter in letters.clone() {
        let (row, column) = cell(letter).ok_or(Mistake::DigipinLetter(letter))?;
        wide /= 4.0;
        south += wide * (3 - row) as f64;
        west += wide * column as f64;
    }
    let length = letters.count();
    let middle = Point::new(west + wide / 2.0, south + wide / 2.0).filter(|_| length == LENGTH);
    middle.ok_or(Mistake::DigipinLength(length))
}

/// Row and column of a character.
fn cell(letter: char) -> Option<(usize, usize)> {
    let letter = u8::try_from(letter.to_ascii_uppercase()).ok()?;
    let column = |row: &[u8; 4]| row.iter().position(|known| *known == letter);
    GRID.iter().enumerate().find_map(|(at, row)| Some((at, column(row)?)))
}

/// A text that is a DIGIPIN or is meant as one: that says so, or that is three, three and four characters, or ten of
/// them with letters and digits, nearly all of which a DIGIPIN has.
pub(super) fn read(text: &str) -> Option<Result<Point, Mistake>> {
    let said = text.get(..7).filter(|word| word.eq_ignore_ascii_case("digipin"));
    let code = said.map_or(text, |word| text[word.len()..].trim_start_matches([' ', ':']));
    if !code.chars().all(|letter| letter.is_ascii_alphanumeric() || matches!(letter, '-' | ' ')) {
        return None;
    }
    let groups: Vec<usize> = code.split(['-', ' ']).map(str::len).collect();
    let joined: String = code.chars().filter(char::is_ascii_alphanumeric).collect();
    if said.is_some() && !joined.is_empty() {
        return Some(decode(&joined));
    }
    let known = joined.chars().filter(|letter| cell(*letter).is_some()).count();
    let digits = joined.chars().filter(char::is_ascii_digit).count();
    let mixed = (1..LENGTH).contains(&digits) && known + 3 >= LENGTH;
    let meant = match groups[..] {
        [3, 3, 4] => mixed || known == LENGTH && code.contains('-'),
        [LENGTH] => mixed,
        _ => false,
    };
    meant.then(|| decode(&joined))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Codes that the reference program gives: Dak Bhawan, New Delhi, which India Post's document shows, and others.
    const KNOWN: [(&str, f64, f64); 6] = [
        ("39J-49L-L8T4", 28.622_788, 77.213_033),
        ("4P3-JK8-52C9", 12.9716, 77.5946),
        ("33C-635-JK43", 26.9124, 75.7873),
        ("2JP-24T-P7L2", 25.3176, 82.9739),
        ("J2K-58T-6CL5", 25.8125, 68.4203),
        ("735-M9P-M893", 25.6701, 94.1077),
    ];

    #[test]
    fn codes_of_the_reference_are_ours() {
        for (code, lat, lon) in KNOWN {
            assert_eq!(encode(Point::new(lon, lat).unwrap()).as_deref(), Some(code));
            let back = decode(code).unwrap();
            assert!((back.lat - lat).abs() < 2e-5 && (back.lon - lon).abs() < 2e-5, "{code}: {back:?}");
            assert_eq!(decode(&code.to_lowercase().replace('-', "")), Ok(back));
        }
    }

    #[test]
    fn the_corners_are_in_the_grid_and_what_lies_beyond_is_not() {
        let code = |lat, lon| encode(Point::new(lon, lat).unwrap());
        assert_eq!(code(38.5, 63.5).unwrap(), "FFF-FFF-FFFF");
        assert_eq!(code(2.5, 99.5).unwrap(), "TTT-TTT-TTTT");
        assert_eq!(code(2.4, 80.0), None);
        assert_eq!(code(20.0, 99.6), None);
    }

    #[test]
    fn what_is_meant_as_a_code_says_what_is_wrong() {
        assert_eq!(read("39J-49L-L8TA"), Some(Err(Mistake::DigipinLetter('A'))));
        assert_eq!(read("39j49ll8o4"), Some(Err(Mistake::DigipinLetter('o'))));
        assert_eq!(read("DIGIPIN: 39J-49L"), Some(Err(Mistake::DigipinLength(6))));
        assert!(read("39J 49L L8T4").unwrap().is_ok());
        assert!(read("DIGIPIN 39J49LL8T4").unwrap().is_ok());
        for text in ["9876543210", "987-654-3210", "the art fair", "Kalamkari1", "digipin", "basket2024"] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
