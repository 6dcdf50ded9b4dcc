//! What search engines and previews read of the pages: sitemap, robots.txt, schema.org, Open Graph.
#![expect(clippy::unwrap_used, reason = "a story ends where it meets what it did not expect")]

use karigar_e2e::{Server, list};
use serde_json::Value;
use std::collections::BTreeSet;

/// The languages of the pages, the first at addresses without a language.
const LANGUAGES: &[&str] = &["", "/hi"];

/// The things that the markup of a page describes.
fn markup(server: &Server, path: &str) -> Vec<Value> {
    let page = server.page(path).expect(200).text();
    let mut parts = page.split("<script type=\"application/ld+json\">").skip(1);
    let Some(part) = parts.next() else { return Vec::new() };
    assert!(parts.next().is_none(), "{path}: two documents");
    let document: Value = serde_json::from_str(part.split("</script>").next().unwrap()).unwrap();
    assert_eq!(document["@context"], "https://schema.org");
    list(&document["@graph"]).clone()
}

fn of_kind<'a>(things: &'a [Value], kind: &str) -> &'a Value {
    things.iter().find(|thing| thing["@type"] == kind).unwrap_or_else(|| panic!("no {kind} in {things:?}"))
}

#[test]
fn the_sitemap_has_every_page_in_every_language_with_the_others() {
    let server = Server::shared();
    let answer = server.get("/sitemap.xml").expect(200);
    assert_eq!(answer.media_type(), "application/xml");
    let xml = answer.text();
    let named: BTreeSet<&str> =
        xml.split("<loc>").skip(1).map(|rest| rest.split("</loc>").next().unwrap()).collect();
    assert_eq!(named.len(), xml.matches("<loc>").count(), "an address stands twice");
    for language in LANGUAGES {
        for path in
            ["/explore", "/events", "/data", "/cluster/gi-bidriware", "/r/IN/UP/197", "/event/surajkund"]
        {
            let address = format!("{}{language}{path}", server.address);
            assert!(named.contains(address.as_str()), "{address}");
        }
    }
    let bidri = xml.lines().find(|line| line.contains("/hi/cluster/gi-bidriware</loc>")).unwrap();
    for (tag, language) in [("en", ""), ("hi", "/hi"), ("x-default", "")] {
        let link = format!("hreflang=\"{tag}\" href=\"{}{language}/cluster/gi-bidriware\"", server.address);
        assert!(bidri.contains(&link), "no {link} in {bidri}");
    }
    assert!(server.get("/sitemap.xml?part=9").expect(400).text().contains("part = 9"));
}

#[test]
fn a_page_that_the_sitemap_names_is_its_own_canonical_address() {
    let server = Server::shared();
    let xml = server.get("/sitemap.xml").expect(200).text();
    let named: Vec<&str> =
        xml.split("<loc>").skip(1).map(|rest| rest.split("</loc>").next().unwrap()).collect();
    for address in named.iter().step_by(named.len() / 40) {
        let page = server.page(address).expect(200).text();
        assert!(page.contains(&format!("<link rel=\"canonical\" href=\"{address}\">")), "{address}");
        assert!(page.contains(&format!("<meta property=\"og:url\" content=\"{address}\">")), "{address}");
    }
}

#[test]
fn robots_are_kept_from_endless_lists_in_every_language() {
    let server = Server::behind("https://x.test/karigar");
    let text = server.get("/robots.txt").expect(200).text();
    for line in [
        "Disallow: /karigar/api/",
        "Disallow: /karigar/explore?*&",
        "Disallow: /karigar/hi/explore?*&",
        "Disallow: /karigar/en-XA/",
        "Sitemap: https://x.test/karigar/sitemap.xml",
    ] {
        assert!(text.lines().any(|one| one == line), "no {line} in\n{text}");
    }
}

#[test]
fn a_record_says_to_machines_what_it_is_and_where_it_stands() {
    let server = Server::shared();
    for (path, kind) in [
        ("/centre/hsc-jodhpur", "GovernmentOffice"),
        ("/centre/nhdc-varanasi", "Place"),
        ("/cluster/gi-bidriware", "Place"),
        ("/product/tdap-blue-pottery-multan", "Product"),
        ("/org/andhra-pradesh-handicrafts-development-corporation", "Organization"),
        ("/event/handicrafts-week", "Event"),
    ] {
        let things = markup(server, path);
        let thing = of_kind(&things, kind);
        assert_eq!(thing["url"], format!("{}{path}", server.address), "{path}");
        let steps = list(&of_kind(&things, "BreadcrumbList")["itemListElement"]).clone();
        assert_eq!(steps.last().unwrap()["name"], thing["name"], "{path}");
        assert!(steps.iter().enumerate().all(|(at, step)| step["position"] == at + 1), "{path}");
        assert!(thing.get("geo").is_none(), "{path}: a town's centre is said to be its position");
    }
}

#[test]
fn an_event_without_days_is_not_announced_to_machines() {
    let server = Server::shared();
    assert!(markup(server, "/event/nauchandi").iter().all(|thing| thing["@type"] != "Event"));
    assert_eq!(markup(server, "/events").len(), 3);
    for event in markup(server, "/events") {
        assert!(event["startDate"].as_str() <= event["endDate"].as_str(), "{event}");
    }
}

#[test]
fn every_layer_is_a_data_set_with_its_licence_and_files_that_answer() {
    let server = Server::shared();
    let catalogue = markup(server, "/data");
    let sets = list(&of_kind(&catalogue, "DataCatalog")["dataset"]).clone();
    assert_eq!(sets.len(), server.layers().len());
    for set in &sets {
        assert!(set["license"].as_str().unwrap().starts_with("https://"), "{set}");
        for file in list(&set["distribution"]) {
            let answer = server.get(file["contentUrl"].as_str().unwrap()).expect(200);
            assert_eq!(answer.media_type(), file["encodingFormat"], "{set}");
        }
    }
    assert!(markup(server, "/explore?within=IN-UP").is_empty(), "a part is no data set");
}

#[test]
fn a_text_cannot_end_the_markup() {
    let server = Server::shared();
    for path in ["/cluster/gi-bidriware", "/events", "/data"] {
        let page = server.page(path).expect(200).text();
        let part = page.split("ld+json\">").nth(1).unwrap().split("</script>").next().unwrap();
        assert!(!part.contains('<'), "{path}");
    }
}

#[test]
fn a_shared_page_has_a_title_a_sentence_and_its_language() {
    let page = Server::shared().page("/hi/event/handicrafts-week").expect(200).text();
    for part in [
        "<meta property=\"og:site_name\" content=\"",
        "<meta property=\"og:title\" content=\"राष्ट्रीय (अखिल भारतीय) हस्तशिल्प सप्ताह\">",
        "<meta property=\"og:locale\" content=\"hi_IN\">",
        "<meta property=\"og:locale:alternate\" content=\"en_IN\">",
        "<meta property=\"og:description\" content=\"",
        "<meta name=\"twitter:card\" content=\"summary_large_image\">",
    ] {
        assert!(page.contains(part), "no {part}");
    }
}
