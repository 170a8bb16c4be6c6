"""Tables as HTML: each cell under its heads, each mark with words, wide ones in a region that scrolls.

Source: WCAG 2.1, techniques H51 and H63, and criterion 1.4.10.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from html import escape
from typing import Any, Protocol

from clust_cli.core.printing.ast import Node, Nodes, Row, plain_text
from clust_cli.core.printing.crosstab_nodes import MARK
from clust_cli.core.printing.dress.html.controls import filter_controls
from clust_cli.core.printing.dress.html.elements import element

_WIDE = 4
"""From so many columns on, a table may be wider than a small screen."""
_SIDES = {"AlignCenter": "centre", "AlignRight": "right"}


class Writes(Protocol):
    """What writes the nodes inside a cell."""

    def blocks(self, nodes: Nodes) -> str:
        """Blocks as HTML."""


class TableWriter:
    """Tables of one page; `titles` gives the words of a mark by where it leads."""

    def __init__(self, writer: Writes, phrases: Mapping[str, str], titles: Mapping[str, str]) -> None:
        self._writer = writer
        self._phrases = phrases
        self._titles = titles

    def table(self, content: Any, name: str = "", *, foot: bool = False) -> str:
        """A table of an author's, or under a name one of ours; with a foot, its last row stands apart."""
        _attributes, (_short, caption), columns, (_head, heads), bodies, _foot = content
        sides = [_SIDES.get(way["t"], "") for way, _width in columns]
        head = "".join(element("tr", self._cells(row, sides, head=True)) for row in heads)
        groups = [element("tbody", "\n".join(rows)) for rows in self._groups(bodies, sides, foot=foot)]
        if foot:
            groups.append(element("tfoot", element("tr", self._cells(bodies[-1][3][-1], sides))))
        body = "\n".join(groups)
        label = element("caption", self._writer.blocks(caption)) if caption else ""
        inside = f"{label}\n{element('thead', head)}\n{body}\n"
        made = element("table", inside, class_=name)
        if len(columns) < _WIDE:
            return made
        words = plain_text(caption) or plain_text(heads[0][1][0][4])
        label = self._phrases["table_region"].format(title=words)
        return element("div", made, class_="scroll", role="group", tabindex="0", aria_label=label)

    def special(self, name: str, inside: Nodes, attributes: Mapping[str, str]) -> str:
        """A sheet or a cross-table, with the filter above it and what stands under it."""
        controls = filter_controls(attributes, self._phrases) if name == "crosstab" else ""
        made = self.table(inside[0]["c"], name, foot=bool(attributes.get("foot")))
        return controls + made + self._writer.blocks(inside[1:])

    def _groups(self, bodies: Any, sides: list[str], *, foot: bool) -> Iterator[list[str]]:
        """The rows, parted where a row that spans the table begins a group."""
        rows: list[str] = []
        every = [row for body in bodies for row in body[3]]
        for row in every[:-1] if foot else every:
            if _spans(row) and rows:
                yield rows
                rows = []
            rows.append(element("tr", self._cells(row, sides)))
        if rows:
            yield rows

    def _cells(self, row: Row, sides: list[str], *, head: bool = False) -> str:
        return "".join(self._cell(row, number, sides, head=head) for number in range(len(row[1])))

    def _cell(self, row: Row, number: int, sides: list[str], *, head: bool) -> str:
        """A cell; the first of a row is its head, but where it says nothing."""
        _attributes, _side, _rows, span, inside = row[1][number]
        text = self._marked(inside)
        side = sides[number] if number < len(sides) else ""
        if head:
            # What is in a span of its own can be set upright where columns are narrow.
            inside = element("span", text, class_="upright") if side == "centre" else text
            return element("th", inside, scope="col", class_=side) if text else element("td")
        if number == 0 and text and len(sides) > 1:
            if _spans(row):
                return element("th", text, scope="rowgroup", colspan=str(span))
            return element("th", text, scope="row", class_=side)
        return element("td", text, class_=side)

    def _marked(self, inside: Nodes) -> str:
        """What a cell holds; where that is marks, each a sign for the eye and words for the ear."""
        inlines: Nodes = inside[0]["c"] if len(inside) == 1 and inside[0]["t"] == "Plain" else []
        if inlines and all(_is_mark(node) for node in inlines):
            return "".join(self._mark(node) for node in inlines)
        return self._writer.blocks(inside)

    def _mark(self, node: Node) -> str:
        sign = element("span", MARK, aria_hidden="true")
        if node["t"] == "Str":
            return sign + element("span", escape(self._phrases["mark"]), class_="words")
        target = node["c"][2][0]
        # A mark leads to a passage, and is called by the document that holds it.
        words = self._titles.get(target.removeprefix("#").partition("--")[0], self._phrases["mark"])
        return element("a", sign + element("span", escape(words), class_="words"), href=target, class_="mark")


def _spans(row: Row) -> bool:
    return len(row[1]) == 1 and row[1][0][3] > 1


def _is_mark(node: Node) -> bool:
    return plain_text([node]) == MARK and node["t"] in ("Link", "Str")
