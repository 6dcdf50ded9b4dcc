//! What a map of regions can be shaded by: how many records of a layer, a figure that a source gives for each
//! region, or the one for every lakh of the other.

use super::Snapshot;
use super::classes::Classes;
use super::crafts::CLUSTERS;
use super::regions::{Tally, count_of};
use super::serving::CENTRES;
use karigar_model::query::{Filter, Test};
use karigar_model::reference::Statistic;
use karigar_model::{Query, Region, RegionCode, Role};
use std::collections::{BTreeMap, HashMap};

/// Something that regions can be compared by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Theme {
    /// Its name in addresses: the id of a layer, or one of [`FIGURES`].
    pub id: String,
    /// The dye that it is drawn in.
    pub dye: &'static str,
    /// Which records count; nothing where only a source's figure does.
    pub counted: Option<Counted>,
    /// Topic of the statistic: what is shown, or, with records, what they are divided by.
    pub topic: Option<&'static str>,
}

/// Records that count.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Counted {
    /// Their layer.
    pub layer: String,
    /// Only those that are registered geographical indications.
    pub registered: bool,
}

/// People who registered as artisans for an identity card.
const ARTISANS: &str = "artisans_registered_pahchan";
/// Weavers and allied workers of the handloom census.
const HANDLOOM: &str = "handloom_workers_total";

/// A theme beside the counts of layers: id, dye, layer and whether only registered records of it, topic.
type Figure = (&'static str, &'static str, Option<(&'static str, bool)>, Option<&'static str>);

const FIGURES: &[Figure] = &[
    ("registered", "lac", Some((CLUSTERS, true)), None),
    ("registered-artisans", "catechu", None, Some(ARTISANS)),
    ("handloom-workers", "jamun", None, Some(HANDLOOM)),
    ("registered-per-lakh", "terracotta", Some((CLUSTERS, true)), Some(ARTISANS)),
    ("centres-per-lakh", "pomegranate", Some((CENTRES, false)), Some(ARTISANS)),
];

/// Dyes of the layers, in their order.
const LAYER_DYES: [&str; 4] = ["indigo", "verdigris", "madder", "jamun"];

/// So many of the denominator does a rate speak of.
const LAKH: u64 = 100_000;
/// A rate is shown, and therefore classed, to so many parts of one.
pub const PARTS: u64 = 10;

/// The figures of one topic that can be set side by side: of one period and unit, and by one source.
#[derive(Debug)]
pub struct Series<'a> {
    /// Year or month, as the source has it.
    pub period: &'a str,
    /// Who says so.
    pub source: &'a str,
    values: HashMap<&'a RegionCode, u64>,
    /// Regions that the source counts together with others, with its figure for all of them.
    together: HashMap<&'a RegionCode, &'a Statistic>,
}

/// A region as a theme sees it.
#[derive(Debug)]
pub struct Area<'a> {
    /// The region.
    pub region: &'a Region,
    /// What it is shaded by: a count, or a rate in [`PARTS`]. Nothing where no source has a figure for it alone.
    pub value: Option<u64>,
    /// Its records that count.
    pub records: Option<usize>,
    /// The source's figure for it.
    pub figure: Option<u64>,
    /// The source's figure for the several regions that it is counted with; nothing when it stands alone.
    pub together: Option<&'a Statistic>,
}

/// The regions below one by a theme.
#[derive(Debug)]
pub struct Shading<'a> {
    /// The theme.
    pub theme: Theme,
    /// The regions, largest first; those without a value come last. Equals stand in the order of the tree.
    pub areas: Vec<Area<'a>>,
    /// Classes of the values.
    pub classes: Classes,
    /// Where the figures come from.
    pub series: Option<Series<'a>>,
}

impl Theme {
    /// Whether its values are records for every lakh of something.
    pub fn is_rate(&self) -> bool {
        self.counted.is_some() && self.topic.is_some()
    }
}

impl Snapshot {
    /// The regions below one by every theme that tells them apart.
    pub fn shadings<'a>(&'a self, within: Option<&RegionCode>, tally: &Tally<'a>) -> Vec<Shading<'a>> {
        let layers = tally.counts.iter().zip(LAYER_DYES.iter().cycle()).map(|((layer, _), dye)| Theme {
            id: layer.clone(),
            dye,
            counted: Some(Counted { layer: layer.clone(), registered: false }),
            topic: None,
        });
        let figures = FIGURES.iter().map(|(id, dye, counted, topic)| Theme {
            id: (*id).to_owned(),
            dye,
            counted: counted.map(|(layer, registered)| Counted { layer: layer.to_owned(), registered }),
            topic: *topic,
        });
        let shadings = layers.chain(figures).map(|theme| self.shading(theme, within, tally));
        shadings.filter(|shading| shading.classes.ranges().len() > 1).collect()
    }

