//! Who serves the district of a place: the office to go to, and all others by remit.

use super::cards::{OfficeCard, office_card};
use crate::app::App;
use crate::i18n::Language;
use crate::pages::view::stated_country;
use crate::portal::Snapshot;
use crate::portal::near::{Help, Here};
use crate::portal::serving::{CENTRES, Office, Serving};
use karigar_index::Neighbour;
use karigar_model::RegionCode;
use karigar_model::jurisdiction::{Grade, Remit};

/// Offices of one remit.
pub(super) struct RemitGroup {
    pub(super) title: String,
    pub(super) offices: Vec<OfficeCard>,
}

/// Who serves the district.
#[derive(Default)]
pub(super) struct Serves {
    pub(super) yours: Option<OfficeCard>,
    pub(super) note: String,
    /// What the next office is: that of the central service behind the district's own, or the nearest of that
    /// service where none is known to serve the district.
    pub(super) next_title: String,
    pub(super) next: Option<OfficeCard>,
    /// All other offices, by remit.
    pub(super) groups: Vec<RemitGroup>,
    pub(super) groups_title: String,
}

/// The offices that stand first for a place.
#[derive(Default)]
pub(super) struct First<'s, 'a> {
    /// The one to go to: that of the central handicrafts service, else the first that serves the place.
    yours: Option<&'s Office<'a>>,
    /// That of the central service behind it, where it is one of several for the state and `yours` is there for
    /// this very district.
    central: Option<&'s Office<'a>>,
}

impl<'s, 'a> First<'s, 'a> {
    /// The first of the offices that serve a place.
    pub(super) fn of(snapshot: &Snapshot, serving: &'s Serving<'a>) -> Self {
        let others = serving.groups.iter().filter(|group| group.remit != Remit::Administration);
        let others = others.flat_map(|group| &group.offices);
        let mut others =
            others.filter(|office| administers(snapshot, office, office.region.at_level(0).as_ref()));
        match serving.your_office() {
            None => Self { yours: others.next(), central: None },
            Some(central) if central.claim.grade == Grade::Stated => {
                Self { yours: Some(central), central: None }
            }
            Some(central) => match others.find(|office| is_for_the_district(office)) {
                Some(yours) => Self { yours: Some(yours), central: Some(central) },
                None => Self { yours: Some(central), central: None },
            },
        }
    }

    /// Whether the one to go to gives this help; so it is where none is known, for all help.
    pub(super) fn gives(&self, snapshot: &Snapshot, help: Help) -> bool {
        let Some(yours) = self.yours else { return help.kinds.is_empty() };
        snapshot.layer(CENTRES).is_ok_and(|centres| help.is_given_by(centres.layer(), yours.centre))
    }

    /// Whether a centre is one of them.
    pub(super) fn has(&self, centre: &str) -> bool {
        self.yours.iter().chain(&self.central).any(|office| office.centre.id() == centre)
    }
}

/// Whether a source says that an office serves a district, and not the state around it.
fn is_for_the_district(office: &Office<'_>) -> bool {
    office.region.level() == 2 && [Grade::Stated, Grade::Remit].contains(&office.claim.grade)
}

/// Who serves the district of a place: "your office" before all, or what is known instead of it; without the
/// centres that the page shows as nearest.
pub(super) fn serves(
    app: &App,
    language: &Language,
    snapshot: &Snapshot,
    here: &Here,
    serving: Option<&Serving<'_>>,
    first: &First<'_, '_>,
    nearest: &[Neighbour<'_>],
) -> Serves {
    let (Some(code), Some(serving)) = (&here.region, serving) else {
        return Serves { note: language.text("serving-outside"), ..Serves::default() };
    };
    let card = |office: &Office<'_>| office_card(app, language, snapshot, office);
    let far = if serving.your_office().is_none() { snapshot.nearest_office(code, here.point) } else { None };
    let next = first.central.or(far.as_ref());
    let state = code.at_level(1).and_then(|state| snapshot.tree.get(&state));
    let mut shown: Vec<&str> = nearest.iter().map(|found| found.feature.id()).collect();
    shown.extend(first.yours.into_iter().chain(next).map(|office| office.centre.id()));
    let groups = other_offices(language, serving, &shown, card);
    let others = groups.iter().map(|group| group.offices.len()).sum::<usize>();
    Serves {
        note: yours_note(language, snapshot, code, serving, first.yours),
        yours: first.yours.map(card),
        next_title: match (first.central, &far, state) {
            (Some(_), ..) => language.text("serving-central"),
            (None, Some(_), Some(state)) => {
                language.with("serving-next", [("state", state.name_in(language.tag))])
            }
            _ => String::new(),
        },
        next: next.map(card),
        groups,
        groups_title: language.count("near-other-offices", others),
    }
}

/// Whether an office works under the administration of a country, as far as its source says.
pub fn administers(snapshot: &Snapshot, office: &Office<'_>, country: Option<&RegionCode>) -> bool {
    let Ok(centres) = snapshot.layer(CENTRES) else { return false };
    let stated = stated_country(snapshot, centres.layer(), office.centre);
    stated.is_none() || country.is_none() || stated.as_ref() == country
}

/// The other offices by remit, without those that the page shows anyway.
fn other_offices(
    language: &Language,
    serving: &Serving<'_>,
    shown: &[&str],
    card: impl Fn(&Office<'_>) -> OfficeCard,
) -> Vec<RemitGroup> {
    let groups = serving.groups.iter().filter(|group| group.remit != Remit::Administration).map(|group| {
        let offices = group.offices.iter().filter(|office| !shown.contains(&office.centre.id()));
        RemitGroup {
            title: language.text(&format!("remit-{}", group.remit.code())),
            offices: offices.map(&card).collect(),
        }
    });
    groups.filter(|group| !group.offices.is_empty()).collect()
}

/// What to say about "your office": where it is taken from, or that none is known.
fn yours_note(
    language: &Language,
    snapshot: &Snapshot,
    code: &RegionCode,
    serving: &Serving<'_>,
    yours: Option<&Office<'_>>,
) -> String {
    let name = |code: &RegionCode| snapshot.tree.get(code).map_or("", |region| region.name_in(language.tag));
    match &serving.taken_from {
        Some(from) => language.with("serving-taken-from", [("district", name(code)), ("parent", name(from))]),
        None if serving.your_office().is_none() => none_note(language, code, name(code), yours.is_some()),
        None => String::new(),
    }
}

/// What to say of a region where no office of the central handicrafts service is known. Only India has that
/// service; abroad nothing is missing where `others` stand on the page.
pub fn none_note(language: &Language, code: &RegionCode, name: &str, others: bool) -> String {
    match (code.as_str().starts_with("IN"), others) {
        (true, _) => language.with("serving-none", [("place", name)]),
        (false, false) => language.with("serving-none-abroad", [("place", name)]),
        (false, true) => String::new(),
    }
}
