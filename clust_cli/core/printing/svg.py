"""SVG: elements as text, every value escaped, numbers written the same on every machine.

In: names and values. Out: texts.
"""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

Value = str | float
FONT = "Source Sans Pro, sans-serif"


def element(name: str, inside: str = "", /, **attributes: Value) -> str:
    """An element; `inside` is already SVG, and an underscore in an attribute's name stands for a hyphen."""
    pairs = "".join(f' {key.replace("_", "-")}="{_written(value)}"' for key, value in attributes.items())
    return f"<{name}{pairs}>{inside}</{name}>" if inside else f"<{name}{pairs}/>"


def drawing(size: tuple[float, float], parts: Iterable[str], alt: str) -> str:
    """A whole drawing with its text alternative."""
    width, height = size
    return element(
        "svg",
        "".join(parts),
        xmlns="http://www.w3.org/2000/svg",
        width=width,
        height=height,
        viewBox=f"0 0 {number(width)} {number(height)}",
        font_family=FONT,
        font_weight="600",
        text_anchor="middle",
        role="img",
        aria_label=alt,
    )


def text(words: str, at: tuple[float, float], size: float, colour: str) -> str:
    """A word or two, centred on a point both ways."""
    # A figure's height is two thirds of the font's; not every reader of SVG knows `dominant-baseline`.
    return element("text", escape(words), x=at[0], y=at[1] + size / 3, fill=colour, font_size=size)


def polygon(corners: Iterable[tuple[float, float]], /, **attributes: Value) -> str:
    """A closed figure."""
    return element("polygon", points=" ".join(f"{number(x)},{number(y)}" for x, y in corners), **attributes)


def number(value: float) -> str:
    """A number to a hundredth, without zeros that say nothing."""
    return f"{value:.2f}".rstrip("0").rstrip(".")


def _written(value: Value) -> str:
    return escape(value) if isinstance(value, str) else number(value)
