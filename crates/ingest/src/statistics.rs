//! Figures, and what their topics are called. A figure whose topic has no title fails the load with its row.

use crate::reference::{Known, check_measure, sourced};
use crate::table::{Row, Table};
use crate::table_layer::YEARS;
use crate::{Files, RowError};
use karigar_model::closest;
use karigar_model::query::Interval;
use karigar_model::reference::{Statistic, TOPIC_GROUPS, Topic, WHOLE};

const STATISTICS: &[&str] = &["id", "topic", "region", "period", "value", "unit", "note", "source"];
const TOPICS: &[&str] =
    &["topic", "title_en", "title_hi", "title_ur", "group", "role", "of", "crafts", "families"];
const TOPIC_FILE: &str = "tables/statistic_topics.csv";
const ROLES: &[&str] = &["", "part", "partner", "partner-group"];

/// Reads `statistic_topics.csv`.
pub(crate) fn topics(files: &dyn Files, known: &Known<'_>, errors: &mut Vec<RowError>) -> Vec<Topic> {
    let table = Table::of_file(files, TOPIC_FILE, TOPICS, errors);
    table.unique(&["topic"], errors);
    let mut topics = Vec::new();
    for row in table.rows() {
        row.filled(&["topic", "title_en", "title_hi", "group"], errors);
        one_of(row, "group", TOPIC_GROUPS, errors);
        one_of(row, "role", ROLES, errors);
        let of = row.get("of");
        if !of.is_empty() && of != WHOLE && !table.rows().any(|other| other.get("topic") == of) {
            errors.push(row.error("of", "is no topic of this table", format!("write a topic, or {WHOLE}")));
        }
        for craft in row.list("crafts").filter(|craft| !known.is("clusters", craft)) {
            let reason = format!("names `{craft}`, which is no id in tables/clusters.csv");
            errors.push(row.error("crafts", reason, "correct it or clear the cell"));
        }
        for family in row.list("families").filter(|family| !known.families.contains(family)) {
            let reason = format!("names `{family}`, which is no craft family");
            errors.push(row.error("families", reason, "write a code of the list"));
        }
        let text = |column| row.get(column).to_owned();
        let list = |column| row.list(column).map(str::to_owned).collect();
        topics.push(Topic {
            topic: text("topic"),
            title_en: text("title_en"),
            title_hi: text("title_hi"),
            title_ur: text("title_ur"),
            group: text("group"),
            role: text("role"),
            of: text("of"),
            crafts: list("crafts"),
            families: list("families"),
        });
    }
    topics
}

fn one_of(row: Row<'_>, column: &str, known: &[&str], errors: &mut Vec<RowError>) {
    if !row.get(column).is_empty() && !known.contains(&row.get(column)) {
        errors.push(row.error(column, "is not known", format!("write one of {}", known.join(", "))));
    }
}

/// Reports a topic without a title, and a part whose whole has none.
fn check_topic(row: Row<'_>, topics: &[Topic], errors: &mut Vec<RowError>) {
    let topic = row.get("topic");
    let whole = topic.split_once(':').map(|(whole, _)| whole);
    for name in std::iter::once(topic).chain(whole) {
        if !name.is_empty() && !topics.iter().any(|known| known.topic == name) {
            let near = closest(name, topics.iter().map(|known| known.topic.as_str()));
            let hint = near.map(|near| format!(" (did you mean `{near}`?)")).unwrap_or_default();
            let reason = format!("has no title: `{name}` is not in {TOPIC_FILE}{hint}");
            errors.push(row.error("topic", reason, format!("correct it, or add `{name}` there")));
        }
    }
}

/// Reads `statistics.csv`.
pub(crate) fn statistics(
    files: &dyn Files,
    known: &Known<'_>,
    topics: &[Topic],
    errors: &mut Vec<RowError>,
) -> Vec<Statistic> {
    let table = sourced(files, "statistics.csv", STATISTICS, errors);
    let mut statistics = Vec::new();
    for row in table.rows() {
        let text = |column| row.get(column).to_owned();
        let regions = known.geography.resolve_name(row.get("region"));
        if regions.is_empty() {
            let remedy = "correct it, or add it to region_aliases.csv or tables/region_groups.csv";
            errors.push(row.error("region", "is not the name of one region or group", remedy));
        }
        check_measure(row, errors);
        row.filled(&["topic", "unit"], errors);
        check_topic(row, topics, errors);
        if !is_period(row.get("period")) {
            let remedy =
                "write 2021, 2021-08, 2021-22, 2019-20 to 2021-22 or last three years, or clear the cell";
            errors.push(row.error("period", "names no year", remedy));
        }
        statistics.push(Statistic {
            id: text("id"),
            topic: text("topic"),
            region: text("region"),
            regions,
            period: text("period"),
            value: text("value"),
            unit: text("unit"),
            note: text("note"),
            source: text("source"),
        });
    }
    statistics
}

