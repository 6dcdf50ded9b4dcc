//! Outlines of regions as TopoJSON: every border is stored once and shared by the regions on both sides,
//! so that simplifying it once keeps neighbours fitting together.

use geo::Simplify;
use geo_types::{Coord, LineString, MultiPolygon, Polygon};
use karigar_model::{Bbox, RegionCode};
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// The outlines of one view, in degrees.
#[derive(Clone, Debug, Default)]
pub struct Topology {
    /// Lines from node to node.
    arcs: Vec<LineString<f64>>,
    regions: Vec<Outline>,
}

/// A region's rings, as positions of arcs; `!position` means the arc walked backwards.
#[derive(Clone, Debug)]
struct Outline {
    code: RegionCode,
    /// Polygons of rings of arcs; the first ring of a polygon is its outside.
    polygons: Vec<Vec<Vec<i32>>>,
}

#[derive(Deserialize)]
struct File {
    transform: Option<Transform>,
    objects: BTreeMap<String, Collection>,
    arcs: Vec<Vec<Vec<f64>>>,
}

#[derive(Deserialize)]
struct Transform {
    scale: [f64; 2],
    translate: [f64; 2],
}

#[derive(Deserialize)]
struct Collection {
    #[serde(default)]
    geometries: Vec<Geometry>,
}

#[derive(Deserialize)]
#[serde(tag = "type")]
enum Geometry {
    Polygon { id: String, arcs: Vec<Vec<i32>> },
    MultiPolygon { id: String, arcs: Vec<Vec<Vec<i32>>> },
}

impl Topology {
    /// Reads a TopoJSON file whose geometries have a region's code as their `id`
    /// (TopoJSON 1.0, topojson/topojson-specification).
    pub fn parse(bytes: &[u8]) -> Result<Self, String> {
        let file: File =
            serde_json::from_slice(bytes).map_err(|error| format!("is not TopoJSON: {error}"))?;
        let arcs: Vec<LineString<f64>> =
            file.arcs.iter().map(|arc| decode(arc, file.transform.as_ref())).collect::<Result<_, _>>()?;
        let mut regions = Vec::new();
        for (object, collection) in file.objects {
            for geometry in collection.geometries {
                let (id, polygons) = match geometry {
                    Geometry::Polygon { id, arcs } => (id, vec![arcs]),
                    Geometry::MultiPolygon { id, arcs } => (id, arcs),
                };
                let code = RegionCode::parse(&id)
                    .ok_or_else(|| format!("object `{object}`: `{id}` is not a region code"))?;
                let known = |arc: &i32| index(*arc) < arcs.len();
                if !polygons.iter().flatten().flatten().all(known) {
                    return Err(format!("region {code} names an arc that is not there"));
                }
                regions.push(Outline { code, polygons });
            }
        }
        regions.sort_by(|a, b| a.code.cmp(&b.code));
        if let Some(pair) = regions.windows(2).find(|pair| pair[0].code == pair[1].code) {
            return Err(format!("region {} stands twice", pair[0].code));
        }
        Ok(Self { arcs, regions })
    }

    /// The regions that have an outline, by code.
    pub fn codes(&self) -> impl Iterator<Item = &RegionCode> {
        self.regions.iter().map(|region| &region.code)
    }

    /// The outline of every region, by code, with its borders simplified to `tolerance` degrees
    /// (0 = as stored). Islands smaller than that vanish, but never a region's largest part.
    pub fn shapes(&self, tolerance: f64) -> Vec<(RegionCode, MultiPolygon<f64>)> {
        let simple = self.simplified(tolerance);
        self.regions.iter().map(|region| (region.code.clone(), self.shape(region, &simple))).collect()
    }

    /// By region, the lines between the regions right below it, simplified like the outlines. None of them is a
    /// frontier of the region itself.
    pub fn between(&self, tolerance: f64) -> HashMap<RegionCode, Vec<LineString<f64>>> {
        let mut sides: BTreeMap<(RegionCode, usize), usize> = BTreeMap::new();
        for region in &self.regions {
            let Some(parent) = region.code.parent() else { continue };
            let arcs: BTreeSet<usize> =
                region.polygons.iter().flatten().flatten().map(|arc| index(*arc)).collect();
            for arc in arcs {
                *sides.entry((parent.clone(), arc)).or_default() += 1;
            }
        }
        let mut lines: HashMap<RegionCode, Vec<LineString<f64>>> = HashMap::new();
        for ((parent, arc), _) in sides.into_iter().filter(|(_, sides)| *sides > 1) {
            lines.entry(parent).or_default().push(simplify(&self.arcs[arc], tolerance));
        }
        lines
    }

