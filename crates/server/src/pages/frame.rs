//! What stands around every page: head, masthead with its selvedge, foot, and the icons the page draws.

use super::address::Address;
use super::view::Stripe;
use super::{PageError, picture};
use crate::api::{Ask, Format};
use crate::app::App;
use crate::i18n::Language;
use crate::portal::Error;
use crate::portal::crafts::CLUSTERS;
use askama::Template;
use axum::http::HeaderName;
use axum::response::Response;
use serde_json::Value;
use std::sync::Arc;

/// The frame of a page.
pub struct Frame<'a> {
    app: &'a App,
    ask: &'a Ask,
    language: &'a Language,
    title: &'a str,
    description: String,
    section: &'static str,
    query_counts: bool,
    stripes: Option<Vec<Stripe>>,
    reading: bool,
    pictured: bool,
    markup: Vec<Value>,
}

#[derive(Template)]
#[template(path = "layout.html")]
struct Layout<'a> {
    t: &'a Language,
    title: &'a str,
    description: &'a str,
    root: &'a str,
    main_css: &'a str,
    more_css: Vec<&'a str>,
    fonts_css: &'a str,
    main_js: &'a str,
    /// Empty for other pages.
    explore_js: &'a str,
    theme_js: &'a str,
    fonts: bool,
    section: &'a str,
    stripes: &'a [Stripe],
    languages: Vec<(&'a str, &'a str, String, bool)>,
    canonical: String,
    alternates: Vec<(&'a str, String)>,
    /// Locales of the other languages, as previews name them.
    locales: Vec<String>,
    worldview: String,
    atlas: String,
    credits: &'a [String],
    picture: String,
    picture_size: (u32, u32),
    markup: String,
    body: &'a str,
}

impl<'a> Frame<'a> {
    /// A frame with the whole portal's selvedge.
    pub fn new(app: &'a App, ask: &'a Ask, language: &'a Language, title: &'a str) -> Self {
        Self {
            app,
            ask,
            language,
            title,
            description: String::new(),
            section: "",
            query_counts: false,
            stripes: None,
            reading: true,
            pictured: false,
            markup: Vec::new(),
        }
    }

    /// One sentence for search engines and previews.
    #[must_use]
    pub fn description(mut self, text: &str) -> Self {
        text.clone_into(&mut self.description);
        self
    }

    /// Which entry of the menu is current: `explore`, `regions`, `near`.
    #[must_use]
    pub fn section(mut self, section: &'static str) -> Self {
        self.section = section;
        self
    }

    /// The parameters are part of what the page is, so of its canonical address.
    #[must_use]
    pub fn with_query(mut self) -> Self {
        self.query_counts = true;
        self
    }

    /// The selvedge shows these shares, if there are any, instead of the whole portal's.
    #[must_use]
    pub fn stripes(mut self, stripes: Vec<Stripe>) -> Self {
        self.stripes = Some(stripes).filter(|stripes| !stripes.is_empty());
        self
    }

    /// Without the styles that only pages to read need, for Explore.
    #[must_use]
    pub fn without_reading(mut self) -> Self {
        self.reading = false;
        self
    }

    /// With a picture of its own for links to it, not the portal's.
    #[must_use]
    pub fn pictured(mut self) -> Self {
        self.pictured = true;
        self
    }

    /// What the page is about, for search engines.
    #[must_use]
    pub fn markup(mut self, things: Vec<Value>) -> Self {
        self.markup = things;
        self
    }

    /// What its kind of page needs beyond the styles of all.
    fn more_styles(&self) -> &'static [&'static str] {
        match self.section {
            _ if !self.reading => &[],
            "regions" => &["src/styles/reading.css", "src/styles/places.css"],
            "about" | "access" | "crafts" | "data" | "events" | "privacy" | "sources" => {
                &["src/styles/reading.css", "src/styles/menu.css"]
            }
            _ => &["src/styles/reading.css"],
        }
    }

    /// The whole page.
    pub fn render(self, body: &str) -> String {
        let config = &self.app.portal.config;
        let snapshot = &self.ask.snapshot;
        let more_styles = self.more_styles();
        let stripes = self.stripes.unwrap_or_else(|| {
            let clusters = snapshot.layer(CLUSTERS).ok().map(Arc::as_ref);
            clusters.map_or_else(Vec::new, |layer| {
                super::view::stripes(self.language, layer, &karigar_model::Query::default())
            })
        });
        let address = Address::new(&self.ask.path, &self.ask.pairs);
        let languages = self.app.languages.offered().map(|language| {
            let current = language.tag == self.language.tag;
            (language.tag, language.name, format!("{}{address}", language.root()), current)
        });
        let own = if self.query_counts { address.clone() } else { address.only(|_| false) };
        let known = &self.app.languages;
        let at = |language: &Language| self.ask.absolute(&format!("{}{own}", known.canonical_root(language)));
        let alternates = self.app.languages.offered().map(|language| (language.tag, at(language)));
        let picture =
            picture::address(self.language, if self.pictured { &self.ask.path } else { picture::PORTAL });
        let others = self.app.languages.offered().filter(|language| language.tag != self.language.tag);
        let assets = &self.app.assets;
        let layout = Layout {
            t: self.language,
            title: self.title,
            description: &self.description,
            root: config.root(),
            main_css: assets.file("src/styles/main.css"),
            more_css: more_styles.iter().map(|name| assets.file(name)).collect(),
            fonts_css: assets.file("src/styles/fonts.css"),
            main_js: assets.file("src/main.ts"),
            explore_js: if self.reading { "" } else { assets.file("src/explore.ts") },
            theme_js: assets.file("src/theme.ts"),
            // Not for who asked to save data.
            fonts: !saves_data(self.ask),
            section: self.section,
            stripes: &stripes,
            languages: languages.collect(),
            canonical: at(self.language),
            alternates: alternates.collect(),
            locales: others.map(|language| language.text("locale")).collect(),
            worldview: self.language.text(&format!("view-{}", snapshot.view)),
            atlas: self.language.with(
                "foot-atlas",
                [
                    ("version", &snapshot.atlas.version),
                    ("released", &self.language.date(&snapshot.atlas.released)),
                ],
            ),
            credits: &snapshot.atlas.credits,
            picture: self.ask.absolute(&picture),
            picture_size: picture::SIZE,
            markup: super::markup::script(&self.markup),
            body,
        };
        let page = layout.render().unwrap_or_default();
        // The sprite goes in last: only now is it known which icons the page draws.
        page.replacen(SPRITE, &assets.sprite(&page), 1)
    }
}

/// The answer to a request for a page or a part of one: 304 when the browser holds this version, else
/// what `draw` makes of it in the reader's language.
pub fn respond(
    app: &Arc<App>,
    ask: &Ask,
    draw: impl FnOnce(&Language) -> Result<String, Error>,
) -> Result<Response, PageError> {
    let etag = ask.etag(ask.snapshot.generation, Format::Html);
    if let Some(unchanged) = ask.unchanged(&etag) {
        return Ok(unchanged);
    }
    let html = draw(&ask.language).map_err(|error| PageError::new(app, ask, error))?;
    Ok(Ask::answer(Format::Html, &etag, html))
}

/// Whether the browser asked to save data.
pub fn saves_data(ask: &Ask) -> bool {
    ask.header(HeaderName::from_static("save-data")).is_some_and(|value| value.eq_ignore_ascii_case("on"))
}

/// Where the layout wants the sprite.
const SPRITE: &str = "<!--sprite-->";

/// Text made safe between tags and in double-quoted attributes.
pub fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
