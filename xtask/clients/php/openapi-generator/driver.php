<?php

declare(strict_types=1);

use TelecomX\Api\CustomersApi;
use TelecomX\Api\MVNOAccountsApi;
use TelecomX\ApiException;
use TelecomX\Configuration;

require '/usr/share/php/GuzzleHttp/autoload.php';

// What Composer would write from the composer.json of the client.
spl_autoload_register(function (string $class): void {
    require __DIR__ . '/client/lib/' . strtr(substr($class, strlen('TelecomX\\')), '\\', '/') . '.php';
});

/** Prints what was found: a fact's name, and its value or `-` where there is none. */
function fact(string $name, string|int|float|bool|DateTime|null $value): void
{
    $text = match (true) {
        $value instanceof DateTime => $value->format('Y-m-d\TH:i:s.vp'),
        is_bool($value) => var_export($value, true),
        default => $value ?? '-',
    };
    echo "$name = $text\n";
}

/** How to call the platform, with one of the tokens. */
function configuration(string $token): Configuration
{
    return (new Configuration())->setHost(getenv('TELECOMX_URL'))->setApiKey('token', getenv($token));
}

function operations(): void
{
    $configuration = configuration('TELECOMX_TOKEN');
    $customers = new CustomersApi(config: $configuration);

    $customer = $customers->getCustomer(getenv('TELECOMX_CUSTOMER_ID'));
    fact('getCustomer/_id', $customer->getId());
    fact('getCustomer/name', $customer->getName());
    fact('getCustomer/state', $customer->getState());
    fact('getCustomer/resellerPortal', $customer->getResellerPortal());
    $addresses = $customer->getAddresses();
    fact('getCustomer/addresses/#', count($addresses));
    fact('getCustomer/addresses/0/primary', $addresses[0]->getPrimary());
    fact('getCustomer/addresses/0/fixedNumber', $addresses[0]->getFixedNumber());
    fact('getCustomer/addresses/1/fixedNumber', $addresses[1]->getFixedNumber());
    fact('getCustomer/addresses/1/city', $addresses[1]->getCity());
    $finance = $customer->getFinance();
    fact('getCustomer/finance/invoiceMethod', $finance->getInvoiceMethod());
    fact('getCustomer/finance/durationMethod', $finance->getDurationMethod());
    fact('getCustomer/finance/sipUsageLimit', $finance->getSipUsageLimit());
    fact('getCustomer/finance/numberRentUntil', $finance->getNumberRentUntil());
    fact('getCustomer/finance/numberRentCount/singles', $finance->getNumberRentCount()->getSingles());
    fact('getCustomer/finance/billingCustomers/0/name', $finance->getBillingCustomers()[0]->getName());
    fact('getCustomer/features/#', count($customer->getFeatures()));
    fact('getCustomer/features/2', $customer->getFeatures()[2]);
    fact('getCustomer/authenticationSecurity', $customer->getAuthenticationSecurity());
    fact('getCustomer/custom/crmId', $customer->getCustom()['crmId']);
    fact('getCustomer/storage/total', $customer->getStorage()->getTotal());
    $ms365 = $customer->getIntegrations()->getMs365();
    fact('getCustomer/integrations/ms365/calendarShowAsMappings/free', $ms365->getCalendarShowAsMappings()->getFree());
    fact('getCustomer/integrations/ms365/calendarShowAsMappings/tentative', $ms365->getCalendarShowAsMappings()->getTentative());
    fact('getCustomer/integrations/ms365/calendarCategoryMappings/0/presence', $ms365->getCalendarCategoryMappings()[0]->getPresence());
    fact('getCustomer/serviceLevelAgreements/remote/days', $customer->getServiceLevelAgreements()->getRemote()->getDays());
    fact('getCustomer/organizationResellers', $customer->getOrganizationResellers()[0] ?? null);
    fact('getCustomer/bindingDate', $customer->getBindingDate());

    $name = $customers->getCustomerName(getenv('TELECOMX_CUSTOMER_ID'));
    fact('getCustomerName/_id', $name->getId());
    fact('getCustomerName/name', $name->getName());
    fact('getCustomerName/parentReseller', $name->getParentReseller());
    fact('getCustomerName/integrations/criipto/domain', $name->getIntegrations()->getCriipto()->getDomain());

    $resellers = $customers->listResellers();
    fact('listResellers/#', count($resellers));
    fact('listResellers/1/_id', $resellers[1]->getId());
    fact('listResellers/1/name', $resellers[1]->getName());
    fact('listResellers/1/integrations/billing/economic/enabled', $resellers[1]->getIntegrations()->getBilling()->getEconomic()->getEnabled());
    fact('listResellers/2/integrations', $resellers[2]->getIntegrations()?->__toString());

    $account = (new MVNOAccountsApi(config: $configuration))->getMvnoAccount(getenv('TELECOMX_ACCOUNT_ID'));
    fact('getMvnoAccount/_id', $account->getId());
    fact('getMvnoAccount/customer', $account->getCustomer());
    fact('getMvnoAccount/state', $account->getState());
    fact('getMvnoAccount/type', $account->getType());
    fact('getMvnoAccount/number', $account->getNumber());
    fact('getMvnoAccount/feature/fiveG', $account->getFeature()->getFiveG());
    fact('getMvnoAccount/mvnoSim/network', $account->getMvnoSim()->getNetwork());
    fact('getMvnoAccount/mvnoSim/formFactor', $account->getMvnoSim()->getFormFactor());
    fact('getMvnoAccount/voicemail/greetings/0/key', $account->getVoicemail()->getGreetings()[0]->getKey());
    fact('getMvnoAccount/socs/#', count($account->getSocs()));
    fact('getMvnoAccount/socs/2', $account->getSocs()[2]);
    fact('getMvnoAccount/startDate', $account->getStartDate());
    fact('getMvnoAccount/deleteDate', $account->getDeleteDate());
    fact('getMvnoAccount/mvnoSimNetworkChangeTo', $account->getMvnoSimNetworkChangeTo()?->__toString());
    fact('getMvnoAccount/numberState', $account->getNumberState());
    fact('getMvnoAccount/purchaseInfo/paymentOption', $account->getPurchaseInfo()->getPaymentOption());
    fact('getMvnoAccount/socLimit/data', $account->getSocLimit()->getData());
    fact('getMvnoAccount/topUp', $account->getTopUp()?->__toString());
}

function errors(): void
{
    $unknown = fn () => (new CustomersApi(config: configuration('TELECOMX_TOKEN')))
        ->getCustomer(getenv('TELECOMX_UNKNOWN_CUSTOMER'));
    $denied = fn () => (new CustomersApi(config: configuration('TELECOMX_LOW_TOKEN')))->listResellers();
    foreach (['unknownCustomer' => $unknown, 'levelTooLow' => $denied] as $name => $call) {
        try {
            $call();
        } catch (ApiException $error) {
            fact($name, $error->getCode() . ' ' . $error->getResponseObject()->getMessage());
        }
    }
}

$argv[1] === 'errors' ? errors() : operations();
