//! What queries find, against sums that must hold and against a scan of everything that was downloaded.
#![expect(clippy::unwrap_used, reason = "a story ends where it meets what it did not expect")]

mod facts;
mod files;
mod near;
mod nearest;
mod places;
mod regions;
mod scan;
mod searches;
mod serving;
mod sums;
mod views;
