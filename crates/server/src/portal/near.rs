//! Near me: where somebody is, the nearest centres, and the offices that serve the district.

use super::position::{written, written_query};
use super::search::{EXACT, Hit, PINS, PLACES, SOUNDS};
use super::serving::CENTRES;
use super::snapshot::REGIONS;
use super::{Error, Snapshot};
use karigar_index::{FeatureRef, Neighbour};
use karigar_ingest::TOLERANCE;
use karigar_model::fold::{fold, same_sound};
use karigar_model::position::Mistake;
use karigar_model::{Layer, Locate, ParameterError, Point, Precision, Query, Region, RegionCode, Role};

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
    /// The name of a town or village of which only the PIN code or the district is known: the middle of that.
    Around,
    /// A PIN code: the middle of its post offices.
    Pin,
    /// A PIN code of whose post offices only doubtful positions are known.
    DoubtfulPin,
    /// The name of a district: the middle of its box.
    Region,
    /// The name of a district without an outline: its largest town.
    LargestTown,
    /// A position that was typed.
    Written,
    /// A position.
    Position,
}

/// What somebody means who named a place.
#[derive(Clone, Debug)]
pub enum Meant {
    /// A town, a PIN code, a district.
    Here(Here),
    /// A country or a state, which is too large to be near to; one of its parts is to be chosen.
    Parts {
        /// Its name.
        name: String,
        /// Whether the parts are states, and not districts.
        states: bool,
        /// Its parts that lead somewhere, by name.
        parts: Vec<Choice>,
    },
}

/// A place to choose.
#[derive(Clone, Debug)]
pub struct Choice {
    /// Its name with its parents, or its name alone where these are known.
    pub label: String,
    /// Whether it is a district and not a town of that name.
    pub is_district: bool,
    /// Name and value of the parameter that leads to it.
    pub query: (&'static str, String),
}

/// What a typed place leads to.
#[derive(Clone, Debug)]
pub struct Named {
    /// What is meant most likely; nothing where all that is known is too unlike.
    pub meant: Option<Meant>,
    /// Whether it is called just as was typed.
    pub exact: bool,
    /// What else may be meant, best first.
    pub others: Vec<Choice>,
}

/// Names that are looked at for each reading of what was typed.
const LOOKED_AT: usize = 200;
/// So many names before commas may be unknown.
const MOST_UNKNOWN: usize = 4;
/// From this score on a name goes on as was typed, or one slip of the hand parts it from that.
const ONE_SLIP: f32 = 0.5;

/// What help is looked for: kinds of centre that are there for it, and what the services of any other may name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Help {
    /// Its name in the address.
    pub code: &'static str,
    /// Icon.
    pub icon: &'static str,
    /// Kinds of centre; none means all.
    pub kinds: &'static [&'static str],
    /// Words of the services, as the tables state them, by which a centre of another kind gives this help too.
    pub words: &'static [&'static str],
}

/// The choices of help.
pub const HELP: &[Help] = &[
    Help { code: "all", icon: "service-centre", kinds: &[], words: &[] },
    Help {
        code: "training",
        icon: "training-centre",
        kinds: &["training-centre", "institute", "design-centre"],
        words: &["training"],
    },
    Help {
        code: "raw-material",
        icon: "raw-material-bank",
        kinds: &["raw-material-bank"],
        words: &["raw material", "yarn store"],
    },
    Help { code: "testing", icon: "testing-lab", kinds: &["testing-lab"], words: &["testing"] },
    Help {
        code: "market",
        icon: "haat-market",
        kinds: &["haat-market", "emporium"],
        words: &["craft market"],
    },
];

