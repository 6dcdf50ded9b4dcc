//! Where things stand on a picture.

use super::SIZE;
use super::lettering::{Letters, Voice, is_arabic, lettered};
use super::studio::Studio;
use super::subject::Subject;
use crate::api::Ask;
use crate::app::App;
use std::fmt::Write as _;

/// Height of the cloth.
const CLOTH: f64 = 190.0;
/// Width of a tile of its pattern.
const TILE: f64 = 92.0;
/// Air at the edges.
const AIR: f64 = 60.0;
/// Largest width and height of the map, and of the paper that shows around it.
const MAP: (f64, f64) = (400.0, 440.0);
const PAPER: f64 = 9.0;
/// Sizes of a title, the first that fits is taken; lines that it may have.
const TITLES: [(f64, usize); 5] = [(92.0, 1), (70.0, 1), (60.0, 2), (50.0, 2), (42.0, 3)];
/// Sizes of the place and of the sentence.
const PLACE: f64 = 31.0;
const WORDS: f64 = 27.0;
/// Where words must end: the mark of the portal stands below.
const END: f64 = 540.0;

/// The picture as SVG.
pub fn picture(app: &App, ask: &Ask, studio: &Studio, subject: &Subject) -> String {
    let (wide, high) = (f64::from(SIZE.0), f64::from(SIZE.1));
    let leftward = ask.language.direction == "rtl";
    let mut body = format!("<path class=\"ground\" d=\"M0 0h{wide}v{high}h-{wide}z\"/>");
    body.push_str(&cloth(studio, &subject.cloth, wide));
    let map = framed(&subject.map, leftward);
    let room = wide - 2.0 * AIR - if map.is_empty() { 0.0 } else { MAP.0 + 50.0 };
    let x = if leftward { wide - AIR } else { AIR };
    body.push_str(&words(studio, subject, x, leftward, room));
    body.push_str(&map);
    if !subject.icon.is_empty() {
        let family = subject.cloth.first().map_or("", |(family, _)| family.as_str());
        body.push_str(&medal(&subject.icon, family, if leftward { x - 40.0 } else { x + 40.0 }));
    }
    body.push_str(&own(studio, ask, x, leftward));
    let sprite = app.assets.sprite(&body);
    // As definitions: the frame of the sprite is one for HTML.
    let symbols = sprite
        .split_once('>')
        .and_then(|(_, rest)| rest.rsplit_once("</svg>"))
        .map_or("", |(inside, _)| inside);
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{wide}\" height=\"{high}\" viewBox=\"0 0 {wide} {high}\"><defs>{symbols}</defs>{body}</svg>"
    )
}

/// A band of cloth for each family, as wide as its share; plain where there is no craft.
fn cloth(studio: &Studio, families: &[(String, usize)], wide: f64) -> String {
    const GAP: f64 = 4.0;
    let all: usize = families.iter().map(|(_, count)| count).sum();
    if all == 0 {
        return format!("<path class=\"own\" d=\"M0 0h{wide}v{CLOTH}h-{wide}z\"/>");
    }
    let room = wide - GAP * (families.len() - 1) as f64;
    let (mut body, mut left) = (String::new(), 0.0);
    for (family, count) in families {
        let across = room * *count as f64 / all as f64;
        let at = format!("x=\"{left:.1}\" width=\"{across:.1}\" height=\"{CLOTH}\" data-family=\"{family}\"");
        let _ = write!(body, "<rect class=\"cloth\" {at}/>");
        if let Some(pattern) = studio.pattern(family, TILE) {
            let _ = write!(
                body,
                "{pattern}<mask id=\"k-{family}\" mask-type=\"alpha\" maskUnits=\"userSpaceOnUse\" x=\"0\" y=\"0\" width=\"{wide}\" height=\"{CLOTH}\"><rect {at} fill=\"url(#p-{family})\"/></mask>\
                 <rect class=\"thread\" {at} mask=\"url(#k-{family})\"/>"
            );
        }
        left += across + GAP;
    }
    body
}

