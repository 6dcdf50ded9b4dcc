//! One box for everything: crafts, places, centres, products, organisations, regions, PIN codes.

use super::gazetteer::Found;
use super::serving::position;
use super::towns::Town;
use super::{Snapshot, Target};
use karigar_index::{LayerSnapshot, geodesic_distance};
use karigar_ingest::{Pin, TOLERANCE};
use karigar_model::fold::{fold, readings, same_sound};
use karigar_model::position::Mistake;
use karigar_model::{Locate, Point, Query, RegionCode, Role, View};
use std::collections::BTreeMap;

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
    /// How well its name fits; [`EXACT`] and above as it was typed.
    pub(super) score: f32,
    /// What is more likely meant among places whose names fit as well: inhabitants, or as many as would count.
    pub(super) weight: u64,
}

/// Name of the answers that are towns and villages.
pub const PLACES: &str = "places";
/// Name of the answers that are PIN codes.
pub const PINS: &str = "pins";

/// The score of a name that is the one typed.
pub(super) const EXACT: f32 = 1.0;
/// What the very letters add to that.
const LETTER_FOR_LETTER: f32 = 0.001;
/// From this score on a name sounds like what was typed.
pub(super) const SOUNDS: f32 = 0.95;
/// From this score on a name fits as it was typed, or sounds like it.
const LIKE: f32 = 0.6;
/// Countries, states and districts count like towns of so many inhabitants.
const REGION_WEIGHTS: [u64; 3] = [10_000_000, 1_000_000, 50_000];
/// A town whose inhabitants are not known counts like one with so many.
const UNCOUNTED_TOWN: u64 = 10_000;
/// What is found by another than its own name counts so many times less.
const ALIAS: u64 = 10;

/// A score as far as it matters: among names that fit in the same way no share of letters decides, but what is likelier
/// meant.
fn step(score: f32) -> f32 {
    if score < SOUNDS { (score * 10.0).floor() / 10.0 } else { score }
}

/// Scores of records that have all words, or some of them: the least, and what a full share adds.
const ALL_WORDS: (f32, f32) = (0.6, 0.09);
const ALL_WITH_SLIPS: (f32, f32) = (0.4, 0.09);
const SOME_WORDS: (f32, f32) = (0.2, 0.19);
/// From this share on all words stand in the record as they were typed.
const SURE: f32 = 0.75;
/// Of more words no record has all.
const MOST_WORDS: usize = 12;

/// The first `limit` hits, of which names that are only begun take at most half for one kind as long as others wait:
/// towns would crowd out the crafts that are called after them.
fn shared_out(hits: Vec<Hit>, limit: usize) -> Vec<Hit> {
    let mut taken: BTreeMap<String, usize> = BTreeMap::new();
    let (mut first, waiting): (Vec<Hit>, Vec<Hit>) = hits.into_iter().partition(|hit| {
        let count = taken.entry(hit.layer.clone()).or_default();
        *count += 1;
        hit.score >= SOUNDS || *count <= limit.div_ceil(2)
    });
    first.extend(waiting);
    first.truncate(limit);
    first
}

/// So many times more hits are looked at than are told, where others come first than in a search.
const LOOKED_AT: usize = 4;

/// The longest label of a region has fewer words than this.
const PARENT_WORDS: usize = 16;

impl Snapshot {
    /// The best answers to `text`, nearest to `point` first among equals; to a position that, and its region.
    ///
    /// # Errors
    /// Why a text that is meant as a position is none.
    pub fn search(
        &self,
        text: &str,
        point: Option<Point>,
        language: &str,
        limit: usize,
    ) -> Result<Vec<Hit>, Mistake> {
        match self.positions(text) {
            Some(points) => {
                let mut hits = self.position_hits(&points?, text, language);
                hits.truncate(limit);
                Ok(hits)
            }
            None => Ok(self.search_names(text, point, language, limit)),
        }
    }

