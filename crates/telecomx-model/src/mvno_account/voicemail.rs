//! `voicemail` of an MVNO account: notification, login and greetings.

use schemars::JsonSchema;
use serde::Deserialize;
use telecomx_contract::{OpenEnum, Resource, Secret};

use super::VoicemailGreeting;
use crate::Timestamp;

/// The voicemail of a stand-alone phone.
#[derive(Debug, Clone, PartialEq, Default, Deserialize, JsonSchema, Resource)]
#[serde(rename_all = "camelCase")]
pub struct Voicemail {
    /// How the user is told of a new voicemail.
    pub notify: Option<VoicemailNotification>,
    /// E-mail address that is told of a new voicemail, if `notify` enables e-mail.
    pub email: Option<String>,
    /// Whether the e-mail includes the recording.
    pub email_file: Option<bool>,
    /// Pin code for listening to voicemail from another phone or on the web.
    pub pin: Option<Secret>,
    /// Time at which a block of login with the pin code is lifted.
    ///
    /// Present if too many failed attempts have blocked the login.
    pub pin_blocked_until: Option<Timestamp>,
    /// Greeting that stand-alone voicemail uses by default.
    pub default_greeting: Option<String>,
    /// Custom greetings for stand-alone voicemail.
    pub greetings: Option<Vec<VoicemailGreeting>>,
}

/// How a user is told of a new voicemail.
#[derive(Debug, Clone, PartialEq, Eq, OpenEnum)]
pub enum VoicemailNotification {
    /// No notification is sent.
    None,
    /// By SMS.
    Sms,
    /// By e-mail.
    Email,
    /// By SMS and by e-mail.
    Both,
    /// A value newer than this contract, as the server sent it.
    Other(String),
}
