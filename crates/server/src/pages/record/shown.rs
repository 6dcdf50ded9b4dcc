//! A record and all that is needed to show it: what the pages of records have in common.

use crate::api::Ask;
use crate::app::App;
use crate::i18n::Language;
use crate::pages::address::Address;
use crate::pages::figure;
use crate::pages::frame::Frame;
use crate::pages::markup;
use crate::pages::region::CrumbLink;
use crate::pages::said::{Said, foreign, foreign_language, of_atlas, said, value};
use crate::pages::view::{self, Row, Source, centres_of, field_of, sources, stripes, text_of};
use crate::portal::crafts::CLUSTERS;
use crate::portal::events::EVENTS;
use crate::portal::serving::position;
use crate::portal::{Error, Missing, Snapshot};
use karigar_index::{FeatureRef, LayerSnapshot};
use karigar_model::region::NameKind;
use karigar_model::{GeometryRef, Layer, Point, Query, Role, ValueRef};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};

/// Words, perhaps with a link.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Part {
    /// The words.
    pub text: Said,
    /// Where they lead; empty when nowhere.
    pub url: String,
    /// Whether that is another site.
    pub external: bool,
}

impl Part {
    /// Words without a link.
    pub fn words(text: impl Into<Said>) -> Self {
        Self { text: text.into(), ..Self::default() }
    }

    /// A link within the portal, or to a number or mailbox.
    pub fn link(text: impl Into<Said>, url: impl Into<String>) -> Self {
        Self { text: text.into(), url: url.into(), external: false }
    }

    /// A link to another site.
    pub fn outside(text: impl Into<Said>, url: impl Into<String>) -> Self {
        Self { external: true, ..Self::link(text, url) }
    }
}

/// One thing that is known of a record, or is said not to be.
#[derive(Clone, Debug, Default)]
pub struct Fact {
    /// What it is.
    pub title: String,
    /// Craft family that is drawn before it; empty for none.
    pub medal: String,
    /// What is known; empty when nothing is.
    pub parts: Vec<Part>,
    /// What stands between two parts.
    pub between: &'static str,
    /// What is said when nothing is known.
    pub unknown: String,
    /// How it is known, in small.
    pub notes: Vec<Said>,
}

impl Fact {
    /// With a note, if there are words in it.
    #[must_use]
    pub fn note(mut self, note: impl Into<Said>) -> Self {
        let note = note.into();
        if !note.is_empty() {
            self.notes.push(note);
        }
        self
    }

    /// With other words for "not known yet".
    #[must_use]
    pub fn or(mut self, unknown: String) -> Self {
        self.unknown = unknown;
        self
    }
}

/// Who says all this, since when, and in which edition of the atlas it stands.
pub struct Provenance {
    /// The sources.
    pub sources: Vec<Source>,
    /// Date of the statement, or that there is none.
    pub dated: String,
    /// Edition of the atlas; empty for a layer that is not of the atlas.
    pub edition: String,
}

/// A text as the record has it, where the page shows our words for it.
pub struct Original {
    /// The text.
    pub text: String,
    /// Its language.
    pub lang: &'static str,
    /// How our words came about: "Transliterated by the editors from".
    pub how: String,
}

/// A small map, and how sure it is.
pub struct Drawn {
    /// The picture; empty when there is nothing to draw.
    pub svg: String,
    /// What it says of the place, or why there is no picture.
    pub caption: String,
}

/// What stands at the end of the page: how to report a mistake, and the same as data.
pub struct Foot {
    /// Address of a mail to who keeps the portal; empty when nobody does.
    pub wrong: String,
    /// The record in the formats of the API.
    pub own: Vec<Part>,
    /// Its whole layer.
    pub all: Vec<Part>,
}

/// A record, and all that is needed to show it.
pub struct Shown<'a> {
    /// The application.
    pub app: &'a App,
    /// The reader's language.
    pub language: &'a Language,
    /// The request.
    pub ask: &'a Ask,
    /// What is published.
    pub snapshot: &'a Snapshot,
    /// Its layer.
    pub layer: &'a LayerSnapshot,
    /// The record.
    pub feature: FeatureRef<'a>,
}

