import {
  Configuration,
  CustomersApi,
  ErrorBodyFromJSON,
  MVNOAccountsApi,
  ResponseError,
  type Customer,
  type CustomerSummary,
  type MvnoAccount,
  type Reseller,
} from "./client/index.js";
import { fact, variable } from "./fact.js";

function configuration(token: string): Configuration {
  return new Configuration({ basePath: variable("TELECOMX_URL"), apiKey: variable(token) });
}

async function operations(): Promise<void> {
  const customers = new CustomersApi(configuration("TELECOMX_TOKEN"));
  const customerId = variable("TELECOMX_CUSTOMER_ID");
  printCustomer(await customers.getCustomer({ customerId }));
  printCustomerName(await customers.getCustomerName({ customerId }));
  printResellers(await customers.listResellers());

  const accounts = new MVNOAccountsApi(configuration("TELECOMX_TOKEN"));
  printAccount(await accounts.getMvnoAccount({ accountId: variable("TELECOMX_ACCOUNT_ID") }));
}

async function errors(): Promise<void> {
  const customers = new CustomersApi(configuration("TELECOMX_TOKEN"));
  const customerId = variable("TELECOMX_UNKNOWN_CUSTOMER");
  await provoke("unknownCustomer", customers.getCustomer({ customerId }));

  await provoke("levelTooLow", new CustomersApi(configuration("TELECOMX_LOW_TOKEN")).listResellers());
}

async function provoke(name: string, call: Promise<unknown>): Promise<void> {
  try {
    await call;
  } catch (error) {
    if (!(error instanceof ResponseError)) throw error;
    const { message } = ErrorBodyFromJSON(await error.response.json());
    fact(name, `${error.response.status} ${message}`);
  }
}

/** A value of an enumeration: from OpenAPI 3.1 its type is an interface without properties, though it is a text. */
function enumerated(value: {} | null | undefined): string | undefined {
  return value?.toString();
}

function printCustomer(customer: Customer): void {
  fact("getCustomer/_id", customer.id);
  fact("getCustomer/name", customer.name);
  fact("getCustomer/state", enumerated(customer.state));
  fact("getCustomer/resellerPortal", customer.resellerPortal);
  fact("getCustomer/addresses/#", customer.addresses?.length);
  fact("getCustomer/addresses/0/primary", customer.addresses?.[0]?.primary);
  fact("getCustomer/addresses/0/fixedNumber", customer.addresses?.[0]?.fixedNumber);
  fact("getCustomer/addresses/1/fixedNumber", customer.addresses?.[1]?.fixedNumber);
  fact("getCustomer/addresses/1/city", customer.addresses?.[1]?.city);
  fact("getCustomer/finance/invoiceMethod", enumerated(customer.finance?.invoiceMethod));
  fact("getCustomer/finance/durationMethod", customer.finance?.durationMethod);
  fact("getCustomer/finance/sipUsageLimit", customer.finance?.sipUsageLimit);
  fact("getCustomer/finance/numberRentUntil", customer.finance?.numberRentUntil);
  fact("getCustomer/finance/numberRentCount/singles", customer.finance?.numberRentCount?.singles);
  fact("getCustomer/finance/billingCustomers/0/name", customer.finance?.billingCustomers?.[0]?.name);
  fact("getCustomer/features/#", customer.features?.length);
  fact("getCustomer/features/2", enumerated(customer.features?.[2]));
  fact("getCustomer/authenticationSecurity", enumerated(customer.authenticationSecurity));
  fact("getCustomer/custom/crmId", customer.custom?.["crmId"] as string | undefined);
  fact("getCustomer/storage/total", customer.storage?.total);
  const ms365 = customer.integrations?.ms365;
  fact("getCustomer/integrations/ms365/calendarShowAsMappings/free", enumerated(ms365?.calendarShowAsMappings?.free));
  fact("getCustomer/integrations/ms365/calendarShowAsMappings/tentative", enumerated(ms365?.calendarShowAsMappings?.tentative));
  fact("getCustomer/integrations/ms365/calendarCategoryMappings/0/presence", enumerated(ms365?.calendarCategoryMappings?.[0]?.presence));
  fact("getCustomer/serviceLevelAgreements/remote/days", enumerated(customer.serviceLevelAgreements?.remote?.days));
  fact("getCustomer/organizationResellers", customer.organizationResellers?.join());
  fact("getCustomer/bindingDate", customer.bindingDate);
}

function printCustomerName(customer: CustomerSummary): void {
  fact("getCustomerName/_id", customer.id);
  fact("getCustomerName/name", customer.name);
  fact("getCustomerName/parentReseller", customer.parentReseller);
  fact("getCustomerName/integrations/criipto/domain", customer.integrations?.criipto?.domain);
}

function printResellers(resellers: Reseller[]): void {
  fact("listResellers/#", resellers.length);
  fact("listResellers/1/_id", resellers[1]?.id);
  fact("listResellers/1/name", resellers[1]?.name);
  fact("listResellers/1/integrations/billing/economic/enabled", resellers[1]?.integrations?.billing?.economic?.enabled);
  fact("listResellers/2/integrations", JSON.stringify(resellers[2]?.integrations));
}

function printAccount(account: MvnoAccount): void {
  fact("getMvnoAccount/_id", account.id);
  fact("getMvnoAccount/customer", account.customer);
  fact("getMvnoAccount/state", enumerated(account.state));
  fact("getMvnoAccount/type", enumerated(account.type));
  fact("getMvnoAccount/number", account.number);
  fact("getMvnoAccount/feature/fiveG", account.feature?.fiveG);
  fact("getMvnoAccount/mvnoSim/network", enumerated(account.mvnoSim?.network));
  fact("getMvnoAccount/mvnoSim/formFactor", enumerated(account.mvnoSim?.formFactor));
  fact("getMvnoAccount/voicemail/greetings/0/key", account.voicemail?.greetings?.[0]?.key);
  fact("getMvnoAccount/socs/#", account.socs?.length);
  fact("getMvnoAccount/socs/2", account.socs?.[2]);
  fact("getMvnoAccount/startDate", account.startDate);
  fact("getMvnoAccount/deleteDate", account.deleteDate);
  fact("getMvnoAccount/mvnoSimNetworkChangeTo", account.mvnoSimNetworkChangeTo?.simNumber);
  fact("getMvnoAccount/numberState", enumerated(account.numberState));
  fact("getMvnoAccount/purchaseInfo/paymentOption", enumerated(account.purchaseInfo?.paymentOption));
  fact("getMvnoAccount/socLimit/data", account.socLimit?.data);
  fact("getMvnoAccount/topUp", account.topUp?.data);
}

await (process.argv[2] === "errors" ? errors() : operations());
