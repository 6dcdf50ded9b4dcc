//! A picture in 256 colours, as PNG: it is mostly flat cloth and paper, and takes half the bytes so.

use resvg::tiny_skia::Pixmap;
use std::collections::HashMap;

/// Colours of a picture.
const COLOURS: usize = 256;

type Colour = [u8; 3];

/// The pixels as an indexed PNG. What is transparent counts as black; pictures have a ground.
pub fn png(pixels: &Pixmap) -> Result<Vec<u8>, String> {
    let of = |at: &resvg::tiny_skia::PremultipliedColorU8| [at.red(), at.green(), at.blue()];
    let mut counts: HashMap<Colour, usize> = HashMap::new();
    for pixel in pixels.pixels() {
        *counts.entry(of(pixel)).or_default() += 1;
    }
    let mut counts: Vec<(Colour, usize)> = counts.into_iter().collect();
    counts.sort_unstable();
    let boxes = boxes(counts);
    let palette: Vec<Colour> = boxes.iter().map(|colours| mean(colours)).collect();
    let index: HashMap<Colour, u8> = boxes
        .iter()
        .enumerate()
        .flat_map(|(at, colours)| colours.iter().map(move |(colour, _)| (*colour, at as u8)))
        .collect();
    let indexed: Vec<u8> = pixels.pixels().iter().map(|pixel| index[&of(pixel)]).collect();
    encode(pixels.width(), pixels.height(), &palette, &indexed).map_err(|error| error.to_string())
}

fn encode(wide: u32, high: u32, palette: &[Colour], indexed: &[u8]) -> Result<Vec<u8>, png::EncodingError> {
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, wide, high);
    encoder.set_color(png::ColorType::Indexed);
    encoder.set_depth(png::BitDepth::Eight);
    encoder.set_palette(palette.concat());
    encoder.set_compression(png::Compression::High);
    encoder.set_filter(png::Filter::NoFilter);
    encoder.write_header()?.write_image_data(indexed)?;
    Ok(bytes)
}

/// Colours in at most 256 boxes: again and again the box that would lose most is cut where its pixels halve
/// (median cut, Heckbert 1982).
fn boxes(counts: Vec<(Colour, usize)>) -> Vec<Vec<(Colour, usize)>> {
    let mut boxes = vec![counts];
    while boxes.len() < COLOURS {
        let loss = |held: &Vec<(Colour, usize)>| widest(held).1 * (total(held) as f64).sqrt();
        let Some(at) = (0..boxes.len()).max_by(|a, b| loss(&boxes[*a]).total_cmp(&loss(&boxes[*b]))) else {
            break;
        };
        let (channel, width) = widest(&boxes[at]);
        if width == 0.0 {
            break;
        }
        let mut held = boxes.swap_remove(at);
        held.sort_by_key(|(colour, _)| colour[channel]);
        let half = total(&held) / 2;
        let mut seen = 0;
        let middle = held.iter().take_while(|(_, count)| {
            seen += count;
            seen <= half
        });
        let middle = middle.count().clamp(1, held.len() - 1);
        let upper = held.split_off(middle);
        boxes.extend([held, upper]);
    }
    boxes
}

fn total(held: &[(Colour, usize)]) -> usize {
    held.iter().map(|(_, count)| count).sum()
}

/// The channel in which colours differ most, and by how much.
fn widest(held: &[(Colour, usize)]) -> (usize, f64) {
    let width = |channel: usize| {
        let values = held.iter().map(|(colour, _)| colour[channel]);
        let (low, high) = values.fold((u8::MAX, u8::MIN), |(low, high), one| (low.min(one), high.max(one)));
        f64::from(high.saturating_sub(low))
    };
    (0..3).map(|channel| (channel, width(channel))).max_by(|a, b| a.1.total_cmp(&b.1)).unwrap_or((0, 0.0))
}

fn mean(held: &[(Colour, usize)]) -> Colour {
    let all = total(held).max(1);
    [0, 1, 2].map(|channel| {
        let sum: usize = held.iter().map(|(colour, count)| usize::from(colour[channel]) * count).sum();
        ((sum + all / 2) / all) as u8
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn few_colours_stay_as_they_are() {
        let held = boxes(vec![([0, 0, 0], 5), ([9, 9, 9], 1), ([255, 0, 0], 100)]);
        let mut kept: Vec<Colour> = held.iter().map(|colours| mean(colours)).collect();
        kept.sort_unstable();
        assert_eq!(kept, [[0, 0, 0], [9, 9, 9], [255, 0, 0]]);
    }

    #[test]
    fn many_colours_become_256_near_ones() {
        let many = (0..=255u8).flat_map(|a| [([a, 255 - a, 7], 3), ([a, a, a], 1)]).collect();
        let held = boxes(many);
        assert_eq!(held.len(), COLOURS);
        assert!(held.iter().all(|colours| widest(colours).1 <= 8.0));
    }
}