impl<'a> Shown<'a> {
    /// The record `id` of a layer.
    pub fn find(
        app: &'a App,
        language: &'a Language,
        ask: &'a Ask,
        snapshot: &'a Snapshot,
        layer: &'a LayerSnapshot,
        id: &str,
    ) -> Result<Self, Error> {
        let missing = || Missing::new("record", id).remark(format!(" in the layer `{}`", layer.layer().id));
        let feature = layer.get(id).ok_or_else(missing)?;
        Ok(Self { app, language, ask, snapshot, layer, feature })
    }

    /// The descriptor of its layer.
    pub fn described(&self) -> &'a Layer {
        self.layer.layer()
    }

    /// Path that addresses of pages in the reader's language start with.
    pub fn root(&self) -> &'a str {
        self.language.root()
    }

    /// A message.
    pub fn text(&self, key: &str) -> String {
        self.language.text(key)
    }

    /// The text of the field with a role.
    pub fn role(&self, role: Role) -> &'a str {
        text_of(self.described(), self.feature, role)
    }

    /// The text of a field.
    pub fn field(&self, id: &str) -> &'a str {
        field_of(self.described(), self.feature, id)
    }

    /// Any value of a field in words.
    pub fn value(&self, id: &str) -> String {
        let field = self.described().field_index(id);
        field.map_or_else(String::new, |field| self.feature.value(field).display().into_owned())
    }

    /// The texts of a field that holds several.
    pub fn list(&self, id: &str) -> Vec<&'a str> {
        match self.described().field_index(id).map(|field| self.feature.value(field)) {
            Some(ValueRef::List(list)) => list.iter().collect(),
            Some(ValueRef::Text(text)) => vec![text],
            _ => Vec::new(),
        }
    }

    /// Its entry as lists show it.
    pub fn row(&self) -> Row {
        view::row(self.language, self.snapshot, self.described(), self.feature)
    }

    /// The entry of another record of a layer, with its distance in metres.
    pub fn other(&self, layer: &LayerSnapshot, feature: FeatureRef<'_>, distance: Option<f64>) -> Row {
        let distance = distance.map_or_else(String::new, |metres| self.language.distance(metres));
        Row { distance, ..view::row(self.language, self.snapshot, layer.layer(), feature) }
    }

    /// Where it is, if it is a point.
    pub fn point(&self) -> Option<Point> {
        position(self.feature)
    }

    /// The values of a field that holds several, as a reader knows them.
    pub fn said_list(&self, id: &str) -> Vec<Said> {
        let Some(field) = self.described().field(id) else { return Vec::new() };
        let said = |text| value(self.language, self.snapshot, self.described(), field, text, str::to_owned);
        self.list(id).into_iter().map(said).collect()
    }

    /// A text of the record that nobody has put into the reader's language.
    pub fn foreign(&self, text: &str) -> Said {
        foreign(self.language, self.described(), text)
    }

    /// What the record itself says where the page shows our words in the reader's language.
    pub fn original(&self, role: Role) -> Option<Original> {
        let field = self.described().role(role)?;
        let id = &self.described().fields[field].id;
        let ours =
            self.snapshot.translation(&self.described().id, self.feature.id(), id, self.language.tag)?;
        let text = self.feature.text(field)?.to_owned();
        let lang = foreign_language(self.language, self.described())?;
        Some(Original { text, lang, how: self.text(how(ours.kind)) })
    }

    /// The text of the field with a role, in the reader's language where there is one.
    pub fn said(&self, role: Role) -> Said {
        said(self.language, self.described(), self.feature, role)
    }

    /// Something known, or "not known yet".
    pub fn fact(&self, title: impl Into<String>, parts: Vec<Part>) -> Fact {
        Fact {
            title: title.into(),
            parts,
            between: self.language.comma(),
            unknown: self.text("record-not-known"),
            ..Fact::default()
        }
    }

    /// An address of Explore that lists records of its layer.
    pub fn explore(&self, pairs: &[(&str, &str)]) -> String {
        explore(self.root(), &self.described().id, pairs)
    }

    /// An address where records of its layer are listed as readers know them: events have a page of their own.
    fn listing(&self, pairs: &[(&str, &str)]) -> String {
        if self.described().id != EVENTS {
            return self.explore(pairs);
        }
        let page = Address::new(&format!("{}/{EVENTS}", self.root()), &[]);
        pairs.iter().fold(page, |address, (name, value)| address.with(name, value)).to_string()
    }

    /// The regions it lies in, the most exact first, each with its page.
    pub fn regions(&self) -> Vec<Part> {
        let Some(code) = self.feature.region() else { return Vec::new() };
        let ancestry = self.snapshot.tree.ancestry(code).into_iter().rev();
        let parts = ancestry.map(|region| {
            let name = region.name_in(self.language.tag);
            let words = match region.code.level() {
                2 => self.language.with("record-district", [("name", name)]),
                _ => name.to_owned(),
            };
            Part::link(words, format!("{}/r/{}", self.root(), region.code.path()))
        });
        parts.collect()
    }

    /// The steps to it: its layer, then the regions around it, as lists.
    pub fn crumbs(&self) -> Vec<CrumbLink> {
        let layer =
            CrumbLink { name: self.described().title(self.language.tag).to_owned(), url: self.listing(&[]) };
        let regions = self.feature.region().map(|code| self.snapshot.crumbs(code, self.language.tag));
        let regions = regions.into_iter().flatten().map(|crumb| CrumbLink {
            url: self.listing(&[("within", crumb.code.as_str())]),
            name: crumb.name,
        });
        std::iter::once(layer).chain(regions).collect()
    }

    /// The source's own words for the place where they differ from the page's, and the view that is
    /// shown where the source counts the place to another country.
    pub fn place_notes(&self) -> Vec<Said> {
        let stated = self.role(Role::Place);
        if stated.is_empty() {
            return Vec::new();
        }
        let ancestry =
            self.feature.region().map(|code| self.snapshot.tree.ancestry(code)).unwrap_or_default();
        let mut shown: Vec<&str> = Vec::new();
        for word in std::iter::once(self.field("place"))
            .chain(ancestry.iter().rev().map(|region| region.name.as_str()))
        {
            if !word.is_empty() && shown.last() != Some(&word) {
                shown.push(word);
            }
        }
        if shown.join(", ") == stated {
            return Vec::new();
        }
        let mut notes = vec![self.foreign(stated).within(self.language, "record-stated-place", "place")];
        let own = ancestry.first().map(|country| &country.code);
        let said = view::stated_country(self.snapshot, self.described(), self.feature);
        if said.is_some() && said.as_ref() != own {
            notes.push(self.text(&format!("view-{}", self.snapshot.view)).into());
        }
        notes
    }

    /// How exactly the place is known, and where the position comes from.
    pub fn exactness(&self) -> Fact {
        let precision = self.role(Role::Precision);
        let title = self
            .described()
            .role(Role::Precision)
            .map(|field| self.described().fields[field].title(self.language.tag));
        let title = title.map_or_else(|| self.text("record-exactness"), str::to_owned);
        let known = if precision.is_empty() {
            vec![]
        } else {
            vec![Part::words(self.text(&format!("record-exact-{precision}")))]
        };
        // Behind a semicolon stands what only the tables mean: "as in clusters row …".
        let origin = self.field("coordinate_source").split("; as in ").next().unwrap_or_default();
        let origin = if origin.is_empty() {
            Said::default()
        } else {
            self.foreign(origin).within(self.language, "record-position-from", "source")
        };
        self.fact(title, known).note(origin)
    }

    /// A small map around it, and how sure that is.
    pub fn drawn(&self) -> Drawn {
        let (row, point, region) = (self.row(), self.point(), self.feature.region());
        let town = self.said(Role::Town);
        let named = region
            .and_then(|code| self.snapshot.tree.get(code))
            .map(|region| region.name_in(self.language.tag));
        let label = if town.is_empty() { named.unwrap_or(&row.name) } else { &town };
        let svg = figure::place_figure(
            self.app,
            self.language,
            self.snapshot,
            point,
            region,
            &row.category,
            row.dyed,
            label,
        );
        let key = match (self.feature.geometry(), svg.is_empty()) {
            (_, true) => "record-figure-none".to_owned(),
            (Some(GeometryRef::Shape(_)), _) => "record-figure-shape".to_owned(),
            (Some(GeometryRef::Point(_)), _) if self.role(Role::Precision).is_empty() => {
                "record-figure-exact".to_owned()
            }
            (Some(GeometryRef::Point(_)), _) => format!("record-figure-{}", self.role(Role::Precision)),
            (None, _) => "record-figure-region".to_owned(),
        };
        Drawn { svg, caption: self.text(&key) }
    }

    /// Who says all this.
    pub fn provenance(&self) -> Provenance {
        let date = self.role(Role::AsOf);
        let dated = if date.is_empty() {
            self.text("record-undated")
        } else {
            self.language.with("record-dated", [("date", &self.language.date(date))])
        };
        let atlas = &self.snapshot.atlas;
        let edition =
            [("version", atlas.version.as_str()), ("released", &self.language.date(&atlas.released))];
        Provenance {
            sources: self.sources(),
            dated,
            edition: if of_atlas(self.described()) {
                self.language.with("record-edition", edition)
            } else {
                String::new()
            },
        }
    }

    /// Its sources. What is known of an organisation was gathered from its centres.
    fn sources(&self) -> Vec<Source> {
        if self.described().id != ORGANISATIONS {
            let lang = if of_atlas(self.described()) { "en" } else { "" };
            return sources(self.role(Role::Source)).into_iter().map(|one| Source { lang, ..one }).collect();
        }
        let centres = centres_of(self.described(), self.feature);
        let label = self.language.count("record-from-centres", centres);
        let mut all = vec![Source { label, url: String::new(), lang: "" }];
        all.extend(super::joined::sources_of_centres(self));
        all
    }

    /// What stands at the end of its page.
    pub fn foot(&self) -> Foot {
        let layer = &self.described().id;
        let id = encoded(self.feature.id());
        let api = format!("{}/api/collections/{layer}", self.app.portal.config.root());
        Foot {
            wrong: self.app.portal.config.contact.as_deref().map_or_else(String::new, |to| self.letter(to)),
            own: vec![
                Part::link("GeoJSON", format!("{api}/items/{id}?f=json")),
                Part::link("CSV", format!("{api}/items?f=csv&ids={id}")),
            ],
            all: vec![
                Part::link("GeoJSON", format!("{api}/download?f=geojson")),
                Part::link("CSV", format!("{api}/download?f=csv")),
            ],
        }
    }

    /// A mail that says which record it is about.
    fn letter(&self, to: &str) -> String {
        let (layer, id) = (self.described().id.as_str(), self.feature.id());
        let page = format!("{}{}", self.ask.base, self.ask.path_and_query());
        let subject = self.language.with("record-wrong-subject", [("layer", layer), ("id", id)]);
        let body = self.language.with("record-wrong-body", [("url", &page), ("layer", layer), ("id", id)]);
        format!("mailto:{to}?subject={}&body={}", encoded(&subject), encoded(&body))
    }

    /// The whole page around `body`.
    pub fn framed(&self, body: &str) -> String {
        let row = self.row();
        let description = if row.summary.is_empty() { &row.place } else { &row.summary };
        let own = Query { ids: Some(vec![row.id.clone()]), ..Query::default() };
        let stripes = stripes(self.language, self.layer, &own);
        let frame = Frame::new(self.app, self.ask, self.language, &row.name);
        let frame = frame.section(if self.described().id == EVENTS { EVENTS } else { "explore" });
        frame.stripes(stripes).description(description).pictured().markup(markup::record(self)).render(body)
    }
}

