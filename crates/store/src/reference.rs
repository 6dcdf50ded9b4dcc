//! Reference rows as plain tables. Their types are flat: a column holds a text, nothing, or a JSON list.

use crate::change::Change;
use crate::error::Fault;
use crate::record::from_json;
use crate::{Error, Store};
use karigar_model::query::fnv1a;
use karigar_model::reference::Reference;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};
use sqlx::{QueryBuilder, Row, Sqlite, SqliteConnection};

/// Rows of one `INSERT`.
const BLOCK: usize = 500;

/// A table and its columns, which are called like the fields of its type.
struct Table {
    name: &'static str,
    columns: &'static [&'static str],
    /// Columns that hold a list or an object as JSON.
    lists: &'static [&'static str],
}

const NAME: Table =
    Table { name: "name", columns: &["layer", "id", "lang", "script", "name", "kind", "source"], lists: &[] };
const TRANSLATION: Table = Table {
    name: "translation",
    columns: &["layer", "id", "field", "lang", "text", "kind", "note"],
    lists: &[],
};
const JURISDICTION: Table = Table {
    name: "jurisdiction",
    columns: &["centre", "india", "neutral", "remit", "grade", "as_of", "source"],
    lists: &[],
};
const STATISTIC: Table = Table {
    name: "statistic",
    columns: &["id", "topic", "region", "regions", "period", "value", "unit", "note", "source"],
    lists: &["regions"],
};
const TOPIC: Table = Table {
    name: "statistic_topic",
    columns: &["topic", "title_en", "title_hi", "title_ur", "group", "role", "of", "crafts", "families"],
    lists: &["crafts", "families"],
};
const SCHEME_NAME: Table = Table {
    name: "scheme_name",
    columns: &["scheme", "name", "kind", "parent", "valid_from", "valid_to", "note", "source"],
    lists: &[],
};
const SCHEME: Table = Table {
    name: "scheme",
    columns: &[
        "id",
        "name",
        "short_name",
        "parent",
        "agency",
        "country",
        "state",
        "start_year",
        "end_year",
        "gives",
        "kind",
        "helps",
        "source",
    ],
    lists: &["helps"],
};
const SERVICE: Table = Table {
    name: "service",
    columns: &[
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
    ],
    lists: &[],
};
const DISTRICT_PRODUCT: Table = Table {
    name: "district_product",
    columns: &["id", "district", "product", "family", "crafts", "scheme", "as_of", "source"],
    lists: &["crafts"],
};
const TRAINING_FACT: Table = Table {
    name: "training_fact",
    columns: &[
        "id",
        "kind",
        "region",
        "office",
        "area",
        "course_level",
        "craft",
        "value",
        "unit",
        "period",
        "note",
        "source",
    ],
    lists: &[],
};
const CRAFT_TERM: Table = Table {
    name: "craft_term",
    columns: &["id", "name", "names", "family", "clusters", "note"],
    lists: &["clusters", "names"],
};

/// The columns for a statement; one of them may be a word of SQL.
fn quoted(table: &Table) -> String {
    table.columns.iter().map(|column| format!("\"{column}\"")).collect::<Vec<_>>().join(", ")
}

/// A number for the content of all reference rows.
pub(crate) fn fingerprint(reference: &Reference) -> String {
    let Reference {
        names,
        translations,
        jurisdictions,
        statistics,
        topics,
        schemes,
        scheme_names,
        services,
        district_products,
        training,
        craft_terms,
    } = reference;
    let first = (names, translations, jurisdictions, statistics, topics, schemes, scheme_names);
    let content = serde_json::to_vec(&(first, services, district_products, training, craft_terms));
    format!("{:016x}", fnv1a(&content.unwrap_or_default()))
}

