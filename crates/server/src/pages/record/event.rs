//! When an event takes place: the words of its source as they are set, and the next date.

use super::Shown;
use karigar_model::Role;
use karigar_model::recurrence::Yearly;
use time::{Month, OffsetDateTime};

/// An event in time.
pub struct Event {
    /// When it takes place, in the words of its source.
    pub words: String,
    /// When it does so next, or that nobody has said.
    pub next: String,
}

impl Event {
    /// The event that is shown.
    pub fn read(shown: &Shown<'_>) -> Self {
        let rule = shown.role(Role::Summary);
        let next = Yearly::read(rule).and_then(|yearly| yearly.next(OffsetDateTime::now_utc().date()));
        Self {
            words: set(rule),
            next: next.map_or_else(
                || shown.text("event-not-announced"),
                |(from, to)| shown.language.with("event-next", [("dates", &shown.language.days(from, to))]),
            ),
        }
    }
}

/// A rule with a capital, with dashes between days or months that no line parts, and with days that stay
/// beside their month.
fn set(rule: &str) -> String {
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
