//! A customer of the platform: the company, its settings and its integrations.

mod address;
mod billing_customer;
mod covered_services;
mod customer_group;
mod customer_mvno_settings;
mod examples;
mod finance;
mod number_rent_count;
mod service_level_agreement;
mod service_level_agreements;
mod sim_availability;
mod storage;

pub use address::Address;
pub use billing_customer::BillingCustomer;
pub use covered_services::CoveredServices;
pub use customer_group::CustomerGroup;
pub use customer_mvno_settings::CustomerMvnoSettings;
pub use finance::{Finance, InvoiceMethod, PaymentTerms};
pub use number_rent_count::NumberRentCount;
pub use service_level_agreement::{
    CoveredDays, CoveredPeriod, ResponseTime, ServiceLevelAgreement,
};
pub use service_level_agreements::ServiceLevelAgreements;
pub use sim_availability::SimAvailability;
pub use storage::Storage;

use schemars::JsonSchema;
use serde::Deserialize;
use telecomx_contract::{OpenEnum, Resource};

use crate::feature::Feature;
use crate::integrations::Integrations;
use crate::{CustomData, Id, Timestamp};

/// A customer of the platform, which may be a reseller with customers of its own.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema, Resource)]
#[serde(rename_all = "camelCase")]
pub struct Customer {
    /// Identifies the customer uniquely.
    #[serde(rename = "_id")]
    pub id: Id,
    /// What the customer is called.
    pub name: String,
    /// The customer's primary phone number.
    pub phone_number: Option<String>,
    /// The customer's primary fax number.
    pub fax_number: Option<String>,
    /// Whether the customer is in use, blocked or deleted.
    pub state: Option<CustomerStatus>,
    /// The reseller that the customer belongs to, by id.
    ///
    /// Only top-level resellers have none.
    pub parent_reseller: Option<Id>,
    /// The customer's primary e-mail address.
    pub email_address: Option<String>,
    /// The address of the customer's primary site on the web.
    pub website: Option<String>,
    /// What has been written down about the customer, as free text.
    #[visible(RESELLER, RESELLER_ADMIN, ADMIN)]
    pub notes: Option<String>,
    /// Where the customer is located: one entry for each place, with its own phone and fax number.
    pub addresses: Option<Vec<Address>>,
    /// How the customer is invoiced, and what it may spend.
    pub finance: Option<Finance>,
    /// Whether the customer is a reseller, who can create and manage other customers.
    pub is_reseller: Option<bool>,
    /// The URL of the login page of the reseller's own management portal.
    ///
    /// Set if the customer is a reseller and has a customised portal.
    pub reseller_portal: Option<String>,
    /// Whether the platform sends out the invoices to the customers, by e-mail and electronically.
    ///
    /// `false` means that the reseller sends them from its own financial system.
    pub reseller_invoice: Option<bool>,
    /// The number that the next generated invoice will carry.
    ///
    /// It is incremented automatically when an invoice is created, and is only used if `resellerInvoice` is
    /// `true`.
    pub reseller_next_invoice_number: Option<i32>,
    /// The look of the user interface for this reseller's customers.
    pub reseller_skin: Option<ResellerSkin>,
    /// Whether e-mails are sent with the reseller's own address as the sender.
    ///
    /// To work properly, this requires the reseller to set up an SPF record for Telecom X.
    pub reseller_email_as_sender: Option<bool>,
    /// The groups of customers that the reseller wishes to use.
    pub reseller_customer_groups: Option<Vec<CustomerGroup>>,
    /// Settings that apply to all mobile accounts of the customer.
    pub mvno: Option<CustomerMvnoSettings>,
    /// What the customer has access to on the Telecom X platform.
    ///
    /// The list can only be set by resellers and administrators, and a reseller can only assign to its
    /// customers what it has itself.
    pub features: Option<Vec<Feature>>,
    /// The resellers that this organization can manage, by id.
    ///
    /// Used only if the customer has the feature `ORGANIZATION`.
    #[nullable]
    pub organization_resellers: Option<Vec<Id>>,
    /// The level of security required of all users when they log in.
    pub authentication_security: Option<AuthenticationSecurity>,
    /// Data that third parties may append to the customer, as an object of any shape.
    ///
    /// It may take up at most 4096 bytes of JSON.
    #[assumption(
        "The page limits `custom` to `4Kb` and does not say what is counted: it is read as 4096 bytes of JSON."
    )]
    pub custom: Option<CustomData>,
    /// How much file storage the customer has, and how much of it is used.
    pub storage: Option<Storage>,
    /// Settings of the integrations with systems of third parties.
    pub integrations: Option<Integrations>,
    /// What the customer and its reseller have agreed on support.
    ///
    /// Currently used for specific customers only, and not available to everyone.
    #[visible(RESELLER, RESELLER_ADMIN, ADMIN)]
    pub service_level_agreements: Option<ServiceLevelAgreements>,
    /// The name of the eSIM pool to assign SIMs from.
    pub sim_tag: Option<String>,
    /// When the customer's contract with its reseller expires.
    ///
    /// Resellers can use this date for their own documentation.
    #[nullable]
    pub binding_date: Option<Timestamp>,
    /// The group that the customer belongs to, by id.
    ///
    /// It is `null` if groups are not used.
    #[nullable]
    #[erratum(
        page = "api:customer:get",
        example = "123457890123457890DDEE",
        why = "The id in the example has 22 characters. An id that a caller sends has 24; in an answer we publish a text of any length."
    )]
    pub customer_group: Option<Id>,
    /// Which SIM cards the customer has available for automatic assignment.
    ///
    /// Returned only if the customer has the feature `MVNO`.
    pub mvno_sim_stats: Option<SimAvailability>,
}

/// Whether a customer is in use.
#[derive(Debug, Clone, PartialEq, Eq, OpenEnum)]
pub enum CustomerStatus {
    /// The customer is neither blocked nor deleted.
    Active,
    /// All services of the customer are disabled.
    Blocked,
    /// The customer has been deleted.
    Deleted,
    /// A state newer than this contract, as the server sent it.
    Other(String),
}

/// The look of the user interface for a reseller's customers.
#[derive(Debug, Clone, PartialEq, Eq, OpenEnum)]
pub enum ResellerSkin {
    /// The skin named Earth.
    Earth,
    /// The skin named Teal.
    Teal,
    /// The skin named Dark.
    Dark,
    /// A skin newer than this contract, as the server sent it.
    Other(String),
}

/// What users must present when they log in.
#[derive(Debug, Clone, PartialEq, Eq, OpenEnum)]
pub enum AuthenticationSecurity {
    /// Only a username and a password.
    None,
    /// Two-factor authentication by SMS.
    Sms,
    /// Two-factor authentication by an authenticator app.
    Authenticator,
    /// A requirement newer than this contract, as the server sent it.
    Other(String),
}
