//! One of the `dataSharingSims` of an MVNO account.

use schemars::JsonSchema;
use serde::Deserialize;
use telecomx_contract::Resource;

use crate::SimCard;

/// An add-on SIM card that shares the data of an account.
///
/// Only available on the TDC network.
#[derive(Debug, Clone, PartialEq, Default, Deserialize, JsonSchema, Resource)]
#[serde(rename_all = "camelCase")]
pub struct DataSharingSim {
    /// The SIM card itself.
    #[serde(flatten)]
    pub sim: SimCard,
    /// Phone number assigned to the SIM card.
    pub number: Option<String>,
    /// What the SIM card is called, which the user may provide.
    pub name: Option<String>,
}
