//! The code of an endpoint: its constant, its client half and its server half.

use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote, quote_spanned};
use syn::spanned::Spanned;

use super::{
    attribute::Method,
    parse::{Declaration, Field, Place},
};
use crate::{case, levels::Levels, shape};

/// Code comes out of a wrong declaration too (`valid` is false then): whatever could be read, with
/// placeholders for the rest and bodies that are never reached.
pub(crate) fn expand(declaration: &Declaration<'_>, valid: bool) -> TokenStream {
    let ident = declaration.ident;
    let (response, errors) = match &declaration.endpoint {
        Some(endpoint) => (endpoint.response.as_ref(), endpoint.errors.as_ref()),
        None => (None, None),
    };
    let response = match response {
        Some(ty) => quote!(#ty),
        None => quote!(::telecomx_contract::ErrorBody),
    };
    let error = match errors {
        Some(ty) => quote_spanned!(ty.span()=> #ty),
        None => quote!(::telecomx_contract::NoErrors),
    };
    let operation = operation(declaration, &error);
    let body = body_struct(declaration);
    let (write, read, denied) = match valid {
        true => (write(declaration), read(declaration), denied(declaration)),
        false => {
            let never = quote!(::core::unreachable!());
            (never.clone(), never.clone(), never)
        }
    };
    let list_entry = list_entry(ident);
    quote! {
        #list_entry

        const _: () = {
            #body

            #[automatically_derived]
            impl ::telecomx_contract::Endpoint for #ident {
                type Response = #response;
                type Error = #error;
                const OPERATION: ::telecomx_contract::Operation = #operation;

                fn into_request(self) -> ::core::result::Result<
                    ::telecomx_contract::__private::http::Request<::std::vec::Vec<u8>>,
                    ::telecomx_contract::RequestError,
                > {
                    #write
                }

                fn from_request<B: ::core::convert::AsRef<[u8]>>(
                    request: &::telecomx_contract::__private::http::Request<B>,
                ) -> ::core::result::Result<Self, ::telecomx_contract::BadRequest> {
                    #read
                }

                #[allow(unused_variables)]
                fn denied_parameter(
                    &self,
                    level: ::telecomx_contract::AccessLevel,
                ) -> ::core::option::Option<&'static str> {
                    #denied
                }
            }
        };
    }
}

/// The constant that the section lists. It is spanned at the struct's name, so that an operation that is
/// on no list is reported there, as dead code with the cure for its reason.
fn list_entry(ident: &Ident) -> TokenStream {
    let reason = format!(
        "an operation is published by its section: add `{ident}` to the list beside the `mod` line of its file"
    );
    quote_spanned! {ident.span()=>
        impl #ident {
            #[deny(dead_code, reason = #reason)]
            pub(crate) const LISTED: &'static ::telecomx_contract::Operation =
                &<Self as ::telecomx_contract::Endpoint>::OPERATION;
        }
    }
}

