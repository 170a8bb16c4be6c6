"""Maps: where one document's areas lie, and where those of a whole memento do, group by group.

In: codes of areas, outlines, the words of print. Out: SVG with its text alternative. Knows no kind and no format.
Source: docs/formats.md, “Maps”.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from clust_cli.core.kinds.vocabularies import Vocabulary
from clust_cli.core.printing.map_sheet import Map, MapSheet, Marker
from clust_cli.core.printing.marks import Inks, Mark, draw_mark, mark_of
from clust_cli.core.printing.outlines import Outlines
from clust_cli.core.printing.svg import drawing
from clust_cli.core.printing.typography import typeset_text

Phrases = Mapping[str, str]
_LOCATOR, _OVERVIEW, _KEY = 35.0, 110.0, 4.0
"""Units: millimetres, the widths that lines and letters are drawn for."""


class Spot(NamedTuple):
    """What a number on a map stands for: its name, its areas, and the group it belongs to."""

    name: str
    codes: tuple[str, ...]
    group: str = ""


class Group(NamedTuple):
    """A group of an overview: its label, its mark alone for the legend, and its spots with their numbers."""

    label: str
    mark: Map
    spots: tuple[tuple[int, Spot], ...]


@dataclass(frozen=True, slots=True)
class Overview:
    """A map of many spots, and its legend."""

    map: Map
    groups: tuple[Group, ...]


def locator(spot: Spot, outlines: Outlines, names: Vocabulary, inks: Inks, phrases: Phrases) -> Map | None:
    """Where the areas of one document lie; None where the map knows none of them."""
    codes = _known(spot.codes, outlines)
    if not codes:
        return None
    sheet = MapSheet(outlines, inks, _LOCATOR)
    parts = (*sheet.ground(), *sheet.filled(codes, inks.primary), *sheet.names(codes), *sheet.rings(codes))
    phrase = phrases["map_one" if len(codes) == 1 else "map_several"]
    areas = ", ".join(f"{names.label(code)} ({code})" for code in codes)
    return sheet.map(parts, typeset_text(phrase.format(name=spot.name, areas=areas), phrases["lang"]))


def overview(
    spots: Sequence[Spot], groups: Mapping[str, str], outlines: Outlines, inks: Inks, phrases: Phrases
) -> Overview | None:
    """Number the spots from 1 in their order, each group with a mark of its own; None where the map knows no area.

    Shape: a spot has a marker in each of its areas. `groups` maps ids to labels; a group keeps its mark whichever
    others are on the map.
    """
    numbered = tuple(
        (number, spot._replace(codes=codes))
        for number, spot in enumerate(spots, 1)
        if (codes := _known(spot.codes, outlines))
    )
    if not numbered:
        return None
    order = tuple(dict.fromkeys((*groups, *(spot.group for spot in spots))))
    marks = {group: mark_of(index, inks) for index, group in enumerate(order)}
    codes = tuple(dict.fromkeys(code for _number, spot in numbered for code in spot.codes))
    markers = [Marker(str(number), marks[spot.group], code) for number, spot in numbered for code in spot.codes]
    sheet = MapSheet(outlines, inks, _OVERVIEW, with_marks=True)
    marked = sheet.filled(codes, inks.line, edge=inks.primary)
    parts = (*sheet.ground(), *marked, *sheet.names(), *sheet.markers(markers))
    legend = tuple(
        Group(groups.get(id, id), _key(marks[id], inks, phrases), members)
        for id in order
        if (members := tuple(one for one in numbered if one[1].group == id))
    )
    alt = phrases["map_overview"].format(groups=_in_words(legend, phrases))
    return Overview(sheet.map(parts, typeset_text(alt, phrases["lang"])), legend)


def credit_line(outlines: Outlines, phrases: Phrases) -> str:
    """Whose work the map is, as its licence wants it told: title, author, licence, origin, changes."""
    credit = outlines.credit
    text = phrases["map_credit"].format(
        title=credit.title, author=credit.author, licence=credit.licence, licence_url=credit.licence_url, url=credit.url
    )
    return typeset_text(text, phrases["lang"])


def _known(codes: Sequence[str], outlines: Outlines) -> tuple[str, ...]:
    return tuple(code for code in dict.fromkeys(codes) if code in outlines)


def _key(mark: Mark, inks: Inks, phrases: Phrases) -> Map:
    """A mark without number, for the legend."""
    side = 24
    figure = draw_mark(mark, (side / 2, side / 2), side * 0.42, "", inks)
    alt = phrases["mark_hollow" if mark.fill == inks.paper else "mark_full"].format(shape=phrases[f"mark_{mark.shape}"])
    return Map(drawing((side, side), [figure]), alt, _KEY, _KEY)


def _in_words(groups: Sequence[Group], phrases: Phrases) -> str:
    """« Rural structuré : 1 (52), 5 (82) ; … », what the map shows to those who see it."""
    texts = []
    for group in groups:
        spots = ", ".join(f"{number} ({', '.join(spot.codes)})" for number, spot in group.spots)
        texts.append(f"{group.label}{phrases['colon']} {spots}" if group.label else spots)
    return phrases["semicolon"].join(texts)
