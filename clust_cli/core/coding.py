"""What the passages of a document may be coded with: the entries of its lists, by their own ids and by their terms.

In: a document and the vocabularies. Out: its coded entries. Knows no rule and no table.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from clust_cli.core.documents import Document
from clust_cli.core.kinds.kind import Kind
from clust_cli.core.kinds.vocabularies import Vocabulary
from clust_cli.core.plain import Plain, Route
from clust_cli.core.reading.fields import entries


class CodedList(NamedTuple):
    """A list whose entries may give themselves an id, and the field that holds their term: actions, by their type."""

    name: str
    field: str
    vocabulary: Vocabulary


class CodedEntry(NamedTuple):
    """An entry of such a list. `names` are the codes that tell of it: its id, its term, the term that took its place.

    `term` is empty where the entry names none that the vocabulary knows.
    """

    id: str
    term: str
    route: Route
    names: frozenset[str]


def coded_lists(kind: Kind | None, vocabularies: Mapping[str, Vocabulary]) -> Iterator[CodedList]:
    """The lists of a kind whose entries have ids of their own and terms that may code passages."""
    for name, schema in (kind.fields.get("properties", {}) if kind else {}).items():
        properties: Mapping[str, Plain] = schema.get("items", {}).get("properties", {})
        if "id" in properties and "vocabulary" not in properties["id"]:
            for field, inner in properties.items():
                vocabulary = vocabularies.get(inner.get("vocabulary", ""))
                if vocabulary and vocabulary.codable:
                    yield CodedList(name, field, vocabulary)


def coded_entries(document: Document, coded: CodedList) -> Iterator[CodedEntry]:
    """The entries of such a list in a document."""
    terms = coded.vocabulary.by_id
    for index, entry in entries(document.values, coded.name):
        id, written = str(entry.get("id", "")), str(entry.get(coded.field, ""))
        term = terms.get(written)
        names = frozenset({id, *((term.id, term.replaced_by) if term else ())} - {""})
        route = (coded.name, index, "id" if id else coded.field)
        yield CodedEntry(id, term.id if term else "", route, names)
