//! What the derives expand to, for a dozen shapes. Each shape is also compiled, as a module.

use std::fs;

use quote::ToTokens as _;

use crate::{
    built,
    suite::{Suite, snapshot},
};

/// The shapes, as the compiler sees them.
#[allow(dead_code, reason = "that they compile is all that is asked of some")]
pub mod shapes {
    pub mod all_places;
    pub mod by_type;
    pub mod delete;
    pub mod deprecated;
    pub mod empty_errors;
    pub mod error_codes;
    pub mod flags;
    pub mod flattened;
    pub mod manual;
    pub mod minimal;
    pub mod number_enum;
    pub mod query;
    pub mod query_flags;
    pub mod resource;
    pub mod restricted;
    pub mod text_enum;
    pub mod text_in_path;
}

/// A shape's source.
pub struct Shape {
    pub name: String,
    pub source: syn::File,
}

pub fn shapes() -> Vec<Shape> {
    let folder = built::package("expansion/shapes");
    let mut shapes: Vec<Shape> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| {
            let path = entry.unwrap().path();
            Shape {
                name: path.file_stem().unwrap().to_str().unwrap().to_owned(),
                source: syn::parse_file(&fs::read_to_string(&path).unwrap()).unwrap(),
            }
        })
        .collect();
    shapes.sort_by(|a, b| a.name.cmp(&b.name));
    shapes
}

/// The code that the derives make of the first item of a shape that has one.
pub fn expand(shape: &Shape) -> String {
    let derives = [
        ("Endpoint", telecomx_codegen::derive_endpoint as fn(_) -> _),
        ("ErrorCodes", telecomx_codegen::derive_error_codes),
        ("OpenEnum", telecomx_codegen::derive_open_enum),
        ("QueryFlags", telecomx_codegen::derive_query_flags),
        ("Resource", telecomx_codegen::derive_resource),
    ];
    for item in &shape.source.items {
        let (syn::Item::Struct(syn::ItemStruct { attrs, .. })
        | syn::Item::Enum(syn::ItemEnum { attrs, .. })) = item
        else {
            continue;
        };
        let listed = attrs
            .iter()
            .filter(|attr| attr.path().is_ident("derive"))
            .map(|attr| attr.to_token_stream().to_string())
            .collect::<String>();
        for (name, derive) in derives {
            if listed.contains(name) {
                let expansion: telecomx_codegen::Expansion = derive(item.to_token_stream());
                assert!(
                    expansion.errors.is_empty(),
                    "{}: {:?}",
                    shape.name,
                    expansion.errors
                );
                return prettyplease::unparse(&syn::parse2(expansion.code).unwrap());
            }
        }
    }
    panic!("{} derives nothing of ours", shape.name);
}

#[test]
fn expansions() {
    let mut suite = Suite::new("expansion");
    for shape in shapes() {
        snapshot!(suite, &shape.name, expand(&shape));
    }
    suite.finish();
}

/// A shape that is not compiled would prove little.
#[test]
fn every_shape_is_a_module() {
    let source = fs::read_to_string(built::package("expansion.rs")).unwrap();
    for shape in shapes() {
        let module = format!("    pub mod {};\n", shape.name);
        assert!(
            source.contains(&module),
            "add `pub mod {};` to `shapes`",
            shape.name
        );
    }
}

/// The manual's examples are those of a shape, which is compiled.
#[test]
fn the_examples_of_the_manual_compile() {
    let file = built::workspace().join("crates/telecomx-macros/src/lib.rs");
    let manual = fs::read_to_string(file).unwrap();
    let comment = |line: &str| {
        let text = line.strip_prefix("///").or(line.strip_prefix("//!"))?;
        Some(text.strip_prefix(' ').unwrap_or(text).to_owned() + "\n")
    };
    let manual: String = manual.lines().filter_map(comment).collect();
    let examples = manual.split("```ignore\n").skip(1);
    let examples: Vec<&str> = examples
        .map(|text| text.split("```").next().unwrap())
        .collect();
    assert_eq!(examples.len(), 6);
    let compiled = include_str!("expansion/shapes/manual.rs");
    for example in examples {
        assert!(
            compiled.contains(example),
            "this is not compiled:\n{example}"
        );
    }
}
