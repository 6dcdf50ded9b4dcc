//! Near me: where somebody is, the nearest centres, and the offices that serve the district.

use super::search::{PINS, PLACES};
use super::serving::{CENTRES, Serving};
use super::snapshot::REGIONS;
use super::{Error, Snapshot};
use karigar_index::Neighbour;
use karigar_ingest::TOLERANCE;
use karigar_model::query::{Filter, Test};
use karigar_model::{Locate, ParameterError, Point, Query, RegionCode, Role};

/// A place that somebody named or whose position they gave.
#[derive(Clone, Debug)]
pub struct Here {
    /// What to call it.
    pub label: String,
    /// Where it is.
    pub point: Point,
    /// Its most exact region.
    pub region: Option<RegionCode>,
    /// How it was given.
    pub by: By,
    /// What to type to get it again: an address that can be shared.
    pub query: (&'static str, String),
}

/// How a place was given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum By {
    /// The name of a town or village.
    Place,
    /// A PIN code: the middle of its post offices.
    Pin,
    /// The name of a district: the middle of its box.
    Region,
    /// A position.
    Position,
}

/// What help is looked for, as a set of kinds of centre.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Help {
    /// Its name in the address.
    pub code: &'static str,
    /// Icon.
    pub icon: &'static str,
    /// Kinds of centre; none means all.
    pub kinds: &'static [&'static str],
}

/// The choices of help.
pub const HELP: &[Help] = &[
    Help { code: "all", icon: "service-centre", kinds: &[] },
    Help {
        code: "training",
        icon: "training-centre",
        kinds: &["training-centre", "institute", "design-centre"],
    },
    Help { code: "raw-material", icon: "raw-material-bank", kinds: &["raw-material-bank"] },
    Help { code: "testing", icon: "testing-lab", kinds: &["testing-lab"] },
    Help { code: "market", icon: "haat-market", kinds: &["haat-market", "emporium"] },
];

impl Snapshot {
    /// A position as a place: its region gives the name.
    pub fn here_at(&self, point: Point, language: &str) -> Here {
        let region = self.locator.locate(point, None, TOLERANCE);
        let label = region.as_ref().map_or_else(String::new, |code| self.tree.label(code, language));
        Here {
            label,
            point,
            region,
            by: By::Position,
            query: ("point", format!("{},{}", point.lon, point.lat)),
        }
    }

    /// Places called `text`, best first: a PIN code, "longitude,latitude" is not guessed at; towns,
    /// villages and districts.
    pub fn here_named(&self, text: &str, language: &str, limit: usize) -> Vec<Here> {
        let hits = self.search(text, None, language, limit * 8);
        let places = hits.into_iter().filter_map(|hit| {
            let by = match hit.layer.as_str() {
                PLACES => By::Place,
                PINS => By::Pin,
                REGIONS if hit.region.as_ref().is_some_and(|code| code.level() == 2) => By::Region,
                _ => return None,
            };
            let query = match by {
                By::Pin => ("q", hit.id.clone()),
                _ => ("place", format!("{}:{}", hit.layer, hit.id)),
            };
            Some(Here { label: hit.label, point: hit.point?, region: hit.region, by, query })
        });
        let mut places: Vec<Here> = places.take(limit).collect();
        // Who types a town's name means the town, and not the middle of the district called after it.
        let named = places.first().map(|first| first.label.split(", ").next().unwrap_or_default().to_owned());
        places.sort_by_key(|place| {
            let same = place.label.split(", ").next() == named.as_deref();
            (!same, place.by == By::Region)
        });
        places
    }

    /// The place with an id that [`Here::query`] gave out: `places:1176734`, `regions:IN-UP-197`.
    pub fn here_by_id(&self, id: &str, language: &str) -> Result<Here, Error> {
        let unknown = || {
            let error = ParameterError::new("place", id, "is not a place of the gazetteer");
            Error::from(error.allowed("an id that the search gives, such as places:1253405"))
        };
        let (layer, own) = id.split_once(':').ok_or_else(unknown)?;
        match layer {
            PLACES => {
                let place = self.gazetteer.place_by_id(own).ok_or_else(unknown)?;
                let region = self.gazetteer.region_of(place).cloned();
                let query = ("place", id.to_owned());
                Ok(Here {
                    label: self.place_label(place, language),
                    point: place.point,
                    region,
                    by: By::Place,
                    query,
                })
            }
            REGIONS => {
                let code = self.region(own)?;
                let bbox = self.tree.get(&code).and_then(|region| region.bbox).ok_or_else(unknown)?;
                let point = bbox.middle();
                let label = self.tree.label(&code, language);
                Ok(Here { label, point, region: Some(code), by: By::Region, query: ("place", id.to_owned()) })
            }
            _ => Err(unknown()),
        }
    }

    /// The `k` centres nearest to a place that give this help, in its own country: a closed frontier is no
    /// way to help.
    pub fn nearest_help(&self, here: &Here, help: Help, k: usize) -> Vec<Neighbour<'_>> {
        let Ok(centres) = self.layer(CENTRES) else { return Vec::new() };
        let country = here.region.as_ref().and_then(|code| code.at_level(0));
        let mut query = Query { within: country, ..Query::default() };
        if !help.kinds.is_empty()
            && let Some(field) = centres.layer().role(Role::Category)
        {
            let kinds = help.kinds.iter().map(|kind| (*kind).to_owned()).collect();
            query.filters.push(Filter { field, test: Test::AnyOf(kinds) });
        }
        centres.nearest(&query, here.point, k, None)
    }

    /// Who serves the district of a place.
    pub fn serving_here(&self, here: &Here) -> Option<Serving<'_>> {
        here.region.as_ref().map(|code| self.serving(code, Some(here.point)))
    }
}
