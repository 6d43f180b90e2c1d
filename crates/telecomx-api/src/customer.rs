//! Operations on customers and resellers.

use telecomx_contract::section;

pub mod get;
pub mod get_name;
pub mod resellers;

section! {
    "Customers",
    "Customers of the platform, and the resellers they belong to. A reseller is itself a customer.",
    [get::GetCustomer, get_name::GetCustomerName, resellers::ListResellers]
}
