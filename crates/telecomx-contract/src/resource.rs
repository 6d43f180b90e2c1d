//! JSON objects: their metadata, their redaction, and how they are written.

use serde::{
    Serialize,
    ser::{Error as _, SerializeMap},
};

use crate::{AccessLevel, Audience, Deprecation, Erratum, Levels, Misfit, finite};

/// A JSON object as a value. Implement it with `#[derive(Resource)]`, which also implements
/// [`Redact`] and `serde::Serialize`: a property without a value is left out.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is no object",
    label = "its properties cannot stand in another object",
    note = "derive `Resource` on its struct; what is flattened is always there, so it is no `Option`"
)]
pub trait Resource: Redact {
    /// The object as a value.
    const RESOURCE: &'static Object;

    /// Writes the properties into an open JSON object.
    ///
    /// # Errors
    ///
    /// Whatever the serializer reports.
    fn serialize_properties<M: SerializeMap>(&self, map: &mut M) -> Result<(), M::Error>;
}

/// What a value is looked at for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Check {
    /// Being written: every number is one that JSON has.
    Written,
    /// Being sent by a caller: it is also of the form that its schema demands. What the platform answers need not be, so
    /// that reading does not demand it.
    Sent,
}

/// A value that can be reduced to what a caller may see.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be a property",
    label = "not known to redaction",
    note = "derive `Resource` for an object, and `OpenEnum` for an enumeration",
    note = "a number is an `i32`, an `i64` or an `f64`",
    note = "another value is a type of your own, with `impl telecomx_contract::Redact for … {{}}` beside it"
)]
pub trait Redact: Serialize {
    /// The object that this is, or that it holds.
    const OBJECT: Option<&'static Object> = None;

    /// Whether it holds a list of the object.
    const IS_LIST: bool = false;

    /// Whether it is a credential, or a list of some: whether it holds a [`Secret`](crate::Secret).
    const IS_SECRET: bool = false;

    /// Whether it can be left out: whether it is an `Option`, by whatever name.
    const IS_OPTIONAL: bool = false;

    /// Whether it is written as null where it is not left out, as `Some(None)` is.
    const CAN_BE_NULL: bool = false;

    /// Whether it never gives a serializer NaN or infinity, which JSON does not have: it holds no such number, or
    /// refuses it itself. What does not promise that is looked through before it is written.
    const IS_FINITE: bool = false;

    /// Whether it is left out.
    fn is_absent(&self) -> bool {
        false
    }

    /// Looks for what does not fit, here and below.
    ///
    /// # Errors
    ///
    /// What does not fit first.
    fn check(&self, as_what: Check) -> Result<(), Misfit> {
        let _ = as_what;
        match finite::is_finite(self) {
            true => Ok(()),
            false => Err(Misfit::new("NaN and infinity are no numbers in JSON")),
        }
    }

    /// Writes it as a property of this name into an open JSON object, unless it is left out.
    ///
    /// # Errors
    ///
    /// A number that JSON does not have, or whatever the serializer reports.
    fn write<M: SerializeMap>(&self, name: &'static str, map: &mut M) -> Result<(), M::Error>
    where
        Self: Sized,
    {
        if self.is_absent() {
            return Ok(());
        }
        if !Self::IS_FINITE {
            let checked = self
                .check(Check::Written)
                .map_err(|misfit| misfit.within(name));
            checked.map_err(M::Error::custom)?;
        }
        map.serialize_entry(name, self)
    }

    /// Removes every property, here and below, that a caller of this level may not see.
    fn redact(&mut self, level: AccessLevel) {
        let _ = level;
    }
}

/// Plain values without a number that JSON does not have.
macro_rules! finite {
    ($($type:ty),*) => {$(
        impl Redact for $type {
            const IS_FINITE: bool = true;
        }
    )*};
}

finite!(bool, i32, i64, String);

impl Redact for f64 {}

impl<T: Redact> Redact for Option<T> {
    const OBJECT: Option<&'static Object> = T::OBJECT;
    const IS_LIST: bool = T::IS_LIST;
    const IS_SECRET: bool = T::IS_SECRET;
    const IS_OPTIONAL: bool = true;
    const CAN_BE_NULL: bool = T::IS_OPTIONAL || T::CAN_BE_NULL;
    const IS_FINITE: bool = T::IS_FINITE;

    fn is_absent(&self) -> bool {
        self.is_none()
    }

