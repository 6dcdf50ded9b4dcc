//! One plain spelling for names of many scripts, so that a search finds them across scripts.
//!
//! [`fold`] gives lower-case Latin letters, digits and single blanks. Latin loses its accents. The nine
//! Brahmic blocks of Unicode share one layout (that of ISCII), so one table by offset romanises them all;
//! the inherent vowel is dropped where speech drops it. Arabic script keeps its long vowels and loses its
//! marks. [`key`] goes further: spellings that sound alike fall together ("Hala", "Halla", "ہالا").

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// The plain spelling of `text`: `[a-z0-9]` words parted by single blanks, and letters of scripts that no
/// table here covers as they are, in lower case.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    let mut brahmic = Vec::new();
    for letter in text.nfkc() {
        if let Some(offset) = brahmic_offset(letter) {
            brahmic.push(offset);
            continue;
        }
        if !(brahmic.is_empty() || matches!(letter, '\u{200c}' | '\u{200d}')) {
            romanise(&mut brahmic, &mut folded);
        }
        fold_letter(letter, &mut folded);
    }
    romanise(&mut brahmic, &mut folded);
    folded.truncate(folded.trim_end().len());
    folded
}

fn fold_letter(letter: char, folded: &mut String) {
    if letter.is_ascii() {
        if letter.is_ascii_alphanumeric() {
            folded.push(letter.to_ascii_lowercase());
        } else if letter != '\'' {
            blank(folded);
        }
        return;
    }
    if let Some(latin) = arabic(letter) {
        folded.push_str(latin);
        return;
    }
    for part in letter.nfkd().flat_map(char::to_lowercase) {
        match part {
            'a'..='z' | '0'..='9' => folded.push(part),
            // Apostrophes, hamza and joiners stand inside words.
            '\u{2018}' | '\u{2019}' | '\u{2bb}'..='\u{2bf}' | '\u{200b}'..='\u{200f}' => {}
            'ı' => folded.push('i'),
            'ø' => folded.push('o'),
            'ł' => folded.push('l'),
            'đ' => folded.push('d'),
            'ß' => folded.push_str("ss"),
            'æ' => folded.push_str("ae"),
            part if is_combining_mark(part) => {}
            part if part.is_alphanumeric() => folded.push(part),
            _ => blank(folded),
        }
    }
}

fn blank(folded: &mut String) {
    if !folded.is_empty() && !folded.ends_with(' ') {
        folded.push(' ');
    }
}

/// Offset within its block of a letter of Devanagari, Bengali, Gurmukhi, Gujarati, Oriya, Tamil, Telugu,
/// Kannada or Malayalam.
fn brahmic_offset(letter: char) -> Option<u8> {
    let code = letter as u32;
    let offset = (code & 0x7f) as u8;
    // The two dandas are punctuation of all Indic scripts.
    ((0x900..0xd80).contains(&code) && !matches!(offset, 0x64 | 0x65)).then_some(offset)
}

const CONSONANTS: [&str; 37] = [
    "k", "kh", "g", "gh", "n", "ch", "chh", "j", "jh", "n", "t", "th", "d", "dh", "n", "t", "th", "d", "dh",
    "n", "n", "p", "ph", "b", "bh", "m", "y", "r", "r", "l", "l", "l", "v", "sh", "sh", "s", "h",
];
const VOWELS: [&str; 16] =
    ["a", "a", "i", "i", "u", "u", "ri", "l", "e", "e", "e", "ai", "o", "o", "o", "au"];
const NUKTA_CONSONANTS: [&str; 8] = ["q", "kh", "g", "z", "r", "rh", "f", "y"];

/// A sound of a Brahmic word: a consonant with its vowel, or a vowel alone.
#[derive(Default)]
struct Syllable {
    consonant: &'static str,
    vowel: &'static str,
    /// The vowel is the unwritten `a`, which speech may drop.
    inherent: bool,
    /// A nasal or aspirate that closes the syllable.
    close: &'static str,
}