impl Help {
    /// Whether a centre is of a kind that gives this help, or says so of its services.
    pub fn is_given_by(&self, layer: &Layer, centre: FeatureRef<'_>) -> bool {
        let text = |role| layer.role(role).and_then(|field| centre.text(field)).unwrap_or_default();
        let services = text(Role::Summary).to_lowercase();
        self.kinds.is_empty()
            || self.kinds.contains(&text(Role::Category))
            || self.words.iter().any(|word| services.contains(word))
    }
}

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

    /// What is meant by a text that is a position; nothing where it is something else. Of two readings neither is
    /// taken.
    ///
    /// # Errors
    /// Why a text that is meant as a position is none.
    pub fn here_written(&self, text: &str, language: &str) -> Option<Result<Named, Mistake>> {
        let points = match self.positions(text)? {
            Ok(points) => points,
            Err(mistake) => return Some(Err(mistake)),
        };
        let here = |point: &Point| Here {
            by: By::Written,
            query: ("q", written_query(*point)),
            ..self.here_at(*point, language)
        };
        let others = points.iter().map(here).collect::<Vec<Here>>();
        Some(Ok(match <[Here; 1]>::try_from(others) {
            Ok([here]) => Named { meant: Some(Meant::Here(here)), exact: true, others: Vec::new() },
            Err(readings) => {
                Named { meant: None, exact: false, others: readings.iter().map(reading).collect() }
            }
        }))
    }

    /// What is meant by `text`, with at most `limit` others: places that are called so, else places whose names
    /// sound so, else those that are most like it; of each the largest first. The name of a region may stand
    /// behind, and a PIN code anywhere. A place that nobody knows leads to what stands behind its comma.
    pub fn here_named(&self, text: &str, language: &str, limit: usize) -> Option<Named> {
        let behind = text.match_indices(',').map(|(comma, _)| &text[comma + 1..]).take(MOST_UNKNOWN);
        std::iter::once(text).chain(behind).enumerate().find_map(|(unknown, text)| {
            let named = self.called(text, language, limit)?;
            Some(Named { exact: named.exact && unknown == 0, ..named })
        })
    }

    /// A PIN code of India that is not in the list, and at most `limit` districts of those that begin with the same
    /// three digits, which stand for a sorting district.
    pub fn unknown_pin(&self, text: &str, language: &str, limit: usize) -> Option<(String, Vec<Choice>)> {
        let pin: String = fold(text).chars().filter(|letter| *letter != ' ').collect();
        let is_pin =
            pin.len() == 6 && pin.bytes().all(|digit| digit.is_ascii_digit()) && !pin.starts_with('0');
        if !is_pin || self.gazetteer.pin(&pin).is_some() {
            return None;
        }
        let districts = self.gazetteer.districts_of_pins(&pin[..3]).into_iter();
        let districts = districts.filter(|code| self.tree.get(code).is_some()).take(limit);
        let choice = |code: RegionCode| Choice {
            label: self.tree.label(&code, language),
            is_district: true,
            query: query(REGIONS, code.as_str()),
        };
        Some((pin, districts.map(choice).collect()))
    }

    fn called(&self, text: &str, language: &str, limit: usize) -> Option<Named> {
        let mut hits = self.named_so(text, language, LOOKED_AT);
        hits.retain(|hit| [PLACES, PINS, REGIONS].contains(&hit.layer.as_str()));
        let towns: Vec<Hit> = hits.iter().filter(|hit| hit.layer == PLACES).cloned().collect();
        for region in hits.iter_mut().filter(|hit| hit.layer == REGIONS) {
            step_behind(region, &towns);
        }
        let folded = fold(text);
        // The first letter is hardly ever mistyped.
        let begins_so = |hit: &Hit| hit.score >= SOUNDS || fold(&hit.matched).starts_with(initial(&folded));
        let states: Vec<String> =
            hits.iter().filter(|hit| self.has_word(hit, &folded)).map(|hit| hit.id.clone()).collect();
        let only_state = |hit: &Hit| states.len() == 1 && hit.layer == REGIONS && hit.id == states[0];
        let fit = |hit: &Hit| if only_state(hit) { WORD_OF_A_STATE } else { fit(hit) };
        let rank = |hit: &Hit| (fit(hit), begins_so(hit), hit.weight);
        hits.sort_by(|a, b| rank(b).cmp(&rank(a)).then_with(|| a.id.cmp(&b.id)));
        // In another script nothing is spelt the same: what sounds the same is called so.
        let called_so = if text.is_ascii() { EXACT } else { SOUNDS };
        let (first, meant) = hits
            .iter()
            .enumerate()
            .find_map(|(at, hit)| Some((at, self.meant(&hit.layer, &hit.id, language)?)))?;
        let best = &hits[first];
        let exact = best.score >= called_so || only_state(best);
        let likely = exact || begins_so(best) && best.score >= ONE_SLIP;
        let others = hits.iter().skip(first + usize::from(likely));
        let others = others.filter(|hit| !exact || hit.score >= SOUNDS);
        let others = others.take(limit).map(|hit| Choice {
            label: hit.label.clone(),
            is_district: hit
                .region
                .as_ref()
                .is_some_and(|code| hit.layer == REGIONS && !self.has_parts(code)),
            query: query(&hit.layer, &hit.id),
        });
        Some(Named { meant: likely.then_some(meant), exact, others: others.collect() })
    }

    /// Whether a country or state has this as a word of its name: Kashmir.
    fn has_word(&self, hit: &Hit, folded: &str) -> bool {
        let state = hit.layer == REGIONS && hit.region.as_ref().is_some_and(|code| self.has_parts(code));
        state && folded.len() > 3 && fold(&hit.matched).split(' ').any(|word| word == folded)
    }

    /// What an id that the search gives leads to: `places:1176734`, `regions:IN-UP-197`.
    pub fn meant_by_id(&self, id: &str, language: &str) -> Result<Meant, Error> {
        let meant = id.split_once(':').and_then(|(layer, own)| self.meant(layer, own, language));
        meant.ok_or_else(|| {
            let error = ParameterError::new("place", id, "is not a place of the gazetteer");
            error.allowed("an id that the search gives, such as places:1253405").into()
        })
    }

    fn meant(&self, layer: &str, id: &str, language: &str) -> Option<Meant> {
        let here = |label, point, region, by| {
            Meant::Here(Here { label, point, region, by, query: query(layer, id) })
        };
        match layer {
            PLACES => {
                let town = self.gazetteer.town_by_id(id)?;
                let by = if town.precision < Precision::Pin { By::Place } else { By::Around };
                Some(here(self.town_label(town, language), town.point, town.region.clone(), by))
            }
            PINS => {
                let pin = self.gazetteer.pin(id)?;
                let by = if pin.is_doubtful() { By::DoubtfulPin } else { By::Pin };
                Some(here(self.pin_label(pin, language), pin.point, self.region_of_pin(pin), by))
            }
            REGIONS => {
                let code = &self.region(id).ok()?.code;
                if self.has_parts(code) {
                    return self.parts(code, language);
                }
                let (point, by) = self.middle(code)?;
                Some(here(self.tree.label(code, language), point, Some(code.clone()), by))
            }
            _ => None,
        }
    }

    /// A country or state by its parts.
    fn parts(&self, code: &RegionCode, language: &str) -> Option<Meant> {
        let region = self.tree.get(code)?;
        let mut parts = self.tree.children(Some(code));
        parts.retain(|part| self.has_parts(&part.code) || self.middle(&part.code).is_some());
        parts.sort_by_cached_key(|part| fold(part.name_in(language)));
        let choice = |part: &&Region| Choice {
            label: part.name_in(language).to_owned(),
            is_district: false,
            query: query(REGIONS, part.code.as_str()),
        };
        Some(Meant::Parts {
            name: region.name_in(language).to_owned(),
            states: code.level() == 0,
            parts: parts.iter().map(choice).collect(),
        })
    }

    /// Where a district is: the middle of its box, or its largest town.
    fn middle(&self, code: &RegionCode) -> Option<(Point, By)> {
        let bbox = self.tree.get(code)?.bbox.map(|bbox| (bbox.middle(), By::Region));
        bbox.or_else(|| Some((self.gazetteer.largest_town(code)?.point, By::LargestTown)))
    }

    /// The `k` centres nearest to a place that give this help, in its own country: a closed frontier is no
    /// way to help.
    pub fn nearest_help(&self, here: &Here, help: Help, k: usize) -> Vec<Neighbour<'_>> {
        let Ok(centres) = self.layer(CENTRES) else { return Vec::new() };
        let country = here.region.as_ref().and_then(|code| code.at_level(0));
        let query = Query { within: country, ..Query::default() };
        let mut asked = k;
        loop {
            let near = centres.nearest(&query, here.point, asked, None);
            let is_all = near.len() < asked;
            let found: Vec<_> =
                near.into_iter().filter(|found| help.is_given_by(centres.layer(), found.feature)).collect();
            if is_all || found.len() >= k {
                return found.into_iter().take(k).collect();
            }
            asked *= 4;
        }
    }
}

