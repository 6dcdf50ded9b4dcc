//! A CSV file with a heading, read whole; every problem is a row error.

use crate::{Files, RowError};
use std::collections::HashMap;

/// The rows of one table.
pub(crate) struct Table {
    file: String,
    headings: Vec<String>,
    positions: HashMap<String, usize>,
    /// Cells without surrounding blanks, with the row number of a spreadsheet.
    rows: Vec<(usize, Vec<String>)>,
}

/// One row of a table.
#[derive(Clone, Copy)]
pub(crate) struct Row<'a> {
    table: &'a Table,
    /// Row number as a spreadsheet has it.
    pub line: usize,
    cells: &'a [String],
}

impl Table {
    /// Reads the file at `path`. A file that is not there or is empty gives an empty table and an error.
    pub fn of_file(files: &dyn Files, path: &str, columns: &[&str], errors: &mut Vec<RowError>) -> Self {
        let bytes = match files.read(path) {
            Ok(bytes) => bytes,
            Err(reason) => {
                errors.push(RowError::of_file(path, reason, "put the file back or correct its rights"));
                return Self::empty(path);
            }
        };
        let table = Self::read(path, &bytes, errors);
        if table.headings.is_empty() {
            errors.push(RowError::of_file(path, "is empty: it has no heading", "put the file back"));
            return table;
        }
        for column in columns {
            if !table.has(column) {
                let reason = format!("the column `{column}` is missing");
                errors.push(RowError::of_file(path, reason, "add it to the heading, even if it stays empty"));
            }
        }
        table
    }

    fn empty(file: &str) -> Self {
        Self { file: file.into(), headings: Vec::new(), positions: HashMap::new(), rows: Vec::new() }
    }

    /// Reads the bytes of a CSV file in UTF-8, with or without a byte order mark.
    pub fn read(file: &str, bytes: &[u8], errors: &mut Vec<RowError>) -> Self {
        let mut table = Self::empty(file);
        let bytes = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes);
        if bytes.iter().fold(false, |open, byte| open ^ (*byte == b'"')) {
            // The reader would take the rest of the file for one cell, and its rows would be gone.
            let reason = "has an odd number of quotation marks, so one of them is never closed";
            errors.push(RowError::of_file(file, reason, "close the quotation, or write two marks for one"));
        }
        let mut reader = csv::ReaderBuilder::new().flexible(true).has_headers(false).from_reader(bytes);
        let (mut record, mut line) = (csv::ByteRecord::new(), 0);
        loop {
            let start = reader.position().line();
            if !matches!(reader.read_byte_record(&mut record), Ok(true)) {
                break;
            }
            // The reader passes over blank lines in silence; a spreadsheet counts them as rows.
            let inside = record.as_slice().split(|byte| *byte == b'\n').count() - 1;
            let passed = (reader.position().line() - start) as usize;
            line += passed.saturating_sub(inside).max(1);
            let cells: Vec<String> = record.iter().map(|cell| table.cell(line, cell, errors)).collect();
            if cells.iter().all(String::is_empty) {
                continue;
            }
            // Blank rows may stand before the heading, too.
            if table.headings.is_empty() {
                table.set_headings(line, cells, errors);
            } else {
                table.push(line, cells, errors);
            }
        }
        table
    }

    fn cell(&self, line: usize, bytes: &[u8], errors: &mut Vec<RowError>) -> String {
        let text = String::from_utf8_lossy(bytes);
        if matches!(text, std::borrow::Cow::Owned(_)) {
            errors.push(RowError {
                row: Some(line),
                value: text.to_string(),
                ..RowError::of_file(
                    &self.file,
                    format!("“{}” is not text in UTF-8", text.trim()),
                    "save the file as CSV in UTF-8",
                )
            });
        }
        text.trim().to_owned()
    }

    fn set_headings(&mut self, line: usize, headings: Vec<String>, errors: &mut Vec<RowError>) {
        for (position, heading) in headings.iter().enumerate() {
            if !heading.is_empty() && self.positions.insert(heading.clone(), position).is_some() {
                let reason = format!("the column `{heading}` stands twice");
                errors.push(RowError {
                    row: Some(line),
                    ..RowError::of_file(&self.file, reason, "rename or remove one of them")
                });
            }
        }
        self.headings = headings;
    }

    fn push(&mut self, line: usize, mut cells: Vec<String>, errors: &mut Vec<RowError>) {
        if cells.len() != self.headings.len() {
            let reason = format!("the row has {} cells, the heading {}", cells.len(), self.headings.len());
            errors.push(RowError {
                row: Some(line),
                ..RowError::of_file(&self.file, reason, "put quotation marks around cells that hold a comma")
            });
            cells.resize(self.headings.len(), String::new());
        }
        self.rows.push((line, cells));
    }

    /// Whether the heading has the column.
    pub fn has(&self, column: &str) -> bool {
        self.positions.contains_key(column)
    }

    /// The first of `names` that the heading has, whatever the case of its letters.
    pub fn find(&self, names: &[&str]) -> Option<&str> {
        names.iter().find_map(|name| {
            self.headings.iter().find(|heading| heading.eq_ignore_ascii_case(name)).map(String::as_str)
        })
    }

    /// The columns, in order.
    pub fn headings(&self) -> &[String] {
        &self.headings
    }

    /// All rows that are not blank.
    pub fn rows(&self) -> impl Iterator<Item = Row<'_>> {
        self.rows.iter().map(|(line, cells)| Row { table: self, line: *line, cells })
    }

    /// Reports each row that has the same cells in `columns` as a row before it; not where the first of
    /// them is empty.
    pub fn unique(&self, columns: &[&str], errors: &mut Vec<RowError>) {
        let mut lines: HashMap<Vec<&str>, usize> = HashMap::new();
        let more = columns[1..].iter().map(|column| format!("`{column}`")).collect::<Vec<_>>().join(", ");
        for row in self.rows() {
            let cells: Vec<&str> = columns.iter().map(|column| row.get(column)).collect();
            if cells[0].is_empty() {
                continue;
            }
            if let Some(line) = lines.insert(cells, row.line) {
                let with = if more.is_empty() { String::new() } else { format!(" with the same {more}") };
                let reason = format!("stands in row {line} already{with}");
                errors.push(row.error(columns[0], reason, "correct or remove one of the rows"));
            }
        }
    }

    /// The file's path.
    pub fn file(&self) -> &str {
        &self.file
    }
}

