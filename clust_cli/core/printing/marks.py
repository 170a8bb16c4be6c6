"""Marks: the figures that carry numbers on a map; each group has a shape and a fill of its own.

In: the number of a group. Out: SVG. No group is known by its colour alone.
"""

from __future__ import annotations

from typing import NamedTuple

from clust_cli.core.printing.numerals import numerals
from clust_cli.core.printing.svg import Value, element, polygon

SHAPES = ("disc", "square", "diamond", "hexagon")
REACH = 1.24
"""Half of the room that a mark needs, in radiuses: its farthest corner and the air around it."""


class Inks(NamedTuple):
    """The colours of a map, each as #rrggbb."""

    primary: str
    accent: str
    tint: str
    line: str
    paper: str = "#ffffff"


class Mark(NamedTuple):
    """What a group's marks look like."""

    shape: str
    fill: str
    ink: str


def mark_of(group: int, inks: Inks) -> Mark:
    """The mark of a group; the first sixteen differ."""
    fills = (
        (inks.primary, inks.paper),
        (inks.paper, inks.primary),
        (inks.accent, inks.paper),
        (inks.paper, inks.accent),
    )
    shape = group % len(SHAPES)
    fill, ink = fills[(group + group // len(SHAPES)) % len(SHAPES)]
    return Mark(SHAPES[shape], fill, ink)


def draw_mark(mark: Mark, at: tuple[float, float], radius: float, number: str, inks: Inks) -> str:
    """A mark with its number, on a rim of paper that sets it off whatever is under it."""
    x, y = at
    edge = mark.ink if mark.fill == inks.paper else inks.paper
    look: dict[str, Value] = {"fill": mark.fill, "stroke": edge, "stroke_width": radius * 0.13}
    if mark.shape == "disc":
        figure = element("circle", cx=x, cy=y, r=radius * 0.95, **look)
    elif mark.shape == "square":
        half = radius * 0.78
        figure = element("rect", x=x - half, y=y - half, width=2 * half, height=2 * half, **look)
    elif mark.shape == "diamond":
        side = radius * 1.1
        figure = polygon(((x, y - side), (x + side, y), (x, y + side), (x - side, y)), **look)
    else:
        far, half, up = radius, radius / 2, radius * 0.866
        corners = ((-far, 0), (-half, -up), (half, -up), (far, 0), (half, up), (-half, up))
        figure = polygon(((x + dx, y + dy) for dx, dy in corners), **look)
    size = radius * (1.3, 1.1, 0.8)[min(len(number), 3) - 1] if number else 0
    return figure + (numerals(number, at, size, mark.ink) if number else "")
