//! Finding owners by several words that stand in different texts of theirs: a craft and its town, a thing and what it
//! is made of.
//!
//! Each owner has the words of its names and, behind them, words that only describe it. A word that is typed is found
//! as it is, by its sound, as a beginning, or with a slip; the rarer it is, the more it says.

use crate::hash::Map;
use crate::search::first_not;
use crate::table::Table;
use crate::typo::Typos;
use karigar_model::fold::{fold, key};
use karigar_model::strings::Strings;
use std::collections::BTreeMap;

/// Owners by the words of their texts.
#[derive(Debug)]
pub struct Mentions {
    /// Distinct folded words, by bytes.
    words: Strings,
    /// Words by their sound.
    by_key: Vec<(String, u32)>,
    /// Who holds each word: twice the owner, one more where only a description holds it.
    holders: Table,
    owners: usize,
}

/// An owner that a search found.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Mention {
    /// The owner.
    pub owner: u32,
    /// Whether it holds each word that was typed.
    pub all: bool,
    /// Which part it holds of what was typed, from the least that is told to 1.
    pub share: f32,
}

/// How well a word fits that is typed so, sounds so, goes on, or has a slip.
const SAME: f32 = 1.0;
const SOUNDS: f32 = 0.95;
const BEGINS: f32 = 0.9;
const SLIPS: f32 = 0.7;
/// A word of a description says less than one of a name.
const DESCRIBES: f32 = 0.8;
/// Less of what was typed is not told.
const LEAST_SHARE: f32 = 0.4;

