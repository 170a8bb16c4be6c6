"""INSEE's lists: every commune is found by its own name, however it is typed; what is asked costs little."""

from __future__ import annotations

import pytest
from conftest import ROOT, make_workspace
from counting import monography
from hypothesis import given
from hypothesis import strategies as st

from clust_cli.core.check import check
from clust_cli.core.geography import EPCI, TOWNS, Geography, epci_key, town_key
from clust_cli.core.sorted_lines import SortedLines
from clust_cli.shell.packaged import PackagedSchemas, read_packaged_schemas

GEOGRAPHY = Geography(read_packaged_schemas())
LINES = [line.split("\t") for line in (ROOT / TOWNS).read_text(encoding="utf-8").splitlines() if line[0] != "#"]
GROUPS = [line.split("\t") for line in (ROOT / EPCI).read_text(encoding="utf-8").splitlines() if line[0] != "#"]


def test_every_commune_is_found_by_its_own_name():
    lost = [name for _key, name, codes in LINES if not set(codes.split()) <= set(GEOGRAPHY.departments_of(name))]
    assert lost == []


def test_every_epci_is_found_by_its_own_name():
    lost = [name for _key, name, *_ in GROUPS if GEOGRAPHY.find_epci(name).name != name]
    assert lost == []


@given(st.sampled_from(LINES), st.sampled_from(["upper", "lower", "spaces", "curly", "brackets", "abbreviated"]))
def test_a_commune_is_found_however_its_name_is_typed(line, manner):
    _key, name, codes = line
    typed = {
        "upper": name.upper(),
        "lower": name.lower(),
        "spaces": name.replace("-", " "),
        "curly": name.replace("'", "’"),
        "brackets": f"{name} (chef-lieu)",
        "abbreviated": name.replace("Saint-", "St-").replace("Sainte-", "Ste "),
    }[manner]
    assert set(codes.split()) <= set(GEOGRAPHY.departments_of(typed))


@given(st.text(max_size=30))
def test_any_text_can_be_asked_for(text):
    assert GEOGRAPHY.is_town(text) is bool(GEOGRAPHY.departments_of(text))
    GEOGRAPHY.find_epci(text)


@given(st.lists(st.text(alphabet="abc", max_size=3)), st.text(alphabet="abc", max_size=2))
def test_sorted_lines_find_what_a_look_at_every_line_finds(names, key):
    data = b"# head\n" + "".join(f"{name}\n" for name in sorted(names) if name).encode()
    lines = SortedLines(data)
    assert [line[0] for line in lines.starting(key)] == [
        name for name in sorted(names) if name.startswith(key) and name
    ]


@pytest.mark.parametrize(
    ("name", "departments"),
    [
        ("Langres", ("52",)),
        ("Carhaix", ("29",)),  # until 1957, and the first word of Carhaix-Plouguer
        ("Lons le Saunier", ("39",)),
        ("Havre", ("76",)),
        ("L’Isle-Adam", ("95",)),
        ("St-Geosmes", ("52",)),
        ("Œuilly", ("02", "51")),
        ("Ajaccio", ("2A",)),
        ("Saint-Denis (La Réunion)", ("93", "974")),
        ("Lons-le-Saulnier", ()),
        ("Carh", ()),
        ("", ()),
        ("---", ()),
    ],
)
def test_a_name_leads_to_its_departments(name, departments):
    found = GEOGRAPHY.departments_of(name)
    assert set(departments) <= set(found)
    assert bool(found) is bool(departments)


def test_a_misspelt_town_is_looked_for_in_the_departments_given_first():
    assert GEOGRAPHY.nearest_town("Lons-le-Saulnier", ["39"]) == "Lons-le-Saunier"
    assert GEOGRAPHY.nearest_town("Lons-le-Saulnier", []) == "Lons-le-Saunier"
    assert GEOGRAPHY.nearest_town("Chaumond", ["52"]) == "Chaumont"
    assert GEOGRAPHY.nearest_town("Zzyzx", ["52"]) == ""


