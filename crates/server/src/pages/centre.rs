//! A centre: how to reach it, what one gets there, whom it serves.

mod training;

use super::PageError;
use super::frame::respond;
use super::reach::{Phone, Reach, helpline, phones};
use super::record::{Drawn, Fact, Foot, ORGANISATIONS, Original, Part, Provenance, Shown};
use super::region::CrumbLink;
use super::said::{self, Said};
use super::services::{Asked, asked};
use super::view::{self, Badge, Row, Source, capital, code_title, sources};
use crate::api::Ask;
use crate::app::App;
use crate::i18n::Language;
use crate::portal::Error;
use crate::portal::serving::CENTRES;
use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use karigar_ingest::organisation_id;
use karigar_model::jurisdiction::{Grade, Jurisdiction};
use karigar_model::reference::Service;
use karigar_model::{Query, RegionCode, Role};
use std::sync::Arc;

/// Other centres that are shown as nearest.
const NEAREST: usize = 3;
/// Kinds of centre that train.
const TRAINING: &[&str] = &["service-centre", "training-centre", "design-centre", "institute"];

#[derive(Template)]
#[template(path = "centre.html")]
struct CentrePage<'a> {
    t: &'a Language,
    crumbs: Vec<CrumbLink>,
    one: Row,
    name: Option<Original>,
    /// What the source says that it does, where the page says it in our words.
    said: Option<Original>,
    badges: Vec<Badge>,
    organisation: Option<Part>,
    reach: Reach,
    more_phones: Vec<Part>,
    route_note: String,
    /// The toll-free line of the country, and whose it is.
    helpline: Option<(Phone, Said)>,
    services: Asked,
    /// Services that are stated of all centres of its kind.
    of_kind: Asked,
    summary: Vec<Said>,
    served_title: String,
    served: Vec<Served>,
    training: Option<training::Training>,
    facts: Vec<Fact>,
    provenance: Provenance,
    drawn: Drawn,
    nearest: Vec<Row>,
    foot: Foot,
}

/// Regions that it serves for one purpose and by claims of one grade.
#[derive(Default)]
struct Served {
    /// The purpose; empty where it is that of the group before.
    remit: String,
    grade: String,
    regions: Vec<Part>,
    as_of: String,
    sources: Vec<Source>,
}

/// `GET /centre/{id}`
pub async fn page(
    State(app): State<Arc<App>>,
    Path(id): Path<String>,
    ask: Ask,
) -> Result<Response, PageError> {
    respond(&app, &ask, |language| centre(&app, language, &ask, &id))
}

fn centre(app: &App, language: &Language, ask: &Ask, id: &str) -> Result<String, Error> {
    let snapshot = &ask.snapshot;
    let layer = snapshot.layer(CENTRES)?;
    let shown = Shown::find(app, language, ask, snapshot, layer, id)?;
    let numbers = phones(shown.field("phone"));
    let reach = Reach::of(layer, shown.feature);
    let own = reach.call.as_ref().map(|call| &call.phone);
    let has_services = !shown.snapshot.services_of(id).is_empty();
    let served = served(&shown);
    let page = CentrePage {
        t: language,
        crumbs: shown.crumbs(),
        one: shown.row(),
        name: shown.original(Role::Name),
        said: shown.original(Role::Summary),
        badges: badges(&shown),
        organisation: organisation(&shown),
        more_phones: numbers
            .iter()
            .filter(|phone| Some(*phone) != own)
            .map(|phone| phone_part(language, phone))
            .collect(),
        route_note: route_note(&shown),
        helpline: helpline(layer, shown.feature)
            .map(|(phone, office)| (phone, said::name(language, shown.described(), office))),
        reach,
        summary: if has_services { Vec::new() } else { summary(&shown) },
        facts: facts(&shown, has_services),
        services: services(&shown, false),
        of_kind: services(&shown, true),
        served_title: served_title(&shown),
        served,
        training: training::training(&shown),
        provenance: shown.provenance(),
        drawn: shown.drawn(),
        nearest: nearest(&shown),
        foot: shown.foot(),
    };
    let body = page.render().map_err(|error| Error::Internal(error.to_string()))?;
    Ok(shown.framed(&body))
}

