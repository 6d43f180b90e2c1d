//! The client over reqwest.

use std::{fmt, time::Duration};

use telecomx_contract::{Endpoint, ErrorCodes, Secret};

use crate::{
    BaseUrl, BuildError, ClientBuilder, Error, Retries,
    retry::{Failed, retry_after},
    wire,
};

/// The most that is read of an error's body, in bytes.
const MAX_ERROR_BYTES: usize = 64 * 1024;

/// Calls the platform with one token.
///
/// A clone shares the connections, so one client serves a whole program. It runs within a tokio runtime.
#[derive(Clone)]
pub struct Client {
    pub(crate) http: reqwest::Client,
    pub(crate) base_url: BaseUrl,
    pub(crate) token: Secret,
    pub(crate) timeout: Duration,
    pub(crate) retries: Retries,
    pub(crate) max_response_bytes: usize,
}

impl Client {
    /// A client of the platform at this base address, such as `https://api.telecomx.dk`, with the
    /// defaults of [`ClientBuilder`].
    ///
    /// # Errors
    ///
    /// An address or a token that cannot be one, or a plain `http://` address of another machine.
    pub fn new(base_url: impl AsRef<str>, token: Secret) -> Result<Self, BuildError> {
        Self::builder(base_url, token).build()
    }

    /// Sets up a client of the platform at this base address, such as `https://api.telecomx.dk`.
    pub fn builder(base_url: impl AsRef<str>, token: Secret) -> ClientBuilder {
        ClientBuilder::new(base_url.as_ref(), token)
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
        let mut request = reqwest::Request::try_from(request.clone())?;
        *request.timeout_mut() = Some(self.timeout);
        let url = request.url().clone();
        let mut response = self.http.execute(request).await?;
        if *response.url() != url {
            return Err(Error::Redirected.into());
        }
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

impl fmt::Debug for Client {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // An HTTP client of the caller's own may have passwords in its header fields.
        f.debug_struct("Client")
            .field("base_url", &self.base_url)
            .field("token", &self.token)
            .field("timeout", &self.timeout)
            .field("retries", &self.retries)
            .field("max_response_bytes", &self.max_response_bytes)
            .finish_non_exhaustive()
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
