//! What a request for items asks, read from its parameters once for API, pages and exports.

use super::{Error, Snapshot};
use karigar_formats::Columns;
use karigar_index::LayerSnapshot;
use karigar_model::query::{Cursor, Known, QUERY_PARAMETERS, Start, Test, escape_code, parse_sort};
use karigar_model::{Layer, Page, ParameterError, Query, Role, Sort};
use std::borrow::Cow;

/// How many features a page has when nothing is said.
pub const DEFAULT_LIMIT: usize = 100;
/// How many features a page has at most; more is cut to this, as OGC API Features Part 1 demands
/// (/req/core/fc-limit-response-1 C).
pub const MAX_LIMIT: usize = 10_000;

/// Parameters that shape a page of items and are not part of the query.
pub const SHAPE: &[&str] = &["limit", "offset", "cursor", "sortby", "properties", "skipGeometry"];
/// Those of them that choose what is written of a feature.
pub const SELECTION: &[&str] = &["properties", "skipGeometry"];

/// A request for items of a layer.
#[derive(Clone, Debug)]
pub struct ItemsRequest {
    /// Which features.
    pub query: Query,
    /// In which order.
    pub sort: Vec<Sort>,
    /// Which part.
    pub page: Page,
    /// Positions of the fields to write.
    pub fields: Vec<usize>,
    /// Whether with geometry.
    pub geometry: bool,
}

/// Which parameters a request may have besides the query and the fields of its layer.
#[derive(Clone, Copy, Debug)]
pub struct Expected<'a> {
    /// Those of [`SHAPE`] that mean something here.
    pub shape: &'a [&'a str],
    /// Names that the caller reads itself.
    pub others: &'a [&'a str],
    /// Whether any other is an error, as under `/api` (OGC API Features Part 1,
    /// /req/core/query-param-unknown), or nothing, as on pages: shared links carry the marks of trackers.
    pub strict: bool,
}

impl ItemsRequest {
    /// Reads decoded `pairs` for `layer`. All errors are gathered, not only the first.
    pub fn read(
        snapshot: &Snapshot,
        layer: &LayerSnapshot,
        pairs: &[(String, String)],
        expected: Expected<'_>,
    ) -> Result<Self, Error> {
        let described = layer.layer();
        let mut reader = Reader { query: Query::default(), errors: Vec::new() };
        let mut shape = Vec::new();
        let mut seen: Vec<(&str, &str)> = Vec::new();
        for (name, value) in pairs {
            if let Some((_, first)) = seen.iter().find(|(known, _)| known == name) {
                if first != value && expected.strict {
                    reader.errors.push(
                        ParameterError::new(name, value, format!("stands beside another value, `{first}`"))
                            .allowed("each parameter once; several codes are parted by commas"),
                    );
                }
                continue;
            }
            seen.push((name, value));
            if expected.shape.contains(&name.as_str()) {
                shape.push((name.as_str(), value.as_str()));
                continue;
            }
            if expected.others.contains(&name.as_str()) {
                continue;
            }
            match reader.query.take(described, name, &as_list(layer, name, value)) {
                Ok(Known::Yes) => {}
                Ok(Known::No) if !expected.strict => {}
                Ok(Known::No) => reader.errors.push(unknown_parameter(layer, name, value, expected)),
                Err(error) => reader.errors.push(error),
            }
        }
        if let Err(error) = reader.query.complete() {
            reader.errors.push(error);
        }
        reader.errors.extend(unknown_regions(snapshot, described, &reader.query));
        reader.finish(layer, &shape, expected.strict)
    }

    /// The columns to write.
    pub fn columns<'a>(&self, layer: &'a LayerSnapshot) -> Columns<'a> {
        Columns { layer: layer.layer(), fields: self.fields.clone(), geometry: self.geometry }
    }
}

struct Reader {
    query: Query,
    errors: Vec<ParameterError>,
}

impl Reader {
    fn take<T>(&mut self, result: Result<T, ParameterError>) -> Option<T> {
        result.map_err(|error| self.errors.push(error)).ok()
    }

    fn finish(
        mut self,
        layer: &LayerSnapshot,
        shape: &[(&str, &str)],
        strict: bool,
    ) -> Result<ItemsRequest, Error> {
        let described = layer.layer();
        let get = |name: &str| {
            shape.iter().find(|(known, value)| *known == name && !value.is_empty()).map(|(_, v)| *v)
        };
        let sort =
            get("sortby").and_then(|value| self.take(parse_sort(described, value))).unwrap_or_default();
        let limit = get("limit").and_then(|value| self.take(read_limit(value))).unwrap_or(DEFAULT_LIMIT);
        let checksum = self.query.checksum(&described.id, &sort);
        let start = match (get("cursor"), get("offset")) {
            (Some(cursor), Some(_)) => {
                let error = ParameterError::new("cursor", cursor, "stands beside `offset`");
                self.errors.push(error.allowed("one of `cursor` and `offset`"));
                None
            }
            (Some(cursor), None) => self.take(Cursor::decode(cursor, checksum)).map(Start::After),
            (None, Some(offset)) => self.take(read_offset(offset)).map(Start::Offset),
            (None, None) => None,
        };
        let fields = get("properties").and_then(|value| self.take(read_properties(layer, value)));
        let fields =
            fields.unwrap_or_else(|| described.public_fields().map(|(position, _)| position).collect());
        let geometry = match get("skipGeometry") {
            None | Some("false") => true,
            Some("true") => false,
            Some(value) => {
                let error = ParameterError::new("skipGeometry", value, "is not a truth value");
                self.errors.push(error.one_of(["true", "false"]));
                true
            }
        };
        if !strict {
            // On a page, words that hold no letter find everything.
            self.errors.retain(|error| error.parameter != "q");
        }
        if !self.errors.is_empty() {
            return Err(Error::Parameters(self.errors));
        }
        let page = Page { limit, start: start.unwrap_or(Start::Offset(0)) };
        Ok(ItemsRequest { query: self.query, sort, page, fields, geometry })
    }
}

