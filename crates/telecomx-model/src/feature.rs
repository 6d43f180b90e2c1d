//! The features of the platform that a customer can have access to.

use telecomx_contract::OpenEnum;

/// A part of the Telecom X platform that a customer can have access to.
#[derive(Debug, Clone, PartialEq, Eq, OpenEnum)]
pub enum Feature {
    /// Basics, addresses, financial settings, usage limits and employees.
    Customer,
    /// SIP trunks.
    Sip,
    /// Mobile phones.
    Mvno,
    /// Hosted PBX, SIP phones, music on hold and webhooks; enables `SIP`, `MVNO` and `CUSTOMER` automatically.
    Pbx,
    /// Telecom Call Enhancer.
    Tce,
    /// Domain management.
    Dns,
    /// Fiber and xDSL.
    Internet,
    /// Television.
    Tv,
    /// The customer is a private IPTV customer.
    #[value("IPTVPRIVATE")]
    IptvPrivate,
    /// The customer is a business IPTV customer.
    #[value("IPTVBUSINESS")]
    IptvBusiness,
    /// FlexCare HealthTech.
    Flexcare,
    /// ZeroTier networking.
    Zerotier,
    /// Licenses from outside the platform.
    ExternalLicenses,
    /// Managing network devices.
    NetworkManagement,
    /// Logging to the short-term changelog.
    Changelog,
    /// The customer has organizational rights.
    Organization,
    /// A feature newer than this contract, as the server sent it.
    Other(String),
}
