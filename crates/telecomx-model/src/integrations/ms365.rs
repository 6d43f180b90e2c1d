//! `integrations.ms365` of a customer: the connection to Microsoft 365.

use schemars::JsonSchema;
use serde::Deserialize;
use telecomx_contract::Resource;

use crate::integrations::{CalendarCategoryMapping, CalendarShowAsMappings};

/// A customer's connection to Microsoft 365.
#[derive(Debug, Clone, PartialEq, Default, Deserialize, JsonSchema, Resource)]
#[serde(rename_all = "camelCase")]
pub struct Ms365Integration {
    /// Whether the integration is switched on for this customer.
    pub enabled: Option<bool>,
    /// Identifies the customer's tenant in Microsoft 365.
    pub tenant_id: Option<String>,
    /// Whether the connection to the tenant has been verified.
    pub verified: Option<bool>,
    /// Whether the calendars of users are integrated.
    pub calendar_sync: Option<bool>,
    /// Whether the contacts of users are integrated.
    pub contacts_sync: Option<bool>,
    /// Whether the contacts of the organisation are integrated.
    pub org_contacts_sync: Option<bool>,
    /// Whether presence, the Teams status `InAMeeting`/`InACall`, or both are synchronized.
    pub presence_sync: Option<bool>,
    /// How the "show as" value of a calendar entry sets a user's presence state.
    pub calendar_show_as_mappings: Option<CalendarShowAsMappings>,
    /// The presence states that categories of a calendar are mapped to.
    pub calendar_category_mappings: Option<Vec<CalendarCategoryMapping>>,
}
