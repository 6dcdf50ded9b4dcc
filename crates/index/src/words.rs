//! Which texts hold a phrase that starts where a word starts.
//!
//! The words of all texts stand in one sorted list, so the beginning of a word is a run of that list. That
//! finds what a [`Term`](karigar_model::query::Term) asks for without a scan, for terms of any length.

use crate::hash::Map;
use crate::search::first_not;
use crate::table::Table;
use karigar_model::fold::fold;
use karigar_model::strings::Strings;
use std::ops::Range;

/// What is looked for in texts, folded.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Sought<'a> {
    /// A word or the beginning of one.
    Word(&'a str),
    /// Words one after the other, the last perhaps begun only.
    Phrase(&'a str),
}

/// Up to so many letters are no beginning, but a word.
const SHORT: usize = 2;

/// The singular of an English word: "shawls", but neither "brass" nor "bus".
fn singular(word: &str) -> Option<&str> {
    word.strip_suffix('s').filter(|one| one.len() > SHORT && !one.ends_with('s'))
}

/// The words of a pool of texts.
#[derive(Debug, Default)]
pub(crate) struct Words {
    /// Distinct folded words, by bytes.
    sorted: Strings,
    /// Texts by word.
    texts: Table,
    /// Words of each text, in order.
    phrases: Vec<u32>,
    /// Where the words of each text end.
    ends: Vec<u32>,
}

impl Words {
    /// Takes the folded words of each text apart.
    pub(crate) fn build(texts: &Strings) -> Self {
        let mut known: Map<String, u32> = Map::default();
        let (mut phrases, mut ends) = (Vec::new(), Vec::with_capacity(texts.len()));
        for text in texts.iter() {
            for word in fold(text).split(' ').filter(|word| !word.is_empty()) {
                let next = known.len() as u32;
                phrases.push(match known.get(word) {
                    Some(number) => *number,
                    None => *known.entry(word.to_owned()).or_insert(next),
                });
            }
            ends.push(phrases.len() as u32);
        }
        let mut sorted: Vec<(String, u32)> = known.into_iter().collect();
        sorted.sort_unstable();
        let mut renamed = vec![0; sorted.len()];
        for (new, (_, old)) in sorted.iter().enumerate() {
            renamed[*old as usize] = new as u32;
        }
        for word in &mut phrases {
            *word = renamed[*word as usize];
        }
        let count = sorted.len();
        let sorted = sorted.iter().map(|(word, _)| word.as_str()).collect();
        let mut built = Self { sorted, texts: Table::default(), phrases, ends };
        built.texts = Table::group(count, built.pairs());
        built
    }

    /// Pairs of a word and a text that holds it, texts ascending; a word that a text repeats comes once.
    fn pairs(&self) -> impl Iterator<Item = (u32, u32)> + Clone {
        (0..self.ends.len() as u32).flat_map(move |text| {
            let phrase = self.phrase(text);
            let first = move |(at, word): &(usize, &u32)| !phrase[..*at].contains(*word);
            phrase.iter().enumerate().filter(first).map(move |(_, word)| (*word, text))
        })
    }

    fn phrase(&self, text: u32) -> &[u32] {
        let start = text.checked_sub(1).map_or(0, |before| self.ends[before as usize] as usize);
        &self.phrases[start..self.ends[text as usize] as usize]
    }

    /// Positions of the texts that match, in no order; one may come several times.
    pub(crate) fn find(&self, sought: Sought<'_>) -> Vec<u32> {
        match sought {
            Sought::Word(word) => self.find_word(word),
            Sought::Phrase(term) => self.find_phrase(term),
        }
    }

    /// The texts with a word that begins so. One or two letters are a whole word, and a plural is found in its
    /// singular.
    fn find_word(&self, word: &str) -> Vec<u32> {
        if word.chars().nth(SHORT).is_none() {
            return self.holding(word).to_vec();
        }
        let mut found = self.texts.span(self.beginning(word)).to_vec();
        found.extend(singular(word).map_or(&[][..], |one| self.holding(one)));
        found
    }

    fn find_phrase(&self, term: &str) -> Vec<u32> {
        let (whole, last) = term.rsplit_once(' ').unwrap_or(("", term));
        let endings = self.beginning(last);
        let begun = self.texts.span(endings.clone());
        if whole.is_empty() {
            return begun.to_vec();
        }
        let Some(words) = whole.split(' ').map(|word| self.whole(word)).collect::<Option<Vec<u32>>>() else {
            return Vec::new();
        };
        let rarest =
            words.iter().map(|word| self.texts.get(*word)).chain([begun]).min_by_key(|texts| texts.len());
        let holds = |text: &u32| {
            self.phrase(*text)
                .windows(words.len() + 1)
                .any(|window| window[..words.len()] == words[..] && endings.contains(&window[words.len()]))
        };
        rarest.unwrap_or_default().iter().copied().filter(holds).collect()
    }

    /// The texts that hold this word, as it is folded.
    pub(crate) fn holding(&self, word: &str) -> &[u32] {
        self.whole(word).map_or(&[], |word| self.texts.get(word))
    }

    /// The words that begin so.
    fn beginning(&self, start: &str) -> Range<u32> {
        let words = self.sorted.len() as u32;
        let first = first_not(words, |at| self.sorted.get(at) < start);
        first..first_not(words, |at| self.sorted.get(at) < start || self.sorted.get(at).starts_with(start))
    }

    fn whole(&self, word: &str) -> Option<u32> {
        let at = first_not(self.sorted.len() as u32, |at| self.sorted.get(at) < word);
        ((at as usize) < self.sorted.len() && self.sorted.get(at) == word).then_some(at)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_find_what_a_scan_finds() {
        let texts: Strings = [
            "Bagru block print",
            "Blockade",
            "sunblock print",
            "Print of Bagru",
            "",
            "बिदरी",
            "block  printing block",
        ]
        .into_iter()
        .collect();
        let words = Words::build(&texts);
        let asked = ["block", "b", "block print", "print", "print of b", "bidri", "block prints", "of x"];
        for asked in asked {
            let holds = |at: &u32| {
                // A blank before the text and before the term: a phrase starts where a word starts.
                let text = format!(" {}", fold(texts.get(*at)));
                text.contains(&format!(" {asked}"))
            };
            let expected: Vec<u32> = (0..texts.len() as u32).filter(holds).collect();
            let mut found = words.find(Sought::Phrase(asked));
            found.sort_unstable();
            found.dedup();
            assert_eq!(found, expected, "{asked}");
        }
    }

    #[test]
    fn short_words_are_whole_and_plurals_find_their_singular() {
        let texts: Strings =
            ["Upper Assam", "UP", "Kani shawl", "Shawls", "Brass", "Bra"].into_iter().collect();
        let words = Words::build(&texts);
        let found = |word| {
            let mut found = words.find(Sought::Word(word));
            found.sort_unstable();
            found
        };
        assert_eq!(found("up"), [1]);
        assert_eq!(found("upp"), [0]);
        assert_eq!(found("shawl"), [2, 3]);
        assert_eq!(found("shawls"), [2, 3]);
        assert_eq!(found("brass"), [4]);
    }
}
