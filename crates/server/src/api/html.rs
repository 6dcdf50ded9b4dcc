//! The API for a person with a browser: any of its JSON documents as a page of tables and links.

use super::ask::Ask;
use crate::app::App;
use crate::i18n::Language;
use crate::pages::{Frame, Said, escape, part_title, place_label};
use serde_json::{Map, Value};
use std::fmt::Write as _;

/// Most members of an array that become rows; the JSON holds all.
const MOST_ROWS: usize = 1000;
/// Letters beyond which a text is folded to a few lines.
const LONG: usize = 60;

/// A page for a document of the API.
pub fn page(app: &App, ask: &Ask, title: &str, value: &Value) -> String {
    let language = &*ask.language;
    let title = part_title(ask, title).map_or_else(|| place_label(language, title), Said::own);
    let mut sheet = Sheet { out: String::new(), language, ask };
    let _ = write!(
        sheet.out,
        "<main id=\"main\" class=\"page api\">{}<h1>{}</h1>",
        crumbs(language, &ask.path),
        title.html()
    );
    match value.get("features").and_then(Value::as_array) {
        Some(features) => {
            sheet.collection(&format!("{}{}", language.root(), items_of(ask)), value, features);
        }
        None => sheet.value(value, 0),
    }
    sheet.out.push_str("</main>");
    Frame::new(app, ask, language, &title).render(&sheet.out)
}

/// The steps to a document: every part of its path is one.
fn crumbs(language: &Language, path: &str) -> String {
    let parts: Vec<&str> = path.split('/').filter(|part| !part.is_empty()).collect();
    let mut list = String::new();
    let mut address = language.root().to_owned();
    for (at, part) in parts.iter().enumerate() {
        address = format!("{address}/{part}");
        let name = if at == 0 { language.text("api-title").into() } else { Said::english(language, part) };
        let _ = if at + 1 == parts.len() {
            write!(list, "<li aria-current=\"page\">{}</li>", name.html())
        } else {
            write!(list, "<li><a href=\"{}?f=html\">{}</a></li>", escape(&address), name.html())
        };
    }
    format!(
        "<nav class=\"crumbs\" aria-label=\"{}\"><ol>{list}</ol></nav>",
        escape(&language.text("crumbs-label"))
    )
}

/// Path of the items that a collection lists: also of those that `nearest` found.
fn items_of(ask: &Ask) -> String {
    let collection = ask.path.rsplit_once('/').map_or(ask.path.as_str(), |(before, _)| before);
    format!("{collection}/items")
}

/// A page in the making.
struct Sheet<'a> {
    out: String,
    language: &'a Language,
    ask: &'a Ask,
}

