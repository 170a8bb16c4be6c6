"""Passages for other programs: the JSON of docs/formats.md, version 1."""

from __future__ import annotations

import json
from collections.abc import Iterable

from clust_cli.core.counting.evidence import Told
from clust_cli.core.plain import Plain


def render_json(found: Iterable[Told]) -> str:
    """Render the finds of a search."""
    return json.dumps({"version": 1, "passages": passages(found)}, ensure_ascii=False, indent=2) + "\n"


def passages(found: Iterable[Told]) -> list[Plain]:
    """Passages as plain values; a document without passage gives none."""
    return [
        {
            "document": told.document.id,
            "path": told.document.path,
            "line": told.line,
            "section": told.heading,
            "text": told.text,
            "codes": [code.id for code in told.passage.codes],
        }
        for told in found
        if told.passage
    ]
