//! Named points that a typed place leads to: towns and PIN codes.

use crate::RowError;
use crate::table::{Row, Table};
use karigar_model::record::Placement;
use karigar_model::{Point, RegionCode};
use std::collections::{BTreeMap, HashSet};
use std::str::FromStr;

/// A town of the gazetteer.
#[derive(Clone, Debug, PartialEq)]
pub struct Place {
    /// Id of GeoNames.
    pub id: String,
    /// Usual name.
    pub name: String,
    /// Name in plain Latin letters.
    pub ascii_name: String,
    /// Names by BCP 47 language.
    pub names: BTreeMap<String, String>,
    /// Other names it is searched by, in any script.
    pub alt_names: Vec<String>,
    /// Its region in both views.
    pub placement: Placement,
    /// Inhabitants, 0 where not known.
    pub population: u64,
    /// Where it is.
    pub point: Point,
}

/// A PIN code of India Post.
#[derive(Clone, Debug, PartialEq)]
pub struct Pin {
    /// Six digits.
    pub pincode: String,
    /// The middle of its post offices.
    pub point: Point,
    /// Its district, where known.
    pub district: Option<RegionCode>,
    /// How many post offices stand behind the point, 0 where not known.
    pub offices: u32,
    /// How good the point is, in a word of the table.
    pub quality: String,
}

impl Pin {
    /// Whether the table says that its point rests on doubtful positions only.
    pub fn is_doubtful(&self) -> bool {
        self.quality == "suspect"
    }
}

/// Columns of `geo/towns.csv` that are read.
pub(crate) const TOWN_COLUMNS: &[&str] =
    &["id", "name", "ascii_name", "country", "code_india", "code_neutral", "population", "lat", "lon"];
/// Columns of `geo/pins.csv` that are read.
pub(crate) const PIN_COLUMNS: &[&str] = &["pincode", "lat", "lon", "district", "offices", "quality"];

/// Reads a position from two cells: nothing where both are empty, and an error where it is none.
pub(crate) fn position(row: Row<'_>, lon: &str, lat: &str, errors: &mut Vec<RowError>) -> Option<Point> {
    let before = errors.len();
    let mut degrees = |column: &str, what: &str, limit: f64| -> Option<f64> {
        let number = row.get(column).parse::<f64>().ok().filter(|degrees| degrees.abs() <= limit);
        if number.is_none() {
            let reason = if row.get(column).is_empty() {
                "is empty, but the other coordinate is there".to_owned()
            } else {
                format!("is not a {what} (−{limit} to {limit})")
            };
            errors.push(row.error(column, reason, format!("correct it or clear both {lat} and {lon}")));
        }
        number
    };
    if row.get(lon).is_empty() && row.get(lat).is_empty() {
        return None;
    }
    let (longitude, latitude) = (degrees(lon, "longitude", 180.0), degrees(lat, "latitude", 90.0));
    if errors.len() > before {
        return None;
    }
    Point::new(longitude?, latitude?)
}

/// A number of people or offices; 0 where the cell is empty.
fn count<T: FromStr + Default>(row: Row<'_>, column: &str, errors: &mut Vec<RowError>) -> T {
    let text = row.get(column);
    text.parse().unwrap_or_else(|_| {
        if !text.is_empty() {
            errors.push(row.error(column, "is not a whole number", "write digits only, or clear the cell"));
        }
        T::default()
    })
}

fn known_code(
    row: Row<'_>,
    column: &str,
    known: &HashSet<RegionCode>,
    errors: &mut Vec<RowError>,
) -> Option<RegionCode> {
    if row.get(column).is_empty() {
        return None;
    }
    let code = RegionCode::parse(row.get(column)).filter(|code| known.contains(code));
    if code.is_none() {
        errors.push(row.error(column, "is not in region_codes.csv", "correct the code or clear it"));
    }
    code
}

