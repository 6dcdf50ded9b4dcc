//! The register of departmental training centres. Totals and parts both stand in it, so nothing is added up but
//! what is one list: the lines of a sale.

use super::Snapshot;
use karigar_model::RegionCode;
use karigar_model::measure::{Agreement, Measure};
use karigar_model::reference::TrainingFact;

/// What a sale brought in: its lines, and the total that the source states.
#[derive(Debug)]
pub struct Sale<'a> {
    /// The lines.
    pub lines: Vec<&'a TrainingFact>,
    /// The row with the total.
    pub total: &'a TrainingFact,
    /// Sum of the lines in hundredths.
    pub sum: i64,
    /// How the sum stands to the total.
    pub agreement: Agreement,
}

/// The kind of a line of a sale.
pub const SALE: &str = "two-day-sale";
/// The area of a row that is a total.
const ALL: &str = "all";

impl Snapshot {
    /// Facts of training in a region.
    pub fn training_in(&self, region: &RegionCode) -> Vec<&TrainingFact> {
        self.reference.training.iter().filter(|fact| fact.region.is_within(region)).collect()
    }

    /// The sale of trainees' products, with the check of its total.
    pub fn sale(&self) -> Option<Sale<'_>> {
        let rows = || self.reference.training.iter().filter(|fact| fact.kind == SALE);
        let total = rows().find(|fact| fact.area == ALL)?;
        let lines: Vec<&TrainingFact> =
            rows().filter(|fact| fact.area != ALL && fact.period == total.period).collect();
        let hundredths = |fact: &TrainingFact| Measure::parse(&fact.value, &fact.unit)?.hundredths();
        let sum: i64 = lines.iter().map(|fact| hundredths(fact)).sum::<Option<i64>>()?;
        Some(Sale { lines, total, sum, agreement: Agreement::of(sum, hundredths(total)?) })
    }
}
