"""The entries of a document that passages of its text may be coded with: its actions, by their ids and their types.

In: a document and a coded list of its kind. Out: its coded entries, and its codes. Knows no rule and no table.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from clust_cli.core.documents import Document
from clust_cli.core.kinds.coded_lists import CodedList, entry_codes
from clust_cli.core.plain import Route
from clust_cli.core.reading.fields import entries
from clust_cli.core.workspace import Workspace


class CodedEntry(NamedTuple):
    """An entry of such a list, and the codes that tell of it.

    `term` is empty where the entry names none that the vocabulary knows.
    """

    id: str
    term: str
    route: Route
    codes: frozenset[str]


def known_codes(document: Document, workspace: Workspace) -> frozenset[str]:
    """Every code that means something in a document: the terms that may code a passage, and its own entries."""
    lists = workspace.schemas.coded_lists[document.kind.name] if document.kind else ()
    own = (entry.id for one in lists for entry in coded_entries(document, one))
    return frozenset((*workspace.schemas.codable.by_id, *own)) - {""}


def coded_entries(document: Document, coded: CodedList) -> Iterator[CodedEntry]:
    """The entries of such a list in a document."""
    for index, entry in entries(document.values, coded.name):
        id, term = str(entry.get("id", "")), coded.vocabulary.by_id.get(str(entry.get(coded.field, "")))
        route = (coded.name, index, "id" if id else coded.field)
        yield CodedEntry(id, term.id if term else "", route, entry_codes(entry, coded))