/// Romanises the offsets gathered in `word` onto the end of `folded`, and empties `word`.
fn romanise(word: &mut Vec<u8>, folded: &mut String) {
    let mut syllables: Vec<Syllable> = Vec::with_capacity(word.len());
    for offset in word.drain(..) {
        match offset {
            // Candrabindu and anusvara; tippi of Gurmukhi.
            0x01..=0x02 | 0x70 => close(&mut syllables, "n"),
            0x03 => close(&mut syllables, "h"),
            0x05..=0x14 => {
                syllables.push(Syllable { vowel: VOWELS[usize::from(offset) - 5], ..Syllable::default() });
            }
            0x15..=0x39 => syllables.push(Syllable {
                consonant: CONSONANTS[usize::from(offset) - 0x15],
                vowel: "a",
                inherent: true,
                close: "",
            }),
            // A dot below turns j, d, ph … into z, r, f …
            0x3c => {
                if let Some(last) = syllables.last_mut() {
                    last.consonant = match last.consonant {
                        "k" => "q",
                        "j" => "z",
                        "d" => "r",
                        "dh" => "rh",
                        "ph" => "f",
                        other => other,
                    };
                }
            }
            0x3e..=0x4c => set_vowel(&mut syllables, VOWELS[usize::from(offset) - 0x3d]),
            0x4d => set_vowel(&mut syllables, ""),
            0x58..=0x5f => syllables.push(Syllable {
                consonant: NUKTA_CONSONANTS[usize::from(offset) - 0x58],
                vowel: "a",
                inherent: true,
                close: "",
            }),
            0x66..=0x6f => {
                const DIGITS: [&str; 10] = ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"];
                syllables.push(Syllable { vowel: DIGITS[usize::from(offset) - 0x66], ..Syllable::default() });
            }
            _ => {}
        }
    }
    for position in 0..syllables.len() {
        let (before, rest) = syllables.split_at(position);
        let syllable = &rest[0];
        folded.push_str(syllable.consonant);
        if !(syllable.inherent && is_silent(before, syllable, &rest[1..])) {
            folded.push_str(syllable.vowel);
        }
        folded.push_str(syllable.close);
    }
}

fn close(syllables: &mut [Syllable], sound: &'static str) {
    if let Some(last) = syllables.last_mut() {
        last.close = sound;
    }
}

fn set_vowel(syllables: &mut [Syllable], vowel: &'static str) {
    if let Some(last) = syllables.last_mut() {
        last.vowel = vowel;
        last.inherent = false;
    }
}

/// Schwa deletion: the unwritten `a` is silent at the end of a word, and between a syllable that ends in a
/// vowel and one that is followed by a spoken vowel ("kar-i-gar", "bid-ri").
fn is_silent(before: &[Syllable], this: &Syllable, after: &[Syllable]) -> bool {
    if before.is_empty() || !this.close.is_empty() {
        return false;
    }
    match after {
        [] => true,
        [next, ..] => {
            let open_before =
                before.last().is_some_and(|last| !last.vowel.is_empty() && last.close.is_empty());
            open_before && !next.consonant.is_empty() && !next.inherent && !next.vowel.is_empty()
        }
    }
}

