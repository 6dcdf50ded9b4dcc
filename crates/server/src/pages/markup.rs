//! What a page is about, for search engines: schema.org as JSON-LD. It says nothing that the page does not show.

use super::reach::phones;
use super::record::{ORGANISATIONS, Shown, encoded};
use super::region::CrumbLink;
use super::said;
use super::view::{self, text_of};
use crate::api::Ask;
use crate::i18n::Language;
use crate::portal::crafts::CLUSTERS;
use crate::portal::events::{EVENTS, Happening, today};
use crate::portal::serving::{CENTRES, position};
use karigar_index::{FeatureRef, LayerSnapshot};
use karigar_model::layer::text_in;
use karigar_model::{Layer, Point, Precision, Role};
use serde_json::{Value, json};

/// Kinds of centres that are offices of a government.
const OFFICES: &[&str] = &["regional-office", "service-centre"];

/// The things of a page as one document; empty for none.
pub fn script(things: &[Value]) -> String {
    if things.is_empty() {
        return String::new();
    }
    let document = json!({ "@context": "https://schema.org", "@graph": things });
    // It stands in a script element, which "</script>" in a text would end.
    document.to_string().replace('<', "\\u003c")
}

/// What the page of a record is about, and the steps to it.
pub fn record(shown: &Shown<'_>) -> Vec<Value> {
    let ask = shown.ask;
    let url = ask.absolute(&view::url(shown.root(), shown.described(), shown.feature));
    let row = shown.row();
    let steps = crumbs(ask, &shown.crumbs(), &row.name, &url);
    let description = Some(row.summary.to_string()).filter(|text| !text.is_empty());
    let about =
        json!({ "@id": format!("{url}#it"), "name": *row.name, "description": description, "url": url });
    let more = match shown.described().id.as_str() {
        CENTRES => centre(shown),
        CLUSTERS => json!({ "@type": "Place", "address": address(shown), "geo": geo(shown) }),
        "products" => {
            json!({ "@type": "Product", "countryOfOrigin": country(shown), "material": listed(shown, "materials") })
        }
        ORGANISATIONS => json!({ "@type": "Organization" }),
        EVENTS => match event(ask, shown.layer, &Happening::read(shown.layer, shown.feature, today())) {
            Some(event) => return vec![event, steps],
            None => return vec![steps],
        },
        _ => return vec![steps],
    };
    vec![joined(about, more), steps]
}

