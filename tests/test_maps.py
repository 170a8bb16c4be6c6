"""Maps: every area can be marked, marks stay apart, and what the map shows is said in words."""

from __future__ import annotations

import json
import math
import re
from xml.etree import ElementTree

import pytest
from conftest import ROOT
from hypothesis import given, settings
from hypothesis import strategies as st

from clust_cli.core.kinds.vocabularies import Term, Vocabulary
from clust_cli.core.printing.brand import brand, contrast
from clust_cli.core.printing.map_sheet import MapSheet
from clust_cli.core.printing.maps import Spot, credit_line, locator, overview
from clust_cli.core.printing.markers import radius_for, spread
from clust_cli.core.printing.marks import Inks, mark_of
from clust_cli.core.printing.numerals import numerals
from clust_cli.core.printing.outlines import parse_outlines

FILE = ROOT / "templates" / "maps" / "france.json"
FRANCE = parse_outlines(json.loads(FILE.read_text(encoding="utf-8")))
PHRASES = json.loads((ROOT / "templates" / "phrases.json").read_text(encoding="utf-8"))
INKS = Inks("#14365c", "#a8431f", "#edf2f7", "#b9c6d4")
NAMES = Vocabulary(
    "departments", "Départements", (Term("52", "Haute-Marne"), Term("76", "Seine-Maritime"), Term("80", "Somme"))
)
CODES = st.lists(st.sampled_from([*FRANCE.areas, *FRANCE.far, "99", "", "<&"]), max_size=12)
SVG = "{http://www.w3.org/2000/svg}"
TYPES = {"a": "Rural", "b": "Urbain", "c": "Autre", "d": "Dernier"}


def located(*codes, name="Pays de Langres", lang="fr"):
    return locator(Spot(name, codes), FRANCE, NAMES, INKS, PHRASES[lang])


def surveyed(*spots, lang="fr"):
    return overview(spots, TYPES, FRANCE, INKS, PHRASES[lang])


def points(root):
    """Every point that a drawing names, steps of its paths followed."""
    for one in root.iter():
        for part in re.findall(r"M([^Mlz]+)l([^Mlz]*)", one.get("d", "")):
            (x, y), *steps = pairs(part[0]) + pairs(part[1])
            yield x, y
            for dx, dy in steps:
                x, y = x + dx, y + dy
                yield x, y
        if one.tag == f"{SVG}circle":
            x, y, r = (float(one.get(name)) for name in ("cx", "cy", "r"))
            yield from ((x - r, y - r), (x + r, y + r))
        if one.tag == f"{SVG}rect":
            x, y, width, height = (float(one.get(name)) for name in ("x", "y", "width", "height"))
            yield from ((x, y), (x + width, y + height))
        yield from (tuple(map(float, corner.split(","))) for corner in one.get("points", "").split())


def pairs(text):
    numbers = [float(number) for number in re.findall(r"-?[\d.]+", text)]
    return list(zip(numbers[::2], numbers[1::2], strict=True))


def is_inside(svg):
    root = ElementTree.fromstring(svg)
    _x, _y, width, height = map(float, root.get("viewBox").split())
    return all(0 <= x <= width and 0 <= y <= height for x, y in points(root))


def test_every_department_can_be_marked(memento_2):
    departments = memento_2.vocabularies[FRANCE.vocabulary]
    assert set(departments.by_id) == {*FRANCE.areas, *FRANCE.far}
    assert all(located(code) for code in departments.by_id)


def test_the_data_are_compact_and_so_is_a_map(memento_2):
    spots = [Spot("T", (code,), "abcd"[index % 4]) for index, code in enumerate([*FRANCE.areas][::5])]
    assert FILE.stat().st_size < 60_000
    assert len(located("76", "80").svg) < 25_000
    assert len(surveyed(*spots).map.svg) < 25_000


def test_neighbours_share_their_borders():
    users = [abs(number) for area in FRANCE.areas.values() for ring in area.rings for number in ring]
    coast = {abs(number) for ring in FRANCE.land for number in ring}
    inner = set(users) - coast
    alone = [number for number in inner if users.count(number) != 2]
    # Two slivers of sea were closed: their sides stay two lines.
    assert len(alone) <= 4
    assert max(users.count(number) for number in inner) == 2


def test_an_area_holds_its_own_mark():
    for code, area in FRANCE.areas.items():
        (left, top), (right, bottom) = FRANCE.extent(code)
        assert left < area.centre[0] < right
        assert top < area.centre[1] < bottom


def test_a_map_says_in_words_what_it_shows():
    assert located("52").alt == "Carte de France\u00a0: Pays de Langres. Département marqué\u00a0: Haute-Marne (52)."
    assert located("76", "80", name="Bresle-Yères", lang="en").alt == (
        "Map of France: Bresle-Yères. Departments marked: Seine-Maritime (76), Somme (80)."
    )


def test_an_overview_says_each_group_with_its_numbers():
    found = surveyed(Spot("A", ("52",), "b"), Spot("B", ("76", "80"), "a"), Spot("C", ("52",), "b"))
    assert found.map.alt == (
        "Carte de France\u202f; chaque numéro est placé dans ses départements. "
        "Rural\u00a0: 2 (76, 80)\u202f; Urbain\u00a0: 1 (52), 3 (52)."
    )
    assert [(group.label, [number for number, _spot in group.spots]) for group in found.groups] == [
        ("Rural", [2]),
        ("Urbain", [1, 3]),
    ]
    assert [group.mark.alt for group in found.groups] == ["rond plein", "carré vide"]


