//! Examples of an MVNO account.

use serde_json::{Map, Value};
use telecomx_contract::{Example, Examples, Secret};

use super::{
    DataSharingSim, DataTopUp, MvnoAccount, MvnoAccountDetails, MvnoAccountKind, MvnoAccountStatus,
    MvnoFeatures, NetworkChange, NumberState, PaymentOption, PurchaseInfo, RestOfWorldRoaming,
    SmartWatch, SmartWatchOrderStatus, SmartWatchPlatform, SmartWatchStatus, SocLimit, SocOverride,
    Voicemail, VoicemailGreeting, VoicemailNotification,
};
use crate::{CustomData, FormFactor, Id, Network, PhoneNumber, SimCard, Timestamp};

impl Examples for MvnoAccount {
    fn examples() -> Vec<Example<Self>> {
        vec![
            Example {
                name: "complete",
                summary: "An account with every property set, even those that exclude one another",
                value: complete(),
            },
            Example {
                name: "minimal",
                summary: "Only what is always present",
                value: minimal(),
            },
        ]
    }
}

fn complete() -> MvnoAccount {
    MvnoAccount {
        id: Id::from_static("54aa7f9c1d3e2b0c8f6a4401"),
        customer: Id::from_static("52f4fd7734697b28ccaf77ec"),
        state: MvnoAccountStatus::Active,
        kind: MvnoAccountKind::Mvno,
        number: PhoneNumber::from_static("+4570000001"),
        feature: Some(feature()),
        mvno_sim: Some(plastic_sim(
            "8945000000000000001",
            "001010000000001",
            Network::Tdc,
        )),
        data_sharing_sims: Some(vec![data_sharing_sim()]),
        mvno_sim_network_change_to: Some(network_change()),
        voicemail: Some(voicemail()),
        donor_sim_number: Some("8945000000000000005".to_owned()),
        sip_account: Some(Id::from_static("54aa7f9c1d3e2b0c8f6a4402")),
        pbx: Some(1),
        extension: Some(Id::from_static("54aa7f9c1d3e2b0c8f6a4403")),
        dnd: Some(false),
        rate_plan: Some(Id::from_static("54aa7f9c1d3e2b0c8f6a4404")),
        new_rate_plan: Some(Id::from_static("54aa7f9c1d3e2b0c8f6a4405")),
        socs: Some(vec![
            "SOC1".to_owned(),
            "SOC2".to_owned(),
            "SOC3".to_owned(),
        ]),
        socs_override: Some(vec![soc_override()]),
        notes: Some("The phone that Anders And carries on rounds".to_owned()),
        custom: Some(custom()),
        billing_customer: Some(Id::from_static("54aa7f9c1d3e2b0c8f6a4406")),
        invoiced_until: Some(Timestamp::from_static("2026-02-01T00:00:00.000Z")),
        start_date: Some(Timestamp::from_static("2024-12-20T00:00:00.000Z")),
        delete_date: Some(Timestamp::from_static("2026-12-31T23:00:00.000Z")),
        employee_delete_date: Some(Timestamp::from_static("2026-12-31T23:00:00.000Z")),
        info: Some(info()),
        number_state: Some(NumberState::PortingIn),
        employee: Some(Id::from_static("54aa7f9c1d3e2b0c8f6a4407")),
        employee_name: Some("Anders And".to_owned()),
        employee_billing_customer: Some(Id::from_static("54aa7f9c1d3e2b0c8f6a4408")),
        name: Some("Duty phone".to_owned()),
        listed: Some(false),
        porting: Some(Id::from_static("54aa7f9c1d3e2b0c8f6a4409")),
        purchase_info: Some(purchase_info()),
        top_up: Some(DataTopUp {
            data: Some(1_073_741_824),
        }),
        soc_limit: Some(SocLimit {
            data: Some(20_480),
            minutes: Some(3_000),
        }),
        smart_watch: Some(smart_watch()),
        rest_of_world_roaming: Some(rest_of_world_roaming()),
    }
}

fn minimal() -> MvnoAccount {
    MvnoAccount {
        id: Id::from_static("54aa7f9c1d3e2b0c8f6a4401"),
        customer: Id::from_static("52f4fd7734697b28ccaf77ec"),
        state: MvnoAccountStatus::Creating,
        kind: MvnoAccountKind::Mvno,
        number: PhoneNumber::from_static("+4570000001"),
        feature: None,
        mvno_sim: None,
        data_sharing_sims: None,
        mvno_sim_network_change_to: None,
        voicemail: None,
        donor_sim_number: None,
        sip_account: None,
        pbx: None,
        extension: None,
        dnd: None,
        rate_plan: None,
        new_rate_plan: None,
        socs: None,
        socs_override: None,
        notes: None,
        custom: None,
        billing_customer: None,
        invoiced_until: None,
        start_date: None,
        delete_date: None,
        employee_delete_date: None,
        info: None,
        number_state: None,
        employee: None,
        employee_name: None,
        employee_billing_customer: None,
        name: None,
        listed: None,
        porting: None,
        purchase_info: None,
        top_up: None,
        soc_limit: None,
        smart_watch: None,
        rest_of_world_roaming: None,
    }
}

