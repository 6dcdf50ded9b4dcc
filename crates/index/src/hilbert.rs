//! The Hilbert curve: places near on the curve are near on the map.

use karigar_model::Point;

/// Bits a coordinate: 2³¹ steps of 360 degrees are about 2 cm.
const ORDER: u32 = 31;

/// Where a position stands on the Hilbert curve over the whole world.
pub(crate) fn hilbert(point: Point) -> u64 {
    let steps = f64::from(1u32 << ORDER) - 1.0;
    let x = ((point.lon + 180.0) / 360.0 * steps) as u32;
    let y = ((point.lat + 90.0) / 180.0 * steps) as u32;
    distance(x, y, ORDER)
}

/// Steps along the curve of `order` bits to the cell (x, y).
fn distance(mut x: u32, mut y: u32, order: u32) -> u64 {
    let largest = (1u32 << order) - 1;
    let mut distance = 0;
    for bit in (0..order).rev() {
        let right = x >> bit & 1;
        let upper = y >> bit & 1;
        distance = distance << 2 | u64::from((3 * right) ^ upper);
        if upper == 0 {
            if right == 1 {
                x = largest - x;
                y = largest - y;
            }
            std::mem::swap(&mut x, &mut y);
        }
    }
    distance
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_step_of_the_curve_goes_to_a_neighbour() {
        let order = 4;
        let mut cells: Vec<(u64, u32, u32)> =
            (0..16).flat_map(|x| (0..16).map(move |y| (distance(x, y, order), x, y))).collect();
        cells.sort_unstable();
        for (at, pair) in cells.windows(2).enumerate() {
            assert_eq!(pair[0].0, at as u64);
            assert_eq!(pair[0].1.abs_diff(pair[1].1) + pair[0].2.abs_diff(pair[1].2), 1);
        }
    }

    #[test]
    fn the_corners_of_the_world_have_a_place() {
        for (lon, lat) in [(-180.0, -90.0), (180.0, 90.0), (-180.0, 90.0), (180.0, -90.0)] {
            assert!(hilbert(Point { lon, lat }) < 1 << (2 * ORDER));
        }
        assert_eq!(hilbert(Point { lon: -180.0, lat: -90.0 }), 0);
    }
}
