//! Reading the declaration of an endpoint, with its spans.

use syn::{DeriveInput, Ident, Type};

use crate::{
    attributes::{self, FieldAttributes, ItemAttributes, Method, OperationAttribute},
    case, shape,
    sink::Errors,
};

/// The declaration of an endpoint.
pub(crate) struct Declaration<'i> {
    pub(crate) ident: &'i Ident,
    pub(crate) attributes: ItemAttributes,
    pub(crate) fields: Vec<Field<'i>>,
}

/// One field of the request.
pub(crate) struct Field<'i> {
    pub(crate) ident: &'i Ident,
    pub(crate) ty: &'i Type,
    /// The name on the wire.
    pub(crate) name: String,
    pub(crate) place: Place,
    pub(crate) attributes: FieldAttributes<'i>,
}

/// Where a field travels.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Place {
    Path,
    Query,
    /// In the query, as the flags of a choice.
    Flags,
    Body,
}

pub(crate) fn parse<'i>(input: &'i DeriveInput, errors: &mut Errors) -> Option<Declaration<'i>> {
    let place = attributes::Place::Endpoint;
    let attributes = ItemAttributes::read(&input.attrs, &input.ident, place, errors);
    let fields = shape::struct_fields(input, "Endpoint", errors)?
        .into_iter()
        .map(|(ident, field)| parse_field(ident, field, attributes.operation.as_ref(), errors))
        .collect();
    Some(Declaration {
        ident: &input.ident,
        attributes,
        fields,
    })
}

fn parse_field<'i>(
    ident: &'i Ident,
    field: &'i syn::Field,
    operation: Option<&OperationAttribute>,
    errors: &mut Errors,
) -> Field<'i> {
    let name = case::camel_from_snake(&shape::plain_name(ident));
    let method = operation.and_then(|operation| operation.method);
    let path = operation.and_then(|operation| operation.path.as_ref());
    let is_variable =
        path.is_some_and(|path| telecomx_path::variables(&path.value()).any(|known| known == name));
    let place = if FieldAttributes::are_flags(&field.attrs) {
        Place::Flags
    } else if is_variable {
        Place::Path
    } else if method == Some(Method::Post) {
        Place::Body
    } else {
        Place::Query
    };
    let of_attributes = match place {
        Place::Flags => attributes::Place::FlagsField,
        Place::Path => attributes::Place::PathVariable,
        _ if method.is_none() || path.is_none() => attributes::Place::RequestField,
        Place::Query => attributes::Place::QueryParameter,
        Place::Body => attributes::Place::BodyProperty,
    };
    Field {
        ident,
        ty: &field.ty,
        name,
        place,
        attributes: FieldAttributes::read(&field.attrs, ident, of_attributes, errors),
    }
}
