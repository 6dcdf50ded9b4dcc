//! Years as tables write them: `2016`, or a financial year `2021-22`, which begins where its country's does.

use time::{Date, Month};

/// First month of the financial year by country; where none stands it is the calendar year.
const FINANCIAL: &[(&str, Month)] = &[
    ("IN", Month::April),
    ("PK", Month::July),
    ("BD", Month::July),
    ("BT", Month::July),
    ("NP", Month::July),
];

/// Whether a text is a year or a financial year, whose second year follows the first.
pub fn is_year(text: &str) -> bool {
    first_day(text, "").is_some()
}

/// The first day of a year.
pub fn first_day(text: &str, country: &str) -> Option<Date> {
    let (year, financial) = read(text)?;
    Date::from_calendar_date(year, if financial { begin(country) } else { Month::January }, 1).ok()
}

/// The last day of a year.
pub fn last_day(text: &str, country: &str) -> Option<Date> {
    let (year, financial) = read(text)?;
    let month = if financial { begin(country) } else { Month::January };
    Date::from_calendar_date(year + 1, month, 1).ok()?.previous_day()
}

fn begin(country: &str) -> Month {
    FINANCIAL.iter().find(|(code, _)| *code == country).map_or(Month::January, |(_, month)| *month)
}

/// The year, and whether it is a financial one.
fn read(text: &str) -> Option<(i32, bool)> {
    let digits = |part: &str, long: usize| part.len() == long && part.bytes().all(|b| b.is_ascii_digit());
    let (first, second) = text.split_once('-').map_or((text, None), |(first, second)| (first, Some(second)));
    let year: i32 = first.parse().ok().filter(|_| digits(first, 4))?;
    match second {
        None => Some((year, false)),
        Some(second) if digits(second, 2) && second.parse::<i32>() == Ok((year + 1) % 100) => {
            Some((year, true))
        }
        Some(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use time::macros::date;

    #[test]
    fn a_financial_year_begins_where_its_country_s_does() {
        assert_eq!(first_day("2021-22", "IN"), Some(date!(2021 - 04 - 01)));
        assert_eq!(last_day("2025-26", "IN"), Some(date!(2026 - 03 - 31)));
        assert_eq!(last_day("1999-00", "PK"), Some(date!(2000 - 06 - 30)));
        assert_eq!(first_day("2016", "IN"), Some(date!(2016 - 01 - 01)));
        assert_eq!(last_day("2029", "IN"), Some(date!(2029 - 12 - 31)));
        for wrong in ["", "21", "2021-23", "2021-2022", "last year", "2021-22-23"] {
            assert_eq!(first_day(wrong, "IN"), None, "{wrong}");
        }
    }
}
