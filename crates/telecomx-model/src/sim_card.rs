//! A SIM card: its numbers, its codes and the network it belongs to.

use schemars::JsonSchema;
use serde::Deserialize;
use telecomx_contract::{OpenEnum, Resource, Secret};

/// A SIM card or an eSIM, with the codes that belong to it.
#[derive(Debug, Clone, PartialEq, Default, Deserialize, JsonSchema, Resource)]
#[serde(rename_all = "camelCase")]
pub struct SimCard {
    /// ICC number, which identifies the SIM card.
    pub sim_number: Option<String>,
    /// IMSI number, the billing identifier.
    pub imsi: Option<String>,
    /// Network provider that the SIM card belongs to.
    #[erratum(
        page = "api:mvno:account:get",
        values = ["TDC"],
        at = "smartWatch.smartWatchSim.network",
        why = "The eSIM of a smartwatch is described like any other SIM card, with every network; \
               that its network should always be TDC is said where the smartwatch uses it."
    )]
    pub network: Option<Network>,
    /// First PUK code.
    pub puk1: Option<Secret>,
    /// Second PUK code.
    pub puk2: Option<Secret>,
    /// First PIN code.
    pub pin1: Option<Secret>,
    /// Second PIN code.
    pub pin2: Option<Secret>,
    /// Size of the SIM card, or that it is an eSIM.
    #[erratum(
        page = "api:mvno:account:get",
        values = ["eSIM"],
        at = "smartWatch.smartWatchSim.formFactor",
        why = "The eSIM of a smartwatch is described like any other SIM card, with every size; \
               that it should always be an eSIM is said where the smartwatch uses it."
    )]
    pub form_factor: Option<FormFactor>,
    /// Code that activates an eSIM, as used in the QR code for it.
    ///
    /// Applies when `formFactor` is `eSIM`.
    pub activation_code: Option<Secret>,
}

/// A network provider for SIM cards.
#[derive(Debug, Clone, PartialEq, Eq, OpenEnum)]
pub enum Network {
    /// The network of Telenor.
    Telenor,
    /// The network of TDC.
    Tdc,
    /// A value newer than this contract, as the server sent it.
    Other(String),
}

/// The size of a SIM card.
#[derive(Debug, Clone, PartialEq, Eq, OpenEnum)]
pub enum FormFactor {
    /// A SIM card for mini and micro size.
    MiniMicro,
    /// A SIM card for nano size.
    Nano,
    /// A SIM card for mini, micro and nano size.
    MiniMicroNano,
    /// An eSIM, activated with the code in `activationCode`.
    #[value("eSIM")]
    Esim,
    /// A value newer than this contract, as the server sent it.
    Other(String),
}
