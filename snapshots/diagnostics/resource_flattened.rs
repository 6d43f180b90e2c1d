use schemars::JsonSchema;
use serde::Deserialize;
use telecomx_contract::Resource;

/// Its properties are those of the flattened ones too.
#[derive(Debug, Deserialize, JsonSchema, Resource)]
#[serde(rename_all = "camelCase")]
pub struct Outer {
    /// Where it is.
    #[serde(flatten)]
    pub address: Address,
    /// The street, once more.
    pub street: Option<String>,
    /// Read by the name of a property of a property.
    #[serde(alias = "lat")]
    pub height: Option<String>,
    /// By what another is read.
    pub postcode: Option<String>,
    /// Whom to ask.
    #[serde(flatten)]
    pub contact: Contact,
}

/// Where something is.
#[derive(Debug, Deserialize, JsonSchema, Resource)]
#[serde(rename_all = "camelCase")]
pub struct Address {
    /// The street.
    pub street: Option<String>,
    /// The postal code.
    #[serde(alias = "postcode")]
    pub zip: Option<String>,
    /// On the map.
    #[serde(flatten)]
    pub point: Point,
}

/// A place on the map.
#[derive(Debug, Deserialize, JsonSchema, Resource)]
#[serde(rename_all = "camelCase")]
pub struct Point {
    /// The latitude.
    #[serde(rename = "lat")]
    pub latitude: Option<String>,
}

/// Whom to ask.
#[derive(Debug, Deserialize, JsonSchema, Resource)]
#[serde(rename_all = "camelCase")]
pub struct Contact {
    /// Where they are on the map.
    #[serde(alias = "lat")]
    pub place: Option<String>,
}

type Maybe = Option<String>;

/// What serde demands, though it can be left out.
#[derive(Debug, Deserialize, JsonSchema, Resource)]
#[serde(rename_all = "camelCase")]
pub struct Demanded {
    /// It can be left out.
    #[serde(deserialize_with = "Deserialize::deserialize")]
    pub alias: Maybe,
    /// It is always there.
    #[serde(deserialize_with = "Deserialize::deserialize")]
    pub text: String,
    /// It can be left out, and may be.
    #[serde(default, deserialize_with = "Deserialize::deserialize")]
    pub cured: Maybe,
}
