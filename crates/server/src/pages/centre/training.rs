//! The training of an office: figures by kind and area, and the crafts that are taught.

use super::add;
use crate::pages::amount::period;
use crate::pages::record::Shown;
use crate::pages::said::{Said, of_row};
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
    pub area: Said,
    /// Unit, craft and other levels of course; empty where the kind says all.
    pub about: Said,
    /// A figure a level of [`LEVELS`].
    pub values: [String; 3],
    /// When.
    pub period: String,
    /// What the editors remark.
    pub notes: Vec<Said>,
    /// Who says so.
    pub sources: Vec<Source>,
}

/// Crafts that are taught, or to be revived, in one place.
pub struct Crafts {
    /// Kind and place.
    pub title: Said,
    /// Their names.
    pub names: Vec<Said>,
    /// When.
    pub period: String,
    /// What the editors remark.
    pub note: Said,
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
        let (area, about) = (area(shown, fact), about(shown, fact, &what, level.is_none()));
        let level = level.unwrap_or(LEVELS.len() - 1);
        let when = period(shown.language, &fact.period);
        let same = rows.iter_mut().find(|row| {
            (row.area == area && row.about == about && row.period == when) && row.values[level].is_empty()
        });
        let row = if let Some(row) = same {
            row
        } else {
            rows.push(Row {
                area,
                about,
                values: Default::default(),
                period: when.clone(),
                notes: Vec::new(),
                sources: sources(&fact.source),
            });
            rows.last_mut().expect("a row was just added")
        };
        let number = fact.value.parse::<usize>();
        row.values[level] =
            number.map_or_else(|_| fact.value.clone(), |number| shown.language.number(number));
        if !fact.note.is_empty() {
            add(&mut row.notes, text(shown, fact, "note", &fact.note));
        }
    }
    groups
}

fn crafts(shown: &Shown<'_>, facts: &[&TrainingFact]) -> Vec<Crafts> {
    let place =
        |fact: &TrainingFact| (fact.kind.clone(), fact.area.clone(), fact.period.clone(), fact.note.clone());
    let groups = facts.chunk_by(|one, other| place(one) == place(other));
    let lists = groups.map(|group| Crafts {
        title: Said::join(&[what(shown, group[0]).into(), area(shown, group[0])], " · "),
        names: group.iter().map(|fact| text(shown, fact, "craft", &fact.craft)).collect(),
        period: period(shown.language, &group[0].period),
        note: text(shown, group[0], "note", &group[0].note),
        sources: sources(&group[0].source),
    });
    lists.collect()
}

fn what(shown: &Shown<'_>, fact: &TrainingFact) -> String {
    let key = format!("record-training-{}", fact.kind);
    if shown.language.has(&key) { shown.text(&key) } else { capital(&fact.kind.replace('-', " ")) }
}

/// A text of a fact in the reader's language, where we have it.
fn text(shown: &Shown<'_>, fact: &TrainingFact, field: &str, text: &str) -> Said {
    of_row(shown.language, shown.snapshot, ("training_centres", &fact.id), field, text)
}

/// The area, or the whole region of the fact.
fn area(shown: &Shown<'_>, fact: &TrainingFact) -> Said {
    if !fact.area.is_empty() {
        return text(shown, fact, "area", &fact.area);
    }
    let Some(region) = shown.snapshot.tree.get(&fact.region) else { return Said::default() };
    let name = region.name_in(shown.language.tag);
    if region.code.level() == 2 {
        shown.language.with("record-district", [("name", name)]).into()
    } else {
        name.into()
    }
}

/// Unit, craft and level of course, where the heading does not say them.
fn about(shown: &Shown<'_>, fact: &TrainingFact, what: &str, level: bool) -> Said {
    let unit = text(shown, fact, "unit", &fact.unit);
    let said = what.to_lowercase().contains(unit.trim_end_matches('s'));
    let unit = if said { Said::default() } else { unit };
    let level = if level { text(shown, fact, "course_level", &fact.course_level) } else { Said::default() };
    let parts = [unit, level, text(shown, fact, "craft", &fact.craft)];
    Said::join(&parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>(), " · ")
}
