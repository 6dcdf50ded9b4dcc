//! Counting matches by the values of fields.

use crate::column::Column;
use crate::dictionary::{Dictionary, Lists};
use crate::hash::Map;
use crate::plan::Plan;
use crate::{Facet, FacetCount, Group, LayerSnapshot};
use karigar_model::{Query, ValueRef};
use std::cmp::Reverse;

impl LayerSnapshot {
    /// Counts the matches by each of the facet fields. A field's own filter is left out of its counts, so
    /// that its other values can be chosen. A feature counts once for each of its distinct values.
    pub fn facets(&self, query: &Query, fields: &[usize]) -> Vec<Facet<'_>> {
        let filtered = |field: usize| query.filters.iter().any(|filter| filter.field == field);
        let shared: Vec<usize> = fields.iter().copied().filter(|field| !filtered(*field)).collect();
        let mut counted =
            shared.iter().copied().zip(Plan::new(self, query).tally(&shared)).collect::<Map<_, _>>();
        for field in fields.iter().copied().filter(|field| filtered(*field)) {
            let counts = Plan::new(self, &query.without_filter(field)).tally(&[field]);
            counted.extend(counts.into_iter().map(|counts| (field, counts)));
        }
        let facet = |field: &usize| self.facet(*field, counted.get(field).map_or(&[], Vec::as_slice));
        fields.iter().map(facet).collect()
    }

    fn facet(&self, field: usize, by_code: &[usize]) -> Facet<'_> {
        let column = &self.columns[field];
        let missing = by_code.first().copied().unwrap_or(0);
        let values = by_code.get(1..).unwrap_or_default();
        let mut counts: Vec<FacetCount<'_>> = match &column.dictionary {
            Dictionary::Lists(lists) => count_members(lists, values)
                .into_iter()
                .zip(lists.texts.iter())
                .map(|(count, value)| FacetCount { value, count })
                .collect(),
            _ => (1..)
                .zip(values)
                .map(|(code, count)| FacetCount { value: column.label(code), count: *count })
                .collect(),
        };
        counts.sort_unstable_by_key(|entry| (Reverse(entry.count), entry.value));
        Facet { field, counts, missing }
    }

    /// Counts the matches by the values that they have in all of `fields`: largest group first, then by
    /// values. Null is a value. A list counts for each of its distinct values, and for null when it is empty.
    pub fn aggregate(&self, query: &Query, fields: &[usize]) -> Vec<Group<'_>> {
        let plan = Plan::new(self, query);
        let columns: Vec<&Column> = fields.iter().map(|field| &self.columns[*field]).collect();
        let mut merged: Map<Vec<u32>, usize> = Map::default();
        for (codes, count) in plan.combinations(fields) {
            for values in spread(&columns, &codes) {
                *merged.entry(values).or_default() += count;
            }
        }
        let mut groups: Vec<(Vec<u32>, usize)> = merged.into_iter().collect();
        // Codes ascend with the values they stand for; null, 0, wraps round to the end.
        let by_value = |codes: &[u32]| codes.iter().map(|code| code.wrapping_sub(1)).collect::<Vec<_>>();
        groups.sort_by_cached_key(|(codes, count)| (Reverse(*count), by_value(codes)));
        let values =
            |codes: Vec<u32>| columns.iter().zip(codes).map(|(column, code)| single(column, code)).collect();
        groups.into_iter().map(|(codes, count)| Group { values: values(codes), count }).collect()
    }
}

/// How many records hold each member, from how many hold each list.
fn count_members(lists: &Lists, by_list: &[usize]) -> Vec<usize> {
    let mut counts = vec![0; lists.texts.len()];
    for (code, count) in (1..).zip(by_list).filter(|(_, count)| **count > 0) {
        for member in distinct_members(lists, code) {
            counts[member as usize] += count;
        }
    }
    counts
}

fn distinct_members(lists: &Lists, code: u32) -> impl Iterator<Item = u32> {
    let members = lists.members(code);
    let first = |(at, member): &(usize, &u32)| !members[..*at].contains(*member);
    members.iter().enumerate().filter(first).map(|(_, member)| *member)
}

/// All combinations of single values that a combination of values stands for.
fn spread(columns: &[&Column], codes: &[u32]) -> Vec<Vec<u32>> {
    let mut combinations = vec![Vec::with_capacity(codes.len())];
    for (column, code) in columns.iter().zip(codes) {
        let singles: Vec<u32> = match &column.dictionary {
            Dictionary::Lists(lists) if *code > 0 => {
                distinct_members(lists, *code).map(|member| member + 1).collect()
            }
            _ => vec![*code],
        };
        combinations = combinations
            .into_iter()
            .flat_map(|start| singles.iter().map(move |single| [start.as_slice(), &[*single]].concat()))
            .collect();
    }
    combinations
}

