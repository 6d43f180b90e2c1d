//! MVNO accounts in each of their states.

use telecomx_contract::Secret;
use telecomx_model::{
    CustomData, Customer, DataSharingSim, DataTopUp, Id, MvnoAccount, MvnoAccountDetails,
    MvnoAccountKind, MvnoAccountStatus, MvnoFeatures, Network, NetworkChange, NumberState,
    PaymentOption, PurchaseInfo, RestOfWorldRoaming, SmartWatch, SmartWatchOrderStatus,
    SmartWatchPlatform, SmartWatchStatus, SocLimit, SocOverride, Timestamp, Voicemail,
    VoicemailGreeting, VoicemailNotification,
};

use super::{Employee, dice::Dice, sims, words};

const GIGABYTE: i64 = 1_073_741_824;

/// The products that accounts are invoiced by; they are the same in every world.
const RATE_PLANS: [Id; 3] = [
    Id::from_static("5a4db0c50000000000000001"),
    Id::from_static("5a4db0c50000000000000002"),
    Id::from_static("5a4db0c50000000000000003"),
];

/// What is going on with an account.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Story {
    /// In use, and nothing else.
    Plain,
    /// In use with an eSIM.
    Esim,
    /// In use with two more SIM cards that share its data.
    DataSharing,
    /// In use with a smartwatch.
    SmartWatch,
    /// On its way from one network to the other.
    ChangingNetwork,
    /// Being created, with a number that comes from another operator.
    PortingIn,
    /// Part of a hosted PBX.
    HostedPbx,
    /// Routed through a SIP trunk.
    SipRouted,
    /// Blocked, and its voicemail too.
    Blocked,
    /// Out of data, blocked for high usage, topped up.
    UsedUp,
    /// In use until its number has gone to another operator.
    PortingOut,
    /// Being deleted.
    Deleting,
}

impl Story {
    /// Every story.
    pub(super) const ALL: [Self; 12] = [
        Self::Plain,
        Self::Esim,
        Self::DataSharing,
        Self::SmartWatch,
        Self::ChangingNetwork,
        Self::PortingIn,
        Self::HostedPbx,
        Self::SipRouted,
        Self::Blocked,
        Self::UsedUp,
        Self::PortingOut,
        Self::Deleting,
    ];
}

/// An account of this customer, used by this employee or by nobody in particular.
pub(super) fn account(
    dice: &mut Dice,
    customer: &Customer,
    user: Option<&Employee>,
    story: Story,
) -> MvnoAccount {
    let account = plain(dice, customer, user);
    match story {
        Story::Plain => account,
        Story::Esim => MvnoAccount {
            mvno_sim: Some(sims::esim(dice, Network::Tdc)),
            ..account
        },
        Story::DataSharing => MvnoAccount {
            data_sharing_sims: Some(vec![
                DataSharingSim {
                    sim: sims::esim(dice, Network::Tdc),
                    ..data_sharing_sim(dice, "Tablet")
                },
                data_sharing_sim(dice, "Router i sommerhuset"),
            ]),
            ..account
        },
        Story::SmartWatch => with_smart_watch(dice, account),
        Story::ChangingNetwork => MvnoAccount {
            mvno_sim_network_change_to: Some(NetworkChange {
                sim: sims::esim(dice, Network::Telenor),
                when: Some(dice.day(3..=20)),
                socs: Some(vec!["TNDATA20".to_owned(), "TNVOICE".to_owned()]),
            }),
            ..account
        },
        Story::PortingIn => MvnoAccount {
            state: MvnoAccountStatus::Creating,
            number_state: Some(NumberState::PortingIn),
            donor_sim_number: Some(sims::icc(dice)),
            porting: Some(dice.id()),
            start_date: Some(dice.day(2..=14)),
            invoiced_until: None,
            info: Some(MvnoAccountDetails {
                updating: Some(true),
                ..MvnoAccountDetails::default()
            }),
            ..account
        },
        Story::HostedPbx => MvnoAccount {
            pbx: Some(1),
            extension: Some(dice.id()),
            dnd: Some(false),
            // The PBX has a voicemail of its own.
            voicemail: None,
            ..account
        },
        Story::SipRouted => MvnoAccount {
            sip_account: Some(dice.id()),
            voicemail: None,
            ..account
        },
        Story::Blocked => blocked(dice, account),
        Story::UsedUp => used_up(dice, account),
        Story::PortingOut => MvnoAccount {
            number_state: Some(NumberState::PortingOut),
            porting: Some(dice.id()),
            delete_date: Some(dice.day(2..=14)),
            ..account
        },
        Story::Deleting => MvnoAccount {
            state: MvnoAccountStatus::Deleting,
            delete_date: Some(dice.day(0..=1)),
            employee_delete_date: Some(dice.day(0..=1)),
            new_rate_plan: None,
            ..account
        },
    }
}

