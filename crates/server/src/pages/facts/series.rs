//! All figures of a topic as a table, with a chart where they are of several years.

use super::{FEW_FIGURES, OPEN, View, anchor, topics};
use crate::pages::amount::Stated;
use crate::pages::bars::{Bar, Look, bars};
use crate::portal::statistics::Figure;

/// Years in a chart.
const MOST_BARS: usize = 12;
/// Fewer figures make no chart.
const LEAST_BARS: usize = 3;

/// A topic with its figures.
pub struct SeriesView {
    /// Id on the page.
    pub id: String,
    /// What it is.
    pub title: String,
    /// Figures by year; empty where there are few.
    pub chart: String,
    /// Whether a bar is of a part of a year.
    pub has_part: bool,
    /// Whether sources differ on one time.
    pub differ: bool,
    /// The newest.
    pub rows: Vec<Stated>,
    /// The others.
    pub rest: Vec<Stated>,
    /// "9 more rows".
    pub rest_title: String,
}

/// The topics of some figures that have more than two, and are no parts of a whole.
pub fn series(view: &View<'_>, figures: &[Figure<'_>]) -> Vec<SeriesView> {
    let many = topics(figures).filter(|figures| figures.len() > FEW_FIGURES);
    many.map(|figures| topic(view, &figures)).collect()
}

fn topic(view: &View<'_>, figures: &[&Figure<'_>]) -> SeriesView {
    let first = figures[0];
    let mut rows: Vec<Stated> = figures.iter().map(|figure| view.stated(figure)).collect();
    let rest = rows.split_off(rows.len().min(OPEN));
    let differ = |one: &Figure<'_>, other: &Figure<'_>| {
        one.competes(other)
            && one.measure.kind() == other.measure.kind()
            && one.measure.hundredths() != other.measure.hundredths()
    };
    SeriesView {
        id: anchor(&first.row.topic, ""),
        title: view.title(first),
        chart: chart(view, figures),
        has_part: figures.iter().any(|figure| of_part(figure)),
        differ: figures.iter().any(|one| figures.iter().any(|other| differ(one, other))),
        rest_title: view.language.count("facts-more-rows", rest.len()),
        rows,
        rest,
    }
}

/// The figures of the region of the first one, in its unit, by year.
fn chart(view: &View<'_>, figures: &[&Figure<'_>]) -> String {
    let first = figures[0];
    let mut like: Vec<&Figure<'_>> = figures
        .iter()
        .copied()
        .filter(|figure| {
            figure.row.regions == first.row.regions
                && figure.measure.kind() == most_usual(figures)
                && figure.year() > 0
        })
        .take(MOST_BARS)
        .collect();
    let years = like.iter().map(|figure| figure.year());
    if like.len() < LEAST_BARS || years.collect::<std::collections::BTreeSet<_>>().len() < LEAST_BARS {
        return String::new();
    }
    like.reverse();
    let bar = |figure: &&Figure<'_>| {
        let said = view.stated(figure);
        let twice = like.iter().filter(|other| other.row.period == figure.row.period).count() > 1;
        let source = said.sources.first().filter(|_| twice).map(|source| format!(" · {}", source.label));
        Bar {
            label: said.period + &source.unwrap_or_default(),
            value: said.big,
            amount: figure.measure.as_f64(),
            look: if of_part(figure) { Look::Hollow } else { Look::Full },
        }
    };
    let all: Vec<Bar> = like.iter().map(bar).collect();
    bars(view.language, &anchor(&first.row.topic, "years"), &view.title(first), &all)
}

/// Whether a figure is of some months of its year.
fn of_part(figure: &Figure<'_>) -> bool {
    figure.row.period.contains(' ') && figure.measure.kind().len() == 3
}

/// The unit of most figures: rupees rather than dollars.
fn most_usual<'a>(figures: &[&Figure<'a>]) -> &'a str {
    let count = |kind: &str| figures.iter().filter(|figure| figure.measure.kind() == kind).count();
    figures.iter().map(|figure| figure.measure.kind()).max_by_key(|kind| count(kind)).unwrap_or_default()
}
