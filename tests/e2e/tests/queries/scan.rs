//! Two hundred queries that look random, each against a scan of the download.

use geo::Point;
use karigar_e2e::{Random, Server, descriptor, distance, encoded, id, ids, point, shown, table};
use serde_json::Value;
use std::collections::BTreeSet;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

const LAYERS: &[&str] = &["clusters", "centres", "products", "events"];

/// A condition as it stands in an address, and as a person would check it.
struct Condition {
    pairs: Vec<(String, String)>,
    holds: Box<dyn Fn(&Value) -> bool>,
}

fn condition(pairs: &[(&str, String)], holds: impl Fn(&Value) -> bool + 'static) -> Condition {
    let pairs = pairs.iter().map(|(name, value)| ((*name).to_owned(), value.clone())).collect();
    Condition { pairs, holds: Box::new(holds) }
}

fn random_box(random: &mut Random) -> Condition {
    let (west, south) = (random.between(60.0, 95.0), random.between(5.0, 35.0));
    let (east, north) = (west + random.between(0.0, 12.0), south + random.between(0.0, 10.0));
    let (east, north) = ((east * 1e4).round() / 1e4, (north * 1e4).round() / 1e4);
    condition(&[("bbox", format!("{west},{south},{east},{north}"))], move |feature| {
        point(feature).is_none_or(|at| at.x() >= west && at.x() <= east && at.y() >= south && at.y() <= north)
    })
}

fn random_circle(random: &mut Random) -> Condition {
    let center = Point::new(random.between(66.0, 95.0), random.between(8.0, 35.0));
    let radius = random.between(1000.0, 600_000.0).round();
    let pairs = [("near", format!("{},{}", center.x(), center.y())), ("radius", radius.to_string())];
    condition(&pairs, move |feature| point(feature).is_some_and(|at| distance(center, at) <= radius))
}

fn random_code(random: &mut Random, layer: &str, features: &[Value]) -> Condition {
    let field = match layer {
        "clusters" => *random.choice(&["family", "gi_status", "state", "precision"]),
        "centres" => *random.choice(&["kind", "state", "precision"]),
        "products" => *random.choice(&["family", "product", "state"]),
        _ => "state",
    };
    let mut wanted = Vec::new();
    while wanted.len() < 2 {
        let value = shown(&random.choice(features)["properties"][field]);
        if !value.is_empty() {
            wanted.push(value);
        }
    }
    condition(&[(field, wanted.join(","))], move |feature| {
        wanted.contains(&shown(&feature["properties"][field]))
    })
}

fn random_region(random: &mut Random, features: &[Value]) -> Option<Condition> {
    let field = *random.choice(&["country", "state", "district"]);
    let code = shown(&random.choice(features)["properties"][field]);
    (!code.is_empty()).then(|| {
        condition(&[("within", code.clone())], move |feature| shown(&feature["properties"][field]) == code)
    })
}

fn random_word(random: &mut Random, layer: &str, features: &[Value]) -> Option<Condition> {
    let fields = searchable(layer);
    let folded = plain(&shown(&random.choice(features)["properties"][random.choice(&fields)]));
    let words: Vec<&str> = folded.split(' ').filter(|word| word.len() > 3).collect();
    if words.is_empty() {
        return None;
    }
    let word = (*random.choice(&words)).to_owned();
    let asked = word.clone();
    let (regions, titles) = (names_of_regions(), titles(layer));
    Some(condition(&[("q", asked)], move |feature| {
        let properties = &feature["properties"];
        let in_texts = fields.iter().any(|field| {
            let value = &properties[field];
            let values = value.as_array().map_or_else(|| vec![value], |values| values.iter().collect());
            values.iter().any(|value| starts_a_word(&plain(&shown(value)), &word))
        });
        let around = ["country", "state", "district"].map(|level| shown(&properties[level]));
        let in_regions =
            regions.iter().any(|(code, name)| around.contains(code) && starts_a_word(name, &word));
        let in_titles = titles.iter().any(|(field, code, title)| {
            let value = &properties[field];
            let has =
                value.as_array().map_or_else(|| value == code, |values| values.iter().any(|one| one == code));
            has && starts_a_word(title, &word)
        });
        in_texts || in_regions || in_titles
    }))
}

