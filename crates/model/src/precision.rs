//! How exactly a place is known.

use serde::{Deserialize, Serialize};
use std::str::FromStr;

/// How exactly a record's position is known, from exact to only its country.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Precision {
    /// Measured at the site.
    Exact,
    /// The village.
    Village,
    /// The town.
    Town,
    /// The post offices of a PIN code.
    Pin,
    /// The district: drawn as approximate.
    District,
    /// The state or province: never drawn.
    State,
    /// The country: never drawn.
    Country,
}

impl Precision {
    /// All grades, from exact to coarse.
    pub const ALL: [Self; 7] =
        [Self::Exact, Self::Village, Self::Town, Self::Pin, Self::District, Self::State, Self::Country];

    /// The code that stands in tables and answers.
    pub fn code(self) -> &'static str {
        match self {
            Self::Exact => "exact",
            Self::Village => "village",
            Self::Town => "town",
            Self::Pin => "pin",
            Self::District => "district",
            Self::State => "state",
            Self::Country => "country",
        }
    }

    /// Whether a coordinate of this precision may be drawn and served as a geometry.
    /// A point inside a state says nothing of where in the state the thing is.
    pub fn has_position(self) -> bool {
        self <= Self::District
    }
}

impl FromStr for Precision {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        Self::ALL.into_iter().find(|precision| precision.code() == text).ok_or(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_state_is_no_position() {
        assert!(Precision::District.has_position());
        assert!(!Precision::State.has_position());
        assert_eq!("pin".parse(), Ok(Precision::Pin));
        assert_eq!("Pin".parse::<Precision>(), Err(()));
    }
}
