//! Programmes: what each is, gives and helps with.

use crate::reference::{Known, region, sourced};
use crate::table::Row;
use crate::{Files, RowError};
use karigar_model::reference::{NEEDS, SCHEME_KINDS, Scheme};
use karigar_model::years::is_year;
use karigar_model::{View, closest};
use std::collections::BTreeMap;

const COLUMNS: &[&str] = &[
    "id",
    "name",
    "short_name",
    "parent_id",
    "agency",
    "country",
    "state_or_province",
    "start_year",
    "end_year",
    "gives",
    "kind",
    "helps",
    "source",
];
/// What parts one need from the next in the column `helps`.
const BETWEEN: &str = " | ";
/// What parts a need from the words that say so.
const BEFORE_WORDS: &str = ": ";

/// Reads `schemes.csv`.
pub(crate) fn read(files: &dyn Files, known: &Known<'_>, errors: &mut Vec<RowError>) -> Vec<Scheme> {
    let table = sourced(files, "schemes.csv", COLUMNS, errors);
    let mut schemes = Vec::new();
    for row in table.rows() {
        let text = |column| row.get(column).to_owned();
        let parent = row.get("parent_id");
        if !parent.is_empty() && !table.rows().any(|other| other.get("id") == parent) {
            errors.push(row.error("parent_id", "is no id in this table", "correct it or clear the cell"));
        }
        check_years(row, errors);
        if !SCHEME_KINDS.contains(&row.get("kind")) {
            let remedy = format!("write one of {}", SCHEME_KINDS.join(", "));
            errors.push(row.error("kind", "is no kind of programme", remedy));
        }
        let helps = helps(row, errors);
        let columns = ["country", "state_or_province", ""];
        let Some(region) = region(row, columns, View::India, known, errors) else { continue };
        let Some(country) = region.at_level(0) else { continue };
        schemes.push(Scheme {
            id: text("id"),
            name: text("name"),
            short_name: text("short_name"),
            parent: Some(parent.to_owned()).filter(|parent| !parent.is_empty()),
            agency: text("agency"),
            country,
            state: Some(region).filter(|region| region.level() > 0),
            start_year: text("start_year"),
            end_year: text("end_year"),
            gives: text("gives"),
            kind: text("kind"),
            helps,
            source: text("source"),
        });
    }
    schemes
}

fn check_years(row: Row<'_>, errors: &mut Vec<RowError>) {
    for column in ["start_year", "end_year"] {
        let year = row.get(column);
        let plausible = || {
            year.get(..4)
                .and_then(|year| year.parse().ok())
                .is_some_and(|year: u16| (1940..=2100).contains(&year))
        };
        if !(year.is_empty() || is_year(year) && plausible()) {
            errors.push(row.error(column, "is not a plausible year", "write 2021 or 2021-22"));
        }
    }
}

/// `credit: loans of 1 lakh | tools: toolkit grant`: each need with the words of the row that say so.
fn helps(row: Row<'_>, errors: &mut Vec<RowError>) -> BTreeMap<String, String> {
    let mut helps = BTreeMap::new();
    for part in row.get("helps").split(BETWEEN).filter(|part| !part.is_empty()) {
        let (need, words) = part.split_once(BEFORE_WORDS).unwrap_or((part, ""));
        if !NEEDS.contains(&need) {
            let near = closest(need, NEEDS.iter().copied());
            let hint = near.map(|near| format!(" (did you mean `{near}`?)")).unwrap_or_default();
            let reason = format!("names the need `{need}`, which nobody knows{hint}");
            errors.push(row.error("helps", reason, format!("write one of {}", NEEDS.join(", "))));
        } else if words.is_empty() || !["name", "gives"].iter().any(|column| row.get(column).contains(words))
        {
            let reason = format!("gives no words of the columns `name` or `gives` for `{need}`");
            errors.push(row.error(
                "helps",
                reason,
                format!("write `{need}: …` and the words as they stand there"),
            ));
        } else if helps.insert(need.to_owned(), words.to_owned()).is_some() {
            errors.push(row.error("helps", format!("names `{need}` twice"), "leave one of them out"));
        }
    }
    helps
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reference::tests::read_table;

    #[test]
    fn a_need_is_of_the_list_and_stands_in_the_words_of_the_row() {
        let text = format!(
            "{}\na,A,,,Office,India,,2021,,Loans at 6% and fairs,programme,credit: Loans at 6% | markets: fairs,s\n\
             b,B,,,Office,India,,2021,,Loans,scheme,credits: Loans | tools: looms | credit,s\n",
            COLUMNS.join(",")
        );
        let (schemes, errors) = read_table("schemes.csv", &text, read);
        let needs: Vec<&str> = schemes[0].helps.keys().map(String::as_str).collect();
        assert_eq!(needs, ["credit", "markets"]);
        assert_eq!(errors.len(), 4, "{errors:#?}");
        for (at, told) in ["no kind of programme", "did you mean `credit`?", "no words of", "no words of"]
            .iter()
            .enumerate()
        {
            assert!(errors[at].contains(told), "{errors:#?}");
        }
    }
}
