//! `mvnoSimNetworkChangeTo` of an MVNO account: the SIM card of the network it changes to.

use schemars::JsonSchema;
use serde::Deserialize;
use telecomx_contract::Resource;

use crate::{SimCard, Timestamp};

/// The SIM card of the network that an account is changing to.
#[derive(Debug, Clone, PartialEq, Default, Deserialize, JsonSchema, Resource)]
#[serde(rename_all = "camelCase")]
pub struct NetworkChange {
    /// The SIM card on the new network.
    #[serde(flatten)]
    pub sim: SimCard,
    /// Date on which the change of network will happen.
    ///
    /// `null` until the change has been confirmed.
    #[nullable]
    pub when: Option<Timestamp>,
    /// SOCs that will be applied when the change of network has completed.
    pub socs: Option<Vec<String>>,
}
