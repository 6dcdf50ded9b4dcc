//! The stretches of time that the values of a layer's time field cover.

use crate::codes::Accept;
use crate::column::Column;
use crate::dictionary::Dictionary;
use karigar_model::query::Interval;

/// When each distinct value is, read once.
#[derive(Debug)]
pub(crate) struct Times {
    /// Position of the time field in the layer's fields.
    pub(crate) field: usize,
    /// By code; none for null and for what is no time.
    spans: Vec<Vec<Interval>>,
}

impl Times {
    /// Reads the values of the time field's column.
    pub(crate) fn build(field: usize, column: &Column) -> Self {
        let spans = |code: u32| match &column.dictionary {
            Dictionary::Lists(lists) if code > 0 => {
                lists.members(code).iter().filter_map(|text| span(lists.texts.get(*text))).collect()
            }
            dictionary => span(&dictionary.get(code).display()).into_iter().collect(),
        };
        Self { field, spans: (0..=column.largest()).map(spans).collect() }
    }

    /// Codes of values that share a second with `wanted`, and of those that name no time.
    pub(crate) fn accept(&self, wanted: &Interval) -> Accept {
        let passes = |spans: &[Interval]| spans.is_empty() || spans.iter().any(|span| span.touches(wanted));
        let codes = (0..self.spans.len() as u32).filter(|code| passes(&self.spans[*code as usize])).collect();
        Accept::of(codes, self.spans.len() as u32 - 1)
    }
}

/// The stretch of a date, a time, or two of them parted by a stroke, where `..` is an open end.
fn span(text: &str) -> Option<Interval> {
    let Some((from, to)) = text.split_once('/') else { return Interval::of_date(text) };
    let end = |text: &str| match text {
        "" | ".." => Some(Interval { start: None, end: None }),
        date => Interval::of_date(date),
    };
    Some(Interval { start: end(from)?.start, end: end(to)?.end })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fair_lasts_from_its_first_to_its_last_day() {
        let fair = span("2026-02-01/2026-02-15").unwrap();
        assert!(fair.touches(&Interval::of_date("2026-02-15").unwrap()));
        assert!(!fair.touches(&Interval::of_date("2026-02-16").unwrap()));
        assert!(span("2026-02-01/..").unwrap().touches(&Interval::of_date("2050").unwrap()));
        assert_eq!(span("in spring"), None);
    }
}
