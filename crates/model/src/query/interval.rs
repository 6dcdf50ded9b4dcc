//! A stretch of time, as `datetime` of OGC API Features Part 1 has it (7.15.4).

use crate::ParameterError;
use serde::Serialize;
use time::format_description::well_known::Rfc3339;
use time::{Date, Month, OffsetDateTime, UtcOffset};

/// Seconds since 1970 UTC, both ends included; nothing is an open end.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Interval {
    /// First second.
    pub start: Option<i64>,
    /// Last second.
    pub end: Option<i64>,
}

impl Interval {
    /// Reads a parameter: an instant, `a/b`, `../b`, `a/..`, `/b` or `a/`, of dates or date-times.
    pub fn parse(parameter: &str, text: &str) -> Result<Self, ParameterError> {
        Self::read(text).map_err(|reason| {
            ParameterError::new(parameter, text, reason)
                .allowed("a date, an RFC 3339 date-time, or two of them parted by `/`; `..` is an open end")
        })
    }

    /// The stretch that a value of a date field covers: a year, a month, a day, an instant, or two of them
    /// parted by a stroke, of which one may be open. Nothing for what is no time.
    pub fn of_value(text: &str) -> Option<Self> {
        Self::read(text).ok()
    }

    fn read(text: &str) -> Result<Self, &'static str> {
        let span = |part| Self::of_date(part).ok_or("is not a date or an RFC 3339 date-time");
        let Some((from, to)) = text.split_once('/') else { return span(text) };
        let open = |part: &str| part.is_empty() || part == "..";
        if open(from) && open(to) {
            return Err("is open at both ends");
        }
        let start = if open(from) { None } else { span(from)?.start };
        let end = if open(to) { None } else { span(to)?.end };
        match (start, end) {
            (Some(start), Some(end)) if start > end => Err("ends before it starts"),
            _ => Ok(Self { start, end }),
        }
    }

    /// The stretch of a year, a month, a day or an instant.
    pub fn of_date(text: &str) -> Option<Self> {
        let text = text.strip_suffix('T').unwrap_or(text);
        if text.contains(['T', 't']) {
            let instant = OffsetDateTime::parse(&text.to_ascii_uppercase(), &Rfc3339).ok()?.unix_timestamp();
            return Some(Self { start: Some(instant), end: Some(instant) });
        }
        let parts: Vec<&str> = text.split('-').collect();
        let lengths: Vec<usize> = parts.iter().map(|part| part.len()).collect();
        if !matches!(lengths[..], [4] | [4, 2] | [4, 2, 2])
            || !text.bytes().all(|b| b.is_ascii_digit() || b == b'-')
        {
            return None;
        }
        let numbers: Vec<i32> = parts.iter().filter_map(|part| part.parse().ok()).collect();
        let day = |year, month, day| {
            let date = Date::from_calendar_date(
                year,
                Month::try_from(u8::try_from(month).ok()?).ok()?,
                u8::try_from(day).ok()?,
            );
            Some(date.ok()?.midnight().assume_offset(UtcOffset::UTC).unix_timestamp())
        };
        let (start, last) = match numbers[..] {
            [year] => (day(year, 1, 1)?, day(year, 12, 31)?),
            [year, month] => {
                let length = Month::try_from(u8::try_from(month).ok()?).ok()?.length(year);
                (day(year, month, 1)?, day(year, month, i32::from(length))?)
            }
            [year, month, of_month] => (day(year, month, of_month)?, day(year, month, of_month)?),
            _ => return None,
        };
        Some(Self { start: Some(start), end: Some(last + 86_399) })
    }

    /// Whether two stretches share a second.
    pub fn touches(&self, other: &Self) -> bool {
        let before =
            |end: Option<i64>, start: Option<i64>| matches!((end, start), (Some(e), Some(s)) if e < s);
        !before(self.end, other.start) && !before(other.end, self.start)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_form_of_the_standard_is_read() {
        for text in [
            "2020-02-29",
            "2020-01-01T00:00:00Z",
            "2020-01-01T05:30:00+05:30",
            "2019-01-01/2020-01-01",
            "../2020-01-01",
            "2020-01-01/..",
            "/2020-01-01",
            "2020-01-01/",
            "0000-01-01/9999-12-31",
            "2020-01-01T/2021-01-01T",
        ] {
            assert!(Interval::parse("datetime", text).is_ok(), "{text}");
        }
        for text in [
            "",
            "..",
            "../..",
            "/",
            "yesterday",
            "2021-02-29",
            "2020-13-01",
            "2021-01-01/2020-01-01",
            "20-1-1",
        ] {
            assert!(Interval::parse("datetime", text).is_err(), "{text}");
        }
    }

    #[test]
    fn a_fair_lasts_from_its_first_to_its_last_day() {
        let fair = Interval::of_value("2026-02-01/2026-02-15").unwrap();
        assert!(fair.touches(&Interval::of_date("2026-02-15").unwrap()));
        assert!(!fair.touches(&Interval::of_date("2026-02-16").unwrap()));
        let open = Interval::of_value("2026-02-01/..").unwrap();
        assert!(open.touches(&Interval::of_date("2050").unwrap()));
        assert_eq!(Interval::of_value("in spring"), None);
    }

    #[test]
    fn the_end_is_included() {
        let year = Interval::of_date("2016").unwrap();
        let last_second = Interval::parse("datetime", "2016-12-31T23:59:59Z/..").unwrap();
        let next_year = Interval::parse("datetime", "2017-01-01/..").unwrap();
        assert!(year.touches(&last_second));
        assert!(!year.touches(&next_year));
    }
}
