"""The text of an ODT: from dressed blocks to the elements of OpenDocument.

In: blocks whose Divs and tables name their styles, and the size of every image. Out: XML, and the automatic
styles it needs. Every value is escaped here; raw blocks are ours.
Source: OpenDocument 1.3, part 3.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import escape
from typing import Any

from clust_cli.core.printing.ast import Node, Nodes, Row, plain_text
from clust_cli.core.printing.crosstab_nodes import MARK
from clust_cli.core.printing.odt.names import style_name
from clust_cli.core.printing.odt.tables import Sheet, column_style, columns
from clust_cli.core.printing.office import head_height, is_wide

Sizes = Mapping[str, tuple[float, float]]
"""Units: centimetres, width and height, by the name of the image's copy."""

ASIDE_WIDTH = 24.7
"""The same on a page that lies on its side."""
TURNED = ("TableauCroise",)
"""Tables whose heads stand upright."""
TEXT_WIDTH = 16.0
"""Units: centimetres, between the margins of the reference document."""
_MARKS = {"Emph": "Emphasis", "Strong": "Strong Emphasis", "Superscript": "Superscript"}
_SPACES = re.compile(r" {2,}|\t|\n")
_LENGTH = re.compile(r"(\d+(?:\.\d+)?)(cm|mm|%)")
_PER_CM = {"cm": 1.0, "mm": 0.1, "%": TEXT_WIDTH / 100}
_COUNTRIES = {"fr": "FR", "en": "GB", "de": "DE", "es": "ES", "it": "IT"}


class Body:
    """One text under way: how many notes, tables and images have come, and which automatic styles they need."""

    def __init__(self, sizes: Sizes, drawn: Mapping[str, str] | None = None) -> None:
        self.styles: dict[str, str] = {}
        self._sizes = sizes
        self._drawn = drawn or {}
        self._notes = 0
        self._tables = 0
        self._images = 0

    def blocks(self, nodes: Nodes, style: str = "Body Text") -> str:
        """Blocks, their paragraphs in a style where none has its own."""
        return "".join(self._block(node, style) for node in nodes)

    def inlines(self, nodes: Nodes) -> str:
        """What stands on a line."""
        return "".join(self._inline(node) for node in nodes)

    def _block(self, node: Node, style: str) -> str:
        kind: str = node["t"]
        content: Any = node.get("c")
        if kind in ("Para", "Plain"):
            return _paragraph(style, self.inlines(content))
        if kind == "Header":
            return self._heading(content)
        if kind == "Div":
            return self._part(content, style)
        if kind in ("BulletList", "OrderedList"):
            return self._list(node, style)
        if kind == "BlockQuote":
            return self.blocks(content, "Block Text")
        if kind == "CodeBlock":
            return _paragraph("Source Code", _spaced(content[1]))
        if kind == "Table":
            return self._table(content)
        if kind == "HorizontalRule":
            return _paragraph("Horizontal Line", "")
        if kind == "RawBlock" and content[0] == "opendocument":
            return str(content[1])
        raise ValueError(f"no ODT was foreseen for {kind}")

    def _heading(self, content: Any) -> str:
        level, (id, _classes, pairs), inlines = content
        style = style_name(dict(pairs).get("custom-style", f"Heading {level}"))
        inside = _marked(id, self.inlines(inlines))
        return f'<text:h text:style-name="{style}" text:outline-level="{level}">{inside}</text:h>'

    def _part(self, content: Any, style: str) -> str:
        (id, _classes, pairs), inside = content
        made = self.blocks(inside, dict(pairs).get("custom-style", style))
        return re.sub(r"(<text:[ph] [^>]*>)", lambda found: found[0] + _marked(id, ""), made, count=1) if id else made

    def _list(self, node: Node, style: str) -> str:
        own = "List" if style == "Body Text" else style
        numbered = node["t"] == "OrderedList"
        entries, start = (node["c"][1], node["c"][0][0]) if numbered else (node["c"], 1)
        begins = f' text:start-value="{start}"' if start != 1 else ""
        items = [
            f"<text:list-item{begins if not index else ''}>{self.blocks(entry, own)}</text:list-item>"
            for index, entry in enumerate(entries)
        ]
        name = style_name("Liste numérotée" if numbered else "Liste à puces")
        return f'<text:list text:style-name="{name}">{"".join(items)}</text:list>'

    def _table(self, content: Any) -> str:
        attributes, caption, shape, head, bodies, _foot = content
        self._tables += 1
        sheet = self._sheet(dict(attributes[2]).get("custom-style", "Tableau"), head[1][0])
        rows = [row for body in bodies for row in (*body[2], *body[3])]
        line = ASIDE_WIDTH if sheet.outer else TEXT_WIDTH
        widths = columns(shape, [*head[1], *rows], line)
        for width in widths:
            self.styles[column_style(width)] = (
                f'<style:style style:name="{column_style(width)}" style:family="table-column">'
                f'<style:table-column-properties style:column-width="{width / 100:.2f}cm"/></style:style>'
            )
        made = sheet.table(f"Tableau_{self._tables}", widths, shape, head[1], rows)
        return self.blocks(caption[1], "Caption") + made

    def _sheet(self, style: str, head: Row) -> Sheet:
        """The look of a table; a cross-table's head is as high as its longest name."""
        if style not in TURNED:
            return Sheet(style, self.blocks, style_name(f"{style} rang"))
        outer = style_name(f"{style} large") if is_wide(len(head[1])) else ""
        height = f"{head_height(plain_text(cell[4]) for cell in head[1][1:]):.1f}"
        name = f"tête-{height}"
        self.styles[name] = (
            f'<style:style style:name="{style_name(name)}" style:family="table-row"><style:table-row-properties'
            f' style:min-row-height="{height}cm" fo:keep-together="always"/></style:style>'
        )
        return Sheet(style, self.blocks, style_name(name), outer)

    def _inline(self, node: Node) -> str:
        kind: str = node["t"]
        content: Any = node.get("c")
        if kind == "Str":
            return escape(content, quote=False)
        if kind in ("Space", "SoftBreak"):
            return " "
        if kind == "LineBreak":
            return "<text:line-break/>"
        if kind in _MARKS:
            return _span(style_name(_MARKS[kind]), self.inlines(content))
        if kind == "Code":
            return _span("Source_20_Text", _spaced(content[1]))
        if kind == "Link":
            return self._link(content)
        if kind == "Span":
            return self._stretch(content)
        if kind == "Image":
            return self._image(content)
        if kind == "Note":
            return self._note(content)
        if kind == "RawInline" and content[0] == "opendocument":
            return str(content[1])
        raise ValueError(f"no ODT was foreseen for {kind}")

    def _link(self, content: Any) -> str:
        look = style_name("Repère" if plain_text(content[1]) == MARK else "Internet link")
        return (
            f'<text:a xlink:type="simple" xlink:href="{escape(content[2][0])}" text:style-name="{look}"'
            f' text:visited-style-name="{look}">{self.inlines(content[1])}</text:a>'
        )

    def _stretch(self, content: Any) -> str:
        """A stretch with a style, an id or a language of its own."""
        (id, _classes, pairs), inside = content
        given = dict(pairs)
        made = _marked(id, self.inlines(inside)) if id else self.inlines(inside)
        if "custom-style" in given:
            made = _span(style_name(given["custom-style"]), made)
        return _span(self._language(given["lang"]), made) if "lang" in given else made

    def _language(self, lang: str) -> str:
        language, _, country = lang.partition("-")
        name = f"lang-{language}-{country or _COUNTRIES.get(language, 'none')}"
        self.styles[name] = (
            f'<style:style style:name="{name}" style:family="text"><style:text-properties'
            f' fo:language="{escape(language)}" fo:country="{name.rpartition("-")[2]}"/></style:style>'
        )
        return name

    def _image(self, content: Any) -> str:
        (_id, _classes, pairs), alt, (name, _title) = content
        self._images += 1
        width, height = placed_size(self._sizes[name], dict(pairs))
        files = [self._drawn[name], name] if name in self._drawn else [name]
        alternative = escape(plain_text(alt), quote=False)
        return (
            f'<draw:frame draw:style-name="Graphics" draw:name="Image_{self._images}" text:anchor-type="as-char"'
            f' svg:width="{width:.2f}cm" svg:height="{height:.2f}cm">'
            f"{''.join(map(_pictured, files))}<svg:desc>{alternative}</svg:desc></draw:frame>"
        )

    def _note(self, content: Nodes) -> str:
        self._notes += 1
        return (
            f'<text:note text:id="note-{self._notes}" text:note-class="footnote">'
            f"<text:note-citation>{self._notes}</text:note-citation>"
            f"<text:note-body>{self.blocks(content, 'Footnote Text')}</text:note-body></text:note>"
        )


