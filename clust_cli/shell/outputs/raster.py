"""Drawings as PNG, for the programs that read no SVG."""

from __future__ import annotations

from dataclasses import replace

from clust_cli.core.printing.dress.pictures import Picture, pictures, renamed
from clust_cli.shell.outputs.output import Folder, Printing
from clust_cli.shell.typst import draw_png

_PNG = ".png"


def rasterised(printing: Printing, folder: Folder) -> Printing:
    """The same to be printed, its drawings in the folder as PNG under the names of ours."""
    drawn = tuple({one.path: one for one in pictures(printing.blocks) if one.path in printing.drawings}.values())
    if not drawn:
        return printing
    blocks = renamed(printing.blocks, {one.path: one.path + _PNG for one in drawn})
    names = {one.path: one.name for one in pictures(blocks)}
    if not (folder.path / names[drawn[0].path + _PNG]).exists():  # DOCX and ODT share them
        for one in drawn:
            folder.write(_drawing(one), printing.drawings[one.path].encode())
        images = draw_png(folder.path, [(_drawing(one), one.width) for one in drawn])
        for one, data in zip(drawn, images, strict=True):
            folder.write(names[one.path + _PNG], data)
    return replace(printing, blocks=blocks)


def _drawing(picture: Picture) -> str:
    """Names that no other format takes: each writes its own copies into the folder."""
    return f"drawn-{picture.name}"
