//! Fairs and events: the page, the calendar file, the list of the API.
#![expect(clippy::unwrap_used, reason = "a story ends where it meets what it did not expect")]

use karigar_e2e::{Answer, Server, list, seen, table};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// The events of the atlas whose rules name the days of every year, with these days.
const CERTAIN: &[(&str, &str, &str)] =
    &[("handicrafts-week", "1208", "1215"), ("handloom-day", "0807", "0808"), ("sargaalaya", "1220", "0106")];

fn name<'a>(event: &'a Value, member: &str) -> &'a str {
    event[member].as_str().unwrap()
}

/// The properties of every event of a calendar file, by name without parameters.
fn entries(answer: &Answer) -> Vec<BTreeMap<String, String>> {
    assert_eq!(answer.header("content-type"), "text/calendar; charset=utf-8");
    let file = answer.text();
    assert!(file.starts_with("BEGIN:VCALENDAR\r\n") && file.ends_with("END:VCALENDAR\r\n"), "{file}");
    assert_eq!(file.matches('\n').count(), file.matches("\r\n").count(), "a line ends without CR");
    for line in file.split("\r\n") {
        assert!(line.len() <= 75, "{} octets: {line}", line.len());
    }
    let unfolded = file.replace("\r\n ", "");
    let blocks = unfolded.split("BEGIN:VEVENT\r\n").skip(1);
    let block = |block: &str| {
        let lines = block.split("END:VEVENT").next().unwrap().lines();
        lines
            .map(|line| line.split_once(':').unwrap())
            .map(|(name, value)| (name.split(';').next().unwrap().to_owned(), value.to_owned()))
            .collect()
    };
    blocks.map(block).collect()
}

#[test]
fn the_file_holds_the_events_whose_days_are_certain_and_no_others() {
    let server = Server::shared();
    let events = entries(&server.get("/events.ics").expect(200));
    let held: BTreeSet<&str> = events.iter().map(|event| event["UID"].split('@').next().unwrap()).collect();
    assert_eq!(held, CERTAIN.iter().map(|(id, ..)| *id).collect());
    for event in &events {
        let id = event["URL"].rsplit('/').next().unwrap();
        let (_, first, end) = CERTAIN.iter().find(|(known, ..)| *known == id).unwrap();
        assert!(event["DTSTART"].ends_with(first) && event["DTEND"].ends_with(end), "{event:?}");
        assert_eq!(event["RRULE"], "FREQ=YEARLY");
        assert!(event["DESCRIPTION"].contains("\\nSource: "), "{event:?}");
        assert_eq!(event["URL"], format!("{}/event/{id}", server.address));
        assert!(!event.contains_key("GEO"), "no event of the atlas is placed exactly: {event:?}");
    }
}

#[test]
fn a_uid_and_a_stamp_stay_what_they_are_in_every_language_and_part() {
    let server = Server::shared();
    let key = |event: &BTreeMap<String, String>| {
        (event["UID"].clone(), event["DTSTAMP"].clone(), event["DTSTART"].clone())
    };
    let whole: Vec<_> = entries(&server.get("/events.ics").expect(200)).iter().map(key).collect();
    for path in ["/hi/events.ics", "/api/events.ics"] {
        let same: Vec<_> = entries(&server.get(path).expect(200)).iter().map(key).collect();
        assert_eq!(same, whole, "{path}");
    }
    let one = server.get("/event/handicrafts-week.ics").expect(200);
    assert_eq!(one.header("content-disposition"), "attachment; filename=\"handicrafts-week.ics\"");
    assert!(entries(&one).iter().map(key).all(|event| whole.contains(&event)));
    let kerala = entries(&server.get("/events.ics?within=IN-KL").expect(200));
    assert_eq!(
        kerala.iter().map(|event| event["SUMMARY"].as_str()).collect::<BTreeSet<_>>(),
        BTreeSet::from([
            "National (All India) Handicrafts Week",
            "National Handloom Day",
            "Sargaalaya International Arts and Crafts Festival",
        ])
    );
}

#[test]
fn an_event_without_certain_days_has_no_file_and_says_so() {
    let server = Server::shared();
    let certain: Vec<&str> = CERTAIN.iter().map(|(id, ..)| *id).collect();
    for row in table("tables/events.csv") {
        let id = row["id"].as_str();
        let page = server.page(&format!("/event/{id}")).expect(200).text();
        let file = server.page(&format!("/event/{id}.ics"));
        if certain.contains(&id) {
            assert!(page.contains(&format!("/event/{id}.ics")), "{id}");
            let _ = file.expect(200);
        } else {
            assert!(page.contains("The next date is not announced."), "{id}");
            assert!(!page.contains(".ics"), "{id}");
            assert!(file.expect(404).text().contains("are not announced"), "{id}");
        }
    }
}

