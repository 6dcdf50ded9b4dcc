//! Which representation: `f` first, then `Accept`.

use super::problem::Problem;
use axum::http::StatusCode;
use karigar_model::ParameterError;

/// A representation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// JSON.
    Json,
    /// GeoJSON.
    GeoJson,
    /// JSON Schema.
    Schema,
    /// OpenAPI 3.0 as JSON.
    OpenApi,
    /// HTML.
    Html,
    /// CSV.
    Csv,
    /// iCalendar.
    Calendar,
}

impl Format {
    /// Value of `f`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Json | Self::GeoJson | Self::Schema | Self::OpenApi => "json",
            Self::Html => "html",
            Self::Csv => "csv",
            Self::Calendar => "ics",
        }
    }

    /// Media type, exactly as links and clients compare it.
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Json => "application/json",
            Self::GeoJson => "application/geo+json",
            Self::Schema => "application/schema+json",
            Self::OpenApi => "application/vnd.oai.openapi+json;version=3.0",
            Self::Html => "text/html",
            Self::Csv => "text/csv",
            Self::Calendar => "text/calendar",
        }
    }

    /// Value of the header `Content-Type`.
    pub fn content_type(self) -> &'static str {
        match self {
            Self::Html => "text/html; charset=utf-8",
            Self::Csv => "text/csv; charset=utf-8; header=present",
            Self::Calendar => "text/calendar; charset=utf-8",
            other => other.media_type(),
        }
    }

    fn is_json(self) -> bool {
        matches!(self, Self::Json | Self::GeoJson | Self::Schema | Self::OpenApi)
    }

    fn fits(self, range: &str) -> bool {
        match range {
            // A page is given only to who asks for one: tools send */*.
            "*/*" => self != Self::Html,
            "application/*" | "application/json" => self.is_json(),
            "text/*" => !self.is_json(),
            "application/vnd.geo+json" => self == Self::GeoJson,
            _ => self.media_type().split(';').next() == Some(range),
        }
    }
}

/// Chooses among what is offered; the first is the default. `f` unknown: 400. `Accept` without any of
/// them: 406.
pub fn negotiate(f: Option<&str>, accept: Option<&str>, offered: &[Format]) -> Result<Format, Problem> {
    if let Some(name) = f {
        let named = offered
            .iter()
            .find(|format| format.name() == name || **format == Format::GeoJson && name == "geojson");
        return named.copied().ok_or_else(|| {
            let error = ParameterError::new("f", name, "is not a format of this resource");
            Problem::parameters(vec![error.one_of(offered.iter().map(|format| format.name()))])
        });
    }
    let Some(accept) = accept.filter(|accept| !accept.trim().is_empty()) else { return Ok(offered[0]) };
    let mut best: Option<(f32, Format)> = None;
    for range in accept.split(',') {
        let mut parts = range.split(';').map(str::trim);
        let name = parts.next().unwrap_or_default().to_ascii_lowercase();
        let quality = parts.find_map(quality_of).unwrap_or(1.0);
        if quality <= 0.0 {
            continue;
        }
        if let Some(format) = offered.iter().find(|format| format.fits(&name))
            && best.is_none_or(|(held, _)| quality > held)
        {
            best = Some((quality, *format));
        }
    }
    best.map(|(_, format)| format).ok_or_else(|| {
        let types: Vec<&str> = offered.iter().map(|format| format.media_type()).collect();
        Problem::new(
            StatusCode::NOT_ACCEPTABLE,
            format!(
                "none of the media types in `Accept: {accept}` is offered here; offered are {}",
                types.join(", ")
            ),
        )
    })
}

/// The weight in `q=0.8`; nonsense weighs nothing.
fn quality_of(part: &str) -> Option<f32> {
    let value = part.strip_prefix("q=").or_else(|| part.strip_prefix("Q="))?;
    Some(value.parse::<f32>().ok().filter(|quality| quality.is_finite()).unwrap_or(0.0))
}

#[cfg(test)]
mod tests {
    use super::*;

    const ITEMS: &[Format] = &[Format::GeoJson, Format::Html, Format::Csv];

    fn chosen(f: Option<&str>, accept: Option<&str>) -> Option<Format> {
        negotiate(f, accept, ITEMS).ok()
    }

    #[test]
    fn tools_get_geojson_and_browsers_a_page() {
        assert_eq!(chosen(None, None), Some(Format::GeoJson));
        assert_eq!(chosen(None, Some("*/*")), Some(Format::GeoJson));
        assert_eq!(chosen(None, Some("application/json")), Some(Format::GeoJson));
        assert_eq!(chosen(None, Some("text/html,application/xhtml+xml,*/*;q=0.8")), Some(Format::Html));
        assert_eq!(chosen(None, Some("text/csv;q=0.9, text/html;q=0.1")), Some(Format::Csv));
        assert_eq!(chosen(None, Some("image/png")), None);
        assert_eq!(chosen(None, Some("text/html;q=0")), None);
    }

    #[test]
    fn f_wins_over_accept() {
        assert_eq!(chosen(Some("csv"), Some("text/html")), Some(Format::Csv));
        assert_eq!(chosen(Some("geojson"), None), Some(Format::GeoJson));
        assert_eq!(chosen(Some("shp"), None), None);
    }
}
