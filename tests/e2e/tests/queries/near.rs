//! Near me: what a typed place leads to, and what the page says of it.

use karigar_e2e::{Server, encoded, fixture, list, seen, text};
use std::fmt::Write as _;

/// The share of the judged list that must come out as it was judged.
const WANTED: f64 = 0.95;

/// What the page shows first for a typed place.
#[derive(Debug, PartialEq)]
struct Shown {
    /// Name with its parents; of a country or state to choose from its name alone.
    place: String,
    /// `exact`; `near` where nothing is called so and the page says it; `choose`; `nothing`.
    how: &'static str,
}

fn main_of(query: &str, value: &str) -> String {
    let page = Server::shared().page(&format!("/near?{}", encoded(&[(query, value)]))).expect(200).text();
    let start = page.find("<main").unwrap();
    page[start..page.find("</main>").unwrap()].to_owned()
}

/// The text between two marks, without tags.
fn between(page: &str, begin: &str, end: &str) -> Option<String> {
    let rest = &page[page.find(begin)? + begin.len()..];
    Some(seen(&rest[..rest.find(end)?]).text.concat())
}

fn shown(typed: &str) -> Shown {
    let main = main_of("q", typed);
    if let Some(title) = between(&main, "<section class=\"stack\"><h2>", "</h2>") {
        let place = title.rsplit(" of ").next().unwrap().to_owned();
        return Shown { place, how: "choose" };
    }
    let how = if main.contains("Shown instead:") { "near" } else { "exact" };
    let place = between(&main, "<p class=\"near-here\"><strong>", "</strong>");
    place.map_or(Shown { place: String::new(), how: "nothing" }, |place| Shown { place, how })
}

/// The rows of the judged list: what is typed, the place that is shown, and how.
fn judged() -> Vec<(String, String, String)> {
    let list = std::fs::read_to_string(fixture("places.tsv")).unwrap();
    let cells = list.lines().skip(1).map(|row| row.split('\t').map(str::to_owned).collect::<Vec<_>>());
    cells.map(|cells| <[String; 3]>::try_from(cells).unwrap().into()).collect()
}

/// Where texts stand in the page, which has them all.
fn places<const N: usize>(main: &str, texts: [&str; N]) -> [usize; N] {
    texts.map(|text| main.find(text).unwrap_or_else(|| panic!("{text} is missing: {main}")))
}

#[test]
fn the_office_of_the_very_district_stands_before_one_that_shares_the_state() {
    let main = main_of("q", "226001");
    let order = places(
        &main,
        [
            "Serves Lucknow district",
            "District Industries Centre Lucknow",
            "Of the central handicrafts service",
            "Handicrafts Service Centre Barabanki",
            "<h2>Nearest</h2>",
        ],
    );
    assert!(order.is_sorted(), "{order:?}");
    assert_eq!(main.matches("District Industries Centre Lucknow").count(), 1);
}

#[test]
fn a_centre_whose_services_name_the_help_gives_it_whatever_its_kind() {
    let page = Server::shared().page("/near?q=Bagru&help=training").expect(200).text();
    let order = places(
        &page,
        [
            "Handicrafts Service Centre Jaipur",
            "artisan cards, training",
            "about 27 km",
            "<h2>Nearest training</h2>",
            "Weavers' Service Centre Jaipur",
        ],
    );
    assert!(order.is_sorted(), "{order:?}");
    // Its office does not test: laboratories stand first.
    let page = Server::shared().page("/near?q=Bagru&help=testing").expect(200).text();
    let order = places(&page, ["<h2>Nearest laboratory</h2>", "<h2>For your district</h2>"]);
    assert!(order.is_sorted(), "{order:?}");
}

#[test]
fn a_pin_code_that_is_not_listed_is_said_to_be_so_and_leads_to_its_districts() {
    for (pin, district) in
        [("605001", "IN-PY-635"), ("797001", "IN-NL"), ("700001", "IN-WB-342"), ("७००००१", "IN-WB-342")]
    {
        let main = main_of("q", pin);
        let said = between(&main, "<div class=\"notice notice-warn\" role=\"status\">", "</div>").unwrap();
        assert!(said.contains("is not in our list of 18,898"), "{said}");
        assert!(!main.contains("No place called"), "{pin}");
        assert!(main.contains(&format!("place=regions:{district}")), "{pin}: {main}");
    }
}

#[test]
fn typed_places_lead_where_they_should() {
    let judged = judged();
    let mut wrong = String::new();
    for (typed, place, how) in &judged {
        let found = shown(typed);
        if found.place != *place || found.how != how {
            writeln!(wrong, "{typed}: {found:?} instead of {place}, {how}").unwrap();
        }
    }
    let hits = judged.len() - wrong.lines().count();
    let rate = hits as f64 / judged.len() as f64;
    println!("near: {hits} of {} places, {:.1} %\n{wrong}", judged.len(), 100.0 * rate);
    assert!(judged.len() >= 80 && rate >= WANTED, "{wrong}");
}

