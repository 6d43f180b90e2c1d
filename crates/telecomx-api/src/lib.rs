//! The operations of the Telecom X API: one file is one page of its wiki, and the module's path is the
//! page's id (`customer::get_name` is `api:customer:get-name`).
//!
//! To add an operation, write its file and name its request in the list of its section, beside the `mod`
//! line. Declarations only: nothing here runs.

pub mod customer;
pub mod mvno;

use telecomx_contract::{Api, Contact, License};

/// The Telecom X API.
///
/// A static, as are its sections: whoever mentions a constant compiles again every generic function that
/// the constant refers to, for each operation.
pub static API: Api = Api {
    title: "Telecom X API",
    description: "\
Read the customers, resellers and mobile accounts of the Telecom X telephony platform.

## Calling the API

Send your token as the query parameter `token` with every request. What you may call, and what you see of \
an answer, depends on your access level.

## Reading answers

- A property without a value is left out, or is `null` where its schema allows that; both mean the same unless the property says otherwise.
- Expect properties and enumerated values that are not listed here: the platform grows, and a client must \
not fail on them.
- Ids are 24 hexadecimal characters; upper and lower case are the same id. An answer may hold one of another length: \
keep it, and send it, as it came. Only what you send is held to a form.
- Times are in RFC 3339 format, in UTC with milliseconds.

## Errors

An error has a status and, in its body, a code in `message`. Tell errors apart by both: one code occurs \
under several statuses, and one status with several codes.",
    version: env!("CARGO_PKG_VERSION"),
    server: ("https://api.telecomx.dk", "The production platform"),
    contact: Contact {
        name: "Telecom X",
        url: "https://api.telecomx.dk",
    },
    license: License {
        name: "MIT OR Apache-2.0",
        url: "https://spdx.org/licenses/",
    },
    sections: &[&customer::SECTION, &mvno::SECTION],
};
