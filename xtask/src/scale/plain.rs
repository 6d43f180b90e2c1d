//! The plain twin of a declaration: what one would write with serde and schemars alone.

use quote::ToTokens;
use syn::{
    Attribute, Field, File, Item, ItemUse, LitInt, LitStr, Meta, Path, Type, UseTree, Variant,
    parse_quote,
};

use super::source;

/// The attributes that only our derives read.
const ATTRIBUTES: [&str; 9] = [
    "access",
    "assumption",
    "code",
    "endpoint",
    "erratum",
    "flags",
    "nullable",
    "value",
    "visible",
];

/// What a plain twin does not import: our derives, and what only a contract is made of.
const NAMES: [&str; 9] = [
    "Api",
    "Contact",
    "Endpoint",
    "ErrorCodes",
    "License",
    "OpenEnum",
    "QueryFlags",
    "Resource",
    "section",
];

/// Makes a file its own plain twin.
pub(crate) fn simplify(file: &mut File) {
    file.items.retain_mut(|item| match item {
        Item::Use(import) => keeps_import(import),
        // What the contract lists has no twin.
        Item::Static(item) => !is_named(&item.ty, "Api"),
        Item::Macro(item) => !item.mac.path.is_ident("section"),
        _ => true,
    });
    let declarations = file.items.iter_mut();
    for item in declarations.filter(|item| source::is_declaration(item)) {
        match item {
            Item::Struct(item) => {
                replace_derives(&mut item.attrs);
                strip(&mut item.attrs);
                if !item.attrs.iter().any(|attr| attr.path().is_ident("serde")) {
                    item.attrs
                        .push(parse_quote!(#[serde(rename_all = "camelCase")]));
                }
                item.fields.iter_mut().for_each(simplify_field);
            }
            Item::Enum(item) => {
                replace_derives(&mut item.attrs);
                strip(&mut item.attrs);
                item.attrs
                    .push(parse_quote!(#[serde(rename_all = "SCREAMING_SNAKE_CASE")]));
                item.variants.iter_mut().for_each(simplify_variant);
            }
            _ => {}
        }
    }
}

fn simplify_field(field: &mut Field) {
    strip(&mut field.attrs);
    if is_named(&field.ty, "Option") {
        field
            .attrs
            .push(parse_quote!(#[serde(skip_serializing_if = "Option::is_none")]));
    }
}

fn simplify_variant(variant: &mut Variant) {
    let value = variant
        .attrs
        .iter()
        .find(|attr| attr.path().is_ident("value"))
        .and_then(value);
    strip(&mut variant.attrs);
    if let Some(value) = value {
        variant.attrs.push(parse_quote!(#[serde(rename = #value)]));
    }
    if !variant.fields.is_empty() {
        variant.attrs.push(parse_quote!(#[serde(untagged)]));
    }
}

/// The value on the wire. serde knows no numbers here: a number that is known to the contract is read
/// by the twin as one that is not, and written as the same number.
fn value(attr: &Attribute) -> Option<String> {
    let text = attr.parse_args::<LitStr>().map(|text| text.value());
    text.or_else(|_| {
        attr.parse_args::<LitInt>()
            .map(|number| number.base10_digits().to_owned())
    })
    .ok()
}

/// Derives what serde and schemars have instead of what we have.
fn replace_derives(attrs: &mut Vec<Attribute>) {
    const PLAIN: [&str; 3] = [
        "serde::Serialize",
        "serde::Deserialize",
        "schemars::JsonSchema",
    ];
    let derived = source::derived(attrs);
    let derived = derived
        .iter()
        .map(String::as_str)
        .filter(|name| !source::DERIVES.contains(name))
        .filter(|name| !PLAIN.iter().any(|plain| plain.ends_with(name)))
        .chain(PLAIN)
        .filter_map(|name| syn::parse_str::<Path>(name).ok());
    // First, since a derive must stand above the attributes that it reads.
    let derive = parse_quote!(#[derive(#(#derived),*)]);
    attrs.retain(|attr| !attr.path().is_ident("derive"));
    attrs.insert(0, derive);
}

fn strip(attrs: &mut Vec<Attribute>) {
    attrs.retain(|attr| {
        !ATTRIBUTES
            .iter()
            .any(|ours| attr.path().is_ident(ours) && !matches!(attr.meta, Meta::NameValue(_)))
    });
}

/// Drops what the twin does not use of an import; false if nothing is left.
fn keeps_import(import: &mut ItemUse) -> bool {
    let UseTree::Path(path) = &mut import.tree else {
        return true;
    };
    match (path.ident.to_string().as_str(), &mut *path.tree) {
        // The twin's derives have absolute paths.
        ("serde" | "schemars", _) => false,
        ("telecomx_contract", UseTree::Group(group)) => {
            group.items = std::mem::take(&mut group.items)
                .into_iter()
                .filter(|tree| !is_dropped(tree))
                .collect();
            !group.items.is_empty()
        }
        ("telecomx_contract", tree) => !is_dropped(tree),
        _ => true,
    }
}

fn is_dropped(tree: &UseTree) -> bool {
    NAMES.contains(&tree.to_token_stream().to_string().as_str())
}

fn is_named(ty: &Type, name: &str) -> bool {
    let Type::Path(path) = ty else {
        return false;
    };
    path.path
        .segments
        .last()
        .is_some_and(|last| last.ident == name)
}
