"""The codebook: the terms of a vocabulary, and how much documents and passages make of each.

In: a vocabulary and documents. Out: each term with its counts; which vocabularies documents code with.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from clust_cli.core.counting.coded import coded
from clust_cli.core.documents import Document
from clust_cli.core.kinds.kind import Axis
from clust_cli.core.kinds.marked import along
from clust_cli.core.kinds.vocabularies import Term, Vocabulary
from clust_cli.core.workspace import Workspace


class TermUse(NamedTuple):
    """A term, and how many documents name it, in a field or by a code, and how many passages carry it."""

    term: Term
    documents: int
    passages: int


class Used(NamedTuple):
    """Where a vocabulary is used: a field of a kind, or an axis of codes."""

    kind: str
    field: str = ""
    axis: str = ""


def term_uses(workspace: Workspace, vocabulary: Vocabulary, documents: Sequence[Document]) -> tuple[TermUse, ...]:
    """Every term of a vocabulary, in its order.

    Units: a document counts once, however often it names the term; so does a passage. The id that an action gives
    itself stands for its type, as on an axis of codes.
    """
    naming: dict[str, int] = {}
    carrying: dict[str, int] = {}
    axis = Axis(vocabulary.name, vocabulary.title, codes=vocabulary.name)
    for document in documents:
        lists = workspace.schemas.coded_lists[document.kind.name] if document.kind else ()
        own = [one for one in lists if one.vocabulary.name == vocabulary.name]
        told = coded(document, axis, vocabulary, own) if vocabulary.codable else {}
        for id in {*_declared(document, vocabulary), *told}:
            naming[id] = naming.get(id, 0) + 1
        for id, numbers in told.items():
            carrying[id] = carrying.get(id, 0) + len(numbers)
    return tuple(TermUse(term, naming.get(term.id, 0), carrying.get(term.id, 0)) for term in vocabulary.terms)


def uses_of(workspace: Workspace, vocabulary: Vocabulary) -> Iterator[Used]:
    """The fields that take their values from a vocabulary, and the axes that sort by its codes, kind by kind."""
    for kind in workspace.kinds.values():
        for steps, name in kind.coded_fields if not kind.abstract else ():
            if name == vocabulary.name:
                yield Used(kind.name, field=".".join(str(step) for step in steps).replace(".[]", "[]"))
        for axis in kind.axes.values():
            if axis.codes == vocabulary.name:
                yield Used(kind.name, axis=axis.name)


def _declared(document: Document, vocabulary: Vocabulary) -> set[str]:
    if document.kind is None:
        return set()
    fields = [steps for steps, name in document.kind.coded_fields if name == vocabulary.name]
    return {str(value) for steps in fields for _route, value in along(document.values, steps)}
