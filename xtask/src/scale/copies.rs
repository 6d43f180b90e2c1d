//! Several copies of a crate's modules in one crate.
//!
//! Copy 7 is module `c7`, its types end in `C7` and its paths start with `/c7`, so that every schema,
//! operation and route is there once. What is copied is made once, with a stand-in for the number.

use std::{collections::BTreeSet, path::PathBuf};

use anyhow::Context as _;
use proc_macro2::{Group, Literal, TokenStream, TokenTree};
use quote::{ToTokens, format_ident, quote};
use syn::{Attribute, Expr, File, Item, ItemUse, Meta, UseTree, parse_quote};

use super::{plain, source::Source};

/// The stand-ins for `c7`, and for `C7` at the end of a name.
const MODULE: &str = "zz_copy";
const TYPE: &str = "ZzCopy";

/// The names of types that differ from copy to copy.
pub(crate) struct Names(BTreeSet<String>);

impl Names {
    /// What these crates declare.
    pub(crate) fn of(sources: &[&Source]) -> Self {
        let files = sources.iter().flat_map(|source| source.copied());
        let items = files.flat_map(|file| &file.file.items);
        Self(
            items
                .filter_map(|item| match item {
                    Item::Struct(item) => Some(item.ident.to_string()),
                    Item::Enum(item) => Some(item.ident.to_string()),
                    _ => None,
                })
                .collect(),
        )
    }

