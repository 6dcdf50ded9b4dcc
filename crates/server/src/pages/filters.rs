//! The filters of Explore: which there are for a layer, their live counts, and the chips of those that
//! are set.

use super::address::Address;
use super::said::{Said, value as said_value};
use crate::i18n::Language;
use crate::portal::Snapshot;
use karigar_index::LayerSnapshot;
use karigar_model::query::{Query, Test, escape_code};
use karigar_model::{Field, FieldType, Layer, RegionCode, Role};
use std::cmp::Reverse;

/// A filter by a field.
pub struct Facet {
    /// Name of the parameter.
    pub name: String,
    /// Title for a reader.
    pub title: String,
    /// How many of its values are chosen.
    pub chosen: usize,
    /// Whether it stands behind "More".
    pub more: bool,
    /// Whether its values have dyes.
    pub dyed: bool,
    /// Its values: of a list of codes in the order of the list, else most frequent first.
    pub options: Vec<Choice>,
    /// How many further values there are.
    pub rest: usize,
    /// Whether it is an editor's classification.
    pub classification: bool,
}

/// A value of a filter.
pub struct Choice {
    /// The code, as a list of codes has it.
    pub value: String,
    /// Its name.
    pub label: Said,
    /// Matches if it alone were chosen in this facet.
    pub count: usize,
    /// Count as a share of the largest, percent.
    pub share: usize,
    /// Whether it is chosen.
    pub on: bool,
    /// Whether it is a craft family, which has a dye.
    pub dyed: bool,
}

/// A filter that is set, and the address without it.
pub struct Chip {
    /// What it says.
    pub text: Said,
    /// The address without it.
    pub url: Address,
}

/// The filter by region: where one is, and what lies below.
pub struct Where {
    /// Whether a region is chosen.
    pub on: bool,
    /// The way down, each with its address; the last is the region chosen.
    pub path: Vec<(String, String)>,
    /// Regions below with their counts and addresses, most frequent first.
    pub children: Vec<(String, usize, String)>,
}

/// How many facets stand in the open beside layer and place; the rest is behind "More".
const OPEN: usize = 3;
/// Most values that a facet lists whose values are no codes.
const MOST: usize = 5;

/// The facets of a layer for a query. One that is the same for every feature of the layer is left out.
pub fn facets(language: &Language, snapshot: &Snapshot, layer: &LayerSnapshot, query: &Query) -> Vec<Facet> {
    let described = layer.layer();
    let offered: Vec<usize> = described
        .public_fields()
        .filter(|(_, field)| field.facet && !is_region(field))
        .map(|(at, _)| at)
        .collect();
    let mut facets: Vec<(u8, Facet)> = layer
        .facets(query, &offered)
        .iter()
        .filter(|facet| facet.counts.len() + usize::from(facet.missing > 0) > 1)
        .map(|counted| {
            let field = &described.fields[counted.field];
            (rank(described, field), facet(language, snapshot, layer, query, counted))
        })
        .collect();
    facets.sort_by_key(|(rank, _)| *rank);
    let open = |(at, (_, facet)): (usize, (u8, Facet))| Facet { more: at >= OPEN, ..facet };
    facets.into_iter().enumerate().map(open).collect()
}

fn rank(layer: &Layer, field: &Field) -> u8 {
    match field.role {
        Some(Role::Category) => 0,
        Some(Role::Precision) => 2,
        _ if !layer.codes(field).is_empty() => 1,
        _ => 3,
    }
}

fn facet(
    language: &Language,
    snapshot: &Snapshot,
    layer: &LayerSnapshot,
    query: &Query,
    counted: &karigar_index::Facet<'_>,
) -> Facet {
    let described = layer.layer();
    let field = &described.fields[counted.field];
    let chosen = chosen(query, counted.field);
    let largest = counted.counts.iter().map(|count| count.count).max().unwrap_or(0).max(1);
    let choice = |value: &str, count: usize| Choice {
        value: escape_code(value),
        label: said_value(language, snapshot, described, field, value, raised),
        count,
        share: count * 100 / largest,
        on: chosen.iter().any(|held| held == value),
        dyed: described.code(field, value).is_some_and(|code| code.group.is_some()),
    };
    let mut options: Vec<Choice> =
        counted.counts.iter().map(|count| choice(count.value, count.count)).collect();
    match (field.role, field.field_type) {
        (Some(Role::Category), _) => options.sort_by_key(|choice| Reverse(choice.count)),
        (_, FieldType::Integer) => options.sort_by_key(|choice| Reverse(choice.value.parse::<i64>().ok())),
        _ if described.codes(field).is_empty() => {
            options.sort_by_key(|choice| (!choice.on, Reverse(choice.count)));
        }
        // A list of codes stands in the order of its meaning.
        _ => {
            let codes = described.codes(field);
            options.sort_by_key(|choice| codes.iter().position(|code| code.value == choice.value));
        }
    }
    let most = if field.field_type == FieldType::Code { options.len() } else { MOST };
    let rest = options.len().saturating_sub(most);
    options.truncate(most);
    Facet {
        name: field.id.clone(),
        title: field.title(language.tag).to_owned(),
        chosen: chosen.len(),
        more: false,
        dyed: options.iter().any(|option| option.dyed),
        options,
        rest,
        classification: field.classification,
    }
}

