"""Dress the neutral tree for word processors: its parts in the styles of the reference documents.

In: blocks, a cover, the phrases of print and the names of the styles. Out: blocks, whose Divs, spans and tables name
their styles, for pandoc's docx writer and for our own of ODT.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from clust_cli.core.printing.ast import SPACE, Node, Nodes, div, para, rebuilt, spoken, strong, styled, words
from clust_cli.core.printing.cover import Cover
from clust_cli.core.printing.dress.pictures import pictures
from clust_cli.core.printing.dress.surround import FOOT, front, imprint

Names = Mapping[str, str]
_LONGEST_BOOKMARK = 40
_TITLES = {1: "title-alone", 2: "document-title"}
"""The styles of what opens a document, by its level: 1 where it is printed alone."""
_LISTS = ("BulletList", "OrderedList")
_SIGNS = {"section-advice": "✓", "section-obstacles": "▲"}
"""What tells call-outs apart beside their words and colours. Source: Source Sans Pro has both signs."""


@dataclass(frozen=True, slots=True)
class Dressed:
    """A whole memento in its styles: the cover's title and its foot, and what follows the contents."""

    title: Nodes
    foot: Nodes
    body: Nodes


@dataclass(frozen=True, slots=True)
class Around:
    """What stands around the text: its cover, the words of print, the names of styles, the collection's logo."""

    cover: Cover
    phrases: Names
    styles: Names
    logo: Node | None = None


def dress_office(blocks: Nodes, by: Around) -> Dressed:
    """Dress a whole tree, cover and imprint included."""
    cover, phrases, styles = by.cover, by.phrases, by.styles
    dresser = _Dresser(blocks, styles)
    around = _with_logo(front(cover, phrases), by.logo)
    foot = [node for node in around if node["c"][0][1][0] in FOOT]
    title = [node for node in around if node not in foot]
    return Dressed(dresser.blocks(title), dresser.blocks(foot), dresser.text([*blocks, *imprint(cover, phrases)]))


def _with_logo(around: Nodes, logo: Node | None) -> Nodes:
    """The collection's logo over the names of its partners; a document alone has no cover to bear it."""
    names = [node["c"][0][1][0] for node in around]
    if logo is None or "title" not in names:
        return around
    at = names.index("partners") if "partners" in names else len(names)
    return [*around[:at], div("cover-logo", [para([logo])]), *around[at:]]


