"""What GDAL, OWSLib and a calendar read from a running portal, and whether the lines of /data do what they say:
checks.py ADDRESS FOLDER.

Prints a line for every check and how many passed at the end; exits with 1 when any failed.
"""

import json
import re
import shutil
import subprocess
import sys
import traceback
import urllib.parse
import urllib.request
from datetime import date
from html.parser import HTMLParser
from pathlib import Path

import icalendar
import recurring_ical_events
from owslib.ogcapi.features import Features

BOX = (70.0, 20.0, 80.0, 30.0)
CHECKS = []


def check(function):
    """Registers a check; its docstring is the sentence that is printed."""
    CHECKS.append(function)
    return function


def equal(found, expected, what):
    if found != expected:
        raise AssertionError(f"{what}: {found!r}, expected {expected!r}")


class Portal:
    """The portal as plain JSON, to compare with."""

    def __init__(self, address, folder):
        self.address = address
        self.api = f"{address}/api"
        self.folder = Path(folder)
        self.layers = [one["id"] for one in self.get("/collections")["collections"]]

    def get(self, path, **parameters):
        query = f"?{urllib.parse.urlencode(parameters)}" if parameters else ""
        with urllib.request.urlopen(f"{self.api}{path}{query}", timeout=60) as answer:
            return json.load(answer)

    def items(self, layer, **parameters):
        return self.get(f"/collections/{layer}/items", **{"limit": 10000, **parameters})

    def fields(self, layer):
        return [name for name in self.get(f"/collections/{layer}/queryables")["properties"] if name != "geometry"]


def gdal(*command):
    """Runs a program of GDAL; an error on its standard error is a failure, too."""
    done = subprocess.run(command, capture_output=True, text=True, timeout=300)
    if done.returncode != 0 or "ERROR" in done.stderr:
        raise AssertionError(f"{' '.join(command)}: {done.returncode}: {done.stderr.strip()}")
    return done.stdout


def count(summary):
    """The feature count that ogrinfo prints for one layer."""
    lines = [line for line in summary.splitlines() if line.startswith("Feature Count: ")]
    equal(len(lines), 1, "lines with a feature count")
    return int(lines[0].split(": ")[1])


def columns(summary):
    """The fields that ogrinfo prints: lines as `name: Type (width)`."""
    kinds = ("String", "Integer", "Integer64", "Real", "Date", "DateTime", "StringList", "IntegerList")
    pairs = [line.split(": ", 1) for line in summary.splitlines() if ": " in line]
    return [name for name, rest in pairs if rest.split(" ")[0].split("(")[0] in kinds]


@check
def gdal_lists_the_layers(portal):
    """GDAL lists every layer"""
    listed = gdal("ogrinfo", "-ro", f"OAPIF:{portal.api}")
    names = [line.split(": ", 1)[1].split(" (")[0] for line in listed.splitlines() if line[:1].isdigit()]
    equal(names, portal.layers, "layers")


@check
def gdal_counts_every_layer(portal):
    """GDAL counts every layer as numberMatched says, one by one"""
    for layer in portal.layers:
        summary = gdal("ogrinfo", "-ro", "-al", "-so", f"OAPIF:{portal.api}", layer)
        equal(count(summary), portal.items(layer, limit=1)["numberMatched"], layer)


@check
def gdal_summarises_all_layers_at_once(portal):
    """GDAL summarises all layers in one run"""
    summary = gdal("ogrinfo", "-ro", "-al", "-so", f"OAPIF:{portal.api}")
    counted = [int(line.split(": ")[1]) for line in summary.splitlines() if line.startswith("Feature Count: ")]
    equal(counted, [portal.items(layer, limit=1)["numberMatched"] for layer in portal.layers], "counts")


@check
def gdal_sees_the_fields(portal):
    """The fields of every layer that has features arrive in GDAL under their names"""
    for layer in portal.layers:
        if portal.items(layer, limit=1)["numberMatched"] == 0:
            continue
        found = columns(gdal("ogrinfo", "-ro", "-al", "-so", f"OAPIF:{portal.api}", layer))
        missing = [name for name in portal.fields(layer) if name not in found]
        equal(missing, [], f"fields of {layer} that are missing among {found}")


