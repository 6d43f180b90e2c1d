//! SIM cards. Their numbers are those of the test network that no operator has, and their codes are made up.

use telecomx_contract::Secret;
use telecomx_model::{FormFactor, Network, SimCard};

use super::dice::Dice;

/// A plastic card for every size of phone.
pub(super) fn plastic(dice: &mut Dice, network: Network) -> SimCard {
    sim(dice, network, FormFactor::MiniMicroNano)
}

/// An eSIM, with its activation code.
pub(super) fn esim(dice: &mut Dice, network: Network) -> SimCard {
    let code = format!(
        "LPA:1$smdp.sandkasse.example${}",
        dice.hex(16).to_uppercase()
    );
    SimCard {
        activation_code: Some(Secret::new(code)),
        ..sim(dice, network, FormFactor::Esim)
    }
}

/// An ICC number.
pub(super) fn icc(dice: &mut Dice) -> String {
    format!("894500{}", dice.digits(13))
}

fn sim(dice: &mut Dice, network: Network, form_factor: FormFactor) -> SimCard {
    SimCard {
        sim_number: Some(icc(dice)),
        imsi: Some(format!("00101{}", dice.digits(10))),
        network: Some(network),
        puk1: Some(Secret::new(dice.digits(8))),
        puk2: Some(Secret::new(dice.digits(8))),
        pin1: Some(Secret::new(dice.digits(4))),
        pin2: Some(Secret::new(dice.digits(4))),
        form_factor: Some(form_factor),
        activation_code: None,
    }
}
