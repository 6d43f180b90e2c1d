//! Listening, and ending well.

use std::{io, time::Duration};

use axum::Router;
use hyper::server::conn::http1;
use hyper_util::rt::TokioTimer;
use tokio::{
    net::{TcpListener, TcpStream},
    sync::watch,
    time::{sleep, timeout},
};
use tower::ServiceBuilder;
use tower_http::catch_panic::CatchPanicLayer;

use crate::{
    Limits, connection,
    connections::Connections,
    files,
    log::{self, Counted},
    net,
};

/// How long to wait when no connection can be accepted, at first and at most.
const WAITS: (Duration, Duration) = (Duration::from_millis(5), Duration::from_secs(1));

/// Serves a router until `shutdown` is ready, then finishes what is in flight.
///
/// What is still in flight after [`Limits::shutdown_time`] is cut off. A listener that fails to accept, say because the
/// process may open no more files, is logged and waited for. Every request is answered, and every refusal has the
/// error component for a body: also where the router panics, or where hyper refuses a request by itself.
///
/// # Errors
///
/// [`Limits::connections`] of 0, or of more than a machine has.
pub async fn serve(
    listener: TcpListener,
    router: Router,
    limits: Limits,
    shutdown: impl Future<Output = ()>,
) -> io::Result<()> {
    serve_from(listener, router, limits, shutdown).await
}

/// What connections come from.
trait Accept {
    /// The next connection.
    fn accept(&self) -> impl Future<Output = io::Result<TcpStream>> + Send;
}

impl Accept for TcpListener {
    async fn accept(&self) -> io::Result<TcpStream> {
        let (stream, _) = Self::accept(self).await?;
        Ok(stream)
    }
}

async fn serve_from(
    listener: impl Accept,
    router: Router,
    limits: Limits,
    shutdown: impl Future<Output = ()>,
) -> io::Result<()> {
    let connections = Connections::new(files::within(limits.connections))?;
    let service = ServiceBuilder::new()
        .layer(CatchPanicLayer::custom(net::panicked))
        .and_then(net::begin)
        .map_response(net::with_body)
        .service(router);
    let mut builder = http1::Builder::new();
    // The router's own bounds say which of them was passed, so hyper lets through twice as much.
    builder
        .timer(TokioTimer::new())
        .half_close(true)
        .header_read_timeout(limits.head_time)
        .max_headers(limits.headers * 2)
        .max_buf_size((limits.uri_bytes + limits.header_bytes).max(8 * 1024) * 2);
    let (stop, stopping) = watch::channel(());
    let accept = async {
        loop {
            let stream = next(&listener, &connections).await;
            let place = connections.place().await;
            let (builder, service) = (builder.clone(), service.clone());
            let stopping = stopping.clone();
            tokio::spawn(connection::serve(
                stream, place, builder, service, limits, stopping,
            ));
        }
    };
    tokio::select! {
        () = accept => {}
        () = shutdown => {}
    }
    drop(listener);
    let _ = stop.send(());
    if timeout(limits.shutdown_time, connections.closed())
        .await
        .is_err()
    {
        log::write(|| {
            tracing::warn!("some requests took longer than the shutdown waits; they are cut off");
        });
    }
    Ok(())
}

/// The next connection, however long it takes to get one.
async fn next(listener: &impl Accept, connections: &Connections) -> TcpStream {
    static FAILED: Counted = Counted::new();
    let (mut wait, longest) = WAITS;
    loop {
        match listener.accept().await {
            Ok(stream) => return stream,
            Err(error) => FAILED.happened(move |count| {
                tracing::error!(
                    count,
                    %error,
                    "a connection could not be accepted; the next may be (see `ulimit -n` if too many files are open)"
                );
            }),
        }
        // It may be for want of what idle connections hold.
        connections.close_idle();
        sleep(wait).await;
        wait = longest.min(wait * 2);
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Mutex;

    use axum::routing::get;
    use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};

    use super::*;

    /// Fails as often as it has errors, then accepts.
    struct Failing(Mutex<Vec<io::Error>>, TcpListener);

    impl Accept for Failing {
        async fn accept(&self) -> io::Result<TcpStream> {
            let error = self.0.lock().unwrap().pop();
            match error {
                Some(error) => Err(error),
                None => Accept::accept(&self.1).await,
            }
        }
    }

    #[tokio::test]
    async fn a_failing_accept_is_waited_out() {
        // EMFILE, ENFILE, ENOMEM, ENOBUFS, ECONNABORTED, EPROTO and EPERM of Linux, and one of nowhere.
        let errors = [24, 23, 12, 105, 103, 71, 1].map(io::Error::from_raw_os_error);
        let errors = errors
            .into_iter()
            .chain([io::Error::other("odd")])
            .collect();
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let router = Router::new().route("/", get(async || "here"));
        let listener = Failing(Mutex::new(errors), listener);
        tokio::spawn(serve_from(
            listener,
            router,
            Limits::default(),
            std::future::pending(),
        ));
        let mut stream = TcpStream::connect(address).await.unwrap();
        stream
            .write_all(b"GET / HTTP/1.1\r\nconnection: close\r\n\r\n")
            .await
            .unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).await.unwrap();
        assert!(answer.starts_with("HTTP/1.1 200 OK"), "{answer}");
        assert!(answer.ends_with("here"), "{answer}");
    }
}
