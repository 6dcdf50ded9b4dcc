//! Names of everything that has one: records, regions, towns, PIN codes.

use karigar_index::{LayerSnapshot, NameIndex};
use karigar_ingest::{Geography, Pin, Place};
use karigar_model::reference::Reference;
use karigar_model::{RegionCode, RegionTree, Role, View};
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
    /// A town or village: position in the gazetteer's places.
    Place(usize),
}

/// Names, towns and PIN codes.
pub struct Gazetteer {
    names: NameIndex,
    targets: Vec<Target>,
    places: Vec<Place>,
    by_id: HashMap<String, usize>,
    pins: HashMap<String, Pin>,
    view: View,
    shared: HashSet<String>,
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

impl Gazetteer {
    /// Gathers the names. Persons are left out: a search for names must not find people.
    pub fn build(
        layers: &[Arc<LayerSnapshot>],
        tree: &RegionTree,
        geography: &Geography,
        reference: &Reference,
    ) -> Self {
        let mut targets = Vec::new();
        let mut names: Vec<(u32, String)> = Vec::new();
        let mut add = |target: Target, spellings: &mut dyn Iterator<Item = String>| {
            let owner = targets.len() as u32;
            targets.push(target);
            names.extend(spellings.filter(|name| !name.is_empty()).map(|name| (owner, name)));
        };
        let mut other_names: HashMap<(&str, &str), Vec<&str>> = HashMap::new();
        for name in &reference.names {
            other_names.entry((&name.layer, &name.id)).or_default().push(&name.name);
        }
        for text in reference.translations.iter().filter(|text| text.field == "name") {
            other_names.entry((&text.layer, &text.id)).or_default().push(&text.text);
        }
        for (position, snapshot) in layers.iter().enumerate() {
            let layer = snapshot.layer();
            if layer.persons || layer.id == super::snapshot::REGIONS {
                continue;
            }
            let name_field = layer.role(Role::Name);
            let lists: Vec<usize> = layer
                .public_fields()
                .filter(|(_, f)| f.searchable && f.many && !f.facet)
                .map(|(at, _)| at)
                .collect();
            for feature in snapshot.all(&karigar_model::Query::default()) {
                let own = name_field.and_then(|field| feature.text(field)).map(str::to_owned);
                let local = lists.iter().flat_map(|field| match feature.value(*field) {
                    karigar_model::ValueRef::List(list) => list.iter().map(str::to_owned).collect::<Vec<_>>(),
                    _ => Vec::new(),
                });
                let others = other_names.get(&(layer.id.as_str(), feature.id())).into_iter().flatten();
                let mut spellings = own.into_iter().chain(local).chain(others.map(|name| (*name).to_owned()));
                add(Target::Record { layer: position, id: feature.id().into() }, &mut spellings);
            }
        }
        for region in tree.regions() {
            let local = region.names.values().map(|name| name.text.clone());
            let mut spellings =
                std::iter::once(region.name.clone()).chain(local).chain(region.aliases.iter().cloned());
            add(Target::Region(region.code.clone()), &mut spellings);
        }
        for (position, place) in geography.places.iter().enumerate() {
            let own = [place.name.clone(), place.ascii_name.clone()].into_iter();
            let mut spellings =
                own.chain(place.names.values().cloned()).chain(place.alt_names.iter().cloned());
            add(Target::Place(position), &mut spellings);
        }
        Self {
            names: NameIndex::build(names.iter().map(|(owner, name)| (*owner, name.as_str()))),
            targets,
            by_id: geography.places.iter().enumerate().map(|(at, place)| (place.id.clone(), at)).collect(),
            places: geography.places.clone(),
            pins: geography.pins.iter().map(|pin| (pin.pincode.clone(), pin.clone())).collect(),
            view: tree.view(),
            shared: shared_names(tree),
        }
    }

    /// Whether states of two countries have this name.
    pub fn is_shared(&self, name: &str) -> bool {
        self.shared.contains(name)
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

    /// The place at a position of the gazetteer.
    pub fn place(&self, position: usize) -> &Place {
        &self.places[position]
    }

    /// The place with this id.
    pub fn place_by_id(&self, id: &str) -> Option<&Place> {
        self.by_id.get(id).map(|position| &self.places[*position])
    }

    /// The PIN code in `text`, if `text` is one: six digits, perhaps with a blank in the middle.
    pub fn pin(&self, text: &str) -> Option<&Pin> {
        let digits: String = text.chars().filter(|letter| !letter.is_whitespace()).collect();
        self.pins.get(&digits)
    }

    /// The region of a place in the view shown.
    pub fn region_of<'a>(&self, place: &'a Place) -> Option<&'a RegionCode> {
        place.placement.in_view(self.view)
    }
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
