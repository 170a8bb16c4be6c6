"""Pandoc's document tree, as its JSON has it: constructors, and one way to walk through it.

In and out: nodes, `{"t": type, "c": content}`. Source: pandoc-types 1.23, Text.Pandoc.Definition.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

Node = dict[str, Any]
Nodes = list[Node]
Row = list[Any]
Rewrite = Callable[[Nodes], Nodes]

API_VERSION = [1, 23, 1, 1]
SPACE: Node = {"t": "Space"}
_NO_ATTRIBUTES: list[Any] = ["", [], []]
_ALIGNED = {"": "AlignDefault", "l": "AlignLeft", "c": "AlignCenter", "r": "AlignRight"}
_HOLDS_NOTHING = frozenset({"Str", "Space", "SoftBreak", "LineBreak", "Code"})
"""The commonest nodes, which have no other in them."""
_INLINES_FIRST = ("Para", "Plain", "Emph", "Strong", "Superscript")
_INLINES_SECOND = ("Link", "Image", "Span")


def document(blocks: Nodes, **meta: str) -> Node:
    """A whole document; `meta` becomes its metadata, as plain texts."""
    values = {name: {"t": "MetaString", "c": value} for name, value in meta.items() if value}
    return {"pandoc-api-version": API_VERSION, "meta": values, "blocks": blocks}


def words(text: str) -> Nodes:
    """A text as inlines: ordinary spaces part it, other spaces stay inside their word."""
    nodes: Nodes = []
    for index, word in enumerate(text.replace("\n", " ").split(" ")):
        if index and (not nodes or nodes[-1] is not SPACE):
            nodes.append(SPACE)
        if word:
            nodes.append({"t": "Str", "c": word})
    return nodes


def para(inlines: Nodes) -> Node:
    """A paragraph."""
    return {"t": "Para", "c": inlines}


def plain(inlines: Nodes) -> Node:
    """A text that is no paragraph of its own: in a cell or a tight list."""
    return {"t": "Plain", "c": inlines}


def strong(inlines: Nodes) -> Node:
    """Strong text."""
    return {"t": "Strong", "c": inlines}


def superscript(text: str) -> Node:
    """Raised letters."""
    return {"t": "Superscript", "c": words(text)}


def header(level: int, inlines: Nodes, id: str = "") -> Node:
    """A heading."""
    return {"t": "Header", "c": [level, [id, [], []], inlines]}


def div(name: str, blocks: Nodes, **attributes: str) -> Node:
    """A stretch of blocks with a class, by which the formats dress it."""
    return {"t": "Div", "c": [["", [name], [[key, value] for key, value in attributes.items()]], blocks]}


def styled(style: str, blocks: Nodes) -> Node:
    """A stretch whose paragraphs have a style of the reference document."""
    return {"t": "Div", "c": [["", [], [["custom-style", style]]], blocks]}


def link(inlines: Nodes, target: str) -> Node:
    """A link."""
    return {"t": "Link", "c": [_NO_ATTRIBUTES, inlines, [target, ""]]}


def span(inlines: Nodes, **attributes: str) -> Node:
    """A stretch of text of which a format may want to know more."""
    return {"t": "Span", "c": [["", [], [[key, value] for key, value in attributes.items()]], inlines]}


def spoken(span: Node) -> list[list[str]]:
    """The language of a stretch, as the attributes of a Span; nothing where it is the document's own."""
    return [[name, value] for name, value in span["c"][0][2] if name == "lang"]


def image(alt: str, target: str, **attributes: str) -> Node:
    """An image with its text alternative."""
    return {
        "t": "Image",
        "c": [["", [], [[key, value] for key, value in attributes.items()]], words(alt), [target, ""]],
    }


def raw_block(format: str, text: str) -> Node:
    """A stretch in a format's own language. Never holds a value that was not made safe for it."""
    return {"t": "RawBlock", "c": [format, text]}


def raw_inline(format: str, text: str) -> Node:
    """The same, inside a line."""
    return {"t": "RawInline", "c": [format, text]}


