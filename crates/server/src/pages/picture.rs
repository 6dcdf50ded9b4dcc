//! The picture that other sites show beside a link to a page: `/share/<page>.png`, 1200 × 630 pixels, drawn
//! with the parts of the page itself: its title, the cloth of its crafts, its map.

mod canvas;
mod lettering;
mod palette;
mod studio;
mod subject;

pub use studio::Studio;

use super::PageError;
use crate::api::Ask;
use crate::app::App;
use crate::i18n::{Language, Languages};
use crate::portal::{Error, Missing};
use axum::Router;
use axum::extract::{Path, State};
use axum::http::{HeaderValue, header};
use axum::response::Response;
use axum::routing::get;
use karigar_model::query::fnv1a;
use std::sync::Arc;
use tokio::sync::Semaphore;
use tokio::task::spawn_blocking;

/// Width and height of a picture, pixels: what sites that show links ask for.
pub const SIZE: (u32, u32) = (1200, 630);
/// The picture of pages that have none of their own.
pub const PORTAL: &str = "/karigar";
/// How long a picture may be kept without asking, seconds.
const KEPT: HeaderValue = HeaderValue::from_static("public, max-age=86400");
/// One at a time: nobody waits for a picture as for a page, and the cores are for pages.
static DRAWING: Semaphore = Semaphore::const_new(1);

/// Routes of the pictures, plain and in each language. They stand apart from those of pages, so that pictures
/// that wait for their turn keep no page waiting.
pub fn routes(languages: &Languages) -> Router<Arc<App>> {
    let one = || Router::new().route("/share/{*page}", get(picture));
    languages.segments().fold(one(), |all, tag| all.nest(&format!("/{tag}"), one()))
}

/// Address of the picture of a page, whose path begins with a slash and names no language. The language is
/// always said: who fetches a picture has no preference that counts.
pub fn address(language: &Language, page: &str) -> String {
    let root = language.root();
    let named = root.ends_with(&format!("/{}", language.tag));
    let tag = if named { String::new() } else { format!("/{}", language.tag) };
    format!("{root}{tag}/share{page}.png")
}

/// `GET /share/{page}.png`
async fn picture(
    State(app): State<Arc<App>>,
    Path(page): Path<String>,
    ask: Ask,
) -> Result<Response, PageError> {
    let asked = format!("{page} {} {}", ask.language.tag, ask.base);
    let etag = format!("\"{}-{}-{:016x}\"", app.build, ask.snapshot.generation, fnv1a(asked.as_bytes()));
    if let Some(unchanged) = ask.unchanged(&etag) {
        return Ok(unchanged);
    }
    let drawn =
        draw(app.clone(), ask.clone(), page).await.map_err(|error| PageError::new(&app, &ask, error))?;
    let mut response = Ask::answer(crate::api::Format::Html, &etag, drawn);
    response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static("image/png"));
    response.headers_mut().insert(header::CACHE_CONTROL, KEPT);
    Ok(response)
}

async fn draw(app: Arc<App>, ask: Ask, page: String) -> Result<Vec<u8>, Error> {
    let internal = |error: String| Error::Internal(format!("the picture of `{page}`: {error}"));
    let path = page.strip_suffix(".png").ok_or_else(|| Missing::new("page", &page))?.to_owned();
    let turn = DRAWING.acquire().await.map_err(|error| internal(error.to_string()))?;
    let drawn = spawn_blocking(move || {
        let subject = subject::of(&app, &ask, &path)?;
        let studio = app.studio().map_err(Error::Internal)?;
        let svg = canvas::picture(&app, &ask, studio, &subject);
        studio.paint(&svg).and_then(|pixels| palette::png(&pixels)).map_err(Error::Internal)
    });
    let drawn = drawn.await.map_err(|error| internal(error.to_string()));
    drop(turn);
    drawn?
}
