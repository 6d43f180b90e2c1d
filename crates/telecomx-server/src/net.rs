//! The outermost: whatever fails within, there is an answer, and a refusal has a body.

use std::{
    any::Any,
    convert::Infallible,
    future::poll_fn,
    panic::{AssertUnwindSafe, catch_unwind},
    pin::Pin,
    task::{Context, Poll},
};

use axum::{
    BoxError,
    body::{Body, HttpBody},
    response::Response,
};
use bytes::Bytes;
use http::header;
use hyper::body::{Frame, SizeHint};
use telecomx_contract::{CommonError, ErrorCodes as _};

use crate::{log, respond};

/// What a panic is answered with. Its message is for the log alone.
pub(crate) fn panicked(panic: Box<dyn Any + Send + 'static>) -> Response {
    log_panic(&*panic);
    respond::documented(CommonError::InternalError.code())
}

/// Gives a refusal that has no body the error component: routers and extractors send some.
pub(crate) fn with_body<B>(response: http::Response<B>) -> Response
where
    B: HttpBody<Data = Bytes> + Send + 'static,
    B::Error: Into<BoxError>,
{
    let status = response.status();
    let refused = status.is_client_error() || status.is_server_error();
    let empty = response.body().size_hint().exact() == Some(0);
    let response = response.map(Body::new);
    if !(refused && empty) || response.headers().contains_key(header::CONTENT_TYPE) {
        return response;
    }
    let (mut parts, _) = response.into_parts();
    let (component, body) = respond::of_status(status).into_parts();
    parts.headers.remove(header::CONTENT_LENGTH);
    parts.headers.extend(component.headers);
    Response::from_parts(parts, body)
}

/// Begins the body of an answer while its head is not yet sent: where it fails at once, there still can be another.
pub(crate) async fn begin(response: Response) -> Result<http::Response<Begun>, Infallible> {
    let (parts, mut body) = response.into_parts();
    // What is not there at once is not waited for.
    let begun = poll_fn(|context| match Pin::new(&mut body).poll_frame(context) {
        Poll::Ready(first) => Poll::Ready(Some(first)),
        Poll::Pending => Poll::Ready(None),
    });
    let body = match begun.await {
        Some(Some(Ok(first))) => Begun {
            first: Some(first),
            rest: Rest::Body(body),
        },
        Some(Some(Err(error))) => {
            let (parts, body) = respond::internal(&error.into()).into_parts();
            return Ok(Response::from_parts(parts, Begun::from(body)));
        }
        Some(None) => Begun {
            first: None,
            rest: Rest::Ended,
        },
        None => Begun::from(body),
    };
    Ok(Response::from_parts(parts, body))
}

/// A body whose first frame may have been read. A panic of the rest ends it early.
pub(crate) struct Begun {
    first: Option<Frame<Bytes>>,
    rest: Rest,
}

enum Rest {
    Body(Body),
    Failed(BoxError),
    Ended,
}

impl From<Body> for Begun {
    fn from(body: Body) -> Self {
        Self {
            first: None,
            rest: Rest::Body(body),
        }
    }
}

impl HttpBody for Begun {
    type Data = Bytes;
    type Error = BoxError;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, BoxError>>> {
        if let Some(first) = self.first.take() {
            return Poll::Ready(Some(Ok(first)));
        }
        let error = match std::mem::replace(&mut self.rest, Rest::Ended) {
            Rest::Ended => return Poll::Ready(None),
            Rest::Failed(error) => return Poll::Ready(Some(Err(error))),
            Rest::Body(mut body) => {
                let poll = || Pin::new(&mut body).poll_frame(context);
                match catch_unwind(AssertUnwindSafe(poll)) {
                    Ok(Poll::Ready(None)) => return Poll::Ready(None),
                    Ok(Poll::Ready(Some(Err(error)))) => error.into(),
                    Ok(frame) => {
                        self.rest = Rest::Body(body);
                        return frame.map(|frame| frame.map(|frame| frame.map_err(Into::into)));
                    }
                    Err(panic) => {
                        log_panic(&*panic);
                        "the body of an answer panicked".into()
                    }
                }
            }
        };
        // hyper forgets what it has not yet written when a body fails; this gives it the time to.
        self.rest = Rest::Failed(error);
        context.waker().wake_by_ref();
        Poll::Pending
    }

    fn is_end_stream(&self) -> bool {
        let ended = match &self.rest {
            Rest::Body(body) => body.is_end_stream(),
            Rest::Failed(_) => false,
            Rest::Ended => true,
        };
        ended && self.first.is_none()
    }

    fn size_hint(&self) -> SizeHint {
        let first = self.first.as_ref().and_then(Frame::data_ref);
        let first = first.map_or(0, |data| data.len() as u64);
        let rest = match &self.rest {
            Rest::Body(body) => body.size_hint(),
            Rest::Failed(_) => SizeHint::default(),
            Rest::Ended => SizeHint::with_exact(0),
        };
        let mut hint = SizeHint::new();
        if let Some(upper) = rest.upper() {
            hint.set_upper(first + upper);
        }
        hint.set_lower(first + rest.lower());
        hint
    }
}

fn log_panic(panic: &(dyn Any + Send)) {
    let message = panic
        .downcast_ref::<&str>()
        .copied()
        .or_else(|| panic.downcast_ref::<String>().map(String::as_str))
        .unwrap_or("without a message");
    log::write(|| tracing::error!(panic = message, "a handler panicked"));
}
