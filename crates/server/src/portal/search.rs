//! One box for everything: crafts, places, centres, products, organisations, regions, PIN codes.

use super::serving::position;
use super::{Snapshot, Target};
use karigar_index::geodesic_distance;
use karigar_ingest::{Pin, Place, TOLERANCE};
use karigar_model::{Locate, Point, RegionCode, Role, View};

/// An answer to a search.
#[derive(Clone, Debug)]
pub struct Hit {
    /// Layer of the record, or `regions`, `places`, `pins`.
    pub layer: String,
    /// Id in that layer.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its name with its parents.
    pub label: String,
    /// The name or alias that matched.
    pub matched: String,
    /// Where it is, if that is known.
    pub point: Option<Point>,
    /// Its most exact region.
    pub region: Option<RegionCode>,
    /// The value of its category, which draws its icon.
    pub category: Option<String>,
    score: f32,
    weight: u64,
}

/// Name of the answers that are towns and villages.
pub const PLACES: &str = "places";
/// Name of the answers that are PIN codes.
pub const PINS: &str = "pins";

/// From this score on a name fits as it was typed, or sounds like it.
const LIKE: f32 = 0.6;

/// A place's name in a language, else its usual name.
pub fn name_of<'a>(place: &'a Place, language: &str) -> &'a str {
    place.names.get(language).unwrap_or(&place.name)
}

impl Snapshot {
    /// The best answers to `text`, nearest to `point` first among equals.
    pub fn search(&self, text: &str, point: Option<Point>, language: &str, limit: usize) -> Vec<Hit> {
        let mut hits: Vec<Hit> = self.pin_hit(text, language).into_iter().collect();
        // More than asked for: names are ranked before kinds and distances are known.
        let found = self.gazetteer.find(text, limit * 4 + 20);
        hits.extend(found.iter().filter_map(|found| self.hit(found, language)));
        hits.sort_by(|a, b| {
            let far = |hit: &Hit| match (point, hit.point) {
                (Some(here), Some(there)) => geodesic_distance(here, there),
                _ => f64::INFINITY,
            };
            b.score
                .total_cmp(&a.score)
                .then_with(|| self.kind_rank(&a.layer).cmp(&self.kind_rank(&b.layer)))
                .then_with(|| far(a).total_cmp(&far(b)))
                .then_with(|| b.weight.cmp(&a.weight))
                .then_with(|| a.id.cmp(&b.id))
        });
        // Slips of the hand are only guessed at when nothing fits without.
        if hits.first().is_some_and(|best| best.score >= LIKE) {
            hits.retain(|hit| hit.score >= LIKE);
        }
        hits.truncate(limit);
        hits
    }

    fn kind_rank(&self, layer: &str) -> usize {
        match layer {
            PINS => 0,
            super::snapshot::REGIONS => 1,
            PLACES => 2,
            _ => 3 + self.layers.iter().position(|known| known.layer().id == layer).unwrap_or(usize::MAX - 3),
        }
    }

    fn pin_hit(&self, text: &str, language: &str) -> Option<Hit> {
        let pin = self.gazetteer.pin(text)?;
        let region = self.region_of_pin(pin);
        let parents =
            region.as_ref().map_or_else(String::new, |code| format!(", {}", self.tree.label(code, language)));
        Some(Hit {
            layer: PINS.into(),
            id: pin.pincode.clone(),
            name: pin.pincode.clone(),
            label: format!("{}{parents}", pin.pincode),
            matched: pin.pincode.clone(),
            point: Some(pin.point),
            region,
            category: None,
            score: 2.0,
            weight: 0,
        })
    }

    /// A PIN code's district. The table has it in the official Indian view; in another view, where that
    /// district may be another country's, the position decides.
    fn region_of_pin(&self, pin: &Pin) -> Option<RegionCode> {
        let stated =
            pin.district.clone().filter(|code| self.view == View::India && self.tree.get(code).is_some());
        stated.or_else(|| self.locator.locate(pin.point, None, TOLERANCE))
    }

    fn hit(&self, found: &super::gazetteer::Found<'_>, language: &str) -> Option<Hit> {
        let hit = match found.target {
            Target::Record { layer, id } => self.record_hit(*layer, id)?,
            Target::Region(code) => {
                let region = self.tree.get(code)?;
                Hit {
                    layer: super::snapshot::REGIONS.into(),
                    id: code.to_string(),
                    name: region.name_in(language).to_owned(),
                    label: self.tree.label(code, language),
                    matched: String::new(),
                    point: region.bbox.map(|b| b.middle()),
                    region: Some(code.clone()),
                    category: None,
                    score: 0.0,
                    weight: u64::from(2 - code.level().min(2)),
                }
            }
            Target::Place(position) => self.place_hit(*position, language),
        };
        Some(Hit { matched: found.matched.to_owned(), score: found.score, ..hit })
    }

    fn place_hit(&self, position: usize, language: &str) -> Hit {
        let place = self.gazetteer.place(position);
        let region = self.gazetteer.region_of(place).cloned();
        let name = name_of(place, language).to_owned();
        Hit {
            layer: PLACES.into(),
            id: place.id.clone(),
            label: self.place_label(place, language),
            name,
            matched: String::new(),
            point: Some(place.point),
            region,
            category: None,
            score: 0.0,
            weight: place.population,
        }
    }

    /// A town with its parents: "Hala, Matiari, Sindh, Pakistan". A district of the same name is not said twice.
    pub fn place_label(&self, place: &Place, language: &str) -> String {
        let name = name_of(place, language);
        let region =
            self.gazetteer.region_of(place).map(|code| self.tree.label(code, language)).unwrap_or_default();
        let around = region.strip_prefix(name).and_then(|rest| rest.strip_prefix(", ")).unwrap_or(&region);
        if around.is_empty() { name.to_owned() } else { format!("{name}, {around}") }
    }

    fn record_hit(&self, layer: usize, id: &str) -> Option<Hit> {
        let snapshot = &self.layers[layer];
        let feature = snapshot.get(id)?;
        let described = snapshot.layer();
        let text = |role| described.role(role).and_then(|field| feature.text(field)).map(str::to_owned);
        let name = text(Role::Name).unwrap_or_else(|| id.to_owned());
        let label = text(Role::RegionName).map_or_else(|| name.clone(), |region| format!("{name}, {region}"));
        Some(Hit {
            layer: described.id.clone(),
            id: id.to_owned(),
            label,
            name,
            matched: String::new(),
            point: position(feature),
            region: feature.region().cloned(),
            category: text(Role::Category),
            score: 0.0,
            weight: 0,
        })
    }
}
