//! What pictures are drawn with: fonts, patterns and colours from `web/dist/share`, read when the first picture
//! is wanted.

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::fontdb::{Database, Source};
use resvg::usvg::{FontResolver, Options, Tree};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::sync::Arc;

/// Fonts, patterns and colours.
pub struct Studio {
    fonts: Arc<Database>,
    style: String,
    families: BTreeMap<String, Family>,
}

/// How a craft family is drawn.
#[derive(Deserialize)]
pub struct Family {
    /// Size of its pattern against that of the others.
    tile: f64,
    /// Width and height of a tile, and what is in it.
    #[serde(skip)]
    pattern: (f64, f64, String),
}

impl Studio {
    /// Reads the folder. The error says what is missing.
    pub fn open(folder: &Path) -> Result<Self, String> {
        let read = |name: &str| {
            let file = folder.join(name);
            fs::read_to_string(&file).map_err(|error| format!("{}: {error}; run `make web`", file.display()))
        };
        let mut families: BTreeMap<String, Family> = serde_json::from_str(&read("families.json")?)
            .map_err(|error| format!("families.json: {error}"))?;
        for (name, family) in &mut families {
            let file = format!("patterns/{name}.svg");
            family.pattern = tile(&read(&file)?, name).ok_or_else(|| format!("{file}: not a tile"))?;
        }
        Ok(Self { fonts: Arc::new(fonts(&folder.join("fonts"))?), style: read("picture.css")?, families })
    }

    /// The definitions of a family's pattern, tiles `size` wide, as the paint `url(#p-{family})`.
    pub fn pattern(&self, family: &str, size: f64) -> Option<String> {
        let Family { tile, pattern: (wide, high, inside) } = self.families.get(family)?;
        let across = size * tile;
        let down = across * high / wide;
        Some(format!(
            "<pattern id=\"p-{family}\" width=\"{across}\" height=\"{down}\" patternUnits=\"userSpaceOnUse\" viewBox=\"0 0 {wide} {high}\">{inside}</pattern>"
        ))
    }

    /// How wide a line of text is that stands as an SVG element.
    pub fn width(&self, text: &str) -> f64 {
        let svg = format!("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\">{text}</svg>");
        self.tree(&svg).map_or(0.0, |tree| f64::from(tree.root().abs_bounding_box().width()))
    }

    /// The pixels of a picture.
    pub fn paint(&self, svg: &str) -> Result<Pixmap, String> {
        let tree = self.tree(svg)?;
        let size = tree.size().to_int_size();
        let mut pixels = Pixmap::new(size.width(), size.height()).ok_or("a picture without size")?;
        resvg::render(&tree, Transform::identity(), &mut pixels.as_mut());
        Ok(pixels)
    }

    fn tree(&self, svg: &str) -> Result<Tree, String> {
        let options = Options {
            fontdb: self.fonts.clone(),
            font_resolver: FontResolver::default(),
            font_family: "noto-sans-latin".to_owned(),
            style_sheet: Some(self.style.clone()),
            ..Options::default()
        };
        Tree::from_str(svg, &options).map_err(|error| error.to_string())
    }
}

/// The fonts of a folder in the order of their names. Each goes by its file and not by its family, of which
/// every script has a part: `06-tiro-devanagari-hindi-latin-400.ttf` is `tiro-devanagari-hindi-latin`.
fn fonts(folder: &Path) -> Result<Database, String> {
    let unreadable = |error: std::io::Error| format!("{}: {error}; run `make web`", folder.display());
    let files = fs::read_dir(folder).map_err(unreadable)?.map(|entry| entry.map(|entry| entry.path()));
    let mut files = files.collect::<Result<Vec<_>, _>>().map_err(unreadable)?;
    files.sort();
    let mut fonts = Database::new();
    for file in files {
        let name = file.file_stem().and_then(|name| name.to_str()).and_then(|name| name.split_once('-'));
        let name = name.and_then(|(_, name)| name.rsplit_once('-')).map_or("", |(name, _)| name).to_owned();
        let bytes = fs::read(&file).map_err(unreadable)?;
        for id in fonts.load_font_source(Source::Binary(Arc::new(bytes))) {
            let Some(mut face) = fonts.face(id).cloned() else { continue };
            fonts.remove_face(id);
            face.families.iter_mut().for_each(|family| family.0.clone_from(&name));
            fonts.push_face_info(face);
        }
    }
    Ok(fonts)
}

/// Width, height and content of a tile. Its own ids get the family's name, for a picture may hold several.
fn tile(svg: &str, family: &str) -> Option<(f64, f64, String)> {
    let size = svg.split_once("viewBox=\"0 0 ")?.1.split_once('"')?.0;
    let (wide, high) = size.split_once(' ')?;
    let inside = svg[svg.find('>')? + 1..svg.rfind("</svg>")?]
        .replace(" id=\"", &format!(" id=\"{family}-"))
        .replace("url(#", &format!("url(#{family}-"));
    Some((wide.parse().ok()?, high.parse().ok()?, inside))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tile_keeps_its_ids_to_itself() {
        let (wide, high, inside) =
            tile("<svg viewBox=\"0 0 60 31.2\"><mask id=\"m\"/><path mask=\"url(#m)\"/></svg>", "metal")
                .unwrap();
        assert_eq!((wide, high), (60.0, 31.2));
        assert_eq!(inside, "<mask id=\"metal-m\"/><path mask=\"url(#metal-m)\"/>");
    }
}
