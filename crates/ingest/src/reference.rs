//! The tables that are no layer: who serves whom, what centres do, figures, programmes.

use crate::placing::REGION_COLUMNS;
use crate::table::{Row, Table};
use crate::words::{self, Ids};
use crate::{Files, Geography, RowError};
use crate::{scheme_names, schemes, statistics};
use karigar_model::jurisdiction::{Jurisdiction, SERVICES};
use karigar_model::measure::{Decimal, Measure};
use karigar_model::query::Interval;
use karigar_model::reference::{DistrictProduct, ORGANISATIONS, Reference, Scheme, Service, TrainingFact};
use karigar_model::{Layer, RegionCode, View, closest};

const JURISDICTIONS: &[&str] = &[
    "centre_id",
    "region_level",
    "country",
    "state_or_province",
    "district",
    "census_code",
    "service",
    "as_of",
    "source",
];
const SERVICE_COLUMNS: &[&str] = &[
    "id",
    "centre",
    "service",
    "scheme",
    "asked_by",
    "who_can_ask",
    "papers",
    "fee",
    "days_promised",
    "appeal",
    "as_of",
    "source",
];
const DISTRICT_PRODUCTS: &[&str] = &[
    "id",
    "state",
    "district",
    "census_code",
    "product",
    "technique_family",
    "craft_id",
    "scheme",
    "as_of",
    "source",
];
const TRAINING: &[&str] = &[
    "id",
    "row_kind",
    "country",
    "state_or_province",
    "district",
    "office_id",
    "area",
    "course_level",
    "craft",
    "value",
    "unit",
    "period",
    "note",
    "source",
];

/// What the tables refer to.
pub(crate) struct Known<'a> {
    pub geography: &'a Geography,
    pub layers: &'a [Layer],
    /// Codes of the craft families.
    pub families: Vec<&'a str>,
    pub ids: Ids<'a>,
}

impl Known<'_> {
    pub fn is(&self, layer: &str, id: &str) -> bool {
        self.ids.get(layer).is_some_and(|ids| ids.contains(id))
    }
}

/// Reads all reference tables.
pub(crate) fn read(files: &dyn Files, known: &Known<'_>, errors: &mut Vec<RowError>) -> Reference {
    let topics = statistics::topics(files, known, errors);
    let schemes = schemes::read(files, known, errors);
    let mut reference = Reference {
        names: words::names(files, &known.ids, errors),
        translations: Vec::new(),
        jurisdictions: jurisdictions(files, known, errors),
        statistics: statistics::statistics(files, known, &topics, errors),
        topics,
        scheme_names: scheme_names::read(files, &schemes, errors),
        services: services(files, known, &schemes, errors),
        schemes,
        district_products: district_products(files, known, errors),
        training: training(files, known, errors),
        craft_terms: words::craft_terms(files, &known.families, &known.ids, errors),
    };
    let mut ids = words::table_ids(&reference);
    ids.extend(known.ids.iter().map(|(layer, ids)| (*layer, ids.clone())));
    reference.translations = words::translations(files, known.layers, &ids, errors);
    reference
}

/// A table whose rows have a source, and an id of their own where there is such a column.
pub(crate) fn sourced(files: &dyn Files, name: &str, columns: &[&str], errors: &mut Vec<RowError>) -> Table {
    let table = Table::of_file(files, &format!("tables/{name}"), columns, errors);
    let has_id = columns.contains(&"id");
    if has_id {
        table.unique(&["id"], errors);
    }
    for row in table.rows() {
        if row.get("source").is_empty() {
            errors.push(row.error("source", "is empty: the row has no source", "fill it in"));
        }
        if has_id {
            row.filled(&["id"], errors);
        }
        let as_of = row.get("as_of");
        if !as_of.is_empty() && Interval::of_date(as_of).is_none() {
            errors.push(row.error("as_of", "is not a date", "write YYYY-MM-DD, YYYY-MM or YYYY"));
        }
    }
    table
}

