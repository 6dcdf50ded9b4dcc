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
            Dictionary::Lists(lists) if code > 0 => lists
                .members(code)
                .iter()
                .filter_map(|text| Interval::of_value(lists.texts.get(*text)))
                .collect(),
            dictionary => Interval::of_value(&dictionary.get(code).display()).into_iter().collect(),
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
