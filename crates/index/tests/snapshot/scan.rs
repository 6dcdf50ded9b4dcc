//! A layer as plain as can be: a vector that every question walks from end to end.

use geo::{Distance, Geodesic, Intersects};
use karigar_model::collation::collation_key;
use karigar_model::fold::fold;
use karigar_model::layer::Common;
use karigar_model::privacy::publish;
use karigar_model::query::{Interval, Sort, Term, Test, TextQuery};
use karigar_model::record::Placement;
use karigar_model::{
    Bbox, Field, Layer, Point, PublicFeature, Query, Record, Region, RegionCode, RegionTree, Role, Value,
    View,
};
use std::cmp::Ordering;
use std::collections::BTreeMap;

pub const WORLD: Bbox = Bbox { west: -180.0, south: -90.0, east: 180.0, north: 90.0 };

/// Fields of the layer of the tests, in order.
pub const FIELDS: [&str; 9] =
    ["name", "family", "materials", "year", "price", "open", "held", "district", "town"];

/// A layer with a field of every kind.
pub fn layer(geometry: &str) -> Layer {
    let fields: String = [
        ("name", "role = \"name\"\nsearchable = true"),
        ("family", "type = \"code\"\nrole = \"category\"\nfacet = true"),
        ("materials", "type = \"code\"\nfacet = true\nmany = true\nsearchable = true"),
        ("year", "type = \"integer\"\nfacet = true"),
        ("price", "type = \"number\""),
        ("open", "type = \"boolean\"\nfacet = true"),
        ("held", "type = \"date\"\nrole = \"time\""),
        ("district", "type = \"code\"\nrole = \"district\"\nfacet = true"),
        ("town", "facet = true"),
    ]
    .iter()
    .map(|(id, rest)| format!("[[fields]]\nid = \"{id}\"\n{rest}\ntitles = {{ en = \"{id}\" }}\n"))
    .collect::<Vec<String>>()
    .concat();
    let head = format!(
        "id = \"crafts\"\npage = \"craft\"\ngeometry = \"{geometry}\"\ntitles = {{ en = \"Crafts\" }}\n"
    );
    Layer::parse(&format!("{head}{fields}"), &Common::default()).unwrap()
}

pub const REGIONS: [&str; 8] = ["IN", "IN-UP", "IN-UP-197", "IN-UP-198", "IN-GJ", "IN-GJ-001", "PK", "PK-PB"];

pub fn tree() -> RegionTree {
    let region = |code: &&str| Region {
        code: RegionCode::parse(code).unwrap(),
        name: (*code).into(),
        names: BTreeMap::new(),
        aliases: vec![],
        bbox: None,
        source: String::new(),
        note: String::new(),
    };
    RegionTree::new(View::India, REGIONS.iter().map(region).collect()).unwrap()
}

/// What a test makes up of one record.
#[derive(Clone, Debug)]
pub struct Draft {
    pub geometry: Option<geo_types::Geometry<f64>>,
    pub region: Option<usize>,
    pub values: Vec<Value>,
    pub aliases: Vec<String>,
}

pub fn published(layer: &Layer, drafts: &[Draft], tree: &RegionTree) -> Vec<PublicFeature> {
    let record = |(number, draft): (usize, &Draft)| Record {
        layer: layer.id.clone(),
        // Ids in an order that is neither that of the drafts nor that of the map.
        id: format!("c{}", (number * 7919 + 13) % 1009),
        version: number as u32 % 3 + 1,
        geometry: draft.geometry.clone(),
        properties: FIELDS.iter().map(|id| (*id).to_owned()).zip(draft.values.iter().cloned()).collect(),
        placement: Placement {
            india: draft.region.map(|region| RegionCode::parse(REGIONS[region]).unwrap()),
            neutral: None,
        },
        aliases: draft.aliases.clone(),
    };
    drafts.iter().enumerate().filter_map(|pair| publish(layer, record(pair), tree)).collect()
}

/// The features that match, by walking all of them, in the order of ids.
pub fn matching<'a>(layer: &Layer, features: &'a [PublicFeature], query: &Query) -> Vec<&'a PublicFeature> {
    let tree = tree();
    let mut found: Vec<&PublicFeature> =
        features.iter().filter(|feature| matches(layer, &tree, feature, query)).collect();
    found.sort_by_key(|feature| feature.id());
    found
}

