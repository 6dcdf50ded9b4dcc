//! Figures with their source: those of a region, of groups it belongs to, and of the crafts they speak of.
//! Figures that compete are all given; nothing is averaged. A sum is made only of the parts of one source.

use super::Snapshot;
use karigar_model::RegionCode;
use karigar_model::measure::{Agreement, Measure};
use karigar_model::reference::{Statistic, TOPIC_GROUPS, Topic, WHOLE};

/// How a figure speaks of a region.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// Of the region itself, or of a place in it.
    Own,
    /// Of a group of regions that it is one of.
    Member,
    /// Of a group of regions within it.
    Inside,
}

/// A figure, read.
#[derive(Clone, Copy, Debug)]
pub struct Figure<'a> {
    /// The row.
    pub row: &'a Statistic,
    /// What it is called.
    pub topic: &'a Topic,
    /// Value and unit.
    pub measure: Measure<'a>,
    /// How it speaks of the region that was asked for.
    pub scope: Scope,
}

impl Figure<'_> {
    /// The first year that the period names, for the order; 0 where it names none.
    pub fn year(&self) -> u16 {
        let years = self.row.period.split(' ').filter_map(|word| word.get(..4)?.parse().ok());
        years.max().unwrap_or(0)
    }

    /// Whether another figure says the same of the same time: they compete.
    pub fn competes(&self, other: &Self) -> bool {
        self.row.topic == other.row.topic
            && self.row.regions == other.row.regions
            && self.row.period == other.row.period
    }
}

/// The parts that one source gives of a whole.
#[derive(Debug)]
pub struct Breakdown<'a> {
    /// The whole.
    pub whole: &'a Topic,
    /// Its parts, largest first.
    pub parts: Vec<Figure<'a>>,
    /// The stated total: a figure, or a hundred percent.
    pub total: Option<(Measure<'a>, Option<&'a Statistic>)>,
    /// How the sum of the parts stands to it.
    pub agreement: Option<Agreement>,
}

impl Breakdown<'_> {
    /// What the total has beyond the parts.
    pub fn rest(&self) -> Option<Measure<'_>> {
        match (&self.total, self.agreement?) {
            (Some((total, _)), Agreement::More(gap)) => Some(total.with_hundredths(gap)),
            _ => None,
        }
    }
}

impl Snapshot {
    /// What a topic is called.
    pub fn topic(&self, topic: &str) -> Option<&Topic> {
        self.reference.topics.iter().find(|known| known.topic == topic)
    }

    fn figure<'a>(&'a self, row: &'a Statistic, scope: Scope) -> Option<Figure<'a>> {
        let measure = Measure::parse(&row.value, &row.unit)?;
        Some(Figure { row, topic: self.topic(&row.topic)?, measure, scope })
    }

