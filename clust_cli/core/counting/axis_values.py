"""The values of an axis as tables and queries know them: ids with their labels, in order.

In: an axis and documents. Out: AxisValue; and which one a word of the user's means.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from clust_cli.core.counting.axes import GROUP, all_values, at_route, items_of, lists_of, vocabulary_of
from clust_cli.core.documents import Document
from clust_cli.core.kinds.kind import Axis
from clust_cli.core.plain import Plain, value_at
from clust_cli.core.words import fold, nearest
from clust_cli.core.workspace import Workspace


@dataclass(frozen=True, slots=True)
class AxisValue:
    """A value of an axis as tables show it. `retired`: a term that another replaces."""

    id: str
    label: str
    short: str
    group: str = ""
    group_label: str = ""
    retired: bool = False


def axis_values(workspace: Workspace, axis: Axis, documents: Sequence[Document]) -> tuple[AxisValue, ...]:
    """The values to show: the vocabulary's, in its order, then those met in the documents, as they are met."""
    values = {value.id: value for value in _of_vocabulary(workspace, axis)}
    for document in documents:
        for met in all_values(workspace, axis, document):
            values.setdefault(met, _met(document, axis, met))
    return tuple(values.values())


def find_value(values: Iterable[AxisValue], word: str) -> str | None:
    """The id that a word means: an id, a label or a short label, compared as people compare words."""
    known = tuple(values)
    if any(value.id == word for value in known):
        return word
    folded = fold(word)
    for name in ("id", "label", "short"):
        for value in known:
            if fold(getattr(value, name)) == folded:
                return value.id
    return None


def nearest_value(values: Iterable[AxisValue], word: str) -> str:
    """The id or the label that a mistyped word looks most like, or an empty text."""
    known = tuple(values)
    return nearest(word, (value.id for value in known)) or nearest(word, (value.label for value in known))


def _of_vocabulary(workspace: Workspace, axis: Axis) -> Iterator[AxisValue]:
    vocabulary = vocabulary_of(workspace, axis)
    if vocabulary is None:
        return
    if axis.name.endswith(GROUP):
        yield from (AxisValue(group.id, group.label, group.label) for group in vocabulary.groups)
        return
    for term in vocabulary.terms:
        group_label = vocabulary.group_labels.get(term.group, "")
        yield AxisValue(term.id, term.label, term.narrow, term.group, group_label, bool(term.replaced_by))


def _met(document: Document, axis: Axis, id: str) -> AxisValue:
    label = str(_said(document, axis, id, axis.label) or id) if axis.label else id
    short = str(_said(document, axis, id, axis.short) or label) if axis.short else label
    return AxisValue(id, label, short)


def _said(document: Document, axis: Axis, id: str, route: str) -> Plain:
    """What a field says of a value: a field of the document, or of the entry in which the value stands."""
    lists = lists_of(route)
    if not lists:
        return document.value(route)
    for items in items_of(document, lists_of(axis.route)):
        entry = items.get(lists[-1])
        if entry and id in at_route(document, axis.route, items):
            return value_at(entry, route.removeprefix(lists[-1]).strip("."))
    return None