/// What the source says in a row that belongs to no layer, where the page shows our words in the reader's language.
pub fn original_row(
    language: &Language,
    snapshot: &Snapshot,
    (table, id): (&str, &str),
    field: &str,
    text: &str,
) -> Option<Original> {
    let ours = snapshot.translation(table, id, field, language.tag)?;
    Some(Original { text: text.to_owned(), lang: "en", how: language.text(how(ours.kind)) })
}

/// The message that tells how our words came about.
fn how(kind: NameKind) -> &'static str {
    match kind {
        NameKind::Source => "said-source",
        NameKind::Usual => "said-usual",
        NameKind::Transliteration => "said-transliteration",
        NameKind::Translation => "said-translation",
    }
}

/// The layer of bodies that run centres; it is derived from theirs.
pub const ORGANISATIONS: &str = "organisations";

/// Text as a part of an address.
pub fn encoded(text: &str) -> String {
    utf8_percent_encode(text, NON_ALPHANUMERIC).to_string()
}

/// An address of Explore that lists records of a layer.
pub fn explore(root: &str, layer: &str, pairs: &[(&str, &str)]) -> String {
    let address = Address::new(&format!("{root}/explore"), &[]);
    let address = if layer == CLUSTERS { address } else { address.with("layer", layer) };
    pairs.iter().fold(address, |address, (name, value)| address.with(name, value)).to_string()
}
