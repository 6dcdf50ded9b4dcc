//! The snapshot seen from outside, against a scan and at its edges.

#![expect(clippy::unwrap_used, reason = "a test that cannot be set up has failed")]

mod against_a_scan;
mod edges;
mod scan;
mod shapes;
