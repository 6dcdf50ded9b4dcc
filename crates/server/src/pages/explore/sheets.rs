//! What goes onto which sheet of paper: heights are known before the browser draws anything, so that no line
//! is cut off and the number of sheets can be said.

/// Height of a line of a table, millimetres; two lines of a cell are twice as high.
const LINE: f64 = 3.9;
/// Air around a row, and its rule.
const AIR: f64 = 2.0;

/// Parts things of known heights into sheets: `first` millimetres are free on the first one, `other` on every
/// one after it, and `end` more are needed on the last. There is always a first sheet.
pub fn fill(heights: &[f64], first: f64, other: f64, end: f64) -> Vec<usize> {
    let mut sheets = vec![0];
    let mut free = first;
    for (position, height) in heights.iter().enumerate() {
        let last = position + 1 == heights.len();
        let needed = height + if last { end } else { 0.0 };
        if needed > free && sheets.last().is_some_and(|held| *held > 0) {
            sheets.push(0);
            free = other;
        }
        free -= height;
        if let Some(held) = sheets.last_mut() {
            *held += 1;
        }
    }
    sheets
}

/// Height of a row whose cells hold so many letters in columns of so many.
pub fn row_height(cells: &[(&str, usize)]) -> f64 {
    let lines = cells.iter().map(|(text, across)| lines(text, *across)).max().unwrap_or(1);
    lines.max(1) as f64 * LINE + AIR
}

/// Lines that words take in a column of so many letters; a word is broken only where it is longer than a line.
fn lines(text: &str, across: usize) -> usize {
    let (mut lines, mut used) = (1, 0);
    for word in text.split_whitespace() {
        let long = word.chars().count();
        if used > 0 && used + 1 + long > across {
            lines += 1;
            used = 0;
        }
        lines += long.saturating_sub(1) / across;
        used += usize::from(used > 0) + long.min(across);
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sheet_takes_what_it_has_room_for_and_the_next_one_the_rest() {
        assert_eq!(fill(&[10.0; 7], 25.0, 30.0, 0.0), [2, 3, 2]);
        assert_eq!(fill(&[], 25.0, 30.0, 0.0), [0]);
        assert_eq!(fill(&[40.0, 10.0], 25.0, 30.0, 0.0), [1, 1]);
    }

    #[test]
    fn the_last_sheet_keeps_room_for_its_end() {
        assert_eq!(fill(&[10.0; 2], 25.0, 30.0, 4.0), [2]);
        assert_eq!(fill(&[10.0; 2], 25.0, 30.0, 6.0), [1, 1]);
    }

    #[test]
    fn words_wrap_as_in_a_column() {
        let cells = ["Banaras Brocades and Sarees", "", "Nagarjunasagar"].map(|text| lines(text, 10));
        assert_eq!(cells, [3, 1, 2]);
        assert!(row_height(&[("a", 10), ("a b c d e f g", 10)]) > row_height(&[("a", 10)]));
    }
}
