//! The few figures that a page shows large: one a topic, the newest, with whatever competes with it beside it.

use super::parts::{PartsView, parts_view};
use super::{FEW_FIGURES, View, topics};
use crate::pages::amount::{Stated, number};
use crate::portal::statistics::{Figure, Scope};
use karigar_model::RegionCode;
use karigar_model::reference::TOPIC_GROUPS;

/// Cards on a page.
const MOST: usize = 4;
/// Figures on a card.
const MOST_FIGURES: usize = 2;

/// What a page shows of the figures.
pub struct Strip {
    /// The cards.
    pub cards: Vec<Card>,
    /// Where it sells, where that is known.
    pub partners: Option<PartsView>,
    /// Address of the page with all figures.
    pub url: String,
    /// What leads there.
    pub all: String,
}

/// A topic with its newest figures.
pub struct Card {
    /// What it is.
    pub title: String,
    /// The newest figure and what competes with it.
    pub figures: Vec<Stated>,
    /// Whether they differ, and that this is so on purpose.
    pub differ: bool,
}

/// The strip of a region; nothing where no source has a figure.
pub fn strip(view: &View<'_>, code: &RegionCode) -> Option<Strip> {
    let figures = view.snapshot.figures_of(code);
    let below = view.snapshot.figures_below(code).len();
    if figures.is_empty() && below == 0 {
        return None;
    }
    let partners = view.snapshot.breakdowns(&figures).into_iter();
    let mut partners =
        partners.filter(|parts| parts.parts.iter().any(|part| part.topic.role.starts_with("partner")));
    Some(Strip {
        cards: cards(view, &figures, MOST),
        partners: partners.next().map(|parts| parts_view(view, &parts)),
        url: format!("{}/r/{}/facts", view.language.root(), code.path()),
        all: view.language.count("facts-all", if figures.is_empty() { below } else { figures.len() }),
    })
}

/// What the page of a craft shows of the figures.
pub struct OfCraft {
    /// Figures on the craft itself.
    pub cards: Vec<Card>,
    /// Figures on goods of its family.
    pub goods: Vec<Card>,
}

/// The figures on a craft and on goods of its family; nothing where no source has any.
pub fn craft_facts(view: &View<'_>, clusters: &[&str], family: &str) -> Option<OfCraft> {
    let figures = view.snapshot.figures_of_craft(clusters, family);
    let (of_family, own): (Vec<Figure<'_>>, Vec<Figure<'_>>) =
        figures.into_iter().partition(|figure| figure.topic.crafts.is_empty());
    let goods = of_family.iter().enumerate().map(|(at, _)| {
        let mut card = card(view, &of_family, at);
        let whole = of_family[at].row.topic.split(':').next().and_then(|whole| view.snapshot.topic(whole));
        if let Some(whole) = whole {
            card.title = format!("{}: {}", whole.title(view.language.tag), card.title);
        }
        card
    });
    let goods: Vec<Card> = goods.take(MOST).collect();
    let cards = cards(view, &own, MOST);
    (!cards.is_empty() || !goods.is_empty()).then_some(OfCraft { cards, goods })
}

/// At most `most` cards: first one of each heading, own figures before those of groups.
pub fn cards(view: &View<'_>, figures: &[Figure<'_>], most: usize) -> Vec<Card> {
    let mut leading: Vec<(usize, bool, usize)> = Vec::new();
    let mut seen: Vec<&str> = Vec::new();
    let mut of_group = vec![0_usize; TOPIC_GROUPS.len() + 1];
    for (at, figure) in figures.iter().enumerate() {
        if seen.contains(&figure.row.topic.as_str()) || figure.topic.role.starts_with("part") {
            continue;
        }
        seen.push(&figure.row.topic);
        let group = TOPIC_GROUPS.iter().position(|group| *group == figure.topic.group);
        let turn = &mut of_group[group.unwrap_or(TOPIC_GROUPS.len())];
        leading.push((*turn, figure.scope != Scope::Own, at));
        *turn += 1;
    }
    leading.sort_by_key(|(turn, group, at)| (*group, *turn, *at));
    leading.truncate(most);
    leading.sort_by_key(|(_, _, at)| *at);
    leading.into_iter().map(|(_, _, at)| card(view, figures, at)).collect()
}

/// A card for each topic with few figures that is no part of a whole; with all of these figures.
pub fn topic_cards(view: &View<'_>, figures: &[Figure<'_>]) -> Vec<Card> {
    let few = topics(figures).filter(|figures| figures.len() <= FEW_FIGURES);
    few.map(|figures| card_of(view, &figures)).collect()
}

/// The card of a figure, with what competes with it.
fn card(view: &View<'_>, figures: &[Figure<'_>], at: usize) -> Card {
    let beside = figures.iter().filter(|other| other.competes(&figures[at])).take(MOST_FIGURES);
    card_of(view, &beside.collect::<Vec<_>>())
}

/// A card. What one source says in two currencies is one figure.
fn card_of(view: &View<'_>, figures: &[&Figure<'_>]) -> Card {
    let first = figures[0];
    let differ = figures.iter().any(|other| {
        other.competes(first)
            && other.measure.kind() == first.measure.kind()
            && other.measure.hundredths() != first.measure.hundredths()
    });
    let mut said: Vec<Stated> = Vec::new();
    for figure in figures {
        let again = figure.competes(first)
            && figure.row.source == first.row.source
            && figure.measure.kind() != first.measure.kind();
        match said.first_mut() {
            Some(held) if again => held.also = number(view.language, &figure.measure),
            _ => said.push(view.stated(figure)),
        }
    }
    Card { title: view.title(first), figures: said, differ }
}