@pytest.mark.parametrize(
    "name",
    [
        "CC du Grand Langres",
        "Grand Langres",
        "Communauté de communes du Grand Langres",
        "communauté de communes du grand langres (CCGL)",
    ],
)
def test_an_epci_is_found_however_its_form_is_written(name):
    assert GEOGRAPHY.find_epci(name).code == "200072999"


def test_a_form_alone_is_no_epci():
    assert GEOGRAPHY.find_epci("Communauté de communes") is None
    assert GEOGRAPHY.nearest_epci("CC du Grand Langre") == "CC du Grand Langres"


def test_the_lists_say_what_they_are_and_how_they_are_sorted():
    for path, lines, key in ((TOWNS, LINES, town_key), (EPCI, GROUPS, epci_key)):
        head = (ROOT / path).read_text(encoding="utf-8").split("\n", 2)
        assert "Licence ouverte 2.0" in head[0]
        assert "@etalab/decoupage-administratif 6.0.0" in head[1]
        assert [line for line in lines if line[0] != key(line[1])] == []
        assert ["\t".join(line) for line in lines] == sorted("\t".join(line) for line in lines)
    assert GEOGRAPHY.vintage == 2026


def test_nothing_is_read_before_a_document_names_a_town():
    files = PackagedSchemas({path: data for path, data in read_packaged_schemas().items() if path.endswith(".yaml")})
    geography = Geography(files)
    assert TOWNS not in files
    assert geography.is_town("Langres")
    assert TOWNS in files
    assert EPCI not in files


class Watched(bytes):
    """Bytes that count how often a search looks for the beginning of a line."""

    looks = 0

    def rfind(self, *arguments):
        self.looks += 1
        return super().rfind(*arguments)


def test_a_search_looks_at_a_few_lines_of_thirty_thousand():
    data = Watched((ROOT / TOWNS).read_bytes())
    lines = SortedLines(data)
    assert [name for _key, name, _codes in lines.starting("langres\t")] == ["Langres"]
    assert 0 < data.looks < 25


def told(**territory):
    workspace = make_workspace({"mementos/02-essai/monographies/a.md": monography("a", territory=territory)})
    rules = ("unknown-town", "town-outside-department", "department-outside-region", "retired-value", "unknown-epci")
    return [(one.rule.id, one.word) for one in check(workspace).diagnostics if one.rule.id in rules]


def test_a_homonym_is_told_only_where_none_of_its_departments_is_given():
    assert told(departments=["52"], main_town="Chaumont") == []
    assert told(departments=["10"], main_town="Chaumont") == [("town-outside-department", "Chaumont")]
    assert told(departments=["10", "52"], main_town="Chaumont") == []


def test_each_town_of_a_list_is_looked_up():
    assert told(departments=["63"], main_town="Saint-Gervais-d'Auvergne et Manzat") == []
    assert told(departments=["63"], main_town="Manzat / Vervins") == [("town-outside-department", "Vervins")]
    assert told(departments=["52"], main_town="Langres, au sud de Chaumont") == []
    assert told(departments=["52"], main_town="lengres") == [("unknown-town", "lengres")]


def test_a_town_is_not_compared_with_a_department_that_is_itself_wrong():
    assert told(departments=["999"], main_town="Vervins") == []


def test_a_region_of_before_2016_is_told_as_retired_and_keeps_its_departments():
    assert told(departments=["52"], regions=["Champagne-Ardenne"]) == [("retired-value", "Champagne-Ardenne")]


def test_an_old_region_misspelt_leads_to_the_present_one():
    regions = make_workspace({}).vocabularies["regions"]
    assert regions.suggest("champagne ardenne") == "Grand Est"
    assert regions.suggest("Grand est") == "Grand Est"


def test_an_epci_of_another_year_is_not_judged():
    assert told(epci=[{"value": 1, "year": 2016, "names": ["CC de Nulle Part"]}]) == []
    assert told(epci=[{"value": 1, "year": 2026, "names": ["CC de Nulle Part"]}]) == [
        ("unknown-epci", "CC de Nulle Part")
    ]


