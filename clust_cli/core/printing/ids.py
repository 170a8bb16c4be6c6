"""The ids of an output: slug--id, numbered where they are taken."""

from __future__ import annotations

from collections.abc import Collection
from itertools import count

from clust_cli.core.documents import Document


def unique(id: str, taken: Collection[str]) -> str:
    """The id, numbered where it is taken."""
    numbered = (f"{id}-{number}" for number in count(2))
    return id if id not in taken else next(one for one in numbered if one not in taken)


def heading_ids(document: Document, anchor: str) -> tuple[str, ...]:
    """The id of each heading of a document, in the order of its text."""
    ids: dict[str, None] = {}
    for heading in document.body.headings:
        ids[unique(f"{anchor}--{heading.id}", ids)] = None
    return tuple(ids)
