//! Parts of pages that the browser asks for alone: the card of a pin, and answers while one types.

use super::PageError;
use super::frame::respond;
use super::position::mistake_text;
use super::record::encoded;
use super::view::{self, Row};
use crate::api::Ask;
use crate::app::App;
use crate::i18n::Language;
use crate::portal::position::{POSITIONS, written_query};
use crate::portal::search::{Hit, PINS, PLACES};
use crate::portal::{Error, Snapshot};
use askama::Template;
use axum::extract::{Path, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use karigar_model::Role;
use karigar_model::fold::{fold, key};
use karigar_model::position;
use std::sync::Arc;

/// Answers that are offered while one types.
const OFFERED: usize = 10;
/// Letters of a question that are looked at.
const MOST_LETTERS: usize = 100;
/// The layer whose records have pages of their own form.
const REGIONS: &str = "regions";

#[derive(Template)]
#[template(path = "card.html")]
struct Card<'a> {
    t: &'a Language,
    one: Row,
}

/// `GET /card/{layer}/{id}`: the inside of a map card.
pub async fn card(
    State(app): State<Arc<App>>,
    Path((layer, id)): Path<(String, String)>,
    ask: Ask,
) -> Result<Response, PageError> {
    let snapshot = &ask.snapshot;
    let known = snapshot.layer(&layer).ok().and_then(|layer| Some((layer.layer(), layer.get(&id)?)));
    let Some((described, feature)) = known else {
        // A whole page would be lost in a card.
        return Ok((StatusCode::NOT_FOUND, [(header::CACHE_CONTROL, "no-store")]).into_response());
    };
    respond(&app, &ask, |language| {
        let one = view::row(language, snapshot, described, feature);
        drawn(&app, Card { t: language, one }.render())
    })
}

#[derive(Template)]
#[template(path = "suggest.html")]
struct Suggestions<'a> {
    t: &'a Language,
    status: String,
    /// Why a position that was typed is none, and what to type instead.
    wrong: String,
    groups: Vec<Group>,
    list: Choice,
}

/// Answers of one kind.
struct Group {
    title: String,
    choices: Vec<Choice>,
}

/// An answer.
struct Choice {
    url: String,
    icon: String,
    /// Whether the icon is that of a craft family, which has a dye.
    dyed: bool,
    name: String,
    /// What stands behind the name: its parents.
    parents: String,
    /// The spelling that matched, where it is another one.
    matched: String,
}

/// `GET /suggest?q=…`: options of a list box, by kind; nothing for nothing.
pub async fn suggest(State(app): State<Arc<App>>, ask: Ask) -> Result<Response, PageError> {
    respond(&app, &ask, |language| {
        let asked: String = ask.get("q").unwrap_or_default().trim().chars().take(MOST_LETTERS).collect();
        if asked.is_empty() {
            return Ok(String::new());
        }
        let snapshot = &ask.snapshot;
        // A link to a map is longer than any name.
        let typed = ask.get("q").filter(|typed| position::read(typed).is_some()).unwrap_or(&asked);
        let (hits, wrong) = match snapshot.search(typed, None, language.tag, OFFERED) {
            Ok(hits) => (hits, String::new()),
            Err(mistake) => (Vec::new(), mistake_text(language, &mistake)),
        };
        let suggestions = Suggestions {
            t: language,
            status: if wrong.is_empty() {
                language.count("suggest-status", hits.len())
            } else {
                wrong.clone()
            },
            wrong,
            groups: groups(&app, language, snapshot, &hits),
            list: Choice {
                url: format!("{}/explore?q={}", language.root(), encoded(&asked)),
                icon: "search".to_owned(),
                dyed: false,
                name: language.with("suggest-list", [("words", &asked)]),
                parents: String::new(),
                matched: String::new(),
            },
        };
        drawn(&app, suggestions.render())
    })
}

/// A fragment with the icons it draws; the page around it may lack them.
fn drawn(app: &App, html: askama::Result<String>) -> Result<String, Error> {
    let html = html.map_err(|error| Error::Internal(error.to_string()))?;
    // The page has its own sprite, and no two elements may have one id.
    let sprite = app.assets.sprite(&html).replacen(" id=\"sprite\" data-swap", "", 1);
    Ok(html + &sprite)
}

/// Places, and each layer, as a group; the group with the best answer first.
fn groups(app: &App, language: &Language, snapshot: &Snapshot, hits: &[Hit]) -> Vec<Group> {
    let mut groups: Vec<(&str, Group)> = Vec::new();
    for hit in hits {
        let layer = snapshot.layer(&hit.layer).ok().filter(|_| hit.layer != REGIONS);
        let other = if hit.layer == POSITIONS { POSITIONS } else { PLACES };
        let key = layer.map_or(other, |layer| layer.layer().id.as_str());
        let position = groups.iter().position(|(known, _)| *known == key).unwrap_or_else(|| {
            let title = || language.text(&format!("suggest-{other}"));
            let title = layer.map_or_else(title, |layer| layer.layer().title(language.tag).to_owned());
            groups.push((key, Group { title, choices: Vec::new() }));
            groups.len() - 1
        });
        groups[position].1.choices.push(if hit.layer == POSITIONS {
            near_position(language, hit)
        } else {
            choice(app, language, snapshot, hit)
        });
    }
    groups.into_iter().map(|(_, group)| group).collect()
}

/// "Near me" at a position that was typed.
fn near_position(language: &Language, hit: &Hit) -> Choice {
    let query = hit.point.map(written_query).unwrap_or_default();
    let outside = hit.region.is_none().then(|| language.text("near-outside"));
    Choice {
        url: format!("{}/near?q={query}", language.root()),
        icon: "near-me".to_owned(),
        dyed: false,
        name: language.text("suggest-near-position"),
        parents: format!(
            " {}",
            std::iter::once(hit.label.clone()).chain(outside).collect::<Vec<_>>().join(", ")
        ),
        matched: String::new(),
    }
}

fn choice(app: &App, language: &Language, snapshot: &Snapshot, hit: &Hit) -> Choice {
    let root = language.root();
    let layer = snapshot.layer(&hit.layer).ok().map(|layer| (layer, layer.layer()));
    let url = match (hit.layer.as_str(), &hit.region, layer) {
        (PINS, ..) => format!("{root}/near?q={}", hit.id),
        (PLACES, ..) => format!("{root}/near?place={PLACES}:{}", hit.id),
        (REGIONS, Some(code), _) => format!("{root}/r/{}", code.path()),
        (_, _, Some((layer, described))) => {
            layer.get(&hit.id).map_or_else(String::new, |feature| view::url(root, described, feature))
        }
        _ => String::new(),
    };
    let code = layer.zip(hit.category.as_deref()).and_then(|((_, described), category)| {
        described.code(&described.fields[described.role(Role::Category)?], category)
    });
    let own = hit.category.as_deref().filter(|category| app.assets.has_icon(category));
    // The same name in another script or spelling needs no second mention.
    let sound = |name: &str| key(&fold(name));
    let same = hit.matched.is_empty() || sound(&hit.matched) == sound(&hit.name);
    Choice {
        url,
        icon: own.or(layer.map(|(_, described)| described.icon.as_str())).unwrap_or(PLACE_ICON).to_owned(),
        dyed: own.is_some() && code.is_some_and(|code| code.group.is_some()),
        name: hit.name.clone(),
        parents: hit.label.strip_prefix(hit.name.as_str()).unwrap_or(&hit.label).to_owned(),
        matched: if same { String::new() } else { hit.matched.clone() },
    }
}

/// Icon of towns and PIN codes.
const PLACE_ICON: &str = "exact";
