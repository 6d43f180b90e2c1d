//! An MVNO account: one mobile subscription of a customer.

mod data_sharing_sim;
mod data_top_up;
mod details;
mod examples;
mod features;
mod network_change;
mod purchase_info;
mod rest_of_world_roaming;
mod smart_watch;
mod soc_limit;
mod soc_override;
mod voicemail;
mod voicemail_greeting;

pub use data_sharing_sim::DataSharingSim;
pub use data_top_up::DataTopUp;
pub use details::MvnoAccountDetails;
pub use features::MvnoFeatures;
pub use network_change::NetworkChange;
pub use purchase_info::{PaymentOption, PurchaseInfo};
pub use rest_of_world_roaming::RestOfWorldRoaming;
pub use smart_watch::{SmartWatch, SmartWatchOrderStatus, SmartWatchPlatform, SmartWatchStatus};
pub use soc_limit::SocLimit;
pub use soc_override::SocOverride;
pub use voicemail::{Voicemail, VoicemailNotification};
pub use voicemail_greeting::VoicemailGreeting;

use schemars::JsonSchema;
use serde::Deserialize;
use telecomx_contract::{OpenEnum, Resource};

use crate::{CustomData, Id, PhoneNumber, SimCard, Timestamp};

/// A mobile phone account of a customer.
///
/// Where a property names a SOC, that is a service code at the network operator.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema, Resource)]
#[serde(rename_all = "camelCase")]
pub struct MvnoAccount {
    /// Unique id of the MVNO account.
    #[serde(rename = "_id")]
    pub id: Id,
    /// Id of the customer that the account belongs to.
    pub customer: Id,
    /// Where the account is between creation and deletion, and whether it is blocked.
    pub state: MvnoAccountStatus,
    /// Kind of account, the same for every MVNO account.
    #[serde(rename = "type")]
    pub kind: MvnoAccountKind,
    /// Phone number of the account, in E.164 format.
    pub number: PhoneNumber,
    /// Features of the mobile phone, each permitted or not.
    ///
    /// They overrule the features set in `ratePlan`.
    pub feature: Option<MvnoFeatures>,
    /// SIM card of the mobile phone.
    pub mvno_sim: Option<SimCard>,
    /// Add-on SIM cards for data sharing, at most 3.
    ///
    /// Only available on the TDC network.
    pub data_sharing_sims: Option<Vec<DataSharingSim>>,
    /// SIM card that takes over when the account changes network.
    ///
    /// `null` when the account is not changing network.
    #[nullable]
    pub mvno_sim_network_change_to: Option<NetworkChange>,
    /// Settings of the voicemail.
    ///
    /// Present only if `feature.voicemail` is active and `sipAccount` and `pbx` are not.
    #[erratum(
        page = "api:mvno:account:get",
        row = "Voicemail",
        after = "mvnoSimNetworkChangeTo.socs",
        why = "The rows of its properties and the example write `voicemail` in lower case, so \
               that is the name."
    )]
    pub voicemail: Option<Voicemail>,
    /// ICC number of the SIM card at the donor operator that currently has the phone number to port.
    pub donor_sim_number: Option<String>,
    /// Id of the SIP account (SIP trunk) that all calls are routed through, if one is used.
    #[erratum(
        page = "api:mvno:account:get",
        example = "124567890ABCDEF12345678",
        why = "The id in the example has 23 characters. An id that a caller sends has 24; in an answer we publish a text of any length."
    )]
    pub sip_account: Option<Id>,
    /// Number of the hosted PBX cluster that the account uses.
    ///
    /// `null` or 0 if the account is not part of a hosted PBX.
    #[nullable]
    pub pbx: Option<i32>,
    /// Id of the extension on the hosted PBX that the account belongs to.
    ///
    /// Applies only if `pbx` is greater than 0.
    #[nullable]
    pub extension: Option<Id>,
    /// Whether the phone is left out when the extension it belongs to, if any, is called.
    ///
    /// Applies only if `pbx` is greater than 0.
    pub dnd: Option<bool>,
    /// Id of the MVNO rate plan product that the account is invoiced by.
    pub rate_plan: Option<Id>,
    /// Id of the rate plan to apply at the end of the month, if it should be a new one.
    pub new_rate_plan: Option<Id>,
    /// Every SOC that is active on the account, for debugging.
    #[visible(ADMIN)]
    pub socs: Option<Vec<String>>,
    /// SOCs that must be replaced by another SOC.
    #[visible(ADMIN)]
    pub socs_override: Option<Vec<SocOverride>>,
    /// Note about the account.
    #[visible(RESELLER, RESELLER_ADMIN, ADMIN)]
    pub notes: Option<String>,
    /// Data that third parties may append to the account, as an object of any shape.
    ///
    /// It may take up at most 4096 bytes of JSON.
    #[nullable]
    #[assumption(
        "The page limits `custom` to `4Kb` and does not say what is counted: it is read as 4096 \
         bytes of JSON."
    )]
    pub custom: Option<CustomData>,
    /// Id of another customer that this account is billed to instead.
    pub billing_customer: Option<Id>,
    /// Date until which the account has been invoiced.
    pub invoiced_until: Option<Timestamp>,
    /// Date on which the account will be activated.
    pub start_date: Option<Timestamp>,
    /// Date on which the account will be deleted.
    ///
    /// `null` if it is not determined.
    #[nullable]
    pub delete_date: Option<Timestamp>,
    /// Date on which the account will be deleted together with its employee.
    ///
    /// Present if the employee is set to be deleted, and the account at the same time.
    pub employee_delete_date: Option<Timestamp>,
    /// Information about the account and its phone that the user cannot change.
    pub info: Option<MvnoAccountDetails>,
    /// Whether the phone number is in normal use or on its way from or to another operator.
    pub number_state: Option<NumberState>,
    /// Id of the employee who uses the number, if set.
    #[erratum(
        page = "api:mvno:account:get",
        example = "123457890ABCDEF12345678",
        why = "The id in the example has 23 characters. An id that a caller sends has 24; in an answer we publish a text of any length."
    )]
    pub employee: Option<Id>,
    /// Name of the employee who uses the number, if set.
    pub employee_name: Option<String>,
    /// Id of the customer that the expenses of the employee are billed to.
    pub employee_billing_customer: Option<Id>,
    /// Name of the user, or what the account is used for, if no employee is set.
    #[nullable]
    pub name: Option<String>,
    /// Whether the number should be published in public phone books.
    pub listed: Option<bool>,
    /// Id of the porting that the number is currently part of, if there is one.
    #[nullable]
    pub porting: Option<Id>,
    /// Purchase of the phone.
    #[visible(ADMIN)]
    pub purchase_info: Option<PurchaseInfo>,
    /// Data that the mobile phone has been topped up with this month.
    pub top_up: Option<DataTopUp>,
    /// Limits of the account's SOCs.
    #[visible(ADMIN)]
    pub soc_limit: Option<SocLimit>,
    /// Smartwatch of the account, with its eSIM.
    pub smart_watch: Option<SmartWatch>,
    /// Rest-of-World (RoW) roaming package of the account.
    #[serde(alias = "restOfWorld")]
    #[erratum(
        page = "api:mvno:account:get",
        example_name = "restOfWorld",
        why = "The table names the property `restOfWorldRoaming`, and so do we. The example's \
               name is still read."
    )]
    pub rest_of_world_roaming: Option<RestOfWorldRoaming>,
}

/// Whether an MVNO account is in use.
#[derive(Debug, Clone, PartialEq, Eq, OpenEnum)]
pub enum MvnoAccountStatus {
    /// The account is in use.
    Active,
    /// The account is being created.
    Creating,
    /// The account is currently being deleted.
    Deleting,
    /// The account cannot handle calls, SMS, MMS or data.
    Blocked,
    /// A value newer than this contract, as the server sent it.
    Other(String),
}

/// The kind of an account.
#[derive(Debug, Clone, PartialEq, Eq, OpenEnum)]
pub enum MvnoAccountKind {
    /// An MVNO account.
    Mvno,
    /// A value newer than this contract, as the server sent it.
    Other(String),
}

/// Whether a phone number is being ported.
#[derive(Debug, Clone, PartialEq, Eq, OpenEnum)]
pub enum NumberState {
    /// The number is in normal use.
    InUse,
    /// The number is currently being ported in.
    PortingIn,
    /// The number is currently being ported out.
    PortingOut,
    /// A value newer than this contract, as the server sent it.
    Other(String),
}
