//! Positions in addresses: `geo:` URIs (RFC 5870) and the links that map sites give to share.

use super::{Mistake, Written, degrees, point};

/// Hosts whose links hide where they lead.
const SHORT: [&str; 6] =
    ["maps.app.goo.gl", "goo.gl", "g.co", "bit.ly", "osm.org/go", "openstreetmap.org/go"];
/// Parameters that hold a latitude and a longitude, the most exact first.
const PARAMETERS: [&str; 12] = [
    "q",
    "query",
    "destination",
    "daddr",
    "ll",
    "center",
    "cp",
    "loc",
    "saddr",
    "sll",
    "coordinates",
    "point",
];

/// The position of a `geo:` URI or of a link; nothing where `text` is neither.
pub(super) fn read(text: &str) -> Option<Result<Written, Mistake>> {
    let start = |scheme: &str| text.get(..scheme.len()).is_some_and(|own| own.eq_ignore_ascii_case(scheme));
    if start("geo:") {
        return Some(pair(&text[4..]).unwrap_or(Err(Mistake::Link)));
    }
    let address =
        ["https://", "http://"].into_iter().find(|scheme| start(scheme)).map(|scheme| &text[scheme.len()..]);
    let bare = || ["maps.", "www.google.", "www.openstreetmap.org/", "openstreetmap.org/", "google.com/maps"];
    let address = address.or_else(|| bare().into_iter().any(start).then_some(text))?;
    let address = decoded(address);
    Some(position(&address).unwrap_or_else(|| {
        let bare = address.trim_start_matches("www.");
        Err(if SHORT.iter().any(|host| bare.starts_with(host)) { Mistake::ShortLink } else { Mistake::Link })
    }))
}

/// The position in an address: of its pin, of its marker, of what it asks for, and last the middle of its map.
fn position(address: &str) -> Option<Result<Written, Mistake>> {
    if let Some((_, pin)) = address.rsplit_once("!3d") {
        return pair(&pin.replacen("!4d", ",", 1));
    }
    let parameter = |name: &str| {
        let starts = ["?", "&", "#"].map(|before| format!("{before}{name}="));
        let value = starts.iter().find_map(|start| Some(address.split_once(start.as_str())?.1))?;
        Some(value.split(['&', '#']).next().unwrap_or(value))
    };
    if let (Some(lat), Some(lon)) = (parameter("mlat"), parameter("mlon")) {
        return pair(&format!("{lat},{lon}"));
    }
    let asked = PARAMETERS.iter().find_map(|name| {
        let value = parameter(name)?.trim_start_matches("loc:").replacen('~', ",", 1);
        degrees::sure(&value).or_else(|| pair(&value))
    });
    let middle = || pair(address.split_once("/@")?.1);
    let map = || pair(&parameter("map")?.split_once('/')?.1.replacen('/', ",", 1));
    let named = || address.split('/').find_map(degrees::sure);
    let searched = || address.split('/').find_map(pair);
    asked.or_else(named).or_else(middle).or_else(map).or_else(searched)
}

/// The two numbers that a text begins with, parted by a comma.
fn pair(text: &str) -> Option<Result<Written, Mistake>> {
    let number = |text: &str| {
        let end = text
            .find(|letter: char| !letter.is_ascii_digit() && !"+-.".contains(letter))
            .unwrap_or(text.len());
        Some((text[..end].parse::<f64>().ok()?, text[end..].to_owned()))
    };
    let (lat, rest) = number(text.trim_start())?;
    let (lon, _) = number(rest.trim_start().strip_prefix(',')?.trim_start())?;
    Some(point(lat, lon).map(Written::Point))
}

/// An address without its percent signs; bytes that are no text stay away.
fn decoded(address: &str) -> String {
    let mut bytes = Vec::with_capacity(address.len());
    let mut rest = address.as_bytes();
    while let Some((first, others)) = rest.split_first() {
        let hex = || u8::from_str_radix(std::str::from_utf8(others.get(..2)?).ok()?, 16).ok();
        let coded = if *first == b'%' { hex() } else { None };
        bytes.push(coded.unwrap_or(if *first == b'+' { b' ' } else { *first }));
        rest = if coded.is_some() { &others[2..] } else { others };
    }
    super::plain(&String::from_utf8_lossy(&bytes))
}

#[cfg(test)]
mod tests {
    use super::super::tests::at;
    use super::*;

    #[test]
    fn links_and_uris_tell_their_position() {
        for (text, lat, lon) in [
            ("geo:25.3176,82.9739", 25.3176, 82.9739),
            ("geo:25.3176,82.9739;u=35?z=14", 25.3176, 82.9739),
            ("geo:-33.9,18.4", -33.9, 18.4),
            ("https://www.google.com/maps/@23.242,69.6669,15z", 23.242, 69.6669),
            (
                "https://www.google.co.in/maps/place/Bhuj/@23.25,69.6,13z/data=!8m2!3d23.242!4d69.6669",
                23.242,
                69.6669,
            ),
            (
                "https://www.google.com/maps/place/26%C2%B054'44.6%22N+75%C2%B047'14.3%22E/@1,2,17z",
                26.912_389,
                75.787_306,
            ),
            ("https://www.google.com/maps/search/?api=1&query=17.9104%2C77.5199", 17.9104, 77.5199),
            ("https://www.google.com/maps/search/17.9104,+77.5199", 17.9104, 77.5199),
            ("maps.google.com/?q=17.9104,77.5199", 17.9104, 77.5199),
            ("http://maps.google.com/maps?q=loc:17.9104,77.5199", 17.9104, 77.5199),
            ("https://www.google.com/maps/dir/?api=1&destination=17.9104,77.5199", 17.9104, 77.5199),
            ("https://maps.apple.com/?ll=17.9104,77.5199&z=12", 17.9104, 77.5199),
            ("https://www.bing.com/maps?cp=17.9104~77.5199&lvl=12", 17.9104, 77.5199),
            ("https://www.openstreetmap.org/#map=15/17.9104/77.5199", 17.9104, 77.5199),
            ("https://www.openstreetmap.org/?mlat=17.9104&mlon=77.5199#map=12/18.0/77.0", 17.9104, 77.5199),
            ("https://www.openstreetmap.org/node/1#map=15/17.9104/77.5199&layers=N", 17.9104, 77.5199),
        ] {
            assert_eq!(at(text), (lat, lon), "{text}");
        }
    }

    #[test]
    fn links_without_a_position_say_so() {
        assert_eq!(read("https://maps.app.goo.gl/AbC"), Some(Err(Mistake::ShortLink)));
        assert_eq!(read("https://example.org/craft"), Some(Err(Mistake::Link)));
        assert_eq!(read("geo:here"), Some(Err(Mistake::Link)));
        assert_eq!(read("geo:95,10"), Some(Err(Mistake::Latitude("95".into()))));
        assert_eq!(read("geode"), None);
    }
}