fn plain(dice: &mut Dice, customer: &Customer, user: Option<&Employee>) -> MvnoAccount {
    let name = match user {
        Some(_) => None,
        None => Some(words::usage(dice)),
    };
    let billed = customer
        .finance
        .as_ref()
        .and_then(|finance| finance.billing_customers.as_ref()?.first());
    MvnoAccount {
        id: dice.id(),
        customer: customer.id.clone(),
        state: MvnoAccountStatus::Active,
        kind: MvnoAccountKind::Mvno,
        number: dice.number(),
        feature: Some(features()),
        mvno_sim: Some(sims::plastic(dice, Network::Tdc)),
        data_sharing_sims: None,
        mvno_sim_network_change_to: None,
        voicemail: Some(voicemail(dice, customer, user)),
        donor_sim_number: None,
        sip_account: None,
        pbx: None,
        extension: None,
        dnd: None,
        rate_plan: Some(dice.pick(&RATE_PLANS).clone()),
        new_rate_plan: dice.chance(20).then_some(RATE_PLANS[0].clone()),
        socs: Some(["DATA20", "VOICE", "5G"].map(str::to_owned).to_vec()),
        socs_override: None,
        notes: Some("Telefonen er udleveret på kontoret.".to_owned()),
        custom: Some(CustomData::default()),
        // What a person uses is the customer's own expense.
        billing_customer: billed
            .filter(|_| user.is_none())
            .map(|billed| billed.id.clone()),
        invoiced_until: Some(Timestamp::from_static("2026-07-01T00:00:00.000Z")),
        start_date: Some(dice.day(-900..=-60)),
        delete_date: None,
        employee_delete_date: None,
        info: Some(MvnoAccountDetails {
            updating: Some(false),
            data_disabled: Some(false),
            imei: Some(format!("00101{}", dice.digits(10))),
            device_type: Some(words::device(dice)),
            usage_block: Some(false),
        }),
        number_state: Some(NumberState::InUse),
        employee: user.map(|user| user.id.clone()),
        employee_name: user.map(|user| user.name.clone()),
        employee_billing_customer: user.map(|_| customer.id.clone()),
        name,
        listed: Some(dice.chance(70)),
        porting: None,
        purchase_info: Some(PurchaseInfo {
            order_id: Some(dice.digits(6)),
            date: Some(dice.day(-900..=-60)),
            payment_option: Some(PaymentOption::Rented),
            serial: Some(format!("SN{}", dice.digits(8))),
        }),
        top_up: None,
        soc_limit: Some(SocLimit {
            data: Some(20_480),
            minutes: Some(3_000),
        }),
        smart_watch: None,
        rest_of_world_roaming: None,
    }
}

fn with_smart_watch(dice: &mut Dice, account: MvnoAccount) -> MvnoAccount {
    MvnoAccount {
        feature: Some(MvnoFeatures {
            smart_watch_sim: Some(true),
            ..features()
        }),
        smart_watch: Some(SmartWatch {
            eid: Some(dice.digits(32)),
            model: Some(SmartWatchPlatform::Ios),
            number: Some(dice.number()),
            state: Some(SmartWatchStatus::Active),
            created_at: Some(dice.day(-400..=-60)),
            invoiced_until: account.invoiced_until,
            order_state: Some(SmartWatchOrderStatus::Success),
            smart_watch_sim: Some(sims::esim(dice, Network::Tdc)),
        }),
        ..account
    }
}

fn blocked(dice: &mut Dice, account: MvnoAccount) -> MvnoAccount {
    MvnoAccount {
        state: MvnoAccountStatus::Blocked,
        voicemail: account.voicemail.map(|voicemail| Voicemail {
            pin_blocked_until: Some(dice.day(1..=2)),
            ..voicemail
        }),
        socs_override: Some(vec![SocOverride {
            soc: Some("DATA20".to_owned()),
            new_soc: Some("NODATA".to_owned()),
            expire_end_of_month: Some(false),
            start_end_of_month: Some(false),
            set_by_system: Some(true),
        }]),
        ..account
    }
}

fn used_up(dice: &mut Dice, account: MvnoAccount) -> MvnoAccount {
    MvnoAccount {
        info: account.info.map(|info| MvnoAccountDetails {
            data_disabled: Some(true),
            usage_block: Some(true),
            ..info
        }),
        top_up: Some(DataTopUp {
            data: Some(5 * GIGABYTE),
        }),
        rest_of_world_roaming: Some(RestOfWorldRoaming {
            product_id: Some(dice.id().to_string()),
            product_name: Some("Verdenspakke 1 GB".to_owned()),
            product_price: Some(50.0),
            is_override: Some(true),
            keep_after_expire: Some(false),
        }),
        ..account
    }
}

/// A SIM card of this name that shares an account's data.
pub(super) fn data_sharing_sim(dice: &mut Dice, name: &str) -> DataSharingSim {
    DataSharingSim {
        sim: sims::plastic(dice, Network::Tdc),
        number: Some(dice.number().to_string()),
        name: Some(name.to_owned()),
    }
}

fn features() -> MvnoFeatures {
    MvnoFeatures {
        high_rate: Some(false),
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
        smart_watch_sim: Some(false),
        disable_hd_audio: Some(false),
    }
}

fn voicemail(dice: &mut Dice, customer: &Customer, user: Option<&Employee>) -> Voicemail {
    Voicemail {
        notify: Some(match user {
            Some(_) => VoicemailNotification::Both,
            None => VoicemailNotification::Sms,
        }),
        email: user.map(|user| words::email(&user.name, &customer.name)),
        email_file: Some(user.is_some()),
        pin: Some(Secret::new(dice.digits(4))),
        pin_blocked_until: None,
        default_greeting: Some("1".to_owned()),
        greetings: Some(vec![VoicemailGreeting {
            key: Some("1".to_owned()),
            file_id: Some(dice.id()),
        }]),
    }
}
