//! Binary search over positions.

/// The first position of `0..length` where `holds` no longer holds; it must hold for a prefix only.
pub(crate) fn first_not(length: u32, holds: impl Fn(u32) -> bool) -> u32 {
    let (mut low, mut high) = (0, length);
    while low < high {
        let middle = low + (high - low) / 2;
        if holds(middle) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    low
}

#[cfg(test)]
mod tests {
    use super::first_not;

    #[test]
    fn the_end_of_the_prefix_is_found() {
        for end in 0..=9 {
            assert_eq!(first_not(9, |position| position < end), end);
        }
    }
}
