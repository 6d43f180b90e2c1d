//! The bytes of one connection, watched.

use std::{
    io,
    pin::Pin,
    sync::Arc,
    task::{Context, Poll},
    time::Duration,
};

use http::StatusCode;
use tokio::{
    io::{AsyncRead, AsyncWrite, ReadBuf},
    net::TcpStream,
    time::{Sleep, sleep},
};

use crate::connections::Activity;

/// A stream that tells what its connection is doing, gives up on a client that does not read, and holds back the
/// refusals that hyper writes by itself, since they have no body.
#[derive(Debug)]
pub(crate) struct Wire {
    pub(crate) stream: TcpStream,
    activity: Arc<Activity>,
    /// How long a client may read nothing of an answer.
    write_time: Duration,
    stalled: Option<Pin<Box<Sleep>>>,
    /// Whether the head that has begun is of a `HEAD` request, whose answer has no body.
    head_method: bool,
    /// Whether the first line of the head that has begun has ended.
    line_ended: bool,
    held_back: Vec<u8>,
}

impl Wire {
    pub(crate) fn new(stream: TcpStream, activity: Arc<Activity>, write_time: Duration) -> Self {
        Self {
            stream,
            activity,
            write_time,
            stalled: None,
            head_method: false,
            line_ended: false,
            held_back: Vec::new(),
        }
    }

    /// The status of the refusal that was held back.
    pub(crate) fn refusal(&self) -> Option<StatusCode> {
        let status = StatusCode::from_bytes(self.held_back.get(9..12)?).ok()?;
        // hyper counts the bytes of a head, whatever they are.
        if status == StatusCode::REQUEST_HEADER_FIELDS_TOO_LARGE && !self.line_ended {
            return Some(StatusCode::URI_TOO_LONG);
        }
        Some(status)
    }

    /// Whether the refused request may be answered with a body, by what hyper has not taken of it.
    pub(crate) fn takes_body(&self, unread: &[u8]) -> bool {
        !self.head_method && !is_head(unread)
    }

    /// The outcome of writing; what makes no progress for too long fails.
    fn in_time(
        &mut self,
        written: Poll<io::Result<usize>>,
        context: &mut Context<'_>,
    ) -> Poll<io::Result<usize>> {
        if written.is_ready() {
            if self.stalled.take().is_some() {
                self.activity.read();
            }
            return written;
        }
        let (time, activity) = (self.write_time, &self.activity);
        let stalled = self.stalled.get_or_insert_with(|| {
            activity.stall();
            Box::pin(sleep(time))
        });
        stalled
            .as_mut()
            .poll(context)
            .map(|()| Err(io::ErrorKind::TimedOut.into()))
    }
}

impl AsyncRead for Wire {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        let before = buffer.filled().len();
        let read = Pin::new(&mut self.stream).poll_read(context, buffer);
        let received = buffer.filled().get(before..).unwrap_or_default();
        if !received.is_empty() && self.activity.received() {
            self.head_method = is_head(received);
            self.line_ended = false;
        }
        self.line_ended = self.line_ended || received.contains(&b'\n');
        read
    }
}

impl AsyncWrite for Wire {
    fn poll_write(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        // While no request is being answered, nobody but hyper has anything to write.
        if self.activity.is_idle() {
            self.held_back.extend_from_slice(bytes);
            return Poll::Ready(Ok(bytes.len()));
        }
        let written = Pin::new(&mut self.stream).poll_write(context, bytes);
        self.in_time(written, context)
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        slices: &[io::IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        if self.activity.is_idle() {
            let bytes = slices.iter().find(|slice| !slice.is_empty());
            return self.poll_write(context, bytes.map_or(&[], |bytes| bytes));
        }
        let written = Pin::new(&mut self.stream).poll_write_vectored(context, slices);
        self.in_time(written, context)
    }

    fn is_write_vectored(&self) -> bool {
        self.stream.is_write_vectored()
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        let flushed = Pin::new(&mut self.stream).poll_flush(context);
        if flushed.is_ready() && self.activity.flushed() {
            // What follows may have come with the request that is answered now.
            self.head_method = false;
        }
        flushed
    }

    /// The connection is shut down by its owner, once it has been told what hyper does not tell.
    fn poll_shutdown(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<io::Result<()>> {
        Poll::Ready(Ok(()))
    }
}

/// Whether a request that begins so is one of `HEAD`.
fn is_head(received: &[u8]) -> bool {
    received.starts_with(b"HEAD ")
}
