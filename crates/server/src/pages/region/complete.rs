//! How complete a region's records are: by precision, by layer, by the regions below it, and what is missing.

use super::{CrumbLink, Shown, crumbs, draw, marked};
use crate::api::Ask;
use crate::app::App;
use crate::i18n::Language;
use crate::pages::PageError;
use crate::pages::facts::programmes;
use crate::pages::figure::{Fill, Shaded, shaded_figure};
use crate::pages::frame::Frame;
use crate::pages::in_path::InPath;
use crate::pages::said::{Said, of_row};
use crate::pages::view::{Source, sources};
use crate::portal::Error;
use crate::portal::completeness::{Known, LOW, PARTS, by_precision};
use crate::portal::regions::count_of;
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use karigar_model::Precision;
use karigar_model::collation::collation_key;
use std::cmp::Reverse;
use std::sync::Arc;

/// Dye of the map.
const DYE: &str = "verdigris";
/// Gaps that stand open; the others are folded away.
const MOST_GAPS: usize = 12;

/// A row of numbers.
struct Line {
    name: String,
    /// Empty where it leads nowhere.
    url: String,
    /// Records; then with a place, with a source, with a date, in hundredths.
    cells: Vec<String>,
    /// The score, for a bar; nothing without records.
    score: Option<u64>,
}

/// A product chosen for a district for which no craft is recorded.
struct Gap {
    product: Said,
    district: CrumbLink,
    scheme: String,
    as_of: String,
    sources: Vec<Source>,
}

#[derive(Template)]
#[template(path = "complete.html")]
struct CompletePage<'a> {
    t: &'a Language,
    crumbs: Vec<CrumbLink>,
    name: &'a str,
    answer: String,
    figure: String,
    caption: Said,
    dye: &'static str,
    legend: Vec<(usize, String)>,
    layers: Vec<Line>,
    precisions: Vec<Line>,
    children_title: String,
    children: Vec<Line>,
    bare_title: String,
    bare: Vec<Line>,
    gaps_title: String,
    gaps: Vec<Gap>,
    rest_title: String,
    rest: Vec<Gap>,
    parts: Vec<(String, String)>,
    api_url: String,
}

/// `GET /r/{country}[/{state}[/{district}]]/complete`
pub async fn page(
    State(app): State<Arc<App>>,
    InPath(code): InPath,
    ask: Ask,
) -> Result<Response, PageError> {
    draw(&app, &code, &ask, |shown| shown.complete(&ask))
}

