"""Axes: the values by which documents are sorted, found in their fields or in the codes of their text.

In: a document and an axis. Out: the axis's values in it. Source: docs/crosstab.md, “Axes”.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from clust_cli.core.coding import coded_entries, coded_lists
from clust_cli.core.documents import Document
from clust_cli.core.kinds.kind import Axis
from clust_cli.core.kinds.vocabularies import Vocabulary
from clust_cli.core.plain import Plain, value_at
from clust_cli.core.reading.body import Passage
from clust_cli.core.workspace import Workspace

GROUP = ".group"

Items = Mapping[str, Plain]
"""The one item looked at in each list, by the list's route: {"actions[]": {"type": "gtec", …}}."""


def find_axis(workspace: Workspace, name: str) -> Axis | None:
    """The axis of a name; `programme.group` is that of the groups of the programmes. None where there is none."""
    axis = workspace.axes.get(name.removesuffix(GROUP))
    if axis is None or not name.endswith(GROUP):
        return axis
    vocabulary = vocabulary_of(workspace, axis)
    return axis._replace(name=name) if vocabulary and vocabulary.groups else None


def axis_names(workspace: Workspace) -> tuple[str, ...]:
    """Every name that `find_axis` knows, groups included."""
    names = (name for axis in workspace.axes for name in (axis, axis + GROUP))
    return tuple(name for name in names if find_axis(workspace, name))


def vocabulary_of(workspace: Workspace, axis: Axis) -> Vocabulary | None:
    """The vocabulary of an axis's values; None where its values are free."""
    if axis.codes:
        return workspace.vocabularies.get(axis.codes)
    for kind in workspace.kinds.values():
        if axis.name.removesuffix(GROUP) in kind.axes:
            return workspace.vocabularies.get(kind.vocabulary_of(axis.route))
    return None


@lru_cache(maxsize=256)
def lists_of(route: str) -> tuple[str, ...]:
    """The lists of items that a route passes through, outermost first.

    Shape: actions[].type passes through actions[]; territory.regions[] through none, for a plain value has no inside.
    """
    parts = route.split("[]")
    return tuple("[]".join(parts[:end]) + "[]" for end in range(1, len(parts)) if parts[end])


def items_of(document: Document, lists: Iterable[str]) -> Iterator[Items]:
    """Every choice of one item in each of these lists; an empty list is chosen nothing from.

    Shape: lists inside one another are chosen from together: an inner item belongs to its outer one.
    """
    yield from _choices(document.values, sorted(lists), {})


def has_axis(document: Document, axis: Axis) -> bool:
    """Whether the document's kind has this axis."""
    return document.kind is not None and axis.name.removesuffix(GROUP) in document.kind.axes


def values_at(workspace: Workspace, axis: Axis, document: Document, items: Items) -> tuple[str, ...]:
    """The values of an axis in a document, in the items chosen; none where its kind has no such axis."""
    own = document.kind.axes.get(axis.name.removesuffix(GROUP)) if document.kind else None
    if own is None:
        return ()
    vocabulary = vocabulary_of(workspace, own) if own.codes or axis.name.endswith(GROUP) else None
    values = _coded(document, own, vocabulary) if own.codes else _at_route(document, own.route, items)
    if not axis.name.endswith(GROUP):
        return values
    terms = (vocabulary.by_id.get(value) for value in values) if vocabulary else ()
    return tuple(dict.fromkeys(term.group for term in terms if term and term.group))


def all_values(workspace: Workspace, axis: Axis, document: Document) -> tuple[str, ...]:
    """The values of an axis in a document, whichever item they stand in, each once."""
    choices = items_of(document, lists_of(axis.route))
    return tuple(dict.fromkeys(value for items in choices for value in values_at(workspace, axis, document, items)))


def _choices(values: Mapping[str, Plain], lists: Sequence[str], chosen: dict[str, Plain]) -> Iterator[Items]:
    if not lists:
        yield chosen
        return
    first, rest = lists[0], lists[1:]
    outer = max((name for name in chosen if first.startswith(name)), key=len, default="")
    within = chosen[outer] if outer else values
    found = value_at(within, first.removeprefix(outer).removesuffix("[]").strip(".")) if within else None
    for item in found if isinstance(found, list) and found else (None,):
        yield from _choices(values, rest, {**chosen, first: item})


def _at_route(document: Document, route: str, items: Items) -> tuple[str, ...]:
    lists = lists_of(route)
    within = items.get(lists[-1]) if lists else document.values
    path = route.removeprefix(lists[-1] if lists else "").removesuffix("[]").strip(".")
    found = value_at(within, path) if isinstance(within, Mapping) else None
    values = found if isinstance(found, list) else [found]
    return tuple(dict.fromkeys(str(value) for value in values if isinstance(value, str | int | float)))


def _coded(document: Document, axis: Axis, vocabulary: Vocabulary | None) -> tuple[str, ...]:
    """The terms that code the text, each once; the id of an item of the document stands for the item's term."""
    own = _own_ids(document, vocabulary)
    codes = (own.get(code.id, code.id) for passage in _passages(document, axis.section) for code in passage.codes)
    return tuple(dict.fromkeys(code for code in codes if vocabulary and code in vocabulary.by_id))


def _passages(document: Document, section: str) -> Iterator[Passage]:
    """The coded passages, of one section where the axis names it."""
    for passage in document.body.passages:
        if passage.codes:
            rule = document.rule_of(document.body.sections[passage.section]) if section else None
            if not section or (rule and rule.id == section):
                yield passage


def _own_ids(document: Document, vocabulary: Vocabulary | None) -> Mapping[str, str]:
    """What the ids that entries give themselves stand for: their term of this vocabulary."""
    lists = coded_lists(document.kind, {vocabulary.name: vocabulary}) if vocabulary else ()
    found = (entry for coded in lists for entry in coded_entries(document, coded))
    return {entry.id: entry.term for entry in found if entry.id and entry.term}
