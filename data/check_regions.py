#!/usr/bin/env python3
"""Checks the region lists of this folder against the tables and the shipped polygons.

Standard library only; run from anywhere: python3 check_regions.py. Exit status 1 if anything fails.

How a name becomes a code, in one view ("india" or "neutral"):
 1. country: the row of level 0 with that name.
 2. state or province: the row of level 1 with that name under the country and of that view, else an alias of the
    country with that name, whose parent is empty and whose view fits.
 3. district: if the state's own code exists in this view: the child of the state with that name, else the alias whose
    parent is the state. If the state is known only in the other view (Azad Kashmir in "india"): the alias whose parent
    is that other code. Failing both, an alias of the country without parent.
 4. statistics.csv has no country: a group of tables/region_groups.csv first, then country, India's states, India's
    districts, aliases, then the other countries' units in the same order; the first kind with an answer decides.
Names are compared after NFC and without regard to case.
"""
import csv, json, os, sys, unicodedata

HERE = os.path.dirname(os.path.abspath(__file__))
VIEWS = ("india", "neutral")
LEVELS = ("countries", "admin1", "districts")
failed, passed = [], 0


def ok(cond, msg):
    global passed
    if cond:
        passed += 1
    else:
        failed.append(msg)


def read(name):
    with open(os.path.join(HERE, name), newline="", encoding="utf-8") as f:
        reader = csv.DictReader(f)
        rows = list(reader)
    for i, r in enumerate(rows, 2):
        ok(None not in r and None not in r.values(), f"{name}:{i}: ragged row")
    return rows


def key(s):
    return unicodedata.normalize("NFC", s).casefold().strip()


def fits(row, view):
    return row["view"] in ("both", view)


codes = read("region_codes.csv")
aliases = read("region_aliases.csv")
splits = read("region_splits.csv")
groups = read("tables/region_groups.csv")
by_code = {r["code"]: r for r in codes}

# --- the lists themselves ---------------------------------------------------------------------------------------
ok(len(by_code) == len(codes), "region_codes.csv: codes not unique")
for r in codes:
    w = "region_codes.csv " + r["code"]
    ok(r["level"] in "012" and r["view"] in ("both",) + VIEWS and r["has_geometry"] in "01", w + ": list value")
    ok(bool(r["name"]) and bool(r["name_hi"]) and bool(r["source"]), w + ": no name, Hindi name or source")
    if r["level"] == "0":
        ok(r["parent"] == "", w + ": a country with a parent")
    else:
        p = by_code.get(r["parent"])
        ok(p is not None, w + ": no parent")
        ok(p is not None and int(p["level"]) == int(r["level"]) - 1, w + ": parent on the wrong level")
        ok(p is not None and (p["view"] == "both" or p["view"] == r["view"]), w + ": in a view its parent is not in")
        ok(r["code"].startswith(r["parent"] + "-"), w + ": code does not begin with its parent's")
    if r["census_code"]:
        ok(r["code"] == f"{r['parent']}-{r['census_code']}" and len(r["census_code"]) == 3, w + ": census code")
    if r["name_ur"]:
        ok(r["kind_ur"] in ("source", "usual", "transliteration"), w + ": kind of the Urdu name")
    ok(r["kind_hi"] in ("source", "usual", "transliteration"), w + ": kind of the Hindi name")
for view in VIEWS:
    seen = set()
    for r in codes:
        if fits(r, view):
            k = (r["parent"], key(r["name"]))
            ok(k not in seen, f"region_codes.csv {r['code']}: name twice under one parent ({view})")
            seen.add(k)
for a in aliases:
    w = f"region_aliases.csv {a['name']} ({a['country']} {a['parent']} {a['view']})"
    ok(a["code"] in by_code, w + ": unknown code")
    ok(a["country"] in by_code and by_code[a["country"]]["level"] == "0", w + ": unknown country")
    ok(not a["parent"] or a["parent"] in by_code, w + ": unknown parent")
    ok(a["view"] in ("both",) + VIEWS and bool(a["kind"]) and bool(a["source"]), w + ": list value or no source")
    ok(not a["valid_from"] or (a["valid_from"].isdigit() and len(a["valid_from"]) == 4), w + ": year")
    if a["code"] in by_code:
        ok(by_code[a["code"]]["view"] in ("both", a["view"]), w + ": leads to a region of the other view")
for view in VIEWS:
    seen = {}
    for a in aliases:
        if fits(a, view):
            k = (a["country"], a["parent"], key(a["name"]))
            ok(seen.get(k, a["code"]) == a["code"], f"region_aliases.csv {a['name']}: two codes in view {view}")
            seen[k] = a["code"]
for s in splits:
    w = "region_splits.csv " + s["code"]
    ok(s["code"] in by_code and by_code[s["code"]]["name"] == s["name"], w + ": code and name")
    ok(s["parent_code"] in by_code and by_code[s["parent_code"]]["name"] == s["parent_name"], w + ": parent")
for g in groups:
    members = g["members"].split("; ")
    ok(len(members) > 1 and len(set(members)) == len(members), f"region_groups.csv {g['id']}: members")
    for m in members:
        ok(m in by_code, f"region_groups.csv {g['id']}: unknown member {m}")

# --- names to codes -----------------------------------------------------------------------------------------------
children, alias_at = {}, {}
for r in codes:
    children.setdefault((r["parent"], key(r["name"])), []).append(r)
