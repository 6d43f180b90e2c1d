//! Values that can be left out.

/// A value that can be left out: an `Option`, by whatever name.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be left out",
    label = "write `Option<{Self}>`",
    note = "a property with `#[visible(…)]` or `#[nullable]`, a parameter with `#[access(…)]` and a choice with `#[flags]` are all `Option`s"
)]
pub trait Optional: Sized {
    /// What it is where it is not left out.
    type Value;

    /// What it is where it is left out.
    const ABSENT: Self;

    /// Whether null can stand in its place: it can wherever nothing can.
    const TAKES_NULL: bool = true;

    /// The value as an `Option`.
    fn as_option(&self) -> Option<&Self::Value>;

    /// Makes it of an `Option`.
    fn from_option(value: Option<Self::Value>) -> Self;
}

impl<T> Optional for Option<T> {
    type Value = T;

    const ABSENT: Self = None;

    fn as_option(&self) -> Option<&T> {
        self.as_ref()
    }

    fn from_option(value: Option<T>) -> Self {
        value
    }
}
