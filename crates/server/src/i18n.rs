//! Words of the interface, from Fluent files, one folder a language.
//!
//! `en-XA` is a pseudo language: every message in brackets. What stands on a page outside brackets and
//! is no data was written into a template by mistake; a test looks for it.

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use std::borrow::Cow;
use std::sync::Arc;
use unic_langid::LanguageIdentifier;

/// A language of the interface.
pub struct Language {
    /// BCP 47 tag.
    pub tag: &'static str,
    /// Its own name.
    pub name: &'static str,
    /// `ltr` or `rtl`.
    pub direction: &'static str,
    pseudo: bool,
    bundle: FluentBundle<FluentResource>,
}

/// All languages that are shipped, and the pseudo language.
pub struct Languages {
    all: Vec<Arc<Language>>,
}

/// What a language is made of: tag, own name, direction, text.
const SHIPPED: &[(&str, &str, &str, &str)] = &[(
    "en",
    "English",
    "ltr",
    concat!(
        include_str!("../../../web/locales/en/karigar.ftl"),
        "\n",
        include_str!("../../../web/locales/en/records.ftl"),
        "\n",
        include_str!("../../../web/locales/en/pages.ftl")
    ),
)];

/// The pseudo language's tag.
pub const PSEUDO: &str = "en-XA";

impl Languages {
    /// Reads every shipped file. An error names the language and the message.
    pub fn load() -> Result<Self, String> {
        let mut all = Vec::new();
        for (tag, name, direction, text) in SHIPPED {
            all.push(Arc::new(Language::load(tag, name, direction, text, false)?));
        }
        all.push(Arc::new(Language::load(PSEUDO, "[Pseudo]", "ltr", SHIPPED[0].3, true)?));
        Ok(Self { all })
    }

    /// The language asked for by `lang`, else the best of `Accept-Language`, else English.
    pub fn choose(&self, lang: Option<&str>, accept: Option<&str>) -> Arc<Language> {
        let named =
            lang.and_then(|lang| self.all.iter().find(|language| language.tag.eq_ignore_ascii_case(lang)));
        let accepted = || {
            accept?.split(',').find_map(|part| {
                let tag = part.split(';').next()?.trim();
                let primary = tag.split('-').next()?;
                self.offered().find(|language| language.tag.eq_ignore_ascii_case(primary))
            })
        };
        named.or_else(accepted).unwrap_or(&self.all[0]).clone()
    }

    /// The languages that readers may choose.
    pub fn offered(&self) -> impl Iterator<Item = &Arc<Language>> {
        self.all.iter().filter(|language| !language.pseudo)
    }
}

/// A number, however often a template has borrowed it.
pub trait Count {
    /// The number.
    fn get(&self) -> usize;
}

impl Count for usize {
    fn get(&self) -> usize {
        *self
    }
}

impl<T: Count> Count for &T {
    fn get(&self) -> usize {
        (*self).get()
    }
}

impl Language {
    fn load(
        tag: &'static str,
        name: &'static str,
        direction: &'static str,
        text: &str,
        pseudo: bool,
    ) -> Result<Self, String> {
        let resource = FluentResource::try_new(text.to_owned())
            .map_err(|(_, errors)| format!("words of `{tag}`: {errors:?}"))?;
        let id: LanguageIdentifier = tag.parse().map_err(|error| format!("language tag `{tag}`: {error}"))?;
        let mut bundle = FluentBundle::new_concurrent(vec![id]);
        // Directional marks would stand in attributes, titles and tests; templates use <bdi> instead.
        bundle.set_use_isolating(false);
        bundle.add_resource(resource).map_err(|errors| format!("words of `{tag}`: {errors:?}"))?;
        Ok(Self { tag, name, direction, pseudo, bundle })
    }

    /// The message `key`. A missing one is logged and shows its key, so that it is seen.
    pub fn text(&self, key: &str) -> String {
        self.format(key, None)
    }

    /// The message `key` with its arguments filled in.
    pub fn format(&self, key: &str, arguments: Option<&FluentArgs<'_>>) -> String {
        let Some(pattern) = self.bundle.get_message(key).and_then(|message| message.value()) else {
            tracing::error!(key, language = self.tag, "a message is missing");
            return key.to_owned();
        };
        let mut errors = Vec::new();
        let text = self.bundle.format_pattern(pattern, arguments, &mut errors);
        if !errors.is_empty() {
            tracing::error!(key, language = self.tag, ?errors, "a message has faults");
        }
        if self.pseudo { format!("⟦{text}⟧") } else { text.into_owned() }
    }

