//! The browser's files: styles, scripts, fonts and icons from `web/dist`, drawings of the map from the
//! atlas.

use crate::app::App;
use axum::Router;
use axum::extract::Request;
use axum::http::{HeaderValue, StatusCode, header};
use axum::middleware::{Next, from_fn};
use axum::response::{IntoResponse, Response};
use karigar_model::query::fnv1a;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use tower_http::services::{ServeDir, ServeFile};

/// Stands for what has no icon.
const NO_ICON: &str = "other";

/// The files that pages name, and the icons that they draw.
pub struct Assets {
    folder: PathBuf,
    /// Source file to built file, as Vite's manifest has it.
    entries: BTreeMap<String, Entry>,
    /// Icon name to the inside of its `<svg>`.
    icons: BTreeMap<String, String>,
    fingerprint: u64,
}

/// What a page leads to.
const BUILT: [&str; 10] = [
    "src/main.ts",
    "src/explore.ts",
    "src/theme.ts",
    "src/styles/main.css",
    "src/styles/reading.css",
    "src/styles/menu.css",
    "src/styles/places.css",
    "src/styles/fonts.css",
    "src/paper/print.css",
    "src/paper/embed.css",
];
/// Longest name of a file that file systems take.
const LONGEST_NAME: usize = 255;

#[derive(Deserialize)]
struct Entry {
    file: String,
}

impl Assets {
    /// Reads the manifest and the icons. The error says how to build them.
    pub fn open(folder: &Path) -> Result<Self, String> {
        let manifest = folder.join(".vite/manifest.json");
        let text = std::fs::read_to_string(&manifest).map_err(|_| {
            format!(
                "the browser's files are not in {}; run `make web`, or set KARIGAR_WEB_DIR to the folder that holds them",
                folder.display()
            )
        })?;
        let entries: BTreeMap<String, Entry> =
            serde_json::from_str(&text).map_err(|error| format!("{}: {error}", manifest.display()))?;
        if let Some(missing) = BUILT.iter().find(|source| !entries.contains_key(**source)) {
            return Err(format!("{} does not name {missing}; run `make web` again", manifest.display()));
        }
        let icons = read_icons(&folder.join("icons"))?;
        let drawn = icons.iter().flat_map(|(name, drawing)| [name.as_bytes(), drawing.as_bytes()]);
        let fingerprint = fnv1a(&std::iter::once(text.as_bytes()).chain(drawn).collect::<Vec<_>>().concat());
        Ok(Self { folder: folder.to_owned(), entries, icons, fingerprint })
    }

    /// Changes with every file that a page is made of or leads to.
    pub fn fingerprint(&self) -> u64 {
        self.fingerprint
    }

    /// The folder of the built files.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Address of a built file below `/assets/`, from its source: `src/main.ts`.
    pub fn file(&self, source: &str) -> &str {
        self.entries.get(source).map_or("", |entry| &entry.file)
    }

    /// One hidden `<svg>` with the symbols that `html` draws with `<use href="#i-…">`, and no others.
    pub fn sprite(&self, html: &str) -> String {
        let mut names: Vec<&str> =
            html.split("href=\"#i-").skip(1).filter_map(|rest| rest.split('"').next()).collect();
        names.sort_unstable();
        names.dedup();
        let mut sprite = String::from(
            "<svg id=\"sprite\" data-swap width=\"0\" height=\"0\" class=\"sprite\" aria-hidden=\"true\">",
        );
        for name in names {
            // A code of an operator's own layer has no icon of its own.
            if let Some(icon) = self.icons.get(name).or_else(|| self.icons.get(NO_ICON)) {
                let _ = write!(
                    sprite,
                    "<symbol id=\"i-{name}\" viewBox=\"0 0 24 24\" fill=\"currentColor\" fill-rule=\"evenodd\">{icon}</symbol>"
                );
            }
        }
        sprite.push_str("</svg>");
        sprite
    }

    /// Whether there is an icon of this name.
    pub fn has_icon(&self, name: &str) -> bool {
        self.icons.contains_key(name)
    }
}

