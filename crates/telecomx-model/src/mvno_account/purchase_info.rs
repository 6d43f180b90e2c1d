//! `purchaseInfo` of an MVNO account: how the phone was paid for.

use schemars::JsonSchema;
use serde::Deserialize;
use telecomx_contract::{OpenEnum, Resource};

use crate::Timestamp;

/// The purchase of a phone.
#[derive(Debug, Clone, PartialEq, Default, Deserialize, JsonSchema, Resource)]
#[serde(rename_all = "camelCase")]
pub struct PurchaseInfo {
    /// Id of the order for the phone, which refers to an external economic system.
    #[assumption(
        "The page says SIP phone, although the account is a mobile one; we say phone, like the \
         page's other rows about the purchase."
    )]
    pub order_id: Option<String>,
    /// Date on which the phone was purchased.
    #[erratum(
        page = "api:mvno:account:get",
        example = "2020-20-20T00:00:00Z",
        why = "The example's date has a twentieth month, which does not exist."
    )]
    pub date: Option<Timestamp>,
    /// How the phone is purchased or financed.
    pub payment_option: Option<PaymentOption>,
    /// Serial number of the purchased phone.
    #[assumption(
        "The page gives this property no description; we read it as the serial number of the \
         phone."
    )]
    pub serial: Option<String>,
}

/// How a phone is purchased or financed.
#[derive(Debug, Clone, PartialEq, Eq, OpenEnum)]
pub enum PaymentOption {
    /// The phone has been bought.
    Bought,
    /// The phone is rented.
    Rented,
    /// A value newer than this contract, as the server sent it.
    Other(String),
}
