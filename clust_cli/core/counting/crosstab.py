"""The cross-table: documents laid out by the values of two axes.

In: documents and two axes. Out: a Table. Knows no format: reports/crosstab/ draws it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from clust_cli.core.counting.axis_values import AxisValue, axis_values
from clust_cli.core.counting.selections import EVERYTHING, Query, contents, matches, meetings
from clust_cli.core.documents import Document
from clust_cli.core.kinds.kind import Axis
from clust_cli.core.workspace import Memento, Workspace


@dataclass(frozen=True, slots=True)
class Header:
    """The head of a row or column. `group` is the id of its group; `total` counts distinct documents."""

    id: str
    label: str
    short: str
    group: str = ""
    group_label: str = ""
    total: int = 0


Cell = Mapping[str, tuple[int, ...]]
"""The ids of documents, each with the numbers of passages."""


@dataclass(frozen=True)
class Table:
    """A cross-table.

    Shape: `cells` holds the non-empty cells: (row id, column id) → the ids of its documents, sorted, each with the
    numbers of its passages that tell of the mark, from 0; so that counts, links and evidence cannot disagree.
    Units: totals count distinct documents; they are no sums of cells.
    """

    rows_axis: Axis
    columns_axis: Axis
    rows: tuple[Header, ...]
    columns: tuple[Header, ...]
    cells: Mapping[tuple[str, str], Cell]
    total: int

    def documents(self, row: str, column: str) -> tuple[str, ...]:
        """The documents of a cell; none where it is empty."""
        return tuple(self.cells.get((row, column), ()))

    def cell(self, row: str, column: str) -> Cell:
        """The documents of a cell with their passages; none where it is empty."""
        return self.cells.get((row, column), {})

    @property
    def repeats_columns(self) -> bool:
        """Whether some column holds several documents: otherwise a reader learns nothing from the columns' totals."""
        return any(column.total > 1 for column in self.columns)


def crosstab(
    workspace: Workspace,
    documents: Sequence[Document],
    rows: Axis,
    columns: Axis,
    *,
    where: Query | None = None,
    only: Sequence[str] = (),
    hide_empty: bool = False,
) -> Table:
    """Lay documents out by the values of two axes.

    Shape: rows and columns in the vocabulary's order, else as met; empty ones kept unless `hide_empty`;
    retired terms only where used. `only` names the rows to show, in their order.
    Units: a document counts once in a cell, however many of its items fall there.
    Source: docs/crosstab.md.
    """
    query = where or EVERYTHING
    chosen = [document for document in documents if matches(query, document, workspace)]
    cells: dict[tuple[str, str], dict[str, tuple[int, ...]]] = {}
    for document in chosen:
        for pair, numbers in meetings(query, rows, columns, document, workspace).items():
            cells.setdefault(pair, {})[document.id] = numbers
    row_values = _only(axis_values(workspace, rows, chosen), only)
    column_values = axis_values(workspace, columns, chosen)
    shown = {value.id for value in row_values}
    kept = {pair: dict(sorted(cell.items())) for pair, cell in cells.items() if pair[0] in shown}
    return Table(
        rows,
        columns,
        _headers(row_values, kept, 0, hide_empty=hide_empty),
        _headers(column_values, kept, 1, hide_empty=hide_empty),
        kept,
        _distinct(kept.values()),
    )


def transpose(table: Table) -> Table:
    """The same table, its rows as columns."""
    cells = {(column, row): ids for (row, column), ids in table.cells.items()}
    return Table(table.columns_axis, table.rows_axis, table.columns, table.rows, cells, table.total)


def counted_documents(workspace: Workspace, memento: Memento | None = None) -> tuple[Document, ...]:
    """The documents a table counts, in printing order: those of a memento, or of them all."""
    chosen = workspace.mementos if memento is None else (memento,)
    return tuple(document for one in chosen for document in contents(one))


def _only(values: Sequence[AxisValue], only: Sequence[str]) -> tuple[AxisValue, ...]:
    if not only:
        return tuple(values)
    by_id = {value.id: value for value in values}
    return tuple(by_id[name] for name in dict.fromkeys(only) if name in by_id)


def _headers(
    values: Iterable[AxisValue], cells: Mapping[tuple[str, str], Cell], side: int, *, hide_empty: bool
) -> tuple[Header, ...]:
    behind: dict[str, set[str]] = {}
    for pair, cell in cells.items():
        behind.setdefault(pair[side], set()).update(cell)
    headers = []
    for value in values:
        total = len(behind.get(value.id, ()))
        if total or not (hide_empty or value.retired):
            headers.append(Header(value.id, value.label, value.short, value.group, value.group_label, total))
    return tuple(headers)


def _distinct(cells: Iterable[Iterable[str]]) -> int:
    return len({document for documents in cells for document in documents})
