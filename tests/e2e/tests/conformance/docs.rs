//! The service description as a page to read (`service-doc`), and its examples.

use crate::{href, only_link};
use karigar_e2e::{Server, encoded, list, seen};
use serde_json::Value;

/// The commands to copy of every operation, with its path.
fn commands(document: &Value) -> Vec<(String, String)> {
    let paths = document["paths"].as_object().unwrap().iter();
    let sources = paths.filter_map(|(path, methods)| {
        Some((path.clone(), methods["get"]["x-codeSamples"][0]["source"].as_str()?.to_owned()))
    });
    sources.collect()
}

/// The address in a command.
fn address(command: &str) -> &str {
    command.split('\'').nth(1).unwrap()
}

#[test]
fn every_example_request_works() {
    let server = Server::shared();
    let document = server.json("/api/openapi.json");
    let commands = commands(&document);
    let without = document["paths"].as_object().unwrap().len() - commands.len();
    // A layer without records has no feature to show.
    let empty = server.layers().iter().filter(|layer| server.matched(layer, "") == 0).count();
    assert_eq!(without, empty);
    for (path, command) in commands {
        assert!(command.starts_with(&format!("curl -s '{}/api", server.address)), "{command}");
        let answer = server.get(address(&command)).expect(200);
        let declared = document["paths"][&path]["get"]["responses"]["200"]["content"].as_object().unwrap();
        let sent = answer.media_type();
        assert!(declared.keys().any(|name| name.split(';').next().unwrap() == sent), "{command}: {sent}");
    }
}

#[test]
fn every_example_value_of_a_shared_parameter_is_taken() {
    let server = Server::shared();
    let document = server.json("/api/openapi.json");
    for (path, command) in commands(&document) {
        for parameter in list(&document["paths"][&path]["get"]["parameters"]) {
            let Some(name) = parameter["$ref"].as_str().and_then(|reference| reference.rsplit('/').next())
            else {
                continue;
            };
            let Some(example) = document["components"]["parameters"][name].get("example") else { continue };
            let value = match example {
                Value::Array(values) => {
                    values.iter().map(|one| one.to_string().replace('"', "")).collect::<Vec<_>>().join(",")
                }
                other => other.to_string().replace('"', ""),
            };
            let mut pairs = vec![(name, value.as_str())];
            if name == "radius" {
                pairs.push(("near", "82.97,25.32"));
            }
            let bare = address(&command).split('?').next().unwrap();
            for needed in ["point=82.97,25.32", "group-by=state", "q=blue"] {
                let (needed, value) = needed.split_once('=').unwrap();
                let required = list(&document["paths"][&path]["get"]["parameters"])
                    .iter()
                    .any(|one| one["name"] == needed && one["required"] == true);
                if required && name != needed {
                    pairs.push((needed, value));
                }
            }
            let _ = server.get(&format!("{bare}?{}", encoded(&pairs))).expect(200);
        }
    }
}

#[test]
fn the_page_shows_every_operation_with_its_parameters_and_leads_to_its_example() {
    let server = Server::shared();
    let document = server.json("/api/openapi.json");
    let address = href(only_link(&server.json("/api"), "service-doc")).to_owned();
    assert!(address.ends_with("/api/docs"), "{address}");
    let page = server.get(&address).expect(200);
    assert_eq!(page.media_type(), "text/html");
    let (html, seen) = (page.text(), seen(&page.text()));
    assert!(!html.contains("<script>") && !html.contains("style=\"color"));
    // A command is code, which stands beside the words.
    let shown = html.replace("&#39;", "'").replace("&#38;", "&");
    let rows = html.matches("<th scope=\"row\">").count();
    let declared = document["paths"].as_object().unwrap().iter();
    let mut parameters = 0;
    for (path, methods) in declared {
        parameters += list(&methods["get"]["parameters"]).len();
        assert!(html.contains(&format!("GET {path}</code>")), "{path}");
    }
    assert_eq!(rows, parameters);
    for (_, command) in commands(&document) {
        let address = self::address(&command);
        assert!(seen.links.iter().any(|link| link == address), "{address}");
        assert!(shown.contains(&command), "{command}");
    }
    let links =
        ["/api/openapi.json", "/api/conformance?f=html"].map(|path| format!("{}{path}", server.address));
    assert!(links.iter().all(|link| seen.links.contains(link)));
}

#[test]
fn the_page_stands_in_every_language_and_its_links_work() {
    let server = Server::shared();
    for path in ["/hi/api/docs", "/ur/api/docs", "/api/docs?lang=hi"] {
        let page = server.page(path).expect(200).text();
        assert!(page.contains("/api/collections/clusters/items?limit=3"), "{path}");
    }
    for link in seen(&server.page("/api/docs").expect(200).text()).links {
        if link.starts_with('/') {
            let status = server.page(&link).status;
            assert!(matches!(status, 200 | 307), "{link}: {status}");
        }
    }
}
