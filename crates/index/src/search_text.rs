//! Finding records by the words of their searchable values and their aliases.

use crate::codes::{Accept, Codes};
use crate::column::Column;
use crate::dictionary::Dictionary;
use crate::table::Table;
use crate::words::Words;
use karigar_model::query::TextQuery;
use karigar_model::strings::Strings;

/// The words of one column, and the records of each of its values.
#[derive(Debug)]
pub(crate) struct Searchable {
    words: Words,
    /// Records by code.
    records: Table,
}

/// What a text was found in.
#[derive(Debug)]
pub(crate) enum Found<'a> {
    /// These records, ascending.
    Records(Vec<u32>),
    /// Records with one of these codes in one of these columns: too many to list.
    Codes(Vec<(&'a Codes, Accept)>),
}

/// Up to this many records, or this share of all, a match is listed instead of tested for.
const LISTED: usize = 256;
const LISTED_SHARE: usize = 64;

impl Searchable {
    /// Reads the words of a column's values; a column that holds no text has none.
    pub(crate) fn build(column: &Column, records: u32) -> Self {
        let pairs =
            (0..records).map(|record| (column.codes.get(record), record)).filter(|(code, _)| *code > 0);
        Self {
            words: texts(column).map(Words::build).unwrap_or_default(),
            records: Table::group(column.largest() as usize + 1, pairs),
        }
    }

    /// Codes of the values that match, in no order; one may come several times.
    fn find(&self, column: &Column, query: &TextQuery) -> Vec<u32> {
        let mut found = self.words.find(query);
        if column.is_list() {
            return column.holding(found.into_iter());
        }
        for position in &mut found {
            *position += 1;
        }
        found
    }
}

fn texts(column: &Column) -> Option<&Strings> {
    match &column.dictionary {
        Dictionary::Texts(texts) => Some(texts),
        Dictionary::Lists(lists) => Some(&lists.texts),
        _ => None,
    }
}

/// Finds a text in several columns of a layer of `records` records.
pub(crate) fn find<'a>(
    columns: impl Iterator<Item = (&'a Column, &'a Searchable)>,
    query: &TextQuery,
    records: usize,
) -> Found<'a> {
    let hits: Vec<(&Column, &Searchable, Vec<u32>)> = columns
        .map(|(column, searchable)| (column, searchable, searchable.find(column, query)))
        .filter(|(_, _, codes)| !codes.is_empty())
        .collect();
    let room = LISTED.max(records / LISTED_SHARE);
    let mut listed = Vec::new();
    for (_, searchable, codes) in &hits {
        for code in codes {
            listed.extend_from_slice(searchable.records.get(*code));
            if listed.len() > room {
                let accept = |(column, _, codes): (&'a Column, _, _)| {
                    (&column.codes, Accept::of(codes, column.largest()))
                };
                return Found::Codes(hits.into_iter().map(accept).collect());
            }
        }
    }
    listed.sort_unstable();
    listed.dedup();
    Found::Records(listed)
}
