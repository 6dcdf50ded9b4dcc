//! Finding names however they are spelt, in any script.
//!
//! Names are compared by their fold, so scripts do not matter, and by their sound. Names that may match are
//! those that share trigrams (three letters in a row) with what was typed, and those with words that sound as
//! it does; only they are scored.

use crate::hash::Map;
use crate::search::first_not;
use crate::table::Table;
use crate::typo::Typos;
use crate::words::Words;
use karigar_model::fold::{fold, key};
use karigar_model::strings::Strings;
use std::collections::BTreeMap;

/// Names with what they belong to, ready to be searched.
#[derive(Debug)]
pub struct NameIndex {
    owners: Vec<u32>,
    names: Strings,
    folded: Strings,
    keys: Strings,
    /// Names in the order of their keys.
    by_key: Vec<u32>,
    /// Distinct trigrams, ascending, and the names that hold each.
    trigrams: Vec<u64>,
    holders: Table,
    /// The words of the keys.
    sounds: Words,
}

/// One name that a search found.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct NameMatch<'a> {
    /// What the name belongs to.
    pub owner: u32,
    /// The name as given.
    pub name: &'a str,
    /// How well it fits: 1 for the same name, towards 0 the less alike it is.
    pub score: f32,
}

/// Scores of the ways to match. A share of letters adds up to [`SHARE`], which never reaches the next way.
const SAME: f32 = 1.0;
const SOUNDS_SAME: f32 = 0.95;
/// Sounds the same, though more than two letters are others.
const SOUNDS_ALIKE: f32 = 0.47;
/// Starts with the words typed, and goes on with another one.
const STARTS_WHOLE: f32 = 0.9;
const STARTS: f32 = 0.8;
const WORD_STARTS: f32 = 0.7;
const WORD_SOUNDS_SAME: f32 = 0.6;
const ONE_TYPO: f32 = 0.5;
const TWO_TYPOS: f32 = 0.4;
const STARTS_WITH_TYPO: f32 = 0.2;
const SHARE: f32 = 0.1;

/// An edit changes at most this many trigrams: a swap of two letters touches four.
const TRIGRAMS_AN_EDIT: usize = 4;

