//! The order that readers expect names in: Latin letters without case and accents, other scripts by their own
//! alphabet.

use crate::fold::fold;

/// The Urdu alphabet; its letters do not follow each other in Unicode.
const URDU: &str = "آابپتٹثجچحخدڈذرڑزژسشصضطظعغفقکگلمنںوہھءئیے";
/// Where the rank of the first letter of [`URDU`] stands: in the private use area, behind all other scripts.
const FIRST: u32 = 0xE000;
/// Devanagari letters that carry a nukta, and the letters they are looked up under.
const WITH_NUKTA: &[(char, char)] = &[
    ('\u{958}', 'क'),
    ('\u{959}', 'ख'),
    ('\u{95a}', 'ग'),
    ('\u{95b}', 'ज'),
    ('\u{95c}', 'ड'),
    ('\u{95d}', 'ढ'),
    ('\u{95e}', 'फ'),
    ('\u{95f}', 'य'),
];
const NUKTA: char = '\u{93c}';

/// What a text is ordered by. Keys that are equal are told apart by the texts themselves.
pub fn collation_key(text: &str) -> String {
    // Greek is the first script behind the Latin letters and their accents.
    if !text.chars().any(|letter| letter >= '\u{370}' && letter.is_alphabetic()) {
        return fold(text);
    }
    text.chars()
        .filter(|letter| *letter != NUKTA)
        .flat_map(|letter| in_place(letter).to_lowercase())
        .collect()
}

/// A letter that stands where its alphabet has the given one.
fn in_place(letter: char) -> char {
    if let Some((_, plain)) = WITH_NUKTA.iter().find(|(own, _)| *own == letter) {
        return *plain;
    }
    let rank = URDU.chars().position(|own| own == letter);
    rank.and_then(|rank| char::from_u32(FIRST + rank as u32)).unwrap_or(letter)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sorted<const N: usize>(mut texts: [&'static str; N]) -> [&'static str; N] {
        texts.sort_by_cached_key(|text| collation_key(text));
        texts
    }

    #[test]
    fn hindi_stands_in_the_order_of_its_dictionary() {
        let names =
            ["बनारस का उभारदार काम", "बनारस का धातु शिल्प", "अंबाला", "ज़रदोज़ी", "जामदानी", "आगरा", "Agra"];
        assert_eq!(
            sorted(names),
            ["Agra", "अंबाला", "आगरा", "ज़रदोज़ी", "जामदानी", "बनारस का उभारदार काम", "बनारस का धातु शिल्प"]
        );
    }

    #[test]
    fn urdu_stands_in_the_order_of_its_alphabet() {
        assert_eq!(
            sorted(["ٹھٹہ", "گجرات", "پشاور", "بہاولپور", "چنیوٹ", "اجرک", "ملتان"]),
            ["اجرک", "بہاولپور", "پشاور", "ٹھٹہ", "چنیوٹ", "گجرات", "ملتان"]
        );
    }

    #[test]
    fn latin_names_stand_without_regard_to_case_and_accent() {
        assert_eq!(sorted(["bidri", "Ājrakh", "Ajrak"]), ["Ajrak", "Ājrakh", "bidri"]);
    }
}
