"""DOCX: pandoc writes it over a reference document, and we finish its parts."""

from __future__ import annotations

from clust_cli.core.printing.ast import Node, document
from clust_cli.core.printing.docx_parts import Surroundings, docx_text, finish_docx
from clust_cli.core.printing.dress.docx import dress_docx
from clust_cli.core.printing.dress.pictures import pictures
from clust_cli.core.printing.dress.surround import EMBLEM
from clust_cli.shell.outputs.faces import carried
from clust_cli.shell.outputs.office import around
from clust_cli.shell.outputs.output import Folder, Made, Output, Printing
from clust_cli.shell.outputs.raster import rasterised


def prepare(printing: Printing, folder: Folder) -> Node:
    """The tree in the styles of the reference document."""
    printing = rasterised(printing, folder)
    folder.copy_pictures(printing)
    folder.copy_template("reference.docx")
    folder.copy_template(EMBLEM)
    return document(dress_docx(printing.blocks, around(printing, folder)))


def finish(printing: Printing, folder: Folder) -> Made:
    """What pandoc wrote, finished."""
    written, drawings = folder.read("body.docx"), _drawings(printing, folder)
    faces = carried(printing.brand)
    ends = Surroundings(printing.cover, printing.phrases, printing.styles, printing.brand, faces, drawings)
    data = finish_docx(written, ends)
    return Made(data, docx_text(data))


def _drawings(printing: Printing, folder: Folder) -> dict[bytes, str]:
    """Each drawing by the PNG that stands for it."""
    images = zip(pictures(printing.blocks), pictures(rasterised(printing, folder).blocks), strict=True)
    return {folder.read(png.name): printing.drawings[svg.path] for svg, png in images if svg.path in printing.drawings}


DOCX = Output("docx", prepare, finish, ".docx")
