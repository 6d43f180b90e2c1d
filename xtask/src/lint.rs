//! `cargo xtask lint`: other people's linters over every published OpenAPI document.

mod documents;
mod finding;
mod ibm;
mod linter;
mod redocly;
mod spectral;
mod vacuum;
mod validators;
mod verdict;
mod waivers;

use std::{
    panic,
    sync::atomic::{AtomicUsize, Ordering},
    thread,
    time::Instant,
};

use anyhow::bail;

use self::{
    documents::Document,
    linter::{Installed, Linter},
    verdict::{Report, Verdict},
    waivers::Waivers,
};
use crate::{dist, output, tools::Tools, workspace::Workspace};

const LINTERS: &[Linter] = &[
    redocly::LINTER,
    spectral::LINTER,
    vacuum::LINTER,
    ibm::LINTER,
    validators::OPENAPI_SPEC_VALIDATOR,
    validators::SWAGGER_PARSER,
];

/// The file of the findings that are let stand.
const WAIVERS: &str = "xtask/lint/waivers.toml";

/// Runs every linter over every document, and fails if one has an error or a warning that nothing waives,
/// or if a waiver is no longer needed.
pub(crate) fn run() -> anyhow::Result<()> {
    let start = Instant::now();
    let workspace = Workspace::find()?;
    let waivers = Waivers::read(&workspace.join(WAIVERS), LINTERS)?;
    let dist = dist::make(&workspace)?;
    let documents = documents::in_folder(dist.path())?;
    let installed = Installed::new(&Tools::of(&workspace), workspace.join("xtask/lint"))?;

    let jobs: Vec<(&Document, &Linter)> = documents
        .iter()
        .flat_map(|document| LINTERS.iter().map(move |linter| (document, linter)))
        .collect();
    let reports = in_parallel(&jobs, |(document, linter)| {
        let begun = Instant::now();
        let findings = linter.run(&installed, document)?;
        let report = Report::new(linter.name, &document.shown, findings, &waivers);
        output::line(format_args!("{report} ({:.1?})", begun.elapsed()));
        Ok(report)
    })?;

    let verdict = Verdict::new(&reports, &waivers);
    verdict.print();
    output::line(format_args!(
        "{} linters, {} documents: {}, in {:.0?}",
        LINTERS.len(),
        documents.len(),
        verdict.summary(),
        start.elapsed()
    ));
    match verdict.failure() {
        Some(failure) => bail!(failure),
        None => Ok(()),
    }
}

/// Does every job, as many at once as there are cores.
fn in_parallel<J: Sync, R: Send>(
    jobs: &[J],
    work: impl Fn(&J) -> anyhow::Result<R> + Sync,
) -> anyhow::Result<Vec<R>> {
    let next = AtomicUsize::new(0);
    let worker = || -> anyhow::Result<Vec<R>> {
        let mut results = Vec::new();
        while let Some(job) = jobs.get(next.fetch_add(1, Ordering::Relaxed)) {
            results.push(work(job)?);
        }
        Ok(results)
    };
    thread::scope(|scope| {
        let cores = thread::available_parallelism().map_or(1, usize::from);
        let workers: Vec<_> = (0..cores).map(|_| scope.spawn(worker)).collect();
        let mut results = Vec::new();
        for worker in workers {
            results.extend(
                worker
                    .join()
                    .unwrap_or_else(|panic| panic::resume_unwind(panic))?,
            );
        }
        Ok(results)
    })
}