    /// The message `key` with text arguments.
    pub fn with<const N: usize>(&self, key: &str, arguments: [(&str, &str); N]) -> String {
        let arguments =
            arguments.iter().map(|(name, value)| (Cow::Borrowed(*name), FluentValue::from(*value))).collect();
        self.format(key, Some(&arguments))
    }

    /// The message `key` with one text argument, as templates write it.
    pub fn with_one(&self, key: &str, name: &str, value: &str) -> String {
        self.with(key, [(name, value)])
    }

    /// The message `key` about a number: `$count` chooses the plural form, `$n` is the number in words
    /// of the language.
    pub fn count(&self, key: &str, count: impl Count) -> String {
        self.count_with(key, count, [])
    }

    /// Like [`Self::count`], with further text arguments.
    pub fn count_with<const N: usize>(
        &self,
        key: &str,
        count: impl Count,
        arguments: [(&str, &str); N],
    ) -> String {
        let count = count.get();
        let mut all: FluentArgs<'_> =
            arguments.iter().map(|(name, value)| (Cow::Borrowed(*name), FluentValue::from(*value))).collect();
        all.set("count", count);
        all.set("n", self.number(count));
        self.format(key, Some(&all))
    }

    /// Whether there is a message `key`.
    pub fn has(&self, key: &str) -> bool {
        self.bundle.has_message(key)
    }

    /// A whole number as readers of the language group it: lakh and crore in South Asia.
    #[expect(clippy::unused_self, reason = "the languages so far group alike; the next may not")]
    pub fn number(&self, number: impl Count) -> String {
        grouped(number.get())
    }

    /// A large round number as it is said, in lakh: "68.86 lakh"; any other in full.
    pub fn rounded(&self, number: usize) -> String {
        if number < LAKH || !number.is_multiple_of(LAKH / 100) {
            return self.number(number);
        }
        let (whole, rest) = (number / LAKH, number % LAKH / (LAKH / 100));
        let digits = format!("{}.{rest:02}", self.number(whole));
        self.with("number-lakh", [("n", digits.trim_end_matches('0').trim_end_matches('.'))])
    }

    /// A distance in words: "under 1 km", "62 km".
    pub fn distance(&self, metres: f64) -> String {
        if metres < 1000.0 {
            return self.text("distance-under-1-km");
        }
        let mut arguments = FluentArgs::new();
        arguments.set("km", self.number((metres / 1000.0).round() as usize));
        self.format("distance-km", Some(&arguments))
    }
}

/// A hundred thousand.
const LAKH: usize = 100_000;

/// Groups of three, then of two: 68,86,000.
fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let (head, tail) = digits.split_at(digits.len().saturating_sub(3));
    let mut grouped = String::new();
    for (position, digit) in head.chars().enumerate() {
        if position > 0 && (head.len() - position).is_multiple_of(2) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    if !head.is_empty() {
        grouped.push(',');
    }
    grouped + tail
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_group_as_lakh_and_crore() {
        assert_eq!(
            [7, 552, 1234, 6_886_000, 123_456_789].map(grouped),
            ["7", "552", "1,234", "68,86,000", "12,34,56,789"]
        );
    }

    #[test]
    fn a_round_number_is_said_in_lakh() {
        let english = Languages::load().unwrap().choose(None, None);
        assert_eq!(
            [6_886_000, 200_000, 123_456, 99_000].map(|number| english.rounded(number)),
            ["68.86 lakh", "2 lakh", "1,23,456", "99,000"]
        );
    }

    #[test]
    fn the_reader_s_choice_wins_over_the_browser_s() {
        let languages = Languages::load().unwrap();
        assert_eq!(languages.choose(None, Some("fr-FR, en;q=0.8")).tag, "en");
        assert_eq!(languages.choose(Some("en-XA"), Some("en")).tag, PSEUDO);
        assert_eq!(languages.choose(Some("xx"), None).tag, "en");
    }
}
