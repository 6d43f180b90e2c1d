//! What there is to try: the tokens, a request of each operation, and what is not done yet.

use anyhow::Context as _;
use telecomx_api::API;
use telecomx_contract::{AccessLevel, Method, Operation, RequestExample};

use crate::{store::Store, world::Employee};

/// What there is to try in a world.
#[derive(Debug, Clone)]
pub struct Guide {
    /// Somebody of each level, with the company that the employee is a user of or works for.
    pub employees: Vec<(Employee, Option<String>)>,
    /// A request of each operation that is done, which is answered.
    pub requests: Vec<Try>,
    /// The operations that are not done yet: they answer 501.
    pub missing: Vec<&'static Operation>,
}

/// A request to try.
#[derive(Debug, Clone)]
pub struct Try {
    /// What it does, in one sentence.
    pub summary: &'static str,
    /// Whose token it carries.
    pub level: AccessLevel,
    /// The HTTP method.
    pub method: Method,
    /// Path and query, with the token.
    pub path_and_query: String,
    /// The JSON body, if there is one.
    pub body: Option<String>,
}

impl Guide {
    /// What there is to try in the world of a store, of all but the operations that are missing.
    ///
    /// # Errors
    ///
    /// A store that cannot be read, or a world without somebody to be.
    pub fn new(store: &impl Store, missing: Vec<&'static Operation>) -> anyhow::Result<Self> {
        let employees = AccessLevel::ALL
            .into_iter()
            .map(|level| {
                let employee = store
                    .first_employee(level)?
                    .with_context(|| format!("the world has nobody of the level {level}"))?;
                let company = match employee.customer.clone().or(employee.reseller.clone()) {
                    Some(id) => store.customer(id)?.map(|customer| customer.name),
                    None => None,
                };
                Ok((employee, company))
            })
            .collect::<anyhow::Result<Vec<_>>>()?;
        let is_missing = |id| missing.iter().any(|operation| operation.id == id);
        let requests = API
            .operations()
            .filter(|operation| !is_missing(operation.id))
            .map(|operation| {
                request(operation, &employees)
                    .with_context(|| format!("{} cannot be tried", operation.id))
            })
            .collect::<anyhow::Result<_>>()?;
        Ok(Self {
            employees,
            requests,
            missing,
        })
    }
}

/// The first example of an operation, as the employee of the lowest level that may sends it.
fn request(operation: &Operation, employees: &[(Employee, Option<String>)]) -> anyhow::Result<Try> {
    let example = (operation.examples)().into_iter().next();
    let RequestExample {
        request, levels, ..
    } = example.context("it has no example")?.value?;
    let level = *levels.first().context("nobody may send its example")?;
    let mut employees = employees.iter().map(|(employee, _)| employee);
    let employee = employees
        .find(|employee| employee.level == level)
        .with_context(|| format!("the world has nobody of the level {level}"))?;
    let uri = request.uri();
    let separator = if uri.query().is_some() { '&' } else { '?' };
    let path_and_query = format!("{uri}{separator}token={}", employee.token.expose());
    let body = operation
        .body
        .map(|_| String::from_utf8(request.into_body()));
    Ok(Try {
        summary: operation.summary,
        level,
        method: operation.method,
        path_and_query,
        body: body.transpose()?,
    })
}
