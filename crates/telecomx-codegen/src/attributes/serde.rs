//! `#[serde(…)]`, as far as a resource that writes its JSON itself can follow it. What is given twice, serde refuses.

use syn::{Attribute, LitStr, Token};

use super::arguments;
use crate::sink::Errors;

/// Reads the attribute of a struct: the wire is in camel case throughout, and serde must be told so as well. Whether
/// it says so.
pub(super) fn read_container(attr: &Attribute, errors: &mut Errors) -> bool {
    let mut has_case = false;
    arguments::each(attr, errors, |input, _| {
        let key = arguments::key(input)?;
        match key.to_string().as_str() {
            "crate" => arguments::assigned(input, arguments::name).map(drop),
            "rename_all" => {
                // Another case is another mistake than none.
                has_case = true;
                let case = arguments::assigned(input, arguments::name)?;
                if case.value() != "camelCase" {
                    return Err(arguments::wrong(
                        case,
                        "the wire is in camel case; write `\"camelCase\"`",
                    ));
                }
                Ok(())
            }
            _ => Err(arguments::wrong(
                key,
                "`Resource` writes the JSON itself and knows only `rename_all = \"camelCase\"` here; remove this",
            )),
        }
    });
    has_case
}

/// What serde is told of a field.
#[derive(Default)]
pub(super) struct SerdeField {
    pub(super) rename: Option<LitStr>,
    pub(super) aliases: Vec<LitStr>,
    pub(super) flatten: bool,
    /// The function that reads it.
    pub(super) read_by: Option<LitStr>,
    pub(super) has_default: bool,
}

impl SerdeField {
    pub(super) fn read(&mut self, attr: &Attribute, errors: &mut Errors) {
        arguments::each(attr, errors, |input, _| {
            let key = arguments::key(input)?;
            match key.to_string().as_str() {
                "rename" => self.rename = Some(arguments::assigned(input, arguments::name)?),
                "alias" => self
                    .aliases
                    .push(arguments::assigned(input, arguments::name)?),
                "flatten" => self.flatten = true,
                // These concern reading alone, which serde does.
                "default" => {
                    self.has_default = true;
                    if input.peek(Token![=]) {
                        arguments::assigned(input, arguments::name)?;
                    }
                }
                "deserialize_with" => {
                    self.read_by = Some(arguments::assigned(input, arguments::name)?);
                }
                _ => {
                    return Err(arguments::wrong(
                        key,
                        "`Resource` writes the JSON itself and does not know this, so remove it; it knows `rename`, `alias`, `flatten`, `default` and `deserialize_with`",
                    ));
                }
            }
            Ok(())
        });
    }
}
