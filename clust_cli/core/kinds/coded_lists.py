"""The lists of a kind whose entries passages of the text may be coded with, by the entries' own ids and by their terms.

In: a kind and the vocabularies. Out: its coded lists. Source: docs/formats.md, “Codes”.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from clust_cli.core.kinds.kind import Kind
from clust_cli.core.kinds.vocabularies import Vocabulary
from clust_cli.core.plain import Plain


class CodedList(NamedTuple):
    """A list whose entries may give themselves an id, and the field that holds their term: actions, by their type."""

    name: str
    field: str
    vocabulary: Vocabulary


def coded_lists(kind: Kind, vocabularies: Mapping[str, Vocabulary]) -> Iterator[CodedList]:
    """The lists of a kind whose entries have ids of their own and terms that may code passages."""
    for name, schema in kind.fields.get("properties", {}).items():
        properties: Mapping[str, Plain] = schema.get("items", {}).get("properties", {})
        if "id" in properties and "vocabulary" not in properties["id"]:
            for field, inner in properties.items():
                vocabulary = vocabularies.get(inner.get("vocabulary", ""))
                if vocabulary and vocabulary.codable:
                    yield CodedList(name, field, vocabulary)


def entry_codes(entry: Mapping[str, Plain], coded: CodedList) -> frozenset[str]:
    """The codes that tell of an entry: the id it gives itself, its term, and the term that took the place of that."""
    term = coded.vocabulary.by_id.get(str(entry.get(coded.field, "")))
    return frozenset({str(entry.get("id", "")), *((term.id, term.replaced_by) if term else ())} - {""})
