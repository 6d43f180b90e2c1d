//! `#[derive(Resource)]`: a JSON object's metadata, redaction and writing.

use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};
use syn::{DeriveInput, Field, Ident, LitStr, Type};

use crate::{
    attributes::{Deprecated, FieldAttributes, ItemAttributes, Levels, Place},
    shape,
    sink::Errors,
};

/// One field, read and checked.
struct Property<'i> {
    field: &'i Ident,
    ty: &'i Type,
    name: String,
    aliases: Vec<LitStr>,
    description: String,
    deprecated: Option<Deprecated>,
    flatten: bool,
    demanded_by: Option<LitStr>,
    visible_to: Option<Levels>,
    nullable: bool,
    errata: Vec<TokenStream>,
}

pub(crate) fn derive(input: &DeriveInput, errors: &mut Errors) -> Option<TokenStream> {
    let attributes = ItemAttributes::read(&input.attrs, &input.ident, Place::Resource, errors);
    let properties: Vec<_> = shape::struct_fields(input, "Resource", errors)?
        .into_iter()
        .map(|(name, field)| parse(name, field, errors))
        .collect();
    check(&properties, errors);
    Some(expand(&input.ident, &attributes, &properties))
}

fn parse<'i>(name: &'i Ident, field: &'i Field, errors: &mut Errors) -> Property<'i> {
    let attributes = FieldAttributes::read(&field.attrs, name, Place::Property, errors);
    Property {
        field: name,
        ty: &field.ty,
        name: attributes.name,
        aliases: attributes.aliases,
        description: attributes.docs.text,
        deprecated: attributes.deprecated,
        flatten: attributes.flatten,
        demanded_by: attributes.demanded_by,
        visible_to: attributes.visible_to,
        nullable: attributes.nullable,
        errata: attributes.errata,
    }
}

impl Property<'_> {
    /// Every name by which it is read, unless its object is flattened.
    fn names(&self) -> impl Iterator<Item = String> {
        let own = Some(self.name.clone()).filter(|_| !self.flatten);
        own.into_iter()
            .chain(self.aliases.iter().map(LitStr::value))
    }
}

/// Every name stands for one property. What a flattened object holds is known to the compiler alone.
fn check(properties: &[Property<'_>], errors: &mut Errors) {
    for (index, property) in properties.iter().enumerate() {
        let before = properties.get(..index).unwrap_or_default();
        let owner = |name: &String| {
            before
                .iter()
                .find(|other| other.names().any(|it| it == *name))
        };
        if let Some(first) = owner(&property.name).filter(|_| !property.flatten) {
            errors.at(
                property.field,
                format_args!(
                    "`{}` is already the property `{}`, or read by this name; rename one",
                    first.field, property.name
                ),
            );
        }
        for (count, alias) in property.aliases.iter().enumerate() {
            if alias.value() == property.name {
                errors.at(alias, "this is the property's own name; remove the alias");
            } else if property
                .aliases
                .iter()
                .take(count)
                .any(|it| it.value() == alias.value())
            {
                errors.at(alias, "this alias is given twice; remove one");
            } else if let Some(first) = owner(&alias.value()) {
                errors.at(
                    alias,
                    format_args!(
                        "`{}` is read by this name already; remove the alias",
                        first.field
                    ),
                );
            }
        }
    }
}

fn expand(ident: &Ident, attributes: &ItemAttributes, properties: &[Property<'_>]) -> TokenStream {
    let name = shape::plain_name(ident);
    let description = &attributes.docs.text;
    let deprecated = Deprecated::option_expr(attributes.deprecated.as_ref());
    let collisions = collisions(properties);
    let demands = properties.iter().filter_map(demand);
    let metadata = properties.iter().map(metadata);
    let checks = properties.iter().map(check_of);
    let redactions = properties.iter().map(redaction);
    let entries = properties.iter().map(entry);
    quote! {
        #[automatically_derived]
        #[allow(deprecated)]
        impl ::telecomx_contract::Redact for #ident {
            const OBJECT: ::core::option::Option<&'static ::telecomx_contract::Object> =
                ::core::option::Option::Some(<Self as ::telecomx_contract::Resource>::RESOURCE);

            const IS_FINITE: bool = true;

            #[allow(unused_variables)]
            fn check(
                &self,
                as_what: ::telecomx_contract::Check,
            ) -> ::core::result::Result<(), ::telecomx_contract::Misfit> {
                #(#checks)*
                ::core::result::Result::Ok(())
            }

            #[allow(unused_variables)]
            fn redact(&mut self, level: ::telecomx_contract::AccessLevel) {
                #(#redactions)*
            }
        }

        #[automatically_derived]
        #[allow(deprecated)]
        impl ::telecomx_contract::Resource for #ident {
            const RESOURCE: &'static ::telecomx_contract::Object = &::telecomx_contract::Object {
                name: #name,
                description: #description,
                deprecated: #deprecated,
                properties: &[#(#metadata),*],
            };

            fn serialize_properties<M: ::telecomx_contract::__private::serde::ser::SerializeMap>(
                &self,
                map: &mut M,
            ) -> ::core::result::Result<(), M::Error> {
                #(#entries)*
                ::core::result::Result::Ok(())
            }
        }

        #[automatically_derived]
        #[allow(deprecated)]
        impl ::telecomx_contract::__private::serde::Serialize for #ident {
            fn serialize<S: ::telecomx_contract::__private::serde::Serializer>(
                &self,
                serializer: S,
            ) -> ::core::result::Result<S::Ok, S::Error> {
                let mut map = ::telecomx_contract::__private::serde::Serializer::serialize_map(
                    serializer,
                    ::core::option::Option::None,
                )?;
                ::telecomx_contract::Resource::serialize_properties(self, &mut map)?;
                ::telecomx_contract::__private::serde::ser::SerializeMap::end(map)
            }
        }

        #collisions
        #(#demands)*
    }
}

