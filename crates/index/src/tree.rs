//! A packed tree over records in storage order: flat arrays, no pointers.
//!
//! Leaves are runs of records, each about [`LEAF`] long, cut only where a place ends; so a place with many
//! records is a leaf whose box has no area. The nodes of a level stand one after the other, leaves first and
//! the root last, and the children of a node are a run of the level below.

use karigar_model::Bbox;
use std::ops::Range;

/// Records a leaf holds, unless one place has more.
const LEAF: u32 = 128;
/// Children of a node.
const FAN_OUT: u32 = 16;

/// The nodes of a packed tree.
#[derive(Debug, Default)]
pub(crate) struct Tree {
    /// First node of each level, leaves first, and the end of the last level.
    levels: Vec<u32>,
    /// Records of each node.
    spans: Vec<Range<u32>>,
    /// Units (places, or single records) of each leaf.
    units: Vec<Range<u32>>,
    /// Box of each node; none in a tree without geometry.
    boxes: Vec<Bbox>,
}

/// A node with its level, 0 for a leaf.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Node {
    pub(crate) level: u32,
    pub(crate) index: u32,
}

impl Tree {
    /// Builds over units 0…`count`, each with its records (`records`) and, in a tree of places, its box.
    pub(crate) fn build(
        count: u32,
        records: impl Fn(u32) -> Range<u32>,
        bbox: impl Fn(u32) -> Option<Bbox>,
    ) -> Self {
        let mut tree = Self::default();
        let mut start = 0;
        for unit in 0..count {
            let full = records(unit).end - records(start).start > LEAF;
            if full && unit > start {
                tree.push_leaf(start..unit, &records, &bbox);
                start = unit;
            }
        }
        if start < count {
            tree.push_leaf(start..count, &records, &bbox);
        }
        tree.stack();
        tree
    }

    fn push_leaf(
        &mut self,
        units: Range<u32>,
        records: &impl Fn(u32) -> Range<u32>,
        bbox: &impl Fn(u32) -> Option<Bbox>,
    ) {
        self.spans.push(records(units.start).start..records(units.end - 1).end);
        self.boxes.extend(around(units.clone().filter_map(bbox)));
        self.units.push(units);
    }

    /// Stacks levels of parents upon the leaves until one node is left.
    fn stack(&mut self) {
        let (mut start, mut end) = (0, self.spans.len() as u32);
        self.levels = vec![0, end];
        while end - start > 1 {
            for first in (start..end).step_by(FAN_OUT as usize) {
                let children = first as usize..(first + FAN_OUT).min(end) as usize;
                self.spans.push(self.spans[children.start].start..self.spans[children.end - 1].end);
                if !self.boxes.is_empty() {
                    self.boxes.extend(around(self.boxes[children].iter().copied()));
                }
            }
            (start, end) = (end, self.spans.len() as u32);
            self.levels.push(end);
        }
    }

    /// The node that holds all, unless the tree is empty.
    pub(crate) fn root(&self) -> Option<Node> {
        let index = (self.spans.len() as u32).checked_sub(1)?;
        Some(Node { level: self.levels.len() as u32 - 2, index })
    }

    /// The nodes right below; none for a leaf.
    pub(crate) fn children(&self, node: Node) -> impl Iterator<Item = Node> + use<> {
        let children = match node.level.checked_sub(1) {
            None => 0..0,
            Some(below) => {
                let first = self.levels[below as usize];
                let own = self.levels[node.level as usize];
                let start = first + (node.index - own) * FAN_OUT;
                start..(start + FAN_OUT).min(own)
            }
        };
        children.map(move |index| Node { level: node.level - 1, index })
    }

    /// Indices of the nodes right below; none for a leaf.
    pub(crate) fn child_indices(&self, index: u32) -> Range<u32> {
        let level = self.levels.partition_point(|first| *first <= index) as u32 - 1;
        let mut children = self.children(Node { level, index });
        children.next().map_or(0..0, |first| first.index..first.index + 1 + children.count() as u32)
    }

    /// Number of nodes.
    pub(crate) fn len(&self) -> u32 {
        self.spans.len() as u32
    }

    /// Records of a node, a run in storage order.
    pub(crate) fn records(&self, index: u32) -> Range<u32> {
        self.spans[index as usize].clone()
    }

    /// Units of a leaf.
    pub(crate) fn units(&self, leaf: u32) -> Range<u32> {
        self.units[leaf as usize].clone()
    }

    /// Box of a node; nothing in a tree without geometry.
    pub(crate) fn bbox(&self, index: u32) -> Option<&Bbox> {
        self.boxes.get(index as usize)
    }
}

fn around(boxes: impl Iterator<Item = Bbox>) -> Option<Bbox> {
    boxes.reduce(|mut all, bbox| {
        all.extend(&bbox);
        all
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tree(count: u32, each: u32) -> Tree {
        let bbox =
            |unit: u32| Some(Bbox { west: f64::from(unit), south: 0.0, east: f64::from(unit), north: 1.0 });
        Tree::build(count, |unit| unit * each..(unit + 1) * each, bbox)
    }

    #[test]
    fn children_share_out_the_records_of_their_parent() {
        for (count, each) in [(0, 1), (1, 1), (1, 1000), (50_000, 1), (300, 200), (3000, 50)] {
            let tree = tree(count, each);
            let Some(root) = tree.root() else {
                assert_eq!(count, 0);
                continue;
            };
            assert_eq!(tree.records(root.index), 0..count * each);
            let mut open = vec![root];
            while let Some(node) = open.pop() {
                let children: Vec<Node> = tree.children(node).collect();
                assert_eq!(children.is_empty(), node.level == 0);
                let indices: Vec<u32> = children.iter().map(|child| child.index).collect();
                assert_eq!(tree.child_indices(node.index).collect::<Vec<_>>(), indices);
                let mut next = tree.records(node.index).start;
                for child in &children {
                    assert_eq!(tree.records(child.index).start, next);
                    next = tree.records(child.index).end;
                }
                assert!(children.is_empty() || next == tree.records(node.index).end);
                open.extend(children);
            }
        }
    }

    #[test]
    fn a_place_with_many_records_is_a_leaf_of_its_own() {
        let tree = tree(10, 100);
        assert_eq!((tree.units(0), tree.records(0)), (0..1, 0..100));
    }
}
