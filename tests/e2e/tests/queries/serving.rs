//! The office that serves a district, which is not always the nearest.

use karigar_e2e::{Server, id, ids, list, table};
use serde_json::Value;

fn serving(code: &str) -> Value {
    Server::shared().json(&format!("/api/regions/{code}/serving-centres"))
}

/// The offices of the central handicrafts service, best known first.
fn handicraft(serving: &Value) -> Vec<Value> {
    let group = list(&serving["groups"]).iter().find(|group| group["remit"] == "handicraft");
    group.map_or_else(Vec::new, |group| list(&group["offices"]).clone())
}

#[test]
fn the_office_of_pali_is_the_one_that_the_source_states() {
    let offices = handicraft(&serving("IN-RJ-118"));
    let first = &offices[0];
    assert_eq!(id(&first["feature"]), "hsc-jodhpur");
    assert_eq!(
        (&first["grade"], &first["level"], &first["region"]),
        (&"stated".into(), &"district".into(), &"IN-RJ-118".into())
    );
    assert!(first["source"].as_str().is_some_and(|source| source.starts_with("http")), "{first}");
    assert_eq!(first["as_of"], "2018-07");
}

#[test]
fn the_stated_office_comes_first_where_another_is_nearer() {
    let server = Server::shared();
    let stated: Vec<_> = table("tables/jurisdictions.csv")
        .into_iter()
        .filter(|row| {
            row["centre_id"] == "hsc-jodhpur"
                && row["service"] == "handicraft-service"
                && row["region_level"] == "district"
        })
        .collect();
    assert!(stated.len() >= 11, "{}", stated.len());
    let mut another_is_nearer = 0;
    for row in stated {
        let code = format!("IN-RJ-{}", row["census_code"]);
        let region = server.json(&format!("/api/regions/{code}"));
        let edge = |at: usize| region["bbox"][at].as_f64().unwrap();
        let middle = format!("{},{}", edge(0).midpoint(edge(2)), edge(1).midpoint(edge(3)));
        let serving = server.json(&format!("/api/regions/{code}/serving-centres?point={middle}"));
        assert_eq!(id(&handicraft(&serving)[0]["feature"]), "hsc-jodhpur", "{code}");
        let nearest = server.json(&format!("/api/collections/centres/nearest?point={middle}&k=1"));
        another_is_nearer += usize::from(ids(&nearest) != ["hsc-jodhpur"]);
    }
    assert!(another_is_nearer > 0);
}

/// The ids of all offices that the pages of a server link from the offices of a region.
fn on_the_page(server: &Server, page: &str) -> String {
    let page = server.page(page).expect(200).text();
    page.split("id=\"offices\"").nth(1).unwrap().split("</section>").next().unwrap().to_owned()
}

#[test]
fn where_two_administrations_meet_in_a_region_each_body_serves_the_part_of_its_own() {
    let india = Server::shared();
    let offices = |serving: &Value| {
        let groups = list(&serving["groups"]).iter().flat_map(|group| list(&group["offices"]).clone());
        groups.map(|office| id(&office["feature"]).clone()).collect::<Vec<_>>()
    };
    for (code, serves) in
        [("IN-JK", false), ("IN-JK-021", false), ("IN-JK-010", false), ("IN-JK-x-muzaffarabad", true)]
    {
        assert_eq!(offices(&serving(code)).contains(&"pk-aksic".to_owned()), serves, "{code}");
    }
    let neutral = Server::neutral();
    let azad = neutral.json("/api/regions/PK-JK/serving-centres");
    assert!(offices(&azad).contains(&"pk-aksic".to_owned()), "{azad}");
    for server in [india, neutral] {
        let page = on_the_page(server, "/r/IN/JK");
        for own in ["hsc-srinagar", "hsc-baramulla", "dhh-kashmir", "dhh-jammu"] {
            assert!(page.contains(&format!("/centre/{own}")), "{own}");
        }
        assert!(!page.contains("pk-aksic") && page.contains("Serves 10 districts of Jammu and Kashmir"));
        let compared = server.page("/compare?regions=IN-JK,IN-UP").expect(200).text();
        assert!(compared.contains("/centre/hsc-srinagar") && !compared.contains("pk-aksic"));
    }
    let jammu = india.page("/near?q=180001").expect(200).text();
    assert!(jammu.contains("/centre/dhh-jammu") && !jammu.contains("pk-aksic"));
}

#[test]
fn a_new_district_takes_the_office_of_its_parent_and_says_so() {
    let mut taken = 0;
    for row in table("region_splits.csv") {
        let (code, parent) = (&row["code"], &row["parent_code"]);
        let (new, old) = (serving(code), serving(parent));
        let centres =
            |of: &Value| handicraft(of).iter().map(|office| id(&office["feature"])).collect::<Vec<_>>();
        if new["takenFrom"].is_null() {
            let own = handicraft(&new).first().is_some_and(|office| office["region"] == code.as_str());
            let of_parent =
                handicraft(&old).first().is_some_and(|office| office["region"] == parent.as_str());
            assert!(own || !of_parent, "{code} stands without the office of {parent}");
        } else {
            assert_eq!(new["takenFrom"], parent.as_str(), "{code}");
            assert_eq!(centres(&new), centres(&old), "{code}");
            taken += 1;
        }
    }
    assert!(taken >= 2, "{taken}");
    assert_eq!(serving("IN-RJ-785")["takenFrom"], "IN-RJ-115");
    assert!(serving("IN-RJ-118")["takenFrom"].is_null());
}

#[test]
fn every_claim_of_the_table_stands_at_its_region() {
    let server = Server::shared();
    let mut claims = 0;
    for row in table("tables/jurisdictions.csv")
        .iter()
        .filter(|row| row["region_level"] == "district" && row["country"] == "India")
    {
        let districts = server.json(&format!(
            "/api/collections/regions/items?limit=10000&skipGeometry=true&census_code={}",
            row["census_code"]
        ));
        let found = list(&districts["features"])
            .iter()
            .find(|one| row["census_code"] == one["properties"]["census_code"]);
        let Some(district) = found else { continue };
        let serving = serving(&id(district));
        let offices = list(&serving["groups"]).iter().flat_map(|group| list(&group["offices"]));
        assert!(
            offices.map(|office| id(&office["feature"])).any(|centre| centre == row["centre_id"]),
            "{row:?}"
        );
        claims += 1;
    }
    assert!(claims > 100, "{claims}");
}

#[test]
fn offices_of_a_remit_stand_once_and_the_best_known_first() {
    let grades = ["stated", "shared", "seen", "seat", "remit"];
    let rank = |office: &Value| grades.iter().position(|grade| office["grade"] == *grade).unwrap();
    for code in ["IN-RJ-118", "IN-UP-197", "IN-JK-010", "IN-AS-322", "IN-HP-026", "IN-TN-603", "PK-SD", "IN"]
    {
        for group in list(&serving(code)["groups"]) {
            let offices = list(&group["offices"]);
            assert!(!offices.is_empty(), "{code}");
            assert!(offices.iter().map(rank).is_sorted(), "{code}: {group}");
            let mut centres: Vec<String> = offices.iter().map(|office| id(&office["feature"])).collect();
            centres.sort();
            centres.dedup();
            assert_eq!(centres.len(), offices.len(), "{code}: {}", group["remit"]);
        }
    }
}
