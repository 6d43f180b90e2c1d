//! One of the `voicemail.greetings` of an MVNO account.

use schemars::JsonSchema;
use serde::Deserialize;
use telecomx_contract::Resource;

use crate::Id;

/// A custom greeting for the voicemail of a stand-alone phone.
#[derive(Debug, Clone, PartialEq, Default, Deserialize, JsonSchema, Resource)]
#[serde(rename_all = "camelCase")]
pub struct VoicemailGreeting {
    /// Number that chooses this greeting.
    pub key: Option<String>,
    /// Id of the audio file on the audio server.
    pub file_id: Option<Id>,
}
