//! May this caller do this?

use telecomx_contract::{AccessRule, Scope};

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

/// What the levels of an operation's rules say about a caller.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Decision {
    /// The level alone allows it.
    Allowed,
    /// No rule has the level.
    Denied,
    /// It depends on whose customer the request is about.
    DependsOnSubject,
}

/// Decides by the level alone, as far as that goes.
pub(crate) fn by_level(rules: &[AccessRule], caller: &Caller) -> Decision {
    let mut decision = Decision::Denied;
    for rule in rules
        .iter()
        .filter(|rule| rule.levels.contains(&caller.level))
    {
        match rule.scope {
            None => return Decision::Allowed,
            Some(_) => decision = Decision::DependsOnSubject,
        }
    }
    decision
}

/// Decides by the relation between caller and subject.
pub(crate) fn by_subject(rules: &[AccessRule], caller: &Caller, subject: &Subject) -> bool {
    rules
        .iter()
        .filter(|rule| rule.levels.contains(&caller.level))
        .any(|rule| match rule.scope {
            None => true,
            Some(Scope::OwnCustomer) => caller.customer.as_ref() == Some(&subject.customer),
            // A caller without a reseller is in no relation to a customer without one.
            Some(Scope::OwnReseller) => {
                caller.reseller.is_some() && caller.reseller == subject.reseller
            }
        })
}

#[cfg(test)]
mod tests {
    use telecomx_contract::AccessLevel::{self, ADMIN, RESELLER, VIEWER};
    use telecomx_model::Id;

    use super::*;

    const RULES: &[AccessRule] = &[
        AccessRule {
            levels: &[VIEWER],
            scope: Some(Scope::OwnCustomer),
        },
        AccessRule {
            levels: &[RESELLER],
            scope: Some(Scope::OwnReseller),
        },
        AccessRule {
            levels: &[ADMIN],
            scope: None,
        },
    ];
    const ONE: Id = Id::from_static("000000000000000000000001");
    const TWO: Id = Id::from_static("000000000000000000000002");

    fn caller(level: AccessLevel, customer: Option<Id>, reseller: Option<Id>) -> Caller {
        Caller {
            level,
            employee: None,
            customer,
            reseller,
        }
    }

    #[test]
    fn the_level_decides_where_no_scope_does() {
        let decide = |level| by_level(RULES, &caller(level, Some(ONE), Some(ONE)));
        assert_eq!(decide(ADMIN), Decision::Allowed);
        assert_eq!(decide(VIEWER), Decision::DependsOnSubject);
        assert_eq!(decide(AccessLevel::NO_LOGIN), Decision::Denied);
    }

    #[test]
    fn the_relation_decides_where_a_scope_does() {
        let subject = |customer, reseller| Subject { customer, reseller };
        let viewer = caller(VIEWER, Some(ONE), Some(TWO));
        assert!(by_subject(RULES, &viewer, &subject(ONE, None)));
        assert!(!by_subject(RULES, &viewer, &subject(TWO, Some(TWO))));
        let reseller = caller(RESELLER, Some(ONE), Some(TWO));
        assert!(by_subject(RULES, &reseller, &subject(ONE, Some(TWO))));
        assert!(!by_subject(RULES, &reseller, &subject(ONE, Some(ONE))));
        assert!(!by_subject(RULES, &reseller, &subject(ONE, None)));
        let nobodys = caller(RESELLER, None, None);
        assert!(!by_subject(RULES, &nobodys, &subject(ONE, None)));
    }
}
