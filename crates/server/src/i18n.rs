//! Words of the interface, from Fluent files, one folder a language.
//!
//! `en-XA` is a pseudo language: every message in brackets. What stands on a page outside brackets and
//! is no data was written into a template by mistake; a test looks for it.

mod dates;

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
    root: String,
    pseudo: bool,
    words: Arc<Words>,
    /// Where a message is looked for that this language lacks.
    other: Option<Arc<Words>>,
}

type Words = FluentBundle<FluentResource>;

/// All languages that are shipped, and the pseudo language.
pub struct Languages {
    all: Vec<Arc<Language>>,
    /// Where a language was chosen, every address names it; English alone needs not be chosen.
    plain: Arc<Language>,
}

/// A language as it is shipped.
struct Shipped {
    tag: &'static str,
    name: &'static str,
    direction: &'static str,
    text: &'static str,
    /// Whether readers may choose it.
    offered: bool,
}

/// All Fluent files of a language, joined.
macro_rules! words {
    ($folder:literal) => {
        words!($folder, "karigar", "records", "pages", "docs", "search", "theme", "areas", "share", "facts", "events", "screens", "phones", "seek", "help", "lists")
    };
    ($folder:literal, $($file:literal),+) => {
        concat!($(include_str!(concat!("../../../web/locales/", $folder, "/", $file, ".ftl")), "\n"),+)
    };
}

/// The pseudo language's tag.
pub const PSEUDO: &str = "en-XA";

/// The first is the one that all others fall back to.
const SHIPPED: &[Shipped] = &[
    Shipped { tag: "en", name: "English", direction: "ltr", text: words!("en"), offered: true },
    Shipped { tag: "hi", name: "हिन्दी", direction: "ltr", text: words!("hi"), offered: true },
    Shipped { tag: "ur", name: "اردو", direction: "rtl", text: words!("ur"), offered: true },
    Shipped { tag: PSEUDO, name: "[Pseudo]", direction: "ltr", text: words!("en"), offered: false },
];

impl Languages {
    /// Reads every shipped file. `root` is the path that the portal's addresses start with. An error names
    /// the language and the message.
    pub fn load(root: &str) -> Result<Self, String> {
        let mut all: Vec<Arc<Language>> = Vec::new();
        for shipped in SHIPPED {
            let other = all.first().map(|first| first.words.clone());
            all.push(Arc::new(Language::load(shipped, root, other)?));
        }
        let plain = Arc::new(Language { root: root.to_owned(), ..Language::load(&SHIPPED[0], root, None)? });
        Ok(Self { all, plain })
    }

    /// The language whose addresses start with the path segment `segment`.
    pub fn of_segment(&self, segment: &str) -> Option<&Arc<Language>> {
        self.all.iter().find(|language| language.tag == segment)
    }

