//! Records as rows: points as two numbers, other geometries beside them, properties as JSON.

use crate::change::Change;
use crate::error::Fault;
use crate::{Error, Store, wkb};
use geo_types::Geometry;
use karigar_model::query::fnv1a;
use karigar_model::record::Placement;
use karigar_model::{Record, RegionCode};
use serde::de::DeserializeOwned;
use sqlx::sqlite::SqliteRow;
use sqlx::{QueryBuilder, Row, Sqlite};

/// Rows of one `INSERT`; SQLite takes at most 32,766 bound values.
const BLOCK: usize = 1_000;

/// A number for the content of a record, its version left out: equal for equal content.
pub(crate) fn fingerprint(record: &Record) -> String {
    let geometry = record.geometry.as_ref().map(wkb::write);
    let content = serde_json::to_vec(&(&record.properties, &record.aliases, &record.placement, geometry));
    format!("{:016x}", fnv1a(&content.unwrap_or_default()))
}

/// A record on its way into the table.
pub(crate) struct Write<'a> {
    pub record: &'a Record,
    pub version: u32,
    pub fingerprint: String,
}

/// Inserts records, or replaces what stands under their ids, and revives what was deleted.
pub(crate) async fn write(change: &mut Change, writes: &[Write<'_>]) -> Result<(), Fault> {
    let provenance = change.provenance;
    for block in writes.chunks(BLOCK) {
        let mut query = QueryBuilder::<Sqlite>::new(
            "INSERT INTO record (layer, id, version, lon, lat, properties, aliases, india, neutral, \
             fingerprint, provenance) ",
        );
        let mut rows = Vec::with_capacity(block.len());
        for write in block {
            rows.push((write, json(&write.record.properties)?, json(&write.record.aliases)?));
        }
        query.push_values(rows, |mut row, (Write { record, version, fingerprint }, properties, aliases)| {
            let point = point(record);
            row.push_bind(&record.layer)
                .push_bind(&record.id)
                .push_bind(*version)
                .push_bind(point.map(geo_types::Point::x))
                .push_bind(point.map(geo_types::Point::y))
                .push_bind(properties)
                .push_bind(aliases)
                .push_bind(record.placement.india.as_ref().map(RegionCode::as_str))
                .push_bind(record.placement.neutral.as_ref().map(RegionCode::as_str))
                .push_bind(fingerprint)
                .push_bind(provenance);
        });
        query.push(
            " ON CONFLICT (layer, id) DO UPDATE SET version = excluded.version, lon = excluded.lon, \
             lat = excluded.lat, properties = excluded.properties, aliases = excluded.aliases, \
             india = excluded.india, neutral = excluded.neutral, fingerprint = excluded.fingerprint, \
             provenance = excluded.provenance, deleted_at = NULL",
        );
        query.build().execute(change.connection()).await?;
    }
    for write in writes {
        write_geometry(change, write).await?;
    }
    Ok(())
}

async fn write_geometry(change: &mut Change, write: &Write<'_>) -> Result<(), Fault> {
    let Record { layer, id, geometry, .. } = write.record;
    let shape = geometry.as_ref().filter(|geometry| !matches!(geometry, Geometry::Point(_)));
    if let Some(shape) = shape {
        sqlx::query(
            "INSERT INTO geometry (layer, id, wkb) VALUES ($1, $2, $3) \
             ON CONFLICT (layer, id) DO UPDATE SET wkb = excluded.wkb",
        )
        .bind(layer)
        .bind(id)
        .bind(wkb::write(shape))
        .execute(change.connection())
        .await?;
    } else if write.version > 1 {
        sqlx::query("DELETE FROM geometry WHERE layer = $1 AND id = $2")
            .bind(layer)
            .bind(id)
            .execute(change.connection())
            .await?;
    }
    Ok(())
}

fn point(record: &Record) -> Option<geo_types::Point<f64>> {
    match record.geometry {
        Some(Geometry::Point(point)) => Some(point),
        _ => None,
    }
}

pub(crate) fn json(value: &impl serde::Serialize) -> Result<String, Fault> {
    serde_json::to_string(value).map_err(|error| Fault::Row(error.to_string()))
}

pub(crate) fn from_json<T: DeserializeOwned>(what: &str, text: &str) -> Result<T, Fault> {
    serde_json::from_str(text).map_err(|error| Fault::Row(format!("{what}: {error}")))
}

fn read(row: &SqliteRow) -> Result<Record, Fault> {
    let (layer, id): (String, String) = (row.try_get("layer")?, row.try_get("id")?);
    let what = format!("record `{id}` of the layer `{layer}`");
    let code = |column: &str| -> Result<Option<RegionCode>, Fault> {
        let text: Option<String> = row.try_get(column)?;
        text.map(|text| RegionCode::try_from(text).map_err(|error| Fault::Row(format!("{what}: {error}"))))
            .transpose()
    };
    let point: (Option<f64>, Option<f64>) = (row.try_get("lon")?, row.try_get("lat")?);
    let shape: Option<Vec<u8>> = row.try_get("wkb")?;
    let geometry = match (shape, point) {
        (Some(bytes), _) => Some(
            wkb::read(&bytes).ok_or_else(|| Fault::Row(format!("{what}: the geometry cannot be read")))?,
        ),
        (None, (Some(lon), Some(lat))) => Some(geo_types::Point::new(lon, lat).into()),
        _ => None,
    };
    Ok(Record {
        version: row.try_get("version")?,
        geometry,
        properties: from_json(&what, row.try_get("properties")?)?,
        placement: Placement { india: code("india")?, neutral: code("neutral")? },
        aliases: from_json(&what, row.try_get("aliases")?)?,
        layer,
        id,
    })
}

impl Store {
    /// The records of a layer that are not deleted, by id.
    pub async fn records(&self, layer: &str) -> Result<Vec<Record>, Error> {
        let rows = sqlx::query(
            "SELECT r.layer, r.id, r.version, r.lon, r.lat, r.properties, r.aliases, r.india, r.neutral, g.wkb \
             FROM record r LEFT JOIN geometry g ON g.layer = r.layer AND g.id = r.id \
             WHERE r.layer = $1 AND r.deleted_at IS NULL ORDER BY r.id",
        )
        .bind(layer)
        .fetch_all(&self.reader)
        .await
        .map_err(|error| self.named(error))?;
        rows.iter().map(read).collect::<Result<_, Fault>>().map_err(|fault| self.named(fault))
    }
}
