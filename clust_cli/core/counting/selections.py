"""Selections: which documents, and which items inside them, satisfy a query.

In: a query, as alternatives of tests. Out: yes or no, and the choices of items for which it is yes.
Tests on axes of one list hold in one and the same item. Source: docs/crosstab.md, “Queries”.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from clust_cli.core.counting.axes import Items, has_axis, items_of, lists_of, told_at, values_at
from clust_cli.core.counting.coded import Told
from clust_cli.core.documents import Document
from clust_cli.core.kinds.kind import Axis
from clust_cli.core.plain import Plain
from clust_cli.core.workspace import Memento, Workspace


@dataclass(frozen=True, slots=True)
class AxisTest:
    """An axis has a value, or, `wanted` being false, has not."""

    axis: Axis
    value: str
    wanted: bool = True


@dataclass(frozen=True, slots=True)
class Never:
    """Nothing in the document satisfies this query: what `not` says."""

    query: Query


@dataclass(frozen=True, slots=True)
class Query:
    """Alternatives, of which one must hold; an alternative is tests that must all hold.

    Shape: `and`, `or` and parentheses are multiplied out when the text is read, so that evaluating stays simple.
    """

    alternatives: tuple[tuple[AxisTest | Never, ...], ...]


EVERYTHING = Query(((),))

Meetings = Mapping[tuple[str, str], tuple[int, ...]]
"""Pairs of a row's and a column's value, each with the numbers of the passages that tell of them."""


def contents(memento: Memento) -> tuple[Document, ...]:
    """What a memento counts and says: its own document, then those that it prints, in order."""
    return (*((memento.document,) if memento.document else ()), *memento.documents)


def tested(query: Query) -> Iterator[Axis]:
    """The axes that a query tests."""
    for alternative in query.alternatives:
        for test in alternative:
            yield from tested(test.query) if isinstance(test, Never) else (test.axis,)


def matches(query: Query, document: Document, workspace: Workspace) -> bool:
    """Whether a document satisfies a query."""
    return any(_holds(alternative, document, workspace) for alternative in query.alternatives)


def meetings(query: Query, rows: Axis, columns: Axis, document: Document, workspace: Workspace) -> Meetings:
    """The pairs of values of two axes that meet in a document, in items that satisfy the query.

    Shape: axes through one list meet inside one item; others meet all with all. With each pair, the passages that
    tell of its row or of its column.
    """
    pairs: dict[tuple[str, str], set[int]] = {}
    for alternative in query.alternatives:
        if _holds(alternative, document, workspace):
            tests = tuple(test for test in alternative if isinstance(test, AxisTest))
            for pair, numbers in _pairs(tests, rows, columns, document, workspace):
                pairs.setdefault(pair, set()).update(numbers)
    return {pair: tuple(sorted(numbers)) for pair, numbers in pairs.items()}


def values_met(query: Query, axis: Axis, document: Document, workspace: Workspace) -> frozenset[str]:
    """The values of an axis in a document, in items that satisfy the query: what `meetings` has as rows."""
    met: set[str] = set()
    for alternative in query.alternatives:
        if _holds(alternative, document, workspace):
            tests = tuple(test for test in alternative if isinstance(test, AxisTest))
            for items in _satisfying(_root(axis), tests, (axis,), document, workspace):
                met.update(values_at(workspace, axis, document, items))
    return frozenset(met)


def entries(
    query: Query, axis: Axis, route: str, document: Document, workspace: Workspace
) -> tuple[Mapping[str, Plain], ...]:
    """The entries of the innermost list on a route in which a query holds and the axis has a value, each once.

    Shape: an axis through the same outermost list must have its value in the very entry, another in the document.
    """
    field = Axis("", "", route)
    found: dict[int, Mapping[str, Plain]] = {}
    for alternative in query.alternatives:
        if not _holds(alternative, document, workspace):
            continue
        tests = tuple(test for test in alternative if isinstance(test, AxisTest))
        is_shared = _root(axis) == _root(field)
        if not is_shared and not any(
            values_at(workspace, axis, document, items)
            for items in _satisfying(_root(axis), tests, (axis,), document, workspace)
        ):
            continue
        axes = (axis, field) if is_shared else (field,)
        for items in _satisfying(_root(field), tests, axes, document, workspace):
            entry = items.get(lists_of(route)[-1])
            if isinstance(entry, Mapping) and (not is_shared or values_at(workspace, axis, document, items)):
                found[id(entry)] = entry
    return tuple(found.values())


def _holds(alternative: Sequence[AxisTest | Never], document: Document, workspace: Workspace) -> bool:
    tests = tuple(test for test in alternative if isinstance(test, AxisTest))
    nevers = (test for test in alternative if isinstance(test, Never))
    roots = dict.fromkeys(_root(test.axis) for test in tests)
    return all(any(True for _ in _satisfying(root, tests, (), document, workspace)) for root in roots) and not any(
        matches(never.query, document, workspace) for never in nevers
    )


def _pairs(
    tests: Sequence[AxisTest], rows: Axis, columns: Axis, document: Document, workspace: Workspace
) -> Iterator[tuple[tuple[str, str], tuple[int, ...]]]:
    def told(axis: Axis, items: Items) -> Told:
        return told_at(workspace, axis, document, items)

    if _root(rows) == _root(columns):
        for items in _satisfying(_root(rows), tests, (rows, columns), document, workspace):
            yield from _crossed(told(rows, items), told(columns, items))
        return
    sides: list[dict[str, tuple[int, ...]]] = []
    for axis in (rows, columns):
        side: dict[str, tuple[int, ...]] = {}
        for items in _satisfying(_root(axis), tests, (axis,), document, workspace):
            for value, numbers in told(axis, items).items():
                side[value] = side.get(value, ()) + numbers
        sides.append(side)
    yield from _crossed(*sides)


def _crossed(rows: Told, columns: Told) -> Iterator[tuple[tuple[str, str], tuple[int, ...]]]:
    for row, numbers in rows.items():
        for column, others in columns.items():
            yield (row, column), numbers + others


def _satisfying(
    root: str, tests: Sequence[AxisTest], axes: Sequence[Axis], document: Document, workspace: Workspace
) -> Iterator[Items]:
    """The choices of items, in the lists under one outermost list, in which the tests on these lists hold."""
    own = [test for test in tests if _root(test.axis) == root]
    lists = {name for axis in (*axes, *(test.axis for test in own)) for name in lists_of(axis.route)}
    for items in items_of(document, lists):
        if all(_true(test, items, document, workspace) for test in own):
            yield items


def _true(test: AxisTest, items: Items, document: Document, workspace: Workspace) -> bool:
    """Whether a test holds in the items chosen; a document whose kind has no such axis satisfies neither = nor !=."""
    if not has_axis(document, test.axis):
        return False
    return (test.value in values_at(workspace, test.axis, document, items)) == test.wanted


def _root(axis: Axis) -> str:
    """The outermost list of an axis: what happens in different ones is independent."""
    return next(iter(lists_of(axis.route)), "")
