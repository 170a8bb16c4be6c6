"""Nodes as HTML: text, lists, images and the special parts of the neutral tree.

In: nodes, and the images as addresses that hold them. Out: HTML. Every text is escaped here, and nowhere else.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from html import escape
from itertools import groupby
from typing import Any

from clust_cli.core.printing.ast import Node, Nodes, plain_text
from clust_cli.core.printing.dress.html.elements import element, void
from clust_cli.core.printing.dress.html.notes import Notes
from clust_cli.core.printing.dress.html.tables import TableWriter
from clust_cli.core.printing.dress.html.terms import Terms
from clust_cli.core.printing.dress.html.values import Rows

_LEAVES = {"Space": " ", "SoftBreak": "\n", "LineBreak": "<br>", "HorizontalRule": "<hr>"}
_SIMPLE = {"Emph": "em", "Strong": "strong", "Superscript": "sup"}
_PARTS = {"pull": "blockquote", "section": "section", "opening": "header", "title": "h1", "small-head": "h3"}
"""The special parts that are elements of a name of their own; the others are a div of their class."""
_JOINED = ("Str", "Span")
_BUTTON = "<button"
_WORDED = ("title", "small-head")
_DEEPEST = 6


class BlockWriter:
    """One walk over one tree: the notes it called, the sizes its images want."""

    def __init__(
        self,
        pictures: Mapping[str, str],
        phrases: Mapping[str, str],
        titles: Mapping[str, str],
        rows: Rows,
        terms: Terms,
    ) -> None:
        self.notes = Notes(phrases)
        self.terms = terms
        self.sizes: dict[tuple[str, str], str] = {}
        self._pictures = pictures
        self._rows = rows
        self._unnamed = set(rows.values())
        self._in_crosstab = False
        self._tables = TableWriter(self, phrases, titles)
        self._ways: Mapping[str, Callable[[Any], str]] = {
            "Str": escape,
            "Para": lambda inlines: element("p", self.inlines(inlines)),
            "Plain": self.inlines,
            "Header": self._header,
            "BlockQuote": lambda blocks: element("blockquote", self.blocks(blocks)),
            "BulletList": lambda entries: element("ul", self._entries(entries)),
            "OrderedList": self._ordered,
            "CodeBlock": lambda content: element("pre", element("code", escape(content[1]))),
            "Code": lambda content: element("code", escape(content[1])),
            "Link": self._link,
            "Image": self._image,
            "Figure": self._figure,
            "Span": self._span,
            "Note": lambda blocks: self.notes.call(self.blocks(blocks)),
            "Table": self._tables.table,
            "Div": self._part,
        }

    def blocks(self, nodes: Nodes) -> str:
        """Blocks, a line each."""
        return "\n".join(self.node(node) for node in nodes)

    def inlines(self, nodes: Nodes) -> str:
        """A stretch of text."""
        return "".join(self._run([*run]) for _joined, run in groupby(nodes, lambda node: node["t"] in _JOINED))

    def _run(self, nodes: Nodes) -> str:
        """What no space parts; where a button stands in it, a line may not break at the button's sides."""
        made = "".join(self.node(node) for node in nodes)
        breaks = len(nodes) < 2 or _BUTTON not in made or " " in plain_text(nodes)
        return made if breaks else element("span", made, class_="unbroken")

    def node(self, node: Node) -> str:
        """One node. Errors: KeyError for a node that no neutral tree has: a bug, not a fault of the text."""
        kind: str = node["t"]
        if kind in _LEAVES:
            return _LEAVES[kind]
        if kind in _SIMPLE:
            return element(_SIMPLE[kind], self.inlines(node["c"]))
        return self._ways[kind](node["c"])

    def _header(self, content: Any) -> str:
        """A heading, one level below its own: the page's title is its only h1."""
        level, (id, _classes, _pairs), inlines = content
        self.terms.turn()
        if level >= _DEEPEST:
            return element("div", self.inlines(inlines), id=id, role="heading", aria_level=str(level + 1))
        return element(f"h{level + 1}", self.inlines(inlines), id=id)

    def _entries(self, entries: list[Nodes]) -> str:
        return "\n".join(element("li", self.blocks(entry)) for entry in entries)

    def _ordered(self, content: Any) -> str:
        (start, _style, _delimiter), entries = content
        return element("ol", self._entries(entries), start=str(start) if start != 1 else "")

    def _link(self, content: Any) -> str:
        _attributes, inlines, (target, _title) = content
        return element("a", self.inlines(inlines), href=target)

    def _span(self, content: Any) -> str:
        """A stretch in another language, a term of the glossary, or a value, whose words name its row or lead there."""
        (id, _classes, pairs), inlines = content
        attributes, inside = dict(pairs), self.inlines(inlines)
        if "term" in attributes:
            return self.terms.offered(attributes["term"], inside)
        row = self._rows.get((attributes.get("axis", ""), attributes.get("value", "")), "")
        if row and not self._in_crosstab:
            return element("a", inside, href=f"#{row}")
        if row in self._unnamed:
            self._unnamed.remove(row)
            return element("span", inside, id=row)
        lang = attributes.get("lang", "")
        return element("span", inside, id=id, lang=lang) if id or lang else inside

    def _image(self, content: Any) -> str:
        (_id, _classes, pairs), alt, (path, _title) = content
        return void("img", src=self._pictures[path], alt=plain_text(alt), class_=self._size(dict(pairs)))

    def _size(self, pairs: Mapping[str, str]) -> str:
        """The class of a size: the page's own policy lets no element carry a style."""
        size = (pairs.get("width", ""), pairs.get("height", ""))
        return self.sizes.setdefault(size, f"size-{len(self.sizes) + 1}") if any(size) else ""

    def _figure(self, content: Any) -> str:
        """An image that stands alone, its caption under it."""
        _attributes, (_short, caption), inside = content
        image = inside[0]["c"][0]
        text = self.blocks(caption) or escape(image["c"][2][1])
        return element("figure", self.node(image) + (element("figcaption", text) if text else ""))

    def _part(self, content: Any) -> str:
        (id, classes, pairs), inside = content
        attributes = dict(pairs)
        name = classes[0] if classes else ""
        if name in ("sheet", "crosstab"):
            self._in_crosstab = name == "crosstab"
            made = self._tables.special(name, inside, attributes)
            self._in_crosstab = False
            return element("div", made, class_=name)
        if name in _WORDED:
            return element(_PARTS[name], self.inlines(inside[0]["c"]))
        shown = f"{name} {name}-{attributes['id']}" if name == "section" else name
        return element(_PARTS.get(name, "div"), f"\n{self.blocks(inside)}\n", class_=shown, id=id)