/// The region that a row names, in a view. An error is reported once, for the official Indian view.
pub(crate) fn region(
    row: Row<'_>,
    columns: [&str; 3],
    view: View,
    known: &Known<'_>,
    errors: &mut Vec<RowError>,
) -> Option<RegionCode> {
    let [country, state, district] = columns;
    let country = if country.is_empty() { "India" } else { row.get(country) };
    let resolution = known.geography.resolve(view, country, row.get(state), row.get(district));
    if let Some(problem) = resolution.problem {
        if view == View::India {
            let column = columns[usize::from(problem.level)];
            errors.push(row.error(
                column,
                problem.reason,
                "correct the name, or add it to region_aliases.csv",
            ));
        }
        return None;
    }
    resolution.code
}

/// Reports a census code that is not the one of the region.
fn check_census(row: Row<'_>, code: &RegionCode, errors: &mut Vec<RowError>) {
    let census = row.get("census_code");
    if !census.is_empty() && !code.as_str().ends_with(&format!("-{census}")) {
        errors.push(row.error("census_code", format!("is not the code of {code}"), "correct code or name"));
    }
}

/// Reports a value that is no number, or money that is not whole in its smallest unit.
pub(crate) fn check_measure(row: Row<'_>, errors: &mut Vec<RowError>) {
    let (value, unit) = (row.get("value"), row.get("unit"));
    if Decimal::parse(value).is_none() {
        errors.push(row.error("value", "is not a decimal number", "write digits with a decimal point"));
    } else if Measure::parse(value, unit).is_none() {
        let reason = format!("has too many digits for `{unit}`");
        errors.push(row.error("value", reason, "round it to the smallest coin"));
    }
}

fn check_family(row: Row<'_>, known: &Known<'_>, errors: &mut Vec<RowError>) {
    let (column, family) = ("technique_family", row.get("technique_family"));
    if !known.families.contains(&family) {
        let near = closest(family, known.families.iter().copied());
        let hint = near.map(|near| format!(" (did you mean `{near}`?)")).unwrap_or_default();
        errors.push(row.error(column, format!("is no craft family{hint}"), "write a code of the list"));
    }
}

fn jurisdictions(files: &dyn Files, known: &Known<'_>, errors: &mut Vec<RowError>) -> Vec<Jurisdiction> {
    let table = sourced(files, "jurisdictions.csv", JURISDICTIONS, errors);
    table.unique(&["centre_id", "country", "state_or_province", "district", "service"], errors);
    let mut jurisdictions = Vec::new();
    for row in table.rows() {
        let centre = row.get("centre_id");
        if !known.is("centres", centre) {
            errors.push(row.error("centre_id", "is no id in tables/centres.csv", "correct it"));
        }
        let service = row.get("service");
        let meaning = SERVICES.iter().find(|(name, ..)| *name == service);
        if meaning.is_none() {
            let near = closest(service, SERVICES.iter().map(|(name, ..)| *name));
            let hint = near.map(|near| format!(" (did you mean `{near}`?)")).unwrap_or_default();
            errors.push(row.error("service", format!("is no known service{hint}"), "write one of the list"));
        }
        let india = region(row, REGION_COLUMNS, View::India, known, errors);
        let level = match row.get("region_level") {
            "country" => Some(0),
            "state" | "group-of-states" => Some(1),
            "district" => Some(2),
            _ => {
                let remedy = "write country, state, group-of-states or district";
                errors.push(row.error("region_level", "is no level", remedy));
                None
            }
        };
        let (Some((_, remit, grade)), Some(india), Some(level)) = (meaning, india, level) else { continue };
        check_census(row, &india, errors);
        let neutral = region(row, REGION_COLUMNS, View::Neutral, known, errors);
        let names_as_fine = REGION_COLUMNS.iter().rposition(|column| !row.get(column).is_empty());
        if names_as_fine != Some(level) {
            errors.push(row.error("region_level", "is not the level that the names give", "correct either"));
        }
        let parts = administered(known.geography, india, neutral.as_ref());
        if parts.is_empty() {
            let remedy = "name a district that only this view has, or leave the claim out";
            errors.push(row.error(
                "state_or_province",
                "has no district of its own in the view `india`",
                remedy,
            ));
        }
        jurisdictions.extend(parts.into_iter().enumerate().map(|(at, india)| Jurisdiction {
            centre: centre.into(),
            india,
            neutral: neutral.clone().filter(|_| at == 0),
            remit: *remit,
            grade: *grade,
            as_of: row.get("as_of").into(),
            source: row.get("source").into(),
        }));
    }
    jurisdictions
}

