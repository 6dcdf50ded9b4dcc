//! Products that states chose for districts: with the crafts they are, and with what is missing.

use super::View;
use crate::i18n::Language;
use crate::pages::record::Part;
use crate::pages::region::marked;
use crate::pages::said::{self, Said, of_row};
use crate::pages::view::{self, Source, code_title, sources};
use crate::portal::Error;
use crate::portal::crafts::CLUSTERS;
use karigar_model::RegionCode;
use karigar_model::fold::fold;
use karigar_model::reference::DistrictProduct;
use std::collections::BTreeSet;

/// Rows on the page of a state; the page of its figures has all.
pub const FEW: usize = 6;

/// Products chosen for a district, or for the districts of a state.
pub struct Chosen {
    /// "Chosen for this district".
    pub title: String,
    /// How many products for how many districts, and for how many no craft is recorded; of a state.
    pub answer: String,
    /// By district.
    pub rows: Vec<ChosenRow>,
    /// Address of the whole table, where this is not all.
    pub url: String,
    /// What leads there.
    pub all: String,
    /// Whether the rows name their district.
    pub of_state: bool,
    /// Who says so, of a state; on the page of a district each row has its own.
    pub sources: Vec<Source>,
}

/// A product chosen for a district.
pub struct ChosenRow {
    /// The district.
    pub district: Part,
    /// The product, as the source calls it.
    pub name: Said,
    /// Its family.
    pub family: String,
    /// The family in words.
    pub family_name: String,
    /// The programme.
    pub scheme: String,
    /// Its recorded crafts.
    pub crafts: Vec<Part>,
    /// What is said where there is none.
    pub gap: String,
    /// When.
    pub as_of: String,
    /// Who says so.
    pub sources: Vec<Source>,
}

/// What was chosen for a region, at most `most` rows of a state; nothing for a country, and where no source has a
/// product.
pub fn chosen(view: &View<'_>, code: &RegionCode, most: usize) -> Result<Option<Chosen>, Error> {
    let View { language, snapshot, .. } = *view;
    let of_state = code.level() == 1;
    let mut products = snapshot.chosen_products(code);
    if products.is_empty() || code.level() == 0 {
        return Ok(None);
    }
    let name = |product: &DistrictProduct| {
        snapshot.tree.get(&product.district).map(|d| fold(d.name_in(language.tag)))
    };
    products.sort_by_cached_key(|product| name(product));
    let shown = if of_state { most.min(products.len()) } else { products.len() };
    let whole = shown == products.len();
    let rows: Result<Vec<ChosenRow>, Error> =
        products.iter().take(shown).map(|product| row(view, code, product)).collect();
    let said: BTreeSet<&str> = products.iter().flat_map(|product| product.source.split(" | ")).collect();
    let said: Vec<&str> = said.into_iter().filter(|_| of_state && whole).collect();
    let mut seen = BTreeSet::new();
    let mut sources = sources(&said.join(" | "));
    sources.retain(|source| seen.insert(source.label.clone()));
    Ok(Some(Chosen {
        title: language.text(&format!("chosen-title-{}", code.level())),
        answer: if of_state { answer(view, code, &products) } else { String::new() },
        rows: rows?,
        url: if whole {
            String::new()
        } else {
            format!("{}/r/{}/facts#chosen", language.root(), code.path())
        },
        all: language.count("chosen-all", products.len()),
        of_state,
        sources,
    }))
}

fn answer(view: &View<'_>, code: &RegionCode, products: &[&DistrictProduct]) -> String {
    let language = view.language;
    let districts: BTreeSet<_> = products.iter().map(|product| &product.district).collect();
    let districts = language.count("chosen-districts", districts.len());
    let all = language.count_with("chosen-answer", products.len(), [("districts", &districts)]);
    let gaps = language.count("chosen-gaps", view.snapshot.gaps(code).len());
    marked(&format!("{all} {gaps}"))
}

fn row(view: &View<'_>, code: &RegionCode, product: &DistrictProduct) -> Result<ChosenRow, Error> {
    let View { language, snapshot, .. } = *view;
    let layer = snapshot.layer(CLUSTERS)?.layer();
    let makers = snapshot.makers_of(product);
    let crafts = makers.iter().map(|craft| {
        Part::link(said::name(language, layer, *craft), view::url(language.root(), layer, *craft))
    });
    let district = snapshot.tree.get(&product.district);
    let gap = if code.level() == 2 {
        language.with("chosen-gap", [("product", &product.product)])
    } else {
        language.text("chosen-gap-short")
    };
    Ok(ChosenRow {
        district: district.map_or_else(Part::default, |district| {
            let url = format!("{}/r/{}", language.root(), district.code.path());
            Part::link(district.name_in(language.tag), url)
        }),
        name: of_row(language, snapshot, ("district_products", &product.id), "product", &product.product),
        family: product.family.clone(),
        family_name: code_title(language, layer, "family", &product.family).to_owned(),
        scheme: programmes(language, product),
        gap: if makers.is_empty() { gap } else { String::new() },
        crafts: crafts.collect(),
        as_of: product.as_of.clone(),
        sources: sources(&product.source),
    })
}

/// The programmes that chose a product.
pub fn programmes(language: &Language, product: &DistrictProduct) -> String {
    let names = product.scheme.split(',').map(|scheme| {
        let key = format!("record-scheme-{scheme}");
        if language.has(&key) { language.text(&key) } else { scheme.to_owned() }
    });
    names.collect::<Vec<_>>().join(language.semicolon())
}
