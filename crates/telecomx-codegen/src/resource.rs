//! `#[derive(Resource)]`: a JSON object's metadata, redaction and writing.

use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};
use syn::{Attribute, DeriveInput, Expr, Field, Ident, LitStr, Type, meta::ParseNestedMeta};

use crate::{case, docs::Docs, errata, levels::Levels, shape, sink::Errors};

/// One field, read and checked.
struct Property<'i> {
    field: &'i Ident,
    ty: &'i Type,
    name: String,
    aliases: Vec<LitStr>,
    flatten: bool,
    visible_to: Option<Levels>,
    nullable: bool,
    errata: Vec<TokenStream>,
}

pub(crate) fn derive(input: &DeriveInput, errors: &mut Errors) -> Option<TokenStream> {
    Docs::required(&input.attrs, &input.ident, errors);
    check_container(input, errors);
    let fields = shape::struct_fields(input, "Resource", errors)?;
    let properties: Vec<_> = fields
        .into_iter()
        .map(|(name, field)| parse(name, field, errors))
        .collect();
    check(&properties, errors);
    Some(expand(&input.ident, &properties))
}

/// The wire is camel case throughout, and serde must be told so as well.
fn check_container(input: &DeriveInput, errors: &mut Errors) {
    let mut renamed = false;
    for attr in input
        .attrs
        .iter()
        .filter(|attr| attr.path().is_ident("serde"))
    {
        errors.ok(attr.parse_nested_meta(|meta| {
            if meta.path.is_ident("crate") {
                return meta.value()?.parse::<Expr>().map(|_| ());
            }
            if !meta.path.is_ident("rename_all") {
                return Err(meta.error(
                    "`Resource` writes the JSON itself and knows only `rename_all = \"camelCase\"` here",
                ));
            }
            let case: LitStr = meta.value()?.parse()?;
            renamed = case.value() == "camelCase";
            match renamed {
                true => Ok(()),
                false => Err(syn::Error::new(case.span(), "the wire is in `camelCase`")),
            }
        }));
    }
    if !renamed && errors.is_empty() {
        errors.at(
            &input.ident,
            "the wire is in camel case; write `#[serde(rename_all = \"camelCase\")]` above it",
        );
    }
}

fn parse<'i>(name: &'i Ident, field: &'i Field, errors: &mut Errors) -> Property<'i> {
    Docs::required(&field.attrs, name, errors);
    let mut property = Property {
        field: name,
        ty: &field.ty,
        name: case::camel_from_snake(&shape::plain_name(name)),
        aliases: Vec::new(),
        flatten: false,
        visible_to: None,
        nullable: false,
        errata: errata::parse(&field.attrs, errors),
    };
    for attr in &field.attrs {
        match attr.path().get_ident().map(Ident::to_string).as_deref() {
            Some("serde") => {
                errors.ok(attr.parse_nested_meta(|meta| property.set_serde(&meta)));
            }
            Some("visible") => property.set_visible(attr, errors),
            Some("nullable") => property.set_nullable(attr, errors),
            _ => {}
        }
    }
    property
}

impl Property<'_> {
    fn set_serde(&mut self, meta: &ParseNestedMeta<'_>) -> syn::Result<()> {
        match meta.path.get_ident().map(Ident::to_string).as_deref() {
            Some("rename") => self.name = meta.value()?.parse::<LitStr>()?.value(),
            Some("alias") => self.aliases.push(meta.value()?.parse()?),
            Some("flatten") => self.flatten = true,
            // These concern reading alone, which serde does.
            Some("default") if !meta.input.peek(syn::Token![=]) => {}
            Some("default" | "deserialize_with") => {
                meta.value()?.parse::<LitStr>()?;
            }
            _ => {
                return Err(meta.error(
                    "`Resource` writes the JSON itself and does not know this; it knows `rename`, `alias`, `flatten`, `default` and `deserialize_with`",
                ));
            }
        }
        Ok(())
    }

    fn set_visible(&mut self, attr: &Attribute, errors: &mut Errors) {
        if self.visible_to.is_some() {
            errors.at(
                attr,
                "one list says it all; merge it into the first `#[visible(…)]`",
            );
        }
        self.visible_to = Some(Levels::parse_unscoped(attr, errors));
    }

    fn set_nullable(&mut self, attr: &Attribute, errors: &mut Errors) {
        errors.ok(attr.meta.require_path_only());
        self.nullable = true;
    }
}

fn check(properties: &[Property<'_>], errors: &mut Errors) {
    for (index, property) in properties.iter().enumerate() {
        let taken = |other: &&Property<'_>| !other.flatten && other.name == property.name;
        if let Some(first) = properties.iter().take(index).find(taken) {
            errors.at(
                property.field,
                format_args!(
                    "`{}` is already the property `{}`; rename one",
                    first.field, first.name
                ),
            );
        }
    }
}

fn expand(ident: &Ident, properties: &[Property<'_>]) -> TokenStream {
    let name = ident.to_string();
    let metadata = properties.iter().map(metadata);
    let checks = properties.iter().map(check_of);
    let redactions = properties.iter().map(redaction);
    let entries = properties.iter().map(entry);
    quote! {
        #[automatically_derived]
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
        impl ::telecomx_contract::Resource for #ident {
            const RESOURCE: &'static ::telecomx_contract::Object = &::telecomx_contract::Object {
                name: #name,
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
    }
}

fn metadata(property: &Property<'_>) -> TokenStream {
    let Property {
        name,
        aliases,
        flatten,
        nullable,
        errata,
        ty,
        ..
    } = property;
    let visible_to = shape::option_expr(property.visible_to.as_ref().map(|levels| {
        let levels = levels.paths();
        quote!(&[#(#levels),*])
    }));
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
    let levels = property.visible_to.as_ref().map(Levels::paths);
    // A list of nobody is a mistake, and reported as one.
    let hide = levels.filter(|levels| !levels.is_empty()).map(|levels| {
        let absent = quote_spanned! {shape::type_span(ty)=>
            <#ty as ::telecomx_contract::Optional>::ABSENT
        };
        quote! {
            if !::core::matches!(level, #(#levels)|*) {
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
