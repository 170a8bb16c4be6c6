"""Read a body: one pass over the parser's events, every find mapped to the author's bytes.

In: the bytes of a body and where it begins in its file. Out: a Body. Knows no kind and no rule but refused marks.
Source: docs/formats.md, “Body”: CommonMark, pipe tables, footnotes, bracketed spans, attributes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import pyromark

from clust_cli.core.attributes import ATTRIBUTES, allowed
from clust_cli.core.body import Body, Code, Fence, Flaw, Heading, Image, Link, Passage, Section, Table
from clust_cli.core.cuts import Cut, cut
from clust_cli.core.places import Span
from clust_cli.core.words import count_words, slug

MAX_NESTING = 8
_OPTIONS = pyromark.Options.ENABLE_TABLES | pyromark.Options.ENABLE_FOOTNOTES
_CODES = re.compile(r"(?:(?:^|(?<=\s))#[^\W\d_][\w'’-]*[ \t]*)+(?=[.]?\s*$)")
_CODE = re.compile(r"#([^\W\d_][\w'’-]*)")
_NOTE_CALL = re.compile(rb"\[\^([^\[\]\s]+)\]")
_LEVELS = {"H1": 1, "H2": 2, "H3": 3, "H4": 4, "H5": 5, "H6": 6}
_NESTING = ("List", "BlockQuote")
_TEXT_KEPT = 400

_TAG_NAME = re.compile(r"</?([A-Za-z][\w-]*)")

Event = Any


def parse_body(data: bytes, start: int = 0) -> Body:
    """Read a body that begins at a byte offset of its file."""
    comments, unclosed = _comments(data)
    without_comments = cut(data, comments)
    scan = _Scan(without_comments, start)
    scan.run()
    return scan.body(unclosed)


def _events(data: bytes) -> Iterator[tuple[Event, int, int]]:
    for event, span in pyromark.events_with_range(data.decode("utf-8"), options=_OPTIONS):
        yield event, span["start"], span["end"]


def _comments(data: bytes) -> tuple[list[Span], Span | None]:
    """Where the comments stand, and the first one that is never closed. Only what the parser calls HTML or text."""
    spans: list[Span] = []
    if b"<!--" not in data:
        return spans, None
    unclosed: Span | None = None
    in_code = False  # the text of a code block may hold anything
    for event, begin, end in _events(data):
        if not isinstance(event, Mapping):
            continue
        if "InlineHtml" in event or event == {"Start": "HtmlBlock"}:
            opened = data.find(b"<!--", begin, end)
            while opened >= 0 and (closed := data.find(b"-->", opened + 4, end)) >= 0:
                spans.append(_with_line_end(data, opened, closed + 3))
                opened = data.find(b"<!--", closed + 3, end)
            if opened >= 0:
                unclosed = unclosed or Span(opened, opened + 4)
        elif "Text" in event and not in_code:
            opened = data.find(b"<!--", begin, end)
            escaped = opened == begin and data[begin - 1 : begin] == b"\\"
            if opened >= 0 and not escaped:
                unclosed = unclosed or Span(opened, opened + 4)
        elif _tag(event.get("Start", event.get("End", "")))[0] == "CodeBlock":
            in_code = "Start" in event
    return spans, unclosed


def _with_line_end(data: bytes, start: int, end: int) -> Span:
    """A comment at a line's end takes the spaces before it, which would else be a hard line break."""
    follows = data[end : end + 1]
    if follows in (b"\n", b"\r", b""):
        while start > 0 and data[start - 1 : start] in (b" ", b"\t"):
            start -= 1
    return Span(start, end)


