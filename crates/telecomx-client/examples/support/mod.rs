//! What the examples share: where the platform is, and who asks.

use anyhow::Context as _;
use telecomx_client::Secret;

/// The base address from `TELECOMX_URL`, or that of a server on this machine.
pub(crate) fn base_url() -> String {
    std::env::var("TELECOMX_URL").unwrap_or_else(|_| "http://127.0.0.1:8080".to_owned())
}

/// The token from `TELECOMX_TOKEN`.
pub(crate) fn token() -> anyhow::Result<Secret> {
    let token = std::env::var("TELECOMX_TOKEN")
        .context("TELECOMX_TOKEN is not set: set it to your token")?;
    Ok(Secret::new(token))
}
