//! A cursor: where the next page of a result starts, opaque to clients.

use crate::{ParameterError, Value};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde::{Deserialize, Serialize};

const VERSION: u8 = 1;

/// The last feature of a page and the query it belongs to. The limit is not part of it, so that a
/// client may change the limit while paging.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Cursor {
    /// [`crate::Query::checksum`] of layer, query and order.
    pub checksum: u64,
    /// Values of the sort keys of the last feature.
    pub keys: Vec<Value>,
    /// Its id.
    pub id: String,
}

impl Cursor {
    /// The cursor as it stands in a URL.
    pub fn encode(&self) -> String {
        let json = serde_json::to_vec(&(VERSION, self.checksum, &self.keys, &self.id)).unwrap_or_default();
        URL_SAFE_NO_PAD.encode(json)
    }

    /// Reads a cursor that was made for the same layer, query and order.
    pub fn decode(text: &str, checksum: u64) -> Result<Self, ParameterError> {
        let wrong = |reason: &str| {
            ParameterError::new("cursor", text, reason)
                .allowed("the `next` link of an answer to the same query; leave it out to start again")
        };
        let bytes = URL_SAFE_NO_PAD.decode(text).map_err(|_| wrong("is not a cursor of this server"))?;
        let (version, made_for, keys, id): (u8, u64, Vec<Value>, String) =
            serde_json::from_slice(&bytes).map_err(|_| wrong("is not a cursor of this server"))?;
        if version != VERSION {
            return Err(wrong("was made by another version of this server"));
        }
        if made_for != checksum {
            return Err(wrong("belongs to another query"));
        }
        Ok(Self { checksum, keys, id })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cursor_fits_only_its_query() {
        let cursor =
            Cursor {
                checksum: u64::MAX, keys: vec![Value::Null, Value::Integer(3)], id: "gi-हाला".into()
            };
        assert_eq!(Cursor::decode(&cursor.encode(), u64::MAX).unwrap(), cursor);
        assert!(Cursor::decode(&cursor.encode(), 7).unwrap_err().reason.contains("another query"));
        assert!(Cursor::decode("%%", 7).is_err());
    }
}
