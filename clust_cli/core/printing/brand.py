"""The brand: colours, fonts and logo, one value for every format.

In: a workspace. Out: a Brand, in which whatever clust.yaml leaves out or gets wrong is the default that the schema
of clust.yaml tells. Knows no format.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from clust_cli.core.plain import Plain, value_at
from clust_cli.core.workspace import Workspace

PAPER = "paper"
_WHITE = "#ffffff"
_CODE = re.compile(r"\b[0-9a-fA-F]{6}\b")
_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
_SHIPPED = ("Source Sans Pro", "Libertinus Serif", "New Computer Modern", "DejaVu Sans Mono")


class Colours(NamedTuple):
    """Each as #rrggbb, in lower case. `paper` is what a page is printed on: white, and nobody's choice."""

    ink: str
    primary: str
    accent: str
    tint: str
    warm: str
    line: str
    quiet: str
    paper: str = _WHITE


class Pair(NamedTuple):
    """Two colours that meet in print, and the contrast they owe. Units: `least` is a ratio, from 1 to 21."""

    text: str
    ground: str
    least: float


_TEXT, _GRAPHICS = 4.5, 3.0
PAIRS = (
    Pair("ink", PAPER, _TEXT),
    Pair("primary", PAPER, _TEXT),
    Pair("accent", PAPER, _TEXT),
    Pair("quiet", PAPER, _TEXT),
    Pair("ink", "tint", _TEXT),
    Pair("primary", "tint", _TEXT),
    Pair("quiet", "tint", _TEXT),
    Pair("ink", "warm", _TEXT),
    Pair("accent", "warm", _TEXT),
    Pair("accent", "tint", _GRAPHICS),
)
"""Every pair the formats may use: text on its ground, and marks. The second and the sixth are read both ways round.

`line` is in none: it parts rows that stand apart without it. Source: WCAG 2.1, 1.4.3 and 1.4.11.
"""


@dataclass(frozen=True, slots=True)
class Fonts:
    """Families by name, and the workspace's own font files by their paths."""

    text: str
    headings: str
    files: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Logo:
    """An image of the workspace, by its path, and what it says."""

    path: str
    alt: str


@dataclass(frozen=True, slots=True)
class Brand:
    """How the print looks. `changes` maps those of our own colours that the collection has changed to its own."""

    colours: Colours
    fonts: Fonts
    logo: Logo | None = None
    changes: Mapping[str, str] = field(default_factory=dict)

    def as_plain(self) -> dict[str, Plain]:
        """Colours and families as plain values, for JSON; files go to each format in its own way."""
        fonts = {"text": self.fonts.text, "headings": self.fonts.headings}
        return {"colours": self.colours._asdict(), "fonts": fonts}

    def painted(self, text: str) -> str:
        """A style sheet of ours in the collection's colours: each of our codes, in either case, for its own."""
        return _CODE.sub(lambda found: self._code(found[0]), text) if self.changes else text

    def _code(self, code: str) -> str:
        own = self.changes.get(f"#{code.lower()}")
        return own[1:].upper() if own else code


def brand(workspace: Workspace) -> Brand:
    """The brand of a collection; what cannot be used is left to the default.

    Source: schemas/meta/workspace.yaml, whose `default` is the one list of our own colours and fonts.
    """
    values: Mapping[str, Plain] = workspace.config.values.get("brand") or {}
    schema: Mapping[str, Plain] = workspace.config.schema["properties"]["brand"]["properties"]

    def chosen(part: str, name: str) -> str:
        return str(value_at(values, f"{part}.{name}") or schema[part]["properties"][name]["default"])

    ours = default_colours(workspace)
    colours = {}
    for name in ours:
        word = chosen("colours", name)
        colours[name] = word.lower() if is_colour(word) else ours[name]
    usable = tuple(
        path for path in font_files(workspace) if path in workspace.fonts and not workspace.fonts[path].trouble
    )
    families = families_at_hand(workspace, usable)
    fonts = {}
    for name in ("text", "headings"):
        family = chosen("fonts", name)
        fonts[name] = families.get(family.casefold(), schema["fonts"]["properties"][name]["default"])
    changes = {code: colours[name] for name, code in ours.items() if colours[name] != code}
    return Brand(Colours(**colours), Fonts(fonts["text"], fonts["headings"], usable), _logo(workspace, values), changes)


def default_colours(workspace: Workspace) -> Mapping[str, str]:
    """Our own colours, by name."""
    schema = workspace.config.schema["properties"]["brand"]["properties"]["colours"]["properties"]
    return {name: one["default"] for name, one in schema.items()}


def font_files(workspace: Workspace) -> tuple[str, ...]:
    """The font files that clust.yaml names."""
    files = value_at(workspace.config.values, "brand.fonts.files") or ()
    return tuple(str(path) for path in files if path)


def families_at_hand(workspace: Workspace, files: tuple[str, ...]) -> Mapping[str, str]:
    """The families that can be printed, folded: those shipped, and those that font files bring."""
    brought = (workspace.fonts[path].family for path in files)
    return {name.casefold(): name for name in (*_SHIPPED, *brought)}


def is_colour(word: str) -> bool:
    """Whether a word is a colour as we write them: # and six hexadecimal digits."""
    return bool(_COLOUR.fullmatch(word))


def contrast(one: str, other: str) -> float:
    """The contrast of two colours, each #rrggbb, whichever comes first.

    Units: a ratio, from 1 (the same) to 21 (black and white).
    Source: WCAG 2.1, “contrast ratio” and “relative luminance”.
    """
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.03928 else float(((part + 0.055) / 1.055) ** 2.4)


def _logo(workspace: Workspace, values: Mapping[str, Plain]) -> Logo | None:
    path, alt = (str(value_at(values, f"logo.{name}") or "") for name in ("file", "alt"))
    header = workspace.images.get(path)
    return Logo(path, alt) if header and not header.trouble and alt else None
