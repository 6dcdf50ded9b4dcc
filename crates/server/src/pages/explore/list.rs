//! A page of what was found.

use super::Shown;
use super::order::{MOST_REORDERED, Order, OrderChoice};
use crate::pages::address::Address;
use crate::pages::filters::raised;
use crate::pages::region::CrumbLink;
use crate::pages::said::{Said, value};
use crate::pages::view::{self, Row, row};
use crate::portal::position::{POSITIONS, written_query};
use crate::portal::search::{Hit, PINS, PLACES};
use crate::portal::snapshot::REGIONS;
use karigar_index::FeatureRef;
use karigar_model::query::{Page, Start};
use karigar_model::{Field, Query, RegionCode, Role, ValueRef};

/// Most things that words may have meant.
const MOST_MEANT: usize = 6;
/// Most regions of one name.
const MOST_NAMED: usize = 3;
/// Icon of the badge that says a place is not known exactly.
const APPROXIMATE: &str = "approximate-place";

/// A page of the list.
pub struct List {
    pub total: usize,
    /// "1–20 of 44 craft clusters"
    pub status: String,
    /// "1–20 of 44"
    pub range: String,
    /// The orders that it may stand in.
    pub orders: Vec<OrderChoice>,
    pub rows: Vec<Row>,
    pub unplaced: Option<(String, String)>,
    pub meant: Vec<CrumbLink>,
    pub previous: String,
    pub next: String,
}

