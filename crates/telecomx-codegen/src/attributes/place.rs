//! Which attribute belongs where.

use syn::Attribute;

use crate::sink::Errors;

/// Where attributes stand.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Place {
    /// A struct that derives `Endpoint`.
    Endpoint,
    /// A field of a request that travels in the path.
    PathVariable,
    /// A field of a request that travels in the query.
    QueryParameter,
    /// A field of a request that is a choice between flags of the query.
    FlagsField,
    /// A field of a request that travels in the body.
    BodyProperty,
    /// A field of a request of which it is not known where it travels, since that cannot be read.
    RequestField,
    /// An enum that derives `ErrorCodes`.
    ErrorCodes,
    /// One of its variants.
    Error,
    /// An enum that derives `OpenEnum`.
    OpenEnum,
    /// One of its variants but the last.
    Value,
    /// Its last variant, which holds a value that is not known.
    OtherValue,
    /// An enum that derives `QueryFlags`.
    QueryFlags,
    /// One of its variants.
    Flag,
    /// A struct that derives `Resource`.
    Resource,
    /// One of its fields.
    Property,
    /// What a variant carries.
    VariantField,
}

use Place::{
    BodyProperty, Endpoint, Error, Flag, FlagsField, OpenEnum, PathVariable, Property,
    QueryParameter, RequestField, Resource, Value,
};

/// An attribute that the derives know.
struct Known {
    name: &'static str,
    places: &'static [Place],
    /// The places in words, for who has put it elsewhere.
    belongs: &'static str,
}

const REQUEST_FIELDS: [Place; 5] = [
    PathVariable,
    QueryParameter,
    FlagsField,
    BodyProperty,
    RequestField,
];

const DECISIONS: [Place; 7] = [
    Endpoint,
    PathVariable,
    QueryParameter,
    BodyProperty,
    RequestField,
    Flag,
    Property,
];

const KNOWN: [Known; 11] = [
    Known {
        name: "endpoint",
        places: &[Endpoint],
        belongs: "a struct that derives `Endpoint`",
    },
    Known {
        name: "access",
        places: &{
            let [a, b, c, d, e] = REQUEST_FIELDS;
            [Endpoint, a, b, c, d, e]
        },
        belongs: "a struct that derives `Endpoint`, or an optional query parameter of one; who sees a property is said by `#[visible(LEVEL, …)]`",
    },
    Known {
        name: "flags",
        places: &REQUEST_FIELDS,
        belongs: "a field of a struct that derives `Endpoint`",
    },
    Known {
        name: "visible",
        places: &[Property],
        belongs: "a field of a struct that derives `Resource`; who may send a query parameter is said by `#[access(LEVEL, …)]`",
    },
    Known {
        name: "nullable",
        places: &[Property, BodyProperty, RequestField],
        belongs: "a property of a JSON object; a parameter that may be left out is an `Option<…>`",
    },
    Known {
        name: "erratum",
        places: &DECISIONS,
        belongs: "an operation, a parameter, a flag or a property",
    },
    Known {
        name: "assumption",
        places: &DECISIONS,
        belongs: "an operation, a parameter, a flag or a property",
    },
    Known {
        name: "code",
        places: &[Error],
        belongs: "a variant of an enum that derives `ErrorCodes`",
    },
    Known {
        name: "value",
        places: &[Value, Flag],
        belongs: "a variant of an enum that derives `OpenEnum` or `QueryFlags`, but for `Other`",
    },
    Known {
        name: "deprecated",
        places: &[
            Endpoint,
            PathVariable,
            QueryParameter,
            BodyProperty,
            RequestField,
            OpenEnum,
            Value,
            Flag,
            Resource,
            Property,
        ],
        belongs: "an operation, a parameter, a flag, an object, a property, an enumeration or a known value of one",
    },
    Known {
        name: "serde",
        places: &[Resource, Property, BodyProperty, RequestField],
        belongs: "a struct that derives `Resource`, or a property; elsewhere the derive alone decides what is written",
    },
];

/// The attributes that the derives know, each with its name, in order; one that does not belong here is refused.
pub(super) fn here<'a>(
    attrs: &'a [Attribute],
    place: Place,
    errors: &mut Errors,
) -> Vec<(&'static str, &'a Attribute)> {
    let mut found = Vec::new();
    for attr in attrs {
        let Some(known) = KNOWN.iter().find(|known| attr.path().is_ident(known.name)) else {
            continue;
        };
        if known.places.contains(&place) {
            found.push((known.name, attr));
        } else {
            errors.at(
                attr,
                format_args!(
                    "remove it here: `#[{}]` belongs on {}",
                    known.name, known.belongs
                ),
            );
        }
    }
    found
}

/// Refuses every attribute that the derives know, where none of them belongs.
pub(super) fn none(attrs: &[Attribute], place: Place, errors: &mut Errors) {
    here(attrs, place, errors);
}
