"""Read a body: one pass over the parser's events, every find mapped to the author's bytes.

In: the bytes of a body and where it begins in its file. Out: a Body. Knows no kind and no rule but refused marks.
Source: docs/formats.md, “Body”: CommonMark, pipe tables, footnotes, bracketed spans, attributes.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import Any

from clust_cli.core.places import Span
from clust_cli.core.reading.attributes import ATTRIBUTES
from clust_cli.core.reading.body import Body, Claim, Code, Fence, Heading, Image, Link, Passage, Table
from clust_cli.core.reading.comments import find_comments
from clust_cli.core.reading.cuts import Cut, cut
from clust_cli.core.reading.events import Event, events, tag
from clust_cli.core.reading.gathering import OpenFence, OpenSection, OpenTable
from clust_cli.core.reading.given import read_given
from clust_cli.core.reading.leaves import Leaf, find_codes, find_dead_calls, without_attributes
from clust_cli.core.reading.tracing import Notes, Trace
from clust_cli.core.words import slug

MAX_NESTING = 8
_LEVELS = {"H1": 1, "H2": 2, "H3": 3, "H4": 4, "H5": 5, "H6": 6}
_NESTING = ("List", "BlockQuote")


def parse_body(data: bytes, start: int = 0) -> Body:
    """Read a body that begins at a byte offset of its file."""
    comments, unclosed = find_comments(data)
    without_comments = cut(data, comments)
    scan = _Scan(without_comments, start)
    scan.run()
    return scan.body(unclosed)


class _Scan:
    """One pass over the events of one body: where we are, and what was found."""

    def __init__(self, text: Cut, start: int) -> None:
        self.trace = Trace(text, start)
        self.notes = Notes(self.trace)
        self.data = text.data
        self.opened: defaultdict[str, int] = defaultdict(int)
        self.sections = [OpenSection("", Span(start, start))]
        self.headings: list[Heading] = []
        self.passages: list[Passage] = []
        self.links: list[Link] = []
        self.images: list[Image] = []
        self.tables: list[Table] = []
        self.fences: list[Fence] = []
        self.claims: list[Claim] = []
        self.code_cuts: list[Span] = []
        self.leaf: Leaf | None = None
        self.marks: list[tuple[Event, int, int]] = []
        self.table: OpenTable | None = None
        self.fence: OpenFence | None = None
        self.ended: dict[int, str] = {}

    def run(self) -> None:
        for event, begin, end in events(self.data):
            if isinstance(event, str):
                if event in ("SoftBreak", "HardBreak") and self.leaf:
                    self.leaf.add(" ")
                continue
            [(name, content)] = event.items()
            if name == "Start":
                self._open(*tag(content), begin, end)
            elif name == "End":
                self._close(tag(content)[0], begin, end)
            else:
                self._inside(name, content, begin, end)

    def body(self, unclosed: Span | None) -> Body:
        if unclosed:
            start = self.trace.start
            self.trace.flaw("unclosed-comment", Span(start + unclosed.start, start + unclosed.end), "<!--")
        notes = self.notes.close()
        end = self.trace.at(len(self.data))
        ends = [section.span.start for section in self.sections[1:]] + [end]
        sections = tuple(section.close(end) for section, end in zip(self.sections, ends, strict=True))
        return Body(
            sections,
            tuple(self.headings),
            tuple(self.passages),
            tuple(self.links),
            tuple(self.images),
            tuple(self.tables),
            tuple(self.fences),
            notes,
            tuple(self.trace.flaws),
            cut(self.data, self.code_cuts).data,
            unclosed is not None,
            tuple(self.claims),
        )

    # Events

    def _open(self, tag: str, detail: Any, begin: int, end: int) -> None:
        if tag in ("Paragraph", "Heading", "TableCell"):
            level = _LEVELS[detail["level"]] if tag == "Heading" else 0
            self.leaf = Leaf(tag, begin, end, level, quoted=bool(self.opened["BlockQuote"]))
        elif tag == "Item":
            self._end_leaf(begin)
            if self._depth("List") == 1 and not self._inside_any("BlockQuote", "FootnoteDefinition"):
                self.sections[-1].items += 1
            self.leaf = Leaf(tag, begin, end, quoted=bool(self.opened["BlockQuote"]))
        elif tag in ("List", "BlockQuote"):
            self._end_leaf(begin)
        elif tag in ("Link", "Image"):
            self.marks.append((detail, begin, end))
            if self.leaf:
                self.leaf.open_texts.append([])
        elif tag == "Table":
            self.table = OpenTable(self.trace.span(begin, end))
            self._fill()
        elif tag == "TableHead" and self.table:
            self.table.in_head = True
        elif tag == "CodeBlock":
            self._open_code(detail, begin, end)
        elif tag == "HtmlBlock":
            block = self.data[begin:end].lstrip()
            # A comment that is never closed makes a block too; it is told as what it is.
            if not block.startswith(b"<!--") or b"-->" in block:
                self.trace.flaw_of_line("raw-html", begin, end)
        elif tag == "FootnoteDefinition":
            self.notes.define(str(detail), begin)
        self.opened[tag] += 1
        if tag in _NESTING and self._depth(*_NESTING) == MAX_NESTING + 1:
            self.trace.flaw_of_line("too-nested", begin, end)

    def _close(self, tag: str, begin: int, end: int) -> None:
        self.opened[tag] -= 1
        if tag in ("Paragraph", "Heading", "TableCell", "Item"):
            self._end_leaf(end, closed=tag)
        elif tag in ("Link", "Image"):
            self._end_mark(tag, begin, end)
        elif tag == "Table" and self.table:
            self.tables.append(self.table.close())
            self.table = None
        elif tag == "TableHead" and self.table:
            self.table.in_head = False
        elif tag == "TableRow" and self.table:
            self.table.rows += 1
            lost = self.table.beyond(self.data, end)
            if lost:
                self.trace.flaw("ragged-table", self.trace.span(*lost), self.data[slice(*lost)].decode())
        elif tag == "CodeBlock" and self.fence:
            content = self.trace.span(self.fence.begin, self.fence.end)
            self.fences.append(self.fence.close(self.trace.span(begin, end), content))
            self.fence = None

    def _inside(self, name: str, content: Any, begin: int, end: int) -> None:
        if name == "Text" and self.fence is not None:
            self.fence.add(content, begin, end)
        elif name == "Text":
            if self.leaf:
                self.leaf.text(content, begin, end)
        elif name == "Code":
            if self.leaf:
                self.leaf.code(content)
        elif name == "InlineHtml":
            self.trace.html(begin, end)
        elif name == "FootnoteReference":
            in_heading = self.leaf is not None and self.leaf.tag == "Heading"
            in_note = self._inside_any("FootnoteDefinition")
            self.notes.call(str(content), self.trace.span(begin, end), in_note=in_note, in_heading=in_heading)

    # Leaves: paragraphs, list items, headings, cells

    def _end_leaf(self, end: int, closed: str = "") -> None:
        leaf, self.leaf = self.leaf, None
        if leaf is None:
            return
        plain = leaf.plain
        # Few leaves have any of these signs, and a collection has a hundred thousand leaves.
        for name, call in find_dead_calls(leaf, self.data) if "[^" in plain else ():
            self.trace.flaw("undefined-note", self.trace.span(*call), name)
        identifier, text = self._given(leaf, plain) if "{" in plain else ("", plain)
        if leaf.tag == "Heading" and closed == "Heading":
            self._end_heading(leaf, text, identifier)
            return
        if leaf.tag == "TableCell":
            if self.table:
                self.table.end_cell(text.strip(), end)
            if not self._inside_any("FootnoteDefinition"):
                self.sections[-1].add(text, counts=False)
            return
        if not text.strip():
            return
        codes, text = self._codes(leaf, text) if "#" in text else ((), text)
        if not self._inside_any("FootnoteDefinition"):
            is_paragraph = leaf.tag != "Item" and not self._inside_any("List", "Item") and bool(text.strip())
            self.sections[-1].add(text, counts=is_paragraph)
        form = "item" if leaf.tag == "Item" or self._inside_any("Item") else "paragraph"
        span = self.trace.span(*leaf.span)
        self.passages.append(Passage(text.strip(), span, len(self.sections) - 1, codes, form))

    def _end_heading(self, leaf: Leaf, text: str, identifier: str) -> None:
        begin, end, level = leaf.begin, leaf.end, leaf.level
        codes, text = self._codes(leaf, text)
        nested = self._inside_any("List", "BlockQuote", "FootnoteDefinition", "Item")
        span = self.trace.line(begin, end)
        title = text.strip()
        self.headings.append(Heading(level, title, span, identifier or slug(title), nested))
        if level <= 2 and not nested:
            self.sections.append(OpenSection(title, span))
        elif title:
            self.sections[-1].subheading(title)
        self.passages.append(Passage(title, span, len(self.sections) - 1, codes, "heading"))

    def _codes(self, leaf: Leaf, text: str) -> tuple[tuple[Code, ...], str]:
        """The codes that end a leaf, noted for cutting, and the text without them."""
        codes = find_codes(leaf, text, self.data)
        if codes.cut:
            self.code_cuts.append(codes.cut)
        return tuple(Code(id, self.trace.span(*span)) for id, span in codes.found), codes.text

    def _given(self, leaf: Leaf, plain: str) -> tuple[str, str]:
        """Tell what is refused in braces, keep the claims; the id that a heading gives itself, and the printed text."""
        given = read_given(leaf, self.data, self.ended)
        for span, word, thing in given.refused:
            self.trace.flaw("unknown-attribute", self.trace.span(*span), word, thing)
        self.claims += (self.trace.claim(claim) for claim in given.claims)
        return given.identifier, without_attributes(given.written, plain)

    # Marks

    def _end_mark(self, tag: str, begin: int, end: int) -> None:
        detail, _, _ = self.marks.pop()
        text = "".join(self.leaf.open_texts.pop()) if self.leaf and self.leaf.open_texts else ""
        self.ended[end] = tag
        self._fill()
        if tag == "Link":
            self.links.append(Link(str(detail["dest_url"]), self.trace.span(begin, end), not text.strip()))
        else:
            text = without_attributes(ATTRIBUTES.findall(text), text)
            self.images.append(Image(str(detail["dest_url"]), text.strip(), self.trace.span(begin, end)))

    def _open_code(self, detail: Any, begin: int, end: int) -> None:
        if isinstance(detail, Mapping) and "Fenced" in detail:
            self.fence = OpenFence(tuple(str(detail["Fenced"]).split()), end, end)
        else:
            self.fence = OpenFence((), begin, end)
            self.trace.flaw_of_line("indented-code", begin, end)
        self._fill()

    def _fill(self) -> None:
        """The section says something, unless it is said in a note or in its heading."""
        if not self._inside_any("FootnoteDefinition", "Heading"):
            self.sections[-1].filled = True

    def _depth(self, *tags: str) -> int:
        return sum(self.opened[tag] for tag in tags)

    def _inside_any(self, *tags: str) -> bool:
        return any(map(self.opened.__getitem__, tags))