impl NameIndex {
    /// Indexes names, each with its owner; an owner may have many. Names without a letter or digit are left out.
    pub fn build<'a>(names: impl IntoIterator<Item = (u32, &'a str)>) -> Self {
        let mut index = Self {
            owners: Vec::new(),
            names: Strings::default(),
            folded: Strings::default(),
            keys: Strings::default(),
            by_key: Vec::new(),
            trigrams: Vec::new(),
            holders: Table::default(),
            sounds: Words::default(),
        };
        for (owner, name) in names {
            let folded = fold(name);
            if folded.is_empty() {
                continue;
            }
            index.owners.push(owner);
            index.names.push(name);
            index.keys.push(&key(&folded));
            index.folded.push(&folded);
        }
        index.by_key = (0..index.owners.len() as u32).collect();
        index.by_key.sort_by_key(|name| index.keys.get(*name));
        index.sounds = Words::build(&index.keys);
        index.post_trigrams();
        index
    }

    fn post_trigrams(&mut self) {
        let mut posted: BTreeMap<u64, Vec<u32>> = BTreeMap::new();
        for (name, folded) in self.folded.iter().enumerate() {
            for trigram in trigrams(folded) {
                posted.entry(trigram).or_default().push(name as u32);
            }
        }
        let pairs = posted
            .values()
            .enumerate()
            .flat_map(|(at, names)| names.iter().map(move |name| (at as u32, *name)));
        self.holders = Table::group(posted.len(), pairs);
        self.trigrams = posted.into_keys().collect();
    }

    /// The owners whose names fit `text` best, at most `limit`, each with its best name, one in Latin letters
    /// before others that fit as well: best first, then the shorter name, then the smaller owner.
    ///
    /// From best to worst fits a name that is folded the same; that sounds the same with at most two other
    /// letters; that starts with the text, best where a
    /// word ends there; in which a later word does, or each typed word starts a word; in which
    /// each typed word sounds like a word; that is, or has a word that is, one typo away (from 4 letters on; two
    /// from 8 on); that sounds the same with more other letters; that starts so with a typo. Others do not fit.
    pub fn search(&self, text: &str, limit: usize) -> Vec<NameMatch<'_>> {
        let folded = fold(text);
        if folded.is_empty() || limit == 0 {
            return Vec::new();
        }
        let mut typed = Typed::new(folded);
        let mut best: Map<u32, NameMatch<'_>> = Map::default();
        let sounding = self.sounding(&typed.key).iter().chain(self.sounding_by_word(&typed.key)).copied();
        for name in sounding.chain(self.sharing(&typed)) {
            let Some(score) = typed.score(self.folded.get(name), self.keys.get(name)) else { continue };
            let found = NameMatch { owner: self.owners[name as usize], name: self.names.get(name), score };
            let known = best.entry(found.owner).or_insert(found);
            if found.is_better_name(known) {
                *known = found;
            }
        }
        let mut matches: Vec<NameMatch<'_>> = best.into_values().collect();
        if matches.len() > limit {
            matches.select_nth_unstable_by(limit, rank);
            matches.truncate(limit);
        }
        matches.sort_unstable_by(rank);
        matches
    }

    /// Names with exactly this key.
    fn sounding(&self, key: &str) -> &[u32] {
        let key_at = |at: u32| self.keys.get(self.by_key[at as usize]);
        let count = self.by_key.len() as u32;
        let first = first_not(count, |at| key_at(at) < key);
        let end = first_not(count, |at| key_at(at) <= key);
        &self.by_key[first as usize..end as usize]
    }

    /// Names that hold the rarest of these sounds: all that hold each of them are among these.
    fn sounding_by_word(&self, key: &str) -> &[u32] {
        key.split(' ')
            .map(|word| self.sounds.holding(word))
            .min_by_key(|names| names.len())
            .unwrap_or_default()
    }

    /// Names that share so many trigrams with what was typed that they may match.
    fn sharing(&self, typed: &Typed) -> Vec<u32> {
        let wanted = beginnings(&typed.folded);
        let least = wanted.len().saturating_sub(TRIGRAMS_AN_EDIT * usize::from(typed.most)).max(1);
        let shared_ends = if typed.most > 0 { trigrams(&typed.folded) } else { wanted };
        let mut shared: Map<u32, usize> = Map::default();
        for trigram in shared_ends {
            let Ok(at) = self.trigrams.binary_search(&trigram) else { continue };
            for name in self.holders.get(at as u32) {
                *shared.entry(*name).or_default() += 1;
            }
        }
        shared.into_iter().filter(|(_, count)| *count >= least).map(|(name, _)| name).collect()
    }
}

impl NameMatch<'_> {
    /// Whether this name of an owner says better than another why the owner was found.
    fn is_better_name(&self, other: &NameMatch<'_>) -> bool {
        let foreign = |name: &str| name.chars().any(|letter| letter.is_alphabetic() && !is_latin(letter));
        let key = |name: &'_ str| (foreign(name), name.chars().count());
        let by_score = self.score.total_cmp(&other.score);
        let by_name = || key(other.name).cmp(&key(self.name)).then_with(|| other.name.cmp(self.name));
        by_score.then_with(by_name).is_gt()
    }
}

fn is_latin(letter: char) -> bool {
    letter < '\u{250}' || ('\u{1e00}'..'\u{1f00}').contains(&letter)
}

/// Best first.
fn rank(one: &NameMatch<'_>, other: &NameMatch<'_>) -> std::cmp::Ordering {
    other
        .score
        .total_cmp(&one.score)
        .then_with(|| one.name.chars().count().cmp(&other.name.chars().count()))
        .then(one.owner.cmp(&other.owner))
        .then(one.name.cmp(other.name))
}

/// The distinct trigrams of folded words, with two blanks before and one after each word.
fn trigrams(folded: &str) -> Vec<u64> {
    distinct_trigrams(folded, true)
}

