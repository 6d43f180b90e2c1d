//! The address that every operation's path is appended to.

use std::{fmt, str::FromStr};

use reqwest::Url;

/// The base address of the platform, such as `https://api.telecomx.dk`.
///
/// It may have a path, which is kept: below `https://proxy.example/telecomx` the customers are at
/// `https://proxy.example/telecomx/customer/…`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BaseUrl(String);

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
}

impl FromStr for BaseUrl {
    type Err = BaseUrlError;

    fn from_str(text: &str) -> Result<Self, BaseUrlError> {
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
        // Every operation's path begins with a slash.
        Ok(Self(url.as_str().trim_end_matches('/').to_owned()))
    }
}

impl fmt::Display for BaseUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
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
                "HTTP://Proxy.example:8080/a/b/",
                "http://proxy.example:8080/a/b",
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
        ] {
            assert_eq!(text.parse::<BaseUrl>(), Err(expected), "{text}");
        }
    }
}
