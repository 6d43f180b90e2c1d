//! The address that every operation's path is appended to.

use std::{fmt, net::IpAddr, str::FromStr};

use reqwest::Url;

/// The base address of the platform, such as `https://api.telecomx.dk`.
///
/// It may have a path, which is kept: below `https://proxy.example/telecomx` the customers are at
/// `https://proxy.example/telecomx/customer/…`.
///
/// The token travels in the address of every request, so it is `https://`; plain `http://` reaches this machine
/// alone (`localhost`, `127.0.0.0/8`, `::1`), unless it [is allowed](Self::allowing_plain_http).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BaseUrl {
    text: String,
    /// Whether nobody on the way can read what is sent.
    is_private: bool,
}

/// An address that cannot be a base address. It is not quoted: it may hold a credential by mistake.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum BaseUrlError {
    /// It cannot be read as an absolute URL.
    #[error(
        "the base address is not a URL: write it with its scheme and host, like `https://api.telecomx.dk`"
    )]
    NotAUrl,
    /// Its scheme is another one.
    #[error("the base address must begin with `https://` or `http://`")]
    OtherScheme,
    /// It holds a user name or a password.
    #[error("the base address must not hold a user name or password: the token is given by itself")]
    Credentials,
    /// It has a query or a fragment.
    #[error("the base address must end with its path: leave out what begins with `?` or `#`")]
    Query,
    /// It begins with `http://`, and is not this machine's.
    #[error(
        "over plain `http://` everybody on the way can read the token: begin the base address with `https://`, or allow it with `ClientBuilder::allow_plain_http` (without a `Client`, `BaseUrl::allowing_plain_http`)"
    )]
    PlainHttp,
}

impl BaseUrl {
    /// A base address that may be a plain `http://` one of another machine, where everybody on the way can read
    /// the token.
    ///
    /// # Errors
    ///
    /// An address that cannot be one.
    pub fn allowing_plain_http(text: &str) -> Result<Self, BaseUrlError> {
        let url = Url::parse(text).map_err(|_| BaseUrlError::NotAUrl)?;
        if !matches!(url.scheme(), "http" | "https") {
            return Err(BaseUrlError::OtherScheme);
        }
        if !url.username().is_empty() || url.password().is_some() {
            return Err(BaseUrlError::Credentials);
        }
        if url.query().is_some() || url.fragment().is_some() {
            return Err(BaseUrlError::Query);
        }
        Ok(Self {
            // Every operation's path begins with a slash.
            text: url.as_str().trim_end_matches('/').to_owned(),
            is_private: url.scheme() == "https" || url.host_str().is_some_and(is_loopback),
        })
    }

    /// The same address, unless it is a plain `http://` one of another machine.
    pub(crate) fn without_plain_http(self) -> Result<Self, BaseUrlError> {
        if self.is_private {
            Ok(self)
        } else {
            Err(BaseUrlError::PlainHttp)
        }
    }
}

/// Whether a host, as a parsed URL writes it, is this machine and reached without a network.
fn is_loopback(host: &str) -> bool {
    let address = host.trim_matches(['[', ']']).parse();
    // A name below `localhost`, or with a dot after it, may be asked of a name server.
    host == "localhost" || address.is_ok_and(|address: IpAddr| address.to_canonical().is_loopback())
}

impl FromStr for BaseUrl {
    type Err = BaseUrlError;

    fn from_str(text: &str) -> Result<Self, BaseUrlError> {
        Self::allowing_plain_http(text)?.without_plain_http()
    }
}

