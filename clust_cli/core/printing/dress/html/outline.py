"""The outline of a page: its chapters, the documents in them, and the contents that lead there.

In: the neutral tree. Out: HTML.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from clust_cli.core.printing.ast import Node, Nodes, plain_text, rebuilt
from clust_cli.core.printing.dress.html.blocks import BlockWriter
from clust_cli.core.printing.dress.html.elements import element

_DEEPEST_CONTENTS = 2


def headings(blocks: Nodes) -> tuple[tuple[int, str, str], ...]:
    """Every heading of a tree: its level, its id and its words."""
    found: list[tuple[int, str, str]] = []

    def gather(nodes: Nodes) -> Nodes:
        for node in nodes:
            if node["t"] == "Header":
                found.append((node["c"][0], node["c"][1][0], plain_text(node["c"][2])))
            rebuilt(node, gather, lambda inlines: inlines)
        return nodes

    gather(blocks)
    return tuple(found)


def contents(blocks: Nodes) -> str:
    """The table of contents: chapters, and what is directly in them."""
    chapters: list[tuple[str, list[str]]] = []
    for level, id, words in headings(blocks):
        entry = element("a", escape(words), href=f"#{id}")
        if level == 1 or not chapters:
            chapters.append((entry, []))
        elif level <= _DEEPEST_CONTENTS:
            chapters[-1][1].append(entry)
    entries = (element("li", one + _list(inside)) for one, inside in chapters)
    return element("ol", "\n".join(entries))


def chapters(blocks: Nodes, writer: BlockWriter) -> str:
    """The tree in its chapters, a section each, and its documents, an article each; notes end what they stand in."""
    return "\n".join(_Outline(writer).parts(blocks))


class _Outline:
    """One walk: whether a chapter is open, and at what level a document."""

    def __init__(self, writer: BlockWriter) -> None:
        self.writer = writer
        self.in_chapter = False
        self.document = 0

    def parts(self, blocks: Nodes) -> Iterator[str]:
        for node in blocks:
            heading = _heading(node)
            if heading:
                yield from self.turn(node, *heading)
            yield self.writer.node(node)
        yield from self.end(chapter=True)

    def turn(self, node: Node, level: int, id: str) -> Iterator[str]:
        """End what a heading ends, and begin what it begins."""
        opens_document = node["t"] == "Div" and "opening" in node["c"][0][1]
        if level == 1 or level <= self.document or opens_document:
            yield from self.end(chapter=level == 1)
        if level == 1:
            self.in_chapter = True
            yield '<section class="chapter">'
        if opens_document:
            self.document = level
            page = dict(node["c"][0][2]).get("page", "new")
            yield f'<article class="document document-{escape(page)}" aria-labelledby="{escape(id)}">'

    def end(self, *, chapter: bool) -> Iterator[str]:
        yield self.writer.notes.printed()
        if self.document:
            self.document = 0
            yield "</article>"
        if chapter and self.in_chapter:
            self.in_chapter = False
            yield "</section>"


def _heading(node: Node) -> tuple[int, str] | None:
    """The level and id of the heading that a top node is, or holds first of all."""
    found = headings([node]) if node["t"] in ("Header", "Div") else ()
    return found[0][:2] if found else None


def _list(entries: list[str]) -> str:
    return element("ol", "\n".join(element("li", entry) for entry in entries)) if entries else ""
