"""What the documents of a memento share: their themes by frequency, what only one has, and who says nothing.

In: documents and axes. Out: Lessons, each line with the passages behind it; nothing that a document does not say.
Source: docs/crosstab.md, “Lessons”.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from clust_cli.core.counting.crosstab import Header, Table, crosstab
from clust_cli.core.counting.evidence import Told, evidence
from clust_cli.core.documents import Document
from clust_cli.core.kinds.kind import Axis
from clust_cli.core.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Spoken:
    """What one column says of a row: its passages, or its documents where none tells."""

    column: Header
    told: tuple[Told, ...]


@dataclass(frozen=True, slots=True)
class Theme:
    """A row with the columns that have it, and how many documents of each type do: (type, count), no zeros."""

    row: Header
    spoken: tuple[Spoken, ...]
    by_type: tuple[tuple[Header, int], ...]


@dataclass(frozen=True, slots=True)
class Themes:
    """The themes of an axis, the commonest first; the columns that have none, with their documents."""

    axis: Axis
    themes: tuple[Theme, ...]
    silent: tuple[Spoken, ...]


@dataclass(frozen=True, slots=True)
class Lessons:
    """The lessons of a memento. `columns` counts who could share them; `lone` are rows that only one column has."""

    columns_axis: Axis
    columns: int
    themes: tuple[Themes, ...]
    lone_axis: Axis
    lone: tuple[Theme, ...]


def lessons(
    workspace: Workspace, documents: Sequence[Document], themes: Sequence[Axis], rows: Axis, columns: Axis, types: Axis
) -> Lessons:
    """Gather the lessons: themes of these axes, and the rows (types of action) that only one column (territory) has.

    Shape: documents whose kind has no columns axis are left out. `types` sorts the documents behind each theme.
    """
    found = tuple(_themes(workspace, documents, axis, columns, types) for axis in themes)
    table = crosstab(workspace, documents, rows, columns, hide_empty=True)
    lone = (theme for theme in _by_row(workspace, documents, table, types) if len(theme.spoken) == 1)
    width = len(crosstab(workspace, documents, columns, columns, hide_empty=True).columns)
    return Lessons(columns, width, found, rows, tuple(lone))


def theme_axes(workspace: Workspace) -> tuple[Axis, ...]:
    """The axes of themes: those of the codes of one section."""
    return tuple(axis for axis in workspace.axes.values() if axis.codes and axis.section)


def _themes(workspace: Workspace, documents: Sequence[Document], axis: Axis, columns: Axis, types: Axis) -> Themes:
    table = crosstab(workspace, documents, axis, columns)
    themes = [theme for theme in _by_row(workspace, documents, table, types) if theme.spoken]
    themes.sort(key=lambda theme: -len(theme.spoken))
    everyone = crosstab(workspace, documents, columns, columns, hide_empty=True)
    heard = {column.id for column in table.columns if column.total}
    silent = (Spoken(one, _documents(everyone, documents, one.id)) for one in everyone.columns if one.id not in heard)
    return Themes(axis, tuple(themes), tuple(silent))


def _by_row(workspace: Workspace, documents: Sequence[Document], table: Table, types: Axis) -> list[Theme]:
    sorted_by = crosstab(workspace, documents, table.rows_axis, types, hide_empty=True)
    spoken: dict[str, dict[str, list[Told]]] = {row.id: {} for row in table.rows}
    for one in evidence(table, documents):
        spoken[one.row.id].setdefault(one.column.id, []).append(one.told)
    by_id = {column.id: column for column in table.columns}
    return [
        Theme(
            row,
            tuple(Spoken(by_id[id], tuple(told)) for id, told in spoken[row.id].items()),
            tuple((type, count) for type in sorted_by.columns if (count := len(sorted_by.documents(row.id, type.id)))),
        )
        for row in table.rows
    ]


def _documents(table: Table, documents: Sequence[Document], column: str) -> tuple[Told, ...]:
    behind = table.cell(column, column)
    return tuple(Told(document) for document in documents if document.id in behind)
