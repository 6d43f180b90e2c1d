//! Times the document of the API in OpenAPI 3.0 beside it, as JSON: nanoseconds of the best run, and bytes.

use std::{
    error::Error,
    time::{Duration, Instant},
};

use telecomx_api::API;
use telecomx_contract::Audience;

fn main() -> Result<(), Box<dyn Error>> {
    let start = Instant::now();
    let (mut best, mut bytes, mut runs) = (Duration::MAX, 0, 0);
    while runs < 10 || start.elapsed() < Duration::from_secs(2) {
        let start = Instant::now();
        let document = telecomx_openapi::document(&API, Audience::All)?;
        let lowered = telecomx_openapi::lower(document)?;
        let json = serde_json::to_string_pretty(&lowered.document)?;
        best = best.min(start.elapsed());
        bytes = json.len();
        runs += 1;
    }
    println!("{} {bytes}", best.as_nanos());
    Ok(())
}
