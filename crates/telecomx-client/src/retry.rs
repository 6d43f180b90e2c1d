//! When a request is repeated, and how long to wait before.

use std::time::{Duration, SystemTime};

use backon::{ExponentialBuilder, Retryable};
use http::{HeaderMap, Method, header};
use telecomx_contract::ErrorCodes;

use crate::Error;

/// How often a request is repeated, and how long to wait before.
///
/// Only a request that changes nothing (`GET`) is repeated, and only if its error
/// [is temporary](Error::is_temporary); status 500 is none of those. The wait doubles each time, and up to
/// its own length is added at random, so that many clients do not come back at once. Where the server
/// asks for a longer one with `Retry-After`, it has it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Retries {
    /// How often a request is repeated at most.
    pub times: usize,
    /// The wait before it is repeated for the first time.
    pub first_wait: Duration,
    /// The longest wait of the client's own, before the random part.
    pub longest_wait: Duration,
    /// The longest wait that the server may ask for; if it asks for more, it has this much.
    pub longest_retry_after: Duration,
}

impl Retries {
    /// Never repeats a request.
    pub const NEVER: Self = Self {
        times: 0,
        first_wait: Duration::ZERO,
        longest_wait: Duration::ZERO,
        longest_retry_after: Duration::ZERO,
    };
}

impl Default for Retries {
    /// 3 times, after 0.2, 0.4 and 0.8 seconds and the random part; the server may ask for 30 seconds.
    fn default() -> Self {
        Self {
            times: 3,
            first_wait: Duration::from_millis(200),
            longest_wait: Duration::from_secs(5),
            longest_retry_after: Duration::from_secs(30),
        }
    }
}

/// An attempt that failed.
#[derive(Debug)]
pub(crate) struct Failed<E: ErrorCodes> {
    pub(crate) error: Error<E>,
    /// The wait that the server asked for.
    pub(crate) retry_after: Option<Duration>,
}

impl<E: ErrorCodes> From<reqwest::Error> for Failed<E> {
    fn from(error: reqwest::Error) -> Self {
        Error::from(error).into()
    }
}

impl<E: ErrorCodes> From<Error<E>> for Failed<E> {
    fn from(error: Error<E>) -> Self {
        Self {
            error,
            retry_after: None,
        }
    }
}

impl Retries {
    /// Attempts until there is an answer, or an error to live with.
    pub(crate) async fn run<T, E, F>(
        &self,
        method: &Method,
        attempt: impl FnMut() -> F,
    ) -> Result<T, Error<E>>
    where
        E: ErrorCodes,
        F: Future<Output = Result<T, Failed<E>>>,
    {
        let waits = ExponentialBuilder::default()
            .with_max_times(self.times)
            .with_min_delay(self.first_wait)
            .with_max_delay(self.longest_wait)
            .with_jitter();
        attempt
            .retry(waits)
            .when(|failed| method.is_safe() && failed.error.is_temporary())
            .adjust(|failed, wait| {
                let asked = failed.retry_after.unwrap_or_default();
                wait.map(|wait| wait.max(asked.min(self.longest_retry_after)))
            })
            .await
            .map_err(|failed| failed.error)
    }
}

/// The wait that the server asks for: a number of seconds, or a date that is not past.
pub(crate) fn retry_after(headers: &HeaderMap) -> Option<Duration> {
    let text = headers.get(header::RETRY_AFTER)?.to_str().ok()?;
    match text.parse() {
        Ok(seconds) => Some(Duration::from_secs(seconds)),
        Err(_) => {
            let date = httpdate::parse_http_date(text).ok()?;
            date.duration_since(SystemTime::now()).ok()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(text: &str) -> Option<Duration> {
        let mut headers = HeaderMap::new();
        headers.insert(header::RETRY_AFTER, text.parse().unwrap());
        retry_after(&headers)
    }

    #[test]
    fn retry_after_is_seconds_or_a_date() {
        assert_eq!(asked("120"), Some(Duration::from_secs(120)));
        let hour = Duration::from_secs(3600);
        let wait = asked(&httpdate::fmt_http_date(SystemTime::now() + hour));
        assert!(wait.is_some_and(|wait| wait <= hour), "{wait:?}");
    }

    #[test]
    fn any_other_retry_after_is_none() {
        for text in ["", "soon", "-1", "1.5", "Sun, 06 Nov 1994 08:49:37 GMT"] {
            assert_eq!(asked(text), None, "{text}");
        }
        assert_eq!(retry_after(&HeaderMap::new()), None);
    }
}
