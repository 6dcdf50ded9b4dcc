//! An address as a QR code that a phone reads from paper.

use super::escape;
use qrcodegen::{QrCode, QrCodeEcc};
use std::fmt::Write as _;

/// Empty modules around the code, as ISO/IEC 18004 wants them.
const QUIET: i32 = 4;

/// An address as inline SVG, one unit a module, with error correction M: a code still reads when an eighth of
/// it is smeared. Nothing when the address is too long for any code (about 2,300 bytes).
pub fn code(address: &str, label: &str) -> Option<String> {
    let code = QrCode::encode_text(address, QrCodeEcc::Medium).ok()?;
    let across = code.size() + 2 * QUIET;
    let mut path = String::new();
    for y in 0..code.size() {
        let mut x = 0;
        while x < code.size() {
            let run = (x..code.size()).find(|at| !code.get_module(*at, y)).unwrap_or(code.size()) - x;
            if run > 0 {
                let _ = write!(path, "M{} {}h{run}v1h-{run}z", x + QUIET, y + QUIET);
            }
            x += run + 1;
        }
    }
    Some(format!(
        "<svg class=\"qr\" viewBox=\"0 0 {across} {across}\" shape-rendering=\"crispEdges\" role=\"img\" aria-label=\"{}\">\
         <path fill=\"#fff\" d=\"M0 0h{across}v{across}h-{across}z\"/><path d=\"{path}\"/></svg>",
        escape(label)
    ))
}

#[cfg(test)]
mod tests {
    use super::*;
    use rqrr::PreparedImage;

    /// The squares of the path, each four pixels wide.
    fn pixels(svg: &str) -> (usize, Vec<bool>) {
        let across: usize =
            svg.split("viewBox=\"0 0 ").nth(1).unwrap().split(' ').next().unwrap().parse().unwrap();
        let mut dark = vec![false; across * across];
        for run in svg.rsplit("d=\"").next().unwrap().split('"').next().unwrap().split('M').skip(1) {
            let mut numbers =
                run.split(|letter: char| !letter.is_ascii_digit()).map(|n| n.parse::<usize>().unwrap());
            let (x, y, wide) = (numbers.next().unwrap(), numbers.next().unwrap(), numbers.next().unwrap());
            dark[y * across + x..y * across + x + wide].fill(true);
        }
        (across, dark)
    }

    fn read(svg: &str) -> String {
        let (across, dark) = pixels(svg);
        let shade = |x: usize, y: usize| if dark[y / 4 * across + x / 4] { 0 } else { 255 };
        let mut image = PreparedImage::prepare_from_greyscale(across * 4, across * 4, shade);
        image.detect_grids()[0].decode().unwrap().1
    }

    #[test]
    fn a_phone_reads_the_address_that_was_written() {
        let long = format!("https://crafts.example.org/hi/explore?q=%E0%A4%AA{}", "%E0%A5%80".repeat(40));
        for address in ["https://crafts.example.org/explore?family=metal,wood&within=IN-UP", &long] {
            assert_eq!(read(&code(address, "Code").unwrap()), address);
        }
    }

    #[test]
    fn an_address_that_no_code_holds_has_none() {
        assert!(code(&"a".repeat(3000), "Code").is_none());
    }
}
