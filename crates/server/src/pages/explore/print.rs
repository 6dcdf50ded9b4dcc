//! The answer on paper, A4: a list, a catalogue of crafts, or a poster, with what a reader of paper cannot look
//! up: what was asked, what the dyes mean, who says so, which edition, and the address as a code.

use super::order::name_sort;
use super::sheets::{fill, row_height};
use super::{Asked, Shown, is_mapped};
use crate::api::Ask;
use crate::app::App;
use crate::i18n::Language;
use crate::pages::address::Address;
use crate::pages::frame::respond;
use crate::pages::plain::{Plain, absolute, edition};
use crate::pages::said::{Said, craft_name, name, place, said};
use crate::pages::view::{self, Badge, Row, Stripe, code_title, stripes, text_of};
use crate::pages::{PageError, figure, filters, qr};
use crate::portal::Error;
use crate::portal::events::today;
use crate::portal::serving::position;
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use karigar_index::FeatureRef;
use karigar_model::query::Page;
use karigar_model::{ParameterError, Query, RegionCode, Role};
use std::sync::Arc;

/// What a print may be.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Form {
    code: &'static str,
    /// Most records of one print; the next print goes on from there.
    most: usize,
}

const LIST: Form = Form { code: "list", most: 200 };
const CATALOGUE: Form = Form { code: "catalogue", most: 60 };
const POSTER: Form = Form { code: "poster", most: 16 };
const FORMS: [Form; 3] = [LIST, CATALOGUE, POSTER];

/// Millimetres for rows of a list: on the first sheet, on the others, and for the credits on the last.
const LIST_ROOM: [f64; 3] = [149.0, 238.0, 20.0];
/// Cards of a catalogue on its first sheet and on the others: two beside each other.
const CARDS: [f64; 2] = [4.0, 8.0];
/// Letters that go beside each other in the columns of a list: name, place, family, registration, source.
const COLUMNS: [usize; 5] = [27, 24, 17, 15, 27];
/// Features drawn on the map.
const MOST_MARKS: usize = 5000;

#[derive(Template)]
#[template(path = "print.html")]
struct PrintPage<'a> {
    t: &'a Language,
    form: &'static str,
    forms: Vec<(String, String, bool)>,
    back: String,
    heading: String,
    above: String,
    sentence: String,
    asked: Vec<String>,
    order: String,
    range: String,
    previous: String,
    next: String,
    sheets: Vec<Vec<Entry>>,
    /// Whether anything listed has a registration.
    registered: bool,
    stripes: Vec<Stripe>,
    map: String,
    map_credits: &'a str,
    qr: Option<String>,
    address: String,
    credits: &'a [String],
    edition: String,
    worldview: String,
    printed: String,
}

/// A record on paper.
struct Entry {
    row: Row,
    /// Its category in words.
    family: String,
    /// That it is registered, in words.
    registered: String,
    /// That its place is not known exactly, in words.
    rough: String,
    /// Who says so, since when.
    source: Said,
}

/// `GET /print?form=list|catalogue|poster` with the parameters of Explore.
pub async fn page(State(app): State<Arc<App>>, ask: Ask) -> Result<Response, PageError> {
    respond(&app, &ask, |language| printed(&app, language, &ask))
}

fn printed(app: &App, language: &Language, ask: &Ask) -> Result<String, Error> {
    let snapshot = &ask.snapshot;
    let form = form(ask.get("form"))?;
    let address = Address::new(&format!("{}/print", language.root()), &ask.pairs);
    let mut asked = Asked::read(snapshot, &address.only(|name| !matches!(name, "form" | "view")), form.most)?;
    if form == LIST && asked.request.sort.is_empty() {
        // On paper a name is looked for by eye.
        asked.request.sort = name_sort(asked.layer.layer()).into_iter().collect();
    }
    let shown = asked.shown(app, snapshot, language);
    let back = shown.subject(form);
    let whole = absolute(app, ask, &back);
    let body =
        shown.sheets(form, back, &whole).render().map_err(|error| Error::Internal(error.to_string()))?;
    let title = shown.heading();
    Plain { title: &title, canonical: &whole, css: "src/paper/print.css", class: "paper", embedded: false }
        .render(app, ask, language, &body)
}

fn form(code: Option<&str>) -> Result<Form, Error> {
    let Some(code) = code else { return Ok(LIST) };
    FORMS.into_iter().find(|form| form.code == code).ok_or_else(|| {
        let allowed = FORMS.map(|form| form.code).join(", ");
        Error::Parameters(vec![ParameterError::new("form", code, "is no form of print").allowed(allowed)])
    })
}