/// Replaces all reference rows.
pub(crate) async fn replace(change: &mut Change, reference: &Reference) -> Result<(), Fault> {
    fill(change, &NAME, &reference.names).await?;
    fill(change, &TRANSLATION, &reference.translations).await?;
    fill(change, &JURISDICTION, &reference.jurisdictions).await?;
    fill(change, &STATISTIC, &reference.statistics).await?;
    fill(change, &TOPIC, &reference.topics).await?;
    fill(change, &SCHEME, &reference.schemes).await?;
    fill(change, &SCHEME_NAME, &reference.scheme_names).await?;
    fill(change, &SERVICE, &reference.services).await?;
    fill(change, &DISTRICT_PRODUCT, &reference.district_products).await?;
    fill(change, &TRAINING_FACT, &reference.training).await?;
    fill(change, &CRAFT_TERM, &reference.craft_terms).await
}

async fn fill<T: Serialize>(change: &mut Change, table: &Table, rows: &[T]) -> Result<(), Fault> {
    QueryBuilder::<Sqlite>::new("DELETE FROM ").push(table.name).build().execute(change.connection()).await?;
    for (number, block) in rows.chunks(BLOCK).enumerate() {
        let mut query = QueryBuilder::<Sqlite>::new("INSERT INTO ");
        query.push(table.name).push(" (position, ").push(quoted(table)).push(") ");
        let block: Vec<Value> = block
            .iter()
            .map(serde_json::to_value)
            .collect::<Result<_, _>>()
            .map_err(|error| Fault::Row(error.to_string()))?;
        query.push_values(block.iter().enumerate(), |mut row, (position, value)| {
            row.push_bind(i64::try_from(number * BLOCK + position).unwrap_or(i64::MAX));
            for column in table.columns {
                row.push_bind(match &value[column] {
                    Value::Null => None,
                    Value::String(text) => Some(text.clone()),
                    list => Some(list.to_string()),
                });
            }
        });
        query.build().execute(change.connection()).await?;
    }
    Ok(())
}

async fn read<T: DeserializeOwned>(
    connection: &mut SqliteConnection,
    table: &Table,
) -> Result<Vec<T>, Fault> {
    let mut query = QueryBuilder::<Sqlite>::new("SELECT ");
    query.push(quoted(table)).push(" FROM ").push(table.name).push(" ORDER BY position");
    let mut rows = Vec::new();
    for row in query.build().fetch_all(connection).await? {
        let mut object = Map::new();
        for column in table.columns {
            let text: Option<String> = row.try_get(column)?;
            let value = match text {
                None => Value::Null,
                Some(text) if table.lists.contains(column) => from_json(table.name, &text)?,
                Some(text) => Value::String(text),
            };
            object.insert((*column).to_owned(), value);
        }
        let what = |error| Fault::Row(format!("a row of the table `{}`: {error}", table.name));
        rows.push(serde_json::from_value(Value::Object(object)).map_err(what)?);
    }
    Ok(rows)
}

async fn read_all(connection: &mut SqliteConnection) -> Result<Reference, Fault> {
    Ok(Reference {
        names: read(connection, &NAME).await?,
        translations: read(connection, &TRANSLATION).await?,
        jurisdictions: read(connection, &JURISDICTION).await?,
        statistics: read(connection, &STATISTIC).await?,
        topics: read(connection, &TOPIC).await?,
        schemes: read(connection, &SCHEME).await?,
        scheme_names: read(connection, &SCHEME_NAME).await?,
        services: read(connection, &SERVICE).await?,
        district_products: read(connection, &DISTRICT_PRODUCT).await?,
        training: read(connection, &TRAINING_FACT).await?,
        craft_terms: read(connection, &CRAFT_TERM).await?,
    })
}

impl Store {
    /// All rows that are no layer, in the order of their tables.
    pub async fn reference(&self) -> Result<Reference, Error> {
        let read = async {
            // One transaction, so that all tables are of one load.
            let mut transaction = self.reader.begin().await?;
            read_all(&mut transaction).await
        };
        read.await.map_err(|fault| self.named(fault))
    }
}