fn feature() -> MvnoFeatures {
    MvnoFeatures {
        high_rate: Some(true),
        international: Some(true),
        data: Some(true),
        five_g: Some(true),
        public_ip: Some(false),
        charged_services: Some(false),
        voicemail: Some(true),
        secret_number: Some(false),
        roaming: Some(true),
        roaming_data: Some(true),
        mms: Some(true),
        data_top_up_sms: Some(true),
        smart_watch_sim: Some(true),
        disable_hd_audio: Some(false),
    }
}

fn plastic_sim(sim_number: &str, imsi: &str, network: Network) -> SimCard {
    sim(sim_number, imsi, network, FormFactor::MiniMicroNano)
}

fn esim(sim_number: &str, imsi: &str) -> SimCard {
    sim(sim_number, imsi, Network::Tdc, FormFactor::Esim)
}

fn sim(sim_number: &str, imsi: &str, network: Network, form_factor: FormFactor) -> SimCard {
    SimCard {
        sim_number: Some(sim_number.to_owned()),
        imsi: Some(imsi.to_owned()),
        network: Some(network),
        puk1: Some(Secret::placeholder()),
        puk2: Some(Secret::placeholder()),
        pin1: Some(Secret::placeholder()),
        pin2: Some(Secret::placeholder()),
        form_factor: Some(form_factor),
        activation_code: Some(Secret::placeholder()),
    }
}

fn data_sharing_sim() -> DataSharingSim {
    DataSharingSim {
        sim: esim("8945000000000000002", "001010000000002"),
        number: Some("+4570000002".to_owned()),
        name: Some("Tablet in the van".to_owned()),
    }
}

fn network_change() -> NetworkChange {
    NetworkChange {
        sim: plastic_sim("8945000000000000003", "001010000000003", Network::Telenor),
        when: Some(Timestamp::from_static("2026-03-01T02:00:00.000Z")),
        socs: Some(vec!["SOC4".to_owned(), "SOC5".to_owned()]),
    }
}

fn voicemail() -> Voicemail {
    Voicemail {
        notify: Some(VoicemailNotification::Both),
        email: Some("anders.and@andeby.example".to_owned()),
        email_file: Some(true),
        pin: Some(Secret::placeholder()),
        pin_blocked_until: Some(Timestamp::from_static("2026-01-31T12:34:56.789Z")),
        default_greeting: Some("1".to_owned()),
        greetings: Some(vec![VoicemailGreeting {
            key: Some("1".to_owned()),
            file_id: Some(Id::from_static("54aa7f9c1d3e2b0c8f6a440a")),
        }]),
    }
}

fn soc_override() -> SocOverride {
    SocOverride {
        soc: Some("BADSOC".to_owned()),
        new_soc: Some("GOODSOC".to_owned()),
        expire_end_of_month: Some(true),
        start_end_of_month: Some(false),
        set_by_system: Some(false),
    }
}

fn custom() -> CustomData {
    CustomData::new(Map::from_iter([(
        "crmReference".to_owned(),
        Value::from("ANDEBY-17"),
    )]))
    .unwrap_or_default()
}

fn info() -> MvnoAccountDetails {
    MvnoAccountDetails {
        updating: Some(false),
        data_disabled: Some(false),
        imei: Some("001010000000000".to_owned()),
        device_type: Some("Apple iPhone 6".to_owned()),
        usage_block: Some(false),
    }
}

fn purchase_info() -> PurchaseInfo {
    PurchaseInfo {
        order_id: Some("1238".to_owned()),
        date: Some(Timestamp::from_static("2024-12-18T00:00:00.000Z")),
        payment_option: Some(PaymentOption::Rented),
        serial: Some("SN00000001".to_owned()),
    }
}

fn smart_watch() -> SmartWatch {
    SmartWatch {
        eid: Some("12121212121212121212121212121212".to_owned()),
        model: Some(SmartWatchPlatform::Ios),
        number: Some(PhoneNumber::from_static("+4570000003")),
        state: Some(SmartWatchStatus::Active),
        created_at: Some(Timestamp::from_static("2025-03-14T09:15:00.000Z")),
        invoiced_until: Some(Timestamp::from_static("2026-02-01T00:00:00.000Z")),
        order_state: Some(SmartWatchOrderStatus::Success),
        smart_watch_sim: Some(esim("8945000000000000004", "001010000000004")),
    }
}

fn rest_of_world_roaming() -> RestOfWorldRoaming {
    RestOfWorldRoaming {
        product_id: Some("54aa7f9c1d3e2b0c8f6a440b".to_owned()),
        product_name: Some("Verdenspakke 1 Gb - Autostart".to_owned()),
        product_price: Some(50.0),
        is_override: Some(true),
        keep_after_expire: Some(true),
    }
}
