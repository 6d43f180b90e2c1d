//! Sections: operations that belong together, listed once.

use crate::{Endpoint, Operation};

/// Operations that belong together: one tag of a document. Declare it with [`section!`](crate::section).
#[derive(Debug, Clone, Copy)]
pub struct Section {
    /// The tag, as a heading.
    pub name: &'static str,
    /// What the section is about, in Markdown.
    pub description: &'static str,
    /// Its operations.
    pub operations: &'static [&'static Operation],
}

/// Something that is shown operations by their types: a server that registers handlers, for example.
pub trait Visit<E: Endpoint> {
    /// Is shown the operation `E`.
    fn visit(&mut self);
}

/// Declares a section: its name, what it is about, and its operations.
///
/// ```ignore
/// section! {
///     "Customers",
///     "Customers of the platform.",
///     [get::GetCustomer, get_name::GetCustomerName]
/// }
/// ```
///
/// It makes the static `SECTION`; a trait `VisitAll` of those that can [`Visit`] each of the
/// operations; and a function `visit_all` that shows them all.
#[macro_export]
macro_rules! section {
    ($name:literal, $description:literal, [$($endpoint:ty),+ $(,)?]) => {
        #[doc = concat!("The section \"", $name, "\".")]
        #[allow(deprecated)]
        pub static SECTION: $crate::Section = $crate::Section {
            name: $name,
            description: $description,
            operations: &[$(<$endpoint>::LISTED),+],
        };

        /// Whatever can visit each operation of the section.
        #[allow(deprecated)]
        pub trait VisitAll: $($crate::Visit<$endpoint> +)+ {}

        #[allow(deprecated)]
        impl<V: $($crate::Visit<$endpoint> +)+> VisitAll for V {}

        /// Shows each operation of the section to a visitor.
        #[allow(deprecated)]
        pub fn visit_all<V: VisitAll>(visitor: &mut V) {
            $($crate::Visit::<$endpoint>::visit(visitor);)+
        }
    };
}
