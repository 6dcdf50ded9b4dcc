//! Going down the trees of a snapshot with a plan: whole nodes where possible, records at the border.

use crate::aggregate::{Aggregates, Share};
use crate::bound;
use crate::plan::{Area, Plan};
use crate::tree::{Node, Tree};
use karigar_model::Bbox;
use std::ops::Range;

/// A tree and what its nodes know.
#[derive(Debug)]
pub(crate) struct Block {
    pub(crate) tree: Tree,
    pub(crate) aggregates: Aggregates,
}

/// A run of records, all in the area that was asked for.
pub(crate) struct Hit<'a> {
    pub(crate) records: Range<u32>,
    /// Conditions still to be tested on each record, as bits.
    pub(crate) open: u64,
    /// The node whose records these are, when nothing is open.
    pub(crate) node: Option<(&'a Block, u32)>,
    /// How many pass the one condition that is open, where that is known.
    pub(crate) passing: Option<u32>,
}

/// How a box lies to the area.
enum Cover {
    Outside,
    Partly,
    Inside,
}

impl<'a> Plan<'a> {
    /// Gives runs of records to `visit`, together all that can match; `among` is not looked at.
    /// With `settle`, a run stays whole when its count is known.
    pub(crate) fn walk(&self, settle: bool, visit: &mut dyn FnMut(Hit<'a>)) {
        let blocks =
            [(self.placed, &self.snapshot.placed_block), (self.unplaced, &self.snapshot.unplaced_block)];
        for (_, block) in blocks.into_iter().filter(|(wanted, _)| *wanted) {
            if let Some(root) = block.tree.root() {
                self.descend(block, root, self.area.is_some(), self.all_open(), settle, visit);
            }
        }
    }

    fn descend(
        &self,
        block: &'a Block,
        node: Node,
        mut border: bool,
        mut open: u64,
        settle: bool,
        visit: &mut dyn FnMut(Hit<'a>),
    ) {
        if border {
            match self.cover(block.tree.bbox(node.index)) {
                Cover::Outside => return,
                Cover::Inside => border = false,
                Cover::Partly => {}
            }
        }
        let records = block.tree.records(node.index);
        let mut passing = None;
        if !self.judge(block, node.index, records.len() as u32, &mut open, &mut passing) {
            return;
        }
        let settled = settle && open.is_power_of_two() && passing.is_some();
        if !border && (open == 0 || settled) {
            visit(Hit { records, open, node: (open == 0).then_some((block, node.index)), passing });
        } else if node.level > 0 {
            for child in block.tree.children(node) {
                self.descend(block, child, border, open, settle, visit);
            }
        } else if border {
            self.visit_places(block.tree.units(node.index), open, visit);
        } else {
            visit(Hit { records, open, node: None, passing: None });
        }
    }

    /// Closes the conditions that all records of a node pass; false when one passes none. When one condition
    /// stays open and the number that passes it is known, that is `passing`.
    fn judge(&self, block: &Block, node: u32, total: u32, open: &mut u64, passing: &mut Option<u32>) -> bool {
        let mut rest = *open;
        while rest != 0 {
            let at = rest.trailing_zeros();
            rest &= rest - 1;
            match self.conditions[at as usize].share(self.snapshot, &block.aggregates, node, total) {
                Share::None => return false,
                Share::All => *open &= !(1 << at),
                Share::Some(count) => *passing = Some(count),
                Share::Unknown => {}
            }
        }
        true
    }

    /// Visits runs of neighbouring places that lie in the area.
    fn visit_places(&self, places: Range<u32>, open: u64, visit: &mut dyn FnMut(Hit<'a>)) {
        let mut run = 0..0;
        for place in places {
            if !self.holds(place) {
                continue;
            }
            let records = self.snapshot.places.records(place);
            if records.start == run.end && !run.is_empty() {
                run.end = records.end;
                continue;
            }
            if !run.is_empty() {
                visit(Hit { records: run, open, node: None, passing: None });
            }
            run = records;
        }
        if !run.is_empty() {
            visit(Hit { records: run, open, node: None, passing: None });
        }
    }

    /// Whether something in a box may lie in the area.
    pub(crate) fn may_hold(&self, bbox: &Bbox) -> bool {
        !matches!(self.cover(Some(bbox)), Cover::Outside)
    }

    /// How a node lies to the area; a record without a geometry is in every box.
    fn cover(&self, bbox: Option<&Bbox>) -> Cover {
        let (Some(area), Some(bbox)) = (&self.area, bbox) else { return Cover::Inside };
        match (area.boxes_cover(bbox), area.circle_covers(bbox)) {
            (Cover::Outside, _) | (_, Cover::Outside) => Cover::Outside,
            (Cover::Inside, Cover::Inside) => Cover::Inside,
            _ => Cover::Partly,
        }
    }

    /// Gives the passing records of a hit to `visit`: a first record, and bits for it and the next 63.
    pub(crate) fn masks(&self, hit: &Hit<'_>, mut visit: impl FnMut(u32, u64)) {
        let mut start = hit.records.start;
        while start < hit.records.end {
            let length = (hit.records.end - start).min(64);
            visit(start, self.mask(start, length, hit.open));
            start += length;
        }
    }

    /// Gives every matching record to `visit`, in storage order.
    pub(crate) fn each(&self, mut visit: impl FnMut(u32)) {
        if let Some(among) = &self.among {
            return among.iter().copied().filter(|record| self.matches(*record)).for_each(visit);
        }
        self.walk(false, &mut |hit| {
            if hit.open == 0 {
                return hit.records.for_each(&mut visit);
            }
            self.masks(&hit, |start, mut mask| {
                while mask != 0 {
                    visit(start + mask.trailing_zeros());
                    mask &= mask - 1;
                }
            });
        });
    }

    /// How many records match.
    pub(crate) fn count(&self) -> usize {
        if let Some(among) = &self.among {
            return among.iter().filter(|record| self.matches(**record)).count();
        }
        let mut count = 0;
        self.walk(true, &mut |hit| match hit.passing {
            _ if hit.open == 0 => count += hit.records.len(),
            Some(passing) => count += passing as usize,
            None => self.masks(&hit, |_, mask| count += mask.count_ones() as usize),
        });
        count
    }
}

impl Area {
    fn boxes_cover(&self, bbox: &Bbox) -> Cover {
        let Some(boxes) = &self.boxes else { return Cover::Inside };
        if !boxes.iter().any(|wanted| wanted.touches(bbox)) {
            Cover::Outside
        } else if boxes.iter().any(|wanted| contains(wanted, bbox)) {
            Cover::Inside
        } else {
            Cover::Partly
        }
    }

    fn circle_covers(&self, bbox: &Bbox) -> Cover {
        let Some(circle) = &self.circle else { return Cover::Inside };
        if bound::nearest(circle.center, bbox) > circle.radius {
            Cover::Outside
        } else if bound::farthest(circle.center, bbox) <= circle.radius {
            Cover::Inside
        } else {
            Cover::Partly
        }
    }
}

fn contains(outer: &Bbox, inner: &Bbox) -> bool {
    outer.west <= inner.west
        && inner.east <= outer.east
        && outer.south <= inner.south
        && inner.north <= outer.north
}
