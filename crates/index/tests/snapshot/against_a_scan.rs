//! Every answer of a snapshot equals that of a plain scan.

use crate::scan::{Draft, FIELDS, REGIONS, WORLD, distance, layer, matching, order, published, tree};
use karigar_index::{FeatureRef, LayerSnapshot};
use karigar_model::query::{Circle, Cursor, Filter, Interval, Page, Sort, Start, Test, TextQuery};
use karigar_model::{Bbox, Feature, Layer, Point, PublicFeature, Query, RegionCode, Value};
use proptest::prelude::*;
use proptest::sample::select;
use std::collections::BTreeMap;
use std::sync::Arc;

fn position() -> impl Strategy<Value = Point> {
    let clusters = vec![(77.2, 28.6), (68.4, 25.8), (180.0, 0.0), (-180.0, 0.0), (0.0, 90.0), (12.5, -90.0)];
    let near = (select(clusters.clone()), 0..3i32, 0..3i32).prop_map(|((lon, lat), x, y)| {
        let clamp = |degrees: f64, limit: f64| degrees.clamp(-limit, limit);
        Point { lon: clamp(lon + f64::from(x) * 0.01, 180.0), lat: clamp(lat - f64::from(y) * 0.01, 90.0) }
    });
    let anywhere = (-180.0..=180.0f64, -90.0..=90.0f64).prop_map(|(lon, lat)| Point { lon, lat });
    prop_oneof![
        3 => select(clusters).prop_map(|(lon, lat)| Point { lon, lat }),
        3 => near,
        2 => anywhere,
    ]
}

fn text_of(texts: &'static [&'static str]) -> impl Strategy<Value = Value> {
    prop_oneof![1 => Just(Value::Null), 6 => select(texts).prop_map(|text| Value::Text(text.into()))]
}

const NAMES: &[&str] =
    &["Bidri", "bidri", "Block print", "Blue pottery", "बिदरी", "Āri work", "block", "Printed", ""];
const FAMILIES: &[&str] = &["metal", "textile", "pottery"];
const MATERIALS: &[&str] = &["zinc", "silver", "Blue clay", "cotton"];
const TIMES: &[&str] = &["2026", "2026-02-01/2026-02-15", "2025-11", "2024-12-31"];

fn values() -> impl Strategy<Value = Vec<Value>> {
    let materials = prop::collection::vec(select(MATERIALS).prop_map(str::to_owned), 0..4)
        .prop_map(|texts| if texts.is_empty() { Value::Null } else { Value::List(texts) });
    let year = prop_oneof![Just(Value::Null), (2000..2012i64).prop_map(Value::Integer)];
    let price = prop_oneof![Just(Value::Null), (-8..8i32).prop_map(|n| Value::Number(f64::from(n) / 3.0))];
    let open = prop_oneof![Just(Value::Null), any::<bool>().prop_map(Value::Boolean)];
    let town = prop_oneof![Just(Value::Null), (0..90u8).prop_map(|n| Value::Text(format!("town {n}")))];
    (text_of(NAMES), text_of(FAMILIES), materials, year, price, open, text_of(TIMES), town).prop_map(
        |(name, family, materials, year, price, open, held, town)| {
            vec![name, family, materials, year, price, open, held, Value::Null, town]
        },
    )
}

fn draft() -> impl Strategy<Value = Draft> {
    let geometry = prop::option::weighted(0.85, position())
        .prop_map(|point| point.map(|point| geo_types::Point::new(point.lon, point.lat).into()));
    let aliases =
        prop::collection::vec(select(&["Vidri", "Kalamkari block", "x"]).prop_map(str::to_owned), 0..2);
    (geometry, prop::option::weighted(0.9, 0..REGIONS.len()), values(), aliases)
        .prop_map(|(geometry, region, values, aliases)| Draft { geometry, region, values, aliases })
}

fn drafts() -> impl Strategy<Value = Vec<Draft>> {
    // Now and then a crowd on few points, so that the tree has several levels and a leaf of one place.
    let copies = prop_oneof![4 => Just(1usize), 1 => Just(6usize)];
    (prop::collection::vec(draft(), 0..160), copies)
        .prop_map(|(drafts, copies)| drafts.iter().cycle().take(drafts.len() * copies).cloned().collect())
}

fn bbox() -> impl Strategy<Value = Bbox> {
    prop_oneof![
        (position(), position()).prop_map(|(one, other)| Bbox {
            west: one.lon,
            south: one.lat.min(other.lat),
            east: other.lon,
            north: one.lat.max(other.lat),
        }),
        position().prop_map(Bbox::of_point),
        position().prop_map(|point| Bbox { west: point.lon, east: 180.0, south: -90.0, north: 90.0 }),
        Just(WORLD),
    ]
}

