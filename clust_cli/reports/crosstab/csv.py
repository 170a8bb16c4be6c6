"""A cross-table as CSV (RFC 4180, commas): counts in the cells, nothing where there is none."""

from __future__ import annotations

from clust_cli.core.counting.crosstab import Table
from clust_cli.reports.comma import render_rows
from clust_cli.reports.language import N_, Say


def render_csv(table: Table, say: Say) -> str:
    """Render a table; the first columns are the row's id, its group and its label."""
    heads = ["id", say(N_("Group")), table.rows_axis.title]
    rows: list[list[str | int]] = [[*heads, *(column.label for column in table.columns), say(N_("Total"))]]
    for row in table.rows:
        counts = (len(table.documents(row.id, column.id)) or "" for column in table.columns)
        rows.append([row.id, row.group_label, row.label, *counts, row.total])
    rows.append(["", "", say("Total"), *(column.total for column in table.columns), table.total])
    return render_rows(rows)
