//! `karigar health`: asks the server of these settings whether it is ready, as supervisors of containers do.

use super::{Failure, Outcome, say};
use crate::config::Config;
use std::io::{Read, Write};
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr, TcpStream};
use std::time::Duration;

/// How long the server may take.
const PATIENCE: Duration = Duration::from_secs(5);

/// Fails unless the server answers that it is ready.
pub fn run(config: &Config) -> Outcome {
    let address = reached(config.listen);
    let silent = |error: std::io::Error| {
        Failure(format!(
            "nothing answers on {address}: {error}; is `karigar serve` running with these settings?"
        ))
    };
    let answer = asked(address).map_err(silent)?;
    let status = answer.split(' ').nth(1).unwrap_or_default();
    if status != "200" {
        let said = answer.rsplit("\r\n").next().unwrap_or_default().trim();
        return Err(Failure(format!(
            "the server on {address} is not ready: {status} {said}; its log says why"
        )));
    }
    say("ready")
}

fn asked(address: SocketAddr) -> std::io::Result<String> {
    let mut stream = TcpStream::connect_timeout(&address, PATIENCE)?;
    stream.set_read_timeout(Some(PATIENCE))?;
    write!(stream, "GET /health/ready HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\r\n")?;
    let mut answer = Vec::new();
    stream.take(10_000).read_to_end(&mut answer)?;
    Ok(String::from_utf8_lossy(&answer).into_owned())
}

/// Where a server that listens on all addresses is reached from its own machine.
fn reached(listen: SocketAddr) -> SocketAddr {
    let own = match listen.ip() {
        IpAddr::V4(any) if any.is_unspecified() => Ipv4Addr::LOCALHOST.into(),
        IpAddr::V6(any) if any.is_unspecified() => Ipv6Addr::LOCALHOST.into(),
        other => other,
    };
    SocketAddr::new(own, listen.port())
}
