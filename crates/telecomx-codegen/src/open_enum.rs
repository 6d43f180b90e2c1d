//! `#[derive(OpenEnum)]`: an enumeration that tomorrow's server may extend.

use proc_macro2::TokenStream;
use quote::quote;
use syn::{DeriveInput, Fields, Ident, LitStr, Type, Variant};

use crate::{
    attributes::{Deprecated, Docs, ItemAttributes, Place, Value, VariantAttributes},
    case, shape,
    sink::Errors,
};

/// What the values are on the wire.
#[derive(Clone, Copy, PartialEq)]
enum Wire {
    Text,
    Number,
}

/// A value the contract knows.
struct Known<'i> {
    ident: &'i Ident,
    value: Value,
    docs: Docs,
    deprecated: Option<Deprecated>,
}

pub(crate) fn derive(input: &DeriveInput, errors: &mut Errors) -> Option<TokenStream> {
    let attributes = ItemAttributes::read(&input.attrs, &input.ident, Place::OpenEnum, errors);
    let mut variants = shape::enum_variants(input, "OpenEnum", errors)?;
    let wire = match variants.last().and_then(|last| open_type(last)) {
        Some(ty) => {
            if let Some(other) = variants.pop() {
                VariantAttributes::read(other, Place::OtherValue, errors);
            }
            wire(ty).unwrap_or_else(|| {
                errors.at(ty, FORM);
                Wire::Text
            })
        }
        None => {
            errors.at(&input.ident, FORM);
            Wire::Text
        }
    };
    let known: Vec<_> = variants
        .into_iter()
        .filter_map(|variant| parse(variant, wire, errors))
        .collect();
    check(&known, errors);
    Some(expand(
        &input.ident,
        &attributes,
        wire,
        &known,
        errors.is_empty(),
    ))
}

/// How an open enumeration ends.
const FORM: &str = "an open enumeration ends in `Other(String)`, or `Other(i64)` for numbers, for values that the contract does not know yet";

/// The type that the open variant `Other(…)` holds, if this is it.
fn open_type(variant: &Variant) -> Option<&Type> {
    let Fields::Unnamed(fields) = &variant.fields else {
        return None;
    };
    let mut types = fields.unnamed.iter().map(|field| &field.ty);
    let (Some(ty), None) = (types.next(), types.next()) else {
        return None;
    };
    (variant.ident == "Other").then_some(ty)
}

/// What the values are if this is the type of those that are not known: the code differs, so that it must be told
/// before the compiler knows the type.
fn wire(ty: &Type) -> Option<Wire> {
    let path = match ty {
        // A macro has put it into a declaration.
        Type::Group(group) => return wire(&group.elem),
        Type::Path(ty) => &ty.path,
        _ => return None,
    };
    let path = path
        .segments
        .iter()
        .map(|segment| segment.ident.to_string());
    match path.collect::<Vec<_>>().join("::").as_str() {
        "String" | "std::string::String" | "alloc::string::String" => Some(Wire::Text),
        "i64" | "std::primitive::i64" | "core::primitive::i64" => Some(Wire::Number),
        _ => None,
    }
}

fn parse<'i>(variant: &'i Variant, wire: Wire, errors: &mut Errors) -> Option<Known<'i>> {
    shape::require_unit(variant, errors);
    let attributes = VariantAttributes::read(variant, Place::Value, errors);
    let value = match (attributes.value, wire) {
        (Some(value), _) => value?,
        (None, Wire::Text) => {
            let text = case::screaming(&shape::plain_name(&variant.ident));
            Value::Text(LitStr::new(&text, variant.ident.span()))
        }
        (None, Wire::Number) => {
            errors.at(&variant.ident, "say which number this is: `#[value(24)]`");
            return None;
        }
    };
    let mistake = match (&value, wire) {
        (Value::Text(_), Wire::Text) | (Value::Number(..), Wire::Number) => None,
        (_, Wire::Text) => Some("the values are strings, since `Other` holds one"),
        (_, Wire::Number) => Some("the values are whole numbers, since `Other` holds one"),
    };
    if let Some(mistake) = mistake {
        errors.at(&value, mistake);
        return None;
    }
    Some(Known {
        ident: &variant.ident,
        value,
        docs: attributes.docs,
        deprecated: attributes.deprecated,
    })
}

