"""Markers: where the numbers of a map stand, so that none covers another.

In: the points they would like best. Out: the points they get.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence

Point = tuple[float, float]
_TURNS = 16
_ROOM = 16
"""How many squares of a radius each marker must have, so that all find a place."""


def radius_for(number: int, wanted: float, size: Point) -> float:
    """The radius wanted, or a smaller one where that many markers need it. Units: those of the map."""
    return min(wanted, math.sqrt(size[0] * size[1] / (_ROOM * number))) if number else wanted


def spread(points: Iterable[Point], radius: float, size: Point) -> tuple[Point, ...]:
    """Give each marker a place inside the map, the nearest to its point that no other holds.

    Units: `radius` is half of what a marker needs, its distance to others included.
    """
    placed: list[Point] = []
    for point in points:
        wanted = _within(point, radius, size)
        found = (_rounded(one) for one in _around(wanted, radius, size))
        placed.append(next((one for one in found if _free(one, placed, radius)), _rounded(wanted)))
    return tuple(placed)


def beside(point: Point, index: int, count: int, radius: float, *, upright: bool) -> Point:
    """Where one of several markers of one point would like to stand: two side by side, or one above the other."""
    if count == 1:
        return point
    away = radius / math.sin(math.pi / count) * 1.01
    angle = 2 * math.pi * index / count + (-math.pi / 2 if upright or count > 2 else math.pi)
    return point[0] + away * math.cos(angle), point[1] + away * math.sin(angle)


def _around(point: Point, radius: float, size: Point) -> Iterator[Point]:
    """The point, then circles around it, wider and wider, over the whole map."""
    yield point
    for step in range(1, math.ceil(2 * sum(size) / radius)):
        away = step * radius / 2
        turns = max(_TURNS, 2 * math.ceil(math.pi * away / radius))
        for turn in range(turns):
            angle = 2 * math.pi * turn / turns
            near = point[0] + away * math.cos(angle), point[1] + away * math.sin(angle)
            if near == _within(near, radius, size):
                yield near


def _within(point: Point, radius: float, size: Point) -> Point:
    return max(radius, min(size[0] - radius, point[0])), max(radius, min(size[1] - radius, point[1]))


def _free(point: Point, placed: Sequence[Point], radius: float) -> bool:
    return all(math.dist(point, other) >= 2 * radius for other in placed)


def _rounded(point: Point) -> Point:
    """To a tenth, so that every machine writes the same."""
    return round(point[0], 1), round(point[1], 1)
