"""The entries of a document that passages of its text may be coded with: its actions, by their ids and their types.

In: a document and a coded list of its kind. Out: its coded entries. Knows no rule and no table.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from clust_cli.core.documents import Document
from clust_cli.core.kinds.coded_lists import CodedList, entry_codes
from clust_cli.core.plain import Route
from clust_cli.core.reading.fields import entries


class CodedEntry(NamedTuple):
    """An entry of such a list, and the codes that tell of it.

    `term` is empty where the entry names none that the vocabulary knows.
    """

    id: str
    term: str
    route: Route
    codes: frozenset[str]


def coded_entries(document: Document, coded: CodedList) -> Iterator[CodedEntry]:
    """The entries of such a list in a document."""
    for index, entry in entries(document.values, coded.name):
        id, term = str(entry.get("id", "")), coded.vocabulary.by_id.get(str(entry.get(coded.field, "")))
        route = (coded.name, index, "id" if id else coded.field)
        yield CodedEntry(id, term.id if term else "", route, entry_codes(entry, coded))
