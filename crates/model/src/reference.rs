//! Rows of the atlas that are no layer: statistics, schemes, services, names and the like.
//!
//! Every row keeps its source. Money and counts stay as the source has them, with their unit.

use crate::RegionCode;
use crate::jurisdiction::Jurisdiction;
use crate::region::NameKind;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A name of a record in another script or spelling.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Name {
    /// Layer of the record.
    pub layer: String,
    /// Id of the record.
    pub id: String,
    /// BCP 47 language.
    pub lang: String,
    /// ISO 15924 script.
    pub script: String,
    /// The name.
    pub name: String,
    /// `native`, `translation` or `spelling`.
    pub kind: String,
    /// Who says so.
    pub source: String,
}

/// A text of ours in another language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Translation {
    /// Layer of the record.
    pub layer: String,
    /// Id of the record.
    pub id: String,
    /// Which text: `name`, `place`, `short_fact`.
    pub field: String,
    /// BCP 47 language.
    pub lang: String,
    /// The text.
    pub text: String,
    /// How it came about.
    pub kind: NameKind,
    /// Doubts of the editors.
    pub note: String,
}

/// A figure with its region and period.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Statistic {
    /// Id of the row.
    pub id: String,
    /// What is counted; a `:` parts a category.
    pub topic: String,
    /// Region as the source names it.
    pub region: String,
    /// Regions that the name stands for: one, or the members of a group.
    pub regions: Vec<RegionCode>,
    /// Year, financial year, month or date, as the source has it.
    pub period: String,
    /// The figure as written, a decimal number.
    pub value: String,
    /// Its unit.
    pub unit: String,
    /// Remark.
    pub note: String,
    /// Who says so.
    pub source: String,
}

/// The headings that topics stand under, in the order of pages.
pub const TOPIC_GROUPS: &[&str] =
    &["people", "trade", "work", "gi", "training", "programmes", "offices", "local"];
/// The total of a topic whose parts are shares.
pub const WHOLE: &str = "100 percent";

/// What the figures of a topic are called, and how they belong together; editors' labels.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Topic {
    /// The topic as the figures name it; a part of a whole is `whole:part`.
    pub topic: String,
    /// Title in English.
    pub title_en: String,
    /// Title in Hindi; empty where there is none yet.
    pub title_hi: String,
    /// Title in Urdu; empty where there is none yet.
    pub title_ur: String,
    /// The heading it stands under: `people`, `trade` …
    pub group: String,
    /// `part` of a whole, `partner` that buys, `partner-group` of countries that buy; or empty.
    pub role: String,
    /// The topic that has the total, or `100 percent`; empty where the parts have no total.
    pub of: String,
    /// Ids of the clusters that it speaks of.
    pub crafts: Vec<String>,
    /// Craft families that it speaks of.
    pub families: Vec<String>,
}

impl Topic {
    /// The topic that this one is a part of.
    pub fn whole(&self) -> Option<&str> {
        let named = self.topic.split_once(':').map(|(whole, _)| whole);
        named.or_else(|| (self.role == "part" && !self.of.is_empty()).then_some(&self.of))
    }

    /// The title in a language, else in English.
    pub fn title(&self, language: &str) -> &str {
        let own = match language {
            "hi" => &self.title_hi,
            "ur" => &self.title_ur,
            _ => "",
        };
        if own.is_empty() { &self.title_en } else { own }
    }
}

/// A name that a programme has or had, and where it then stood.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SchemeName {
    /// The programme.
    pub scheme: String,
    /// The name.
    pub name: String,
    /// `official` names hold from one year to another, an `alias` whenever it is used.
    pub kind: String,
    /// Its umbrella in these years.
    pub parent: Option<String>,
    /// First year, as `2016-17`; empty for an alias.
    pub valid_from: String,
    /// Last year.
    pub valid_to: String,
    /// What is inferred.
    pub note: String,
    /// Who says so.
    pub source: String,
}

/// What one may need, as programmes help with it.
pub const NEEDS: &[&str] = &[
    "credit",
    "grant",
    "training",
    "tools",
    "markets",
    "design",
    "clusters",
    "pension",
    "education",
    "award",
    "gi",
    "card",
];
/// What a row of the table of programmes is.
pub const SCHEME_KINDS: &[&str] = &["programme", "card", "portal", "helpline", "law"];
/// Who a service is for, where not everybody: bodies of persons, and no single one.
pub const ORGANISATIONS: &str = "organisations";