/// Reads `geo/towns.csv`.
pub(crate) fn read_towns(
    table: &Table,
    known: &HashSet<RegionCode>,
    errors: &mut Vec<RowError>,
) -> Vec<Place> {
    table.unique(&["id"], errors);
    let mut places = Vec::new();
    for row in table.rows() {
        row.filled(&["id", "name"], errors);
        let country = RegionCode::parse(row.get("country")).filter(|code| code.level() == 0);
        if !country.is_some_and(|country| known.contains(&country)) {
            let remedy = "write the code of a country, such as IN";
            errors.push(row.error("country", "is no country in region_codes.csv", remedy));
        }
        let mut code = |column| known_code(row, column, known, errors);
        let placement = Placement { india: code("code_india"), neutral: code("code_neutral") };
        let Some(point) = position(row, "lon", "lat", errors) else { continue };
        let name = |column: &str| Some(row.get(column).to_owned()).filter(|name| !name.is_empty());
        let names = [("hi", "name_hi"), ("ur", "name_ur")]
            .into_iter()
            .filter_map(|(language, column)| Some((language.to_owned(), name(column)?)))
            .collect();
        let alternatives = row.get("alt_names").split('|').map(str::trim).filter(|name| !name.is_empty());
        places.push(Place {
            id: row.get("id").into(),
            name: row.get("name").into(),
            ascii_name: row.get("ascii_name").into(),
            names,
            alt_names: alternatives.map(str::to_owned).collect(),
            placement,
            population: count(row, "population", errors),
            point,
        });
    }
    places
}

/// Reads `geo/pins.csv`.
pub(crate) fn read_pins(table: &Table, known: &HashSet<RegionCode>, errors: &mut Vec<RowError>) -> Vec<Pin> {
    table.unique(&["pincode"], errors);
    let mut pins = Vec::new();
    for row in table.rows() {
        let district = known_code(row, "district", known, errors);
        let pincode = row.get("pincode");
        if pincode.len() != 6 || !pincode.bytes().all(|digit| digit.is_ascii_digit()) {
            errors.push(row.error("pincode", "is not six digits", "correct it"));
        }
        let Some(point) = position(row, "lon", "lat", errors) else { continue };
        pins.push(Pin {
            pincode: pincode.into(),
            point,
            district,
            offices: count(row, "offices", errors),
            quality: row.get("quality").into(),
        });
    }
    pins
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_count_that_cannot_be_read_is_an_error_and_an_empty_one_is_not() {
        let mut errors = Vec::new();
        let known: HashSet<RegionCode> = RegionCode::parse("IN").into_iter().collect();
        let text = b"id,name,country,population,lat,lon\n\
            1,A,IN,\"12,000\",25,80\n2,B,IN,,25,80\n3,C,IN,700,25,80\n";
        let towns = read_towns(&Table::read("towns.csv", text, &mut errors), &known, &mut errors);
        assert_eq!(towns.iter().map(|town| town.population).collect::<Vec<_>>(), [0, 0, 700]);
        let text = b"pincode,lat,lon,offices\n110001,25,80,-1\n";
        let _ = read_pins(&Table::read("pins.csv", text, &mut errors), &HashSet::new(), &mut errors);
        assert_eq!(
            errors.iter().map(ToString::to_string).collect::<Vec<_>>(),
            [
                "towns.csv row 2, column `population`: \"12,000\" is not a whole number; write digits only, or \
                 clear the cell",
                "pins.csv row 2, column `offices`: \"-1\" is not a whole number; write digits only, or clear \
                 the cell"
            ]
        );
    }

    #[test]
    fn a_town_has_an_id_a_name_and_a_known_country() {
        let mut errors = Vec::new();
        let known: HashSet<RegionCode> = ["IN", "IN-PB"].into_iter().filter_map(RegionCode::parse).collect();
        let text = b"id,name,country,lat,lon\n1,A,IN,25,80\n1,B,IN-PB,25,80\n,,XX,25,80\n";
        let _ = read_towns(&Table::read("towns.csv", text, &mut errors), &known, &mut errors);
        let told: Vec<(Option<usize>, &str)> =
            errors.iter().map(|error| (error.row, error.column.as_str())).collect();
        let third = Some(4);
        assert_eq!(
            told,
            [(Some(3), "id"), (Some(3), "country"), (third, "id"), (third, "name"), (third, "country")]
        );
    }

    #[test]
    fn half_a_position_and_one_out_of_range_are_errors_and_none_is_none() {
        let mut errors = Vec::new();
        let table = Table::read("t", b"lat,lon\n,\n97.2,80\n25,\n25,80\n", &mut errors);
        let points: Vec<Option<Point>> =
            table.rows().map(|row| position(row, "lon", "lat", &mut errors)).collect();
        assert_eq!(points, [None, None, Point::new(80.0, 25.0)]);
        assert!(errors[0].to_string().contains("column `lat`: \"97.2\" is not a latitude (−90 to 90)"));
        assert!(errors[1].to_string().contains("column `lon`: \"\" is empty"));
    }
}
