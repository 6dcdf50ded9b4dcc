//! Classes of a map that shades areas by a number: at most five, with round limits, so that a legend can be
//! read aloud.
//!
//! Nought is a class of its own: that nothing is recorded is another statement than that little is. The other
//! values are cut into classes of about as many areas each (quantiles), but never between two equal values; and
//! each cut is then the roundest number between the values on its two sides. Values are whole: counts, or rates
//! in the last decimal that is shown, so that what looks equal is equal.

/// Most classes.
pub const MOST: usize = 5;

/// The classes of a map, from low to high.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Classes(Vec<(u64, u64)>);

impl Classes {
    /// Classes for these values; none when there is no value.
    pub fn of(values: &[u64]) -> Self {
        let mut sorted: Vec<u64> = values.to_vec();
        sorted.sort_unstable();
        let (noughts, rest) = sorted.split_at(sorted.partition_point(|value| *value == 0));
        let mut classes = Vec::with_capacity(MOST);
        if !noughts.is_empty() {
            classes.push((0, 0));
        }
        if let (Some(least), Some(largest)) = (rest.first(), rest.last()) {
            let limits = limits(rest, MOST - classes.len());
            let from = std::iter::once(least).chain(&limits);
            let to = limits.iter().map(|limit| limit - 1).chain([*largest]);
            classes.extend(from.copied().zip(to));
        }
        Self(classes)
    }

    /// The lowest and the highest value that each class takes.
    pub fn ranges(&self) -> &[(u64, u64)] {
        &self.0
    }

    /// The class of one of the values, from 0.
    pub fn position(&self, value: u64) -> usize {
        self.0.iter().position(|(_, to)| value <= *to).unwrap_or_else(|| self.0.len().saturating_sub(1))
    }

    /// How dark a class is drawn, in hundredths from light to dark: the steps are the same for any number of
    /// classes, and the lightest is never blank.
    pub fn shade(&self, position: usize) -> usize {
        const LIGHTEST: usize = 10;
        match self.0.len() {
            0 | 1 => 55,
            classes => LIGHTEST + (100 - LIGHTEST) * position / (classes - 1),
        }
    }
}

/// The lowest values of the second and every further class of `values`, which ascend.
fn limits(values: &[u64], most: usize) -> Vec<u64> {
    let cuts: Vec<usize> = (1..values.len()).filter(|at| values[at - 1] < values[*at]).collect();
    let mut chosen: Vec<usize> = if cuts.len() < most {
        cuts
    } else {
        let wanted = (1..most).map(|part| (part * values.len()).div_ceil(most));
        wanted.filter_map(|at| cuts.iter().copied().min_by_key(|cut| cut.abs_diff(at))).collect()
    };
    chosen.dedup();
    chosen.into_iter().map(|cut| roundest(values[cut - 1], values[cut])).collect()
}

/// The roundest number above `below` and not above `top`: the multiple of the largest of …, 50, 20, 10, 5, 2, 1.
fn roundest(below: u64, top: u64) -> u64 {
    let steps = (0..=12).rev().flat_map(|power| [5, 2, 1].map(|digit| digit * 10_u64.pow(power)));
    steps.map(|step| top / step * step).find(|number| *number > below).unwrap_or(top)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn limits_are_round_and_nought_stands_alone() {
        let crafts = [0, 0, 0, 1, 1, 2, 3, 4, 5, 7, 9, 12, 14, 16, 23, 31, 44, 50, 57];
        assert_eq!(Classes::of(&crafts).ranges(), [(0, 0), (1, 3), (4, 9), (10, 29), (30, 57)]);
        let rates = [31, 45, 46, 88, 103, 260, 1012, 2240];
        assert_eq!(Classes::of(&rates).ranges(), [(31, 45), (46, 99), (100, 199), (200, 1999), (2000, 2240)]);
    }

    #[test]
    fn few_values_have_a_class_each() {
        assert_eq!(Classes::of(&[0, 3, 3, 8]).ranges(), [(0, 0), (3, 4), (5, 8)]);
        assert_eq!(Classes::of(&[7, 7]).ranges(), [(7, 7)]);
        assert_eq!(Classes::of(&[0, 0]).ranges(), [(0, 0)]);
        assert_eq!(Classes::of(&[]).ranges(), []);
    }

    #[test]
    fn every_value_lies_in_its_class_and_no_class_is_empty() {
        let mut seed = 7_u64;
        let mut next = |below: u64| {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            (seed >> 33) % below
        };
        for _ in 0..500 {
            let (length, largest) = (next(60), 1 + next(3000));
            let values: Vec<u64> = (0..length).map(|_| next(largest) * next(3)).collect();
            let classes = Classes::of(&values);
            let ranges = classes.ranges();
            assert!(ranges.len() <= MOST);
            assert!(ranges.windows(2).all(|pair| pair[0].1 < pair[1].0), "{ranges:?}");
            let mut filled = vec![0; ranges.len()];
            for value in &values {
                let position = classes.position(*value);
                assert!((ranges[position].0..=ranges[position].1).contains(value), "{value} in {ranges:?}");
                filled[position] += 1;
            }
            assert!(filled.iter().all(|count| *count > 0), "{values:?} in {ranges:?}");
        }
    }

    #[test]
    fn shades_grow_darker_in_equal_steps() {
        let classes = Classes::of(&[0, 1, 2, 3, 4]);
        assert_eq!((0..5).map(|at| classes.shade(at)).collect::<Vec<_>>(), [10, 32, 55, 77, 100]);
    }
}
