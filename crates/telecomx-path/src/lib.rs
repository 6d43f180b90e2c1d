//! What the path of an operation may be, so that what can be published can be served: one rule, which the derives
//! tell an author by, and the documents whoever writes an operation by hand.

use std::collections::BTreeSet;

/// The names of a path's variables, in order: `/customer/{customerId}` has `customerId`.
pub fn variables(path: &str) -> impl Iterator<Item = &str> {
    path.split('/').filter_map(variable)
}

/// A path as a router knows it, without the names of its variables: `/customer/{}`.
pub fn route(path: &str) -> String {
    let segments = path.split('/').map(|segment| match variable(segment) {
        Some(_) => "{}",
        None => segment,
    });
    segments.collect::<Vec<_>>().join("/")
}

/// Everything that keeps a path from being served, or from being called as it is published; each with its cure.
pub fn mistakes(path: &str) -> Vec<String> {
    let mut found = Vec::new();
    let (path, query) = path.split_at(path.find(['?', '#']).unwrap_or(path.len()));
    if !query.is_empty() {
        found
            .push("a path has no query or fragment; declare query parameters as fields".to_owned());
    }
    let segments: Vec<&str> = path
        .split('/')
        .filter(|segment| !segment.is_empty())
        .collect();
    let cured = format!("/{}", segments.join("/"));
    if segments.is_empty() {
        found.push("a path has a segment at least, such as `/customers`".to_owned());
    } else if cured != path {
        found.push(format!(
            "a path begins with `/`, does not end with one, and has something between two: write `{cured}`"
        ));
    }
    let mut known = BTreeSet::new();
    for segment in segments {
        if let Some(name) = variable(segment) {
            if !known.insert(name) {
                found.push(format!("`{{{name}}}` stands twice in the path; rename one"));
            }
        } else if let Some(mistake) = mistake(segment) {
            found.push(mistake);
        }
    }
    found
}

/// Whether a text can stand in a URL as it is, so that it means the same to every client, router and proxy.
pub fn is_plain(text: &str) -> bool {
    !text.is_empty()
        && text
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~'))
}

/// Whether a text can name something in every programming language: a variable of a path, an operation.
pub fn is_name(text: &str) -> bool {
    text.starts_with(|first: char| first.is_ascii_alphabetic() || first == '_')
        && text
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
}

/// The name of the variable that a segment is.
fn variable(segment: &str) -> Option<&str> {
    let name = segment.strip_prefix('{')?.strip_suffix('}')?;
    is_name(name).then_some(name)
}

/// What is wrong with a segment that is no variable.
fn mistake(segment: &str) -> Option<String> {
    let braced = segment
        .strip_prefix('{')
        .and_then(|rest| rest.strip_suffix('}'));
    match (segment, braced) {
        ("." | "..", _) => Some(format!(
            "`{segment}` is resolved by clients before they send it; remove it"
        )),
        (_, Some(name)) if !name.contains(['{', '}']) => Some(format!(
            "`{segment}` is malformed: a variable is one segment, and its name has ASCII letters, digits and `_`: \
             write `{{{}}}`",
            cured_name(name)
        )),
        _ if segment.contains(['{', '}']) => Some(format!(
            "`{segment}` is malformed: a variable is a whole segment, `/{{customerId}}`"
        )),
        _ if segment.starts_with([':', '*']) => Some(format!(
            "`{segment}` is no variable here, and routers refuse it: write `{{{}}}`",
            cured_name(segment)
        )),
        _ if !is_plain(segment) => Some(format!(
            "`{segment}` cannot stand in a path as it is: write it with ASCII letters, digits, `-`, `.`, `_` and `~`"
        )),
        _ => None,
    }
}

/// What of a text can name a variable.
fn cured_name(text: &str) -> String {
    let kept: String = text
        .chars()
        .filter(|character| character.is_ascii_alphanumeric() || *character == '_')
        .collect();
    if is_name(&kept) {
        kept
    } else {
        format!("id{kept}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_segments_and_variables() {
        for path in [
            "/customers",
            "/customer/{customerId}/name",
            "/mvno/{_id}/a-b.c_d~e/..x/V2",
            "/{a}/{b}",
        ] {
            assert_eq!(mistakes(path), [""; 0], "{path}");
        }
        assert!(variables("/a/{b}/c/{dE}").eq(["b", "dE"]));
        assert_eq!(route("/a/{b}/c/{dE}"), "/a/{}/c/{}");
    }

    #[test]
    fn what_a_router_or_a_url_does_not_take_is_refused() {
        let not_plain = |segment: &str| {
            format!(
                "`{segment}` cannot stand in a path as it is: write it with ASCII letters, digits, `-`, `.`, `_` \
                 and `~`"
            )
        };
        let ends = |cured: &str| {
            format!(
                "a path begins with `/`, does not end with one, and has something between two: write `{cured}`"
            )
        };
        let named = |segment: &str, cured: &str| {
            format!(
                "`{segment}` is malformed: a variable is one segment, and its name has ASCII letters, digits and \
                 `_`: write `{cured}`"
            )
        };
        let whole = |segment: &str| {
            format!("`{segment}` is malformed: a variable is a whole segment, `/{{customerId}}`")
        };
        let literal = |segment: &str, cured: &str| {
            format!("`{segment}` is no variable here, and routers refuse it: write `{cured}`")
        };
        for (path, mistake) in [
            (
                "",
                "a path has a segment at least, such as `/customers`".to_owned(),
            ),
            (
                "/",
                "a path has a segment at least, such as `/customers`".to_owned(),
            ),
            ("thing", ends("/thing")),
            ("/thing/", ends("/thing")),
            ("/a//b", ends("/a/b")),
            (
                "/a?b",
                "a path has no query or fragment; declare query parameters as fields".to_owned(),
            ),
            (
                "/a#b",
                "a path has no query or fragment; declare query parameters as fields".to_owned(),
            ),
            ("/thing/:id", literal(":id", "{id}")),
            ("/thing/*rest", literal("*rest", "{rest}")),
            ("/thing/*", literal("*", "{id}")),
            ("/thing/{*rest}", named("{*rest}", "{rest}")),
            ("/thing/{}", named("{}", "{id}")),
            ("/thing/{2a}", named("{2a}", "{id2a}")),
            ("/thing/{størrelse}", named("{størrelse}", "{strrelse}")),
            ("/thing/{a b}", named("{a b}", "{ab}")),
            ("/a{b}c", whole("a{b}c")),
            ("/{a}{b}", whole("{a}{b}")),
            ("/{{a}}", whole("{{a}}")),
            ("/{a", whole("{a")),
            ("/a}", whole("a}")),
            (
                "/a/..",
                "`..` is resolved by clients before they send it; remove it".to_owned(),
            ),
            (
                "/./a",
                "`.` is resolved by clients before they send it; remove it".to_owned(),
            ),
            ("/%x", not_plain("%x")),
            ("/%41", not_plain("%41")),
            ("/grøn", not_plain("grøn")),
            ("/a b", not_plain("a b")),
            ("/a:b", not_plain("a:b")),
            ("/a;b=c", not_plain("a;b=c")),
            ("/a\\b", not_plain("a\\b")),
            ("/a\"", not_plain("a\"")),
            ("/a\u{7f}", not_plain("a\u{7f}")),
            (
                "/{a}/b/{a}",
                "`{a}` stands twice in the path; rename one".to_owned(),
            ),
        ] {
            assert_eq!(mistakes(path), [mistake], "{path}");
        }
    }
}