    /// What words may have meant that found nothing in a layer: what lies in the scope first, then records of the layer
    /// and regions that hold some, then others; of each those whose names fit best.
    pub fn meant_instead(
        &self,
        text: &str,
        language: &str,
        layer: &LayerSnapshot,
        scope: Option<&RegionCode>,
        limit: usize,
    ) -> Vec<Hit> {
        let mut hits = self.search(text, None, language, limit * LOOKED_AT).unwrap_or_default();
        let held = |hit: &Hit| {
            let within = Query { within: hit.region.clone(), ..Query::default() };
            hit.layer == layer.layer().id || hit.layer == super::snapshot::REGIONS && layer.count(&within) > 0
        };
        hits.sort_by_cached_key(|hit| {
            let outside = scope.filter(|code| !hit.region.as_ref().is_some_and(|own| own.is_within(code)));
            // Who slips in the name of a state means that, and not what lies in it.
            let region = if hit.layer == super::snapshot::REGIONS { 2 } else { 0 };
            (outside.is_some(), !held(hit), -(step(hit.score) * 10.0) as i32 - region)
        });
        hits.truncate(limit);
        hits
    }

    fn search_names(&self, text: &str, point: Option<Point>, language: &str, limit: usize) -> Vec<Hit> {
        // More than asked for: names are ranked before kinds and distances are known.
        let mut hits = self.named_so(text, language, limit * 4 + 20);
        self.add_mentioned(&mut hits, text, language, limit);
        for hit in hits.iter_mut().filter(|hit| hit.score >= EXACT && self.has_letter_for_letter(hit, text)) {
            hit.score += LETTER_FOR_LETTER;
        }
        hits.sort_by(|a, b| {
            let far = |hit: &Hit| match (point, hit.point) {
                (Some(here), Some(there)) => geodesic_distance(here, there),
                _ => f64::INFINITY,
            };
            step(b.score)
                .total_cmp(&step(a.score))
                .then_with(|| self.kind_rank(&a.layer).cmp(&self.kind_rank(&b.layer)))
                .then_with(|| far(a).total_cmp(&far(b)))
                .then_with(|| b.weight.cmp(&a.weight))
                .then_with(|| b.score.total_cmp(&a.score))
                .then_with(|| a.id.cmp(&b.id))
        });
        // Slips of the hand are not guessed at where something is called just so. Elsewhere a quarter of the
        // answers are kept for them, or a common beginning would crowd out what was meant.
        let mut slips = hits.split_off(hits.partition_point(|hit| hit.score >= LIKE));
        if hits.first().is_some_and(|best| best.score >= EXACT) {
            slips.clear();
        }
        let mut best = shared_out(hits, limit - slips.len().min(limit / 4));
        best.extend(slips);
        best.truncate(limit);
        best
    }

    /// Everything whose name is like `text`, in no order: a PIN code anywhere in it, a name, or a name before
    /// the names of regions that it lies in. Each reading gives at most `limit`.
    pub(super) fn named_so(&self, text: &str, language: &str, limit: usize) -> Vec<Hit> {
        let mut hits: Vec<Hit> =
            readings(text).iter().flat_map(|folded| self.named_as_folded(folded, language, limit)).collect();
        hits.sort_by(|a, b| (&a.layer, &a.id).cmp(&(&b.layer, &b.id)).then(b.score.total_cmp(&a.score)));
        hits.dedup_by(|a, b| (&a.layer, &a.id) == (&b.layer, &b.id));
        hits
    }

    /// The same for one reading of the text, where what is found may come several times.
    fn named_as_folded(&self, folded: &str, language: &str, limit: usize) -> Vec<Hit> {
        let mut words: Vec<&str> = folded.split(' ').filter(|word| !word.is_empty()).collect();
        let mut hits = Vec::new();
        if let Some((pin, others)) = self.gazetteer.pin_among(&words) {
            hits.push(self.pin_hit(pin, language));
            words = others;
        }
        for split in (words.len().saturating_sub(PARENT_WORDS).max(1)..=words.len()).rev() {
            let Some(parents) = self.gazetteer.regions_named(&words[split..]) else { continue };
            let inside = |hit: &Hit| {
                let within = |code: &RegionCode| hit.region.as_ref().is_some_and(|own| own.is_within(code));
                parents.iter().all(|named| named.iter().any(within))
            };
            let found = self.gazetteer.find(&words[..split].join(" "), limit);
            hits.extend(found.iter().filter_map(|found| self.hit(found, language)).filter(inside));
        }
        hits
    }

