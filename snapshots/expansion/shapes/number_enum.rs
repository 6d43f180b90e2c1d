//! An open enumeration of whole numbers.

use telecomx_contract::OpenEnum;

/// How soon somebody answers, in hours.
#[derive(Debug, Clone, PartialEq, Eq, OpenEnum)]
pub enum ResponseTime {
    /// Within an hour.
    #[value(1)]
    OneHour,
    /// Within a day.
    #[value(24)]
    OneDay,
    /// A value newer than this contract.
    Other(i64),
}
