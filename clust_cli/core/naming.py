"""What a document names of France, found again by the object of the document that holds it.

In: a document whose kind marks fields with `geography`. Out: names with their places, and what stands around each.
A stranger's file may name ten thousand: every question costs the depth of one route, not the length of the list.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from typing import NamedTuple

from clust_cli.core.documents import Document
from clust_cli.core.kinds.marked import along
from clust_cli.core.plain import Plain, Route


class Named(NamedTuple):
    """What a field names: a town, a department… `owner` is the route of the object that holds the field."""

    what: str
    route: Route
    value: Plain
    owner: Route


class Naming:
    """The names of a document, by what they are and whose they are."""

    def __init__(self, document: Document) -> None:
        self._named: dict[str, list[Named]] = {}
        self._owned: dict[tuple[str, Route], dict[str, None]] = {}
        for one in _each_name(document):
            self._named.setdefault(one.what, []).append(one)
            self._owned.setdefault((one.what, one.owner), {})[str(one.value)] = None

    def each(self, *whats: str) -> Iterator[Named]:
        """The names of these sorts."""
        for what in whats:
            yield from self._named.get(what, ())

    def around(self, one: Named, what: str) -> Collection[str]:
        """What the nearest object around a field names of a sort, each once: its own before the document's."""
        for end in range(len(one.owner), -1, -1):
            owned = self._owned.get((what, one.owner[:end]))
            if owned:
                return owned
        return ()

    def groups(self, what: str) -> dict[Route, list[Named]]:
        """The names of a sort by the object that holds them."""
        groups: dict[Route, list[Named]] = {}
        for one in self.each(what):
            groups.setdefault(one.owner, []).append(one)
        return groups


def nearest_owner(owners: Iterable[Route]) -> Callable[[Route], Route | None]:
    """A question, to be asked of many objects: which of these owners stands nearest to this one.

    Shape: itself, or the last owner below the nearest object around it. Of two entries of a list neither is near
    the other, and what has but the document in common is near only to what the document itself owns.
    """
    below: dict[Route, Route] = {}
    last: Route | None = None
    for last in owners:
        # A route that an index follows is a list, which holds objects side by side.
        below |= {last[:end]: last for end in range(1, len(last)) if not isinstance(last[end], int)}
        below[last] = last
    around = below.get((), None)

    def nearest(owner: Route) -> Route | None:
        found = next((below[owner[:end]] for end in range(len(owner), 0, -1) if owner[:end] in below), around)
        return last if not owner and found is None else found

    return nearest


def _each_name(document: Document) -> Iterator[Named]:
    for steps, what in document.kind.geography if document.kind else ():
        # The object that holds the field, whether the value stands alone or in a list.
        depth = len(steps) - 1
        while steps[depth] == "[]":
            depth -= 1
        yield from (Named(what, route, value, route[:depth]) for route, value in along(document.values, steps))
