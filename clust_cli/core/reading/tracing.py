"""From a text that was cut back to the author's file: places, and the flaws told at them.

In: offsets of what was parsed. Out: spans of the file. Units: bytes.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from clust_cli.core.places import Span
from clust_cli.core.reading.body import Claim, Flaw
from clust_cli.core.reading.cuts import Cut

_TAG_NAME = re.compile(r"</?([A-Za-z][\w-]*)")


@dataclass(slots=True)
class Trace:
    """A text that was cut, where it began in its file, and the flaws found in it so far."""

    text: Cut
    start: int
    flaws: list[Flaw] = field(default_factory=list)
    opened_tags: set[str] = field(default_factory=set)

    def at(self, offset: int) -> int:
        """The place in the file of an offset of the text."""
        return self.start + self.text.original(offset)

    def span(self, begin: int, end: int) -> Span:
        """The place in the file of a stretch of the text; what was cut right behind it is not part of it."""
        return Span(self.at(begin), self.at(max(begin, end - 1)) + min(1, max(0, end - begin)))

    def line(self, begin: int, end: int) -> Span:
        """The place of the first line of a stretch."""
        newline = self.text.data.find(b"\n", begin, end)
        stop = newline if newline >= 0 else end
        return self.span(begin, begin + len(self.text.data[begin:stop].rstrip()))

    def claim(self, claim: Claim) -> Claim:
        """A claim of the text, at its places in the file."""
        keys = tuple((name, value, self.span(*span)) for name, value, span in claim.keys)
        return claim._replace(keys=keys, span=self.span(*claim.span), braces=self.span(*claim.braces))

    def flaw(self, rule: str, span: Span, word: str, variant: str = "") -> None:
        """Tell a flaw."""
        self.flaws.append(Flaw(rule, span, word, variant.lower()))

    def flaw_of_line(self, rule: str, begin: int, end: int) -> None:
        """Tell a flaw of a stretch by its first line."""
        first = self.text.data[begin:end].strip().split(b"\n", 1)[0]
        self.flaw(rule, self.line(begin, end), first.decode("utf-8", errors="replace"))

    def html(self, begin: int, end: int) -> None:
        """Tell a tag of HTML; a closing one is the same fault as the opening one before it, and told once."""
        tag = self.text.data[begin:end].decode()
        found = _TAG_NAME.match(tag)
        name = found[1] if found else ""
        if name in self.opened_tags and tag.startswith("</"):
            return
        self.opened_tags.add(name)
        self.flaw("raw-html", self.span(begin, end), tag)


@dataclass(slots=True)
class Notes:
    """The notes of a text: where each is called first, and where each has its text."""

    trace: Trace
    calls: dict[str, Span] = field(default_factory=dict)
    texts: dict[str, Span] = field(default_factory=dict)
    folded: set[str] = field(default_factory=set)

    def call(self, name: str, span: Span, *, in_note: bool, in_heading: bool) -> None:
        """Note a call; inside another note or in a heading it is refused."""
        self.calls.setdefault(name, span)
        if in_note:
            self.trace.flaw("nested-note", span, name)
        elif in_heading:
            self.trace.flaw("note-in-heading", span, name)

    def define(self, name: str, begin: int) -> None:
        """Note a text; of two texts of one note only one is printed. Names are alike in small letters and capitals."""
        span = self.trace.span(begin, begin + len(f"[^{name}]:".encode()))
        if name.casefold() in self.folded:
            self.trace.flaw("duplicate-note", span, name)
        self.folded.add(name.casefold())
        self.texts.setdefault(name, span)

    def close(self) -> tuple[str, ...]:
        """The names of the notes that have a text; one that nobody calls is told."""
        for name, span in self.texts.items():
            if name not in self.calls:
                self.trace.flaw("unused-note", span, name)
        return tuple(self.texts)