/// A position as one of several to choose from.
fn reading(here: &Here) -> Choice {
    let position = written(here.point);
    let around = if here.label.is_empty() { String::new() } else { format!(", {}", here.label) };
    Choice { label: position + &around, is_district: false, query: here.query.clone() }
}

/// How an answer is asked for again.
fn query(layer: &str, id: &str) -> (&'static str, String) {
    if layer == PINS { ("q", id.to_owned()) } else { ("place", format!("{layer}:{id}")) }
}

/// As well as what sounds so.
const WORD_OF_A_STATE: u8 = 2;

fn initial(folded: &str) -> &str {
    folded.char_indices().nth(1).map_or(folded, |(end, _)| &folded[..end])
}

/// How well a name fits, in steps within which the larger place is more likely meant.
fn fit(hit: &Hit) -> u8 {
    [EXACT, SOUNDS, ONE_SLIP].into_iter().map(|least| u8::from(hit.score >= least)).sum()
}

/// Who types a town's name means the town, and not the middle of the district or state that is called after it:
/// such a region stands right behind its largest town of the name.
fn step_behind(region: &mut Hit, towns: &[Hit]) {
    let Some(code) = &region.region else { return };
    let named_so = towns.iter().filter(|town| {
        let inside = town.region.as_ref().is_some_and(|own| own.is_within(code));
        inside && fit(town) >= fit(region) && same_sound(&town.name, &region.name)
    });
    if let Some(weight) = named_so.map(|town| town.weight).max() {
        region.weight = region.weight.min(weight.saturating_sub(1));
    }
}