/// A programme and what it gives.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Scheme {
    /// Id of the row.
    pub id: String,
    /// Full name.
    pub name: String,
    /// Short name.
    pub short_name: String,
    /// Umbrella scheme.
    pub parent: Option<String>,
    /// Who runs it.
    pub agency: String,
    /// Country code.
    pub country: RegionCode,
    /// The state or province whose programme it is; nothing where none is named.
    pub state: Option<RegionCode>,
    /// First year, as the source has it.
    pub start_year: String,
    /// Last year, as the source has it.
    pub end_year: String,
    /// What it gives.
    pub gives: String,
    /// One of [`SCHEME_KINDS`]; an editor's label.
    pub kind: String,
    /// Which of [`NEEDS`] it helps with, and the words of its name or of what it gives that say so; an editor's label.
    pub helps: BTreeMap<String, String>,
    /// Who says so.
    pub source: String,
}

/// What a centre, or every centre of a kind, does for whom.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Service {
    /// Id of the row.
    pub id: String,
    /// A centre's id, or `kind:…` for all centres of a kind.
    pub centre: String,
    /// What is done.
    pub service: String,
    /// The programme that its words name; an editor's label.
    pub scheme: Option<String>,
    /// [`ORGANISATIONS`] where only these can ask, else empty; an editor's label.
    pub asked_by: String,
    /// Who can ask; empty when not stated.
    pub who_can_ask: String,
    /// Papers to bring; empty when not stated.
    pub papers: String,
    /// What it costs; empty when not stated.
    pub fee: String,
    /// Days promised; empty when not stated, which is not "at once".
    pub days_promised: String,
    /// Whom to appeal to; empty when not stated.
    pub appeal: String,
    /// Date of the statement.
    pub as_of: String,
    /// Who says so.
    pub source: String,
}

/// A product that a state chose for a district.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DistrictProduct {
    /// Id of the row.
    pub id: String,
    /// The district.
    pub district: RegionCode,
    /// The source's name of the product.
    pub product: String,
    /// Craft family; an editor's label.
    pub family: String,
    /// Ids of the clusters that make it, the one that stands for them first; an editor's label.
    pub crafts: Vec<String>,
    /// Under which programme; of several, parted by commas.
    pub scheme: String,
    /// Date of the statement.
    pub as_of: String,
    /// Who says so.
    pub source: String,
}

/// A fact of a training office: centres by block, intake, stipends, sales.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TrainingFact {
    /// Id of the row.
    pub id: String,
    /// What the row states.
    pub kind: String,
    /// Region it speaks of.
    pub region: RegionCode,
    /// Centre that runs it.
    pub office: String,
    /// Block or constituency.
    pub area: String,
    /// Level of the course.
    pub course_level: String,
    /// Craft taught.
    pub craft: String,
    /// The figure as written, or empty.
    pub value: String,
    /// Its unit.
    pub unit: String,
    /// Period.
    pub period: String,
    /// Remark.
    pub note: String,
    /// Who says so.
    pub source: String,
}

/// A word of the trade that joins clusters making the same thing in several places.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CraftTerm {
    /// Id of the term.
    pub id: String,
    /// The word.
    pub name: String,
    /// The word in other languages, by BCP 47 tag.
    pub names: BTreeMap<String, String>,
    /// Craft family.
    pub family: String,
    /// Its clusters.
    pub clusters: Vec<String>,
    /// Remark.
    pub note: String,
}

/// All rows that are no layer.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Reference {
    /// Names in other scripts and spellings.
    pub names: Vec<Name>,
    /// Our texts in other languages.
    pub translations: Vec<Translation>,
    /// Who serves which region.
    pub jurisdictions: Vec<Jurisdiction>,
    /// Figures.
    pub statistics: Vec<Statistic>,
    /// What the figures are called.
    pub topics: Vec<Topic>,
    /// Programmes.
    pub schemes: Vec<Scheme>,
    /// What programmes are and were called.
    pub scheme_names: Vec<SchemeName>,
    /// What centres do.
    pub services: Vec<Service>,
    /// Products chosen for districts.
    pub district_products: Vec<DistrictProduct>,
    /// Facts of training offices.
    pub training: Vec<TrainingFact>,
    /// Words of the trade.
    pub craft_terms: Vec<CraftTerm>,
}
