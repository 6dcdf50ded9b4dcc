//! The ids of a layer in their order by bytes, and where each record stands in it.

use karigar_model::strings::Strings;

/// Ids by rank, with the way from a record to its rank and back.
#[derive(Debug)]
pub(crate) struct Ids {
    sorted: Strings,
    ranks: Vec<u32>,
    records: Vec<u32>,
}

impl Ids {
    /// `sorted` holds the ids by rank, `ranks` the rank of each record.
    pub(crate) fn new(sorted: Strings, ranks: Vec<u32>) -> Self {
        let mut records = vec![0; ranks.len()];
        for (record, rank) in ranks.iter().enumerate() {
            records[*rank as usize] = record as u32;
        }
        Self { sorted, ranks, records }
    }

    /// How many ids.
    pub(crate) fn len(&self) -> usize {
        self.ranks.len()
    }

    /// The id of a record.
    pub(crate) fn id(&self, record: u32) -> &str {
        self.sorted.get(self.rank(record))
    }

    /// How many ids stand before that of a record.
    pub(crate) fn rank(&self, record: u32) -> u32 {
        self.ranks[record as usize]
    }

    /// The record at a rank.
    pub(crate) fn record(&self, rank: u32) -> u32 {
        self.records[rank as usize]
    }

    /// The record with this id.
    pub(crate) fn find(&self, id: &str) -> Option<u32> {
        let rank = self.before(id);
        ((rank as usize) < self.records.len() && self.sorted.get(rank) == id).then(|| self.record(rank))
    }

    /// How many ids are smaller than `id`.
    pub(crate) fn before(&self, id: &str) -> u32 {
        crate::search::first_not(self.records.len() as u32, |rank| self.sorted.get(rank) < id)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_record_is_found_by_its_id() {
        let ids = Ids::new(["a", "b", "d"].into_iter().collect(), vec![2, 0, 1]);
        assert_eq!((ids.id(0), ids.find("a"), ids.find("c")), ("d", Some(1), None));
        assert_eq!((ids.before("b"), ids.before("c"), ids.before("z")), (1, 2, 3));
    }
}