    fn check(&self, as_what: Check) -> Result<(), Misfit> {
        self.as_ref().map_or(Ok(()), |value| value.check(as_what))
    }

    fn redact(&mut self, level: AccessLevel) {
        if let Some(value) = self {
            value.redact(level);
        }
    }
}

impl<T: Redact> Redact for Vec<T> {
    const OBJECT: Option<&'static Object> = T::OBJECT;
    const IS_LIST: bool = true;
    const IS_SECRET: bool = T::IS_SECRET;
    const IS_FINITE: bool = T::IS_FINITE;

    fn check(&self, as_what: Check) -> Result<(), Misfit> {
        let mut items = self.iter().enumerate();
        items.try_for_each(|(index, value)| value.check(as_what).map_err(|misfit| misfit.at(index)))
    }

    fn redact(&mut self, level: AccessLevel) {
        for value in self {
            value.redact(level);
        }
    }
}

/// A JSON object's metadata.
#[derive(Debug, PartialEq, Eq)]
pub struct Object {
    /// The name of its schema, the Rust type's own.
    pub name: &'static str,
    /// What it is, in Markdown.
    pub description: &'static str,
    /// That it is on its way out, if it is.
    pub deprecated: Option<Deprecation>,
    /// Its properties, in declaration order.
    pub properties: &'static [Property],
}

impl Object {
    /// The properties as they stand on the wire: those of a flattened object count as this object's own.
    pub fn wire_properties(&self) -> Vec<&'static Property> {
        let mut found = Vec::new();
        for property in self.properties {
            match property.object {
                Some(object) if property.flatten => found.extend(object.wire_properties()),
                _ => found.push(property),
            }
        }
        found
    }

    /// Every property here and below, each before its children, with its path from here:
    /// `finance.billingCustomers[].name`.
    pub fn paths(&self) -> Vec<(String, &'static Property)> {
        self.paths_seen_by(Audience::All)
    }

    /// Of [`paths`](Self::paths), those that an audience sees: what is below a hidden property is hidden.
    pub fn paths_seen_by(&self, audience: Audience) -> Vec<(String, &'static Property)> {
        let mut found = Vec::new();
        for property in self.wire_properties() {
            if !audience.may_see(property) {
                continue;
            }
            found.push((property.name.to_owned(), property));
            let list = if property.is_list { "[]" } else { "" };
            let below = property
                .object
                .map(|object| object.paths_seen_by(audience))
                .unwrap_or_default();
            found.extend(
                below
                    .into_iter()
                    .map(|(path, child)| (format!("{}{list}.{path}", property.name), child)),
            );
        }
        found
    }

    /// This object and every object below it, each once.
    pub fn objects(&'static self) -> Vec<&'static Object> {
        let mut found = vec![self];
        let mut next = 0;
        while let Some(object) = found.get(next) {
            for child in object
                .properties
                .iter()
                .filter_map(|property| property.object)
            {
                // Names are unique: a second type of one name is refused by the documents.
                if !found.iter().any(|known| known.name == child.name) {
                    found.push(child);
                }
            }
            next += 1;
        }
        found
    }
}

/// A property's metadata, beyond what its schema says.
#[derive(Debug, PartialEq, Eq)]
pub struct Property {
    /// The name on the wire; for a flattened object the field's.
    pub name: &'static str,
    /// Other names it is read by.
    pub aliases: &'static [&'static str],
    /// What it means, in Markdown.
    pub description: &'static str,
    /// That it is on its way out, if it is.
    pub deprecated: Option<Deprecation>,
    /// The levels that may see it, of those that may see the object.
    pub visible_to: Levels,
    /// Whether it can be left out.
    pub optional: bool,
    /// Whether the server really sends null, besides leaving the property out.
    pub nullable: bool,
    /// Whether the object's properties stand directly in the parent.
    pub flatten: bool,
    /// The object it is, or holds a list of.
    pub object: Option<&'static Object>,
    /// Whether it holds a list of the object.
    pub is_list: bool,
    /// Whether it is a credential, or a list of some.
    pub is_secret: bool,
    /// Decisions about it.
    pub errata: &'static [Erratum],
}

impl Property {
    /// Whether a caller of this level, who sees the object, sees the property.
    pub fn is_visible_to(&self, level: AccessLevel) -> bool {
        self.visible_to.contains(level)
    }
}
