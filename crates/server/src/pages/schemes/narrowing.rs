//! What narrows the list of programmes: what one needs, and where.

use super::Shown;
use crate::pages::address::Address;
use crate::pages::filters::Where;
use crate::portal::schemes::{Node, Wanted};
use karigar_model::RegionCode;
use karigar_model::reference::NEEDS;
use std::cmp::Reverse;
use std::collections::BTreeSet;

/// A need as a link to the programmes that help with it.
pub struct Need {
    pub title: String,
    pub count: usize,
    pub url: String,
    pub on: bool,
}

fn count(nodes: &[Node<'_>], wanted: &Wanted) -> usize {
    nodes.iter().filter(|node| wanted.holds(node.scheme)).count()
}

/// The needs that a programme of the place helps with, and the one that is chosen.
pub fn needs(shown: &Shown<'_>, all: &[Node<'_>], wanted: &Wanted, address: &Address) -> Vec<Need> {
    let need = |need: &&'static str| {
        let on = wanted.need == Some(*need);
        let count = count(all, &Wanted { need: Some(*need), within: wanted.within.clone() });
        let url = if on { address.without("need") } else { address.with("need", need) };
        let title = shown.language.text(&format!("help-need-{need}"));
        (on || count > 0).then(|| Need { title, count, url: url.to_string(), on })
    };
    NEEDS.iter().filter_map(need).collect()
}

/// The countries of the programmes; in one of them its states, most programmes first.
pub fn place(shown: &Shown<'_>, all: &[Node<'_>], wanted: &Wanted, address: &Address) -> Where {
    let tree = &shown.snapshot.tree;
    let link = |code: &RegionCode| address.with("within", code.as_str()).to_string();
    let name = |code: &RegionCode| {
        tree.get(code).map_or_else(String::new, |region| region.name_in(shown.language.tag).to_owned())
    };
    let here = wanted.within.as_ref().map(|code| tree.ancestry(code)).unwrap_or_default();
    let everywhere = (shown.language.text("where-all"), address.without("within").to_string());
    let path = here.iter().map(|region| (name(&region.code), link(&region.code)));
    let below: BTreeSet<RegionCode> = match &wanted.within {
        None => all.iter().map(|node| node.scheme.country.clone()).collect(),
        Some(code) if code.level() == 0 => {
            tree.children(Some(code)).into_iter().map(|region| region.code.clone()).collect()
        }
        Some(_) => BTreeSet::new(),
    };
    let mut children: Vec<(String, usize, String)> = below
        .iter()
        .map(|code| {
            let there = Wanted { within: Some(code.clone()), ..wanted.clone() };
            (name(code), count(all, &there), link(code))
        })
        .collect();
    children.sort_by_key(|(_, count, _)| Reverse(*count));
    Where { on: wanted.within.is_some(), path: std::iter::once(everywhere).chain(path).collect(), children }
}
