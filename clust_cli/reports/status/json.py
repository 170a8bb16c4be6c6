"""Progress for other programs: the JSON of docs/formats.md, version 1."""

from __future__ import annotations

import json
from collections.abc import Sequence

from clust_cli.core.completeness import Completeness, Progress
from clust_cli.core.plain import Plain


def render_json(progresses: Sequence[Progress]) -> str:
    """Render the progress of mementos as JSON."""
    mementos = [
        {
            "number": one.memento.number,
            "title": one.memento.title,
            "percent": one.percent,
            "documents": [_document(document) for document in one.documents],
        }
        for one in progresses
    ]
    return json.dumps({"version": 1, "mementos": mementos}, ensure_ascii=False, indent=2) + "\n"


def _document(one: Completeness) -> dict[str, Plain]:
    document = one.document
    return {
        "id": document.id,
        "path": document.path,
        "kind": document.kind.name if document.kind else None,
        "title": document.title,
        "readable": one.readable,
        "status": document.status if one.readable else None,
        "percent": one.percent,
        "fields": {"owed": one.fields_owed, "done": one.fields_done},
        "words": one.words,
        "assigned": document.value("assigned"),
        "due": document.value("due"),
        "late": one.late,
        "sections": [
            {"id": part.id, "heading": part.heading, "state": part.state.value, "words": part.words}
            for part in one.parts
        ],
    }
