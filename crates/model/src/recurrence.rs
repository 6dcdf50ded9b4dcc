//! When an event takes place again, as far as the words of its rule say it.

use time::{Date, Month};

/// What the words of a rule leave open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Recurrence {
    /// The same days of every year.
    Days(Yearly),
    /// In the same months of every year, from the first to the last; on which days is announced each time.
    Months(Month, Month),
    /// Again and again, at a time that the rule does not name.
    Open,
    /// The rule tells of one time only.
    Once,
}

/// The same days of every year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Yearly {
    from: (Month, u8),
    to: (Month, u8),
}

/// Words that a rule begins with whose event comes again.
const AGAIN: &[&str] = &["yearly", "recurring", "every "];

impl Recurrence {
    /// Reads a rule as the sources word it: "8-14 December each year", "yearly, January-February", "three days in
    /// March 2013".
    pub fn read(text: &str) -> Self {
        if let Some(yearly) = Yearly::read(text) {
            return Self::Days(yearly);
        }
        match (months(text), AGAIN.iter().any(|again| text.starts_with(again))) {
            (Some((from, to)), _) => Self::Months(from, to),
            (None, true) => Self::Open,
            (None, false) => Self::Once,
        }
    }

    /// Whether something may take place in a month of every year.
    pub fn touches(&self, month: Month) -> bool {
        match self {
            Self::Months(from, to) => {
                let after = |from: Month, to: Month| (u8::from(to) + 12 - u8::from(from)) % 12;
                after(*from, month) <= after(*from, *to)
            }
            _ => false,
        }
    }
}

impl Yearly {
    /// Reads "8-14 December each year", "7 August each year since 2015" and "yearly, 20 December to 5 January",
    /// whatever is remarked in brackets. None for words that leave the days open.
    pub fn read(text: &str) -> Option<Self> {
        let rule = text.split(" (").next()?.trim();
        Self::days(rule.strip_prefix("yearly, ").or_else(|| Some(rule.split_once(" each year")?.0))?)
    }

    /// The other days that a remark of the rule gives: "… (the source document gives 8-15 December)".
    pub fn otherwise(text: &str) -> Option<Self> {
        Self::days(text.split_once(" gives ")?.1.split(')').next()?)
    }

    fn days(days: &str) -> Option<Self> {
        let (from, to) = match (days.split_once(" to "), days.split_once('-')) {
            (Some((from, to)), _) => (day(from)?, day(to)?),
            (None, Some((first, rest))) => {
                let to = day(rest)?;
                ((to.0, first.parse().ok()?), to)
            }
            (None, None) => (day(days)?, day(days)?),
        };
        Some(Self { from, to })
    }

    /// First and last day of the time that begins in a year. None where the year lacks one of the days.
    pub fn in_year(&self, year: i32) -> Option<(Date, Date)> {
        let number = |(month, day): (Month, u8)| (u8::from(month), day);
        let turns = i32::from(number(self.to) < number(self.from));
        let date = |year, (month, day)| Date::from_calendar_date(year, month, day).ok();
        Some((date(year, self.from)?, date(year + turns, self.to)?))
    }

    /// First and last day of the next time, or of the one that is going on.
    pub fn next(&self, today: Date) -> Option<(Date, Date)> {
        let mut times = (today.year() - 1..=today.year() + 1).filter_map(|year| self.in_year(year));
        times.find(|(_, last)| *last >= today)
    }
}

/// "8 December".
fn day(words: &str) -> Option<(Month, u8)> {
    let (day, month) = words.trim().split_once(' ')?;
    Some((month.parse().ok()?, day.parse().ok()?))
}

