//! Tells each kind of error apart, by asking for a customer that does not exist.
//!
//! `TELECOMX_TOKEN=… cargo run --example handle_errors`
#![allow(clippy::print_stdout, reason = "an example shows what it meets")]

mod support;

use std::time::Duration;

use telecomx_api::customer::get::{GetCustomer, GetCustomerError};
use telecomx_client::{Client, CommonError, Error, Retries, TransportError};
use telecomx_model::Id;

#[tokio::main]
async fn main() -> anyhow::Result<()> {
    let client = Client::builder(support::base_url(), support::token()?)
        .timeout(Duration::from_secs(5))
        .retries(Retries {
            times: 1,
            ..Retries::default()
        })
        .build()?;

    let customer_id = Id::from_static("000000000000000000000000");
    match client.send(GetCustomer { customer_id }).await {
        Ok(customer) => println!("There is one after all: {}", customer.name),

        // The operation's own errors are an enum of their own.
        Err(Error::Own(GetCustomerError::UnknownCustomer)) => {
            println!("There is no such customer.")
        }

        // These any operation can answer.
        Err(Error::Common { error, description }) => match error {
            CommonError::Unauthorized => {
                println!("The token is unknown or has expired: get a new one.")
            }
            CommonError::AccessDenied => println!("This customer is not within the token's reach."),
            CommonError::BadRequest => println!("The request is malformed: {description:?}"),
            CommonError::InternalError => println!("The platform failed: try again later."),
        },

        // A gateway in between, or a platform that is newer than the contract. What the server wrote is shown on
        // one line, with its control characters escaped.
        Err(Error::Undocumented {
            status, code, body, ..
        }) => {
            println!("Status {status} with the code {code:?}, which no contract knows: {body}");
        }
        Err(Error::Contract { path, problem, .. }) => {
            println!("The answer is not as agreed at {path}: {problem}");
        }
        Err(Error::TooLarge { limit }) => println!("The answer is larger than {limit} bytes."),

        // Only an HTTP client of one's own does.
        Err(error @ Error::Redirected) => println!("{error}"),

        // Nothing was sent.
        Err(Error::Request(error)) => println!("The request cannot be written: {error}"),

        // No whole answer arrived, not even when the request was repeated.
        Err(Error::Transport(TransportError::Connect(_))) => {
            println!("The platform is out of reach.")
        }
        Err(Error::Transport(TransportError::Timeout(_))) => println!("The platform is too slow."),
        Err(Error::Transport(error)) => println!("{error}"),
    }
    Ok(())
}