/// The same without those at the ends of words, as a word that goes on has them.
fn beginnings(folded: &str) -> Vec<u64> {
    distinct_trigrams(folded, false)
}

fn distinct_trigrams(folded: &str, ends: bool) -> Vec<u64> {
    const LETTER: u32 = 21;
    let mut found: Vec<u64> = Vec::with_capacity(folded.len() + 2);
    for word in folded.split(' ') {
        let blank = u64::from(u32::from(' '));
        let mut trigram = blank << LETTER | blank;
        for letter in word.chars().chain(ends.then_some(' ')) {
            trigram = (trigram << LETTER | u64::from(u32::from(letter))) & ((1 << (3 * LETTER)) - 1);
            found.push(trigram);
        }
    }
    found.sort_unstable();
    found.dedup();
    found
}

/// What was typed, ready to be compared with many names.
struct Typed {
    folded: String,
    key: String,
    words: Vec<String>,
    /// Most typos allowed.
    most: u8,
    typos: Typos,
}

impl Typed {
    fn new(folded: String) -> Self {
        let most = match folded.chars().count() {
            0..4 => 0,
            4..8 => 1,
            _ => 2,
        };
        let words = folded.split(' ').map(str::to_owned).collect();
        let key = key(&folded);
        let typos = Typos::new(&folded);
        Self { folded, key, words, most, typos }
    }

    /// How well a name fits, by its fold and key.
    fn score(&mut self, folded: &str, key: &str) -> Option<f32> {
        if folded == self.folded {
            return Some(SAME);
        }
        if key == self.key && self.typos.of(folded, 2).is_some_and(|edits| edits.whole <= 2) {
            return Some(SOUNDS_SAME);
        }
        let share = SHARE * self.folded.len() as f32 / folded.len().max(self.folded.len()) as f32;
        if let Some(rest) = folded.strip_prefix(self.folded.as_str()) {
            let whole_words = rest.starts_with(' ');
            return Some(if whole_words { STARTS_WHOLE + share / 2.5 } else { STARTS + share });
        }
        let starts_a_word = |typed: &String| folded.split(' ').any(|word| word.starts_with(typed.as_str()));
        if self.words.iter().all(starts_a_word) {
            return Some(WORD_STARTS + share);
        }
        // One or two letters sound like too much.
        let sounds_as_a_word = |typed: &str| typed.len() > 2 && key.split(' ').any(|word| word == typed);
        if key != self.key && self.key.split(' ').all(sounds_as_a_word) {
            return Some(WORD_SOUNDS_SAME + share / 2.0);
        }
        let with_typos = self.score_with_typos(folded).map(|score| score + share / 2.0);
        let alike = (key == self.key).then_some(SOUNDS_ALIKE);
        with_typos.into_iter().chain(alike).reduce(f32::max)
    }

