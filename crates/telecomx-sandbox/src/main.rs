//! Starts a sandbox: `telecomx-sandbox --help`.

use std::{
    io::{self, IsTerminal as _, Write as _},
    process::ExitCode,
    thread,
};

use anstyle::{AnsiColor, Style};
use anyhow::Context as _;
use clap::Parser as _;
use telecomx_sandbox::{Options, Sandbox};
use tracing_appender::non_blocking::{NonBlockingBuilder, WorkerGuard};
use tracing_subscriber::EnvFilter;

const FAILED: Style = AnsiColor::Red.on_default().bold();

/// How many lines of the log may wait to be written; what comes on top of them is dropped.
const WAITING_LINES: usize = 8_192;

#[tokio::main]
async fn main() -> ExitCode {
    match run(&Options::parse()).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            // Where nobody can be told, the exit code still tells it.
            let _ = writeln!(anstream::stderr(), "{FAILED}error{FAILED:#}: {error:#}");
            ExitCode::FAILURE
        }
    }
}

async fn run(options: &Options) -> anyhow::Result<()> {
    let _written_to_its_end = log(options.json_log)?;
    let sandbox = Sandbox::start(options).await?;
    let shutdown = shutdown()?;
    tracing::info!(address = sandbox.base(), "listening");
    print(format!("{}\n", sandbox.banner()));
    sandbox.run(shutdown).await
}

/// Prints a text while other things go on: neither a standard output that is full nor one that nobody reads
/// is a reason not to serve.
fn print(text: String) {
    thread::spawn(move || {
        let mut out = anstream::stdout();
        let written = out.write_all(text.as_bytes()).and_then(|()| out.flush());
        if let Err(error) = written {
            tracing::warn!(%error, "the banner cannot be written to standard output");
        }
    });
}

/// The log goes to standard error, since what is printed for people is on standard output. The sandbox
/// outlives it: a line that cannot be written is lost, and a reader that has stopped reading holds up a
/// thread of the log alone.
fn log(json: bool) -> anyhow::Result<WorkerGuard> {
    let default = if json { "info" } else { "warn" };
    let filter = std::env::var("TELECOMX_LOG").unwrap_or_else(|_| default.to_owned());
    let filter = EnvFilter::try_new(filter).context("TELECOMX_LOG is no filter; try `debug`")?;
    let (lines, guard) = NonBlockingBuilder::default()
        .lossy(true)
        .buffered_lines_limit(WAITING_LINES)
        .finish(io::stderr());
    let log = tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_ansi(!json && io::stderr().is_terminal())
        // It would tell standard error of it, and panic where that fails.
        .log_internal_errors(false)
        .with_writer(lines);
    if json {
        log.json().init();
    } else {
        log.init();
    }
    Ok(guard)
}

/// Ready when somebody presses Ctrl-C, or a supervisor sends SIGTERM.
fn shutdown() -> anyhow::Result<impl Future<Output = ()>> {
    #[cfg(unix)]
    let mut terminated = {
        use tokio::signal::unix::{SignalKind, signal};
        signal(SignalKind::terminate()).context("cannot wait for SIGTERM")?
    };
    Ok(async move {
        #[cfg(unix)]
        tokio::select! {
            _ = tokio::signal::ctrl_c() => {}
            _ = terminated.recv() => {}
        }
        #[cfg(not(unix))]
        let _ = tokio::signal::ctrl_c().await;
    })
}
