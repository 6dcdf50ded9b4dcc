//! What a proxy in front of the server says of the address that visitors see.
//!
//! A header can be sent by anybody, so it counts only from peers that the operator names. Only
//! `X-Forwarded-Proto` and `X-Forwarded-Host` are read: a second way to say the same, such as RFC 7239's
//! `Forwarded`, would let a client say what the proxy does not overwrite: see the decision on proxies.

use axum::http::{HeaderMap, header};
use serde::{Deserialize, Serialize};
use std::fmt::{self, Display};
use std::net::IpAddr;

/// Who a connection comes from.
#[derive(Clone, Copy, Debug)]
pub struct Peer(pub IpAddr);

/// The proxies that are believed; by default none.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Trusted(Vec<Network>);

/// All addresses that begin with the first `bits` of `address`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Network {
    address: IpAddr,
    bits: u32,
}

/// The networks of one's own machine.
const LOOPBACK: &str = "loopback";

impl Network {
    fn parse(text: &str) -> Option<Self> {
        let (address, bits) =
            text.split_once('/').map_or((text, None), |(address, bits)| (address, Some(bits)));
        let address: IpAddr = address.parse().ok()?;
        let most = if address.is_ipv4() { 32 } else { 128 };
        let bits = bits.map_or(Some(most), |bits| bits.parse().ok()).filter(|bits| *bits <= most)?;
        Some(Self { address, bits })
    }

    fn contains(self, peer: IpAddr) -> bool {
        let (own, other, length) = match (self.address, peer) {
            (IpAddr::V4(own), IpAddr::V4(other)) => (own.to_bits().into(), other.to_bits().into(), 32),
            (IpAddr::V6(own), IpAddr::V6(other)) => (own.to_bits(), other.to_bits(), 128),
            _ => return false,
        };
        let differing: u128 = own ^ other;
        differing.checked_shr(length - self.bits).unwrap_or(0) == 0
    }
}

impl TryFrom<String> for Trusted {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        let parts = text.split(',').map(str::trim).filter(|part| !part.is_empty());
        let mut networks = Vec::new();
        for part in parts {
            let names = if part == LOOPBACK { ["127.0.0.0/8", "::1"].to_vec() } else { vec![part] };
            for name in names {
                networks.push(Network::parse(name).ok_or_else(|| {
                    format!("{part:?} is no proxy; say loopback, an address or a network such as 10.0.0.0/8")
                })?);
            }
        }
        Ok(Self(networks))
    }
}

impl From<Trusted> for String {
    fn from(trusted: Trusted) -> Self {
        trusted.to_string()
    }
}

impl Display for Trusted {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let names: Vec<String> = self.0.iter().map(|one| format!("{}/{}", one.address, one.bits)).collect();
        f.write_str(&names.join(","))
    }
}

impl Trusted {
    /// Scheme and host as the visitor typed them, as far as they are known: from a trusted proxy what it says,
    /// else the header `Host`.
    pub fn address(&self, peer: Option<&Peer>, headers: &HeaderMap) -> (&'static str, Option<String>) {
        let believed =
            peer.is_some_and(|Peer(peer)| self.0.iter().any(|one| one.contains(peer.to_canonical())));
        let said = |name: &str| last(headers, name).filter(|_| believed);
        let scheme = match said("x-forwarded-proto") {
            Some("https") => "https",
            _ => "http",
        };
        let host = said("x-forwarded-host").filter(|host| is_host(host));
        let host = host.or_else(|| headers.get(header::HOST)?.to_str().ok().filter(|host| is_host(host)));
        (scheme, host.map(str::to_owned))
    }
}

/// The last value of a header: each proxy adds to the end, and only the nearest one is known.
fn last<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    let value = headers.get_all(name).iter().next_back()?.to_str().ok()?;
    value.rsplit(',').next().map(str::trim)
}

/// Whether it can stand in an address as host and port.
pub fn is_host(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-.:[]".contains(&byte))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn trusted(text: &str) -> Trusted {
        Trusted::try_from(text.to_owned()).unwrap()
    }

    fn address(trusted: &Trusted, peer: &str, pairs: &[(&'static str, &str)]) -> String {
        let mut headers = HeaderMap::new();
        headers.insert(header::HOST, "inner:8080".parse().unwrap());
        for (name, value) in pairs {
            headers.append(*name, value.parse().unwrap());
        }
        let (scheme, host) = trusted.address(Some(&Peer(peer.parse().unwrap())), &headers);
        format!("{scheme}://{}", host.unwrap())
    }

    const SAID: &[(&str, &str)] =
        &[("x-forwarded-proto", "https"), ("x-forwarded-host", "crafts.example.org")];

    #[test]
    fn only_a_proxy_that_is_named_is_believed() {
        for (named, peer, believed) in [
            ("", "127.0.0.1", false),
            ("loopback", "127.0.0.1", true),
            ("loopback", "::1", true),
            ("loopback", "::ffff:127.0.0.1", true),
            ("loopback", "10.1.2.3", false),
            ("10.0.0.0/8, 192.168.1.7", "10.1.2.3", true),
            ("10.0.0.0/8, 192.168.1.7", "192.168.1.7", true),
            ("10.0.0.0/8, 192.168.1.7", "192.168.1.8", false),
            ("0.0.0.0/0", "8.8.8.8", true),
            ("0.0.0.0/0", "2001:db8::1", false),
            ("2001:db8::/32", "2001:db8:1::1", true),
            ("2001:db8::/32", "2001:db9::1", false),
        ] {
            let expected = if believed { "https://crafts.example.org" } else { "http://inner:8080" };
            assert_eq!(address(&trusted(named), peer, SAID), expected, "{named} {peer}");
        }
    }

    #[test]
    fn of_several_values_the_nearest_proxy_s_counts_and_nonsense_does_not() {
        let own = trusted("loopback");
        let at = |pairs: &[(&'static str, &str)]| address(&own, "127.0.0.1", pairs);
        assert_eq!(at(&[("x-forwarded-host", "evil.example, good.example")]), "http://good.example");
        assert_eq!(
            at(&[("x-forwarded-host", "evil.example"), ("x-forwarded-host", "good.example")]),
            "http://good.example"
        );
        assert_eq!(at(&[("x-forwarded-host", "a\"><b")]), "http://inner:8080");
        assert_eq!(at(&[("x-forwarded-proto", "javascript")]), "http://inner:8080");
        assert_eq!(at(&[("forwarded", "proto=https;host=evil.example")]), "http://inner:8080");
    }

    #[test]
    fn what_is_no_network_is_named() {
        for bad in ["all", "10.0.0.0/33", "10.0.0", "loopback, x", "::/129", "10.0.0.0/"] {
            let said = Trusted::try_from(bad.to_owned()).unwrap_err();
            assert!(said.contains("is no proxy; say loopback"), "{said}");
        }
        let own = trusted("loopback,10.0.0.0/8");
        assert_eq!(trusted(&own.to_string()), own);
    }
}