impl<'a> Row<'a> {
    /// The cell of `column`; empty where the table lacks the column.
    pub fn get(&self, column: &str) -> &'a str {
        self.table.positions.get(column).map_or("", |position| &self.cells[*position])
    }

    /// The table it stands in.
    pub fn table(&self) -> &'a Table {
        self.table
    }

    /// An error of one of its cells.
    pub fn error(&self, column: &str, reason: impl Into<String>, remedy: impl Into<String>) -> RowError {
        RowError {
            file: self.table.file.clone(),
            row: Some(self.line),
            column: column.into(),
            value: self.get(column).into(),
            reason: reason.into(),
            remedy: remedy.into(),
        }
    }

    /// Reports each of `columns` that is empty.
    pub fn filled(&self, columns: &[&str], errors: &mut Vec<RowError>) {
        for column in columns.iter().filter(|column| self.get(column).is_empty()) {
            errors.push(self.error(column, "is empty", "fill it in"));
        }
    }

    /// The parts of a cell that holds several values parted by `;`.
    pub fn list(&self, column: &str) -> impl Iterator<Item = &'a str> {
        split_list(self.get(column))
    }
}

/// The parts of a text parted by `;`, without blanks around them.
pub(crate) fn split_list(text: &str) -> impl Iterator<Item = &str> {
    text.split(';').map(str::trim).filter(|part| !part.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_numbered_as_a_spreadsheet_does() {
        let mut errors = Vec::new();
        let bytes = "\u{feff}id,name\na,\"two\nlines\"\n,\nb, spaced \n".as_bytes();
        let table = Table::read("t.csv", bytes, &mut errors);
        let rows: Vec<(usize, &str)> = table.rows().map(|row| (row.line, row.get("name"))).collect();
        assert_eq!(rows, [(2, "two\nlines"), (4, "spaced")]);
        assert!(errors.is_empty());
    }

    #[test]
    fn the_heading_is_the_first_row_that_is_not_blank() {
        for before in ["\n", "\r\n\r\n", ",\n", " , \n\n"] {
            let mut errors = Vec::new();
            let text = format!("{before}id,name\na,b\n");
            let table = Table::read("t.csv", text.as_bytes(), &mut errors);
            let rows: Vec<(usize, &str)> = table.rows().map(|row| (row.line, row.get("name"))).collect();
            let line = before.matches('\n').count() + 2;
            assert_eq!((rows, errors), (vec![(line, "b")], vec![]), "{before:?}");
        }
        let mut errors = Vec::new();
        let _ = Table::read("t.csv", b"\nid,id\n", &mut errors);
        assert_eq!(errors[0].row, Some(2));
    }

    #[test]
    fn a_file_without_a_heading_is_one_error_and_so_is_one_that_is_not_there() {
        for text in ["", "\u{feff}", "\n\n", ",\n"] {
            let files = std::collections::BTreeMap::from([("t.csv".to_owned(), text.as_bytes().to_vec())]);
            for (path, reason) in
                [("t.csv", "is empty: it has no heading"), ("u.csv", "the file is not there")]
            {
                let mut errors = Vec::new();
                let table = Table::of_file(&files, path, &["id", "name"], &mut errors);
                let told: Vec<&str> = errors.iter().map(|error| error.reason.as_str()).collect();
                assert_eq!((table.rows().count(), told), (0, vec![reason]), "{text:?}");
            }
        }
    }

    #[test]
    fn a_row_that_repeats_another_names_both() {
        let mut errors = Vec::new();
        let table =
            Table::read("t.csv", b"id,lang,name\na,hi,x\na,ur,x\na,hi,y\n,,\n,,z\n,,z\n", &mut errors);
        table.unique(&["id", "lang"], &mut errors);
        assert_eq!(
            errors.iter().map(ToString::to_string).collect::<Vec<_>>(),
            [
                "t.csv row 4, column `id`: \"a\" stands in row 2 already with the same `lang`; correct or remove \
              one of the rows"
            ]
        );
        errors.clear();
        table.unique(&["id"], &mut errors);
        assert_eq!(errors.iter().map(|error| error.row).collect::<Vec<_>>(), [Some(3), Some(4)]);
    }

    #[test]
    fn a_ragged_row_and_a_wrong_encoding_are_named_and_reading_goes_on() {
        let mut errors = Vec::new();
        let table = Table::read("t.csv", b"id,name\na,b,c\n\nd,\xff\ne,f\n", &mut errors);
        assert_eq!(table.rows().count(), 3);
        let text: Vec<String> = errors.iter().map(ToString::to_string).collect();
        assert!(text[0].contains("row 2: the row has 3 cells, the heading 2"));
        assert!(text[1].contains("row 4") && text[1].contains("UTF-8"));
    }
}
