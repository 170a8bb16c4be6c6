"""What DOCX and ODT share once they are written: languages by their codes, and the places of running head and foot."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from html import escape

from clust_cli.core.printing.cover import Cover

_LETTER = 0.18
"""Units: centimetres, the breadth of a letter in the head of a cross-table, with some to spare."""
_LOWEST, _HIGHEST = 2.0, 7.0
_UPRIGHT = 15
"""Units: columns of a cross-table, names and totals included, that an upright page holds."""
LANGUAGES = {"fr": "fr-FR", "en": "en-GB"}
_PLACE = re.compile(r"\{\{(\w+)\}\}")


def is_wide(columns: int) -> bool:
    """Whether a cross-table of so many columns needs the longer side of the page for its line."""
    return columns > _UPRIGHT


def head_height(names: Iterable[str]) -> float:
    """How high the head of a cross-table is, whose names stand upright. Units: centimetres."""
    return min(_HIGHEST, max(_LOWEST, 0.5 + _LETTER * max((len(name) for name in names), default=0)))


def filled(xml: str, cover: Cover, phrases: Mapping[str, str]) -> str:
    """Fill the places that a reference document keeps in its head and foot."""
    values = {
        "numbered": cover.numbered,
        "title": f"{cover.title} · {phrases['draft']}" if cover.draft else cover.title,
        "partners": ", ".join(cover.partners),
        "page": phrases["page"],
        "page_of": phrases["page_of"],
    }
    return _PLACE.sub(lambda found: escape(values[found[1]]), xml)
