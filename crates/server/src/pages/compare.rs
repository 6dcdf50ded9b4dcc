//! Up to four regions side by side.

mod figures;
mod rows;

use super::address::Address;
use super::figure::small_figure;
use super::frame::{Frame, respond};
use super::region::{CrumbLink, marked};
use super::said::Said;
use super::{PageError, view};
use crate::api::Ask;
use crate::app::App;
use crate::i18n::Language;
use crate::portal::{Error, Snapshot};
use askama::Template;
use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};
use karigar_model::collation::collation_key;
use karigar_model::{ParameterError, Region, RegionCode};
use std::collections::BTreeSet;
use std::sync::Arc;

/// Most regions at a time.
pub const MOST: usize = 4;

/// A region at the head of its column.
struct Column {
    region: CrumbLink,
    /// What it lies in; empty for a country.
    around: String,
    map: String,
    remove: String,
}

/// Rows under a heading.
pub struct Group {
    /// The heading.
    pub title: String,
    /// The rows.
    pub rows: Vec<Line>,
}

/// The same thing of each region.
#[derive(Default)]
pub struct Line {
    /// What it is.
    pub title: String,
    /// Period and unit, where a source gives the numbers.
    pub note: String,
    /// Who gives them.
    pub sources: Vec<view::Source>,
    /// A cell a region.
    pub cells: Vec<Cell>,
}

/// What is known of one region.
#[derive(Default)]
pub struct Cell {
    /// Words or numbers with links; empty when nothing is known.
    pub parts: Vec<CrumbLink>,
    /// In hundredths of the largest number of its group; nothing for no bar.
    pub share: Option<usize>,
    /// What sets it apart: another year, another source.
    pub note: Said,
}

/// Regions to choose from, under a heading.
struct Choices {
    title: String,
    regions: Vec<(String, String)>,
}

#[derive(Template)]
#[template(path = "compare.html")]
struct ComparePage<'a> {
    t: &'a Language,
    action: String,
    codes: Vec<String>,
    columns: Vec<Column>,
    groups: Vec<Group>,
    choices: Vec<Choices>,
    lead: String,
    edition: String,
}

/// `GET /compare?regions=IN-UP,PK-PB`
pub async fn page(State(app): State<Arc<App>>, ask: Ask) -> Result<Response, PageError> {
    let address = Address::new(&format!("{}/compare", ask.language.root()), &ask.pairs);
    let address = address.only(|name| name == "regions");
    if ask.came_from_form() {
        return Ok(Redirect::to(&address.to_string()).into_response());
    }
    let asked: Vec<&str> = split(address.get("regions").unwrap_or_default());
    let known = asked.iter().copied().filter(|code| ask.snapshot.region(code).is_ok());
    let fewer = address.with("regions", &known.take(MOST).collect::<Vec<_>>().join(","));
    respond(&app, &ask, |language| compared(&app, &ask, language, &address, &asked))
        .map_err(|error| error.retry(fewer.to_string()))
}

/// The codes of a list, each once.
fn split(list: &str) -> Vec<&str> {
    let mut seen = BTreeSet::new();
    let codes = list.split(',').map(str::trim).filter(|code| !code.is_empty());
    codes.filter(|code| seen.insert(code.to_ascii_uppercase())).collect()
}

fn compared(
    app: &App,
    ask: &Ask,
    language: &Language,
    address: &Address,
    asked: &[&str],
) -> Result<String, Error> {
    let snapshot = &ask.snapshot;
    if asked.len() > MOST {
        let reason = format!("names {} regions", asked.len());
        let error = ParameterError::new("regions", &asked.join(","), reason);
        return Err(error.allowed(language.text("compare-most")).into());
    }
    let regions: Vec<&Region> = asked.iter().map(|code| snapshot.region(code)).collect::<Result<_, _>>()?;
    let compared = Compared { snapshot, language, regions: &regions };
    let page = ComparePage {
        t: language,
        action: address.only(|_| false).to_string(),
        codes: regions.iter().map(|region| region.code.to_string()).collect(),
        columns: regions.iter().map(|region| compared.column(region, address)).collect::<Result<_, _>>()?,
        groups: if regions.is_empty() { Vec::new() } else { compared.groups()? },
        choices: if regions.len() < MOST { compared.choices() } else { Vec::new() },
        lead: marked(&language.text(if regions.len() < 2 { "compare-choose" } else { "compare-lead" })),
        edition: language.with(
            "foot-atlas",
            [("version", &snapshot.atlas.version), ("released", &language.date(&snapshot.atlas.released))],
        ),
    };
    let body = page.render().map_err(|error| Error::Internal(error.to_string()))?;
    let names: Vec<&str> = regions.iter().map(|region| region.name_in(language.tag)).collect();
    let title = match names[..] {
        [] => language.text("compare-title"),
        _ => language.with("compare-title-of", [("names", &names.join(", "))]),
    };
    let frame = Frame::new(app, ask, language, &title).section("regions").with_query();
    Ok(frame.description(&language.text("compare-description")).render(&body))
}

/// The regions that are compared, as a reader of a language sees them.
struct Compared<'a> {
    snapshot: &'a Snapshot,
    language: &'a Language,
    regions: &'a [&'a Region],
}

impl Compared<'_> {
    fn column(&self, region: &Region, address: &Address) -> Result<Column, Error> {
        let Self { snapshot, language, .. } = *self;
        let others = self.regions.iter().filter(|other| other.code != region.code);
        let others: Vec<&str> = others.map(|other| other.code.as_str()).collect();
        let parent = region.code.parent();
        Ok(Column {
            region: self.link(region),
            around: parent.map_or_else(String::new, |parent| snapshot.tree.label(&parent, language.tag)),
            map: small_figure(language, snapshot, region, snapshot.layer(crate::portal::crafts::CLUSTERS)?),
            remove: address.with("regions", &others.join(",")).to_string(),
        })
    }

    fn link(&self, region: &Region) -> CrumbLink {
        CrumbLink {
            name: region.name_in(self.language.tag).to_owned(),
            url: format!("{}/r/{}", self.language.root(), region.code.path()),
        }
    }

    /// Countries, the states of each, and the districts beside those chosen.
    fn choices(&self) -> Vec<Choices> {
        let Self { snapshot, language, regions, .. } = *self;
        let option = |region: &Region| (region.code.to_string(), region.name_in(language.tag).to_owned());
        let under = |parent: Option<&RegionCode>, title: String| {
            let others = snapshot.tree.children(parent).into_iter();
            let others = others.filter(|other| !regions.iter().any(|chosen| chosen.code == other.code));
            let mut regions: Vec<(String, String)> = others.map(option).collect();
            regions.sort_by_cached_key(|(_, name)| collation_key(name));
            Choices { title, regions }
        };
        let states: BTreeSet<RegionCode> =
            regions.iter().filter(|one| one.code.level() == 2).filter_map(|one| one.code.parent()).collect();
        let near = states.iter().map(|state| under(Some(state), snapshot.tree.label(state, language.tag)));
        let countries = snapshot.tree.children(None).into_iter();
        let inside =
            countries.map(|country| under(Some(&country.code), country.name_in(language.tag).to_owned()));
        let all = near.chain([under(None, language.text("compare-countries"))]).chain(inside);
        all.filter(|choices| !choices.regions.is_empty()).collect()
    }

    fn groups(&self) -> Result<Vec<Group>, Error> {
        let groups = [self.crafts()?, self.families()?, self.centres()?, self.offices(), self.figures()];
        Ok(groups.into_iter().filter(|group| !group.rows.is_empty()).collect())
    }
}
