//! Setting up a client.

use std::{fmt, time::Duration};

use reqwest::{Certificate, Proxy, Url, redirect};
use telecomx_contract::Secret;

use crate::{BaseUrl, BaseUrlError, Client, Retries, error::innermost};

/// How long connecting may take, unless something else is asked for.
const CONNECT_TIMEOUT: Duration = Duration::from_secs(10);

/// Sets up a [`Client`].
///
/// The client connects to the platform itself, whatever proxies the environment names, and sends the token
/// over `https://` alone, or over `http://` to this machine. What else is wanted must be asked for here.
#[derive(Clone)]
#[must_use = "a builder makes a client only when it is told to `build`"]
pub struct ClientBuilder {
    base_url: Result<BaseUrl, BaseUrlError>,
    allows_plain_http: bool,
    token: Secret,
    timeout: Duration,
    retries: Retries,
    max_response_bytes: usize,
    http_client: Option<reqwest::Client>,
    connect_timeout: Option<Duration>,
    proxy: Option<Via>,
    root_certificates: Vec<Vec<u8>>,
}

/// Which proxy the client goes through.
#[derive(Clone)]
enum Via {
    /// The one at this address, which may hold a password.
    Proxy(Secret),
    /// The one that the environment names, if it does.
    Environment,
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
    /// The address of the proxy cannot be one. It is not quoted: it may hold a password.
    #[error(
        "the address of the proxy is not a URL that begins with `http://` or `https://`: write it like `http://proxy.example:3128`"
    )]
    Proxy,
    /// The root certificates cannot be read.
    #[error(
        "the root certificates cannot be read: pass them as PEM, each between `-----BEGIN CERTIFICATE-----` and `-----END CERTIFICATE-----`"
    )]
    RootCertificates,
    /// There is an HTTP client of the caller's own, and something beside it that is set up there.
    #[error(
        "an HTTP client of your own has its own proxies, root certificates and time to connect: set them up there instead of at the `ClientBuilder`"
    )]
    HttpClient,
    /// The HTTP library cannot be set up, as when the system's certificates cannot be read.
    #[error("the HTTP client cannot be set up: {}", innermost(.0))]
    Http(#[source] reqwest::Error),
}

impl ClientBuilder {
    pub(crate) fn new(base_url: &str, token: Secret) -> Self {
        Self {
            // An address that cannot be one is not kept: it may hold a credential by mistake.
            base_url: BaseUrl::allowing_plain_http(base_url),
            allows_plain_http: false,
            token,
            timeout: Duration::from_secs(30),
            retries: Retries::default(),
            max_response_bytes: 16 * 1024 * 1024,
            http_client: None,
            connect_timeout: None,
            proxy: None,
            root_certificates: Vec::new(),
        }
    }

    /// How long one attempt may take, from connecting to the last byte of the answer; 30 seconds by
    /// default. A repeated request has it anew each time.
    pub fn timeout(self, timeout: Duration) -> Self {
        Self { timeout, ..self }
    }

