//! `integrations` of a customer: its connections to systems of third parties.

mod also;
mod billing;
mod calendar;
mod criipto;
mod economic;
pub(crate) mod examples;
mod licenses;
mod ms365;
mod mvno_private;
mod rackbeat;
mod uniconta;

pub use also::AlsoIntegration;
pub use billing::BillingIntegrations;
pub use calendar::{CalendarCategoryMapping, CalendarShowAsMappings, Presence};
pub use criipto::CriiptoIntegration;
pub use economic::EconomicIntegration;
pub use licenses::LicenseIntegrations;
pub use ms365::Ms365Integration;
pub use mvno_private::MvnoPrivateIntegration;
pub use rackbeat::RackbeatIntegration;
pub use uniconta::UnicontaIntegration;

use schemars::JsonSchema;
use serde::Deserialize;
use telecomx_contract::Resource;

/// A customer's connections to systems of third parties.
#[derive(Debug, Clone, PartialEq, Default, Deserialize, JsonSchema, Resource)]
#[serde(rename_all = "camelCase")]
pub struct Integrations {
    /// Integrations with systems that do the invoicing.
    pub billing: Option<BillingIntegrations>,
    /// Integration with Criipto, for signature orders.
    pub criipto: Option<CriiptoIntegration>,
    /// Integrations with third parties that supply licenses, such as ALSO.
    pub licenses: Option<LicenseIntegrations>,
    /// Integration with Microsoft 365.
    pub ms365: Option<Ms365Integration>,
    /// Integration with MVNO for private customers.
    pub mvno_private: Option<MvnoPrivateIntegration>,
}