    /// The language of an address without one: that of the parameter `lang`, else the best of
    /// `Accept-Language`, else English.
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
        let chosen =
            named.or_else(accepted).filter(|language| lang.is_some() || language.tag != self.plain.tag);
        chosen.unwrap_or(&self.plain).clone()
    }

    /// The languages that readers may choose.
    pub fn offered(&self) -> impl Iterator<Item = &Arc<Language>> {
        self.all.iter().filter(|language| !language.pseudo)
    }

    /// Where pages in this language stand for search engines: English at addresses without a language.
    pub fn canonical_root<'a>(&'a self, language: &'a Language) -> &'a str {
        if language.tag == self.plain.tag { &self.plain.root } else { &language.root }
    }

    /// Path segments that choose a language.
    pub fn segments(&self) -> impl Iterator<Item = &'static str> {
        self.all.iter().map(|language| language.tag)
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
    fn load(shipped: &Shipped, root: &str, other: Option<Arc<Words>>) -> Result<Self, String> {
        let Shipped { tag, name, direction, text, offered } = *shipped;
        let resource = FluentResource::try_new(text.to_owned())
            .map_err(|(_, errors)| format!("words of `{tag}`: {errors:?}"))?;
        let id: LanguageIdentifier = tag.parse().map_err(|error| format!("language tag `{tag}`: {error}"))?;
        let mut words = Words::new_concurrent(vec![id]);
        // Directional marks would stand in attributes, titles and tests; templates use <bdi> instead.
        words.set_use_isolating(false);
        words.add_resource(resource).map_err(|errors| format!("words of `{tag}`: {errors:?}"))?;
        let root = format!("{root}/{tag}");
        Ok(Self { tag, name, direction, root, pseudo: !offered, words: Arc::new(words), other })
    }

    /// The path that addresses of pages in this language start with: `/hi`. Files and the API have none.
    pub fn root(&self) -> &str {
        &self.root
    }

    /// Whether readers of it read the atlas as it was written.
    pub fn speaks_english(&self) -> bool {
        self.tag.starts_with("en")
    }

    /// What stands between the parts of a list.
    pub fn comma(&self) -> &'static str {
        if self.direction == "rtl" { "، " } else { ", " }
    }

    /// What stands between the parts of a list that have commas of their own.
    pub fn semicolon(&self) -> &'static str {
        if self.direction == "rtl" { "؛ " } else { "; " }
    }

    /// The message `key`. A missing one is logged and shows its key, so that it is seen.
    pub fn text(&self, key: &str) -> String {
        self.format(key, None)
    }

    /// The message `key` with its arguments filled in.
    pub fn format(&self, key: &str, arguments: Option<&FluentArgs<'_>>) -> String {
        let words = [Some(&self.words), self.other.as_ref()];
        let found =
            words.into_iter().flatten().find_map(|words| Some((words, words.get_message(key)?.value()?)));
        let Some((words, pattern)) = found else {
            tracing::error!(key, language = self.tag, "a message is missing");
            return key.to_owned();
        };
        let mut errors = Vec::new();
        let text = words.format_pattern(pattern, arguments, &mut errors);
        if !errors.is_empty() {
            tracing::error!(key, language = self.tag, ?errors, "a message has faults");
        }
        match () {
            () if self.pseudo => format!("⟦{text}⟧"),
            // Another script in a text from right to left keeps its own order, and its full stop at its end.
            () if self.direction == "rtl" && !Arc::ptr_eq(words, &self.words) => {
                format!("\u{2068}{text}\u{2069}")
            }
            () => text.into_owned(),
        }
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

    /// Whether there is a message `key` in the language itself.
    pub fn has_own(&self, key: &str) -> bool {
        self.words.has_message(key)
    }

    /// Whether there is a message `key`.
    pub fn has(&self, key: &str) -> bool {
        self.words.has_message(key) || self.other.as_ref().is_some_and(|other| other.has_message(key))
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
        self.with("distance-km", [("km", &self.number((metres / 1000.0).round() as usize))])
    }

    /// A distance to a place of which no more than the town is known: "about 62 km".
    pub fn distance_about(&self, metres: f64) -> String {
        self.with("distance-about-km", [("km", &self.number((metres / 1000.0).round().max(1.0) as usize))])
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
    use std::collections::{BTreeMap, BTreeSet};

    #[test]
    fn numbers_group_as_lakh_and_crore() {
        assert_eq!(
            [7, 552, 1234, 6_886_000, 123_456_789].map(grouped),
            ["7", "552", "1,234", "68,86,000", "12,34,56,789"]
        );
    }

    #[test]
    fn a_round_number_is_said_in_lakh() {
        let english = Languages::load("").unwrap().choose(None, None);
        assert_eq!(
            [6_886_000, 200_000, 123_456, 99_000].map(|number| english.rounded(number)),
            ["68.86 lakh", "2 lakh", "1,23,456", "99,000"]
        );
    }

    /// The messages of a file, each with the arguments that it names.
    fn messages(text: &'static str) -> BTreeMap<&'static str, BTreeSet<&'static str>> {
        let mut messages: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
        let mut current = "";
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            if let Some((key, _)) = line.split_once(" =").filter(|_| !line.starts_with(' ')) {
                current = key;
                assert!(messages.insert(key, BTreeSet::new()).is_none(), "`{key}` stands twice");
            }
            let named = line.split('$').skip(1);
            let names =
                named.map(|rest| &rest[..rest.find(|c: char| !c.is_alphanumeric()).unwrap_or(rest.len())]);
            messages.entry(current).or_default().extend(names);
        }
        messages.remove("");
        messages
    }

    #[test]
    fn hindi_lacks_no_message_and_no_language_has_one_of_its_own() {
        let of = |tag: &str| messages(SHIPPED.iter().find(|shipped| shipped.tag == tag).unwrap().text);
        let (english, hindi, urdu) = (of("en"), of("hi"), of("ur"));
        assert!(english.len() > 500, "{}", english.len());
        let missing: Vec<_> = english.keys().filter(|key| !hindi.contains_key(*key)).collect();
        assert!(missing.is_empty(), "Hindi lacks {missing:?}");
        for (tag, words) in [("hi", hindi), ("ur", urdu)] {
            for (key, arguments) in words {
                assert_eq!(
                    english.get(key),
                    Some(&arguments),
                    "`{key}` of `{tag}` differs from the English one"
                );
            }
        }
    }

    #[test]
    fn a_language_stands_in_its_addresses_and_english_needs_not() {
        let languages = Languages::load("/atlas").unwrap();
        assert_eq!(languages.choose(None, Some("fr")).root(), "/atlas");
        assert_eq!(languages.choose(None, Some("hi-IN,en;q=0.8")).root(), "/atlas/hi");
        assert_eq!(languages.choose(Some("en"), Some("hi")).root(), "/atlas/en");
        assert_eq!(languages.of_segment("ur").unwrap().root(), "/atlas/ur");
        assert!(languages.of_segment("HI").is_none() && languages.of_segment("explore").is_none());
    }

    #[test]
    fn what_urdu_lacks_stands_in_english_with_a_direction_of_its_own() {
        let languages = Languages::load("").unwrap();
        let urdu = languages.of_segment("ur").unwrap();
        assert_eq!(urdu.text("privacy-title"), "\u{2068}Privacy\u{2069}");
        assert_eq!(urdu.text("nav-regions"), "علاقے");
    }

    #[test]
    fn the_reader_s_choice_wins_over_the_browser_s() {
        let languages = Languages::load("").unwrap();
        assert_eq!(languages.choose(None, Some("fr-FR, en;q=0.8")).tag, "en");
        assert_eq!(languages.choose(Some("en-XA"), Some("en")).tag, PSEUDO);
        assert_eq!(languages.choose(Some("xx"), None).tag, "en");
    }
}