impl Mentions {
    /// Takes the texts of owners apart, each with whether it is a name.
    pub fn build<'a>(texts: impl IntoIterator<Item = (u32, &'a str, bool)>) -> Self {
        let mut held: BTreeMap<String, BTreeMap<u32, bool>> = BTreeMap::new();
        let mut owners = 0;
        for (owner, text, is_name) in texts {
            owners = owners.max(owner as usize + 1);
            for word in fold(text).split(' ').filter(|word| !word.is_empty()) {
                *held.entry(word.to_owned()).or_default().entry(owner).or_default() |= is_name;
            }
        }
        let pairs = held.values().enumerate().flat_map(|(word, owners)| {
            owners.iter().map(move |(owner, is_name)| (word as u32, owner * 2 + u32::from(!is_name)))
        });
        let holders = Table::group(held.len(), pairs);
        let words: Strings = held.keys().map(String::as_str).collect();
        let mut by_key: Vec<(String, u32)> =
            held.keys().enumerate().map(|(at, word)| (key(word), at as u32)).collect();
        by_key.sort_unstable();
        Self { words, by_key, holders, owners }
    }

    /// The owners that hold most of the words, at most `limit`, best first. Each typed word comes with others that
    /// mean the same, all folded.
    pub fn search(&self, typed: &[Vec<String>], limit: usize) -> Vec<Mention> {
        let mut sums: Map<u32, (usize, f32)> = Map::default();
        let mut whole = 0.0;
        for meanings in typed {
            let found = self.holding(meanings);
            let rarity = (1.0 + self.owners as f32 / found.len().max(1) as f32).ln();
            whole += rarity;
            for (owner, fit) in found {
                let sum = sums.entry(owner).or_default();
                *sum = (sum.0 + 1, sum.1 + fit * rarity);
            }
        }
        let mention = |(owner, (words, sum)): (u32, (usize, f32))| Mention {
            owner,
            all: words == typed.len(),
            share: sum / whole,
        };
        let mut found: Vec<Mention> =
            sums.into_iter().map(mention).filter(|mention| mention.share >= LEAST_SHARE).collect();
        found.sort_unstable_by(|a, b| {
            b.all.cmp(&a.all).then(b.share.total_cmp(&a.share)).then(a.owner.cmp(&b.owner))
        });
        found.truncate(limit);
        found
    }

    /// Who holds one of these words, and how well it fits.
    fn holding(&self, meanings: &[String]) -> Map<u32, f32> {
        let mut fits: Map<u32, f32> = Map::default();
        for word in meanings {
            self.alike(word, |at, fit| {
                for holder in self.holders.get(at) {
                    let fit = if holder % 2 == 0 { fit } else { fit * DESCRIBES };
                    let known = fits.entry(holder / 2).or_default();
                    *known = known.max(fit);
                }
            });
        }
        fits
    }

    /// Tells the words that are like one that was typed, the same several times; with a slip only where it is else
    /// unknown.
    fn alike(&self, word: &str, mut tell: impl FnMut(u32, f32)) {
        let mut known = false;
        let letters = word.chars().count();
        let mut begins = |beginning: &str, most: usize, tell: &mut dyn FnMut(u32, f32)| {
            let first = first_not(self.words.len() as u32, |at| self.words.get(at) < beginning);
            for at in first..self.words.len() as u32 {
                let held = self.words.get(at);
                if !held.starts_with(beginning) {
                    break;
                }
                if held.len() <= beginning.len() + most {
                    known = true;
                    tell(at, if held == word { SAME } else { BEGINS });
                }
            }
        };
        begins(word, if letters > 2 { usize::MAX - word.len() } else { 0 }, &mut tell);
        if let Some(one) = word.strip_suffix('s').filter(|one| one.len() > 2) {
            begins(one, 0, &mut tell);
        }
        let sound = key(word);
        let first = self.by_key.partition_point(|(known, _)| *known < sound);
        for (_, at) in self.by_key[first..].iter().take_while(|(known, _)| letters > 2 && *known == sound) {
            known = true;
            tell(*at, SOUNDS);
        }
        if !known {
            self.with_slips(word, letters, &mut tell);
        }
    }

    /// Tells the words that slips of the hand part from one, which begin with the same letter. Another number is not
    /// a slip.
    fn with_slips(&self, word: &str, letters: usize, tell: &mut impl FnMut(u32, f32)) {
        let most = [4, 8].into_iter().filter(|least| letters >= *least).count() as u8;
        let letters_only = !word.contains(|letter: char| letter.is_ascii_digit());
        let Some(initial) = word.chars().next().filter(|_| most > 0 && letters_only) else { return };
        let count = self.words.len() as u32;
        let first = first_not(count, |at| self.words.get(at).chars().next() < Some(initial));
        let mut typos = Typos::new(word);
        for at in first..count {
            let held = self.words.get(at);
            if !held.starts_with(initial) {
                break;
            }
            if typos.of(held, most).is_some_and(|edits| edits.whole <= most) {
                tell(at, SLIPS);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<(u32, bool)> {
        let mentions = Mentions::build([
            (0, "Moradabad Metal Craft", true),
            (0, "brass copper", false),
            (1, "Firozabad Glass", true),
            (2, "Hyderabad Lac Bangles", true),
            (3, "Banaras Brocades and Sarees", true),
            (3, "Banarasi", true),
            (4, "Mysore Silk", true),
            (4, "saree", false),
        ]);
        let typed: Vec<Vec<String>> = fold(text).split(' ').map(|word| vec![word.to_owned()]).collect();
        mentions.search(&typed, 10).iter().map(|mention| (mention.owner, mention.all)).collect()
    }

    #[test]
    fn words_of_several_texts_lead_to_one_owner() {
        assert_eq!(found("moradabad brass"), [(0, true)]);
        assert_eq!(found("banarasi saree"), [(3, true)]);
        assert_eq!(found("brass moradbad"), [(0, true)], "with a slip");
        assert_eq!(found("mysor sarees")[0], (4, true), "one and several");
    }

    #[test]
    fn part_of_the_words_is_better_than_nothing_but_not_any_part() {
        assert_eq!(found("firozabad bangles").len(), 2);
        assert!(found("firozabad bangles").iter().all(|(_, all)| !all));
        assert_eq!(found("bitcoin wallet"), []);
        assert_eq!(found("craft of the great northern forest dwellers"), []);
    }
}