/// The part of a region of the view `india` in which a body works. Where the other view gives its region to another
/// country, two administrations meet in this one, and the body's part are the districts that only this view has:
/// Azad Kashmir's office does not serve Srinagar.
fn administered(geography: &Geography, india: RegionCode, neutral: Option<&RegionCode>) -> Vec<RegionCode> {
    if neutral.is_none_or(|neutral| neutral.at_level(0) == india.at_level(0)) {
        return vec![india];
    }
    let (own, other) = (geography.tree(View::India), geography.tree(View::Neutral));
    let codes = own.regions().iter().map(|region| &region.code);
    let parts = codes.filter(|code| code.level() == 2 && code.is_within(&india) && other.get(code).is_none());
    parts.cloned().collect()
}

fn services(
    files: &dyn Files,
    known: &Known<'_>,
    schemes: &[Scheme],
    errors: &mut Vec<RowError>,
) -> Vec<Service> {
    let table = sourced(files, "centre_services.csv", SERVICE_COLUMNS, errors);
    let mut services = Vec::new();
    for row in table.rows() {
        let centre = row.get("centre");
        if !centre.starts_with("kind:") && !known.is("centres", centre) {
            errors.push(row.error("centre", "is no id in tables/centres.csv", "correct it, or write kind:…"));
        }
        let scheme = row.get("scheme");
        if !scheme.is_empty() && !schemes.iter().any(|one| one.id == scheme) {
            errors.push(row.error(
                "scheme",
                "is no id in tables/schemes.csv",
                "correct it or clear the cell",
            ));
        }
        if !["", ORGANISATIONS].contains(&row.get("asked_by")) {
            let remedy = format!("write {ORGANISATIONS} where only these can ask, or clear the cell");
            errors.push(row.error("asked_by", "says not who can ask", remedy));
        }
        let text = |column| row.get(column).to_owned();
        services.push(Service {
            id: text("id"),
            centre: centre.into(),
            service: text("service"),
            scheme: Some(scheme.to_owned()).filter(|scheme| !scheme.is_empty()),
            asked_by: text("asked_by"),
            who_can_ask: text("who_can_ask"),
            papers: text("papers"),
            fee: text("fee"),
            days_promised: text("days_promised"),
            appeal: text("appeal"),
            as_of: text("as_of"),
            source: text("source"),
        });
    }
    services
}

fn district_products(
    files: &dyn Files,
    known: &Known<'_>,
    errors: &mut Vec<RowError>,
) -> Vec<DistrictProduct> {
    let table = sourced(files, "district_products.csv", DISTRICT_PRODUCTS, errors);
    let mut products = Vec::new();
    for row in table.rows() {
        let text = |column| row.get(column).to_owned();
        for craft in row.list("craft_id").filter(|craft| !known.is("clusters", craft)) {
            let reason = format!("names `{craft}`, which is no id in tables/clusters.csv");
            errors.push(row.error("craft_id", reason, "correct it or clear the cell"));
        }
        check_family(row, known, errors);
        let Some(district) = region(row, ["", "state", "district"], View::India, known, errors) else {
            continue;
        };
        check_census(row, &district, errors);
        products.push(DistrictProduct {
            id: text("id"),
            district,
            product: text("product"),
            family: text("technique_family"),
            crafts: row.list("craft_id").map(str::to_owned).collect(),
            scheme: text("scheme"),
            as_of: text("as_of"),
            source: text("source"),
        });
    }
    products
}