def test_what_the_map_does_not_know_is_not_drawn():
    assert located() is None
    assert located("99") is None
    assert surveyed(Spot("A", (), "a"), Spot("B", ("99",), "b")) is None
    assert [
        number
        for group in surveyed(Spot("A", ("99",), "a"), Spot("B", ("52",), "b")).groups
        for number, _ in group.spots
    ] == [2]


def test_a_spot_without_group_has_a_mark_too():
    found = overview([Spot("A", ("52",))], {}, FRANCE, INKS, PHRASES["fr"])
    assert found.map.alt.endswith("départements. 1 (52).")


def test_a_small_area_is_ringed_and_a_large_one_is_not():
    assert located("75").svg.count(INKS.accent) == 1
    assert located("52").svg.count(INKS.accent) == 0
    assert located("974").svg.count(INKS.accent) == 0


def test_what_is_marked_stands_out(memento_2):
    inks = brand(memento_2).colours
    assert contrast(inks.primary, inks.tint) >= 3
    assert contrast(inks.accent, inks.tint) >= 3
    assert contrast(inks.primary, inks.line) >= 3
    for index in range(16):
        mark = mark_of(index, INKS)
        assert contrast(mark.fill, mark.ink) >= 4.5


def test_numerals_need_no_font_and_stand_in_the_middle():
    assert "<text" not in located("974").svg
    assert all(code.isdigit() for code in FRANCE.far)
    drawn = ElementTree.fromstring(numerals("10", (50, 50), 20, "#000000"))
    x, y, scale = (float(one) for one in re.findall(r"-?[\d.]+", drawn.get("transform")))
    assert x + (50 + 42) * scale / 2 == pytest.approx(50)
    assert y + 66 * scale / 2 == pytest.approx(50)
    assert [one.get("transform") for one in drawn] == [None, "translate(50)"]


def test_groups_are_told_apart_without_colour():
    marks = [mark_of(index, INKS) for index in range(16)]
    assert len(set(marks)) == 16
    hollow = [(mark.shape, mark.fill == INKS.paper) for mark in marks]
    assert len(set(hollow[:8])) == 8
    assert len({mark.shape for mark in marks[:4]}) == 4


def test_the_credit_says_what_the_licence_wants():
    for lang in ("fr", "en"):
        line = credit_line(FRANCE, PHRASES[lang])
        for word in (
            "France, departments",
            "Victor Cazanave",
            "CC BY 4.0",
            "creativecommons.org/licenses/by/4.0",
            "svg-maps",
        ):
            assert word in line
    assert "simplifiés" in credit_line(FRANCE, PHRASES["fr"])


def test_what_an_author_writes_stands_in_no_drawing():
    assert located("52", name="<script>").svg == located("52").svg
    assert located("52", name="<script>").alt.startswith("Carte de France\u00a0: <script>.")


@settings(max_examples=40, deadline=None)
@given(codes=CODES, name=st.text(alphabet=st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), max_size=20))
def test_any_codes_make_the_same_map_twice_or_none(codes, name):
    known = [code for code in codes if code in FRANCE]
    found = located(*codes, name=name)
    assert found == located(*codes, name=name)
    assert bool(found) is bool(known)
    if found:
        assert is_inside(found.svg)


@settings(max_examples=40, deadline=None)
@given(data=st.data())
def test_any_spots_make_the_same_overview_twice_or_none(data):
    spots = data.draw(
        st.lists(st.builds(Spot, st.just("N"), CODES.map(tuple), st.sampled_from("abcdefgh")), max_size=25)
    )
    found = surveyed(*spots)
    assert found == surveyed(*spots)
    if found:
        assert is_inside(found.map.svg)
        numbers = {str(number) for group in found.groups for number, _spot in group.spots}
        far = len(FRANCE.far)
        drawn = [len(one) for one in ElementTree.fromstring(found.map.svg).iter(f"{SVG}g")]
        assert drawn[:far] == [3] * far
        known = [
            str(number) for number, spot in enumerate(spots, 1) for code in dict.fromkeys(spot.codes) if code in FRANCE
        ]
        assert drawn[far:] == [len(number) for number in known]
        assert numbers == set(known)


@pytest.mark.parametrize("codes", [["75"] * 30, [*FRANCE.areas], ["974"] * 6, ["75", "92", "93", "94", "95"] * 4])
def test_no_two_markers_overlap(codes):
    sheet = MapSheet(FRANCE, INKS, 110.0, with_marks=True)
    radius = radius_for(len(codes), 7.2 * sheet.point, FRANCE.size)
    homes = [FRANCE.areas[code].centre if code in FRANCE.areas else (60.0, 800.0) for code in codes]
    placed = spread(homes, radius, FRANCE.size)
    apart = [math.dist(one, other) for index, one in enumerate(placed) for other in placed[:index]]
    # To a tenth each way, as they are written.
    assert min(apart) >= 2 * radius - 0.3
    assert all(radius - 0.1 <= x <= FRANCE.size[0] - radius + 0.1 for x, _y in placed)
