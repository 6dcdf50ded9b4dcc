//! Figures, programmes, services and products of districts: against the tables they are read from.

use karigar_e2e::{Server, atlas_copy, command, list, number, seen, table};
use serde_json::Value;
use std::collections::BTreeSet;

fn statistics(query: &str) -> Vec<Value> {
    list(&Server::shared().json(&format!("/api/statistics?{query}"))["statistics"]).clone()
}

fn word(value: &Value) -> &str {
    value.as_str().unwrap_or_else(|| panic!("{value} is no text"))
}

/// What a reader reads of a page.
fn read(path: &str) -> String {
    seen(&Server::shared().page(path).expect(200).text()).text.join(" ")
}

#[test]
fn every_figure_of_the_table_is_answered_with_its_source_and_its_time() {
    let (rows, answered) = (table("tables/statistics.csv"), statistics(""));
    assert_eq!(rows.len(), answered.len());
    for row in rows {
        let own = answered.iter().find(|own| own["id"] == row["id"].as_str()).unwrap();
        assert_eq!(word(&own["source"]), row["source"]);
        assert_eq!(own["period"].as_str().unwrap_or_default(), row["period"]);
        assert_eq!((word(&own["stated"]), word(&own["stated_unit"])), (&*row["value"], &*row["unit"]));
        assert!(!word(&own["title"]).is_empty(), "{}", row["id"]);
    }
}

#[test]
fn crore_are_whole_rupees_and_print_back() {
    let exports = statistics("region=IN&topic=handicraft_exports&period=2016-17%20to%20Oct");
    assert_eq!(exports.len(), 1);
    assert_eq!(number(&exports[0]["value"]), 208_692_900_000);
    assert_eq!(number(&exports[0]["minor"]), 20_869_290_000_000);
    let page = read("/r/IN/facts");
    assert!(page.contains("Rs 20,869.29 crore"), "{page}");
}

#[test]
fn figures_that_compete_all_stand_on_the_page() {
    let page = read("/r/IN/facts");
    for figure in ["Rs 32,417 crore", "Rs 33,253 crore"] {
        assert!(page.contains(figure), "{figure}");
    }
    assert!(page.contains("Sources differ; both stand here."));
}

#[test]
fn a_group_of_regions_stays_a_group() {
    let jammu = statistics("region=IN-JK&topic=handloom_weavers");
    assert_eq!(jammu.len(), 1);
    assert_eq!(jammu[0]["scope"], "member-of-group");
    assert_eq!(word(&jammu[0]["region_name"]), "Jammu and Kashmir with Ladakh");
    assert!(read("/r/IN/JK/facts").contains("Jammu and Kashmir with Ladakh, counted as one"));
    assert!(statistics("region=IN-RJ").iter().all(|one| one["scope"] == "own"));
}

#[test]
fn partners_are_kept_and_the_rest_is_not_broken_down() {
    let page = read("/r/IN");
    for words in [
        "European Union",
        "group of countries, kept as the source has it",
        "Other countries, not broken down",
    ] {
        assert!(page.contains(words), "{words}");
    }
    let html = Server::shared().page("/r/IN").expect(200).text();
    for share in ["40.33%", "29%", "30.67%", "100%"] {
        assert!(html.contains(&format!("<td class=\"num\">{share}</td>")), "{share}");
    }
    assert!(read("/r/IN/facts").contains("Rs 11,678 crore"), "32,417 less the four kinds of goods");
}

#[test]
fn the_states_add_up_to_what_the_same_source_states_for_the_country() {
    let page = read("/r/IN/facts");
    assert!(page.contains(
        "The 32 rows add up to 26,78,992 artisans. That is the figure that the same source states"
    ));
}

#[test]
fn a_list_of_figures_is_a_table_too() {
    let answer = Server::shared().get("/api/statistics?region=IN-UP&f=csv").expect(200);
    assert_eq!(answer.media_type(), "text/csv");
    let rows: Vec<String> = answer.text().lines().map(str::to_owned).collect();
    assert!(rows[0].contains("id,topic,title,") && rows[0].ends_with("note,source"), "{}", rows[0]);
    assert_eq!(rows.len() - 1, statistics("region=IN-UP").len());
}

