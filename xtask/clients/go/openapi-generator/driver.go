// What every client of the API is tried with, through the generated Go client.
package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"log"
	"net/http"
	"os"
	"strings"
	"time"

	telecomx "example.com/telecomx/telecomx-go"
)

func main() {
	log.SetFlags(0)
	configuration := telecomx.NewConfiguration()
	configuration.Servers = telecomx.ServerConfigurations{{URL: os.Getenv("TELECOMX_URL")}}
	client := telecomx.NewAPIClient(configuration)
	if os.Args[1] == "errors" {
		provokeErrors(client)
	} else {
		callOperations(client)
	}
}

func callOperations(client *telecomx.APIClient) {
	ctx := authenticated("TELECOMX_TOKEN")
	customerID := os.Getenv("TELECOMX_CUSTOMER_ID")

	customer := must(client.CustomersAPI.GetCustomer(ctx, customerID).Execute())
	fact("getCustomer/_id", text(customer.GetIdOk()))
	fact("getCustomer/name", text(customer.GetNameOk()))
	fact("getCustomer/state", text(customer.GetStateOk()))
	fact("getCustomer/resellerPortal", text(customer.GetResellerPortalOk()))
	first, second := at(customer.Addresses, 0), at(customer.Addresses, 1)
	fact("getCustomer/addresses/#", len(customer.Addresses))
	fact("getCustomer/addresses/0/primary", text(first.GetPrimaryOk()))
	fact("getCustomer/addresses/0/fixedNumber", text(first.GetFixedNumberOk()))
	fact("getCustomer/addresses/1/fixedNumber", text(second.GetFixedNumberOk()))
	fact("getCustomer/addresses/1/city", text(second.GetCityOk()))
	finance := customer.GetFinance()
	fact("getCustomer/finance/invoiceMethod", text(finance.GetInvoiceMethodOk()))
	fact("getCustomer/finance/durationMethod", text(finance.GetDurationMethodOk()))
	fact("getCustomer/finance/sipUsageLimit", text(finance.GetSipUsageLimitOk()))
	fact("getCustomer/finance/numberRentUntil", text(finance.GetNumberRentUntilOk()))
	fact("getCustomer/finance/numberRentCount/singles", text(finance.NumberRentCount.GetSinglesOk()))
	fact("getCustomer/finance/billingCustomers/0/name", text(at(finance.BillingCustomers, 0).GetNameOk()))
	fact("getCustomer/features/#", len(customer.Features))
	fact("getCustomer/features/2", text(at(customer.Features, 2)))
	fact("getCustomer/authenticationSecurity", text(customer.GetAuthenticationSecurityOk()))
	fact("getCustomer/custom/crmId", customer.Custom["crmId"])
	fact("getCustomer/storage/total", text(customer.Storage.GetTotalOk()))
	integrations := customer.GetIntegrations()
	ms365 := integrations.GetMs365()
	showAs := ms365.GetCalendarShowAsMappings()
	fact("getCustomer/integrations/ms365/calendarShowAsMappings/free", text(showAs.GetFreeOk()))
	fact("getCustomer/integrations/ms365/calendarShowAsMappings/tentative", text(showAs.GetTentativeOk()))
	fact("getCustomer/integrations/ms365/calendarCategoryMappings/0/presence",
		text(at(ms365.CalendarCategoryMappings, 0).GetPresenceOk()))
	agreements := customer.GetServiceLevelAgreements()
	fact("getCustomer/serviceLevelAgreements/remote/days", text(agreements.Remote.GetDaysOk()))
	fact("getCustomer/organizationResellers", list(customer.OrganizationResellers))
	fact("getCustomer/bindingDate", text(customer.GetBindingDateOk()))

	name := must(client.CustomersAPI.GetCustomerName(ctx, customerID).Execute())
	fact("getCustomerName/_id", text(name.GetIdOk()))
	fact("getCustomerName/name", text(name.GetNameOk()))
	fact("getCustomerName/parentReseller", text(name.GetParentResellerOk()))
	integrations = name.GetIntegrations()
	fact("getCustomerName/integrations/criipto/domain", text(integrations.Criipto.GetDomainOk()))

	resellers := must(client.CustomersAPI.ListResellers(ctx).Execute())
	fact("listResellers/#", len(resellers))
	reseller := at(resellers, 1)
	connected := reseller.GetIntegrations()
	billing := connected.GetBilling()
	fact("listResellers/1/_id", text(reseller.GetIdOk()))
	fact("listResellers/1/name", text(reseller.GetNameOk()))
	fact("listResellers/1/integrations/billing/economic/enabled", text(billing.Economic.GetEnabledOk()))
	fact("listResellers/2/integrations", text(at(resellers, 2).GetIntegrationsOk()))

	account := must(client.MVNOAccountsAPI.GetMvnoAccount(ctx, os.Getenv("TELECOMX_ACCOUNT_ID")).Execute())
	fact("getMvnoAccount/_id", text(account.GetIdOk()))
	fact("getMvnoAccount/customer", text(account.GetCustomerOk()))
	fact("getMvnoAccount/state", text(account.GetStateOk()))
	fact("getMvnoAccount/type", text(account.GetTypeOk()))
	fact("getMvnoAccount/number", text(account.GetNumberOk()))
	fact("getMvnoAccount/feature/fiveG", text(account.Feature.GetFiveGOk()))
	fact("getMvnoAccount/mvnoSim/network", text(account.MvnoSim.GetNetworkOk()))
	fact("getMvnoAccount/mvnoSim/formFactor", text(account.MvnoSim.GetFormFactorOk()))
	voicemail := account.GetVoicemail()
	fact("getMvnoAccount/voicemail/greetings/0/key", text(at(voicemail.Greetings, 0).GetKeyOk()))
	fact("getMvnoAccount/socs/#", len(account.Socs))
	fact("getMvnoAccount/socs/2", text(at(account.Socs, 2)))
	fact("getMvnoAccount/startDate", text(account.GetStartDateOk()))
	fact("getMvnoAccount/deleteDate", text(account.GetDeleteDateOk()))
	fact("getMvnoAccount/mvnoSimNetworkChangeTo", text(account.GetMvnoSimNetworkChangeToOk()))
	fact("getMvnoAccount/numberState", text(account.GetNumberStateOk()))
	fact("getMvnoAccount/purchaseInfo/paymentOption", text(account.PurchaseInfo.GetPaymentOptionOk()))
	fact("getMvnoAccount/socLimit/data", text(account.SocLimit.GetDataOk()))
	fact("getMvnoAccount/topUp", text(account.GetTopUpOk()))
}

