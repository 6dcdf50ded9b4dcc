//! The regions right below one, with their counts by layer.

use crate::i18n::Language;
use crate::portal::Snapshot;
use crate::portal::crafts::CLUSTERS;
use crate::portal::regions::{Child, Counts, Tally, count_of};
use crate::portal::serving::CENTRES;
use karigar_model::fold::fold;

/// A table of regions. Layers that tell the rows apart have a column.
pub struct ChildTable {
    /// What the regions are: "District".
    pub heading: String,
    /// The layers.
    pub columns: Vec<Column>,
    /// Regions with a craft, most first.
    pub rows: Vec<ChildRow>,
    /// Regions without one, by name.
    pub bare: Vec<ChildRow>,
    /// "38 districts without a recorded craft".
    pub bare_title: String,
    /// What is known of the region as a whole, but not of one of the rows.
    pub not_placed: Option<Vec<String>>,
}

/// A layer in the head of the table.
pub struct Column {
    /// Its title.
    pub title: String,
    /// Whether a phone has no room for it.
    pub is_more: bool,
}

/// A region with its counts.
pub struct ChildRow {
    /// Its name.
    pub name: String,
    /// Address of its page.
    pub url: String,
    /// Its counts, a column each.
    pub counts: Vec<String>,
    /// Its crafts in hundredths of the largest row.
    pub share: usize,
}

/// The table of the regions of `level` below one.
pub fn child_table(
    language: &Language,
    snapshot: &Snapshot,
    root: &str,
    tally: &Tally<'_>,
    level: u8,
) -> ChildTable {
    let Tally { counts, children, not_placed } = tally;
    let shown = telling(counts, children);
    let columns = shown.iter().map(|at| {
        let id = &counts[*at].0;
        let layer = snapshot.layer(id);
        Column {
            title: layer.map_or_else(|_| id.clone(), |layer| layer.layer().title(language.tag).to_owned()),
            is_more: ![CLUSTERS, CENTRES].contains(&id.as_str()),
        }
    });
    let counted = |counts: &Counts| shown.iter().map(|at| language.number(counts[*at].1)).collect::<Vec<_>>();
    let crafts = |child: &Child<'_>| count_of(&child.counts, CLUSTERS);
    let largest = children.iter().map(crafts).max().unwrap_or(0).max(1);
    let mut sorted: Vec<&Child<'_>> = children.iter().collect();
    sorted.sort_by_cached_key(|child| {
        (std::cmp::Reverse(crafts(child)), fold(child.region.name_in(language.tag)))
    });
    let row = |child: &&Child<'_>| ChildRow {
        name: child.region.name_in(language.tag).to_owned(),
        url: format!("{root}/r/{}", child.region.code.path()),
        counts: counted(&child.counts),
        share: crafts(child) * 100 / largest,
    };
    let bare_from = sorted.iter().position(|child| crafts(child) == 0).unwrap_or(sorted.len());
    // A table whose every row would be folded away says more when it stands open.
    let (with, bare) = if bare_from == 0 { (&sorted[..], &[][..]) } else { sorted.split_at(bare_from) };
    let rest = shown.iter().any(|at| not_placed[*at].1 > 0) && !children.is_empty();
    ChildTable {
        heading: language.text(&format!("region-name-{level}")),
        columns: columns.collect(),
        rows: with.iter().map(row).collect(),
        bare: bare.iter().map(row).collect(),
        bare_title: language.count(&format!("region-bare-{level}"), bare.len()),
        not_placed: rest.then(|| counted(not_placed)),
    }
}

/// Positions of the layers that tell the regions apart, and of the crafts.
fn telling(counts: &Counts, children: &[Child<'_>]) -> Vec<usize> {
    let differs = |at: &usize| {
        let mut values = children.iter().map(|child| child.counts[*at].1);
        values.next().is_some_and(|first| values.any(|value| value != first))
    };
    (0..counts.len()).filter(|at| counts[*at].0 == CLUSTERS || differs(at)).collect()
}
