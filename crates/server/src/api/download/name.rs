//! What a downloaded file is called: the layer, what was asked for, the edition. A folder of downloads can then be
//! told apart: `karigar-clusters-in-up-metal-2026.11.1.csv`.

use karigar_model::fold::fold;
use karigar_model::query::{Term, Test};
use karigar_model::{Layer, Query};

/// Most letters for what was asked for besides the region; what is longer is called a selection.
const MOST_LETTERS: usize = 40;
/// Stands for what has no short name of small Latin letters and digits.
const SELECTION: &str = "selection";

/// The name of a file that holds what `query` finds in `layer`: small Latin letters, digits, hyphens and points only.
/// The same query has the same name, in whichever order its parameters came.
pub fn file_name(layer: &Layer, query: &Query, edition: &str, ending: &str) -> String {
    let region = query.within.as_ref().map(|code| safe(code.as_str()));
    let asked = asked(layer, query);
    let known = |parts: &[String]| parts.iter().all(|part| !part.is_empty());
    let rest = match asked.join("-") {
        rest if rest.is_empty() && asked.is_empty() => None,
        rest if known(&asked) && rest.len() <= MOST_LETTERS => Some(rest),
        _ => Some(SELECTION.to_owned()),
    };
    let parts = [Some("karigar".to_owned()), Some(safe(&layer.id)), region, rest, Some(edition.to_owned())];
    format!("{}.{ending}", parts.into_iter().flatten().collect::<Vec<_>>().join("-"))
}

/// A short name for each condition but the region; empty where there is none.
fn asked(layer: &Layer, query: &Query) -> Vec<String> {
    let mut parts: Vec<String> = query
        .filters
        .iter()
        .map(|filter| {
            let field = &layer.fields[filter.field].id;
            match &filter.test {
                Test::AnyOf(codes) => any_of(field, codes),
                // A value that is no code says nothing without its field.
                Test::Equals(value) => {
                    let value = serde_json::to_string(value).unwrap_or_default();
                    format!("{}-{}", safe(field), safe(&value))
                }
            }
        })
        .collect();
    parts.extend(query.text.iter().flat_map(|text| &text.terms).map(|term| match term {
        Term::Words(words) => safe(&words.join(" ")),
        Term::Phrase(words) => safe(words),
    }));
    parts.extend(query.circle.map(|_| "near".to_owned()));
    parts.extend(query.bbox.map(|_| "area".to_owned()));
    parts.extend(query.datetime.map(|_| "dated".to_owned()));
    parts.extend(
        query.ids.as_ref().map(|ids| if let [one] = &ids[..] { safe(one) } else { SELECTION.to_owned() }),
    );
    // A box is asked for what lies in it; that this has a place needs not be said.
    let placed = query.placed.filter(|placed| !placed || query.bbox.is_none());
    parts.extend(placed.map(|placed| if placed { "placed" } else { "not-placed" }.to_owned()));
    parts
}

/// The codes of a filter in the order of the alphabet; of a field that is true or not, the field.
fn any_of(field: &str, codes: &[String]) -> String {
    let mut names: Vec<String> = codes
        .iter()
        .map(|code| match code.as_str() {
            "true" => safe(field),
            "false" => format!("not-{}", safe(field)),
            code => safe(code),
        })
        .collect();
    names.sort_unstable();
    names.dedup();
    if names.iter().any(String::is_empty) { String::new() } else { names.join("-") }
}

/// A text as part of a file name: in Latin letters without accents, words joined by hyphens.
fn safe(text: &str) -> String {
    let folded = fold(text);
    let words = folded.split(|letter: char| !letter.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join("-")
}
