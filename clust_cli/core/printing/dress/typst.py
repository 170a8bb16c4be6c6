"""Dress the neutral tree for typst: our templates' functions around its parts.

In: blocks. Out: blocks for pandoc's typst writer. Raw nodes hold our own words only: images go by number into
meta.json, and what the writer would leave bare for typst to read as marks is escaped.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest

from clust_cli.core.printing.ast import Node, Nodes, div, plain_text, raw_block, raw_inline, rebuilt, spoken
from clust_cli.core.printing.dress.typst_tables import cross_tables, is_full, is_wide, left_aligned
from clust_cli.core.printing.dress.typst_words import ID, LANG, NAME, checked, escaped, paged, within

_FUNCTIONS = (
    *("approval", "author", "badges", "card", "entry", "full", "glossary", "index", "map", "notice", "opening"),
    *("overview", "part", "pull", "section", "sheet", "signed"),
)
"""The parts that a template's function sets; any other is what it holds."""
_LITTLE = 800
"""Units: characters."""
_LINE, _NARROW = 80, 22
_HIGHEST_CALL, _HIGHEST_CARD, _HIGHEST_MARGIN = 17, 60, 24
"""Units: characters; lines, a cell being one at least. What is lower stays on one page, without being measured."""


def dress_typst(blocks: Nodes) -> Nodes:
    """Dress a whole tree.

    Shape: images are numbered from 0, in the order of the text; so are the stretches, each from one new page to the
    next, so that the template can fit each to its pages.
    """
    return list(_Dresser().stretches(blocks))


class _Dresser:
    """One walk: how many images have come so far."""

    def __init__(self) -> None:
        self.images = 0

    def stretches(self, nodes: Nodes) -> Iterator[Node]:
        for number, (opener, inside) in enumerate(_stretches(nodes)):
            flow, wide = _set_apart(inside)
            moved = flow if opener and _is_little(flow) else []
            yield from self.blocks([div("part", [*one["c"][1], *moved]) for one in opener])
            flow = [] if moved else flow
            yield raw_block("typst", f"#stretch({number}, 0)[")
            yield from self.blocks(flow)
            yield raw_block("typst", "]")
            yield from self.blocks(wide)

    def blocks(self, nodes: Nodes) -> Nodes:
        return [made for node in _signatures(nodes) for made in self.block(node)]

    def inlines(self, nodes: Nodes) -> Nodes:
        return [self.inline(node) for node in nodes]

    def block(self, node: Node) -> Iterator[Node]:
        if node["t"] == "Div":
            yield from self.part(node)
        elif node["t"] == "Figure":
            yield from self.figure(node)
        elif node["t"] == "HorizontalRule":
            yield raw_block("typst", "#rule()")
        elif node["t"] == "Table":
            yield rebuilt(left_aligned(node), self.blocks, self.inlines)
        else:
            yield rebuilt(node, self.blocks, self.inlines)

    def figure(self, node: Node) -> Iterator[Node]:
        """An image that stands alone, with what its caption and its credit say."""
        yield raw_block("typst", f"#figure-picture({self.next_image()}")
        for one in node["c"][1][1]:
            credit = _class(one) == "credit"
            yield from self.bracketed(f", {'credit' if credit else 'caption'}: ", [one["c"][1] if credit else [one]])
        yield raw_block("typst", ")")

    def part(self, node: Node) -> Iterator[Node]:
        """A special part is a call of the template's function of its name, with one content or several."""
        name, inside = _class(node), node["c"][1]
        attributes = dict(node["c"][0][2])
        arguments, contents = "", [inside]
        if name == "crosstab":
            yield from self.crosstab(node)
            return
        if name == "index":
            contents = [[paged(one) for one in inside]]
        if name not in _FUNCTIONS:
            yield from self.blocks(inside)
            return
        if name == "section":
            arguments = f'("{checked(NAME, attributes["id"])}", whole: {_said(_height(inside) < _HIGHEST_CALL)})'
            contents = [inside[:1], inside[1:]]
        elif name == "opening":
            arguments = f'(page: "{checked(NAME, attributes["page"])}", signed: {attributes.get("signed", "false")})'
        elif name in ("part", "overview"):
            contents = [inside[:1], inside[1:]]
        elif name == "signed":
            contents = [[one] for one in inside]
        elif name == "badges":
            contents = [inside[:1], *inside[1]["c"]]
        elif name == "card":
            sheets = [one for one in inside if _class(one) == "sheet"]
            beside = [one for one in inside if one not in sheets]
            below = [one for one in beside if _height([one], _NARROW) >= _HIGHEST_MARGIN]
            arguments = f"(whole: {_said(_height(sheets) < _HIGHEST_CARD)})"
            yield from self.bracketed(f"#card{arguments}", [*([one] for one in beside if one not in below), sheets])
            for one in below:
                yield from self.bracketed("#many-badges", [one["c"][1][:1], *one["c"][1][1]["c"]])
            return
        yield from self.bracketed(f"#{name}{arguments}", contents)

    def crosstab(self, node: Node) -> Iterator[Node]:
        """A cross-table in its parts, what explains it under the last."""
        table, *legend = node["c"][1]
        for one in cross_tables(table):
            groups = "".join(f"{number}, " for number in one.groups)
            arguments = f"(({groups}), wide: {_said(one.wide)}, first: {_said(one.first)})"
            yield from self.bracketed(f"#crosstab{arguments}", [[one.table, *(legend if one.last else [])]])

    def bracketed(self, call: str, contents: Sequence[Nodes]) -> Iterator[Node]:
        """A call of a function of the template, and each content it takes."""
        for content in contents:
            yield raw_block("typst", f"{call}[")
            yield from self.blocks(content)
            call = "]"
        yield raw_block("typst", "]")

    def inline(self, node: Node) -> Node:
        if node["t"] == "Str":
            return escaped(node)
        if node["t"] == "Image":
            return raw_inline("typst", f"#picture({self.next_image()});")
        if node["t"] == "Span":
            inside = self.inlines(node["c"][1])
            for _name, lang in spoken(node):
                inside = within(f'#text(lang: "{checked(LANG, lang.partition("-")[0])}")[#none;', inside)
            if id := node["c"][0][0]:
                inside = [raw_inline("typst", f"#metadata(none)<{checked(ID, id)}>"), *inside]
            return {"t": "Span", "c": [["", [], []], inside]}
        return rebuilt(node, self.blocks, self.inlines)

    def next_image(self) -> int:
        self.images += 1
        return self.images - 1


