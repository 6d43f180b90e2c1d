//! Compares the model with its plain twin: for reading and writing the customer that has every
//! property, the nanoseconds of both and the ratio, each the median of many short rounds.

use std::{
    error::Error,
    hint::black_box,
    time::{Duration, Instant},
};

use plain_model::c1::CustomerC1 as Plain;
use telecomx_contract::Examples;
use telecomx_model::Customer as Contract;

/// How many rounds there are; in each the two take turns.
const ROUNDS: usize = 301;

/// How long one of the two runs in a round.
const TURN: Duration = Duration::from_millis(2);

fn main() -> Result<(), Box<dyn Error>> {
    let contract = Contract::examples().swap_remove(0).value;
    let json = serde_json::to_string(&contract)?;
    let plain: Plain = serde_json::from_str(&json)?;
    if serde_json::to_string(&plain)? != json {
        return Err("the plain twin writes a customer differently; its making is at fault".into());
    }
    report(
        "read",
        || serde_json::from_str::<Contract>(black_box(&json)),
        || serde_json::from_str::<Plain>(black_box(&json)),
    );
    report(
        "write",
        || serde_json::to_string(black_box(&contract)),
        || serde_json::to_string(black_box(&plain)),
    );
    Ok(())
}

fn report<C, P>(name: &str, mut contract: impl FnMut() -> C, mut plain: impl FnMut() -> P) {
    let times: Vec<(f64, f64)> = (0..ROUNDS)
        .map(|_| (turn(&mut contract), turn(&mut plain)))
        .collect();
    let contract = median(times.iter().map(|(contract, _)| *contract));
    let plain = median(times.iter().map(|(_, plain)| *plain));
    // Neighbours in time suffer the same disturbance, so the ratio is taken round by round.
    let ratio = median(times.iter().map(|(contract, plain)| contract / plain));
    println!("{name} {contract} {plain} {ratio}");
}

/// Nanoseconds of one call.
fn turn<T>(call: &mut impl FnMut() -> T) -> f64 {
    let start = Instant::now();
    let mut calls = 0_u32;
    while start.elapsed() < TURN {
        // Asking for the time costs as well: not after every call.
        for _ in 0..16 {
            black_box(call());
        }
        calls += 16;
    }
    start.elapsed().as_nanos() as f64 / f64::from(calls)
}

fn median(values: impl Iterator<Item = f64>) -> f64 {
    let mut values: Vec<f64> = values.collect();
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}