/// Whether a folded text has a word that begins so, or that it is the plural of.
fn starts_a_word(folded: &str, word: &str) -> bool {
    let singular = word.strip_suffix('s').filter(|one| !one.ends_with('s'));
    folded.split(' ').any(|held| held.starts_with(word) || Some(held) == singular)
}

/// Codes and folded names of all regions.
fn names_of_regions() -> Vec<(String, String)> {
    let usual = table("region_codes.csv").into_iter().map(|row| (row["code"].clone(), plain(&row["name"])));
    let others = table("region_aliases.csv").into_iter();
    let others = others.filter(|row| !["text", "town", "view"].contains(&row["kind"].as_str()));
    usual.chain(others.map(|row| (row["code"].clone(), plain(&row["name"])))).collect()
}

/// Field, code and folded English title of what kind a record of a layer is, and of the codes that are searched.
fn titles(layer: &str) -> Vec<(String, String, String)> {
    let (described, common) = (descriptor(layer), descriptor("_common"));
    let fields = described["fields"].as_array().unwrap().iter().filter(|field| {
        let searched = field.get("searchable").is_some_and(|yes| yes.as_bool() == Some(true));
        searched || field.get("role").and_then(|role| role.as_str()) == Some("category")
    });
    let codes = fields.filter_map(|field| {
        let list = field.get("codes")?.as_str()?;
        let list = described.get("codes").and_then(|own| own.get(list)).or(common["codes"].get(list))?;
        Some(list.as_array()?.iter().map(|code| {
            let text = |part: &str| code[part].as_str().unwrap_or_default().to_owned();
            let title =
                code["titles"].get("en").map_or_else(String::new, |title| plain(title.as_str().unwrap()));
            (field["id"].as_str().unwrap().to_owned(), text("value"), title)
        }))
    });
    codes.flatten().collect()
}

