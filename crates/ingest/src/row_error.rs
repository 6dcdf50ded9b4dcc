//! What is wrong with one cell: where it stands, its value, the reason and the remedy.

use serde::Serialize;
use std::fmt;

/// A cell, a row or a file that cannot be used as it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct RowError {
    /// File, relative to the folder of the atlas, or the name of an uploaded file.
    pub file: String,
    /// Row as a spreadsheet numbers it, from 1, with the heading. Nothing when the whole file is meant.
    pub row: Option<usize>,
    /// Column; empty when the whole row is meant.
    pub column: String,
    /// The value as it stands there.
    pub value: String,
    /// Why it cannot be used, continuing "value …" where a column is named.
    pub reason: String,
    /// What to do about it.
    pub remedy: String,
}

impl RowError {
    /// An error of a whole file.
    pub fn of_file(file: &str, reason: impl Into<String>, remedy: impl Into<String>) -> Self {
        Self {
            file: file.into(),
            row: None,
            column: String::new(),
            value: String::new(),
            reason: reason.into(),
            remedy: remedy.into(),
        }
    }
}

impl fmt::Display for RowError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { file, row, column, value, reason, remedy } = self;
        formatter.write_str(file)?;
        if let Some(row) = row {
            write!(formatter, " row {row}")?;
        }
        if column.is_empty() {
            write!(formatter, ": {reason}; {remedy}")
        } else {
            write!(formatter, ", column `{column}`: \"{value}\" {reason}; {remedy}")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_message_says_where_what_why_and_what_to_do() {
        let error = RowError {
            file: "tables/clusters.csv".into(),
            row: Some(17),
            column: "lat".into(),
            value: "97.2".into(),
            reason: "is not a latitude (−90 to 90)".into(),
            remedy: "correct it or clear both lat and lon".into(),
        };
        assert_eq!(
            error.to_string(),
            "tables/clusters.csv row 17, column `lat`: \"97.2\" is not a latitude (−90 to 90); \
             correct it or clear both lat and lon"
        );
        let whole = RowError::of_file("atlas.toml", "the file is not there", "put it back");
        assert_eq!(whole.to_string(), "atlas.toml: the file is not there; put it back");
    }
}
