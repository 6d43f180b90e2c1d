//! Free JSON that third parties append to an object.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use telecomx_contract::Redact;

/// Free JSON that third parties append to an object, at most 4096 bytes of it.
///
/// The limit holds for what is made here; what the server sends is read whatever its size.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct CustomData(Map<String, Value>);

/// Custom data beyond its limit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CustomDataTooLarge {
    /// The size as JSON, in bytes.
    pub bytes: usize,
}

impl std::fmt::Display for CustomDataTooLarge {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let (bytes, limit) = (self.bytes, CustomData::MAX_BYTES);
        write!(
            f,
            "custom data is {bytes} bytes of JSON, and at most {limit} are kept"
        )
    }
}

impl std::error::Error for CustomDataTooLarge {}

impl CustomData {
    /// The largest size as JSON, in bytes.
    pub const MAX_BYTES: usize = 4096;

    /// Wraps a JSON object.
    ///
    /// # Errors
    ///
    /// One that is larger than [`MAX_BYTES`](Self::MAX_BYTES) when written as compact JSON.
    pub fn new(object: Map<String, Value>) -> Result<Self, CustomDataTooLarge> {
        let data = Self(object);
        // A JSON object always can be written as JSON.
        let bytes = serde_json::to_vec(&data).map_or(0, |json| json.len());
        match bytes > Self::MAX_BYTES {
            true => Err(CustomDataTooLarge { bytes }),
            false => Ok(data),
        }
    }

    /// The JSON object.
    pub fn as_object(&self) -> &Map<String, Value> {
        &self.0
    }
}

/// A number in it is one that was read, or that `serde_json` takes for one.
impl Redact for CustomData {
    const IS_FINITE: bool = true;
}

impl JsonSchema for CustomData {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "CustomData".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            // Generators that make a type of it take its name from here.
            "title": "CustomData",
            "type": "object",
            "additionalProperties": true,
            "x-max-bytes": Self::MAX_BYTES,
        })
    }
}
