"""Stretches of a text held against forms of names, piece by piece; and where a text holds a form as it is.

In: flat texts and forms. Out: windows, mentions. Units: places are characters of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from clust_cli.core.name_index import PIECE, Form, NameIndex, flat, joint


class Mention(NamedTuple):
    """A form that a text holds as it is registered, and where."""

    start: int
    end: int
    form: Form


class Window(NamedTuple):
    """A stretch of text of as many pieces as a form has."""

    text: str
    found: tuple[re.Match[str], ...]

    @property
    def start(self) -> int:
        """Where it begins."""
        return self.found[0].start()

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.found[-1].end()

    @property
    def joints(self) -> tuple[str, ...]:
        """What stands between its pieces."""
        return tuple(joint(self.text[one.end() : two.start()]) for one, two in pairwise(self.found))

    def compound(self, number: int) -> str:
        """A piece with those that hyphens tie to it: Saulnier, in Lons-le-Saulnier."""
        first = last = number
        while first > 0 and self.joints[first - 1] == "-":
            first -= 1
        while last < len(self.joints) and self.joints[last] == "-":
            last += 1
        return self.text[self.found[first].start() : self.found[last].end()]

    @property
    def is_whole(self) -> bool:
        """Whether no hyphen makes it a part of a longer name."""
        before, after = self.text[max(0, self.start - 2) : self.start], self.text[self.end : self.end + 2]
        return not (before[-1:] == "-" and before[:1].isalnum()) and not (after[:1] == "-" and after[1:].isalnum())


def find_mentions(text: str, index: NameIndex) -> Iterator[Mention]:
    """Find the accepted forms in a text, the longest where several begin; what is in one is no mention of another.

    Shape: a form that several names share names none of them.
    """
    pieces = list(PIECE.finditer(flat(text)))
    free = 0
    for first, piece in enumerate(pieces):
        forms = index.by_first.get(piece[0].lower(), ()) if piece.start() >= free else ()
        windows = ((Window(piece.string, tuple(pieces[first : first + len(form.pieces)])), form) for form in forms)
        held = [(window, form) for window, form in windows if is_exact(window, form) and window.is_whole]
        if held:
            free = max(window.end for window, _form in held)
            longest = {form.name: form for window, form in held if window.end == free}
            if len(longest) == 1:
                yield Mention(piece.start(), free, *longest.values())


def is_exact(window: Window, form: Form) -> bool:
    """Whether a window is a form as it is registered.

    Shape: a name that begins with a small letter takes a capital where its sentence begins.
    """
    written = tuple(piece[0] for piece in window.found)
    first = form.pieces[0]
    begins = written[:1] in ((first,), (first[:1].upper() + first[1:],))
    return begins and written[1:] == form.pieces[1:] and window.joints == form.joints


def word_start(text: str, at: int) -> int:
    """The beginning of the word that stands at an offset."""
    edge = max(0, at)
    while edge and text[edge - 1].isalnum():
        edge -= 1
    return edge
