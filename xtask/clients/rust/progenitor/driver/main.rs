mod fact;

use anyhow::bail;
use chrono::{DateTime, SecondsFormat, Utc};
use fact::{fact, variable};
use telecomx_api_client::{
    Client, Error,
    types::{Customer, CustomerSummary, ErrorBody, MvnoAccount, Reseller},
};

#[tokio::main(flavor = "current_thread")]
async fn main() -> anyhow::Result<()> {
    match std::env::args().nth(1).as_deref() {
        Some("errors") => errors().await,
        _ => operations().await,
    }
}

fn client(token: &str) -> anyhow::Result<Client> {
    Ok(Client::new(&variable("TELECOMX_URL")?, variable(token)?))
}

async fn operations() -> anyhow::Result<()> {
    let client = client("TELECOMX_TOKEN")?;
    let customer = variable("TELECOMX_CUSTOMER_ID")?;
    let account = variable("TELECOMX_ACCOUNT_ID")?;

    print_customer(&*client.get_customer(&customer.parse()?).await?);
    print_name(&*client.get_customer_name(&customer.parse()?).await?);
    print_resellers(&*client.list_resellers(None, None, None, None).await?);
    print_account(&*client.get_mvno_account(&account.parse()?).await?);
    Ok(())
}

fn print_customer(customer: &Customer) {
    fact("getCustomer/_id", Some(customer.id.as_str()));
    fact("getCustomer/name", Some(&customer.name));
    fact("getCustomer/state", customer.state.as_ref());
    fact(
        "getCustomer/resellerPortal",
        customer.reseller_portal.as_ref(),
    );

    let addresses = &customer.addresses;
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
    let billed = finance.and_then(|finance| finance.billing_customers[0].name.as_ref());
    fact("getCustomer/finance/billingCustomers/0/name", billed);

    fact("getCustomer/features/#", Some(customer.features.len()));
    fact("getCustomer/features/2", Some(&customer.features[2]));
    let security = customer.authentication_security.as_ref();
    fact("getCustomer/authenticationSecurity", security);
    fact(
        "getCustomer/custom/crmId",
        customer.custom["crmId"].as_str(),
    );
    let storage = customer.storage.as_ref();
    fact(
        "getCustomer/storage/total",
        storage.and_then(|storage| storage.total),
    );

    let integrations = customer.integrations.as_ref();
    let ms365 = integrations.and_then(|integrations| integrations.ms365.as_ref());
    let shown = ms365.and_then(|ms365| ms365.calendar_show_as_mappings.as_ref());
    let free = shown.and_then(|shown| shown.free.as_ref());
    fact(
        "getCustomer/integrations/ms365/calendarShowAsMappings/free",
        free,
    );
    let tentative = shown.and_then(|shown| shown.tentative.as_ref());
    fact(
        "getCustomer/integrations/ms365/calendarShowAsMappings/tentative",
        tentative,
    );
    let presence = ms365.and_then(|ms365| ms365.calendar_category_mappings[0].presence.as_ref());
    fact(
        "getCustomer/integrations/ms365/calendarCategoryMappings/0/presence",
        presence,
    );

    let agreements = customer.service_level_agreements.as_ref();
    let days = agreements.and_then(|agreements| agreements.remote.as_ref()?.days.as_ref());
    fact("getCustomer/serviceLevelAgreements/remote/days", days);
    let resellers = customer.organization_resellers.as_ref();
    fact("getCustomer/organizationResellers", resellers.map(Vec::len));
    fact(
        "getCustomer/bindingDate",
        customer.binding_date.map(rfc3339),
    );
}

fn print_name(customer: &CustomerSummary) {
    fact("getCustomerName/_id", Some(customer.id.as_str()));
    fact("getCustomerName/name", Some(&customer.name));
    let reseller = customer.parent_reseller.as_ref();
    fact(
        "getCustomerName/parentReseller",
        reseller.map(|id| id.as_str()),
    );
    let integrations = customer.integrations.as_ref();
    let criipto = integrations.and_then(|integrations| integrations.criipto.as_ref());
    let domain = criipto.and_then(|criipto| criipto.domain.as_ref());
    fact("getCustomerName/integrations/criipto/domain", domain);
}

fn print_resellers(resellers: &[Reseller]) {
    fact("listResellers/#", Some(resellers.len()));
    fact("listResellers/1/_id", Some(resellers[1].id.as_str()));
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
    fact("getMvnoAccount/_id", Some(account.id.as_str()));
    fact("getMvnoAccount/customer", Some(account.customer.as_str()));
    fact("getMvnoAccount/state", Some(&account.state));
    fact("getMvnoAccount/type", Some(&account.type_));
    fact("getMvnoAccount/number", Some(account.number.as_str()));
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
    let key = voicemail.and_then(|voicemail| voicemail.greetings[0].key.as_ref());
    fact("getMvnoAccount/voicemail/greetings/0/key", key);

    fact("getMvnoAccount/socs/#", Some(account.socs.len()));
    fact("getMvnoAccount/socs/2", Some(&account.socs[2]));
    fact("getMvnoAccount/startDate", account.start_date.map(rfc3339));
    fact(
        "getMvnoAccount/deleteDate",
        account.delete_date.map(rfc3339),
    );
    let change = account.mvno_sim_network_change_to.as_ref();
    let sim_number = change.and_then(|change| change.sim_number.as_ref());
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

fn rfc3339(date: DateTime<Utc>) -> String {
    date.to_rfc3339_opts(SecondsFormat::Millis, true)
}

async fn errors() -> anyhow::Result<()> {
    let customer = variable("TELECOMX_UNKNOWN_CUSTOMER")?.parse()?;
    let unknown = client("TELECOMX_TOKEN")?.get_customer(&customer).await;
    print_error("unknownCustomer", unknown.err())?;

    let client = client("TELECOMX_LOW_TOKEN")?;
    let denied = client.list_resellers(None, None, None, None).await;
    print_error("levelTooLow", denied.err())
}

fn print_error(name: &str, error: Option<Error<ErrorBody>>) -> anyhow::Result<()> {
    let Some(Error::ErrorResponse(error)) = error else {
        bail!("{name} is not a documented error: {error:?}");
    };
    fact(
        name,
        Some(format!("{} {}", error.status().as_u16(), error.message)),
    );
    Ok(())
}
