"""A cross-table as a Markdown pipe table, as GitHub and pandoc read it."""

from __future__ import annotations

from itertools import groupby

from clust_cli.core.counting.crosstab import Table
from clust_cli.reports.language import N_, Say
from clust_cli.reports.pipes import escaped, pipe_row
from clust_cli.reports.sentences import printable

_MARK = "●"


def render_markdown(table: Table, say: Say) -> str:
    """Render a table; a group is a row of its own, in bold."""
    heads = [printable(table.rows_axis.title), *(column.short for column in table.columns), say(N_("Total"))]
    lines = [pipe_row([escaped(head) for head in heads]), pipe_row([":--", *[":-:"] * len(table.columns), "--:"])]
    for group, rows in groupby(table.rows, key=lambda row: row.group_label):
        if group:
            lines.append(pipe_row([f"**{escaped(group)}**", *[""] * (len(table.columns) + 1)]))
        for row in rows:
            cells = [_mark(len(table.documents(row.id, column.id))) for column in table.columns]
            lines.append(pipe_row([escaped(row.label), *cells, str(row.total)]))
    if table.repeats_columns:
        totals = [str(column.total) for column in table.columns]
        lines.append(pipe_row([f"**{say('Total')}**", *totals, str(table.total)]))
    return "\n".join(lines) + "\n"


def _mark(count: int) -> str:
    return {0: "", 1: _MARK}.get(count, str(count))
