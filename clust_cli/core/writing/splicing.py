"""Words put in the place of others in an author's file, and every other byte left as it was.

In: the bytes of a file, and what changes where. Out: the new bytes. Knows no meaning of the words.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from clust_cli.core.places import Place


class Change(NamedTuple):
    """Words that give way to others: where they stand, as they are written, and as they should be.

    Shape: without `before` something is added at the place, without `after` what stands there is taken out.
    """

    place: Place
    before: str
    after: str


class UnsureError(Exception):
    """What stands at a place is written in a way that cannot be changed surely; its author must do it by hand."""

    def __init__(self, place: Place) -> None:
        super().__init__(place.path)
        self.place = place


def spliced(data: bytes, changes: Iterable[Change]) -> bytes:
    """The file with its changes.

    Errors: UnsureError when two of them would touch the same bytes.
    """
    return b"".join(_pieces(data, changes))


def _pieces(data: bytes, changes: Iterable[Change]) -> Iterator[bytes]:
    position = 0
    for change in sorted(changes, key=lambda one: one.place.span):
        if change.place.span.start < position:
            raise UnsureError(change.place)
        yield data[position : change.place.span.start]
        yield change.after.encode()
        position = change.place.span.end
    yield data[position:]
