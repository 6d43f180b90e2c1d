//! Operations as plain values.

use std::fmt;

use crate::{
    AccessLevel, AccessRule, BadRequest, Deprecation, Endpoint, Erratum, ErrorCode, Example,
    ExampleError, Examples, JsonError, Levels, Method, Misfit, Object, Redact, RequestExample,
    Resource, misfit, page, read_json, request,
};
use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::de::DeserializeOwned;
use serde_json::Value;

/// Everything there is to know about one operation, without its Rust types.
///
/// `#[derive(Endpoint)]` makes it; documents, tables and routers read it.
#[derive(Debug, Clone, Copy)]
pub struct Operation {
    /// The stable identifier, such as `getCustomer`: the request struct's name in camel case.
    pub id: &'static str,
    /// The HTTP method.
    pub method: Method,
    /// The path, with its variables in braces: `/customer/{customerId}`.
    pub path: &'static str,
    /// The Rust module that declares it; the source page follows from it, unless it is named.
    pub module: &'static str,
    /// The source page's id, where the module cannot say it.
    pub page: Option<&'static str>,
    /// The date of the source page's revision that was read, `YYYY-MM-DD`.
    pub revised: &'static str,
    /// What it does, in one sentence.
    pub summary: &'static str,
    /// What else there is to know, in Markdown; may be empty.
    pub description: &'static str,
    /// That it is on its way out, if it is.
    pub deprecated: Option<Deprecation>,
    /// Who may call it: one rule that fits is enough.
    pub access: &'static [AccessRule],
    /// The parameters, grouped by the request's fields.
    pub parameters: &'static [ParameterGroup],
    /// The JSON body of the request, if it has one.
    pub body: Option<Body>,
    /// How it is called: examples of its request, at least one. An example that cannot be sent says why.
    pub examples: fn() -> Vec<Example<Result<RequestExample, ExampleError>>>,
    /// The answer to a request that succeeds, status 200.
    pub response: Response,
    /// The operation's own errors.
    pub errors: &'static [ErrorCode],
    /// Decisions about it.
    pub errata: &'static [Erratum],
}

impl Operation {
    /// The source page's id: what is named, or what follows from the module.
    /// `telecomx_api::customer::get_name` is `api:customer:get-name`.
    pub fn page(&self) -> String {
        match self.page {
            Some(page) => page.to_owned(),
            None => page::of_module(self.module),
        }
    }

    /// The levels that may call it, in some relation to whom a request is about or in any.
    pub fn callers(&self) -> Levels {
        let rules = self.access.iter();
        rules.fold(Levels::NONE, |callers, rule| callers.union(rule.levels))
    }

    /// Whether callers of a level may call it, in some relation to whom a request is about or in any.
    pub fn admits(&self, level: AccessLevel) -> bool {
        self.callers().contains(level)
    }

    /// How callers of a level may call it.
    pub fn admission(&self, level: AccessLevel) -> Admission {
        let mut rules = self.rules_for(level).peekable();
        if rules.peek().is_none() {
            return Admission::Refused;
        }
        if rules.any(|rule| rule.scope.is_none()) {
            return Admission::Always;
        }
        Admission::InRelation
    }

    /// The rules that admit a level; none if it may not call the operation.
    pub fn rules_for(
        &self,
        level: AccessLevel,
    ) -> impl Iterator<Item = &'static AccessRule> + use<> {
        let rules = self.access.iter();
        rules.filter(move |rule| rule.levels.contains(level))
    }

    /// The objects that its body and its answer are, or are lists of.
    pub fn objects(&self) -> impl Iterator<Item = &'static Object> + use<> {
        let body = self.body.map(|body| body.object);
        self.response.object.into_iter().chain(body)
    }

    /// Every parameter, with the group that says who may send it.
    pub fn parameters(
        &self,
    ) -> impl Iterator<Item = (&'static Parameter, &'static ParameterGroup)> + use<> {
        let groups = self.parameters;
        groups
            .iter()
            .flat_map(|group| group.parameters.iter().map(move |it| (it, group)))
    }
}