/// Text with a capital at its head, as the names of codes have it.
pub fn raised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect()
}

fn is_region(field: &Field) -> bool {
    field.role.is_some_and(Role::is_placement)
}

/// The codes of a field that a query asks for.
pub fn chosen(query: &Query, field: usize) -> &[String] {
    let filter = query.filters.iter().find(|filter| filter.field == field);
    match filter.map(|filter| &filter.test) {
        Some(Test::AnyOf(codes)) => codes,
        _ => &[],
    }
}

/// The filter by region, with counts under all other conditions.
pub fn regions(
    language: &Language,
    snapshot: &Snapshot,
    layer: &LayerSnapshot,
    query: &Query,
    address: &Address,
) -> Where {
    let here = query.within.as_ref();
    let everywhere = (language.text("where-all"), address.without("within").to_string());
    let below = here.map(|code| snapshot.tree.ancestry(code)).unwrap_or_default();
    let path = std::iter::once(everywhere).chain(below.iter().map(|region| {
        (region.name_in(language.tag).to_owned(), address.with("within", region.code.as_str()).to_string())
    }));
    let level = [Role::Country, Role::State, Role::District]
        [here.map_or(0, |code| usize::from(code.level()) + 1).min(2)];
    let mut children = Vec::new();
    let is_leaf = here.is_some_and(|code| code.level() == 2);
    if let (Some(field), false) = (layer.layer().role(level), is_leaf) {
        for group in layer.aggregate(query, &[field]) {
            let Some(region) = group.values[0]
                .as_text()
                .and_then(RegionCode::parse)
                .and_then(|code| snapshot.tree.get(&code))
            else {
                continue;
            };
            let url = address.with("within", region.code.as_str()).to_string();
            children.push((region.name_in(language.tag).to_owned(), group.count, url));
        }
    }
    Where { on: here.is_some(), path: path.collect(), children }
}

/// What is set, as chips. Each takes away one thing.
pub fn chips(
    language: &Language,
    snapshot: &Snapshot,
    layer: &LayerSnapshot,
    query: &Query,
    address: &Address,
) -> Vec<Chip> {
    let mut chips = Vec::new();
    let mut chip = |text: Said, url: Address| chips.push(Chip { text, url });
    if let Some(words) = address.get("q").filter(|_| query.text.is_some()) {
        chip(language.with("chip-words", [("words", words)]).into(), address.without("q"));
    }
    if let Some(region) = query.within.as_ref().and_then(|code| snapshot.tree.get(code)) {
        chip(region.name_in(language.tag).into(), address.without("within"));
    }
    if query.bbox.is_some() {
        chip(language.text("chip-area").into(), address.without("bbox"));
    }
    if let Some(circle) = query.circle {
        let km = language.number((circle.radius / 1000.0).round() as usize);
        chip(language.with("chip-near", [("km", &km)]).into(), address.without("near").without("radius"));
    }
    if query.datetime.is_some() {
        chip(language.text("chip-time").into(), address.without("datetime"));
    }
    if query.ids.is_some() {
        chip(language.text("chip-ids").into(), address.without("ids"));
    }
    if let Some(placed) = query.placed {
        chip(
            language.text(if placed { "chip-placed" } else { "chip-not-placed" }).into(),
            address.without("placed"),
        );
    }
    let described = layer.layer();
    for filter in &query.filters {
        let field = &described.fields[filter.field];
        match &filter.test {
            Test::AnyOf(codes) => {
                for code in codes {
                    chip(
                        said_value(language, snapshot, described, field, code, raised),
                        address.without_code(&field.id, code),
                    );
                }
            }
            Test::Equals(_) => {
                let value = address.get(&field.id).unwrap_or_default();
                chip(format!("{}: {value}", field.title(language.tag)).into(), address.without(&field.id));
            }
        }
    }
    chips
}
