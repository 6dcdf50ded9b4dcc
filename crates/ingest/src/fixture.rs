//! A small geography for tests: squares of one degree.

use crate::{Geography, Locators};
use karigar_model::{Bbox, Locate, Point, RegionCode, View};
use std::collections::BTreeMap;

pub(crate) const CODES: &str =
    "code,parent,level,view,name,name_hi,name_ur,kind_hi,kind_ur,census_code,has_geometry,source,note
IN,,0,both,India,भारत,,usual,,,1,s,
PK,,0,both,Pakistan,पाकिस्तान,,usual,,,1,s,
IN-PB,IN,1,both,Punjab,पंजाब,,usual,,,1,s,
IN-PB-049,IN-PB,2,both,Amritsar,अमृतसर,,usual,,049,1,s,
IN-JK,IN,1,both,Jammu and Kashmir,जम्मू और कश्मीर,,usual,,,1,s,
IN-JK-x-mirpur,IN-JK,2,india,Mirpur,मीरपुर,,usual,,,1,s,
PK-PB,PK,1,both,Punjab,पंजाब,,usual,,,1,s,
PK-PB-x-multan,PK-PB,2,both,Multan,मुल्तान,,usual,,,0,s,
PK-JK,PK,1,neutral,Azad Kashmir,आज़ाद कश्मीर,,usual,,,1,s,
PK-JK-x-mirpur,PK-JK,2,neutral,Mirpur,मीरपुर,,usual,,,0,s,
";
const ALIASES: &str = "name,country,parent,code,view,kind,valid_from,note,source
Azad Kashmir,PK,,IN-JK,india,view,,,s
Mirpur,PK,PK-JK,IN-JK-x-mirpur,india,view,,,s
nation-wide,IN,,IN,both,text,,,s
";

/// West, south, east and north of each square. Punjab and its district, Jammu north of it, Pakistan's
/// Punjab to the west.
const SQUARES: &[(&str, [i32; 4])] = &[
    ("IN-PB", [70, 20, 71, 21]),
    ("IN-PB-049", [70, 20, 71, 21]),
    ("IN-JK", [71, 21, 72, 22]),
    ("IN-JK-x-mirpur", [70, 21, 71, 22]),
    ("PK-JK", [70, 21, 71, 22]),
    ("PK-PB", [68, 20, 70, 21]),
    ("IN", [70, 20, 72, 22]),
    ("PK", [68, 20, 70, 22]),
];

fn topology(codes: &[&str]) -> String {
    let squares: Vec<_> = SQUARES.iter().filter(|(code, _)| codes.contains(code)).collect();
    let arcs: Vec<String> = squares
        .iter()
        .map(|(_, [w, s, e, n])| format!("[[{w},{s}],[{w},{n}],[{e},{n}],[{e},{s}],[{w},{s}]]"))
        .collect();
    let geometries: Vec<String> = squares
        .iter()
        .enumerate()
        .map(|(arc, (code, _))| format!(r#"{{"type":"Polygon","id":"{code}","arcs":[[{arc}]]}}"#))
        .collect();
    format!(
        r#"{{"type":"Topology","objects":{{"all":{{"type":"GeometryCollection","geometries":[{}]}}}},"arcs":[{}]}}"#,
        geometries.join(","),
        arcs.join(",")
    )
}

/// The files of the fixture.
pub(crate) fn files() -> BTreeMap<String, Vec<u8>> {
    let common = ["IN", "PK", "IN-PB", "IN-PB-049", "IN-JK", "PK-PB"];
    let with = |more: &str| {
        let mut codes = common.to_vec();
        codes.push(more);
        topology(&codes)
    };
    [
        ("region_codes.csv", CODES.to_owned()),
        ("region_aliases.csv", ALIASES.to_owned()),
        ("region_splits.csv", "code,name,parent_code,parent_name,valid_from,note,source\n".to_owned()),
        ("tables/region_groups.csv", "id,name,members,note\nnorth,The North,IN-PB; IN-JK,\n".to_owned()),
        ("geo/regions-india.topojson", with("IN-JK-x-mirpur")),
        ("geo/regions-neutral.topojson", with("PK-JK")),
        (
            "geo/towns.csv",
            "id,name,ascii_name,country,code_india,code_neutral,population,name_hi,name_ur,alt_names,lat,lon\n\
             1,Mirpur,Mirpur,PK,IN-JK-x-mirpur,PK-JK-x-mirpur,124352,,میرپور,Mirpur Town|New Mirpur,21.5,70.5\n"
                .to_owned(),
        ),
        ("geo/pins.csv", "pincode,lat,lon,district,offices,quality\n143001,20.5,70.5,IN-PB-049,12,good\n".to_owned()),
    ]
    .map(|(path, text)| (path.to_owned(), text.into_bytes()))
    .into()
}

pub(crate) fn geography() -> Geography {
    let (geography, errors) = Geography::read(&files());
    assert_eq!(errors, []);
    geography
}

/// Finds regions by their boxes, which the fixture's regions fill.
pub(crate) struct Squares(Vec<(RegionCode, Bbox)>);

impl Locate for Squares {
    fn locate(&self, point: Point, inside: Option<&RegionCode>, tolerance: f64) -> Option<RegionCode> {
        let away = |bbox: &Bbox| {
            let off = |low: f64, degrees: f64, high: f64| (low - degrees).max(degrees - high).max(0.0);
            off(bbox.west, point.lon, bbox.east).hypot(off(bbox.south, point.lat, bbox.north))
        };
        self.0
            .iter()
            .filter(|(code, bbox)| {
                inside.is_none_or(|around| code.is_within(around)) && away(bbox) <= tolerance
            })
            .min_by(|(a, of_a), (b, of_b)| away(of_a).total_cmp(&away(of_b)).then(b.level().cmp(&a.level())))
            .map(|(code, _)| code.clone())
    }
}

pub(crate) fn squares(geography: &Geography) -> BTreeMap<View, Squares> {
    let of = |view| Squares(geography.shapes[&view].boxes().into_iter().collect());
    View::ALL.into_iter().map(|view| (view, of(view))).collect()
}

pub(crate) fn locators(squares: &BTreeMap<View, Squares>) -> Locators<'_> {
    squares.iter().map(|(view, squares)| (*view, squares as &dyn Locate)).collect()
}
