//! Single cases at the edge of what can be asked.

use crate::scan::{Draft, FIELDS, WORLD, layer, published, tree};
use karigar_index::LayerSnapshot;
use karigar_model::query::{Filter, Page, Sort, Start, Test, TextQuery};
use karigar_model::{Bbox, Point, Query, RegionCode, Value};
use std::sync::Arc;

fn snapshot(drafts: &[Draft]) -> LayerSnapshot {
    let (layer, tree) = (Arc::new(layer("point")), Arc::new(tree()));
    let features = published(&layer, drafts, &tree);
    LayerSnapshot::build(layer, features, tree, 3)
}

fn draft(point: Option<(f64, f64)>, family: &str) -> Draft {
    let mut values = vec![Value::Null; FIELDS.len()];
    values[1] = Value::text(family);
    let geometry = point.map(|(lon, lat)| geo_types::Point::new(lon, lat).into());
    Draft { geometry, region: None, values, aliases: vec![] }
}

#[test]
fn an_empty_layer_answers_everything_with_nothing() {
    let empty = snapshot(&[]);
    let query = Query {
        bbox: Some(WORLD),
        within: RegionCode::parse("IN"),
        text: TextQuery::parse("bidri"),
        filters: vec![Filter { field: 1, test: Test::AnyOf(vec!["metal".into()]) }],
        ..Query::default()
    };
    for query in [Query::default(), query] {
        assert_eq!((empty.len(), empty.count(&query), empty.extent()), (0, 0, None));
        assert!(empty.is_empty() && empty.get("").is_none() && empty.all(&query).next().is_none());
        assert!(empty.items(&query, &[], &Page::first(10)).next.is_none());
        assert!(empty.nearest(&query, Point { lon: 0.0, lat: 0.0 }, 10, None).is_empty());
        assert!(empty.aggregate(&query, &[1, 2]).is_empty());
        assert!(empty.facets(&query, &[1])[0].counts.is_empty());
    }
}

#[test]
fn an_unknown_region_holds_nothing() {
    let one = snapshot(&[draft(Some((77.0, 28.0)), "metal")]);
    assert_eq!(one.count(&Query { within: RegionCode::parse("LK"), ..Query::default() }), 0);
}

#[test]
fn a_feature_without_a_geometry_is_in_every_box_and_near_nothing() {
    let snapshot = snapshot(&[draft(None, "metal"), draft(Some((77.0, 28.0)), "metal")]);
    let bbox = Bbox { west: 0.0, south: 0.0, east: 1.0, north: 1.0 };
    assert_eq!(snapshot.count(&Query { bbox: Some(bbox), ..Query::default() }), 1);
    assert_eq!(snapshot.nearest(&Query::default(), Point { lon: 0.0, lat: 0.0 }, 10, None).len(), 1);
}

#[test]
fn any_number_of_filters_hold_together() {
    let snapshot = snapshot(&[draft(Some((77.0, 28.0)), "metal"), draft(None, "metal"), draft(None, "wood")]);
    let filter = |family: &[&str]| {
        let families = family.iter().map(|family| (*family).to_owned()).collect();
        Filter { field: 1, test: Test::AnyOf(families) }
    };
    let mut filters = vec![filter(&["metal", "wood"]); 100];
    assert_eq!(snapshot.count(&Query { filters: filters.clone(), ..Query::default() }), 3);
    filters.push(filter(&["metal"]));
    assert_eq!(snapshot.count(&Query { filters, ..Query::default() }), 2);
}

#[test]
fn no_page_is_empty_but_the_last() {
    let snapshot = snapshot(&vec![draft(None, "metal"); 10]);
    let none = snapshot.items(&Query::default(), &[], &Page::first(0));
    assert!(none.features.is_empty() && none.next.is_none() && none.number_matched == 10);
    let all = snapshot.items(&Query::default(), &[], &Page::first(10));
    assert!(all.features.len() == 10 && all.next.is_none());
    let huge = Page { limit: usize::MAX, start: Start::Offset(3) };
    assert_eq!(snapshot.items(&Query::default(), &[], &huge).features.len(), 7);
}

#[test]
fn a_sort_key_on_a_list_orders_nothing() {
    let snapshot = snapshot(&vec![draft(None, "metal"); 4]);
    let sort = [Sort { field: Some(2), descending: true }];
    let ids = |sort: &[Sort]| -> Vec<String> {
        let items = snapshot.items(&Query::default(), sort, &Page::first(10));
        items.features.iter().map(|feature| feature.id().to_owned()).collect()
    };
    assert_eq!(ids(&sort), ids(&[]));
}

#[test]
fn hundreds_at_one_distance_are_cut_by_id() {
    let crowd = vec![draft(Some((77.0, 28.0)), "metal"); 700];
    let snapshot = snapshot(&crowd);
    let found = snapshot.nearest(&Query::default(), Point { lon: 77.0, lat: 28.1 }, 10, None);
    let first: Vec<&str> = snapshot.all(&Query::default()).take(10).map(|feature| feature.id()).collect();
    assert_eq!(found.iter().map(|near| near.feature.id()).collect::<Vec<_>>(), first);
}
