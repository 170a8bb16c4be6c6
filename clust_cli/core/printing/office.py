"""What DOCX and ODT share once they are written: languages by their codes, and the places of running head and foot."""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import escape

from clust_cli.core.printing.cover import Cover

LANGUAGES = {"fr": "fr-FR", "en": "en-GB"}
_PLACE = re.compile(r"\{\{(\w+)\}\}")


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
