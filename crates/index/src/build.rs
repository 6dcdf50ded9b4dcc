//! Putting features into storage order.

use crate::codes::Codes;
use crate::column::Column;
use crate::hilbert::hilbert;
use crate::ids::Ids;
use crate::places::{Form, Places};
use karigar_model::{Field, PublicFeature, RegionCode, RegionTree, Value};

/// Features in storage order, with what does not depend on the layer's fields.
pub(crate) struct Arrangement<'a> {
    features: &'a [PublicFeature],
    /// Position in `features` of each record.
    order: Vec<u32>,
    pub(crate) ids: Ids,
    pub(crate) regions: Codes,
    pub(crate) places: Places,
}

/// A feature before it has its position.
struct Unordered {
    feature: u32,
    rank: u32,
    region: u32,
    /// Where on the Hilbert curve, and what stands there.
    placed: Option<(u64, Form)>,
}

impl<'a> Arrangement<'a> {
    /// Sorts the features: placed ones along the curve, then the others by region, each by id at last.
    pub(crate) fn new(features: &'a [PublicFeature], tree: &RegionTree) -> Self {
        let count = u32::try_from(features.len()).expect("a layer holds fewer than 2³² features");
        let by_id = by_id(features, count);
        let mut records: Vec<Unordered> = by_id
            .iter()
            .enumerate()
            .map(|(rank, feature)| {
                let (rank, feature) = (rank as u32, *feature);
                let public = &features[feature as usize];
                let form = public.geometry().and_then(Form::of);
                let placed = form.map(|form| (hilbert(form.center()), form));
                Unordered { feature, rank, region: region(tree, public.region()), placed }
            })
            .collect();
        records.sort_by(Unordered::storage_order);
        let ranks = records.iter().map(|record| record.rank).collect();
        let sorted = by_id.iter().map(|feature| features[*feature as usize].id()).collect();
        let ids = Ids::new(sorted, ranks);
        let regions = Codes::pack(records.iter().map(|record| record.region).collect());
        let order = records.iter().map(|record| record.feature).collect();
        let forms = records.into_iter().map_while(|record| record.placed.map(|(_, form)| form));
        Self { features, order, ids, regions, places: Places::build(forms) }
    }

    /// The column of one value of each feature.
    pub(crate) fn column<'s>(
        &'s self,
        field: &Field,
        value: impl Fn(&'s PublicFeature) -> &'s Value + Clone,
    ) -> Column {
        Column::build(field, self.features.iter().map(value), &self.order)
    }

    /// The column of other names.
    pub(crate) fn aliases(&self) -> Column {
        Column::of_lists(self.features.iter().map(PublicFeature::aliases), &self.order)
    }

    /// The version of each record.
    pub(crate) fn versions(&self) -> Codes {
        Codes::pack(self.order.iter().map(|feature| self.features[*feature as usize].version()).collect())
    }
}

/// Positions of the features in the order of their ids.
fn by_id(features: &[PublicFeature], count: u32) -> Vec<u32> {
    // The first bytes decide most comparisons without a look at the feature.
    let beginning = |id: &str| {
        id.bytes().chain(std::iter::repeat(0)).take(16).fold(0, |number, byte| number << 8 | u128::from(byte))
    };
    let mut keyed: Vec<(u128, u32)> =
        (0..count).map(|feature| (beginning(features[feature as usize].id()), feature)).collect();
    keyed.sort_unstable_by(|(one, one_at), (other, other_at)| {
        let id = |at: &u32| features[*at as usize].id();
        one.cmp(other).then_with(|| id(one_at).cmp(id(other_at)))
    });
    keyed.into_iter().map(|(_, feature)| feature).collect()
}

impl Unordered {
    fn storage_order(&self, other: &Self) -> std::cmp::Ordering {
        use std::cmp::Ordering;
        let by_place = match (&self.placed, &other.placed) {
            (None, None) => self.region.cmp(&other.region),
            (None, Some(_)) => Ordering::Greater,
            (Some(_), None) => Ordering::Less,
            (Some((one, form)), Some((other, other_form))) => {
                one.cmp(other).then_with(|| form.storage_order(other_form))
            }
        };
        by_place.then(self.rank.cmp(&other.rank))
    }
}

/// The code of a region: its position in the tree and one, or that of the nearest region around it that the
/// tree knows, or 0.
fn region(tree: &RegionTree, code: Option<&RegionCode>) -> u32 {
    let Some(code) = code else { return 0 };
    if let Some(position) = tree.position(code) {
        return position + 1;
    }
    region(tree, code.parent().as_ref())
}
