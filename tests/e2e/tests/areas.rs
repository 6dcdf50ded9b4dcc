//! Region by region: every region has a map or says why not, maps are shaded by numbers that hold, regions stand
//! side by side, and what is not known is counted.
#![expect(clippy::unwrap_used, reason = "a story ends where it meets what it did not expect")]

use karigar_e2e::{Server, list, number};
use serde_json::Value;
use std::collections::BTreeMap;

/// Styles and script of a page, gzipped, and so how much a page itself may weigh.
const FIRST_SCREEN: usize = 60_000;

fn codes(server: &Server) -> Vec<String> {
    let regions = server.json("/api/regions");
    list(&regions["regions"]).iter().map(|region| region["code"].as_str().unwrap().to_owned()).collect()
}

fn page_of(code: &str) -> String {
    format!("/r/{}", code.splitn(3, '-').collect::<Vec<_>>().join("/"))
}

/// What stands between two marks, each time.
fn between<'a>(text: &'a str, start: &'a str, end: &'a str) -> impl Iterator<Item = &'a str> {
    text.split(start).skip(1).filter_map(move |rest| rest.split(end).next())
}

/// Bytes of the styles and the script that a page names.
fn assets(server: &Server, page: &str) -> usize {
    let gzip = [("accept-encoding", "gzip")];
    let named = between(page, "href=\"/assets/", "\"").chain(between(page, "src=\"/assets/", "\""));
    let loaded =
        named.filter(|name| name.rsplit('.').next().is_some_and(|ending| ["css", "js"].contains(&ending)));
    loaded.map(|name| server.ask("GET", &format!("/assets/{name}"), &gzip).expect(200).body.len()).sum()
}

fn every_region_is_drawn_or_says_why_not(server: &Server, codes: Vec<String>) {
    let others = assets(server, &server.page("/r/IN").text());
    for code in codes {
        let path = page_of(&code);
        // The pages of districts hold less.
        if code.matches('-').count() < 2 {
            let headers = [("accept", "text/html"), ("accept-encoding", "gzip")];
            let weight = server.ask("GET", &path, &headers).expect(200).body.len();
            assert!(weight + others < FIRST_SCREEN, "{path}: {weight} + {others} bytes");
        }
        let page = server.page(&path).expect(200).text();
        let figure = between(&page, "<figure>", "</figure>").next().unwrap_or_else(|| panic!("{path}"));
        let is_drawn = figure.contains("<svg") && figure.contains("<path class=\"m-");
        assert!(is_drawn || figure.contains("No outline of this region is in the atlas"), "{path}: {figure}");
        assert!(!page.contains("NaN"), "{path}");
    }
}

#[test]
fn every_region_is_drawn_or_says_why_not_in_the_indian_view() {
    let codes = codes(Server::shared());
    assert!(codes.len() > 1000, "{}", codes.len());
    every_region_is_drawn_or_says_why_not(Server::shared(), codes);
}

#[test]
fn every_region_is_drawn_or_says_why_not_in_the_neutral_view() {
    let own =
        |code: &String| ["PK", "IN-JK", "IN-LA"].iter().any(|other| code.starts_with(other)) || code == "IN";
    let codes: Vec<String> = codes(Server::neutral()).into_iter().filter(own).collect();
    assert!(codes.len() > 150, "{}", codes.len());
    every_region_is_drawn_or_says_why_not(Server::neutral(), codes);
}

/// Name, shade and first number of each row of the table of a theme.
fn rows(page: &str) -> Vec<(String, String, String)> {
    let table = between(page, "<table class=\"table is-tight\"", "</table>").next().unwrap();
    let body = table.split("<tbody>").nth(1).unwrap();
    let text = |html: &str| html.split('<').next().unwrap().trim().to_owned();
    between(body, "<th scope=\"row\"><span class=\"k", "</tr>")
        .map(|row| {
            let shade = between(row, "--k:", "%").next().unwrap_or("none").to_owned();
            let name = text(row.split("\">").nth(2).or(row.split("\">").nth(1)).unwrap());
            let value = between(row, "<td class=\"num\">", "</td>").next().unwrap();
            (name, shade, value.trim().to_owned())
        })
        .collect()
}

