//! What a customer costs that has every property: reading it, writing it, and hiding from a caller what
//! the caller may not see.
//!
//! `cargo xtask scale` compares reading and writing with plain serde.

use std::{error::Error, hint::black_box};

use criterion::{BatchSize, Criterion, Throughput};
use telecomx_contract::{AccessLevel, Examples, Redact};
use telecomx_model::Customer;

fn main() -> Result<(), Box<dyn Error>> {
    let mut criterion = Criterion::default().configure_from_args();
    // The first example is the one with every property set.
    let customer = Customer::examples().swap_remove(0).value;
    read_and_write(&mut criterion, &customer)?;
    redact(&mut criterion, &customer);
    criterion.final_summary();
    Ok(())
}

fn read_and_write(criterion: &mut Criterion, customer: &Customer) -> Result<(), Box<dyn Error>> {
    let json = serde_json::to_string(customer)?;
    // Read once beforehand, so that it is never an error that is measured.
    serde_json::from_str::<Customer>(&json)?;
    let mut group = criterion.benchmark_group("customer");
    group.throughput(Throughput::Bytes(json.len() as u64));
    group.bench_function("read", |bencher| {
        bencher.iter(|| serde_json::from_str::<Customer>(black_box(&json)));
    });
    group.bench_function("write", |bencher| {
        bencher.iter(|| serde_json::to_string(black_box(customer)));
    });
    group.finish();
    Ok(())
}

fn redact(criterion: &mut Criterion, customer: &Customer) {
    let mut group = criterion.benchmark_group("customer, redacted");
    // The least trusted level that may ask loses the most; the most trusted loses nothing.
    for level in [AccessLevel::VIEWER, AccessLevel::ADMIN] {
        group.bench_function(level.as_str(), |bencher| {
            // By reference, so that freeing the whole customer is not part of what is measured.
            bencher.iter_batched_ref(
                || customer.clone(),
                |customer| customer.redact(black_box(level)),
                BatchSize::SmallInput,
            );
        });
    }
    group.finish();
}
