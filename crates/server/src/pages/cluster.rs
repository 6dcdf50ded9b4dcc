//! A cluster: a craft of a place, what is known of it and from whom, who serves it, what is near.

use super::PageError;
use super::facts::{OfCraft, View, craft_facts, programmes};
use super::frame::respond;
use super::near::{OfficeCard, administers, office_card};
use super::record::{Drawn, Fact, Foot, Original, Part, Provenance, Shown, encoded};
use super::region::CrumbLink;
use super::said::{Said, craft_name, of_row};
use super::view::{self, Row, Source, code_title, sources};
use crate::api::Ask;
use crate::app::App;
use crate::i18n::Language;
use crate::portal::Error;
use crate::portal::crafts::CLUSTERS;
use crate::portal::serving::Serving;
use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use karigar_model::jurisdiction::Remit;
use karigar_model::query::{Filter, Test};
use karigar_model::reference::{DistrictProduct, Name};
use karigar_model::{Query, Role};
use std::sync::Arc;

/// Crafts of the same family that are shown as nearest.
const NEAREST: usize = 4;
/// Other names that stand under the title.
const MOST_NAMES: usize = 3;
/// Families that the handloom service serves as well.
const WOVEN: &[&str] = &["textile-weaving", "textile-printing-dyeing", "carpet-rug"];

#[derive(Template)]
#[template(path = "cluster.html")]
struct ClusterPage<'a> {
    t: &'a Language,
    crumbs: Vec<CrumbLink>,
    one: Row,
    name: Option<Original>,
    summary: Option<Original>,
    pattern: String,
    also: Vec<OtherName>,
    facts: Vec<Fact>,
    names: Vec<NameGroup>,
    provenance: Provenance,
    drawn: Drawn,
    office: Option<OfficeCard>,
    office_note: String,
    offices: Option<Part>,
    nearest_title: String,
    nearest: Vec<Row>,
    nearest_note: String,
    all: Option<Part>,
    chosen_title: String,
    chosen: Vec<Chosen>,
    figures: Option<OfCraft>,
    foot: Foot,
}

/// Names of one kind.
struct NameGroup {
    kind: String,
    names: Vec<OtherName>,
}

/// Another name of the craft.
#[derive(Clone)]
struct OtherName {
    text: String,
    /// Language tag.
    lang: String,
    /// `rtl` or `ltr`, by its script.
    direction: &'static str,
    /// Its language in words.
    about: String,
    sources: Vec<Source>,
}

/// A product that a state chose for the district.
struct Chosen {
    name: Said,
    /// The cluster of the craft, where an editor found one.
    url: String,
    family: String,
    family_name: String,
    scheme: String,
    as_of: String,
    sources: Vec<Source>,
}

/// `GET /cluster/{id}`
pub async fn page(
    State(app): State<Arc<App>>,
    Path(id): Path<String>,
    ask: Ask,
) -> Result<Response, PageError> {
    respond(&app, &ask, |language| cluster(&app, language, &ask, &id))
}

fn cluster(app: &App, language: &Language, ask: &Ask, id: &str) -> Result<String, Error> {
    let snapshot = &ask.snapshot;
    let layer = snapshot.layer(CLUSTERS)?;
    let shown = Shown::find(app, language, ask, snapshot, layer, id)?;
    let one = shown.row();
    let family = family_name(&shown, shown.role(Role::Category)).to_owned();
    let names = names(&shown);
    let (office, office_note) = office(&shown);
    let page = ClusterPage {
        t: language,
        crumbs: crumbs(&shown, &family),
        name: shown.original(Role::Name),
        summary: shown.original(Role::Summary),
        pattern: language.with("record-pattern", [("family", &family)]),
        also: also(&shown, &names),
        facts: facts(&shown, &one, &family),
        names,
        provenance: shown.provenance(),
        drawn: shown.drawn(),
        office,
        office_note,
        offices: offices(&shown),
        nearest_title: language.with("record-cluster-nearest", [("family", &family.to_lowercase())]),
        nearest: nearest(&shown),
        nearest_note: if shown.point().is_none() {
            language.text("record-cluster-nearest-unknown")
        } else {
            String::new()
        },
        all: all_of_family(&shown, &family),
        chosen_title: chosen_title(&shown),
        chosen: chosen(&shown),
        figures: craft_facts(&View { language, snapshot, here: None }, &[id], shown.role(Role::Category)),
        foot: shown.foot(),
        one,
    };
    let body = page.render().map_err(|error| Error::Internal(error.to_string()))?;
    Ok(shown.framed(&body))
}

fn family_name<'a>(shown: &Shown<'a>, family: &'a str) -> &'a str {
    let field =
        shown.described().role(Role::Category).map(|field| shown.described().fields[field].id.as_str());
    field.map_or(family, |field| code_title(shown.language, shown.described(), field, family))
}

fn by_family(shown: &Shown<'_>) -> Option<Query> {
    let field = shown.described().role(Role::Category)?;
    let family = shown.feature.text(field)?.to_owned();
    Some(Query { filters: vec![Filter { field, test: Test::AnyOf(vec![family]) }], ..Query::default() })
}