    /// All figures.
    pub fn figures(&self) -> Vec<Figure<'_>> {
        let figures = self.reference.statistics.iter().filter_map(|row| self.figure(row, Scope::Own));
        ordered(self, figures.collect())
    }

    /// The figures of a region and of groups that it is one of, or that lie in it; by topic, newest first.
    pub fn figures_of(&self, code: &RegionCode) -> Vec<Figure<'_>> {
        let rows = self.reference.statistics.iter();
        let figures = rows.filter_map(|row| self.figure(row, scope(&row.regions, code)?));
        ordered(self, figures.collect())
    }

    /// The figures of regions right below one, each for its own.
    pub fn figures_below(&self, code: &RegionCode) -> Vec<Figure<'_>> {
        let below =
            |row: &&Statistic| matches!(&row.regions[..], [one] if one.parent().as_ref() == Some(code));
        let rows = self.reference.statistics.iter().filter(below);
        ordered(self, rows.filter_map(|row| self.figure(row, Scope::Own)).collect())
    }

    /// The figures that speak of clusters or of a craft family.
    pub fn figures_of_craft(&self, clusters: &[&str], family: &str) -> Vec<Figure<'_>> {
        let speaks = |figure: &Figure<'_>| {
            let Topic { crafts, families, .. } = figure.topic;
            crafts.iter().any(|craft| clusters.contains(&craft.as_str()))
                || families.iter().any(|f| f == family)
        };
        self.figures().into_iter().filter(speaks).collect()
    }

    /// The wholes among some figures, each with its parts.
    pub fn breakdowns<'a>(&'a self, figures: &[Figure<'a>]) -> Vec<Breakdown<'a>> {
        let mut found: Vec<Breakdown<'a>> = Vec::new();
        for figure in figures {
            let Some(whole) = figure.topic.whole().and_then(|whole| self.topic(whole)) else { continue };
            let same = |held: &&mut Breakdown<'a>| {
                let first = &held.parts[0];
                held.whole.topic == whole.topic && of_one_table(first, figure)
            };
            match found.iter_mut().find(same) {
                Some(held) => held.parts.push(*figure),
                None => found.push(Breakdown { whole, parts: vec![*figure], total: None, agreement: None }),
            }
        }
        for breakdown in &mut found {
            self.add_up(breakdown);
        }
        found
    }

    /// Fills in the total, and how the parts stand to it.
    fn add_up<'a>(&'a self, breakdown: &mut Breakdown<'a>) {
        let first = breakdown.parts[0];
        if breakdown.whole.topic != INCOME {
            breakdown.parts.sort_by_key(|part| std::cmp::Reverse(part.measure.hundredths()));
        }
        let sum: Option<i64> = breakdown.parts.iter().map(|part| part.measure.hundredths()).sum();
        breakdown.total = match breakdown.whole.of.as_str() {
            // The figures of the whole are its total, unless it is but a name for its parts.
            "" => self.total(&breakdown.whole.topic, &first).map(|total| (total.measure, Some(total.row))),
            WHOLE => Measure::parse("100", "percent").map(|whole| (whole, None)),
            topic => self.total(topic, &first).map(|total| (total.measure, Some(total.row))),
        };
        let stated = breakdown.total.as_ref().and_then(|(total, _)| total.hundredths());
        breakdown.agreement = sum.zip(stated).map(|(sum, stated)| Agreement::of(sum, stated));
    }

    /// The total that belongs to a part: of the same regions and time, of the same source where it gives one.
    fn total<'a>(&'a self, topic: &str, part: &Figure<'a>) -> Option<Figure<'a>> {
        let rows = self.reference.statistics.iter().filter(|row| {
            row.topic == topic && row.regions == part.row.regions && row.period == part.row.period
        });
        let figures = rows.filter_map(|row| self.figure(row, part.scope));
        figures
            .filter(|figure| figure.measure.kind() == part.measure.kind())
            .min_by_key(|figure| figure.row.source != part.row.source)
    }
}

/// The one whole whose parts have an order of their own.
const INCOME: &str = "handloom_households_by_monthly_income_inr";

fn of_one_table(one: &Figure<'_>, other: &Figure<'_>) -> bool {
    one.row.regions == other.row.regions
        && one.row.period == other.row.period
        && one.row.source == other.row.source
        && one.measure.kind() == other.measure.kind()
}

/// How a figure of `regions` speaks of `code`, if it does.
fn scope(regions: &[RegionCode], code: &RegionCode) -> Option<Scope> {
    match regions {
        [one] => (one == code).then_some(Scope::Own),
        group if group.contains(code) => Some(Scope::Member),
        group if group.iter().all(|member| member.is_within(code)) => {
            // Of a country, only what it is told of as a whole.
            (code.level() > 0 && !group.is_empty()).then_some(Scope::Inside)
        }
        _ => None,
    }
}

/// By heading and topic, own figures before those of groups, the newest first, a whole year before its part.
fn ordered<'a>(snapshot: &Snapshot, mut figures: Vec<Figure<'a>>) -> Vec<Figure<'a>> {
    let place = |topic: &Topic| {
        let group = TOPIC_GROUPS.iter().position(|group| *group == topic.group);
        let position = snapshot.reference.topics.iter().position(|known| known.topic == topic.topic);
        (group, position)
    };
    figures.sort_by_cached_key(|figure| {
        (
            place(figure.topic),
            figure.scope as u8,
            std::cmp::Reverse(figure.year()),
            figure.row.period.len(),
            figure.row.id.clone(),
        )
    });
    figures
}

#[cfg(test)]
mod tests {
    use super::*;

    fn codes(codes: &[&str]) -> Vec<RegionCode> {
        codes.iter().map(|code| RegionCode::parse(code).unwrap()).collect()
    }

    #[test]
    fn a_group_speaks_of_its_members_and_of_the_region_around_it() {
        let group = codes(&["IN-JK-014", "IN-JK-009"]);
        let of = |code: &str| scope(&group, &RegionCode::parse(code).unwrap());
        assert_eq!(of("IN-JK-014"), Some(Scope::Member));
        assert_eq!(of("IN-JK"), Some(Scope::Inside));
        assert_eq!(of("IN"), None);
        assert_eq!(of("IN-JK-011"), None);
        let one = codes(&["IN-JK"]);
        assert_eq!(scope(&one, &RegionCode::parse("IN-JK").unwrap()), Some(Scope::Own));
        assert_eq!(scope(&one, &RegionCode::parse("IN-JK-014").unwrap()), None);
    }
}
