//! Pages of features in an order, and all features for a download.

use crate::order::{Order, Place};
use crate::plan::Plan;
use crate::{FeatureRef, Items, LayerSnapshot};
use karigar_model::Query;
use karigar_model::query::{Page, Sort, Start};

/// A random look at a record costs about as much as this many looks in a row.
const LOOK: usize = 16;

impl LayerSnapshot {
    /// How many features match, exactly.
    pub fn count(&self, query: &Query) -> usize {
        Plan::new(self, query).count()
    }

    /// One page of the matches in the order of `sort`, then by bytes of the id. Null comes last, upwards and
    /// downwards; text is ordered by its fold, then by bytes; a key on a field of lists orders nothing.
    pub fn items(&self, query: &Query, sort: &[Sort], page: &Page) -> Items<'_> {
        let plan = Plan::new(self, query);
        let order = Order::new(self, sort);
        let number_matched = plan.count();
        let (skip, after) = match &page.start {
            Start::Offset(skip) => (*skip, None),
            Start::After(cursor) => (0, Some(order.locate(cursor))),
        };
        if page.limit == 0 || skip >= number_matched {
            return Items { number_matched, features: Vec::new(), next: None };
        }
        // One more than asked for tells whether there is a next page.
        let wanted = page.limit.saturating_add(1).min(number_matched);
        let run = Run { plan: &plan, order: &order, after, skip, wanted };
        let records = run.by_walk(number_matched).unwrap_or_else(|| run.by_choice());
        let shown = &records[..page.limit.min(records.len())];
        let last = shown.last().filter(|_| records.len() > shown.len());
        Items {
            number_matched,
            features: shown.iter().map(|record| FeatureRef::new(self, *record)).collect(),
            next: last.map(|last| order.cursor(*last, query, sort)),
        }
    }

    /// Every match in the order of ids, found as it is asked for.
    pub fn all<'a>(&'a self, query: &Query) -> impl Iterator<Item = FeatureRef<'a>> + use<'a> {
        let plan = Plan::new(self, query);
        let few = plan.among.is_some() || plan.count() < self.len() / LOOK;
        let mut listed = Vec::new();
        if few {
            plan.each(|record| listed.push(record));
            listed.sort_unstable_by_key(|record| self.ids.rank(*record));
        }
        let walked = if few { 0 } else { self.len() as u32 };
        let walk = (0..walked).map(|rank| self.ids.record(rank)).filter(move |record| plan.matches(*record));
        listed.into_iter().chain(walk).map(|record| FeatureRef::new(self, record))
    }
}

/// So many matches of an order, from a place on.
struct Run<'a> {
    plan: &'a Plan<'a>,
    order: &'a Order<'a>,
    after: Option<Place>,
    skip: usize,
    /// How many after those that are skipped.
    wanted: usize,
}

impl Run<'_> {
    /// Goes through the ids in order and tests each record: quick when many match. Gives up when it takes
    /// longer than collecting all `matched` would.
    fn by_walk(&self, matched: usize) -> Option<Vec<u32>> {
        let descending = self.order.by_id()?;
        let snapshot = self.plan.snapshot;
        let (count, ids) = (snapshot.len(), &snapshot.ids);
        let start = self.after.as_ref().map_or(0, |after| {
            let (before, up_to) = after.ranks();
            if descending { count - before as usize } else { up_to as usize }
        });
        // Where all match, none of those that are skipped has to be looked at.
        let (start, skip) = if matched == count { (start + self.skip, 0) } else { (start, self.skip) };
        let most = (2 * matched / LOOK).max(self.wanted);
        let wanted = skip + self.wanted;
        if self.plan.among.is_some() || wanted.saturating_mul(count) / matched > most {
            return None;
        }
        let mut found = Vec::with_capacity(wanted);
        for step in (start..count).take(most) {
            let record = ids.record(if descending { count - 1 - step } else { step } as u32);
            if self.plan.matches(record) {
                found.push(record);
            }
            if found.len() == wanted {
                break;
            }
        }
        let complete = found.len() == wanted || start + most >= count;
        complete.then(|| found.split_off(skip.min(found.len())))
    }

    /// Looks at all matches and keeps the first of the order.
    fn by_choice(&self) -> Vec<u32> {
        let wanted = self.skip + self.wanted;
        let mut kept: Vec<u32> = Vec::new();
        let mut last = None;
        self.plan.each(|record| {
            let beyond = last.is_some_and(|last| self.order.compare(record, last).is_gt());
            if beyond || self.after.as_ref().is_some_and(|after| !self.order.is_after(record, after)) {
                return;
            }
            kept.push(record);
            if kept.len() >= 2 * wanted {
                let order = |one: &u32, other: &u32| self.order.compare(*one, *other);
                let (_, middle, _) = kept.select_nth_unstable_by(wanted - 1, order);
                last = Some(*middle);
                kept.truncate(wanted);
            }
        });
        kept.sort_unstable_by(|one, other| self.order.compare(*one, *other));
        kept.truncate(wanted);
        kept.split_off(self.skip.min(kept.len()))
    }
}