/// Kind, exactness of the place, and whether anybody has verified that it works.
fn badges(shown: &Shown<'_>) -> Vec<Badge> {
    let (kind, status) = (shown.role(Role::Category), shown.field("status"));
    let icon = ICONS.iter().find(|icon| **icon == kind).copied().unwrap_or("service-centre");
    let mut badges = vec![Badge {
        class: "",
        icon,
        text: code_title(shown.language, shown.described(), "kind", kind).to_owned(),
    }];
    badges.extend(view::badges(shown.language, shown.described(), shown.feature));
    badges.push(match status {
        "" => Badge { class: "badge-warn", icon: "warning", text: shown.text("record-centre-unverified") },
        _ => Badge {
            class: if status == "working" { "badge-ok" } else { "badge-warn" },
            icon: if status == "working" { "check" } else { "warning" },
            text: code_title(shown.language, shown.described(), "status", status).to_owned(),
        },
    });
    badges.retain(|badge| !badge.text.is_empty());
    badges
}

/// Kinds of centre that have an icon of their own name.
const ICONS: &[&str] = &[
    "service-centre",
    "regional-office",
    "training-centre",
    "design-centre",
    "museum",
    "haat-market",
    "raw-material-bank",
    "testing-lab",
    "emporium",
    "institute",
];

/// The body that runs it, with its page.
fn organisation(shown: &Shown<'_>) -> Option<Part> {
    let name = Some(shown.field("organisation")).filter(|name| !name.is_empty())?;
    let layer = shown.snapshot.layer(ORGANISATIONS).ok();
    let known = layer.and_then(|layer| Some((layer.layer(), layer.get(&organisation_id(name))?)));
    Some(known.map_or_else(
        || Part::words(shown.foreign(name)),
        |(layer, body)| {
            Part::link(said::name(shown.language, layer, body), view::url(shown.root(), layer, body))
        },
    ))
}

/// Words that a number begins with in the table, and the message that says them.
const LINES: &[(&str, &str)] = &[("fax ", "phone-fax"), ("toll free ", "phone-free")];

fn phone_part(language: &Language, phone: &Phone) -> Part {
    let named = LINES.iter().find_map(|(start, key)| Some((*key, phone.words.strip_prefix(start)?)));
    let words = match named {
        Some((key, number)) => Said::own(language.with_one(key, "number", number)),
        None if phone.words.contains(char::is_alphabetic) => Said::english(language, &phone.words),
        None => Said::own(&phone.words),
    };
    if phone.tel.is_empty() { Part::words(words) } else { Part::link(words, format!("tel:{}", phone.tel)) }
}

/// How near the route leads.
fn route_note(shown: &Shown<'_>) -> String {
    let key = format!("record-centre-route-{}", shown.role(Role::Precision));
    if shown.point().is_some() && shown.language.has(&key) { shown.text(&key) } else { String::new() }
}

/// Services stated of this centre, or those stated of all of its kind.
fn services(shown: &Shown<'_>, of_kind: bool) -> Asked {
    let services = shown.snapshot.services_of(shown.feature.id()).into_iter();
    let services: Vec<&Service> =
        services.filter(|(_, shared)| *shared == of_kind).map(|(service, _)| service).collect();
    asked(shown.language, shown.snapshot, &services)
}

/// Words before the regions that a centre serves; these have a place of their own on the page.
const SERVES: &[&str] = &["serves ", "सेवा क्षेत्र"];

/// Words of the summary, set as the head of an entry; in the reader's language where the summary is.
fn short(shown: &Shown<'_>, words: &str) -> Said {
    let words = capital(words);
    if *shown.said(Role::Summary) == *shown.role(Role::Summary) {
        shown.foreign(&words)
    } else {
        words.into()
    }
}

/// Its services in the words of its source, where no terms are stated.
fn summary(shown: &Shown<'_>) -> Vec<Said> {
    let text = shown.said(Role::Summary);
    let own = SERVES.iter().find_map(|words| text.split_once(words)).map_or(&*text, |(before, _)| before);
    split(own).into_iter().map(|part| short(shown, part)).collect()
}

/// The parts of a short list of services; commas in brackets part nothing.
fn split(text: &str) -> Vec<&str> {
    let (mut parts, mut start, mut depth) = (Vec::new(), 0, 0_usize);
    for (at, letter) in text.char_indices() {
        match letter {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            ',' | ';' if depth == 0 => {
                parts.push(text[start..at].trim());
                start = at + 1;
            }
            _ => {}
        }
    }
    parts.push(text[start..].trim());
    parts.retain(|part| !part.is_empty());
    parts
}

/// Whom it serves, by purpose and by how well that is known.
fn served(shown: &Shown<'_>) -> Vec<Served> {
    let claims = shown.snapshot.served_by(shown.feature.id());
    let groups = claims.chunk_by(|(one, _), (other, _)| (one.remit, one.grade) == (other.remit, other.grade));
    let mut served: Vec<Served> = groups.map(|claims| served_group(shown, claims)).collect();
    for at in (1..served.len()).rev() {
        if served[at].remit == served[at - 1].remit {
            served[at].remit.clear();
        }
    }
    served
}

