//! One entry of `addresses` of a customer: a place, with its own phone and fax number.

use schemars::JsonSchema;
use serde::Deserialize;
use telecomx_contract::Resource;

use crate::Id;

/// A place where a customer is located.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema, Resource)]
#[serde(rename_all = "camelCase")]
pub struct Address {
    /// Identifies the place.
    #[serde(rename = "_id")]
    pub id: Id,
    /// Whether this is the customer's main place.
    pub primary: Option<bool>,
    /// Another name for this place.
    pub alternative_name: Option<String>,
    /// Street, number and the like.
    pub address: Option<String>,
    /// The postal code of the place.
    pub zip: Option<String>,
    /// The town or city that the place is in.
    pub city: Option<String>,
    /// The state, within the country, that the place is in.
    pub state: Option<String>,
    /// The nation that the place is in.
    pub country: Option<String>,
    /// The phone number of the fixed line at this place, if it differs from the customer's primary number.
    pub fixed_number: Option<String>,
    /// The number of the fax machine at this place, if it differs from the customer's primary one.
    pub fax_number: Option<String>,
    /// Identifies the municipality that the place is in, as a number.
    ///
    /// Set automatically by the system.
    pub municipality_code: Option<i32>,
}
