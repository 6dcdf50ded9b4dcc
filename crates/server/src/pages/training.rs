//! The register of departmental training centres: by district and block, with stipends and sales. Totals and parts
//! stand side by side and are never added up; only the lines of one sale are, against its stated total.

use super::PageError;
use super::amount::{hedged, number, period, whole};
use super::facts::View;
use super::frame::{Frame, respond};
use super::record::Part;
use super::region::CrumbLink;
use super::said::{self, Said, of_row};
use super::view::{self, Source, capital, sources};
use crate::api::Ask;
use crate::app::App;
use crate::i18n::Language;
use crate::pages::bars::{Bar, Look, bars};
use crate::portal::Error;
use crate::portal::serving::CENTRES;
use crate::portal::training::{SALE, Sale};
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use karigar_model::fold::fold;
use karigar_model::measure::{Agreement, Measure};
use karigar_model::reference::TrainingFact;
use karigar_model::{RegionCode, RegionTree};
use std::sync::Arc;

/// Rows of a table that stand open; the others are folded away.
const OPEN: usize = 8;
/// The region whose register this is.
const HOME: &str = "IN-JK";

#[derive(Template)]
#[template(path = "training.html")]
struct TrainingPage<'a> {
    t: &'a Language,
    crumbs: Vec<CrumbLink>,
    title: String,
    sale: Option<SaleView>,
    places: Vec<PlaceView>,
}

/// Facts of training on the page of a region.
pub struct TrainingView {
    /// The facts.
    pub place: PlaceView,
    /// The sale, on the page of the state.
    pub sale: Option<SaleView>,
    /// Address of the register.
    pub url: String,
}

/// What is known of a district, or of the whole.
pub struct PlaceView {
    /// Its name.
    pub name: String,
    /// Its page.
    pub url: String,
    /// Part of the address.
    pub id: String,
    /// The first rows.
    pub rows: Vec<FactRow>,
    /// The others.
    pub rest: Vec<FactRow>,
    /// "12 more rows".
    pub rest_title: String,
    /// Crafts that are taught there.
    pub crafts: Vec<Said>,
    /// Who says that these crafts are taught.
    pub crafts_sources: Vec<Source>,
}

/// One stated figure.
pub struct FactRow {
    /// Block, village or office; empty for the whole district.
    pub area: Said,
    /// What is counted, of which course and craft.
    pub what: Said,
    /// "more than"; empty where the source is exact.
    pub about: String,
    /// The same in a language that says it after the number.
    pub after: String,
    /// How much.
    pub value: String,
    /// When.
    pub period: String,
    /// What else is said.
    pub note: Said,
    /// The office that runs it.
    pub office: Part,
    /// Who says so.
    pub sources: Vec<Source>,
}

/// A sale with its lines.
pub struct SaleView {
    /// How lines and total stand to each other.
    pub lead: String,
    /// The verdict in words.
    pub verdict: String,
    /// The chart of the lines.
    pub chart: String,
    /// Line and amount.
    pub lines: Vec<(String, String)>,
    /// The stated total.
    pub total: String,
    /// When.
    pub period: String,
    /// Who says so.
    pub sources: Vec<Source>,
}

/// `GET /training`
pub async fn page(State(app): State<Arc<App>>, ask: Ask) -> Result<Response, PageError> {
    respond(&app, &ask, |language| register(&app, &ask, language))
}

fn register(app: &App, ask: &Ask, language: &Language) -> Result<String, Error> {
    let snapshot = &ask.snapshot;
    let home = &snapshot.region(HOME)?.code;
    let view = View { language, snapshot, here: None };
    let facts = snapshot.training_in(home);
    let mut districts = snapshot.tree.children(Some(home));
    districts.sort_by_cached_key(|district| fold(district.name_in(language.tag)));
    let districts = districts.into_iter().map(|district| &district.code);
    let mut places: Vec<PlaceView> = Vec::new();
    for code in std::iter::once(home).chain(districts) {
        let of: Vec<&TrainingFact> = facts.iter().copied().filter(|fact| fact.region == *code).collect();
        if !of.is_empty() {
            places.push(place(&view, code, &of));
        }
    }
    let title = language.text("training-title");
    let name = snapshot.tree.get(home).map_or(HOME, |region| region.name_in(language.tag));
    let crumbs = vec![
        CrumbLink { name: language.text("region-all"), url: format!("{}/regions", language.root()) },
        CrumbLink { name: name.to_owned(), url: format!("{}/r/{}", language.root(), home.path()) },
    ];
    let page = TrainingPage { t: language, crumbs, title: title.clone(), sale: sale(&view), places };
    let body = page.render().map_err(|error| Error::Internal(error.to_string()))?;
    let description = language.text("training-description");
    Ok(Frame::new(app, ask, language, &title).section("regions").description(&description).render(&body))
}

/// Training in a region; nothing where no page states any.
pub fn training(view: &View<'_>, code: &RegionCode) -> Option<TrainingView> {
    let facts = view.snapshot.training_in(code);
    // The page of a state has what is stated of the whole; its districts have their own.
    let own: Vec<&TrainingFact> = facts.into_iter().filter(|fact| fact.region == *code).collect();
    if own.is_empty() || code.level() == 0 {
        return None;
    }
    Some(TrainingView {
        place: place(view, code, &own),
        sale: sale(view).filter(|_| code.as_str() == HOME),
        url: format!("{}/training", view.language.root()),
    })
}

