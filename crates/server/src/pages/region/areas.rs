//! The regions below one, shaded on the map by a theme, with legend and table.

use super::{CrumbLink, Shown};
use crate::i18n::Language;
use crate::pages::amount::region_name;
use crate::pages::figure::{Fill, Shaded, shaded_figure};
use crate::pages::said::Said;
use crate::pages::view::{Source, sources};
use crate::portal::Snapshot;
use crate::portal::regions::count_of;
use crate::portal::themes::{Area, PARTS, Shading, Theme};
use karigar_model::collation::collation_key;

/// A theme to choose.
pub struct Choice {
    /// What it shows.
    pub name: String,
    /// Address of the page with it.
    pub url: String,
    /// Whether it is shown now.
    pub chosen: bool,
}

/// The map's themes, and the one that is shown.
pub struct Areas {
    /// All of them, that of the page without one first; empty where regions cannot be told apart.
    pub choices: Vec<Choice>,
    /// Said where a theme was asked for that there is not.
    pub unknown: String,
    /// The one that is shown.
    pub shown: Option<Themed>,
}

/// A theme with its map, its legend and its table.
pub struct Themed {
    /// What is shown: "Service centres for every lakh registered artisans".
    pub title: String,
    /// Its dye.
    pub dye: &'static str,
    /// The map; empty where no region has an outline.
    pub figure: String,
    /// How the numbers came about.
    pub note: String,
    /// Period of the source's figures; empty for counts of the atlas alone.
    pub period: String,
    /// Who gives the figures.
    pub sources: Vec<Source>,
    /// Classes from low to high.
    pub legend: Vec<Class>,
    /// "3 states: no figure"; empty when all have one.
    pub unknown: String,
    /// Heads of the columns: the regions, then the numbers.
    pub columns: Vec<String>,
    /// The regions, largest first.
    pub rows: Vec<AreaRow>,
    /// Records that are in none of the rows; empty where the theme counts none.
    pub not_placed: String,
}

/// A class of the legend.
pub struct Class {
    /// Hundredths from light to dark.
    pub shade: usize,
    /// "4–9".
    pub range: String,
    /// "12 states".
    pub count: String,
}

/// A region in the table.
pub struct AreaRow {
    /// Its name.
    pub name: String,
    /// Its page.
    pub url: String,
    /// How dark it is on the map; nothing where its value is not known.
    pub shade: Option<usize>,
    /// Its numbers, a column each; empty when not known.
    pub cells: Vec<String>,
    /// Why there is no number.
    pub note: Said,
}