#[test]
fn a_shaded_map_has_the_numbers_of_the_summary_and_equals_are_equally_dark() {
    let server = Server::shared();
    for (code, layer) in [("IN", "clusters"), ("IN", "centres"), ("IN-UP", "clusters"), ("PK", "clusters")] {
        let page = server.page(&format!("{}?show={layer}", page_of(code))).expect(200).text();
        let summary = server.json(&format!("/api/regions/{code}/summary"));
        let expected: BTreeMap<String, u64> = list(&summary["children"])
            .iter()
            .map(|child| (child["name"].as_str().unwrap().to_owned(), number(&child["counts"][layer])))
            .collect();
        let rows = rows(&page);
        assert_eq!(rows.len(), expected.len(), "{code} {layer}");
        let mut shades: BTreeMap<u64, String> = BTreeMap::new();
        for (name, shade, value) in &rows {
            let value: u64 = value.parse().unwrap();
            assert_eq!(expected[name], value, "{code} {layer} {name}");
            assert_eq!(shades.entry(value).or_insert_with(|| shade.clone()), shade, "{code} {name}");
        }
        let darkness: Vec<u32> = shades.values().map(|shade| shade.parse().unwrap()).collect();
        assert!(darkness.is_sorted() && darkness.first() < darkness.last(), "{shades:?}");
        let legend = between(&page, "<ul class=\"scale\"", "</ul>").next().unwrap();
        let counted: usize =
            between(legend, "<span class=\"muted\">", " ").map(|count| count.parse::<usize>().unwrap()).sum();
        assert_eq!(counted, rows.len(), "{legend}");
        let classes = legend.matches("<li>").count();
        assert!((2..=5).contains(&classes), "{classes}");
    }
}

#[test]
fn a_rate_names_what_is_divided_by_what_and_leaves_the_unknown_open() {
    let page = Server::shared().page("/r/IN?show=centres-per-lakh").expect(200).text();
    for said in ["2021-08", "Centres of this atlas for every lakh", "without a figure of", "orissadiary.com"]
    {
        assert!(page.contains(said), "{said}");
    }
    assert!(page.contains("fill=\"url(#hatch)\"") && page.contains("<pattern id=\"hatch\""));
    let rows = rows(&page);
    let (_, shade, value) = rows.iter().find(|(name, ..)| name == "Ladakh").unwrap();
    assert_eq!(shade, "none", "{value}");
    assert!(rows.last().unwrap().1 == "none", "what is not known comes last");
}

#[test]
fn a_map_that_there_is_not_is_said_so() {
    let page = Server::shared().page("/r/IN/UP?show=nothing").expect(200).text();
    assert!(page.contains("There is no map of Uttar Pradesh by “nothing”"));
}

#[test]
fn a_craft_of_several_states_stands_on_each_and_counts_once() {
    let server = Server::shared();
    for (code, craft, counted) in [
        ("IN-RJ", "Phulkari", false),
        ("IN-HR", "Phulkari", false),
        ("IN-PB", "Phulkari", true),
        ("IN-DH", "Warli Painting", false),
        ("IN-AR", "Assam Mishing Handloom Products", false),
    ] {
        let page = server.page(&page_of(code)).expect(200).text();
        let also =
            page.split("Also made here").nth(1).map_or("", |rest| rest.split("</section>").next().unwrap());
        assert_eq!(also.to_lowercase().contains(&craft.to_lowercase()), !counted, "{code} {craft}");
        let found = server.matched("clusters", &format!("within={code}&q={}", craft.replace(' ', "+")));
        assert_eq!(found > 0, counted, "{code} {craft}");
    }
}

#[test]
fn what_is_known_only_by_its_state_is_listed_there() {
    let server = Server::shared();
    let known = server.features("clusters", "precision=state");
    assert!(!known.is_empty());
    for feature in known {
        let properties = &feature["properties"];
        let page = server.page(&page_of(properties["state"].as_str().unwrap())).expect(200).text();
        let section = page.split("id=\"only-here\"").nth(1).unwrap().split("</section>").next().unwrap();
        let listed = section.contains(feature["id"].as_str().unwrap()) || section.contains("precision=state");
        assert!(listed, "{feature}");
    }
}

#[test]
fn two_regions_stand_side_by_side_and_five_are_too_many() {
    let server = Server::shared();
    let page = server.page("/compare?regions=IN-UP,IN-RJ").expect(200).text();
    for code in ["IN-UP", "IN-RJ"] {
        let count = server.matched("clusters", &format!("within={code}"));
        let linked = format!("within={code}\">{count}</a>");
        assert!(page.contains(&linked), "{linked}");
    }
    assert_eq!(page.matches("<svg xmlns").count(), 2, "a map each");
    assert!(page.contains("Artisans with a Pahchan card") && page.contains("9,35,844"));
    let many = server.page("/compare?regions=IN-UP,IN-RJ,IN-BR,IN-GJ,PK-PB").expect(400).text();
    assert!(many.contains("names 5 regions") && many.contains("at most 4 regions"), "{many}");
    assert!(many.contains("/compare?regions=IN-UP,IN-RJ,IN-BR,IN-GJ\""), "a way out");
    let _ = server.page("/compare?regions=IN-XX").expect(404);
    let form = server.page("/compare?regions=IN-UP&regions=IN-RJ").expect(303);
    assert_eq!(form.header("location"), "/compare?regions=IN-UP,IN-RJ");
}

