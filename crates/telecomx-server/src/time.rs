//! How long a request may take, and whom to tell when it takes longer.

use std::{
    pin::Pin,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    task::{Context, Poll},
    time::Duration,
};

use axum::{
    body::{Body, HttpBody},
    extract::Request,
    middleware::Next,
    response::Response,
};
use bytes::Bytes;
use http::{HeaderValue, header};
use hyper::body::{Frame, SizeHint};

use crate::{
    log::Counted,
    respond::{self, unreached},
};

/// Answers in time: 408 where the caller's body was waited for, 504 where the platform was.
pub(crate) async fn bounded(time: Duration, request: Request, next: Next) -> Response {
    let awaited = Arc::new(AtomicBool::new(false));
    let request = if request.body().is_end_stream() {
        request
    } else {
        let awaited = Arc::clone(&awaited);
        request.map(|body| Body::new(Watched { body, awaited }))
    };
    match tokio::time::timeout(time, next.run(request)).await {
        Ok(response) => response,
        Err(_) if awaited.load(Ordering::Relaxed) => {
            respond::and_close(respond::undocumented(unreached::REQUEST_TIMEOUT))
        }
        Err(_) => {
            static TIMED_OUT: Counted = Counted::new();
            TIMED_OUT.happened(|count| {
                tracing::error!(count, "the platform took longer than `Limits::time`");
            });
            let mut response = respond::undocumented(unreached::TIMED_OUT);
            let later = HeaderValue::from_static("5");
            response.headers_mut().insert(header::RETRY_AFTER, later);
            response
        }
    }
}

/// A body that knows whether somebody waits for more of it.
struct Watched {
    body: Body,
    awaited: Arc<AtomicBool>,
}

impl HttpBody for Watched {
    type Data = Bytes;
    type Error = axum::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, axum::Error>>> {
        let frame = Pin::new(&mut self.body).poll_frame(context);
        self.awaited.store(frame.is_pending(), Ordering::Relaxed);
        frame
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}
