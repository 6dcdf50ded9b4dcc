//! What programmes are and were called, and which umbrella they then stood under.

use crate::reference::sourced;
use crate::{Files, RowError};
use karigar_model::reference::{Scheme, SchemeName};
use karigar_model::years::{first_day, is_year, last_day};

const COLUMNS: &[&str] =
    &["scheme_id", "name", "kind", "parent_id", "valid_from", "valid_to", "note", "source"];

/// Reads `scheme_names.csv`. Official names need both years and do not overlap; aliases have none.
pub(crate) fn read(files: &dyn Files, schemes: &[Scheme], errors: &mut Vec<RowError>) -> Vec<SchemeName> {
    let table = sourced(files, "scheme_names.csv", COLUMNS, errors);
    table.unique(&["scheme_id", "name", "valid_from"], errors);
    let mut names: Vec<SchemeName> = Vec::new();
    for row in table.rows() {
        row.filled(&["scheme_id", "name"], errors);
        let text = |column| row.get(column).to_owned();
        for column in ["scheme_id", "parent_id"] {
            let id = row.get(column);
            if !id.is_empty() && !schemes.iter().any(|scheme| scheme.id == id) {
                errors.push(row.error(column, "is no id in tables/schemes.csv", "correct it"));
            }
        }
        for column in ["valid_from", "valid_to"] {
            let wrong = match row.get("kind") {
                "official" => !is_year(row.get(column)),
                "alias" => !row.get(column).is_empty(),
                _ => false,
            };
            if wrong {
                let remedy = "write 2016 or 2016-17 for an official name, and nothing for an alias";
                errors.push(row.error(column, "is not the year of such a name", remedy));
            }
        }
        if !matches!(row.get("kind"), "official" | "alias") {
            errors.push(row.error("kind", "is no kind of name", "write official or alias"));
        }
        let name = SchemeName {
            scheme: text("scheme_id"),
            name: text("name"),
            kind: text("kind"),
            parent: Some(text("parent_id")).filter(|parent| !parent.is_empty()),
            valid_from: text("valid_from"),
            valid_to: text("valid_to"),
            note: text("note"),
            source: text("source"),
        };
        if let Some(other) = names.iter().find(|other| overlap(other, &name)) {
            let reason = format!("begins while it is still called `{}`", other.name);
            errors.push(row.error("valid_from", reason, "correct the years of one of the names"));
        }
        names.push(name);
    }
    names
}

/// Whether two official names of one programme hold on the same day.
fn overlap(one: &SchemeName, other: &SchemeName) -> bool {
    let days =
        |name: &SchemeName| Some((first_day(&name.valid_from, "IN")?, last_day(&name.valid_to, "IN")?));
    let both = days(one).zip(days(other));
    one.scheme == other.scheme && both.is_some_and(|((a, b), (c, d))| a <= d && c <= b)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reference::tests::read_table;
    use karigar_model::RegionCode;
    use std::collections::BTreeMap;

    #[test]
    fn an_official_name_has_years_of_its_own() {
        let scheme = Scheme {
            id: "a".into(),
            name: "A".into(),
            short_name: String::new(),
            parent: None,
            agency: String::new(),
            country: RegionCode::parse("IN").unwrap(),
            state: None,
            start_year: String::new(),
            end_year: String::new(),
            gives: String::new(),
            kind: "programme".into(),
            helps: BTreeMap::new(),
            source: "s".into(),
        };
        let text = format!(
            "{}\na,Old,official,,2001-02,2015-16,,s\na,New,official,,2016-17,2020-21,,s\na,Nick,alias,,,,,s\n\
             a,Wrong,official,b,2015-16,,,s\na,Again,official,,2020,2022,,s\n",
            COLUMNS.join(",")
        );
        let (names, errors) = read_table("scheme_names.csv", &text, |files, _, errors| {
            read(files, std::slice::from_ref(&scheme), errors)
        });
        assert_eq!(names.len(), 5);
        assert_eq!(errors.len(), 3, "{errors:?}");
        assert!(errors[2].contains("still called `New`"), "{errors:?}");
    }
}