impl Shown<'_> {
    pub fn list(&self) -> List {
        let Self { language, layer, address, request, .. } = *self;
        let offset = self.offset();
        let (total, features) = self.features(offset);
        let range = self.range(offset, features.len(), total);
        let what = layer.layer().noun(language.tag, total);
        let none = features.is_empty();
        List {
            total,
            status: if none {
                range.clone()
            } else {
                language.with("list-status", [("range", &range), ("what", what)])
            },
            orders: self.orders(),
            rows: self.rows(&features),
            unplaced: self.unplaced(),
            meant: self.meant(total),
            previous: if offset == 0 {
                String::new()
            } else {
                paged(address, offset.saturating_sub(request.page.limit))
            },
            next: if offset + features.len() < total && !none {
                paged(address, offset + request.page.limit)
            } else {
                String::new()
            },
            range,
        }
    }

    /// How many stand before this page.
    pub fn offset(&self) -> usize {
        match self.request.page.start {
            Start::Offset(offset) => offset,
            Start::After(_) => 0,
        }
    }

    /// How many there are, and those of this page, in the order of the list.
    pub fn features(&self, offset: usize) -> (usize, Vec<FeatureRef<'_>>) {
        let Self { layer, request, .. } = *self;
        let (described, sort) = (layer.layer(), self.sort());
        let summary = self.formal_field().filter(|_| self.order() == Order::DescribedFirst);
        let Some(summary) = summary else {
            let found = layer.items(&self.asked, &sort, &request.page);
            return (found.number_matched, found.features);
        };
        let mut all = layer.items(&self.asked, &sort, &Page::first(MOST_REORDERED)).features;
        let formal = |feature: &FeatureRef<'_>| is_formal(&described.fields[summary], *feature, summary);
        all.sort_by_key(formal);
        (all.len(), all.into_iter().skip(offset).take(request.page.limit).collect())
    }

    pub fn rows(&self, features: &[FeatureRef<'_>]) -> Vec<Row> {
        let Self { snapshot, language, layer, .. } = *self;
        let described = layer.layer();
        let summary = described.role(Role::Summary);
        // What is true of all of them is said once, above the list.
        let nowhere = self.placed() == 0;
        let shown = |feature: &FeatureRef<'_>| {
            let mut row = row(language, snapshot, described, *feature);
            if summary.is_some_and(|field| is_formal(&described.fields[field], *feature, field)) {
                row.summary = self.classified(*feature);
            }
            if nowhere {
                row.badges.retain(|badge| badge.icon != APPROXIMATE);
            }
            row
        };
        features.iter().map(shown).collect()
    }

    /// What an editor says a feature is: "Weaving · silk; cotton".
    fn classified(&self, feature: FeatureRef<'_>) -> Said {
        let described = self.layer.layer();
        let fields = described.public_fields().filter(|(_, field)| field.facet && field.classification);
        let values = fields.map(|(at, field)| {
            let texts = match feature.value(at) {
                ValueRef::Text(text) => vec![text],
                ValueRef::List(list) => list.iter().collect(),
                _ => Vec::new(),
            };
            let said = texts.into_iter().enumerate().map(|(position, text)| {
                let set = if position == 0 { raised } else { str::to_owned };
                value(self.language, self.snapshot, described, field, text, set)
            });
            Said::join(&said.collect::<Vec<_>>(), self.language.comma())
        });
        Said::join(&values.filter(|value| !value.is_empty()).collect::<Vec<_>>(), " · ")
    }

    fn range(&self, offset: usize, here: usize, total: usize) -> String {
        let language = self.language;
        if here == 0 {
            return language.text("list-none");
        }
        let (from, to) = (language.number(offset + 1), language.number(offset + here));
        language.with("list-range", [("from", &from), ("to", &to), ("all", &language.number(total))])
    }

    /// With a box: how many others are known only by their state, and where they are listed.
    fn unplaced(&self) -> Option<(String, String)> {
        let query = &self.request.query;
        query.bbox?;
        let rest = self.layer.count(&Query { bbox: None, placed: Some(false), ..query.clone() });
        let url = self.address.without("bbox").with("placed", "false").to_string();
        (rest > 0).then(|| (self.language.count("list-unplaced", rest), url))
    }

    /// The regions that the words name, with how much of the layer they hold: "57 craft clusters in Uttar Pradesh".
    pub fn named(&self) -> Vec<CrumbLink> {
        let Self { snapshot, language, layer, address, request, .. } = *self;
        let Some(words) = address.get("q") else { return Vec::new() };
        let regions = snapshot.gazetteer.regions_called(words, &snapshot.tree);
        let regions = regions.into_iter().filter(|code| request.query.within.as_ref() != Some(code));
        let link = |code: RegionCode| {
            let query = Query { text: None, bbox: None, within: Some(code.clone()), ..request.query.clone() };
            let count = layer.count(&query);
            let (what, place) =
                (layer.layer().noun(language.tag, count), snapshot.tree.label(&code, language.tag));
            let name = language.count_with("explore-in-region", count, [("what", what), ("place", &place)]);
            let url = address.without("q").without("bbox").without("offset").with("within", code.as_str());
            (count > 0).then(|| CrumbLink { name, url: url.to_string() })
        };
        regions.filter_map(link).take(MOST_NAMED).collect()
    }

    /// Where nothing was found, what else has such a name.
    fn meant(&self, found: usize) -> Vec<CrumbLink> {
        let Self { snapshot, language, layer, address, request, .. } = *self;
        let Some(words) = address.get("q").filter(|_| found == 0) else { return Vec::new() };
        let root = language.root();
        let scope = request.query.within.as_ref();
        let hits = snapshot.meant_instead(words, language.tag, layer, scope, MOST_MEANT);
        let link = |hit: Hit| {
            let url = match (hit.layer.as_str(), &hit.region) {
                (REGIONS, Some(code)) => address.without("q").with("within", code.as_str()).to_string(),
                (POSITIONS, _) => {
                    let name = format!("{}: {}", language.text("suggest-near-position"), hit.label);
                    let query = written_query(hit.point?);
                    return Some(CrumbLink { name, url: format!("{root}/near?q={query}") });
                }
                (PLACES | PINS, _) => format!("{root}/near?{}", near_query(&hit)),
                _ => {
                    let layer = snapshot.layer(&hit.layer).ok()?;
                    view::url(root, layer.layer(), layer.get(&hit.id)?)
                }
            };
            Some(CrumbLink { name: hit.label, url })
        };
        hits.into_iter().filter_map(link).collect()
    }
}

fn is_formal(field: &Field, feature: FeatureRef<'_>, at: usize) -> bool {
    feature.text(at).is_some_and(|text| field.is_formal(text))
}

fn paged(address: &Address, offset: usize) -> String {
    let first = address.without("offset");
    if offset == 0 { first.to_string() } else { first.with_offset(offset).to_string() }
}

fn near_query(hit: &Hit) -> String {
    if hit.layer == PINS { format!("q={}", hit.id) } else { format!("place={}:{}", hit.layer, hit.id) }
}
