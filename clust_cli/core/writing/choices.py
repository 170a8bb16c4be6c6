"""What a field may be chosen from: its vocabulary's terms, or its enumeration.

In: the schema of a field, the vocabularies. Out: ids with their labels, in the order they are printed.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from clust_cli.core.kinds.vocabularies import Vocabulary
from clust_cli.core.plain import Plain
from clust_cli.core.words import fold

MOST_LISTED = 30
"""A longer list is not shown; it is said where to find it."""


class Choice(NamedTuple):
    """One value that may be chosen."""

    id: str
    label: str


def choices(schema: Mapping[str, Plain], vocabularies: Mapping[str, Vocabulary]) -> tuple[Choice, ...]:
    """The choices of a field, or of the entries of a list; none where anything may be written."""
    inner = schema.get("items", schema)
    vocabulary = vocabularies.get(inner.get("vocabulary", ""))
    if vocabulary is None:
        return tuple(Choice(str(one), str(one)) for one in inner.get("enum", ()))
    return tuple(Choice(term.id, term.label) for term in vocabulary.terms if not term.replaced_by)


def choose(text: str, known: Sequence[Choice], *, numbered: bool) -> str:
    """The id that an answer means: an id, a label, or the number it was shown under; else the answer itself."""
    word = text.strip()
    for choice in known:
        if word == choice.id or fold(word) in (fold(choice.id), fold(choice.label)):
            return choice.id
    if numbered and word.isascii() and word.isdigit() and 1 <= int(word) <= len(known):
        return known[int(word) - 1].id
    return word
