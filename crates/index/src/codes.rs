//! Small numbers, one a record, packed to the bytes they need, and the set of codes a test accepts.

use std::ops::Range;

/// One code a record. Code 0 is null; every other code names a value of some dictionary.
#[derive(Debug)]
pub(crate) enum Codes {
    /// All 0.
    Zero,
    U8(Vec<u8>),
    U16(Vec<u16>),
    U32(Vec<u32>),
}

/// Codes that pass a test.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Accept {
    /// A run of codes; empty when nothing passes.
    Range(Range<u32>),
    /// A few codes, ascending.
    Few(Vec<u32>),
    /// One bit a code.
    Set(Vec<u64>),
}

/// Above this many codes a set of bits is quicker than a comparison with each.
const FEW: usize = 4;
/// So many codes are not worth sorting.
const MANY: usize = 1024;

impl Codes {
    /// Packs the codes to one, two or four bytes each.
    pub(crate) fn pack(codes: Vec<u32>) -> Self {
        match codes.iter().copied().max().unwrap_or(0) {
            0 => Self::Zero,
            1..=0xff => Self::U8(codes.into_iter().map(|code| code as u8).collect()),
            0x100..=0xffff => Self::U16(codes.into_iter().map(|code| code as u16).collect()),
            _ => Self::U32(codes),
        }
    }

    /// The code of a record.
    pub(crate) fn get(&self, record: u32) -> u32 {
        let record = record as usize;
        match self {
            Self::Zero => 0,
            Self::U8(codes) => u32::from(codes[record]),
            Self::U16(codes) => u32::from(codes[record]),
            Self::U32(codes) => codes[record],
        }
    }

    /// Which of at most 64 records from `start` on pass: bit 0 is `start`.
    pub(crate) fn mask(&self, start: u32, length: u32, accept: &Accept) -> u64 {
        let range = start as usize..(start + length) as usize;
        match self {
            Self::Zero if accept.has(0) => u64::MAX >> (64 - length),
            Self::Zero => 0,
            Self::U8(codes) => mask(&codes[range], accept),
            Self::U16(codes) => mask(&codes[range], accept),
            Self::U32(codes) => mask(&codes[range], accept),
        }
    }

    /// Adds the records of a mask, as [`Self::mask`] gives it, to the counts of their codes.
    pub(crate) fn tally(&self, start: u32, mask: u64, counts: &mut [usize]) {
        match self {
            Self::Zero => counts[0] += mask.count_ones() as usize,
            Self::U8(codes) => tally(&codes[start as usize..], mask, counts),
            Self::U16(codes) => tally(&codes[start as usize..], mask, counts),
            Self::U32(codes) => tally(&codes[start as usize..], mask, counts),
        }
    }
}

fn mask<T: Copy + Into<u32>>(codes: &[T], accept: &Accept) -> u64 {
    match accept {
        Accept::Range(range) => {
            let (start, length) = (range.start, range.end.saturating_sub(range.start));
            codes
                .iter()
                .enumerate()
                .fold(0, |mask, (at, &code)| mask | u64::from(code.into().wrapping_sub(start) < length) << at)
        }
        Accept::Few(few) => codes
            .iter()
            .enumerate()
            .fold(0, |mask, (at, &code)| mask | u64::from(few.contains(&code.into())) << at),
        Accept::Set(bits) => codes.iter().enumerate().fold(0, |mask, (at, &code)| {
            let code = code.into();
            mask | (bits[code as usize / 64] >> (code % 64) & 1) << at
        }),
    }
}

fn tally<T: Copy + Into<u32>>(codes: &[T], mut mask: u64, counts: &mut [usize]) {
    if mask == u64::MAX {
        for &code in &codes[..64] {
            counts[code.into() as usize] += 1;
        }
        return;
    }
    while mask != 0 {
        counts[codes[mask.trailing_zeros() as usize].into() as usize] += 1;
        mask &= mask - 1;
    }
}

impl Accept {
    /// These codes and no others, of a dictionary whose largest code is `largest`.
    pub(crate) fn of(mut codes: Vec<u32>, largest: u32) -> Self {
        if codes.len() > MANY {
            return Self::set(&codes, largest);
        }
        codes.sort_unstable();
        codes.dedup();
        match (codes.first().copied(), codes.last().copied()) {
            (None, _) | (_, None) => Self::Range(0..0),
            (Some(first), Some(last)) if (last - first) as usize + 1 == codes.len() => {
                Self::Range(first..last + 1)
            }
            _ if codes.len() <= FEW => Self::Few(codes),
            _ => Self::set(&codes, largest),
        }
    }

    fn set(codes: &[u32], largest: u32) -> Self {
        let mut bits = vec![0; largest as usize / 64 + 1];
        for code in codes {
            bits[*code as usize / 64] |= 1 << (code % 64);
        }
        Self::Set(bits)
    }

    /// Whether a code passes.
    pub(crate) fn has(&self, code: u32) -> bool {
        match self {
            Self::Range(range) => range.contains(&code),
            Self::Few(few) => few.contains(&code),
            Self::Set(bits) => bits[code as usize / 64] >> (code % 64) & 1 == 1,
        }
    }

    /// Bit `code % 64` for every code that passes.
    pub(crate) fn marks(&self) -> u64 {
        let mark = |marks: u64, code: u32| marks | 1 << (code % 64);
        match self {
            Self::Range(range) if range.len() >= 64 => u64::MAX,
            Self::Range(range) => range.clone().fold(0, mark),
            Self::Few(few) => few.iter().copied().fold(0, mark),
            Self::Set(bits) => bits.iter().fold(0, |marks, word| marks | word),
        }
    }

    /// Whether no code passes.
    pub(crate) fn is_nothing(&self) -> bool {
        matches!(self, Self::Range(range) if range.is_empty())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_come_back_at_every_width() {
        for largest in [0, 200, 60_000, 70_000] {
            let codes = Codes::pack(vec![0, largest, 0, largest]);
            assert_eq!((0..4).map(|record| codes.get(record)).collect::<Vec<_>>(), [0, largest, 0, largest]);
        }
    }

    #[test]
    fn a_mask_says_what_has_says() {
        let codes = Codes::pack((0..64).map(|code| code % 13).collect());
        for chosen in [vec![], vec![0], vec![3, 4, 5], vec![1, 5], vec![0, 2, 4, 6, 8, 12]] {
            let accept = Accept::of(chosen.clone(), 12);
            let passing: Vec<u32> = (0..=12).filter(|code| accept.has(*code)).collect();
            assert_eq!(passing, chosen);
            for (start, length) in [(0, 64), (7, 20), (63, 1)] {
                let mask = codes.mask(start, length, &accept);
                let expected = (0..length).filter(|at| chosen.contains(&codes.get(start + at)));
                assert_eq!(mask, expected.fold(0, |mask, at| mask | 1 << at));
            }
        }
    }

    #[test]
    fn a_tally_counts_what_the_mask_holds() {
        let codes = Codes::pack((0..64).map(|code| code % 3).collect());
        let mut counts = [0; 3];
        codes.tally(0, u64::MAX, &mut counts);
        assert_eq!(counts, [22, 21, 21]);
        codes.tally(1, 0b101, &mut counts);
        assert_eq!(counts, [23, 22, 21]);
    }
}
