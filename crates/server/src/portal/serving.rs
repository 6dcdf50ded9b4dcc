//! The offices that serve a region: jurisdiction, not distance.

use super::Snapshot;
use karigar_index::{FeatureRef, geodesic_distance};
use karigar_model::jurisdiction::{Jurisdiction, Remit};
use karigar_model::{GeometryRef, Point, RegionCode};

/// Offices of one remit, best known claim first.
#[derive(Debug)]
pub struct Group<'a> {
    /// For what they serve.
    pub remit: Remit,
    /// The offices.
    pub offices: Vec<Office<'a>>,
}

/// An office and why it is said to serve the region.
#[derive(Clone, Debug)]
pub struct Office<'a> {
    /// The centre.
    pub centre: FeatureRef<'a>,
    /// The claim, with its grade, date and source.
    pub claim: &'a Jurisdiction,
    /// The region that the claim names: the one asked for or one around it.
    pub region: RegionCode,
    /// Geodesic metres from the point asked for, where both are known.
    pub distance: Option<f64>,
    /// How many districts of a state it serves, where it stands among those that serve parts of it; else 0.
    pub districts: usize,
}

/// Who serves a region.
#[derive(Debug)]
pub struct Serving<'a> {
    /// Offices by remit, in the order of headings.
    pub groups: Vec<Group<'a>>,
    /// The older district whose offices stand here, because the region was split off from it and
    /// nothing newer is stated.
    pub taken_from: Option<RegionCode>,
}

impl Office<'_> {
    /// The office without its distance.
    pub fn unmeasured(self) -> Self {
        Self { distance: None, ..self }
    }
}

impl<'a> Serving<'a> {
    /// "Your office": the best known office of the central handicrafts service.
    pub fn your_office(&self) -> Option<&Office<'a>> {
        self.groups.iter().find(|group| group.remit == Remit::Handicraft)?.offices.first()
    }
}