#[test]
fn completeness_adds_up() {
    for server in [Server::shared(), Server::neutral()] {
        for code in ["IN", "PK", "IN-UP", "IN-JK", "IN-UP-197", "NP", "MM"] {
            let known = server.json(&format!("/api/regions/{code}/completeness"));
            let summary = server.json(&format!("/api/regions/{code}/summary"));
            let counts = summary["counts"].as_object().unwrap();
            assert_eq!(number(&known["records"]), counts.values().map(number).sum::<u64>(), "{code}");
            let sum =
                |part: &str| list(&known["layers"]).iter().map(|layer| number(&layer[part])).sum::<u64>();
            for part in ["records", "placed", "sourced", "dated"] {
                assert_eq!(number(&known[part]), sum(part), "{code} {part}");
            }
            for layer in list(&known["layers"]) {
                let precise: u64 = layer["precision"].as_object().unwrap().values().map(number).sum();
                assert!(precise <= number(&layer["records"]), "{code} {layer}");
                let placed = format!("within={code}&placed=true");
                let matched = server.matched(layer["layer"].as_str().unwrap(), &placed);
                assert_eq!(matched, number(&layer["placed"]), "{code} {layer}");
            }
            let score = &known["completeness"];
            assert_eq!(score.is_null(), number(&known["records"]) == 0, "{code}");
            assert!(score.as_u64().is_none_or(|score| score <= 100), "{code}: {score}");
            let _ = server.page(&format!("{}/complete", page_of(code))).expect(200);
        }
    }
}

#[test]
fn products_that_lack_a_craft_are_gaps_of_their_districts() {
    let server = Server::shared();
    // What two programmes chose under one name is one product, and one gap.
    let mut has_craft: BTreeMap<(String, String, String), bool> = BTreeMap::new();
    for row in karigar_e2e::table("tables/district_products.csv") {
        let plain = row["product"].to_lowercase().replace(|letter: char| !letter.is_alphanumeric(), "");
        let product = (row["state"].clone(), row["district"].clone(), plain);
        *has_craft.entry(product).or_default() |= !row["craft_id"].is_empty();
    }
    let open = has_craft.values().filter(|has| !**has).count();
    let gaps = server.json("/api/regions/IN/completeness");
    assert_eq!(list(&gaps["gaps"]).len(), open);
    let page = server.page("/r/IN/UP/complete").expect(200).text();
    let of_state = server.json("/api/regions/IN-UP/completeness");
    let gap: &Value = &list(&of_state["gaps"])[0];
    assert!(page.contains(gap["product"].as_str().unwrap()), "{gap}");
}

#[test]
fn the_neutral_view_draws_no_outline_that_may_be_disputed() {
    let (india, neutral) = (Server::shared(), Server::neutral());
    for path in [
        "/r/IN",
        "/r/PK",
        "/r/IN/JK",
        "/r/IN/LA",
        "/r/IN/LA?show=clusters",
        "/r/IN?show=centres",
        "/r/IN/JK/complete",
    ] {
        let there = neutral.page(path).expect(200).text();
        let figure = between(&there, "<svg xmlns", "</svg>").next().unwrap();
        let groups =
            figure.matches("<g class=\"m-areas").count() + figure.matches("<g class=\"m-hatched").count();
        assert!(groups > 0 && figure.matches(" m-free\"").count() == groups, "{path}");
        assert!(!figure.contains("m-out") && !figure.contains("m-edge"), "{path}");
        assert!(there.contains("where one is disputed, none is drawn"), "{path}");
        let here = india.page(path).expect(200).text();
        assert!(!here.contains("m-free") && here.contains("as officially depicted by India"), "{path}");
    }
}

#[test]
fn each_view_finds_the_disputed_places_in_its_own_regions() {
    let (india, neutral) = (Server::shared(), Server::neutral());
    for (place, here, there) in [
        ("Skardu", "IN-LA", "PK-GB"),
        ("Gilgit", "IN-LA", "PK-GB"),
        ("Muzaffarabad", "IN-JK", "PK-JK"),
        ("Leh", "IN-LA", "IN-LA"),
    ] {
        for (server, region) in [(india, here), (neutral, there)] {
            let found = server.json(&format!("/api/search?q={place}&limit=8")).to_string();
            assert!(found.contains(region), "{place}: {found}");
            let page = server.page(&format!("/near?q={place}"));
            assert!(matches!(page.status, 200), "{place}");
        }
    }
    for (server, code, other) in
        [(neutral, "PK-GB", "IN-LA"), (neutral, "PK-JK", "IN-JK"), (india, "IN-LA", "IN-JK")]
    {
        let page = server.page(&format!("/compare?regions={code},{other}")).expect(200).text();
        assert_eq!(page.matches("<svg xmlns").count(), 2, "{code}");
        let _ = server.page(&format!("/explore?within={code}")).expect(200);
    }
    let _ = india.page("/compare?regions=PK-GB").expect(404);
}
