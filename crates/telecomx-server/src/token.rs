//! The token of a request.

use telecomx_contract::{Secret, TOKEN_PARAMETER};

/// The token in a query. `None` if there is none, it is empty, malformed or given more than once.
pub(crate) fn from_query(query: Option<&str>) -> Option<Secret> {
    let mut tokens = query?
        .split('&')
        .filter_map(|pair| match pair.split_once('=') {
            Some((TOKEN_PARAMETER, value)) => Some(value),
            _ => None,
        });
    let (Some(token), None) = (tokens.next(), tokens.next()) else {
        return None;
    };
    let token = telecomx_contract::decode_query(token)?;
    (!token.is_empty()).then(|| Secret::new(token))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_token_is_read() {
        let token = |query| from_query(Some(query)).map(|token| token.expose().to_owned());
        assert_eq!(token("iptv=true&token=a%2Fb"), Some("a/b".to_owned()));
        for query in [
            "",
            "token",
            "token=",
            "token=%zz",
            "token=a&token=b",
            "tokens=a",
        ] {
            assert_eq!(token(query), None, "{query}");
        }
        assert_eq!(from_query(None), None);
    }
}