fn family_url(shown: &Shown<'_>) -> String {
    shown.explore(&[("family", shown.role(Role::Category))])
}

fn crumbs(shown: &Shown<'_>, family: &str) -> Vec<CrumbLink> {
    let layer = CrumbLink { name: shown.text("nav-explore"), url: shown.explore(&[]) };
    let family = (!family.is_empty()).then(|| CrumbLink { name: family.to_owned(), url: family_url(shown) });
    std::iter::once(layer).chain(family).collect()
}

/// Names to stand under the title, each once and none that is the title.
fn also(shown: &Shown<'_>, names: &[NameGroup]) -> Vec<OtherName> {
    let local = shown.list("local_names").into_iter().map(|text| OtherName {
        text: text.to_owned(),
        // Nobody has said which language a local name is of.
        lang: "und-Latn".to_owned(),
        direction: "ltr",
        about: String::new(),
        sources: Vec::new(),
    });
    let mut seen = vec![shown.row().name.to_lowercase()];
    let new = |name: &OtherName| {
        let folded = name.text.to_lowercase();
        let new = !seen.contains(&folded);
        seen.push(folded);
        new
    };
    let others = names.iter().flat_map(|group| group.names.iter().cloned());
    local.chain(others).filter(new).take(MOST_NAMES).collect()
}

/// Its names, by kind.
fn names(shown: &Shown<'_>) -> Vec<NameGroup> {
    let mut groups: Vec<NameGroup> = Vec::new();
    for name in shown.snapshot.names(CLUSTERS, shown.feature.id()) {
        let kind = words_or(shown.language, &format!("record-name-{}", name.kind), &name.kind);
        let other = other_name(shown.language, name);
        match groups.iter_mut().find(|group| group.kind == kind) {
            Some(group) => group.names.push(other),
            None => groups.push(NameGroup { kind, names: vec![other] }),
        }
    }
    groups
}

fn words_or(language: &Language, key: &str, code: &str) -> String {
    if language.has(key) { language.text(key) } else { code.to_owned() }
}

fn other_name(language: &Language, name: &Name) -> OtherName {
    // These languages are written in more than one script.
    let scripts = ["pa", "sd", "ks"].contains(&name.lang.as_str());
    OtherName {
        text: name.name.clone(),
        lang: if scripts { format!("{}-{}", name.lang, name.script) } else { name.lang.clone() },
        direction: if name.script == "Arab" { "rtl" } else { "ltr" },
        about: words_or(language, &format!("record-lang-{}", name.lang), &name.lang),
        sources: sources(&name.source),
    }
}

fn facts(shown: &Shown<'_>, one: &Row, family: &str) -> Vec<Fact> {
    let label = shown.text("editors-label");
    let mut facts = vec![made_in(shown), shown.exactness()];
    if let Some(craft) = shown.snapshot.craft(shown.field("craft")).filter(|craft| craft.clusters > 1) {
        let words = shown.language.count_with(
            "record-cluster-craft",
            craft.clusters,
            [("name", &craft_name(shown.language, &craft))],
        );
        let link = Part::link(words, format!("{}/craft/{}", shown.root(), encoded(&craft.id)));
        facts.push(shown.fact(shown.text("record-cluster-craft-title"), vec![link]));
    }
    let materials: Vec<Part> = shown.said_list("materials").into_iter().map(Part::words).collect();
    let told = !materials.is_empty();
    let materials = shown.fact(shown.text("record-cluster-materials"), materials);
    facts.push(if told { materials.note(&label) } else { materials });
    let link = if family.is_empty() { vec![] } else { vec![Part::link(family, family_url(shown))] };
    let mut of_family = shown.fact(shown.text("record-cluster-family"), link);
    if !family.is_empty() {
        of_family = of_family.note(&label);
        of_family.medal = if one.dyed { one.category.clone() } else { String::new() };
    }
    facts.push(of_family);
    facts.push(registration(shown));
    facts.push(
        shown
            .fact(shown.text("record-cluster-artisans"), vec![])
            .or(shown.text("record-cluster-not-counted")),
    );
    facts
}

/// Town and regions; where the source says it otherwise, in its words too.
fn made_in(shown: &Shown<'_>) -> Fact {
    let town = shown.said(Role::Town);
    let town = (!town.is_empty()).then(|| Part::words(town));
    let parts = town.into_iter().chain(shown.regions()).collect();
    shown.place_notes().into_iter().fold(shown.fact(shown.text("record-cluster-made-in"), parts), Fact::note)
}

