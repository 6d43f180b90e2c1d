import createClient from "openapi-fetch";

import { printAccount, printCustomer, printCustomerName, printResellers } from "./answers.js";
import type { paths } from "./client/schema.js";
import { fact, variable } from "./fact.js";

const client = createClient<paths>({ baseUrl: variable("TELECOMX_URL") });

/** Sends a token with every request from now on. */
function authenticate(token: string): void {
  client.use({
    onRequest({ request }) {
      const url = new URL(request.url);
      url.searchParams.set("token", token);
      return new Request(url, request);
    },
  });
}

async function operations(): Promise<void> {
  authenticate(variable("TELECOMX_TOKEN"));
  const path = { customerId: variable("TELECOMX_CUSTOMER_ID") };

  const customer = await client.GET("/customer/{customerId}", { params: { path } });
  if (customer.data) printCustomer(customer.data);

  const name = await client.GET("/customer/{customerId}/name", { params: { path } });
  if (name.data) printCustomerName(name.data);

  const resellers = await client.GET("/customer/resellers/list");
  if (resellers.data) printResellers(resellers.data);

  const account = await client.GET("/mvno/{accountId}", {
    params: { path: { accountId: variable("TELECOMX_ACCOUNT_ID") } },
  });
  if (account.data) printAccount(account.data);
}

async function errors(): Promise<void> {
  authenticate(variable("TELECOMX_TOKEN"));
  const unknown = await client.GET("/customer/{customerId}", {
    params: { path: { customerId: variable("TELECOMX_UNKNOWN_CUSTOMER") } },
  });
  fact("unknownCustomer", `${unknown.response.status} ${unknown.error?.message}`);

  authenticate(variable("TELECOMX_LOW_TOKEN"));
  const denied = await client.GET("/customer/resellers/list");
  fact("levelTooLow", `${denied.response.status} ${denied.error?.message}`);
}

await (process.argv[2] === "errors" ? errors() : operations());