    fn shading<'a>(&'a self, theme: Theme, within: Option<&RegionCode>, tally: &Tally<'a>) -> Shading<'a> {
        let codes: Vec<&RegionCode> = tally.children.iter().map(|child| &child.region.code).collect();
        let series = theme.topic.and_then(|topic| Series::of(&self.reference.statistics, topic, &codes));
        let registered = theme.counted.as_ref().filter(|counted| counted.registered);
        let registered = registered.map(|counted| self.registered(&counted.layer, within, codes.first()));
        let areas = tally.children.iter().map(|child| {
            let records = theme.counted.as_ref().map(|counted| match &registered {
                Some(registered) => registered.get(&child.region.code).copied().unwrap_or(0),
                None => count_of(&child.counts, &counted.layer),
            });
            let code = &child.region.code;
            let figure = series.as_ref().and_then(|series| series.values.get(code).copied());
            let value = match (records, figure, theme.topic) {
                (Some(records), _, None) => Some(records as u64),
                (None, figure, _) => figure,
                (Some(records), figure, Some(_)) => figure
                    .filter(|figure| *figure > 0)
                    .map(|figure| (records as u64 * LAKH * PARTS + figure / 2) / figure),
            };
            let together = series.as_ref().and_then(|series| series.together.get(code).copied());
            Area { region: child.region, value, records, figure, together }
        });
        let mut areas: Vec<Area<'a>> = areas.collect();
        areas.sort_by_key(|area| std::cmp::Reverse(area.value));
        let values: Vec<u64> = areas.iter().filter_map(|area| area.value).collect();
        Shading { classes: Classes::of(&values), theme, areas, series }
    }

    /// Registered records of a layer by region of the level of `child`.
    fn registered(
        &self,
        layer: &str,
        within: Option<&RegionCode>,
        child: Option<&&RegionCode>,
    ) -> HashMap<RegionCode, usize> {
        let role = match child.map(|code| code.level()) {
            None | Some(0) => Role::Country,
            Some(1) => Role::State,
            Some(_) => Role::District,
        };
        let Ok(layer) = self.layer(layer) else { return HashMap::new() };
        let described = layer.layer();
        let (Some(status), Some(field)) = (described.field_index("gi_status"), described.role(role)) else {
            return HashMap::new();
        };
        let filter = Filter { field: status, test: Test::AnyOf(vec!["registered".into()]) };
        let query = Query { within: within.cloned(), filters: vec![filter], ..Query::default() };
        let groups = layer.aggregate(&query, &[field]).into_iter();
        groups
            .filter_map(|group| Some((RegionCode::parse(group.values[0].as_text()?)?, group.count)))
            .collect()
    }
}

impl<'a> Series<'a> {
    /// The figures of a topic for most of these regions; of two equal sets the later.
    fn of(statistics: &'a [Statistic], topic: &str, regions: &[&RegionCode]) -> Option<Self> {
        let mut sets: BTreeMap<(&str, &str, &str), Self> = BTreeMap::new();
        for row in statistics.iter().filter(|row| row.topic == topic) {
            let set = sets.entry((&row.period, &row.unit, &row.source)).or_insert_with(|| Self {
                period: &row.period,
                source: &row.source,
                values: HashMap::new(),
                together: HashMap::new(),
            });
            match (&row.regions[..], row.value.parse::<u64>()) {
                ([alone], Ok(value)) => drop(set.values.insert(alone, value)),
                (several, _) => set.together.extend(several.iter().map(|code| (code, row))),
            }
        }
        let known = |set: &Self| regions.iter().filter(|code| set.values.contains_key(*code)).count();
        let best = sets.into_values().max_by_key(|set| known(set));
        // A figure or two would be a map of what is not known.
        best.filter(|set| 2 * known(set) >= regions.len().max(1))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code(text: &str) -> RegionCode {
        RegionCode::parse(text).unwrap()
    }

    fn row(region: &str, regions: &[&str], period: &str, value: &str) -> Statistic {
        Statistic {
            id: String::new(),
            topic: "looms".into(),
            region: region.into(),
            regions: regions.iter().map(|region| code(region)).collect(),
            period: period.into(),
            value: value.into(),
            unit: "looms".into(),
            note: String::new(),
            source: "a census".into(),
        }
    }

    #[test]
    fn figures_of_several_years_are_never_mixed() {
        let rows = [
            row("A", &["IN-A"], "2009", "10"),
            row("B", &["IN-B"], "2009", "20"),
            row("A", &["IN-A"], "2019", "11"),
            row("B", &["IN-B"], "2019", "21"),
            row("A", &["IN-A"], "2024", "12"),
        ];
        let (a, b) = (code("IN-A"), code("IN-B"));
        let series = Series::of(&rows, "looms", &[&a, &b]).unwrap();
        assert_eq!((series.period, series.values[&a], series.values[&b]), ("2019", 11, 21));
        assert!(Series::of(&rows, "weavers", &[&a, &b]).is_none());
    }

    #[test]
    fn what_a_source_counts_together_is_no_figure_of_either() {
        let rows = [row("A with B", &["IN-A", "IN-B"], "2019", "30"), row("C", &["IN-C"], "2019", "5")];
        let (a, c) = (code("IN-A"), code("IN-C"));
        let series = Series::of(&rows, "looms", &[&a, &c]).unwrap();
        assert_eq!((series.values.get(&a), series.together[&a].region.as_str()), (None, "A with B"));
        let (b, d) = (code("IN-B"), code("IN-D"));
        assert!(Series::of(&rows, "looms", &[&a, &b, &d, &c]).is_none(), "one of four is no map");
    }
}