@check
def gdal_reads_geometry_types(portal):
    """GDAL knows points as points, areas as areas, and the coordinates as longitude, latitude"""
    for layer, kinds in (("clusters", ["Point"]), ("regions", ["Polygon", "Multi Polygon", "Unknown (any)"])):
        summary = gdal("ogrinfo", "-ro", "-al", "-so", f"OAPIF:{portal.api}", layer)
        kind = next(line.split(": ")[1] for line in summary.splitlines() if line.startswith("Geometry: "))
        equal(kind in kinds, True, f"{layer} is {kind}")
        extent = next(line for line in summary.splitlines() if line.startswith("Extent: "))
        west, south = (float(part) for part in extent.split("(")[1].split(")")[0].split(","))
        equal((50 < west < 80, -2 < south < 20), (True, True), extent)


@check
def gdal_writes_a_geopackage(portal):
    """ogr2ogr writes a layer to a GeoPackage with every feature, position and name"""
    target = portal.folder / "clusters.gpkg"
    gdal("ogr2ogr", "-f", "GPKG", str(target), f"OAPIF:{portal.api}", "clusters")
    expected = portal.items("clusters")
    equal(count(gdal("ogrinfo", "-ro", "-al", "-so", str(target))), expected["numberMatched"], "features")
    back = portal.folder / "clusters.geojson"
    gdal("ogr2ogr", "-f", "GeoJSON", str(back), str(target))
    written = json.loads(back.read_text(encoding="utf-8"))["features"]
    names = sorted(one["properties"]["name"] for one in written)
    equal(names, sorted(one["properties"]["name"] for one in expected["features"]), "names")
    placed = [one for one in written if one["geometry"]]
    equal(len(placed), portal.items("clusters", limit=1, placed="true")["numberMatched"], "positions")


@check
def gdal_copies_areas(portal):
    """ogr2ogr copies the outlines of regions"""
    target = portal.folder / "regions.gpkg"
    gdal("ogr2ogr", "-f", "GPKG", str(target), f"OAPIF:{portal.api}", "regions")
    equal(count(gdal("ogrinfo", "-ro", "-al", "-so", str(target))), portal.items("regions", limit=1)["numberMatched"], "regions")


@check
def gdal_filters_by_a_box(portal):
    """A spatial filter of GDAL finds what bbox finds among placed features"""
    for layer in ("clusters", "centres", "products", "events"):
        summary = gdal("ogrinfo", "-ro", "-al", "-so", "-spat", *map(str, BOX), f"OAPIF:{portal.api}", layer)
        box = ",".join(map(str, BOX))
        expected = portal.items(layer, limit=1, bbox=box, placed="true")["numberMatched"]
        equal(count(summary), expected, layer)


@check
def gdal_reads_features_in_a_box(portal):
    """ogr2ogr with -spat copies exactly the placed features of the box"""
    target = portal.folder / "box.geojson"
    gdal("ogr2ogr", "-f", "GeoJSON", "-spat", *map(str, BOX), str(target), f"OAPIF:{portal.api}", "clusters")
    copied = json.loads(target.read_text(encoding="utf-8"))["features"]
    expected = portal.items("clusters", bbox=",".join(map(str, BOX)), placed="true")["features"]
    names = sorted(one["properties"]["name"] for one in copied)
    equal(names, sorted(one["properties"]["name"] for one in expected), "names in the box")


@check
def gdal_filters_by_a_field(portal):
    """An attribute filter of GDAL finds what the parameter finds"""
    summary = gdal("ogrinfo", "-ro", "-al", "-so", "-where", "family = 'metal'", f"OAPIF:{portal.api}", "clusters")
    equal(count(summary), portal.items("clusters", limit=1, family="metal")["numberMatched"], "metal")


@check
def gdal_filters_by_a_value_with_a_comma(portal):
    """An attribute filter of GDAL finds a value with a comma in it, which is not a list of two"""
    for value in ("Ministry of Textiles, Government of India", "Department of Handicrafts and Handloom, Kashmir"):
        summary = gdal("ogrinfo", "-ro", "-al", "-so", "-where", f"organisation = '{value}'", f"OAPIF:{portal.api}", "centres")
        held = [one["properties"]["organisation"] for one in portal.items("centres")["features"]].count(value)
        equal((count(summary), held > 0), (held, True), value)


@check
def gdal_opens_one_collection(portal):
    """GDAL opens the address of one collection, and a GeoJSON answer as a file"""
    one = gdal("ogrinfo", "-ro", "-al", "-so", f"OAPIF:{portal.api}/collections/products")
    equal(count(one), 16, "products by the collection's address")
    target = portal.folder / "nearest.geojson"
    with urllib.request.urlopen(f"{portal.api}/collections/centres/nearest?point=82.99,25.32&k=5", timeout=60) as answer:
        target.write_bytes(answer.read())
    summary = gdal("ogrinfo", "-ro", "-al", "-so", str(target))
    equal((count(summary), "distance_m" in columns(summary)), (5, True), "nearest as a file")


