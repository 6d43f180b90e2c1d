//! `calendarShowAsMappings` and `calendarCategoryMappings` of a customer's `integrations.ms365`: how calendars
//! set the presence state.

use schemars::JsonSchema;
use serde::Deserialize;
use telecomx_contract::{OpenEnum, Resource};

/// The presence state that each "show as" value of a calendar is mapped to.
#[derive(Debug, Clone, PartialEq, Default, Deserialize, JsonSchema, Resource)]
#[serde(rename_all = "camelCase")]
pub struct CalendarShowAsMappings {
    /// The presence state that `free` is mapped to, or `null` to do nothing.
    #[serde(default, deserialize_with = "telecomx_contract::some_or_null")]
    #[nullable]
    #[assumption(
        "In these mappings `null` and absent differ: `null` means `do nothing`, and absent says nothing. Both \
         survive a round trip as they were; elsewhere they mean the same."
    )]
    pub free: Option<Option<Presence>>,
    /// The presence state that `tentative` is mapped to, or `null` to do nothing.
    #[serde(default, deserialize_with = "telecomx_contract::some_or_null")]
    #[nullable]
    pub tentative: Option<Option<Presence>>,
    /// The presence state that `busy` is mapped to, or `null` to do nothing.
    #[serde(default, deserialize_with = "telecomx_contract::some_or_null")]
    #[nullable]
    pub busy: Option<Option<Presence>>,
    /// The presence state that `oof` (out of office) is mapped to, or `null` to do nothing.
    #[serde(default, deserialize_with = "telecomx_contract::some_or_null")]
    #[nullable]
    pub oof: Option<Option<Presence>>,
    /// The presence state that `workingElsewhere` is mapped to, or `null` to do nothing.
    #[serde(default, deserialize_with = "telecomx_contract::some_or_null")]
    #[nullable]
    pub working_elsewhere: Option<Option<Presence>>,
}

/// The presence state that one category of a calendar is mapped to.
#[derive(Debug, Clone, PartialEq, Default, Deserialize, JsonSchema, Resource)]
#[serde(rename_all = "camelCase")]
pub struct CalendarCategoryMapping {
    /// The label that calendar entries carry.
    pub category: Option<String>,
    /// The state that `category` is mapped to.
    pub presence: Option<Presence>,
}

/// How available a user is.
#[derive(Debug, Clone, PartialEq, Eq, OpenEnum)]
pub enum Presence {
    /// The user is available.
    Available,
    /// The user is busy.
    Busy,
    /// The user is out of the office.
    OutOfOffice,
    /// The user is off work.
    OffWork,
    /// The user is on holiday.
    Holiday,
    /// A presence state newer than this contract, as the server sent it.
    Other(String),
}
