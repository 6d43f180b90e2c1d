import { printAccount, printCustomer, printCustomerName, printResellers } from "./answers.js";
import { getCustomer, getCustomerName, getMvnoAccount, listResellers } from "./client/index.js";
import { client } from "./client/client.gen.js";
import { fact, variable } from "./fact.js";

/** Sends a token with every request from now on; given as `auth`, it is lost where a call has no query. */
function authenticate(token: string): void {
  client.setConfig({ baseUrl: variable("TELECOMX_URL") });
  client.interceptors.request.clear();
  client.interceptors.request.use((request) => {
    const url = new URL(request.url);
    url.searchParams.set("token", token);
    return new Request(url, request);
  });
}

async function operations(): Promise<void> {
  authenticate(variable("TELECOMX_TOKEN"));
  const path = { customerId: variable("TELECOMX_CUSTOMER_ID") };

  const customer = await getCustomer({ path });
  if (customer.data) printCustomer(customer.data);

  const name = await getCustomerName({ path });
  if (name.data) printCustomerName(name.data);

  const resellers = await listResellers();
  if (resellers.data) printResellers(resellers.data);

  const account = await getMvnoAccount({ path: { accountId: variable("TELECOMX_ACCOUNT_ID") } });
  if (account.data) printAccount(account.data);
}

async function errors(): Promise<void> {
  authenticate(variable("TELECOMX_TOKEN"));
  const unknown = await getCustomer({ path: { customerId: variable("TELECOMX_UNKNOWN_CUSTOMER") } });
  fact("unknownCustomer", `${unknown.response?.status} ${unknown.error?.message}`);

  authenticate(variable("TELECOMX_LOW_TOKEN"));
  const denied = await listResellers();
  fact("levelTooLow", `${denied.response?.status} ${denied.error?.message}`);
}

await (process.argv[2] === "errors" ? errors() : operations());
