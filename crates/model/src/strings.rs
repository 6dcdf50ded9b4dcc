//! Many short strings in one allocation: dictionaries and text columns of the index.

/// A pool of strings in the order they were pushed. No string has an allocation of its own.
#[derive(Clone, Debug, Default)]
pub struct Strings {
    bytes: String,
    ends: Vec<u32>,
}

impl Strings {
    /// Appends `text` and returns its position.
    ///
    /// # Panics
    /// When the pool would pass 4 GiB.
    pub fn push(&mut self, text: &str) -> u32 {
        self.bytes.push_str(text);
        self.ends.push(u32::try_from(self.bytes.len()).expect("a string pool holds at most 4 GiB"));
        self.ends.len() as u32 - 1
    }

    /// The string at `position`.
    pub fn get(&self, position: u32) -> &str {
        let position = position as usize;
        let start = if position == 0 { 0 } else { self.ends[position - 1] as usize };
        &self.bytes[start..self.ends[position] as usize]
    }

    /// How many strings.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// All strings, in order.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = &str> {
        (0..self.len()).map(|position| self.get(position as u32))
    }
}

impl<'a> FromIterator<&'a str> for Strings {
    fn from_iter<I: IntoIterator<Item = &'a str>>(iter: I) -> Self {
        let mut pool = Self::default();
        for text in iter {
            pool.push(text);
        }
        pool
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strings_come_back_as_they_went_in() {
        let pool: Strings = ["", "Hala", "ہالا", ""].into_iter().collect();
        assert_eq!(pool.iter().collect::<Vec<_>>(), ["", "Hala", "ہالا", ""]);
        assert_eq!(pool.get(2), "ہالا");
    }
}
