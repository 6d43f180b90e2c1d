//! Operations on customers and resellers.

use telecomx_contract::Section;

pub mod get;
pub mod get_name;
pub mod resellers;

/// The section of customers.
pub const SECTION: Section = Section {
    name: "Customers",
    description: "Customers of the platform, and the resellers they belong to. A reseller is itself a customer.",
    operations: &[
        get::GET_CUSTOMER,
        get_name::GET_CUSTOMER_NAME,
        resellers::LIST_RESELLERS,
    ],
};