    /// The box of every region.
    pub fn boxes(&self) -> HashMap<RegionCode, Bbox> {
        let boxes = self.regions.iter().filter_map(|region| {
            let arcs = region.polygons.iter().flatten().flatten();
            let mut points = arcs.flat_map(|arc| self.arcs[index(*arc)].coords());
            let first = points.next()?;
            let mut bbox = Bbox { west: first.x, south: first.y, east: first.x, north: first.y };
            for point in points {
                bbox.extend(&Bbox { west: point.x, south: point.y, east: point.x, north: point.y });
            }
            Some((region.code.clone(), bbox))
        });
        boxes.collect()
    }

    fn simplified(&self, tolerance: f64) -> Vec<LineString<f64>> {
        self.arcs.iter().map(|arc| simplify(arc, tolerance)).collect()
    }

    fn shape(&self, region: &Outline, simple: &[LineString<f64>]) -> MultiPolygon<f64> {
        let polygons: Vec<Polygon<f64>> =
            region.polygons.iter().filter_map(|rings| polygon(rings, simple)).collect();
        if polygons.is_empty() {
            let stored = region.polygons.iter().filter_map(|rings| polygon(rings, &self.arcs));
            let largest = stored.max_by(|a, b| extent(a).total_cmp(&extent(b)));
            return MultiPolygon::new(largest.into_iter().collect());
        }
        MultiPolygon::new(polygons)
    }
}

fn decode(arc: &[Vec<f64>], transform: Option<&Transform>) -> Result<LineString<f64>, String> {
    let mut position = Coord { x: 0.0, y: 0.0 };
    let mut line = Vec::with_capacity(arc.len());
    for point in arc {
        let [x, y, ..] = point[..] else { return Err("an arc holds a point without two numbers".into()) };
        line.push(match transform {
            // Quantized arcs hold whole-number steps from point to point.
            Some(Transform { scale, translate }) => {
                position = Coord { x: position.x + x, y: position.y + y };
                Coord {
                    x: tidy(position.x * scale[0] + translate[0]),
                    y: tidy(position.y * scale[1] + translate[1]),
                }
            }
            None => Coord { x, y },
        });
    }
    if line.len() < 2 {
        return Err("an arc has fewer than two points".into());
    }
    Ok(LineString::new(line))
}

/// Seven decimals (about a centimetre), so that quantization leaves no long tails of digits.
fn tidy(degrees: f64) -> f64 {
    (degrees * 1e7).round() / 1e7
}

fn index(arc: i32) -> usize {
    (if arc < 0 { !arc } else { arc }) as usize
}

/// The arc with points dropped that lie less than `tolerance` from it; its ends stay. A closed arc is
/// simplified as two halves, as it has no two ends to hold on to.
fn simplify(arc: &LineString<f64>, tolerance: f64) -> LineString<f64> {
    if tolerance <= 0.0 {
        return arc.clone();
    }
    if !arc.is_closed() {
        return arc.simplify(tolerance);
    }
    let start = arc.0[0];
    let distance = |point: &Coord<f64>| (point.x - start.x).powi(2) + (point.y - start.y).powi(2);
    let farthest = (0..arc.0.len()).max_by(|a, b| distance(&arc.0[*a]).total_cmp(&distance(&arc.0[*b])));
    let middle = farthest.unwrap_or_default();
    let mut there = LineString::new(arc.0[..=middle].to_vec()).simplify(tolerance);
    let back = LineString::new(arc.0[middle..].to_vec()).simplify(tolerance);
    there.0.extend(back.0.into_iter().skip(1));
    there
}

