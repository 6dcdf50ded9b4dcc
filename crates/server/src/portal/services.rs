//! What centres do for those who come: stated of one centre, or of all centres of a kind.

use super::Snapshot;
use karigar_model::reference::Service;

/// Services that are stated of all centres of a kind, and how the ids of these centres begin.
pub const KINDS: &[(&str, &str)] = &[
    ("kind:handicraft-service-centre", "hsc-"),
    ("kind:weavers-service-centre", "wsc-"),
    ("kind:artisan-colony", "pk-col-"),
];

/// The five terms of a service, in the order of pages: the key of its title, its column, and what is stated.
pub fn terms(service: &Service) -> [(&'static str, &'static str, &str); 5] {
    [
        ("record-centre-who", "who_can_ask", &service.who_can_ask),
        ("record-centre-papers", "papers", &service.papers),
        ("record-centre-fee", "fee", &service.fee),
        ("record-centre-days", "days_promised", &service.days_promised),
        ("record-centre-appeal", "appeal", &service.appeal),
    ]
}

impl Snapshot {
    /// Services stated of a centre, then those stated of all of its kind, which are marked so.
    pub fn services_of(&self, centre: &str) -> Vec<(&Service, bool)> {
        let kind = KINDS.iter().find(|(_, prefix)| centre.starts_with(prefix)).map(|(kind, _)| *kind);
        let all = &self.reference.services;
        let own = all.iter().filter(|service| service.centre == centre).map(|service| (service, false));
        let shared = all.iter().filter(|service| Some(service.centre.as_str()) == kind);
        own.chain(shared.map(|service| (service, true))).collect()
    }
}
