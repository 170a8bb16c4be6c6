"""The plain words of a body, as they are printed, with the way back to the author's bytes.

In: the bytes of a body and where it begins in its file. Out: one text, a line for each paragraph, item, heading
or cell; comments, code, marks and targets of links are not in it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping
from typing import NamedTuple

from clust_cli.core.places import Span
from clust_cli.core.reading.comments import find_comments
from clust_cli.core.reading.cuts import Cut, cut
from clust_cli.core.reading.events import events, tag

_LEAVES = ("Paragraph", "Heading", "Item", "TableCell", "BlockQuote", "FootnoteDefinition")
_ATTRIBUTES = re.compile(r"[\[\]]|(?<=\])\{[^{}\n]*\}")


class Prose(NamedTuple):
    """A text and its pieces: the character each begins at, and the byte of the cut text where it stands."""

    text: str
    characters: tuple[int, ...]
    bytes: tuple[int, ...]
    cut: Cut
    start: int

    def span(self, start: int, end: int) -> Span:
        """The span in the file of two character offsets of one word."""
        index = bisect_right(self.characters, start) - 1
        before = self.text[self.characters[index] : start]
        begin = self.bytes[index] + len(before.encode())
        origin = self.start + self.cut.original(begin)
        return Span(origin, origin + len(self.text[start:end].encode()))


def prose(data: bytes, start: int = 0) -> Prose:
    """The plain words of a body that begins at a byte offset of its file."""
    shown = cut(data, find_comments(data)[0])
    pieces: list[str] = []
    characters, places = [0], [0]
    length, in_code = 0, False
    for event, begin, _end in events(shown.data):
        added = ""
        if not isinstance(event, Mapping):
            added = " " if event in ("SoftBreak", "HardBreak") else ""
        elif "Text" in event and not in_code:
            added = event["Text"]
            characters.append(length)
            places.append(begin)
        elif "Code" in event:
            added = " "
        elif "Start" in event or "End" in event:
            name = tag(event.get("Start", event.get("End")))[0]
            in_code = "Start" in event if name == "CodeBlock" else in_code
            added = "\n" if name in _LEAVES else ""
        pieces.append(added)
        length += len(added)
    # Brackets and attributes are no words: « ([Business Network International]{lang=en}) ».
    text = _ATTRIBUTES.sub(lambda found: " " * len(found[0]), "".join(pieces))
    return Prose(text, tuple(characters), tuple(places), shown, start)