/// The value of a code, where a code of a column of lists names a member.
fn single(column: &Column, code: u32) -> ValueRef<'_> {
    match (&column.dictionary, code.checked_sub(1)) {
        (Dictionary::Lists(lists), Some(member)) => ValueRef::Text(lists.texts.get(member)),
        (dictionary, _) => dictionary.get(code),
    }
}

impl Plan<'_> {
    /// How many matches have each code of each field.
    fn tally(&self, fields: &[usize]) -> Vec<Vec<usize>> {
        let columns: Vec<&Column> = fields.iter().map(|field| &self.snapshot.columns[*field]).collect();
        let mut tallies: Vec<Vec<usize>> =
            columns.iter().map(|column| vec![0; column.largest() as usize + 1]).collect();
        if fields.is_empty() {
            return tallies;
        }
        let add = |start: u32, mask: u64, tallies: &mut Vec<Vec<usize>>| {
            for (column, tally) in columns.iter().zip(tallies) {
                column.codes.tally(start, mask, tally);
            }
        };
        if self.among.is_some() {
            self.each(|record| add(record, 1, &mut tallies));
            return tallies;
        }
        self.walk(false, &mut |hit| {
            let Some((block, node)) = hit.node else {
                return self.masks(&hit, |start, mask| add(start, mask, &mut tallies));
            };
            for ((field, column), tally) in fields.iter().zip(&columns).zip(&mut tallies) {
                if let Some(counts) = block.aggregates.counts(node, *field, column) {
                    tally.iter_mut().zip(counts).for_each(|(sum, count)| *sum += *count as usize);
                } else {
                    self.masks(&hit, |start, mask| column.codes.tally(start, mask, tally));
                }
            }
        });
        tallies
    }

    /// How many matches have each combination of codes of the fields.
    fn combinations(&self, fields: &[usize]) -> Vec<(Vec<u32>, usize)> {
        if let [field] = fields {
            let tally = self.tally(&[*field]).pop().unwrap_or_default();
            let occurring = (0..).zip(tally).filter(|(_, count)| *count > 0);
            return occurring.map(|(code, count)| (vec![code], count)).collect();
        }
        let columns: Vec<&Column> = fields.iter().map(|field| &self.snapshot.columns[*field]).collect();
        let sizes = columns.iter().map(|column| column.largest() as usize + 1);
        let cells = sizes.clone().try_fold(1usize, usize::checked_mul).filter(|cells| *cells <= MOST_CELLS);
        if let Some(cells) = cells {
            let mut counts = vec![0; cells];
            self.each(|record| counts[cell(&columns, record)] += 1);
            let occurring = counts.into_iter().enumerate().filter(|(_, count)| *count > 0);
            return occurring.map(|(at, count)| (codes_of_cell(sizes.clone(), at), count)).collect();
        }
        let mut groups = Groups::default();
        self.each(|record| groups.count(columns.iter().map(|column| column.codes.get(record))));
        groups.combinations
    }
}

/// Up to this many possible combinations are counted in a table with a cell for each.
const MOST_CELLS: usize = 1 << 16;

/// The cell of a record's combination: its codes as digits, the last field's the lowest.
fn cell(columns: &[&Column], record: u32) -> usize {
    columns
        .iter()
        .fold(0, |cell, column| cell * (column.largest() as usize + 1) + column.codes.get(record) as usize)
}

fn codes_of_cell(sizes: impl DoubleEndedIterator<Item = usize>, mut cell: usize) -> Vec<u32> {
    let mut codes: Vec<u32> = sizes
        .rev()
        .map(|size| {
            let code = (cell % size) as u32;
            cell /= size;
            code
        })
        .collect();
    codes.reverse();
    codes
}

/// Combinations of codes as they are met, and how often.
#[derive(Default)]
struct Groups {
    /// From a combination's beginning and the next code to the longer beginning.
    steps: Map<(u32, u32), u32>,
    /// Combination by its last step.
    ends: Map<u32, usize>,
    combinations: Vec<(Vec<u32>, usize)>,
}

impl Groups {
    fn count(&mut self, codes: impl Iterator<Item = u32> + Clone) {
        let mut at = 0;
        for code in codes.clone() {
            let next = self.steps.len() as u32 + 1;
            at = *self.steps.entry((at, code)).or_insert(next);
        }
        let combinations = &mut self.combinations;
        let end = *self.ends.entry(at).or_insert_with(|| {
            combinations.push((codes.collect(), 0));
            combinations.len() - 1
        });
        combinations[end].1 += 1;
    }
}
