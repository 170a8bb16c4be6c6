"""Outlines: the areas of a map as arcs that neighbours share, and how they are written as SVG paths.

In: the plain value of a file of `templates/maps/`. Out: Outlines. Source: docs/formats.md, “Maps”.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate, chain

from clust_cli.core.plain import Plain

Point = tuple[float, float]
Ring = tuple[int, ...]
"""Numbers of arcs, from 1; a negative one is run backwards."""


@dataclass(frozen=True, slots=True)
class Credit:
    """Whose work a map is, and under which licence."""

    title: str
    author: str
    licence: str
    licence_url: str
    url: str


@dataclass(frozen=True, slots=True)
class Area:
    """An area that has an outline: its rings, and the point in it that is farthest from its border."""

    rings: tuple[Ring, ...]
    centre: Point


@dataclass(frozen=True)
class Outlines:
    """A map without anything marked.

    Shape: each arc is its first point and then the steps to the next ones: x, y, dx, dy, dx, dy…
    Units: of the map's own; x grows to the right, y downwards. `far` are the areas that have no place on it.
    """

    vocabulary: str
    credit: Credit
    size: Point
    arcs: tuple[tuple[int, ...], ...]
    land: tuple[Ring, ...]
    areas: Mapping[str, Area]
    far: tuple[str, ...]

    def __contains__(self, code: str) -> bool:
        return code in self.areas or code in self.far

    def extent(self, code: str) -> tuple[Point, Point]:
        """The corners of the rectangle around an area."""
        points = [point for ring in self.areas[code].rings for number in ring for point in self._points(abs(number))]
        xs, ys = zip(*points, strict=True)
        return (min(xs), min(ys)), (max(xs), max(ys))

    def path(self, rings: Iterable[Ring]) -> str:
        """Rings as the data of one SVG path."""
        return "".join(self._ring(ring) for ring in rings)

    @cached_property
    def borders(self) -> str:
        """Every border that two areas share, once each, as the data of one SVG path."""
        coast = {abs(number) for ring in self.land for number in ring}
        inner = (arc for number, arc in enumerate(self.arcs, 1) if number not in coast)
        return "".join(f"M{_numbers(arc[:2])}l{_numbers(arc[2:])}" for arc in inner)

    def _ring(self, ring: Ring) -> str:
        start = self._points(abs(ring[0]))[0 if ring[0] > 0 else -1]
        steps = chain.from_iterable(self._steps(number) for number in ring)
        return f"M{_numbers(start)}l{_numbers(tuple(steps))}z"

    def _steps(self, number: int) -> tuple[int, ...]:
        steps = self.arcs[abs(number) - 1][2:]
        if number > 0:
            return steps
        return tuple(chain.from_iterable((-steps[at], -steps[at + 1]) for at in range(len(steps) - 2, -1, -2)))

    def _points(self, number: int) -> tuple[tuple[int, int], ...]:
        arc = self.arcs[number - 1]
        return tuple(zip(accumulate(arc[::2]), accumulate(arc[1::2]), strict=True))


def parse_outlines(value: Mapping[str, Plain]) -> Outlines:
    """Make outlines of the plain value of a packaged map."""
    return Outlines(
        vocabulary=value["vocabulary"],
        credit=Credit(**value["credit"]),
        size=tuple(value["size"]),
        arcs=tuple(tuple(arc) for arc in value["arcs"]),
        land=tuple(tuple(ring) for ring in value["land"]),
        areas={
            code: Area(tuple(tuple(ring) for ring in rings), tuple(centre))
            for code, (rings, centre) in value["areas"].items()
        },
        far=tuple(value["far"]),
    )


def _numbers(values: Sequence[float]) -> str:
    """Numbers as SVG reads them in the fewest letters: a minus parts them as well as a space."""
    return "".join(f"{value}" if value < 0 or not at else f" {value}" for at, value in enumerate(values))