/// How callers of a level may call an operation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Admission {
    /// Not at all.
    Refused,
    /// Where they stand in one of the relations of their rules to whom the request is about.
    InRelation,
    /// Whomever the request is about.
    Always,
}

/// The parameters that one field of a request travels in.
#[derive(Debug, Clone, Copy)]
pub struct ParameterGroup {
    /// The request's field, as Rust calls it.
    pub field: &'static str,
    /// The levels that may send them, of those that may call the operation.
    pub levels: Levels,
    /// The parameters: one, or the flags of a choice.
    pub parameters: &'static [Parameter],
}

impl ParameterGroup {
    /// Whether callers of a level, who may call the operation, may send them.
    pub fn may_send(&self, level: AccessLevel) -> bool {
        self.levels.contains(level)
    }
}

/// A parameter in the path or the query.
#[derive(Debug, Clone, Copy)]
pub struct Parameter {
    /// Its name on the wire.
    pub name: &'static str,
    /// Where it stands.
    pub location: ParameterLocation,
    /// Whether it must be given.
    pub required: bool,
    /// What it means, in Markdown.
    pub description: &'static str,
    /// That it is on its way out, if it is.
    pub deprecated: Option<Deprecation>,
    /// Its schema.
    pub schema: fn(&mut SchemaGenerator) -> Schema,
    /// Decisions about it.
    pub errata: &'static [Erratum],
}

/// Where a parameter stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ParameterLocation {
    /// In the path.
    Path,
    /// In the query.
    Query,
}

impl fmt::Display for ParameterLocation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Path => "path",
            Self::Query => "query",
        })
    }
}

/// The JSON body of a request.
#[derive(Debug, Clone, Copy)]
pub struct Body {
    /// Its schema.
    pub schema: fn(&mut SchemaGenerator) -> Schema,
    /// Its object.
    pub object: &'static Object,
    /// Reads one from its bytes, and gives it as JSON: without what a caller of this level may not see, if one is given.
    pub seen: fn(&[u8], Option<AccessLevel>) -> Result<Value, BadRequest>,
}

impl Body {
    /// The body that is read as this type.
    pub const fn of<T: Resource + JsonSchema + DeserializeOwned>() -> Self {
        Self {
            schema: SchemaGenerator::subschema_for::<T>,
            object: T::RESOURCE,
            seen: |body, level| {
                let mut body: T = request::read_body(body)?;
                if let Some(level) = level {
                    body.redact(level);
                }
                Ok(misfit::write(&body, || serde_json::to_value(&body))?)
            },
        }
    }
}

/// [`read_json`] of some response.
type ReadResponse = fn(&[u8]) -> Result<Box<dyn ResponseValue>, JsonError>;

/// The JSON body of a successful answer, without its Rust type.
#[derive(Debug, Clone, Copy)]
pub struct Response {
    /// Its schema.
    pub schema: fn(&mut SchemaGenerator) -> Schema,
    /// The object it is, or a list of which it is.
    pub object: Option<&'static Object>,
    /// Its examples.
    pub examples: fn() -> Vec<Example<Box<dyn ResponseValue>>>,
    /// Reads one from its bytes.
    pub read: ReadResponse,
}

impl Response {
    /// The response of an endpoint.
    pub const fn of<E: Endpoint>() -> Self {
        Self {
            schema: SchemaGenerator::subschema_for::<E::Response>,
            object: <E::Response as Redact>::OBJECT,
            examples: || {
                <E::Response as Examples>::examples()
                    .into_iter()
                    .map(|example| example.map(|value| Box::new(value) as Box<dyn ResponseValue>))
                    .collect()
            },
            read: |body| {
                read_json::<E::Response>(body)
                    .map(|value| Box::new(value) as Box<dyn ResponseValue>)
            },
        }
    }
}

/// A response of some operation.
pub trait ResponseValue: fmt::Debug {
    /// Removes every property that a caller of this level may not see.
    fn redact(&mut self, level: AccessLevel);

