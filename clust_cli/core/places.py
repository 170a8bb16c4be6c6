"""Where a thing stands: a path and a span of bytes; line and column are derived when someone asks.

In: the bytes of a file. Out: places and positions. Knows no meaning of the text.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

BOM = b"\xef\xbb\xbf"


class Span(NamedTuple):
    """A half-open range. Units: bytes from the start of the file."""

    start: int
    end: int


class Position(NamedTuple):
    """Units: lines and columns count from 1; columns count characters."""

    line: int
    column: int


@dataclass(frozen=True)
class Source:
    """One file as it was read: its path in the workspace, with `/`, and its bytes."""

    path: str
    data: bytes

    @cached_property
    def text(self) -> str:
        """The text; bytes that are no UTF-8 are replaced, so that a broken file can still be quoted."""
        return self.data.decode("utf-8", errors="replace")

    @cached_property
    def lines(self) -> tuple[bytes, ...]:
        """The lines, without their endings."""
        return tuple(self.data.replace(b"\r\n", b"\n").replace(b"\r", b"\n").split(b"\n"))

    def position(self, offset: int) -> Position:
        """Line and column of a byte offset."""
        before = self.data[: max(0, min(offset, len(self.data)))]
        if before.startswith(BOM):
            before = before[len(BOM) :]
        before = before.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
        line_start = before.rfind(b"\n") + 1
        return Position(before.count(b"\n") + 1, len(before[line_start:].decode("utf-8", errors="replace")) + 1)

    def place(self, start: int = 0, end: int | None = None) -> Place:
        """A place in this file; an empty one where `end` is not said."""
        return Place(self, Span(start, start if end is None else max(start, end)))


class Place(NamedTuple):
    """A span of a file: what a diagnostic points at."""

    source: Source
    span: Span

    @property
    def path(self) -> str:
        """The path of the file, from the workspace's root, with `/`."""
        return self.source.path

    @property
    def start(self) -> Position:
        """Where it begins."""
        return self.source.position(self.span.start)

    @property
    def end(self) -> Position:
        """Where it ends, exclusive."""
        return self.source.position(self.span.end)

    @property
    def quoted(self) -> str:
        """The text it covers."""
        return self.source.data[self.span.start : self.span.end].decode("utf-8", errors="replace")
