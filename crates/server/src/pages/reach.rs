//! How to reach a centre: the number to call, whose it is, and the way there.

use super::view::{field_of, text_of};
use crate::portal::serving::position;
use karigar_index::{FeatureRef, LayerSnapshot};
use karigar_model::Role;

/// In which country which office answers a toll-free number.
const HELPLINES: &[(&str, &str)] = &[("IN", "dch-hq")];

/// A telephone number as a table has it: "toll free 1800-208-4800".
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Phone {
    /// All of its words.
    pub words: String,
    /// The number alone.
    pub number: String,
    /// The number for a `tel:` address; empty for a fax.
    pub tel: String,
}

/// The number behind the button of a centre.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Call {
    /// The number.
    pub phone: Phone,
    /// Whose toll-free line it is; empty for a number of its own.
    pub whose: String,
}

/// The way to a place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Route {
    /// A `geo:` address with the name, for the maps of a phone.
    pub geo: String,
    /// Directions on the site of OpenStreetMap, for a desk.
    pub web: String,
    /// Latitude and longitude as people and maps exchange them.
    pub position: String,
}

/// What the buttons of a centre do.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reach {
    /// The number to call; none when no number is known.
    pub call: Option<Call>,
    /// The way; none when its place is not known.
    pub route: Option<Route>,
}

impl Reach {
    /// How to reach a centre.
    pub fn of(centres: &LayerSnapshot, centre: FeatureRef<'_>) -> Self {
        Self { call: call(centres, centre), route: route(centres, centre) }
    }
}

/// The numbers of a cell, in order; `;` parts them.
pub fn phones(cell: &str) -> Vec<Phone> {
    cell.split(';').filter_map(phone).collect()
}

fn phone(part: &str) -> Option<Phone> {
    let words = part.trim();
    let first = words.find(|letter: char| letter.is_ascii_digit())?;
    let start = words[..first].rfind(|letter| !matches!(letter, '+' | '(')).map_or(0, |at| at + 1);
    let number: String = words[start..]
        .chars()
        .take_while(|letter| letter.is_ascii_digit() || "+-() ./".contains(*letter))
        .collect();
    let number = number.trim_end_matches(|letter: char| !letter.is_ascii_digit()).to_owned();
    let fax = words.to_ascii_lowercase().starts_with("fax");
    let tel = number.chars().filter(|letter| letter.is_ascii_digit() || *letter == '+').collect();
    Some(Phone { words: words.to_owned(), number, tel: if fax { String::new() } else { tel } })
}

/// The number to call: its own, else the toll-free line of the body that runs it.
fn call(centres: &LayerSnapshot, centre: FeatureRef<'_>) -> Option<Call> {
    let numbers = phones(field_of(centres.layer(), centre, "phone"));
    if let Some(phone) = numbers.into_iter().find(|phone| !phone.tel.is_empty()) {
        return Some(Call { phone, whose: String::new() });
    }
    let operator = field_of(centres.layer(), centre, "organisation");
    let (phone, office) = helpline(centres, centre)?;
    let whose = text_of(centres.layer(), office, Role::Name).to_owned();
    (!operator.is_empty() && whose.starts_with(operator)).then_some(Call { phone, whose })
}

/// The toll-free line of its country, and the office that answers.
pub fn helpline<'a>(centres: &'a LayerSnapshot, centre: FeatureRef<'_>) -> Option<(Phone, FeatureRef<'a>)> {
    let country = centre.region()?.at_level(0)?;
    let (_, office) = HELPLINES.iter().find(|(code, _)| *code == country.as_str())?;
    let office = centres.get(office).filter(|office| office.id() != centre.id())?;
    let numbers = phones(field_of(centres.layer(), office, "phone"));
    let free = numbers.into_iter().find(|phone| phone.words.to_ascii_lowercase().contains("toll free"))?;
    Some((free, office))
}

/// The way to a centre, if its place is known.
fn route(centres: &LayerSnapshot, centre: FeatureRef<'_>) -> Option<Route> {
    let point = position(centre)?;
    let name = super::record::encoded(text_of(centres.layer(), centre, Role::Name));
    let (lat, lon) = (point.lat, point.lon);
    Some(Route {
        geo: format!("geo:{lat},{lon}?q={lat},{lon}({name})"),
        web: format!("https://www.openstreetmap.org/directions?to={lat}%2C{lon}"),
        position: format!("{lat}, {lon}"),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_called_without_the_words_around_it() {
        let read = phones(
            "+91-11-26106902; toll free 1800-208-4800; fax (0832) 2226153;1800-345-7163 (artisan survey, 2019)",
        );
        let tels: Vec<&str> = read.iter().map(|phone| phone.tel.as_str()).collect();
        assert_eq!(tels, ["+911126106902", "18002084800", "", "18003457163"]);
        assert_eq!(read[2].number, "(0832) 2226153");
        assert_eq!(read[3].number, "1800-345-7163");
        assert_eq!(read[3].words, "1800-345-7163 (artisan survey, 2019)");
        assert_eq!(phones("not known"), []);
    }
}
