//! Products that states chose for their districts, and which of them have no recorded craft.

use super::Snapshot;
use super::crafts::CLUSTERS;
use karigar_index::FeatureRef;
use karigar_model::RegionCode;
use karigar_model::fold::fold;
use karigar_model::reference::DistrictProduct;
use std::collections::HashMap;
use std::collections::hash_map::Entry;

/// What several programmes chose under one name for one district is one product of all of them; it keeps the id of
/// the first row, and the newest date.
pub fn merged(rows: Vec<DistrictProduct>) -> Vec<DistrictProduct> {
    let mut products: Vec<DistrictProduct> = Vec::with_capacity(rows.len());
    let mut known: HashMap<(RegionCode, String), usize> = HashMap::new();
    for row in rows {
        match known.entry((row.district.clone(), fold(&row.product))) {
            Entry::Vacant(entry) => {
                entry.insert(products.len());
                products.push(row);
            }
            Entry::Occupied(entry) => {
                let product = &mut products[*entry.get()];
                product.scheme = with(&product.scheme, ",", &row.scheme);
                product.source =
                    row.source.split(" | ").fold(product.source.clone(), |all, one| with(&all, " | ", one));
                product.as_of = row.as_of.max(std::mem::take(&mut product.as_of));
                let new: Vec<String> =
                    row.crafts.into_iter().filter(|craft| !product.crafts.contains(craft)).collect();
                product.crafts.extend(new);
            }
        }
    }
    products
}

/// A list in one text with one more part, if it does not have it already.
fn with(list: &str, between: &str, part: &str) -> String {
    if list.split(between).any(|known| known == part) {
        list.to_owned()
    } else {
        format!("{list}{between}{part}")
    }
}

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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_two_programmes_chose_is_one_product() {
        let row = |id: &str, product: &str, scheme: &str, as_of: &str, source: &str| DistrictProduct {
            id: id.into(),
            district: RegionCode::parse("IN-UP-146").unwrap(),
            product: product.into(),
            family: "leather".into(),
            crafts: vec![],
            scheme: scheme.into(),
            as_of: as_of.into(),
            source: source.into(),
        };
        let products = merged(vec![
            row("a", "Leather Products", "ODOP", "", "list"),
            row("b", "Marble Inlay", "ODOP", "", "list"),
            row("c", "Leather products", "ODOP-UP", "2019", "report | list"),
        ]);
        assert_eq!(
            products,
            [
                row("a", "Leather Products", "ODOP,ODOP-UP", "2019", "list | report"),
                row("b", "Marble Inlay", "ODOP", "", "list"),
            ]
        );
    }
}
