"""A map being drawn: land and borders, filled areas, names of boxes, rings, numbered markers.

In: outlines, colours and the width a map is printed at. Out: parts of an SVG, in the order they cover each other.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from clust_cli.core.printing.markers import beside, radius_for, spread
from clust_cli.core.printing.marks import REACH, Inks, Mark, draw_mark
from clust_cli.core.printing.numerals import numerals
from clust_cli.core.printing.outlines import Outlines, Point
from clust_cli.core.printing.svg import Value, drawing, element

_POINTS = 72 / 25.4
"""Units: points in a millimetre. What follows is in points as well."""
_COAST, _BORDER, _EDGE, _RING, _LEAD = 0.4, 0.25, 0.5, 1.0, 0.6
_SMALL, _AIR = 7.0, 2.6
"""An area smaller than that both ways is ringed, or nobody would see it; how far the ring stands off."""
_RADIUS = 7.2
_LETTERS, _LETTERS_BESIDE = 5.4, 6.6
_BOX, _BOX_WITH_MARKS, _GAP = (14.5, 7.2), (36.0, 17.5), 0.9


@dataclass(frozen=True, slots=True)
class Map:
    """A drawing. Units: width and height in millimetres, as it is meant to be printed."""

    svg: str
    alt: str
    width: float
    height: float


class Marker(NamedTuple):
    """A number, what carries it, and the area where it stands."""

    number: str
    mark: Mark
    code: str


class Box(NamedTuple):
    """Where an area that is far away is drawn: its left upper corner and its size."""

    x: float
    y: float
    width: float
    height: float


class MapSheet:
    """What a map is drawn on, how large a point is there, and the boxes, one above another in its lower left corner."""

    def __init__(self, outlines: Outlines, inks: Inks, width: float, *, with_marks: bool = False) -> None:
        self.outlines = outlines
        self.inks = inks
        self.width = width
        self.with_marks = with_marks
        self.point = outlines.size[0] / (width * _POINTS)
        across, down = (side * self.point for side in (_BOX_WITH_MARKS if with_marks else _BOX))
        step, edge = down + _GAP * self.point, _COAST * self.point
        top = outlines.size[1] - edge - step * len(outlines.far) + step - down
        self.boxes = {code: Box(edge, top + step * index, across, down) for index, code in enumerate(outlines.far)}

    def map(self, parts: Iterable[str], alt: str) -> Map:
        """The finished map."""
        across, down = self.outlines.size
        return Map(drawing(self.outlines.size, parts), alt, self.width, round(self.width * down / across, 1))

    def ground(self) -> Iterator[str]:
        """Land, boxes and borders."""
        coast: dict[str, Value] = {
            "fill": self.inks.tint,
            "stroke": self.inks.line,
            "stroke_width": _COAST * self.point,
        }
        yield element("path", d=self.outlines.path(self.outlines.land), fill_rule="evenodd", **coast)
        for code in self.boxes:
            yield self._box(code, **coast)
        border: dict[str, Value] = {
            "stroke": self.inks.line,
            "stroke_width": _BORDER * self.point,
            "stroke_linejoin": "round",
        }
        yield element("path", d=self.outlines.borders, fill="none", **border)

    def filled(self, codes: Sequence[str], fill: str, edge: str = "") -> Iterator[str]:
        """The marked areas."""
        look: dict[str, Value] = {"fill": fill, "stroke": edge or fill, "stroke_width": _EDGE * self.point}
        for code in codes:
            if code in self.boxes:
                yield self._box(code, **look)
            else:
                rings = self.outlines.path(self.outlines.areas[code].rings)
                yield element("path", d=rings, fill_rule="evenodd", **look)

    def names(self, filled: Sequence[str] = ()) -> Iterator[str]:
        """The codes of the boxes, light on those that are filled with a dark colour, to the left where marks stand."""
        letters = (_LETTERS_BESIDE if self.with_marks else _LETTERS) * self.point
        for code, box in self.boxes.items():
            middle = box.x + box.width * (0.24 if self.with_marks else 0.5), box.y + box.height / 2
            yield numerals(code, middle, letters, self.inks.paper if code in filled else self.inks.primary)

    def rings(self, codes: Sequence[str]) -> Iterator[str]:
        """A ring around each area that is too small to be seen."""
        for code in codes:
            if code in self.boxes:
                continue
            (left, top), (right, bottom) = self.outlines.extent(code)
            across = max(right - left, bottom - top)
            if across < _SMALL * self.point:
                look: dict[str, Value] = {
                    "fill": "none",
                    "stroke": self.inks.accent,
                    "stroke_width": _RING * self.point,
                }
                radius = across / 2 + _AIR * self.point
                yield element("circle", cx=(left + right) / 2, cy=(top + bottom) / 2, r=radius, **look)

    def markers(self, markers: Sequence[Marker]) -> Iterator[str]:
        """Numbers in their areas, apart from each other; one that had to move away is tied to its area by a line."""
        radius = radius_for(len(markers), _RADIUS * self.point, self.outlines.size)
        homes = [self._home(marker.code) for marker in markers]
        placed = spread(self._wanted(markers, radius * REACH), radius * REACH, self.outlines.size)
        for home, point in zip(homes, placed, strict=True):
            if math.dist(home, point) > 2 * radius:
                yield self._lead(home, point)
        for marker, point in zip(markers, placed, strict=True):
            yield draw_mark(marker.mark, point, radius, marker.number, self.inks)

    def _home(self, code: str) -> Point:
        if code not in self.boxes:
            return self.outlines.areas[code].centre
        box = self.boxes[code]
        return box.x + box.width * 0.7, box.y + box.height / 2

    def _wanted(self, markers: Sequence[Marker], radius: float) -> Iterator[Point]:
        """The middle of each marker's area; several share it along its longer side, or stand in a row from a box."""
        counts, begun = Counter(marker.code for marker in markers), Counter[str]()
        for _number, _mark, code in markers:
            x, y = self._home(code)
            if code in self.boxes:
                yield x + 2 * radius * begun[code], y
            else:
                yield beside((x, y), begun[code], counts[code], radius, upright=self._is_tall(code))
            begun[code] += 1

    def _is_tall(self, code: str) -> bool:
        (left, top), (right, bottom) = self.outlines.extent(code)
        return bottom - top > right - left

    def _lead(self, home: Point, point: Point) -> str:
        thick = _LEAD * self.point
        line = element(
            "line", x1=home[0], y1=home[1], x2=point[0], y2=point[1], stroke=self.inks.primary, stroke_width=thick
        )
        return line + element("circle", cx=home[0], cy=home[1], r=2 * thick, fill=self.inks.primary)

    def _box(self, code: str, /, **look: Value) -> str:
        box = self.boxes[code]
        return element("rect", x=box.x, y=box.y, width=box.width, height=box.height, **look)