def placed_size(natural: tuple[float, float], asked: Mapping[str, str]) -> tuple[float, float]:
    """How large an image is placed: as asked, in its own proportions, never wider than the line.

    Units: centimetres; shares of the line in per cent.
    """
    width, height = (_length(asked.get(name, "")) for name in ("width", "height"))
    ratio = natural[1] / natural[0]
    made = (width or (height / ratio if height else natural[0]), height or (width or natural[0]) * ratio)
    shrunk = min(1.0, TEXT_WIDTH / made[0])
    return made[0] * shrunk, made[1] * shrunk


def _length(text: str) -> float:
    found = _LENGTH.fullmatch(text)
    return float(found[1]) * _PER_CM[found[2]] if found else 0.0


def _paragraph(style: str, inside: str) -> str:
    return f'<text:p text:style-name="{style_name(style)}">{inside}</text:p>'


def _span(style: str, inside: str) -> str:
    return f'<text:span text:style-name="{style}">{inside}</text:span>'


def _pictured(name: str) -> str:
    """A file of an image; where a frame has several, a program takes the first that it can show."""
    return (
        f'<draw:image xlink:href="Pictures/{escape(name)}" xlink:type="simple" xlink:show="embed"'
        ' xlink:actuate="onLoad"/>'
    )


def _marked(id: str, inside: str) -> str:
    """A stretch that links can lead to."""
    name = escape(id)
    return f'<text:bookmark-start text:name="{name}"/>{inside}<text:bookmark-end text:name="{name}"/>' if id else inside


def _spaced(text: str) -> str:
    """A text whose spaces and line ends are kept."""

    def kept(found: re.Match[str]) -> str:
        if found[0] == "\n":
            return "<text:line-break/>"
        return "<text:tab/>" if found[0] == "\t" else f' <text:s text:c="{len(found[0]) - 1}"/>'

    return _SPACES.sub(kept, escape(text, quote=False))
