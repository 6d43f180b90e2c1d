//! `remote` and `onsite` of a customer's `serviceLevelAgreements`: how soon, and when, support is given.

use schemars::JsonSchema;
use serde::Deserialize;
use telecomx_contract::{OpenEnum, Resource};

/// How soon, and when, one kind of support is given.
#[derive(Debug, Clone, PartialEq, Default, Deserialize, JsonSchema, Resource)]
#[serde(rename_all = "camelCase")]
pub struct ServiceLevelAgreement {
    /// How soon support responds, in hours.
    pub response_time: Option<ResponseTime>,
    /// The part of the week that is covered.
    pub days: Option<CoveredDays>,
    /// The hours of the day that are covered.
    pub period: Option<CoveredPeriod>,
}

/// How soon support responds, in hours.
#[derive(Debug, Clone, PartialEq, Eq, OpenEnum)]
pub enum ResponseTime {
    /// Within 1 hour.
    #[value(1)]
    OneHour,
    /// Within 3 hours.
    #[value(3)]
    ThreeHours,
    /// Within 8 hours.
    #[value(8)]
    EightHours,
    /// Within 24 hours.
    #[value(24)]
    TwentyFourHours,
    /// A number of hours newer than this contract, as the server sent it.
    Other(i64),
}

/// The part of the week that a service-level agreement covers.
#[derive(Debug, Clone, PartialEq, Eq, OpenEnum)]
pub enum CoveredDays {
    /// Weekdays only.
    WeekDays,
    /// Weekdays and Saturdays.
    WeekDaysAndSaturday,
    /// Every day of the week.
    All,
    /// A choice of days newer than this contract, as the server sent it.
    Other(String),
}

/// The hours of the day that a service-level agreement covers.
#[derive(Debug, Clone, PartialEq, Eq, OpenEnum)]
pub enum CoveredPeriod {
    /// From 07:45 to 16:00.
    #[value("07:45-16:00")]
    OfficeHours,
    /// From 08:00 to 22:00.
    #[value("08:00-22:00")]
    DayAndEvening,
    /// The whole day, from 00:00 to 23:59.
    #[value("00:00-23:59")]
    WholeDay,
    /// A period newer than this contract, as the server sent it.
    Other(String),
}
