//! When an event takes place again, where the words of its rule name the days of every year.

use time::{Date, Month};

/// The same days of every year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Yearly {
    from: (Month, u8),
    to: (Month, u8),
}

impl Yearly {
    /// Reads "8-14 December each year", "7 August each year since 2015" and "yearly, 20 December to 5 January",
    /// whatever is remarked in brackets. None for words that leave the days open.
    pub fn read(text: &str) -> Option<Self> {
        let rule = text.split(" (").next()?.trim();
        let days = rule.strip_prefix("yearly, ").or_else(|| Some(rule.split_once(" each year")?.0))?;
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

    /// First and last day of the next time, or of the one that is going on.
    pub fn next(&self, today: Date) -> Option<(Date, Date)> {
        let number = |(month, day): (Month, u8)| (u8::from(month), day);
        let turns = i32::from(number(self.to) < number(self.from));
        let date = |year, (month, day)| Date::from_calendar_date(year, month, day).ok();
        let times = (today.year() - 1..=today.year() + 1)
            .filter_map(|year| Some((date(year, self.from)?, date(year + turns, self.to)?)));
        times.into_iter().find(|(_, last)| *last >= today)
    }
}

/// "8 December".
fn day(words: &str) -> Option<(Month, u8)> {
    let (day, month) = words.trim().split_once(' ')?;
    Some((month.parse().ok()?, day.parse().ok()?))
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
}
