//! Countries, states and districts: children and what is not placed make the parent.

use karigar_e2e::{Server, id, list, number, text};
use serde_json::Value;
use std::collections::BTreeMap;

fn sums_hold(server: &Server) {
    let regions = server.json("/api/regions");
    let regions = list(&regions["regions"]);
    assert!(regions.len() > 1000, "{}", regions.len());
    let mut counted: BTreeMap<String, Value> = BTreeMap::new();
    for region in regions {
        let code = region["code"].as_str().unwrap();
        let summary = server.json(&format!("/api/regions/{code}/summary"));
        for (layer, all) in summary["counts"].as_object().unwrap() {
            let children: u64 =
                list(&summary["children"]).iter().map(|child| number(&child["counts"][layer])).sum();
            assert_eq!(children + number(&summary["notPlaced"][layer]), number(all), "{code} {layer}");
        }
        for child in list(&summary["children"]) {
            counted.insert(child["code"].as_str().unwrap().to_owned(), child["counts"].clone());
        }
        counted.insert(code.to_owned(), summary["counts"].clone());
    }
    for region in regions {
        let code = region["code"].as_str().unwrap();
        let summary = server.json(&format!("/api/regions/{code}/summary"));
        assert_eq!(counted[code], summary["counts"], "{code}");
    }
    for layer in ["clusters", "centres", "products", "events"] {
        let countries = regions.iter().filter(|region| region["level"] == 0);
        let sum: u64 =
            countries.map(|region| number(&counted[region["code"].as_str().unwrap()][layer])).sum();
        let placed_nowhere =
            server.features(layer, "").iter().filter(|one| one["properties"]["country"].is_null()).count();
        assert_eq!(sum + placed_nowhere as u64, server.matched(layer, ""), "{layer}");
    }
}

#[test]
fn children_and_not_placed_make_the_parent_in_the_indian_view() {
    sums_hold(Server::shared());
}

#[test]
fn children_and_not_placed_make_the_parent_in_the_neutral_view() {
    sums_hold(Server::neutral());
}

fn regions_hold_together(server: &Server) {
    let known: BTreeMap<String, Value> = list(&server.json("/api/regions")["regions"])
        .iter()
        .map(|region| (region["code"].as_str().unwrap().to_owned(), region.clone()))
        .collect();
    for layer in ["clusters", "centres", "products", "events", "organisations"] {
        for feature in server.features(layer, "") {
            let region = text(&feature, "region");
            if region.is_empty() {
                assert!(
                    ["country", "state", "district"].iter().all(|field| text(&feature, field).is_empty())
                );
                continue;
            }
            let mut chain = vec![region.to_owned()];
            while let Some(parent) = known[chain.last().unwrap()]["parent"].as_str() {
                chain.push(parent.to_owned());
            }
            chain.reverse();
            for (level, field) in ["country", "state", "district"].into_iter().enumerate() {
                let expected = chain.get(level).map_or("", String::as_str);
                assert_eq!(text(&feature, field), expected, "{layer}/{} {field}", id(&feature));
            }
        }
    }
}

#[test]
fn every_record_is_in_one_district_or_not_placed_and_its_regions_are_one_chain() {
    regions_hold_together(Server::shared());
    regions_hold_together(Server::neutral());
}

#[test]
fn within_finds_what_the_region_s_own_count_says() {
    let server = Server::shared();
    for code in ["IN", "IN-UP", "IN-UP-197", "PK", "PK-SD", "PK-SD-x-matiari", "LK"] {
        let summary = server.json(&format!("/api/regions/{code}/summary"));
        for (layer, count) in summary["counts"].as_object().unwrap() {
            assert_eq!(
                server.matched(layer, &format!("within={code}")),
                number(count),
                "{layer} within {code}"
            );
        }
    }
}

#[test]
fn regions_are_a_tree_and_a_list_by_parent_is_its_children() {
    let server = Server::shared();
    let countries = server.json("/api/regions?level=0");
    assert_eq!(list(&countries["regions"]).len(), 11);
    let of = |parent: &str| -> Vec<String> {
        let found = server.json(&format!("/api/regions?parent={parent}"));
        list(&found["regions"]).iter().map(|region| region["code"].as_str().unwrap().to_owned()).collect()
    };
    let summary = server.json("/api/regions/IN-KL/summary");
    let mut children: Vec<String> =
        list(&summary["children"]).iter().map(|child| child["code"].as_str().unwrap().to_owned()).collect();
    children.sort();
    let mut listed = of("IN-KL");
    listed.sort();
    assert_eq!(listed, children);
    assert_eq!(listed.len(), 14);
    assert!(listed.iter().all(|code| code.starts_with("IN-KL-")));
}