    fn score_with_typos(&mut self, folded: &str) -> Option<f32> {
        if self.most == 0 {
            return None;
        }
        let whole_name = std::iter::once(folded);
        let words = folded.split(' ').filter(|word| word.len() < folded.len());
        let mut best: Option<f32> = None;
        for (at, text) in whole_name.chain(words).enumerate() {
            let Some(edits) = self.typos.of(text, self.most) else { continue };
            let score = match edits.whole {
                0 | 1 => ONE_TYPO,
                2 if self.most == 2 => TWO_TYPOS,
                _ if at == 0 => STARTS_WITH_TYPO,
                _ => continue,
            };
            best = Some(best.map_or(score, |best| best.max(score)));
        }
        best
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NAMES: [(u32, &str); 18] = [
        (1, "Hala"),
        (2, "Bidri"),
        (3, "Moradabad"),
        (4, "Varanasi"),
        (4, "Banaras"),
        (5, "Delhi"),
        (6, "New Delhi"),
        (7, "Bagru block print"),
        (8, "ہالا"),
        (9, "Halifax"),
        (10, "Bidar"),
        (11, "Kashmir Papier-mâché"),
        (12, "—"),
        (13, "Phulkari"),
        (14, "Lucknow Zardozi"),
        (15, "Khurja"),
        (15, "ਖੁਰਜਾ"),
        (16, "J&K bazaar"),
    ];

    fn owners(text: &str) -> Vec<u32> {
        NameIndex::build(NAMES).search(text, 10).iter().map(|found| found.owner).collect()
    }

    #[test]
    fn one_name_is_found_in_every_spelling() {
        for spelling in ["Hala", "Halla", "ہالا", "هالا", "hālā"] {
            let found = owners(spelling);
            assert!(found.contains(&1) && found.contains(&8), "{spelling}: {found:?}");
        }
        for spelling in ["Bidri", "bidari", "बिदरी"] {
            assert_eq!(owners(spelling)[0], 2, "{spelling}");
        }
        assert_eq!(owners("Moradbad"), [3]);
        assert_eq!(owners("Varansi"), [4]);
        assert_eq!(owners("वाराणसी"), [4]);
        assert_eq!(owners("Fulkari"), [13]);
    }

    #[test]
    fn better_fits_come_first() {
        assert_eq!(owners("delhi"), [5, 6]);
        assert_eq!(owners("dlehi"), [5, 6]);
        assert_eq!(owners("hal"), [1, 8, 9]);
        assert_eq!(owners("print bag"), [7]);
        assert_eq!(owners("papier mache"), [11]);
        assert_eq!(owners("mrad"), [3], "a beginning with a typo");
    }

    #[test]
    fn a_word_that_sounds_alike_is_found_within_a_name() {
        assert_eq!(owners("jardoji"), [14]);
        assert_eq!(owners("zardosi luknow"), [] as [u32; 0], "s and z are two sounds");
        assert_eq!(owners("qqqq"), [] as [u32; 0], "of which one letter sounds");
    }

    #[test]
    fn one_letter_wrong_is_nearer_than_a_sound_of_many_others() {
        let index = NameIndex::build([(1, "Badully"), (2, "Bhadohi")]);
        let found: Vec<u32> = index.search("Bhadoli", 10).iter().map(|found| found.owner).collect();
        assert_eq!(found, [2, 1]);
    }

    #[test]
    fn of_names_that_fit_alike_the_one_in_latin_letters_is_told() {
        let index = NameIndex::build(NAMES);
        assert_eq!(index.search("khurja", 1)[0].name, "Khurja");
        assert_eq!(index.search("ਖੁਰਜਾ", 1)[0].name, "Khurja");
    }

    #[test]
    fn short_words_must_be_right_and_nonsense_finds_nothing() {
        assert!(owners("dxl").is_empty());
        assert!(owners("—").is_empty());
        assert!(owners("qqqqqqq").is_empty());
    }

    #[test]
    fn an_owner_is_found_once_by_its_best_name() {
        let index = NameIndex::build(NAMES);
        let found = index.search("banaras", 10);
        assert_eq!((found.len(), found[0].name, found[0].score), (1, "Banaras", SAME));
        assert_eq!(index.search("b", 2).len(), 2);
    }

    #[test]
    fn the_trigrams_lose_nothing_that_scoring_would_find() {
        let index = NameIndex::build(NAMES);
        for text in [
            "hlaa",
            "ahla",
            "xala",
            "halx",
            "hla",
            "moardabda",
            "ovradabad",
            "varanais",
            "b",
            "ba",
            "kashmri",
            "neww delih",
            "jardoji",
            "jardoji laknau",
            "lakhnow",
            "print fulkari",
        ] {
            let mut typed = Typed::new(fold(text));
            let expected: std::collections::BTreeSet<u32> = (0..index.owners.len() as u32)
                .filter(|name| typed.score(index.folded.get(*name), index.keys.get(*name)).is_some())
                .map(|name| index.owners[name as usize])
                .collect();
            let found = index.search(text, 100).iter().map(|found| found.owner).collect();
            assert_eq!(expected, found, "{text}");
        }
    }
}
