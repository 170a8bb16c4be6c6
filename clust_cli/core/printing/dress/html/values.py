"""The rows of cross-tables by the value they stand for, so that a document's badges lead to them.

In: a tree whose Spans tell axis and value. Out: the id of each row.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from clust_cli.core.printing.ast import Nodes, held
from clust_cli.core.printing.ids import unique
from clust_cli.core.words import slug

Value = tuple[str, str]
"""The name of an axis and the id of one of its values."""
Rows = Mapping[Value, str]


def rows_of_values(blocks: Nodes) -> Rows:
    """The id of the first row of each value. Shape: `row--action--gtec`."""
    rows: dict[Value, str] = {}
    for value in _values(blocks, inside=False):
        if value not in rows:
            rows[value] = unique(f"row--{slug(value[0])}--{slug(value[1])}", rows.values())
    return rows


def _values(nodes: Nodes, *, inside: bool) -> Iterator[Value]:
    for node in nodes:
        within = inside or (node["t"] == "Div" and "crosstab" in node["c"][0][1])
        if within and node["t"] == "Span":
            attributes = dict(node["c"][0][2])
            if "axis" in attributes:
                yield attributes["axis"], attributes["value"]
        for nodes_within in held(node):
            yield from _values(nodes_within, inside=within)
