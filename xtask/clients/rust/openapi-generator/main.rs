mod fact;

use anyhow::bail;
use chrono::{DateTime, FixedOffset, SecondsFormat};
use fact::{fact, variable};
use telecomx_api_client::{
    apis::{
        Error,
        configuration::{ApiKey, Configuration},
        customers_api::{
            GetCustomerError, ListResellersError, get_customer, get_customer_name, list_resellers,
        },
        mvno_accounts_api::get_mvno_account,
    },
    models::{Customer, CustomerSummary, MvnoAccount, Reseller},
};

#[tokio::main(flavor = "current_thread")]
async fn main() -> anyhow::Result<()> {
    match std::env::args().nth(1).as_deref() {
        Some("errors") => errors().await,
        _ => operations().await,
    }
}

fn configuration(token: &str) -> anyhow::Result<Configuration> {
    Ok(Configuration {
        base_path: variable("TELECOMX_URL")?,
        api_key: Some(ApiKey {
            prefix: None,
            key: variable(token)?,
        }),
        ..Configuration::default()
    })
}

async fn operations() -> anyhow::Result<()> {
    let configuration = configuration("TELECOMX_TOKEN")?;
    let customer = variable("TELECOMX_CUSTOMER_ID")?;
    let account = variable("TELECOMX_ACCOUNT_ID")?;

    print_customer(&get_customer(&configuration, &customer).await?);
    print_name(&get_customer_name(&configuration, &customer).await?);
    print_resellers(&list_resellers(&configuration, None, None, None, None).await?);
    print_account(&get_mvno_account(&configuration, &account).await?);
    Ok(())
}

fn print_customer(customer: &Customer) {
    fact("getCustomer/_id", Some(&customer.id));
    fact("getCustomer/name", Some(&customer.name));
    fact("getCustomer/state", customer.state.as_ref());
    fact(
        "getCustomer/resellerPortal",
        customer.reseller_portal.as_ref(),
    );

    let addresses = customer.addresses.as_deref().unwrap_or_default();
    fact("getCustomer/addresses/#", Some(addresses.len()));
    fact("getCustomer/addresses/0/primary", addresses[0].primary);
    fact(
        "getCustomer/addresses/0/fixedNumber",
        addresses[0].fixed_number.as_ref(),
    );
    fact(
        "getCustomer/addresses/1/fixedNumber",
        addresses[1].fixed_number.as_ref(),
    );
    fact("getCustomer/addresses/1/city", addresses[1].city.as_ref());

    let finance = customer.finance.as_ref();
    let method = finance.and_then(|finance| finance.invoice_method.as_ref());
    fact("getCustomer/finance/invoiceMethod", method);
    let duration = finance.and_then(|finance| finance.duration_method);
    fact("getCustomer/finance/durationMethod", duration);
    let limit = finance.and_then(|finance| finance.sip_usage_limit);
    fact("getCustomer/finance/sipUsageLimit", limit);
    let until = finance.and_then(|finance| finance.number_rent_until);
    fact("getCustomer/finance/numberRentUntil", until.map(rfc3339));
    let count = finance.and_then(|finance| finance.number_rent_count.as_ref());
    let singles = count.and_then(|count| count.singles);
    fact("getCustomer/finance/numberRentCount/singles", singles);
    let billed = finance.and_then(|finance| finance.billing_customers.as_ref()?.first());
    let billed = billed.and_then(|customer| customer.name.as_ref());
    fact("getCustomer/finance/billingCustomers/0/name", billed);

    let features = customer.features.as_deref().unwrap_or_default();
    fact("getCustomer/features/#", Some(features.len()));
    fact("getCustomer/features/2", features.get(2));
    let security = customer.authentication_security.as_ref();
    fact("getCustomer/authenticationSecurity", security);
    let custom = customer.custom.as_ref();
    let crm_id = custom.and_then(|custom| custom.get("crmId")?.as_str());
    fact("getCustomer/custom/crmId", crm_id);
    let storage = customer.storage.as_ref();
    fact(
        "getCustomer/storage/total",
        storage.and_then(|storage| storage.total),
    );

    let integrations = customer.integrations.as_ref();
    let ms365 = integrations.and_then(|integrations| integrations.ms365.as_ref());
    let shown = ms365.and_then(|ms365| ms365.calendar_show_as_mappings.as_ref());
    let free = shown.and_then(|shown| shown.free.as_ref()?.as_ref());
    fact(
        "getCustomer/integrations/ms365/calendarShowAsMappings/free",
        free,
    );
    let tentative = shown.and_then(|shown| shown.tentative.as_ref()?.as_ref());
    fact(
        "getCustomer/integrations/ms365/calendarShowAsMappings/tentative",
        tentative,
    );
    let category = ms365.and_then(|ms365| ms365.calendar_category_mappings.as_ref()?.first());
    let presence = category.and_then(|category| category.presence.as_ref());
    fact(
        "getCustomer/integrations/ms365/calendarCategoryMappings/0/presence",
        presence,
    );

    let agreements = customer.service_level_agreements.as_ref();
    let days = agreements.and_then(|agreements| agreements.remote.as_ref()?.days.as_ref());
    fact("getCustomer/serviceLevelAgreements/remote/days", days);
    let resellers = customer
        .organization_resellers
        .as_ref()
        .and_then(Option::as_ref);
    fact("getCustomer/organizationResellers", resellers.map(Vec::len));
    fact(
        "getCustomer/bindingDate",
        customer.binding_date.flatten().map(rfc3339),
    );
}

