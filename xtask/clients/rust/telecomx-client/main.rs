mod fact;

use anyhow::bail;
use fact::{fact, variable};
use telecomx_api::{
    customer::{get::GetCustomer, get_name::GetCustomerName, resellers::ListResellers},
    mvno::account::get::GetMvnoAccount,
};
use telecomx_client::{Client, Error, Secret};
use telecomx_contract::ErrorCodes;
use telecomx_model::{
    AuthenticationSecurity, CoveredDays, Customer, CustomerStatus, CustomerSummary, Feature,
    FormFactor, Id, InvoiceMethod, MvnoAccount, Network, NumberState, PaymentOption, Presence,
    Reseller,
};

#[tokio::main(flavor = "current_thread")]
async fn main() -> anyhow::Result<()> {
    match std::env::args().nth(1).as_deref() {
        Some("errors") => errors().await,
        _ => operations().await,
    }
}

fn client(token: &str) -> anyhow::Result<Client> {
    let token = Secret::new(variable(token)?);
    Ok(Client::new(variable("TELECOMX_URL")?, token)?)
}

async fn operations() -> anyhow::Result<()> {
    let client = client("TELECOMX_TOKEN")?;
    let customer_id: Id = variable("TELECOMX_CUSTOMER_ID")?.parse()?;
    let account_id = variable("TELECOMX_ACCOUNT_ID")?.parse()?;

    let whole = GetCustomer {
        customer_id: customer_id.clone(),
    };
    print_customer(&client.send(whole).await?);
    print_name(&client.send(GetCustomerName { customer_id }).await?);
    print_resellers(&client.send(ListResellers { filter: None }).await?);
    print_account(&client.send(GetMvnoAccount { account_id }).await?);
    Ok(())
}

fn print_customer(customer: &Customer) {
    fact("getCustomer/_id", Some(&customer.id));
    fact("getCustomer/name", Some(&customer.name));
    let state = customer.state.as_ref();
    fact("getCustomer/state", state.map(CustomerStatus::value));
    fact(
        "getCustomer/resellerPortal",
        customer.reseller_portal.as_ref(),
    );

    let addresses = customer.addresses.as_deref();
    let address = |index: usize| addresses?.get(index);
    fact("getCustomer/addresses/#", addresses.map(<[_]>::len));
    fact(
        "getCustomer/addresses/0/primary",
        address(0).and_then(|address| address.primary),
    );
    fact(
        "getCustomer/addresses/0/fixedNumber",
        address(0).and_then(|address| address.fixed_number.as_ref()),
    );
    fact(
        "getCustomer/addresses/1/fixedNumber",
        address(1).and_then(|address| address.fixed_number.as_ref()),
    );
    fact(
        "getCustomer/addresses/1/city",
        address(1).and_then(|address| address.city.as_ref()),
    );

    let finance = customer.finance.as_ref();
    let method = finance.and_then(|finance| finance.invoice_method.as_ref());
    fact(
        "getCustomer/finance/invoiceMethod",
        method.map(InvoiceMethod::value),
    );
    fact(
        "getCustomer/finance/durationMethod",
        finance.and_then(|finance| finance.duration_method),
    );
    fact(
        "getCustomer/finance/sipUsageLimit",
        finance.and_then(|finance| finance.sip_usage_limit),
    );
    fact(
        "getCustomer/finance/numberRentUntil",
        finance.and_then(|finance| finance.number_rent_until),
    );
    let count = finance.and_then(|finance| finance.number_rent_count.as_ref());
    fact(
        "getCustomer/finance/numberRentCount/singles",
        count.and_then(|count| count.singles),
    );
    let billed = finance.and_then(|finance| finance.billing_customers.as_ref()?.first());
    fact(
        "getCustomer/finance/billingCustomers/0/name",
        billed.and_then(|billed| billed.name.as_ref()),
    );

    let features = customer.features.as_deref();
    fact("getCustomer/features/#", features.map(<[_]>::len));
    fact(
        "getCustomer/features/2",
        features
            .and_then(|features| features.get(2))
            .map(Feature::value),
    );
    let security = customer.authentication_security.as_ref();
    fact(
        "getCustomer/authenticationSecurity",
        security.map(AuthenticationSecurity::value),
    );
    let crm_id = customer
        .custom
        .as_ref()
        .and_then(|custom| custom.as_object().get("crmId")?.as_str());
    fact("getCustomer/custom/crmId", crm_id);
    fact(
        "getCustomer/storage/total",
        customer.storage.as_ref().and_then(|storage| storage.total),
    );

    let ms365 = customer
        .integrations
        .as_ref()
        .and_then(|integrations| integrations.ms365.as_ref());
    let show_as = ms365.and_then(|ms365| ms365.calendar_show_as_mappings.as_ref());
    let free = show_as.and_then(|show_as| show_as.free.as_ref()?.as_ref());
    fact(
        "getCustomer/integrations/ms365/calendarShowAsMappings/free",
        free.map(Presence::value),
    );
    let tentative = show_as.and_then(|show_as| show_as.tentative.as_ref()?.as_ref());
    fact(
        "getCustomer/integrations/ms365/calendarShowAsMappings/tentative",
        tentative.map(Presence::value),
    );
    let category = ms365.and_then(|ms365| ms365.calendar_category_mappings.as_ref()?.first());
    let presence = category.and_then(|category| category.presence.as_ref());
    fact(
        "getCustomer/integrations/ms365/calendarCategoryMappings/0/presence",
        presence.map(Presence::value),
    );

    let agreements = customer.service_level_agreements.as_ref();
    let days = agreements.and_then(|agreements| agreements.remote.as_ref()?.days.as_ref());
    fact(
        "getCustomer/serviceLevelAgreements/remote/days",
        days.map(CoveredDays::value),
    );
    fact(
        "getCustomer/organizationResellers",
        customer.organization_resellers.as_ref().map(Vec::len),
    );
    fact("getCustomer/bindingDate", customer.binding_date);
}