    /// Whether a record has this very name in another script: other scripts may sound the same.
    fn has_letter_for_letter(&self, hit: &Hit, text: &str) -> bool {
        let feature = || self.layer(&hit.layer).ok()?.get(&hit.id);
        !text.is_ascii() && feature().is_some_and(|feature| feature.aliases().any(|name| name == text.trim()))
    }

    /// Adds the records that several words lead to together; those that lack some of the words only where nothing
    /// else is found.
    fn add_mentioned(&self, hits: &mut Vec<Hit>, text: &str, language: &str, limit: usize) {
        let called = hits.iter().map(|hit| hit.score).fold(0.0, f32::max);
        let folded = fold(text);
        let words: Vec<&str> = folded.split(' ').filter(|word| !word.is_empty()).collect();
        if words.len() < 2 && called >= LIKE || words.len() > MOST_WORDS {
            return;
        }
        let found = self.gazetteer.mentioned(&words, limit);
        for found in found.iter().filter(|found| found.all || called < LIKE) {
            let (least, by_share) = match words.len() {
                2.. if found.all && found.share >= SURE => ALL_WORDS,
                2.. if found.all => ALL_WITH_SLIPS,
                _ => SOME_WORDS,
            };
            let score = least + by_share * found.share;
            let Some((_, mut hit)) = self.named_hit(found.target, language) else { continue };
            if let Some(known) = hits.iter_mut().find(|known| known.layer == hit.layer && known.id == hit.id)
            {
                known.score = known.score.max(score);
                known.weight = known.weight.max(hit.weight);
            } else {
                hit.score = score;
                hit.matched.clone_from(&hit.name);
                hits.push(hit);
            }
        }
    }

    fn kind_rank(&self, layer: &str) -> usize {
        match layer {
            PINS => 0,
            super::snapshot::REGIONS => 1,
            PLACES => 2,
            _ => 3 + self.layers.iter().position(|known| known.layer().id == layer).unwrap_or(usize::MAX - 3),
        }
    }

    fn pin_hit(&self, pin: &Pin, language: &str) -> Hit {
        Hit {
            layer: PINS.into(),
            id: pin.pincode.clone(),
            name: pin.pincode.clone(),
            label: self.pin_label(pin, language),
            matched: pin.pincode.clone(),
            point: Some(pin.point),
            region: self.region_of_pin(pin),
            category: None,
            score: 2.0 * EXACT,
            weight: u64::MAX,
        }
    }

    /// A PIN code with its district and its parents.
    pub fn pin_label(&self, pin: &Pin, language: &str) -> String {
        let region = self.region_of_pin(pin).map(|code| self.tree.label(&code, language));
        region.map_or_else(|| pin.pincode.clone(), |region| format!("{}, {region}", pin.pincode))
    }

    /// A PIN code's district. The table has it in the official Indian view; in another view, where that
    /// district may be another country's, the position decides.
    pub fn region_of_pin(&self, pin: &Pin) -> Option<RegionCode> {
        let stated =
            pin.district.clone().filter(|code| self.view == View::India && self.tree.get(code).is_some());
        stated.or_else(|| self.locator.locate(pin.point, None, TOLERANCE))
    }

