"""Lines sorted by their first field, found by bisection: a list too long to be read for one question.

In: the bytes of a text whose first lines may be a head of comments. Out: lines, cut at their tabs.
It refuses to know what the lines say.
"""

from __future__ import annotations

from collections.abc import Iterator


class SortedLines:
    """A text of lines in the order of their bytes; the first field of each is what it is found by."""

    __slots__ = ("_begin", "data")

    def __init__(self, data: bytes) -> None:
        self.data = data
        self._begin = 0
        while data.startswith(b"#", self._begin):
            self._begin = data.index(b"\n", self._begin) + 1

    def starting(self, key: str) -> Iterator[tuple[str, ...]]:
        """Yield the lines that begin so, the shortest first field first."""
        wanted = key.encode()
        offset = self._first(wanted)
        while self.data.startswith(wanted, offset) and offset < len(self.data):
            end = self.data.index(b"\n", offset)
            yield tuple(self.data[offset:end].decode("utf-8").split("\t"))
            offset = end + 1

    def __iter__(self) -> Iterator[tuple[str, ...]]:
        """Every line; this reads all."""
        for line in self.data[self._begin :].decode("utf-8").splitlines():
            yield tuple(line.split("\t"))

    def _first(self, key: bytes) -> int:
        """Where the first line stands that is not below this key. Units: bytes."""
        low, high, length = self._begin, len(self.data), len(key)
        while low < high:
            middle = max(low, self.data.rfind(b"\n", low, (low + high) // 2) + 1)
            if self.data[middle : middle + length] < key:
                low = self.data.index(b"\n", middle) + 1
            else:
                high = middle
        return low