fn radius() -> impl Strategy<Value = f64> {
    prop_oneof![Just(0.0), 0.0..5_000.0, 0.0..2_000_000.0, 0.0..20_100_000.0]
}

fn filter() -> impl Strategy<Value = Filter> {
    let any_of = |field: usize, texts: &'static [&'static str]| {
        prop::collection::vec(select(texts).prop_map(str::to_owned), 0..3)
            .prop_map(move |texts| Filter { field, test: Test::AnyOf(texts) })
    };
    let equals = |field: usize, value: Value| Just(Filter { field, test: Test::Equals(value) });
    prop_oneof![
        any_of(1, &["metal", "textile", "pottery", "glass"]),
        any_of(2, MATERIALS),
        any_of(3, &["2001", "2005", "1066"]),
        any_of(5, &["true", "false"]),
        any_of(7, &["IN-UP-197", "IN-GJ-001", "IN-UP"]),
        any_of(8, &["town 1", "town 2", "town 70", "town 71", "town 89"]),
        any_of(0, &["Bidri", "", "Block print"]),
        equals(2, Value::Text("zinc".into())),
        (2000..2012i64).prop_map(|year| Filter { field: 3, test: Test::Equals(Value::Integer(year)) }),
        (-8..8i32).prop_map(|n| Filter { field: 4, test: Test::Equals(Value::Number(f64::from(n) / 3.0)) }),
        equals(5, Value::Boolean(true)),
        equals(1, Value::Null),
    ]
}

fn query() -> impl Strategy<Value = Query> {
    let circle = (position(), radius()).prop_map(|(center, radius)| Circle { center, radius });
    let text = select(
        &[
            "b",
            "block",
            "block print",
            "\"block print\"",
            "bidri",
            "pr",
            "pri",
            "blue, zinc",
            "nothing",
            "vid",
            "work",
            "works zinc",
            "up block",
            "blue print, zinc",
            "in 197, blu zin",
            "gj",
            "metal",
            "in print",
            "prints",
        ][..],
    )
    .prop_map(|text| TextQuery::parse(text).unwrap());
    let ids = prop::collection::vec((0..1009u32).prop_map(|id| format!("c{id}")), 0..40);
    let datetime = select(&["2026-02-10", "../2025-01-01", "2026-01-01/.."][..])
        .prop_map(|text| Interval::parse("datetime", text).unwrap());
    (
        prop::option::weighted(0.4, bbox()),
        prop::option::weighted(0.3, select(&REGIONS[..]).prop_map(|code| RegionCode::parse(code).unwrap())),
        prop::option::weighted(0.2, circle),
        prop::collection::vec(filter(), 0..3),
        prop::option::weighted(0.2, text),
        prop::option::weighted(0.2, any::<bool>()),
        prop::option::weighted(0.1, ids),
        prop::option::weighted(0.2, datetime),
    )
        .prop_map(|(bbox, within, circle, mut filters, text, placed, ids, datetime)| {
            filters.sort_by_key(|filter| filter.field);
            filters.dedup_by_key(|filter| filter.field);
            Query { bbox, within, circle, filters, text, placed, ids, datetime }
        })
}

fn sort() -> impl Strategy<Value = Vec<Sort>> {
    let field = prop_oneof![Just(None), select(vec![0usize, 1, 3, 4, 5, 6, 7, 8]).prop_map(Some)];
    let key = (field, any::<bool>()).prop_map(|(field, descending)| Sort { field, descending });
    prop::collection::vec(key, 0..3)
}

struct Both {
    layer: Arc<Layer>,
    features: Vec<PublicFeature>,
    snapshot: LayerSnapshot,
}

fn both(drafts: &[Draft]) -> Both {
    let layer = Arc::new(layer("point"));
    let tree = Arc::new(tree());
    // The ids of the drafts are distinct up to 1009 of them.
    let drafts = &drafts[..drafts.len().min(1000)];
    let features = published(&layer, drafts, &tree);
    let snapshot = LayerSnapshot::build(layer.clone(), features.clone(), tree, 7);
    Both { layer, features, snapshot }
}

