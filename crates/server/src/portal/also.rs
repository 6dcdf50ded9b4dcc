//! Crafts of several states. A record is counted once, in the first state that its source names; on the pages
//! of the others it stands as "also made here".

use super::snapshot::REGIONS;
use karigar_index::LayerSnapshot;
use karigar_ingest::Geography;
use karigar_model::{Query, RegionCode, Role, View};
use std::collections::HashMap;
use std::sync::Arc;

/// Ids of the records that are also made in a region, with their layer, by region.
pub type Also = HashMap<RegionCode, Vec<(String, String)>>;

/// Finds the further regions in the sources' own words: "Patiala, Punjab; Haryana; Rajasthan, India". The
/// loading of the atlas has checked that each name is one of a region.
pub fn also(layers: &[Arc<LayerSnapshot>], geography: &Geography, view: View) -> Also {
    let mut found = Also::new();
    for layer in layers.iter().filter(|layer| layer.layer().id != REGIONS) {
        let Some(field) = layer.layer().role(Role::Place) else { continue };
        for feature in layer.all(&Query::default()) {
            let (country, states) = further(feature.text(field).unwrap_or_default());
            let codes = states.filter_map(|state| geography.resolve(view, country, state, "").code);
            for code in codes.filter(|code| feature.region().is_none_or(|own| !own.is_within(code))) {
                let records = found.entry(code).or_default();
                let record = (layer.layer().id.clone(), feature.id().to_owned());
                if !records.contains(&record) {
                    records.push(record);
                }
            }
        }
    }
    found
}

/// The country, and the states after the first.
fn further(stated: &str) -> (&str, impl Iterator<Item = &str>) {
    let (rest, country) = stated.rsplit_once(", ").unwrap_or_default();
    let states = rest.rsplit(", ").next().unwrap_or_default();
    (country, states.split("; ").skip(1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn states_after_the_first_are_further_ones() {
        let read = |stated: &str| {
            let (country, states) = further(stated);
            let states: Vec<String> = states.map(str::to_owned).collect();
            (country.to_owned(), states)
        };
        let several = read("Patiala, Punjab; Haryana; Rajasthan, India");
        assert_eq!(several, ("India".into(), vec!["Haryana".into(), "Rajasthan".into()]));
        assert_eq!(read("Bidar, Karnataka, India").1, Vec::<String>::new());
        assert_eq!(read("").1, Vec::<String>::new());
    }
}
