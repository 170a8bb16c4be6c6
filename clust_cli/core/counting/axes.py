"""Axes: the values by which documents are sorted, found in their fields or in the codes of their text.

In: a document and an axis. Out: the axis's values in it. Source: docs/crosstab.md, “Axes”.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from clust_cli.core.counting.coded import ANY, Told, coded, grouped
from clust_cli.core.documents import Document
from clust_cli.core.kinds.coded_lists import CodedList, entry_codes
from clust_cli.core.kinds.kind import Axis
from clust_cli.core.kinds.vocabularies import Vocabulary
from clust_cli.core.plain import Plain, value_at
from clust_cli.core.workspace import Workspace

GROUP = ".group"
CODE = "code"
"""The axis that no kind needs to name: any code of a text, `code=gtec`."""
_ANY_CODE = Axis(CODE, "Codes", codes=ANY)

Items = Mapping[str, Plain]
"""The one item looked at in each list, by the list's route: {"actions[]": {"type": "gtec", …}}."""


def find_axis(workspace: Workspace, name: str) -> Axis | None:
    """The axis of a name; `programme.group` is that of the groups of the programmes. None where there is none."""
    axis = workspace.axes.get(name.removesuffix(GROUP)) or (_ANY_CODE if name == CODE else None)
    if axis is None or not name.endswith(GROUP):
        return axis
    vocabulary = vocabulary_of(workspace, axis)
    return axis._replace(name=name) if vocabulary and vocabulary.groups else None


def axes_of_field(workspace: Workspace, field: str) -> tuple[Axis, ...]:
    """The axes whose field is called so: `type` is the field of actions' types and of territories'."""
    return tuple(axis for axis in workspace.axes.values() if axis.route.replace("[]", "").split(".")[-1] == field)


def axis_names(workspace: Workspace) -> tuple[str, ...]:
    """Every name that `find_axis` knows, groups included."""
    names = (name for axis in dict.fromkeys((*workspace.axes, CODE)) for name in (axis, axis + GROUP))
    return tuple(name for name in names if find_axis(workspace, name))


def vocabulary_of(workspace: Workspace, axis: Axis) -> Vocabulary | None:
    """The vocabulary of an axis's values; None where its values are free."""
    if axis.codes:
        return workspace.schemas.codable if axis.codes == ANY else workspace.vocabularies.get(axis.codes)
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
    return _own_axis(document, axis) is not None


def values_at(workspace: Workspace, axis: Axis, document: Document, items: Items) -> tuple[str, ...]:
    """The values of an axis in a document, in the items chosen; none where its kind has no such axis."""
    own = _own_axis(document, axis)
    if own is None or own.codes or axis.name.endswith(GROUP):
        return tuple(told_at(workspace, axis, document, items))
    return at_route(document, own.route, items)  # nobody asks which passages tell of them


def told_at(workspace: Workspace, axis: Axis, document: Document, items: Items) -> Told:
    """The values of an axis in a document, in the items chosen, each with the passages that tell of it.

    Shape: a code is told by the passages that carry it; an item of a list whose entries passages are coded with, by
    those that carry its own id or its term; nothing else is told by a passage.
    """
    own = _own_axis(document, axis)
    if own is None:
        return {}
    vocabulary = vocabulary_of(workspace, own) if own.codes or axis.name.endswith(GROUP) else None
    lists = _coded_lists(workspace, document, own)
    if own.codes:
        told: Told = coded(document, own, vocabulary, lists) if vocabulary else {}
    else:
        told = dict.fromkeys(at_route(document, own.route, items), _tellers(document, lists, items))
    return grouped(told, vocabulary) if axis.name.endswith(GROUP) else told


def all_values(workspace: Workspace, axis: Axis, document: Document) -> tuple[str, ...]:
    """The values of an axis in a document, whichever item they stand in, each once."""
    choices = items_of(document, lists_of(axis.route))
    return tuple(dict.fromkeys(value for items in choices for value in values_at(workspace, axis, document, items)))


def at_route(document: Document, route: str, items: Items) -> tuple[str, ...]:
    """The values that a route leads to in a document, in the items chosen."""
    lists = lists_of(route)
    within = items.get(lists[-1]) if lists else document.values
    path = route.removeprefix(lists[-1] if lists else "").removesuffix("[]").strip(".")
    found = value_at(within, path) if isinstance(within, Mapping) else None
    values = found if isinstance(found, list) else [found]
    return tuple(dict.fromkeys(str(value) for value in values if isinstance(value, str | int | float)))


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


def _own_axis(document: Document, axis: Axis) -> Axis | None:
    """The axis as the document's kind has it: two kinds may give one name to different fields."""
    if document.kind is None:
        return None
    return document.kind.axes.get(axis.name.removesuffix(GROUP)) or (axis if axis is _ANY_CODE else None)


def _coded_lists(workspace: Workspace, document: Document, axis: Axis) -> Sequence[CodedList]:
    """The lists of a document whose entries give this axis its codes, or through which its route passes."""
    known = workspace.schemas.coded_lists[document.kind.name] if document.kind else ()
    if axis.codes:
        return [one for one in known if axis.codes in (ANY, one.vocabulary.name)]
    outermost = next(iter(lists_of(axis.route)), "")
    return [one for one in known if f"{one.name}[]" == outermost]


def _tellers(document: Document, lists: Sequence[CodedList], items: Items) -> tuple[int, ...]:
    """The passages that are coded with the items chosen."""
    chosen = ((one, items.get(f"{one.name}[]")) for one in lists)
    codes = {code for one, item in chosen if isinstance(item, Mapping) for code in entry_codes(item, one)}
    return tuple(sorted({number for code in codes for number in document.codes.get(code, ())}))
