//! What there is to try: the tokens, and a request of each operation.

use anyhow::Context as _;
use telecomx_api::{
    customer::{get::GetCustomer, get_name::GetCustomerName, resellers::ListResellers},
    mvno::account::get::GetMvnoAccount,
};
use telecomx_contract::{AccessLevel, Endpoint};

use crate::{store::Store, world::Employee};

/// What there is to try in a world.
#[derive(Debug, Clone)]
pub struct Guide {
    /// Somebody of each level, with the company that the employee is a user of or works for.
    pub employees: Vec<(Employee, Option<String>)>,
    /// A request of each operation, which is answered.
    pub requests: Vec<Try>,
}

/// A request to try.
#[derive(Debug, Clone)]
pub struct Try {
    /// What it does, in one sentence.
    pub summary: &'static str,
    /// Whose token it carries.
    pub level: AccessLevel,
    /// Path and query, with the token.
    pub path_and_query: String,
}

impl Guide {
    /// What there is to try in the world of a store.
    ///
    /// # Errors
    ///
    /// A store that cannot be read, or a world without somebody to be.
    pub fn new(store: &impl Store) -> anyhow::Result<Self> {
        let employee = |level| {
            store
                .first_employee(level)?
                .with_context(|| format!("the world has nobody of the level {level}"))
        };
        let viewer = &employee(AccessLevel::VIEWER)?;
        let reseller = &employee(AccessLevel::RESELLER)?;
        let customer_id = viewer
            .customer
            .clone()
            .context("the viewer is nobody's user")?;
        let number = store
            .account_numbers(customer_id.clone())?
            .into_iter()
            .next();
        let account_id = number
            .context("the viewer's customer has no account")?
            .into();

        let requests = vec![
            request(
                GetCustomer {
                    customer_id: customer_id.clone(),
                },
                viewer,
            )?,
            request(GetCustomerName { customer_id }, viewer)?,
            request(ListResellers { filter: None }, reseller)?,
            request(GetMvnoAccount { account_id }, viewer)?,
        ];
        let employees = AccessLevel::ALL
            .into_iter()
            .map(|level| {
                let employee = employee(level)?;
                let company = match employee.customer.clone().or(employee.reseller.clone()) {
                    Some(id) => store.customer(id)?.map(|customer| customer.name),
                    None => None,
                };
                Ok((employee, company))
            })
            .collect::<anyhow::Result<_>>()?;
        Ok(Self {
            employees,
            requests,
        })
    }
}

/// A request as this employee sends it.
fn request<E: Endpoint>(endpoint: E, employee: &Employee) -> anyhow::Result<Try> {
    let request = endpoint.into_request()?;
    let uri = request.uri();
    let separator = if uri.query().is_some() { '&' } else { '?' };
    Ok(Try {
        summary: E::OPERATION.summary,
        level: employee.level,
        path_and_query: format!("{uri}{separator}token={}", employee.token.expose()),
    })
}
