//! Words on a picture: each script in its own font, wrapped by how wide they are.

use super::studio::Studio;
use crate::pages::escape;
use std::fmt::Write as _;

/// A voice of the portal.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Voice {
    /// Headings.
    Display,
    /// Text.
    Text,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Script {
    Latin,
    /// Latin letters with rarer marks, which have a font of their own.
    Marked,
    Devanagari,
    Arabic,
}

/// The script of a letter; nothing for a space, which every font has.
fn script(letter: char) -> Option<Script> {
    match letter {
        '\u{0900}'..='\u{097f}' | '\u{a8e0}'..='\u{a8ff}' => Some(Script::Devanagari),
        '\u{0600}'..='\u{06ff}' | '\u{0750}'..='\u{077f}' | '\u{fb50}'..='\u{feff}' => Some(Script::Arabic),
        'ı' | 'Œ' | 'œ' => Some(Script::Latin),
        '\u{0100}'..='\u{024f}' | '\u{1e00}'..='\u{1eff}' => Some(Script::Marked),
        letter => (!letter.is_whitespace()).then_some(Script::Latin),
    }
}

fn font(voice: Voice, script: Script) -> &'static str {
    match (voice, script) {
        (Voice::Display, Script::Latin) => "tiro-devanagari-hindi-latin",
        (Voice::Display, Script::Marked) => "tiro-devanagari-hindi-latin-ext",
        (Voice::Display, Script::Devanagari) => "tiro-devanagari-hindi-devanagari",
        (Voice::Display, Script::Arabic) => "noto-nastaliq-urdu-arabic",
        (Voice::Text, Script::Latin) => "noto-sans-latin",
        (Voice::Text, Script::Marked) => "noto-sans-latin-ext",
        (Voice::Text, Script::Devanagari) => "noto-sans-devanagari-devanagari",
        (Voice::Text, Script::Arabic) => "noto-naskh-arabic-arabic",
    }
}

/// A text in parts of one script each; spaces stay with the part before them.
fn parts(text: &str) -> Vec<(Script, String)> {
    let mut parts: Vec<(Script, String)> = Vec::new();
    for letter in text.trim_start().chars() {
        match (script(letter), parts.last_mut()) {
            (Some(own), Some((held, part))) if own == *held => part.push(letter),
            (None, Some((_, part))) => part.push(letter),
            (own, _) => parts.push((own.unwrap_or(Script::Latin), letter.to_string())),
        }
    }
    parts
}

/// Whether a text is written from right to left.
pub fn is_arabic(text: &str) -> bool {
    parts(text).first().is_some_and(|(script, _)| *script == Script::Arabic)
}

/// The parts in the order in which they stand from left to right: what runs the other way keeps its own order.
fn placed(text: &str) -> Vec<(Script, String)> {
    let mut runs: Vec<(bool, Vec<(Script, String)>)> = Vec::new();
    for part in parts(text) {
        let arabic = part.0 == Script::Arabic;
        match runs.last_mut().filter(|(held, _)| *held == arabic) {
            Some((_, run)) => run.push(part),
            None => runs.push((arabic, vec![part])),
        }
    }
    for (arabic, run) in &mut runs {
        if *arabic {
            run.reverse();
        }
    }
    if is_arabic(text) {
        runs.reverse();
    }
    runs.into_iter().flat_map(|(_, run)| run).collect()
}

/// A line of text in a font and size.
#[derive(Clone, Copy)]
pub struct Letters<'a> {
    /// What measures it.
    pub studio: &'a Studio,
    /// Its voice.
    pub voice: Voice,
    /// Height of its letters.
    pub size: f64,
}

impl Letters<'_> {
    /// One part as SVG. Each part stands alone: within one element the renderer mixes fonts only where both
    /// make as many shapes of the same letters.
    fn part(&self, (script, text): &(Script, String), x: f64, y: f64, class: &str) -> String {
        format!(
            "<text class=\"{class}\" x=\"{x:.1}\" y=\"{y:.1}\" font-size=\"{}\" font-family=\"{}\">{}</text>",
            self.size,
            font(self.voice, *script),
            escape(text.trim_end())
        )
    }

    fn part_width(&self, part: &(Script, String)) -> f64 {
        let space = if part.1.ends_with(char::is_whitespace) { 0.26 * self.size } else { 0.0 };
        self.studio.width(&self.part(part, 0.0, 0.0, "")) + space
    }

    /// How wide a text is.
    pub fn width(&self, text: &str) -> f64 {
        parts(text).iter().map(|part| self.part_width(part)).sum()
    }

    /// A line that starts at `x`, or ends there.
    pub fn line(&self, text: &str, (x, y): (f64, f64), ends: bool, class: &str) -> String {
        let mut left = if ends { x - self.width(text) } else { x };
        let mut body = String::new();
        for part in placed(text) {
            body.push_str(&self.part(&part, left, y, class));
            left += self.part_width(&part);
        }
        body
    }

    /// A text in lines no wider than `room`, at most so many; the last one ends in "…" where there is more.
    pub fn wrapped(&self, text: &str, room: f64, most: usize) -> Vec<String> {
        let mut lines: Vec<String> = Vec::new();
        for word in text.split_whitespace() {
            let longer = lines.last().map(|line| format!("{line} {word}"));
            match longer.filter(|longer| self.width(longer) <= room) {
                Some(longer) => {
                    lines.pop();
                    lines.push(longer);
                }
                None if lines.len() < most => lines.push(word.to_owned()),
                None => {
                    lines.last_mut().into_iter().for_each(|last| last.push('…'));
                    break;
                }
            }
        }
        lines
    }
}

/// A drawn map with each of its names in the font of its script.
pub fn lettered(svg: &str) -> String {
    let mut pieces = svg.split("<text ");
    let mut whole = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let name =
            piece.split_once('>').and_then(|(_, rest)| rest.split_once('<')).map_or("", |(name, _)| name);
        let script = parts(name).first().map_or(Script::Latin, |(script, _)| *script);
        let _ = write!(whole, "<text font-family=\"{}\" {piece}", font(Voice::Text, script));
    }
    whole
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_script_has_its_own_part_and_spaces_stay_with_what_stands_before_them() {
        let read = |text| parts(text).into_iter().map(|(_, part)| part).collect::<Vec<_>>();
        assert_eq!(read("Bidri, बीदरी (کام)"), ["Bidri, ", "बीदरी ", "(", "کام", ")"]);
        assert_eq!(read("Nāgaur"), ["N", "ā", "gaur"]);
        assert!(is_arabic("پنجاب Punjab") && !is_arabic("Punjab پنجاب"));
    }

    #[test]
    fn what_runs_the_other_way_keeps_its_own_order() {
        let read =
            |text| placed(text).into_iter().map(|(_, part)| part.trim().to_owned()).collect::<Vec<_>>();
        assert_eq!(read("پنجاب Nāg پاکستان"), ["پاکستان", "N", "ā", "g", "پنجاب"]);
        assert_eq!(read("Multan ملتان x"), ["Multan", "ملتان", "x"]);
    }

    #[test]
    fn names_on_a_map_have_the_font_of_their_script() {
        let svg = lettered("<svg><text class=\"m-t\">वाराणसी</text><text x=\"1\">Agra</text></svg>");
        assert!(svg.contains("<text font-family=\"noto-sans-devanagari-devanagari\" class=\"m-t\">"));
        assert!(svg.contains("<text font-family=\"noto-sans-latin\" x=\"1\">Agra"));
    }
}
