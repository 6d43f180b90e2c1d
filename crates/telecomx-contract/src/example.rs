//! Named examples of a value, built as typed Rust values so that they cannot go stale.

/// A named example.
#[derive(Debug, Clone, PartialEq)]
pub struct Example<T> {
    /// Its key in a document: lower case, unique among the type's examples.
    pub name: &'static str,
    /// What it shows, in one phrase.
    pub summary: &'static str,
    /// The example itself.
    pub value: T,
}

/// A type with published examples.
///
/// The first sets every property, so that tests can hold the whole schema against it. Credentials are
/// [`Secret::placeholder`](crate::Secret::placeholder).
#[diagnostic::on_unimplemented(
    message = "`{Self}` has no examples, and every response is published with some",
    note = "write `impl Examples for {Self}` beside it"
)]
pub trait Examples: Sized {
    /// The examples, at least one.
    fn examples() -> Vec<Example<Self>>;
}

/// A list is shown by one example that holds all of its items' examples.
impl<T: Examples> Examples for Vec<T> {
    fn examples() -> Vec<Example<Self>> {
        vec![Example {
            name: "list",
            summary: "Several of them",
            value: T::examples()
                .into_iter()
                .map(|example| example.value)
                .collect(),
        }]
    }
}
