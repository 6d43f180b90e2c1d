//! The contract's derives, and the manual of each for authors.
//!
//! Nothing happens here: `telecomx_codegen` does the work, where tests can call it.

use proc_macro::TokenStream;

/// Declares one operation of the API, by its request.
///
/// ```ignore
/// /// Get a customer.
/// ///
/// /// What else there is to know. The doc comment is the published text: its first paragraph is the
/// /// summary, the rest the description.
/// #[derive(Debug, Clone, PartialEq, Endpoint)]
/// #[endpoint(GET "/customer/{customerId}", response = Customer, errors = GetCustomerError, revised = "2025-11-10")]
/// #[access(VIEWER, MANAGER, OWNER, scope = OwnCustomer)]
/// #[access(ADMIN)]
/// pub struct GetCustomer {
///     /// The customer to read.
///     pub customer_id: Id,
/// }
/// ```
///
/// On the struct:
///
/// - `#[endpoint(METHOD "/path", …)]`: the method is `GET`, `DELETE` or `POST`. `response = T` is the JSON
///   body of a successful answer, `errors = E` the operation's own errors (a
///   [`#[derive(ErrorCodes)]`](derive@ErrorCodes) enum; leave it out if there are none), and
///   `revised = "YYYY-MM-DD"` the revision of the source page that was read. The page itself is the
///   module's path.
/// - `#[access(LEVEL, …, scope = Scope)]`: one rule; a caller needs to fit one of them. Without a scope
///   the level alone decides.
/// - `#[erratum(…)]` and `#[assumption("…")]`: decisions about the operation, as on a
///   [`Resource`](derive@Resource)'s fields.
///
/// On a field: one whose camel-case name stands in braces in the path is a path variable; any other is
/// a query parameter (`GET`, `DELETE`) or a property of the JSON body (`POST`). An `Option` may be left out; the
/// type tells, whatever it is called.
///
/// - `#[access(LEVEL, …)]`: only these levels may send it, an optional query parameter.
/// - `#[flags]`: an `Option<T>` of a [`#[derive(QueryFlags)]`](derive@QueryFlags) choice.
///
/// It implements `Endpoint`, and the operation must be on the list of a section (`section!`): one that is
/// on no list does not compile.
#[proc_macro_derive(
    Endpoint,
    attributes(endpoint, access, flags, serde, nullable, erratum, assumption)
)]
pub fn derive_endpoint(input: TokenStream) -> TokenStream {
    telecomx_codegen::derive_endpoint(input.into())
        .into_tokens()
        .into()
}

/// Declares an operation's errors, each a pair of status and code.
///
/// ```ignore
/// /// Why a customer cannot be read.
/// #[derive(Debug, Clone, Copy, PartialEq, Eq, ErrorCodes)]
/// pub enum GetCustomerError {
///     /// No customer has this id.
///     ///
///     /// Check the id; the same request will fail again.
///     #[code(404, "customer")]
///     UnknownCustomer,
/// }
/// ```
///
/// The doc comment of a variant is published: its first paragraph says when the error occurs, the rest what to do
/// about it. What every operation can answer
/// (`CommonError`) is not repeated. It implements `ErrorCodes`, `Display` and `Error`.
#[proc_macro_derive(ErrorCodes, attributes(code))]
pub fn derive_error_codes(input: TokenStream) -> TokenStream {
    telecomx_codegen::derive_error_codes(input.into())
        .into_tokens()
        .into()
}

/// Declares an enumeration that a newer server may extend.
///
/// ```ignore
/// /// How a customer receives its invoices.
/// #[derive(Debug, Clone, PartialEq, Eq, OpenEnum)]
/// pub enum InvoiceMethod {
///     /// On paper, by post.
///     Mail,
///     /// As an e-mail.
///     #[value("EMAIL")]
///     Electronic,
///     /// A value newer than this contract, as the server sent it.
///     Other(String),
/// }
/// ```
///
/// A variant's value on the wire is its name in `SCREAMING_SNAKE_CASE`, or what `#[value(…)]` says. The
/// last variant is `Other(String)`, or `Other(i64)` for an enumeration of whole numbers: an unknown value
/// is read into it and written as it was. Make values with `From`, which never yields `Other` for a known
/// one. The doc comments are published as the values' meanings, and in OpenAPI 3.1 the enum's name as that of
/// a component.
///
/// It implements `Serialize`, `Deserialize`, `JsonSchema`, `Redact`, `From` and a method `value`.
#[proc_macro_derive(OpenEnum, attributes(value))]
pub fn derive_open_enum(input: TokenStream) -> TokenStream {
    telecomx_codegen::derive_open_enum(input.into())
        .into_tokens()
        .into()
}

/// Declares a choice that travels as several boolean query parameters, of which the first true one counts.
///
/// ```ignore
/// /// What the resellers must offer.
/// #[derive(Debug, Clone, Copy, PartialEq, Eq, QueryFlags)]
/// pub enum ResellerFilter {
///     /// Only resellers that offer IPTV.
///     Iptv,
///     /// Only resellers that offer private IPTV.
///     #[value("iptvprivate")]
///     IptvPrivate,
/// }
/// ```
///
/// A parameter's name is the variant's in camel case, or what `#[value("…")]` says; the order of the
/// variants is the order in which the first true one counts. The doc comments are published as the
/// parameters' descriptions.
#[proc_macro_derive(QueryFlags, attributes(value))]
pub fn derive_query_flags(input: TokenStream) -> TokenStream {
    telecomx_codegen::derive_query_flags(input.into())
        .into_tokens()
        .into()
}

/// Declares a JSON object.
///
/// ```ignore
/// /// A customer of a reseller.
/// #[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema, Resource)]
/// #[serde(rename_all = "camelCase")]
/// pub struct Customer {
///     /// Unique id.
///     #[serde(rename = "_id")]
///     pub id: Id,
///     /// What the reseller noted about the customer.
///     #[visible(RESELLER, RESELLER_ADMIN, ADMIN)]
///     pub notes: Option<String>,
/// }
/// ```
///
/// It implements `Serialize` (a property without a value is left out), `Redact` and `Resource`, so
/// `Serialize` is not derived beside it. Of serde's attributes it knows `rename_all = "camelCase"`,
/// `rename`, `alias`, `flatten`, `default` and `deserialize_with`. On a field:
///
/// - `#[visible(LEVEL, …)]`: only these levels see it. The field is an `Option`.
/// - `#[nullable]`: the server really sends null here, besides leaving the property out. The field is an `Option`.
///   What its type says needs no word: the items of a `Vec<Option<T>>` may be null, and so may an `Option<Option<T>>`.
/// - `#[erratum(page = "api:…", CLAIM, why = "…")]`: the page says something else than what is published.
///   The claim is `row = "…", after = "…"` (the table writes its row so, directly after that one),
///   `values = […]`, `levels = […]`, `example = "…"` or `example_name = "…"`; `at = "…"` names the row
///   where the type is used at several. Each claim is tested against the stored facts of the page.
/// - `#[assumption("…")]`: decided where no page speaks.
#[proc_macro_derive(Resource, attributes(visible, nullable, erratum, assumption, serde))]
pub fn derive_resource(input: TokenStream) -> TokenStream {
    telecomx_codegen::derive_resource(input.into())
        .into_tokens()
        .into()
}