/// Lower case without marks, all else a blank: for Latin text what the portal searches in.
fn plain(text: &str) -> String {
    let letters = text
        .replace(['\'', '’', '‘'], "")
        .nfkd()
        .filter(|letter| !is_combining_mark(*letter))
        .collect::<String>();
    let spaced: String =
        letters.chars().map(|letter| if letter.is_alphanumeric() { letter } else { ' ' }).collect();
    spaced.to_lowercase().split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Fields of a layer that `q` looks into and that hold Latin text: none that gives another in another language.
fn searchable(layer: &str) -> Vec<String> {
    let fields = descriptor(layer)["fields"].as_array().unwrap().clone();
    let found = fields.iter().filter(|field| {
        field.get("translates").is_none()
            && field.get("searchable").is_some_and(|yes| yes.as_bool() == Some(true))
    });
    found.map(|field| field["id"].as_str().unwrap().to_owned()).collect()
}

/// Ids of records that have names besides those of their fields: `q` finds these under more words.
fn with_other_names() -> BTreeSet<String> {
    let names = table("tables/names.csv").into_iter().map(|row| row["craft_id"].clone());
    let texts = ["tables/texts_hi.csv", "tables/texts_ur.csv"]
        .into_iter()
        .flat_map(table)
        .map(|row| row["id"].clone());
    names.chain(texts).collect()
}

fn conditions(random: &mut Random, layer: &str, features: &[Value]) -> Vec<Condition> {
    let mut all = Vec::new();
    match random.below(4) {
        0 => {}
        1 => all.push(random_circle(random)),
        _ => all.push(random_box(random)),
    }
    if random.below(2) == 0 {
        all.push(random_code(random, layer, features));
    }
    if random.below(3) == 0 {
        all.extend(random_region(random, features));
    }
    if random.below(3) == 0 {
        all.extend(random_word(random, layer, features));
    }
    all
}

#[test]
fn two_hundred_queries_find_what_a_scan_finds() {
    let server = Server::shared();
    let others = with_other_names();
    let downloads: Vec<Vec<Value>> = LAYERS.iter().map(|layer| server.features(layer, "")).collect();
    let mut random = Random::new(20_261_125);
    let (mut some, mut by_text) = (0, 0);
    for _ in 0..200 {
        let which = random.below(LAYERS.len());
        let (layer, features) = (LAYERS[which], &downloads[which]);
        let conditions = conditions(&mut random, layer, features);
        let pairs: Vec<(&str, &str)> = conditions
            .iter()
            .flat_map(|one| &one.pairs)
            .map(|(name, value)| (name.as_str(), value.as_str()))
            .collect();
        let query = encoded(&pairs);
        let holds = |one: &Value| conditions.iter().all(|condition| (condition.holds)(one));
        let scanned: Vec<String> = features.iter().filter(|one| holds(one)).map(id).collect();
        let answer = server.json(&format!("/api/collections/{layer}/items?limit=10000&{query}"));
        let mut found = ids(&answer);
        assert_eq!(answer["numberMatched"], found.len(), "{layer}?{query}");
        if pairs.iter().any(|(name, _)| *name == "q") {
            found.retain(|id| scanned.contains(id) || !others.contains(id));
            by_text += 1;
        }
        assert_eq!(found, scanned, "{layer}?{query}");
        some += usize::from(!scanned.is_empty() && scanned.len() < features.len());
    }
    assert!(some > 80 && by_text > 25, "{some} of 200 queries divide a layer, {by_text} have words");
}

#[test]
fn words_are_found_at_the_start_of_a_word_and_a_comma_means_or() {
    let server = Server::shared();
    let silk = server.matched("clusters", "q=silk");
    let brass = server.matched("clusters", "q=brass");
    let either = server.matched("clusters", "q=silk,brass");
    assert!(silk > 10 && brass > 3);
    assert!(either <= silk + brass && either >= silk.max(brass));
    assert_eq!(server.matched("clusters", "q=SILK"), silk);
    assert!(server.matched("clusters", "q=pottery") > 10);
    assert_eq!(server.matched("clusters", "q=ottery"), 0);
    assert!(server.matched("clusters", "q=bell+metal") < server.matched("clusters", "q=metal"));
}

#[test]
fn words_stand_in_different_fields_of_a_record() {
    let server = Server::shared();
    let found = |words: &str| {
        let asked = encoded(&[("q", words), ("limit", "1000")]);
        ids(&server.json(&format!("/api/collections/clusters/items?{asked}")))
    };
    for (words, craft) in [
        ("banarasi saree", "gi-banaras-brocades-and-sarees"),
        ("kashmir shawl", "gi-kani-shawl"),
        ("kashmir shawls", "gi-kani-shawl"),
        ("phulkari punjab", "gi-phulkari"),
        ("GI 99", "gi-banaras-brocades-and-sarees"),
        ("jaipur blue pottery", "gi-blue-pottery-of-jaipur"),
        ("metal moradabad india", "gi-moradabad-metal-craft"),
    ] {
        let found = found(words);
        assert!(found.contains(&craft.to_owned()) && found.len() < 10, "{words}: {found:?}");
    }
    assert!(found("phulkari kerala").is_empty());
    assert!(found("\"metal bell\"").is_empty() && !found("\"bell metal\"").is_empty());
    // Two letters are a word: neither "Upper" nor "Upada".
    let state = ids(&server.json("/api/collections/clusters/items?within=IN-UP&limit=1000"));
    assert!(state.iter().all(|id| found("UP").contains(id)));
    assert!(found("Orissa").contains(&"gi-bomkai-saree-fabrics".to_owned()));
}

#[test]
fn a_record_is_found_under_its_name_in_another_script() {
    let server = Server::shared();
    let found = server.json(&format!("/api/collections/clusters/items?{}", encoded(&[("q", "पोचमपल्ली")])));
    assert!(ids(&found).contains(&"gi-pochampalli-ikat".to_owned()), "{:?}", ids(&found));
}
