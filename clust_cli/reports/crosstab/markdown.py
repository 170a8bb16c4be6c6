"""A cross-table as a Markdown pipe table, as GitHub and pandoc read it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby

from clust_cli.core.counting.crosstab import Table
from clust_cli.reports.language import N_, Say
from clust_cli.reports.sentences import printable

_MARK = "●"
_SPECIAL = re.compile(r"([\\`*_{}\[\]<>|~#&!@$^])")


def render_markdown(table: Table, say: Say) -> str:
    """Render a table; a group is a row of its own, in bold."""
    heads = [printable(table.rows_axis.title), *(column.short for column in table.columns), say(N_("Total"))]
    lines = [_row([_escaped(head) for head in heads]), _row([":--", *[":-:"] * len(table.columns), "--:"])]
    for group, rows in groupby(table.rows, key=lambda row: row.group_label):
        if group:
            lines.append(_row([f"**{_escaped(group)}**", *[""] * (len(table.columns) + 1)]))
        for row in rows:
            cells = [_mark(len(table.documents(row.id, column.id))) for column in table.columns]
            lines.append(_row([_escaped(row.label), *cells, str(row.total)]))
    if table.repeats_columns:
        totals = [str(column.total) for column in table.columns]
        lines.append(_row([f"**{say('Total')}**", *totals, str(table.total)]))
    return "\n".join(lines) + "\n"


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _escaped(text: str) -> str:
    """Titles are no Markdown of ours: what could be read as a mark is escaped."""
    return _SPECIAL.sub(r"\\\1", printable(text))


def _mark(count: int) -> str:
    return {0: "", 1: _MARK}.get(count, str(count))
