"""The chapters of a memento: one that holds several documents opens as a part, with its first words.

In: the blocks of a chapter, its heading first. Out: the same, the opening in a node of class `part`.
"""

from __future__ import annotations

from itertools import accumulate, takewhile

from clust_cli.core.printing.ast import Node, Nodes, div, plain_text

_PART = 2
"""Units: documents. From how many on a chapter has a page that lists them."""
_MOST = 900
"""Units: characters. What stands on the page of a part before the list of what it holds."""


def opened(blocks: Nodes) -> Nodes:
    """The chapter, opened as a part where documents stand in it: its heading, and the paragraphs that follow it.

    A single document, such as a survey, follows its chapter's words: a page that lists it would be all but empty.
    """
    if sum(map(_is_document, blocks)) < _PART or blocks[0]["t"] != "Header":
        return blocks
    paragraphs = list(takewhile(lambda node: node["t"] == "Para", blocks[1:]))
    if blocks[1 + len(paragraphs) :][:1] and blocks[1 + len(paragraphs)]["t"] == "Table":
        paragraphs = paragraphs[:-1]  # what stands right before a table belongs to it
    lengths = accumulate(len(plain_text([node])) for node in paragraphs)
    lead = 1 + sum(length <= _MOST for length in lengths)
    return [div("part", blocks[:lead]), *blocks[lead:]]


def _is_document(node: Node) -> bool:
    return bool(node["t"] == "Div" and node["c"][0][1] == ["opening"])
