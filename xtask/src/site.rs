//! `cargo xtask site`: the documentation site.

mod browser;
mod previous;
mod samples;
mod server;
mod watch;

use std::{fs, time::Instant};

use anyhow::Context as _;
use telecomx_api::API;
use telecomx_contract::AccessLevel;
use telecomx_site::Site;

use crate::{
    folder::Folder,
    output,
    tools::Tools,
    workspace::{Workspace, shown},
};

use self::server::Server;

/// What is asked for.
#[derive(Debug, clap::Args)]
pub(crate) struct Options {
    /// Make a site for one access level alone, in site-LEVEL/ beside site/: it holds nothing that the level may not know.
    #[arg(long, value_name = "LEVEL")]
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
    let workspace = Workspace::find()?;
    let tools = Tools::of(&workspace);
    let name = match options.audience {
        Some(level) => format!("site-{level}"),
        None => "site".to_owned(),
    };
    let folder = Folder::take(&workspace, &name)?;
    make(options, &folder, &workspace, &tools)?;
    if options.serve {
        let path = folder.path().to_owned();
        // It is made anew by other commands.
        drop(folder);
        let server = Server::start(&path, options.port)?;
        output::line(format_args!(
            "serving it at {}/; Ctrl-C ends it",
            server.address()
        ));
        watch::remake_on_change(&workspace, options)?;
    } else if options.test {
        let start = Instant::now();
        samples::test(folder.path(), &workspace, &tools, folder.lock())?;
        browser::test(folder.path(), &workspace, &tools)?;
        output::line(format_args!("all is well, in {:.0?}", start.elapsed()));
    }
    Ok(())
}

/// Makes the site in a folder.
fn make(
    options: &Options,
    folder: &Folder,
    workspace: &Workspace,
    tools: &Tools<'_>,
) -> anyhow::Result<()> {
    let start = Instant::now();
    let packages = tools.node("site-renderer", &workspace.join("xtask/site/renderer"))?;
    let redoc = packages.join("node_modules/redoc");
    let read = |path: &str| {
        let path = redoc.join(path);
        fs::read_to_string(&path).with_context(|| {
            let (path, packages) = (path.display(), packages.display());
            format!("cannot read {path}; delete {packages} and try again")
        })
    };
    let previous = previous::find(options.since.as_deref(), workspace.root())?;
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
    folder.replace(&files)?;
    let size: usize = files.values().map(String::len).sum();
    let since = previous.map_or("nothing that was published".to_owned(), |previous| {
        previous.name
    });
    output::line(format_args!(
        "{} files in {}, {:.1} MB, compared with {since}, in {:.1?}; open {}",
        files.len(),
        shown(folder.path()),
        size as f64 / 1e6,
        start.elapsed(),
        shown(&folder.path().join("index.html")),
    ));
    Ok(())
}
