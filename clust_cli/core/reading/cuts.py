"""Bytes cut out of a text, and the way back from an offset in what is left to one in the whole.

Comments and codes are cut before the text is parsed; places must still point into the author's file.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from typing import NamedTuple

from clust_cli.core.places import Span


class Cut(NamedTuple):
    """What is left of a text after cutting. Units: offsets in bytes.

    Shape: `kept[i]` is where the i-th kept stretch begins in what is left, `origin[i]` where it began in the whole.
    """

    data: bytes
    kept: tuple[int, ...] = (0,)
    origin: tuple[int, ...] = (0,)

    def original(self, offset: int) -> int:
        """The offset in the whole text of an offset in what is left."""
        index = bisect_right(self.kept, offset) - 1
        return self.origin[index] + offset - self.kept[index]

    def left(self, offset: int) -> int:
        """The offset in what is left of an offset in the whole text; of what was cut, where it was cut out."""
        index = bisect_right(self.origin, offset) - 1
        at = self.kept[index] + offset - self.origin[index]
        return min(at, self.kept[index + 1]) if index + 1 < len(self.kept) else at


def cut(data: bytes, spans: Iterable[Span]) -> Cut:
    """Cut spans out; they may touch and overlap, in any order."""
    pieces: list[bytes] = []
    kept: list[int] = []
    origin: list[int] = []
    position = length = 0
    for start, end in sorted(spans):
        if end <= position:
            continue
        if start > position or not kept:
            kept.append(length)
            origin.append(position)
            pieces.append(data[position:start])
            length += max(0, start - position)
        position = end
    kept.append(length)
    origin.append(position)
    pieces.append(data[position:])
    return Cut(b"".join(pieces), tuple(kept), tuple(origin))