fn matches(layer: &Layer, tree: &RegionTree, feature: &PublicFeature, query: &Query) -> bool {
    let time = FIELDS.iter().position(|id| *id == "held").unwrap();
    query.bbox.is_none_or(|bbox| match feature.geometry() {
        None => true,
        Some(geo_types::Geometry::Point(point)) => bbox.contains(Point { lon: point.x(), lat: point.y() }),
        Some(shape) => meets(shape, &bbox),
    }) && query.within.as_ref().is_none_or(|outer| feature.region().is_some_and(|code| code.is_within(outer)))
        && query.circle.is_none_or(|circle| {
            distance(feature, circle.center).is_some_and(|metres| metres <= circle.radius)
        })
        && query.filters.iter().all(|filter| passes(&feature.values()[filter.field], &filter.test))
        && query.text.as_ref().is_none_or(|text| {
            let category = |field: &Field| field.role == Some(Role::Category);
            let searched = layer.fields.iter().zip(feature.values());
            let searched = searched.filter(|(field, _)| field.searchable || category(field));
            let named = |code: &RegionCode| {
                let region = tree.get(code).unwrap();
                region
                    .all_names()
                    .map(|(_, name)| name.to_owned())
                    .chain(region.aliases.clone())
                    .collect::<Vec<_>>()
            };
            let around = feature.region().into_iter().flat_map(|code| {
                (0..=code.level()).filter_map(|level| code.at_level(level)).flat_map(|code| named(&code))
            });
            let texts = searched.flat_map(|(_, value)| texts(value)).chain(feature.aliases().iter().cloned());
            holds(text, &texts.chain(around).map(|text| fold(&text)).collect::<Vec<_>>())
        })
        && query.placed.is_none_or(|placed| placed == feature.geometry().is_some())
        && query.ids.as_ref().is_none_or(|ids| ids.iter().any(|id| id == feature.id()))
        && query.datetime.is_none_or(|wanted| match &feature.values()[time] {
            Value::Text(text) => span(text).touches(&wanted),
            _ => true,
        })
}

fn meets(shape: &geo_types::Geometry<f64>, bbox: &karigar_model::Bbox) -> bool {
    let rect = |west, east| geo_types::Rect::new((west, bbox.south), (east, bbox.north)).to_polygon();
    let boxes = if bbox.west > bbox.east {
        vec![rect(bbox.west, 180.0), rect(-180.0, bbox.east)]
    } else {
        vec![rect(bbox.west, bbox.east)]
    };
    // The edge of a box at one end of the world is an edge at the other.
    let ends = [(bbox.west == -180.0, 180.0), (bbox.east == 180.0, -180.0)];
    let touches_end = |(here, lon): (bool, f64)| {
        here && shape.intersects(&geo_types::Line::new((lon, bbox.south), (lon, bbox.north)))
    };
    boxes.iter().any(|bbox| shape.intersects(bbox)) || ends.into_iter().any(touches_end)
}

fn span(text: &str) -> Interval {
    match text.split_once('/') {
        Some((from, to)) => Interval {
            start: Interval::of_date(from).unwrap().start,
            end: Interval::of_date(to).unwrap().end,
        },
        None => Interval::of_date(text).unwrap(),
    }
}

pub fn texts(value: &Value) -> Vec<String> {
    match value {
        Value::Text(text) => vec![text.clone()],
        Value::List(texts) => texts.clone(),
        _ => vec![],
    }
}

/// Whether folded texts hold one of the terms: a phrase in one of them, starting where a word starts; of words each in
/// any, as a beginning, where it has more than two letters, or in the singular.
fn holds(query: &TextQuery, texts: &[String]) -> bool {
    let word_fits = |word: &str, held: &str| {
        let singular = word.strip_suffix('s').filter(|one| one.len() > 2 && !one.ends_with('s'));
        held == word || word.chars().count() > 2 && held.starts_with(word) || Some(held) == singular
    };
    query.terms.iter().any(|term| match term {
        Term::Phrase(phrase) => texts.iter().any(|text| format!(" {text}").contains(&format!(" {phrase}"))),
        Term::Words(words) => words
            .iter()
            .all(|word| texts.iter().any(|text| text.split(' ').any(|held| word_fits(word, held)))),
    })
}

fn passes(value: &Value, test: &Test) -> bool {
    match (test, value) {
        (Test::AnyOf(wanted), Value::Text(_) | Value::List(_)) => {
            texts(value).iter().any(|text| wanted.contains(text))
        }
        (Test::AnyOf(wanted), Value::Integer(number)) => wanted.contains(&number.to_string()),
        (Test::AnyOf(wanted), Value::Boolean(yes)) => wanted.contains(&yes.to_string()),
        (Test::AnyOf(_), _) => false,
        (Test::Equals(Value::Text(wanted)), Value::List(texts)) => texts.contains(wanted),
        (Test::Equals(wanted), value) => !value.is_null() && wanted == value,
    }
}

/// Geodesic metres to a feature that is a point.
pub fn distance(feature: &PublicFeature, from: Point) -> Option<f64> {
    let geo_types::Geometry::Point(to) = feature.geometry()? else { panic!("points only") };
    Some(Geodesic.distance(geo_types::Point::new(from.lon, from.lat), *to))
}

/// The order of two features.
pub fn order(one: &PublicFeature, other: &PublicFeature, sort: &[Sort]) -> Ordering {
    for key in sort {
        let by_key = match key.field {
            None => one.id().cmp(other.id()),
            Some(field) => match (&one.values()[field], &other.values()[field]) {
                (Value::Null, Value::Null) => Ordering::Equal,
                (Value::Null, _) => return Ordering::Greater,
                (_, Value::Null) => return Ordering::Less,
                (Value::Integer(one), Value::Integer(other)) => one.cmp(other),
                (Value::Number(one), Value::Number(other)) => one.partial_cmp(other).unwrap(),
                (Value::Boolean(one), Value::Boolean(other)) => one.cmp(other),
                (Value::Text(one), Value::Text(other)) => {
                    (collation_key(one), one).cmp(&(collation_key(other), other))
                }
                pair => panic!("not to be sorted: {pair:?}"),
            },
        };
        let by_key = if key.descending { by_key.reverse() } else { by_key };
        if by_key.is_ne() {
            return by_key;
        }
    }
    one.id().cmp(other.id())
}