def _class(node: Node) -> str:
    """The name of a special part; nothing for what is none."""
    return str(next(iter(node["c"][0][1]), "")) if node["t"] == "Div" else ""


def _height(nodes: Nodes, line: int = _LINE) -> int:
    """How many lines some blocks take, or nearly."""
    lines = 0

    def count(inside: Nodes) -> Nodes:
        nonlocal lines
        for node in inside:
            if node["t"] in ("Para", "Plain", "Header"):
                lines += 1 + len(plain_text([node])) // line
            else:
                rebuilt(node, count, lambda inlines: inlines)
        return inside

    count(nodes)
    return lines


def _said(value: bool) -> str:
    return "true" if value else "false"


def _stretches(nodes: Nodes) -> Iterator[tuple[Nodes, Nodes]]:
    """The blocks from one new page to the next; first the page of a part, which stands outside any stretch."""
    opener: Nodes = []
    inside: Nodes = []
    for node in nodes:
        if _begins_page(node) and (opener or inside):
            yield opener, inside
            opener, inside = [], []
        if _class(node) == "part":
            opener = [node]
        else:
            inside.append(node)
    yield opener, inside


def _begins_page(node: Node) -> bool:
    if node["t"] == "Header":
        return bool(node["c"][0] == 1)
    name = _class(node)
    return name == "part" or (name == "opening" and dict(node["c"][0][2])["page"] == "new")


def _set_apart(nodes: Nodes) -> tuple[Nodes, Nodes]:
    """What flows, and the tables that need a page of another way, which stand behind it."""
    wide = [node for node in nodes if _class(node) == "crosstab" and is_wide(node["c"][1][0])]
    flow = [node for node in nodes if node not in wide]
    return [div("full", [node]) if node["t"] == "Table" and is_full(node) else node for node in flow], wide


def _is_little(nodes: Nodes) -> bool:
    """Whether this finds room on the page of a part, so that no page is made for it."""
    return all(node["t"] == "Para" for node in nodes) and len(plain_text(nodes)) < _LITTLE


def _signatures(nodes: Iterable[Node]) -> Iterator[Node]:
    """The nodes, an author and the sentence set apart taken together, and the opening before them told of it."""
    given = list(nodes)
    rest = iter(zip_longest(given, given[1:]))
    for node, following in rest:
        after = _class(following) if following else ""
        if _class(node) == "opening" and after == "author":
            yield div("opening", node["c"][1], **dict(node["c"][0][2]), signed="true")
        elif _class(node) == "author" and following and after == "pull":
            next(rest)
            yield div("signed", [*node["c"][1], *following["c"][1]])
        else:
            yield node
