//! Numbers grouped by an owner: which entries hold a word, which records a value.

use std::ops::Range;

/// Items by owner 0, 1, 2 …, in one allocation; the items of an owner are ascending.
#[derive(Debug, Default)]
pub(crate) struct Table {
    ends: Vec<u32>,
    items: Vec<u32>,
}

impl Table {
    /// Groups pairs (owner, item) of `owners` owners. The pairs are walked twice, with items ascending.
    pub(crate) fn group(owners: usize, pairs: impl Iterator<Item = (u32, u32)> + Clone) -> Self {
        let mut ends = vec![0u32; owners + 1];
        for (owner, _) in pairs.clone() {
            ends[owner as usize + 1] += 1;
        }
        for owner in 0..owners {
            ends[owner + 1] += ends[owner];
        }
        let mut items = vec![0; ends[owners] as usize];
        for (owner, item) in pairs {
            let next = &mut ends[owner as usize];
            items[*next as usize] = item;
            *next += 1;
        }
        ends.pop();
        Self { ends, items }
    }

    /// The items of an owner.
    pub(crate) fn get(&self, owner: u32) -> &[u32] {
        self.span(owner..owner + 1)
    }

    /// The items of a run of owners.
    pub(crate) fn span(&self, owners: Range<u32>) -> &[u32] {
        let start = |owner: u32| if owner == 0 { 0 } else { self.ends[owner as usize - 1] as usize };
        &self.items[start(owners.start)..start(owners.end)]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn items_stand_with_their_owner() {
        let pairs = [(2, 0), (0, 1), (2, 2), (2, 5)];
        let table = Table::group(3, pairs.iter().copied());
        assert_eq!((table.get(0), table.get(1), table.get(2)), (&[1][..], &[][..], &[0, 2, 5][..]));
        assert_eq!(table.span(0..3), [1, 0, 2, 5]);
    }
}
