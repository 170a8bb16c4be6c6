"""Dress the neutral tree for DOCX: its parts in the styles of the reference document.

In: blocks, a cover, the phrases of print and the names of the styles. Out: blocks for pandoc's docx writer.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping

from clust_cli.core.printing.ast import Node, Nodes, header, para, rebuilt, spoken, styled, words
from clust_cli.core.printing.cover import Cover
from clust_cli.core.printing.dress.docx_contents import contents
from clust_cli.core.printing.dress.pictures import pictures
from clust_cli.core.printing.dress.surround import front, imprint

Names = Mapping[str, str]
_LONGEST_BOOKMARK = 40


def dress_docx(blocks: Nodes, cover: Cover, phrases: Names, styles: Names) -> Nodes:
    """Dress a whole tree, cover and imprint included."""
    dresser = _Dresser(blocks, styles)
    dressed = dresser.blocks([*blocks, *imprint(cover, phrases)])
    summary = [] if cover.alone else contents(dressed, phrases)
    return [*dresser.blocks(front(cover, phrases)), *summary, *dressed]


class _Dresser:
    """One walk over one tree."""

    def __init__(self, blocks: Nodes, styles: Names) -> None:
        self.styles = styles
        self.names = {picture.path: picture.name for picture in pictures(blocks)}

    def blocks(self, nodes: Nodes) -> Nodes:
        return [made for node in nodes for made in self.block(node)]

    def inlines(self, nodes: Nodes) -> Nodes:
        return [self.inline(node) for node in nodes]

    def block(self, node: Node) -> Iterator[Node]:
        if node["t"] == "Div":
            yield from self.part(node)
        elif node["t"] == "Header":
            level, (id, _classes, _pairs), inlines = node["c"]
            yield header(level, self.inlines(inlines), bookmark(id))
        elif node["t"] == "Figure":
            yield from self.figure(node)
        else:
            yield rebuilt(node, self.blocks, self.inlines)

    def part(self, node: Node) -> Iterator[Node]:
        """A special part is what it holds, in the style of its name; headings keep their own."""
        (_id, classes, pairs), inside = node["c"]
        if not classes:
            yield node
            return
        # A section is known by its id, an opening by whether it begins a page.
        style = self.styles.get("-".join([classes[0], *(value for name, value in pairs if name in ("id", "page"))]), "")
        if classes[0] in ("sheet", "crosstab"):
            yield self.table(inside[0], style)
            if inside[1:]:
                yield styled(self.styles["legend"], self.blocks(inside[1:]))
            return
        for block in inside:
            made = self.blocks([block])
            yield from made if block["t"] == "Header" or not style else _all_styled(style, made)

    def table(self, node: Node, style: str) -> Node:
        dressed = rebuilt(node, self.blocks, self.inlines)
        return {"t": "Table", "c": [["", [], [["custom-style", style]]], *dressed["c"][1:]]}

    def figure(self, node: Node) -> Iterator[Node]:
        """An image that stands alone, and its caption under it."""
        [picture] = pictures([node])
        yield styled(self.styles["figure"], [para(self.inlines(node["c"][2][0]["c"]))])
        if picture.caption:
            yield styled(self.styles["legend"], [para(words(picture.caption))])

    def inline(self, node: Node) -> Node:
        if node["t"] == "Image":
            attributes, alt, (path, _title) = node["c"]
            return {"t": "Image", "c": [attributes, alt, [self.names.get(path, path), ""]]}
        if node["t"] == "Span":
            return {"t": "Span", "c": [["", [], spoken(node)], self.inlines(node["c"][1])]}
        if node["t"] == "Link":
            attributes, inlines, (target, _title) = node["c"]
            led = f"#{bookmark(target[1:])}" if target.startswith("#") else target
            return {"t": "Link", "c": [attributes, self.inlines(inlines), [led, ""]]}
        return rebuilt(node, self.blocks, self.inlines)


def _all_styled(style: str, nodes: Nodes) -> Nodes:
    """The paragraphs in a style, down to those of lists, which do not take it from a Div around them."""
    return [
        styled(style, [para(node["c"])])
        if node["t"] in ("Para", "Plain")
        else rebuilt(node, lambda inside: _all_styled(style, inside), lambda inlines: inlines)
        for node in nodes
    ]


def bookmark(id: str) -> str:
    """An id that Word takes as a bookmark: forty characters at most, or pandoc would make up another."""
    if len(id) <= _LONGEST_BOOKMARK:
        return id
    return f"{id[:31]}-{hashlib.sha256(id.encode()).hexdigest()[:8]}"
