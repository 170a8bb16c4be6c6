"""Filters: by what a reader of a page may narrow a cross-table down, and which columns each choice leaves.

In: the documents of a cross-table. Out: filters, which travel through the tree as one attribute of its node.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from clust_cli.core.counting.axes import has_axis, vocabulary_of
from clust_cli.core.counting.crosstab import Table, crosstab
from clust_cli.core.counting.selections import Query
from clust_cli.core.documents import Document
from clust_cli.core.kinds.kind import Axis
from clust_cli.core.words import fold
from clust_cli.core.workspace import Workspace


class Choice(NamedTuple):
    """A value to choose, and the columns that have it. Units: columns count from 0."""

    label: str
    columns: tuple[int, ...]


class Filter(NamedTuple):
    """An axis to choose by."""

    title: str
    choices: tuple[Choice, ...]


def filters(
    workspace: Workspace, documents: Sequence[Document], found: Table, where: Query | None = None
) -> tuple[Filter, ...]:
    """The filters of a cross-table: the axes that the kinds of its documents name, but for the one of its columns.

    Shape: values in the vocabulary's order, free ones in that of the alphabet; an axis with fewer than two values
    leaves nothing to choose.
    Source: docs/kinds.md, “Filters”: a filter is itself a cross-table, of the axis and the columns.
    """
    made = (_filter(workspace, documents, found, axis, where) for axis in _axes(documents, found.columns_axis))
    return tuple(one for one in made if len(one.choices) > 1)


def written(filters: Sequence[Filter]) -> str:
    """Filters as one text, for an attribute of a node."""
    return json.dumps(filters, ensure_ascii=False) if filters else ""


def read(text: str) -> tuple[Filter, ...]:
    """The filters that an attribute holds."""
    listed = json.loads(text) if text else []
    return tuple(
        Filter(title, tuple(Choice(label, tuple(columns)) for label, columns in choices)) for title, choices in listed
    )


def _axes(documents: Sequence[Document], columns: Axis) -> Iterator[Axis]:
    kinds = {one.kind.name: one.kind for one in documents if one.kind and has_axis(one, columns)}
    axes = {name: kind.axes[name] for kind in kinds.values() for name in kind.filters if name in kind.axes}
    return (axis for name, axis in axes.items() if name != columns.name)


def _filter(
    workspace: Workspace, documents: Sequence[Document], found: Table, axis: Axis, where: Query | None
) -> Filter:
    table = crosstab(workspace, documents, axis, found.columns_axis, where=where, hide_empty=True)
    choices = [
        Choice(one.label, tuple(at for at, column in enumerate(found.columns) if table.documents(one.id, column.id)))
        for one in table.rows
    ]
    if vocabulary_of(workspace, axis) is None:
        choices.sort(key=lambda choice: fold(choice.label))
    return Filter(axis.title, tuple(choice for choice in choices if choice.columns))
