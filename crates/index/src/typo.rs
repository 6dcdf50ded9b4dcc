//! How many slips of the hand part two words.

/// What was typed, and room for its distances to one word after the other.
pub(crate) struct Typos {
    typed: Vec<char>,
    word: Vec<char>,
    rows: [Vec<u8>; 3],
}

/// Edits between what was typed and a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Edits {
    /// To the whole word.
    pub(crate) whole: u8,
    /// To that beginning of the word which is nearest.
    pub(crate) beginning: u8,
}

/// Longer texts than this are not compared, so that edits fit a byte.
const LONGEST: usize = 200;

impl Typos {
    /// Prepares for comparisons with `typed`.
    pub(crate) fn new(typed: &str) -> Self {
        Self { typed: typed.chars().collect(), word: Vec::new(), rows: Default::default() }
    }

    /// Damerau–Levenshtein distance, where no part is edited twice: letters put in, left out, changed or two
    /// neighbours swapped, each one edit. Nothing when even the best beginning takes more than `most`.
    pub(crate) fn of(&mut self, word: &str, most: u8) -> Option<Edits> {
        let length = self.typed.len();
        if length > LONGEST || length > word.len() + usize::from(most) {
            return None;
        }
        // Beyond so many letters every beginning takes more than `most`; the whole word does too.
        self.word.clear();
        self.word.extend(word.chars().take(length + usize::from(most) + 1));
        let [before, last, row] = &mut self.rows;
        for row in [&mut *before, &mut *last, &mut *row] {
            row.clear();
            row.extend(0..=self.word.len() as u8);
        }
        for at in 0..length {
            let earlier = at.checked_sub(1).map(|at| self.typed[at]);
            if next_row((self.typed[at], earlier), &self.word, at as u8 + 1, before, last, row) > most {
                return None;
            }
            std::mem::swap(before, last);
            std::mem::swap(last, row);
        }
        let whole = last.last().copied().unwrap_or(0);
        let beginning = last.iter().copied().min().unwrap_or(0);
        (beginning <= most).then_some(Edits { whole, beginning })
    }
}

/// Fills the edits from the first `first` letters typed, the last of them `letter`, to each beginning of
/// `word`. Gives the smallest.
fn next_row(
    (letter, earlier): (char, Option<char>),
    word: &[char],
    first: u8,
    before: &[u8],
    last: &[u8],
    row: &mut [u8],
) -> u8 {
    row[0] = first;
    let (mut edits, mut smallest) = (first, first);
    let mut previous = None;
    for (at, other) in word.iter().enumerate() {
        edits = (last[at] + u8::from(letter != *other)).min(last[at + 1] + 1).min(edits + 1);
        if previous == Some(letter) && earlier == Some(*other) {
            edits = edits.min(before[at - 1] + 1);
        }
        row[at + 1] = edits;
        smallest = smallest.min(edits);
        previous = Some(*other);
    }
    smallest
}

#[cfg(test)]
mod tests {
    use super::*;

    fn edits(typed: &str, word: &str, most: u8) -> Option<(u8, u8)> {
        let edits = Typos::new(typed).of(word, most)?;
        Some((edits.whole, edits.beginning))
    }

    #[test]
    fn every_slip_is_one_edit() {
        assert_eq!(edits("moradbad", "moradabad", 2), Some((1, 1)), "left out");
        assert_eq!(edits("moraadabad", "moradabad", 2), Some((1, 1)), "put in");
        assert_eq!(edits("noradabad", "moradabad", 2), Some((1, 1)), "changed");
        assert_eq!(edits("omradabad", "moradabad", 2), Some((1, 1)), "swapped");
        assert_eq!(edits("moradabda", "moradabad", 2), Some((1, 1)), "swapped at the end");
        assert_eq!(edits("moradabad", "moradabad", 2), Some((0, 0)));
    }

    #[test]
    fn a_beginning_is_nearer_than_the_whole() {
        assert_eq!(edits("mroad", "moradabad", 1), Some((3, 1)));
        assert_eq!(edits("xyz", "moradabad", 1), None);
        assert_eq!(edits("moradabadi", "mora", 2), None);
        assert_eq!(edits("kab", "abc", 2), Some((2, 1)));
    }
}
