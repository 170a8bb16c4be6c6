"""The cross-table as nodes of a document: a table whose marks lead to the documents behind them.

In: a Table and where each document stands in the output. Out: one node, dressed later by each format.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from clust_cli.core.counting.crosstab import Cell, Header, Table
from clust_cli.core.printing.ast import Node, Nodes, Row, div, link, para, row, span, strong, table, words
from clust_cli.core.printing.filters import Filter, written

MARK = "•"
"""Source: the one round sign that Source Sans Pro has; ● is missing from it."""
_FIRST_COLUMN = 0.33


class Place(NamedTuple):
    """Where a document stands in the output: its label, and the ids of its passages by their numbers."""

    anchor: str
    passages: Mapping[int, str]


Places = Mapping[str, Place]
"""The places of the documents in the output, by their ids."""


def crosstab_nodes(found: Table, places: Places, phrases: Mapping[str, str], filters: Sequence[Filter] = ()) -> Node:
    """A cross-table ready to be placed.

    Shape: a caption; a header row; a full-width row before each group; one mark for each document of a cell; totals,
    those of columns only where some column has several documents: `foot` then says so. The words of a row are in a
    Span that tells their axis and value, so that a format may lead there.
    A mark leads to the first passage that tells of it, else to its document.
    """
    head = [words(found.rows_axis.title), *(_column(one, found, places) for one in found.columns)]
    rest = (1 - _FIRST_COLUMN) / (len(found.columns) + 1)
    widths = [_FIRST_COLUMN, *(rest for _ in found.columns), rest]
    rows = list(_rows(found, places))
    if found.repeats_columns:
        totals = [*(one.total for one in found.columns), found.total]
        rows.append(row([words(phrases["total"]), *(words(str(total)) for total in totals)]))
    aligned = "l" + "c" * (len(found.columns) + 1)
    made = table([*head, words(phrases["total"])], rows, widths, aligned, _caption(found, phrases))
    below = para(words(phrases["legend"].format(mark=MARK)))
    attributes = {
        "groups": _group_rows(found),
        "foot": "yes" if found.repeats_columns else "",
        "title": found.columns_axis.title,
    }
    return div("crosstab", [made, below], **attributes, filters=written(filters))


def _caption(found: Table, phrases: Mapping[str, str]) -> Nodes:
    """What is laid out by what: the titles of the two axes."""
    columns = found.columns_axis.title
    return words(phrases["crosstab"].format(rows=found.rows_axis.title, columns=columns[:1].lower() + columns[1:]))


def _rows(found: Table, places: Places) -> Iterator[Row]:
    width = len(found.columns) + 2
    for one, begins in _grouped(found.rows):
        if begins:
            yield row([[strong(words(one.group_label))]], width)
        marks = [_marks(found.cell(one.id, column.id), places) for column in found.columns]
        label = span(words(one.label), axis=found.rows_axis.name, value=one.id)
        yield row([[label], *marks, words(str(one.total))])


def _grouped(rows: Sequence[Header]) -> Iterator[tuple[Header, bool]]:
    """Each row, and whether a group begins with it."""
    before = ""
    for one in rows:
        yield one, bool(one.group_label) and one.group_label != before
        before = one.group_label


def _group_rows(found: Table) -> str:
    """The numbers of the group rows, the header row being 0: what a format needs to tint them."""
    numbers, number = [], 0
    for _one, begins in _grouped(found.rows):
        number += 1
        if begins:
            numbers.append(str(number))
            number += 1
    return " ".join(numbers)


def _column(one: Header, found: Table, places: Places) -> Nodes:
    """A column's head leads to its document, where it has only one."""
    behind = {id for (_row, column), ids in found.cells.items() if column == one.id for id in ids}
    text = words(one.short or one.label)
    place = places.get(next(iter(behind))) if len(behind) == 1 else None
    return [link(text, f"#{place.anchor}")] if place else text


def _marks(cell: Cell, places: Places) -> Nodes:
    return [_mark(numbers, places[id]) if id in places else words(MARK)[0] for id, numbers in cell.items()]


def _mark(numbers: Sequence[int], place: Place) -> Node:
    told = next((place.passages[number] for number in numbers if number in place.passages), place.anchor)
    return link(words(MARK), f"#{told}")
