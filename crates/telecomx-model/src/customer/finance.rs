//! `finance` of a customer: how it is invoiced and what it may spend.

use schemars::JsonSchema;
use serde::Deserialize;
use telecomx_contract::{OpenEnum, Resource};

use crate::customer::{BillingCustomer, NumberRentCount};
use crate::{Id, Timestamp};

/// How a customer is invoiced, and what it may spend.
#[derive(Debug, Clone, PartialEq, Default, Deserialize, JsonSchema, Resource)]
#[serde(rename_all = "camelCase")]
pub struct Finance {
    /// The number that the customer is registered under for value added tax.
    pub vat_number: Option<String>,
    /// Links the customer to the accounting system that does the invoicing.
    pub accounting_system_id: Option<String>,
    /// The customer's contact, as saved in the accounting system that does the invoicing.
    pub accounting_system_ref: Option<String>,
    /// How the customer wishes to be invoiced.
    pub invoice_method: Option<InvoiceMethod>,
    /// The e-mail address that invoices are sent to if `invoiceMethod` is `EMAIL`.
    pub email_address: Option<String>,
    /// The address that invoices are sent to if `invoiceMethod` is `ELECTRONIC`.
    pub electronic_address: Option<String>,
    /// When an invoice falls due.
    #[erratum(
        page = "api:customer:get",
        example = "14DAYS",
        why = "The example is not among the values of its own row. We publish the row's values, in which 14 \
               days are `DAYS_14`."
    )]
    pub payment_terms: Option<PaymentTerms>,
    /// The most that all SIP accounts together may use in a month, in DKK.
    pub sip_usage_limit: Option<i64>,
    /// The most that one MVNO account may use in a month, in DKK.
    pub mvno_usage_limit: Option<i64>,
    /// The most calls that the customer may conduct on its SIP accounts at the same time.
    pub channel_limit: Option<i32>,
    /// The product used to invoice the rent of phone numbers, by id.
    #[erratum(
        page = "api:customer:get",
        example = "1234567890123457890ABCDEF",
        why = "The id in the example has 25 characters. An id that a caller sends has 24; in an answer we publish a text of any length."
    )]
    pub number_rent_product: Option<Id>,
    /// The date until which the rent of phone numbers has been invoiced.
    pub number_rent_until: Option<Timestamp>,
    /// How many phone numbers were counted during the last invoicing.
    pub number_rent_count: Option<NumberRentCount>,
    /// The product used when the rent of phone numbers was last invoiced, by id.
    #[erratum(
        page = "api:customer:get",
        example = "1234567890123457890ABCDEF",
        why = "The id in the example has 25 characters. An id that a caller sends has 24; in an answer we publish a text of any length."
    )]
    pub number_rent_last_product: Option<Id>,
    /// How durations are reckoned: `0` is the standard way, and any number above 0 a custom one.
    #[visible(ADMIN)]
    pub duration_method: Option<i32>,
    /// Other customers that this customer's mobiles, SIP trunks and so on can be billed to.
    ///
    /// A customer with several departments often creates each department as a customer of its own, but keeps
    /// all services on the main department. This list ensures that the services can be billed to the correct
    /// department.
    pub billing_customers: Option<Vec<BillingCustomer>>,
    /// Whether this customer's invoices are left out where lists of invoices are fetched.
    ///
    /// Used if a reseller does not want to bill this customer. The default is `false`.
    pub skip_invoicing: Option<bool>,
}

/// How a customer receives its invoices.
#[derive(Debug, Clone, PartialEq, Eq, OpenEnum)]
pub enum InvoiceMethod {
    /// By post.
    Mail,
    /// By e-mail, to `emailAddress`.
    Email,
    /// Electronically, to `electronicAddress`.
    Electronic,
    /// A method newer than this contract, as the server sent it.
    Other(String),
}

/// When an invoice falls due.
#[derive(Debug, Clone, PartialEq, Eq, OpenEnum)]
pub enum PaymentTerms {
    /// After 5 days.
    #[value("DAYS_5")]
    Days5,
    /// After 7 days.
    #[value("DAYS_7")]
    Days7,
    /// After 14 days.
    #[value("DAYS_14")]
    Days14,
    /// After 30 days.
    #[value("DAYS_30")]
    Days30,
    /// After 60 days.
    #[value("DAYS_60")]
    Days60,
    /// After 90 days.
    #[value("DAYS_90")]
    Days90,
    /// After the current month plus 7 days.
    #[value("CURRENT_MONTH_PLUS_DAYS_7")]
    CurrentMonthPlusDays7,
    /// After the current month plus 14 days.
    #[value("CURRENT_MONTH_PLUS_DAYS_14")]
    CurrentMonthPlusDays14,
    /// After the current month plus 30 days.
    #[value("CURRENT_MONTH_PLUS_DAYS_30")]
    CurrentMonthPlusDays30,
    /// Terms newer than this contract, as the server sent them.
    Other(String),
}
