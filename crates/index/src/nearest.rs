//! The features nearest to a point.
//!
//! Nodes, places and places with their exact distance wait in one heap, by a bound that is never more than
//! the distance. What comes out first decides: a node opens, a place gets its distance, a distance is final.

use crate::aggregate::Share;
use crate::bound;
use crate::plan::Plan;
use crate::tree::Node;
use crate::{FeatureRef, LayerSnapshot, Neighbour};
use karigar_model::{Point, Query};
use std::cmp::Ordering;
use std::collections::BinaryHeap;

impl LayerSnapshot {
    /// The `k` matches nearest to `point` and no farther than `max_distance` geodesic metres: by distance,
    /// and by id where that is equal. Features without a geometry are nowhere near.
    pub fn nearest(
        &self,
        query: &Query,
        point: Point,
        k: usize,
        max_distance: Option<f64>,
    ) -> Vec<Neighbour<'_>> {
        let plan = Plan::new(self, query);
        if !plan.placed || k == 0 {
            return Vec::new();
        }
        let limit = max_distance.unwrap_or(f64::INFINITY);
        let mut search = Search { plan: &plan, point, limit, heap: BinaryHeap::new() };
        search.start();
        search.run(k)
    }
}

/// Something that waits for its turn.
#[derive(Clone, Copy)]
struct Waiting {
    /// Metres: a bound, or for [`What::Near`] the distance.
    distance: f64,
    what: What,
}

/// In the order in which they take their turn at one distance.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum What {
    Node {
        level: u32,
        index: u32,
    },
    Place(u32),
    /// A place whose distance is known.
    Near(u32),
}

struct Search<'a, 'p> {
    plan: &'p Plan<'a>,
    point: Point,
    limit: f64,
    heap: BinaryHeap<Waiting>,
}

impl<'a> Search<'a, '_> {
    /// Puts the root into the heap, or the places of the only records that may match.
    fn start(&mut self) {
        let snapshot = self.plan.snapshot;
        let Some(among) = &self.plan.among else {
            if let Some(root) = snapshot.placed_block.tree.root() {
                self.wait(0.0, What::Node { level: root.level, index: root.index });
            }
            return;
        };
        let mut last = None;
        for place in among.iter().filter_map(|record| snapshot.place_of(*record)) {
            if last != Some(place) {
                self.wait(snapshot.places.at_least(place, self.point), What::Place(place));
            }
            last = Some(place);
        }
    }

    fn wait(&mut self, distance: f64, what: What) {
        if distance <= self.limit {
            self.heap.push(Waiting { distance, what });
        }
    }

    fn run(&mut self, k: usize) -> Vec<Neighbour<'a>> {
        let mut found: Vec<Neighbour<'a>> = Vec::new();
        while found.len() < k {
            let Some(Waiting { distance, what }) = self.heap.pop() else { break };
            match what {
                What::Node { level, index } => self.open(Node { level, index }),
                What::Place(place) => self.measure(place),
                What::Near(place) => self.take(place, distance, k, &mut found),
            }
        }
        found
    }

    fn open(&mut self, node: Node) {
        let plan = self.plan;
        let block = &plan.snapshot.placed_block;
        if node.level == 0 {
            for place in block.tree.units(node.index) {
                self.wait(plan.snapshot.places.at_least(place, self.point), What::Place(place));
            }
            return;
        }
        for child in block.tree.children(node) {
            let total = block.tree.records(child.index).len() as u32;
            let empty = |share| share == Share::None;
            let mut conditions = plan.conditions.iter();
            if conditions.any(|test| empty(test.share(plan.snapshot, &block.aggregates, child.index, total)))
            {
                continue;
            }
            if let Some(bbox) = block.tree.bbox(child.index)
                && plan.may_hold(bbox)
            {
                let what = What::Node { level: child.level, index: child.index };
                self.wait(bound::nearest(self.point, bbox), what);
            }
        }
    }

    fn measure(&mut self, place: u32) {
        if self.plan.holds(place) && self.matches_at(place).next().is_some() {
            self.wait(self.plan.snapshot.places.distance(place, self.point), What::Near(place));
        }
    }

    /// Records of a place that match, in the order of their ids.
    fn matches_at(&self, place: u32) -> impl Iterator<Item = u32> + use<'_, 'a> {
        let plan = self.plan;
        let listed =
            move |record: &u32| plan.among.as_ref().is_none_or(|among| among.binary_search(record).is_ok());
        plan.snapshot.places.records(place).filter(move |record| listed(record) && plan.passes(*record))
    }

    /// Takes all places at one distance together, for their records are in the order of ids.
    fn take(&mut self, first: u32, distance: f64, k: usize, found: &mut Vec<Neighbour<'a>>) {
        let snapshot = self.plan.snapshot;
        let wanted = k - found.len();
        let mut records: Vec<u32> = self.matches_at(first).take(wanted).collect();
        while let Some(Waiting { what: What::Near(place), .. }) =
            self.heap.peek().copied().filter(|next| next.distance == distance)
        {
            self.heap.pop();
            records.extend(self.matches_at(place).take(wanted));
        }
        records.sort_unstable_by_key(|record| snapshot.ids.rank(*record));
        records.truncate(wanted);
        found.extend(
            records
                .into_iter()
                .map(|record| Neighbour { feature: FeatureRef::new(snapshot, record), distance }),
        );
    }
}

impl Ord for Waiting {
    /// The heap gives the largest first, so the nearest is the largest.
    fn cmp(&self, other: &Self) -> Ordering {
        other.distance.total_cmp(&self.distance).then(other.what.cmp(&self.what))
    }
}

impl PartialOrd for Waiting {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Waiting {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for Waiting {}
