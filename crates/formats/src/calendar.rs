//! Events as an iCalendar file (RFC 5545): all-day events that come again on the same days of every year.
//!
//! Nothing in it depends on the moment of writing, so that one edition of the data is one file.

use karigar_model::Point;
use std::fmt::Write as _;
use time::Date;

/// Who made the file (3.7.3).
const PRODUCT: &str = "-//Karigar//Events//EN";
/// Longest line in octets, without its end (3.1).
const LONGEST: usize = 75;

/// A calendar: what clients show for it, and its events.
pub struct Calendar<'a> {
    /// Its name.
    pub name: &'a str,
    /// BCP 47 tag of its texts.
    pub language: &'a str,
    /// When its facts were put together; the stamp of every event.
    pub stamp: Date,
    /// The events.
    pub events: Vec<Event>,
}

/// Something that takes place on the same days of every year.
pub struct Event {
    /// The same in every edition and on every installation.
    pub uid: String,
    /// First and last day of one time.
    pub days: (Date, Date),
    /// Its name.
    pub summary: String,
    /// Rule and sources in words.
    pub description: String,
    /// Where; empty when nobody says.
    pub location: String,
    /// Where exactly; only for a place that is known exactly.
    pub point: Option<Point>,
    /// Its page.
    pub url: String,
}

/// The whole file.
pub fn write(calendar: &Calendar<'_>) -> String {
    let mut file = File(String::new());
    file.plain("BEGIN", "VCALENDAR");
    file.plain("VERSION", "2.0");
    file.plain("PRODID", PRODUCT);
    file.plain("CALSCALE", "GREGORIAN");
    file.text(&format!("NAME;LANGUAGE={}", calendar.language), calendar.name);
    // Where most clients still look for the name (RFC 7986, 5.1).
    file.text("X-WR-CALNAME", calendar.name);
    for event in &calendar.events {
        file.event(event, calendar.stamp);
    }
    file.plain("END", "VCALENDAR");
    file.0
}

struct File(String);

impl File {
    fn event(&mut self, event: &Event, stamp: Date) {
        let (first, last) = event.days;
        self.plain("BEGIN", "VEVENT");
        self.text("UID", &event.uid);
        self.plain("DTSTAMP", &format!("{}T000000Z", digits(stamp)));
        self.plain("DTSTART;VALUE=DATE", &digits(first));
        // The end is the first day on which it is over (3.6.1).
        self.plain("DTEND;VALUE=DATE", &digits(last.next_day().unwrap_or(last)));
        self.plain("RRULE", "FREQ=YEARLY");
        self.text("SUMMARY", &event.summary);
        self.text("DESCRIPTION", &event.description);
        if !event.location.is_empty() {
            self.text("LOCATION", &event.location);
        }
        if let Some(point) = event.point {
            // Latitude first (3.8.1.6).
            self.plain("GEO", &format!("{:.6};{:.6}", point.lat, point.lon));
        }
        self.plain("URL", &event.url);
        // A week of crafts fills nobody's day.
        self.plain("TRANSP", "TRANSPARENT");
        self.plain("END", "VEVENT");
    }

    /// A property whose value is text (3.3.11).
    fn text(&mut self, name: &str, value: &str) {
        let mut escaped = String::with_capacity(value.len());
        for letter in value.replace("\r\n", "\n").chars() {
            match letter {
                '\\' | ';' | ',' => escaped.extend(['\\', letter]),
                '\n' => escaped.push_str("\\n"),
                control if control.is_control() => escaped.push(' '),
                letter => escaped.push(letter),
            }
        }
        self.plain(name, &escaped);
    }

    /// A property, folded where its line would be too long: never inside a letter.
    fn plain(&mut self, name: &str, value: &str) {
        let mut length = 0;
        for letter in name.chars().chain([':']).chain(value.chars()) {
            if length + letter.len_utf8() > LONGEST {
                self.0.push_str("\r\n ");
                length = 1;
            }
            self.0.push(letter);
            length += letter.len_utf8();
        }
        self.0.push_str("\r\n");
    }
}

/// "20261208".
fn digits(date: Date) -> String {
    let mut digits = String::new();
    let _ = write!(digits, "{:04}{:02}{:02}", date.year(), u8::from(date.month()), date.day());
    digits
}

#[cfg(test)]
mod tests {
    use super::*;
    use time::macros::date;

    fn event() -> Event {
        Event {
            uid: "week@events.karigar".to_owned(),
            days: (date!(2026 - 12 - 08), date!(2026 - 12 - 14)),
            summary: "Crafts; weeks, and \\days".to_owned(),
            description: "शिल्प ".repeat(20) + "\nSource: a, b",
            location: String::new(),
            point: Some(Point::new(77.25, 28.5).unwrap()),
            url: "https://x.test/event/week".to_owned(),
        }
    }

    fn written() -> String {
        let stamp = date!(2026 - 11 - 01);
        write(&Calendar { name: "Crafts", language: "en", stamp, events: vec![event()] })
    }

    #[test]
    fn days_end_before_the_day_that_is_named_and_latitude_comes_first() {
        let file = written();
        for line in [
            "UID:week@events.karigar",
            "DTSTAMP:20261101T000000Z",
            "DTSTART;VALUE=DATE:20261208",
            "DTEND;VALUE=DATE:20261215",
            "RRULE:FREQ=YEARLY",
            "SUMMARY:Crafts\\; weeks\\, and \\\\days",
            "GEO:28.500000;77.250000",
            "URL:https://x.test/event/week",
        ] {
            assert!(file.contains(&format!("\r\n{line}\r\n")), "{line} in {file}");
        }
        assert!(!file.contains("LOCATION"), "{file}");
    }

    #[test]
    fn no_line_is_longer_than_75_octets_and_unfolding_gives_the_text_back() {
        let file = written();
        assert!(file.ends_with("END:VCALENDAR\r\n"));
        assert_eq!(file.matches('\n').count(), file.matches("\r\n").count());
        for line in file.split("\r\n") {
            assert!(line.len() <= LONGEST, "{} octets: {line}", line.len());
        }
        let unfolded = file.replace("\r\n ", "");
        let described = format!("DESCRIPTION:{}\\nSource: a\\, b\r\n", "शिल्प ".repeat(20));
        assert!(unfolded.contains(&described), "{unfolded}");
    }
}
