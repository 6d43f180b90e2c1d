//! `mvnoSimStats` of a customer: the SIM cards it has available for automatic assignment.

use schemars::JsonSchema;
use serde::Deserialize;
use telecomx_contract::Resource;

/// Which SIM cards a customer has available for automatic assignment.
#[derive(Debug, Clone, PartialEq, Default, Deserialize, JsonSchema, Resource)]
#[serde(rename_all = "camelCase")]
pub struct SimAvailability {
    /// Whether MVNO accounts can be created with a TDC SIM card that is assigned automatically.
    ///
    /// `true` means that the customer has such cards available.
    pub auto_assign_tdc: Option<bool>,
    /// Whether MVNO accounts can be created with a Telenor SIM card that is assigned automatically.
    ///
    /// `true` means that the customer has such cards available.
    pub auto_assign_telenor: Option<bool>,
}
