"""A cross-table as XLSX: a sheet of counts, and a sheet that lists every mark with its document."""

from __future__ import annotations

from collections.abc import Mapping

from clust_cli.core.counting.crosstab import Table
from clust_cli.core.documents import Document
from clust_cli.reports.language import N_, Say
from clust_cli.reports.workbook import Sheet, render_workbook


def render_xlsx(table: Table, documents: Mapping[str, Document], say: Say) -> bytes:
    """Render a table; `documents` gives titles and paths by document id."""
    title = f"{table.rows_axis.title} × {table.columns_axis.title}"
    return render_workbook((_counts(table, say), _marks(table, documents, say)), title)


def _counts(table: Table, say: Say) -> Sheet:
    head = (
        "id",
        say(N_("Group")),
        table.rows_axis.title,
        *(column.label for column in table.columns),
        say(N_("Total")),
    )
    rows: list[tuple[str | int | None, ...]] = []
    for row in table.rows:
        counts = (len(table.documents(row.id, column.id)) or None for column in table.columns)
        rows.append((row.id, row.group_label, row.label, *counts, row.total))
    rows.append(("", "", say("Total"), *(column.total for column in table.columns), table.total))
    return Sheet(say(N_("Table")), head, tuple(rows), frozen=3, bold=frozenset({len(rows) - 1}))


def _marks(table: Table, documents: Mapping[str, Document], say: Say) -> Sheet:
    head = (table.rows_axis.title, table.columns_axis.title, "id", say(N_("Document")), say(N_("Path")))
    rows = tuple(
        (row.label, column.label, name, documents[name].title, documents[name].path)
        for row in table.rows
        for column in table.columns
        for name in table.documents(row.id, column.id)
    )
    return Sheet(say(N_("Marks")), head, rows, frozen=0)
