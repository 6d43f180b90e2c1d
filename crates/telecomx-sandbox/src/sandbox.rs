//! A sandbox from its options: listen, make or find the world, serve it.

use std::{
    io,
    net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr},
    sync::Arc,
    time::{Duration, Instant},
};

use anyhow::{Context as _, bail};
use axum::{Router, middleware, response::Html, routing::get};
use http::header;
use telecomx_server::{Cors, Limits, Server, serve};
use tokio::net::TcpListener;

use crate::{
    banner::Banner,
    document::document,
    future,
    guide::Guide,
    options::Options,
    page::page,
    platform::Platform,
    progress::Progress,
    store::{SqliteStore, Store, StoreError},
    world::{Item, Recipe},
};

/// A sandbox that listens, and has its world.
#[derive(Debug)]
pub struct Sandbox {
    listener: TcpListener,
    store: Arc<SqliteStore>,
    server: Server<Platform<SqliteStore>>,
    /// Where it is: `http://127.0.0.1:8080`.
    base: String,
    /// What is in it, in a sentence.
    world: String,
    guide: Guide,
    from_the_future: bool,
}

impl Sandbox {
    /// Listens, and opens or makes the world.
    ///
    /// # Errors
    ///
    /// An address that cannot be had, or a store that cannot be used; the message says what helps.
    pub async fn start(options: &Options) -> anyhow::Result<Self> {
        options.check()?;
        // A port that is taken should be known before a large world is made.
        let listener = listen(SocketAddr::new(options.listen, options.port)).await?;
        let base = base(listener.local_addr()?);
        let options = options.clone();
        let from_the_future = options.from_the_future;
        let (store, server, world, guide) = tokio::task::spawn_blocking(move || {
            let (store, world) = open(&options)?;
            let store = Arc::new(store);
            let server = Platform::new(Arc::clone(&store)).server(limits());
            let guide = Guide::new(&*store, server.unhandled().collect())
                .context("the world cannot be used; make it anew with --replace")?;
            anyhow::Ok((store, server, world, guide))
        })
        .await??;
        Ok(Self {
            listener,
            store,
            server,
            base,
            world,
            guide,
            from_the_future,
        })
    }

    /// Where it is: `http://127.0.0.1:8080`.
    pub fn base(&self) -> &str {
        &self.base
    }

    /// What there is to try.
    pub fn guide(&self) -> &Guide {
        &self.guide
    }

    /// What to print.
    pub fn banner(&self) -> Banner<'_> {
        Banner {
            base: &self.base,
            world: &self.world,
            guide: &self.guide,
        }
    }

    /// Where the world is kept.
    #[cfg(test)]
    pub(crate) fn store(&self) -> Arc<SqliteStore> {
        Arc::clone(&self.store)
    }

    /// Serves until `shutdown` is ready, and finishes what is in flight.
    ///
    /// # Errors
    ///
    /// A document that cannot be made.
    pub async fn run(self, shutdown: impl Future<Output = ()>) -> anyhow::Result<()> {
        let mut lost = None;
        let watched = Arc::clone(&self.store);
        let ended = async {
            tokio::select! {
                () = shutdown => {}
                error = gone(watched) => lost = Some(error),
            }
        };
        let document = document(&self.base, &self.guide.missing)?;
        let text = serde_json::to_string_pretty(&document)? + "\n";
        // What they say is of this world alone.
        let no_store = (header::CACHE_CONTROL, "no-store");
        let text = (
            [(header::CONTENT_TYPE, "application/json"), no_store.clone()],
            text,
        );
        let page = ([no_store], Html(page(&self.guide)));
        let beside = Router::new()
            .route("/", get(async || page))
            .route("/openapi.json", get(async || text));
        let mut server = self.server.beside(beside);
        if self.listener.local_addr()?.ip().is_loopback() {
            // A page of documentation, wherever it comes from, tries its samples on the reader's own machine.
            server = server.cors(Cors::any());
        }
        let mut router = server.into_router();
        if self.from_the_future {
            let document = Arc::new(document);
            router = router.layer(middleware::from_fn_with_state(document, future::send));
        }
        serve(self.listener, router, limits(), ended)
            .await
            .context("cannot serve")?;
        lost.map_or(Ok(()), |error| Err(error.into()))
    }
}