class _Scan:
    """One pass over the events of one body: where we are, and what was found."""

    def __init__(self, text: Cut, start: int) -> None:
        self.text = text
        self.data = text.data
        self.start = start
        self.stack: list[str] = []
        self.sections = [_Open("", Span(start, start))]
        self.headings: list[Heading] = []
        self.passages: list[Passage] = []
        self.links: list[Link] = []
        self.images: list[Image] = []
        self.tables: list[Table] = []
        self.fences: list[Fence] = []
        self.flaws: list[Flaw] = []
        self.references: dict[str, Span] = {}
        self.definitions: dict[str, Span] = {}
        self.code_cuts: list[Span] = []
        self.leaf: _Leaf | None = None
        self.marks: list[tuple[Event, int, int]] = []
        self.table: _OpenTable | None = None
        self.fence: tuple[tuple[str, ...], list[str], int, int] | None = None
        self.ended: dict[int, str] = {}
        self.opened_tags: set[str] = set()

    def run(self) -> None:
        for event, begin, end in _events(self.data):
            if isinstance(event, str):
                self._bare(event, begin, end)
                continue
            [(name, content)] = event.items()
            if name == "Start":
                self._open(*_tag(content), begin, end)
            elif name == "End":
                self._close(_tag(content)[0], begin, end)
            else:
                self._inside(name, content, begin, end)

    def body(self, unclosed: Span | None) -> Body:
        if unclosed:
            self._flaw("unclosed-comment", Span(self.start + unclosed.start, self.start + unclosed.end), "<!--")
        self._check_notes()
        end = self._at(len(self.data))
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
            tuple(self.definitions),
            tuple(self.flaws),
            cut(self.data, self.code_cuts).data,
            unclosed is not None,
        )

    # Events

    def _open(self, tag: str, detail: Any, begin: int, end: int) -> None:
        if tag in ("Paragraph", "Heading", "TableCell"):
            self.leaf = _Leaf(tag, begin, end, _LEVELS[detail["level"]] if tag == "Heading" else 0)
        elif tag == "Item":
            self._end_leaf(begin)
            if self._depth("List") == 1 and not self._inside_any("BlockQuote", "FootnoteDefinition"):
                self.sections[-1].items += 1
            self.leaf = _Leaf(tag, begin, end)
        elif tag in ("List", "BlockQuote"):
            self._end_leaf(begin)
        elif tag in ("Link", "Image"):
            self.marks.append((detail, begin, end))
            if self.leaf:
                self.leaf.open_texts.append([])
        elif tag == "Table":
            self.table = _OpenTable(self._span(begin, end))
            self._fill()
        elif tag == "TableHead" and self.table:
            self.table.in_head = True
        elif tag == "CodeBlock":
            self._open_code(detail, begin, end)
        elif tag == "HtmlBlock":
            block = self.data[begin:end].lstrip()
            # A comment that is never closed makes a block too; it is told as what it is.
            if not block.startswith(b"<!--") or b"-->" in block:
                self._flaw("raw-html", self._line(begin, end), _first_line(block))
        elif tag == "FootnoteDefinition":
            self._define(str(detail), begin)
        self.stack.append(tag)
        if tag in _NESTING and self._depth(*_NESTING) == MAX_NESTING + 1:
            self._flaw("too-nested", self._line(begin, end), _first_line(self.data[begin:end]))

    def _close(self, tag: str, begin: int, end: int) -> None:
        self.stack.pop()
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
        elif tag == "CodeBlock" and self.fence:
            words, lines, first, last = self.fence
            self.fences.append(Fence(words, "".join(lines), self._span(begin, end), self._span(first, last)))
            self.fence = None

    def _inside(self, name: str, content: Any, begin: int, end: int) -> None:
        if name == "Text" and self.fence is not None:
            words, lines, first, _ = self.fence
            self.fence = (words, [*lines, content], first if lines else begin, end)
        elif name == "Text":
            if self.leaf:
                self.leaf.text(content, begin, end)
        elif name == "Code":
            if self.leaf:
                self.leaf.code(content)
        elif name == "InlineHtml":
            self._inline_html(self.data[begin:end].decode(), begin, end)
        elif name == "FootnoteReference":
            self._refer(str(content), begin, end)

    def _inline_html(self, tag: str, begin: int, end: int) -> None:
        """A closing tag is the same fault as the opening one before it: it is told once."""
        name = _TAG_NAME.match(tag)
        if tag.startswith("</") and name and name[1] in self.opened_tags:
            return
        self.opened_tags.add(name[1] if name else "")
        self._flaw("raw-html", self._span(begin, end), tag)

    def _bare(self, event: str, begin: int, end: int) -> None:
        if event in ("SoftBreak", "HardBreak") and self.leaf:
            self.leaf.line_break()

    # Leaves: paragraphs, list items, headings, cells

    def _end_leaf(self, end: int, closed: str = "") -> None:
        leaf, self.leaf = self.leaf, None
        if leaf is None:
            return
        self._undefined_notes(leaf)
        identifier, attributes = self._attributes(leaf)
        text = _without(attributes, leaf.plain)
        if leaf.tag == "Heading" and closed == "Heading":
            self._end_heading(leaf, text, identifier)
            return
        if leaf.tag == "TableCell":
            if self.table and self.table.in_head:
                self.table.header.append(text.strip())
            if not self._inside_any("FootnoteDefinition"):
                self.sections[-1].add(text, counts=False)
            return
        if not text.strip():
            return
        codes, text = self._codes(leaf, text)
        if not self._inside_any("FootnoteDefinition"):
            is_paragraph = leaf.tag != "Item" and not self._inside_any("List", "Item") and bool(text.strip())
            self.sections[-1].add(text, counts=is_paragraph)
        form = "item" if leaf.tag == "Item" or "Item" in self.stack else "paragraph"
        span = self._span(leaf.first, leaf.last)
        self.passages.append(Passage(text.strip(), span, len(self.sections) - 1, codes, form))

    def _end_heading(self, leaf: _Leaf, text: str, identifier: str) -> None:
        begin, end, level = leaf.begin, leaf.end, leaf.level
        codes, text = self._codes(leaf, text)
        nested = self._inside_any("List", "BlockQuote", "FootnoteDefinition", "Item")
        span = self._line(begin, end)
        title = text.strip()
        self.headings.append(Heading(level, title, span, identifier or slug(title), nested))
        if level <= 2 and not nested:
            self.sections.append(_Open(title, span))
        elif title:
            self.sections[-1].subheading(title)
        self.passages.append(Passage(title, span, len(self.sections) - 1, codes, "heading"))

    def _codes(self, leaf: _Leaf, text: str) -> tuple[tuple[Code, ...], str]:
        """Find the hashtags that end a leaf and note them for cutting; the last stretch of plain text holds them."""
        if "#" not in text or leaf.last_text is None:
            return (), text
        content, begin, _ = leaf.last_text
        tail = content.rstrip()
        found = _CODES.search(tail)
        if not found or not text.rstrip().endswith(tail[found.start() :]):
            return (), text
        if found.start() == 0 and self.data[begin - 1 : begin] == b"\\":
            return (), text
        codes = []
        for one in _CODE.finditer(tail, found.start()):
            first = begin + len(content[: one.start()].encode())
            codes.append(Code(one[1], self._span(first, first + len(one[0].encode()))))
        spaces = len(content[: found.start()]) - len(content[: found.start()].rstrip(" \t"))
        first = begin + len(content[: found.start() - spaces].encode())
        last = begin + len(content[: found.end()].rstrip().encode())
        self.code_cuts.append(Span(first, last))
        stripped = text.rstrip()
        return tuple(codes), stripped[: len(stripped) - len(tail[found.start() :])].rstrip() + tail[found.end() :]

    def _attributes(self, leaf: _Leaf) -> tuple[str, list[str]]:
        """Refuse every attribute but the few we know; return the id that a heading gives itself, and all of them."""
        identifier, written = "", []
        for found, offset in self._braces(leaf):
            length = len(found.encode())
            ends_heading = leaf.tag == "Heading" and not self.data[offset + length : leaf.end].strip(b" \t\r\n#")
            before = self.ended.get(offset, "Heading" if ends_heading else "")
            if self.data[offset - 1 : offset] == b"]" and offset not in self.ended:
                before = "Span"
            verdict = allowed(found, before)
            if verdict.refused:
                self._flaw("unknown-attribute", self._span(offset, offset + length), verdict.refused, before)
            identifier = identifier or verdict.identifier
            written.append(found)
        return identifier, written

    def _braces(self, leaf: _Leaf) -> Iterator[tuple[str, int]]:
        """Every stretch of a leaf's plain text that reads as attributes, and where it stands."""
        pieces = [(content, begin) for content, begin, _end in leaf.texts if "{" in content]
        if not pieces:
            return
        # Decoded once and walked through in step: a text may hold a hundred thousand braces.
        whole = self.data[leaf.begin : leaf.end].decode("utf-8", errors="replace")
        byte, character = leaf.begin, 0
        for content, begin in pieces:
            if content[0] == "{" and self.data[begin - 1 : begin] == b"\\":
                content = " " + content[1:]
            for brace in re.finditer(r"\{", content):
                offset = begin + len(content[: brace.start()].encode())
                character += len(self.data[byte:offset].decode("utf-8", errors="replace"))
                byte = offset
                found = ATTRIBUTES.match(whole, character)
                if found:
                    yield found[0], offset

    # Marks

    def _end_mark(self, tag: str, begin: int, end: int) -> None:
        detail, _, _ = self.marks.pop()
        text = "".join(self.leaf.open_texts.pop()) if self.leaf and self.leaf.open_texts else ""
        self.ended[end] = tag
        self._fill()
        if tag == "Link":
            self.links.append(Link(str(detail["dest_url"]), self._span(begin, end), not text.strip()))
        else:
            text = _without(ATTRIBUTES.findall(text), text)
            self.images.append(Image(str(detail["dest_url"]), text.strip(), self._span(begin, end)))

    def _open_code(self, detail: Any, begin: int, end: int) -> None:
        if isinstance(detail, Mapping) and "Fenced" in detail:
            self.fence = (tuple(str(detail["Fenced"]).split()), [], end, end)
        else:
            self.fence = ((), [], begin, end)
            self._flaw("indented-code", self._line(begin, end), _first_line(self.data[begin:end]))
        self._fill()

    def _refer(self, name: str, begin: int, end: int) -> None:
        span = self._span(begin, end)
        self.references.setdefault(name, span)
        if "FootnoteDefinition" in self.stack:
            self._flaw("nested-note", span, name)
        elif self.leaf and self.leaf.tag == "Heading":
            self._flaw("note-in-heading", span, name)

    def _define(self, name: str, begin: int) -> None:
        self.definitions.setdefault(name, self._span(begin, begin + len(f"[^{name}]:".encode())))

    def _undefined_notes(self, leaf: _Leaf) -> None:
        """A call of a note that has no text is plain text to the parser, in several pieces."""
        for begin, end in leaf.runs():
            for found in _NOTE_CALL.finditer(self.data, begin, end):
                if self.data[found.start() - 1 : found.start()] != b"\\":
                    self._flaw("undefined-note", self._span(*found.span()), found[1].decode())

    def _check_notes(self) -> None:
        for name, span in self.definitions.items():
            if name not in self.references:
                self._flaw("unused-note", span, name)

    def _fill(self) -> None:
        """The section says something, unless it is said in a note or in its heading."""
        if not self._inside_any("FootnoteDefinition", "Heading"):
            self.sections[-1].filled = True

    # Places

    def _at(self, offset: int) -> int:
        return self.start + self.text.original(offset)

    def _span(self, begin: int, end: int) -> Span:
        return Span(self._at(begin), self._at(max(begin, end - 1)) + min(1, max(0, end - begin)))

    def _line(self, begin: int, end: int) -> Span:
        """The first line of a stretch."""
        newline = self.data.find(b"\n", begin, end)
        stop = newline if newline >= 0 else end
        return self._span(begin, begin + len(self.data[begin:stop].rstrip()))

    def _flaw(self, rule: str, span: Span, word: str, variant: str = "") -> None:
        self.flaws.append(Flaw(rule, span, word, variant.lower()))

    def _depth(self, *tags: str) -> int:
        return sum(tag in tags for tag in self.stack)

    def _inside_any(self, *tags: str) -> bool:
        return any(tag in self.stack for tag in tags)