    /// The response as JSON.
    ///
    /// # Errors
    ///
    /// A value that JSON cannot hold.
    fn to_json(&self) -> Result<serde_json::Value, Misfit>;
}

impl<T: Redact + fmt::Debug> ResponseValue for T {
    fn redact(&mut self, level: AccessLevel) {
        Redact::redact(self, level);
    }

    fn to_json(&self) -> Result<serde_json::Value, Misfit> {
        misfit::write(self, || serde_json::to_value(self))
    }
}

#[cfg(test)]
mod tests {
    use crate::{
        AccessLevel::{ADMIN, NO_LOGIN, OWNER, RESELLER, VIEWER},
        Admission, Audience, Endpoint, ErrorBody, Example, Examples, Levels, Scope,
    };

    /// Find a thing.
    #[derive(Debug, Endpoint)]
    #[endpoint(GET "/thing", response = ErrorBody, revised = "2026-01-31")]
    #[access(VIEWER, OWNER, scope = OwnCustomer)]
    #[access(RESELLER, scope = OwnReseller)]
    #[access(ADMIN)]
    struct FindThing {
        /// What it is called.
        name: Option<String>,
        /// What it costs.
        #[access(ADMIN)]
        price: Option<i32>,
    }

    impl Examples for FindThing {
        fn examples() -> Vec<Example<Self>> {
            Example::only(Self {
                name: None,
                price: None,
            })
        }
    }

    #[test]
    fn a_level_may_call_it_always_or_in_a_relation_or_not() {
        let operation = FindThing::LISTED;
        for (level, admission) in [
            (NO_LOGIN, Admission::Refused),
            (VIEWER, Admission::InRelation),
            (RESELLER, Admission::InRelation),
            (ADMIN, Admission::Always),
        ] {
            assert_eq!(operation.admission(level), admission, "{level}");
            let may_call = admission != Admission::Refused;
            assert_eq!(operation.admits(level), may_call, "{level}");
            assert_eq!(Audience::Level(level).may_call(operation), may_call);
        }
        let callers = Levels::of(&[VIEWER, OWNER, RESELLER, ADMIN]);
        assert_eq!(operation.callers(), callers);
        assert!(Audience::All.may_call(operation));
    }

    #[test]
    fn an_audience_is_told_of_its_own_level_alone() {
        let operation = FindThing::LISTED;
        let rules = |audience: Audience| {
            let rules = audience.rules(operation);
            rules.map(|it| (it.levels, it.scope)).collect::<Vec<_>>()
        };
        let own = Some(Scope::OwnCustomer);
        assert_eq!(rules(Audience::Level(NO_LOGIN)), []);
        assert_eq!(rules(Audience::Level(OWNER)), [(Levels::of(&[OWNER]), own)]);
        assert_eq!(
            rules(Audience::All),
            [
                (Levels::of(&[VIEWER, OWNER]), own),
                (Levels::of(&[RESELLER]), Some(Scope::OwnReseller)),
                (Levels::of(&[ADMIN]), None),
            ]
        );
    }

    #[test]
    fn a_reserved_parameter_is_sent_by_its_levels_alone() {
        let [name, price] = FindThing::LISTED.parameters else {
            panic!("there are two")
        };
        assert!(name.may_send(VIEWER) && !price.may_send(VIEWER) && price.may_send(ADMIN));
        assert!(Audience::All.may_send(price));
        assert!(!Audience::Level(OWNER).may_send(price));
        assert_eq!(Audience::All.told_of(name.levels), None);
        let admins = Levels::of(&[ADMIN]);
        assert_eq!(Audience::All.told_of(price.levels), Some(admins));
        assert_eq!(Audience::Level(ADMIN).told_of(price.levels), None);
        let request = FindThing {
            name: None,
            price: Some(2),
        };
        assert_eq!(request.denied_parameter(OWNER), Some("price"));
        assert_eq!(request.denied_parameter(ADMIN), None);
    }
}