#[test]
fn the_search_has_them_among_its_first_answers() {
    let judged = judged();
    let mut wrong = String::new();
    for (typed, place, how) in judged.iter().filter(|(_, _, how)| how != "choose") {
        // Of a place inside one that nobody knows, only Near me takes the other.
        let answer = Server::shared().json(&format!("/api/search?{}", encoded(&[("q", typed)])));
        let first = if how == "near" { 20 } else { 3 };
        let mut labels = list(&answer["features"]).iter().take(first).map(|one| text(one, "label"));
        if !labels.any(|label| label == place) {
            writeln!(wrong, "{typed}: no {place}").unwrap();
        }
    }
    let misses = wrong.lines().count() as f64;
    println!("search: {misses} of {} missed\n{wrong}", judged.len());
    assert!(1.0 - misses / judged.len() as f64 >= WANTED, "{wrong}");
}

#[test]
fn the_labels_of_answers_are_found_again() {
    let server = Server::shared();
    for typed in ["Bidri", "Hala", "221001", "Jodhpur", "Pattachitra", "Kolhapur", "Khurja", "Molela"] {
        let found = server.json(&format!("/api/search?{}", encoded(&[("q", typed), ("limit", "5")])));
        for one in list(&found["features"]) {
            let again = encoded(&[("q", text(one, "label")), ("limit", "5")]);
            let again = server.json(&format!("/api/search?{again}"));
            assert!(list(&again["features"]).iter().any(|two| two["id"] == one["id"]), "{typed}: {one}");
        }
    }
}

#[test]
fn a_place_that_nobody_knows_is_never_silently_another() {
    for typed in ["Moradbad", "pata", "Bhadoli"] {
        let main = main_of("q", typed);
        assert!(main.contains(&format!("No place is called “{typed}”. Shown instead:")), "{typed}");
        assert!(main.contains("Or did you mean:") && main.contains("/near?place="), "{typed}");
    }
    assert!(!main_of("q", "Halla").contains("No place is called"));
}

#[test]
fn a_state_is_offered_by_its_districts_and_these_lead_on() {
    for (typed, part) in [("Punjab", "IN-PB-049"), ("Sindh", "PK-SD-x-matiari"), ("India", "IN-RJ")] {
        let main = main_of("q", typed);
        assert!(main.contains(&format!("/near?place=regions:{part}\"")), "{typed}");
        assert!(!main.contains("near-here"), "{typed}");
        let part = main_of("place", &format!("regions:{part}"));
        assert!(part.contains("near-here") || part.contains("Choose a district"), "{typed}");
    }
    assert!(main_of("q", "Punjab").contains("Punjab, Pakistan"), "the other Punjab is offered");
}

#[test]
fn a_doubtful_pin_and_a_postcode_are_said_to_be_so() {
    assert!(main_of("q", "201303").contains("positions are doubtful"));
    assert!(!main_of("q", "221001").contains("doubtful"));
    assert!(
        main_of("q", "70080")
            .contains("has six digits: is one missing? Postcodes of Pakistan are not in this register")
    );
    assert!(!main_of("q", "qqzzxx").contains("Pakistan"));
}

#[test]
fn what_is_said_of_offices_does_not_contradict_itself() {
    let hala = main_of("q", "Hala");
    assert!(hala.contains("Serves Matiari district") && !hala.contains("No office"), "{hala}");
    let imphal = main_of("q", "Imphal");
    let none =
        imphal.find("No office of the central handicrafts service is known to serve Imphal East").unwrap();
    let next = imphal.find("The nearest such office in Manipur").unwrap();
    let seen = imphal.find("Seen at work in Imphal West").unwrap();
    assert!(none < next && next < seen && imphal[seen..].contains("/centre/hsc-imphal"));
}

#[test]
fn records_are_found_by_the_spelling_of_their_source() {
    let page = Server::shared().page("/explore?q=Halla").expect(200).text();
    assert!(page.contains("/cluster/pk-hala-ajrak"));
    let of_hala = Server::shared().features("clusters", "q=Halla");
    assert!(of_hala.len() >= 4 && of_hala.iter().all(|one| text(one, "place") == "Hala"), "{of_hala:?}");
}

#[test]
fn a_typed_position_is_taken_and_a_wrong_one_is_explained() {
    for typed in [
        "26.9124, 75.7873",
        "26°54'44.6\"N 75°47'14.3\"E",
        "33C-635-JK43",
        "7JRQWQ6P+XW",
        "geo:26.9124,75.7873",
    ] {
        let main = main_of("q", typed);
        assert!(main.contains("near-here") && main.contains("The position that was typed."), "{typed}");
        assert_eq!(shown(typed).place, "Jaipur, Rajasthan, India", "{typed}");
    }
    let two = main_of("q", "75.7873, 26.9124");
    assert!(two.contains("can be read in two ways") && !two.contains("near-here"), "{two}");
    for reading in ["/near?q=75.7873N,26.9124E", "/near?q=26.9124N,75.7873E"] {
        assert!(two.contains(reading), "{reading}");
    }
    let wrong = main_of("q", "39J-49L-L8TA");
    assert!(wrong.contains("“A” stands in no DIGIPIN") && !wrong.contains("near-here"));
}
