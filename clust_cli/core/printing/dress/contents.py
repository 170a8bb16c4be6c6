"""What a table of contents lists: the headings of a dressed tree, with their levels and where they stand."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from clust_cli.core.printing.ast import Nodes, plain_text

DEEPEST = 2


class Entry(NamedTuple):
    """A heading of the contents."""

    level: int
    id: str
    text: str


def entries(blocks: Nodes) -> Iterator[Entry]:
    """The headings of a tree that are listed, in the order of the text; those inside styled parts too."""
    for node in blocks:
        if node["t"] == "Header" and node["c"][0] <= DEEPEST:
            yield Entry(node["c"][0], node["c"][1][0], plain_text(node["c"][2]))
        elif node["t"] == "Div":
            yield from entries(node["c"][1])
