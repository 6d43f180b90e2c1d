//! `cargo xtask site`: the documentation site.

mod browser;
mod previous;
mod samples;
mod server;
mod watch;

use std::{
    fs,
    path::{Path, PathBuf},
    time::Instant,
};

use anyhow::{Context as _, bail};
use telecomx_api::API;
use telecomx_contract::AccessLevel;
use telecomx_site::{Files, Site};

use crate::{files, output, tools::Tools};

use self::server::Server;

/// What is asked for.
#[derive(Debug, clap::Args)]
pub(crate) struct Options {
    /// Make a site for one access level alone, in target/site-LEVEL/: it holds nothing that the level may not know.
    #[arg(long, value_name = "LEVEL", value_parser = level)]
    audience: Option<AccessLevel>,
    /// What the page of changes compares with: a revision that has spec/openapi.json, or such a document [default: the
    /// newest tag `v*` before this commit].
    #[arg(long, value_name = "REVISION_OR_FILE")]
    since: Option<String>,
    /// Serve the site on this machine, and make it anew when something changes.
    #[arg(long)]
    serve: bool,
    /// Where to serve it; 0 takes any port that is free.
    #[arg(long, value_name = "PORT", default_value_t = 8000, requires = "serve")]
    port: u16,
    /// Try the site in a browser, and its samples on the sandbox.
    #[arg(long, conflicts_with_all = ["serve", "audience"])]
    test: bool,
}

/// Makes the site, and serves or tests it.
pub(crate) fn run(options: &Options) -> anyhow::Result<()> {
    let workspace = files::workspace();
    let tools = Tools::of(&workspace);
    let folder = make(options, &workspace, &tools)?;
    if options.serve {
        let server = Server::start(&folder, options.port)?;
        output::line(format_args!(
            "serving it at {}/; Ctrl-C ends it",
            server.address()
        ));
        watch::remake_on_change(&workspace, options)?;
    }
    if options.test {
        let start = Instant::now();
        samples::test(&folder, &workspace, &tools)?;
        browser::test(&folder, &workspace, &tools)?;
        output::line(format_args!("all is well, in {:.0?}", start.elapsed()));
    }
    Ok(())
}

/// Makes the site: the folder that it is in.
fn make(options: &Options, workspace: &Path, tools: &Tools) -> anyhow::Result<PathBuf> {
    let start = Instant::now();
    let packages = tools.node("site-renderer", &workspace.join("xtask/site/renderer"))?;
    let redoc = packages.join("node_modules/redoc");
    let read = |path: &str| {
        let path = redoc.join(path);
        fs::read_to_string(&path).with_context(|| {
            format!(
                "cannot read {}; delete target/tools/site-renderer",
                path.display()
            )
        })
    };
    let previous = previous::find(options.since.as_deref(), workspace)?;
    let site = Site {
        api: &API,
        audience: options.audience,
        previous: previous.as_ref(),
        renderer: &read("bundles/redoc.standalone.js")?,
        renderer_licence: &(read("LICENSE")?
            + "\n"
            + &read("bundles/redoc.standalone.js.LICENSE.txt")?),
    };
    let files = site.files()?;
    let name = match options.audience {
        Some(level) => format!("site-{level}"),
        None => "site".to_owned(),
    };
    let folder = workspace.join("target").join(&name);
    replace(&folder, &files)?;
    let size: usize = files.values().map(String::len).sum();
    let since = previous.map_or("nothing that was published".to_owned(), |previous| {
        previous.name
    });
    output::line(format_args!(
        "{} files in target/{name}, {:.1} MB, compared with {since}, in {:.1?}; open target/{name}/index.html",
        files.len(),
        size as f64 / 1e6,
        start.elapsed(),
    ));
    Ok(folder)
}

/// Replaces a folder whole: a run that fails leaves the previous one.
fn replace(folder: &Path, files: &Files) -> anyhow::Result<()> {
    let parent = folder
        .parent()
        .context("the site's folder is in no other")?;
    let context = || format!("cannot write {}", folder.display());
    fs::create_dir_all(parent).with_context(context)?;
    let made = tempfile::Builder::new()
        .prefix(".site-")
        .tempdir_in(parent)
        .with_context(context)?;
    let new = made.path().join("new");
    for (path, text) in files {
        let file = new.join(path);
        if let Some(above) = file.parent() {
            fs::create_dir_all(above).with_context(context)?;
        }
        fs::write(&file, text).with_context(context)?;
    }
    // The previous one goes with the temporary folder.
    if folder.exists() {
        fs::rename(folder, made.path().join("old")).with_context(context)?;
    }
    fs::rename(&new, folder).with_context(context)
}

fn level(name: &str) -> anyhow::Result<AccessLevel> {
    match AccessLevel::ALL
        .into_iter()
        .find(|level| level.as_str() == name)
    {
        Some(level) => Ok(level),
        None => bail!(
            "there is no such level; the levels are {}",
            AccessLevel::ALL.map(AccessLevel::as_str).join(", ")
        ),
    }
}