fn training(files: &dyn Files, known: &Known<'_>, errors: &mut Vec<RowError>) -> Vec<TrainingFact> {
    let table = sourced(files, "training_centres.csv", TRAINING, errors);
    let mut facts = Vec::new();
    for row in table.rows() {
        let text = |column| row.get(column).to_owned();
        if !known.is("centres", row.get("office_id")) {
            errors.push(row.error("office_id", "is no id in tables/centres.csv", "correct it"));
        }
        if !row.get("value").is_empty() {
            check_measure(row, errors);
        }
        let Some(region) = region(row, REGION_COLUMNS, View::India, known, errors) else { continue };
        facts.push(TrainingFact {
            id: text("id"),
            kind: text("row_kind"),
            region,
            office: text("office_id"),
            area: text("area"),
            course_level: text("course_level"),
            craft: text("craft"),
            value: text("value"),
            unit: text("unit"),
            period: text("period"),
            note: text("note"),
            source: text("source"),
        });
    }
    facts
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use crate::fixture;
    use std::collections::{HashMap, HashSet};

    pub(crate) fn read_table<T>(
        name: &str,
        text: &str,
        read: impl Fn(&dyn Files, &Known<'_>, &mut Vec<RowError>) -> Vec<T>,
    ) -> (Vec<T>, Vec<String>) {
        let mut files = fixture::files();
        files.insert(format!("tables/{name}"), text.as_bytes().to_vec());
        let geography = fixture::geography();
        let known = Known {
            geography: &geography,
            layers: &[],
            families: vec!["pottery", "wood"],
            ids: HashMap::from([("centres", HashSet::from(["c1"])), ("clusters", HashSet::from(["k1"]))]),
        };
        let mut errors = Vec::new();
        let rows = read(&files, &known, &mut errors);
        (rows, errors.iter().map(ToString::to_string).collect())
    }

    #[test]
    fn a_jurisdiction_holds_in_both_views() {
        let head = JURISDICTIONS.join(",");
        let (rows, errors) = read_table(
            "jurisdictions.csv",
            &format!(
                "{head}\nc1,district,Pakistan,Azad Kashmir,Mirpur,,training,2018-07,s\n\
                 c9,district,India,Punjab,Amritsar,050,trainning,July,\n"
            ),
            jurisdictions,
        );
        assert_eq!(rows[0].india.as_str(), "IN-JK-x-mirpur");
        assert_eq!(rows[0].neutral.as_ref().unwrap().as_str(), "PK-JK-x-mirpur");
        assert_eq!(rows.len(), 1);
        let all = errors.join("\n");
        for part in ["has no source", "not a date", "`centre_id`: \"c9\"", "did you mean `training`?"] {
            assert!(all.contains(part), "{part} is not in\n{all}");
        }
    }

    #[test]
    fn a_body_of_one_administration_does_not_serve_the_whole_of_a_region_where_two_meet() {
        let text = format!(
            "{}\nc1,state,Pakistan,Azad Kashmir,,,training,,s\nc1,state,India,Jammu and Kashmir,,,design,,s\n",
            JURISDICTIONS.join(",")
        );
        let (rows, errors) = read_table("jurisdictions.csv", &text, jurisdictions);
        assert_eq!(errors, [] as [String; 0]);
        let regions =
            rows.iter().map(|row| (row.india.as_str(), row.neutral.as_ref().map(RegionCode::as_str)));
        let regions: Vec<_> = regions.collect();
        assert_eq!(regions, [("IN-JK-x-mirpur", Some("PK-JK")), ("IN-JK", Some("IN-JK"))]);
    }

    #[test]
    fn a_product_of_a_district_needs_the_right_census_code_and_family() {
        let text = format!(
            "{}\np1,Punjab,Amritsar,049,Pots,pottery,k1,ODOP,,s\np2,Punjab,Amritsar,050,Pots,potery,k2,ODOP,,s\n",
            DISTRICT_PRODUCTS.join(",")
        );
        let (rows, errors) = read_table("district_products.csv", &text, district_products);
        assert_eq!(rows[0].district.as_str(), "IN-PB-049");
        assert_eq!(errors.len(), 3);
        assert!(errors.iter().any(|error| error.contains("did you mean `pottery`?")));
    }
}
