"""A cross-table for the terminal: short names, groups as sub-headings, ● for one document, a number for more."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from clust_cli.core.counting.crosstab import Table
from clust_cli.reports.language import N_, Say
from clust_cli.reports.sentences import printable

MARK = "●"
_EMPTY = "·"
_GAP = "  "


def render_text(table: Table, say: Say, width: int = 0) -> str:
    """Render a table as aligned text.

    Shape: where it is wider than `width` (0: no limit), columns are numbered and named below it.
    """
    title = f"{printable(table.rows_axis.title)} × {printable(table.columns_axis.title)}"
    if not table.rows or not table.columns:
        return f"{title}\n{say(N_('no document has values on both axes'))}\n"
    heads = [printable(column.short) for column in table.columns]
    lines = _lines(table, heads, say)
    legend: list[str] = []
    if width and max(map(len, lines)) > width:
        numbers = [str(index) for index in range(1, len(heads) + 1)]
        lines = _lines(table, numbers, say)
        legend = ["", *(f"  {number:>{len(numbers[-1])}}  {head}" for number, head in zip(numbers, heads, strict=True))]
    return "\n".join([title, "", *lines, *legend]) + "\n"


def _lines(table: Table, heads: Sequence[str], say: Say) -> list[str]:
    total = say(N_("Total"))
    indent = _GAP if any(row.group for row in table.rows) else ""
    names = [indent + printable(row.short) for row in table.rows]
    first = max(len(name) for name in (*names, total))
    widths = [max(len(head), 2) for head in (*heads, total)]
    lines = [_line("", [*heads, total], first, widths)]
    for group, rows in groupby(zip(table.rows, names, strict=True), key=lambda pair: pair[0].group_label):
        if indent:
            lines.append(printable(group))
        for row, name in rows:
            cells = [_mark(len(table.documents(row.id, column.id))) for column in table.columns]
            lines.append(_line(name, [*cells, str(row.total)], first, widths))
    if table.repeats_columns:
        totals = [str(column.total) for column in table.columns]
        lines.append(_line(total, [*totals, str(table.total)], first, widths))
    return lines


def _line(name: str, cells: Sequence[str], first: int, widths: Sequence[int]) -> str:
    return _GAP.join([name.ljust(first), *_padded(cells, widths)]).rstrip()


def _padded(cells: Sequence[str], widths: Sequence[int]) -> Iterator[str]:
    *marks, total = cells
    yield from (cell.center(width) for cell, width in zip(marks, widths[:-1], strict=True))
    yield total.rjust(widths[-1])


def _mark(count: int) -> str:
    return {0: _EMPTY, 1: MARK}.get(count, str(count))
