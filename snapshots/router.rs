//! What can be published can be served: the server builds a router of it, which leads to every operation.

use axum::{Router, body::Body};
use http::{Request, StatusCode};
use proptest::prelude::*;
use telecomx_api::{API, customer::resellers::ListResellers};
use telecomx_contract::{
    Api, Audience, Endpoint, Levels, Method, NoErrors, Operation, Parameter, ParameterGroup,
    ParameterLocation, Secret, Section,
};
use telecomx_server::{Authenticate, Caller, Failure, Limits, Server};
use tower::ServiceExt as _;

/// A platform without an operation: a router answers 501 for each operation that it leads to.
struct Nothing;

impl Authenticate for Nothing {
    async fn authenticate(&self, _: &Secret) -> Result<Option<Caller>, Failure<NoErrors>> {
        Ok(None)
    }
}

/// What a router answers to a request for each operation of an API.
fn statuses(api: &'static Api) -> Vec<StatusCode> {
    let router = Server::new(api, Nothing, Limits::default()).into_router();
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_time()
        .build()
        .unwrap();
    api.operations()
        .map(|operation| runtime.block_on(status(router.clone(), operation)))
        .collect()
}

async fn status(router: Router, operation: &Operation) -> StatusCode {
    // No segment is called so.
    let uri = operation.path.split('/').map(|segment| {
        if segment.starts_with('{') {
            "some%20value"
        } else {
            segment
        }
    });
    let request = Request::builder()
        .method(http::Method::from(operation.method))
        .uri(uri.collect::<Vec<_>>().join("/"))
        .body(Body::empty())
        .unwrap();
    router.oneshot(request).await.unwrap().status()
}

/// An API of these operations, and why it cannot be published.
fn api(operations: &[(Method, String)]) -> (&'static Api, Vec<String>) {
    // An API is a constant. The few that are made here may stay.
    let operations = operations
        .iter()
        .enumerate()
        .map(|(index, (method, path))| {
            let path: &'static str = path.clone().leak();
            let variables: Vec<&'static str> = path
                .split('/')
                .filter_map(|segment| segment.strip_prefix('{')?.strip_suffix('}'))
                .collect();
            let parameters = variables.into_iter().map(|name| ParameterGroup {
                field: name,
                levels: Levels::ALL,
                parameters: Vec::leak(vec![Parameter {
                    name,
                    location: ParameterLocation::Path,
                    required: true,
                    description: "Anything.",
                    deprecated: None,
                    errata: &[],
                    schema: schemars::SchemaGenerator::subschema_for::<String>,
                }]),
            });
            let operation: &'static Operation = Box::leak(Box::new(Operation {
                id: format!("operation{index}").leak(),
                method: *method,
                path,
                parameters: Vec::leak(parameters.collect()),
                ..ListResellers::OPERATION
            }));
            operation
        });
    let section: &'static Section = Box::leak(Box::new(Section {
        name: "Section",
        description: "",
        operations: Vec::leak(operations.collect()),
    }));
    let api: &'static Api = Box::leak(Box::new(Api {
        sections: Vec::leak(vec![section]),
        ..API
    }));
    let problems = match telecomx_openapi::document(api, Audience::All) {
        Ok(_) => Vec::new(),
        Err(error) => error
            .problems
            .into_iter()
            .map(|problem| format!("{}: {}", problem.place, problem.message))
            .collect(),
    };
    (api, problems)
}

#[test]
fn the_api_is_served_as_it_is_published() {
    let statuses = statuses(&API);
    assert_eq!(statuses.len(), API.operations().count());
    for status in statuses {
        assert_eq!(status, StatusCode::NOT_IMPLEMENTED);
    }
}

/// A segment of a path: nearly always one that can be served.
fn segment() -> impl Strategy<Value = String> {
    let odd = [
        "", ".", "..", ":a", "*a", "{*a}", "{}", "{a}b", "a{b}", "{a", "a}", "{{a}}", "%41", "%",
        "ø", "a b", "a:b", "{ø}",
    ];
    prop_oneof![
        20 => prop::sample::select(vec!["a", "ab", "b", "a-b", "a.b", "~a", "..a"]).prop_map(str::to_owned),
        10 => prop::sample::select(vec!["{a}", "{b}", "{ab}", "{_a1}"]).prop_map(str::to_owned),
        1 => prop::sample::select(odd.to_vec()).prop_map(str::to_owned),
    ]
}

fn operations() -> impl Strategy<Value = Vec<(Method, String)>> {
    let method = prop::sample::select(vec![Method::Get, Method::Post, Method::Delete]);
    let path = prop::collection::vec(segment(), 1..4).prop_map(|segments| {
        let path: String = segments
            .iter()
            .map(|segment| format!("/{segment}"))
            .collect();
        path
    });
    prop::collection::vec((method, path), 1..4)
}

proptest! {
    #[test]
    fn what_can_be_published_can_be_served(operations in operations()) {
        let (api, problems) = api(&operations);
        if problems.is_empty() {
            let expected = vec![StatusCode::NOT_IMPLEMENTED; operations.len()];
            prop_assert_eq!(statuses(api), expected);
        }
    }
}

