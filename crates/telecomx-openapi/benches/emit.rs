//! What it costs to publish: from the contract to a document, down to OpenAPI 3.0, and to JSON.

use std::{error::Error, hint::black_box};

use criterion::{BatchSize, Criterion};
use telecomx_api::API;
use telecomx_contract::Audience;

fn main() -> Result<(), Box<dyn Error>> {
    let mut criterion = Criterion::default().configure_from_args();
    emit(&mut criterion)?;
    criterion.final_summary();
    Ok(())
}

fn emit(criterion: &mut Criterion) -> Result<(), Box<dyn Error>> {
    // Made once beforehand, so that it is never a refusal that is measured.
    let document = telecomx_openapi::document(&API, Audience::All)?;
    telecomx_openapi::lower(document.clone())?;
    let mut group = criterion.benchmark_group("emit");
    group.bench_function("document", |bencher| {
        bencher.iter(|| telecomx_openapi::document(black_box(&API), Audience::All));
    });
    group.bench_function("lower", |bencher| {
        bencher.iter_batched(
            || document.clone(),
            telecomx_openapi::lower,
            BatchSize::SmallInput,
        );
    });
    group.bench_function("pretty JSON", |bencher| {
        bencher.iter(|| serde_json::to_string_pretty(black_box(&document)));
    });
    group.finish();
    Ok(())
}
