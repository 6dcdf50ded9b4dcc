//! Features on a drawn map: medals, rings of several, names of towns.

use super::names::{Names, bounds};
use super::window::Window;
use crate::i18n::Language;
use crate::pages::frame::escape;
use crate::pages::said::{self, said};
use crate::pages::view::{self, DYES};
use karigar_index::{FeatureRef, LayerSnapshot};
use karigar_model::Role;
use std::collections::BTreeMap;
use std::f64::consts::{PI, TAU};
use std::fmt::Write as _;

/// Features that stand close together in a picture.
pub struct Group {
    x: f64,
    y: f64,
    /// Count by dye; one without a dye counts under nothing.
    dyes: BTreeMap<usize, usize>,
    plain: usize,
    icon: String,
    name: String,
    /// Town of the first feature; empty when not known.
    town: String,
    url: String,
}

impl Group {
    fn count(&self) -> usize {
        self.dyes.values().sum::<usize>() + self.plain
    }

    fn radius(&self) -> f64 {
        if self.count() == 1 { 9.5 } else { (9.5 + 3.2 * (self.count() as f64).log2()).min(34.0) }
    }
}

/// Groups features that would overlap, `reach` units apart, then pushes the groups apart a little.
pub fn grouped(
    window: &Window,
    layer: &LayerSnapshot,
    features: &[FeatureRef<'_>],
    reach: f64,
    language: &Language,
) -> Vec<Group> {
    let described = layer.layer();
    let category = described.role(Role::Category);
    let mut groups: Vec<Group> = Vec::new();
    for feature in features {
        let Some(point) = crate::portal::serving::position(*feature).filter(|point| window.holds(*point))
        else {
            continue;
        };
        let (x, y) = window.at(point.lon, point.lat);
        let value = category.and_then(|field| feature.text(field)).unwrap_or_default();
        let code = category.and_then(|field| described.code(&described.fields[field], value));
        let dye = code
            .and_then(|code| code.group.as_deref())
            .and_then(|dye| DYES.iter().position(|known| *known == dye));
        let near = groups.iter().position(|group| (group.x - x).hypot(group.y - y) < reach);
        let group = if let Some(position) = near {
            let group = &mut groups[position];
            let n = group.count() as f64;
            group.x += (x - group.x) / (n + 1.0);
            group.y += (y - group.y) / (n + 1.0);
            group
        } else {
            let icon = if value.is_empty() { &described.icon } else { value };
            groups.push(Group {
                x,
                y,
                dyes: BTreeMap::new(),
                plain: 0,
                icon: icon.to_owned(),
                name: said::name(language, described, *feature).to_string(),
                town: said(language, described, *feature, Role::Town).to_string(),
                url: view::url(language.root(), described, *feature),
            });
            let last = groups.len() - 1;
            &mut groups[last]
        };
        match dye {
            Some(dye) => *group.dyes.entry(dye).or_default() += 1,
            None => group.plain += 1,
        }
    }
    push_apart(&mut groups);
    groups.sort_by_key(|group| std::cmp::Reverse(group.count()));
    groups
}

fn push_apart(groups: &mut [Group]) {
    for _ in 0..40 {
        for i in 1..groups.len() {
            for j in 0..i {
                let (dx, dy) = (groups[i].x - groups[j].x, groups[i].y - groups[j].y);
                let apart = dx.hypot(dy).max(0.1);
                let wanted = groups[i].radius() + groups[j].radius() + 2.0;
                if apart < wanted {
                    let step = (wanted - apart) / 2.0 / apart;
                    groups[i].x += dx * step;
                    groups[i].y += dy * step;
                    groups[j].x -= dx * step;
                    groups[j].y -= dy * step;
                }
            }
        }
    }
}

/// A ring with number and shares, or the medal of a single feature, which is a link.
pub fn mark(language: &Language, group: &Group) -> String {
    let (count, r) = (group.count(), group.radius().round());
    let plain = if group.plain > 0 { " m-plain" } else { "" };
    let title = if count == 1 { escape(&group.name) } else { escape(&language.count("map-group", count)) };
    let mut inside = String::new();
    if count == 1 {
        let dye =
            group.dyes.keys().next().map_or_else(String::new, |dye| format!(" data-dye=\"{}\"", DYES[*dye]));
        let corner = -(r * 0.7).round();
        let _ = write!(
            inside,
            "<g class=\"m-in{plain}\"{dye}><circle class=\"m-seg\" r=\"{r}\"/><use href=\"#i-{}\" x=\"{corner}\" y=\"{corner}\" width=\"{1}\" height=\"{1}\"/></g>",
            escape(&group.icon),
            -2.0 * corner
        );
    } else {
        let width = (r * 0.38).round();
        let _ = write!(
            inside,
            "<g class=\"m-in{plain}\"><circle class=\"hub\" r=\"{}\"/><g stroke-width=\"{width}\">{}</g><circle class=\"rim\" r=\"{}\"/><text y=\"4.2\">{count}</text></g>",
            tenth(r),
            arcs(group, tenth(r - width / 2.0)),
            tenth(r + 0.5)
        );
    }
    let body = format!(
        "<g class=\"m-ring\" transform=\"translate({:.0} {:.0})\"><title>{title}</title>{inside}</g>",
        group.x, group.y
    );
    if count == 1 { format!("<a href=\"{}\">{body}</a>", escape(&group.url)) } else { body }
}

/// Tenths are fine enough for a mark; whole numbers stand without a point.
fn tenth(length: f64) -> f64 {
    (length * 10.0).round() / 10.0 + 0.0
}

fn arcs(group: &Group, r: f64) -> String {
    let total = group.count() as f64;
    if group.dyes.len() < 2 {
        let dye =
            group.dyes.keys().next().map_or_else(String::new, |dye| format!(" data-dye=\"{}\"", DYES[*dye]));
        return format!("<circle class=\"arc\"{dye} r=\"{r}\"/>");
    }
    let gap = 1.6 / r;
    let mut start = -PI / 2.0;
    let mut arcs = String::new();
    for (dye, count) in &group.dyes {
        let end = start + TAU * *count as f64 / total;
        let (a, b) = (start + gap / 2.0, end - gap / 2.0);
        let large = i32::from(b - a > PI);
        let _ = write!(
            arcs,
            "<path data-dye=\"{}\" d=\"M{} {}A{r} {r} 0 {large} 1 {} {}\"/>",
            DYES[*dye],
            tenth(r * a.cos()),
            tenth(r * a.sin()),
            tenth(r * b.cos()),
            tenth(r * b.sin())
        );
        start = end;
    }
    arcs
}

/// Names of the towns with most, where there is room beside or below their rings.
pub fn labels(names: &mut Names<'_>, groups: &[Group], most: usize) -> String {
    const SIZE: f64 = 15.0;
    const GAP: f64 = 4.0;
    for group in groups {
        names.keep_off(group.x, group.y, group.radius());
    }
    let mut named: Vec<&str> = Vec::new();
    let mut text = String::new();
    for group in groups.iter().filter(|group| !group.town.is_empty()) {
        if named.len() == most || named.contains(&group.town.as_str()) {
            continue;
        }
        let r = group.radius() + GAP;
        let spots = [
            ("start", group.x + r, group.y + 5.0),
            ("end", group.x - r, group.y + 5.0),
            ("middle", group.x, group.y + r + 11.0),
            ("middle", group.x, group.y - r),
        ];
        let boxes = spots.into_iter().map(|spot| (spot, bounds(&group.town, SIZE, spot)));
        let free = boxes.filter(|(_, bounds)| names.is_free(bounds));
        if let Some(((anchor, x, y), bounds)) = free.min_by_key(|(_, bounds)| names.crossed(bounds)) {
            let optional = if named.len() < 4 { "" } else { " m-opt" };
            let _ = write!(
                text,
                "<text class=\"m-t{optional}\" x=\"{x:.0}\" y=\"{y:.0}\" font-size=\"15\" text-anchor=\"{anchor}\">{}</text>",
                escape(&group.town)
            );
            names.take(bounds);
            named.push(&group.town);
        }
    }
    text
}
