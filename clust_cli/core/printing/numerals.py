"""Numerals drawn as strokes, so that a map needs no font and looks the same in every program.

In: digits. Out: SVG. As drawings they are no text of the page: what a map says stands in its text alternative.
"""

from __future__ import annotations

from clust_cli.core.printing.svg import element, number

_EM, _HEIGHT, _ADVANCE, _WIDTH, _STROKE = 100, 66, 50, 42, 11
"""Units: hundredths of the size: a figure is 66 high and 42 wide, and the next begins after 50."""
_STROKES = {
    "0": "M21 5C30 5 36 14 36 33S30 61 21 61 6 52 6 33 12 5 21 5z",
    "1": "M10 16L24 6V61",
    "2": "M7 19C7 10 13 5 21 5 29 5 35 10 35 19 35 30 24 41 7 61H37",
    "3": "M7 12C10 7 15 5 20 5 28 5 34 10 34 18 34 26 28 31 18 31 29 31 36 36 36 45 36 55 29 61 20 61 13 61 8 58 5 53",
    "4": "M28 61V5L5 44H38",
    "5": "M34 5H11L9 30C12 27 16 25 21 25 30 25 36 32 36 43 36 54 29 61 20 61 13 61 9 58 6 54",
    "6": "M32 9C29 6 25 5 21 5 12 5 6 15 6 36 6 53 12 61 21 61 30 61 36 54 36 44 36 34 30 28 22 28 14 28 8 33 6 40",
    "7": "M6 5H36L17 61",
    "8": "M21 31C13 31 8 26 8 18 8 10 13 5 21 5 29 5 34 10 34 18 34 26 29 31 21 31 12 31 6 37 6 46 6 55 12 61 21 61 "
    "30 61 36 55 36 46 36 37 30 31 21 31z",
    "9": "M10 57C13 60 17 61 21 61 30 61 36 51 36 30 36 13 30 5 21 5 12 5 6 12 6 22 6 32 12 38 20 38 28 38 34 33 36 26",
}


def numerals(digits: str, at: tuple[float, float], size: float, colour: str) -> str:
    """Digits centred on a point both ways. Units: `size` as of a font, in units of the drawing."""
    scale = size / _EM
    across = _ADVANCE * (len(digits) - 1) + _WIDTH
    left, top = at[0] - across * scale / 2, at[1] - _HEIGHT * scale / 2
    strokes = (
        element("path", d=_STROKES[digit], **({"transform": f"translate({_ADVANCE * index})"} if index else {}))
        for index, digit in enumerate(digits)
    )
    return element(
        "g",
        "".join(strokes),
        transform=f"translate({number(left)} {number(top)}) scale({number(scale)})",
        fill="none",
        stroke=colour,
        stroke_width=_STROKE,
    )
