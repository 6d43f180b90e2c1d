//! What must be unique across an API: ids, routes and the names of parameters.

use std::collections::BTreeSet;

use telecomx_contract::Api;

use crate::problem::Problems;

/// Records every identity that two things share.
pub(crate) fn check(api: &Api, problems: &mut Problems) {
    let mut ids = BTreeSet::new();
    let mut routes = BTreeSet::new();
    for operation in api.operations() {
        if !ids.insert(operation.id) {
            problems.add(
                operation.id,
                "two operations have this id; rename the request struct of one, or list it once",
            );
        }
        // Two paths that differ only in the names of their variables are one route.
        let route: Vec<&str> = operation
            .path
            .split('/')
            .map(|segment| {
                if segment.starts_with('{') {
                    "{}"
                } else {
                    segment
                }
            })
            .collect();
        if !routes.insert((operation.method.as_str(), route)) {
            problems.add(
                operation.id,
                format_args!(
                    "another operation already answers `{} {}`",
                    operation.method, operation.path
                ),
            );
        }
        let mut names = BTreeSet::new();
        for (parameter, _) in operation.parameters() {
            if !names.insert(parameter.name) {
                problems.add(
                    operation.id,
                    format_args!("two parameters are called `{}`; rename one", parameter.name),
                );
            }
        }
    }
}
