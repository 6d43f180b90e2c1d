using System;
using System.Globalization;
using Newtonsoft.Json;
using TelecomX.Api;
using TelecomX.Client;
using TelecomX.Model;

static class Driver
{
    static void Main(string[] arguments)
    {
        if (arguments[0] == "errors") Errors(); else Operations();
    }

    static void Operations()
    {
        var configuration = Configured("TELECOMX_TOKEN");
        var customers = new CustomersApi(configuration);

        var customer = customers.GetCustomer(Variable("TELECOMX_CUSTOMER_ID"));
        Fact("getCustomer/_id", customer.Id);
        Fact("getCustomer/name", customer.Name);
        Fact("getCustomer/state", customer.State);
        Fact("getCustomer/resellerPortal", customer.ResellerPortal);
        Fact("getCustomer/addresses/#", customer.Addresses.Count);
        Fact("getCustomer/addresses/0/primary", customer.Addresses[0].Primary);
        Fact("getCustomer/addresses/0/fixedNumber", customer.Addresses[0].FixedNumber);
        Fact("getCustomer/addresses/1/fixedNumber", customer.Addresses[1].FixedNumber);
        Fact("getCustomer/addresses/1/city", customer.Addresses[1].City);
        Fact("getCustomer/finance/invoiceMethod", customer.Finance.InvoiceMethod);
        Fact("getCustomer/finance/durationMethod", customer.Finance.DurationMethod);
        Fact("getCustomer/finance/sipUsageLimit", customer.Finance.SipUsageLimit);
        Fact("getCustomer/finance/numberRentUntil", customer.Finance.NumberRentUntil);
        Fact("getCustomer/finance/numberRentCount/singles", customer.Finance.NumberRentCount.Singles);
        Fact("getCustomer/finance/billingCustomers/0/name", customer.Finance.BillingCustomers[0].Name);
        Fact("getCustomer/features/#", customer.Features.Count);
        Fact("getCustomer/features/2", customer.Features[2]);
        Fact("getCustomer/authenticationSecurity", customer.AuthenticationSecurity);
        Fact("getCustomer/custom/crmId", customer.Custom["crmId"]);
        Fact("getCustomer/storage/total", customer.Storage.Total);
        var ms365 = customer.Integrations.Ms365;
        Fact("getCustomer/integrations/ms365/calendarShowAsMappings/free", ms365.CalendarShowAsMappings.Free);
        Fact("getCustomer/integrations/ms365/calendarShowAsMappings/tentative", ms365.CalendarShowAsMappings.Tentative);
        Fact("getCustomer/integrations/ms365/calendarCategoryMappings/0/presence", ms365.CalendarCategoryMappings[0].Presence);
        Fact("getCustomer/serviceLevelAgreements/remote/days", customer.ServiceLevelAgreements.Remote.Days);
        Fact("getCustomer/organizationResellers", customer.OrganizationResellers?[0]);
        Fact("getCustomer/bindingDate", customer.BindingDate);

        var name = customers.GetCustomerName(Variable("TELECOMX_CUSTOMER_ID"));
        Fact("getCustomerName/_id", name.Id);
        Fact("getCustomerName/name", name.Name);
        Fact("getCustomerName/parentReseller", name.ParentReseller);
        Fact("getCustomerName/integrations/criipto/domain", name.Integrations.Criipto.Domain);

        var resellers = customers.ListResellers();
        Fact("listResellers/#", resellers.Count);
        Fact("listResellers/1/_id", resellers[1].Id);
        Fact("listResellers/1/name", resellers[1].Name);
        Fact("listResellers/1/integrations/billing/economic/enabled", resellers[1].Integrations.Billing.Economic.Enabled);
        Fact("listResellers/2/integrations", resellers[2].Integrations);

        var account = new MVNOAccountsApi(configuration).GetMvnoAccount(Variable("TELECOMX_ACCOUNT_ID"));
        Fact("getMvnoAccount/_id", account.Id);
        Fact("getMvnoAccount/customer", account.Customer);
        Fact("getMvnoAccount/state", account.State);
        Fact("getMvnoAccount/type", account.Type);
        Fact("getMvnoAccount/number", account.Number);
        Fact("getMvnoAccount/feature/fiveG", account.Feature.FiveG);
        Fact("getMvnoAccount/mvnoSim/network", account.MvnoSim.Network);
        Fact("getMvnoAccount/mvnoSim/formFactor", account.MvnoSim.FormFactor);
        Fact("getMvnoAccount/voicemail/greetings/0/key", account.Voicemail.Greetings[0].Key);
        Fact("getMvnoAccount/socs/#", account.Socs.Count);
        Fact("getMvnoAccount/socs/2", account.Socs[2]);
        Fact("getMvnoAccount/startDate", account.StartDate);
        Fact("getMvnoAccount/deleteDate", account.DeleteDate);
        Fact("getMvnoAccount/mvnoSimNetworkChangeTo", account.MvnoSimNetworkChangeTo);
        Fact("getMvnoAccount/numberState", account.NumberState);
        Fact("getMvnoAccount/purchaseInfo/paymentOption", account.PurchaseInfo.PaymentOption);
        Fact("getMvnoAccount/socLimit/data", account.SocLimit.Data);
        Fact("getMvnoAccount/topUp", account.TopUp);
    }

    static void Errors()
    {
        var unknown = new CustomersApi(Configured("TELECOMX_TOKEN"));
        Error("unknownCustomer", () => unknown.GetCustomer(Variable("TELECOMX_UNKNOWN_CUSTOMER")));
        var denied = new CustomersApi(Configured("TELECOMX_LOW_TOKEN"));
        Error("levelTooLow", () => denied.ListResellers());
    }

    /// <summary>Prints the error that a call is answered with.</summary>
    static void Error(string name, Action call)
    {
        try
        {
            call();
        }
        catch (ApiException error)
        {
            var body = JsonConvert.DeserializeObject<ErrorBody>((string)error.ErrorContent);
            Fact(name, $"{error.ErrorCode} {body.Message}");
        }
    }

    /// <summary>How to call the platform, with one of the tokens.</summary>
    static Configuration Configured(string token)
    {
        var configuration = new Configuration { BasePath = Variable("TELECOMX_URL") };
        configuration.ApiKey["token"] = Variable(token);
        return configuration;
    }

    /// <summary>Prints what was found: a fact's name, and its value or `-` where there is none.</summary>
    static void Fact(string name, object value)
    {
        if (value is DateTime date) value = date.ToUniversalTime().ToString("yyyy-MM-ddTHH:mm:ss.fffZ");
        if (value is bool flag) value = flag ? "true" : "false";
        Console.WriteLine(string.Format(CultureInfo.InvariantCulture, "{0} = {1}", name, value ?? "-"));
    }

    static string Variable(string name)
    {
        return Environment.GetEnvironmentVariable(name) ?? throw new InvalidOperationException($"{name} is not set");
    }
}