    /// How long connecting may take, as a part of the attempt; 10 seconds by default.
    pub fn connect_timeout(self, connect_timeout: Duration) -> Self {
        Self {
            connect_timeout: Some(connect_timeout),
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

    /// Sends the token over plain `http://` to another machine too, where everybody on the way can read it. By
    /// default such a base address is refused.
    pub fn allow_plain_http(self) -> Self {
        Self {
            allows_plain_http: true,
            ..self
        }
    }

    /// Goes through this proxy, such as `http://proxy.example:3128`; its address may hold a user name and a
    /// password. By default there is no proxy, whatever the environment says.
    ///
    /// What goes over plain `http://` the proxy can read, with the token in it.
    pub fn proxy(self, address: impl AsRef<str>) -> Self {
        Self {
            proxy: Some(Via::Proxy(Secret::new(address.as_ref()))),
            ..self
        }
    }

    /// Goes through the proxy that the environment names, if it does: `HTTPS_PROXY`, `HTTP_PROXY` and `ALL_PROXY`,
    /// but to none of the hosts in `NO_PROXY`. By default they are passed over.
    pub fn proxy_of_environment(self) -> Self {
        Self {
            proxy: Some(Via::Environment),
            ..self
        }
    }

    /// Trusts these certificate authorities too, besides those of the system: one or more certificates, as PEM.
    pub fn root_certificates(mut self, pem: impl AsRef<[u8]>) -> Self {
        self.root_certificates.push(pem.as_ref().to_owned());
        self
    }

    /// Sends requests with an HTTP client that was set up elsewhere, as one that shares its connections with the
    /// rest of a program, or resolves names in a way of its own.
    ///
    /// Its proxies, certificates and connections are as they were set up. It must not follow redirects
    /// (`redirect::Policy::none()`), since they carry the token elsewhere; an answer that was redirected is
    /// [`Error::Redirected`](crate::Error::Redirected).
    pub fn http_client(self, http_client: reqwest::Client) -> Self {
        Self {
            http_client: Some(http_client),
            ..self
        }
    }

    /// The client.
    ///
    /// # Errors
    ///
    /// An address, a token, a proxy or a certificate that cannot be one.
    pub fn build(self) -> Result<Client, BuildError> {
        let base_url = match self.base_url.clone()? {
            base_url if self.allows_plain_http => base_url,
            base_url => base_url.without_plain_http()?,
        };
        let token = self.token.expose();
        if token.is_empty() || token.trim() != token {
            return Err(BuildError::Token);
        }
        Ok(Client {
            base_url,
            token: self.token.clone(),
            timeout: self.timeout,
            retries: self.retries,
            max_response_bytes: self.max_response_bytes,
            http: self.into_http_client()?,
        })
    }

    fn into_http_client(self) -> Result<reqwest::Client, BuildError> {
        if let Some(http_client) = self.http_client {
            let connects_otherwise = self.connect_timeout.is_some()
                || self.proxy.is_some()
                || !self.root_certificates.is_empty();
            return if connects_otherwise {
                Err(BuildError::HttpClient)
            } else {
                Ok(http_client)
            };
        }
        let mut http = reqwest::Client::builder()
            .user_agent(concat!("telecomx-client/", env!("CARGO_PKG_VERSION")))
            .connect_timeout(self.connect_timeout.unwrap_or(CONNECT_TIMEOUT))
            // A redirect would carry the token elsewhere.
            .redirect(redirect::Policy::none());
        http = match self.proxy {
            None => http.no_proxy(),
            Some(Via::Proxy(address)) => http.proxy(proxy(&address)?),
            // The HTTP library does so unless it is told otherwise.
            Some(Via::Environment) => http,
        };
        for pem in self.root_certificates {
            http = http.tls_certs_merge(certificates(&pem)?);
        }
        http.build()
            .map_err(|error| BuildError::Http(error.without_url()))
    }
}

fn proxy(address: &Secret) -> Result<Proxy, BuildError> {
    let url = Url::parse(address.expose()).map_err(|_| BuildError::Proxy)?;
    if !matches!(url.scheme(), "http" | "https") {
        return Err(BuildError::Proxy);
    }
    Proxy::all(url).map_err(|_| BuildError::Proxy)
}

fn certificates(pem: &[u8]) -> Result<Vec<Certificate>, BuildError> {
    match Certificate::from_pem_bundle(pem) {
        Ok(certificates) if !certificates.is_empty() => Ok(certificates),
        _ => Err(BuildError::RootCertificates),
    }
}

impl fmt::Debug for ClientBuilder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // What is left out may hold passwords, as the header fields of an HTTP client of the caller's own.
        f.debug_struct("ClientBuilder")
            .field("base_url", &self.base_url)
            .field("allows_plain_http", &self.allows_plain_http)
            .field("token", &self.token)
            .field("timeout", &self.timeout)
            .field("retries", &self.retries)
            .field("max_response_bytes", &self.max_response_bytes)
            .finish_non_exhaustive()
    }
}
