//! The API in a few lines for each of the programs that people have, about the region that was chosen.

use crate::i18n::Language;
use karigar_model::RegionCode;

/// What to write in a program.
pub struct Example {
    pub title: String,
    /// What to do, and what to write there.
    pub steps: Vec<(String, String)>,
}

/// Lines for craft clusters, which are what most ask for, with the API at `api`.
pub fn examples(language: &Language, api: &str, within: Option<&RegionCode>) -> Vec<Example> {
    let also = within.map_or_else(String::new, |code| format!("&within={code}"));
    let layer = format!("{api}/collections/clusters");
    let file = format!("{layer}/download?f=geojson{also}");
    let example = |name: &str, steps: Vec<(&str, String)>| Example {
        title: language.text(&format!("data-use-{name}")),
        steps: steps
            .into_iter()
            .map(|(step, text)| (if step.is_empty() { String::new() } else { language.text(step) }, text))
            .collect(),
    };
    let filter = within.map(|code| format!("{} = '{code}'", level(code)));
    let only = filter.as_ref().map_or_else(String::new, |filter| format!(" -where \"{filter}\""));
    let place = within.map_or_else(String::new, |code| format!("-{}", code.as_str().to_ascii_lowercase()));
    let package = format!("ogr2ogr -f GPKG clusters{place}.gpkg OAPIF:{api} clusters{only}");
    let mut qgis = vec![("data-use-qgis-steps", api.to_owned())];
    qgis.extend(filter.map(|filter| ("data-use-qgis-filter", filter)));
    vec![
        example("curl", vec![("", format!("curl -OJ '{layer}/download?f=csv{also}'"))]),
        example("gdal", vec![("data-use-gdal-steps", package)]),
        example("qgis", qgis),
        example(
            "python",
            vec![(
                "",
                format!(
                    "import geopandas\ncrafts = geopandas.read_file(\"{file}\")\nprint(crafts.groupby(\"family\").size())"
                ),
            )],
        ),
        example(
            "r",
            vec![("", format!("library(sf)\ncrafts <- st_read(\"{file}\")\nplot(crafts[\"family\"])"))],
        ),
    ]
}

/// The column that holds the codes of regions of this level.
fn level(code: &RegionCode) -> &'static str {
    ["country", "state", "district"][usize::from(code.level()).min(2)]
}
