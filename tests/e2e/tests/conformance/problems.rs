//! Errors: what was wrong, which value, what is allowed, and the name that was meant (RFC 9457).

use karigar_e2e::{Server, list, seen};

fn error_of(path: &str) -> serde_json::Value {
    Server::shared().get(path).parameter_error()
}

#[test]
fn an_error_names_parameter_value_and_what_is_allowed() {
    for (path, parameter, value, allowed) in [
        ("/api/collections/clusters/items?family=wod", "family", "wod", "wood"),
        ("/api/collections/clusters/items?gi_status=yes", "gi_status", "yes", "registered"),
        ("/api/collections/clusters/items?placed=maybe", "placed", "maybe", "true"),
        ("/api/collections/clusters/items?skipGeometry=1", "skipGeometry", "1", "true"),
        ("/api/collections/clusters/items?offset=-1", "offset", "-1", ""),
        ("/api/collections/clusters/items?sortby=materials", "sortby", "materials", "name"),
        ("/api/collections/clusters/items?properties=nam", "properties", "nam", "name"),
        ("/api/collections/clusters/items?within=uttar", "within", "uttar", "/api/regions"),
        ("/api/collections/clusters/items?within=IN-ZZ", "within", "IN-ZZ", "/api/regions"),
        ("/api/collections/clusters/items?state=uttar", "state", "uttar", "/api/regions"),
        ("/api/collections/clusters/items?state=IN-UP,in-zz", "state", "IN-ZZ", "/api/regions"),
        ("/api/collections/clusters/items?region=IN-ZZ", "region", "IN-ZZ", "/api/regions"),
        ("/api/collections/clusters/items?near=1", "near", "1", "longitude,latitude"),
        ("/api/collections/clusters/items?radius=500", "radius", "500", "near"),
        ("/api/collections/clusters/items?near=1,1&radius=-5", "radius", "-5", "metres"),
        ("/api/collections/clusters/items?q=%2C-", "q", ",-", "words"),
        ("/api/collections/organisations/items?centres=many", "centres", "many", "a whole number"),
        ("/api/collections/clusters/nearest?point=181,0", "point", "181,0", "longitude,latitude"),
        ("/api/collections/clusters/nearest?point=1,1&k=0", "k", "0", "1 to 1000"),
        ("/api/collections/clusters/nearest?point=1,1&k=1001", "k", "1001", "1 to 1000"),
        ("/api/collections/clusters/nearest?point=1,1&max_distance=far", "max_distance", "far", "metres"),
        ("/api/collections/clusters/aggregate?group-by=colour", "group-by", "colour", "family"),
        ("/api/regions?level=7", "level", "7", "district"),
        ("/api/collections/clusters/download?f=html", "f", "html", "csv"),
        ("/api/collections/clusters/download?limit=5", "limit", "5", "within"),
    ] {
        let error = error_of(path);
        assert_eq!((&error["parameter"], &error["value"]), (&parameter.into(), &value.into()), "{path}");
        assert!(error["reason"].as_str().is_some_and(|reason| !reason.is_empty()), "{path}: {error}");
        assert!(error["allowed"].as_str().unwrap_or_default().contains(allowed), "{path}: {error}");
    }
}

#[test]
fn what_is_missing_is_said() {
    for (path, parameter) in [
        ("/api/collections/clusters/nearest", "point"),
        ("/api/collections/clusters/aggregate", "group-by"),
        ("/api/search", "q"),
    ] {
        let error = error_of(path);
        assert_eq!(error["parameter"], parameter);
        assert_eq!(error["reason"], "is missing", "{path}");
    }
}

#[test]
fn a_name_written_wrong_brings_the_name_that_was_meant() {
    for (path, meant) in [
        ("/api/collections/clusters/items?famly=metal", "family"),
        ("/api/collections/clusters/items?limt=5", "limit"),
        ("/api/collections/clusters/items?bboxx=1,2,3,4", "bbox"),
        ("/api/search?q=hala&limitt=3", "limit"),
        ("/api/regions?levl=1", "level"),
    ] {
        let reason = error_of(path)["reason"].as_str().unwrap().to_owned();
        assert!(reason.contains(&format!("did you mean `{meant}`?")), "{path}: {reason}");
    }
    let region = Server::shared().get("/api/regions/IN-UQ").expect(404).json();
    assert!(region["detail"].as_str().unwrap().contains("did you mean"), "{region}");
}

#[test]
fn all_errors_are_told_at_once() {
    let answer =
        Server::shared().get("/api/collections/clusters/items?limit=0&bbox=1&family=x&nothing=1").expect(400);
    let problem = answer.json();
    let named: Vec<_> =
        list(&problem["errors"]).iter().map(|error| error["parameter"].as_str().unwrap()).collect();
    for parameter in ["limit", "bbox", "family", "nothing"] {
        assert!(named.contains(&parameter), "{named:?}");
        assert!(problem["detail"].as_str().unwrap().contains(parameter), "{problem}");
    }
    assert_eq!(problem["status"], 400);
    assert_eq!(problem["title"], "Bad Request");
}

