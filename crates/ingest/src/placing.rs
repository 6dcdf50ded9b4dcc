//! Where a record lies, in both views, from the names in its row and its position.
//!
//! The source's state wins. The outlines give the district inside that state; where they have none, or the
//! position is known no more exactly than the state, the district is the one that the row names, and
//! without one the record stays at its state.

use crate::table::Row;
use crate::{Geography, RowError};
use karigar_model::record::Placement;
use karigar_model::{Locate, Point, Precision, RegionCode, View};
use std::collections::BTreeMap;

/// Who finds regions by position, in each view.
pub type Locators<'a> = BTreeMap<View, &'a dyn Locate>;

/// How far outside an outline a position may lie and still count as inside, in degrees: outlines are
/// generalised, and points of post offices and towns are some kilometres off.
pub const TOLERANCE: f64 = 0.12;

/// Columns of a row that name its region, from the country down.
pub(crate) const REGION_COLUMNS: [&str; 3] = ["country", "state_or_province", "district"];

/// Places a row of the atlas.
pub(crate) fn place(
    geography: &Geography,
    locators: &Locators<'_>,
    row: Row<'_>,
    position: Option<(Point, Precision)>,
    errors: &mut Vec<RowError>,
) -> Placement {
    let mut found = BTreeMap::new();
    let mut problems: Vec<RowError> = Vec::new();
    for view in View::ALL {
        let mut of_view = Vec::new();
        let code = in_view(geography, locators.get(&view).copied(), view, row, position, &mut of_view);
        found.insert(view, code);
        // What both views say about one cell is said once.
        of_view.retain(|error| !problems.iter().any(|other| other.column == error.column));
        problems.append(&mut of_view);
    }
    errors.append(&mut problems);
    Placement { india: found.remove(&View::India).flatten(), neutral: found.remove(&View::Neutral).flatten() }
}

fn in_view(
    geography: &Geography,
    locator: Option<&dyn Locate>,
    view: View,
    row: Row<'_>,
    position: Option<(Point, Precision)>,
    errors: &mut Vec<RowError>,
) -> Option<RegionCode> {
    let named = by_name(geography, view, row, errors)?;
    let (Some((point, precision)), Some(locator)) = (position, locator) else { return Some(named) };
    let tree = geography.tree(view);
    let has_outline = |code: &RegionCode| tree.get(code).is_some_and(|region| region.bbox.is_some());
    let around = named.at_level(1).filter(has_outline).or_else(|| named.at_level(0))?;
    let Some(located) = locator.locate(point, Some(&around), TOLERANCE) else {
        if has_outline(&around) {
            let reason = format!("lies more than {TOLERANCE}° outside {}", tree.label(&around, "en"));
            errors.push(row.error("lat", reason, "correct the coordinate or the names of the place"));
        }
        return Some(named);
    };
    if !precision.has_position() {
        return Some(named);
    }
    // A source older than the split of a district names the district that it was made from.
    let is_split = geography.splits.iter().any(|split| split.code == located && split.parent == named);
    if named.level() == 2
        && !is_split
        && has_outline(&named)
        && locator.locate(point, Some(&named), TOLERANCE).is_none()
    {
        let reason = format!(
            "is {named}, but the coordinate lies more than {TOLERANCE}° outside it, in {}",
            tree.label(&located, "en")
        );
        errors.push(row.error(REGION_COLUMNS[2], reason, "correct the district or the coordinate"));
    }
    // Where the stated state has no outline, the country's gave the answer: it may lie in another state.
    let in_state = named.at_level(1).is_none_or(|state| located.is_within(&state));
    Some(if located.level() == 2 && in_state { located } else { named })
}