fn limits() -> Limits {
    Limits {
        // Somebody waits at a terminal.
        shutdown_time: Duration::from_secs(3),
        ..Limits::default()
    }
}

/// Ready when the store is no longer the one that was opened.
async fn gone(store: Arc<SqliteStore>) -> StoreError {
    loop {
        tokio::time::sleep(Duration::from_secs(1)).await;
        let store = Arc::clone(&store);
        let verified = tokio::task::spawn_blocking(move || store.verify()).await;
        if let Ok(Err(error)) = verified {
            return error;
        }
    }
}

async fn listen(address: SocketAddr) -> anyhow::Result<TcpListener> {
    let (ip, port) = (address.ip(), address.port());
    match TcpListener::bind(address).await {
        Ok(listener) => Ok(listener),
        Err(error) if error.kind() == io::ErrorKind::AddrInUse => {
            bail!(
                "port {port} is in use; choose another with --port, or any that is free with --port 0"
            )
        }
        Err(error) if error.kind() == io::ErrorKind::PermissionDenied => {
            bail!("port {port} is not for everybody; choose one above 1023 with --port")
        }
        Err(error) if error.kind() == io::ErrorKind::AddrNotAvailable => {
            bail!("this machine does not have the address {ip}; choose another with --listen")
        }
        Err(error) => Err(error).context(format!("cannot listen on {address}")),
    }
}

/// Where a client on this machine finds it: an address that stands for all is no place to go.
fn base(mut address: SocketAddr) -> String {
    if address.ip().is_unspecified() {
        address.set_ip(match address.ip() {
            IpAddr::V4(_) => Ipv4Addr::LOCALHOST.into(),
            IpAddr::V6(_) => Ipv6Addr::LOCALHOST.into(),
        });
    }
    format!("http://{address}")
}

/// The store with its world, and a sentence about it.
fn open(options: &Options) -> anyhow::Result<(SqliteStore, String)> {
    let Some(path) = &options.data else {
        let (store, made) = make(options, |items| {
            SqliteStore::in_memory(options.recipe(), items)
        })?;
        return Ok((
            store,
            format!("{made}; gone at exit, unless --data FILE keeps it"),
        ));
    };
    let place = path.display();
    let found = if options.replace {
        None
    } else {
        SqliteStore::open_file(path)?
    };
    let Some(store) = found else {
        let (store, made) = make(options, |items| {
            SqliteStore::make_file(path, options.recipe(), items)
        })?;
        return Ok((store, format!("{made}; kept in {place}")));
    };
    let recipe = store.recipe()?;
    if !options.fits(recipe) {
        let Recipe { seed, customers } = recipe;
        bail!(
            "the world in {place} has {customers} customers from seed {seed}, which is not what was asked \
             for; leave out --seed and --customers to use it, or add --replace to make another"
        );
    }
    let world = format!("{}, found in {place}", store.census()?);
    Ok((store, world))
}

/// Makes a store with a world, and says what it is.
fn make<S: Store>(
    options: &Options,
    store: impl FnOnce(&mut dyn Iterator<Item = Item>) -> Result<S, StoreError>,
) -> anyhow::Result<(S, String)> {
    let start = Instant::now();
    let recipe = options.recipe();
    let mut progress = Progress::new(recipe.customers, options.json_log);
    let mut done = 0;
    let mut items = recipe.items().inspect(|item| {
        if let Item::Customer(customer) = item
            && customer.is_reseller != Some(true)
            && customer.organization_resellers.is_none()
        {
            done += 1;
            progress.reached(done);
        }
    });
    let store = store(&mut items)?;
    drop(items);
    let (census, seed, time) = (store.census()?, recipe.seed, start.elapsed());
    Ok((
        store,
        format!("{census}, made from seed {seed} in {time:.1?}"),
    ))
}

#[cfg(test)]
mod tests;
