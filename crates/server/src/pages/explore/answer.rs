//! The answer in one sentence; and where there is none, one remedy.

use super::{Asked, Shown, is_mapped, links};
use crate::i18n::Language;
use crate::pages::filters::chips;
use crate::pages::region::{CrumbLink, marked};
use crate::pages::view::{Source, sources};
use crate::portal::Snapshot;
use karigar_model::reference::Statistic;
use karigar_model::{Query, RegionCode, Role};

/// The answer, and what to do when it is "nothing".
pub struct Answer {
    /// HTML, with what counts marked.
    pub sentence: String,
    /// Who says so, where the sentence cites somebody.
    pub sources: Vec<Source>,
    /// What to do; empty when there is something, or nothing to be done.
    pub remedy: String,
    /// Where the same words find something.
    pub elsewhere: Vec<CrumbLink>,
    /// What is found without one of the filters.
    pub without: Vec<CrumbLink>,
}

/// Topic of the table of statistics that says how many persons work in crafts.
const PERSONS: &str = "handicraft_artisans";

impl Shown<'_> {
    pub fn answer(&self) -> Answer {
        let total = self.layer.count(&self.asked);
        if self.layer.is_empty() {
            return self.empty_layer();
        }
        if total == 0 {
            return self.nothing();
        }
        let sentences: Vec<String> = [Some(self.counted(total)), self.registered(), self.on_the_map(total)]
            .into_iter()
            .flatten()
            .collect();
        let sentence = marked(&sentences.join(" "));
        Answer {
            sentence,
            sources: Vec::new(),
            remedy: String::new(),
            elsewhere: Vec::new(),
            without: Vec::new(),
        }
    }

    /// "552 craft clusters of India and Pakistan."
    fn counted(&self, total: usize) -> String {
        let (language, query) = (self.language, &self.request.query);
        let what = self.layer.layer().noun(language.tag, total);
        let region = query.within.as_ref().and_then(|code| self.snapshot.tree.get(code));
        let (key, place) = match region {
            Some(region) => ("answer-in", region.name_in(language.tag).to_owned()),
            None if query.bbox.is_some() => ("answer-area", String::new()),
            None if *query == Query::default() => match self.countries() {
                Some(countries) => ("answer-all", countries),
                None => ("answer-found", String::new()),
            },
            None => ("answer-found", String::new()),
        };
        language.count_with(key, total, [("what", what), ("place", &place)])
    }

    /// The countries of what is found: by name where they are few.
    fn countries(&self) -> Option<String> {
        let Self { language, snapshot, layer, .. } = *self;
        let field = layer.layer().role(Role::Country)?;
        let groups = layer.aggregate(&self.asked, &[field]);
        let codes = groups.iter().filter_map(|group| group.values[0].as_text().and_then(RegionCode::parse));
        let names: Vec<&str> = codes
            .filter_map(|code| snapshot.tree.get(&code))
            .map(|region| region.name_in(language.tag))
            .collect();
        match names[..] {
            [] => None,
            [one] => Some(one.to_owned()),
            [first, second] => Some(language.with("and", [("first", first), ("second", second)])),
            _ => Some(language.count("answer-countries", names.len())),
        }
    }

    /// How many are registered, unless that was asked.
    fn registered(&self) -> Option<String> {
        let field = self.layer.layer().field_index("gi_status")?;
        if self.asked.filters.iter().any(|filter| filter.field == field) {
            return None;
        }
        let groups = self.layer.aggregate(&self.asked, &[field]);
        let registered = groups.iter().find(|group| group.values[0].as_text() == Some("registered"));
        Some(self.language.count("answer-gi", registered.map_or(0, |group| group.count)))
    }

    /// How many of them the map shows, unless that was asked or the layer has no map.
    fn on_the_map(&self, total: usize) -> Option<String> {
        if !is_mapped(self.layer) || self.asked.placed.is_some() {
            return None;
        }
        Some(match self.placed() {
            0 => self.language.text("answer-none-placed"),
            placed if placed < total => {
                let placed_text = self.language.number(placed);
                self.language.count_with("answer-placed", total - placed, [("placed", &placed_text)])
            }
            _ => self.language.text("answer-all-placed"),
        })
    }

    fn nothing(&self) -> Answer {
        let Self { language, layer, address, .. } = *self;
        let what = layer.layer().noun(language.tag, 0);
        let words = address.get("q").unwrap_or_default();
        let sentence = if words.is_empty() {
            language.with("empty-filters", [("what", what)])
        } else {
            language.with("empty-words", [("what", what), ("words", words)])
        };
        let others = self.request.query.filters.len() + usize::from(self.request.query.bbox.is_some());
        let remedy = if others > 0 { "empty-remedy-filters" } else { "empty-remedy-words" };
        Answer {
            sentence: marked(&sentence),
            sources: Vec::new(),
            remedy: language.text(remedy),
            elsewhere: self.elsewhere(),
            without: self.without(),
        }
    }

    /// What is found without the words or one of the filters, where there are several: "Metal (12)".
    fn without(&self) -> Vec<CrumbLink> {
        let Self { language, snapshot, layer, address, request, .. } = *self;
        let chips = chips(language, snapshot, layer, &request.query, address);
        let several = chips.len() > 1;
        let found = chips.into_iter().filter(|_| several).filter_map(|chip| {
            let query = Asked::read(snapshot, &chip.url, 1).ok()?.request.query;
            let count = layer.count(&query);
            let name = format!("{} ({})", chip.text, language.number(count));
            (count > 0).then(|| CrumbLink { name, url: chip.url.to_string() })
        });
        found.collect()
    }

    /// Other layers that hold something with the same words, in the same region.
    fn elsewhere(&self) -> Vec<CrumbLink> {
        let Self { language, snapshot, layer, address, request, .. } = *self;
        let query = &request.query;
        if query.text.is_none() {
            return Vec::new();
        }
        let same = Query { text: query.text.clone(), within: query.within.clone(), ..Query::default() };
        let others = snapshot.layers.iter().filter(|other| other.layer().id != layer.layer().id);
        let found = others.map(|other| (other.layer(), other.count(&same))).filter(|(_, count)| *count > 0);
        found
            .map(|(described, count)| CrumbLink {
                name: format!("{} {}", language.number(count), described.noun(language.tag, count)),
                url: links::of_layer(snapshot, address, &described.id).to_string(),
            })
            .collect()
    }

    fn empty_layer(&self) -> Answer {
        let Self { language, snapshot, layer, .. } = *self;
        let person = snapshot.reference.statistics.iter().find(|row| row.topic == PERSONS);
        let (sentence, source) = match person.filter(|_| layer.layer().persons) {
            Some(row) => (persons(language, snapshot, row), row.source.as_str()),
            None => (language.text("empty-layer"), ""),
        };
        let sources = sources(source).into_iter().filter(|source| !source.url.is_empty()).take(1).collect();
        Answer {
            sentence: marked(&sentence),
            sources,
            remedy: String::new(),
            elsewhere: Vec::new(),
            without: Vec::new(),
        }
    }
}

fn persons(language: &Language, snapshot: &Snapshot, row: &Statistic) -> String {
    let known = row.regions.first().and_then(|code| snapshot.tree.get(code));
    let region = known.map_or(row.region.as_str(), |region| region.name_in(language.tag));
    let count = row.value.parse().map_or_else(|_| row.value.clone(), |n| language.rounded(n));
    language.with(
        "empty-persons",
        [("count", &count), ("unit", &row.unit), ("region", region), ("period", &row.period)],
    )
}
