//! Names of everything that has one: records, regions, towns, PIN codes.

use super::described::{Places, described};
use super::same_words::SameWords;
use super::towns::{Town, Towns};
use karigar_index::{LayerSnapshot, Mentions, NameIndex};
use karigar_ingest::{Geography, Pin};
use karigar_model::fold::{fold, key};
use karigar_model::reference::Translation;
use karigar_model::{Region, RegionCode, RegionTree, Role};
use std::collections::{HashMap, HashSet};
use std::sync::Arc;

/// What a name stands for.
#[derive(Clone, Debug, PartialEq)]
pub enum Target {
    /// A record: position of its layer, and its id.
    Record {
        /// Position in [`super::Snapshot::layers`].
        layer: usize,
        /// The record's id.
        id: Arc<str>,
    },
    /// A region of the view.
    Region(RegionCode),
    /// A town or village: position in the gazetteer's towns.
    Town(usize),
}

/// Names, towns and PIN codes.
pub struct Gazetteer {
    names: NameIndex,
    /// Records by all words that name and describe them.
    mentions: Mentions,
    same_words: SameWords,
    targets: Vec<Target>,
    towns: Vec<Town>,
    by_id: HashMap<String, usize>,
    /// The largest town of each region.
    largest: HashMap<RegionCode, usize>,
    /// Regions by the sound of their names.
    regions: HashMap<String, Vec<RegionCode>>,
    pins: HashMap<String, Pin>,
    shared: HashSet<String>,
    /// Towns with names in other languages, by name and state.
    local: HashMap<(String, RegionCode), usize>,
}

/// A name that was found.
pub struct Found<'a> {
    /// What it stands for.
    pub target: &'a Target,
    /// The name or alias that matched.
    pub matched: &'a str,
    /// How well, 0 to 1.
    pub score: f32,
}

/// A record that words lead to which stand in different texts of it.
pub struct Mentioned<'a> {
    /// The record.
    pub target: &'a Target,
    /// Whether it has each word.
    pub all: bool,
    /// Which part it has of what was typed, 0 to 1.
    pub share: f32,
}

impl Gazetteer {
    /// Gathers the names. Persons are left out: a search for names must not find people.
    pub fn build(
        layers: &[Arc<LayerSnapshot>],
        tree: &RegionTree,
        geography: &Geography,
        translations: &[Translation],
    ) -> Self {
        let places = Places::new(translations);
        let Towns { all: towns, spellings, .. } = Towns::gather(layers, tree, geography, &places);
        let mut targets = Vec::new();
        let mut names: Vec<(u32, String)> = Vec::new();
        let mut words: Vec<(u32, String, bool)> = Vec::new();
        let mut add = |target: Target, spellings: Vec<String>| {
            let owner = targets.len() as u32;
            targets.push(target);
            names.extend(spellings.into_iter().map(|name| (owner, name)));
            owner
        };
        for (position, snapshot) in layers.iter().enumerate() {
            let layer = snapshot.layer();
            if layer.persons || layer.id == super::snapshot::REGIONS {
                continue;
            }
            let name_field = layer.role(Role::Name);
            for feature in snapshot.all(&karigar_model::Query::default()) {
                let own = name_field.and_then(|field| feature.text(field));
                let spellings: Vec<String> =
                    own.into_iter().chain(feature.aliases()).map(str::to_owned).collect();
                let named = spellings.clone();
                let owner = add(Target::Record { layer: position, id: feature.id().into() }, spellings);
                words.extend(named.into_iter().map(|name| (owner, name, true)));
                let around = described(layer, feature, tree)
                    .chain(places.of(&layer.id, feature.id()).map(|place| place.text.clone()));
                words.extend(around.map(|text| (owner, text, false)));
            }
        }
        let mut regions: HashMap<String, Vec<RegionCode>> = HashMap::new();
        for region in tree.regions() {
            for name in names_of(region) {
                regions.entry(key(&fold(name))).or_default().push(region.code.clone());
            }
            add(Target::Region(region.code.clone()), names_of(region).map(str::to_owned).collect());
        }
        for (position, spellings) in spellings.into_iter().enumerate() {
            add(Target::Town(position), spellings);
        }
        Self {
            names: NameIndex::build(names.iter().map(|(owner, name)| (*owner, name.as_str()))),
            mentions: Mentions::build(words.iter().map(|(owner, text, name)| (*owner, text.as_str(), *name))),
            same_words: SameWords::new(),
            targets,
            local: local(&towns),
            by_id: towns.iter().enumerate().map(|(at, town)| (town.id.clone(), at)).collect(),
            largest: largest(&towns),
            towns,
            regions,
            pins: geography.pins.iter().map(|pin| (pin.pincode.clone(), pin.clone())).collect(),
            shared: shared_names(tree),
        }
    }

    /// Whether states of two countries have this name.
    pub fn is_shared(&self, name: &str) -> bool {
        self.shared.contains(name)
    }

    /// The name in `language` of the town `name` in the state of `region`.
    pub fn local_name(&self, name: &str, region: &RegionCode, language: &str) -> Option<&str> {
        let town = self.local.get(&(name.to_owned(), region.at_level(1)?))?;
        self.towns[*town].names.get(language).map(String::as_str)
    }

