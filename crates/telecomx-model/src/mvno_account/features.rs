//! `feature` of an MVNO account: what the mobile phone may do.

use schemars::JsonSchema;
use serde::Deserialize;
use telecomx_contract::Resource;

/// What the mobile phone of an account may do.
///
/// These settings overrule the features set in the rate plan.
#[derive(Debug, Clone, PartialEq, Default, Deserialize, JsonSchema, Resource)]
#[serde(rename_all = "camelCase")]
pub struct MvnoFeatures {
    /// Whether calls to high-rate numbers are permitted, in the homeland only.
    pub high_rate: Option<bool>,
    /// Whether calls to international destinations are permitted.
    pub international: Option<bool>,
    /// Whether mobile data is enabled in the homeland.
    pub data: Option<bool>,
    /// Whether 5G is enabled.
    pub five_g: Option<bool>,
    /// Whether data connections get a public IP address instead of a private one behind NAT.
    #[serde(rename = "publicIP")]
    pub public_ip: Option<bool>,
    /// Whether overcharged SMS and the purchase of physical goods are permitted.
    pub charged_services: Option<bool>,
    /// Whether voicemail is enabled, on a stand-alone phone.
    pub voicemail: Option<bool>,
    /// Whether the number is withheld from those who are called.
    pub secret_number: Option<bool>,
    /// Whether roaming, that is, use outside the homeland, is permitted.
    pub roaming: Option<bool>,
    /// Whether mobile data is enabled while roaming, if `roaming` is permitted.
    pub roaming_data: Option<bool>,
    /// Whether MMS is enabled.
    pub mms: Option<bool>,
    /// Whether the SMS that warns of an approaching data limit has a link for buying top-up data.
    #[serde(alias = "sendTopUpSms")]
    #[erratum(
        page = "api:mvno:account:get",
        example_name = "sendTopUpSms",
        why = "The table names the property `dataTopUpSms`, and so do we. The example's name is \
               still read."
    )]
    pub data_top_up_sms: Option<bool>,
    /// Whether the account may add a smartwatch.
    ///
    /// Only available on the TDC network.
    pub smart_watch_sim: Option<bool>,
    /// Whether support for HD audio is turned off.
    pub disable_hd_audio: Option<bool>,
}
