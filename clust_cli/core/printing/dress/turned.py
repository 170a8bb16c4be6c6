"""Cross-tables too wide for an upright page: each on a page of its own that lies on its side.

In: dressed blocks, and what a format writes to turn the page and to turn it back. Out: blocks.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from clust_cli.core.printing.ast import Node, Nodes
from clust_cli.core.printing.office import is_wide

Turn = Callable[[Node | None], Nodes]
"""What begins a page on its side, from the heading that stands right before the table."""


def turned(nodes: Nodes, styles: Mapping[str, str], turn: Turn, upright: Node) -> Nodes:
    """The blocks, the page turned before each wide cross-table and what is said over it, and back after its legend."""
    made: Nodes = []
    is_open = False
    for node in nodes:
        if _is_wide_table(node, styles["crosstab"]):
            caption = [made.pop()] if made and _has_style(made[-1], styles["table-caption"]) else []
            heading = made.pop() if made and made[-1]["t"] == "Header" else None
            made += [*turn(heading), *caption, node]
            is_open = True
        elif is_open:
            made += [node, upright] if _has_style(node, styles["legend"]) else [upright, node]
            is_open = False
        else:
            made.append(node)
    return [*made, upright] if is_open else made


def _has_style(node: Node, style: str) -> bool:
    return bool(node["t"] == "Div" and node["c"][0][2] == [["custom-style", style]])


def _is_wide_table(node: Node, crosstab: str) -> bool:
    return bool(node["t"] == "Table" and node["c"][0][2] == [["custom-style", crosstab]] and is_wide(len(node["c"][2])))