/// The events of a page whose days are certain: others have no start, which the vocabulary asks for.
pub fn events(ask: &Ask, layer: &LayerSnapshot, found: &[Happening<'_>]) -> Vec<Value> {
    found.iter().filter_map(|one| event(ask, layer, one)).collect()
}

/// All layers as data sets of one catalogue.
pub fn catalogue(ask: &Ask, language: &Language) -> Vec<Value> {
    let url = ask.absolute(&format!("{}/data", language.root()));
    let sets: Vec<Value> =
        ask.snapshot.layers.iter().map(|layer| data_set(ask, language, layer.layer())).collect();
    let title = language.text("data-title");
    vec![json!({ "@type": "DataCatalog", "@id": url, "name": title, "url": url, "dataset": sets })]
}

/// A layer as a data set.
pub fn data_set(ask: &Ask, language: &Language, layer: &Layer) -> Value {
    let file = |name: &str, kind: &str| {
        let url = ask.api(&format!("/collections/{}/download?f={name}", layer.id));
        json!({ "@type": "DataDownload", "encodingFormat": kind, "contentUrl": url })
    };
    let (title, about) = (layer.title(language.tag), text_in(&layer.descriptions, language.tag));
    let atlas = &ask.snapshot.atlas;
    bare(json!({
        "@type": "Dataset",
        "@id": ask.api(&format!("/collections/{}", layer.id)),
        "name": title,
        "description": if about.is_empty() { title } else { about },
        "url": ask.absolute(&format!("{}/data#{}", language.root(), layer.id)),
        "license": layer.license.as_deref().map(license),
        "version": atlas.version,
        "dateModified": atlas.released,
        "isAccessibleForFree": true,
        "distribution": [file("csv", "text/csv"), file("geojson", "application/geo+json")],
    }))
}

/// The steps to a page; the last is the page itself.
fn crumbs(ask: &Ask, list: &[CrumbLink], name: &str, url: &str) -> Value {
    let steps = list.iter().map(|crumb| (crumb.name.as_str(), ask.absolute(&crumb.url)));
    let steps = steps.chain([(name, url.to_owned())]);
    let item = |(at, (name, url)): (usize, (&str, String))| json!({ "@type": "ListItem", "position": at + 1, "name": name, "item": url });
    json!({ "@type": "BreadcrumbList", "itemListElement": steps.enumerate().map(item).collect::<Vec<_>>() })
}

fn centre(shown: &Shown<'_>) -> Value {
    let office = OFFICES.contains(&shown.role(Role::Category));
    let numbers: Vec<String> =
        phones(shown.field("phone")).into_iter().map(|one| one.tel).filter(|tel| !tel.is_empty()).collect();
    let parent = Some(shown.field("organisation")).filter(|name| !name.is_empty());
    let parent = parent.filter(|_| office).map(|name| json!({ "@type": "Organization", "name": name }));
    json!({
        "@type": if office { "GovernmentOffice" } else { "Place" },
        "address": address(shown),
        "geo": geo(shown),
        "telephone": Some(numbers).filter(|numbers| !numbers.is_empty()),
        "parentOrganization": parent,
    })
}

fn event(ask: &Ask, layer: &LayerSnapshot, event: &Happening<'_>) -> Option<Value> {
    let (first, last) = event.next?;
    let (described, feature, language) = (layer.layer(), event.feature, &ask.language);
    let url = ask.absolute(&view::url(language.root(), described, feature));
    let place = said::place(language, &ask.snapshot, described, feature).to_string();
    Some(bare(json!({
        "@type": "Event",
        "@id": format!("{url}#it"),
        "name": *said::name(language, described, feature),
        "description": event.rule,
        "url": url,
        "startDate": first.to_string(),
        "endDate": last.to_string(),
        "eventSchedule": { "@type": "Schedule", "repeatFrequency": "P1Y", "startDate": first.to_string() },
        "location": Some(place).filter(|place| !place.is_empty())
            .map(|place| json!({ "@type": "Place", "name": place, "address": place })),
    })))
}

fn address(shown: &Shown<'_>) -> Value {
    let state = shown.feature.region().and_then(|code| code.at_level(1));
    let state = state.and_then(|code| shown.snapshot.tree.get(&code));
    let said = |id: &str| Some(shown.value(id)).filter(|text| !text.is_empty());
    bare(json!({
        "@type": "PostalAddress",
        "streetAddress": said("address"),
        "addressLocality": said("place"),
        "postalCode": said("pin"),
        "addressRegion": state.map(|region| region.name_in(shown.language.tag)),
        "addressCountry": shown.feature.region().and_then(|code| code.at_level(0)).map(|code| code.to_string()),
    }))
}

/// Where it is, if that is known exactly: a town's centre is no position of what stands in the town.
fn geo(shown: &Shown<'_>) -> Value {
    exact_point(shown.described(), shown.feature).map_or(
        Value::Null,
        |point| json!({ "@type": "GeoCoordinates", "latitude": point.lat, "longitude": point.lon }),
    )
}

/// The position of a record that is known exactly.
pub fn exact_point(layer: &Layer, feature: FeatureRef<'_>) -> Option<Point> {
    let exact = text_of(layer, feature, Role::Precision).parse() == Ok(Precision::Exact);
    position(feature).filter(|_| exact)
}

fn country(shown: &Shown<'_>) -> Value {
    let country = shown.feature.region().and_then(|code| code.at_level(0));
    let country = country.and_then(|code| shown.snapshot.tree.get(&code));
    country.map_or(
        Value::Null,
        |region| json!({ "@type": "Country", "name": region.name_in(shown.language.tag) }),
    )
}

fn listed(shown: &Shown<'_>, field: &str) -> Option<Vec<String>> {
    let values: Vec<String> = shown.list(field).into_iter().map(str::to_owned).collect();
    Some(values).filter(|values| !values.is_empty())
}

/// The address of a licence that is named as SPDX names it; empty for none.
pub fn license(name: &str) -> String {
    if name.is_empty() || name.contains("://") {
        name.to_owned()
    } else {
        format!("https://spdx.org/licenses/{}.html", encoded(name))
    }
}

/// Two descriptions of one thing.
fn joined(mut one: Value, other: Value) -> Value {
    if let (Value::Object(one), Value::Object(other)) = (&mut one, other) {
        one.extend(other);
    }
    bare(one)
}

/// Without what is not known.
fn bare(thing: Value) -> Value {
    match thing {
        Value::Object(members) => members.into_iter().filter(|(_, value)| !value.is_null()).collect(),
        other => other,
    }
}