def test_only_the_first_of_many_unknown_towns_get_a_suggestion():
    names = ", ".join(f"Langre{letter}" for letter in "abcdefghijklmnopqrtuvwxyz")
    territory = {"departments": ["52"], "main_town": names}
    workspace = make_workspace({"mementos/02-essai/a.md": monography("a", territory=territory)})
    found = [one.variant for one in check(workspace).diagnostics if one.rule.id == "unknown-town"]
    assert found == ["near"] * 10 + [""] * 15


KIND = """\
format: 1
kind: lieu
edition: 1
extends: document
title: Lieu
fields:
  type: object
  properties:
    places:
      type: array
      items:
        type: object
        properties:
          town: {type: string, geography: town}
          department: {type: string, vocabulary: departments, geography: department}
    region: {type: string, vocabulary: regions, geography: region}
    inhabitants: {type: integer, geography: population}
    groups: {type: array, items: {type: string, geography: epci}}
    author: {type: string, geography: town}
"""


def told_of_places(fields, kind=KIND):
    text = f"---\nkind: lieu\nedition: 1\ntitle: Essai\nstatus: draft\n{fields}---\n\nUn texte.\n"
    workspace = make_workspace({"schemas/lieu.yaml": kind, "mementos/02-essai/a.md": text})
    return [
        (one.rule.id, one.word, one.place.quoted)
        for one in check(workspace).diagnostics
        if one.rule.id != "missing-memento"
    ]


def test_a_kind_of_ones_own_gets_the_same_rules_entry_by_entry():
    fields = """\
author: Brest
region: Bretagne
places:
  - {town: Langres, department: "52"}
  - {town: "Brest, Quimper", department: "22"}
"""
    assert told_of_places(fields) == [
        ("department-outside-region", "52", '"52"'),
        ("town-outside-department", "Brest", "Brest"),
        ("town-outside-department", "Quimper", "Quimper"),
    ]


def test_figures_are_those_of_all_the_epci_named():
    both = "groups: [CC du Grand Langres, CC des Savoir-Faire]\n"
    assert told_of_places(f"{both}inhabitants: 36000\n") == []
    assert told_of_places(f"{both}inhabitants: 360000\n") == [("unlike-official-figure", "360000", "360000")]
    one_unknown = told_of_places("groups: [CC du Grand Langres, CC de Nulle Part]\ninhabitants: 360000\n")
    assert one_unknown == [("unknown-epci", "CC de Nulle Part", "CC de Nulle Part")]


@pytest.mark.parametrize(
    "type", ["type: string, geography: population", "type: integer, geography: town", "geography: year"]
)
def test_a_kind_cannot_mark_what_would_never_be_compared(type):
    kind = KIND.replace("type: integer, geography: population", type)
    assert [rule for rule, *_ in told_of_places("region: Bretagne\n", kind)] == ["broken-kind"]


def test_figures_are_compared_with_the_epci_of_their_own_object():
    kind = KIND.replace(
        "          town:",
        "          names: {type: array, items: {type: string, geography: epci}}\n          inhabitants: {type: integer, geography: population}\n          town:",
    )
    fields = "places:\n  - {inhabitants: 9}\n  - {names: [CC du Grand Langres], inhabitants: 8}\n"
    assert told_of_places(fields, kind) == [("unlike-official-figure", "8", "8")]
    fields = "groups: [CC du Grand Langres]\nplaces:\n  - {inhabitants: 9}\n"
    assert told_of_places(fields, kind) == [("unlike-official-figure", "9", "9")]
    fields = "inhabitants: 9\nplaces:\n  - {names: [CC des Savoir-Faire]}\n  - {names: [CC du Grand Langres]}\n"
    assert told_of_places(fields, kind) == [("unlike-official-figure", "9", "9")]


def test_thousands_of_names_are_judged_one_by_one():
    assert len(told(departments=["52"] * 4000, regions=["Bretagne"] * 1000, main_town="Langres")) == 4000
    groups = [{"value": 1, "year": 2026, "names": ["CC du Grand Langres"] * 30} for _ in range(60)]
    assert told(departments=["52"], regions=["Grand Est"], epci=groups, communes=54) == []
