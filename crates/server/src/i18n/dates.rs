//! Dates in words.

use super::Language;
use time::Date;

impl Language {
    /// A day, month or year as ISO 8601 writes it, in words: "2018-07" is "July 2018". A stretch is written from
    /// one to another, several are listed; what is no date stays as it is.
    pub fn date(&self, iso: &str) -> String {
        let one = |part: &str| self.known_date(part).unwrap_or_else(|| part.to_owned());
        match iso.split_once('/') {
            Some((from, to)) if !from.is_empty() && !to.is_empty() => {
                self.with("date-span", [("from", &one(from)), ("to", &one(to))])
            }
            Some(_) => iso.to_owned(),
            None => iso.split(", ").map(one).collect::<Vec<_>>().join(self.comma()),
        }
    }

    fn known_date(&self, iso: &str) -> Option<String> {
        let parts: Vec<&str> = iso.split('-').collect();
        let is_number = |part: &&str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
        if !parts.iter().all(is_number) {
            return None;
        }
        let month = |part: &str| part.parse::<u8>().ok().filter(|month| (1..=12).contains(month));
        match parts[..] {
            [year, of_year] if year.len() == 4 && of_year.len() == 2 => {
                Some(self.with("date-month", [("month", &self.month(month(of_year)?)), ("year", year)]))
            }
            [year, of_year, day] if year.len() == 4 => {
                let day = day.trim_start_matches('0');
                let parts = [("day", day), ("month", &self.month(month(of_year)?)), ("year", year)];
                Some(self.with("date-day", parts))
            }
            _ => None,
        }
    }

    /// "8–14 December 2026", "20 December 2026 to 5 January 2027".
    pub fn days(&self, from: Date, to: Date) -> String {
        let month = |date: Date| self.month(u8::from(date.month()));
        let (first, last, year) = (from.day().to_string(), to.day().to_string(), to.year().to_string());
        let day = |date: Date, day: &str| {
            let year = date.year().to_string();
            self.with("date-day", [("day", day), ("month", &month(date)), ("year", &year)])
        };
        if from == to {
            day(to, &last)
        } else if (from.year(), from.month()) == (to.year(), to.month()) {
            let parts = [("from", first.as_str()), ("to", &last), ("month", &month(to)), ("year", &year)];
            self.with("date-days", parts)
        } else {
            self.with("date-span", [("from", &day(from, &first)), ("to", &day(to, &last))])
        }
    }

    fn month(&self, month: u8) -> String {
        self.text(&format!("month-{month}"))
    }
}

#[cfg(test)]
mod tests {
    use crate::i18n::Languages;

    #[test]
    fn a_date_is_as_exact_in_words_as_it_was_written() {
        let languages = Languages::load("").unwrap();
        let english = languages.choose(Some("en"), None);
        assert_eq!(
            ["2018", "2018-07", "2018-07-04", "2018/2019-02", "2018-07, 2022-12", "2016-17", "about 2003"]
                .map(|iso| english.date(iso)),
            [
                "2018",
                "July 2018",
                "4 July 2018",
                "2018 to February 2019",
                "July 2018, December 2022",
                "2016-17",
                "about 2003"
            ]
        );
        assert_eq!(languages.choose(Some("hi"), None).date("2018-07-04"), "4 जुलाई 2018");
    }
}
