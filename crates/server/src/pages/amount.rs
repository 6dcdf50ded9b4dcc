//! Figures in words of the reader: how large, of what, of when, and who says so.

use super::said::{Said, of_row, place_label};
use super::view::{Source, sources};
use crate::i18n::Language;
use crate::portal::Snapshot;
use crate::portal::statistics::{Figure, Scope};
use karigar_model::fold::same_sound;
use karigar_model::measure::{Decimal, Measure, Scale};
use karigar_model::reference::{Statistic, Topic};
use karigar_model::{Region, RegionCode};

/// A figure as it is shown; it never stands without its time and its sources.
#[derive(Clone, Debug)]
pub struct Stated {
    /// "more than", "about" before the number; empty where the source is exact.
    pub about: String,
    /// The same in a language that says it after the number.
    pub after: String,
    /// The number.
    pub big: String,
    /// What is counted; empty where the title says it.
    pub unit: String,
    /// The same in another currency, as the same source has it.
    pub also: String,
    /// When.
    pub period: String,
    /// "in Kalpi", "North Eastern Region, counted together": of which place or group, where that is not the region
    /// of the page.
    pub place: Said,
    /// What else the source says.
    pub note: Said,
    /// Who says so.
    pub sources: Vec<Source>,
}

/// A figure in the words of the reader. `here` is the region of the page.
pub fn stated(
    language: &Language,
    snapshot: &Snapshot,
    figure: &Figure<'_>,
    here: Option<&RegionCode>,
) -> Stated {
    let (about, after, note) = hedged(language, snapshot, ("statistics", &figure.row.id), &figure.row.note);
    Stated {
        about,
        after,
        big: number(language, &figure.measure),
        unit: untold_unit(language, &figure.measure, figure.topic),
        also: String::new(),
        period: period(language, &figure.row.period),
        place: place(language, snapshot, figure, here),
        note,
        sources: sources(&figure.row.source),
    }
}

/// A measure as one text: "Rs 20,869.29 crore", "28 centres".
pub fn whole(language: &Language, measure: &Measure<'_>) -> String {
    let (number, unit) = (number(language, measure), unit(language, measure));
    if unit.is_empty() { number } else { format!("{number} {unit}") }
}

/// The number without its unit, but with its currency.
pub fn number(language: &Language, measure: &Measure<'_>) -> String {
    match measure {
        Measure::Money(money, _) => {
            let (decimal, scale) = money.said();
            let scale = if scale == Scale::One { "plain" } else { scale.code() };
            let key = format!("money-{}-{scale}", money.currency.code().to_lowercase());
            language.with(&key, [("n", &digits(language, decimal))])
        }
        Measure::Percent(decimal) => language.with("percent", [("n", &digits(language, *decimal))]),
        Measure::Count(decimal, _) => match usize::try_from(decimal.digits) {
            Ok(count) if decimal.places == 0 => language.rounded(count),
            _ => digits(language, *decimal),
        },
    }
}

/// What is counted, or for what money is paid; empty where the title of the topic says it.
fn untold_unit(language: &Language, measure: &Measure<'_>, topic: &Topic) -> String {
    match measure {
        Measure::Count(_, unit)
            if PEOPLE.contains(unit)
                || topic.title_en.to_lowercase().contains(unit.trim_end_matches('s')) =>
        {
            String::new()
        }
        _ => unit(language, measure),
    }
}

/// What is counted, or for what money is paid.
pub fn unit(language: &Language, measure: &Measure<'_>) -> String {
    match measure {
        Measure::Money(_, "") | Measure::Percent(_) => String::new(),
        Measure::Money(_, per) => named(language, &format!("per-{}", slug(per)), per, 2),
        Measure::Count(decimal, unit) => {
            let count = usize::try_from(decimal.digits).unwrap_or(2);
            named(language, &format!("unit-{}", slug(unit)), unit, count)
        }
    }
}

/// Units that every title of people says.
const PEOPLE: &[&str] = &["persons", "artisans", "women", "workers", "weavers"];

fn named(language: &Language, key: &str, word: &str, count: usize) -> String {
    if language.has(key) { language.count(key, count) } else { word.to_owned() }
}