/// The map on white paper, over the edge of the cloth.
fn framed(svg: &str, leftward: bool) -> String {
    let size = svg.split_once("viewBox=\"0 0 ").and_then(|(_, rest)| rest.split_once('"'));
    let size = size.and_then(|(size, _)| size.split_once(' '));
    let Some((wide, high)) =
        size.and_then(|(wide, high)| Some((wide.parse::<f64>().ok()?, high.parse::<f64>().ok()?)))
    else {
        return String::new();
    };
    let scale = (MAP.0 / wide).min(MAP.1 / high);
    let (across, down) = (wide * scale, high * scale);
    let left = if leftward { AIR } else { f64::from(SIZE.0) - AIR - across };
    let top = (f64::from(SIZE.1) - down) / 2.0;
    let paper = format!(
        "<rect class=\"paper\" x=\"{:.0}\" y=\"{:.0}\" width=\"{:.0}\" height=\"{:.0}\"/><rect class=\"sea\" x=\"{left:.0}\" y=\"{top:.0}\" width=\"{across:.0}\" height=\"{down:.0}\"/>",
        left - PAPER,
        top - PAPER,
        across + 2.0 * PAPER,
        down + 2.0 * PAPER
    );
    let place = format!("<svg x=\"{left:.0}\" y=\"{top:.0}\" width=\"{across:.0}\" height=\"{down:.0}\" ");
    paper + &lettered(svg).replacen("<svg ", &place, 1)
}

/// Title, place and sentence below each other.
fn words(studio: &Studio, subject: &Subject, x: f64, leftward: bool, room: f64) -> String {
    let letters = |voice, size| Letters { studio, voice, size };
    let lines =
        |(size, most): (f64, usize)| letters(Voice::Display, size).wrapped(&subject.title, room, most);
    let fits = |held: &[String]| !held.last().is_some_and(|last| last.ends_with('…'));
    let mut tried = TITLES.iter().map(|each| (each.0, lines(*each)));
    let last = TITLES[TITLES.len() - 1];
    let (size, title) = tried.find(|(_, held)| fits(held)).unwrap_or_else(|| (last.0, lines(last)));
    let mut y = CLOTH + if subject.icon.is_empty() { 22.0 } else { 46.0 };
    let mut body = String::new();
    let mut write = |text: &str, voice, size: f64, class| {
        let high = tall(text, voice);
        if y + size * high <= END {
            y += size * high;
            // Letters of Nastaliq hang far below their line.
            let base = y - size * (high - 1.12) * 0.6;
            body.push_str(&letters(voice, size).line(text, (x, base), leftward, class));
        }
    };
    for text in &title {
        write(text, Voice::Display, size, "title");
    }
    write("", Voice::Text, 8.0, "words");
    for text in letters(Voice::Text, PLACE).wrapped(&subject.place, room, 2) {
        write(&text, Voice::Text, PLACE, "title");
    }
    write("", Voice::Text, 8.0, "words");
    for text in letters(Voice::Text, WORDS).wrapped(&subject.words, room, 4) {
        write(&text, Voice::Text, WORDS, "words");
    }
    body
}

/// Height of a line against the size of its letters.
fn tall(text: &str, voice: Voice) -> f64 {
    match voice {
        Voice::Display if is_arabic(text) => 1.95,
        Voice::Display => 1.14,
        Voice::Text => 1.4,
    }
}

/// The icon on its dye, on the edge of the cloth.
fn medal(icon: &str, family: &str, x: f64) -> String {
    let plain = if family.is_empty() { " class=\"m-plain\"" } else { "" };
    format!(
        "<g transform=\"translate({x} {CLOTH})\" data-family=\"{family}\"{plain}><circle class=\"paper\" r=\"42\"/>\
         <circle class=\"m-seg\" r=\"36\"/><use href=\"#i-{icon}\" x=\"-24\" y=\"-24\" width=\"48\" height=\"48\"/></g>"
    )
}

/// The portal's mark and name, and where it is.
fn own(studio: &Studio, ask: &Ask, x: f64, leftward: bool) -> String {
    let host = ask.base.split_once("://").map_or(ask.base.as_str(), |(_, host)| host);
    let name = ask.language.text("site-name");
    let (mark, far) = if leftward { (x - 44.0, x - 58.0) } else { (x, x + 58.0) };
    let letters = Letters { studio, voice: Voice::Text, size: 24.0 };
    let text = letters.line(&format!("{name} · {host}"), (far, 596.0), leftward, "words");
    format!(
        "<svg x=\"{mark}\" y=\"565\" width=\"44\" height=\"44\" viewBox=\"0 0 32 32\"><path class=\"own\" d=\"M16 1.5C25 9 25 23 16 30.5C7 23 7 9 16 1.5z\"/>\
         <path class=\"own-leaf\" d=\"M16 9.2c2.9 2.6 2.9 6.6 0 9.2c-2.9-2.6-2.9-6.6 0-9.2z\"/><path class=\"own-thread\" d=\"M1 24.5c6-1.5 10.5-5.2 15-10.7s9-9.2 15-10.8\"/></svg>{text}"
    )
}