func provokeErrors(client *telecomx.APIClient) {
	_, response, err := client.CustomersAPI.
		GetCustomer(authenticated("TELECOMX_TOKEN"), os.Getenv("TELECOMX_UNKNOWN_CUSTOMER")).
		Execute()
	fact("unknownCustomer", code(response, err))

	_, response, err = client.CustomersAPI.ListResellers(authenticated("TELECOMX_LOW_TOKEN")).Execute()
	fact("levelTooLow", code(response, err))
}

// authenticated gives the client the token in a variable.
func authenticated(variable string) context.Context {
	keys := map[string]telecomx.APIKey{"token": {Key: os.Getenv(variable)}}
	return context.WithValue(context.Background(), telecomx.ContextAPIKeys, keys)
}

// must takes a call's answer out of what the call returns.
func must[T any](answer T, _ *http.Response, err error) T {
	if err != nil {
		log.Fatal(err)
	}
	return answer
}

// code tells an error by its status and the code in its body.
func code(response *http.Response, err error) string {
	var failure *telecomx.GenericOpenAPIError
	if !errors.As(err, &failure) {
		return fmt.Sprint("no error of the API: ", err)
	}
	body, _ := failure.Model().(telecomx.ErrorBody)
	return fmt.Sprint(response.StatusCode, " ", body.Message)
}

// at is an element of a list, or nil, which the client's getters take for an object without values.
func at[T any](items []T, index int) *T {
	if index < len(items) {
		return &items[index]
	}
	return nil
}

// list is a list in one text.
func list(items []string) string {
	if items == nil {
		return "-"
	}
	return strings.Join(items, ",")
}

// text is a value as a fact has it. The client's `Get…Ok` return it as nil where there is none, and say so
// once more in a boolean.
func text[T any](value *T, _ ...bool) string {
	if value == nil {
		return "-"
	}
	switch value := any(*value).(type) {
	case time.Time:
		return value.UTC().Format("2006-01-02T15:04:05.000Z")
	case json.Marshaler:
		// From OpenAPI 3.1, a value of an enumeration is a struct with a pointer for each of its possible types.
		bytes, _ := value.MarshalJSON()
		return strings.Trim(string(bytes), `"`)
	default:
		return fmt.Sprint(value)
	}
}

// fact prints what the driver found: a fact's name and value.
func fact(name string, value any) {
	fmt.Println(name, "=", value)
}