/// What the compiler must make sure of: what serde demands is no `Option`, which is left out where it has no value.
fn demand(property: &Property<'_>) -> Option<TokenStream> {
    let function = property.demanded_by.as_ref()?;
    let ty = property.ty;
    Some(quote_spanned! {function.span()=>
        #[allow(deprecated)]
        const _: () = ::core::assert!(
            !<#ty as ::telecomx_contract::Redact>::IS_OPTIONAL,
            "serde demands a property that `deserialize_with` reads, and an `Option` can be left out; write `default` too",
        );
    })
}

/// What the compiler must make sure of: no property of a flattened object is called as another one is.
fn collisions(properties: &[Property<'_>]) -> TokenStream {
    let flattened = || properties.iter().filter(|property| property.flatten);
    let own = || {
        let own = properties.iter().filter(|property| !property.flatten);
        own.flat_map(Property::names)
    };
    let with_own = flattened().flat_map(|property| {
        let (field, ty) = (property.field, property.ty);
        own().map(move |name| {
            let message = format!(
                "`{name}` is a property of the flattened `{field}` too, and would be written twice; rename one"
            );
            quote_spanned! {shape::type_span(ty)=>
                #[allow(deprecated)]
                const _: () = ::telecomx_contract::__private::assert_no_name(
                    <#ty as ::telecomx_contract::Redact>::OBJECT,
                    #name,
                    #message,
                );
            }
        })
    });
    let with_others = flattened().enumerate().flat_map(|(index, property)| {
        flattened().take(index).map(|first| {
            let (field, ty, first_ty) = (property.field, property.ty, first.ty);
            let message = format!(
                "the flattened `{}` and `{field}` have a property of the same name, which would be written twice; rename one",
                first.field
            );
            quote_spanned! {shape::type_span(ty)=>
                #[allow(deprecated)]
                const _: () = ::telecomx_contract::__private::assert_no_name_in_common(
                    <#first_ty as ::telecomx_contract::Redact>::OBJECT,
                    <#ty as ::telecomx_contract::Redact>::OBJECT,
                    #message,
                );
            }
        }).collect::<Vec<_>>()
    });
    quote!(#(#with_own)* #(#with_others)*)
}

fn metadata(property: &Property<'_>) -> TokenStream {
    let Property {
        name,
        aliases,
        description,
        flatten,
        nullable,
        errata,
        ty,
        ..
    } = property;
    let deprecated = Deprecated::option_expr(property.deprecated.as_ref());
    let visible_to = Levels::expr(property.visible_to.as_ref());
    let nullable = match nullable {
        true => {
            quote_spanned!(shape::type_span(ty)=> <#ty as ::telecomx_contract::Optional>::TAKES_NULL)
        }
        false => of_property(property, "CAN_BE_NULL"),
    };
    let [optional, object, is_list, is_secret] =
        ["IS_OPTIONAL", "OBJECT", "IS_LIST", "IS_SECRET"].map(|item| of_property(property, item));
    quote! {
        ::telecomx_contract::Property {
            name: #name,
            aliases: &[#(#aliases),*],
            description: #description,
            deprecated: #deprecated,
            visible_to: #visible_to,
            optional: #optional,
            nullable: #nullable,
            flatten: #flatten,
            object: #object,
            is_list: #is_list,
            is_secret: #is_secret,
            errata: &[#(#errata),*],
        }
    }
}

fn redaction(property: &Property<'_>) -> TokenStream {
    let Property { field, ty, .. } = property;
    let levels = property.visible_to.as_ref();
    // A list of nobody is a mistake, and reported as one.
    let levels = levels.filter(|levels| !levels.levels.is_empty());
    let hide = levels.map(|levels| {
        let hidden = levels.excludes_level();
        let absent = quote_spanned! {shape::type_span(ty)=>
            <#ty as ::telecomx_contract::Optional>::ABSENT
        };
        quote! {
            if #hidden {
                self.#field = #absent;
            }
        }
    });
    let redact = of_property(property, "redact");
    let descend = quote!(#redact(&mut self.#field, level););
    quote!(#hide #descend)
}

fn check_of(property: &Property<'_>) -> TokenStream {
    let Property { field, name, .. } = property;
    let check = of_property(property, "check");
    match property.flatten {
        true => quote!(#check(&self.#field, as_what)?;),
        false => quote!(#check(&self.#field, as_what).map_err(|misfit| misfit.within(#name))?;),
    }
}

fn entry(property: &Property<'_>) -> TokenStream {
    let Property {
        field, ty, name, ..
    } = property;
    if property.flatten {
        let write = quote_spanned! {shape::type_span(ty)=>
            <#ty as ::telecomx_contract::Resource>::serialize_properties
        };
        return quote!(#write(&self.#field, map)?;);
    }
    let write = of_property(property, "write");
    quote!(#write(&self.#field, #name, map)?;)
}

/// Something of `Redact`, named at the type, so that one without it is reported there.
fn of_property(property: &Property<'_>, item: &str) -> TokenStream {
    let ty = property.ty;
    let span = shape::type_span(ty);
    let item = Ident::new(item, span);
    quote_spanned!(span=> <#ty as ::telecomx_contract::Redact>::#item)
}
