"""SVG: elements as text, every value escaped, numbers written the same on every machine.

In: names and values. Out: texts.
"""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

Value = str | float


def element(name: str, inside: str = "", /, **attributes: Value) -> str:
    """An element; `inside` is already SVG, and an underscore in an attribute's name stands for a hyphen."""
    pairs = "".join(f' {key.replace("_", "-")}="{_written(value)}"' for key, value in attributes.items())
    return f"<{name}{pairs}>{inside}</{name}>" if inside else f"<{name}{pairs}/>"


def drawing(size: tuple[float, float], parts: Iterable[str]) -> str:
    """A whole drawing, every stroke with round ends and corners. What it says stands at the image that shows it."""
    width, height = size
    return element(
        "svg",
        "".join(parts),
        xmlns="http://www.w3.org/2000/svg",
        width=width,
        height=height,
        viewBox=f"0 0 {number(width)} {number(height)}",
        stroke_linecap="round",
        stroke_linejoin="round",
    )


def polygon(corners: Iterable[tuple[float, float]], /, **attributes: Value) -> str:
    """A closed figure."""
    return element("polygon", points=" ".join(f"{number(x)},{number(y)}" for x, y in corners), **attributes)


def number(value: float) -> str:
    """A number to a hundredth, without zeros that say nothing."""
    return f"{value:.2f}".rstrip("0").rstrip(".")


def _written(value: Value) -> str:
    return escape(value) if isinstance(value, str) else number(value)
