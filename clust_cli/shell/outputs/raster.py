"""Drawings as PNG, for the programs that read no SVG."""

from __future__ import annotations

from dataclasses import replace

from clust_cli.core.printing.dress.pictures import pictures, renamed
from clust_cli.shell.outputs.output import Folder, Printing
from clust_cli.shell.typst import draw_png

_PNG = ".png"
_DRAWN = "drawn-"


def rasterised(printing: Printing, folder: Folder) -> Printing:
    """The same to be printed, its drawings in the folder as PNG under the names of ours; drawn once for all formats."""
    drawn = tuple({one.path: one for one in pictures(printing.blocks) if one.path in printing.drawings}.values())
    if not drawn:
        return printing
    blocks = renamed(printing.blocks, {one.path: one.path + _PNG for one in drawn})
    names = {one.path: one.name for one in pictures(blocks)}
    missing = [one for one in drawn if not folder.holds(names[one.path + _PNG])]
    for one in missing:
        folder.write(_drawing(one.name), printing.drawings[one.path].encode())
    images = draw_png(folder.path, [(_drawing(one.name), one.width) for one in missing]) if missing else ()
    for one, data in zip(missing, images, strict=True):
        folder.write(names[one.path + _PNG], data)
    return replace(printing, blocks=blocks)


def drawings(folder: Folder) -> dict[str, str]:
    """The PNG that were drawn, each with the name of its drawing beside it."""
    return {f"{path.stem.removeprefix(_DRAWN)}{_PNG}": path.name for path in sorted(folder.path.glob(f"{_DRAWN}*.svg"))}


def _drawing(name: str) -> str:
    """The name of the drawing that stands as an image of this name; no other format takes it for its own copy."""
    return f"{_DRAWN}{name.rpartition('.')[0]}.svg"
