//! When an event takes place: the words of its source as they are set, and the next date.

use super::{Fact, Part, Shown};
use crate::pages::said::Said;
use crate::portal::events::{Happening, today};
use karigar_model::Role;
use time::Month;

/// An event in time.
pub struct Event {
    /// When it takes place, in the words of its source.
    pub words: Said,
    /// When it does so next, or that nobody has said.
    pub next: String,
    /// Whether that is certain, so that there is a calendar file.
    pub certain: bool,
}

impl Event {
    /// The event that is shown.
    pub fn read(shown: &Shown<'_>) -> Self {
        let language = shown.language;
        let event = Happening::read(shown.layer, shown.feature, today());
        let dated = |key, (from, to)| language.with(key, [("dates", &language.days(from, to))]);
        let next = event.next.map(|days| dated("event-next", days));
        let otherwise = event.otherwise.map(|days| dated("event-otherwise", days));
        let known = [next, otherwise].into_iter().flatten().collect::<Vec<_>>().join(" ");
        let certain = event.next.is_some();
        let next = if certain { known } else { shown.text("event-not-announced") };
        let said = shown.said(Role::Summary);
        let words = if event.rule == &*said { shown.foreign(&set(event.rule)) } else { said };
        Self { words, next, certain }
    }
}

/// How to take part, which no source states, and what may help who wants to sell.
pub fn selling(shown: &Shown<'_>) -> [Fact; 2] {
    let ask = if shown.field("organiser").is_empty() { "event-part-unknown" } else { "event-part-ask" };
    let root = shown.root();
    let place = shown.feature.region().map_or_else(String::new, |code| format!("&within={code}"));
    let programmes = format!("{root}/schemes?need=markets{place}");
    let mut helps = shown.fact(
        shown.text("event-selling"),
        vec![
            Part::link(shown.text("event-selling-programmes"), programmes),
            Part::link(shown.text("event-selling-near"), format!("{root}/near?help=market")),
        ],
    );
    helps.between = " · ";
    [shown.fact(shown.text("event-part"), vec![]).or(shown.text(ask)), helps]
}

/// A rule with a capital, with dashes between days or months that no line parts, and with days that stay
/// beside their month.
pub fn set(rule: &str) -> String {
    let bare = |word: &str| word.trim_matches(|letter: char| !letter.is_alphanumeric()).to_owned();
    let month = |word: &str| bare(word).parse::<Month>().is_ok();
    let dated = |part: &str| month(part) || bare(part).parse::<u16>().is_ok();
    let mut text = String::new();
    for word in rule.split(' ') {
        if !text.is_empty() {
            let stays = month(word) && text.ends_with(|letter: char| letter.is_ascii_digit());
            text.push(if stays { '\u{a0}' } else { ' ' });
        }
        let range = word.contains('-') && word.split('-').all(dated);
        text.push_str(&if range { word.replace('-', "–\u{2060}") } else { word.to_owned() });
    }
    super::view::capital(&text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_stay_beside_their_month() {
        assert_eq!(set("8-14 December each year"), "8–\u{2060}14\u{a0}December each year");
        assert_eq!(set("yearly, January-February"), "Yearly, January–\u{2060}February");
        assert_eq!(set("yearly, (14-18 October in 2022)"), "Yearly, (14–\u{2060}18\u{a0}October in 2022)");
        assert_eq!(set("self-help fair"), "Self-help fair");
    }
}
