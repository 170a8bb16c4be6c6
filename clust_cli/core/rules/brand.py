"""The brand in clust.yaml: colours that can be read and told apart, a logo and fonts that are there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from clust_cli.core import catalogue
from clust_cli.core.diagnostics import Diagnostic
from clust_cli.core.plain import Plain, Route, value_at
from clust_cli.core.printing.brand import (
    PAIRS,
    PAPER,
    brand,
    contrast,
    default_colours,
    families_at_hand,
    font_files,
    is_colour,
)
from clust_cli.core.reading.fonts import MAX_BYTES
from clust_cli.core.rules.links import image_fault
from clust_cli.core.targets import resolve_from
from clust_cli.core.words import fold, nearest
from clust_cli.core.workspace import Workspace

_NAMED = {
    "noir": "#000000", "black": "#000000", "blanc": "#ffffff", "white": "#ffffff",
    "gris": "#4d5b6b", "grey": "#4d5b6b", "gray": "#4d5b6b", "marron": "#6b3e1f", "brown": "#6b3e1f",
    "rouge": "#b3261e", "red": "#b3261e", "orange": "#a8431f", "jaune": "#ffd966", "yellow": "#ffd966",
    "vert": "#1e6b3a", "green": "#1e6b3a", "bleu": "#14365c", "blue": "#14365c", "violet": "#5b2a86",
}  # fmt: skip
"""For a colour that is named, one of that name; on white the dark ones can be read."""
_RGB = re.compile(r"rgba?\(\s*(\d{1,3})\s*[, ]\s*(\d{1,3})\s*[, ]\s*(\d{1,3})\b")
_HEX = re.compile(r"#?([0-9a-f]{6})(?:[0-9a-f]{2})?")
_BARE = re.compile(r"[ \t]*:[ \t]+(#\S+)")
_SHORT_HEX = re.compile(r"#?([0-9a-f])([0-9a-f])([0-9a-f])")


def check_brand(workspace: Workspace) -> Iterator[Diagnostic]:
    """Report what is wrong with the colours, the logo and the fonts."""
    yield from _colours(workspace)
    yield from _contrasts(workspace)
    yield from _logo(workspace)
    yield from _fonts(workspace)


def _colours(workspace: Workspace) -> Iterator[Diagnostic]:
    config = workspace.config
    colours = _values(workspace, "brand.colours")
    for name, word in colours.items():
        if not is_colour(word):
            near = _nearest_colour(word)
            place = config.place(("brand", "colours", name))
            yield catalogue.WRONG_COLOUR.at(place, "near" if near else "", word=word, near=near)
    for name in default_colours(workspace):
        key = config.keys.get(("brand", "colours", name))
        # Without quotation marks YAML takes the # for a comment, and nothing is left of the colour.
        bare = key and _BARE.match(config.text.text, key.end_mark.index)
        if key and bare:
            yield catalogue.WRONG_COLOUR.at(config.text.place(key), "bare", word=bare[1], field=name)


def _contrasts(workspace: Workspace) -> Iterator[Diagnostic]:
    """For each colour of the collection, the first pair that it spoils."""
    own = {name for name, word in _values(workspace, "brand.colours").items() if is_colour(word)}
    colours = brand(workspace).colours._asdict()
    told: set[str] = set()
    for pair in PAIRS:
        measured = contrast(colours[pair.text], colours[pair.ground])
        chosen = next((name for name in (pair.text, pair.ground) if name in own), "")
        if not chosen or chosen in told or measured >= pair.least:
            continue
        told.add(chosen)
        yield catalogue.LOW_CONTRAST.at(
            workspace.config.place(("brand", "colours", chosen)),
            "paper" if pair.ground == PAPER else "",
            word=colours[pair.text],
            name=pair.text,
            other=pair.ground,
            ground=colours[pair.ground],
            # Rounded down: 4.49 is not 4.5.
            ratio=int(measured * 100) / 100,
            least=pair.least,
        )


def _logo(workspace: Workspace) -> Iterator[Diagnostic]:
    config = workspace.config
    logo = _values(workspace, "brand.logo")
    if not logo:
        return
    target, alt = logo.get("file", ""), logo.get("alt", "")
    place = config.place(("brand", "logo", "file"))
    found = image_fault(target, resolve_from("", target) if target else None, place, workspace)
    if found:
        yield found
    elif not alt or fold(alt) == fold(target.rsplit("/", 1)[-1]):
        yield catalogue.MISSING_ALT.at(config.place(("brand", "logo", "alt")), "field", word=target)


def _fonts(workspace: Workspace) -> Iterator[Diagnostic]:
    config, files = workspace.config, font_files(workspace)
    troubled = False
    for index, file in enumerate(files):
        header = workspace.fonts.get(file)
        place = config.place(("brand", "fonts", "files", index))
        troubled = troubled or header is None or bool(header.trouble)
        if header is None:
            names = {path.rsplit("/", 1)[-1]: path for path in workspace.fonts}
            near = names.get(nearest(file.rsplit("/", 1)[-1], names), "")
            yield catalogue.MISSING_FONT.at(place, "near" if near else "", word=file, near=near)
        elif header.trouble:
            yield catalogue.MISSING_FONT.at(place, header.trouble, word=file, limit=MAX_BYTES // (1024 * 1024))
    known = families_at_hand(workspace, tuple(file for file in files if file in workspace.fonts))
    for name in ("text", "headings"):
        family = _values(workspace, "brand.fonts").get(name, "")
        # A file that cannot be read may be the one that brings the family: it is told once, there.
        if family and family.casefold() not in known and not troubled:
            route: Route = ("brand", "fonts", name)
            near = nearest(family, known.values())
            listed = tuple(known.values())
            variant = "family-near" if near else "family"
            yield catalogue.MISSING_FONT.at(config.place(route), variant, word=family, near=near, known=listed)


def _values(workspace: Workspace, path: str) -> Mapping[str, str]:
    """The filled texts of a part of the brand."""
    values: Mapping[str, Plain] = value_at(workspace.config.values, path) or {}
    return {name: word for name, word in values.items() if isinstance(word, str) and word}


def _nearest_colour(word: str) -> str:
    """What a colour written in another way most likely means."""
    plain = fold(word)
    rgb = _RGB.search(plain)
    if rgb and all(int(one) < 256 for one in rgb.groups()):
        return "#" + "".join(f"{int(one):02x}" for one in rgb.groups())
    whole, short = _HEX.fullmatch(plain), _SHORT_HEX.fullmatch(plain)
    if whole:
        return f"#{whole[1]}"
    if short:
        return "#" + "".join(one * 2 for one in short.groups())
    return _NAMED.get(plain, "")
