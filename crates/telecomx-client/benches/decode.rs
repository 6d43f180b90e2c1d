//! What reading an answer costs beside plain serde: the largest customer there is, read by the client and
//! by `serde_json::from_slice`.
//!
//! The client is meant to reach 0.95 of plain serde's speed.

use std::{error::Error, hint::black_box};

use criterion::{Criterion, Throughput};
use telecomx_api::customer::get::GetCustomer;
use telecomx_client::wire::read_response;
use telecomx_contract::Examples;
use telecomx_model::Customer;

fn main() -> Result<(), Box<dyn Error>> {
    let mut criterion = Criterion::default().configure_from_args();
    // The first example is the one with every property set.
    let json = serde_json::to_vec(&Customer::examples().swap_remove(0).value)?;
    // Read once beforehand, so that it is never an error that is measured.
    read_response::<GetCustomer>(http::Response::new(&json))?;

    let mut group = criterion.benchmark_group("decode");
    group.throughput(Throughput::Bytes(json.len() as u64));
    group.bench_function("serde_json", |bencher| {
        bencher.iter(|| serde_json::from_slice::<Customer>(black_box(&json)));
    });
    group.bench_function("read_response", |bencher| {
        bencher.iter(|| read_response::<GetCustomer>(http::Response::new(black_box(&json))));
    });
    group.finish();
    criterion.final_summary();
    Ok(())
}
