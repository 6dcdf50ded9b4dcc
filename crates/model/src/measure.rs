//! Figures as the tables write them: a decimal number with a unit. Money becomes whole minor units (paisa,
//! cent), so that sums are exact and what was read prints back as it was written.

use serde::Serialize;

/// A decimal number: `digits` with the last `places` of them behind the point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Decimal {
    /// All digits, with the sign.
    pub digits: i64,
    /// How many of them stand behind the point.
    pub places: u32,
}

impl Decimal {
    /// Reads `20869.29`; no exponent, no grouping.
    pub fn parse(text: &str) -> Option<Self> {
        let (whole, part) = text.split_once('.').unwrap_or((text, ""));
        let number = whole.strip_prefix('-').unwrap_or(whole);
        let is_digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
        if number.is_empty() || !is_digits(number) || !is_digits(part) || text.ends_with('.') {
            return None;
        }
        Some(Self { digits: format!("{whole}{part}").parse().ok()?, places: u32::try_from(part.len()).ok()? })
    }

    /// For lengths of bars and for answers in JSON, never for sums.
    pub fn as_f64(self) -> f64 {
        self.digits as f64 / 10_f64.powf(f64::from(self.places))
    }

    /// The number times 10 to the power of `exponent`, where that is a whole number that fits.
    fn shifted(self, exponent: u32) -> Option<i64> {
        if let Some(more) = exponent.checked_sub(self.places) {
            return self.digits.checked_mul(10_i64.checked_pow(more)?);
        }
        let divisor = 10_i64.checked_pow(self.places - exponent)?;
        (self.digits % divisor == 0).then_some(self.digits / divisor)
    }

    /// Without zeros at the end behind the point.
    fn trimmed(mut self) -> Self {
        while self.places > 0 && self.digits % 10 == 0 {
            self.digits /= 10;
            self.places -= 1;
        }
        self
    }
}

/// A currency of the tables, all with a hundred minor units.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "UPPERCASE")]
pub enum Currency {
    /// Indian rupee.
    Inr,
    /// Pakistani rupee.
    Pkr,
    /// United States dollar.
    Usd,
}

impl Currency {
    /// ISO 4217.
    pub fn code(self) -> &'static str {
        match self {
            Self::Inr => "INR",
            Self::Pkr => "PKR",
            Self::Usd => "USD",
        }
    }

    fn parse(code: &str) -> Option<Self> {
        [Self::Inr, Self::Pkr, Self::Usd].into_iter().find(|currency| currency.code() == code)
    }
}

/// By what a number is divided when it is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scale {
    /// As it is.
    One,
    /// A hundred thousand.
    Lakh,
    /// A million.
    Million,
    /// Ten million.
    Crore,
}

impl Scale {
    /// The word in units and messages; empty for one.
    pub fn code(self) -> &'static str {
        match self {
            Self::One => "",
            Self::Lakh => "lakh",
            Self::Million => "million",
            Self::Crore => "crore",
        }
    }

    fn zeros(self) -> u32 {
        match self {
            Self::One => 0,
            Self::Lakh => 5,
            Self::Million => 6,
            Self::Crore => 7,
        }
    }

    fn parse(word: &str) -> Option<Self> {
        [Self::Lakh, Self::Million, Self::Crore].into_iter().find(|scale| scale.code() == word)
    }
}

/// An amount of money.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Money {
    /// Minor units: paisa, cent.
    pub minor: i64,
    /// In which currency.
    pub currency: Currency,
}

/// Minor units of a currency are its hundredths.
const MINOR_ZEROS: u32 = 2;

impl Money {
    /// How it is said: rupees of India in crore or lakh, other money in million, where two places behind the
    /// point say all of it; else in full.
    pub fn said(self) -> (Decimal, Scale) {
        let scales: &[Scale] = match self.currency {
            Currency::Inr => &[Scale::Crore, Scale::Lakh],
            Currency::Pkr | Currency::Usd => &[Scale::Million],
        };
        let fits = |scale: &&Scale| {
            let one = 10_i64.pow(scale.zeros() + MINOR_ZEROS);
            self.minor.abs() >= one && self.minor % (one / 100) == 0
        };
        let scale = scales.iter().find(fits).copied().unwrap_or(Scale::One);
        let places = scale.zeros() + MINOR_ZEROS;
        (Decimal { digits: self.minor, places }.trimmed(), scale)
    }
}