fn check(known: &[Known<'_>], errors: &mut Errors) {
    for (index, value) in known.iter().enumerate() {
        let same = |other: &&Known<'_>| other.value == value.value;
        if let Some(first) = known.iter().take(index).find(same) {
            errors.at(
                &value.value,
                format_args!(
                    "`{}` already has this value; give this one another",
                    first.ident
                ),
            );
        }
    }
}

fn expand(
    ident: &Ident,
    attributes: &ItemAttributes,
    wire: Wire,
    known: &[Known<'_>],
    valid: bool,
) -> TokenStream {
    let idents: Vec<_> = known.iter().map(|known| known.ident).collect();
    let values: Vec<_> = known.iter().map(|known| &known.value).collect();
    let described = known.iter().map(|known| {
        let (value, meaning) = (&known.value, &known.docs.text);
        let deprecated = Deprecated::option_expr(known.deprecated.as_ref());
        quote! {
            ::telecomx_contract::__private::KnownValue {
                value: #value,
                meaning: #meaning,
                deprecated: #deprecated,
            }
        }
    });
    let docs = &attributes.docs.text;
    let deprecated = Deprecated::option_expr(attributes.deprecated.as_ref());
    let schema_name = shape::plain_name(ident);
    // The open variant may be missing in a wrong declaration; then nothing can be matched.
    let unreachable = quote!(::core::unreachable!());
    let (raw, value, from) = match wire {
        Wire::Text => (
            quote!(&str),
            quote!(match self { #(Self::#idents => #values,)* Self::Other(value) => value }),
            quote!(match value { #(#values => Self::#idents,)* _ => Self::Other(::std::borrow::ToOwned::to_owned(value)) }),
        ),
        Wire::Number => (
            quote!(i64),
            quote!(match self { #(Self::#idents => #values,)* Self::Other(value) => *value }),
            quote!(match value { #(#values => Self::#idents,)* _ => Self::Other(value) }),
        ),
    };
    let (value, from) = if valid {
        (value, from)
    } else {
        (unreachable.clone(), unreachable)
    };
    let read = match wire {
        Wire::Text => quote!(::telecomx_contract::__private::read_open_enum(deserializer)),
        Wire::Number => quote!(
            <i64 as ::telecomx_contract::__private::serde::Deserialize>::deserialize(deserializer)
                .map(<Self as ::core::convert::From<i64>>::from)
        ),
    };
    let schema = match wire {
        Wire::Text => quote!(text_enum_schema),
        Wire::Number => quote!(number_enum_schema),
    };
    quote! {
        #[automatically_derived]
        #[allow(deprecated)]
        impl #ident {
            /// The value on the wire.
            pub fn value(&self) -> #raw {
                #value
            }
        }

        #[automatically_derived]
        #[allow(deprecated)]
        impl ::core::convert::From<#raw> for #ident {
            fn from(value: #raw) -> Self {
                #from
            }
        }

        #[automatically_derived]
        #[allow(deprecated)]
        impl ::telecomx_contract::__private::serde::Serialize for #ident {
            fn serialize<S: ::telecomx_contract::__private::serde::Serializer>(
                &self,
                serializer: S,
            ) -> ::core::result::Result<S::Ok, S::Error> {
                ::telecomx_contract::__private::serde::Serialize::serialize(&self.value(), serializer)
            }
        }

        #[automatically_derived]
        #[allow(deprecated)]
        impl<'de> ::telecomx_contract::__private::serde::Deserialize<'de> for #ident {
            fn deserialize<D: ::telecomx_contract::__private::serde::Deserializer<'de>>(
                deserializer: D,
            ) -> ::core::result::Result<Self, D::Error> {
                #read
            }
        }

        #[automatically_derived]
        #[allow(deprecated)]
        impl ::telecomx_contract::__private::schemars::JsonSchema for #ident {
            fn schema_name() -> ::std::borrow::Cow<'static, str> {
                ::std::borrow::Cow::Borrowed(#schema_name)
            }

            fn schema_id() -> ::std::borrow::Cow<'static, str> {
                ::std::borrow::Cow::Borrowed(::core::concat!(::core::module_path!(), "::", #schema_name))
            }

            fn json_schema(
                _: &mut ::telecomx_contract::__private::schemars::SchemaGenerator,
            ) -> ::telecomx_contract::__private::schemars::Schema {
                ::telecomx_contract::__private::#schema(#schema_name, #docs, #deprecated, &[#(#described),*])
            }
        }

        #[automatically_derived]
        #[allow(deprecated)]
        impl ::telecomx_contract::Redact for #ident {
            const IS_FINITE: bool = true;
        }
    }
}
