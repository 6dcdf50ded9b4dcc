//! Lists: the order that they say they stand in.
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
