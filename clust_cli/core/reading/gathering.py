"""Sections, tables and fences while they are being read: they gather, then close to the values of `body`."""

from __future__ import annotations

from dataclasses import dataclass, field

from clust_cli.core.places import Span
from clust_cli.core.reading.body import Fence, Section, Table
from clust_cli.core.words import count_words

_TEXT_KEPT = 400


@dataclass(slots=True)
class OpenSection:
    """A section being filled. Units: `words` in words, `items` and `paragraphs` counted."""

    heading: str
    span: Span
    words: int = 0
    items: int = 0
    paragraphs: int = 0
    filled: bool = False
    text: str = ""

    def add(self, text: str, *, counts: bool) -> None:
        """Add the text of a leaf; `counts` when it is a paragraph of its own."""
        self.words += count_words(text)
        self.paragraphs += counts
        self.filled = self.filled or bool(text.strip())
        if len(self.text) < _TEXT_KEPT:
            self.text += text.strip() + "\n"

    def subheading(self, text: str) -> None:
        """Add a heading of a deeper level, which fills no section."""
        self.words += count_words(text)

    def close(self, end: int) -> Section:
        """The section, once the next one begins."""
        items = self.items or self.paragraphs
        return Section(self.heading, self.span, end, self.words, items, self.filled, self.text)


@dataclass(slots=True)
class OpenTable:
    """A table being filled. `cell_end` is where the last cell read so far ends, in the text that is parsed."""

    span: Span
    header: list[str] = field(default_factory=list)
    rows: int = 0
    in_head: bool = False
    cell_end: int = 0

    def end_cell(self, text: str, end: int) -> None:
        """End a cell; those of the head are kept."""
        self.cell_end = end
        if self.in_head:
            self.header.append(text)

    def beyond(self, data: bytes, end: int) -> Span | None:
        """The first cell of a row that stands beyond the columns: no reader of the print would see it."""
        more = data[self.cell_end : end].rstrip()
        lost = more.strip(b"| \t")
        if not lost:
            return None
        start = self.cell_end + more.index(lost)
        return Span(start, start + len(lost.split(b"|")[0].rstrip()))

    def close(self) -> Table:
        """The table, once it ends."""
        return Table(self.span, tuple(self.header), self.rows)


@dataclass(slots=True)
class OpenFence:
    """A code block being filled: the words after its fence, its lines, and where they stand."""

    words: tuple[str, ...]
    begin: int
    end: int
    lines: list[str] = field(default_factory=list)

    def add(self, line: str, begin: int, end: int) -> None:
        """Add a line."""
        self.begin = self.begin if self.lines else begin
        self.end = end
        self.lines.append(line)

    def close(self, span: Span, content: Span) -> Fence:
        """The block, once it ends."""
        return Fence(self.words, "".join(self.lines), span, content)
