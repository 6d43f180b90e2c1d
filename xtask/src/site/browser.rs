//! The built site in a real browser.

use std::{path::Path, process::Command};

use anyhow::{Context as _, bail};

use super::server::Server;
use crate::{output, tools::Tools, workspace::Workspace};

/// Drives Chromium through the site, from `file://` and served.
pub(super) fn test(site: &Path, workspace: &Workspace, tools: &Tools<'_>) -> anyhow::Result<()> {
    tools.debian("chromium", "chromium")?;
    let files = workspace.join("xtask/site/browser");
    let packages = tools.node("site-browser", &files)?;
    let server = Server::start(site, 0)?;
    output::line("trying the site in Chromium");
    let status = Command::new("node")
        .arg(files.join("test.mjs"))
        .arg(packages.join("node_modules"))
        .arg(site)
        .arg(server.address())
        .status()
        .context("cannot run node; install Node.js 20 or later")?;
    match status.success() {
        true => Ok(()),
        false => bail!("the site does not work in Chromium; see above"),
    }
}
