//! What must be unique across an API, and what of it must be fit for a URL: the names of sections, ids, paths and the
//! names of parameters.

use std::collections::{BTreeMap, BTreeSet};

use telecomx_contract::{Api, Operation, ParameterLocation, TOKEN_PARAMETER};

use crate::{problem::Problems, words};

/// Records every identity that two things share, and every one that cannot be served.
pub(crate) fn check(api: &Api, problems: &mut Problems) {
    check_sections(api, problems);
    let mut ids = BTreeSet::new();
    let mut routes = BTreeMap::new();
    let mut answered = BTreeSet::new();
    for operation in api.operations() {
        if !telecomx_path::is_name(operation.id) {
            problems.add(
                operation.id,
                "an operation is called by ASCII letters and digits; rename its request struct",
            );
        }
        // Generators write it in other casings, and name files after it.
        if !ids.insert(words::letters(operation.id)) {
            problems.add(
                operation.id,
                "two operations have this id, but for its casing; rename the request struct of one, or list it once",
            );
        }
        for mistake in telecomx_path::mistakes(operation.path) {
            problems.add(operation.id, mistake);
        }
        // A router and OpenAPI take two paths that differ only in the names of their variables for one.
        let route = telecomx_path::route(operation.path);
        let known = routes.entry(route.clone()).or_insert(operation.path);
        if *known != operation.path {
            problems.add(
                operation.id,
                format_args!(
                    "`{}` and `{known}` are one path, which no router takes twice; name their variables alike",
                    operation.path
                ),
            );
        }
        if !answered.insert((operation.method, route)) {
            problems.add(
                operation.id,
                format_args!(
                    "another operation already answers `{} {}`",
                    operation.method, operation.path
                ),
            );
        }
        check_parameters(operation, problems);
    }
}

/// Generators make a class of a section, and a file, and some file systems do not tell casings apart.
fn check_sections(api: &Api, problems: &mut Problems) {
    let mut names = BTreeMap::new();
    for section in api.sections {
        let letters = words::letters(section.name);
        if letters.is_empty() {
            problems.add(
                format_args!("section `{}`", section.name),
                "there is no letter in its name; give it one that says what its operations are about",
            );
        } else if let Some(other) = names.insert(letters, section.name) {
            problems.add(
                format_args!("section `{}`", section.name),
                format_args!(
                    "another section is called `{other}`, and generators make one of the two; rename one"
                ),
            );
        }
    }
}

fn check_parameters(operation: &Operation, problems: &mut Problems) {
    let mut names = BTreeSet::new();
    let mut variables: BTreeSet<&str> = telecomx_path::variables(operation.path).collect();
    for (parameter, _) in operation.parameters() {
        let name = parameter.name;
        if !names.insert(name) {
            problems.add(
                operation.id,
                format_args!("two parameters are called `{name}`; rename one"),
            );
        }
        match parameter.location {
            ParameterLocation::Path if !variables.remove(name) => problems.add(
                operation.id,
                format_args!("`{name}` is a parameter in the path, which has no `{{{name}}}`; add it"),
            ),
            ParameterLocation::Path if !parameter.required => problems.add(
                operation.id,
                format_args!("`{name}` is a parameter in the path, and always given; require it"),
            ),
            ParameterLocation::Query if name == TOKEN_PARAMETER => problems.add(
                operation.id,
                format_args!("`{name}` is the parameter that carries the caller's token; rename it"),
            ),
            ParameterLocation::Query if !telecomx_path::is_plain(name) => problems.add(
                operation.id,
                format_args!(
                    "the parameter `{name}` cannot stand in a URL as it is; write it with ASCII letters, digits, \
                     `-`, `.`, `_` and `~`"
                ),
            ),
            _ => {}
        }
    }
    for variable in variables {
        problems.add(
            operation.id,
            format_args!("no parameter for `{{{variable}}}` in the path; add it"),
        );
    }
}
