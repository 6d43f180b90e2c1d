//! Whether a caller stands in the relation to a request's subject that an operation demands.

use telecomx_contract::Scope;

use crate::{Caller, Subject};

/// What a caller learns of what is beyond its reach, where access depends on whose customer a request is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Existence {
    /// Whether it exists: what does not is the operation's own error, and what does is 403 `access_denied`. So the pages
    /// have it.
    #[default]
    Told,
    /// Nothing: both are 403 `access_denied`, with the same words. A caller whose level reaches every customer is still
    /// told what does not exist. How long an answer takes may tell more than its words; that is the platform's.
    Hidden,
}

/// Whether a caller stands in a relation to the subject of its request.
pub(crate) fn holds(relation: Scope, caller: &Caller, subject: &Subject) -> bool {
    match relation {
        Scope::OwnCustomer => caller.customer.as_ref() == Some(&subject.customer),
        // A caller without a reseller is in no relation to a customer without one.
        Scope::OwnReseller => caller.reseller.is_some() && caller.reseller == subject.reseller,
    }
}

#[cfg(test)]
mod tests {
    use telecomx_contract::AccessLevel;
    use telecomx_model::Id;

    use super::*;

    const ONE: Id = Id::from_static("000000000000000000000001");
    const TWO: Id = Id::from_static("000000000000000000000002");

    fn caller(customer: Option<Id>, reseller: Option<Id>) -> Caller {
        Caller {
            level: AccessLevel::ADMIN,
            employee: None,
            customer,
            reseller,
        }
    }

    #[test]
    fn a_relation_is_that_of_the_caller_to_the_subject() {
        let subject = |customer, reseller| Subject { customer, reseller };
        let user = caller(Some(ONE), Some(TWO));
        assert!(holds(Scope::OwnCustomer, &user, &subject(ONE, None)));
        assert!(!holds(Scope::OwnCustomer, &user, &subject(TWO, Some(TWO))));
        assert!(holds(Scope::OwnReseller, &user, &subject(ONE, Some(TWO))));
        assert!(!holds(Scope::OwnReseller, &user, &subject(ONE, Some(ONE))));
        assert!(!holds(Scope::OwnReseller, &user, &subject(ONE, None)));
        let nobodys = caller(None, None);
        assert!(!holds(Scope::OwnReseller, &nobodys, &subject(ONE, None)));
        assert!(!holds(Scope::OwnCustomer, &nobodys, &subject(ONE, None)));
    }
}
