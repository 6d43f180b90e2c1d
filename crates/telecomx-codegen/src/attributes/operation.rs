//! `#[endpoint(GET "/path", response = T, errors = E, page = "api:a_b", revised = "2026-01-31")]`

use syn::{
    Attribute, Ident, LitStr, Type,
    parse::{Parse as _, ParseStream},
};

use super::{arguments, once::Once};
use crate::sink::Errors;

/// A method that an operation can have.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Method {
    Get,
    Delete,
    Post,
}

/// The attribute, with what could be read of it: what is missing or unreadable is reported already.
pub(crate) struct OperationAttribute {
    pub(crate) method: Option<Method>,
    pub(crate) path: Option<LitStr>,
    pub(crate) response: Option<Type>,
    pub(crate) errors: Option<Type>,
    pub(crate) page: Option<LitStr>,
    pub(crate) revised: Option<LitStr>,
}

impl OperationAttribute {
    pub(super) fn read(attr: &Attribute, errors: &mut Errors) -> Self {
        let mut route = None;
        let mut options = Options::default();
        arguments::each(attr, errors, |input, errors| match route {
            Some(_) => options.read(input, errors),
            None => {
                route = Some((None, None));
                route = Some(read_route(input, errors)?);
                Ok(())
            }
        });
        // What is unknown may be meant for what is missing.
        let named = |option: &str| {
            let names = &mut options.named.iter();
            options.has_unknown || names.any(|name| name == option)
        };
        if route.is_some() && !named("response") {
            errors.at(attr, "say what it answers: `response = …`");
        }
        if route.is_some() && !named("revised") {
            errors.at(
                attr,
                "say which revision of its page this follows: `revised = \"2026-01-31\"`",
            );
        }
        let (method, path) = route.unwrap_or_default();
        Self {
            method,
            path,
            response: options.response.into_option(),
            errors: options.errors.into_option(),
            page: options.page.into_option(),
            revised: options.revised.into_option(),
        }
    }
}

/// Reads `GET "/customer/{customerId}"`.
fn read_route(
    input: ParseStream<'_>,
    errors: &mut Errors,
) -> syn::Result<(Option<Method>, Option<LitStr>)> {
    let method: Ident = input.parse().map_err(|error| {
        syn::Error::new(
            error.span(),
            "begin with method and path: `GET \"/customer/{customerId}\"`",
        )
    })?;
    let known = match method.to_string().as_str() {
        "GET" => Some(Method::Get),
        "DELETE" => Some(Method::Delete),
        "POST" => Some(Method::Post),
        other => {
            errors.at(
                &method,
                format_args!("unknown method `{other}`; there are GET, DELETE, POST"),
            );
            None
        }
    };
    let path = arguments::name(input)?;
    Ok((known, Some(path)))
}

/// What follows method and path.
#[derive(Default)]
struct Options {
    /// Every option that is named, whether or not its value can be read.
    named: Vec<String>,
    /// Whether one of them is none that there is.
    has_unknown: bool,
    response: Once<Type>,
    errors: Once<Type>,
    page: Once<LitStr>,
    revised: Once<LitStr>,
}

impl Options {
    fn read(&mut self, input: ParseStream<'_>, errors: &mut Errors) -> syn::Result<()> {
        let key = arguments::key(input)?;
        let name = key.to_string();
        match name.as_str() {
            "response" | "errors" | "page" | "revised" => self.named.push(name.clone()),
            _ => {
                self.has_unknown = true;
                return Err(arguments::wrong(
                    key,
                    format_args!(
                        "unknown option `{name}`; there are `response`, `errors`, `page` and `revised`"
                    ),
                ));
            }
        }
        match name.as_str() {
            "response" => {
                let ty = arguments::assigned(input, Type::parse)?;
                self.response.set(&name, key, ty, errors);
            }
            "errors" => {
                let ty = arguments::assigned(input, Type::parse)?;
                self.errors.set(&name, key, ty, errors);
            }
            "page" => {
                let page = arguments::assigned(input, arguments::name)?;
                if !is_page(&page.value()) {
                    return Err(arguments::wrong(
                        page,
                        "a page is called by its id, such as `api:pbx:time_router:get`: `api`, and after each colon \
                         lower-case letters, digits, `_` and `-`",
                    ));
                }
                self.page.set(&name, key, page, errors);
            }
            _ => {
                let date = arguments::assigned(input, arguments::name)?;
                if !is_date(&date.value()) {
                    return Err(arguments::wrong(
                        date,
                        "a revision is a day of the calendar, `YYYY-MM-DD`",
                    ));
                }
                self.revised.set(&name, key, date, errors);
            }
        }
        Ok(())
    }
}

/// Whether a text is the id of a page: `api:customer:get-name`.
fn is_page(text: &str) -> bool {
    let is_part = |part: &str| {
        let is_known =
            |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || b"_-".contains(&byte);
        !part.is_empty() && part.bytes().all(is_known)
    };
    let below = text.strip_prefix("api:");
    below.is_some_and(|below| below.split(':').all(is_part))
}

/// Whether a text is a day of the Gregorian calendar, `YYYY-MM-DD`.
fn is_date(text: &str) -> bool {
    let number = |part: &str, length| {
        let is_number = part.len() == length && part.bytes().all(|byte| byte.is_ascii_digit());
        is_number.then(|| part.parse::<u32>().ok()).flatten()
    };
    let parts: Vec<_> = text.split('-').collect();
    let [year, month, day] = parts[..] else {
        return false;
    };
    let (Some(year), Some(month), Some(day)) = (number(year, 4), number(month, 2), number(day, 2))
    else {
        return false;
    };
    let is_leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let days = match month {
        2 if is_leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => 0,
    };
    (1..=days).contains(&day)
}

#[cfg(test)]
mod tests {
    use super::{is_date, is_page};

    #[test]
    fn a_page_is_called_by_its_id() {
        for page in ["api:pbx:time_router:get", "api:customer:get-name", "api:v2"] {
            assert!(is_page(page), "{page}");
        }
        for text in [
            "customer:get",
            "api",
            "api:",
            "api:a::b",
            "api:A",
            "api:a.b",
            "api:a/b",
            "api:a ",
            "",
        ] {
            assert!(!is_page(text), "{text}");
        }
    }

    #[test]
    fn a_revision_is_a_day_of_the_calendar() {
        for date in ["2026-01-31", "2024-02-29", "2000-02-29", "2026-12-31"] {
            assert!(is_date(date), "{date}");
        }
        for text in [
            "2026-02-31",
            "2025-02-29",
            "1900-02-29",
            "2026-04-31",
            "2026-13-01",
            "2026-00-10",
            "2026-01-00",
            "2026-1-31",
            "31-01-2026",
            "2026-01-31 ",
            "2026-01",
            "",
        ] {
            assert!(!is_date(text), "{text}");
        }
    }
}
