//! Centres and offices as cards: what they are for, how far, how to reach them.

use crate::app::App;
use crate::i18n::Language;
use crate::pages::reach::Reach;
use crate::pages::said::Said;
use crate::pages::view::{Source, row, sources, text_of};
use crate::portal::Snapshot;
use crate::portal::serving::{CENTRES, Office};
use karigar_index::FeatureRef;
use karigar_model::jurisdiction::Grade;
use karigar_model::{Layer, Precision, RegionCode, Role};

/// A centre on a card.
#[derive(Default)]
pub struct CentreCard {
    /// "Serves Pali district", "Serves all of Meghalaya"; empty when it serves another place.
    pub tag: String,
    /// Address of its page.
    pub url: String,
    /// Its name.
    pub name: Said,
    /// Icon of its kind.
    pub icon: String,
    /// What it does.
    pub services: Said,
    /// Place in words.
    pub place: Said,
    /// Distance in words; empty when not known.
    pub distance: String,
    /// What its buttons do.
    pub reach: Reach,
}

/// An office that serves a region, and why we say so.
pub struct OfficeCard {
    /// The centre.
    pub centre: CentreCard,
    /// How well that is known, in a sentence.
    pub grade: String,
    /// Who says so, since when.
    pub source: Vec<Source>,
    /// Date of the statement; empty when the page has none.
    pub as_of: String,
}

/// A centre as a card.
pub fn centre_card(
    app: &App,
    language: &Language,
    snapshot: &Snapshot,
    centre: FeatureRef<'_>,
    distance: Option<f64>,
) -> CentreCard {
    let Ok(centres) = snapshot.layer(CENTRES) else { return CentreCard::default() };
    let layer = centres.layer();
    let entry = row(language, snapshot, layer, centre);
    CentreCard {
        tag: String::new(),
        url: entry.url,
        name: entry.name,
        icon: if app.assets.has_icon(&entry.category) { entry.category } else { "service-centre".to_owned() },
        services: entry.summary,
        place: entry.place,
        distance: distance.map_or_else(String::new, |metres| far(language, layer, centre, metres)),
        reach: Reach::of(centres, centre),
    }
}

/// How far a centre is: "about", where no more than its town is known of its place.
fn far(language: &Language, layer: &Layer, centre: FeatureRef<'_>, metres: f64) -> String {
    match text_of(layer, centre, Role::Precision).parse() {
        Ok(Precision::Exact | Precision::Village) => language.distance(metres),
        _ => language.distance_about(metres),
    }
}

/// An office that serves a region, with the claim in words.
pub fn office_card(app: &App, language: &Language, snapshot: &Snapshot, office: &Office<'_>) -> OfficeCard {
    OfficeCard {
        centre: CentreCard {
            tag: office_tag(language, snapshot, office),
            ..centre_card(app, language, snapshot, office.centre, office.distance)
        },
        grade: match office.claim.grade {
            Grade::Remit if office.region.level() == 2 => {
                language.count("grade-remit-districts", office.districts.max(1))
            }
            grade => language.text(&format!("grade-{}", grade.code())),
        },
        source: sources(&office.claim.source),
        as_of: office.claim.as_of.clone(),
    }
}

/// For what region an office works, and how that is known: "Serves Pali district".
pub(super) fn office_tag(language: &Language, snapshot: &Snapshot, office: &Office<'_>) -> String {
    let name = |code: &RegionCode| snapshot.tree.get(code).map_or("", |region| region.name_in(language.tag));
    let region = name(&office.region);
    if office.districts > 1
        && let (Grade::Stated | Grade::Remit, Some(state)) = (office.claim.grade, office.region.at_level(1))
    {
        return language.count_with("serves-districts", office.districts, [("name", name(&state))]);
    }
    let key = match (office.claim.grade, office.region.level()) {
        (Grade::Seen, _) => "serves-seen",
        (Grade::Seat, _) => "serves-seat",
        (_, 2) => "serves-district",
        (Grade::Shared, _) => "serves-shared",
        _ => "serves-all",
    };
    language.with(key, [("name", region)])
}
