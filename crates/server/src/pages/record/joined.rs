//! What is joined from several records: a product made at several places, an organisation and its centres.

use super::{Drawn, Fact, ORGANISATIONS, PRODUCTS, Part, Shown, with_value};
use crate::pages::figure;
use crate::pages::reach::phones;
use crate::pages::said::{self, Said};
use crate::pages::view::{Row, Source, field_of, sources, text_of};
use crate::portal::serving::{CENTRES, position};
use karigar_index::FeatureRef;
use karigar_model::{Bbox, Role};
use std::collections::BTreeSet;

/// Most centres whose ways to be reached stand on the page of their organisation.
const MOST: usize = 5;
/// Degrees around the places where a product is made.
const AROUND: f64 = 1.4;

/// Other records that belong to this one.
pub struct Others {
    /// What they are.
    pub title: String,
    /// What is said when there are none.
    pub none: String,
    /// They themselves.
    pub rows: Vec<Row>,
}

/// All origins of a product where it has several; the centres of an organisation.
pub fn others(shown: &Shown<'_>) -> Option<Others> {
    match shown.described().id.as_str() {
        PRODUCTS => {
            let rows: Vec<Row> =
                origins(shown).into_iter().map(|one| shown.other(shown.layer, one, None)).collect();
            (rows.len() > 1).then(|| Others {
                title: shown.text("record-origins"),
                none: String::new(),
                rows,
            })
        }
        ORGANISATIONS => {
            let layer = shown.snapshot.layer(CENTRES).ok()?;
            Some(Others {
                title: shown.text("record-centres"),
                none: shown.text("record-not-known"),
                rows: centres(shown).into_iter().map(|one| shown.other(layer, one, None)).collect(),
            })
        }
        _ => None,
    }
}

/// Where a product is made: every one of its origins.
pub fn places(shown: &Shown<'_>) -> Said {
    let layer = shown.described();
    let place = |one| said::place(shown.language, shown.snapshot, layer, one);
    Said::join(&origins(shown).into_iter().map(place).collect::<Vec<_>>(), " · ")
}

/// The map of the page: of a product with all its origins that have a place.
pub fn drawn(shown: &Shown<'_>) -> Drawn {
    let placed: Vec<FeatureRef<'_>> = match shown.described().id.as_str() {
        PRODUCTS => origins(shown).into_iter().filter(|one| one.geometry().is_some()).collect(),
        _ => Vec::new(),
    };
    let boxes = placed.iter().filter_map(|one| position(*one)).map(Bbox::of_point);
    let around = boxes.reduce(|mut all, one| {
        all.extend(&one);
        all
    });
    let (Some(around), true) = (around, placed.len() > 1) else { return shown.drawn() };
    let around = Bbox {
        west: around.west - AROUND,
        south: around.south - AROUND,
        east: around.east + AROUND,
        north: around.north + AROUND,
    };
    Drawn {
        svg: figure::still(shown.language, shown.snapshot, shown.layer, &placed, around),
        caption: shown.text("record-origins-figure"),
    }
}

/// How an organisation is reached, as far as its centres say.
pub fn contact(shown: &Shown<'_>) -> Vec<Fact> {
    let Ok(layer) = shown.snapshot.layer(CENTRES) else { return Vec::new() };
    let layer = layer.layer();
    let centres = centres(shown);
    let distinct = |field: &str| -> BTreeSet<&str> {
        centres.iter().map(|one| field_of(layer, *one, field)).filter(|text| !text.is_empty()).collect()
    };
    let websites = distinct("website").into_iter().map(|url| Part::outside(url, url)).collect();
    let mails =
        distinct("email").into_iter().map(|mail| Part::link(mail, format!("mailto:{mail}"))).collect();
    let numbers = centres.iter().filter_map(|one| {
        let phone = phones(field_of(layer, *one, "phone")).into_iter().find(|phone| !phone.tel.is_empty())?;
        let words = format!("{} ({})", phone.number, said::name(shown.language, layer, *one));
        Some(Part::link(words, format!("tel:{}", phone.tel)))
    });
    let title =
        |field: &'static str| layer.field(field).map_or(field, |known| known.title(shown.language.tag));
    let known = [("website", websites), ("phone", numbers.take(MOST).collect::<Vec<_>>()), ("email", mails)];
    let fact = |(field, parts)| shown.fact(title(field), parts).or(shown.text("record-not-stated"));
    known.into_iter().map(fact).collect()
}

/// The sources of an organisation's centres, each once.
pub fn sources_of_centres(shown: &Shown<'_>) -> Vec<Source> {
    let Ok(layer) = shown.snapshot.layer(CENTRES) else { return Vec::new() };
    let mut known: Vec<Source> = Vec::new();
    for centre in centres(shown) {
        for source in sources(text_of(layer.layer(), centre, Role::Source)) {
            if !known.iter().any(|one| one.url == source.url && one.label == source.label) {
                known.push(source);
            }
        }
    }
    known
}

fn origins<'a>(shown: &Shown<'a>) -> Vec<FeatureRef<'a>> {
    with_value(shown.language, shown.layer, "product", shown.field("product"))
}

fn centres<'a>(shown: &Shown<'a>) -> Vec<FeatureRef<'a>> {
    let layer = shown.snapshot.layer(CENTRES);
    layer.map_or_else(
        |_| Vec::new(),
        |centres| with_value(shown.language, centres, "organisation", shown.role(Role::Name)),
    )
}