impl Shown<'_> {
    /// The themes of the map, and the one named `show`, drawn.
    pub fn areas(&self, show: Option<&str>) -> Areas {
        let Self { snapshot, language, region, tally, .. } = *self;
        let shadings = snapshot.shadings(Some(&region.code), tally);
        let page = format!("{}/r/{}", language.root(), region.code.path());
        let first = Choice { name: language.text("areas-none"), url: page.clone(), chosen: false };
        let choice = |shading: &Shading<'_>| Choice {
            name: title(language, snapshot, &shading.theme),
            url: format!("{page}?show={}", shading.theme.id),
            chosen: show == Some(shading.theme.id.as_str()),
        };
        let mut choices: Vec<Choice> = std::iter::once(first)
            .filter(|_| !shadings.is_empty())
            .chain(shadings.iter().map(choice))
            .collect();
        let shown = shadings.iter().find(|shading| Some(shading.theme.id.as_str()) == show);
        if let Some(first) = choices.first_mut() {
            first.chosen = shown.is_none();
        }
        let unknown = show
            .filter(|_| shown.is_none())
            .map(|show| language.with("areas-unknown", [("theme", show), ("place", self.name())]));
        Areas {
            choices,
            unknown: unknown.unwrap_or_default(),
            shown: shown.map(|shading| self.themed(shading)),
        }
    }

    fn themed(&self, shading: &Shading<'_>) -> Themed {
        let Self { snapshot, language, region, tally, .. } = *self;
        let theme = &shading.theme;
        let level = region.code.level() + 1;
        let mut areas: Vec<&Area<'_>> = shading.areas.iter().collect();
        areas.sort_by_cached_key(|area| {
            (std::cmp::Reverse(area.value), collation_key(area.region.name_in(language.tag)))
        });
        let title = title(language, snapshot, theme);
        let unknown = areas.iter().filter(|area| area.value.is_none()).count();
        let counted = |counted: &_| count_of(&tally.not_placed, counted);
        let whole = theme.counted.as_ref().filter(|counted| !counted.registered && !theme.is_rate());
        let rest = whole.map_or(0, |whole| counted(&whole.layer));
        Themed {
            figure: self.shaded(shading, &areas, &title),
            dye: theme.dye,
            note: note(language, theme),
            period: shading.series.as_ref().map_or_else(String::new, |series| series.period.to_owned()),
            sources: shading.series.as_ref().map_or_else(Vec::new, |series| sources(series.source)),
            legend: legend(language, shading, level),
            unknown: if unknown == 0 {
                String::new()
            } else {
                language.count(&format!("areas-unknown-{level}"), unknown)
            },
            columns: columns(language, snapshot, theme, level),
            rows: areas.iter().map(|area| self.area_row(shading, area)).collect(),
            not_placed: if rest == 0 { String::new() } else { language.number(rest) },
            title,
        }
    }

    fn shaded(&self, shading: &Shading<'_>, areas: &[&Area<'_>], title: &str) -> String {
        let Self { snapshot, language, region, .. } = *self;
        let drawn = areas.iter().map(|area| {
            let name = area.region.name_in(language.tag);
            let number = area.value.map(|value| shown(language, &shading.theme, value));
            let number = number.unwrap_or_else(|| language.text("areas-no-figure"));
            Shaded {
                region: area.region,
                title: language.with("areas-one", [("name", name), ("number", &number)]),
                url: self.area_url(area, &shading.theme),
                fill: area.value.map_or(Fill::Unknown, |value| Fill::Shade(shade(shading, value))),
            }
        });
        let map = language.with("areas-map", [("theme", title), ("place", self.name())]);
        shaded_figure(language, snapshot, region, shading.theme.dye, &drawn.collect::<Vec<_>>(), &map)
    }

    /// The page of a region, with the same theme where there are regions below it.
    fn area_url(&self, area: &Area<'_>, theme: &Theme) -> String {
        let code = &area.region.code;
        let page = format!("{}/r/{}", self.language.root(), code.path());
        let is_leaf = self.snapshot.tree.span(code).is_none_or(|span| span.len() == 1);
        if is_leaf || theme.topic.is_some() { page } else { format!("{page}?show={}", theme.id) }
    }

    fn area_row(&self, shading: &Shading<'_>, area: &Area<'_>) -> AreaRow {
        let (language, theme) = (self.language, &shading.theme);
        let mut cells = vec![area.value.map_or_else(String::new, |value| shown(language, theme, value))];
        if theme.is_rate() {
            cells.push(language.number(area.records.unwrap_or(0)));
            cells.push(area.figure.map_or_else(String::new, |figure| language.number(figure as usize)));
        }
        let note = match (area.value, area.together) {
            (Some(_), _) => Said::default(),
            (None, None) => language.text("areas-no-figure").into(),
            (None, Some(row)) => {
                region_name(language, self.snapshot, row).within(language, "areas-together", "group")
            }
        };
        AreaRow {
            name: area.region.name_in(language.tag).to_owned(),
            url: self.area_url(area, theme),
            shade: area.value.map(|value| shade(shading, value)),
            cells,
            note,
        }
    }

    /// Other ways to look at the region.
    pub fn ways(&self) -> [CrumbLink; 2] {
        let Self { language, region, .. } = *self;
        let root = language.root();
        [
            CrumbLink {
                name: language.text("region-compare"),
                url: format!("{root}/compare?regions={}", region.code),
            },
            CrumbLink {
                name: language.text("region-complete"),
                url: format!("{root}/r/{}/complete", region.code.path()),
            },
        ]
    }
}

fn shade(shading: &Shading<'_>, value: u64) -> usize {
    shading.classes.shade(shading.classes.position(value))
}

/// What a theme shows, in words.
fn title(language: &Language, snapshot: &Snapshot, theme: &Theme) -> String {
    let layer = theme.counted.as_ref().filter(|counted| counted.layer == theme.id);
    match layer.and_then(|counted| snapshot.layer(&counted.layer).ok()) {
        Some(layer) => layer.layer().title(language.tag).to_owned(),
        None => language.text(&format!("theme-{}", theme.id)),
    }
}

/// A value as it is read: a whole number, or a rate with its decimal.
fn shown(language: &Language, theme: &Theme, value: u64) -> String {
    if !theme.is_rate() {
        return language.number(value as usize);
    }
    format!("{}.{}", language.number((value / PARTS) as usize), value % PARTS)
}

fn note(language: &Language, theme: &Theme) -> String {
    let key = format!("theme-{}-note", theme.id);
    if language.has(&key) { language.text(&key) } else { language.text("theme-count-note") }
}

fn columns(language: &Language, snapshot: &Snapshot, theme: &Theme, level: u8) -> Vec<String> {
    let region = language.text(&format!("region-name-{level}"));
    if !theme.is_rate() {
        return vec![region, title(language, snapshot, theme)];
    }
    let part = |part: &str| language.text(&format!("theme-{}-{part}", theme.id));
    vec![region, language.text("areas-per-lakh"), part("of"), part("per")]
}

fn legend(language: &Language, shading: &Shading<'_>, level: u8) -> Vec<Class> {
    let (classes, theme) = (&shading.classes, &shading.theme);
    let row = |(position, (from, to)): (usize, &(u64, u64))| {
        let inside = shading.areas.iter().filter_map(|area| area.value);
        let count = inside.filter(|value| classes.position(*value) == position).count();
        let ends = [*from, *to].map(|end| shown(language, theme, end));
        Class {
            shade: classes.shade(position),
            range: if from == to { ends[0].clone() } else { ends.join("–") },
            count: language.count(&format!("areas-count-{level}"), count),
        }
    };
    classes.ranges().iter().enumerate().map(row).collect()
}