impl fmt::Display for BaseUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_kept_and_ends_without_a_slash() {
        for (text, expected) in [
            ("https://api.telecomx.dk", "https://api.telecomx.dk"),
            ("https://api.telecomx.dk/", "https://api.telecomx.dk"),
            (
                "HTTPS://Proxy.example:8080/a/b/",
                "https://proxy.example:8080/a/b",
            ),
            ("http://[::1]:8080", "http://[::1]:8080"),
        ] {
            assert_eq!(text.parse::<BaseUrl>().unwrap().to_string(), expected);
        }
    }

    #[test]
    fn each_mistake_has_its_cure() {
        for (text, expected) in [
            ("", BaseUrlError::NotAUrl),
            ("api.telecomx.dk", BaseUrlError::NotAUrl),
            ("http://", BaseUrlError::NotAUrl),
            ("http://localhost:99999", BaseUrlError::NotAUrl),
            ("localhost:8080", BaseUrlError::OtherScheme),
            ("ftp://api.telecomx.dk", BaseUrlError::OtherScheme),
            (
                "https://me:canary@api.telecomx.dk",
                BaseUrlError::Credentials,
            ),
            ("https://api.telecomx.dk/?token=canary", BaseUrlError::Query),
            ("https://api.telecomx.dk/#top", BaseUrlError::Query),
            ("http://api.telecomx.dk", BaseUrlError::PlainHttp),
        ] {
            assert_eq!(text.parse::<BaseUrl>(), Err(expected), "{text}");
        }
    }

    #[test]
    fn plain_http_reaches_this_machine() {
        for (text, expected) in [
            ("http://localhost:8080", "http://localhost:8080"),
            ("http://LOCALHOST", "http://localhost"),
            ("http://127.0.0.1:8080", "http://127.0.0.1:8080"),
            ("http://127.255.0.9", "http://127.255.0.9"),
            ("http://0x7f.1", "http://127.0.0.1"),
            ("http://2130706433", "http://127.0.0.1"),
            ("http://127.1.", "http://127.0.0.1"),
            ("http://[::1]:8080", "http://[::1]:8080"),
            ("http://[::ffff:127.0.0.1]", "http://[::ffff:7f00:1]"),
        ] {
            assert_eq!(text.parse::<BaseUrl>().unwrap().to_string(), expected);
        }
    }

    #[test]
    fn plain_http_reaches_no_other_machine_unless_it_is_allowed() {
        for (text, allowed) in [
            ("http://api.telecomx.dk", "http://api.telecomx.dk"),
            (
                "http://localhost.evil.example",
                "http://localhost.evil.example",
            ),
            (
                "http://127.0.0.1.evil.example",
                "http://127.0.0.1.evil.example",
            ),
            (
                "http://localhost%2eevil.example",
                "http://localhost.evil.example",
            ),
            (
                "http://evil.example\\@127.0.0.1",
                "http://evil.example/@127.0.0.1",
            ),
            (
                "http://evil.example/127.0.0.1",
                "http://evil.example/127.0.0.1",
            ),
            ("http://sub.localhost", "http://sub.localhost"),
            ("http://localhost.", "http://localhost."),
            ("http://0.0.0.0", "http://0.0.0.0"),
            ("http://128.0.0.1", "http://128.0.0.1"),
            ("http://10.0.0.1", "http://10.0.0.1"),
            ("http://[::]", "http://[::]"),
            ("http://[::127.0.0.1]", "http://[::7f00:1]"),
            ("http://[::ffff:10.0.0.1]", "http://[::ffff:a00:1]"),
            ("http://[fe80::1]", "http://[fe80::1]"),
        ] {
            assert_eq!(
                text.parse::<BaseUrl>(),
                Err(BaseUrlError::PlainHttp),
                "{text}"
            );
            let base_url = BaseUrl::allowing_plain_http(text).unwrap();
            assert_eq!(base_url.to_string(), allowed);
        }
    }

    #[test]
    fn a_user_name_before_the_host_is_refused_even_where_plain_http_is_allowed() {
        let text = "http://127.0.0.1@evil.example";
        assert_eq!(text.parse::<BaseUrl>(), Err(BaseUrlError::Credentials));
        let allowed = BaseUrl::allowing_plain_http(text);
        assert_eq!(allowed, Err(BaseUrlError::Credentials));
    }
}
