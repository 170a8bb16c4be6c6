"""Lines sorted by a key of their first field, found by bisection: a list too long to be read for one question.

In: the bytes of a text whose first lines may be a head of comments. Out: lines, cut at their tabs.
It refuses to know what the lines say.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator


class SortedLines:
    """A text of sorted lines. `key` makes of a first field what the lines are sorted by."""

    __slots__ = ("_begin", "data", "key")

    def __init__(self, data: bytes, key: Callable[[str], str]) -> None:
        self.data = data
        self.key = key
        self._begin = 0
        while data.startswith(b"#", self._begin):
            self._begin = data.index(b"\n", self._begin) + 1

    def starting(self, key: str) -> Iterator[tuple[str, ...]]:
        """Yield the lines whose key begins so, the shortest key first."""
        offset = self._first(key)
        while offset < len(self.data):
            line, offset = self._line(offset)
            if not self.key(line[0]).startswith(key):
                return
            yield line

    def __iter__(self) -> Iterator[tuple[str, ...]]:
        """Every line; this reads all."""
        for line in self.data[self._begin :].decode("utf-8").splitlines():
            yield tuple(line.split("\t"))

    def _first(self, key: str) -> int:
        """Where the first line stands whose key is not below this one. Units: bytes."""
        low, high = self._begin, len(self.data)
        while low < high:
            middle = max(self._begin, self.data.rfind(b"\n", 0, (low + high) // 2) + 1)
            line, after = self._line(middle)
            if self.key(line[0]) < key:
                low = after
            else:
                high = middle
        return low

    def _line(self, offset: int) -> tuple[tuple[str, ...], int]:
        """The line at an offset, and where the next one begins."""
        end = self.data.find(b"\n", offset)
        end = end if end >= 0 else len(self.data)
        return tuple(self.data[offset:end].decode("utf-8").split("\t")), end + 1
