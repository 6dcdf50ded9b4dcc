//! Which office serves which region, for what, and how well that is known.

use crate::RegionCode;
use serde::{Deserialize, Serialize};

/// How well a claim of jurisdiction is known, best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Grade {
    /// A source says that this office has this region.
    Stated,
    /// A source says that these offices share the region, not which has which district.
    Shared,
    /// A report saw it at work for artisans of the region.
    Seen,
    /// It sits in the region; that it serves it is our inference.
    Seat,
    /// Its remit is the whole state or country.
    Remit,
}

/// What an office serves its region for. The order is the order of headings on pages.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Remit {
    /// The central handicrafts service.
    Handicraft,
    /// The central and state handloom services.
    Handloom,
    /// State and regional handicraft bodies.
    State,
    /// Industries centres and small-industries bodies.
    Industries,
    /// Training.
    Training,
    /// Yarn and raw material.
    RawMaterial,
    /// Design.
    Design,
    /// Marketing and export.
    Marketing,
    /// Khadi and village industries.
    Khadi,
    /// Administration that serves other offices.
    Administration,
}

impl Remit {
    /// The code in answers and messages.
    pub fn code(self) -> &'static str {
        match self {
            Self::Handicraft => "handicraft",
            Self::Handloom => "handloom",
            Self::State => "state",
            Self::Industries => "industries",
            Self::Training => "training",
            Self::RawMaterial => "raw-material",
            Self::Design => "design",
            Self::Marketing => "marketing",
            Self::Khadi => "khadi",
            Self::Administration => "administration",
        }
    }
}

impl Grade {
    /// The code in answers and messages.
    pub fn code(self) -> &'static str {
        match self {
            Self::Stated => "stated",
            Self::Shared => "shared",
            Self::Seen => "seen",
            Self::Seat => "seat",
            Self::Remit => "remit",
        }
    }
}

/// Values of the column `service` of the table of jurisdictions, with what they mean.
pub const SERVICES: &[(&str, Remit, Grade)] = &[
    ("handicraft-service", Remit::Handicraft, Grade::Stated),
    ("handicraft-service-shared", Remit::Handicraft, Grade::Shared),
    ("handicraft-service-seen", Remit::Handicraft, Grade::Seen),
    ("handicraft-service-seat", Remit::Handicraft, Grade::Seat),
    ("handloom-service", Remit::Handloom, Grade::Stated),
    ("handloom-service-seen", Remit::Handloom, Grade::Seen),
    ("handloom-zone", Remit::Administration, Grade::Stated),
    ("handloom-administration", Remit::Administration, Grade::Remit),
    ("handicraft-administration", Remit::Administration, Grade::Remit),
    ("regional-administration", Remit::Administration, Grade::Seen),
    ("state-handicraft", Remit::State, Grade::Remit),
    ("state-handloom", Remit::Handloom, Grade::Remit),
    ("state-culture", Remit::State, Grade::Remit),
    ("regional-handicraft", Remit::State, Grade::Remit),
    ("district-industries", Remit::Industries, Grade::Stated),
    ("small-industries", Remit::Industries, Grade::Remit),
    ("training", Remit::Training, Grade::Remit),
    ("raw-material", Remit::RawMaterial, Grade::Remit),
    ("design", Remit::Design, Grade::Remit),
    ("marketing", Remit::Marketing, Grade::Remit),
    ("export", Remit::Marketing, Grade::Remit),
    ("khadi", Remit::Khadi, Grade::Remit),
];

/// One claim that a centre serves a region.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Jurisdiction {
    /// Id in the layer `centres`.
    pub centre: String,
    /// The region in the official Indian view. A body of another administration than that of the region's
    /// state has one claim for each district of its own.
    pub india: RegionCode,
    /// The region in the de-facto view, where it exists there; said once by the claims of one body.
    pub neutral: Option<RegionCode>,
    /// For what.
    pub remit: Remit,
    /// How well known.
    pub grade: Grade,
    /// Date of the statement, ISO 8601 as exact as known; empty when the page has none.
    pub as_of: String,
    /// Who says so.
    pub source: String,
}