impl Snapshot {
    /// The offices that serve `code`, nearest to `point` first where a claim is shared.
    pub fn serving(&self, code: &RegionCode, point: Option<Point>) -> Serving<'_> {
        let own = self.offices(code, point);
        let stated =
            own.iter().any(|office| office.claim.remit == Remit::Handicraft && office.region.level() == 2);
        let older = self.splits.get(code).filter(|_| !stated).map(|split| &split.parent);
        let Some(older) = older else { return Serving { groups: grouped(own), taken_from: None } };
        // What is said of the district itself stays; the rest is the older district's.
        let mut offices = self.offices(older, point);
        offices.extend(own.into_iter().filter(|office| office.region == *code));
        let groups = grouped(offices);
        let all = groups.iter().flat_map(|group| &group.offices);
        let taken_from =
            all.map(|office| &office.region).any(|region| region == older).then(|| older.clone());
        Serving { groups, taken_from }
    }

    /// The offices that serve a state, and behind them those of the central service and of the state's bodies that
    /// serve parts of it: in some states each has its own districts, and none the whole.
    pub fn serving_parts(&self, state: &RegionCode) -> Serving<'_> {
        let mut serving = self.serving(state, None);
        let mut parts = self.claimed(None, |region| region != state && region.is_within(state));
        parts.retain(|office| state.level() == 1 && PARTED.contains(&office.claim.remit));
        let names =
            |office: &Office<'_>| (office.centre.id().to_owned(), office.claim.remit, office.claim.grade);
        let named: Vec<_> = parts.iter().map(names).collect();
        for office in &mut parts {
            let own = names(office);
            office.districts = named.iter().filter(|known| **known == own).count();
        }
        for group in grouped(parts) {
            match serving.groups.iter_mut().find(|known| known.remit == group.remit) {
                Some(known) => {
                    let new = |office: &Office<'_>| {
                        known.offices.iter().all(|o| o.centre.id() != office.centre.id())
                    };
                    let new: Vec<Office<'_>> = group.offices.into_iter().filter(new).collect();
                    known.offices.extend(new);
                }
                None => serving.groups.push(group),
            }
        }
        serving.groups.sort_by_key(|group| group.remit);
        serving
    }

    /// The office of the central handicrafts service that is nearest to a point, of those whose claims lie in the
    /// state of `code`: where to ask when none is known to serve `code` itself.
    pub fn nearest_office(&self, code: &RegionCode, point: Point) -> Option<Office<'_>> {
        let state = code.at_level(1)?;
        let offices = self.claimed(Some(point), |region| region.is_within(&state));
        let handicraft = offices.into_iter().filter(|office| office.claim.remit == Remit::Handicraft);
        let far = |office: &Office<'_>| office.distance.unwrap_or(f64::INFINITY);
        handicraft.min_by(|a, b| far(a).total_cmp(&far(b)).then(a.claim.grade.cmp(&b.claim.grade)))
    }

    fn offices(&self, code: &RegionCode, point: Option<Point>) -> Vec<Office<'_>> {
        self.claimed(point, |region| code.is_within(region))
    }

    /// The offices of the claims whose region is wanted.
    fn claimed(&self, point: Option<Point>, wanted: impl Fn(&RegionCode) -> bool) -> Vec<Office<'_>> {
        let Ok(centres) = self.layer(CENTRES) else { return Vec::new() };
        let claims = self.reference.jurisdictions.iter().filter_map(|claim| {
            let region = match self.view {
                karigar_model::View::India => Some(&claim.india),
                karigar_model::View::Neutral => claim.neutral.as_ref(),
            }?;
            wanted(region).then_some((claim, region.clone()))
        });
        let offices = claims.filter_map(|(claim, region)| {
            let centre = centres.get(&claim.centre)?;
            let distance = point.zip(position(centre)).map(|(here, there)| geodesic_distance(here, there));
            Some(Office { centre, claim, region, distance, districts: 0 })
        });
        offices.collect()
    }

    /// The regions that a centre serves, with the claims, by code.
    pub fn served_by(&self, centre: &str) -> Vec<(&Jurisdiction, RegionCode)> {
        let mut served: Vec<_> = self
            .reference
            .jurisdictions
            .iter()
            .filter(|claim| claim.centre == centre)
            .filter_map(|claim| match self.view {
                karigar_model::View::India => Some((claim, claim.india.clone())),
                karigar_model::View::Neutral => Some((claim, claim.neutral.clone()?)),
            })
            .collect();
        served.sort_by(|a, b| (a.0.remit, a.0.grade, &a.1).cmp(&(b.0.remit, b.0.grade, &b.1)));
        served
    }
}

/// Remits of which the offices for parts of a state stand on its page.
const PARTED: [Remit; 2] = [Remit::Handicraft, Remit::State];

/// The layer that jurisdictions speak of.
pub const CENTRES: &str = "centres";

/// Where a point feature is.
pub fn position(feature: FeatureRef<'_>) -> Option<Point> {
    match feature.geometry()? {
        GeometryRef::Point(point) => Some(point),
        GeometryRef::Shape(_) => None,
    }
}

/// By remit; within it the best grade first, then the most exact region, then the nearest, then by id. A
/// centre stands once per remit, with its best claim.
fn grouped(mut offices: Vec<Office<'_>>) -> Vec<Group<'_>> {
    offices.sort_by(|a, b| {
        let key = |office: &Office<'_>| {
            (office.claim.remit, office.claim.grade, std::cmp::Reverse(office.region.level()))
        };
        let far = |office: &Office<'_>| office.distance.unwrap_or(f64::INFINITY);
        key(a).cmp(&key(b)).then(far(a).total_cmp(&far(b))).then_with(|| a.centre.id().cmp(b.centre.id()))
    });
    let mut groups: Vec<Group<'_>> = Vec::new();
    for office in offices {
        match groups.last_mut().filter(|group| group.remit == office.claim.remit) {
            Some(group) if group.offices.iter().any(|known| known.centre.id() == office.centre.id()) => {}
            Some(group) => group.offices.push(office),
            None => groups.push(Group { remit: office.claim.remit, offices: vec![office] }),
        }
    }
    groups
}
