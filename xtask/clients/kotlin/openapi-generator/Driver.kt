// What every client of the API is tried with, through the generated Kotlin client.

import java.time.OffsetDateTime
import java.time.ZoneOffset
import java.time.format.DateTimeFormatter
import kotlinx.serialization.json.contentOrNull
import kotlinx.serialization.json.jsonPrimitive
import telecomx.client.apis.CustomersApi
import telecomx.client.apis.MVNOAccountsApi
import telecomx.client.infrastructure.ApiClient
import telecomx.client.infrastructure.ClientError
import telecomx.client.infrastructure.ClientException
import telecomx.client.infrastructure.Serializer
import telecomx.client.models.ErrorBody

private val customers = CustomersApi(variable("TELECOMX_URL"))
private val accounts = MVNOAccountsApi(variable("TELECOMX_URL"))

fun main(arguments: Array<String>) = if (arguments.first() == "errors") errors() else operations()

private fun operations() {
    authenticate("TELECOMX_TOKEN")
    val customerId = variable("TELECOMX_CUSTOMER_ID")

    val customer = customers.getCustomer(customerId)
    fact("getCustomer/_id", customer.id)
    fact("getCustomer/name", customer.name)
    fact("getCustomer/state", customer.state)
    fact("getCustomer/resellerPortal", customer.resellerPortal)
    fact("getCustomer/addresses/#", customer.addresses?.size)
    fact("getCustomer/addresses/0/primary", customer.addresses?.get(0)?.primary)
    fact("getCustomer/addresses/0/fixedNumber", customer.addresses?.get(0)?.fixedNumber)
    fact("getCustomer/addresses/1/fixedNumber", customer.addresses?.get(1)?.fixedNumber)
    fact("getCustomer/addresses/1/city", customer.addresses?.get(1)?.city)
    fact("getCustomer/finance/invoiceMethod", customer.finance?.invoiceMethod)
    fact("getCustomer/finance/durationMethod", customer.finance?.durationMethod)
    fact("getCustomer/finance/sipUsageLimit", customer.finance?.sipUsageLimit)
    fact("getCustomer/finance/numberRentUntil", customer.finance?.numberRentUntil)
    fact("getCustomer/finance/numberRentCount/singles", customer.finance?.numberRentCount?.singles)
    fact("getCustomer/finance/billingCustomers/0/name", customer.finance?.billingCustomers?.get(0)?.name)
    fact("getCustomer/features/#", customer.features?.size)
    fact("getCustomer/features/2", customer.features?.get(2))
    fact("getCustomer/authenticationSecurity", customer.authenticationSecurity)
    fact("getCustomer/custom/crmId", customer.custom?.get("crmId")?.jsonPrimitive?.contentOrNull)
    fact("getCustomer/storage/total", customer.storage?.total)
    val ms365 = customer.integrations?.ms365
    val showAs = ms365?.calendarShowAsMappings
    fact("getCustomer/integrations/ms365/calendarShowAsMappings/free", showAs?.free)
    fact("getCustomer/integrations/ms365/calendarShowAsMappings/tentative", showAs?.tentative)
    val category = ms365?.calendarCategoryMappings?.get(0)
    fact("getCustomer/integrations/ms365/calendarCategoryMappings/0/presence", category?.presence)
    fact("getCustomer/serviceLevelAgreements/remote/days", customer.serviceLevelAgreements?.remote?.days)
    fact("getCustomer/organizationResellers", customer.organizationResellers?.joinToString())
    fact("getCustomer/bindingDate", customer.bindingDate)

    val name = customers.getCustomerName(customerId)
    fact("getCustomerName/_id", name.id)
    fact("getCustomerName/name", name.name)
    fact("getCustomerName/parentReseller", name.parentReseller)
    fact("getCustomerName/integrations/criipto/domain", name.integrations?.criipto?.domain)

    val resellers = customers.listResellers()
    val economic = resellers[1].integrations?.billing?.economic
    fact("listResellers/#", resellers.size)
    fact("listResellers/1/_id", resellers[1].id)
    fact("listResellers/1/name", resellers[1].name)
    fact("listResellers/1/integrations/billing/economic/enabled", economic?.enabled)
    fact("listResellers/2/integrations", resellers[2].integrations)

    val account = accounts.getMvnoAccount(variable("TELECOMX_ACCOUNT_ID"))
    fact("getMvnoAccount/_id", account.id)
    fact("getMvnoAccount/customer", account.customer)
    fact("getMvnoAccount/state", account.state)
    fact("getMvnoAccount/type", account.type)
    fact("getMvnoAccount/number", account.number)
    fact("getMvnoAccount/feature/fiveG", account.feature?.fiveG)
    fact("getMvnoAccount/mvnoSim/network", account.mvnoSim?.network)
    fact("getMvnoAccount/mvnoSim/formFactor", account.mvnoSim?.formFactor)
    fact("getMvnoAccount/voicemail/greetings/0/key", account.voicemail?.greetings?.get(0)?.key)
    fact("getMvnoAccount/socs/#", account.socs?.size)
    fact("getMvnoAccount/socs/2", account.socs?.get(2))
    fact("getMvnoAccount/startDate", account.startDate)
    fact("getMvnoAccount/deleteDate", account.deleteDate)
    fact("getMvnoAccount/mvnoSimNetworkChangeTo", account.mvnoSimNetworkChangeTo)
    fact("getMvnoAccount/numberState", account.numberState)
    fact("getMvnoAccount/purchaseInfo/paymentOption", account.purchaseInfo?.paymentOption)
    fact("getMvnoAccount/socLimit/data", account.socLimit?.data)
    fact("getMvnoAccount/topUp", account.topUp)
}

private fun errors() {
    authenticate("TELECOMX_TOKEN")
    fact("unknownCustomer", code { customers.getCustomer(variable("TELECOMX_UNKNOWN_CUSTOMER")) })
    authenticate("TELECOMX_LOW_TOKEN")
    fact("levelTooLow", code { customers.listResellers() })
}

/** Sends the token in a variable with every request from now on. */
private fun authenticate(name: String) {
    ApiClient.apiKey["token"] = variable(name)
}

/** What tells the error of a call: its status, and the code in its body. */
private fun code(call: () -> Unit): String? =
    try {
        call()
        null
    } catch (exception: ClientException) {
        val error = exception.response as ClientError<*>
        val body = Serializer.kotlinxSerializationJson.decodeFromString<ErrorBody>(error.body as String)
        "${error.statusCode} ${body.message}"
    }

private fun variable(name: String): String = System.getenv(name) ?: error("$name is not set")

private val time = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSX")

/** Prints what the driver found: a fact's name, and its value or `-` where there is none. */
private fun fact(name: String, value: Any?) {
    val text = if (value is OffsetDateTime) time.format(value.withOffsetSameInstant(ZoneOffset.UTC)) else value ?: "-"
    println("$name = $text")
}