/// Latin for a letter of the Arabic script as Urdu, Sindhi, Kashmiri and their neighbours use it.
fn arabic(letter: char) -> Option<&'static str> {
    Some(match letter {
        'ا' | 'آ' | 'أ' | 'إ' | 'ٲ' | 'ٳ' | 'ى' => "a",
        'ب' | 'ٻ' => "b",
        'پ' => "p",
        'ت' | 'ط' | 'ٹ' | 'ٽ' | 'ټ' | 'ة' => "t",
        'ٿ' | 'ٺ' => "th",
        'ث' | 'س' | 'ص' => "s",
        'ج' | 'ڄ' => "j",
        'چ' => "ch",
        'ڇ' => "chh",
        'ڃ' | 'ن' | 'ں' | 'ڻ' | 'ڼ' => "n",
        'ح' | 'ه' | 'ہ' | 'ھ' | 'ۀ' | 'ۂ' | 'ە' => "h",
        'خ' => "kh",
        'د' | 'ڈ' | 'ڊ' | 'ډ' | 'ڏ' => "d",
        'ڌ' | 'ڍ' => "dh",
        'ذ' | 'ز' | 'ض' | 'ظ' | 'ژ' => "z",
        'ر' | 'ڑ' | 'ڙ' | 'ړ' => "r",
        'ش' | 'ښ' => "sh",
        'غ' | 'گ' | 'ڳ' | 'ګ' => "g",
        'ڱ' => "ng",
        'ف' => "f",
        'ڦ' => "ph",
        'ق' => "q",
        'ک' | 'ك' | 'ڪ' => "k",
        'ل' | 'ڵ' => "l",
        'م' => "m",
        'و' | 'ؤ' | 'ۄ' | 'ۆ' | 'ۇ' | 'ۋ' => "o",
        'ی' | 'ي' | 'ې' | 'ۍ' | 'ئ' | 'ێ' | 'ؠ' => "i",
        'ے' | 'ۓ' => "e",
        'ع' | 'ء' | 'ـ' | '\u{64b}'..='\u{65f}' | '\u{670}' => "",
        '٠' | '۰' => "0",
        '١' | '۱' => "1",
        '٢' | '۲' => "2",
        '٣' | '۳' => "3",
        '٤' | '۴' => "4",
        '٥' | '۵' => "5",
        '٦' | '۶' => "6",
        '٧' | '۷' => "7",
        '٨' | '۸' => "8",
        '٩' | '۹' => "9",
        _ => return None,
    })
}

/// How a folded text sounds: doubled letters once, aspirates plain, and the letters that romanisations
/// confuse (w/v, z/j, ph/f, q/k, y/i, o/u, e/i) as one. Words stay apart.
pub fn key(folded: &str) -> String {
    let mut key = String::with_capacity(folded.len());
    for word in folded.split(' ') {
        blank(&mut key);
        let start = key.len();
        let mut letters = word.chars().peekable();
        while let Some(letter) = letters.next() {
            let sound = match letter {
                'w' => 'v',
                'z' => 'j',
                'q' | 'x' => 'k',
                'c' if letters.peek() != Some(&'h') => 'k',
                'y' | 'e' => 'i',
                'o' => 'u',
                'p' if letters.peek() == Some(&'h') => {
                    letters.next();
                    'f'
                }
                // An h after a consonant is breath: kh, gh, sh, th …
                'h' if key[start..].ends_with(|last: char| !"aiuh".contains(last)) => continue,
                other => other,
            };
            if !(key.len() > start && key.ends_with(sound)) {
                key.push(sound);
            }
        }
    }
    key
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn latin_loses_accents_case_and_punctuation() {
        assert_eq!(fold("Vārānasi  (Banāras)"), "varanasi banaras");
        assert_eq!(fold("Kashmir Papier-mâché"), "kashmir papier mache");
        assert_eq!(fold("Weavers' Service Centre"), "weavers service centre");
        assert_eq!(fold("  —  "), "");
    }

    #[test]
    fn brahmic_scripts_read_as_they_are_spoken() {
        for (name, spoken) in [
            ("बिदरी", "bidri"),
            ("कारीगर", "karigar"),
            ("बनारस", "banaras"),
            ("वाराणसी", "varansi"),
            ("हस्तशिल्प", "hastashilp"),
            ("ఇక్కత్", "ikkat"),
            ("চিকন", "chikan"),
            ("ਫੁਲਕਾਰੀ", "phulkari"),
            ("જરી", "jari"),
            ("२०२६", "2026"),
        ] {
            let folded = fold(name);
            assert!(folded == spoken || key(&folded) == key(spoken), "{name}: {folded} is not {spoken}");
        }
    }

    #[test]
    fn spellings_of_one_name_share_a_key() {
        let same = |a: &str, b: &str| assert_eq!(key(&fold(a)), key(&fold(b)), "{a} / {b}");
        same("Hala", "Halla");
        same("Hala", "ہالا");
        same("Hala", "هالا");
        same("Bidri", "बिदरी");
        same("Phulkari", "Fulkari");
        same("Zardozi", "Jardoji");
    }

    #[test]
    fn words_stay_apart_and_unknown_scripts_stay_as_they_are() {
        assert_eq!(fold("ꯃꯅꯤꯄꯨꯔ Manipur").split(' ').next_back(), Some("manipur"));
        assert_eq!(key("block print"), "bluk print");
    }
}