/// The state of its registration as a geographical indication, said plainly.
fn registration(shown: &Shown<'_>) -> Fact {
    let language = shown.language;
    let status = shown.field("gi_status");
    let title = shown.text("record-cluster-gi");
    if status.is_empty() {
        return shown.fact(title, vec![]);
    }
    let key = format!("record-cluster-gi-{status}");
    let said = if language.has(&key) {
        language.text(&key)
    } else {
        code_title(language, shown.described(), "gi_status", status).to_owned()
    };
    if status == "none" {
        return shown.fact(title, vec![]).or(said);
    }
    let mut parts = vec![Part::words(said)];
    let registered = status == "registered";
    let numbers: &[(&str, &str)] = if registered {
        &[("gi_number", "application"), ("gi_year", "certificate"), ("gi_register_no", "register")]
    } else {
        &[("gi_application_pending", "file")]
    };
    for (field, key) in numbers {
        let value = shown.value(field);
        parts.push(Part::words(if value.is_empty() {
            language.text(&format!("record-cluster-gi-{key}-unknown"))
        } else {
            language.with(&format!("record-cluster-gi-{key}"), [("number", &value)])
        }));
    }
    let fact = Fact { between: " · ", ..shown.fact(title, parts) };
    if registered {
        return fact;
    }
    // Files come from the register as it was read; those without a number from the press.
    let dated = if shown.value("gi_application_pending").is_empty() {
        "record-cluster-gi-reported"
    } else {
        "record-cluster-gi-as-of"
    };
    fact.note(language.text("record-cluster-gi-no-registration")).note(language.text(dated))
}

/// The office to go to, and what is to be said about it.
fn office(shown: &Shown<'_>) -> (Option<OfficeCard>, String) {
    let language = shown.language;
    let Some(code) = shown.feature.region() else {
        return (None, language.text("record-cluster-office-unplaced"));
    };
    let name = |code| shown.snapshot.tree.get(code).map_or("", |region| region.name_in(language.tag));
    let serving = shown.snapshot.serving(code, shown.point());
    let yours = serving.your_office();
    let office = yours.or_else(|| next_best(&serving, shown.role(Role::Category)));
    let note = match (&serving.taken_from, yours) {
        (Some(from), _) => {
            language.with("serving-taken-from", [("district", name(code)), ("parent", name(from))])
        }
        (None, None) => super::near::none_note(language, code, name(code), office.is_some()),
        (None, Some(_)) => String::new(),
    };
    let country = view::stated_country(shown.snapshot, shown.described(), shown.feature);
    // A place known by its state alone may share the code of the state with an office across a line of control.
    let office = office.filter(|office| administers(shown.snapshot, office, country.as_ref()));
    (office.map(|office| office_card(shown.app, language, shown.snapshot, office)), note)
}

/// Where the central handicrafts service has no office: the body that has to do with the craft.
fn next_best<'s, 'a>(
    serving: &'s Serving<'a>,
    family: &str,
) -> Option<&'s crate::portal::serving::Office<'a>> {
    let handloom = WOVEN.contains(&family).then_some(Remit::Handloom);
    let mut remits = handloom.into_iter().chain([Remit::State, Remit::Industries]);
    remits.find_map(|remit| serving.groups.iter().find(|group| group.remit == remit)?.offices.first())
}

/// Where all offices that serve the region stand.
fn offices(shown: &Shown<'_>) -> Option<Part> {
    let region = shown.snapshot.tree.get(shown.feature.region()?)?;
    let words =
        shown.language.with("record-cluster-offices", [("place", region.name_in(shown.language.tag))]);
    Some(Part::link(words, format!("{}/r/{}", shown.root(), region.code.path())))
}

fn nearest(shown: &Shown<'_>) -> Vec<Row> {
    let (Some(query), Some(point)) = (by_family(shown), shown.point()) else { return Vec::new() };
    let found = shown.layer.nearest(&query, point, NEAREST + 1, None);
    let others = found.iter().filter(|found| found.feature.id() != shown.feature.id()).take(NEAREST);
    others.map(|found| shown.other(shown.layer, found.feature, Some(found.distance))).collect()
}

fn all_of_family(shown: &Shown<'_>, family: &str) -> Option<Part> {
    let count = shown.layer.count(&by_family(shown)?);
    let family = family.to_lowercase();
    let words = shown.language.count_with("record-cluster-all", count, [("family", &family)]);
    Some(Part::link(words, family_url(shown)))
}

fn chosen_title(shown: &Shown<'_>) -> String {
    let region = shown.feature.region().and_then(|code| shown.snapshot.tree.get(code));
    region.map_or_else(String::new, |region| {
        shown.language.with("record-cluster-chosen", [("name", region.name_in(shown.language.tag))])
    })
}

/// What the state chose for the district.
fn chosen(shown: &Shown<'_>) -> Vec<Chosen> {
    let Some(district) = shown.feature.region().filter(|code| code.level() == 2) else { return Vec::new() };
    let products =
        shown.snapshot.reference.district_products.iter().filter(|product| product.district == *district);
    products.map(|product| chosen_product(shown, product)).collect()
}

fn chosen_product(shown: &Shown<'_>, product: &DistrictProduct) -> Chosen {
    let craft = product.crafts.first().and_then(|id| shown.layer.get(id));
    Chosen {
        name: of_row(
            shown.language,
            shown.snapshot,
            ("district_products", &product.id),
            "product",
            &product.product,
        ),
        url: craft.map_or_else(String::new, |craft| view::url(shown.root(), shown.described(), craft)),
        family: product.family.clone(),
        family_name: family_name(shown, &product.family).to_owned(),
        scheme: programmes(shown.language, product),
        as_of: product.as_of.clone(),
        sources: sources(&product.source),
    }
}