/// The first and the last month that "yearly, October to March" names. What follows a further comma or stands in
/// brackets tells of single years.
fn months(text: &str) -> Option<(Month, Month)> {
    let rule = text.strip_prefix("yearly, ")?;
    let rule = rule.split([',', ';', '(']).next()?;
    let mut named = rule.split([' ', '-']).filter_map(|word| word.parse::<Month>().ok());
    let first = named.next()?;
    Some((first, named.next_back().unwrap_or(first)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use time::macros::date;

    #[test]
    fn a_rule_that_names_its_days_has_a_next_time() {
        let week = Yearly::read("8-14 December each year (the source document gives 8-15 December)").unwrap();
        assert_eq!(week.next(date!(2026 - 11 - 25)), Some((date!(2026 - 12 - 08), date!(2026 - 12 - 14))));
        assert_eq!(week.next(date!(2026 - 12 - 14)), Some((date!(2026 - 12 - 08), date!(2026 - 12 - 14))));
        assert_eq!(week.next(date!(2026 - 12 - 15)), Some((date!(2027 - 12 - 08), date!(2027 - 12 - 14))));
        let day = Yearly::read("7 August each year since 2015").unwrap();
        assert_eq!(day.next(date!(2026 - 08 - 07)), Some((date!(2026 - 08 - 07), date!(2026 - 08 - 07))));
        let winter = Yearly::read("yearly, 20 December to 5 January").unwrap();
        assert_eq!(winter.next(date!(2027 - 01 - 02)), Some((date!(2026 - 12 - 20), date!(2027 - 01 - 05))));
    }

    #[test]
    fn a_rule_that_leaves_the_days_open_has_none() {
        for open in ["yearly, January-February", "yearly, ten days", "planned for February 2021", "yearly"] {
            assert_eq!(Yearly::read(open), None, "{open}");
        }
    }

    #[test]
    fn handicrafts_week_is_the_same_days_of_every_year_in_both_sources() {
        let rule = "8-14 December each year (the source document gives 8-15 December)";
        let (week, other) = (Yearly::read(rule).unwrap(), Yearly::otherwise(rule).unwrap());
        for year in 2026..=2030 {
            let day = |day| Date::from_calendar_date(year, Month::December, day).unwrap();
            assert_eq!(week.in_year(year), Some((day(8), day(14))));
            assert_eq!(other.in_year(year), Some((day(8), day(15))));
        }
        assert_eq!(Yearly::otherwise("yearly, 20 December to 5 January"), None);
        assert_eq!(Yearly::otherwise("7 August each year (the state gives prizes)"), None);
    }

    #[test]
    fn a_rule_says_its_days_its_months_that_it_comes_again_or_that_it_was_once() {
        let read = Recurrence::read;
        assert!(matches!(read("yearly, 20 December to 5 January"), Recurrence::Days(_)));
        for (rule, from, to) in [
            ("yearly, January-February", Month::January, Month::February),
            ("yearly, first half of February, since 1987", Month::February, Month::February),
            ("yearly, October to March", Month::October, Month::March),
            (
                "yearly, February to April (6-10 February in 2024, 16-19 April in 2025)",
                Month::February,
                Month::April,
            ),
            ("yearly, about ten days in November (from 25 November 2022)", Month::November, Month::November),
        ] {
            assert_eq!(read(rule), Recurrence::Months(from, to), "{rule}");
        }
        for open in [
            "yearly",
            "yearly; 40th edition held online in August 2020",
            "every fifteen days, all year",
            "yearly, in Handicrafts Week (9 December in 2025, Vigyan Bhawan)",
            "recurring; third edition October 2018",
            "yearly in Handicrafts Week",
        ] {
            assert_eq!(read(open), Recurrence::Open, "{open}");
        }
        for once in ["planned for February 2021", "three days in March 2013", ""] {
            assert_eq!(read(once), Recurrence::Once, "{once}");
        }
    }

    #[test]
    fn months_may_turn_the_year() {
        let winter = Recurrence::Months(Month::October, Month::March);
        let held: Vec<u8> = (1..=12).filter(|one| winter.touches(Month::try_from(*one).unwrap())).collect();
        assert_eq!(held, [1, 2, 3, 10, 11, 12]);
        assert!(!Recurrence::Open.touches(Month::March));
    }
}
