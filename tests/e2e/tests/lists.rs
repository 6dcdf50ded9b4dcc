//! Lists: the order that they say they stand in, and the data of a region.
#![expect(clippy::unwrap_used, reason = "a story ends where it meets what it did not expect")]

use karigar_e2e::{Server, ids, seen, text};

/// The ids in a list, in its order.
fn listed(page: &str) -> Vec<String> {
    page.split("data-id=\"").skip(1).map(|row| row.split('"').next().unwrap().to_owned()).collect()
}

/// What a page says, in one line.
fn words(page: &str) -> String {
    seen(page).text.join(" ").split_whitespace().collect::<Vec<_>>().join(" ")
}

const STATE: &str = "within=IN-KA";

#[test]
fn a_list_says_its_order_and_what_was_described_stands_first() {
    let server = Server::shared();
    let page = server.page(&format!("/explore?{STATE}")).expect(200).text();
    assert!(words(&page).contains("Order: described first by name"), "{}", words(&page));
    let formal: Vec<bool> = listed(&page)
        .iter()
        .map(|id| server.json(&format!("/api/collections/clusters/items/{id}")))
        .map(|cluster| text(&cluster, "short_fact").starts_with("Application filed in "))
        .collect();
    assert!(formal.contains(&true) && formal.contains(&false), "{formal:?}");
    assert!(formal.is_sorted(), "{formal:?}");
}

#[test]
fn a_list_by_name_is_by_the_name_that_its_reader_sees() {
    let server = Server::shared();
    let in_order = |keys: &str| {
        ids(&server.json(&format!("/api/collections/clusters/items?{STATE}&limit=20&sortby={keys}")))
    };
    for (root, keys) in [("/en", "name"), ("/hi", "name_hi,name"), ("/ur", "name_ur,name")] {
        let page = server.page(&format!("{root}/explore?{STATE}")).expect(200).text();
        let way = format!("href=\"{root}/explore?sortby=name&#38;{STATE}\"");
        assert!(page.contains(&way), "{root}: no {way}");
        let by_name = server.page(&format!("{root}/explore?sortby=name&{STATE}")).expect(200).text();
        assert_ne!(listed(&by_name), listed(&page), "{root}");
        assert_eq!(listed(&by_name), in_order(keys), "{root}");
        // The way back is the address without an order.
        assert!(by_name.contains(&format!("<a href=\"{root}/explore?{STATE}\">")), "{root}");
    }
    assert_ne!(in_order("name"), in_order("name_hi,name"));
}

#[test]
fn an_order_by_other_fields_is_said_and_kept_by_filters() {
    let server = Server::shared();
    let page = server.page(&format!("/explore?sortby=-gi_year&{STATE}")).expect(200).text();
    assert!(words(&page).contains("Order: GI year, descending described first by name"), "{}", words(&page));
    assert!(page.contains("<input type=\"hidden\" name=\"sortby\" value=\"-gi_year\">"));
    let centres = words(&server.page("/explore?layer=centres").expect(200).text());
    assert!(centres.contains("Order: by name") && !centres.contains("described first"));
    let nothing = words(&server.page("/explore?q=no+such+craft").expect(200).text());
    assert!(!nothing.contains("Order:"));
}

#[test]
fn a_list_on_paper_is_by_name_and_says_so() {
    let server = Server::shared();
    let page = server.page(&format!("/print?{STATE}")).expect(200).text();
    assert!(words(&page).contains("Order: by name"), "{}", words(&page));
    let named = server.json(&format!("/api/collections/clusters/items?{STATE}&limit=100&sortby=name"));
    let names: Vec<String> =
        named["features"].as_array().unwrap().iter().map(|one| text(one, "name").to_owned()).collect();
    let printed: Vec<String> = page
        .split("<th scope=\"row\">")
        .skip(1)
        .map(|row| seen(row.split("</th>").next().unwrap()).text.join(""))
        .collect();
    assert_eq!(printed, names);
    let catalogue = words(&server.page(&format!("/print?form=catalogue&{STATE}")).expect(200).text());
    assert!(catalogue.contains("Order: described first"));
    let embedded = words(&server.page(&format!("/embed?{STATE}")).expect(200).text());
    assert!(embedded.contains("described first"), "{embedded}");
}

#[test]
fn the_downloads_of_a_page_of_data_are_of_the_region_that_was_chosen_on_it() {
    let server = Server::shared();
    let downloads = |page: &str| -> Vec<String> {
        let links = seen(page).links;
        links.into_iter().filter(|link| link.contains("/download?")).collect()
    };
    let all = server.page("/data").expect(200).text();
    assert!(downloads(&all).iter().all(|link| !link.contains("within=")));
    let page = server.page("/data?within=IN-UP").expect(200).text();
    let files = downloads(&page);
    assert_eq!(files.len(), 2 * server.layers().len());
    assert!(files.iter().all(|link| link.ends_with("&within=IN-UP")), "{files:?}");
    assert!(page.contains("<option value=\"IN-UP\" selected>"));
    let count = server.matched("clusters", "within=IN-UP");
    let said = words(&page);
    assert!(said.contains("All downloads and lines on this page: Uttar Pradesh, India."), "{said}");
    assert!(said.contains(&format!("Craft clusters {count} records")), "{said}");
    assert!(page.contains("-where &#34;state = &#39;IN-UP&#39;&#34;"), "no line for GDAL");
    // A district is no option of the form, and stands there once it is chosen.
    let district = server.page("/data?within=IN-UP-197").expect(200).text();
    assert!(district.contains("<option value=\"IN-UP-197\" selected>Varanasi</option>"));
}

#[test]
fn the_form_of_a_region_that_was_left_empty_leads_to_all_and_a_wrong_one_is_said() {
    let server = Server::shared();
    assert_eq!(server.page("/en/data?within=").expect(303).header("location"), "/en/data");
    let wrong = server.page("/data?within=IN-ZZ").expect(400).text();
    assert!(wrong.contains("IN-ZZ") && wrong.contains("/api/regions"), "{wrong}");
}

#[test]
fn every_column_of_a_download_and_every_code_is_described() {
    let server = Server::shared();
    let page = server.page("/data").expect(200).text();
    let tables: Vec<&str> = page.split("<article class=\"data-layer\" id=\"").skip(1).collect();
    for (layer, table) in server.layers().iter().zip(tables) {
        assert!(table.starts_with(&format!("{layer}\"")));
        let csv = server.get(&format!("/api/collections/{layer}/download?f=csv&ids=none")).expect(200).text();
        for column in csv.trim_start_matches('\u{feff}').trim().split(',') {
            let row =
                table.split(&format!("<th scope=\"row\"><code translate=\"no\">{column}</code></th>")).nth(1);
            let row = row.unwrap_or_else(|| panic!("{layer}: {column} is not described"));
            let about = words(row.split("</tr>").next().unwrap());
            assert!(!about.is_empty(), "{layer}: {column}");
        }
        let fields = server.json(&format!("/api/collections/{layer}/queryables"))["properties"].clone();
        for code in
            fields.as_object().unwrap().values().filter_map(|field| field["enum"].as_array()).flatten()
        {
            let code = code.as_str().unwrap();
            assert!(table.contains(&format!("<li><code translate=\"no\">{code}</code> ")), "{layer}: {code}");
        }
    }
}
