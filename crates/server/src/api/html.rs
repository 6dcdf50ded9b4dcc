//! The API for a person with a browser: any of its JSON documents as a page of tables and links.

use super::ask::Ask;
use crate::app::App;
use crate::i18n::Language;
use crate::pages::{Frame, escape};
use serde_json::{Map, Value};
use std::fmt::Write as _;

/// Most members of an array that become rows; the JSON holds all.
const MOST_ROWS: usize = 1000;
/// Letters beyond which a text is folded to a few lines.
const LONG: usize = 60;

/// A page for a document of the API.
pub fn page(app: &App, ask: &Ask, title: &str, value: &Value) -> String {
    let language = app.languages.choose(ask.get("lang"), None);
    let root = app.portal.config.root();
    let mut sheet = Sheet { out: String::new(), language: &language, json: ask.with(&[("f", Some("json"))]) };
    let _ = write!(
        sheet.out,
        "<main id=\"main\" class=\"page api\">{}<h1>{}</h1>",
        crumbs(&language, root, &ask.path),
        escape(title)
    );
    match value.get("features").and_then(Value::as_array) {
        Some(features) => sheet.collection(&format!("{root}{}", items_of(ask)), value, features),
        None => sheet.value(value, 0),
    }
    sheet.out.push_str("</main>");
    Frame::new(app, ask, &language, title).render(&sheet.out)
}

/// The steps to a document: every part of its path is one.
fn crumbs(language: &Language, root: &str, path: &str) -> String {
    let parts: Vec<&str> = path.split('/').filter(|part| !part.is_empty()).collect();
    let mut list = String::new();
    let mut address = root.to_owned();
    for (at, part) in parts.iter().enumerate() {
        address = format!("{address}/{part}");
        let name = if at == 0 { language.text("api-title") } else { (*part).to_owned() };
        let _ = if at + 1 == parts.len() {
            write!(list, "<li aria-current=\"page\">{}</li>", escape(&name))
        } else {
            write!(list, "<li><a href=\"{}?f=html\">{}</a></li>", escape(&address), escape(&name))
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
    /// Address of the whole document.
    json: String,
}

impl Sheet<'_> {
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
                let _ = write!(self.out, "<a href=\"{0}\">{0}</a>", escape(text));
            }
            Value::String(text) if text.chars().count() > LONG => {
                let _ = write!(self.out, "<span class=\"clamp\">{}</span>", escape(text));
            }
            Value::String(text) => self.out.push_str(&escape(text)),
            Value::Bool(_) | Value::Number(_) => {
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
                    let _ = write!(self.out, "<dt>{}</dt><dd>", escape(key));
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
                escape(text("href")),
                escape(title),
                escape(about),
                escape(text("type")),
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
            let _ = write!(self.out, "<th scope=\"col\">{}</th>", escape(column));
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
            escape(&self.json),
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