impl Sheet<'_> {
    /// Text of the document: what is in English says so.
    fn said(&self, text: &str) -> String {
        let is_latin = text.contains(|letter: char| letter.is_ascii_alphabetic());
        if is_latin { Said::english(self.language, text).html() } else { escape(text) }
    }

    /// Where a link leads: within the portal in the language of the page, else where it says.
    fn href(&self, address: &str) -> String {
        let own = address.strip_prefix(&self.ask.base);
        let own = own.filter(|rest| rest.is_empty() || rest.starts_with(['/', '?']));
        own.map_or_else(
            || address.to_owned(),
            |rest| self.ask.absolute(&format!("{}{rest}", self.language.root())),
        )
    }

    /// Features as a table of their properties.
    fn collection(&mut self, own: &str, value: &Value, features: &[Value]) {
        let rows: Vec<Value> = features.iter().map(|feature| row(own, feature)).collect();
        let members = value.as_object().into_iter().flatten().filter(|(key, _)| *key != "features");
        let around: Map<String, Value> = members.map(|(key, member)| (key.clone(), member.clone())).collect();
        self.value(&Value::Object(around), 0);
        self.value(&Value::Array(rows), 0);
    }

    fn value(&mut self, value: &Value, depth: usize) {
        match value {
            Value::Null => {}
            Value::String(text) if is_address(text) => {
                let (href, text) = (escape(&self.href(text)), escape(text));
                let _ = write!(self.out, "<a href=\"{href}\" translate=\"no\">{text}</a>");
            }
            Value::String(text) if text.chars().count() > LONG => {
                let _ = write!(self.out, "<span class=\"clamp\">{}</span>", self.said(text));
            }
            Value::String(text) => self.out.push_str(&self.said(text)),
            Value::Bool(_) => {
                let _ = write!(self.out, "<code>{value}</code>");
            }
            Value::Number(_) => {
                let _ = write!(self.out, "<span class=\"num\">{value}</span>");
            }
            Value::Array(items)
                if items.iter().all(|item| item.get("href").is_some()) && !items.is_empty() =>
            {
                self.links(items);
            }
            Value::Array(items) if items.iter().all(Value::is_object) && !items.is_empty() && depth < 2 => {
                self.table(items, depth);
            }
            Value::Array(items) => self.list(items, depth),
            Value::Object(members) => {
                self.out.push_str("<dl class=\"kv\">");
                for (key, member) in members.iter().filter(|(_, member)| !member.is_null()) {
                    let _ = write!(self.out, "<dt>{}</dt><dd>", self.said(key));
                    self.value(member, depth + 1);
                    self.out.push_str("</dd>");
                }
                self.out.push_str("</dl>");
            }
        }
    }

    fn list(&mut self, items: &[Value], depth: usize) {
        for (position, item) in items.iter().take(MOST_ROWS).enumerate() {
            if position > 0 {
                self.out.push_str(if item.is_object() || item.is_array() { "<br>" } else { ", " });
            }
            self.value(item, depth + 1);
        }
        self.cut(items.len());
    }

    fn links(&mut self, items: &[Value]) {
        self.out.push_str("<ul class=\"api-links\">");
        for item in items {
            let text = |key: &str| item.get(key).and_then(Value::as_str).unwrap_or_default();
            let words = [text("title"), text("rel"), text("href")];
            let title = words.into_iter().find(|words| !words.is_empty()).unwrap_or_default();
            let about = if title == text("rel") { "" } else { text("rel") };
            let _ = write!(
                self.out,
                "<li><a href=\"{}\">{}</a> <span class=\"xs\">{} {}</span></li>",
                escape(&self.href(text("href"))),
                part_title(self.ask, title).map_or_else(|| self.said(title), |title| escape(&title)),
                self.said(about),
                self.said(text("type")),
            );
        }
        self.out.push_str("</ul>");
    }

    fn table(&mut self, items: &[Value], depth: usize) {
        let mut columns: Vec<&String> = Vec::new();
        for item in items.iter().take(MOST_ROWS) {
            let known = item.as_object().into_iter().flatten().filter(|(_, value)| !value.is_null());
            for (key, _) in known {
                if !columns.contains(&key) {
                    columns.push(key);
                }
            }
        }
        self.out.push_str("<div class=\"table-wrap\"><table class=\"table\"><thead><tr>");
        for column in &columns {
            let _ = write!(self.out, "<th scope=\"col\">{}</th>", self.said(column));
        }
        self.out.push_str("</tr></thead><tbody>");
        for item in items.iter().take(MOST_ROWS) {
            self.out.push_str("<tr>");
            for column in &columns {
                self.out.push_str("<td>");
                self.value(item.get(column.as_str()).unwrap_or(&Value::Null), depth + 1);
                self.out.push_str("</td>");
            }
            self.out.push_str("</tr>");
        }
        self.out.push_str("</tbody></table></div>");
        self.cut(items.len());
    }

    /// Says that not all rows stand here, and where they do.
    fn cut(&mut self, count: usize) {
        if count <= MOST_ROWS {
            return;
        }
        let (all, most) = (self.language.number(count), self.language.number(MOST_ROWS));
        let _ = write!(
            self.out,
            "<p class=\"small\">{} <a href=\"{}\">{}</a></p>",
            escape(&self.language.with("api-cut", [("all", &all), ("most", &most)])),
            escape(&self.ask.with(&[("f", Some("json"))])),
            escape(&self.language.text("api-all")),
        );
    }
}

fn is_address(text: &str) -> bool {
    (text.starts_with("http://") || text.starts_with("https://")) && !text.contains(' ')
}

/// A feature as a row: its id as a link, its properties, and where it is.
fn row(own: &str, feature: &Value) -> Value {
    let mut row = Map::new();
    let id = feature.get("id").and_then(Value::as_str).unwrap_or_default();
    let href = format!("{own}/{}?f=html", form_urlencoded::byte_serialize(id.as_bytes()).collect::<String>());
    row.insert("id".into(), serde_json::json!([{ "href": href, "title": id }]));
    row.extend(feature.get("properties").and_then(Value::as_object).cloned().unwrap_or_default());
    let at = feature.pointer("/geometry/coordinates").filter(|at| at.get(0).is_some_and(Value::is_number));
    row.insert(
        "geometry".into(),
        at.cloned().unwrap_or_else(|| feature.pointer("/geometry/type").cloned().unwrap_or_default()),
    );
    Value::Object(row)
}
