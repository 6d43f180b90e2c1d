//! Reads an MVNO account by its phone number.
//!
//! `TELECOMX_TOKEN=… cargo run --example get_mvno_account -- +4512345678`
#![allow(clippy::print_stdout, reason = "an example shows what it reads")]

mod support;

use anyhow::Context as _;
use telecomx_api::mvno::account::get::GetMvnoAccount;
use telecomx_client::Client;
use telecomx_model::PhoneNumber;

#[tokio::main]
async fn main() -> anyhow::Result<()> {
    let number: PhoneNumber = std::env::args()
        .nth(1)
        .context("the phone number is missing: give it as the argument")?
        .parse()
        .context("the phone number is malformed")?;
    let client = Client::new(support::base_url(), support::token()?)?;

    let account = client
        .send(GetMvnoAccount {
            account_id: number.into(),
        })
        .await?;

    println!("{} is the account {}", account.number, account.id);
    println!("State: {}", account.state.value());
    // Its PIN and PUK print as placeholders.
    if let Some(sim) = account.mvno_sim {
        println!("SIM card: {sim:?}");
    }
    Ok(())
}