/// Claims of one purpose and grade.
fn served_group(shown: &Shown<'_>, claims: &[(&Jurisdiction, RegionCode)]) -> Served {
    let mut served = Served::default();
    let (mut stated, mut dates): (Vec<&str>, Vec<&str>) = (Vec::new(), Vec::new());
    for (claim, code) in claims {
        let name =
            shown.snapshot.tree.get(code).map_or(code.as_str(), |region| region.name_in(shown.language.tag));
        served.remit = shown.text(&format!("remit-{}", claim.remit.code()));
        served.grade = shown.text(&format!("record-centre-grade-{}", claim.grade.code()));
        if claim.grade == Grade::Seen {
            served.remit = shown.text("record-centre-seen");
        }
        add(&mut served.regions, Part::link(name, format!("{}/r/{}", shown.root(), code.path())));
        add(&mut stated, &claim.source);
        if !claim.as_of.is_empty() {
            add(&mut dates, &claim.as_of);
        }
    }
    served.as_of = dates.join(", ");
    served.sources = sources(&stated.join(" | "));
    served
}

fn add<T: PartialEq>(list: &mut Vec<T>, new: T) {
    if !list.contains(&new) {
        list.push(new);
    }
}

fn served_title(shown: &Shown<'_>) -> String {
    let served = shown.snapshot.served_by(shown.feature.id());
    let all_of = |level| served.iter().all(|(_, code)| code.level() == level);
    shown.text(match () {
        () if served.is_empty() => "record-centre-serves",
        () if served.iter().all(|(claim, _)| claim.grade == Grade::Seen) => "record-centre-seen",
        () if all_of(2) => "record-centre-serves-districts",
        () if all_of(1) => "record-centre-serves-states",
        () => "record-centre-serves",
    })
}

/// Its address, then its PIN code.
fn address<'a>(shown: &Shown<'a>) -> Vec<&'a str> {
    [shown.field("address"), shown.field("pin")].into_iter().filter(|part| !part.is_empty()).collect()
}

/// Where it is and how to reach it. `summary`: what it does is not said elsewhere on the page.
fn facts(shown: &Shown<'_>, summary: bool) -> Vec<Fact> {
    let field = |key: &str, id: &str, part: &dyn Fn(&str) -> Part| {
        let value = shown.field(id);
        shown.fact(shown.text(key), if value.is_empty() { vec![] } else { vec![part(value)] })
    };
    let address: Vec<Part> =
        address(shown).into_iter().map(|part| Part::words(shown.foreign(part))).collect();
    let hours =
        if shown.field("phone").is_empty() { "record-not-known" } else { "record-centre-hours-unknown" };
    let region = shown.fact(shown.text("record-region"), shown.regions());
    let mut facts = vec![
        shown.fact(shown.text("record-centre-address"), address),
        shown.fact(shown.text("record-centre-hours"), vec![]).or(shown.text(hours)),
        shown.place_notes().into_iter().fold(region, Fact::note),
        shown.exactness(),
        field("record-centre-website", "website", &|url| {
            Part::outside(url.trim_start_matches("http://"), url)
        }),
        field("record-centre-email", "email", &|mail| Part::link(mail, format!("mailto:{mail}"))),
    ];
    if TRAINING.contains(&shown.role(Role::Category)) {
        facts.push(
            shown
                .fact(shown.text("record-centre-next-training"), vec![])
                .or(shown.text("record-centre-no-dates")),
        );
    }
    let all = shown.said(Role::Summary);
    if summary && !all.is_empty() {
        let all = vec![Part::words(short(shown, &all))];
        facts.insert(0, shown.fact(shown.text("record-centre-short"), all));
    }
    facts
}

fn nearest(shown: &Shown<'_>) -> Vec<Row> {
    let Some(point) = shown.point() else { return Vec::new() };
    let found = shown.layer.nearest(&Query::default(), point, NEAREST + 1, None);
    let others = found.iter().filter(|found| found.feature.id() != shown.feature.id()).take(NEAREST);
    others.map(|found| shown.other(shown.layer, found.feature, Some(found.distance))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn services_are_parted_outside_brackets() {
        assert_eq!(split("yarn, dyes (indigo, lac); training"), ["yarn", "dyes (indigo, lac)", "training"]);
        assert_eq!(split(""), [""; 0]);
    }
}
