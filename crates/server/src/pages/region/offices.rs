//! The offices that serve a region, by what they serve it with.

use super::{CrumbLink, Shown};
use crate::pages::near::{OfficeCard, none_note, office_card};
use crate::pages::record::explore;
use crate::portal::regions::count_of;
use crate::portal::serving::{CENTRES, Group, Office};

/// Offices shown of each group; the others are folded away.
const MOST: usize = 3;

/// Offices that serve a region.
pub struct Serving {
    /// By remit.
    pub groups: Vec<OfficeGroup>,
    /// From which older district they are taken; empty when from none.
    pub taken_from: String,
    /// What is said when there is none.
    pub none: String,
    /// The centres that lie in it.
    pub all: CrumbLink,
    /// Where the bodies for the whole country stand.
    pub national: Option<CrumbLink>,
}

/// Offices of one remit.
pub struct OfficeGroup {
    /// The remit.
    pub title: String,
    /// The first few.
    pub offices: Vec<OfficeCard>,
    /// The others.
    pub rest: Vec<OfficeCard>,
    /// "and 3 more".
    pub rest_title: String,
}

impl Shown<'_> {
    /// Offices by remit, the first few of each. Those of the whole country stand on its own page. Those that share
    /// a state stand in the order of their distance from the middle of a district; as nobody sets out from there,
    /// it is not shown.
    pub fn serving(&self) -> Serving {
        let Self { snapshot, language, region, tally, .. } = *self;
        let (code, name, root) = (&region.code, self.name(), language.root());
        let middle = region.bbox.map(|bbox| bbox.middle()).filter(|_| code.level() == 2);
        let serving =
            if code.level() == 1 { snapshot.serving_parts(code) } else { snapshot.serving(code, middle) };
        let own = |office: &&Office<'_>| code.level() == 0 || office.region.level() > 0;
        let groups = serving.groups.iter().map(|group| self.office_group(group, own));
        let national = serving.groups.iter().flat_map(|group| &group.offices).any(|office| !own(&office));
        let country = code.at_level(0).filter(|_| national).and_then(|code| snapshot.tree.get(&code));
        let taken_from = serving.taken_from.as_ref().and_then(|from| snapshot.tree.get(from));
        let count = count_of(&tally.counts, CENTRES);
        Serving {
            groups: groups.filter(|group| !group.offices.is_empty()).collect(),
            taken_from: taken_from.map_or_else(String::new, |from| {
                let parent = from.name_in(language.tag);
                language.with("serving-taken-from", [("district", name), ("parent", parent)])
            }),
            none: none_note(language, code, name, !serving.groups.is_empty()),
            all: CrumbLink {
                name: language.count_with("region-centres", count, [("place", name)]),
                url: if count == 0 {
                    String::new()
                } else {
                    explore(root, CENTRES, &[("within", code.as_str())])
                },
            },
            national: country.map(|country| CrumbLink {
                name: language.with("region-national", [("place", country.name_in(language.tag))]),
                url: format!("{root}/r/{}#offices", country.code.path()),
            }),
        }
    }

    fn office_group(&self, group: &Group<'_>, own: impl Fn(&&Office<'_>) -> bool) -> OfficeGroup {
        let Self { app, snapshot, language, .. } = *self;
        let cards = group.offices.iter().filter(own);
        let mut offices: Vec<OfficeCard> =
            cards.map(|office| office_card(app, language, snapshot, &office.clone().unmeasured())).collect();
        let rest = offices.split_off(offices.len().min(MOST));
        OfficeGroup {
            title: language.text(&format!("remit-{}", group.remit.code())),
            offices,
            rest_title: language.count("region-more-offices", rest.len()),
            rest,
        }
    }
}