fn ids<'a>(features: &[&'a PublicFeature]) -> Vec<&'a str> {
    features.iter().map(|feature| feature.id()).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn a_feature_comes_back_as_it_was_published(drafts in drafts()) {
        let Both { features, snapshot, .. } = both(&drafts);
        prop_assert_eq!(snapshot.len(), features.len());
        prop_assert_eq!(snapshot.placed(), features.iter().filter(|f| f.geometry().is_some()).count());
        prop_assert_eq!(snapshot.extent().is_some(), snapshot.placed() > 0);
        prop_assert!(snapshot.get("c1010").is_none());
        for feature in &features {
            let found = snapshot.get(feature.id()).unwrap();
            prop_assert_eq!((found.id(), found.version()), (feature.id(), feature.version()));
            prop_assert_eq!(found.region(), feature.region());
            for field in 0..FIELDS.len() {
                prop_assert_eq!(&Feature::value(&found, field).to_value(), &feature.values()[field]);
            }
            let point = match found.geometry() {
                Some(karigar_model::GeometryRef::Point(point)) => {
                    prop_assert!(snapshot.extent().unwrap().contains(point));
                    Some(geo_types::Point::new(point.lon, point.lat).into())
                }
                _ => None,
            };
            prop_assert_eq!(point.as_ref(), feature.geometry());
        }
    }

    #[test]
    fn counts_and_downloads_are_those_of_a_scan(drafts in drafts(), queries in prop::collection::vec(query(), 6)) {
        let Both { layer, features, snapshot } = both(&drafts);
        for query in &queries {
            let expected = ids(&matching(&layer, &features, query));
            prop_assert_eq!(snapshot.count(query), expected.len(), "{:?}", query);
            let all: Vec<&str> = snapshot.all(query).map(|feature| feature.id()).collect();
            prop_assert_eq!(all, expected, "{:?}", query);
        }
    }

    #[test]
    fn pages_walk_through_every_match_once_and_in_order(
        drafts in drafts(), query in query(), sort in sort(), limits in prop::collection::vec(1..70usize, 1..5),
    ) {
        let Both { layer, features, snapshot } = both(&drafts);
        let mut expected = matching(&layer, &features, &query);
        expected.sort_by(|one, other| order(one, other, &sort));
        let (mut walked, mut start) = (Vec::new(), Start::Offset(0));
        for limit in limits.iter().cycle() {
            let items = snapshot.items(&query, &sort, &Page { limit: *limit, start: start.clone() });
            prop_assert_eq!(items.number_matched, expected.len());
            let by_offset = snapshot.items(&query, &sort, &Page { limit: *limit, start: Start::Offset(walked.len()) });
            let page: Vec<&str> = items.features.iter().map(FeatureRef::id).collect();
            prop_assert_eq!(&page, &by_offset.features.iter().map(FeatureRef::id).collect::<Vec<_>>());
            prop_assert!(page.len() <= *limit);
            walked.extend(page);
            let Some(next) = items.next else { break };
            let checksum = query.checksum(&layer.id, &sort);
            start = Start::After(Cursor::decode(&next.encode(), checksum).unwrap());
        }
        prop_assert_eq!(walked, ids(&expected));
        let beyond = snapshot.items(&query, &sort, &Page { limit: 5, start: Start::Offset(expected.len()) });
        prop_assert!(beyond.features.is_empty() && beyond.next.is_none());
    }

    #[test]
    fn a_cursor_holds_its_place_when_its_feature_is_gone(
        drafts in drafts(), query in query(), sort in sort(), limit in 1..40usize,
    ) {
        let Both { layer, features, snapshot } = both(&drafts);
        let Some(cursor) = snapshot.items(&query, &sort, &Page::first(limit)).next else { return Ok(()) };
        let left: Vec<PublicFeature> = features.iter().filter(|f| f.id() != cursor.id).cloned().collect();
        let after = LayerSnapshot::build(layer.clone(), left, Arc::new(tree()), 8);
        let mut expected = matching(&layer, &features, &query);
        expected.sort_by(|one, other| order(one, other, &sort));
        let page = after.items(&query, &sort, &Page { limit: 1000, start: Start::After(cursor) });
        let page: Vec<&str> = page.features.iter().map(FeatureRef::id).collect();
        prop_assert_eq!(page, ids(&expected[limit..]));
    }

    #[test]
    fn facets_leave_out_their_own_filter(drafts in drafts(), query in query()) {
        let Both { layer, features, snapshot } = both(&drafts);
        let fields = [1, 2, 3, 5, 7, 8];
        let facets = snapshot.facets(&query, &fields);
        prop_assert_eq!(facets.iter().map(|facet| facet.field).collect::<Vec<_>>(), fields);
        for facet in facets {
            let matches = matching(&layer, &features, &query.without_filter(facet.field));
            let labels = |feature: &PublicFeature| match &feature.values()[facet.field] {
                Value::Integer(year) => vec![year.to_string()],
                Value::Boolean(yes) => vec![yes.to_string()],
                value => crate::scan::texts(value),
            };
            let mut counts: BTreeMap<String, usize> =
                features.iter().flat_map(labels).map(|value| (value, 0)).collect();
            for feature in &matches {
                let mut values = labels(feature);
                values.sort();
                values.dedup();
                for value in values {
                    *counts.get_mut(&value).unwrap() += 1;
                }
            }
            let mut expected: Vec<(&str, usize)> =
                counts.iter().map(|(value, count)| (value.as_str(), *count)).collect();
            expected.sort_by(|one, other| other.1.cmp(&one.1).then(one.0.cmp(other.0)));
            let found: Vec<(&str, usize)> = facet.counts.iter().map(|entry| (entry.value, entry.count)).collect();
            prop_assert_eq!(found, expected);
            let missing = matches.iter().filter(|f| f.values()[facet.field].is_null()).count();
            prop_assert_eq!(facet.missing, missing);
            if facet.field != 2 {
                let sum: usize = facet.counts.iter().map(|entry| entry.count).sum();
                prop_assert_eq!(sum + missing, snapshot.count(&query.without_filter(facet.field)));
            }
        }
    }

    #[test]
    fn groups_are_those_of_a_scan(
        drafts in drafts(), query in query(), fields in prop::collection::vec(0..FIELDS.len(), 0..4),
    ) {
        let Both { layer, features, snapshot } = both(&drafts);
        let mut expected: BTreeMap<Vec<String>, usize> = BTreeMap::new();
        for feature in matching(&layer, &features, &query) {
            let mut combinations = vec![vec![]];
            for field in &fields {
                let value = &feature.values()[*field];
                let mut singles = match value {
                    Value::List(texts) => texts.iter().map(|text| format!("{:?}", Value::Text(text.clone()))).collect(),
                    value => vec![format!("{value:?}")],
                };
                singles.sort();
                singles.dedup();
                combinations = combinations
                    .iter()
                    .flat_map(|start: &Vec<String>| {
                        singles.iter().map(move |single| [start.as_slice(), std::slice::from_ref(single)].concat())
                    })
                    .collect();
            }
            for combination in combinations {
                *expected.entry(combination).or_default() += 1;
            }
        }
        let groups = snapshot.aggregate(&query, &fields);
        prop_assert!(groups.is_sorted_by_key(|group| std::cmp::Reverse(group.count)));
        let found: BTreeMap<Vec<String>, usize> = groups
            .iter()
            .map(|group| {
                (group.values.iter().map(|value| format!("{:?}", value.to_value())).collect(), group.count)
            })
            .collect();
        prop_assert_eq!(found.len(), groups.len());
        prop_assert_eq!(found, expected);
    }

    #[test]
    fn the_nearest_are_those_of_a_geodesic_sort(
        drafts in drafts(), query in query(), point in position(), k in 0..400usize,
        limit in prop::option::of(radius()),
    ) {
        let Both { layer, features, snapshot } = both(&drafts);
        let mut expected: Vec<(f64, &str)> = matching(&layer, &features, &query)
            .into_iter()
            .filter_map(|feature| Some((distance(feature, point)?, feature.id())))
            .filter(|(metres, _)| limit.is_none_or(|limit| *metres <= limit))
            .collect();
        expected.sort_by(|one, other| one.0.total_cmp(&other.0).then(one.1.cmp(other.1)));
        expected.truncate(k);
        let found = snapshot.nearest(&query, point, k, limit);
        let found: Vec<(f64, &str)> = found.iter().map(|near| (near.distance, near.feature.id())).collect();
        prop_assert_eq!(found, expected);
    }

    #[test]
    fn regions_add_up_to_the_region_around_them(drafts in drafts(), mut query in query()) {
        let Both { layer, features, snapshot } = both(&drafts);
        let tree = tree();
        query.within = None;
        let matches = matching(&layer, &features, &query);
        let mut within = |code: &RegionCode| {
            query.within = Some(code.clone());
            snapshot.count(&query)
        };
        for region in tree.regions() {
            let own = matches.iter().filter(|feature| feature.region() == Some(&region.code)).count();
            let children: usize = tree.children(Some(&region.code)).iter().map(|child| within(&child.code)).sum();
            prop_assert_eq!(within(&region.code), own + children);
        }
    }
}
