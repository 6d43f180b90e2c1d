//! `smartWatch` of an MVNO account: the watch, its order and its eSIM.

use schemars::JsonSchema;
use serde::Deserialize;
use telecomx_contract::{OpenEnum, Resource};

use crate::{PhoneNumber, SimCard, Timestamp};

/// A smartwatch that belongs to an account.
#[derive(Debug, Clone, PartialEq, Default, Deserialize, JsonSchema, Resource)]
#[serde(rename_all = "camelCase")]
pub struct SmartWatch {
    /// Code of the smartwatch, 32 digits.
    pub eid: Option<String>,
    /// Which platform the smartwatch runs on.
    pub model: Option<SmartWatchPlatform>,
    /// Phone number assigned to the smartwatch, in E.164 format.
    #[assumption("The page does not state the format; we publish E.164, which its example has.")]
    pub number: Option<PhoneNumber>,
    /// How far the activation of the smartwatch has come.
    pub state: Option<SmartWatchStatus>,
    /// Date of the activation of the eSIM.
    #[erratum(
        page = "api:mvno:account:get",
        example = "2020-20-20T00:00:00Z",
        why = "The example's date has a twentieth month, which does not exist."
    )]
    pub created_at: Option<Timestamp>,
    /// Date until which the smartwatch has been invoiced.
    #[erratum(
        page = "api:mvno:account:get",
        row = "invoicedUntil",
        after = "smartWatch.createdAt",
        why = "The row stands between rows of `smartWatch` without its prefix, and the example \
               has the property inside `smartWatch`, so we publish it there."
    )]
    #[erratum(
        page = "api:mvno:account:get",
        example = "2020-20-20T00:00:00Z",
        why = "The example's date has a twentieth month, which does not exist."
    )]
    pub invoiced_until: Option<Timestamp>,
    /// What has become of the order for the smartwatch.
    ///
    /// It is set by the status response from TDC during activation.
    #[erratum(
        page = "api:mvno:account:get",
        example = "Successful",
        why = "The row lists `Success`, not `Successful`. We publish the list; the example's \
               value is read as an unknown one."
    )]
    pub order_state: Option<SmartWatchOrderStatus>,
    /// eSIM of the smartwatch.
    ///
    /// Its `network` should always be `TDC` and its `formFactor` always `eSIM`.
    pub smart_watch_sim: Option<SimCard>,
}

/// The platform of a smartwatch.
#[derive(Debug, Clone, PartialEq, Eq, OpenEnum)]
pub enum SmartWatchPlatform {
    /// A smartwatch with Android.
    #[value("android")]
    Android,
    /// A smartwatch with iOS.
    #[value("ios")]
    Ios,
    /// A value newer than this contract, as the server sent it.
    Other(String),
}

/// How far the activation of a smartwatch has come.
#[derive(Debug, Clone, PartialEq, Eq, OpenEnum)]
pub enum SmartWatchStatus {
    /// There is no activation.
    None,
    /// The smartwatch is being created.
    Creating,
    /// The smartwatch has been ordered.
    Ordered,
    /// The smartwatch is active.
    Active,
    /// The activation has failed.
    Failed,
    /// The smartwatch is being deleted.
    Deleting,
    /// A value newer than this contract, as the server sent it.
    Other(String),
}

/// The status of the order for a smartwatch.
#[derive(Debug, Clone, PartialEq, Eq, OpenEnum)]
pub enum SmartWatchOrderStatus {
    /// The order has been cancelled.
    #[value("Cancelled")]
    Cancelled,
    /// Part of the order has failed.
    #[value("Partially Failed")]
    PartiallyFailed,
    /// The order has succeeded.
    #[value("Success")]
    Success,
    /// The order has failed.
    #[value("Failure")]
    Failure,
    /// The order is blocked.
    #[value("Blocked")]
    Blocked,
    /// The order has been acknowledged.
    #[value("Acknowledged")]
    Acknowledged,
    /// The order is waiting.
    #[value("Waiting")]
    Waiting,
    /// A value newer than this contract, as the server sent it.
    Other(String),
}
