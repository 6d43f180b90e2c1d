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

impl<T> Example<T> {
    /// The examples of a type that needs no more than this one.
    pub fn only(value: T) -> Vec<Self> {
        vec![Self {
            name: "example",
            summary: "An example",
            value,
        }]
    }

    /// The same example of another form.
    pub fn map<U>(self, form: impl FnOnce(T) -> U) -> Example<U> {
        let Self {
            name,
            summary,
            value,
        } = self;
        Example {
            name,
            summary,
            value: form(value),
        }
    }
}

/// A type with published examples: a request, or its response.
///
/// The first of a response sets every property, so that tests can hold the whole schema against it. The first of a
/// request is how its operation is called wherever somebody is shown it, and is answered by the sandbox: ids are
/// `Id::EXAMPLE`, and other values those of its world. Credentials are
/// [`Secret::placeholder`](crate::Secret::placeholder).
#[diagnostic::on_unimplemented(
    message = "`{Self}` has no examples, and every request and response is published with some",
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
