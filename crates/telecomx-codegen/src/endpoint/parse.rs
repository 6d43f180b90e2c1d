//! Reading the declaration of an endpoint, with its spans.

use proc_macro2::TokenStream;
use syn::{Attribute, DeriveInput, Ident, Type};

use super::attribute::{EndpointAttribute, Method};
use crate::{case, docs::Docs, errata, levels::Levels, shape, sink::Errors};

/// The declaration of an endpoint.
pub(crate) struct Declaration<'i> {
    pub(crate) ident: &'i Ident,
    pub(crate) docs: Docs,
    /// Absent where it is missing or cannot be read; that is reported already.
    pub(crate) endpoint: Option<EndpointAttribute>,
    pub(crate) access: Vec<Levels>,
    pub(crate) fields: Vec<Field<'i>>,
    pub(crate) errata: Vec<TokenStream>,
}

/// One field of the request.
pub(crate) struct Field<'i> {
    pub(crate) ident: &'i Ident,
    pub(crate) ty: &'i Type,
    /// The name on the wire.
    pub(crate) name: String,
    pub(crate) docs: Docs,
    pub(crate) place: Place,
    pub(crate) levels: Option<Levels>,
    /// The attributes that the body's struct carries on.
    pub(crate) body_attrs: Vec<&'i Attribute>,
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
    let fields = shape::struct_fields(input, "Endpoint", errors)?;
    let docs = Docs::required(&input.attrs, &input.ident, errors);
    let endpoint = match input
        .attrs
        .iter()
        .find(|attr| attr.path().is_ident("endpoint"))
    {
        Some(attr) => errors.ok(EndpointAttribute::from_attr(attr)),
        None => {
            errors.at(
                &input.ident,
                "say which operation this is: `#[endpoint(GET \"/path\", response = …, revised = \"2026-01-31\")]`",
            );
            None
        }
    };
    let access = input
        .attrs
        .iter()
        .filter(|attr| attr.path().is_ident("access"))
        .map(|attr| Levels::parse(attr, errors))
        .collect();
    let fields = fields
        .into_iter()
        .map(|(ident, field)| parse_field(ident, field, endpoint.as_ref(), errors))
        .collect();
    Some(Declaration {
        ident: &input.ident,
        docs,
        endpoint,
        access,
        fields,
        errata: errata::parse(&input.attrs, errors),
    })
}

fn parse_field<'i>(
    ident: &'i Ident,
    field: &'i syn::Field,
    endpoint: Option<&EndpointAttribute>,
    errors: &mut Errors,
) -> Field<'i> {
    let has = |name: &str| field.attrs.iter().find(|attr| attr.path().is_ident(name));
    let name = case::camel_from_snake(&shape::plain_name(ident));
    let is_variable = endpoint.is_some_and(|endpoint| {
        telecomx_path::variables(&endpoint.path.value()).any(|known| known == name)
    });
    let has_body = endpoint.is_some_and(|endpoint| endpoint.method == Method::Post);
    let flags = has("flags");
    let place = match flags {
        Some(_) => Place::Flags,
        None if is_variable => Place::Path,
        None if has_body => Place::Body,
        None => Place::Query,
    };
    if let Some(attr) = flags {
        errors.ok(attr.meta.require_path_only());
    }
    // A choice has the docs of its variants, one for each flag.
    let docs = match place {
        Place::Flags => Docs::default(),
        _ => Docs::required(&field.attrs, ident, errors),
    };
    Field {
        ident,
        ty: &field.ty,
        name,
        docs,
        place,
        levels: has("access").map(|attr| Levels::parse_unscoped(attr, errors)),
        body_attrs: field
            .attrs
            .iter()
            .filter(|attr| {
                ["doc", "serde", "nullable"]
                    .iter()
                    .any(|known| attr.path().is_ident(known))
            })
            .collect(),
    }
}
