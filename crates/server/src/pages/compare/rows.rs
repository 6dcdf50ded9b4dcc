//! What the atlas itself knows of the regions: crafts, registrations, centres, offices.

use super::{Cell, Compared, Group, Line};
use crate::pages::record::explore;
use crate::pages::region::CrumbLink;
use crate::pages::{said, view};
use crate::portal::Error;
use crate::portal::crafts::CLUSTERS;
use crate::portal::serving::CENTRES;
use karigar_index::LayerSnapshot;
use karigar_model::{Query, Region, Role};
use std::collections::HashMap;

/// Offices named of a region; its page has all.
const MOST_OFFICES: usize = 2;

impl Compared<'_> {
    /// How many crafts, and how many of them are registered geographical indications.
    pub(super) fn crafts(&self) -> Result<Group, Error> {
        let clusters = self.snapshot.layer(CLUSTERS)?;
        let language = self.language;
        let counts: Vec<usize> = self.regions.iter().map(|region| clusters.count(&inside(region))).collect();
        let status = self.counted(clusters, clusters.layer().field_index("gi_status"));
        let registered = |at: usize| status[at].get("registered").copied().unwrap_or(0);
        let all = self.regions.iter().zip(&counts).map(|(region, count)| {
            self.number(*count, explore(language.root(), CLUSTERS, &[("within", region.code.as_str())]))
        });
        let shares = counts.iter().enumerate().map(|(at, count)| {
            let asked = [("within", self.regions[at].code.as_str()), ("gi_status", "registered")];
            let mut cell = self.number(registered(at), explore(language.root(), CLUSTERS, &asked));
            if *count > 0 {
                let share = language.number((registered(at) * 100 + count / 2) / count);
                cell.note = language.with("compare-share", [("n", &share)]).into();
            }
            cell
        });
        let rows = vec![
            Line { title: language.text("compare-crafts-all"), cells: all.collect(), ..Line::default() },
            Line { title: language.text("theme-registered"), cells: shares.collect(), ..Line::default() },
        ];
        Ok(Group { title: clusters.layer().title(language.tag).to_owned(), rows })
    }

    /// Crafts by family.
    pub(super) fn families(&self) -> Result<Group, Error> {
        let clusters = self.snapshot.layer(CLUSTERS)?;
        Ok(Group { title: self.language.text("compare-families"), rows: self.by_category(clusters) })
    }

    /// Centres by kind.
    pub(super) fn centres(&self) -> Result<Group, Error> {
        let centres = self.snapshot.layer(CENTRES)?;
        let language = self.language;
        let counts = self.regions.iter().map(|region| {
            let url = explore(language.root(), CENTRES, &[("within", region.code.as_str())]);
            self.number(centres.count(&inside(region)), url)
        });
        let all =
            Line { title: language.text("compare-centres-all"), cells: counts.collect(), ..Line::default() };
        let rows = std::iter::once(all).chain(self.by_category(centres)).collect();
        Ok(Group { title: centres.layer().title(language.tag).to_owned(), rows })
    }

    /// Counts by the category of a layer, in the order of its codes, with bars to one scale.
    fn by_category(&self, layer: &LayerSnapshot) -> Vec<Line> {
        let described = layer.layer();
        let Some(field) = described.role(Role::Category) else { return Vec::new() };
        let counted = self.counted(layer, Some(field));
        let largest = counted.iter().flat_map(HashMap::values).max().copied().unwrap_or(0).max(1);
        let (root, id) = (self.language.root(), described.fields[field].id.as_str());
        let codes = described.codes(&described.fields[field]).iter();
        let present = codes.filter(|code| counted.iter().any(|counts| counts.contains_key(&code.value)));
        let line = |code: &karigar_model::layer::Code| Line {
            title: code.title(self.language.tag).to_owned(),
            cells: (self.regions.iter().zip(&counted))
                .map(|(region, counts)| {
                    let count = counts.get(&code.value).copied().unwrap_or(0);
                    let asked = [("within", region.code.as_str()), (id, code.value.as_str())];
                    let share = Some(count * 100 / largest);
                    Cell { share, ..self.number(count, explore(root, &described.id, &asked)) }
                })
                .collect(),
            ..Line::default()
        };
        present.map(line).collect()
    }

    /// Of each region, its records by the value of a field.
    fn counted(&self, layer: &LayerSnapshot, field: Option<usize>) -> Vec<HashMap<String, usize>> {
        let counts = |region: &&Region| {
            let groups = field.map(|field| layer.aggregate(&inside(region), &[field])).unwrap_or_default();
            let texts =
                groups.into_iter().filter_map(|group| Some((group.values[0].as_text()?, group.count)));
            texts.map(|(value, count)| (value.to_owned(), count)).collect()
        };
        self.regions.iter().map(counts).collect()
    }

    /// The offices of the central handicrafts service.
    pub(super) fn offices(&self) -> Group {
        let Self { snapshot, language, .. } = *self;
        let cell = |region: &&Region| {
            let serving = snapshot.serving_parts(&region.code);
            let Some(group) = serving.groups.first() else { return Cell::default() };
            let Ok(centres) = snapshot.layer(CENTRES) else { return Cell::default() };
            let described = centres.layer();
            let part = |office: &crate::portal::serving::Office<'_>| CrumbLink {
                name: said::name(language, described, office.centre).to_string(),
                url: view::url(language.root(), described, office.centre),
            };
            let more = group.offices.len().saturating_sub(MOST_OFFICES);
            let more = if more == 0 { String::new() } else { language.count("region-more-offices", more) };
            let remit = language.text(&format!("remit-{}", group.remit.code()));
            Cell {
                parts: group.offices.iter().take(MOST_OFFICES).map(part).collect(),
                note: if more.is_empty() { remit } else { format!("{remit} · {more}") }.into(),
                share: None,
            }
        };
        let cells: Vec<Cell> = self.regions.iter().map(cell).collect();
        let title = language.text("region-serving");
        let line = Line { title: language.text("compare-office"), cells, ..Line::default() };
        Group { title, rows: vec![line] }
    }

    fn number(&self, count: usize, url: String) -> Cell {
        let url = if count == 0 { String::new() } else { url };
        Cell { parts: vec![CrumbLink { name: self.language.number(count), url }], ..Cell::default() }
    }
}

/// What lies in a region.
fn inside(region: &Region) -> Query {
    Query { within: Some(region.code.clone()), ..Query::default() }
}