/// What a figure measures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Measure<'a> {
    /// Money, and for what: `a month`, or nothing.
    Money(Money, &'a str),
    /// Hundredths.
    Percent(Decimal),
    /// So many of the unit.
    Count(Decimal, &'a str),
}

impl<'a> Measure<'a> {
    /// Reads a value and its unit: `20869.29`, `crore INR`.
    pub fn parse(value: &str, unit: &'a str) -> Option<Self> {
        let number = Decimal::parse(value)?;
        let (first, rest) = unit.split_once(' ').unwrap_or((unit, ""));
        let (scale, named) = Scale::parse(first).map_or((Scale::One, unit), |scale| (scale, rest));
        let (code, per) = named.split_once(' ').unwrap_or((named, ""));
        if let Some(currency) = Currency::parse(code) {
            let minor = number.shifted(scale.zeros() + MINOR_ZEROS)?;
            return Some(Self::Money(Money { minor, currency }, per));
        }
        Some(if unit == "percent" { Self::Percent(number) } else { Self::Count(number, unit) })
    }

    /// What may stand in one chart or one sum: the currency, `percent`, or the unit.
    pub fn kind(&self) -> &'a str {
        match self {
            Self::Money(money, _) => money.currency.code(),
            Self::Percent(_) => "percent",
            Self::Count(_, unit) => unit,
        }
    }

    /// In hundredths of its unit, for sums: paisa, hundredths of a percent, hundredths of a count.
    pub fn hundredths(&self) -> Option<i64> {
        match self {
            Self::Money(money, _) => Some(money.minor),
            Self::Percent(number) | Self::Count(number, _) => number.shifted(2),
        }
    }

    /// The same measure with another number of hundredths.
    #[must_use]
    pub fn with_hundredths(&self, hundredths: i64) -> Self {
        let number = Decimal { digits: hundredths, places: 2 }.trimmed();
        match *self {
            Self::Money(money, per) => Self::Money(Money { minor: hundredths, ..money }, per),
            Self::Percent(_) => Self::Percent(number),
            Self::Count(_, unit) => Self::Count(number, unit),
        }
    }

    /// The number in units (rupees, percent, persons), for bars and JSON.
    pub fn as_f64(&self) -> f64 {
        match self {
            Self::Money(money, _) => money.minor as f64 / 100.0,
            Self::Percent(number) | Self::Count(number, _) => number.as_f64(),
        }
    }
}

/// How the sum of parts stands to the total that a source states.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Agreement {
    /// They are the same.
    Exact,
    /// The total is the sum, rounded.
    Rounded,
    /// The total is more than the sum by this.
    More(i64),
    /// The total is less than the sum by this.
    Less(i64),
}

impl Agreement {
    /// Compares a sum with the stated total. A total counts as rounded to its zeros at the end, but never
    /// coarser than three digits: `12.13 lakh` stands for anything from 12.125 to 12.135 lakh, `30 lakh` not
    /// for 26 lakh.
    pub fn of(sum: i64, stated: i64) -> Self {
        let gap = stated - sum;
        let (mut step, mut head) = (1, stated.abs());
        while head >= 1000 && head % 10 == 0 {
            head /= 10;
            step *= 10;
        }
        match gap {
            0 => Self::Exact,
            _ if gap.abs() * 2 <= step && step > 1 => Self::Rounded,
            _ if gap > 0 => Self::More(gap),
            _ => Self::Less(-gap),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn money(value: &str, unit: &'static str) -> Money {
        match Measure::parse(value, unit) {
            Some(Measure::Money(money, _)) => money,
            other => panic!("{value} {unit} is {other:?}"),
        }
    }

    fn said(value: &str, unit: &'static str) -> String {
        let (Decimal { digits, places }, scale) = money(value, unit).said();
        format!("{digits}e-{places} {}", scale.code())
    }

    #[test]
    fn crore_are_read_as_whole_paisa_and_said_as_they_were_written() {
        assert_eq!(money("20869.29", "crore INR").minor, 208_692_900_000 * 100);
        assert_eq!(said("20869.29", "crore INR"), "2086929e-2 crore");
        assert_eq!(said("890.86", "lakh INR"), "89086e-2 lakh");
        assert_eq!(said("10700000", "INR"), "107e-2 crore");
        assert_eq!(said("1212950", "INR"), "1212950e-0 ");
        assert_eq!(said("3728.47", "million USD"), "372847e-2 million");
        assert_eq!(said("16.7", "million PKR"), "167e-1 million");
    }

    #[test]
    fn a_unit_says_what_is_measured() {
        assert_eq!(Measure::parse("500", "INR a month").unwrap().kind(), "INR");
        assert_eq!(Measure::parse("29", "percent").unwrap().hundredths(), Some(2900));
        let days = Measure::parse("208", "days per year").unwrap();
        assert_eq!(days, Measure::Count(Decimal { digits: 208, places: 0 }, "days per year"));
        assert_eq!(Measure::parse("5493", "million sq m").unwrap().kind(), "million sq m");
        for wrong in ["", "1e5", "12.", ".5", "1,000", "-"] {
            assert_eq!(Measure::parse(wrong, "INR"), None, "{wrong}");
        }
    }

    #[test]
    fn eleven_lines_of_a_sale_agree_with_its_total_after_rounding() {
        let lines =
            [427_000, 46_000, 120_000, 35_000, 55_000, 110_000, 36_600, 55_000, 7_350, 21_000, 300_000];
        let sum: i64 = lines.iter().sum();
        assert_eq!(sum, 1_212_950);
        assert_eq!(Agreement::of(sum, 1_213_000), Agreement::Rounded);
        assert_eq!(Agreement::of(sum, 1_212_950), Agreement::Exact);
        assert_eq!(Agreement::of(sum - 1_000, 1_213_000), Agreement::More(1_050));
        assert_eq!(Agreement::of(2_600_000, 3_000_000), Agreement::More(400_000));
        assert_eq!(Agreement::of(11, 10), Agreement::Less(1));
    }
}
