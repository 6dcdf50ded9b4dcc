//! Products that states chose for their districts, and which of them have no recorded craft.

use super::Snapshot;
use super::crafts::CLUSTERS;
use karigar_index::FeatureRef;
use karigar_model::RegionCode;
use karigar_model::reference::DistrictProduct;

impl Snapshot {
    /// Products chosen for districts of a region, by district, in the order of the table.
    pub fn chosen_products(&self, region: &RegionCode) -> Vec<&DistrictProduct> {
        let products = self.reference.district_products.iter();
        let mut chosen: Vec<&DistrictProduct> =
            products.filter(|product| product.district.is_within(region)).collect();
        chosen.sort_by_key(|product| self.tree.position(&product.district));
        chosen
    }

    /// The clusters that make a chosen product; an editor joined them.
    pub fn makers_of(&self, product: &DistrictProduct) -> Vec<FeatureRef<'_>> {
        let Ok(clusters) = self.layer(CLUSTERS) else { return Vec::new() };
        product.crafts.iter().filter_map(|craft| clusters.get(craft)).collect()
    }

    /// Products that a state chose for a district of the region and for which no craft is recorded yet.
    pub fn gaps(&self, region: &RegionCode) -> Vec<&DistrictProduct> {
        let chosen = self.chosen_products(region).into_iter();
        chosen.filter(|product| self.makers_of(product).is_empty()).collect()
    }
}