#[test]
fn what_comes_next_stands_first_and_what_nobody_has_announced_is_said_to_be_so() {
    let page = Server::shared().page("/events").expect(200).text();
    let at = |words: &str| page.find(words).unwrap_or_else(|| panic!("no {words}"));
    let headings = ["Date not announced", "Known from one time", "The year ahead"].map(at);
    assert!(headings.is_sorted(), "{headings:?}");
    let names: BTreeMap<String, String> = table("tables/events.csv")
        .into_iter()
        .map(|mut row| (row.remove("id").unwrap(), row.remove("name").unwrap()))
        .collect();
    let body = seen(&page).text.join("\n");
    for name in names.values() {
        assert!(body.contains(name.as_str()), "{name} is missing");
    }
    assert!(page[headings[1]..headings[2]].contains(&names["psic-crafts-expo"]));
    assert!(page[headings[0]..headings[1]].contains(&names["nauchandi"]));
    // Of its six months only the first is named: of the time that goes on, and of the next one.
    assert!(page[headings[2]..].matches("/event/rann-utsav").count() <= 2);
}

#[test]
fn who_wants_to_sell_is_told_whom_to_ask_or_that_no_source_says_so() {
    let expo = Server::shared().page("/event/tdap-hyderabad-expo").expect(200).text();
    assert!(expo.contains("Ask the organiser") && expo.contains("/org/"), "{expo}");
    let fair = Server::shared().page("/event/nauchandi").expect(200).text();
    assert!(fair.contains("How to take part") && !fair.contains("Ask the organiser"));
    assert!(fair.contains("/schemes?need=markets") && fair.contains("/near?help=market"));
}

#[test]
fn days_keep_their_order_from_right_to_left() {
    let page = Server::shared().page("/ur/events").expect(200).text();
    assert!(page.contains("\u{2066}8–\u{2060}14\u{2069}"), "{page}");
    assert!(page.contains("<bdi dir=\"ltr\">8–14</bdi>"));
}

#[test]
fn both_sources_of_handicrafts_week_are_shown() {
    let server = Server::shared();
    for path in ["/events", "/event/handicrafts-week"] {
        let page = server.page(path).expect(200).text();
        for days in ["8–14 December", "8–15 December"] {
            assert!(page.contains(days), "{path}: no {days}");
        }
    }
    let events = server.json("/api/events");
    let week = list(&events["events"]).iter().find(|one| name(one, "id") == "handicrafts-week").unwrap();
    assert!(week["next"]["last"].as_str().unwrap().ends_with("-12-14"), "{week}");
    assert!(week["otherwise"]["last"].as_str().unwrap().ends_with("-12-15"), "{week}");
}

#[test]
fn the_list_of_the_api_has_every_event_once_with_days_only_where_the_rule_names_them() {
    let server = Server::shared();
    let answer = server.json("/api/events");
    let events = list(&answer["events"]);
    assert_eq!(answer["numberMatched"].as_u64(), Some(table("tables/events.csv").len() as u64));
    let dated: BTreeSet<&str> =
        events.iter().filter(|one| !one["next"].is_null()).map(|one| name(one, "id")).collect();
    assert_eq!(dated, CERTAIN.iter().map(|(id, ..)| *id).collect());
    let next: Vec<&str> = events.iter().filter_map(|one| one["next"]["first"].as_str()).collect();
    assert!(next.is_sorted(), "{next:?}");
    assert_eq!(events.last().unwrap()["recurrence"], "once");
    let pakistan = server.json("/api/events?within=PK");
    assert!(list(&pakistan["events"]).iter().all(|one| name(one, "region").starts_with("PK")));
    let refused = server.get("/api/events?colour=red").parameter_error();
    assert_eq!(refused["parameter"], "colour");
}

#[test]
fn a_region_narrows_the_page_to_its_own_events_and_those_of_the_whole_country() {
    let page = Server::shared().page("/events?within=IN-RJ").expect(200).text();
    assert!(page.contains("Pushkar Fair") && !page.contains("Surajkund"));
    assert!(page.contains("of them are held in all of India") && page.contains("Handicrafts Week</a>"));
    assert!(page.contains("/events.ics?within=IN-RJ"));
    let _ = Server::shared().page("/events?within=nowhere").expect(400);
}

#[test]
fn what_is_held_in_a_whole_country_stands_in_the_calendar_of_each_state_and_none_is_empty() {
    let server = Server::shared();
    for state in ["IN-UP", "IN-OD"] {
        let page = server.page(&format!("/events?within={state}")).expect(200).text();
        assert!(
            page.contains("/event/handicrafts-week\"") && page.contains("of them are held in all of India"),
            "{state}"
        );
        let file = server.page(&format!("/events.ics?within={state}")).expect(200).text();
        assert!(file.contains("UID:handicrafts-week@"), "{file}");
        // A place that nobody names is not everywhere.
        let listed = list(&server.json(&format!("/api/events?within={state}"))["events"]).clone();
        assert!(listed.iter().all(|one| one["id"] != "india-carpet-expo"), "{state}");
        assert!(
            page.contains("2 of them are held") && page.contains("Known only to the country:"),
            "{state}"
        );
    }
    let sindh = server.page("/events?within=PK-SD").expect(200).text();
    assert!(!sindh.contains("/events.ics") && !sindh.contains("handicrafts-week"));
}
