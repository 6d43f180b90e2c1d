//! An open enumeration of strings.

use telecomx_contract::OpenEnum;

/// How a customer receives its invoices.
#[derive(Debug, Clone, PartialEq, Eq, OpenEnum)]
pub enum InvoiceMethod {
    /// On paper.
    Mail,
    /// In the office's own hours.
    #[value("07:45-16:00")]
    OfficeHours,
    /// A value newer than this contract.
    Other(String),
}
