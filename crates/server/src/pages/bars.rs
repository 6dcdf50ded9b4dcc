//! A small chart of bars, drawn by the server. It has no box of its own and its lengths are percents and ems, so that
//! its words stay as large as those of the page, on a phone, in print and from right to left. The same
//! figures stand in the table beside it.

use super::frame::escape;
use crate::i18n::Language;
use std::fmt::Write as _;

/// A bar.
pub struct Bar {
    /// What it is.
    pub label: String,
    /// How much, in words.
    pub value: String,
    /// How much, for its length.
    pub amount: f64,
    /// How it is drawn.
    pub look: Look,
}

/// How a bar is drawn; never by colour alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Look {
    /// Filled.
    Full,
    /// Outlined: a group, or a part of a year.
    Hollow,
    /// Dashed: what is left over.
    Rest,
}

/// Height of a bar with its words, in em.
const STEP: f64 = 2.7;

/// The chart of some bars. `id` is unique on the page; `title` says what is compared.
pub fn bars(language: &Language, id: &str, title: &str, bars: &[Bar]) -> String {
    let largest = bars.iter().map(|bar| bar.amount).fold(0.0, f64::max);
    if bars.len() < 2 || largest <= 0.0 {
        return String::new();
    }
    let rtl = language.direction == "rtl";
    let (start, end) = if rtl { ("100%", "0") } else { ("0", "100%") };
    let told: Vec<String> = bars.iter().map(|bar| format!("{}: {}", bar.label, bar.value)).collect();
    let mut svg = format!(
        "<svg class=\"bars\" role=\"img\" aria-labelledby=\"{id}-t\" aria-describedby=\"{id}-d\" width=\"100%\" \
         height=\"{:.1}em\"><title id=\"{id}-t\">{}</title><desc id=\"{id}-d\">{}</desc>",
        STEP * bars.len() as f64,
        escape(title),
        escape(&told.join("; ")),
    );
    for (at, bar) in bars.iter().enumerate() {
        let top = STEP * at as f64;
        let width = (bar.amount.max(0.0) / largest * 100.0).max(0.4);
        let from = if rtl { 100.0 - width } else { 0.0 };
        let class = match bar.look {
            Look::Full => "",
            Look::Hollow => " class=\"hollow\"",
            Look::Rest => " class=\"hollow rest\"",
        };
        let _ = write!(
            svg,
            "<text x=\"{start}\" y=\"{:.1}em\">{}</text><text class=\"num\" x=\"{end}\" y=\"{:.1}em\" \
             text-anchor=\"end\">{}</text><rect{class} x=\"{from:.1}%\" y=\"{:.1}em\" width=\"{width:.1}%\" \
             height=\".5em\"/>",
            top + 1.1,
            escape(&bar.label),
            top + 1.1,
            escape(&bar.value),
            top + 1.5,
        );
    }
    svg + "</svg>"
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Languages;

    fn bar(label: &str, amount: f64) -> Bar {
        Bar { label: label.to_owned(), value: format!("{amount} %"), amount, look: Look::Full }
    }

    #[test]
    fn bars_begin_where_the_language_does_and_are_told_in_words() {
        let languages = Languages::load("").unwrap();
        let drawn = |tag| {
            bars(&languages.choose(Some(tag), None), "x", "Share", &[bar("A & B", 20.0), bar("C", 5.0)])
        };
        let english = drawn("en");
        assert!(english.contains("<desc id=\"x-d\">A &amp; B: 20 %; C: 5 %</desc>"));
        assert!(english.contains("x=\"0.0%\" y=\"4.2em\" width=\"25.0%\""), "{english}");
        assert!(drawn("ur").contains("x=\"75.0%\" y=\"4.2em\" width=\"25.0%\""));
    }

    #[test]
    fn one_bar_compares_nothing() {
        let english = Languages::load("").unwrap().choose(None, None);
        assert_eq!(bars(&english, "x", "Share", &[bar("A", 20.0)]), "");
    }
}