    /// Marks the names in some code, in macros' arguments too.
    fn mark(&self, tokens: TokenStream) -> TokenStream {
        let mut marked = TokenStream::new();
        let mut tokens = tokens.into_iter().peekable();
        // `Feature::Customer` is a variant, whatever else is called `Customer`.
        let (mut after_type, mut colons) = (false, 0);
        while let Some(token) = tokens.next() {
            match token {
                TokenTree::Ident(ident) => {
                    let name = ident.to_string();
                    let is_path = matches!(tokens.peek(), Some(TokenTree::Punct(next)) if next.as_char() == ':');
                    let is_variant = after_type && colons == 2;
                    if is_path && (name == "crate" || name == "telecomx_model") {
                        let module = format_ident!("{MODULE}");
                        marked.extend(quote!(#ident::#module));
                    } else if self.0.contains(&name) && !is_variant {
                        marked.extend([TokenTree::Ident(format_ident!("{name}{TYPE}"))]);
                    } else {
                        marked.extend([TokenTree::Ident(ident)]);
                    }
                    (after_type, colons) = (name.starts_with(char::is_uppercase), 0);
                }
                TokenTree::Group(group) => {
                    let content = self.mark(group.stream());
                    marked.extend([TokenTree::Group(Group::new(group.delimiter(), content))]);
                    after_type = false;
                }
                TokenTree::Punct(punct) => {
                    match punct.as_char() {
                        ':' => colons += 1,
                        _ => after_type = false,
                    }
                    marked.extend([TokenTree::Punct(punct)]);
                }
                TokenTree::Literal(literal) => {
                    marked.extend([TokenTree::Literal(literal)]);
                    after_type = false;
                }
            }
        }
        marked
    }

    /// A file with its names marked.
    fn marked(&self, file: &File) -> anyhow::Result<File> {
        let attrs = &file.attrs;
        let items = file.items.iter().map(|item| match item.clone() {
            // The names of variants stand on the wire.
            Item::Enum(mut item) => {
                item.ident = format_ident!("{}{TYPE}", item.ident);
                item.into_token_stream()
            }
            Item::Struct(mut item) => {
                item.attrs.iter_mut().for_each(mark_path);
                self.mark(item.into_token_stream())
            }
            // Every tag of a document is there once.
            Item::Macro(mut item) if item.mac.path.is_ident("section") => {
                item.mac.tokens = with_first_text(item.mac.tokens, |name| format!("{name} {TYPE}"));
                self.mark(item.into_token_stream())
            }
            item => self.mark(item.into_token_stream()),
        });
        Ok(syn::parse2(quote!(#(#attrs)* #(#items)*))?)
    }
}

/// A crate that holds copies of another's modules.
pub(crate) struct Copies {
    once: Vec<(PathBuf, String)>,
    root: File,
    each_root: String,
    each: Vec<(PathBuf, String)>,
}

impl Copies {
    /// The copies of a crate, as they are or as their plain twin.
    pub(crate) fn new(source: &Source, names: &Names, is_plain: bool) -> anyhow::Result<Self> {
        let text = |file: &File| -> anyhow::Result<String> {
            let mut file = file.clone();
            if is_plain {
                plain::simplify(&mut file);
            }
            Ok(prettyplease::unparse(&names.marked(&file)?))
        };
        let (mut root, each_root) = split(source);
        if is_plain {
            plain::simplify(&mut root);
            // Responses are named in our attributes alone. Warnings cost time, so they would be held
            // against the twin.
            root.attrs.push(parse_quote!(#![allow(unused_imports)]));
        }
        let mut each_root = names.marked(&each_root)?;
        import_shared(&mut each_root, &source.copied_modules());
        Ok(Self {
            once: source
                .shared()
                .map(|file| (file.path.clone(), file.text.clone()))
                .collect(),
            root,
            each_root: prettyplease::unparse(&each_root),
            each: source
                .copied()
                .map(|file| {
                    let text = text(&file.file).with_context(|| {
                        format!(
                            "cannot rename the types of {}; see xtask/src/scale/copies.rs",
                            file.path.display()
                        )
                    })?;
                    Ok((file.path.clone(), text))
                })
                .collect::<anyhow::Result<_>>()?,
        })
    }

    /// The files of a crate with so many copies, from its src/.
    pub(crate) fn files(&self, copies: usize) -> Vec<(PathBuf, String)> {
        let modules: Vec<_> = (1..=copies)
            .map(|number| format_ident!("c{number}"))
            .collect();
        let mut root = self.root.clone();
        for item in &mut root.items {
            if let Item::Static(api) = item {
                list_sections(&mut api.expr, &modules);
            }
        }
        root.items.extend(
            modules
                .iter()
                .map(|module| -> Item { parse_quote!(pub mod #module;) }),
        );
        let mut files = self.once.clone();
        files.push(("lib.rs".into(), prettyplease::unparse(&root)));
        for number in 1..=copies {
            let numbered = |text: &str| {
                text.replace(MODULE, &format!("c{number}"))
                    .replace(TYPE, &format!("C{number}"))
            };
            files.push((format!("c{number}.rs").into(), numbered(&self.each_root)));
            files.extend(self.each.iter().map(|(path, text)| {
                let path = PathBuf::from(format!("c{number}")).join(path);
                (path, numbered(text))
            }));
        }
        files
    }
}

/// What of lib.rs is there once, and what is in every copy's module.
fn split(source: &Source) -> (File, File) {
    let copied = source.copied_modules();
    let mut once = source.root.clone();
    let mut each = File {
        attrs: vec![parse_quote!(#![doc = " One copy."])],
        ..once.clone()
    };
    (once.items, each.items) = (Vec::new(), Vec::new());
    for item in &source.root.items {
        match item {
            Item::Mod(module) if copied.contains(&module.ident.to_string()) => {
                each.items.push(item.clone());
            }
            Item::Use(import) => match own_module(import) {
                Some(module) if copied.contains(&module) => each.items.push(item.clone()),
                Some(_) => {
                    once.items.push(item.clone());
                    each.items.push(item.clone());
                }
                None => once.items.push(item.clone()),
            },
            _ => once.items.push(item.clone()),
        }
    }
    (once, each)
}

/// The module that `use self::module::…` is about.
fn own_module(import: &ItemUse) -> Option<String> {
    let UseTree::Path(path) = &import.tree else {
        return None;
    };
    match &*path.tree {
        UseTree::Path(module) if path.ident == "self" => Some(module.ident.to_string()),
        _ => None,
    }
}

/// Imports what is there once from lib.rs.
fn import_shared(each_root: &mut File, copied: &BTreeSet<String>) {
    for item in &mut each_root.items {
        if let Item::Use(import) = item
            && own_module(import).is_some_and(|module| !copied.contains(&module))
            && let UseTree::Path(path) = &mut import.tree
        {
            path.ident = format_ident!("crate");
        }
    }
}

/// Prefixes the path of `#[endpoint(GET "/path", …)]`.
fn mark_path(attr: &mut Attribute) {
    if !attr.path().is_ident("endpoint") {
        return;
    }
    if let Meta::List(list) = &mut attr.meta {
        let tokens = std::mem::take(&mut list.tokens);
        list.tokens = with_first_text(tokens, |path| format!("/{MODULE}{path}"));
    }
}

/// Changes the first string in some code.
fn with_first_text(tokens: TokenStream, change: impl Fn(&str) -> String) -> TokenStream {
    let mut is_first = true;
    tokens
        .into_iter()
        .map(|token| match &token {
            TokenTree::Literal(literal) if is_first => {
                is_first = false;
                let text = literal.to_string();
                TokenTree::Literal(Literal::string(&change(text.trim_matches('"'))))
            }
            _ => token,
        })
        .collect()
}

/// Lists the sections of every copy, where sections are listed at all.
fn list_sections(api: &mut Expr, modules: &[proc_macro2::Ident]) {
    let Some(Expr::Reference(list)) = field(api, "sections") else {
        return;
    };
    let Expr::Array(list) = &mut *list.expr else {
        return;
    };
    let sections = std::mem::take(&mut list.elems);
    for module in modules {
        for section in &sections {
            if let Expr::Reference(section) = section {
                let path = &section.expr;
                list.elems.push(parse_quote!(&#module::#path));
            }
        }
    }
}

/// A field of a struct's value.
fn field<'e>(value: &'e mut Expr, name: &str) -> Option<&'e mut Expr> {
    let Expr::Struct(value) = value else {
        return None;
    };
    let mut fields = value.fields.iter_mut();
    fields
        .find(|field| matches!(&field.member, syn::Member::Named(member) if member == name))
        .map(|field| &mut field.expr)
}