/// A polygon from its rings, or nothing when its outside has collapsed.
fn polygon(rings: &[Vec<i32>], arcs: &[LineString<f64>]) -> Option<Polygon<f64>> {
    let mut rings = rings.iter().map(|ring| join(ring, arcs));
    let outside = rings.next().filter(|ring| ring.0.len() >= 4)?;
    Some(Polygon::new(outside, rings.filter(|ring| ring.0.len() >= 4).collect()))
}

/// A ring of arcs end to end; the end of one is the start of the next and stands once.
fn join(ring: &[i32], arcs: &[LineString<f64>]) -> LineString<f64> {
    let mut joined: Vec<Coord<f64>> = Vec::new();
    for arc in ring {
        let points = &arcs[index(*arc)].0;
        let skip = usize::from(!joined.is_empty());
        if *arc < 0 {
            joined.extend(points.iter().rev().skip(skip));
        } else {
            joined.extend(points.iter().skip(skip));
        }
    }
    LineString::new(joined)
}

fn extent(polygon: &Polygon<f64>) -> f64 {
    use geo::Area;
    polygon.unsigned_area()
}

#[cfg(test)]
mod tests {
    use super::*;
    use geo::Area;

    /// Two states side by side in one country; the border between them is arc 0 and bulges by 0.1°.
    const TWO: &str = r#"{"type": "Topology", "transform": {"scale": [0.1, 0.1], "translate": [70, 20]},
      "objects": {
        "countries": {"type": "GeometryCollection", "geometries": [
          {"type": "Polygon", "id": "IN", "arcs": [[1, 2]]}]},
        "admin1": {"type": "GeometryCollection", "geometries": [
          {"type": "Polygon", "id": "IN-RJ", "arcs": [[1, 0]]},
          {"type": "MultiPolygon", "id": "IN-UP", "arcs": [[[2, -1]]]}]}},
      "arcs": [[[10, 10], [1, -5], [-1, -5]], [[10, 0], [-10, 0], [0, 10], [10, 0]],
               [[10, 10], [10, 0], [0, -10], [-10, 0]]]}"#;

    fn area(shapes: &[(RegionCode, MultiPolygon<f64>)], code: &str) -> f64 {
        shapes.iter().find(|(own, _)| own.as_str() == code).unwrap().1.unsigned_area()
    }

    #[test]
    fn quantized_arcs_become_outlines() {
        let topology = Topology::parse(TWO.as_bytes()).unwrap();
        assert_eq!(
            topology.boxes()[&RegionCode::parse("IN-UP").unwrap()].to_array(),
            [71.0, 20.0, 72.0, 21.0]
        );
        let shapes = topology.shapes(0.0);
        assert!((area(&shapes, "IN") - 2.0).abs() < 1e-9);
        assert!((area(&shapes, "IN-RJ") - 1.05).abs() < 1e-9);
    }

    #[test]
    fn a_simplified_border_stays_common() {
        let topology = Topology::parse(TWO.as_bytes()).unwrap();
        let shapes = topology.shapes(0.2);
        assert!((area(&shapes, "IN-RJ") - 1.0).abs() < 1e-9);
        assert!((area(&shapes, "IN-RJ") + area(&shapes, "IN-UP") - area(&shapes, "IN")).abs() < 1e-9);
        let whole = topology.shapes(50.0);
        assert!(whole.iter().all(|(_, shape)| !shape.0.is_empty()), "no region vanishes");
    }

    #[test]
    fn lines_between_siblings_leave_out_the_frontier_of_their_parent() {
        let between = Topology::parse(TWO.as_bytes()).unwrap().between(0.0);
        assert_eq!(between.len(), 1, "{between:?}");
        let lines = &between[&RegionCode::parse("IN").unwrap()];
        assert_eq!(lines.len(), 1);
        assert_eq!(lines[0].0.len(), 3, "the border of the two states alone");
    }

    #[test]
    fn what_is_no_topology_is_refused_in_words() {
        assert!(Topology::parse(b"{").unwrap_err().contains("is not TopoJSON"));
        assert!(Topology::parse(TWO.replace("IN-UP", "Upper").as_bytes()).unwrap_err().contains("`Upper`"));
        assert!(Topology::parse(TWO.replace("[2, -1]", "[2, 9]").as_bytes()).unwrap_err().contains("arc"));
    }
}
