//! A query made ready for one snapshot: values are codes, regions are runs, words are records.

use crate::aggregate::{Aggregates, Share};
use crate::codes::{Accept, Codes};
use crate::search_text::Found;
use crate::snapshot::LayerSnapshot;
use crate::words::Sought;
use karigar_model::query::{Circle, Filter, Term, Test};
use karigar_model::{Bbox, Query, RegionCode, Role};

/// What a record must satisfy, ready to be tested.
#[derive(Debug)]
pub(crate) struct Plan<'a> {
    pub(crate) snapshot: &'a LayerSnapshot,
    /// Whether records with a geometry may match.
    pub(crate) placed: bool,
    /// Whether records without one may.
    pub(crate) unplaced: bool,
    pub(crate) area: Option<Area>,
    pub(crate) conditions: Vec<Condition<'a>>,
    /// The only records that may match, ascending.
    pub(crate) among: Option<Vec<u32>>,
}

/// Where a place must be.
#[derive(Debug, Default)]
pub(crate) struct Area {
    /// Boxes of which one must be touched; none of them crosses the antimeridian.
    pub(crate) boxes: Option<Vec<Bbox>>,
    pub(crate) circle: Option<Circle>,
}

/// A test on the codes of a record.
#[derive(Debug)]
pub(crate) enum Condition<'a> {
    Field {
        field: usize,
        codes: &'a Codes,
        accept: Accept,
        /// Region codes outside of which nothing passes, where the field is filled from the region.
        regions: Option<Accept>,
    },
    Region {
        codes: &'a Codes,
        accept: Accept,
    },
    /// One of several columns passes.
    Text(Vec<(&'a Codes, Accept)>),
    /// One of several terms passes.
    Either(Vec<Together<'a>>),
    /// All that found no room of their own.
    Every(Vec<Condition<'a>>),
}

/// What all words of a term ask of a record.
#[derive(Debug, Default)]
pub(crate) struct Together<'a> {
    /// The only records that may match, ascending.
    among: Option<Vec<u32>>,
    /// What must hold besides.
    conditions: Vec<Condition<'a>>,
}

/// Most conditions a plan holds: one bit each.
const MOST: usize = 64;

impl<'a> Plan<'a> {
    /// Looks up everything the query names.
    pub(crate) fn new(snapshot: &'a LayerSnapshot, query: &Query) -> Self {
        let area = Area { boxes: query.bbox.as_ref().map(touching), circle: query.circle };
        let mut plan = Self {
            snapshot,
            placed: query.placed != Some(false),
            unplaced: query.placed != Some(true) && query.circle.is_none(),
            area: (area.boxes.is_some() || area.circle.is_some()).then_some(area),
            conditions: Vec::new(),
            among: None,
        };
        plan.add_region(query);
        plan.add_filters(query);
        plan.add_time(query);
        plan.add_text(query);
        plan.add_ids(query);
        plan
    }

    fn add_region(&mut self, query: &Query) {
        let Some(code) = &query.within else { return };
        // Code 0 is "no region", so a region's code is its position and one.
        let span = self.snapshot.region_tree().span(code).unwrap_or_default();
        let accept = Accept::Range(span.start + 1..span.end + 1);
        self.add(Condition::Region { codes: &self.snapshot.regions, accept });
    }

    fn add_filters(&mut self, query: &Query) {
        for filter in &query.filters {
            let column = &self.snapshot.columns[filter.field];
            let accept = column.accept(&filter.test);
            let regions = self.regions_of(filter);
            self.add(Condition::Field { field: filter.field, codes: &column.codes, accept, regions });
        }
    }

    /// The smallest run of regions that holds those a filter on a country, state or district names.
    fn regions_of(&self, filter: &Filter) -> Option<Accept> {
        let field = &self.snapshot.layer().fields[filter.field];
        let coded = matches!(field.role, Some(Role::Region | Role::Country | Role::State | Role::District));
        let (Test::AnyOf(codes), true) = (&filter.test, coded && !field.private) else { return None };
        let spans = codes
            .iter()
            .map(|code| self.snapshot.region_tree().span(&RegionCode::parse(code)?))
            .collect::<Option<Vec<_>>>()?;
        let (start, end) =
            (spans.iter().map(|span| span.start).min()?, spans.iter().map(|span| span.end).max()?);
        Some(Accept::Range(start + 1..end + 1))
    }

    fn add_time(&mut self, query: &Query) {
        if let (Some(wanted), Some(times)) = (&query.datetime, &self.snapshot.times) {
            let accept = times.accept(wanted);
            let codes = &self.snapshot.columns[times.field].codes;
            self.add(Condition::Field { field: times.field, codes, accept, regions: None });
        }
    }

    fn add_text(&mut self, query: &Query) {
        let Some(text) = &query.text else { return };
        let mut terms: Vec<Together<'_>> =
            text.terms.iter().map(|term| Together::of(self.snapshot, term)).collect();
        if let [_] = terms[..] {
            let only = terms.remove(0);
            self.among = only.among;
            only.conditions.into_iter().for_each(|condition| self.add(condition));
        } else if terms.iter().all(|term| term.among.is_some() && term.conditions.is_empty()) {
            let mut records: Vec<u32> = terms.into_iter().filter_map(|term| term.among).flatten().collect();
            records.sort_unstable();
            records.dedup();
            self.among = Some(records);
        } else {
            self.add(Condition::Either(terms));
        }
    }

    fn add_ids(&mut self, query: &Query) {
        let Some(ids) = &query.ids else { return };
        let mut records: Vec<u32> = ids.iter().filter_map(|id| self.snapshot.ids.find(id)).collect();
        records.sort_unstable();
        records.dedup();
        if let Some(among) = &self.among {
            records.retain(|record| among.binary_search(record).is_ok());
        }
        self.among = Some(records);
    }

    fn add(&mut self, condition: Condition<'a>) {
        if condition.is_never() {
            self.placed = false;
            self.unplaced = false;
        }
        if self.conditions.len() < MOST - 1 {
            self.conditions.push(condition);
        } else if let Some(Condition::Every(rest)) = self.conditions.get_mut(MOST - 1) {
            rest.push(condition);
        } else {
            self.conditions.push(Condition::Every(vec![condition]));
        }
    }

    /// All conditions, as open ones of a node: bit by position.
    pub(crate) fn all_open(&self) -> u64 {
        1u64.checked_shl(self.conditions.len() as u32).map_or(u64::MAX, |bit| bit - 1)
    }

    /// Whether a record matches in every respect.
    pub(crate) fn matches(&self, record: u32) -> bool {
        let here = match self.snapshot.place_of(record) {
            None => self.unplaced,
            Some(place) => self.placed && self.holds(place),
        };
        here && self.among.as_ref().is_none_or(|among| among.binary_search(&record).is_ok())
            && self.passes(record)
    }

    /// Whether a record of a place that is in the area matches, `among` apart.
    pub(crate) fn passes(&self, record: u32) -> bool {
        self.conditions.iter().all(|condition| condition.mask(record, 1) == 1)
    }

    /// Whether a place lies in the area that was asked for.
    pub(crate) fn holds(&self, place: u32) -> bool {
        let Some(area) = &self.area else { return true };
        let places = &self.snapshot.places;
        area.boxes.as_ref().is_none_or(|boxes| boxes.iter().any(|bbox| places.touches(place, bbox)))
            && area.circle.is_none_or(|circle| places.is_near(place, circle.center, circle.radius))
    }

    /// Which of at most 64 records from `start` on pass the conditions in `open`.
    pub(crate) fn mask(&self, start: u32, length: u32, mut open: u64) -> u64 {
        let mut mask = u64::MAX >> (64 - length);
        while open != 0 && mask != 0 {
            mask &= self.conditions[open.trailing_zeros() as usize].mask(start, length);
            open &= open - 1;
        }
        mask
    }
}

impl<'a> Together<'a> {
    fn of(snapshot: &'a LayerSnapshot, term: &Term) -> Self {
        let mut together = Self::default();
        let mut find = |sought| match snapshot.find_text(sought) {
            Found::Codes(columns) => together.conditions.push(Condition::Text(columns)),
            Found::Records(mut records) => {
                if let Some(among) = &together.among {
                    records.retain(|record| among.binary_search(record).is_ok());
                }
                together.among = Some(records);
            }
        };
        match term {
            Term::Phrase(phrase) => find(Sought::Phrase(phrase)),
            Term::Words(words) => words.iter().for_each(|word| find(Sought::Word(word))),
        }
        together
    }

    fn mask(&self, start: u32, length: u32) -> u64 {
        let mask = self.among.as_ref().map_or(u64::MAX, |among| {
            let from = among.partition_point(|record| *record < start);
            let here = among[from..].iter().take_while(|record| **record < start + length);
            here.fold(0, |mask, record| mask | 1 << (record - start))
        });
        self.conditions.iter().fold(mask, |mask, condition| mask & condition.mask(start, length))
    }
}

impl Condition<'_> {
    fn is_never(&self) -> bool {
        match self {
            Self::Field { accept, .. } | Self::Region { accept, .. } => accept.is_nothing(),
            Self::Text(columns) => columns.is_empty(),
            Self::Either(terms) => terms.is_empty(),
            Self::Every(conditions) => conditions.iter().any(Self::is_never),
        }
    }

    fn mask(&self, start: u32, length: u32) -> u64 {
        match self {
            Self::Field { codes, accept, .. } | Self::Region { codes, accept } => {
                codes.mask(start, length, accept)
            }
            Self::Text(columns) => {
                columns.iter().fold(0, |mask, (codes, accept)| mask | codes.mask(start, length, accept))
            }
            Self::Either(terms) => terms.iter().fold(0, |mask, term| mask | term.mask(start, length)),
            Self::Every(conditions) => {
                conditions.iter().fold(u64::MAX, |mask, condition| mask & condition.mask(start, length))
            }
        }
    }

    /// How many of a node's `total` records pass, as far as is known without looking at them.
    pub(crate) fn share(
        &self,
        snapshot: &LayerSnapshot,
        aggregates: &Aggregates,
        node: u32,
        total: u32,
    ) -> Share {
        match self {
            Self::Field { regions: Some(regions), .. } if aggregates.within(node, regions) == Share::None => {
                Share::None
            }
            Self::Field { field, accept, .. } => {
                aggregates.share(node, total, *field, &snapshot.columns[*field], accept)
            }
            Self::Region { accept, .. } => aggregates.within(node, accept),
            Self::Text(_) | Self::Either(_) | Self::Every(_) => Share::Unknown,
        }
    }
}

/// A box as boxes that do not cross the antimeridian, which is the same meridian under both its names.
fn touching(bbox: &Bbox) -> Vec<Bbox> {
    let (first, second) = bbox.split();
    let mut boxes = vec![first];
    boxes.extend(second);
    if second.is_none() && (bbox.west == -180.0) != (bbox.east == 180.0) {
        let other = if bbox.west == -180.0 { 180.0 } else { -180.0 };
        boxes.push(Bbox { west: other, east: other, ..*bbox });
    }
    boxes
}