/// The region that the names of a row lead to. Several states are parted by `; `: the first wins, the
/// others must exist.
fn by_name(
    geography: &Geography,
    view: View,
    row: Row<'_>,
    errors: &mut Vec<RowError>,
) -> Option<RegionCode> {
    let [country, states, district] = REGION_COLUMNS;
    let remedy = "correct the name, or add it to region_aliases.csv";
    let mut names = row.list(states);
    let first = names.next().unwrap_or_default();
    let resolution = geography.resolve(view, row.get(country), first, row.get(district));
    if let Some(problem) = resolution.problem {
        let column = REGION_COLUMNS[usize::from(problem.level)];
        errors.push(row.error(column, problem.reason, remedy));
    }
    for name in names {
        if let Some(problem) = geography.resolve(view, row.get(country), name, "").problem {
            errors.push(row.error(states, format!("names “{name}”, which {}", problem.reason), remedy));
        }
    }
    resolution.code
}

/// Places a position that has no names, by the outlines alone.
pub(crate) fn place_by_position(locators: &Locators<'_>, point: Point) -> Placement {
    let at = |view| locators.get(&view)?.locate(point, None, TOLERANCE);
    Placement { india: at(View::India), neutral: at(View::Neutral) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture;
    use crate::table::Table;

    fn placed(line: &str) -> (String, String, Vec<RowError>) {
        let geography = fixture::geography();
        let squares = fixture::squares(&geography);
        let mut errors = Vec::new();
        let text = format!("place,district,state_or_province,country,lat,lon,coord_precision\n{line}\n");
        let table = Table::read("t.csv", text.as_bytes(), &mut errors);
        let row = table.rows().next().unwrap();
        let point = crate::points::position(row, "lon", "lat", &mut errors);
        let position = point.map(|point| (point, row.get("coord_precision").parse().unwrap()));
        let placement = place(&geography, &fixture::locators(&squares), row, position, &mut errors);
        let text = |code: Option<RegionCode>| code.map(String::from).unwrap_or_default();
        (text(placement.india), text(placement.neutral), errors)
    }

    #[test]
    fn the_outline_gives_the_district_inside_the_stated_state() {
        let (india, neutral, errors) = placed("Amritsar,,Punjab,India,20.5,70.5,town");
        assert_eq!((india.as_str(), neutral.as_str(), errors), ("IN-PB-049", "IN-PB-049", vec![]));
    }

    #[test]
    fn the_state_of_the_source_wins_over_a_point_just_across_the_border() {
        let (india, _, errors) = placed("Border town,,Punjab,India,20.5,71.05,town");
        assert_eq!((india.as_str(), errors), ("IN-PB-049", vec![]));
    }

    #[test]
    fn a_point_far_outside_its_state_stays_at_the_state_and_is_an_error() {
        let (india, _, errors) = placed("Elsewhere,,Punjab,India,20.5,72.5,town");
        assert_eq!(india, "IN-PB");
        assert_eq!(errors.len(), 1, "both views say the same");
        assert!(errors[0].reason.contains("outside Punjab, India"), "{}", errors[0]);
    }

    #[test]
    fn one_record_lies_in_another_country_in_each_view() {
        let (india, neutral, errors) = placed("Mirpur,Mirpur,Azad Kashmir,Pakistan,21.5,70.5,town");
        assert_eq!((india.as_str(), neutral.as_str(), errors), ("IN-JK-x-mirpur", "PK-JK-x-mirpur", vec![]));
    }

    #[test]
    fn what_is_known_only_to_the_state_stays_there() {
        let (india, _, errors) = placed(",,Punjab; Jammu and Kashmir,India,20.5,70.5,state");
        assert_eq!((india.as_str(), errors), ("IN-PB", vec![]));
        let (india, _, errors) = placed(",Amritsar,Punjab,India,,,");
        assert_eq!((india.as_str(), errors), ("IN-PB-049", vec![]));
        let (india, _, errors) = placed(",,Punjab; Atlantis,India,,,");
        assert_eq!(india, "IN-PB");
        assert!(errors[0].reason.contains("“Atlantis”"));
    }
}
