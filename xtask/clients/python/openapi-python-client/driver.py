import sys
from typing import Any

from answers import print_account, print_customer, print_name, print_resellers
from fact import fact, variable
from telecomx import Client
from telecomx.api.customers import get_customer, get_customer_name, list_resellers
from telecomx.api.mvno_accounts import get_mvno_account
from telecomx.models import Customer, CustomerSummary, ErrorBody, MvnoAccount
from telecomx.types import Response


def client(token: str) -> Client:
    """A client that sends the token of a variable with every request."""
    return Client(base_url=variable("TELECOMX_URL"), httpx_args={"params": {"token": variable(token)}})


def operations() -> None:
    customer_id = variable("TELECOMX_CUSTOMER_ID")
    with client("TELECOMX_TOKEN") as telecomx:
        customer = get_customer.sync(customer_id, client=telecomx)
        assert isinstance(customer, Customer)
        print_customer(customer)

        name = get_customer_name.sync(customer_id, client=telecomx)
        assert isinstance(name, CustomerSummary)
        print_name(name)

        resellers = list_resellers.sync(client=telecomx)
        assert isinstance(resellers, list)
        print_resellers(resellers)

        account = get_mvno_account.sync(variable("TELECOMX_ACCOUNT_ID"), client=telecomx)
        assert isinstance(account, MvnoAccount)
        print_account(account)
        fact("getMvnoAccount/type", account.type_)


def error_fact(name: str, response: Response[Any]) -> None:
    """Prints an error's status and code."""
    error = response.parsed
    assert isinstance(error, ErrorBody)
    fact(name, f"{response.status_code.value} {error.message}")


def errors() -> None:
    with client("TELECOMX_TOKEN") as telecomx:
        unknown_customer = variable("TELECOMX_UNKNOWN_CUSTOMER")
        error_fact("unknownCustomer", get_customer.sync_detailed(unknown_customer, client=telecomx))

    with client("TELECOMX_LOW_TOKEN") as telecomx:
        error_fact("levelTooLow", list_resellers.sync_detailed(client=telecomx))


if __name__ == "__main__":
    if sys.argv[1] == "errors":
        errors()
    else:
        operations()
