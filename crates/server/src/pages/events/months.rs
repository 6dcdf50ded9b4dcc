//! The months ahead, as sheets of a calendar.

use super::Shown;
use crate::i18n::Language;
use crate::pages::region::CrumbLink;
use crate::pages::{said, view};
use crate::portal::events::{Days, Happening};
use karigar_model::recurrence::Recurrence;
use time::{Date, Month as MonthName};

/// How many months are looked at, this one included.
const MONTHS: u8 = 12;

/// A month in which something takes place, or may.
pub struct Month {
    pub title: String,
    /// Names of the days of a week, in short and in full.
    pub heads: Vec<(String, String)>,
    /// Days of the month by weeks; none where no day is named.
    pub weeks: Vec<Vec<Day>>,
    /// What takes place, when, and where it is described.
    pub dated: Vec<(String, CrumbLink)>,
    /// What usually begins on days that nobody has announced, and in which months it is.
    pub usual: Vec<(String, CrumbLink)>,
}

/// A place on the sheet.
#[derive(Default)]
pub struct Day {
    /// Empty before the first and after the last.
    pub number: String,
    /// What takes place; empty for nothing.
    pub what: String,
    /// Whether not all of its sources say so.
    pub doubtful: bool,
    pub today: bool,
}

/// The months from this one on in which something takes place, or may.
pub fn ahead(shown: &Shown<'_>, events: &[Happening<'_>]) -> Vec<Month> {
    let (first, year) = (shown.today.month(), shown.today.year());
    let months = (0..MONTHS).map(|ahead| {
        let month = first.nth_next(ahead);
        (year + i32::from(u8::from(month) < u8::from(first)), month)
    });
    months.filter_map(|(year, month)| sheet(shown, events, year, month)).collect()
}

/// What takes place in a month: its name, its days.
struct Held {
    name: String,
    days: Days,
    otherwise: Option<Days>,
}

fn sheet(shown: &Shown<'_>, events: &[Happening<'_>], year: i32, month: MonthName) -> Option<Month> {
    let (language, layer) = (shown.language, shown.layer.layer());
    let link = |event: &Happening<'_>| CrumbLink {
        name: said::name(language, layer, event.feature).to_string(),
        url: view::url(language.root(), layer, event.feature),
    };
    let now = (year, month) == (shown.today.year(), shown.today.month());
    let begins = |event: &&Happening<'_>| {
        let before = event.recurrence.touches(month.previous());
        event.recurrence.touches(month) && (now || !before)
    };
    let usual = events.iter().filter(begins);
    let held: Vec<_> =
        events.iter().filter_map(|event| Some((event, event.in_month(year, month)?))).collect();
    let usual = usual.map(|event| (months_of(language, event.recurrence), link(event))).collect::<Vec<_>>();
    if held.is_empty() && usual.is_empty() {
        return None;
    }
    let dated = held.iter().map(|(event, ((from, to), _))| (language.days(*from, *to), link(event)));
    let days: Vec<Held> = held
        .iter()
        .map(|(event, (days, otherwise))| Held {
            name: said::name(language, layer, event.feature).to_string(),
            days: *days,
            otherwise: *otherwise,
        })
        .collect();
    let short = |day: u8| language.text(&format!("weekday-{day}-short"));
    Some(Month {
        title: title(language, year, month),
        heads: (0..7).map(|day| (short(day), language.text(&format!("weekday-{day}")))).collect(),
        weeks: if days.is_empty() { Vec::new() } else { weeks(&days, year, month, shown.today) },
        dated: dated.collect(),
        usual,
    })
}

/// "October to March"; empty for one month.
fn months_of(language: &Language, recurrence: Recurrence) -> String {
    let name = |month: MonthName| language.text(&format!("month-{}", u8::from(month)));
    match recurrence {
        Recurrence::Months(from, to) if from != to => {
            language.with("date-span", [("from", &name(from)), ("to", &name(to))])
        }
        _ => String::new(),
    }
}

/// The days of a month by weeks from Sunday on, as calendars of South Asia have them.
fn weeks(held: &[Held], year: i32, month: MonthName, today: Date) -> Vec<Vec<Day>> {
    let date = |day| Date::from_calendar_date(year, month, day).ok();
    let before = date(1).map_or(0, |first| first.weekday().number_days_from_sunday());
    let mut days: Vec<Day> = (0..before).map(|_| Day::default()).collect();
    days.extend((1..=month.length(year)).filter_map(date).map(|date| day(held, date, today)));
    let mut weeks = Vec::new();
    while !days.is_empty() {
        let rest = days.split_off(days.len().min(7));
        days.resize_with(7, Day::default);
        weeks.push(std::mem::replace(&mut days, rest));
    }
    weeks
}

fn day(held: &[Held], date: Date, today: Date) -> Day {
    let on = |days: Option<Days>| days.is_some_and(|(first, last)| (first..=last).contains(&date));
    let here: Vec<_> = held.iter().filter(|one| on(Some(one.days)) || on(one.otherwise)).collect();
    let names: Vec<&str> = here.iter().map(|one| one.name.as_str()).collect();
    Day {
        number: date.day().to_string(),
        what: names.join(", "),
        doubtful: !here.iter().any(|one| on(Some(one.days))),
        today: date == today,
    }
}

/// "December 2026".
fn title(language: &Language, year: i32, month: MonthName) -> String {
    let name = language.text(&format!("month-{}", u8::from(month)));
    language.with("month-of-year", [("month", &name), ("year", &year.to_string())])
}

/// The head of an entry: "8–14" and "December 2026"; "20" and "December 2026 to 5 January 2027".
pub fn heads(language: &Language, from: Date, to: Date) -> (String, String) {
    let month = title(language, from.year(), from.month());
    let (first, last) = (from.day().to_string(), to.day().to_string());
    if from == to {
        (first, month)
    } else if (from.year(), from.month()) == (to.year(), to.month()) {
        (format!("{first}–{last}"), month)
    } else {
        (first, language.with("date-span", [("from", &month), ("to", &language.days(to, to))]))
    }
}