fn print_name(customer: &CustomerSummary) {
    fact("getCustomerName/_id", Some(&customer.id));
    fact("getCustomerName/name", Some(&customer.name));
    fact(
        "getCustomerName/parentReseller",
        customer.parent_reseller.as_ref(),
    );
    let integrations = customer.integrations.as_ref();
    let domain =
        integrations.and_then(|integrations| integrations.criipto.as_ref()?.domain.as_ref());
    fact("getCustomerName/integrations/criipto/domain", domain);
}

fn print_resellers(resellers: &[Reseller]) {
    fact("listResellers/#", Some(resellers.len()));
    fact("listResellers/1/_id", Some(&resellers[1].id));
    fact("listResellers/1/name", Some(&resellers[1].name));
    let integrations = resellers[1].integrations.as_ref();
    let economic =
        integrations.and_then(|integrations| integrations.billing.as_ref()?.economic.as_ref());
    fact(
        "listResellers/1/integrations/billing/economic/enabled",
        economic.and_then(|economic| economic.enabled),
    );
    let integrations = resellers[2].integrations.as_ref();
    fact(
        "listResellers/2/integrations",
        integrations.map(|integrations| format!("{integrations:?}")),
    );
}

fn print_account(account: &MvnoAccount) {
    fact("getMvnoAccount/_id", Some(&account.id));
    fact("getMvnoAccount/customer", Some(&account.customer));
    fact("getMvnoAccount/state", Some(account.state.value()));
    fact("getMvnoAccount/type", Some(account.kind.value()));
    fact("getMvnoAccount/number", Some(&account.number));
    fact(
        "getMvnoAccount/feature/fiveG",
        account.feature.as_ref().and_then(|feature| feature.five_g),
    );

    let sim = account.mvno_sim.as_ref();
    let network = sim.and_then(|sim| sim.network.as_ref());
    fact(
        "getMvnoAccount/mvnoSim/network",
        network.map(Network::value),
    );
    let form_factor = sim.and_then(|sim| sim.form_factor.as_ref());
    fact(
        "getMvnoAccount/mvnoSim/formFactor",
        form_factor.map(FormFactor::value),
    );
    let voicemail = account.voicemail.as_ref();
    let greeting = voicemail.and_then(|voicemail| voicemail.greetings.as_ref()?.first());
    fact(
        "getMvnoAccount/voicemail/greetings/0/key",
        greeting.and_then(|greeting| greeting.key.as_ref()),
    );

    let socs = account.socs.as_deref();
    fact("getMvnoAccount/socs/#", socs.map(<[_]>::len));
    fact("getMvnoAccount/socs/2", socs.and_then(|socs| socs.get(2)));
    fact("getMvnoAccount/startDate", account.start_date);
    fact("getMvnoAccount/deleteDate", account.delete_date);
    let change = account.mvno_sim_network_change_to.as_ref();
    fact(
        "getMvnoAccount/mvnoSimNetworkChangeTo",
        change.map(|change| format!("{change:?}")),
    );
    let number_state = account.number_state.as_ref();
    fact(
        "getMvnoAccount/numberState",
        number_state.map(NumberState::value),
    );
    let purchase = account.purchase_info.as_ref();
    let payment = purchase.and_then(|purchase| purchase.payment_option.as_ref());
    fact(
        "getMvnoAccount/purchaseInfo/paymentOption",
        payment.map(PaymentOption::value),
    );
    fact(
        "getMvnoAccount/socLimit/data",
        account.soc_limit.as_ref().and_then(|limit| limit.data),
    );
    fact(
        "getMvnoAccount/topUp",
        account.top_up.as_ref().and_then(|top_up| top_up.data),
    );
}

async fn errors() -> anyhow::Result<()> {
    let customer_id = variable("TELECOMX_UNKNOWN_CUSTOMER")?.parse()?;
    let unknown = client("TELECOMX_TOKEN")?
        .send(GetCustomer { customer_id })
        .await;
    print_error("unknownCustomer", unknown.err())?;

    let denied = client("TELECOMX_LOW_TOKEN")?
        .send(ListResellers { filter: None })
        .await;
    print_error("levelTooLow", denied.err())
}

fn print_error<E: ErrorCodes>(name: &str, error: Option<Error<E>>) -> anyhow::Result<()> {
    let code = match error {
        Some(Error::Own(error)) => error.code(),
        Some(Error::Common { error, .. }) => error.code(),
        other => bail!("{name} is not a documented error: {other:?}"),
    };
    fact(name, Some(format!("{} {}", code.status, code.code)));
    Ok(())
}
