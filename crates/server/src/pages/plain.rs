//! A page without masthead and foot: a list within another site's page, or sheets of paper.

use super::frame::saves_data;
use crate::api::Ask;
use crate::app::App;
use crate::i18n::Language;
use crate::portal::{Error, Snapshot};
use askama::Template;

/// A page without a frame. It shows what another page shows, so search engines are led there.
pub struct Plain<'a> {
    /// Its title.
    pub title: &'a str,
    /// Absolute address of the page that it stands for.
    pub canonical: &'a str,
    /// Its own style file, by its source.
    pub css: &'static str,
    /// Class of its body.
    pub class: &'static str,
    /// Whether its links lead out of the frame that holds it, and no script runs.
    pub embedded: bool,
}

#[derive(Template)]
#[template(path = "plain.html")]
struct PlainPage<'a> {
    t: &'a Language,
    root: &'a str,
    main_css: &'a str,
    reading_css: &'a str,
    fonts_css: &'a str,
    own_css: &'a str,
    main_js: &'a str,
    plain: &'a Plain<'a>,
    body: &'a str,
}

impl Plain<'_> {
    /// The whole page around `body`.
    pub fn render(&self, app: &App, ask: &Ask, language: &Language, body: &str) -> Result<String, Error> {
        let assets = &app.assets;
        let page = PlainPage {
            t: language,
            root: app.portal.config.root(),
            main_css: assets.file("src/styles/main.css"),
            reading_css: assets.file("src/styles/reading.css"),
            // Not for who asked to save data.
            fonts_css: if saves_data(ask) { "" } else { assets.file("src/styles/fonts.css") },
            own_css: assets.file(self.css),
            main_js: assets.file("src/main.ts"),
            plain: self,
            body,
        };
        let page = page.render().map_err(|error| Error::Internal(error.to_string()))?;
        Ok(page.replacen("<!--sprite-->", &assets.sprite(&page), 1))
    }
}

/// An address of the portal with its host, as it is written on paper and for other sites.
pub fn absolute(app: &App, ask: &Ask, address: &str) -> String {
    // The root is part of the base already.
    let host = ask.base.strip_suffix(app.portal.config.root()).unwrap_or(&ask.base);
    format!("{host}{address}")
}

/// Which edition of the atlas a page shows.
pub fn edition(language: &Language, snapshot: &Snapshot) -> String {
    let atlas = &snapshot.atlas;
    language.with("foot-atlas", [("version", &atlas.version), ("released", &language.date(&atlas.released))])
}
