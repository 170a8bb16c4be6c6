"""What the codes of a text say on an axis: its values, each with the passages that carry it.

In: an axis of codes, its vocabulary and a document. Out: numbers of passages, from 0.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from clust_cli.core.coding import coded_entries
from clust_cli.core.documents import Document
from clust_cli.core.kinds.coded_lists import CodedList
from clust_cli.core.kinds.kind import Axis
from clust_cli.core.kinds.vocabularies import Vocabulary

ANY = "*"
"""The `codes` of the axis that every document has: any code, of any vocabulary."""

Told = Mapping[str, tuple[int, ...]]
"""Values, each with the numbers of the passages that tell of it."""


def coded(document: Document, axis: Axis, vocabulary: Vocabulary, lists: Iterable[CodedList]) -> Told:
    """The values of an axis of codes in a document, in its section where the axis names one.

    Shape: the id that an entry of the document gives itself stands for the entry's term; on the axis of any code it
    stands for itself as well. Codes outside the vocabulary are left out, but on that axis.
    """
    stands = {entry.id: entry.term for one in lists for entry in coded_entries(document, one) if entry.id}
    told: dict[str, set[int]] = {}
    for code, numbers in document.codes.items():
        term = stands.get(code) or code
        within = [number for number in numbers if not axis.section or _section(document, number) == axis.section]
        for value in {code, term} if axis.codes == ANY else {term} & vocabulary.by_id.keys():
            told.setdefault(value, set()).update(within)
    return {value: tuple(sorted(numbers)) for value, numbers in told.items() if numbers}


def grouped(told: Told, vocabulary: Vocabulary | None) -> Told:
    """The same by the groups of the terms."""
    groups: dict[str, set[int]] = {}
    for value, numbers in told.items():
        term = vocabulary.by_id.get(value) if vocabulary else None
        if term and term.group:
            groups.setdefault(term.group, set()).update(numbers)
    return {group: tuple(sorted(numbers)) for group, numbers in groups.items()}


def _section(document: Document, number: int) -> str:
    rule = document.rule_of(document.body.sections[document.body.passages[number].section])
    return rule.id if rule else ""