class _Open:
    """A section being filled."""

    def __init__(self, heading: str, span: Span) -> None:
        self.heading = heading
        self.span = span
        self.words = self.items = self.paragraphs = 0
        self.filled = False
        self.text = ""

    def add(self, text: str, *, counts: bool) -> None:
        self.words += count_words(text)
        self.paragraphs += counts
        self.filled = self.filled or bool(text.strip())
        if len(self.text) < _TEXT_KEPT:
            self.text += text.strip() + "\n"

    def subheading(self, text: str) -> None:
        self.words += count_words(text)

    def close(self, end: int) -> Section:
        items = self.items or self.paragraphs
        return Section(self.heading, self.span, end, self.words, items, self.filled, self.text)


class _OpenTable:
    """A table being filled."""

    def __init__(self, span: Span) -> None:
        self.span = span
        self.header: list[str] = []
        self.rows = 0
        self.in_head = False

    def close(self) -> Table:
        return Table(self.span, tuple(self.header), self.rows)


class _Leaf:
    """A stretch of inline text being gathered: its plain text, and each piece of it with its place."""

    def __init__(self, tag: str, begin: int, end: int, level: int = 0) -> None:
        self.tag = tag
        self.level = level
        self.begin, self.end = begin, end
        self.first, self.last = begin, begin
        self.texts: list[tuple[str, int, int]] = []
        self.pieces: list[str] = []
        self.open_texts: list[list[str]] = []
        self.last_text: tuple[str, int, int] | None = None

    @property
    def plain(self) -> str:
        return "".join(self.pieces)

    def runs(self) -> Iterator[tuple[int, int]]:
        """The stretches of plain text, pieces that touch joined."""
        first = last = -1
        for _content, begin, end in self.texts:
            if begin != last:
                if last > first:
                    yield first, last
                first = begin
            last = end
        if last > first:
            yield first, last

    def text(self, content: str, begin: int, end: int) -> None:
        if not self.texts:
            self.first = begin
        self.texts.append((content, begin, end))
        self.last_text = (content, begin, end)
        self.last = end
        self._add(content)

    def code(self, content: str) -> None:
        self.last_text = None
        self._add(content)

    def line_break(self) -> None:
        self._add(" ")

    def _add(self, content: str) -> None:
        self.pieces.append(content)
        for texts in self.open_texts:
            texts.append(content)


def _tag(content: Any) -> tuple[str, Any]:
    if isinstance(content, str):
        return content, None
    [(name, detail)] = content.items()
    return name, detail


def _without(attributes: Iterable[str], text: str) -> str:
    """The text that is printed: a span is its words, and attributes are nobody's words."""
    for one in attributes:
        text = re.sub(rf"\[([^\[\]]*)\]{re.escape(one)}", r"\1", text, count=1).replace(one, "", 1)
    return text


def _first_line(data: bytes) -> str:
    return data.strip().split(b"\n", 1)[0].decode("utf-8", errors="replace")
