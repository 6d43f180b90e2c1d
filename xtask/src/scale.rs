//! `cargo xtask scale`: what the contract costs as it grows, beside plain serde.
//!
//! The contract is copied until it has many operations, and beside it stands a plain twin: the same
//! structs with the derives of serde and schemars and none of ours. Both are real workspaces under
//! `scale` in the target folder, to look at and to time by hand.

mod copies;
mod plain;
mod source;
mod timing;
mod workspace;

use std::time::Instant;

use telecomx_api::API;

use self::{
    source::Source,
    timing::{Comparison, Emission, Timer, Toll},
    workspace::{Variant, Workspaces},
};
use crate::{
    lock::Lock,
    output,
    workspace::{Workspace, shown},
};

/// What was measured at one size.
struct Row {
    operations: usize,
    emission: Emission,
    check: Toll,
    recheck: Toll,
}

/// Writes the workspaces, times each check in so many rounds and prints a table.
pub(crate) fn run(sizes: &[usize], rounds: usize) -> anyhow::Result<()> {
    let start = Instant::now();
    let workspace = Workspace::find()?;
    let lock = Lock::take(&workspace, "scale")?;
    let folder = workspace.target("scale");
    let timer = Timer::new(&workspace, &folder, &lock);
    let workspaces = Workspaces::new(workspace.root(), &folder, &timer)?;
    let model = Source::read(&workspace.join("crates/telecomx-model/src"))?;
    let api = Source::read(&workspace.join("crates/telecomx-api/src"))?;

    output::line("reading and writing a customer");
    let comparison = workspaces.write_comparison(&model, &api)?;
    timer.warm_up(&comparison)?;
    let comparison = timer.comparison(&comparison)?;
    let mut rows = Vec::new();
    let per_copy = API.operations().count().max(1);
    for size in sizes {
        let copies = size.div_ceil(per_copy).max(1);
        let operations = copies * per_copy;
        output::line(format_args!("{operations} operations: writing"));
        let contract = workspaces.write(Variant::Contract, operations, copies, &model, &api)?;
        let plain = workspaces.write(Variant::Plain, operations, copies, &model, &api)?;
        output::line(format_args!("{operations} operations: checking"));
        let (check, recheck) = timer.checks(&contract, &plain, rounds)?;
        output::line(format_args!("{operations} operations: emitting"));
        rows.push(Row {
            operations,
            emission: timer.emission(&contract, operations)?,
            check,
            recheck,
        });
    }

    report(&rows, &comparison);
    output::line(format_args!(
        "the workspaces are in {}; this took {:.0?}",
        shown(&folder),
        start.elapsed()
    ));
    Ok(())
}

fn report(rows: &[Row], comparison: &Comparison) {
    output::line(
        "\n\
         operations   document            check                      check again\n\
         \u{20}            best     size    contract   plain  ratio    contract   plain  ratio",
    );
    for row in rows {
        output::line(format_args!(
            "{:>10} {:>5.1} ms {:>4} KiB {} {}",
            row.operations,
            row.emission.best.as_secs_f64() * 1e3,
            row.emission.bytes.div_ceil(1024),
            toll(row.check),
            toll(row.recheck),
        ));
    }
    output::line("\ncustomer     contract       plain  ratio");
    for (name, [contract, plain, ratio]) in comparison {
        output::line(format_args!(
            "{name:<10} {contract:>7.0} ns  {plain:>7.0} ns  {ratio:>5.2}"
        ));
    }
    output::line(
        "\n\
         The document is made by optimised dependencies from copies that are not optimised. `check` is\n\
         `cargo check` of model and API after a touch, when nothing is left of an earlier run but the\n\
         dependencies; `check again` is the same with what the run before it left.",
    );
}

fn toll(toll: Toll) -> String {
    format!(
        "   {:>6.2} s {:>6.2} s  {:>5.2}",
        toll.contract.as_secs_f64(),
        toll.plain.as_secs_f64(),
        toll.ratio()
    )
}
