"""Leaves: paragraphs, list items, headings and cells as their plain text, and what is written among it.

In: pieces of text with their places. Out: the text, and the codes, attributes and calls of notes it holds.
Units: places are bytes of the text that was parsed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from clust_cli.core.places import Span
from clust_cli.core.reading.attributes import ATTRIBUTES

_CODES = re.compile(r"(?:(?:^|(?<=\s))#[^\W\d_][\w'’-]*[ \t]*)+(?=[.]?\s*$)")
_CODE = re.compile(r"#([^\W\d_][\w'’-]*)")
_NOTE_CALL = re.compile(rb"\[\^([^\[\]\s]+)\]")
# A quotation may hold one more pair of brackets: « […] », or a span with a language.
_SPAN = re.compile(rf"(?:\[(?P<words>(?:[^\[\]]|\[[^\[\]]*\])*)\])?(?P<attributes>{ATTRIBUTES.pattern})")
_BRACE = re.compile(r"\{")
_MARGIN = re.compile(r"\n[ \t>]+")
"""What begins a further line of a block quotation: no part of the attributes that run over two lines."""


class Piece(NamedTuple):
    """A piece of plain text, and where it stands."""

    text: str
    begin: int
    end: int


class Codes(NamedTuple):
    """The hashtags that end a leaf: each id with its place, what to cut, and the text without them."""

    found: tuple[tuple[str, Span], ...]
    cut: Span | None
    text: str


@dataclass(slots=True)
class Leaf:
    """A stretch of inline text being gathered; `level` is that of a heading, `quoted` one in a block quotation."""

    tag: str
    begin: int
    end: int
    level: int = 0
    pieces: list[Piece] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    open_texts: list[list[str]] = field(default_factory=list)
    last: Piece | None = None
    quoted: bool = False

    @property
    def plain(self) -> str:
        """The text gathered so far."""
        return "".join(self.words)

    @property
    def span(self) -> Span:
        """From the first piece of text to the last."""
        return Span(self.pieces[0].begin, self.pieces[-1].end) if self.pieces else Span(self.begin, self.begin)

    def text(self, content: str, begin: int, end: int) -> None:
        """Add a piece of text."""
        self.last = Piece(content, begin, end)
        self.pieces.append(self.last)
        self.add(content)

    def code(self, content: str) -> None:
        """Add a piece of code: what stands in it is no mark of ours."""
        self.last = None
        self.add(content)

    def add(self, content: str) -> None:
        """Add words, also to the links and images that are open."""
        self.words.append(content)
        for texts in self.open_texts:
            texts.append(content)


def find_codes(leaf: Leaf, text: str, data: bytes) -> Codes:
    """Find the hashtags that end a leaf; the last stretch of plain text holds them all."""
    nothing = Codes((), None, text)
    if "#" not in text or leaf.last is None:
        return nothing
    content, begin, _ = leaf.last
    tail = content.rstrip()
    run = _CODES.search(tail, max(0, tail.find("#")))
    if not run or not text.rstrip().endswith(tail[run.start() :]):
        return nothing
    if run.start() == 0 and data[begin - 1 : begin] == b"\\":
        return nothing
    before, after = len(content[: run.start()].rstrip(" \t")), len(content[: run.end()].rstrip())
    cut = Span(begin + len(content[:before].encode()), begin + len(content[:after].encode()))
    found = tuple(_placed(content, before, cut.start, run.start()))
    kept = text.rstrip()
    kept = kept[: len(kept) - len(tail) + run.start()].rstrip() + tail[run.end() :]
    return Codes(found, cut, kept)


def _placed(content: str, before: int, offset: int, start: int) -> Iterator[tuple[str, Span]]:
    """The codes from a character on, each with its place, walking on from a character whose place is known."""
    for one in _CODE.finditer(content, start):
        offset += len(content[before : one.start()].encode())
        end = offset + len(one[0].encode())
        yield one[1], Span(offset, end)
        offset, before = end, one.end()


def find_attributes(leaf: Leaf, data: bytes) -> Iterator[tuple[str, int]]:
    """Every stretch of a leaf's plain text that reads as attributes in braces, and where it begins."""
    pieces = [piece for piece in leaf.pieces if "{" in piece.text]
    if not pieces:
        return
    # Decoded once and walked through in step: a text may hold a hundred thousand braces.
    whole = data[leaf.begin : leaf.end].decode("utf-8", errors="replace")
    if leaf.quoted:
        whole = _MARGIN.sub(lambda margin: margin[0].replace(">", " "), whole)
    byte, character = leaf.begin, 0
    for content, begin, _ in pieces:
        escaped = content[0] == "{" and data[begin - 1 : begin] == b"\\"
        offset, before = begin, 0
        for brace in _BRACE.finditer(content, int(escaped)):
            offset += len(content[before : brace.start()].encode())
            character += len(data[byte:offset].decode("utf-8", errors="replace"))
            byte, before = offset, brace.start()
            found = ATTRIBUTES.match(whole, character)
            if found:
                yield found[0], offset


def without_attributes(attributes: Iterable[str], text: str) -> str:
    """The text that is printed: a span is its words, and attributes are nobody's words."""
    written = frozenset(" ".join(one.split()) for one in attributes)
    if not written:
        return text

    def printed(found: re.Match[str]) -> str:
        if " ".join(found["attributes"].split()) not in written:
            return found[0]
        return _SPAN.sub(printed, found["words"] or "")

    return _SPAN.sub(printed, text)


def find_dead_calls(leaf: Leaf, data: bytes) -> Iterator[tuple[str, Span]]:
    """The calls of notes that have no text: plain text to the parser, in several pieces."""
    for begin, end in _runs(leaf.pieces):
        for found in _NOTE_CALL.finditer(data, begin, end):
            if data[found.start() - 1 : found.start()] != b"\\":
                yield found[1].decode(), Span(*found.span())


def _runs(pieces: Iterable[Piece]) -> Iterator[tuple[int, int]]:
    """The stretches of plain text, pieces that touch joined."""
    first = last = -1
    for _text, begin, end in pieces:
        if begin != last:
            if last > first:
                yield first, last
            first = begin
        last = end
    if last > first:
        yield first, last
