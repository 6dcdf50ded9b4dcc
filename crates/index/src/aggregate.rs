//! What the nodes of a tree know of the records below them, so that a query need not look at each.

use crate::codes::{Accept, Codes};
use crate::column::Column;
use crate::tree::Tree;
use karigar_model::Field;

/// A field with more distinct values than this has no counts in the nodes.
const LARGEST_DICTIONARY: u32 = 64;

/// Per node: a count per value of each main facet, which values of other facets occur, and the first and
/// last region.
#[derive(Debug)]
pub(crate) struct Aggregates {
    /// Where the counts of a field stand in a node's row, for main facets.
    offsets: Vec<Option<usize>>,
    /// Which of a node's marks belongs to a field, for facets that are not main.
    marks_of: Vec<Option<usize>>,
    /// Counts a node.
    width: usize,
    counts: Vec<u32>,
    /// Marks a node.
    mark_width: usize,
    /// Bit `code % 64` is set where a code occurs.
    marks: Vec<u64>,
    /// Smallest and largest region code.
    regions: Vec<(u32, u32)>,
}

/// How many of a node's records pass a test, as far as its aggregates tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Share {
    None,
    All,
    /// This many.
    Some(u32),
    Unknown,
}

impl Aggregates {
    /// Counts the records of all nodes, leaves first.
    pub(crate) fn build(tree: &Tree, fields: &[Field], columns: &[Column], regions: &Codes) -> Self {
        let mut aggregates = Self::lay_out(fields, columns);
        let nodes = tree.len() as usize;
        aggregates.counts = vec![0; nodes * aggregates.width];
        aggregates.marks = vec![0; nodes * aggregates.mark_width];
        aggregates.regions = vec![(u32::MAX, 0); nodes];
        for node in 0..tree.len() {
            let children = tree.child_indices(node);
            if children.is_empty() {
                aggregates.count_leaf(tree, node, columns, regions);
            }
            for child in children {
                aggregates.add(node, child);
            }
        }
        aggregates
    }

    fn lay_out(fields: &[Field], columns: &[Column]) -> Self {
        let (mut width, mut mark_width) = (0, 0);
        let mut offsets = vec![None; columns.len()];
        let mut marks_of = vec![None; columns.len()];
        for (at, (field, column)) in
            fields.iter().zip(columns).enumerate().filter(|(_, (field, _))| field.facet)
        {
            if !field.many && !column.is_list() && column.largest() <= LARGEST_DICTIONARY {
                offsets[at] = Some(width);
                width += column.largest() as usize + 1;
            } else {
                marks_of[at] = Some(mark_width);
                mark_width += 1;
            }
        }
        let (counts, marks, regions) = (Vec::new(), Vec::new(), Vec::new());
        Self { offsets, marks_of, width, counts, mark_width, marks, regions }
    }

    fn count_leaf(&mut self, tree: &Tree, leaf: u32, columns: &[Column], regions: &Codes) {
        let row = leaf as usize;
        for record in tree.records(leaf) {
            for (at, column) in columns.iter().enumerate() {
                if let Some(offset) = self.offsets[at] {
                    self.counts[row * self.width + offset + column.codes.get(record) as usize] += 1;
                } else if let Some(mark) = self.marks_of[at] {
                    let code = column.codes.get(record);
                    self.marks[row * self.mark_width + mark] |= 1 << (code % 64);
                }
            }
            let region = regions.get(record);
            let (first, last) = &mut self.regions[row];
            *first = region.min(*first);
            *last = region.max(*last);
        }
    }

    fn add(&mut self, node: u32, child: u32) {
        let (node, child) = (node as usize, child as usize);
        for at in 0..self.width {
            self.counts[node * self.width + at] += self.counts[child * self.width + at];
        }
        for at in 0..self.mark_width {
            self.marks[node * self.mark_width + at] |= self.marks[child * self.mark_width + at];
        }
        let (first, last) = self.regions[child];
        let own = &mut self.regions[node];
        *own = (own.0.min(first), own.1.max(last));
    }

    /// A node's count of each code of a main facet.
    pub(crate) fn counts(&self, node: u32, field: usize, column: &Column) -> Option<&[u32]> {
        let start = node as usize * self.width + self.offsets[field]?;
        Some(&self.counts[start..=start + column.largest() as usize])
    }

    /// How many of a node's `total` records have an accepted code of a field.
    pub(crate) fn share(
        &self,
        node: u32,
        total: u32,
        field: usize,
        column: &Column,
        accept: &Accept,
    ) -> Share {
        let Some(counts) = self.counts(node, field, column) else {
            return self.marked(node, field, accept);
        };
        let passing: u32 = match accept {
            Accept::Range(range) => counts[range.start as usize..range.end as usize].iter().sum(),
            Accept::Few(few) => few.iter().map(|code| counts[*code as usize]).sum(),
            Accept::Set(_) => counts
                .iter()
                .enumerate()
                .filter(|(code, _)| accept.has(*code as u32))
                .map(|(_, count)| count)
                .sum(),
        };
        match passing {
            0 => Share::None,
            _ if passing == total => Share::All,
            _ => Share::Some(passing),
        }
    }

    fn marked(&self, node: u32, field: usize, accept: &Accept) -> Share {
        let Some(mark) = self.marks_of[field] else { return Share::Unknown };
        let occurring = self.marks[node as usize * self.mark_width + mark];
        if accept.marks() & occurring == 0 { Share::None } else { Share::Unknown }
    }

    /// How many of a node's records lie in a run of region codes.
    pub(crate) fn within(&self, node: u32, span: &Accept) -> Share {
        let (first, last) = self.regions[node as usize];
        match span {
            Accept::Range(range) if last < range.start || first >= range.end => Share::None,
            Accept::Range(range) if first >= range.start && last < range.end => Share::All,
            _ => Share::Unknown,
        }
    }
}
