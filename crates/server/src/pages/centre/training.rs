//! The training of an office: figures by kind and area, and the crafts that are taught.

use super::add;
use crate::pages::record::Shown;
use crate::pages::view::{Source, capital, sources};
use karigar_model::reference::TrainingFact;

/// Levels of course that have a column of their own; the last one is for all others.
const LEVELS: [&str; 3] = ["elementary", "advanced", "all"];

/// What is known of the training of an office.
pub struct Training {
    /// Titles of the columns of figures that hold any, with their positions.
    pub columns: Vec<(usize, String)>,
    /// Figures by kind.
    pub groups: Vec<Figures>,
    /// Crafts by where they are taught.
    pub crafts: Vec<Crafts>,
}

/// Figures of one kind.
pub struct Figures {
    /// The kind: "Training centres".
    pub what: String,
    /// By area, craft and period.
    pub rows: Vec<Row>,
}

/// Figures of one kind for one area, side by side by level of course.
pub struct Row {
    /// Where.
    pub area: String,
    /// Unit, craft and other levels of course; empty where the kind says all.
    pub about: String,
    /// A figure a level of [`LEVELS`].
    pub values: [String; 3],
    /// When.
    pub period: String,
    /// What the editors remark.
    pub notes: Vec<String>,
    /// Who says so.
    pub sources: Vec<Source>,
}

/// Crafts that are taught, or to be revived, in one place.
pub struct Crafts {
    /// Kind and place.
    pub title: String,
    /// Their names.
    pub names: Vec<String>,
    /// When.
    pub period: String,
    /// What the editors remark.
    pub note: String,
    /// Who says so.
    pub sources: Vec<Source>,
}

/// The training of the office that is shown, if anything is known of it.
pub fn training(shown: &Shown<'_>) -> Option<Training> {
    let own = |fact: &&TrainingFact| fact.office == shown.feature.id();
    let facts = shown.snapshot.reference.training.iter().filter(own);
    let (named, counted): (Vec<&TrainingFact>, Vec<&TrainingFact>) =
        facts.partition(|fact| fact.value.is_empty() && !fact.craft.is_empty());
    if named.is_empty() && counted.is_empty() {
        return None;
    }
    let groups = figures(shown, &counted);
    let filled =
        |at: &usize| groups.iter().flat_map(|group| &group.rows).any(|row| !row.values[*at].is_empty());
    let title = |at: usize| (at, shown.text(&format!("record-training-{}", LEVELS[at])));
    let columns = (0..LEVELS.len()).filter(filled).map(title).collect();
    Some(Training { columns, groups, crafts: crafts(shown, &named) })
}

fn figures(shown: &Shown<'_>, facts: &[&TrainingFact]) -> Vec<Figures> {
    let mut groups: Vec<Figures> = Vec::new();
    for fact in facts {
        let what = what(shown, fact);
        let at = groups.iter().position(|group| group.what == what).unwrap_or_else(|| {
            groups.push(Figures { what: what.clone(), rows: Vec::new() });
            groups.len() - 1
        });
        let rows = &mut groups[at].rows;
        let level = LEVELS.iter().position(|level| *level == fact.course_level);
        let (area, about) = (area(shown, fact), about(fact, &what, level.is_none()));
        let level = level.unwrap_or(LEVELS.len() - 1);
        let same = rows.iter_mut().find(|row| {
            (row.area == area && row.about == about && row.period == fact.period)
                && row.values[level].is_empty()
        });
        let row = if let Some(row) = same {
            row
        } else {
            rows.push(Row {
                area,
                about,
                values: Default::default(),
                period: fact.period.clone(),
                notes: Vec::new(),
                sources: sources(&fact.source),
            });
            rows.last_mut().expect("a row was just added")
        };
        let number = fact.value.parse::<usize>();
        row.values[level] =
            number.map_or_else(|_| fact.value.clone(), |number| shown.language.number(number));
        if !fact.note.is_empty() {
            add(&mut row.notes, fact.note.clone());
        }
    }
    groups
}

fn crafts(shown: &Shown<'_>, facts: &[&TrainingFact]) -> Vec<Crafts> {
    let place =
        |fact: &TrainingFact| (fact.kind.clone(), fact.area.clone(), fact.period.clone(), fact.note.clone());
    let groups = facts.chunk_by(|one, other| place(one) == place(other));
    let lists = groups.map(|group| Crafts {
        title: format!("{} · {}", what(shown, group[0]), area(shown, group[0])),
        names: group.iter().map(|fact| fact.craft.clone()).collect(),
        period: group[0].period.clone(),
        note: group[0].note.clone(),
        sources: sources(&group[0].source),
    });
    lists.collect()
}

fn what(shown: &Shown<'_>, fact: &TrainingFact) -> String {
    let key = format!("record-training-{}", fact.kind);
    if shown.language.has(&key) { shown.text(&key) } else { capital(&fact.kind.replace('-', " ")) }
}

/// The area, or the whole region of the fact.
fn area(shown: &Shown<'_>, fact: &TrainingFact) -> String {
    if !fact.area.is_empty() {
        return fact.area.clone();
    }
    let Some(region) = shown.snapshot.tree.get(&fact.region) else { return String::new() };
    let name = region.name_in(shown.language.tag);
    if region.code.level() == 2 {
        shown.language.with("record-district", [("name", name)])
    } else {
        name.to_owned()
    }
}

/// Unit, craft and level of course, where the heading does not say them.
fn about(fact: &TrainingFact, what: &str, level: bool) -> String {
    let unit = if what.to_lowercase().contains(fact.unit.trim_end_matches('s')) { "" } else { &fact.unit };
    let level = if level { fact.course_level.as_str() } else { "" };
    let parts = [unit, level, fact.craft.as_str()];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}