/// A decimal number, its whole part grouped.
fn digits(language: &Language, decimal: Decimal) -> String {
    let divisor = 10_u64.pow(decimal.places);
    let (whole, part) = (decimal.digits.unsigned_abs() / divisor, decimal.digits.unsigned_abs() % divisor);
    let sign = if decimal.digits < 0 { "−" } else { "" };
    let whole = language.number(usize::try_from(whole).unwrap_or(usize::MAX));
    if decimal.places == 0 {
        return format!("{sign}{whole}");
    }
    format!("{sign}{whole}.{part:0width$}", width = decimal.places as usize)
}

/// How the note of a figure begins when its source is not exact.
const HEDGES: &[&str] = &["more than", "about", "around", "over", "nearly"];

/// The hedge that the note of a row begins with, in words before and after the number, and the rest of the note.
/// A translation of the note has its hedge first, too.
pub fn hedged(
    language: &Language,
    snapshot: &Snapshot,
    row: (&str, &str),
    note: &str,
) -> (String, String, Said) {
    let (hedge, rest) = parted(note);
    let ours = snapshot.translation(row.0, row.1, "note", language.tag).map(|ours| ours.text.as_str());
    let words = |place: &str| language.text(&format!("{place}-{}", slug(hedge)));
    match (hedge, ours) {
        (_, _) if note.is_empty() => Default::default(),
        ("", _) => (String::new(), String::new(), of_row(language, snapshot, row, "note", note)),
        (_, _) if rest.is_empty() => (words("about"), words("after"), Said::default()),
        (_, Some(ours)) => {
            let rest = ours.split_once([',', ';']).map_or(ours, |(_, rest)| rest.trim_start());
            (words("about"), words("after"), Said::own(rest))
        }
        (_, None) => (words("about"), words("after"), Said::english(language, rest)),
    }
}

fn parted(note: &str) -> (&str, &str) {
    let hedge = HEDGES.iter().find(|hedge| {
        note.strip_prefix(**hedge).is_some_and(|rest| rest.is_empty() || rest.starts_with([',', ';']))
    });
    hedge.map_or(("", note), |hedge| (*hedge, note[hedge.len()..].trim_start_matches([',', ';', ' '])))
}

/// What a figure speaks of, where it is not the region of the page.
fn place(language: &Language, snapshot: &Snapshot, figure: &Figure<'_>, here: Option<&RegionCode>) -> Said {
    let is_group = figure.row.regions.len() > 1;
    // A town gives its district's page a figure; a country or a state is called in many ways.
    let is_here = here.is_some_and(|code| code.level() < 2 || region_named(snapshot, figure.row).is_some());
    if is_here && !is_group && figure.scope == Scope::Own {
        return Said::default();
    }
    let key = if is_group { "facts-together" } else { "facts-of" };
    region_name(language, snapshot, figure.row).within(language, key, "place")
}

/// The region that a figure is of, where the source calls it by its own name and not by a town in it.
fn region_named<'a>(snapshot: &'a Snapshot, row: &Statistic) -> Option<&'a Region> {
    let [code] = &row.regions[..] else { return None };
    let name = row.region.split(',').next().unwrap_or_default();
    snapshot.tree.get(code).filter(|region| same_sound(&region.name, name))
}

/// What a figure is of, in the reader's language: a region, a group of regions, a town.
pub fn region_name(language: &Language, snapshot: &Snapshot, row: &Statistic) -> Said {
    match region_named(snapshot, row) {
        Some(region) if !language.speaks_english() => {
            let whole = row.region.contains(',');
            let label = whole.then(|| snapshot.tree.label(&region.code, language.tag));
            place_label(language, label.as_deref().unwrap_or_else(|| region.name_in(language.tag)))
        }
        _ => of_row(language, snapshot, ("statistics", &row.id), "region", &row.region),
    }
}

