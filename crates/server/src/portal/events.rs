//! Fairs and events in the order in which they come.

use super::{Error, Missing, Snapshot};
use karigar_index::{FeatureRef, LayerSnapshot};
use karigar_model::recurrence::{Recurrence, Yearly};
use karigar_model::{Query, Role};
use time::{Date, Duration, Month, OffsetDateTime};

/// How the table says that an event is held all over its country, and not that its place is not known.
const NATION_WIDE: &str = "nation-wide";

/// The layer of fairs and events.
pub const EVENTS: &str = "events";

/// India's clock is ahead of UTC by so much; its neighbours' clocks differ from it by half an hour at most.
const AHEAD: Duration = Duration::minutes(330);

/// The day it is where the events are.
pub fn today() -> Date {
    (OffsetDateTime::now_utc() + AHEAD).date()
}

/// First and last day.
pub type Days = (Date, Date);
/// The days of an event, and the same as another source has them.
pub type Times = (Days, Option<Days>);

/// An event in time.
pub struct Happening<'a> {
    /// Its record.
    pub feature: FeatureRef<'a>,
    /// When it takes place, in the words of its source.
    pub rule: &'a str,
    /// What the rule says.
    pub recurrence: Recurrence,
    /// First and last day of the next time, where the rule names its days.
    pub next: Option<Days>,
    /// The same as another source has it.
    pub otherwise: Option<Days>,
}

impl<'a> Happening<'a> {
    /// A record of the layer of events, as seen on a day.
    pub fn read(layer: &LayerSnapshot, feature: FeatureRef<'a>, today: Date) -> Self {
        let rule =
            layer.layer().role(Role::Summary).and_then(|field| feature.text(field)).unwrap_or_default();
        let recurrence = Recurrence::read(rule);
        let next = match recurrence {
            Recurrence::Days(yearly) => yearly.next(today),
            _ => None,
        };
        let otherwise = next.and_then(|(first, _)| Yearly::otherwise(rule)?.in_year(first.year()));
        Self { feature, rule, recurrence, next, otherwise }
    }

    /// First and last day of the time that touches a month, and the same as another source has it.
    pub fn in_month(&self, year: i32, month: Month) -> Option<Times> {
        let Recurrence::Days(yearly) = self.recurrence else { return None };
        let number = |date: Date| (date.year(), u8::from(date.month()));
        let starts = [year - 1, year].into_iter().find(|start| {
            let days = yearly.in_year(*start);
            days.is_some_and(|(first, last)| {
                (number(first)..=number(last)).contains(&(year, u8::from(month)))
            })
        })?;
        Some((yearly.in_year(starts)?, Yearly::otherwise(self.rule).and_then(|other| other.in_year(starts))))
    }

    /// What comes next first: days, months from this one on, what comes at an unknown time, what was once.
    fn rank(&self, today: Date) -> (u8, i32) {
        match (self.next, self.recurrence) {
            (Some((first, _)), _) => (0, first.to_julian_day()),
            (None, Recurrence::Months(..)) => {
                let ahead = (0..12_u8).find(|ahead| self.recurrence.touches(today.month().nth_next(*ahead)));
                (1, i32::from(ahead.unwrap_or(12)))
            }
            (None, Recurrence::Once) => (3, 0),
            (None, _) => (2, 0),
        }
    }
}

/// Whether an event is held in every part of its country.
pub fn is_nation_wide(layer: &LayerSnapshot, event: FeatureRef<'_>) -> bool {
    let stated = layer.layer().role(Role::Place).and_then(|field| event.text(field));
    stated.is_some_and(|stated| stated.starts_with(NATION_WIDE))
}

impl Snapshot {
    /// The events that a query finds, what comes next first; for a part of a country also those that are held in all of
    /// it.
    pub fn events(&self, query: &Query, today: Date) -> Result<Vec<Happening<'_>>, Error> {
        let layer = self.layer(EVENTS)?;
        let part = query.within.as_ref().filter(|code| code.level() > 0);
        let country = part.and_then(|code| code.at_level(0));
        let whole = country.map(|country| Query { within: Some(country), ..query.clone() });
        let of_country =
            whole.iter().flat_map(|whole| layer.all(whole)).filter(|one| is_nation_wide(layer, *one));
        let mut events: Vec<Happening<'_>> = layer
            .all(query)
            .chain(of_country)
            .map(|feature| Happening::read(layer, feature, today))
            .collect();
        let name = |event: &Happening<'_>| {
            let field = layer.layer().role(Role::Name);
            field.and_then(|field| event.feature.text(field)).unwrap_or_default().to_owned()
        };
        events.sort_by_cached_key(|event| (event.rank(today), name(event), event.feature.id().to_owned()));
        Ok(events)
    }

    /// The event `id`.
    pub fn event(&self, id: &str, today: Date) -> Result<Happening<'_>, Error> {
        let layer = self.layer(EVENTS)?;
        let feature = layer.get(id).ok_or_else(|| Missing::new("record", id))?;
        Ok(Happening::read(layer, feature, today))
    }
}
