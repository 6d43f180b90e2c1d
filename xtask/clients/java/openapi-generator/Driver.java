import com.fasterxml.jackson.core.JsonProcessingException;
import java.net.URI;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import telecomx.client.ApiClient;
import telecomx.client.ApiException;
import telecomx.client.api.CustomersApi;
import telecomx.client.api.MvnoAccountsApi;
import telecomx.client.model.AbstractOpenApiSchema;
import telecomx.client.model.ErrorBody;

/** What every client of the API is tried with, through the generated Java client. */
final class Driver {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSX");

  public static void main(String[] arguments) throws Exception {
    if (arguments[0].equals("errors")) {
      errors();
    } else {
      operations();
    }
  }

  private static void operations() throws ApiException {
    var client = authenticated("TELECOMX_TOKEN");
    var customers = new CustomersApi(client);
    var customerId = System.getenv("TELECOMX_CUSTOMER_ID");

    var customer = customers.getCustomer(customerId);
    fact("getCustomer/_id", customer.getId());
    fact("getCustomer/name", customer.getName());
    fact("getCustomer/state", customer.getState());
    fact("getCustomer/resellerPortal", customer.getResellerPortal());
    var addresses = customer.getAddresses();
    fact("getCustomer/addresses/#", addresses.size());
    fact("getCustomer/addresses/0/primary", addresses.get(0).getPrimary());
    fact("getCustomer/addresses/0/fixedNumber", addresses.get(0).getFixedNumber());
    fact("getCustomer/addresses/1/fixedNumber", addresses.get(1).getFixedNumber());
    fact("getCustomer/addresses/1/city", addresses.get(1).getCity());
    var finance = customer.getFinance();
    fact("getCustomer/finance/invoiceMethod", finance.getInvoiceMethod());
    fact("getCustomer/finance/durationMethod", finance.getDurationMethod());
    fact("getCustomer/finance/sipUsageLimit", finance.getSipUsageLimit());
    fact("getCustomer/finance/numberRentUntil", finance.getNumberRentUntil());
    fact("getCustomer/finance/numberRentCount/singles", finance.getNumberRentCount().getSingles());
    fact("getCustomer/finance/billingCustomers/0/name", finance.getBillingCustomers().get(0).getName());
    fact("getCustomer/features/#", customer.getFeatures().size());
    fact("getCustomer/features/2", customer.getFeatures().get(2));
    fact("getCustomer/authenticationSecurity", customer.getAuthenticationSecurity());
    fact("getCustomer/custom/crmId", customer.getCustom().get("crmId"));
    fact("getCustomer/storage/total", customer.getStorage().getTotal());
    var ms365 = customer.getIntegrations().getMs365();
    var showAs = ms365.getCalendarShowAsMappings();
    fact("getCustomer/integrations/ms365/calendarShowAsMappings/free", showAs.getFree());
    fact("getCustomer/integrations/ms365/calendarShowAsMappings/tentative", showAs.getTentative());
    fact(
        "getCustomer/integrations/ms365/calendarCategoryMappings/0/presence",
        ms365.getCalendarCategoryMappings().get(0).getPresence());
    var agreements = customer.getServiceLevelAgreements();
    fact("getCustomer/serviceLevelAgreements/remote/days", agreements.getRemote().getDays());
    fact("getCustomer/organizationResellers", customer.getOrganizationResellers());
    fact("getCustomer/bindingDate", customer.getBindingDate());

    var name = customers.getCustomerName(customerId);
    fact("getCustomerName/_id", name.getId());
    fact("getCustomerName/name", name.getName());
    fact("getCustomerName/parentReseller", name.getParentReseller());
    fact("getCustomerName/integrations/criipto/domain", name.getIntegrations().getCriipto().getDomain());

    var resellers = customers.listResellers(null, null, null, null);
    var economic = resellers.get(1).getIntegrations().getBilling().getEconomic();
    fact("listResellers/#", resellers.size());
    fact("listResellers/1/_id", resellers.get(1).getId());
    fact("listResellers/1/name", resellers.get(1).getName());
    fact("listResellers/1/integrations/billing/economic/enabled", economic.getEnabled());
    fact("listResellers/2/integrations", resellers.get(2).getIntegrations());

    var account = new MvnoAccountsApi(client).getMvnoAccount(System.getenv("TELECOMX_ACCOUNT_ID"));
    fact("getMvnoAccount/_id", account.getId());
    fact("getMvnoAccount/customer", account.getCustomer());
    fact("getMvnoAccount/state", account.getState());
    fact("getMvnoAccount/type", account.getType());
    fact("getMvnoAccount/number", account.getNumber());
    fact("getMvnoAccount/feature/fiveG", account.getFeature().getFiveG());
    fact("getMvnoAccount/mvnoSim/network", account.getMvnoSim().getNetwork());
    fact("getMvnoAccount/mvnoSim/formFactor", account.getMvnoSim().getFormFactor());
    fact("getMvnoAccount/voicemail/greetings/0/key", account.getVoicemail().getGreetings().get(0).getKey());
    fact("getMvnoAccount/socs/#", account.getSocs().size());
    fact("getMvnoAccount/socs/2", account.getSocs().get(2));
    fact("getMvnoAccount/startDate", account.getStartDate());
    fact("getMvnoAccount/deleteDate", account.getDeleteDate());
    fact("getMvnoAccount/mvnoSimNetworkChangeTo", account.getMvnoSimNetworkChangeTo());
    fact("getMvnoAccount/numberState", account.getNumberState());
    fact("getMvnoAccount/purchaseInfo/paymentOption", account.getPurchaseInfo().getPaymentOption());
    fact("getMvnoAccount/socLimit/data", account.getSocLimit().getData());
    fact("getMvnoAccount/topUp", account.getTopUp());
  }

