//! `#[endpoint(GET "/path", response = T, errors = E, revised = "2026-01-31")]`

use syn::{
    Attribute, Ident, LitStr, Token, Type,
    parse::{Parse, ParseStream},
};

/// A method that an operation can have.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Method {
    Get,
    Delete,
    Post,
}

impl Method {
    fn from_ident(ident: &Ident) -> syn::Result<Self> {
        match ident.to_string().as_str() {
            "GET" => Ok(Self::Get),
            "DELETE" => Ok(Self::Delete),
            "POST" => Ok(Self::Post),
            other => Err(syn::Error::new_spanned(
                ident,
                format_args!("unknown method `{other}`; there are GET, DELETE, POST"),
            )),
        }
    }
}

/// The attribute, with what could be read of it.
pub(crate) struct EndpointAttribute {
    pub(crate) method: Method,
    pub(crate) path: LitStr,
    pub(crate) response: Option<Type>,
    pub(crate) errors: Option<Type>,
    pub(crate) revised: Option<LitStr>,
}

impl EndpointAttribute {
    pub(crate) fn from_attr(attr: &Attribute) -> syn::Result<Self> {
        attr.parse_args()
    }
}

impl Parse for EndpointAttribute {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let method: Ident = input.parse().map_err(|error| {
            syn::Error::new(
                error.span(),
                "begin with method and path: `GET \"/customer/{customerId}\"`",
            )
        })?;
        let mut attribute = Self {
            method: Method::from_ident(&method)?,
            path: input.parse()?,
            response: None,
            errors: None,
            revised: None,
        };
        while !input.is_empty() {
            input.parse::<Token![,]>()?;
            if !input.is_empty() {
                attribute.parse_option(input)?;
            }
        }
        Ok(attribute)
    }
}

impl EndpointAttribute {
    fn parse_option(&mut self, input: ParseStream<'_>) -> syn::Result<()> {
        let name: Ident = input.parse()?;
        input.parse::<Token![=]>()?;
        let repeated = match name.to_string().as_str() {
            "response" => self.response.replace(input.parse()?).is_some(),
            "errors" => self.errors.replace(input.parse()?).is_some(),
            "revised" => self.revised.replace(input.parse()?).is_some(),
            _ => {
                return Err(syn::Error::new_spanned(
                    &name,
                    format_args!(
                        "unknown option `{name}`; there are `response`, `errors` and `revised`"
                    ),
                ));
            }
        };
        match repeated {
            true => Err(syn::Error::new_spanned(
                &name,
                format_args!("`{name}` is given twice; remove one"),
            )),
            false => Ok(()),
        }
    }
}