class _Dresser:
    """One walk over one tree."""

    def __init__(self, blocks: Nodes, styles: Names) -> None:
        self.styles = styles
        self.names = {picture.path: picture.name for picture in pictures(blocks)}

    def blocks(self, nodes: Nodes) -> Nodes:
        return [made for node in nodes for made in self.block(node)]

    def text(self, nodes: Nodes) -> Nodes:
        """Blocks of running text: what announces a list stays with it, what ends one leaves a space after it."""
        made: Nodes = []
        for node in nodes:
            if node["t"] in _LISTS and made and made[-1]["t"] == "Para":
                made[-1] = styled(self.styles["announcement"], [made[-1]])
            made += [self.list(node)] if node["t"] in _LISTS else self.block(node)
        return made

    def list(self, node: Node) -> Node:
        dressed = rebuilt(node, self.blocks, self.inlines)
        entries = dressed["c"][1] if node["t"] == "OrderedList" else dressed["c"]
        last = entries[-1][-1]
        if last["t"] == "Plain":
            entries[-1][-1] = styled(self.styles["list-end"], [para(last["c"])])
        return dressed

    def inlines(self, nodes: Nodes) -> Nodes:
        return [self.inline(node) for node in nodes]

    def block(self, node: Node) -> Iterator[Node]:
        if node["t"] == "Div":
            yield from self.part(node)
        elif node["t"] == "Header":
            yield self.heading(node)
        elif node["t"] == "Figure":
            yield from self.figure(node)
        elif node["t"] == "Table":
            yield from self.table(node)
        else:
            yield rebuilt(node, self.blocks, self.inlines)

    def part(self, node: Node) -> Iterator[Node]:
        """A special part is what it holds, in the style of its name; its headings have one of their own."""
        (id, classes, pairs), inside = node["c"]
        if id:
            bare = {"t": "Div", "c": [["", classes, pairs], inside]}
            yield {"t": "Div", "c": [[bookmark(id), [], []], [*self.part(bare)]]}
            return
        if not classes:
            yield from self.text(inside)
            return
        # A section is known by its id, an opening by whether it begins a page.
        name = "-".join([classes[0], *(value for key, value in pairs if key in ("id", "page"))])
        if classes[0] in ("sheet", "crosstab"):
            yield from self.table(inside[0], self.styles[classes[0]])
            if inside[1:]:
                yield styled(self.styles["legend"], self.blocks(inside[1:]))
            return
        if classes[0] == "badges":
            yield styled(self.styles["badges"], [para(self.badges(inside))])
            return
        style = self.styles.get(name, "")
        if not style:
            yield from self.text(inside)
            return
        for index, block in enumerate(inside):
            place = "more" if index else "first" if inside[1:] else "only"
            style = self.styles.get(f"{name}-{place}", style)
            if block["t"] == "Header":
                yield self.heading(block, name)
            else:
                yield from _all_styled(style, self.styles.get(f"{name}-list", style), self.blocks([block]))

    def heading(self, node: Node, part: str = "") -> Node:
        """A heading, in the style that its part gives it: a document's title, or what a call-out is called."""
        level, (id, _classes, _pairs), inlines = node["c"]
        opens = _TITLES.get(level, "") if part.startswith("opening") else ""
        style = self.styles.get(opens or f"{part}-head", "")
        mark = [*words(_SIGNS[part]), SPACE] if part in _SIGNS else []
        pairs = [["custom-style", style]] if style else []
        return {"t": "Header", "c": [level, [bookmark(id), [], pairs], [*mark, *self.inlines(inlines)]]}

    def badges(self, inside: Nodes) -> Nodes:
        """What they are called, then each on its own ground; their words part them, not their colours."""
        called, labels = inside
        made = [strong(self.inlines(called["c"]))]
        for entry in labels["c"]:
            label = [*words("\u00a0"), *self.inlines(entry[0]["c"]), *words("\u00a0")]
            made += [SPACE, {"t": "Span", "c": [["", [], [["custom-style", self.styles["badge"]]]], label]}]
        return made

    def table(self, node: Node, style: str = "") -> Iterator[Node]:
        """A table under its caption."""
        _attributes, [_short, said], *rest = rebuilt(node, self.blocks, self.inlines)["c"]
        if said:
            yield styled(self.styles["table-caption"], [para(one["c"]) for one in said])
        pairs = [["custom-style", style]] if style else []
        yield {"t": "Table", "c": [["", [], pairs], [None, []], *rest]}

    def figure(self, node: Node) -> Iterator[Node]:
        """An image that stands alone, and its caption under it."""
        yield styled(self.styles["figure"], [para(self.inlines(node["c"][2][0]["c"]))])
        said = [inner for one in node["c"][1][1] for inner in (one["c"][1] if one["t"] == "Div" else [one])]
        if said:
            yield styled(self.styles["legend"], [para(self.inlines(one["c"])) for one in said])

    def inline(self, node: Node) -> Node:
        if node["t"] == "Image":
            attributes, alt, (path, _title) = node["c"]
            return {"t": "Image", "c": [attributes, alt, [self.names.get(path, path), ""]]}
        if node["t"] == "Span":
            return {"t": "Span", "c": [[bookmark(node["c"][0][0]), [], spoken(node)], self.inlines(node["c"][1])]}
        if node["t"] == "Link":
            attributes, inlines, (target, _title) = node["c"]
            led = f"#{bookmark(target[1:])}" if target.startswith("#") else target
            return {"t": "Link", "c": [attributes, self.inlines(inlines), [led, ""]]}
        return rebuilt(node, self.blocks, self.inlines)


def _all_styled(style: str, listed: str, nodes: Nodes) -> Nodes:
    """The paragraphs in a style, down to those of lists, which have one of their own."""
    return [
        styled(style, [para(node["c"])])
        if node["t"] in ("Para", "Plain")
        else rebuilt(node, lambda inside: _all_styled(listed, listed, inside), lambda inlines: inlines)
        for node in nodes
    ]


def bookmark(id: str) -> str:
    """An id that Word takes as a bookmark: forty characters at most, or pandoc would make up another."""
    if len(id) <= _LONGEST_BOOKMARK:
        return id
    return f"{id[:31]}-{hashlib.sha256(id.encode()).hexdigest()[:8]}"
