"""What must be asked again for other programs: the JSON of docs/formats.md, version 1."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date

from clust_cli.core.plain import Plain
from clust_cli.core.staleness import Stale, StaleMemento


def render_stale_json(mementos: Sequence[StaleMemento], day: date, years: int) -> str:
    """Render what must be asked again as JSON."""
    found = [
        {
            "number": one.memento.number,
            "title": one.memento.title,
            "documents": [
                {
                    "id": document.document.id,
                    "path": document.document.path,
                    "title": document.document.title,
                    "as_of": document.as_of or None,
                    "entries": [_entry(entry) for entry in document.entries],
                }
                for document in one.documents
            ],
        }
        for one in mementos
    ]
    whole = {"version": 1, "day": day.isoformat(), "older_than": years, "mementos": found}
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


def _entry(one: Stale) -> dict[str, Plain]:
    start = one.place.start
    return {
        "sort": one.sort,
        "label": one.label,
        "value": one.value,
        "part": one.part or None,
        "state": one.state or None,
        "since": one.since or None,
        "months": one.months,
        "line": start.line,
        "column": start.column,
    }
