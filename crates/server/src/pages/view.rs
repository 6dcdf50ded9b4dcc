//! What pages show of a feature, the same everywhere: rows, badges, stripes.

use super::frame::escape;
use super::record::ORGANISATIONS;
use super::said::{Said, foreign, name, place, said};
use crate::i18n::Language;
use crate::portal::Snapshot;
use karigar_index::{FeatureRef, LayerSnapshot};
use karigar_model::layer::Code;
use karigar_model::query::Query;
use karigar_model::{Layer, Precision, RegionCode, Role, ValueRef};

/// A share of a dye group in what a page shows.
#[derive(Clone, Debug)]
pub struct Stripe {
    /// The dye.
    pub dye: String,
    /// Icon of its first family that is present.
    pub icon: String,
    /// Its name.
    pub label: String,
    /// How many features.
    pub count: usize,
    /// Codes of the category in the group, comma-separated, as a filter takes them.
    pub codes: String,
}

/// A word with an icon.
#[derive(Clone, Debug)]
pub struct Badge {
    /// Extra class, such as `badge-gi`.
    pub class: &'static str,
    /// Icon.
    pub icon: &'static str,
    /// Word.
    pub text: String,
}

/// A feature in a list.
#[derive(Clone, Debug)]
pub struct Row {
    /// Its id.
    pub id: String,
    /// Address of its page.
    pub url: String,
    /// Its name.
    pub name: Said,
    /// Place and state in words.
    pub place: Said,
    /// One sentence.
    pub summary: Said,
    /// Value of its category; draws pattern and icon.
    pub category: String,
    /// Whether the category is a craft family, which has a dye and a pattern.
    pub dyed: bool,
    /// What stands below it.
    pub badges: Vec<Badge>,
    /// How far away, in words; empty when not asked.
    pub distance: String,
    /// Who says so, shortened.
    pub source: Said,
}

/// The text of the field with a role; empty when it has none.
pub fn text_of<'a>(layer: &Layer, feature: FeatureRef<'a>, role: Role) -> &'a str {
    layer.role(role).and_then(|field| feature.text(field)).unwrap_or_default()
}

/// The text of a field by its id; empty when it has none.
pub fn field_of<'a>(layer: &Layer, feature: FeatureRef<'a>, id: &str) -> &'a str {
    layer.field_index(id).and_then(|field| feature.text(field)).unwrap_or_default()
}

/// A feature's entry in a list.
pub fn row(language: &Language, snapshot: &Snapshot, layer: &Layer, feature: FeatureRef<'_>) -> Row {
    let category = text_of(layer, feature, Role::Category);
    let name = name(language, layer, feature);
    let code = layer.role(Role::Category).and_then(|field| layer.code(&layer.fields[field], category));
    Row {
        id: feature.id().to_owned(),
        url: url(language.root(), layer, feature),
        place: place(language, snapshot, layer, feature).without_start(&name, language.comma()),
        summary: said(language, layer, feature, Role::Summary),
        name,
        category: if category.is_empty() { layer.icon.clone() } else { category.to_owned() },
        dyed: code.is_some_and(|code| code.group.is_some()),
        badges: badges(language, layer, feature),
        distance: String::new(),
        source: first_source(language, layer, feature),
    }
}

/// Who says so, in a list: the first source. What is known of an organisation was gathered from its centres.
fn first_source(language: &Language, layer: &Layer, feature: FeatureRef<'_>) -> Said {
    if layer.id == ORGANISATIONS {
        return Said::own(language.count("row-from-centres", centres_of(layer, feature)));
    }
    let first = sources(text_of(layer, feature, Role::Source)).into_iter().next();
    first.map_or_else(Said::default, |one| foreign(language, layer, &one.label))
}

/// How many centres an organisation has.
pub fn centres_of(layer: &Layer, feature: FeatureRef<'_>) -> usize {
    match layer.field_index("centres").map(|field| feature.value(field)) {
        Some(ValueRef::Integer(centres)) => usize::try_from(centres).unwrap_or_default(),
        _ => 0,
    }
}

/// Address of a feature's page.
pub fn url(root: &str, layer: &Layer, feature: FeatureRef<'_>) -> String {
    if layer.id == "regions" {
        return RegionCode::parse(feature.id())
            .map_or_else(String::new, |code| format!("{root}/r/{}", code.path()));
    }
    let id: String = form_urlencoded::byte_serialize(feature.id().as_bytes()).collect();
    format!("{root}/{}/{}", layer.page, id.replace('+', "%20"))
}