fn place(view: &View<'_>, code: &RegionCode, facts: &[&TrainingFact]) -> PlaceView {
    let language = view.language;
    let is_taught = |fact: &&&TrainingFact| fact.value.is_empty() && !fact.craft.is_empty();
    let is_line = |fact: &TrainingFact| code.level() == 1 && fact.kind == SALE;
    let counted = facts.iter().filter(|fact| !is_taught(fact) && !is_line(fact));
    let mut rows: Vec<FactRow> = counted.map(|fact| fact_row(view, fact)).collect();
    let rest = rows.split_off(rows.len().min(OPEN));
    let mut crafts: Vec<Said> = Vec::new();
    let mut said: Vec<&str> = Vec::new();
    for fact in facts.iter().filter(is_taught) {
        let craft = text(view, fact, "craft", &fact.craft);
        if !crafts.contains(&craft) {
            crafts.push(craft);
        }
        if !said.contains(&fact.source.as_str()) {
            said.push(&fact.source);
        }
    }
    PlaceView {
        name: region_name(&view.snapshot.tree, language, code),
        url: format!("{}/r/{}", language.root(), code.path()),
        id: code.as_str().to_lowercase(),
        rest_title: language.count("facts-more-rows", rest.len()),
        rows,
        rest,
        crafts,
        crafts_sources: sources(&said.join(" | ")),
    }
}

fn region_name(tree: &RegionTree, language: &Language, code: &RegionCode) -> String {
    tree.get(code).map_or_else(|| code.to_string(), |region| region.name_in(language.tag).to_owned())
}

/// A text of a fact in the reader's language, where we have it.
fn text(view: &View<'_>, fact: &TrainingFact, field: &str, text: &str) -> Said {
    of_row(view.language, view.snapshot, ("training_centres", &fact.id), field, text)
}

fn fact_row(view: &View<'_>, fact: &TrainingFact) -> FactRow {
    let language = view.language;
    let key = format!("record-training-{}", fact.kind);
    let kind = if language.has(&key) { language.text(&key) } else { capital(&fact.kind.replace('-', " ")) };
    let level = format!("record-training-{}", fact.course_level);
    let level = match fact.course_level.as_str() {
        "" | "all" => Said::default(),
        _ if language.has(&level) => language.text(&level).into(),
        other => text(view, fact, "course_level", other),
    };
    let what = [Said::own(kind), level, text(view, fact, "craft", &fact.craft)];
    let what: Vec<Said> = what.into_iter().filter(|part| !part.is_empty()).collect();
    let layer = view.snapshot.layer(CENTRES).ok();
    let office = layer.and_then(|layer| Some((layer.layer(), layer.get(&fact.office)?)));
    let (about, after, note) = hedged(language, view.snapshot, ("training_centres", &fact.id), &fact.note);
    FactRow {
        about,
        after,
        area: text(view, fact, "area", &fact.area),
        what: Said::join(&what, " · "),
        value: Measure::parse(&fact.value, &fact.unit)
            .map_or_else(|| fact.value.clone(), |measure| whole(language, &measure)),
        period: period(language, &fact.period),
        note,
        office: office.map_or_else(Part::default, |(layer, office)| {
            Part::link(said::name(language, layer, office), view::url(language.root(), layer, office))
        }),
        sources: sources(&fact.source),
    }
}

/// The sale of trainees' products, its lines largest first.
fn sale(view: &View<'_>) -> Option<SaleView> {
    let language = view.language;
    let Sale { mut lines, total, sum, agreement } = view.snapshot.sale()?;
    let measure = |fact: &TrainingFact| Measure::parse(&fact.value, &fact.unit).map(|m| m.hundredths());
    lines.sort_by_key(|line| std::cmp::Reverse(measure(line)));
    let stated = Measure::parse(&total.value, &total.unit)?;
    let said = |hundredths: i64| number(language, &stated.with_hundredths(hundredths));
    let label = |line: &TrainingFact| {
        if line.area.is_empty() {
            region_name(&view.snapshot.tree, language, &line.region)
        } else {
            let area = text(view, line, "area", &line.area);
            format!("{area} ({})", language.text("training-sale-scheme"))
        }
    };
    let bar = |line: &&TrainingFact| {
        let measure = Measure::parse(&line.value, &line.unit)?;
        let look = if line.area.is_empty() { Look::Full } else { Look::Hollow };
        Some(Bar { label: label(line), value: number(language, &measure), amount: measure.as_f64(), look })
    };
    let all: Vec<Bar> = lines.iter().filter_map(bar).collect();
    let (key, gap) = match agreement {
        Agreement::Exact => ("training-sale-exact", 0),
        Agreement::Rounded => ("training-sale-rounded", 0),
        Agreement::More(gap) => ("training-sale-more", gap),
        Agreement::Less(gap) => ("training-sale-less", gap),
    };
    let (sum, stated_total) = (said(sum), number(language, &stated));
    let count = language.number(lines.len());
    let title = language.text("training-sale");
    Some(SaleView {
        lead: language
            .with("training-sale-lead", [("count", &count), ("sum", &sum), ("total", &stated_total)]),
        verdict: language.with(key, [("gap", &said(gap))]),
        chart: bars(language, "sale-bars", &title, &all),
        lines: all.into_iter().map(|bar| (bar.label, bar.value)).collect(),
        total: stated_total,
        period: period(language, &total.period),
        sources: sources(&total.source),
    })
}