@check
def gdal_reads_the_downloads(portal):
    """GDAL reads the downloads: GeoJSON and CSV"""
    for form in ("geojson", "csv"):
        target = portal.folder / f"centres.{form}"
        with urllib.request.urlopen(f"{portal.api}/collections/centres/download?f={form}", timeout=60) as answer:
            target.write_bytes(answer.read())
        summary = gdal("ogrinfo", "-ro", "-al", "-so", str(target))
        equal(count(summary), portal.items("centres", limit=1)["numberMatched"], form)


@check
def owslib_reads_the_service(portal):
    """OWSLib reads landing page, conformance and description"""
    service = Features(portal.api)
    equal(service.links[0]["rel"], "self", "first link")
    equal(service.conformance()["conformsTo"], portal.get("/conformance")["conformsTo"], "conformance")
    equal(service.api()["openapi"][:4], "3.0.", "description")


@check
def owslib_reads_the_collections(portal):
    """OWSLib reads the collections and which of them hold features"""
    service = Features(portal.api)
    equal([one["id"] for one in service.collections()["collections"]], portal.layers, "collections")
    equal(service.feature_collections(), portal.layers, "feature collections")
    for layer in portal.layers:
        equal(service.collection(layer), portal.get(f"/collections/{layer}"), layer)


@check
def owslib_reads_items_of_a_box(portal):
    """OWSLib reads items of a box, of a field and of a page"""
    service = Features(portal.api)
    found = service.collection_items("clusters", bbox=list(BOX), limit=10000)
    expected = portal.items("clusters", bbox=",".join(map(str, BOX)))
    equal([one["id"] for one in found["features"]], [one["id"] for one in expected["features"]], "ids in the box")
    metal = service.collection_items("clusters", family="metal", limit=5)
    equal((metal["numberMatched"], len(metal["features"])), (portal.items("clusters", family="metal", limit=1)["numberMatched"], 5), "metal")
    page = service.collection_items("clusters", limit=10, offset=10)
    equal([one["id"] for one in page["features"]], [one["id"] for one in portal.items("clusters")["features"][10:20]], "second page")


@check
def owslib_reads_one_item(portal):
    """OWSLib reads one item of every layer that has any"""
    service = Features(portal.api)
    for layer in portal.layers:
        features = portal.items(layer, limit=1)["features"]
        if features:
            found = service.collection_item(layer, features[0]["id"])
            equal((found["id"], found["properties"]), (features[0]["id"], features[0]["properties"]), layer)


@check
def owslib_reads_queryables(portal):
    """OWSLib reads the queryables"""
    service = Features(portal.api)
    for layer in portal.layers:
        equal(service.collection_queryables(layer), portal.get(f"/collections/{layer}/queryables"), layer)


@check
def icalendar_reads_the_events(portal):
    """icalendar reads the calendar file, and Handicrafts Week comes on the same days in each of five years"""
    with urllib.request.urlopen(f"{portal.api}/events.ics", timeout=60) as answer:
        calendar = icalendar.Calendar.from_ical(answer.read())
    equal([event.errors for event in calendar.walk("VEVENT") if event.errors], [], "properties that cannot be read")
    certain = {one["name"] for one in portal.get("/events")["events"] if one["next"]}
    equal({str(event["SUMMARY"]) for event in calendar.walk("VEVENT")}, certain, "events whose days are certain")
    held = recurring_ical_events.of(calendar).between((2026, 1, 1), (2031, 1, 1))
    weeks = [(event["DTSTART"].dt, event["DTEND"].dt) for event in held if "Handicrafts Week" in event["SUMMARY"]]
    equal(sorted(weeks), [(date(year, 12, 8), date(year, 12, 15)) for year in range(2026, 2031)], "the weeks")


class Pasted(HTMLParser):
    """The texts that a page has for copying, by their headings."""

    def __init__(self, page):
        super().__init__()
        self.texts, self.heading = {}, None
        self.feed(page)

    def handle_starttag(self, tag, attributes):
        if tag == "pre":
            self.heading = dict(attributes)["aria-label"]
            self.texts[self.heading] = ""

    def handle_endtag(self, tag):
        if tag == "pre":
            self.heading = None

    def handle_data(self, data):
        if self.heading:
            self.texts[self.heading] += data


