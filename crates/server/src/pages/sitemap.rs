//! What search engines read: which pages there are, in which languages (sitemaps.org protocol).

use super::{escape, view};
use crate::api::{Ask, Format, Problem};
use crate::app::App;
use crate::portal::Snapshot;
use axum::extract::State;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use karigar_model::{ParameterError, Query};
use std::fmt::Write as _;
use std::sync::Arc;

/// Pages that are no record.
const PAGES: &[&str] = &[
    "explore",
    "regions",
    "crafts",
    "events",
    "near",
    "schemes",
    "services",
    "training",
    "data",
    "about",
    "sources",
    "privacy",
    "accessibility",
];
/// Most addresses that a sitemap may hold (sitemaps.org protocol).
const MOST: usize = 50_000;
const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
const NAMESPACE: &str = "http://www.sitemaps.org/schemas/sitemap/0.9";
/// The namespace of `<link rel="alternate">`.
const XHTML: &str = "http://www.w3.org/1999/xhtml";

/// A language of the pages: its tag, and the absolute address that its pages stand below.
type Root<'a> = (&'a str, String);

/// `GET /robots.txt`: everything may be read; lists under filters are endless and tell nothing new, and the
/// pseudo language is for tests.
pub async fn robots(State(app): State<Arc<App>>, ask: Ask) -> Response {
    let languages = &app.languages;
    let plain = app.portal.config.root().to_owned();
    let roots = std::iter::once(plain.clone()).chain(languages.offered().map(|one| one.root().to_owned()));
    let mut text = format!("User-agent: *\nDisallow: {plain}/{}/\n", crate::i18n::PSEUDO);
    for root in roots {
        for path in ["/api/", "/explore?*&", "/near?", "/suggest", "/card/"] {
            let _ = writeln!(text, "Disallow: {root}{path}");
        }
    }
    let _ = writeln!(text, "Sitemap: {}/sitemap.xml", ask.base);
    ([(header::CONTENT_TYPE, "text/plain; charset=utf-8")], text).into_response()
}

/// `GET /sitemap.xml`: all pages, or, where they are too many for one file, an index of `/sitemap.xml?part=1` and
/// the others.
pub async fn sitemap(State(app): State<Arc<App>>, ask: Ask) -> Result<Response, Problem> {
    let etag = ask.etag(ask.snapshot.generation, Format::Html);
    if let Some(unchanged) = ask.unchanged(&etag) {
        return Ok(unchanged);
    }
    let languages = app.languages.offered();
    let roots: Vec<Root<'_>> =
        languages.map(|one| (one.tag, ask.absolute(app.languages.canonical_root(one)))).collect();
    let each = MOST / roots.len().max(1);
    let pages = PAGES.len() + ask.snapshot.layers.iter().map(|layer| layer.len()).sum::<usize>();
    let parts = pages.div_ceil(each);
    let everything = Query::default();
    let paths = paths(&ask.snapshot, &everything);
    let xml = match ask.get("part") {
        None if parts > 1 => index(&ask.base, parts),
        None => urls(paths, &roots),
        Some(part) => {
            let known = part.parse().ok().filter(|part| (1..=parts).contains(part));
            let wrong = || ParameterError::new("part", part, "is no part of the sitemap");
            let part: usize = known.ok_or_else(|| wrong().allowed(format!("1 to {parts}")))?;
            urls(paths.skip((part - 1) * each).take(each), &roots)
        }
    };
    let mut response = Ask::answer(Format::Html, &etag, xml);
    let kind = header::HeaderValue::from_static("application/xml; charset=utf-8");
    response.headers_mut().insert(header::CONTENT_TYPE, kind);
    Ok(response)
}

fn index(base: &str, parts: usize) -> String {
    let mut xml = format!("{HEAD}<sitemapindex xmlns=\"{NAMESPACE}\">\n");
    for part in 1..=parts {
        let _ = writeln!(xml, "<sitemap><loc>{}/sitemap.xml?part={part}</loc></sitemap>", escape(base));
    }
    xml + "</sitemapindex>\n"
}

/// Every page in every language, each with all of its languages; who reads another one gets the first.
fn urls(paths: impl Iterator<Item = String>, roots: &[Root<'_>]) -> String {
    let mut xml = format!("{HEAD}<urlset xmlns=\"{NAMESPACE}\" xmlns:xhtml=\"{XHTML}\">\n");
    for path in paths {
        let path = escape(&path);
        let mut alternates = String::new();
        let default = roots.first().map(|(_, root)| ("x-default", root));
        for (tag, root) in roots.iter().map(|(tag, root)| (*tag, root)).chain(default) {
            let _ = write!(
                alternates,
                "<xhtml:link rel=\"alternate\" hreflang=\"{tag}\" href=\"{}{path}\"/>",
                escape(root)
            );
        }
        for (_, root) in roots {
            let _ = writeln!(xml, "<url><loc>{}{path}</loc>{alternates}</url>", escape(root));
        }
    }
    xml + "</urlset>\n"
}

/// Paths of everything that is published, below the root of a language; most looked for first.
fn paths<'a>(snapshot: &'a Snapshot, everything: &'a Query) -> impl Iterator<Item = String> + use<'a> {
    let pages = PAGES.iter().map(|page| format!("/{page}"));
    let records = snapshot.layers.iter().flat_map(move |layer| {
        layer.all(everything).map(move |feature| view::url("", layer.layer(), feature))
    });
    pages.chain(records)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_names_its_languages_in_each_of_them() {
        let roots = [("en", "https://x.test".to_owned()), ("hi", "https://x.test/hi".to_owned())];
        let xml = urls(["/craft/a&b".to_owned()].into_iter(), &roots);
        let alternates = "<xhtml:link rel=\"alternate\" hreflang=\"en\" href=\"https://x.test/craft/a&amp;b\"/>\
             <xhtml:link rel=\"alternate\" hreflang=\"hi\" href=\"https://x.test/hi/craft/a&amp;b\"/>\
             <xhtml:link rel=\"alternate\" hreflang=\"x-default\" href=\"https://x.test/craft/a&amp;b\"/>";
        for loc in ["https://x.test/craft/a&amp;b", "https://x.test/hi/craft/a&amp;b"] {
            assert!(xml.contains(&format!("<url><loc>{loc}</loc>{alternates}</url>")), "{xml}");
        }
    }

    #[test]
    fn an_index_names_every_part() {
        let xml = index("https://x.test", 3);
        assert_eq!(xml.matches("<sitemap>").count(), 3);
        assert!(xml.contains("<loc>https://x.test/sitemap.xml?part=3</loc>"), "{xml}");
    }
}
