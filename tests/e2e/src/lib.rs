//! The driver of the stories: it starts the built binary on a port of its own with a folder of its own, asks
//! it over HTTP, and ends it. Start at [`Server`]; [`command()`] runs the other commands.
#![expect(clippy::unwrap_used, reason = "a story ends where it meets what it did not expect")]

mod answer;
mod command;
mod features;
mod files;
mod nginx;
mod random;
mod server;
mod words;

pub use answer::Answer;
pub use command::{Finished, Running, command, karigar};
pub use features::{distance, id, ids, list, number, point, shown, text, texts_under};
pub use files::{atlas_copy, binary, descriptor, fixture, only_folder, repository, rows_of, table, web_dir};
pub use nginx::Nginx;
pub use random::Random;
pub use server::{Server, as_code, encoded, free_port};
pub use words::{Seen, seen};