#[test]
fn a_wrong_parameter_is_named_with_a_remedy() {
    let wrong = [
        ("statistics?regin=IN", "regin"),
        ("statistics?topic=artizans", "topic"),
        ("statistics?group=folk", "group"),
        ("schemes?on=2016-13-01", "on"),
        ("schemes?need=credits", "need"),
        ("schemes?within=IN-ZZ", "within"),
        ("services?center=hsc-jodhpur", "center"),
    ];
    for (path, parameter) in wrong {
        let error = Server::shared().get(&format!("/api/{path}")).parameter_error();
        assert_eq!(word(&error["parameter"]), parameter, "{path}");
        assert!(error["allowed"].is_string(), "{path}");
    }
    for missing in ["statistics?region=IN-XX", "services?centre=nobody", "schemes/nothing"] {
        let _ = Server::shared().get(&format!("/api/{missing}")).expect(404);
    }
}

#[test]
fn a_topic_without_a_title_fails_the_check_with_its_row() {
    let (data, atlas) = (tempfile::tempdir().unwrap(), atlas_copy());
    let file = atlas.path().join("tables/statistics.csv");
    let mut text = std::fs::read_to_string(&file).unwrap();
    text.push_str("stat-new,artizans,India,2021,1,artisans,,s\n");
    let row = text.lines().count();
    std::fs::write(file, text).unwrap();
    let checked = command(data.path(), &["atlas", "check", "--atlas-dir", atlas.path().to_str().unwrap()]);
    let told = format!("tables/statistics.csv row {row}, column `topic`: \"artizans\" has no title");
    assert_eq!(checked.code, Some(1));
    assert!(checked.out.contains(&told) || checked.err.contains(&told), "{checked:?}");
}

fn scheme(on: &str, name: &str) -> Value {
    let answer = Server::shared().json(&format!("/api/schemes?on={on}&name={name}"));
    assert_eq!(number(&answer["numberMatched"]), 1, "{answer}");
    answer["schemes"][0].clone()
}

#[test]
fn what_was_done_in_2016_resolves_to_its_name_of_2016() {
    for alias in
        ["Dastkar%20Sashaktikaran", "DSY", "Base%20Line%20Survey%20%26%20Mobilization%20of%20Artisans"]
    {
        let found = scheme("2016-10-31", alias);
        assert_eq!((word(&found["name"]), word(&found["parent"])), ("Dastkar Shashktikaran Yojna", "ahvy"));
    }
    let skills = |on| word(&scheme(on, "Skill%20Development%20in%20Handicraft%20Sector")["name"]).to_owned();
    assert_eq!(skills("2014-06-01"), "Human Resource Development Scheme");
    assert_eq!(skills("2016-10-31"), "Human Resource Development");
    assert_eq!(skills("2023-06-01"), "Skill Development in Handicraft Sector");
}

#[test]
fn the_trees_of_2016_and_of_2023_differ() {
    let parts = |on: &str, of: &str| {
        let all = Server::shared().json(&format!("/api/schemes?on={on}"));
        let of_it = list(&all["schemes"]).iter().filter(|one| one["parent"] == of);
        of_it.map(|one| word(&one["id"]).to_owned()).collect::<BTreeSet<_>>()
    };
    let ids = |ids: &[&str]| ids.iter().map(|id| (*id).to_owned()).collect::<BTreeSet<_>>();
    assert_eq!(parts("2016-10-31", "ahvy"), ids(&["dsy", "nhdp-dba", "nhdp-dtu", "nhdp-hrd", "nhdp-its"]));
    assert_eq!(parts("2023-10-31", "ahvy"), ids(&[]));
    assert!(parts("2016-10-31", "nhdp").contains("chcds") && !parts("2023-10-31", "nhdp").contains("chcds"));
    assert_eq!(parts("2014-10-31", "nhdp"), ids(&[]), "there was no umbrella yet");
    let page = read("/schemes?on=2016-10-31");
    assert!(page.contains("31 October 2016") && page.contains("National Handicraft Development Programme"));
}

#[test]
fn a_service_has_all_five_terms_and_says_what_is_not_stated() {
    let all = Server::shared().json("/api/services");
    assert_eq!(list(&all["services"]).len(), table("tables/centre_services.csv").len());
    let own = Server::shared().json("/api/services?centre=hsc-jodhpur");
    assert!(list(&own["services"]).iter().all(|one| one["of_kind"] == true));
    let terms = ["who_can_ask", "papers", "fee", "days_promised", "appeal", "last_reviewed"];
    for service in list(&all["services"]) {
        assert!(terms.iter().all(|term| service.get(*term).is_some()), "{service}");
    }
    let page = read("/services");
    assert!(page.contains("Not stated: papers, fee, days promised, appeal"), "{page}");
    let markets = read("/services?kind=haat-market");
    assert!(markets.contains("400 rupees a day (2015)") && !page.contains("400 rupees a day (2015)"));
    let refused = Server::shared().page("/services?kind=haat").expect(400).text();
    assert!(refused.contains("haat-market"), "{refused}");
}

