//! One connection, from its first byte to its last.

use std::{
    convert::Infallible,
    pin::Pin,
    sync::Arc,
    task::{Context, Poll},
    time::{Duration, SystemTime},
};

use axum::{BoxError, body::HttpBody, response::Response};
use http::{Request, StatusCode, header};
use hyper::{
    body::{Frame, Incoming, SizeHint},
    server::conn::http1::Builder,
    service::service_fn,
};
use hyper_util::rt::TokioIo;
use telecomx_contract::CommonError;
use tokio::{io::AsyncWriteExt as _, net::TcpStream, sync::watch, time::timeout};
use tower::{Service, ServiceExt as _};

use crate::{
    Limits,
    connections::{Activity, Place},
    log,
    respond::{self, unreached},
    wire::Wire,
};

/// How long a client may take to read the last answer and to close: one that is still sending when the server closes
/// would lose it.
const LINGER: Duration = Duration::from_secs(2);

/// Serves a connection until either side has enough, or room is needed for another.
pub(crate) async fn serve<S, B>(
    stream: TcpStream,
    place: Place,
    builder: Builder,
    service: S,
    limits: Limits,
    mut stopping: watch::Receiver<()>,
) where
    S: Service<Request<Incoming>, Response = http::Response<B>, Error = Infallible> + Clone,
    B: HttpBody<Error: Into<BoxError>> + Unpin + 'static,
{
    let activity = &place.activity;
    let answer = service_fn(|request| {
        activity.answering();
        let answer = service.clone().oneshot(request);
        let activity = Arc::clone(activity);
        async move {
            let answer = answer.await?;
            Ok::<_, Infallible>(answer.map(|body| Answer { body, activity }))
        }
    });
    let wire = Wire::new(stream, Arc::clone(activity), limits.write_time);
    let mut connection = builder.serve_connection(TokioIo::new(wire), answer);
    let (mut stops, mut unwanted) = (false, false);
    let ended = loop {
        tokio::select! {
            ended = &mut connection => break ended,
            _ = stopping.changed(), if !stops => {
                stops = true;
                Pin::new(&mut connection).graceful_shutdown();
            }
            () = activity.unwanted() => {
                if activity.is_in_head() || activity.is_stalled() {
                    return;
                }
                unwanted = true;
                Pin::new(&mut connection).graceful_shutdown();
            }
        }
    };
    let parts = connection.into_parts();
    let unread = parts.read_buf;
    let mut wire = parts.io.into_inner();
    if let Err(error) = &ended {
        log::write(|| tracing::debug!(%error, "a connection ended early"));
        if let Some(refusal) = refusal(&wire, activity, error) {
            let bytes = bytes(refusal, wire.takes_body(&unread)).await;
            let _ = timeout(limits.write_time, wire.stream.write_all(&bytes)).await;
        }
    }
    let _ = wire.stream.shutdown().await;
    if stops || unwanted {
        return;
    }
    activity.idle();
    tokio::select! {
        () = linger(&mut wire.stream) => {}
        () = activity.unwanted() => {}
        _ = stopping.changed() => {}
    }
}

/// What a client is told whose request's head never reached the router.
fn refusal(wire: &Wire, activity: &Activity, error: &hyper::Error) -> Option<Response> {
    let refusal = match wire.refusal() {
        Some(StatusCode::BAD_REQUEST) => malformed(),
        Some(status) => respond::of_status(status),
        // Who has sent nothing has asked nothing.
        None if !activity.is_in_head() => return None,
        None if error.is_timeout() => respond::undocumented(unreached::REQUEST_TIMEOUT),
        None => malformed(),
    };
    Some(respond::and_close(refusal))
}

fn malformed() -> Response {
    let description = "The head of the request is incomplete, or not what HTTP/1.1 says.";
    respond::common(CommonError::BadRequest, description)
}

/// An answer as HTTP/1.1 writes it.
async fn bytes(answer: Response, with_body: bool) -> Vec<u8> {
    let (mut parts, body) = answer.into_parts();
    let body = axum::body::to_bytes(body, usize::MAX)
        .await
        .unwrap_or_default();
    let date = httpdate::fmt_http_date(SystemTime::now());
    parts
        .headers
        .insert(header::CONTENT_LENGTH, body.len().into());
    let mut bytes = format!("HTTP/1.1 {}\r\ndate: {date}\r\n", parts.status).into_bytes();
    for (name, value) in &parts.headers {
        bytes.extend([name.as_str().as_bytes(), b": ", value.as_bytes(), b"\r\n"].concat());
    }
    bytes.extend(b"\r\n");
    if with_body {
        bytes.extend(body);
    }
    bytes
}

/// Reads what the client still sends, until it closes.
async fn linger(stream: &mut TcpStream) {
    let _ = timeout(LINGER, tokio::io::copy(stream, &mut tokio::io::sink())).await;
}

/// The body of an answer, which tells when it is complete.
struct Answer<B> {
    body: B,
    activity: Arc<Activity>,
}

impl<B> Drop for Answer<B> {
    fn drop(&mut self) {
        self.activity.writing();
    }
}

impl<B: HttpBody + Unpin> HttpBody for Answer<B> {
    type Data = B::Data;
    type Error = B::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Self::Data>, Self::Error>>> {
        Pin::new(&mut self.body).poll_frame(context)
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}