#[test]
fn the_same_parameter_twice_is_fine_and_a_contradiction_is_not() {
    let server = Server::shared();
    assert_eq!(
        server.matched("clusters", "family=metal&family=metal"),
        server.matched("clusters", "family=metal")
    );
    assert_eq!(error_of("/api/collections/clusters/items?family=metal&family=wood")["parameter"], "family");
}

#[test]
fn a_path_that_leads_nowhere_is_a_problem_under_the_api_and_a_page_elsewhere() {
    for path in ["/api/nothing", "/api/collections/clusters/itemz", "/api/regions/XX", "/api/crafts/nothing"]
    {
        let answer = Server::shared().get(path).expect(404);
        assert_eq!(answer.header("content-type"), "application/problem+json", "{path}");
        let problem = answer.json();
        assert_eq!(problem["status"], 404, "{path}");
        let last = path.rsplit('/').next().unwrap();
        assert!(problem["detail"].as_str().unwrap().contains(last), "{problem}");
        assert!(problem["type"].is_string() && problem["title"].is_string(), "{problem}");
    }
    let problem = Server::shared().get("/api/nothing").json();
    assert!(problem["detail"].as_str().unwrap().contains("/api/nothing"), "{problem}");
    let page = Server::shared().page("/nothing/here").expect(404);
    assert_eq!(page.media_type(), "text/html");
}

#[test]
fn pages_ignore_what_they_do_not_know() {
    let server = Server::shared();
    let _ = server.page("/explore?utm_source=letter&fbclid=1").expect(200);
}

#[test]
fn a_browser_reads_a_problem_as_a_page() {
    let browser = [("accept", "text/html,application/xhtml+xml,*/*;q=0.8")];
    for (path, status, said) in [
        ("/api/collections/clusters/items?famly=metal", 400, "did you mean `family`?"),
        ("/api/collections/nothing", 404, "called “nothing”"),
        ("/api/regions/IN-ZZ", 404, "IN-ZZ"),
        ("/api/collections/clusters/items/%FF", 400, "%FF"),
        ("/explore?q=%C3%28", 400, "%C3%28"),
        ("/r/IN/%FF", 400, "%FF"),
    ] {
        let answer = Server::shared().ask("GET", path, &browser).expect(status);
        assert_eq!(answer.media_type(), "text/html", "{path}");
        let text = seen(&answer.text()).text.join(" ");
        assert!(text.contains(said), "{path}: {text}");
    }
    let answer = Server::shared().ask("GET", "/api/collections/x%FF/items", &[]).expect(400);
    assert_eq!(answer.media_type(), "application/problem+json");
    assert_eq!(Server::shared().ask("POST", "/explore", &browser).expect(405).media_type(), "text/html");
}

#[test]
fn a_text_longer_than_any_name_is_refused() {
    let long = "a,".repeat(5000);
    for path in ["/api/collections/clusters/items", "/api/collections/clusters/facets", "/api/search"] {
        let error = error_of(&format!("{path}?q={long}"));
        assert_eq!(error["parameter"], "q", "{path}");
        assert!(error["allowed"].as_str().unwrap().contains("letters"), "{path}: {error}");
        assert!(error["value"].as_str().unwrap().len() < 300, "{path}");
    }
    for page in ["explore", "near"] {
        assert_eq!(Server::shared().page(&format!("/{page}?q={long}")).status, 400, "{page}");
    }
    let error = error_of("/api/search?q=%28.*%29");
    assert_eq!(error["value"], "(.*)");
}

#[test]
fn a_parameter_that_is_said_twice_is_refused() {
    for (path, parameter) in [
        ("/api/search?q=hala&q=bidar", "q"),
        ("/api/regions?level=1&level=2", "level"),
        ("/api/collections/clusters/nearest?point=77,28&point=78,28", "point"),
        ("/api/collections/clusters/items?limit=1&limit=2", "limit"),
    ] {
        assert_eq!(error_of(path)["parameter"], parameter, "{path}");
    }
}

#[test]
fn what_is_typed_as_a_name_of_a_parameter_stays_one() {
    let form = [("accept", "text/html")];
    for name in ["x%0D%0AA", "x%00", "x%7F", "a%26family%3Dmetal"] {
        let answer = Server::shared().ask("GET", &format!("/explore?{name}=1&q="), &form);
        assert!(matches!(answer.status, 200 | 303), "{name}: {}", answer.status);
        assert!(
            !answer.header("location").contains("&family=metal"),
            "{name}: {}",
            answer.header("location")
        );
    }
    let long = "a".repeat(300);
    assert_eq!(Server::shared().get(&format!("/assets/{long}")).status, 404);
}
