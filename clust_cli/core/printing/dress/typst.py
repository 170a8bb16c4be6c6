"""Dress the neutral tree for typst: our template's functions around its parts.

In: blocks. Out: blocks for pandoc's typst writer. Raw nodes hold our own words only: images go by number into
meta.json, and what the writer would leave bare for typst to read as marks is escaped here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from clust_cli.core.printing.ast import Node, Nodes, raw_block, raw_inline, rebuilt, spoken

_SAFE = re.compile(r"(?!\d+\.$)(?:[^\W_]|[,.;:?!()%°€²³’«»–—…\u00a0\u202f\u200b])*")
_TRAPS = re.compile(r"\.\.\.")
_SPECIAL = re.compile(r"([!-/:-@\[-`{-~])")
_LONGEST = 30
_LONG = re.compile(rf"\w{{{_LONGEST}}}(?=\w)")
_LANG = re.compile(r"[a-zA-Z]{2,3}")
_NAME = re.compile(r"[a-z][a-z0-9-]*")
_NUMBERS = re.compile(r"[0-9 ]*")


def dress_typst(blocks: Nodes) -> Nodes:
    """Dress a whole tree; its images are numbered from 0, in the order of the text."""
    return _Dresser().blocks(blocks)


class _Dresser:
    """One walk: how many images have come so far."""

    def __init__(self) -> None:
        self.images = 0

    def blocks(self, nodes: Nodes) -> Nodes:
        return [made for node in nodes for made in self.block(node)]

    def inlines(self, nodes: Nodes) -> Nodes:
        return [self.inline(node) for node in nodes]

    def block(self, node: Node) -> Iterator[Node]:
        if node["t"] == "Div":
            yield from self.part(node)
        elif node["t"] == "Figure":
            yield raw_block("typst", f"#figure-picture({self.next_image()})")
        elif node["t"] == "HorizontalRule":
            yield raw_block("typst", "#rule()")
        elif node["t"] == "Table":
            yield rebuilt(_left_aligned(node), self.blocks, self.inlines)
        else:
            yield rebuilt(node, self.blocks, self.inlines)

    def part(self, node: Node) -> Iterator[Node]:
        """A special part is a call of the template's function of its name."""
        (_id, [name], pairs), inside = node["c"]
        attributes = dict(pairs)
        call = f"#{name}["
        if name == "section":
            call = f'#section("{_checked(_NAME, attributes["id"])}")['
        elif name == "opening":
            call = f'#opening(page: "{_checked(_NAME, attributes["page"])}")['
        elif name == "crosstab":
            numbers = _checked(_NUMBERS, attributes["groups"]).split()
            call = f"#crosstab(({''.join(f'{number}, ' for number in numbers)}))["
            inside = [self.with_narrow_heads(inside[0]), *inside[1:]]
        elif name == "overview":
            yield raw_block("typst", "#overview[")
            yield from self.blocks(inside[:1])
            call, inside = "][", inside[1:]
        yield raw_block("typst", call)
        yield from self.blocks(inside)
        yield raw_block("typst", "]")

    def with_narrow_heads(self, table: Node) -> Node:
        """A cross-table whose column heads are set upright, but for the first and the last."""
        attributes, caption, columns, head, bodies, foot = table["c"]
        [[row_attributes, cells]] = head[1]
        narrow = [
            [*cell[:4], [{"t": "Plain", "c": _within("#upright[", inlines)}]]
            for cell in cells[1:]
            for inlines in [cell[4][0]["c"] if cell[4] else []]
        ]
        return {
            "t": "Table",
            "c": [attributes, caption, columns, [head[0], [[row_attributes, [cells[0], *narrow]]]], bodies, foot],
        }

    def inline(self, node: Node) -> Node:
        if node["t"] == "Str":
            return _escaped(node)
        if node["t"] == "Image":
            return raw_inline("typst", f"#picture({self.next_image()});")
        if node["t"] == "Span":
            inside = self.inlines(node["c"][1])
            for _name, lang in spoken(node):
                inside = _within(f'#text(lang: "{_checked(_LANG, lang.partition("-")[0])}")[#none;', inside)
            return {"t": "Span", "c": [["", [], []], inside]}
        return rebuilt(node, self.blocks, self.inlines)

    def next_image(self) -> int:
        self.images += 1
        return self.images - 1


def _left_aligned(table: Node) -> Node:
    """A table whose columns are set to the left where the author says nothing: the writer centres whole tables."""
    attributes, caption, columns, *rest = table["c"]
    aligned = [[{"t": "AlignLeft"} if way["t"] == "AlignDefault" else way, width] for way, width in columns]
    return {"t": "Table", "c": [attributes, caption, aligned, *rest]}


def _within(call: str, inlines: Nodes) -> Nodes:
    return [raw_inline("typst", call), *inlines, raw_inline("typst", "];")]


def _escaped(node: Node) -> Node:
    """Escape a word in which typst may see a mark: pandoc does it at the start of paragraphs only.

    A word longer than any line may break, for typst would let it run off the page.
    """
    if node["c"].isalpha() and len(node["c"]) < _LONGEST:
        return node
    text = _LONG.sub("\\g<0>\u200b", node["c"])
    if _SAFE.fullmatch(text) and not _TRAPS.search(text):
        return {"t": "Str", "c": text}
    return raw_inline("typst", _SPECIAL.sub(r"\\\1", text))


def _checked(pattern: re.Pattern[str], text: str) -> str:
    if not pattern.fullmatch(text):
        raise ValueError(f"not fit for a raw node: {text!r}")
    return text