/// Whether a text says which years a figure is of: dates and financial years, with months of three letters
/// and the words `to` and `and` between them, or how many years back from the source. Empty where not known.
fn is_period(text: &str) -> bool {
    const MONTHS: &[&str] =
        &["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    let digits = |part: &str, long: usize| part.len() == long && part.bytes().all(|b| b.is_ascii_digit());
    let is_year = |word: &str| {
        let financial = word.split_once('-').is_some_and(|(from, to)| digits(from, 4) && digits(to, 2));
        (financial || Interval::of_date(word).is_some())
            && word.get(..4).and_then(|year| year.parse().ok()).is_some_and(|year| YEARS.contains(&year))
    };
    let is_word = |word: &str| matches!(word, "to" | "and") || word.split('-').all(|m| MONTHS.contains(&m));
    text.is_empty()
        || text.split(' ').any(is_year) && text.split(' ').all(|word| is_year(word) || is_word(word))
        || text.starts_with("last ") && text.ends_with(" years")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reference::tests::read_table;

    fn topic(topic: &str) -> Topic {
        Topic {
            topic: topic.to_owned(),
            title_en: "Title".to_owned(),
            title_hi: String::new(),
            title_ur: String::new(),
            group: "people".to_owned(),
            role: String::new(),
            of: String::new(),
            crafts: Vec::new(),
            families: Vec::new(),
        }
    }

    #[test]
    fn a_topic_without_a_title_is_an_error_of_its_row() {
        let text = format!(
            "{}\ns1,artisans,India,2021,1,artisans,,s\ns2,artizans,India,2021,1,artisans,,s\ns3,sold:Chad,India,,1,percent,,s\n",
            STATISTICS.join(",")
        );
        let topics = [topic("artisans"), topic("sold:Chad")];
        let (_, errors) = read_table("statistics.csv", &text, |files, known, errors| {
            statistics(files, known, &topics, errors)
        });
        assert_eq!(errors.len(), 2, "{errors:?}");
        assert!(
            errors[0].contains("row 3, column `topic`") && errors[0].contains("did you mean `artisans`?")
        );
        assert!(errors[1].contains("row 4") && errors[1].contains("`sold` is not in"));
    }

    #[test]
    fn a_title_needs_a_heading_and_known_crafts() {
        let text =
            format!("{}\na,A,अ,,people,,b,k1,pottery\nb,B,,,peeple,whole,c,k2,potery\n", TOPICS.join(","));
        let (rows, errors) = read_table("statistic_topics.csv", &text, topics);
        assert_eq!((rows[0].title("hi"), rows[0].title("ur")), ("अ", "A"));
        assert_eq!(errors.len(), 6, "{errors:?}");
    }

    #[test]
    fn a_statistic_of_a_group_counts_for_its_members() {
        let topics = [topic("artisans")];
        let text = format!(
            "{}\ns1,artisans,The North,2021,12.50,artisans,,s\ns1,artisans,Atlantis,2021,1e5,artisans,,s\n",
            STATISTICS.join(",")
        );
        let (rows, errors) = read_table("statistics.csv", &text, |files, known, errors| {
            statistics(files, known, &topics, errors)
        });
        assert_eq!(rows[0].regions.len(), 2);
        assert_eq!(rows[0].value, "12.50");
        assert_eq!(errors.len(), 3, "id, region and value: {errors:?}");
    }

    #[test]
    fn a_period_names_years_or_counts_them_back() {
        for period in [
            "",
            "2021",
            "2021-08",
            "2024-03-30",
            "2019-22",
            "2015-16 to 2021-06",
            "2020-21 and 2021-22",
            "2016-17 to Oct",
            "2012-13 Apr-Feb",
            "last three financial years",
        ] {
            assert!(is_period(period), "{period}");
        }
        for period in ["garbage", "20", "Apr-Feb", "garbage of 2021", "2021-O8", "1021", "2021-13-01", "to"] {
            assert!(!is_period(period), "{period}");
        }
    }
}
