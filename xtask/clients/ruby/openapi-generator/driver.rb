# frozen_string_literal: true

require 'telecomx'
require 'uri'

# Prints what was found: a fact's name, and its value or `-` where there is none.
def fact(name, value)
  value = value.utc.iso8601(3) if value.is_a?(Time)
  puts "#{name} = #{value.nil? ? '-' : value}"
end

# Calls the platform with one of the tokens.
def client(token)
  TelecomX::ApiClient.new(
    TelecomX::Configuration.new do |config|
      url = URI(ENV.fetch('TELECOMX_URL'))
      config.scheme = url.scheme
      config.host = "#{url.host}:#{url.port}"
      config.base_path = url.path
      config.api_key['token'] = ENV.fetch(token)
    end
  )
end

def operations
  client = client('TELECOMX_TOKEN')
  customers = TelecomX::CustomersApi.new(client)

  customer = customers.get_customer(ENV.fetch('TELECOMX_CUSTOMER_ID'))
  fact 'getCustomer/_id', customer.id
  fact 'getCustomer/name', customer.name
  fact 'getCustomer/state', customer.state
  fact 'getCustomer/resellerPortal', customer.reseller_portal
  addresses = customer.addresses
  fact 'getCustomer/addresses/#', addresses.length
  fact 'getCustomer/addresses/0/primary', addresses[0].primary
  fact 'getCustomer/addresses/0/fixedNumber', addresses[0].fixed_number
  fact 'getCustomer/addresses/1/fixedNumber', addresses[1].fixed_number
  fact 'getCustomer/addresses/1/city', addresses[1].city
  finance = customer.finance
  fact 'getCustomer/finance/invoiceMethod', finance.invoice_method
  fact 'getCustomer/finance/durationMethod', finance.duration_method
  fact 'getCustomer/finance/sipUsageLimit', finance.sip_usage_limit
  fact 'getCustomer/finance/numberRentUntil', finance.number_rent_until
  fact 'getCustomer/finance/numberRentCount/singles', finance.number_rent_count.singles
  fact 'getCustomer/finance/billingCustomers/0/name', finance.billing_customers[0].name
  fact 'getCustomer/features/#', customer.features.length
  fact 'getCustomer/features/2', customer.features[2]
  fact 'getCustomer/authenticationSecurity', customer.authentication_security
  fact 'getCustomer/custom/crmId', customer.custom['crmId']
  fact 'getCustomer/storage/total', customer.storage.total
  ms365 = customer.integrations.ms365
  fact 'getCustomer/integrations/ms365/calendarShowAsMappings/free', ms365.calendar_show_as_mappings.free
  fact 'getCustomer/integrations/ms365/calendarShowAsMappings/tentative', ms365.calendar_show_as_mappings.tentative
  fact 'getCustomer/integrations/ms365/calendarCategoryMappings/0/presence', ms365.calendar_category_mappings[0].presence
  fact 'getCustomer/serviceLevelAgreements/remote/days', customer.service_level_agreements.remote.days
  fact 'getCustomer/organizationResellers', customer.organization_resellers&.join
  fact 'getCustomer/bindingDate', customer.binding_date

  name = customers.get_customer_name(ENV.fetch('TELECOMX_CUSTOMER_ID'))
  fact 'getCustomerName/_id', name.id
  fact 'getCustomerName/name', name.name
  fact 'getCustomerName/parentReseller', name.parent_reseller
  fact 'getCustomerName/integrations/criipto/domain', name.integrations.criipto.domain

  resellers = customers.list_resellers
  fact 'listResellers/#', resellers.length
  fact 'listResellers/1/_id', resellers[1].id
  fact 'listResellers/1/name', resellers[1].name
  fact 'listResellers/1/integrations/billing/economic/enabled', resellers[1].integrations.billing.economic.enabled
  fact 'listResellers/2/integrations', resellers[2].integrations

  account = TelecomX::MVNOAccountsApi.new(client).get_mvno_account(ENV.fetch('TELECOMX_ACCOUNT_ID'))
  fact 'getMvnoAccount/_id', account.id
  fact 'getMvnoAccount/customer', account.customer
  fact 'getMvnoAccount/state', account.state
  fact 'getMvnoAccount/type', account.type
  fact 'getMvnoAccount/number', account.number
  fact 'getMvnoAccount/feature/fiveG', account.feature.five_g
  fact 'getMvnoAccount/mvnoSim/network', account.mvno_sim.network
  fact 'getMvnoAccount/mvnoSim/formFactor', account.mvno_sim.form_factor
  fact 'getMvnoAccount/voicemail/greetings/0/key', account.voicemail.greetings[0].key
  fact 'getMvnoAccount/socs/#', account.socs.length
  fact 'getMvnoAccount/socs/2', account.socs[2]
  fact 'getMvnoAccount/startDate', account.start_date
  fact 'getMvnoAccount/deleteDate', account.delete_date
  fact 'getMvnoAccount/mvnoSimNetworkChangeTo', account.mvno_sim_network_change_to
  fact 'getMvnoAccount/numberState', account.number_state
  fact 'getMvnoAccount/purchaseInfo/paymentOption', account.purchase_info.payment_option
  fact 'getMvnoAccount/socLimit/data', account.soc_limit.data
  fact 'getMvnoAccount/topUp', account.top_up
end

# Prints the error that a call is answered with.
def error(name)
  yield
rescue TelecomX::ApiError => e
  body = TelecomX::ErrorBody.build_from_hash(JSON.parse(e.response_body))
  fact name, "#{e.code} #{body.message}"
end

def errors
  error 'unknownCustomer' do
    TelecomX::CustomersApi.new(client('TELECOMX_TOKEN')).get_customer(ENV.fetch('TELECOMX_UNKNOWN_CUSTOMER'))
  end
  error 'levelTooLow' do
    TelecomX::CustomersApi.new(client('TELECOMX_LOW_TOKEN')).list_resellers
  end
end

ARGV[0] == 'errors' ? errors : operations