fn print_name(customer: &CustomerSummary) {
    fact("getCustomerName/_id", Some(&customer.id));
    fact("getCustomerName/name", Some(&customer.name));
    let reseller = customer.parent_reseller.as_ref();
    fact("getCustomerName/parentReseller", reseller);
    let integrations = customer.integrations.as_ref();
    let criipto = integrations.and_then(|integrations| integrations.criipto.as_ref());
    let domain = criipto.and_then(|criipto| criipto.domain.as_ref());
    fact("getCustomerName/integrations/criipto/domain", domain);
}

fn print_resellers(resellers: &[Reseller]) {
    fact("listResellers/#", Some(resellers.len()));
    fact("listResellers/1/_id", Some(&resellers[1].id));
    fact("listResellers/1/name", Some(&resellers[1].name));
    let integrations = resellers[1].integrations.as_ref();
    let billing = integrations.and_then(|integrations| integrations.billing.as_ref());
    let enabled = billing.and_then(|billing| billing.economic.as_ref()?.enabled);
    fact(
        "listResellers/1/integrations/billing/economic/enabled",
        enabled,
    );
    let none = resellers[2].integrations.as_ref();
    fact(
        "listResellers/2/integrations",
        none.map(|some| format!("{some:?}")),
    );
}

fn print_account(account: &MvnoAccount) {
    fact("getMvnoAccount/_id", Some(&account.id));
    fact("getMvnoAccount/customer", Some(&account.customer));
    fact("getMvnoAccount/state", Some(&account.state));
    fact("getMvnoAccount/type", Some(&account.r#type));
    fact("getMvnoAccount/number", Some(&account.number));
    let feature = account.feature.as_ref();
    fact(
        "getMvnoAccount/feature/fiveG",
        feature.and_then(|feature| feature.five_g),
    );

    let sim = account.mvno_sim.as_ref();
    fact(
        "getMvnoAccount/mvnoSim/network",
        sim.and_then(|sim| sim.network.as_ref()),
    );
    fact(
        "getMvnoAccount/mvnoSim/formFactor",
        sim.and_then(|sim| sim.form_factor.as_ref()),
    );
    let voicemail = account.voicemail.as_ref();
    let key = voicemail.and_then(|voicemail| voicemail.greetings.as_ref()?.first()?.key.as_ref());
    fact("getMvnoAccount/voicemail/greetings/0/key", key);

    let socs = account.socs.as_deref().unwrap_or_default();
    fact("getMvnoAccount/socs/#", Some(socs.len()));
    fact("getMvnoAccount/socs/2", socs.get(2));
    fact("getMvnoAccount/startDate", account.start_date.map(rfc3339));
    fact(
        "getMvnoAccount/deleteDate",
        account.delete_date.flatten().map(rfc3339),
    );
    let change = account.mvno_sim_network_change_to.as_ref();
    let sim_number = change.and_then(|change| change.as_ref()?.sim_number.as_ref());
    fact("getMvnoAccount/mvnoSimNetworkChangeTo", sim_number);
    fact("getMvnoAccount/numberState", account.number_state.as_ref());
    let purchase = account.purchase_info.as_ref();
    let payment = purchase.and_then(|purchase| purchase.payment_option.as_ref());
    fact("getMvnoAccount/purchaseInfo/paymentOption", payment);
    let limit = account.soc_limit.as_ref();
    fact(
        "getMvnoAccount/socLimit/data",
        limit.and_then(|limit| limit.data),
    );
    let top_up = account.top_up.as_ref();
    fact(
        "getMvnoAccount/topUp",
        top_up.and_then(|top_up| top_up.data),
    );
}

fn rfc3339(date: DateTime<FixedOffset>) -> String {
    date.to_rfc3339_opts(SecondsFormat::Millis, true)
}

async fn errors() -> anyhow::Result<()> {
    let customer = variable("TELECOMX_UNKNOWN_CUSTOMER")?;
    let unknown = get_customer(&configuration("TELECOMX_TOKEN")?, &customer).await;
    let Err(Error::ResponseError(unknown)) = unknown else {
        bail!("there is no error for an unknown customer");
    };
    // Whatever the status, the first variant of an error is the one that its body is read into.
    let Some(GetCustomerError::Status400(body)) = unknown.entity else {
        bail!(
            "the error for an unknown customer has no body: {}",
            unknown.content
        );
    };
    print_error("unknownCustomer", unknown.status.as_u16(), &body.message);

    let configuration = configuration("TELECOMX_LOW_TOKEN")?;
    let denied = list_resellers(&configuration, None, None, None, None).await;
    let Err(Error::ResponseError(denied)) = denied else {
        bail!("there is no error for a level that is too low");
    };
    let Some(ListResellersError::Status400(body)) = denied.entity else {
        bail!(
            "the error for a level that is too low has no body: {}",
            denied.content
        );
    };
    print_error("levelTooLow", denied.status.as_u16(), &body.message);
    Ok(())
}

fn print_error(name: &str, status: u16, code: &str) {
    fact(name, Some(format!("{status} {code}")));
}
