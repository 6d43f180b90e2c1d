//! Reads one customer by its id with another HTTP library, ureq, which blocks and needs no tokio.
//!
//! `TELECOMX_TOKEN=… cargo run --example other_http_library -- 52f4fd7734697b28ccaf77ec`
#![allow(clippy::print_stdout, reason = "an example shows what it reads")]

mod support;

use std::time::Duration;

use anyhow::Context as _;
use telecomx_api::customer::get::GetCustomer;
use telecomx_client::{BaseUrl, wire};
use telecomx_contract::Endpoint;

fn main() -> anyhow::Result<()> {
    let customer_id = std::env::args()
        .nth(1)
        .context("the customer's id is missing: give it as the argument")?
        .parse()
        .context("the customer's id is malformed")?;
    let base_url: BaseUrl = support::base_url().parse()?;
    let token = support::token()?;

    let agent: ureq::Agent = ureq::Agent::config_builder()
        // The contract reads answers of any status.
        .http_status_as_error(false)
        // A redirect would carry the token elsewhere.
        .max_redirects(0)
        // So would a proxy that the environment names and nobody here asked for.
        .proxy(None)
        .timeout_global(Some(Duration::from_secs(30)))
        .build()
        .into();
    let request = wire::authorize(
        GetCustomer { customer_id }.into_request()?,
        &base_url,
        &token,
    )?;
    let (head, mut body) = agent.run(request)?.into_parts();
    let body = body.with_config().limit(16 * 1024 * 1024).read_to_vec()?;

    let response = http::Response::from_parts(head, body);
    let customer = wire::read_response::<GetCustomer>(response)
        .map_err(|error| error.without_token(&token))?;
    println!("{} ({})", customer.name, customer.id);
    Ok(())
}