/// A period in words: "August 2021", "2015-16 to June 2021".
pub fn period(language: &Language, text: &str) -> String {
    if text.is_empty() {
        return language.text("facts-no-period");
    }
    for (word, key) in [("to ", "period-until"), ("from ", "period-since")] {
        if let Some(day) = text.strip_prefix(word) {
            return language.with_one(key, "day", &period(language, day));
        }
    }
    if let Some((from, to)) = text.split_once(" to ") {
        let key = format!("period-{}-to", slug(from));
        let (from, to) = (period(language, from), period(language, to));
        if language.has(&key) {
            return language.with_one(&key, "to", &to);
        }
        return language.with("period-to", [("from", &from), ("to", &to)]);
    }
    if let Some((one, other)) = text.split_once(" and ") {
        return language.with("period-and", [("one", one), ("other", other)]);
    }
    let key = format!("period-{}", slug(text));
    if language.has(&key) {
        return language.text(&key);
    }
    match text.split_once('-') {
        // A financial year, 2009-10, looks like a month.
        Some((year, next)) if is_financial(year, next) => text.to_owned(),
        _ if !text.starts_with(|letter: char| letter.is_ascii_digit()) || text.contains(' ') => {
            text.split(' ').map(|word| months(language, word)).collect::<Vec<_>>().join(" ")
        }
        _ => language.date(text),
    }
}

fn is_financial(year: &str, next: &str) -> bool {
    let follows = year.get(2..).and_then(|two| two.parse::<u8>().ok()).map(|two| (two + 1) % 100);
    next.len() == 2 && next.parse().ok() == follows
}

/// `Apr-Feb` in words, any other word as it is.
fn months(language: &Language, word: &str) -> String {
    const SHORT: &[&str] =
        &["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    let named: Option<Vec<String>> = word
        .split('-')
        .map(|part| {
            let at = SHORT.iter().position(|short| *short == part)?;
            Some(language.text(&format!("month-{}", at + 1)))
        })
        .collect();
    named.map_or_else(|| word.to_owned(), |named| named.join("–"))
}

/// Small letters and digits with hyphens, as keys of messages have it.
pub fn slug(text: &str) -> String {
    let parts = text.split(|letter: char| !letter.is_ascii_alphanumeric()).filter(|part| !part.is_empty());
    parts.collect::<Vec<_>>().join("-").to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Languages;

    #[test]
    fn money_prints_back_as_its_source_wrote_it() {
        let languages = Languages::load("").unwrap();
        let (english, hindi) = (languages.choose(None, None), languages.choose(Some("hi"), None));
        let said = |language: &Language, value, unit| whole(language, &Measure::parse(value, unit).unwrap());
        assert_eq!(said(&english, "20869.29", "crore INR"), "Rs 20,869.29 crore");
        assert_eq!(said(&hindi, "20869.29", "crore INR"), "20,869.29 करोड़ रुपये");
        assert_eq!(said(&english, "3728.47", "million USD"), "USD 3,728.47 million");
        assert_eq!(said(&english, "1212950", "INR"), "Rs 12,12,950");
        assert_eq!(said(&english, "500", "INR a month"), "Rs 500 a month");
        assert_eq!(said(&english, "6886000", "artisans"), "68.86 lakh artisans");
        assert_eq!(said(&english, "1", "centres"), "1 centre");
        assert_eq!(said(&english, "40.33", "percent"), "40.33%");
    }

    #[test]
    fn periods_are_said_in_words() {
        let english = Languages::load("").unwrap().choose(None, None);
        let said = |text| period(&english, text);
        assert_eq!(said("2021-08"), "August 2021");
        assert_eq!(said("2009-10"), "2009-10");
        assert_eq!(said("2024-03-30"), "30 March 2024");
        assert_eq!(said("2015-16 to 2021-06"), "2015-16 to June 2021");
        assert_eq!(said("2016-17 to Oct"), "2016-17 to October");
        assert_eq!(said("2012-13 Apr-Feb"), "2012-13 April–February");
        assert_eq!(said("three financial years to 2025-07"), "three financial years to July 2025");
        assert_eq!(said("from 2021-04"), "from April 2021");
        assert_eq!(said(""), "time not stated");
    }

    #[test]
    fn a_note_may_begin_with_a_hedge() {
        assert_eq!(parted("more than; unofficial"), ("more than", "unofficial"));
        assert_eq!(parted("about"), ("about", ""));
        assert_eq!(parted("over 56 percent"), ("", "over 56 percent"));
        assert_eq!(parted("export council figure"), ("", "export council figure"));
    }
}
