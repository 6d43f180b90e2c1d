//! Starts a sandbox: `telecomx-sandbox --help`.

use std::{io::IsTerminal as _, process::ExitCode};

use anstyle::{AnsiColor, Style};
use anyhow::Context as _;
use clap::Parser as _;
use telecomx_sandbox::{Options, Sandbox};
use tracing_subscriber::EnvFilter;

const FAILED: Style = AnsiColor::Red.on_default().bold();

#[tokio::main]
async fn main() -> ExitCode {
    match run(&Options::parse()).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            anstream::eprintln!("{FAILED}error{FAILED:#}: {error:#}");
            ExitCode::FAILURE
        }
    }
}

async fn run(options: &Options) -> anyhow::Result<()> {
    log(options.json_log)?;
    let sandbox = Sandbox::start(options).await?;
    let shutdown = shutdown()?;
    tracing::info!(address = sandbox.base(), "listening");
    anstream::println!("{}", sandbox.banner());
    sandbox.run(shutdown).await
}

/// The log goes to standard error, since what is printed for people is on standard output.
fn log(json: bool) -> anyhow::Result<()> {
    let default = if json { "info" } else { "warn" };
    let filter = std::env::var("TELECOMX_LOG").unwrap_or_else(|_| default.to_owned());
    let filter = EnvFilter::try_new(filter).context("TELECOMX_LOG is no filter; try `debug`")?;
    let log = tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_ansi(!json && std::io::stderr().is_terminal())
        .with_writer(std::io::stderr);
    if json {
        log.json().init();
    } else {
        log.init();
    }
    Ok(())
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
