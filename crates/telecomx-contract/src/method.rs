//! The HTTP methods of the contract.

use std::fmt;

/// The method of an operation, and with it where the fields of its request travel.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Method {
    /// Reads; fields are query parameters.
    Get,
    /// Removes; fields are query parameters.
    Delete,
    /// Changes; fields are properties of the JSON body.
    Post,
}

impl Method {
    /// The name on the wire.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Get => "GET",
            Self::Delete => "DELETE",
            Self::Post => "POST",
        }
    }
}

impl fmt::Display for Method {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl From<Method> for http::Method {
    fn from(method: Method) -> Self {
        match method {
            Method::Get => Self::GET,
            Method::Delete => Self::DELETE,
            Method::Post => Self::POST,
        }
    }
}
