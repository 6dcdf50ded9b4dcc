//! One topic over the regions right below: states of a country, districts of a state. The sum is compared with what
//! the same source states for the whole.

use super::{OPEN, View, anchor};
use crate::pages::amount::{Stated, whole};
use crate::pages::bars::{Bar, Look, bars};
use crate::pages::view::Source;
use crate::portal::statistics::Figure;
use karigar_model::measure::Agreement;

/// A topic over regions.
pub struct BelowView {
    /// Id on the page.
    pub id: String,
    /// What it is.
    pub title: String,
    /// The largest.
    pub chart: String,
    /// The largest, then the others.
    pub rows: Vec<BelowRow>,
    /// The others.
    pub rest: Vec<BelowRow>,
    /// "24 more rows".
    pub rest_title: String,
    /// What the rows add up to, and whether the source says the same.
    pub sum: String,
    /// When, where all rows are of one time.
    pub period: String,
    /// Who says so, where all rows have one source; then the rows name none.
    pub sources: Vec<Source>,
}

/// A region with its figure.
pub struct BelowRow {
    /// Its name.
    pub name: String,
    /// Its page.
    pub url: String,
    /// Its figure.
    pub stated: Stated,
}

/// The topics that at least two regions have a figure of. `own` are the figures of the region around them.
pub fn below(view: &View<'_>, place: &str, figures: &[Figure<'_>], own: &[Figure<'_>]) -> Vec<BelowView> {
    let tables = figures.chunk_by(|one, other| one.row.topic == other.row.topic);
    tables.filter(|figures| regions(figures) > 1).map(|figures| table(view, place, figures, own)).collect()
}

/// How many regions some figures are of.
fn regions(figures: &[Figure<'_>]) -> usize {
    let codes: std::collections::BTreeSet<_> = figures.iter().map(|figure| &figure.row.regions).collect();
    codes.len()
}

fn table(view: &View<'_>, place: &str, figures: &[Figure<'_>], own: &[Figure<'_>]) -> BelowView {
    let mut sorted: Vec<&Figure<'_>> = figures.iter().collect();
    sorted.sort_by_key(|figure| std::cmp::Reverse(figure.measure.hundredths()));
    let one_table = sorted
        .iter()
        .all(|figure| figure.row.source == sorted[0].row.source && figure.row.period == sorted[0].row.period);
    let mut rows: Vec<BelowRow> = sorted.iter().map(|figure| row(view, figure)).collect();
    let bar = |(row, figure): (&BelowRow, &&Figure<'_>)| Bar {
        label: row.name.clone(),
        value: row.stated.big.clone(),
        amount: figure.measure.as_f64(),
        look: Look::Full,
    };
    let largest: Vec<Bar> = rows.iter().zip(&sorted).take(OPEN).map(bar).collect();
    let (id, title) = (anchor(&sorted[0].row.topic, "below"), view.title(sorted[0]));
    let comparable = regions(figures) == figures.len() && one_kind(figures);
    let chart =
        if comparable { bars(view.language, &format!("{id}-bars"), &title, &largest) } else { String::new() };
    let first = rows[0].stated.clone();
    let rest = rows.split_off(rows.len().min(OPEN));
    BelowView {
        id,
        title,
        chart,
        rest_title: view.language.count("facts-more-rows", rest.len()),
        sum: if one_table && comparable { sum(view, place, &sorted, own) } else { String::new() },
        period: if one_table { first.period } else { String::new() },
        sources: if one_table { first.sources } else { Vec::new() },
        rows,
        rest,
    }
}

fn one_kind(figures: &[Figure<'_>]) -> bool {
    figures.iter().all(|figure| figure.measure.kind() == figures[0].measure.kind())
}

fn row(view: &View<'_>, figure: &Figure<'_>) -> BelowRow {
    let region = figure.row.regions.first().and_then(|code| view.snapshot.tree.get(code));
    BelowRow {
        name: region.map_or(&*figure.row.region, |region| region.name_in(view.language.tag)).to_owned(),
        url: region
            .map_or_else(String::new, |region| format!("{}/r/{}", view.language.root(), region.code.path())),
        stated: view.stated(figure),
    }
}

/// What the rows add up to, where the same source states the whole; else nothing, for a sum over some of the states
/// would say less than it seems to.
fn sum(view: &View<'_>, place: &str, figures: &[&Figure<'_>], own: &[Figure<'_>]) -> String {
    let first = figures[0];
    let stated = own.iter().find(|figure| {
        figure.row.topic == first.row.topic
            && figure.row.source == first.row.source
            && figure.row.period == first.row.period
            && figure.row.regions.len() == 1
    });
    let sum: Option<i64> = figures.iter().map(|figure| figure.measure.hundredths()).sum();
    let Some((stated, sum)) = stated.zip(sum) else { return String::new() };
    let Some(total) = stated.measure.hundredths() else { return String::new() };
    let language = view.language;
    let said = |hundredths: i64| whole(language, &stated.measure.with_hundredths(hundredths));
    let added =
        language.with("facts-below-sum", [("count", &language.number(figures.len())), ("sum", &said(sum))]);
    let (key, gap) = match Agreement::of(sum, total) {
        Agreement::Exact => ("facts-below-exact", 0),
        Agreement::Rounded => ("facts-below-rounded", 0),
        Agreement::More(gap) => ("facts-below-more", gap),
        Agreement::Less(gap) => ("facts-below-less", gap),
    };
    let compared = language.with(key, [("place", place), ("total", &said(total)), ("gap", &said(gap))]);
    format!("{added} {compared}")
}