/// The country that the source's own words for the place end with. In a view it may lie in another one.
pub fn stated_country(snapshot: &Snapshot, layer: &Layer, feature: FeatureRef<'_>) -> Option<RegionCode> {
    let stated = text_of(layer, feature, Role::Place);
    let countries = snapshot.tree.children(None);
    countries
        .iter()
        .find(|country| stated.ends_with(country.name.as_str()))
        .map(|country| country.code.clone())
}

/// GI registration, precision and kind, as badges.
pub fn badges(language: &Language, layer: &Layer, feature: FeatureRef<'_>) -> Vec<Badge> {
    let mut badges = Vec::new();
    if field_of(layer, feature, "gi_status") == "registered" {
        badges.push(Badge {
            class: "badge-gi",
            icon: "gi-registered",
            text: gi_text(language, layer, feature),
        });
    }
    if let Ok(precision) = text_of(layer, feature, Role::Precision).parse::<Precision>() {
        badges.push(precision_badge(language, precision));
    } else if feature.geometry().is_none() {
        badges.push(Badge { class: "", icon: "approximate-place", text: language.text("precision-none") });
    }
    badges
}

fn gi_text(language: &Language, layer: &Layer, feature: FeatureRef<'_>) -> String {
    let value = |id: &str| {
        layer.field_index(id).map(|field| feature.value(field).display().into_owned()).unwrap_or_default()
    };
    let (number, year) = (value("gi_number"), value("gi_year"));
    match (number.is_empty(), year.is_empty()) {
        (false, false) => language.with("badge-gi", [("number", &number), ("year", &year)]),
        (false, true) => language.with("badge-gi-number", [("number", &number)]),
        (true, false) => language.with("badge-gi-year", [("year", &year)]),
        (true, true) => language.text("badge-gi-plain"),
    }
}

/// How exactly a place is known, as a badge.
pub fn precision_badge(language: &Language, precision: Precision) -> Badge {
    let icon = if precision < Precision::District { "exact" } else { "approximate-place" };
    Badge { class: "", icon, text: language.text(&format!("precision-{}", precision.code())) }
}

/// Shares of the dye groups among the features that a query finds; empty for a layer without dyes.
pub fn stripes(language: &Language, layer: &LayerSnapshot, query: &Query) -> Vec<Stripe> {
    let described = layer.layer();
    let Some(field) = described.role(Role::Category) else { return Vec::new() };
    let codes = described.codes(&described.fields[field]);
    let groups = layer.aggregate(query, &[field]);
    let count_of = |code: &Code| {
        groups
            .iter()
            .find(|group| group.values[0].as_text() == Some(&code.value))
            .map_or(0, |group| group.count)
    };
    let mut stripes: Vec<Stripe> = Vec::new();
    for dye in DYES {
        let members: Vec<&Code> = codes.iter().filter(|code| code.group.as_deref() == Some(dye)).collect();
        let largest = members.iter().max_by_key(|code| (count_of(code), std::cmp::Reverse(&code.value)));
        let count: usize = members.iter().map(|code| count_of(code)).sum();
        if let (Some(largest), true) = (largest, count > 0) {
            stripes.push(Stripe {
                dye: (*dye).to_owned(),
                icon: largest.value.clone(),
                label: language.text(&format!("dye-{dye}")),
                count,
                codes: members.iter().map(|code| code.value.as_str()).collect::<Vec<_>>().join(","),
            });
        }
    }
    stripes
}

/// Shares of dye groups as a reader hears them: "Clay, stone and glass 66, Wood 31".
pub fn stripes_text(stripes: &[Stripe]) -> String {
    let parts: Vec<String> =
        stripes.iter().map(|stripe| format!("{} {}", stripe.label, stripe.count)).collect();
    parts.join(", ")
}

/// The dyes in the fixed order of every ring, bar, legend and facet.
pub const DYES: &[&str] = &[
    "indigo",
    "lac",
    "madder",
    "terracotta",
    "verdigris",
    "catechu",
    "pomegranate",
    "turmeric",
    "slate",
    "jamun",
    "wool",
];

/// What a reader sees for a code of a field.
pub fn code_title<'a>(language: &Language, layer: &'a Layer, field: &str, value: &'a str) -> &'a str {
    let code = layer.field(field).and_then(|field| layer.code(field, value));
    code.map_or(value, |code| code.title(language.tag))
}

/// With a capital, as the head of an entry.
pub fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// One source of a record.
#[derive(Clone, Debug)]
pub struct Source {
    /// Its words, or the host of its address.
    pub label: String,
    /// Its address, where it has one.
    pub url: String,
    /// The language of its words; empty for that of the page.
    pub lang: &'static str,
}

