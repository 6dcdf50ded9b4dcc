//! What a page says of a position that somebody typed.

use crate::i18n::Language;
use crate::portal::Snapshot;
use karigar_model::position::Mistake;

/// What is wrong with a position, and what to type instead.
pub fn mistake_text(language: &Language, mistake: &Mistake) -> String {
    let (code, value) = mistake.code();
    language.with(&format!("position-wrong-{code}"), [("value", &value)])
}

/// Why a typed position leads to no one place: its mistake, or that it has two readings; nothing for a text that is
/// no position.
pub fn no_place(language: &Language, snapshot: &Snapshot, typed: &str) -> Option<String> {
    let read = snapshot.positions(typed)?;
    Some(
        read.map_or_else(
            |mistake| mistake_text(language, &mistake),
            |_| language.text("position-two-readings"),
        ),
    )
}
