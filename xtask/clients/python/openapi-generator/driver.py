import sys

from answers import print_account, print_customer, print_name, print_resellers
from fact import fact, variable
from telecomx import ApiClient, ApiException, Configuration, CustomersApi, MVNOAccountsApi
from telecomx.models import ErrorBody


def client(token: str) -> ApiClient:
    """A client that sends the token of a variable with every request."""
    return ApiClient(Configuration(host=variable("TELECOMX_URL"), api_key={"token": variable(token)}))


def operations() -> None:
    customer_id = variable("TELECOMX_CUSTOMER_ID")
    with client("TELECOMX_TOKEN") as telecomx:
        customers = CustomersApi(telecomx)
        print_customer(customers.get_customer(customer_id))
        print_name(customers.get_customer_name(customer_id))
        print_resellers(customers.list_resellers())
        account = MVNOAccountsApi(telecomx).get_mvno_account(variable("TELECOMX_ACCOUNT_ID"))
        print_account(account)
        fact("getMvnoAccount/type", account.type)


def error_fact(name: str, error: ApiException) -> None:
    """Prints an error's status and code."""
    body = error.data
    assert isinstance(body, ErrorBody)
    fact(name, f"{error.status} {body.message}")


def errors() -> None:
    with client("TELECOMX_TOKEN") as telecomx:
        try:
            CustomersApi(telecomx).get_customer(variable("TELECOMX_UNKNOWN_CUSTOMER"))
        except ApiException as error:
            error_fact("unknownCustomer", error)

    with client("TELECOMX_LOW_TOKEN") as telecomx:
        try:
            CustomersApi(telecomx).list_resellers()
        except ApiException as error:
            error_fact("levelTooLow", error)


if __name__ == "__main__":
    if sys.argv[1] == "errors":
        errors()
    else:
        operations()
