//! `GET /customer/resellers/list`
//!
//! The resellers that a customer may be given to.

use telecomx_contract::{Endpoint, Example, Examples, QueryFlags};
use telecomx_model::Reseller;

/// List resellers.
///
/// The answer holds the resellers that the caller may name as a customer's `parentReseller`: for a
/// reseller, itself and those below it that it may use; for an administrator, all there are.
#[derive(Debug, Clone, PartialEq, Endpoint)]
#[endpoint(GET "/customer/resellers/list", response = Vec<Reseller>, revised = "2026-05-11")]
#[access(RESELLER, RESELLER_ADMIN, ADMIN)]
#[assumption(
    "A filter sent by a level that may not use it is answered with 403 `access_denied`; it is not ignored."
)]
pub struct ListResellers {
    /// What the resellers must provide; all resellers if it is not given.
    #[flags]
    #[access(RESELLER_ADMIN, ADMIN)]
    pub filter: Option<ResellerFilter>,
}

impl Examples for ListResellers {
    fn examples() -> Vec<Example<Self>> {
        Example::only(Self { filter: None })
    }
}

/// What the listed resellers must provide.
#[derive(Debug, Clone, Copy, PartialEq, Eq, QueryFlags)]
pub enum ResellerFilter {
    /// Whether to list only resellers that provide IPTV.
    ///
    /// Where it is true, the other filters are ignored.
    Iptv,
    /// Whether to list only resellers that provide private IPTV.
    ///
    /// It is ignored where `iptv` is true.
    #[value("iptvprivate")]
    #[assumption(
        "It selects resellers that provide private IPTV; the page repeats the text of `iptv`."
    )]
    IptvPrivate,
    /// Whether to list only resellers that provide Flexcare.
    ///
    /// It is ignored where `iptv` or `iptvprivate` is true.
    Flexcare,
    /// Whether to list only resellers that provide both SIP and MVNO.
    ///
    /// It is ignored where `iptv`, `iptvprivate` or `flexcare` is true.
    Voip,
}
