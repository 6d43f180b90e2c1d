//! The code of an endpoint: its constant, its client half and its server half.

use proc_macro2::{Ident, TokenStream};
use quote::{ToTokens, format_ident, quote, quote_spanned};
use syn::{LitStr, spanned::Spanned};

use super::parse::{Declaration, Field, Place};
use crate::{
    attributes::{Deprecated, Levels, Method},
    case, shape,
};

/// Code comes out of a wrong declaration too (`valid` is false then): whatever could be read, with
/// placeholders for the rest and bodies that are never reached.
pub(crate) fn expand(declaration: &Declaration<'_>, valid: bool) -> TokenStream {
    let ident = declaration.ident;
    let attribute = declaration.attributes.operation.as_ref();
    let response = match attribute.and_then(|attribute| attribute.response.as_ref()) {
        Some(ty) => quote!(#ty),
        None => quote!(::telecomx_contract::ErrorBody),
    };
    let error = match attribute.and_then(|attribute| attribute.errors.as_ref()) {
        Some(ty) => quote_spanned!(ty.span()=> #ty),
        None => quote!(::telecomx_contract::NoErrors),
    };
    // The body's struct would tell of the mistakes once more.
    let body = body_ident(declaration).filter(|_| valid);
    let operation = operation(declaration, body.as_ref(), &error);
    let body_struct = body.map(|name| body_struct(declaration, &name));
    let (write, read, denied) = if valid {
        (write(declaration), read(declaration), denied(declaration))
    } else {
        let never = quote!(::core::unreachable!());
        (never.clone(), never.clone(), never)
    };
    let list_entry = list_entry(ident);
    let other_page = other_page(declaration);
    quote! {
        #list_entry

        #[allow(deprecated)]
        const _: () = {
            #other_page

            #body_struct

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

/// Makes sure that a page is not named which the module says as well.
fn other_page(declaration: &Declaration<'_>) -> Option<TokenStream> {
    let page = declaration.attributes.operation.as_ref()?.page.as_ref()?;
    Some(quote_spanned! {page.span()=>
        const _: () = ::telecomx_contract::__private::assert_other_page(::core::module_path!(), #page);
    })
}

/// The constant that the section lists. It is spanned at the struct's name, so that an operation that is
/// on no list is reported there, as dead code with the cure for its reason.
fn list_entry(ident: &Ident) -> TokenStream {
    let reason = format!(
        "an operation is published by its section: add `{ident}` to the list beside the `mod` line of its file"
    );
    quote_spanned! {ident.span()=>
        #[allow(deprecated)]
        impl #ident {
            #[deny(dead_code, reason = #reason)]
            pub(crate) const LISTED: &'static ::telecomx_contract::Operation =
                &<Self as ::telecomx_contract::Endpoint>::OPERATION;
        }
    }
}

fn operation(
    declaration: &Declaration<'_>,
    body: Option<&Ident>,
    error: &TokenStream,
) -> TokenStream {
    let attributes = &declaration.attributes;
    let id = case::camel_from_pascal(&shape::plain_name(declaration.ident));
    let attribute = attributes.operation.as_ref();
    let method = match attribute.and_then(|attribute| attribute.method) {
        None | Some(Method::Get) => quote!(Get),
        Some(Method::Delete) => quote!(Delete),
        Some(Method::Post) => quote!(Post),
    };
    let text = |text: Option<&LitStr>| text.map_or_else(|| quote!(""), |text| quote!(#text));
    let path = text(attribute.and_then(|attribute| attribute.path.as_ref()));
    let revised = text(attribute.and_then(|attribute| attribute.revised.as_ref()));
    let page = attribute.and_then(|attribute| attribute.page.as_ref());
    let page = shape::option_expr(page.map(ToTokens::to_token_stream));
    let summary = &attributes.docs.summary;
    let description = &attributes.docs.description;
    let deprecated = Deprecated::option_expr(attributes.deprecated.as_ref());
    let access = attributes.access.iter().map(access_rule);
    let parameters = declaration
        .fields
        .iter()
        .filter(|field| field.place != Place::Body)
        .map(parameter_group);
    let body = shape::option_expr(body.map(|name| {
        quote! {
            ::telecomx_contract::Body::of::<#name>()
        }
    }));
    let errata = &attributes.errata;
    let examples = quote_spanned! {declaration.ident.span()=>
        ::telecomx_contract::RequestExample::of::<Self>
    };
    let codes = quote_spanned!(error.span()=> <#error as ::telecomx_contract::ErrorCodes>::CODES);
    quote! {
        ::telecomx_contract::Operation {
            id: #id,
            method: ::telecomx_contract::Method::#method,
            path: #path,
            module: ::core::module_path!(),
            page: #page,
            revised: #revised,
            summary: #summary,
            description: #description,
            deprecated: #deprecated,
            access: &[#(#access),*],
            parameters: &[#(#parameters),*],
            body: #body,
            examples: #examples,
            response: ::telecomx_contract::Response::of::<Self>(),
            errors: #codes,
            errata: &[#(#errata),*],
        }
    }
}

fn access_rule(rule: &Levels) -> TokenStream {
    let levels = Levels::expr(Some(rule));
    let scope = shape::option_expr(
        rule.scope
            .as_ref()
            .map(|scope| quote_spanned!(scope.span()=> ::telecomx_contract::Scope::#scope)),
    );
    quote! {
        ::telecomx_contract::AccessRule { levels: #levels, scope: #scope }
    }
}

fn parameter_group(field: &Field<'_>) -> TokenStream {
    let levels = Levels::expr(field.attributes.access.as_ref());
    let parameters = match field.place {
        Place::Flags => {
            let choice = of_type(field, "Optional", "Value");
            quote_spanned!(shape::type_span(field.ty)=> <#choice as ::telecomx_contract::QueryFlags>::PARAMETERS)
        }
        place => parameter(field, place),
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

/// The one parameter of a field.
fn parameter(field: &Field<'_>, place: Place) -> TokenStream {
    let Field {
        name,
        ty,
        attributes,
        ..
    } = field;
    let description = &attributes.docs.text;
    let deprecated = Deprecated::option_expr(attributes.deprecated.as_ref());
    let errata = &attributes.errata;
    let (location, required, value) = match place {
        Place::Path => (quote!(Path), quote!(true), quote!(#ty)),
        _ => (
            quote!(Query),
            of_type(field, "QueryValue", "REQUIRED"),
            of_type(field, "QueryValue", "Value"),
        ),
    };
    let schema = quote_spanned! {shape::type_span(ty)=>
        ::telecomx_contract::__private::schemars::SchemaGenerator::subschema_for::<#value>
    };
    quote! {
        &[::telecomx_contract::Parameter {
            name: #name,
            location: ::telecomx_contract::ParameterLocation::#location,
            required: #required,
            description: #description,
            deprecated: #deprecated,
            schema: #schema,
            errata: &[#(#errata),*],
        }]
    }
}

/// Something of a trait of the field's type, named at the type, so that one that it does not have is reported there.
fn of_type(field: &Field<'_>, of_trait: &str, item: &str) -> TokenStream {
    let ty = field.ty;
    let span = shape::type_span(ty);
    let (of_trait, item) = (Ident::new(of_trait, span), Ident::new(item, span));
    quote_spanned!(span=> <#ty as ::telecomx_contract::#of_trait>::#item)
}

/// The field as an `Option`.
fn as_option(field: &Field<'_>) -> TokenStream {
    let (ident, as_option) = (field.ident, of_type(field, "Optional", "as_option"));
    let value = quote!(&self.#ident);
    quote_spanned!(shape::type_span(field.ty)=> #as_option(#value))
}

/// The client half.
fn write(declaration: &Declaration<'_>) -> TokenStream {
    let steps = declaration.fields.iter().map(|field| {
        let Field { ident, name, .. } = field;
        match field.place {
            Place::Path => {
                let to_text = of_type(field, "UrlValue", "to_text");
                quote!(.path(#name, &#to_text(&self.#ident))?)
            }
            Place::Query => {
                let to_query = of_type(field, "QueryValue", "to_query");
                quote!(.query(#name, #to_query(&self.#ident)))
            }
            Place::Flags => {
                let choice = as_option(field);
                quote!(.flags(#choice))
            }
            Place::Body => TokenStream::new(),
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
        let value = match field.place {
            Place::Path => {
                let from_text = of_type(field, "UrlValue", "from_text");
                quote!(reader.path(#name, #from_text)?)
            }
            Place::Query => {
                let from_query = of_type(field, "QueryValue", "from_query");
                quote!(#from_query(&reader, #name)?)
            }
            Place::Flags => {
                let from_option = of_type(field, "Optional", "from_option");
                quote!(reader.flags().map(#from_option)?)
            }
            Place::Body => quote!(body.#ident),
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
        let Field { name, place, .. } = field;
        let levels = field.attributes.access.as_ref()?;
        let denied = levels.excludes_level();
        let sent = match place {
            Place::Flags => quote!(::telecomx_contract::QueryFlags::flag(value)),
            _ => quote!(#name),
        };
        let value = match place {
            Place::Flags => quote!(value),
            _ => quote!(_),
        };
        let option = as_option(field);
        Some(quote! {
            if let ::core::option::Option::Some(#value) = #option
                && #denied
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
fn body_struct(declaration: &Declaration<'_>, name: &Ident) -> TokenStream {
    let docs = format!(
        " The body of a request to `{}`.",
        case::camel_from_pascal(&shape::plain_name(declaration.ident))
    );
    let fields = body_fields(declaration).map(|field| {
        let Field { ident, ty, .. } = field;
        let attrs = &field.attributes.of_body;
        quote!(#(#attrs)* #ident: #ty)
    });
    quote! {
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
    }
}
