//! Calls the operations of the contract over HTTP: a request struct goes in, its response or a typed
//! error comes out.
//!
//! ```no_run
//! use telecomx_api::customer::get::{GetCustomer, GetCustomerError};
//! use telecomx_client::{Client, CommonError, Error, Secret};
//! use telecomx_model::Id;
//!
//! # async fn example(token: String, customer_id: Id) -> Result<(), Box<dyn std::error::Error>> {
//! let client = Client::new("https://api.telecomx.dk", Secret::new(token))?;
//! match client.send(GetCustomer { customer_id }).await {
//!     Ok(customer) => println!("{}", customer.name),
//!     Err(Error::Own(GetCustomerError::UnknownCustomer)) => println!("no such customer"),
//!     Err(Error::Common { error: CommonError::Unauthorized, .. }) => println!("a new token is needed"),
//!     Err(error) => return Err(error.into()),
//! }
//! # Ok(())
//! # }
//! ```
//!
//! [`Client`] runs on tokio and reqwest. To use another HTTP library, write the request and read the
//! answer with [`wire`]; the client itself does no more than that, and repeats what is safe to repeat.
//!
//! The token travels in the address of every request. So the client goes through no proxy, trusts the
//! certificates of the system alone, and uses plain `http://` to reach this machine alone, unless
//! [`ClientBuilder`] is told otherwise; and it never follows a redirect.

mod base_url;
mod builder;
mod client;
mod echo;
mod error;
mod retry;
mod server_text;
mod status;
pub mod wire;

pub use self::base_url::{BaseUrl, BaseUrlError};
pub use self::builder::{BuildError, ClientBuilder};
pub use self::client::Client;
pub use self::error::{Error, TransportError};
pub use self::retry::Retries;
pub use self::server_text::ServerText;

/// The HTTP library, for [`ClientBuilder::http_client`].
pub use reqwest;
pub use telecomx_contract::{CommonError, RequestError, Secret};
