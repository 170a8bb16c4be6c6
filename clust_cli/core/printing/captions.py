"""Captions: every table and figure that has one is numbered, in the order of the print.

In: a memento's blocks and the phrases of print. Out: the same, the caption in the slot that pandoc's tree has for it.
An author's table takes the paragraph right before it that begins with « Tableau : »; a figure its image's title; a
table of ours brings its own. Knows no format.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from clust_cli.core.printing.ast import Node, Nodes, div, plain, plain_text, rebuilt, words

TABLE, FIGURE = "table", "figure"
_MARK = r"{name}[\s\u00a0\u202f]*:"


def captioned(blocks: Nodes, phrases: Mapping[str, str], credits: Mapping[str, str]) -> Nodes:
    """Number what has a caption; `credits` maps the path of an image to what must be said of its origin."""
    return _Captions(phrases, credits).blocks(blocks)


class _Captions:
    """One walk: how many tables and figures have come."""

    def __init__(self, phrases: Mapping[str, str], credits: Mapping[str, str]) -> None:
        self.phrases = phrases
        self.credits = credits
        self.counts = {TABLE: 0, FIGURE: 0}
        self.mark = re.compile(_MARK.format(name=re.escape(phrases["table"])), re.IGNORECASE)

    def blocks(self, nodes: Nodes) -> Nodes:
        return list(self.walk(nodes))

    def walk(self, nodes: Nodes) -> Iterator[Node]:
        waiting: Node | None = None
        for node in nodes:
            if waiting and node["t"] == "Table":
                yield self.table(node, self.said(waiting) or [])
                waiting = None
                continue
            if waiting:
                yield self.inside(waiting)
            waiting = node if node["t"] == "Para" and self.said(node) else None
            if waiting is None:
                yield self.block(node)
        if waiting:
            yield self.inside(waiting)

    def said(self, paragraph: Node) -> Nodes | None:
        """What a paragraph says of the table below it; None for one that is no caption."""
        inlines: Nodes = paragraph["c"]
        for end in (1, 2, 3):
            if self.mark.fullmatch(plain_text(inlines[:end])):
                rest = inlines[end:]
                return rest[1:] if rest and rest[0]["t"] in ("Space", "SoftBreak") else rest
        return None

    def block(self, node: Node) -> Node:
        if node["t"] == "Table":
            own = node["c"][1][1]
            return self.table(node, own[0]["c"] if own else [])
        return self.figure(node) if node["t"] == "Figure" else self.inside(node)

    def inside(self, node: Node) -> Node:
        return rebuilt(node, self.blocks, lambda inlines: inlines)

    def table(self, node: Node, said: Nodes) -> Node:
        attributes, _caption, *rest = node["c"]
        caption = [plain(self.numbered(TABLE, said))] if said else []
        return {"t": "Table", "c": [attributes, [None, caption], *rest]}

    def figure(self, node: Node) -> Node:
        """A figure whose image has a title; the credit stands under it, with a title or without."""
        attributes, _caption, inside = node["c"]
        path, title = next((image["c"][2] for image in inside[0]["c"] if image["t"] == "Image"), ("", ""))
        caption = [plain(self.numbered(FIGURE, words(title)))] if title else []
        credit = self.credits.get(path, "")
        caption += [div("credit", [plain(words(credit))])] if credit else []
        return {"t": "Figure", "c": [attributes, [None, caption], inside]}

    def numbered(self, kind: str, said: Nodes) -> Nodes:
        self.counts[kind] += 1
        return [*words(self.phrases["caption"].format(name=self.phrases[kind], number=self.counts[kind])), *said]
