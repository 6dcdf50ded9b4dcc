//! A list of Explore within another site's page: the list before all, no script, nothing stored, and a way
//! to the whole.

use super::Asked;
use super::links::without_face;
use super::list::List;
use crate::api::Ask;
use crate::app::App;
use crate::i18n::Language;
use crate::pages::PageError;
use crate::pages::address::Address;
use crate::pages::escape;
use crate::pages::frame::respond;
use crate::pages::plain::{Plain, absolute, edition};
use crate::portal::Error;
use askama::Template;
use axum::extract::State;
use axum::http::{HeaderValue, header};
use axum::response::Response;
use std::sync::Arc;

/// Rows of an embedded list.
const ROWS: usize = 10;
/// Any site may hold it in a frame; it runs nothing and its links leave the frame.
const POLICY: HeaderValue = HeaderValue::from_static(
    "default-src 'self'; script-src 'none'; img-src 'self' data:; style-src 'self'; style-src-attr 'unsafe-inline'; \
     object-src 'none'; base-uri 'self'; form-action 'none'; frame-ancestors *",
);

#[derive(Template)]
#[template(path = "embed.html")]
struct EmbedPage<'a> {
    t: &'a Language,
    sentence: String,
    open: String,
    list: List,
    order: String,
    map: String,
    map_title: String,
    map_credits: &'a str,
    atlas: String,
}

/// `GET /embed` with the parameters of Explore.
pub async fn page(State(app): State<Arc<App>>, ask: Ask) -> Result<Response, PageError> {
    let mut response = respond(&app, &ask, |language| embedded(&app, language, &ask))?;
    response.headers_mut().insert(header::CONTENT_SECURITY_POLICY, POLICY);
    Ok(response)
}

fn embedded(app: &App, language: &Language, ask: &Ask) -> Result<String, Error> {
    let snapshot = &ask.snapshot;
    let address = Address::new(&format!("{}/embed", language.root()), &ask.pairs).only(|name| name != "view");
    let asked = Asked::read(snapshot, &address, ROWS)?;
    let shown = asked.shown(app, snapshot, language);
    let whole = asked.address.at(&format!("{}/explore", language.root())).without("offset");
    let open = absolute(app, ask, &whole.to_string());
    let title = asked.layer.layer().title(language.tag);
    let (map, map_credits) = shown.print_map();
    let page = EmbedPage {
        t: language,
        sentence: shown.answer().sentence,
        open: open.clone(),
        list: shown.list(),
        order: shown.order_in_words(),
        map_title: language.with("map-of", [("what", title)]),
        map_credits,
        map,
        atlas: edition(language, snapshot),
    };
    let body = page.render().map_err(|error| Error::Internal(error.to_string()))?;
    Plain { title, canonical: &open, css: "src/paper/embed.css", class: "embed", embedded: true }
        .render(app, ask, language, &body)
}

/// What another site writes into its page to show the list of `address`: a frame that asks for nothing, no
/// script, no storage, no permission.
pub fn code(app: &App, ask: &Ask, address: &Address, title: &str) -> String {
    let language = &ask.language;
    let list = without_face(address, &format!("{}/embed", language.root()));
    format!(
        "<iframe src=\"{}\" title=\"{}\" width=\"100%\" height=\"560\" loading=\"lazy\" \
         sandbox=\"allow-popups allow-popups-to-escape-sandbox\"></iframe>",
        escape(&absolute(app, ask, &list)),
        escape(&format!("{title} · {}", language.text("site-name")))
    )
}
