//! Lists the resellers that sell IPTV.
//!
//! `TELECOMX_TOKEN=… cargo run --example list_resellers`
#![allow(clippy::print_stdout, reason = "an example shows what it reads")]

mod support;

use telecomx_api::customer::resellers::{ListResellers, ResellerFilter};
use telecomx_client::Client;

#[tokio::main]
async fn main() -> anyhow::Result<()> {
    let client = Client::new(support::base_url(), support::token()?)?;

    let filter = Some(ResellerFilter::Iptv);
    let resellers = client.send(ListResellers { filter }).await?;

    println!("Resellers that sell IPTV: {}", resellers.len());
    for reseller in resellers {
        println!("{} ({})", reseller.name, reseller.id);
    }
    Ok(())
}
