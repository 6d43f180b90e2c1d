//! Reads one customer by its id.
//!
//! `TELECOMX_TOKEN=… cargo run --example get_customer -- 52f4fd7734697b28ccaf77ec`
#![allow(clippy::print_stdout, reason = "an example shows what it reads")]

mod support;

use anyhow::Context as _;
use telecomx_api::customer::get::GetCustomer;
use telecomx_client::Client;

#[tokio::main]
async fn main() -> anyhow::Result<()> {
    let customer_id = std::env::args()
        .nth(1)
        .context("the customer's id is missing: give it as the argument")?
        .parse()
        .context("the customer's id is malformed")?;
    let client = Client::new(support::base_url(), support::token()?)?;

    let customer = client.send(GetCustomer { customer_id }).await?;

    println!("{} ({})", customer.name, customer.id);
    if let Some(state) = &customer.state {
        println!("State: {}", state.value());
    }
    for address in customer.addresses.unwrap_or_default() {
        let parts = [address.address, address.zip, address.city];
        println!(
            "Address: {}",
            parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
        );
    }
    Ok(())
}