fn operation(declaration: &Declaration<'_>, error: &TokenStream) -> TokenStream {
    let id = case::camel_from_pascal(&shape::plain_name(declaration.ident));
    let (method, path, revised) = match &declaration.endpoint {
        Some(endpoint) => {
            let method = match endpoint.method {
                Method::Get => quote!(Get),
                Method::Delete => quote!(Delete),
                Method::Post => quote!(Post),
            };
            let (path, revised) = (&endpoint.path, &endpoint.revised);
            let revised = revised
                .as_ref()
                .map_or_else(|| quote!(""), |date| quote!(#date));
            (method, quote!(#path), revised)
        }
        None => (quote!(Get), quote!(""), quote!("")),
    };
    let summary = &declaration.docs.summary;
    let description = &declaration.docs.description;
    let access = declaration.access.iter().map(access_rule);
    let parameters = declaration
        .fields
        .iter()
        .filter(|field| field.place != Place::Body)
        .map(parameter_group);
    let body = shape::option_expr(body_ident(declaration).map(|name| {
        quote! {
            ::telecomx_contract::Body {
                schema: ::telecomx_contract::__private::schemars::SchemaGenerator::subschema_for::<#name>,
                object: <#name as ::telecomx_contract::Resource>::RESOURCE,
            }
        }
    }));
    let errata = &declaration.errata;
    let codes = quote_spanned!(error.span()=> <#error as ::telecomx_contract::ErrorCodes>::CODES);
    quote! {
        ::telecomx_contract::Operation {
            id: #id,
            method: ::telecomx_contract::Method::#method,
            path: #path,
            module: ::core::module_path!(),
            revised: #revised,
            summary: #summary,
            description: #description,
            access: &[#(#access),*],
            parameters: &[#(#parameters),*],
            body: #body,
            response: ::telecomx_contract::Response::of::<Self>(),
            errors: #codes,
            errata: &[#(#errata),*],
        }
    }
}

fn access_rule(rule: &Levels) -> TokenStream {
    let levels = rule.paths();
    let scope = shape::option_expr(
        rule.scope
            .as_ref()
            .map(|scope| quote_spanned!(scope.span()=> ::telecomx_contract::Scope::#scope)),
    );
    quote! {
        ::telecomx_contract::AccessRule { levels: &[#(#levels),*], scope: #scope }
    }
}

fn parameter_group(field: &Field<'_>) -> TokenStream {
    let levels = shape::option_expr(field.levels.as_ref().map(|levels| {
        let levels = levels.paths();
        quote!(&[#(#levels),*])
    }));
    let ty = shape::option_of(field.ty).unwrap_or(field.ty);
    let parameters = match field.place {
        Place::Flags => {
            quote_spanned! {ty.span()=> <#ty as ::telecomx_contract::QueryFlags>::PARAMETERS }
        }
        place => {
            let name = &field.name;
            let required = shape::option_of(field.ty).is_none();
            let description = field.docs.text();
            let location = match place {
                Place::Path => quote!(Path),
                _ => quote!(Query),
            };
            let schema = quote_spanned! {ty.span()=>
                ::telecomx_contract::__private::schemars::SchemaGenerator::subschema_for::<#ty>
            };
            quote! {
                &[::telecomx_contract::Parameter {
                    name: #name,
                    location: ::telecomx_contract::ParameterLocation::#location,
                    required: #required,
                    description: #description,
                    schema: #schema,
                }]
            }
        }
    };
    let name = shape::plain_name(field.ident);
    quote! {
        ::telecomx_contract::ParameterGroup {
            field: #name,
            levels: #levels,
            parameters: #parameters,
        }
    }
}

/// A function of `UrlValue`, named at the type, so that a type that cannot stand in a URL is reported there.
fn url_value(field: &Field<'_>, function: &str) -> TokenStream {
    let ty = shape::option_of(field.ty).unwrap_or(field.ty);
    let function = Ident::new(function, ty.span());
    quote_spanned!(ty.span()=> <#ty as ::telecomx_contract::UrlValue>::#function)
}

/// The client half.
fn write(declaration: &Declaration<'_>) -> TokenStream {
    let steps = declaration.fields.iter().map(|field| {
        let Field { ident, name, .. } = field;
        let to_text = url_value(field, "to_text");
        match (field.place, shape::option_of(field.ty)) {
            (Place::Path, _) => quote!(.path(#name, &#to_text(&self.#ident))?),
            (Place::Query, None) => quote!(.query(#name, &#to_text(&self.#ident))),
            (Place::Query, Some(_)) => {
                quote!(.optional_query(#name, self.#ident.as_ref().map(#to_text)))
            }
            (Place::Flags, _) => quote!(.flags(self.#ident.as_ref())),
            (Place::Body, _) => TokenStream::new(),
        }
    });
    let body = body_ident(declaration).map(|name| {
        let fields = body_fields(declaration).map(|field| field.ident);
        quote!(.body(&#name { #(#fields: self.#fields),* })?)
    });
    quote! {
        ::telecomx_contract::RequestWriter::new(<Self as ::telecomx_contract::Endpoint>::OPERATION)
            #(#steps)*
            #body
            .finish()
    }
}

/// The server half.
fn read(declaration: &Declaration<'_>) -> TokenStream {
    let fields = declaration.fields.iter().map(|field| {
        let Field { ident, name, .. } = field;
        let from_text = url_value(field, "from_text");
        let value = match (field.place, shape::option_of(field.ty)) {
            (Place::Path, _) => quote!(reader.path(#name, #from_text)?),
            (Place::Query, None) => quote!(reader.query(#name, #from_text)?),
            (Place::Query, Some(_)) => quote!(reader.optional_query(#name, #from_text)?),
            (Place::Flags, _) => quote!(reader.flags()?),
            (Place::Body, _) => quote!(body.#ident),
        };
        quote!(#ident: #value)
    });
    let body = body_ident(declaration).map(|name| quote!(let body: #name = reader.body()?;));
    let reader = match declaration.fields.is_empty() {
        true => quote!(_),
        false => quote!(reader),
    };
    quote! {
        let #reader = ::telecomx_contract::RequestReader::new(
            <Self as ::telecomx_contract::Endpoint>::OPERATION,
            request,
        )?;
        #body
        ::core::result::Result::Ok(Self { #(#fields),* })
    }
}

/// Which parameter the caller may not send.
fn denied(declaration: &Declaration<'_>) -> TokenStream {
    let checks = declaration.fields.iter().filter_map(|field| {
        let Field {
            ident, name, place, ..
        } = field;
        let levels = field.levels.as_ref()?.paths();
        let sent = match place {
            Place::Flags => quote!(::telecomx_contract::QueryFlags::flag(value)),
            _ => quote!(#name),
        };
        let value = match place {
            Place::Flags => quote!(value),
            _ => quote!(_),
        };
        Some(quote! {
            if let ::core::option::Option::Some(#value) = &self.#ident
                && !::core::matches!(level, #(#levels)|*)
            {
                return ::core::option::Option::Some(#sent);
            }
        })
    });
    quote! {
        #(#checks)*
        ::core::option::Option::None
    }
}

fn body_fields<'d, 'i>(
    declaration: &'d Declaration<'i>,
) -> impl Iterator<Item = &'d Field<'i>> + Clone {
    declaration
        .fields
        .iter()
        .filter(|field| field.place == Place::Body)
}

/// The name of the body's schema: `AddNote` has an `AddNoteBody`.
fn body_ident(declaration: &Declaration<'_>) -> Option<Ident> {
    body_fields(declaration)
        .next()
        .map(|_| format_ident!("{}Body", declaration.ident))
}

/// The JSON body as a struct of its own, since path variables are no part of it.
fn body_struct(declaration: &Declaration<'_>) -> Option<TokenStream> {
    let name = body_ident(declaration)?;
    let docs = format!(
        " The body of a request to `{}`.",
        case::camel_from_pascal(&declaration.ident.to_string())
    );
    let fields = body_fields(declaration).map(
        |Field {
             ident,
             ty,
             body_attrs,
             ..
         }| { quote!(#(#body_attrs)* #ident: #ty) },
    );
    Some(quote! {
        #[doc = #docs]
        #[derive(
            ::telecomx_contract::__private::serde::Deserialize,
            ::telecomx_contract::__private::schemars::JsonSchema,
            ::telecomx_contract::Resource,
        )]
        #[serde(crate = "::telecomx_contract::__private::serde", rename_all = "camelCase")]
        #[schemars(crate = "::telecomx_contract::__private::schemars")]
        struct #name {
            #(#fields,)*
        }
    })
}