def table(
    head: Sequence[Nodes],
    rows: Iterable[Row],
    widths: Sequence[float] = (),
    aligned: str = "",
    caption: Nodes | None = None,
) -> Node:
    """A table: the inlines of its header cells, its rows, and the inlines of its caption.

    Shape: `aligned` has one letter a column: l, c, r.
    Units: widths are shares of the line; without them columns take what they need.
    """
    columns = [
        [{"t": _ALIGNED[aligned[index : index + 1]]}, _width(widths[index] if widths else 0)]
        for index in range(len(head))
    ]
    body = [_NO_ATTRIBUTES, 0, [], list(rows)]
    above = [plain(caption)] if caption else []
    return {
        "t": "Table",
        "c": [_NO_ATTRIBUTES, [None, above], columns, [_NO_ATTRIBUTES, [row(head)]], [body], [_NO_ATTRIBUTES, []]],
    }


def row(cells: Sequence[Nodes], span: int = 1) -> Row:
    """A row of a table; with `span`, each cell covers that many columns."""
    made = [[_NO_ATTRIBUTES, {"t": "AlignDefault"}, 1, span, [plain(inlines)] if inlines else []] for inlines in cells]
    return [_NO_ATTRIBUTES, made]


def bullets(entries: Iterable[Nodes]) -> Node:
    """A list; each entry is the inlines of one line."""
    return {"t": "BulletList", "c": [[plain(inlines)] for inlines in entries]}


def plain_text(nodes: Iterable[Node]) -> str:
    """The text of inlines or blocks, without any mark; notes are left out."""
    return "".join(_texts(nodes))


def _texts(nodes: Iterable[Node]) -> Iterator[str]:
    for node in nodes:
        kind = node["t"]
        if kind == "Str":
            yield node["c"]
        elif kind == "Code":
            yield node["c"][1]
        elif kind in ("Space", "SoftBreak", "LineBreak"):
            yield " "
        elif kind != "Note":
            for nodes_within in held(node):
                yield from _texts(nodes_within)


def held(node: Node) -> tuple[Nodes, ...]:
    """Each list of blocks and of inlines directly inside a node, in the order of the text."""
    found: list[Nodes] = []

    def gather(nodes: Nodes) -> Nodes:
        found.append(nodes)
        return nodes

    rebuilt(node, gather, gather)
    return tuple(found)


def rebuilt(node: Node, blocks: Rewrite, inlines: Rewrite) -> Node:
    """The node, each list of blocks and of inlines directly inside it rewritten, in the order of the text."""
    kind: str = node["t"]
    if kind in _HOLDS_NOTHING:
        return node
    content: Any = node.get("c")
    if kind in _INLINES_FIRST:
        return {"t": kind, "c": inlines(content)}
    if kind in _INLINES_SECOND:
        return {"t": kind, "c": [content[0], inlines(content[1]), *content[2:]]}
    if kind == "Header":
        return {"t": kind, "c": [content[0], content[1], inlines(content[2])]}
    if kind in ("BlockQuote", "Note"):
        return {"t": kind, "c": blocks(content)}
    if kind == "Div":
        return {"t": kind, "c": [content[0], blocks(content[1])]}
    if kind == "BulletList":
        return {"t": kind, "c": [blocks(entry) for entry in content]}
    if kind == "OrderedList":
        return {"t": kind, "c": [content[0], [blocks(entry) for entry in content[1]]]}
    if kind == "Figure":
        return {"t": kind, "c": [content[0], [content[1][0], blocks(content[1][1])], blocks(content[2])]}
    if kind == "Table":
        return {"t": kind, "c": _rebuilt_table(content, blocks)}
    return node


def _rebuilt_table(content: Any, blocks: Rewrite) -> Any:
    attributes, caption, columns, head, bodies, foot = content

    def rows(all_rows: Any) -> Any:
        return [[one[0], [[*cell[:4], blocks(cell[4])] for cell in one[1]]] for one in all_rows]

    return [
        attributes,
        [caption[0], blocks(caption[1])],
        columns,
        [head[0], rows(head[1])],
        [[body[0], body[1], rows(body[2]), rows(body[3])] for body in bodies],
        [foot[0], rows(foot[1])],
    ]


def _width(share: float) -> Node:
    return {"t": "ColWidth", "c": share} if share else {"t": "ColWidthDefault"}
