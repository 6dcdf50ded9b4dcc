//! Who may depend on whom, read from the manifests: the arrows of the workspace go one way only.
#![expect(clippy::unwrap_used, reason = "a story ends where it meets what it did not expect")]

use cargo_metadata::{DependencyKind, Metadata, MetadataCommand, Package, PackageId};
use std::collections::{BTreeMap, BTreeSet};

fn metadata() -> Metadata {
    let manifest = karigar_e2e::repository().join("Cargo.toml");
    let mut command = MetadataCommand::new();
    command.manifest_path(manifest).other_options(vec!["--locked".into()]).exec().unwrap()
}

/// What a package of the workspace names in its manifest, for normal use and for building.
fn named<'a>(metadata: &'a Metadata, package: &str) -> BTreeSet<&'a str> {
    let dependencies = find(metadata, package).dependencies.iter();
    let used = dependencies.filter(|dependency| dependency.kind != DependencyKind::Development);
    used.map(|dependency| dependency.name.as_str()).collect()
}

fn find<'a>(metadata: &'a Metadata, package: &str) -> &'a Package {
    metadata.workspace_packages().into_iter().find(|known| known.name == package).unwrap()
}

#[test]
fn siblings_never_see_each_other() {
    let metadata = metadata();
    let ours = |package: &str| -> Vec<String> {
        named(&metadata, package)
            .iter()
            .filter(|name| name.starts_with("karigar-"))
            .map(ToString::to_string)
            .collect()
    };
    assert_eq!(ours("karigar-model"), Vec::<String>::new());
    for package in ["karigar-index", "karigar-ingest", "karigar-formats", "karigar-store"] {
        assert_eq!(ours(package), ["karigar-model"], "{package}");
    }
    let all = ["karigar-formats", "karigar-index", "karigar-ingest", "karigar-model", "karigar-store"];
    assert_eq!(ours("karigar-server"), all);
    assert_eq!(ours("karigar-e2e"), Vec::<String>::new(), "stories stand outside");
}

#[test]
fn sql_and_http_stay_where_they_belong() {
    let metadata = metadata();
    for package in metadata.workspace_packages() {
        for (dependency, owner) in [
            ("sqlx", "karigar-store"),
            ("axum", "karigar-server"),
            ("askama", "karigar-server"),
            ("tower-http", "karigar-server"),
            ("clap", "karigar-server"),
        ] {
            let names = package.dependencies.iter().any(|named| named.name == dependency);
            assert_eq!(names, package.name == owner, "{} and {dependency}", package.name);
        }
    }
}

#[test]
fn what_computes_is_synchronous() {
    let metadata = metadata();
    for package in ["karigar-model", "karigar-index", "karigar-ingest", "karigar-formats"] {
        for dependency in ["tokio", "hyper", "reqwest", "ureq", "futures"] {
            assert!(!named(&metadata, package).contains(dependency), "{package} names {dependency}");
        }
    }
}

#[test]
fn there_are_no_features_of_our_own() {
    for package in metadata().workspace_packages() {
        assert!(package.features.is_empty(), "{}: {:?}", package.name, package.features.keys());
    }
}

#[test]
fn the_tree_of_the_server_stays_lean() {
    let metadata = metadata();
    let resolved = metadata.resolve.as_ref().unwrap();
    let nodes: BTreeMap<&PackageId, _> = resolved.nodes.iter().map(|node| (&node.id, node)).collect();
    let mut seen = BTreeSet::new();
    let mut open = vec![&find(&metadata, "karigar-server").id];
    while let Some(id) = open.pop() {
        if seen.insert(id) {
            let used = nodes[id].deps.iter().filter(|dependency| {
                dependency.dep_kinds.iter().any(|kind| kind.kind != DependencyKind::Development)
            });
            open.extend(used.map(|dependency| &dependency.pkg));
        }
    }
    assert!(seen.len() > 50, "{} packages are too few to be all", seen.len());
    assert!(seen.len() <= 400, "the server builds from {} packages", seen.len());
    let names: BTreeSet<&str> =
        metadata.packages.iter().filter(|p| seen.contains(&p.id)).map(|p| p.name.as_str()).collect();
    for unwanted in ["openssl-sys", "cmake"] {
        assert!(!names.contains(unwanted), "{unwanted} is in the tree");
    }
}
