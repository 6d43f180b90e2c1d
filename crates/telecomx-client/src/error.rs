//! Why a call failed.

use telecomx_contract::{CommonError, ErrorCode, ErrorCodes, RequestError, Secret};

use crate::{ServerText, echo, status};

/// Why a call failed. `E` is the operation's own errors, [`Endpoint::Error`].
///
/// What a [`Client`] returns never holds its token, and what the server wrote into it is [`ServerText`], which is
/// safe to show.
///
/// [`Endpoint::Error`]: telecomx_contract::Endpoint::Error
/// [`Client`]: crate::Client
#[derive(Debug, thiserror::Error)]
pub enum Error<E: ErrorCodes> {
    /// One of the operation's own errors.
    #[error("{}", documented(.0.code(), None))]
    Own(E),
    /// One that every operation can answer.
    #[error("{}", documented(.error.code(), .description.as_ref()))]
    Common {
        /// Which one.
        error: CommonError,
        /// What the server wrote about it, for people: for [`CommonError::BadRequest`], what is malformed.
        description: Option<ServerText>,
    },
    /// The server answered with an error that the contract does not document for the operation, or whose
    /// code could not be read.
    #[error("{}", undocumented(*.status, .code.as_ref(), .description.as_ref(), .location.as_ref(), .body))]
    Undocumented {
        /// The HTTP status.
        status: u16,
        /// The code, if the body has one where the contract expects it.
        code: Option<ServerText>,
        /// The description, if the body has one where the contract expects it.
        description: Option<ServerText>,
        /// Where a redirect leads to.
        location: Option<ServerText>,
        /// The body as far as it arrived, at most 64 KiB from a [`Client`](crate::Client). Bytes that are
        /// not UTF-8 are replaced.
        body: ServerText,
    },
    /// The server reported success, and its answer is not what the contract says.
    #[error(
        "the answer (status {status}{}) does not fit the contract at `{path}`: {problem}; check that the base address is the platform's, and that this client is as new as the platform",
        status::of_success(*.status)
    )]
    Contract {
        /// The HTTP status, 200 to 299.
        status: u16,
        /// The JSON path of the first property that does not fit, such as `finance.creditMax`; `.` for the
        /// whole body.
        path: ServerText,
        /// What was expected there, and what was found.
        problem: ServerText,
    },
    /// The answer is larger than the client accepts; it was not read to its end.
    #[error(
        "the answer is larger than {limit} bytes; `ClientBuilder::max_response_bytes` raises the limit"
    )]
    TooLarge {
        /// The most bytes that the client accepts, after decompression.
        limit: usize,
    },
    /// An HTTP client of the caller's own followed a redirect, which may have carried the token elsewhere. The
    /// answer was not read.
    #[error(
        "the HTTP client followed a redirect, which may have carried the token elsewhere; set it up with `reqwest::redirect::Policy::none()`, and use the address that the platform is at itself"
    )]
    Redirected,
    /// The request cannot be written. Nothing was sent.
    #[error(transparent)]
    Request(#[from] RequestError),
    /// No whole answer arrived.
    #[error(transparent)]
    Transport(#[from] TransportError),
}

/// Why no whole answer arrived.
#[derive(Debug, thiserror::Error)]
pub enum TransportError {
    /// No connection came about, so nothing was sent.
    #[error("cannot connect to the platform: {}; check the base address, and that it can be reached from here", innermost(.0))]
    Connect(#[source] reqwest::Error),
    /// The answer took too long. The request may have been carried out.
    #[error("the platform took too long to answer; `ClientBuilder::timeout` gives it more time")]
    Timeout(#[source] reqwest::Error),
    /// The connection broke, or the answer is malformed as HTTP. The request may have been carried out.
    #[error("the answer of the platform did not arrive whole: {}; repeat the request if that is safe", innermost(.0))]
    Broken(#[source] reqwest::Error),
}

impl<E: ErrorCodes> Error<E> {
    /// The HTTP status that the server answered with; none if no answer was read.
    pub fn status(&self) -> Option<u16> {
        match self {
            Self::Own(error) => Some(error.code().status),
            Self::Common { error, .. } => Some(error.code().status),
            Self::Undocumented { status, .. } | Self::Contract { status, .. } => Some(*status),
            Self::TooLarge { .. } | Self::Redirected | Self::Request(_) | Self::Transport(_) => {
                None
            }
        }
    }

    /// Whether the same request may well succeed a little later: no whole answer arrived, or the status
    /// is 429, 502, 503 or 504.
    ///
    /// It does not say that repeating is safe: a request that changes something may have been carried out.
    pub fn is_temporary(&self) -> bool {
        matches!(self, Self::Transport(_)) || matches!(self.status(), Some(429 | 502 | 503 | 504))
    }

    /// The error with a placeholder wherever the server wrote the token into it: plain, percent-encoded, or escaped as
    /// in JSON or HTML.
    ///
    /// A [`Client`](crate::Client) has done so.
    #[must_use]
    pub fn without_token(mut self, token: &Secret) -> Self {
        let texts = match &mut self {
            Self::Common { description, .. } => vec![description.as_mut()],
            Self::Undocumented {
                code,
                description,
                location,
                body,
                ..
            } => {
                vec![
                    code.as_mut(),
                    description.as_mut(),
                    location.as_mut(),
                    Some(body),
                ]
            }
            Self::Contract { path, problem, .. } => vec![Some(path), Some(problem)],
            Self::Own(_)
            | Self::TooLarge { .. }
            | Self::Redirected
            | Self::Request(_)
            | Self::Transport(_) => vec![],
        };
        for text in texts.into_iter().flatten() {
            echo::hide(text.text_mut(), token);
        }
        self
    }
}

impl From<reqwest::Error> for TransportError {
    fn from(error: reqwest::Error) -> Self {
        // The URL holds the token.
        let error = error.without_url();
        if error.is_connect() {
            Self::Connect(error)
        } else if error.is_timeout() {
            Self::Timeout(error)
        } else {
            Self::Broken(error)
        }
    }
}

impl<E: ErrorCodes> From<reqwest::Error> for Error<E> {
    fn from(error: reqwest::Error) -> Self {
        Self::Transport(error.into())
    }
}

/// Describes a documented error: what the server wrote about it tells more than the contract can.
fn documented(code: ErrorCode, description: Option<&ServerText>) -> String {
    let ErrorCode {
        status,
        code,
        description: documented,
        ..
    } = code;
    match description {
        Some(description) => format!("{status} `{code}`: {description}"),
        None => format!("{status} `{code}`: {documented}"),
    }
}

fn undocumented(
    status: u16,
    code: Option<&ServerText>,
    description: Option<&ServerText>,
    location: Option<&ServerText>,
    body: &ServerText,
) -> String {
    let meaning = status::of_failure(status, code.is_some(), location);
    let code = code.map(|code| format!(" `{code}`")).unwrap_or_default();
    let text = description.unwrap_or(body);
    let separator = if text.as_str().is_empty() { "" } else { ": " };
    format!("the server answered with status {status}{code}, {meaning}{separator}{text}")
}

/// The last of an error's sources: the ones before it only say that there is another. It may quote the server, as
/// where its certificate is for another name.
pub(crate) fn innermost(error: &reqwest::Error) -> ServerText {
    let mut error: &dyn std::error::Error = error;
    while let Some(source) = error.source() {
        error = source;
    }
    ServerText::new(error.to_string())
}
