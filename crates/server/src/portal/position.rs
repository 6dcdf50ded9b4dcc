//! Positions that somebody types instead of a name, and what the search answers to them.

use super::Snapshot;
use super::search::{EXACT, Hit};
use karigar_ingest::TOLERANCE;
use karigar_model::position::{Mistake, Written, read};
use karigar_model::{Locate, Point, RegionCode};

/// Name of the answers that are positions.
pub const POSITIONS: &str = "positions";

impl Snapshot {
    /// The positions that a typed text may mean, most likely one; nothing where it is something else. Of two plain
    /// numbers the first is the latitude; the other reading stands behind where only that lies in a region.
    ///
    /// # Errors
    /// Why a text that is meant as a position is none.
    pub fn positions(&self, text: &str) -> Option<Result<Vec<Point>, Mistake>> {
        let written = match read(text)? {
            Ok(written) => written,
            Err(mistake) => return Some(Err(mistake)),
        };
        Some(match written {
            Written::Point(point) => Ok(vec![point]),
            Written::Plain { latitude_first, longitude_first } => {
                let lies = |point: &Point| self.region_at(*point).is_some();
                let known = latitude_first.as_ref().is_some_and(lies);
                let other = longitude_first.filter(|point| !known && lies(point));
                let found: Vec<Point> = latitude_first.into_iter().chain(other).collect();
                // Out of range by the rule, and nowhere here otherwise.
                if found.is_empty() { Err(out_of_range(longitude_first)) } else { Ok(found) }
            }
            Written::Short { code, place } => {
                let named =
                    self.named_so(&place, "en", LOOKED_AT).into_iter().filter(|hit| hit.score >= LIKE);
                let best = named.filter(|hit| hit.point.is_some()).max_by(|a, b| {
                    a.score
                        .total_cmp(&b.score)
                        .then_with(|| a.weight.cmp(&b.weight))
                        .then_with(|| b.id.cmp(&a.id))
                });
                let found = best.and_then(|hit| code.near(hit.point?));
                found.map(|point| vec![point]).ok_or(Mistake::UnknownPlace(place))
            }
        })
    }

    /// The most exact region that holds a position.
    pub fn region_at(&self, point: Point) -> Option<RegionCode> {
        self.locator.locate(point, None, TOLERANCE)
    }

    /// What the search answers to positions: each, and behind them the regions that they lie in.
    pub(super) fn position_hits(&self, points: &[Point], typed: &str, language: &str) -> Vec<Hit> {
        let positions = points.iter().map(|point| self.position_hit(*point, typed, language));
        let regions = points.iter().filter_map(|point| {
            let (_, hit) = self.region_hit(&self.region_at(*point)?, language)?;
            Some(Hit { score: EXACT, ..hit })
        });
        positions.chain(regions).collect()
    }

    fn position_hit(&self, point: Point, typed: &str, language: &str) -> Hit {
        let region = self.region_at(point);
        let name = written(point);
        let around = region.as_ref().map(|code| self.tree.label(code, language));
        Hit {
            layer: POSITIONS.into(),
            id: format!("{},{}", point.lon, point.lat),
            label: around.map_or_else(|| name.clone(), |around| format!("{name}, {around}")),
            name,
            matched: typed.trim().to_owned(),
            point: Some(point),
            region,
            category: None,
            score: EXACT,
            weight: u64::MAX,
        }
    }
}

/// Names that are looked at for the place of a short plus code.
const LOOKED_AT: usize = 50;
/// From this score on a place is called as was typed, or goes on so.
const LIKE: f32 = 0.8;

fn out_of_range(longitude_first: Option<Point>) -> Mistake {
    Mistake::Latitude(longitude_first.map_or_else(String::new, |point| point.lon.to_string()))
}

/// A position in figures that can be typed again: latitude and longitude with their letters, to about a metre.
pub fn written(point: Point) -> String {
    let figures = |degrees: f64, letters: [char; 2]| {
        let figures = format!("{:.5}", degrees.abs());
        let figures = figures.trim_end_matches('0').trim_end_matches('.');
        format!("{figures}° {}", letters[usize::from(degrees < 0.0)])
    };
    format!("{} {}", figures(point.lat, ['N', 'S']), figures(point.lon, ['E', 'W']))
}

/// The same as the value of a parameter, without a sign that would have to be coded.
pub fn written_query(point: Point) -> String {
    written(point).replace("° ", "").replace(' ', ",")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_written_position_is_read_again() {
        for (lat, lon, text) in [(26.9124, 75.7873, "26.9124° N 75.7873° E"), (-33.0, -18.5, "33° S 18.5° W")]
        {
            let point = Point::new(lon, lat).unwrap();
            assert_eq!(written(point), text);
            assert_eq!(read(text), Some(Ok(Written::Point(point))));
            assert_eq!(read(&written_query(point)), Some(Ok(Written::Point(point))));
        }
    }
}
