//! The order of a result, and where a cursor stands in it.

use crate::codes::Codes;
use crate::column::Column;
use crate::snapshot::LayerSnapshot;
use karigar_model::query::{Cursor, Sort};
use karigar_model::{Query, Value};
use std::cmp::Ordering;

/// Sort keys of records; the id breaks ties. Null comes last both upwards and downwards.
pub(crate) struct Order<'a> {
    snapshot: &'a LayerSnapshot,
    keys: Vec<Key<'a>>,
}

/// One sort key.
struct Key<'a> {
    on: On<'a>,
    descending: bool,
}

/// What a key looks at.
#[derive(Clone, Copy)]
enum On<'a> {
    Id,
    Column(&'a Column, &'a Codes),
    /// Lists have no order, so all records are equal.
    Nothing,
}

/// Where a cursor stands: beside or between records, key by key, and then by id.
pub(crate) struct Place(Vec<u64>);

/// More than twice any code; what is subtracted from to turn an order round.
const TURN: u64 = 1 << 40;

impl<'a> Order<'a> {
    pub(crate) fn new(snapshot: &'a LayerSnapshot, sort: &[Sort]) -> Self {
        let on = |field: Option<usize>| match field.map(|field| &snapshot.columns[field]) {
            None => On::Id,
            Some(column) if column.is_list() => On::Nothing,
            Some(column) => On::Column(column, &column.codes),
        };
        let keys = sort.iter().map(|key| Key { on: on(key.field), descending: key.descending }).collect();
        Self { snapshot, keys }
    }

    /// Whether the order is that of ids, and then whether it is turned round.
    pub(crate) fn by_id(&self) -> Option<bool> {
        match self.keys.first() {
            None => Some(false),
            Some(Key { on: On::Id, descending }) => Some(*descending),
            Some(_) => None,
        }
    }

    /// How two records are ordered; never equal unless they are one.
    pub(crate) fn compare(&self, one: u32, other: u32) -> Ordering {
        for key in &self.keys {
            let order = self.weight(key, one).cmp(&self.weight(key, other));
            if order.is_ne() {
                return order;
            }
        }
        self.snapshot.ids.rank(one).cmp(&self.snapshot.ids.rank(other))
    }

    fn weight(&self, key: &Key<'_>, record: u32) -> u64 {
        match key.on {
            On::Nothing => 0,
            On::Id => key.turn(Some(self.id_weight(record))),
            On::Column(_, codes) => key.turn(match codes.get(record) {
                0 => None,
                code => Some(2 * u64::from(code)),
            }),
        }
    }

    fn id_weight(&self, record: u32) -> u64 {
        2 * u64::from(self.snapshot.ids.rank(record)) + 2
    }

    /// Finds where a cursor stands; the feature it names may be gone.
    pub(crate) fn locate(&self, cursor: &Cursor) -> Place {
        let ids = &self.snapshot.ids;
        let before = 2 * u64::from(ids.before(&cursor.id));
        let id = if ids.find(&cursor.id).is_some() { before + 2 } else { before + 1 };
        let mut values = cursor.keys.iter();
        let keys = self.keys.iter().map(|key| {
            let value = values.next().unwrap_or(&Value::Null);
            match key.on {
                On::Nothing => 0,
                On::Id => key.turn(Some(id)),
                On::Column(column, _) => key.turn(column.dictionary.place(value).map(u64::from)),
            }
        });
        Place(keys.chain([id]).collect())
    }

    /// Whether a record comes after a place.
    pub(crate) fn is_after(&self, record: u32, place: &Place) -> bool {
        let own = self.keys.iter().map(|key| self.weight(key, record)).chain([self.id_weight(record)]);
        own.cmp(place.0.iter().copied()) == Ordering::Greater
    }

    /// A cursor that stands at a record.
    pub(crate) fn cursor(&self, record: u32, query: &Query, sort: &[Sort]) -> Cursor {
        let id = self.snapshot.ids.id(record);
        let key = |key: &Key<'_>| match key.on {
            On::Nothing => Value::Null,
            On::Id => Value::Text(id.to_owned()),
            On::Column(column, _) => column.value(record).to_value(),
        };
        Cursor {
            checksum: query.checksum(&self.snapshot.layer().id, sort),
            keys: self.keys.iter().map(key).collect(),
            id: id.to_owned(),
        }
    }
}

impl Place {
    /// Ranks of ids: how many are smaller than the cursor's, and how many are not larger.
    pub(crate) fn ranks(&self) -> (u32, u32) {
        let id = self.0.last().copied().unwrap_or_default();
        ((id.saturating_sub(1) / 2) as u32, (id / 2) as u32)
    }
}

impl Key<'_> {
    /// The weight of a place among codes, or of null.
    fn turn(&self, place: Option<u64>) -> u64 {
        match place {
            None => u64::MAX,
            Some(place) if self.descending => TURN - place,
            Some(place) => place,
        }
    }
}
