//! How a customer is invoiced.

use telecomx_model::{BillingCustomer, Finance, InvoiceMethod, NumberRentCount, PaymentTerms};

use super::{dice::Dice, words};

const PAYMENT_TERMS: [PaymentTerms; 4] = [
    PaymentTerms::Days7,
    PaymentTerms::Days14,
    PaymentTerms::Days30,
    PaymentTerms::CurrentMonthPlusDays14,
];

/// The finances of a company of this name.
pub(super) fn finance(dice: &mut Dice, company: &str) -> Finance {
    let method = dice.pick(&[
        InvoiceMethod::Email,
        InvoiceMethod::Electronic,
        InvoiceMethod::Mail,
    ]);
    let email = format!("bogholderi@{}", words::domain(company));
    // The location numbers of this prefix are not given to companies.
    let electronic = format!("2000000{}", dice.digits(6));
    Finance {
        vat_number: Some(vat_number(dice)),
        accounting_system_id: Some(dice.digits(5)),
        accounting_system_ref: Some(words::person(dice)),
        invoice_method: Some(method.clone()),
        email_address: (*method == InvoiceMethod::Email).then_some(email),
        electronic_address: (*method == InvoiceMethod::Electronic).then_some(electronic),
        payment_terms: Some(dice.pick(&PAYMENT_TERMS).clone()),
        sip_usage_limit: Some(10_000),
        mvno_usage_limit: Some(i64::from(dice.between(1..=5)) * 1_000),
        channel_limit: Some(25),
        duration_method: Some(0),
        skip_invoicing: Some(false),
        ..Finance::default()
    }
}

/// Finances with everything: the rent of phone numbers, and another customer to bill.
pub(super) fn complete_finance(dice: &mut Dice, company: &str, billed: BillingCustomer) -> Finance {
    let product = dice.id();
    Finance {
        invoice_method: Some(InvoiceMethod::Email),
        email_address: Some(format!("bogholderi@{}", words::domain(company))),
        electronic_address: None,
        number_rent_product: Some(product.clone()),
        number_rent_until: Some(dice.day(1..=30)),
        number_rent_count: Some(NumberRentCount {
            singles: Some(23),
            hundreds: Some(1),
        }),
        number_rent_last_product: Some(product),
        billing_customers: Some(vec![billed]),
        ..finance(dice, company)
    }
}

/// A number for value added tax that no company can have, since its check digit is wrong.
fn vat_number(dice: &mut Dice) -> String {
    let mut digits = dice.digits(8).into_bytes();
    if has_right_check_digit(&digits) {
        digits[7] = if digits[7] == b'9' {
            b'0'
        } else {
            digits[7] + 1
        };
    }
    digits.into_iter().map(char::from).collect()
}

/// Whether a Danish number's digits, weighed, add up to a multiple of 11.
fn has_right_check_digit(digits: &[u8]) -> bool {
    let weights = [2, 7, 6, 5, 4, 3, 2, 1];
    let sum: u32 = digits
        .iter()
        .zip(weights)
        .map(|(digit, weight)| u32::from(digit - b'0') * weight)
        .sum();
    sum.is_multiple_of(11)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_company_can_have_the_vat_numbers() {
        assert!(has_right_check_digit(b"00000000"));
        let mut dice = Dice::new(1);
        assert!((0..1_000).all(|_| !has_right_check_digit(vat_number(&mut dice).as_bytes())));
    }
}
