//! Finding records by the words of their searchable values and their aliases.

use crate::codes::{Accept, Codes};
use crate::column::Column;
use crate::dictionary::Dictionary;
use crate::table::Table;
use crate::words::{Sought, Words};
use karigar_model::strings::Strings;
use karigar_model::{Field, Layer, RegionTree, Role};
use std::borrow::Cow;

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
    /// Reads the words of a column's values, each as `worded`; a column that holds no text has none.
    pub(crate) fn build<'a>(
        column: &'a Column,
        records: u32,
        worded: impl Fn(&'a str) -> Cow<'a, str>,
    ) -> Self {
        let pairs =
            (0..records).map(|record| (column.codes.get(record), record)).filter(|(code, _)| *code > 0);
        let texts: Vec<Cow<'_, str>> =
            texts(column).into_iter().flat_map(|texts| texts.iter().map(&worded)).collect();
        Self {
            words: Words::build(&texts.iter().map(AsRef::as_ref).collect()),
            records: Table::group(column.largest() as usize + 1, pairs),
        }
    }

    /// Codes of the values that match, in no order; one may come several times.
    fn find(&self, column: &Column, sought: Sought<'_>) -> Vec<u32> {
        let mut found = self.words.find(sought);
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

/// Whether the words of a field are searched: those of its texts, or of the kind of the record.
pub(crate) fn is_searched(field: &Field) -> bool {
    field.searchable || field.role == Some(Role::Category)
}

/// What stands for a value in a search: a code in all languages, a number behind the name of its field ("GI 99").
pub(crate) fn worded<'a>(layer: &Layer, field: &Field, text: &'a str) -> Cow<'a, str> {
    if let Some(code) = layer.code(field, text) {
        return code.titles.values().fold(text.to_owned(), |all, title| all + " " + title).into();
    }
    if field.pattern.is_some() { format!("{} {text}", field.id).into() } else { text.into() }
}

/// The words of the names of regions, of which a record has those around it.
#[derive(Debug)]
pub(crate) struct Around {
    words: Words,
    /// The region of each name, by its position in the tree.
    regions: Vec<u32>,
}

impl Around {
    /// Reads all names of the regions of a view.
    pub(crate) fn build(tree: &RegionTree) -> Self {
        let named = tree.regions().iter().zip(0..).flat_map(|(region, position)| {
            let names = region.all_names().map(|(_, name)| name);
            names.chain(region.aliases.iter().map(String::as_str)).map(move |name| (name, position))
        });
        let (names, regions): (Vec<&str>, Vec<u32>) = named.unzip();
        Self { words: Words::build(&names.into_iter().collect()), regions }
    }

    /// The codes of the regions with such a name, and of all inside them.
    pub(crate) fn find(&self, sought: Sought<'_>, tree: &RegionTree) -> Option<Accept> {
        let positions = self.words.find(sought).into_iter().map(|name| self.regions[name as usize]);
        let spans = positions.filter_map(|at| tree.span(&tree.regions()[at as usize].code));
        let mut codes: Vec<u32> = spans.flatten().map(|position| position + 1).collect();
        codes.sort_unstable();
        codes.dedup();
        (!codes.is_empty()).then(|| Accept::of(codes, tree.regions().len() as u32))
    }
}

/// Finds words in several columns of a layer of `records` records.
pub(crate) fn find<'a>(
    columns: impl Iterator<Item = (&'a Column, &'a Searchable)>,
    sought: Sought<'_>,
    around: Option<(&'a Codes, Accept)>,
    records: usize,
) -> Found<'a> {
    let hits: Vec<(&Column, &Searchable, Vec<u32>)> = columns
        .map(|(column, searchable)| (column, searchable, searchable.find(column, sought)))
        .filter(|(_, _, codes)| !codes.is_empty())
        .collect();
    let room = LISTED.max(records / LISTED_SHARE);
    let mut listed = Vec::new();
    let codes =
        hits.iter().flat_map(|(_, searchable, codes)| codes.iter().map(move |code| (searchable, code)));
    for (searchable, code) in codes.take_while(|_| around.is_none()) {
        listed.extend_from_slice(searchable.records.get(*code));
        if listed.len() > room {
            break;
        }
    }
    if around.is_some() || listed.len() > room {
        let accept =
            |(column, _, codes): (&'a Column, _, _)| (&column.codes, Accept::of(codes, column.largest()));
        return Found::Codes(hits.into_iter().map(accept).chain(around).collect());
    }
    listed.sort_unstable();
    listed.dedup();
    Found::Records(listed)
}
