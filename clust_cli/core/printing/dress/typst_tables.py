"""Tables for typst: set to the left, and cross-tables laid out for the page they will stand on.

In: tables of the neutral tree. Out: the same, cross-tables with upright heads and in as many parts as pages hold.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil
from typing import Any

from clust_cli.core.printing.ast import Node, Nodes, plain, plain_text, raw_inline
from clust_cli.core.printing.dress.typst_words import within

_MOST_COLUMNS = 20
_MOST_LONG_COLUMNS = 12
_LONG_HEAD = 26
_MANY = 900
"""Units: columns besides the first and the last; characters, of an upright head on one line and of a table."""


@dataclass(frozen=True, slots=True)
class _Sheet:
    """A way of the page. Units: shares of the line; characters; centimetres for the rows below the heads."""

    first_column: float
    label: int
    height: float


_UPRIGHT_PAGE, _FLIPPED_PAGE = _Sheet(0.33, 34, 18.0), _Sheet(0.26, 42, 10.2)
_ROW, _LINE = 0.54, 0.345


@dataclass(frozen=True, slots=True)
class CrossTable:
    """A cross-table, or a part of one: `groups` are the rows that name a group, the header row being 0."""

    table: Node
    groups: tuple[int, ...]
    wide: bool
    first: bool
    last: bool


def left_aligned(table: Node) -> Node:
    """A table whose columns are set to the left where the author says nothing: the writer centres whole tables."""
    attributes, caption, columns, *rest = table["c"]
    aligned = [[{"t": "AlignLeft"} if way["t"] == "AlignDefault" else way, width] for way, width in columns]
    return {"t": "Table", "c": [attributes, caption, aligned, *rest]}


def is_full(table: Node) -> bool:
    """Whether a table takes the whole width: one of many columns, or of three with many words."""
    columns = len(table["c"][2])
    return columns > 3 or (columns > 2 and len(plain_text([table])) > _MANY)


def cross_tables(table: Node) -> tuple[CrossTable, ...]:
    """A cross-table as it fits pages: upright or on a flipped one when it is wide, in parts when it is tall."""
    attributes, caption, columns, head, [body], foot = table["c"]
    wide = is_wide(table)
    sheet = _FLIPPED_PAGE if wide else _UPRIGHT_PAGE
    parts = list(_parts(body[3], sheet))
    made = []
    for index, rows in enumerate(parts):
        said = caption if index == 0 else [None, [plain([*one["c"], _CONTINUED]) for one in caption[1]]]
        one: Node = {
            "t": "Table",
            "c": [
                attributes,
                said,
                _widths(columns, sheet),
                _narrow(head),
                [[body[0], body[1], body[2], rows]],
                foot,
            ],
        }
        groups = tuple(number for number, row in enumerate(rows, 1) if _is_group(row))
        made.append(CrossTable(one, groups, wide, index == 0, index == len(parts) - 1))
    return tuple(made)


_CONTINUED = raw_inline("typst", "#continued;")


def is_wide(table: Node) -> bool:
    """Whether a cross-table needs a flipped page: for its columns, or for the length of their names."""
    heads = [len(plain_text(cell[4])) for cell in table["c"][3][1][0][1][1:-1]]
    most = _MOST_COLUMNS if max(heads, default=0) <= _LONG_HEAD else _MOST_LONG_COLUMNS
    return len(heads) > most


def _parts(rows: list[Any], sheet: _Sheet) -> Iterator[list[Any]]:
    """The rows in parts of about one height, a group's name with its first row."""
    heights = [_ROW + _LINE * (len(plain_text(row[1][0][4])) // sheet.label) for row in rows]
    count = max(1, ceil(sum(heights) / sheet.height))
    begin, used = 0, 0.0
    for index, height in enumerate(heights):
        used += height
        following = rows[index + 1 :]
        if used >= sum(heights) / count and following and not _is_group(rows[index]):
            ends = next((step for step, row in enumerate(following[:3]) if _is_group(row)), 0)
            if ends == 0:
                yield rows[begin : index + 1]
                begin, used = index + 1, 0.0
    yield rows[begin:]


def _is_group(row: Any) -> bool:
    """A row of one cell that covers them all names a group."""
    return len(row[1]) == 1


def _widths(columns: list[Any], sheet: _Sheet) -> list[Any]:
    rest = (1 - sheet.first_column) / (len(columns) - 1)
    shares = [sheet.first_column, *(rest for _ in columns[1:])]
    return [[way, {"t": "ColWidth", "c": share}] for (way, _width), share in zip(columns, shares, strict=True)]


def _narrow(head: Any) -> Any:
    """The column heads set upright, but for the first."""
    [[attributes, cells]] = head[1]
    narrow = [[*cell[:4], [plain(within("#upright[", _inlines(cell)))]] for cell in cells[1:]]
    return [head[0], [[attributes, [cells[0], *narrow]]]]


def _inlines(cell: Any) -> Nodes:
    return cell[4][0]["c"] if cell[4] else []
