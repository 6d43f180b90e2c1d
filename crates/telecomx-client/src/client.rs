//! The client over reqwest.

use std::time::Duration;

use reqwest::redirect;
use telecomx_contract::{Endpoint, ErrorCodes, Secret};

use crate::{
    BaseUrl, BaseUrlError, Error, Retries,
    retry::{Failed, retry_after},
    wire,
};

/// The most that is read of an error's body, in bytes.
const MAX_ERROR_BYTES: usize = 64 * 1024;

/// Calls the platform with one token.
///
/// A clone shares the connections, so one client serves a whole program. It runs within a tokio runtime.
#[derive(Debug, Clone)]
pub struct Client {
    http: reqwest::Client,
    base_url: BaseUrl,
    token: Secret,
    retries: Retries,
    max_response_bytes: usize,
}

/// Sets up a [`Client`].
#[derive(Debug, Clone)]
#[must_use = "a builder makes a client only when it is told to `build`"]
pub struct ClientBuilder {
    base_url: Result<BaseUrl, BaseUrlError>,
    token: Secret,
    timeout: Duration,
    connect_timeout: Duration,
    retries: Retries,
    max_response_bytes: usize,
}

/// Why there is no client.
#[derive(Debug, thiserror::Error)]
pub enum BuildError {
    /// The base address cannot be one.
    #[error(transparent)]
    BaseUrl(#[from] BaseUrlError),
    /// The token is empty, or has white space around it as when it is read from a file.
    #[error("the token is empty or has white space around it: pass it alone")]
    Token,
    /// The HTTP library cannot be set up, as when the system's certificates cannot be read.
    #[error("the HTTP client cannot be set up: {0}")]
    Http(#[source] reqwest::Error),
}

impl Client {
    /// A client of the platform at this base address, such as `https://api.telecomx.dk`, with the
    /// defaults of [`ClientBuilder`].
    ///
    /// # Errors
    ///
    /// An address or a token that cannot be one.
    pub fn new(base_url: impl AsRef<str>, token: Secret) -> Result<Self, BuildError> {
        Self::builder(base_url, token).build()
    }

    /// Sets up a client of the platform at this base address, such as `https://api.telecomx.dk`.
    pub fn builder(base_url: impl AsRef<str>, token: Secret) -> ClientBuilder {
        ClientBuilder {
            // An address that cannot be one is not kept: it may hold a credential by mistake.
            base_url: base_url.as_ref().parse(),
            token,
            timeout: Duration::from_secs(30),
            connect_timeout: Duration::from_secs(10),
            retries: Retries::default(),
            max_response_bytes: 16 * 1024 * 1024,
        }
    }

    /// Sends a request and reads its answer.
    ///
    /// Dropping the future cancels the call: its connection is closed, and nothing is repeated. A request
    /// that changes something may have been carried out all the same.
    ///
    /// # Errors
    ///
    /// Whatever [`Error`] lists; the operation's own errors are [`Error::Own`].
    pub async fn send<E: Endpoint>(&self, request: E) -> Result<E::Response, Error<E::Error>> {
        let request = wire::authorize(request.into_request()?, &self.base_url, &self.token)?;
        self.retries
            .run(request.method(), || self.attempt::<E>(&request))
            .await
            .map_err(|error| error.without_token(&self.token))
    }

    async fn attempt<E: Endpoint>(
        &self,
        request: &http::Request<Vec<u8>>,
    ) -> Result<E::Response, Failed<E::Error>> {
        let request = reqwest::Request::try_from(request.clone())?;
        let mut response = self.http.execute(request).await?;
        let mut answer = http::Response::new(Vec::new());
        *answer.status_mut() = response.status();
        *answer.headers_mut() = std::mem::take(response.headers_mut());
        let retry_after = retry_after(answer.headers());

        if answer.status().is_success() {
            read_body(&mut response, self.max_response_bytes, answer.body_mut()).await?;
        } else {
            // The status is the news: what cannot be read of the body is done without.
            let _: Result<(), Error<E::Error>> =
                read_body(&mut response, MAX_ERROR_BYTES, answer.body_mut()).await;
        }
        wire::read_response::<E>(answer).map_err(|error| Failed { error, retry_after })
    }
}

impl ClientBuilder {
    /// How long one attempt may take, from connecting to the last byte of the answer; 30 seconds by
    /// default. A repeated request has it anew each time.
    pub fn timeout(self, timeout: Duration) -> Self {
        Self { timeout, ..self }
    }

    /// How long connecting may take, as a part of the attempt; 10 seconds by default.
    pub fn connect_timeout(self, connect_timeout: Duration) -> Self {
        Self {
            connect_timeout,
            ..self
        }
    }

    /// How requests are repeated; by default as [`Retries::default`] says.
    pub fn retries(self, retries: Retries) -> Self {
        Self { retries, ..self }
    }

    /// The largest answer that is accepted, in bytes after decompression; 16 MiB by default.
    pub fn max_response_bytes(self, max_response_bytes: usize) -> Self {
        Self {
            max_response_bytes,
            ..self
        }
    }

    /// The client.
    ///
    /// # Errors
    ///
    /// An address or a token that cannot be one.
    pub fn build(self) -> Result<Client, BuildError> {
        let base_url = self.base_url?;
        let token = self.token.expose();
        if token.is_empty() || token.trim() != token {
            return Err(BuildError::Token);
        }
        let http = reqwest::Client::builder()
            .user_agent(concat!("telecomx-client/", env!("CARGO_PKG_VERSION")))
            .timeout(self.timeout)
            .connect_timeout(self.connect_timeout)
            // A redirect would carry the token elsewhere.
            .redirect(redirect::Policy::none())
            .build()
            .map_err(|error| BuildError::Http(error.without_url()))?;
        Ok(Client {
            http,
            base_url,
            token: self.token,
            retries: self.retries,
            max_response_bytes: self.max_response_bytes,
        })
    }
}

/// Reads a body until it ends or is too large. What was read before an error stays.
async fn read_body<E: ErrorCodes>(
    response: &mut reqwest::Response,
    limit: usize,
    body: &mut Vec<u8>,
) -> Result<(), Error<E>> {
    while let Some(mut chunk) = response.chunk().await? {
        let room = limit - body.len();
        let is_too_large = chunk.len() > room;
        chunk.truncate(room);
        body.extend_from_slice(&chunk);
        if is_too_large {
            return Err(Error::TooLarge { limit });
        }
    }
    Ok(())
}