/// The test above would pass if nothing could be published.
#[test]
fn paths_that_a_router_tells_apart_can_be_published() {
    let operations = [
        (Method::Get, "/a/{b}"),
        (Method::Delete, "/a/{b}"),
        (Method::Get, "/a/b"),
        (Method::Get, "/a/{b}/c"),
        (Method::Get, "/a/b/{c}"),
        (Method::Get, "/{a}/b/c/{d}"),
        (Method::Get, "/a-b.c_d~e/..x"),
    ];
    let (api, problems) = api(&operations.map(|(method, path)| (method, path.to_owned())));
    assert_eq!(problems, [""; 0]);
    assert_eq!(statuses(api), [StatusCode::NOT_IMPLEMENTED; 7]);
}

#[test]
fn what_cannot_be_served_is_not_published() {
    let refused = |operations: &[(Method, &str)]| {
        let operations: Vec<_> = operations
            .iter()
            .map(|(method, path)| (*method, (*path).to_owned()))
            .collect();
        api(&operations).1
    };
    assert_eq!(
        refused(&[(Method::Get, "/thing/:id")]),
        ["operation0: `:id` is no variable here, and routers refuse it: write `{id}`"]
    );
    assert_eq!(
        refused(&[(Method::Get, "/thing//x")]),
        [
            "operation0: a path begins with `/`, does not end with one, and has something between two: write `/thing/x`"
        ]
    );
    for segment in ["%x", "grøn"] {
        assert_eq!(
            refused(&[(Method::Get, &format!("/{segment}"))]),
            [format!(
                "operation0: `{segment}` cannot stand in a path as it is: write it with ASCII letters, digits, `-`, \
                 `.`, `_` and `~`"
            )]
        );
    }
    // Other methods do not help: the router knows paths, and one path has one text.
    assert_eq!(
        refused(&[(Method::Get, "/a/{b}/c"), (Method::Delete, "/a/{d}/c")]),
        [
            "operation1: `/a/{d}/c` and `/a/{b}/c` are one path, which no router takes twice; name their variables \
             alike"
        ]
    );
    assert_eq!(
        refused(&[(Method::Get, "/a/{b}"), (Method::Get, "/a/{b}")]),
        ["operation1: another operation already answers `GET /a/{b}`"]
    );
}

/// The parameters and the id of an operation that is written by hand.
#[test]
fn names_that_cannot_be_called_are_not_published() {
    fn refused(operation: Operation) -> Vec<String> {
        let operation: &'static Operation = Box::leak(Box::new(operation));
        let section: &'static Section = Box::leak(Box::new(Section {
            name: "Section",
            description: "",
            operations: Vec::leak(vec![operation]),
        }));
        let api = Api {
            sections: Vec::leak(vec![section]),
            ..API
        };
        let error = telecomx_openapi::document(&api, Audience::All).unwrap_err();
        error
            .problems
            .into_iter()
            .map(|problem| problem.message)
            .collect()
    }
    let of = |name: &'static str, location, required| Operation {
        parameters: Vec::leak(vec![ParameterGroup {
            field: "field",
            levels: Levels::ALL,
            parameters: Vec::leak(vec![Parameter {
                name,
                location,
                required,
                description: "Anything.",
                deprecated: None,
                errata: &[],
                schema: schemars::SchemaGenerator::subschema_for::<String>,
            }]),
        }]),
        ..ListResellers::OPERATION
    };
    for (operation, message) in [
        (
            of("a b", ParameterLocation::Query, false),
            "the parameter `a b` cannot stand in a URL as it is; write it with ASCII letters, digits, `-`, `.`, `_` \
             and `~`",
        ),
        (
            of("token", ParameterLocation::Query, false),
            "`token` is the parameter that carries the caller's token; rename it",
        ),
        (
            of("id", ParameterLocation::Path, true),
            "`id` is a parameter in the path, which has no `{id}`; add it",
        ),
        (
            Operation {
                path: "/a/{id}",
                ..of("id", ParameterLocation::Path, false)
            },
            "`id` is a parameter in the path, and always given; require it",
        ),
        (
            Operation {
                path: "/a/{id}",
                ..ListResellers::OPERATION
            },
            "no parameter for `{id}` in the path; add it",
        ),
        (
            Operation {
                id: "hentKøer",
                ..ListResellers::OPERATION
            },
            "an operation is called by ASCII letters and digits; rename its request struct",
        ),
    ] {
        assert_eq!(refused(operation), [message]);
    }
}

#[test]
fn sections_that_generators_cannot_tell_apart_are_not_published() {
    fn refused(names: &[&'static str]) -> String {
        let sections = names.iter().map(|name| {
            let section: &'static Section = Box::leak(Box::new(Section {
                name,
                description: "",
                operations: &[],
            }));
            section
        });
        let api = Api {
            sections: Vec::leak(sections.collect()),
            ..API
        };
        let error = telecomx_openapi::document(&api, Audience::All).unwrap_err();
        error.to_string()
    }
    assert_eq!(
        refused(&["Customer", "Mvno accounts", "customer", "MVNO-Accounts"]),
        "the contract cannot be published:\n  \
         section `customer`: another section is called `Customer`, and generators make one of the two; rename one\n  \
         section `MVNO-Accounts`: another section is called `Mvno accounts`, and generators make one of the two; \
         rename one"
    );
    for name in ["", " ", "-"] {
        assert_eq!(
            refused(&[name]),
            format!(
                "the contract cannot be published:\n  section `{name}`: there is no letter in its name; give it one \
                 that says what its operations are about"
            )
        );
    }
}