for a in aliases:
    alias_at.setdefault((a["country"], a["parent"], key(a["name"])), []).append(a)


def child(parent, name, view):
    return {r["code"] for r in children.get((parent, key(name)), []) if fits(r, view)}


def alias(country, parent, name, view):
    return {a["code"] for a in alias_at.get((country, parent, key(name)), []) if fits(a, view)}


def resolve(country, state, district, view):
    """The set of codes a (country, state, district) leads to; right when it has one member."""
    top = child("", country, view)
    if len(top) != 1:
        return top
    (cc,) = top
    if not state:
        return top
    s = child(cc, state, view) or alias(cc, "", state, view)
    if not district or len(s) != 1:
        return s
    (sc,) = s
    raw = {r["code"] for r in children.get((cc, key(state)), [])}
    if sc in raw or not raw:
        d = child(sc, district, view) or alias(cc, sc, district, view)
    else:
        d = set().union(*(alias(cc, x, district, view) for x in raw))
    return d or alias(cc, "", district, view)


def resolve_statistic(name, view):
    g = {x["id"] for x in groups if key(x["name"]) == key(name)}
    if g:
        return g
    named = [r for r in codes if key(r["name"]) == key(name) and fits(r, view)]
    known = [a for a in aliases if key(a["name"]) == key(name) and fits(a, view)]
    steps = [[r["code"] for r in named if r["level"] == "0"]]
    for home in (True, False):
        steps += [[r["code"] for r in named if r["level"] == lv and (r["code"][:2] == "IN") == home] for lv in "12"]
        steps.append([a["code"] for a in known if (a["country"] == "IN") == home])
    return next((set(s) for s in steps if s), set())


TABLES = ("clusters", "centres", "products", "events", "jurisdictions", "training_centres")
checked = 0
for table in TABLES:
    for i, r in enumerate(read(f"tables/{table}.csv"), 2):
        for n, state in enumerate(r["state_or_province"].split("; ")):
            district = r["district"] if n == 0 else ""
            for view in VIEWS:
                got = resolve(r["country"], state, district, view)
                checked += 1
                ok(len(got) == 1, f"{table}.csv:{i} {r['country']} / {state} / {district} ({view}): {sorted(got)}")
        if r.get("census_code"):
            got = resolve(r["country"], state, r["district"], "india")
            ok({by_code[c]["census_code"] for c in got} == {r["census_code"]}, f"{table}.csv:{i}: census code {r['census_code']} is not {sorted(got)}")
for i, r in enumerate(read("tables/district_products.csv"), 2):
    for view in VIEWS:
        got = resolve("India", r["state"], r["district"], view)
        checked += 1
        ok(len(got) == 1, f"district_products.csv:{i} {r['state']} / {r['district']} ({view}): {sorted(got)}")
        if r["census_code"]:
            ok({by_code[c]["census_code"] for c in got} == {r["census_code"]}, f"district_products.csv:{i}: census code {r['census_code']} is not {sorted(got)}")
for i, r in enumerate(read("tables/statistics.csv"), 2):
    for view in VIEWS:
        got = resolve_statistic(r["region"], view)
        checked += 1
        ok(len(got) == 1, f"statistics.csv:{i} {r['region']} ({view}): {sorted(got)}")
for r in read("tables/schemes.csv"):
    ok(len(child("", r["country"], "india")) == 1, f"schemes.csv {r['id']}: country {r['country']}")

# --- polygons -----------------------------------------------------------------------------------------------------
for view in VIEWS:
    path = os.path.join(HERE, "geo", f"regions-{view}.topojson")
    if not os.path.exists(path):
        print(f"note: geo/regions-{view}.topojson not found, polygons of this view not checked")
        continue
    with open(path, encoding="utf-8") as f:
        topo = json.load(f)
    ok(sorted(topo["objects"]) == sorted(LEVELS), f"{view}: objects {sorted(topo['objects'])}")
    have = {}
    for level, name in enumerate(LEVELS):
        ids = [g["id"] for g in topo["objects"][name]["geometries"]]
        ok(len(ids) == len(set(ids)), f"{view} {name}: an id twice")
        for c in ids:
            ok(c in by_code, f"{view} {name}: polygon without a code: {c}")
            if c in by_code:
                ok(by_code[c]["level"] == str(level), f"{view} {c}: in the object {name}")
                ok(by_code[c]["has_geometry"] == "1" and fits(by_code[c], view), f"{view} {c}: polygon, but the list says none")
            have[c] = level
    for r in codes:
        if r["has_geometry"] == "1" and fits(r, view):
            ok(r["code"] in have, f"{view} {r['code']}: the list says a polygon, there is none")
    print(f"{view}: " + ", ".join(f"{len(topo['objects'][n]['geometries'])} {n}" for n in LEVELS) + f", {len(topo['arcs'])} arcs")

for view in VIEWS:
    n = [sum(1 for r in codes if r["level"] == lv and fits(r, view)) for lv in "012"]
    print(f"{view}: codes of level 0, 1, 2: {n[0]}, {n[1]}, {n[2]}")
print(f"{len(codes)} codes, {len(aliases)} aliases, {len(groups)} groups, {checked} names resolved")
for m in failed:
    print("FAILED", m)
print(f"{passed} passed, {len(failed)} failed")
sys.exit(1 if failed else 0)
