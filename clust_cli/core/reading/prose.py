"""The plain words of a body, as they are printed, with the way back to the author's bytes.

In: the bytes of a body and where it begins in its file. Out: one text, a line for each paragraph, item, heading
or cell; comments, code, codes, attributes, marks and targets of links are not in it. What is prose is said here, for
every rule that reads words.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from clust_cli.core.places import Span
from clust_cli.core.reading.comments import find_comments
from clust_cli.core.reading.cuts import Cut, cut
from clust_cli.core.reading.events import events, tag

_MARKS = ("Link", "Image")
_LEAVES = ("Paragraph", "Heading", "Item", "TableCell", "BlockQuote", "FootnoteDefinition")
# « ([Business Network International]{lang=en}) #bni »
_NO_WORDS = re.compile(r"[\[\]]|(?<=\])\{[^{}\n]*\}|(?<![\w/])#[^\W\d_][\w'’-]*")
_LANGUAGE = re.compile(r"\[((?:[^\[\]]|\[[^\[\]]*\])*)\]\{[^{}\n]*?\blang=\"?([A-Za-z-]+)[^{}\n]*\}")


class Prose(NamedTuple):
    """A text and its pieces: the character each begins at, and the byte of the cut text where it stands.

    Shape: `written` is the same text, character for character, with the attributes and codes that `text` leaves blank.
    """

    text: str
    written: str
    characters: tuple[int, ...]
    bytes: tuple[int, ...]
    cut: Cut
    start: int
    languages: Mapping[tuple[int, int], str] = MappingProxyType({})
    """The stretches that are in a language of their own, by where they begin and end. Units: characters."""

    def span(self, start: int, end: int) -> Span:
        """The span in the file of two character offsets, of a word or more."""
        return Span(self._byte(start), self._byte(end - 1) + len(self.written[end - 1 : end].encode()))

    def within(self, span: Span) -> Stretch:
        """The words that stand in a span of the file."""
        begin, end = (self._character(self.cut.left(byte - self.start)) for byte in span)
        return Stretch(self.text[begin:end], self, begin)

    def _byte(self, character: int) -> int:
        """The byte of the file where a character stands."""
        index = bisect_right(self.characters, character) - 1
        before = self.written[self.characters[index] : character]
        return self.start + self.cut.original(self.bytes[index] + len(before.encode()))

    def _character(self, byte: int) -> int:
        """The first character that stands at a byte of the cut text, or after it."""
        index = bisect_right(self.bytes, byte) - 1
        begin, *others = self.characters[index : index + 2]
        piece = self.written[begin : others[0] if others else len(self.written)]
        return begin + len(piece.encode()[: byte - self.bytes[index]].decode(errors="ignore"))


class Stretch(NamedTuple):
    """Some words of a prose, and the character of it where they begin."""

    text: str
    prose: Prose
    begin: int

    def span(self, start: int, end: int) -> Span:
        """The span in the file of two character offsets of these words."""
        return self.prose.span(self.begin + start, self.begin + end)


def prose(data: bytes, start: int = 0) -> Prose:
    """The plain words of a body that begins at a byte offset of its file."""
    shown = cut(data, find_comments(data)[0])
    pieces: list[str] = []
    characters, places = [0], [0]
    length, in_code = 0, False
    for event, begin, end in events(shown.data):
        is_braced = shown.data[end : end + 1] == b"{"  # an image, a link or code may have attributes, as brackets have
        added = ""
        if not isinstance(event, Mapping):
            added = " " if event in ("SoftBreak", "HardBreak") else ""
        elif "Text" in event and not in_code:
            added = event["Text"]
            characters.append(length)
            places.append(begin)
        elif "Code" in event:
            added = "]" if is_braced else " "
        elif "Start" in event or "End" in event:
            name = tag(event.get("Start", event.get("End")))[0]
            in_code = "Start" in event if name == "CodeBlock" else in_code
            added = "\n" if name in _LEAVES else "]" if "End" in event and name in _MARKS and is_braced else ""
        pieces.append(added)
        length += len(added)
    written = "".join(pieces)
    text = _NO_WORDS.sub(lambda found: " " * len(found[0]), written)
    languages = {found.span(1): found[2] for found in _LANGUAGE.finditer(written)} if "lang=" in written else {}
    return Prose(text, written, tuple(characters), tuple(places), shown, start, languages)
