//! Figures that sources give for the regions. A row holds one topic; its cells are of one period and by one
//! source, and a cell of another says so.

use super::{Cell, Compared, Group, Line};
use crate::i18n::Language;
use crate::pages::amount::{number, period, region_name, unit};
use crate::pages::region::CrumbLink;
use crate::pages::said::Said;
use crate::pages::view::sources;
use karigar_model::RegionCode;
use karigar_model::measure::Measure;
use karigar_model::reference::Statistic;
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// What makes figures fit to be set side by side: period, unit and source.
type Basis<'a> = (&'a str, &'a str, &'a str);

fn basis(row: &Statistic) -> Basis<'_> {
    (&row.period, &row.unit, &row.source)
}

impl Compared<'_> {
    /// Topics that are known of at least two of the regions.
    pub(super) fn figures(&self) -> Group {
        let mut topics: BTreeMap<&str, Vec<&Statistic>> = BTreeMap::new();
        for row in &self.snapshot.reference.statistics {
            if self.regions.iter().any(|region| row.regions.contains(&region.code)) {
                topics.entry(&row.topic).or_default().push(row);
            }
        }
        let codes: Vec<&RegionCode> = self.regions.iter().map(|region| &region.code).collect();
        let lines =
            topics.into_iter().filter_map(|(topic, rows)| Some(self.figure(topic, &beside(&codes, &rows)?)));
        Group { title: self.language.text("compare-figures"), rows: lines.collect() }
    }

    fn figure(&self, topic: &str, (basis, chosen): &(Basis<'_>, Vec<Option<&Statistic>>)) -> Line {
        let (_, _, source) = *basis;
        let (language, like) =
            (self.language, chosen.iter().flatten().find(|row| self::basis(row) == *basis));
        let title = self.snapshot.topic(topic).map_or(topic, |topic| topic.title(language.tag));
        Line {
            title: title.to_owned(),
            note: like.map_or_else(String::new, |row| measured(language, row)),
            sources: sources(source),
            cells: chosen
                .iter()
                .map(|row| row.map_or_else(Cell::default, |row| self.cell(row, basis)))
                .collect(),
        }
    }

    fn cell(&self, row: &Statistic, basis: &Basis<'_>) -> Cell {
        let language = self.language;
        let measure = Measure::parse(&row.value, &row.unit);
        let value = measure.map_or_else(|| row.value.clone(), |measure| number(language, &measure));
        let mut notes = Vec::new();
        if row.regions.len() > 1 {
            let group = region_name(language, self.snapshot, row);
            notes.push(group.within(language, "areas-together", "group"));
        }
        if self::basis(row) != *basis {
            let other = language.with("compare-different", [("what", &measured(language, row))]);
            let source = sources(&row.source).into_iter().next();
            let source = source.map(|source| Said::english(language, &source.label));
            let parts: Vec<Said> = std::iter::once(other.into()).chain(source).collect();
            notes.push(Said::join(&parts, language.comma()));
        }
        let parts = vec![CrumbLink { name: value, url: String::new() }];
        Cell { parts, share: None, note: Said::join(&notes, " · ") }
    }
}

/// Of each region the row to show, and what most of them share; nothing when fewer than two have one. Of two
/// bases with as many regions the later period is taken; a region without it shows its latest row.
fn beside<'a>(
    regions: &[&RegionCode],
    rows: &[&'a Statistic],
) -> Option<(Basis<'a>, Vec<Option<&'a Statistic>>)> {
    let of = |region: &RegionCode, wanted: Option<Basis<'_>>| {
        let own = rows.iter().filter(|row| row.regions.contains(region));
        let own = own.filter(|row| wanted.is_none_or(|wanted| basis(row) == wanted));
        // A figure of the region alone comes before one of several together.
        own.max_by_key(|row| (Reverse(row.regions.len()), &row.period)).copied()
    };
    let covered =
        |row: &&&Statistic| regions.iter().filter(|code| of(code, Some(basis(row))).is_some()).count();
    let best = rows.iter().max_by_key(|row| (covered(row), &row.period))?;
    let basis = basis(best);
    let chosen: Vec<_> =
        regions.iter().map(|region| of(region, Some(basis)).or_else(|| of(region, None))).collect();
    (chosen.iter().flatten().count() > 1).then_some((basis, chosen))
}

/// What a figure counts, and when: "artisans · August 2021".
fn measured(language: &Language, row: &Statistic) -> String {
    let unit = Measure::parse(&row.value, &row.unit).map(|measure| unit(language, &measure));
    let parts = [unit.unwrap_or_default(), period(language, &row.period)];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code(text: &str) -> RegionCode {
        RegionCode::parse(text).unwrap()
    }

    fn row(regions: &[&str], period: &str, value: &str, source: &str) -> Statistic {
        Statistic {
            id: value.into(),
            topic: "looms".into(),
            region: regions.join(" with "),
            regions: regions.iter().map(|region| code(region)).collect(),
            period: period.into(),
            value: value.into(),
            unit: "looms".into(),
            note: String::new(),
            source: source.into(),
        }
    }

    #[test]
    fn a_row_is_of_one_year_and_source_where_it_can_be() {
        let rows = [
            row(&["IN-A"], "2019", "1", "census"),
            row(&["IN-A"], "2024", "2", "press"),
            row(&["IN-B"], "2019", "3", "census"),
            row(&["IN-C"], "2023", "4", "press"),
        ];
        let rows: Vec<&Statistic> = rows.iter().collect();
        let (a, b, c, d) = (code("IN-A"), code("IN-B"), code("IN-C"), code("IN-D"));
        let shown = |regions: &[&RegionCode]| {
            let (basis, chosen) = beside(regions, &rows)?;
            let values = chosen.into_iter().map(|row| row.map_or("", |row| row.value.as_str()));
            Some((basis.0.to_owned(), values.collect::<Vec<_>>()))
        };
        assert_eq!(shown(&[&a, &b, &c]), Some(("2019".into(), vec!["1", "3", "4"])));
        assert_eq!(shown(&[&a, &c, &d]), Some(("2024".into(), vec!["2", "4", ""])));
        assert_eq!(shown(&[&a, &d]), None, "one alone is no comparison");
    }
}
