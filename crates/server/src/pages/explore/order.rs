//! In which order a list stands, in words, and which other orders there are: a list of two runs from A to Z
//! looks broken to who is not told.

use super::Shown;
use crate::i18n::Language;
use crate::pages::said::by_name;
use karigar_model::{Layer, Role, Sort};

/// Largest result of which all is put in order for a reader.
pub const MOST_REORDERED: usize = 5000;

/// An order of a list.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Order {
    /// By name, what somebody described before what was only copied from a register.
    DescribedFirst,
    /// By the name in the reader's language.
    ByName,
    /// By the fields that the address names.
    Asked,
}

/// An order to choose.
pub struct OrderChoice {
    pub title: String,
    pub url: String,
    pub on: bool,
}

/// The order by name as an address asks for it. A page takes it for the name that it shows.
pub fn name_sort(layer: &Layer) -> Option<Sort> {
    layer.role(Role::Name).map(|field| Sort { field: Some(field), descending: false })
}

impl Shown<'_> {
    /// The order of this list. When nothing is asked, what was only registered stands behind what somebody described;
    /// that takes all of them, so only where nobody has many to wait for.
    pub fn order(&self) -> Order {
        let described = self.layer.layer();
        let by_name = name_sort(described).is_some_and(|name| self.request.sort == [name]);
        match &self.request.sort[..] {
            [] if self.formal_field().is_some() => Order::DescribedFirst,
            [_, ..] if !by_name => Order::Asked,
            _ => Order::ByName,
        }
    }

    /// The keys that the index sorts by.
    pub fn sort(&self) -> Vec<Sort> {
        match self.order() {
            Order::Asked => self.request.sort.clone(),
            Order::DescribedFirst | Order::ByName => by_name(self.language, self.layer.layer()),
        }
    }

    /// The field whose texts may only be copied from a register, where these can be put behind the others.
    pub fn formal_field(&self) -> Option<usize> {
        let described = self.layer.layer();
        let summary = described.role(Role::Summary)?;
        let few = || self.layer.count(&self.asked) <= MOST_REORDERED;
        (described.fields[summary].formal.is_some() && few()).then_some(summary)
    }

    /// The orders that there are, with the address of each; the one of this list among them.
    pub fn orders(&self) -> Vec<OrderChoice> {
        let Self { language, layer, address, .. } = *self;
        let (described, current) = (layer.layer(), self.order());
        let usual = address.without("sortby");
        let name = name_sort(described).and_then(|sort| sort.field);
        let formal = self.formal_field().is_some();
        let asked = (current == Order::Asked)
            .then(|| (Order::Asked, asked(language, described, &self.request.sort), address.to_string()));
        let first =
            formal.then(|| (Order::DescribedFirst, language.text("order-described"), usual.to_string()));
        let by_name = name.map(|field| {
            let url = if formal { usual.with("sortby", &described.fields[field].id) } else { usual.clone() };
            (Order::ByName, language.text("order-name"), url.to_string())
        });
        let all = [asked, first, by_name].into_iter().flatten();
        all.map(|(order, title, url)| OrderChoice { title, url, on: order == current }).collect()
    }

    /// The order of this list in words: "by name".
    pub fn order_in_words(&self) -> String {
        let chosen = self.orders().into_iter().find(|choice| choice.on);
        chosen.map_or_else(String::new, |choice| choice.title)
    }
}

/// The fields that an address sorts by, in words: "GI year, from the last to the first".
fn asked(language: &Language, layer: &Layer, sort: &[Sort]) -> String {
    let keys = sort.iter().map(|key| {
        let title = key.field.map_or("id", |field| layer.fields[field].title(language.tag));
        if key.descending { language.with("order-down", [("field", title)]) } else { title.to_owned() }
    });
    keys.collect::<Vec<_>>().join(language.comma())
}