    /// What a name stands for, and its own name.
    fn named_hit<'a>(&'a self, target: &'a Target, language: &str) -> Option<(&'a str, Hit)> {
        Some(match target {
            Target::Record { layer, id } => self.record_hit(*layer, id, language)?,
            Target::Region(code) => self.region_hit(code, language)?,
            Target::Town(position) => self.town_hit(self.gazetteer.town(*position), language),
        })
    }

    fn hit(&self, found: &Found<'_>, language: &str) -> Option<Hit> {
        let (own, hit) = self.named_hit(found.target, language)?;
        let weight = if fold(found.matched) == fold(own) { hit.weight } else { hit.weight / ALIAS };
        Some(Hit { matched: found.matched.to_owned(), score: found.score, weight, ..hit })
    }

    /// A region, and its own name.
    pub(super) fn region_hit(&self, code: &RegionCode, language: &str) -> Option<(&str, Hit)> {
        let region = self.tree.get(code)?;
        // A state without districts is as small as one.
        let size = if self.has_parts(code) { usize::from(code.level()) } else { 2 };
        let hit = Hit {
            layer: super::snapshot::REGIONS.into(),
            id: code.to_string(),
            name: region.name_in(language).to_owned(),
            label: self.tree.label(code, language),
            matched: String::new(),
            point: region.bbox.map(|b| b.middle()),
            region: Some(code.clone()),
            category: None,
            score: 0.0,
            weight: REGION_WEIGHTS[size],
        };
        Some((&region.name, hit))
    }

    /// Whether regions lie in this one.
    pub fn has_parts(&self, code: &RegionCode) -> bool {
        self.tree.span(code).is_some_and(|span| span.len() > 1)
    }

    /// A town, and its own name.
    fn town_hit<'a>(&'a self, town: &'a Town, language: &str) -> (&'a str, Hit) {
        let hit = Hit {
            layer: PLACES.into(),
            id: town.id.clone(),
            label: self.town_label(town, language),
            name: self.town_name(town, language).to_owned(),
            matched: String::new(),
            point: Some(town.point),
            region: town.region.clone(),
            category: None,
            score: 0.0,
            weight: if town.population == 0 { UNCOUNTED_TOWN } else { town.population },
        };
        (&town.name, hit)
    }

    /// A town's name in a language, else its usual one; as the district spells it that is called after it.
    fn town_name<'a>(&'a self, town: &'a Town, language: &str) -> &'a str {
        let own = town.names.get(language).unwrap_or(&town.name);
        let region = town.region.as_ref().and_then(|code| self.tree.get(code));
        region.map(|region| region.name_in(language)).filter(|name| same_sound(name, own)).unwrap_or(own)
    }

    /// A town with its parents: "Hala, Matiari, Sindh, Pakistan". A district of the same name is not said twice.
    pub fn town_label(&self, town: &Town, language: &str) -> String {
        let name = self.town_name(town, language);
        let Some(code) = &town.region else { return name.to_owned() };
        let around = self.tree.label(code, language);
        let same = self.tree.get(code).is_some_and(|region| region.name_in(language) == name);
        if same { around } else { format!("{name}, {around}") }
    }

    /// A record, and its own name.
    fn record_hit(&self, layer: usize, id: &str, language: &str) -> Option<(&str, Hit)> {
        let snapshot = &self.layers[layer];
        let feature = snapshot.get(id)?;
        let described = snapshot.layer();
        let text = |role| described.role(role).and_then(|field| feature.text(field));
        let own = text(Role::Name).unwrap_or(feature.id());
        let name_field = described.role(Role::Name).map_or("", |field| &described.fields[field].id);
        let name = self.translation(&described.id, id, name_field, language).map_or(own, |name| &name.text);
        let around = feature.region().map(|code| self.tree.label(code, language));
        let hit = Hit {
            layer: described.id.clone(),
            id: id.to_owned(),
            label: around.map_or_else(|| name.to_owned(), |around| format!("{name}, {around}")),
            name: name.to_owned(),
            matched: String::new(),
            point: position(feature),
            region: feature.region().cloned(),
            category: text(Role::Category).map(str::to_owned),
            score: 0.0,
            weight: ALIAS,
        };
        Some((own, hit))
    }
}
