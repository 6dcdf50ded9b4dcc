//! A whole in its parts: exports by partner or by kind of goods, households by income. The rest that a stated
//! total leaves is shown as not broken down, never spread over the parts.

use super::{View, anchor};
use crate::pages::amount::{number, period, stated};
use crate::pages::bars::{Bar, Look, bars};
use crate::pages::view::{Source, sources};
use crate::portal::statistics::Breakdown;
use karigar_model::measure::Agreement;

/// A whole with its parts.
pub struct PartsView {
    /// Id on the page.
    pub id: String,
    /// What it is.
    pub title: String,
    /// What a part is: "Country".
    pub head: String,
    /// The chart.
    pub chart: String,
    /// The parts.
    pub rows: Vec<PartRow>,
    /// What is not broken down, and the total.
    pub ends: Vec<PartRow>,
    /// How the sum stands to the total, where it is not plain.
    pub note: String,
    /// When.
    pub period: String,
    /// Who says so.
    pub sources: Vec<Source>,
}

/// A part.
pub struct PartRow {
    /// What it is.
    pub label: String,
    /// "a group of countries".
    pub about: String,
    /// How much.
    pub value: String,
    /// Who states the total, where it is another source.
    pub sources: Vec<Source>,
    /// Of what time that is.
    pub period: String,
}

/// A whole with its parts as it is shown.
pub fn parts_view(view: &View<'_>, breakdown: &Breakdown<'_>) -> PartsView {
    let (language, first) = (view.language, &breakdown.parts[0]);
    let partners = breakdown.parts.iter().any(|part| part.topic.role.starts_with("partner"));
    let mut title = breakdown.whole.title(language.tag).to_owned();
    if breakdown
        .total
        .as_ref()
        .is_some_and(|(_, row)| row.is_some_and(|row| row.topic == breakdown.whole.topic))
    {
        title = language.with("facts-in-parts", [("title", &title)]);
    }
    let id = anchor(&breakdown.whole.topic, &first.row.period);
    let mut all: Vec<Bar> = Vec::new();
    let rows = breakdown.parts.iter().map(|part| {
        let row = PartRow {
            label: part.topic.title(language.tag).to_owned(),
            about: if part.topic.role == "partner-group" {
                language.text("facts-partner-group")
            } else {
                String::new()
            },
            value: stated(language, view.snapshot, part, view.here).big,
            sources: Vec::new(),
            period: String::new(),
        };
        let look = if row.about.is_empty() { Look::Full } else { Look::Hollow };
        all.push(Bar {
            label: row.label.clone(),
            value: row.value.clone(),
            amount: part.measure.as_f64(),
            look,
        });
        row
    });
    let rows: Vec<PartRow> = rows.collect();
    let ends = ends(view, breakdown, partners, &mut all);
    PartsView {
        chart: bars(language, &format!("{id}-bars"), &title, &all),
        id,
        title,
        head: language.text(if partners { "facts-partner" } else { "facts-part" }),
        rows,
        ends,
        note: note(view, breakdown),
        period: period(language, &first.row.period),
        sources: sources(&first.row.source),
    }
}

/// What is left over, and the total.
fn ends(view: &View<'_>, breakdown: &Breakdown<'_>, partners: bool, all: &mut Vec<Bar>) -> Vec<PartRow> {
    let language = view.language;
    let mut ends = Vec::new();
    if let Some(rest) = breakdown.rest() {
        let label = language.text(if partners { "facts-rest-partner" } else { "facts-rest" });
        let value = number(language, &rest);
        all.push(Bar { label: label.clone(), value: value.clone(), amount: rest.as_f64(), look: Look::Rest });
        ends.push(PartRow { label, about: String::new(), value, sources: Vec::new(), period: String::new() });
    }
    if let Some((total, row)) = &breakdown.total {
        let other = row.filter(|row| row.source != breakdown.parts[0].row.source);
        ends.push(PartRow {
            label: language.text("facts-total"),
            about: String::new(),
            value: number(language, total),
            sources: other.map(|row| sources(&row.source)).unwrap_or_default(),
            period: other.map(|row| period(language, &row.period)).unwrap_or_default(),
        });
    }
    ends
}

fn note(view: &View<'_>, breakdown: &Breakdown<'_>) -> String {
    match (breakdown.agreement, &breakdown.total) {
        (Some(Agreement::Rounded), _) => view.language.text("facts-sum-rounded"),
        (Some(Agreement::Less(gap)), Some((total, _))) => {
            let gap = number(view.language, &total.with_hundredths(gap));
            view.language.with("facts-sum-less", [("gap", &gap)])
        }
        _ => String::new(),
    }
}
