//! Pages: HTML made by the server, readable without script.

mod address;
mod amount;
mod bars;
mod centre;
mod cluster;
mod compare;
mod craft;
mod crafts;
mod data;
mod docs;
mod error;
mod events;
mod explore;
mod facts;
mod figure;
mod filters;
mod fragments;
mod frame;
mod in_path;
mod markup;
mod near;
pub mod picture;
mod plain;
mod position;
mod qr;
mod reach;
mod record;
mod region;
mod said;
mod schemes;
mod services;
mod sitemap;
mod text;
mod training;
mod view;

pub use amount::slug;
pub use docs::part_title;
pub use error::{PageError, broken, not_found};
pub use events::calendar;
pub use frame::{Frame, escape};
pub use said::{Said, name as record_name, place_label};

use crate::api::{self, Ask};
use crate::app::App;
use crate::i18n::Languages;
use axum::Router;
use axum::response::Redirect;
use axum::routing::get;
use std::sync::Arc;

/// First segments of addresses that are the portal's own; no added layer may have such a page.
pub const RESERVED: &[&str] = &[
    "en",
    "hi",
    "ur",
    "api",
    "assets",
    "geo",
    "health",
    "explore",
    "near",
    "r",
    "regions",
    "card",
    "suggest",
    "compare",
    "craft",
    "crafts",
    "events",
    "embed",
    "print",
    "share",
    "about",
    "data",
    "sources",
    "privacy",
    "accessibility",
    "scheme",
    "schemes",
    "services",
    "training",
    "work",
    "me",
    "contribute",
    "admin",
    "metrics",
];

/// Routes of all pages, plain and in each language; with those of the API, whose documents are pages, too.
pub fn routes(languages: &Languages) -> Router<Arc<App>> {
    let plain = in_one_language()
        .route("/robots.txt", get(sitemap::robots))
        .route("/sitemap.xml", get(sitemap::sitemap));
    let spoken = in_one_language().merge(api::routes());
    languages.segments().fold(plain, |all, tag| all.nest(&format!("/{tag}"), spoken.clone()))
}

/// The start of the portal.
async fn home(ask: Ask) -> Redirect {
    Redirect::temporary(&format!("{}/explore", ask.language.root()))
}

fn in_one_language() -> Router<Arc<App>> {
    Router::new()
        .route("/", get(home))
        .route("/explore", get(explore::page))
        .route("/embed", get(explore::embed::page))
        .route("/print", get(explore::print::page))
        .route("/regions", get(region::all))
        .route("/compare", get(compare::page))
        .route("/r/{country}", get(region::page))
        .route("/r/{country}/complete", get(region::complete::page))
        .route("/r/{country}/{state}/complete", get(region::complete::page))
        .route("/r/{country}/{state}/{district}/complete", get(region::complete::page))
        .route("/r/{country}/{state}", get(region::page))
        .route("/r/{country}/{state}/{district}", get(region::page))
        .route("/r/{country}/facts", get(facts::page))
        .route("/r/{country}/{state}/facts", get(facts::page))
        .route("/r/{country}/{state}/{district}/facts", get(facts::page))
        .route("/cluster/{id}", get(cluster::page))
        .route("/crafts", get(crafts::page))
        .route("/craft/{id}", get(craft::page))
        .route("/centre/{id}", get(centre::page))
        .route("/events", get(events::page))
        .route("/events.ics", get(events::all_as_file))
        .route("/event/{id}", get(events::one))
        .route("/near", get(near::page))
        .route("/schemes", get(schemes::all))
        .route("/scheme/{id}", get(schemes::one))
        .route("/services", get(services::page))
        .route("/training", get(training::page))
        .route("/about", get(text::about))
        .route("/sources", get(text::all_sources))
        .route("/privacy", get(text::privacy))
        .route("/accessibility", get(text::accessibility))
        .route("/data", get(data::page))
        .route("/api/docs", get(docs::page))
        .route("/suggest", get(fragments::suggest))
        .route("/card/{layer}/{id}", get(fragments::card))
        .route("/{page}/{id}", get(record::page))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_layer_may_have_a_language_as_its_page() {
        let languages = Languages::load("").unwrap();
        let free: Vec<_> =
            languages.offered().filter(|one| !RESERVED.contains(&one.tag)).map(|one| one.tag).collect();
        assert_eq!(free, [""; 0]);
    }
}