impl Shown<'_> {
    fn complete(&self, ask: &Ask) -> Result<String, Error> {
        let Self { app, snapshot, language, region, .. } = *self;
        let (root, code, name) = (language.root(), &region.code, self.name());
        let known = snapshot.completeness().of(&snapshot.tree, code);
        let all = sum(&known);
        let level = code.level() + 1;
        let mut crumbs = crumbs(snapshot, language, root, code);
        crumbs.push(CrumbLink { name: name.to_owned(), url: format!("{root}/r/{}", code.path()) });
        let mut children = self.child_lines();
        let bare: Vec<Line> = children.extract_if(.., |line| line.score.is_none()).collect();
        let mut gaps: Vec<Gap> = self.gaps();
        let total = gaps.len();
        let rest = gaps.split_off(total.min(MOST_GAPS));
        let figure = self.complete_figure();
        let credits = super::map_credits(language, snapshot);
        let title = language.with("complete-title", [("place", name)]);
        let page = CompletePage {
            t: language,
            crumbs,
            name,
            answer: self.complete_answer(all),
            caption: if figure.is_empty() { self.no_figure().into() } else { credits },
            dye: DYE,
            legend: if figure.is_empty() { Vec::new() } else { legend(language) },
            figure,
            layers: self.layer_lines(&known),
            precisions: self.precision_lines(all.records),
            children_title: language.text(&format!("region-name-{}", level.min(2))),
            children,
            bare_title: language.count(&format!("complete-bare-{}", level.min(2)), bare.len()),
            bare,
            gaps_title: language.count("complete-gaps", total),
            gaps,
            rest_title: language.count("complete-gaps-more", rest.len()),
            rest,
            parts: PARTS.iter().map(|(part, weight)| part_line(language, part.code(), *weight)).collect(),
            api_url: format!("{}/api/regions/{code}/completeness?f=html", language.root()),
        };
        let body = page.render().map_err(|error| Error::Internal(error.to_string()))?;
        let description = language.with("complete-description", [("place", name)]);
        let frame = Frame::new(app, ask, language, &title).section("regions").description(&description);
        Ok(frame.render(&body))
    }

    /// "Of 109 records, 96 have a place, 104 name a source and 37 say since when."
    fn complete_answer(&self, all: Known) -> String {
        let Self { language, .. } = *self;
        let Some(score) = all.score() else {
            return marked(&language.with("complete-none", [("place", self.name())]));
        };
        let number = |count: u64| language.number(count as usize);
        marked(&language.count_with(
            "complete-answer",
            all.records as usize,
            [
                ("place", self.name()),
                ("score", &number(score)),
                ("placed", &number(all.placed)),
                ("dated", &number(all.dated)),
            ],
        ))
    }

    /// Why there is no map.
    fn no_figure(&self) -> String {
        let Self { language, region, tally, .. } = *self;
        let key = match (region.bbox, tally.children.is_empty()) {
            (None, _) => "region-no-outline",
            (_, true) => "complete-no-children",
            (_, false) => "areas-no-outlines",
        };
        language.text(key)
    }

    fn complete_figure(&self) -> String {
        let Self { snapshot, language, region, tally, .. } = *self;
        let completeness = snapshot.completeness();
        let areas = tally.children.iter().map(|child| {
            let score = sum(&completeness.of(&snapshot.tree, &child.region.code)).score();
            let name = child.region.name_in(language.tag);
            let number = score.map(|score| hundredths(language, score));
            let number = number.unwrap_or_else(|| language.text("complete-no-records"));
            Shaded {
                region: child.region,
                title: language.with("areas-one", [("name", name), ("number", &number)]),
                url: format!("{}/r/{}/complete", language.root(), child.region.code.path()),
                fill: match score {
                    None => Fill::Unknown,
                    Some(score) if score < LOW => Fill::Low,
                    Some(score) => Fill::Shade(CLASSES[class(score)].1),
                },
            }
        });
        let label = language.with("complete-map", [("place", self.name())]);
        shaded_figure(language, snapshot, region, DYE, &areas.collect::<Vec<_>>(), &label)
    }

    fn layer_lines(&self, known: &[(&str, Known)]) -> Vec<Line> {
        let Self { snapshot, language, .. } = *self;
        let line = |(id, known): &(&str, Known)| {
            let layer = snapshot.layer(id).ok();
            let title = layer.map_or(*id, |layer| layer.layer().title(language.tag));
            self.line(title.to_owned(), String::new(), *known)
        };
        known.iter().map(line).collect()
    }

    fn line(&self, name: String, url: String, known: Known) -> Line {
        let language = self.language;
        let share = |part: u64| {
            let share = (part * 100).checked_div(known.records);
            share.map_or_else(String::new, |share| hundredths(language, share))
        };
        let mut cells = vec![language.number(known.records as usize)];
        cells.extend([known.placed, known.sourced, known.dated].map(share));
        Line { name, url, cells, score: known.score() }
    }

    /// Records of all layers by how exactly their place is known.
    fn precision_lines(&self, records: u64) -> Vec<Line> {
        let Self { snapshot, language, region, tally, .. } = *self;
        let layers = snapshot.layers.iter().filter(|layer| count_of(&tally.counts, &layer.layer().id) > 0);
        let counted: Vec<_> = layers.map(|layer| by_precision(layer, &region.code)).collect();
        let of = |precision| counted.iter().filter_map(|by| by.get(&precision)).sum::<usize>() as u64;
        let mut rows: Vec<(String, u64)> = Precision::ALL
            .into_iter()
            .map(|precision| (language.text(&format!("precision-{}", precision.code())), of(precision)))
            .collect();
        let unknown = records.saturating_sub(rows.iter().map(|(_, count)| count).sum());
        rows.push((language.text("precision-none"), unknown));
        let share = |count: u64| (count * 100 + records / 2) / records;
        let line = |(name, count): (String, u64)| Line {
            name,
            url: String::new(),
            cells: vec![language.number(count as usize), hundredths(language, share(count))],
            score: Some(share(count)),
        };
        rows.into_iter().filter(|(_, count)| *count > 0).map(line).collect()
    }

    /// The regions below: those with records from the least complete up, then those without.
    fn child_lines(&self) -> Vec<Line> {
        let Self { snapshot, language, tally, .. } = *self;
        let completeness = snapshot.completeness();
        let lines = tally.children.iter().map(|child| {
            let code = &child.region.code;
            let url = format!("{}/r/{}/complete", language.root(), code.path());
            let known = sum(&completeness.of(&snapshot.tree, code));
            self.line(child.region.name_in(language.tag).to_owned(), url, known)
        });
        let mut lines: Vec<Line> = lines.collect();
        lines.sort_by_cached_key(|line| (Reverse(line.score.map(Reverse)), collation_key(&line.name)));
        lines
    }

    fn gaps(&self) -> Vec<Gap> {
        let Self { snapshot, language, region, .. } = *self;
        let gap = |product: &karigar_model::reference::DistrictProduct| {
            let district = snapshot.tree.get(&product.district);
            Gap {
                product: of_row(
                    language,
                    snapshot,
                    ("district_products", &product.id),
                    "product",
                    &product.product,
                ),
                district: CrumbLink {
                    name: district.map_or_else(String::new, |one| one.name_in(language.tag).to_owned()),
                    url: format!("{}/r/{}", language.root(), product.district.path()),
                },
                scheme: programmes(language, product),
                as_of: product.as_of.clone(),
                sources: sources(&product.source),
            }
        };
        let mut gaps: Vec<Gap> = snapshot.gaps(&region.code).into_iter().map(gap).collect();
        gaps.sort_by_cached_key(|gap| (collation_key(&gap.district.name), collation_key(&gap.product)));
        gaps
    }
}

/// Lowest scores of the classes that are not hatched, with how dark they are. They are the same on every map,
/// so that maps can be set side by side.
const CLASSES: [(u64, usize); 4] = [(50, 25), (65, 50), (80, 75), (90, 100)];

fn class(score: u64) -> usize {
    CLASSES.iter().rposition(|(from, _)| score >= *from).unwrap_or(0)
}

/// Shade and range of each class.
fn legend(language: &Language) -> Vec<(usize, String)> {
    let ends = CLASSES.iter().skip(1).map(|(from, _)| from - 1).chain([100]);
    let range = |from: u64, to: u64| {
        let from = language.number(from as usize);
        format!("{from}–{}", hundredths(language, to))
    };
    CLASSES.iter().zip(ends).map(|((from, shade), to)| (*shade, range(*from, to))).collect()
}

fn sum(known: &[(&str, Known)]) -> Known {
    known.iter().fold(Known::default(), |sum, (_, one)| sum.and(*one))
}

fn hundredths(language: &Language, share: u64) -> String {
    language.with("share", [("n", &language.number(share as usize))])
}

fn part_line(language: &Language, part: &str, weight: u64) -> (String, String) {
    (language.text(&format!("complete-part-{part}")), language.number(weight as usize))
}