impl Source {
    /// The attribute that tells its language.
    pub fn lang(&self) -> String {
        if self.lang.is_empty() { String::new() } else { format!(" lang=\"{}\"", self.lang) }
    }
}

/// The sources of a record of the atlas, which names them in English; tables part them by ` | `.
pub fn sources(text: &str) -> Vec<Source> {
    text.split(" | ").filter(|part| !part.trim().is_empty()).map(|part| source(part.trim())).collect()
}

fn source(text: &str) -> Source {
    let start = text.find("http://").or_else(|| text.find("https://"));
    let Some(start) = start else {
        let (label, url) = copied(text).unwrap_or_else(|| (text.to_owned(), String::new()));
        return Source { label, url, lang: "en" };
    };
    let end = text[start..].find([' ', ')', ',']).map_or(text.len(), |length| start + length);
    let url = &text[start..end];
    let words = text[..start].trim().trim_end_matches([',', '(']).trim();
    let label = if words.is_empty() { host(url).to_owned() } else { words.to_owned() };
    Source { label, url: url.to_owned(), lang: "en" }
}

/// What was read in a copy on GitHub, "register list no. 21 (github owner/repository, file)": its words and where
/// the copy is. Exports and the API keep the file and the commit.
fn copied(text: &str) -> Option<(String, String)> {
    let (before, copy) = text.split_once("github ")?;
    let repository = copy.split([',', ')', ' ']).next().filter(|name| name.contains('/'))?;
    let words = before.split(", as copied in").next()?.trim_end_matches([' ', ',', '(']);
    let label = if words.is_empty() { "github.com".to_owned() } else { format!("{words} (copy)") };
    Some((label, format!("https://github.com/{repository}")))
}

/// Who says so and since when, as HTML: "Source: handicrafts.nic.in, July 2018."
pub fn says(language: &Language, sources: &[Source], as_of: &str) -> String {
    let date = if as_of.is_empty() { language.text("date-not-stated") } else { language.date(as_of) };
    says_when(language, sources, &date)
}

/// Who says so, and of when in words, as HTML.
pub fn says_when(language: &Language, sources: &[Source], when: &str) -> String {
    let when = format!("<bdi class=\"num\">{}</bdi>", escape(when));
    language.with("says", [("sources", &linked(language, sources)), ("date", &when)])
}

/// Sources in one line, as HTML.
pub fn linked(language: &Language, sources: &[Source]) -> String {
    let link = |source: &Source| match source.url.as_str() {
        "" => format!("<bdi{}>{}</bdi>", source.lang(), escape(&source.label)),
        url => format!(
            "<a href=\"{}\" rel=\"noopener external\"{}>{}</a>",
            escape(url),
            source.lang(),
            escape(&source.label)
        ),
    };
    sources.iter().map(link).collect::<Vec<_>>().join(language.semicolon())
}

/// The host of a web address without `www.` and without a port.
pub fn host(url: &str) -> &str {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    let host = rest.split(['/', ':']).next().unwrap_or(rest);
    host.strip_prefix("www.").unwrap_or(host)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_source_is_named_by_its_words_or_its_host() {
        let read = sources(
            "GI Registry application 20, https://x.test/20 (read as GI.csv) | https://www.kstdc.co/a, b",
        );
        assert_eq!(
            (read[0].label.as_str(), read[0].url.as_str()),
            ("GI Registry application 20", "https://x.test/20")
        );
        assert_eq!((read[1].label.as_str(), read[1].url.as_str()), ("kstdc.co", "https://www.kstdc.co/a"));
        assert_eq!(sources("source document 4")[0].url, "");
        assert_eq!(sources("https://www.myscheme.gov.in:443/schemes/a")[0].label, "myscheme.gov.in");
    }

    #[test]
    fn a_source_read_in_a_copy_says_so_and_leads_there() {
        let read = sources(
            "register list no. 21 (github a-b/Visualizing, public/GI in India.txt) | \
             national list, category Primary, as copied in ml/odop.csv, github c/D, commit d65f46d | \
             github e/f, app/Data.java",
        );
        let read: Vec<_> = read.iter().map(|one| (one.label.as_str(), one.url.as_str())).collect();
        assert_eq!(
            read,
            [
                ("register list no. 21 (copy)", "https://github.com/a-b/Visualizing"),
                ("national list, category Primary (copy)", "https://github.com/c/D"),
                ("github.com", "https://github.com/e/f"),
            ]
        );
    }
}