/// The drawing of each icon without its frame and title.
fn read_icons(folder: &Path) -> Result<BTreeMap<String, String>, String> {
    let unreadable = |error: std::io::Error| format!("{}: {error}; run `make web`", folder.display());
    let mut icons = BTreeMap::new();
    for entry in std::fs::read_dir(folder).map_err(unreadable)? {
        let path = entry.map_err(unreadable)?.path();
        if path.extension().is_none_or(|extension| extension != "svg") {
            continue;
        }
        let text = std::fs::read_to_string(&path).map_err(unreadable)?;
        let inside = text.find('>').and_then(|start| Some(&text[start + 1..text.rfind("</svg>")?]));
        if let (Some(name), Some(inside)) = (path.file_stem().and_then(|stem| stem.to_str()), inside) {
            let drawing = match (inside.find("<title>"), inside.find("</title>")) {
                (Some(start), Some(end)) => format!("{}{}", &inside[..start], &inside[end + 8..]),
                _ => inside.to_owned(),
            };
            icons.insert(name.to_owned(), drawing.trim().to_owned());
        }
    }
    Ok(icons)
}

/// The towns that the map island names.
const TOWNS: &str = "towns-map.geojson";
/// The views that base maps are drawn for.
const VIEWS: &[&str] = &["india", "neutral"];

/// `/assets/…` from the built folder, the map's drawings from the atlas, all as plain files with ETags.
pub fn routes(app: &App) -> Router<Arc<App>> {
    let folder = |folder: PathBuf| {
        ServeDir::new(folder).append_index_html_on_directories(false).precompressed_br().precompressed_gzip()
    };
    let geo = app.portal.config.atlas_dir.join("geo");
    Router::new()
        .nest_service("/assets", folder(app.assets.folder.clone()))
        .route_service(&format!("/geo/{TOWNS}"), ServeFile::new(geo.join(TOWNS)))
        .merge(crate::ground::routes(&geo, VIEWS))
        .layer(from_fn(kept))
}

/// Lets an answer be kept, but not an error: the file may come with the next release.
async fn kept(request: Request, next: Next) -> Response {
    let path = request.uri().path();
    if path.split('/').any(|name| name.len() > LONGEST_NAME) {
        return StatusCode::NOT_FOUND.into_response();
    }
    let drawing = path.starts_with("/geo/");
    let caching = match path {
        // Files with a hash in their name never change.
        path if path.starts_with("/assets/assets/") => "public, max-age=31536000, immutable",
        _ if drawing => "public, max-age=3600",
        _ => "public, max-age=86400",
    };
    let mut response = next.run(request).await;
    if !(response.status().is_success() || response.status() == StatusCode::NOT_MODIFIED) {
        return response;
    }
    let headers = response.headers_mut();
    // Fonts and patterns of a list in another site's page, which may have no origin at all.
    headers.insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static("*"));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(caching));
    let strong = headers.get(header::ETAG).and_then(|tag| tag.to_str().ok()).filter(|_| drawing);
    // A drawing is compressed on its way, so its tag names its content and not its bytes.
    if let Some(weak) = strong.and_then(|tag| HeaderValue::from_str(&format!("W/{tag}")).ok()) {
        headers.insert(header::ETAG, weak);
    }
    response
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_gets_only_the_icons_it_draws() {
        let icons = [("pottery", "<path d='1'/>"), ("metal", "<path d='2'/>")];
        let assets = Assets {
            folder: PathBuf::new(),
            entries: BTreeMap::new(),
            icons: icons.map(|(name, icon)| (name.to_owned(), icon.to_owned())).into(),
            fingerprint: 0,
        };
        let sprite = assets.sprite("<use href=\"#i-metal\"/><use href=\"#i-metal\"/><use href=\"#i-none\"/>");
        assert_eq!(sprite.matches("<symbol").count(), 1);
        assert!(sprite.contains("id=\"i-metal\""));
    }

    #[test]
    fn a_missing_build_says_how_to_build() {
        assert!(
            Assets::open(Path::new("/nonexistent")).err().is_some_and(|message| message.contains("make web"))
        );
    }
}