/// The value of a parameter as [`Query::take`] splits it. A value that is as a whole one of the field's
/// in this layer is not split: a client that knows nothing of our lists, such as GDAL, asks for
/// `Ministry of Textiles, Government of India` as it read it.
fn as_list<'a>(layer: &LayerSnapshot, name: &str, value: &'a str) -> Cow<'a, str> {
    let mut facets = layer.layer().public_fields().filter(|(_, field)| field.facet);
    let whole = facets.any(|(position, field)| field.id == name && layer.has_value(position, value));
    if whole { escape_code(value).into() } else { value.into() }
}

/// An error for each region that is asked for and that the view does not have.
fn unknown_regions(snapshot: &Snapshot, layer: &Layer, query: &Query) -> Vec<ParameterError> {
    let within = query.within.iter().map(|code| ("within", code.as_str()));
    let fields = query.filters.iter().flat_map(|filter| {
        let field = &layer.fields[filter.field];
        let texts: Vec<&str> = match &filter.test {
            _ if !field.role.is_some_and(Role::is_region_code) => Vec::new(),
            Test::AnyOf(texts) => texts.iter().map(String::as_str).collect(),
            Test::Equals(value) => value.as_text().into_iter().collect(),
        };
        texts.into_iter().map(|text| (field.id.as_str(), text))
    });
    let unknown = within.chain(fields).filter_map(|(name, code)| match snapshot.region(code) {
        Err(Error::NotFound(reason)) => Some((name, code, reason)),
        _ => None,
    });
    unknown
        .map(|(name, code, reason)| {
            ParameterError::new(name, code, format!("is not known: {reason}"))
                .allowed("a code from /api/regions")
        })
        .collect()
}

fn unknown_parameter(
    layer: &LayerSnapshot,
    name: &str,
    value: &str,
    expected: Expected<'_>,
) -> ParameterError {
    let fields = layer.layer().public_fields().map(|(_, field)| field.id.as_str());
    let parameters = QUERY_PARAMETERS.iter().chain(expected.shape).chain(expected.others).copied();
    let mut names: Vec<&str> = parameters.chain(fields).collect();
    names.sort_unstable();
    let near = karigar_model::closest(name, names.iter().copied())
        .map_or_else(String::new, |near| format!(" (did you mean `{near}`?)"));
    ParameterError::new(name, value, format!("belongs to a parameter that is not known here{near}"))
        .allowed(names.join(", "))
}

/// Reads a limit: 1 or more, cut to [`MAX_LIMIT`].
pub fn read_limit(value: &str) -> Result<usize, ParameterError> {
    let wrong =
        |reason: &str| ParameterError::new("limit", value, reason).allowed(format!("1 to {MAX_LIMIT}"));
    let digits = !value.is_empty() && value.bytes().all(|byte| byte.is_ascii_digit());
    if !digits {
        return Err(wrong("is not a whole number of 1 or more"));
    }
    match value.parse::<usize>() {
        Ok(0) => Err(wrong("is less than 1")),
        Ok(limit) => Ok(limit.min(MAX_LIMIT)),
        Err(_) => Ok(MAX_LIMIT),
    }
}

fn read_offset(value: &str) -> Result<usize, ParameterError> {
    value.parse().map_err(|_| ParameterError::new("offset", value, "is not a whole number of 0 or more"))
}

fn read_properties(layer: &LayerSnapshot, value: &str) -> Result<Vec<usize>, ParameterError> {
    let described = layer.layer();
    let mut fields = Vec::new();
    for name in value.split(',').map(str::trim) {
        let found = described.public_fields().find(|(_, field)| field.id == name);
        let (position, _) = found.ok_or_else(|| {
            let names = described.public_fields().map(|(_, field)| field.id.as_str());
            ParameterError::new("properties", name, "is not a field of this layer").one_of(names)
        })?;
        if !fields.contains(&position) {
            fields.push(position);
        }
    }
    Ok(fields)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_limit_above_the_maximum_is_cut_and_nonsense_is_refused() {
        assert_eq!(read_limit("25").unwrap(), 25);
        assert_eq!(read_limit("10001").unwrap(), MAX_LIMIT);
        assert_eq!(read_limit("99999999999999999999999").unwrap(), MAX_LIMIT);
        for wrong in ["0", "-1", "unlimited", "+5", "1.5"] {
            assert!(read_limit(wrong).is_err(), "{wrong}");
        }
    }
}
