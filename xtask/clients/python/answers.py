"""Prints what was read of each operation's answer: the models of both clients have the same names, but for one."""

from fact import fact
from telecomx.models import Customer, CustomerSummary, MvnoAccount, Reseller


def print_customer(customer: Customer) -> None:
    addresses = customer.addresses or []
    finance = customer.finance
    features = customer.features or []
    ms365 = customer.integrations and customer.integrations.ms365
    show_as = ms365 and ms365.calendar_show_as_mappings
    categories = (ms365 and ms365.calendar_category_mappings) or []
    agreements = customer.service_level_agreements
    fact("getCustomer/_id", customer.id)
    fact("getCustomer/name", customer.name)
    fact("getCustomer/state", customer.state)
    fact("getCustomer/resellerPortal", customer.reseller_portal)
    fact("getCustomer/addresses/#", len(addresses))
    fact("getCustomer/addresses/0/primary", addresses[0].primary)
    fact("getCustomer/addresses/0/fixedNumber", addresses[0].fixed_number)
    fact("getCustomer/addresses/1/fixedNumber", addresses[1].fixed_number)
    fact("getCustomer/addresses/1/city", addresses[1].city)
    fact("getCustomer/finance/invoiceMethod", finance and finance.invoice_method)
    fact("getCustomer/finance/durationMethod", finance and finance.duration_method)
    fact("getCustomer/finance/sipUsageLimit", finance and finance.sip_usage_limit)
    fact("getCustomer/finance/numberRentUntil", finance and finance.number_rent_until)
    number_rent = finance and finance.number_rent_count
    fact("getCustomer/finance/numberRentCount/singles", number_rent and number_rent.singles)
    billing_customers = (finance and finance.billing_customers) or []
    fact("getCustomer/finance/billingCustomers/0/name", billing_customers[0].name)
    fact("getCustomer/features/#", len(features))
    fact("getCustomer/features/2", features[2])
    fact("getCustomer/authenticationSecurity", customer.authentication_security)
    fact("getCustomer/custom/crmId", customer.custom and customer.custom["crmId"])
    fact("getCustomer/storage/total", customer.storage and customer.storage.total)
    fact("getCustomer/integrations/ms365/calendarShowAsMappings/free", show_as and show_as.free)
    fact("getCustomer/integrations/ms365/calendarShowAsMappings/tentative", show_as and show_as.tentative)
    fact("getCustomer/integrations/ms365/calendarCategoryMappings/0/presence", categories[0].presence)
    remote = agreements and agreements.remote
    fact("getCustomer/serviceLevelAgreements/remote/days", remote and remote.days)
    fact("getCustomer/organizationResellers", customer.organization_resellers)
    fact("getCustomer/bindingDate", customer.binding_date)


def print_name(customer: CustomerSummary) -> None:
    criipto = customer.integrations and customer.integrations.criipto
    fact("getCustomerName/_id", customer.id)
    fact("getCustomerName/name", customer.name)
    fact("getCustomerName/parentReseller", customer.parent_reseller)
    fact("getCustomerName/integrations/criipto/domain", criipto and criipto.domain)


def print_resellers(resellers: list[Reseller]) -> None:
    billing = resellers[1].integrations and resellers[1].integrations.billing
    economic = billing and billing.economic
    fact("listResellers/#", len(resellers))
    fact("listResellers/1/_id", resellers[1].id)
    fact("listResellers/1/name", resellers[1].name)
    fact("listResellers/1/integrations/billing/economic/enabled", economic and economic.enabled)
    fact("listResellers/2/integrations", resellers[2].integrations)


def print_account(account: MvnoAccount) -> None:
    sim = account.mvno_sim
    greetings = (account.voicemail and account.voicemail.greetings) or []
    socs = account.socs or []
    purchase = account.purchase_info
    fact("getMvnoAccount/_id", account.id)
    fact("getMvnoAccount/customer", account.customer)
    fact("getMvnoAccount/state", account.state)
    fact("getMvnoAccount/number", account.number)
    fact("getMvnoAccount/feature/fiveG", account.feature and account.feature.five_g)
    fact("getMvnoAccount/mvnoSim/network", sim and sim.network)
    fact("getMvnoAccount/mvnoSim/formFactor", sim and sim.form_factor)
    fact("getMvnoAccount/voicemail/greetings/0/key", greetings[0].key)
    fact("getMvnoAccount/socs/#", len(socs))
    fact("getMvnoAccount/socs/2", socs[2])
    fact("getMvnoAccount/startDate", account.start_date)
    fact("getMvnoAccount/deleteDate", account.delete_date)
    fact("getMvnoAccount/mvnoSimNetworkChangeTo", account.mvno_sim_network_change_to)
    fact("getMvnoAccount/numberState", account.number_state)
    fact("getMvnoAccount/purchaseInfo/paymentOption", purchase and purchase.payment_option)
    fact("getMvnoAccount/socLimit/data", account.soc_limit and account.soc_limit.data)
    fact("getMvnoAccount/topUp", account.top_up)
