//! The contract's derives, and the manual of each for authors.
//!
//! Nothing happens here: `telecomx_codegen` does the work, where tests can call it.
//!
//! What holds for all of them:
//!
//! - **An attribute is used or refused.** Each stands where it belongs, once, and with what it takes; anything else
//!   is one message at its token, with the cure. Attributes that none of the derives declares are left alone.
//! - **Doc comments are the published text**, exactly as rustdoc shows them, whatever their form (`///`, `/** … */`,
//!   `#[doc = "…"]`). The first paragraph is the summary, so a comment begins with a sentence. A text that a macro
//!   makes (`include_str!`, `concat!`) cannot be seen by a derive and is refused, and so are a link to Rust code,
//!   which leads nowhere where it is published, and `#[doc(hidden)]`.
//! - **`#[deprecated(since = "1.2.0", note = "use `email` instead")]`** is rustc's own, and is published: as
//!   `deprecated` where the format has the word, and in the description. It stands on an operation, a parameter, a
//!   flag, a property, an enumeration, a known value of one, or an object. The note says what to use instead and is
//!   not left out; `since` is a version of the contract. Users of the Rust item get rustc's warning. An error is not
//!   deprecated: it is answered, or it is removed. Other derives mention a type that is deprecated as a whole, so
//!   its file begins with `#![allow(deprecated)]`.
//! - **`#[erratum(…)]` and `#[assumption("…")]`** are decisions about what they stand on: an operation, a parameter,
//!   a flag or a property. `#[assumption("…")]` is one where no page speaks; `#[erratum(page = "api:…", CLAIM,
//!   why = "…")]` is one where the page says something else than what is published. The claim is
//!   `row = "…", after = "…"` (the table writes its row so, directly after that one), `values = […]`,
//!   `levels = […]`, `example = "…"` or `example_name = "…"`; `at = "…"` names the row where the type is used at
//!   several. Each claim is tested against the stored facts of the page; of a parameter these are its row and its
//!   levels. What holds wherever a page names some level is a rule in `telecomx_contract::LEVEL_RULES`, and no erratum
//!   repeats it.
//!
//! ```ignore
//! /** A phone.
//!  *
//!  * It belongs to an account.
//!  */
//! #[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema, Resource)]
//! #[serde(rename_all = "camelCase")]
//! pub struct Phone {
//!     /// Its number in E.164 format.
//!     #[serde(alias = "phone")]
//!     #[erratum(
//!         page = "api:phone:get",
//!         example_name = "phone",
//!         why = "The table names the property."
//!     )]
//!     pub number: Option<String>,
//!     /// Its number within the country.
//!     #[deprecated(since = "1.2.0", note = "use `number` instead")]
//!     #[assumption("It has no leading zero.")]
//!     pub local_number: Option<String>,
//! }
//! ```

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
///
/// impl Examples for GetCustomer {
///     fn examples() -> Vec<Example<Self>> {
///         Example::only(Self {
///             customer_id: Id::EXAMPLE,
///         })
///     }
/// }
/// ```
///
/// The first example is how the operation is called wherever somebody is shown it: in the samples, in the document, and in
/// the sandbox, whose world has what it names.
///
/// On the struct:
///
/// - `#[endpoint(METHOD "/path", …)]`: the method is `GET`, `DELETE` or `POST`. `response = T` is the JSON
///   body of a successful answer, `errors = E` the operation's own errors (a
///   [`#[derive(ErrorCodes)]`](derive@ErrorCodes) enum; leave it out if there are none), and
///   `revised = "YYYY-MM-DD"` the day of the revision of the source page that was read. The page itself is the
///   module's path, in which `_` stands for `-`: `pbx::call_queue::r#move` is `api:pbx:call-queue:move`. Where the
///   module cannot say it, `page = "api:pbx:time_router:get"` does.
/// - `#[access(LEVEL, …, scope = Scope)]`: one rule; a caller needs to fit one of them. Without a scope
///   the level alone decides. About a level in one relation, one rule decides.
/// - `#[erratum(…)]`, `#[assumption("…")]` and `#[deprecated(note = "…")]`.
///
/// On a field, besides these three: one whose camel-case name stands in braces in the path is a path variable; any other is
/// a query parameter (`GET`, `DELETE`) or a property of the JSON body (`POST`). An `Option` may be left out; the
/// type tells, whatever it is called.
///
/// - `#[access(LEVEL, …)]`: only these levels may send it, an optional query parameter.
/// - `#[flags]`: an `Option<T>` of a [`#[derive(QueryFlags)]`](derive@QueryFlags) choice. The decisions and the
///   deprecation of a flag stand on its variant.
/// - `#[nullable]` and `#[serde(…)]`: on a property of the body, as on a [`Resource`](derive@Resource)'s fields. A
///   parameter is called as its field is, in camel case.
///
/// It implements `Endpoint`, and asks for `Examples` of the request; and the operation must be on the list of a section (`section!`): one that is
/// on no list does not compile.
#[proc_macro_derive(
    Endpoint,
    attributes(
        endpoint, access, flags, visible, nullable, erratum, assumption, code, value, serde
    )
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
/// (`CommonError`) is not repeated. A status is 400 to 599, a code one line of text. It implements `ErrorCodes`, `Display` and `Error`.
#[proc_macro_derive(
    ErrorCodes,
    attributes(
        endpoint, access, flags, visible, nullable, erratum, assumption, code, value, serde
    )
)]
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
/// one. However a number is spelt (`24`, `0x18`), it is one value. The doc comments are published as the values' meanings, and in OpenAPI 3.1 the enum's name as that of
/// a component.
///
/// It implements `Serialize`, `Deserialize`, `JsonSchema`, `Redact`, `From` and a method `value`.
#[proc_macro_derive(
    OpenEnum,
    attributes(
        endpoint, access, flags, visible, nullable, erratum, assumption, code, value, serde
    )
)]
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
/// parameters' descriptions. A variant can have `#[erratum(…)]`, `#[assumption("…")]` and
/// `#[deprecated(note = "…")]`.
#[proc_macro_derive(
    QueryFlags,
    attributes(
        endpoint, access, flags, visible, nullable, erratum, assumption, code, value, serde
    )
)]
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
/// `rename`, `alias`, `flatten`, `default` and `deserialize_with`. A name stands for one property: another property,
/// an alias, or a property of a flattened object that is called the same does not compile. A flattened object is no
/// property, so nothing else can be said of it there. On a field:
///
/// - `#[visible(LEVEL, …)]`: only these levels see it. The field is an `Option`.
/// - `#[nullable]`: the server really sends null here, besides leaving the property out. The field is an `Option`.
///   What its type says needs no word: the items of a `Vec<Option<T>>` may be null, and so may an `Option<Option<T>>`.
/// - `#[erratum(…)]`, `#[assumption("…")]` and `#[deprecated(note = "…")]`: see the [manual's front page](crate).
#[proc_macro_derive(
    Resource,
    attributes(
        endpoint, access, flags, visible, nullable, erratum, assumption, code, value, serde
    )
)]
pub fn derive_resource(input: TokenStream) -> TokenStream {
    telecomx_codegen::derive_resource(input.into())
        .into_tokens()
        .into()
}