def pasted(portal, program, query=""):
    """What /data tells the users of a program to paste."""
    with urllib.request.urlopen(f"{portal.address}/data{query}", timeout=60) as answer:
        texts = Pasted(answer.read().decode()).texts
    found = [text for heading, text in texts.items() if program in heading]
    equal(len(found), 1, f"texts for {program} among {list(texts)}")
    return found[0]


def typed(portal, text, folder):
    """What lines leave in a new folder when they are typed into a shell there: one file."""
    here = portal.folder / folder
    here.mkdir()
    subprocess.run(["bash", "-c", text], capture_output=True, check=True, cwd=here, timeout=300)
    files = list(here.iterdir())
    equal(len(files), 1, f"files of {text!r}")
    return files[0]


def opened(portal, text, **parameters):
    """The clusters in the one file that some lines read, with the driver that GeoPandas and sf read it with."""
    addresses = re.findall(r'"(http[^"]*)"', text)
    equal(len(addresses), 1, f"addresses in {text!r}")
    summary = gdal("ogrinfo", "-ro", "-al", "-so", addresses[0])
    equal((count(summary), "family" in columns(summary)), (portal.items("clusters", limit=1, **parameters)["numberMatched"], True), "clusters")


def ran(command, text, missing):
    """What a program says to pasted lines; nothing, with a word about it, where the program is not installed."""
    if shutil.which(command[0]) and subprocess.run([*command, missing], capture_output=True).returncode == 0:
        done = subprocess.run([*command, text], capture_output=True, text=True, timeout=300)
        equal(done.returncode, 0, done.stderr)
        return done.stdout
    print(f"        (not run, since `{missing}` does not work here; only what the lines read was read)")
    return None


# A country, a state, a district, and all there is: each line of /data is about the region that was chosen there.
PLACES = ({}, {"within": "PK"}, {"within": "IN-UP"}, {"within": "IN-UP-197"})


@check
def the_line_for_the_shell_works(portal):
    """The line that /data has for the command line saves the clusters of the chosen region under its name"""
    for place in PLACES:
        code = place.get("within", "").lower()
        file = typed(portal, pasted(portal, "command line", f"?{urllib.parse.urlencode(place)}"), f"shell-{code}")
        equal(file.name.startswith(f"karigar-clusters-{code}"), True, file.name)
        expected = portal.items("clusters", limit=1, **place)["numberMatched"]
        equal(count(gdal("ogrinfo", "-ro", "-al", "-so", str(file))), expected, code)


@check
def the_line_for_a_geopackage_works(portal):
    """The line that /data has for GDAL writes the clusters of the chosen region to a GeoPackage"""
    for place in PLACES:
        code = place.get("within", "").lower()
        file = typed(portal, pasted(portal, "GDAL", f"?{urllib.parse.urlencode(place)}"), f"package-{code}")
        equal(file.suffix, ".gpkg", file.name)
        expected = portal.items("clusters", limit=1, **place)["numberMatched"]
        equal(count(gdal("ogrinfo", "-ro", "-al", "-so", str(file))), expected, code)


@check
def the_address_for_qgis_works(portal):
    """The address that /data has for QGIS opens as OGC API – Features, with every layer"""
    listed = gdal("ogrinfo", "-ro", f"OAPIF:{pasted(portal, 'QGIS')}")
    equal(listed.count("(title: "), len(portal.layers), listed)


@check
def the_lines_for_python_work(portal):
    """The lines that /data has for Python read every cluster, and run where GeoPandas is installed"""
    text = pasted(portal, "Python")
    compile(text, "/data", "exec")
    opened(portal, text)
    opened(portal, pasted(portal, "Python", "?within=IN-UP"), within="IN-UP")
    said = ran(["python3", "-c"], text, "import geopandas")
    equal(said is None or "terracotta" in said, True, said)


@check
def the_lines_for_r_work(portal):
    """The lines that /data has for R read every cluster, and run where sf is installed"""
    text = pasted(portal, "R (sf)")
    opened(portal, text)
    opened(portal, pasted(portal, "R (sf)", "?within=IN-UP"), within="IN-UP")
    said = ran(["Rscript", "-e"], f'pdf(NULL); {text}', "library(sf)")
    equal(said is None or "GeoJSON" in said, True, said)


def main():
    portal = Portal(sys.argv[1], sys.argv[2])
    failed = 0
    for one in CHECKS:
        try:
            one(portal)
            print(f"ok      {one.__doc__}")
        except Exception as error:  # a client's own error is a failed check, too
            failed += 1
            print(f"FAILED  {one.__doc__}: {error}")
            if not isinstance(error, AssertionError):
                traceback.print_exc()
    print(f"{len(CHECKS) - failed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