#[test]
fn programmes_are_found_by_need_and_place_and_those_that_are_over_stand_last() {
    let rows = table("tables/schemes.csv");
    let answer = Server::shared().json("/api/schemes?need=credit");
    let found: BTreeSet<String> =
        list(&answer["schemes"]).iter().map(|one| word(&one["id"]).to_owned()).collect();
    let wanted: BTreeSet<String> =
        rows.iter().filter(|row| row["helps"].contains("credit: ")).map(|row| row["id"].clone()).collect();
    assert_eq!(found, wanted);
    let kerala = Server::shared().json("/api/schemes?within=IN-KL");
    for one in list(&kerala["schemes"]) {
        assert_eq!(word(&one["country"]), "IN", "{one}");
        assert!(one["state"].is_null() || one["state"] == "IN-KL", "{one}");
    }
    let page = read("/schemes?need=grant&within=IN-KL");
    let at = |words: &str| page.find(words).unwrap_or_else(|| panic!("no {words}: {page}"));
    assert!(at("Assistance Scheme for Handicraft Artisans") < at("Weaver MUDRA"));
    assert!(!page.contains("West Bengal Artisans"));
    let all = read("/schemes");
    let at = |words: &str| all.find(words).unwrap_or_else(|| panic!("no {words}"));
    let order = ["PM Vishwakarma", "ASHA", "Handicrafts GIS portal of 2001", "whose stated years are over"];
    assert!(order.map(at).is_sorted() && at("whose stated years") < at("Technology Support: Emporia"));
    for wrong in ["/schemes?need=credits", "/schemes?within=IN-ZZ"] {
        let _ = Server::shared().page(wrong).expect(400);
    }
}

#[test]
fn a_programme_leads_to_the_services_that_name_it_and_they_to_it() {
    let programme = Server::shared().page("/scheme/jk-karkhandar").expect(200).text();
    assert!(programme.contains("/centre/dhh-kashmir") && programme.contains("registered karkhanas"));
    assert!(programme.contains("/near?help=training"));
    let unknown = read("/scheme/usttad");
    assert!(unknown.contains("This register does not say more"), "{unknown}");
    let centre = Server::shared().page("/centre/hsc-jaipur").expect(200).text();
    assert!(centre.contains("/scheme/pahchan"));
    assert_eq!(centre.matches("Stated of all centres of this kind").count(), 1);
    let (people, bodies) = centre.split_once("For organisations and agencies").unwrap();
    assert!(people.contains("identity card") && bodies.contains("Scheme proposals"));
}

#[test]
fn a_district_shows_what_was_chosen_for_it_and_what_is_missing() {
    let rows = table("tables/district_products.csv");
    let gap = rows.iter().find(|row| row["craft_id"].is_empty() && row["state"] == "Uttar Pradesh").unwrap();
    let page = read(&format!("/r/IN/UP/{}", gap["census_code"]));
    let told = format!(
        "The state chose {} for this district; no craft of that name is recorded yet.",
        gap["product"]
    );
    assert!(page.contains("Chosen for this district") && page.contains(&told), "{told}\n{page}");
    let state = read("/r/IN/UP/facts");
    for row in rows.iter().filter(|row| row["state"] == "Uttar Pradesh") {
        assert!(state.contains(&row["product"]), "{}", row["product"]);
    }
}

#[test]
fn the_lines_of_the_sale_agree_with_its_total_after_rounding() {
    for path in ["/training", "/r/IN/JK"] {
        let page = read(path);
        let told = "11 lines, as reported. They add up to Rs 12,12,950; the report states Rs 12.13 lakh.";
        assert!(page.contains(told), "{path}: {page}");
        assert!(page.contains("Lines and total agree after rounding."), "{path}");
    }
}

#[test]
fn a_larger_gap_in_the_sale_is_flagged() {
    let atlas = atlas_copy();
    let file = atlas.path().join("tables/training_centres.csv");
    let text = std::fs::read_to_string(&file).unwrap();
    assert!(text.contains(",427000,INR,"));
    std::fs::write(file, text.replace(",427000,INR,", ",417000,INR,")).unwrap();
    let server = Server::start(&["--atlas-dir", atlas.path().to_str().unwrap()]);
    let page = seen(&server.page("/training").expect(200).text()).text.join(" ");
    assert!(page.contains("The total is Rs 10,050 more than its lines"), "{page}");
}