    /// What has a name like `text`, best first.
    pub fn find(&self, text: &str, limit: usize) -> Vec<Found<'_>> {
        let found = self.names.search(text, limit);
        let known = found.into_iter().map(|found| Found {
            target: &self.targets[found.owner as usize],
            matched: found.name,
            score: found.score,
        });
        known.collect()
    }

    /// Records that have the most of some folded words, best first, wherever in their names and texts each stands.
    pub fn mentioned(&self, words: &[&str], limit: usize) -> Vec<Mentioned<'_>> {
        let typed: Vec<Vec<String>> = words.iter().map(|word| self.same_words.meanings(word)).collect();
        let found = self.mentions.search(&typed, limit).into_iter();
        found
            .map(|found| Mentioned {
                target: &self.targets[found.owner as usize],
                all: found.all,
                share: found.share,
            })
            .collect()
    }

    /// The town at a position of the gazetteer.
    pub fn town(&self, position: usize) -> &Town {
        &self.towns[position]
    }

    /// The town with this id.
    pub fn town_by_id(&self, id: &str) -> Option<&Town> {
        self.by_id.get(id).map(|position| &self.towns[*position])
    }

    /// The largest town that lies in this region and in none below it.
    pub fn largest_town(&self, code: &RegionCode) -> Option<&Town> {
        self.largest.get(code).map(|position| &self.towns[*position])
    }

    /// The PIN code of these six digits.
    pub fn pin(&self, code: &str) -> Option<&Pin> {
        self.pins.get(code)
    }

    /// How many PIN codes are known.
    pub fn pins(&self) -> usize {
        self.pins.len()
    }

    /// The districts of the known PIN codes that begin so, those with the most first.
    pub fn districts_of_pins(&self, beginning: &str) -> Vec<RegionCode> {
        let mut counts: HashMap<&RegionCode, usize> = HashMap::new();
        for pin in self.pins.values().filter(|pin| pin.pincode.starts_with(beginning)) {
            if let Some(district) = &pin.district {
                *counts.entry(district).or_default() += 1;
            }
        }
        let mut districts: Vec<_> = counts.into_iter().collect();
        districts.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(b.0)));
        districts.into_iter().map(|(district, _)| district.clone()).collect()
    }

    /// The PIN code among folded words, as six digits or twice three, and the words that say something else.
    pub fn pin_among<'w>(&self, words: &[&'w str]) -> Option<(&Pin, Vec<&'w str>)> {
        let lengths = [(1, 6), (2, 3)];
        let (at, length, pin) = lengths.into_iter().find_map(|(length, digits)| {
            let parts = words.windows(length).enumerate();
            let mut parts = parts.filter(|(_, part)| part.iter().all(|word| word.len() == digits));
            parts.find_map(|(at, part)| Some((at, length, self.pins.get(&part.concat())?)))
        })?;
        let others = words[..at].iter().chain(&words[at + length..]).copied();
        Some((pin, others.filter(|word| !["pin", "code", "pincode"].contains(word)).collect()))
    }

    /// The regions that a text names as a whole: those with just this name, else those whose name sounds so.
    pub fn regions_called(&self, text: &str, tree: &RegionTree) -> Vec<RegionCode> {
        let folded = fold(text);
        let called = self.regions.get(&key(&folded)).cloned().unwrap_or_default();
        let just_so = |code: &&RegionCode| {
            tree.get(code).is_some_and(|region| names_of(region).any(|name| fold(name) == folded))
        };
        let exact: Vec<RegionCode> = called.iter().filter(just_so).cloned().collect();
        let mut regions = if exact.is_empty() { called } else { exact };
        regions.sort_by_key(RegionCode::level);
        regions.dedup();
        regions
    }

    /// The regions that folded words name one after the other, each with all regions of that name; nothing where
    /// a word is part of no name.
    pub fn regions_named(&self, words: &[&str]) -> Option<Vec<&[RegionCode]>> {
        if words.is_empty() {
            return Some(Vec::new());
        }
        (1..=words.len()).rev().find_map(|length| {
            let regions = self.regions.get(&key(&words[..length].join(" ")))?;
            let mut named = self.regions_named(&words[length..])?;
            named.push(regions);
            Some(named)
        })
    }
}

/// All names of a region, its usual one first.
pub(super) fn names_of(region: &Region) -> impl Iterator<Item = &str> {
    let local = region.names.values().map(|name| name.text.as_str());
    std::iter::once(region.name.as_str()).chain(local).chain(region.aliases.iter().map(String::as_str))
}

/// Towns that have names in other languages, the largest of a name and state.
fn local(towns: &[Town]) -> HashMap<(String, RegionCode), usize> {
    let mut local: HashMap<(String, RegionCode), usize> = HashMap::new();
    for (position, town) in towns.iter().enumerate().filter(|(_, town)| !town.names.is_empty()) {
        let Some(state) = town.region.as_ref().and_then(|region| region.at_level(1)) else { continue };
        let known = local.entry((town.name.clone(), state)).or_insert(position);
        if town.population > towns[*known].population {
            *known = position;
        }
    }
    local
}

fn largest(towns: &[Town]) -> HashMap<RegionCode, usize> {
    let mut largest: HashMap<RegionCode, usize> = HashMap::new();
    for (position, town) in towns.iter().enumerate() {
        let Some(region) = &town.region else { continue };
        let known = largest.entry(region.clone()).or_insert(position);
        if towns[*known].population < town.population {
            *known = position;
        }
    }
    largest
}

/// Names, in any language, that states or provinces of different countries have.
fn shared_names(tree: &RegionTree) -> HashSet<String> {
    let mut seen: HashMap<&str, &RegionCode> = HashMap::new();
    let mut shared = HashSet::new();
    for region in tree.regions().iter().filter(|region| region.code.level() == 1) {
        for name in std::iter::once(&region.name).chain(region.names.values().map(|name| &name.text)) {
            match seen.insert(name, &region.code) {
                Some(other) if other.parent() != region.code.parent() => {
                    shared.insert(name.clone());
                }
                _ => {}
            }
        }
    }
    shared
}