  private static void errors() throws JsonProcessingException {
    var client = authenticated("TELECOMX_TOKEN");
    try {
      new CustomersApi(client).getCustomer(System.getenv("TELECOMX_UNKNOWN_CUSTOMER"));
    } catch (ApiException error) {
      fact("unknownCustomer", code(client, error));
    }
    client = authenticated("TELECOMX_LOW_TOKEN");
    try {
      new CustomersApi(client).listResellers(null, null, null, null);
    } catch (ApiException error) {
      fact("levelTooLow", code(client, error));
    }
  }

  /** A client that sends the token in a variable. This variant knows no API keys; so it is put into each URL. */
  private static ApiClient authenticated(String variable) {
    var client = new ApiClient();
    client.updateBaseUri(System.getenv("TELECOMX_URL"));
    client.setRequestInterceptor(
        request -> {
          var url = request.build().uri();
          var separator = url.getQuery() == null ? "?" : "&";
          request.uri(URI.create(url + separator + "token=" + ApiClient.urlEncode(System.getenv(variable))));
        });
    return client;
  }

  /** What tells an error: its status, and the code in its body. */
  private static String code(ApiClient client, ApiException error) throws JsonProcessingException {
    var body = client.getObjectMapper().readValue(error.getResponseBody(), ErrorBody.class);
    return error.getCode() + " " + body.getMessage();
  }

  /** Prints what the driver found: a fact's name and value. */
  private static void fact(String name, Object value) {
    System.out.println(name + " = " + text(value));
  }

  private static String text(Object value) {
    if (value == null) {
      return "-";
    }
    if (value instanceof AbstractOpenApiSchema) {
      // From OpenAPI 3.1, a value of an enumeration is in a model of its possible types.
      return text(((AbstractOpenApiSchema) value).getActualInstance());
    }
    if (value instanceof OffsetDateTime) {
      return TIME.format(((OffsetDateTime) value).withOffsetSameInstant(ZoneOffset.UTC));
    }
    return value.toString();
  }
}