impl Shown<'_> {
    fn sheets(&self, form: Form, back: String, whole: &str) -> PrintPage<'_> {
        let Self { snapshot, language, layer, address, .. } = *self;
        let (total, features) = self.features(self.offset());
        let entries: Vec<Entry> = features.iter().map(|feature| self.entry(*feature)).collect();
        let list = self.list();
        let own = address.with("form", if form == LIST { "" } else { form.code });
        let turned =
            |url: &str| if url.is_empty() || form == POSTER { String::new() } else { with_form(url, form) };
        let one = features.first().filter(|_| total == 1 && form == POSTER);
        let (map, map_credits) = self.print_map();
        PrintPage {
            t: language,
            form: form.code,
            forms: FORMS.iter().map(|each| self.choice(*each, form, &own)).collect(),
            back,
            heading: one
                .map_or_else(|| self.heading(), |one| name(language, layer.layer(), *one).to_string()),
            above: one.map_or_else(
                || self.above(),
                |one| place(language, snapshot, layer.layer(), *one).to_string(),
            ),
            sentence: self.answer().sentence,
            asked: self.asked_in_words(),
            order: self.order_in_words(),
            range: if total > features.len() { list.status } else { String::new() },
            previous: turned(&list.previous),
            next: turned(&list.next),
            registered: entries.iter().any(|entry| !entry.registered.is_empty()),
            sheets: parted(form, entries),
            stripes: stripes(language, layer, &self.asked),
            map,
            map_credits,
            qr: qr::code(whole, &language.text("print-qr")),
            address: whole.to_owned(),
            credits: &snapshot.atlas.credits,
            edition: edition(language, snapshot),
            worldview: language.text(&format!("view-{}", snapshot.view)),
            printed: language.with("print-date", [("date", &language.date(&today().to_string()))]),
        }
    }

    /// What the list is about: its region, its only craft, else its layer.
    pub fn heading(&self) -> String {
        let Self { snapshot, language, layer, .. } = *self;
        if let Some(region) = self.asked.within.as_ref().and_then(|code| snapshot.tree.get(code)) {
            return region.name_in(language.tag).to_owned();
        }
        let craft = self.only_craft().and_then(|id| snapshot.craft(id));
        craft.map_or_else(
            || layer.layer().title(language.tag).to_owned(),
            |craft| craft_name(language, &craft).to_string(),
        )
    }

    /// The craft, where one was asked for.
    fn only_craft(&self) -> Option<&str> {
        let field = self.layer.layer().field_index("craft")?;
        match filters::chosen(&self.asked, field) {
            [one] => Some(one),
            _ => None,
        }
    }

    /// Where the region lies that the list is about.
    fn above(&self) -> String {
        let Self { snapshot, language, .. } = *self;
        let around = self.asked.within.as_ref().and_then(RegionCode::parent);
        around.map_or_else(String::new, |code| snapshot.tree.label(&code, language.tag))
    }

    /// What was asked for, in words.
    fn asked_in_words(&self) -> Vec<String> {
        let Self { snapshot, language, layer, address, request, .. } = *self;
        let chips = filters::chips(language, snapshot, layer, &request.query, address);
        chips.into_iter().map(|chip| chip.text.to_string()).collect()
    }

    /// The page that paper leads to: of the one thing a poster shows, else the list.
    fn subject(&self, form: Form) -> String {
        let Self { snapshot, language, layer, address, .. } = *self;
        let (root, described) = (language.root(), layer.layer());
        let only = |names: &[&str]| address.pairs().iter().all(|(name, _)| names.contains(&name.as_str()));
        if form == POSTER {
            let found = layer.items(&self.asked, &[], &Page::first(1));
            if let ([one], 1) = (&found.features[..], found.number_matched) {
                return view::url(root, described, *one);
            }
            if let Some(region) = self.asked.within.as_ref().filter(|_| only(&["within"])) {
                return format!("{root}/r/{}", region.path());
            }
            if let Some(craft) =
                self.only_craft().filter(|id| only(&["craft"]) && snapshot.craft(id).is_some())
            {
                return format!("{root}/craft/{}", crate::pages::record::encoded(craft));
            }
        }
        address.at(&format!("{root}/explore")).without("offset").to_string()
    }

    fn choice(&self, each: Form, form: Form, own: &Address) -> (String, String, bool) {
        let url = own.with("form", if each == LIST { "" } else { each.code });
        (self.language.text(&format!("print-{}", each.code)), url.to_string(), each == form)
    }

    fn entry(&self, feature: FeatureRef<'_>) -> Entry {
        let Self { language, layer, .. } = *self;
        let described = layer.layer();
        let row = self
            .rows(&[feature])
            .pop()
            .unwrap_or_else(|| view::row(language, self.snapshot, described, feature));
        let category = described.role(Role::Category).map(|field| described.fields[field].id.as_str());
        let family = category.map_or("", |field| {
            code_title(language, described, field, text_of(described, feature, Role::Category))
        });
        let sources = view::sources(text_of(described, feature, Role::Source));
        let mut source = row.source.clone();
        if sources.len() > 1 {
            let more = language.count("print-more-sources", sources.len() - 1);
            source = Said::join(&[source, more.into()], " ");
        }
        let dated = text_of(described, feature, Role::AsOf);
        if !dated.is_empty() {
            source = Said::join(&[source, language.date(dated).into()], language.comma());
        }
        let badge = |wanted: fn(&Badge) -> bool| {
            row.badges.iter().find(|badge| wanted(badge)).map_or_else(String::new, |badge| badge.text.clone())
        };
        Entry {
            family: family.to_owned(),
            registered: badge(|badge| badge.class == "badge-gi"),
            rough: badge(|badge| badge.icon == "approximate-place"),
            source: if source.is_empty() { language.text("print-no-source").into() } else { source },
            row,
        }
    }

    /// The map of the answer: the region with what lies in it, else the box around all of it.
    pub fn print_map(&self) -> (String, &str) {
        let Self { snapshot, language, layer, .. } = *self;
        if !is_mapped(layer) {
            return (String::new(), "");
        }
        let placed = Query { placed: Some(true), ..self.asked.clone() };
        let found = layer.items(&placed, &[], &Page::first(MOST_MARKS)).features;
        if let ([one], 1) = (&found[..], layer.count(&self.asked)) {
            return (self.place_map(*one), snapshot.atlas.map_credits(snapshot.view));
        }
        let region = self.asked.within.as_ref().and_then(|code| snapshot.tree.get(code));
        let map = match region.filter(|region| region.bbox.is_some() && self.asked.bbox.is_none()) {
            Some(region) => figure::region_figure(language, snapshot, region, &[], layer, &found),
            None if found.is_empty() => String::new(),
            None => figure::still(language, snapshot, layer, &found, self.bbox(&found)),
        };
        let credits = if map.is_empty() { "" } else { snapshot.atlas.map_credits(snapshot.view) };
        (map, credits)
    }

    /// The map around one record, as its own page has it.
    fn place_map(&self, one: FeatureRef<'_>) -> String {
        let Self { app, snapshot, language, layer, .. } = *self;
        let row = view::row(language, snapshot, layer.layer(), one);
        let town = said(language, layer.layer(), one, Role::Town);
        let label = if town.is_empty() { &row.name } else { &town };
        let (point, region) = (position(one), one.region());
        figure::place_figure(app, language, snapshot, point, region, &row.category, row.dyed, label)
    }
}

/// Records on their sheets.
fn parted(form: Form, entries: Vec<Entry>) -> Vec<Vec<Entry>> {
    let held = if form == LIST {
        let heights: Vec<f64> = entries.iter().map(height).collect();
        fill(&heights, LIST_ROOM[0], LIST_ROOM[1], LIST_ROOM[2])
    } else if form == CATALOGUE {
        fill(&vec![1.0; entries.len()], CARDS[0], CARDS[1], 0.0)
    } else {
        vec![entries.len()]
    };
    let mut entries = entries.into_iter();
    held.into_iter().map(|count| entries.by_ref().take(count).collect()).collect()
}

fn height(entry: &Entry) -> f64 {
    let place = format!("{} {}", entry.row.place, entry.rough);
    let cells: [&str; 5] = [&entry.row.name, &place, &entry.family, &entry.registered, &entry.source];
    row_height(&[0, 1, 2, 3, 4].map(|column| (cells[column], COLUMNS[column])))
}

/// An address of the same print's other part.
fn with_form(url: &str, form: Form) -> String {
    if form == LIST { url.to_owned() } else { format!("{url}&form={}", form.code) }
}
